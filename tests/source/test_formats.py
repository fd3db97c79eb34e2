"""Which files are seeds, by their names and first bytes; where each has its address and its sidecar."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import protected
from generator.lexicon import load_lexicon
from generator.model import Source, Withheld
from generator.model.addresses import is_own, slug, stem_of
from generator.model.declared import Declaration, Declared
from generator.source.read import parse_seed, read_folder, read_sidecar
from generator.source.withholding.protect import protection
from tests import dossiers


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
    source = Source("a.txt", "0" * 64, "utf-8", "سطر", declared=said)
    masked = protected(source, protection([Withheld("كريم العلي", "a.yml")], [source], [], lexicon), lexicon)
    assert masked.declared == Declared(title=said.title) and masked.sha256 is None


def test_a_plain_text_is_a_format_like_the_others() -> None:
    read = parse_seed("a.txt", "سطر".encode())
    assert isinstance(read, Source)
    assert (read.format, read.repairs, read.declared) == ("txt", (), None)
