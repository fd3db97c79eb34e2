"""Reading a dossier: every encoding that such texts come in, and a problem instead of a crash or of mojibake."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Problem, Source
from generator.source.read import LARGEST_SEED, parse_seed, read_folder, read_seed, read_sidecar

TEXT = "عنوان المادة\nوقالت الوزارة إن العمل يبدأ غدًا.\n"


def source(data: bytes) -> Source:
    read = parse_seed("a.txt", data)
    assert isinstance(read, Source), read
    return read


def problem(data: bytes) -> Problem:
    read = parse_seed("a.txt", data)
    assert isinstance(read, Problem), read
    return read


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.replace("ً", "").encode("cp1256"), "cp1256"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "windows-1256"],
)
def test_a_text_is_read_in_any_encoding_of_its_kind(data: bytes, encoding: str) -> None:
    read = source(data)
    assert read.encoding == encoding
    assert read.text.replace("ً", "") == TEXT.replace("ً", "")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_line_ends_of_any_kind_become_one(end: str, encoding: str) -> None:
    assert source(TEXT.replace("\n", end).encode(encoding)).text == TEXT


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])).filter(lambda t: t[:1] != "\ufeff"))
def test_nothing_else_happens_to_a_text(text: str) -> None:
    """Lines and spans count over this text, so it may not change by a code point but by a repair that is told."""
    read = source(text.encode())
    assert read.repairs or read.text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_another_script_of_one_byte_a_letter_is_not_taken_for_arabic() -> None:
    """Read as windows-1256, a third of the letters of a Russian text are Arabic ones."""
    russian = "Министры встретились в столице, чтобы обсудить урожай следующего года и цены на хлеб."
    assert problem(russian.encode("cp1251")).rule == "seed-undecodable"


def test_windows_1256_with_much_latin_beside_its_arabic_is_read() -> None:
    """Two letters of five are those of links and file names."""
    text = "وقالت الوزارة إن العمل يبدأ غدا في كل مكان Facebook Twitter WhatsApp\n"
    assert source(text.encode("cp1256")).encoding == "cp1256"


@pytest.mark.parametrize("control", [b"\x01", b"\x1b", b"\x0b"])
def test_windows_1256_holds_no_controls(control: bytes) -> None:
    """What does is a file of another kind, be most of its bytes those of Arabic letters."""
    assert problem(TEXT.replace("ً", "").encode("cp1256") + control).rule == "seed-undecodable"
    assert source("سطر\n\tآخر\x0c".encode("cp1256")).encoding == "cp1256", "but for those that part lines and pages"


def test_a_file_that_is_too_large_is_not_read_to_find_that_out(tmp_path: Path) -> None:
    """Four thousand gigabytes of nothing take no memory."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 42)
    found = read_seed(tmp_path / "a.txt")
    assert isinstance(found, Problem) and (found.rule, dict(found.values)["size"]) == ("seed-too-large", str(1 << 42))


def test_an_empty_file_is_an_empty_text() -> None:
    assert source(b"").text == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_utf_8_cut_in_mid_character_names_its_line_and_is_not_taken_for_windows_1256(end: str) -> None:
    whole = ("سطر أول" + end + "سطر ثانٍ ينقطع").encode()
    found = problem(whole[:-1])
    assert (found.rule, found.line, found.level) == ("seed-damaged", 2, "error")


def test_however_short_the_cut_text_is() -> None:
    """Two letters cut in half are still no windows-1256."""
    whole = "وقالت الوزارة إنها تعمل".encode()
    for length in range(3, len(whole)):
        read = parse_seed("a.txt", whole[:length])
        cut = whole[:length].decode(errors="ignore").encode() != whole[:length]
        assert isinstance(read, Problem) if cut else isinstance(read, Source), whole[:length]


def test_damage_in_a_file_with_a_bom_names_its_line_too() -> None:
    assert problem(codecs.BOM_UTF8 + "سطر\nسطر".encode() + b"\xff" + "آخر".encode()).line == 2


def test_a_zero_byte_in_a_text_names_its_line() -> None:
    found = problem("سطر أول في المادة وفيه كلمات\nسطر \x00 ثانٍ في المادة".encode())
    assert (found.rule, found.line) == ("seed-damaged", 2)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (bytes(range(256)) * 8, "seed-undecodable"),
        (b"PK\x03\x04" + b"\x00\x91\xc3" * 400, "file-unread"),
        (TEXT.encode("utf-16-le"), "seed-undecodable"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "file-picture"),
    ],
    ids=["every-byte", "archive", "utf-16-without-bom", "photo"],
)
def test_what_is_no_text_is_a_problem(data: bytes, rule: str) -> None:
    assert problem(data).rule == rule


