"""A broken installation ends with one sentence that names the file, and with 2; what was published stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import build, cli, lexicon, start
from generator.lexicon import LexiconError
from generator.lexicon.loading import read_mapping, read_yaml
from generator.lexicon.wording import load_wording
from generator.place import DATA, TEMPLATES
from generator.site.engine import EngineFiles
from tests import dossiers

pytestmark = pytest.mark.dear


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    text = f"{dossiers.ARTICLE}\n© 2021 جميع الحقوق محفوظة\n"
    return dossiers.folder(tmp_path, {"a.txt": text, "c.text": ""})


def told(done: Result) -> str:
    """The sentence that a run ended with."""
    assert done.exit_code == 2, done.output
    assert isinstance(done.exception, SystemExit) and "Traceback" not in done.output
    (line,) = done.stderr.splitlines()
    assert line.startswith("mujaz: ")
    return line


def generate(seeds: Path) -> Result:
    return CliRunner().invoke(cli.main, ["generate", "--seeds", str(seeds), "--docs", str(seeds.parent / "docs")])


Break = Callable[[Path], object]
GONE: Break = Path.unlink
BROKEN: dict[str, tuple[str, Break]] = {
    "messages gone": ("wording/interface/ar/pages.yml", GONE),
    "dates gone": ("wording/interface/ar/dates.yml", GONE),
    "facts gone": ("wording/interface/ar/facts.yml", GONE),
    "quality gone": ("wording/interface/ar/quality.yml", GONE),
    "search gone": ("wording/interface/ar/search.yml", GONE),
    "problems gone": ("wording/problems/dossier.yml", GONE),
    "letters gone": ("language/letters.yml", GONE),
    "cut": ("wording/interface/ar/pages.yml", lambda path: path.write_text("site.name: [", "utf-8")),
    "empty": ("wording/interface/ar/pages.yml", lambda path: path.write_text("", "utf-8")),
    "a list": ("wording/problems/clean.yml", lambda path: path.write_text("- x\n", "utf-8")),
    "a number for a name": ("wording/problems/clean.yml", lambda path: path.write_text("3: x\n", "utf-8")),
    "a number for a letter": ("language/letters.yml", lambda path: path.write_text("ا: 3\n", "utf-8")),
    "no text": ("wording/interface/ar/pages.yml", lambda path: path.write_bytes(b"\xff\xfe\x00")),
    "no day": ("wording/interface/ar/pages.yml", lambda path: path.write_text("a: 2021-99-99\n", "utf-8")),
    "an open brace": (
        "wording/interface/ar/pages.yml",
        lambda path: path.write_text(path.read_text("utf-8").replace("{n} ", "{n "), "utf-8"),
    ),
    "a strange brace": (
        "wording/problems/dossier.yml",
        lambda path: path.write_text(path.read_text("utf-8").replace("has not the ending", "{nobody}"), "utf-8"),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_wording_is_told_by_its_name(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file, change = BROKEN[name]
    data = tmp_path / "data"
    shutil.copytree(DATA / "wording", data / "wording")
    (data / "language").mkdir()
    shutil.copy(DATA / "language/letters.yml", data / "language")
    change(data / file)
    for module, name_of_it in ((build, "lexicon_of"), (lexicon, "load_lexicon")):
        found = lambda *_: replace(dossiers.LEXICON, wording=load_wording(data))  # noqa: E731
        monkeypatch.setattr(module, name_of_it, found)
    sentence = told(generate(seeds))
    assert file.rsplit("/", maxsplit=1)[0].removesuffix("/interface/ar").removesuffix("/problems") in sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if %}", "articles.md.j2:1"),
        ("\n{{ nobody }}", "articles.md.j2:2"),
        ("\n\n{{ sheet.nothing }}", "articles.md.j2:3"),
        ("{{ 1 + 'a' }}", "articles.md.j2:1"),
        ("{{ 1 // 0 }}", "articles.md.j2:1"),
        ("{{ sheet | nosuch }}", "articles.md.j2:1"),
        ('{% include "nowhere.j2" %}', "nowhere.j2"),
        ('{{ say("no.such.message") }}', "no.such.message"),
        (b"\xff\xfe", "articles.md.j2"),
        (None, "articles.md.j2"),
    ],
)
def test_an_error_in_a_template_is_told_with_file_and_line(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | bytes | None, said: str
) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "pages")
    monkeypatch.setattr("generator.site.files.TEMPLATES", tmp_path / "pages")
    broken = tmp_path / "pages/articles.md.j2"
    if text is None:
        broken.unlink()
    else:
        broken.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert said in told(generate(seeds))
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize("part", ["config", "docs", "theme"])
def test_a_part_of_the_engine_s_place_that_is_missing_is_told(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    gone = {part: tmp_path / f"no-{part}"}
    monkeypatch.setattr(start, "PLACE", EngineFiles(**{**vars(start.PLACE), **gone}))
    done = CliRunner().invoke(cli.main, ["site", "--seeds", str(seeds), "--site", str(tmp_path / "site")])
    assert f"no-{part}" in told(done)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".mujaz-cache", "dossier"]


@pytest.mark.parametrize("command", ["generate", "site"])
@pytest.mark.parametrize("place", ["/proc/nowhere", "/dev/null/below", "/sys/nowhere/site"])
def test_a_place_that_cannot_be_written_to_is_told(seeds: Path, command: str, place: str) -> None:
    option = "--docs" if command == "generate" else "--site"
    done = CliRunner().invoke(cli.main, [command, "--seeds", str(seeds), option, place])
    assert place.split("/")[1] in told(done)


@pytest.mark.parametrize(
    "text", ["a: [", "a: 2021-99-99", "a: !x y", "\x00", "- a", "3: a", "a", "", "a: *b", "[" * 300 + "]" * 300]
)
def test_yaml_that_is_no_mapping_of_names_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(LexiconError) as error:
        read_mapping(path)
    assert "\n" not in str(error.value) and str(path) in str(error.value)


def test_yaml_that_is_no_text_is_told_too(tmp_path: Path) -> None:
    for make in (lambda path: path.write_bytes(b"\xff\xfe\x00"), Path.mkdir):
        path = tmp_path / make.__name__
        make(path)
        with pytest.raises(LexiconError, match=make.__name__):
            read_yaml(path)
