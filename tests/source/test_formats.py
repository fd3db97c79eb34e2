"""Which files are seeds, by their names and first bytes; where each has its address and its sidecar."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from generator.articles import protected
from generator.lexicon import load_lexicon
from generator.model import Source, Withheld
from generator.model.addresses import is_own, slug, stem_of
from generator.model.declared import Declaration, Declared
from generator.source.formats.registry import SUFFIXES
from generator.source.read import read_folder, read_sidecar
from generator.source.withholding.protect import protection
from tests import dossiers
from tests.seeds import refused, source


@pytest.mark.parametrize(
    ("name", "stem", "address"),
    [
        ("a.txt", "a", "a"),
        ("a.TXT", "a", "a"),
        ("a.pdf", "a.pdf", "a-pdf"),
        ("A b.PDF", "A b.PDF", "a-b-pdf"),
        ("a_b.docx", "a_b.docx", "a_b-docx"),
        ("a.b.md", "a.b.md", "a-b-md"),
        ("تقرير.eml", "تقرير.eml", "tqryr-eml-aa7389b6"),
    ],
)
def test_a_seed_that_is_no_text_has_its_suffix_in_address_and_sidecar(name: str, stem: str, address: str) -> None:
    """From its first day, so that a text of that name moves nothing when it comes to lie beside it."""
    letters = {"ت": "t", "ق": "q", "ر": "r", "ي": "y"}
    assert (stem_of(name), slug(name, letters)) == (stem, address)


def test_a_name_that_folding_changed_is_not_its_own_address() -> None:
    """Or another file could lose its address to it."""
    assert is_own("a-pdf", "a.pdf") and not is_own("a-pdf", "A.pdf") and not is_own("a", "a.pdf")


def test_capitals_in_a_suffix_are_no_matter(tmp_path: Path) -> None:
    made = dossiers.folder(tmp_path, {"a.TXT": dossiers.ARTICLE, "a.yml": "title: عنوان من المحرر"})
    (entry,) = dossiers.desk(made).catalogue.entries
    assert entry.address == "/articles/a/" and entry.article.facts.title
    assert entry.article.facts.title.text == "عنوان من المحرر"
    assert read_sidecar(made / "a.TXT") == ("a.yml", "title: عنوان من المحرر")
    assert read_folder(made).problems == ()


def test_a_sidecar_of_nearly_that_name_protects_and_does_nothing_else(tmp_path: Path) -> None:
    made = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.txt.yml": "title: عنوان آخر\npublish: false\n"})
    desk = dossiers.desk(made)
    assert not desk.catalogue.entries and [x.name for x in desk.catalogue.withheld] == ["a.txt"]
    (told,) = (p for p in desk.catalogue.problems if p.rule == "sidecar-misnamed")
    assert (told.level, told.file, dict(told.values)) == ("error", "a.txt.yml", {"seed": "a.txt", "name": "a.yml"})


def test_what_a_file_declares_is_withheld_like_its_text() -> None:
    """And no hash is told by which a guess could be tried."""
    lexicon = load_lexicon()
    said = Declared(
        author=Declaration("كريم العلي", "كريم العلي", "author"), title=Declaration("عنوان", "عنوان", "title")
    )
    seed = Source("a.txt", "0" * 64, "utf-8", "سطر", declared=said)
    masked = protected(seed, protection([Withheld("كريم العلي", "a.yml")], [seed], [], lexicon), lexicon)
    assert masked.declared == Declared(title=said.title) and masked.sha256 is None


def test_a_plain_text_is_a_format_like_the_others() -> None:
    read = source("a.txt", "سطر".encode())
    assert (read.format, read.repairs, read.declared) == ("txt", (), None)


def word(*body: str) -> bytes:
    """A Word document of some paragraphs, and whatever else stands in angle brackets."""
    made, kept = [x if x.startswith("<") else f"<w:p><w:r><w:t>{x}</w:t></w:r></w:p>" for x in body], io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", f"<w:document {space}><w:body>{''.join(made)}</w:body></w:document>")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (("عنوان", "سطر"), "عنوان\nسطر\n"),
        (("<w:p><w:r><w:t>سطر</w:t><w:tab/><w:t>و</w:t><w:br/><w:t>آخر</w:t></w:r></w:p>",), "سطر\tو\nآخر\n"),
        (("<w:p><w:del><w:r><w:t>كان</w:t></w:r></w:del><w:ins><w:r><w:t>صار</w:t></w:r></w:ins></w:p>",), "صار\n"),
        (("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>مخفي</w:t></w:r><w:r><w:t>ظاهر</w:t></w:r></w:p>",), "ظاهر\n"),
        (
            (
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>كركوك</w:t></w:r></w:p></w:tc>",
                "<w:sdt><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:sdt></w:tr></w:tbl>",
            ),
            "كركوك\t12\n",
        ),
        (
            (
                "<w:p><w:r><AlternateContent><Choice><w:txbxContent><w:p><w:r><w:t>صندوق</w:t></w:r></w:p></w:txbxContent>",
                "</Choice><Fallback><w:t>صندوق</w:t></Fallback></AlternateContent><w:t>قبله</w:t></w:r></w:p>",
            ),
            "قبله\nصندوق\n",
        ),
    ],
    ids=["paragraphs", "signs", "changes", "hidden", "table", "box"],
)
def test_a_word_document_is_read_as_word_shows_it(body: tuple[str, ...], text: str) -> None:
    assert source("a.docx", word(*body)).text == text


REFUSED = {
    "empty": (b"", "file-broken"),
    "cut": (word("سطر " * 500)[:-60], "file-broken"),
    "no text": (word(""), "file-without-text"),
    "entities": (word("<!DOCTYPE x [<!ENTITY a 'aaaa'>]>"), "file-heavy"),
    "bomb": (word(" " * 60_000_000), "file-heavy"),
    "locked": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "file-locked"),
    "old": (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "file-unread"),
    "sheet": (b"PK\x03\x04 xl/workbook.xml", "file-unread"),
    "PDF": (b"%PDF-1.7", "file-misnamed"),
    "picture": (b"\x89PNG\r\n", "file-picture"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_that_cannot_be_read_is_told_with_its_reason(name: str) -> None:
    data, rule = REFUSED[name]
    assert refused("a.docx", data).rule == rule


@pytest.mark.process
def test_what_breaks_its_parser_costs_no_other_file(tmp_path: Path) -> None:
    """One process parses all, until one of them ends it; the next is parsed by another."""
    deep = word("<w:a>" * 100_000 + "</w:a>" * 100_000)
    made = dossiers.folder(tmp_path, {"1.docx": word("أول"), "2.docx": deep, "3.docx": word("ثالث"), "4.txt": "رابع"})
    read = read_folder(made)
    assert [s.text.strip() for s in read.sources] == ["أول", "ثالث", "رابع"]
    assert [(p.level, p.file, p.rule) for p in read.problems] == [("error", "2.docx", "file-heavy")]


def test_the_script_that_sums_up_changes_knows_every_suffix() -> None:
    script = (Path(__file__).parents[2] / "tools" / "seed-summary.sh").read_text("utf-8")
    told = re.search(r"in\n\s+(\*\.txt[^)]*)\)", script)
    assert told and set(re.findall(r"\*(\.\w+)", told[1])) == set(SUFFIXES)