def test_western_windows_text_is_not_taken_for_arabic() -> None:
    assert problem("Le café près de l'école était fermé".encode("cp1252")).rule == "seed-undecodable"


@given(st.binary(max_size=400))
def test_no_bytes_at_all_make_it_fail(data: bytes) -> None:
    assert isinstance(parse_seed("a.txt", data), Source | Problem)


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_SEED * 1000)
    found = read_seed(path)
    assert isinstance(found, Problem) and found.rule == "seed-too-large"


def _odd(folder: Path) -> None:
    (folder / "good.txt").write_text(TEXT, "utf-8")
    (folder / "LOUD.TXT").write_text(TEXT, "utf-8")
    (folder / "article.text").write_text(TEXT, "utf-8")
    (folder / "article.docx").write_bytes(b"PK\x03\x04")
    (folder / "folder.txt").mkdir()
    (folder / "subfolder").mkdir()
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "README.md").write_text("about", "utf-8")
    (folder / ".hidden").write_text("x", "utf-8")
    (folder / ".DS_Store").write_bytes(b"\x00")
    (folder / "dossier.yml").write_text("name: ملف", "utf-8")
    (folder / "good.YML").write_text("title: عنوان", "utf-8")


def test_every_odd_file_of_a_folder_is_told_and_costs_no_other(tmp_path: Path) -> None:
    _odd(tmp_path)
    read = read_folder(tmp_path)
    assert [s.name for s in read.sources] == ["LOUD.TXT", "good.txt"]
    assert {p.file: p.rule for p in read.problems} == {
        "article.text": "seed-misnamed",
        "article.docx": "file-unread",
        "folder.txt": "seed-unreadable",
        "subfolder": "seed-folder",
        "gone.txt": "seed-unreadable",
        ".hidden": "seed-dotted",
    }
    assert read.settings == "name: ملف"


def test_a_site_that_lies_in_its_dossier_is_no_forgotten_folder(tmp_path: Path) -> None:
    """Nor are the pages of one, or what a host and a forge want there."""
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    for place in ("public", "docs"):
        (tmp_path / place / "schemas").mkdir(parents=True)
        (tmp_path / place / "schemas/briefing.schema.json").write_text("{}", "utf-8")
    (tmp_path / "begun").mkdir()
    for name in (".gitlab-ci.yml", ".gitignore", "netlify.toml", "begun/.mujaz.lock"):
        (tmp_path / name).write_text("x", "utf-8")
    read = read_folder(tmp_path)
    assert [s.name for s in read.sources] == ["good.txt"] and read.problems == ()


def test_a_sidecar_is_one_in_any_spelling_of_its_suffix(tmp_path: Path) -> None:
    """One that is passed over would protect nobody."""
    _odd(tmp_path)
    assert read_folder(tmp_path).sidecars == (("good.YML", "title: عنوان"),)


def test_a_sidecar_that_cannot_be_read_is_there_without_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.yml").write_bytes(b"\xff\xfe\x00")
    read = read_folder(tmp_path)
    assert read.sidecars == (("a.yml", None),)
    assert [p.rule for p in read.problems] == ["sidecar-undecodable"]
    assert read_sidecar(tmp_path / "a.txt") == ("a.yml", None)


def test_a_pipe_does_not_keep_the_build_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    found = read_seed(tmp_path / "a.txt")
    assert isinstance(found, Problem) and found.rule == "seed-unreadable"


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.yml").write_text("title: x", "utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    read = read_folder(tmp_path)
    assert [(p.file, p.rule) for p in read.problems] == [("a.txt", "seed-unreadable"), ("a.yml", "seed-unreadable")]
    assert read.sidecars == (("a.yml", None),)


@pytest.mark.parametrize(
    "name", ["مادة أولى.txt", "\u202egnp.txt", "a\nb.txt", "قصة\u200fقصيرة.txt", "x\u00a0y.txt", " .txt"]
)
def test_a_seed_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, "utf-8")
    read = read_folder(tmp_path)
    assert [s.name for s in read.sources] == [name] and not read.problems


def test_a_name_that_is_not_utf_8_is_told_in_letters_that_can_be_written(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(TEXT, "utf-8")
    (found,) = read_folder(tmp_path).problems
    assert (found.rule, found.file) == ("seed-name", "caf?.txt")
