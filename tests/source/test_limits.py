"""How much a text may hold is a setting of the dossier; what is too much is told, never cut off in silence."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.model import Problem
from generator.pages.leftout import beyond
from generator.site.files import files_of
from generator.source.settings import Settings
from generator.source.settingsfile import parse_settings
from tests import dossiers

MENU = "\n\n".join(f"اقرأ أيضا: خبر {n}" for n in range(30))
LONG = f"{dossiers.ARTICLE}\n{MENU}\n\nجميع الحقوق محفوظة © 2021\n"


def met(home: Path, settings: str, text: str | bytes = dossiers.ARTICLE) -> list[Problem]:
    files = {"good.txt": dossiers.ARTICLE.replace("القمح", "الشعير"), "a.txt": text, "dossier.yml": settings}
    return [p for p in dossiers.desk(dossiers.folder(home, files)).catalogue.problems if p.level == "error"]


SIZE, LINES = len(dossiers.ARTICLE.encode()), dossiers.ARTICLE.count("\n") + 1
LONGEST = max(map(len, dossiers.ARTICLE.split("\n")))
LIMITS = {
    "max_bytes": (SIZE, "seed-too-large", None),
    "max_lines": (LINES, "seed-too-many-lines", LINES),
    "max_line": (LONGEST, "seed-long-line", 5),
}


@pytest.mark.parametrize("key", LIMITS)
def test_a_text_of_just_so_much_is_read_and_one_more_is_told(tmp_path: Path, key: str) -> None:
    enough, rule, line = LIMITS[key]
    roomy = "max_bytes: 9999\n" if key != "max_bytes" else ""
    for more, home in ((0, tmp_path / "enough"), (1, tmp_path / "too-much")):
        home.mkdir()
        found = [p for p in met(home, f"{roomy}{key}: {enough - more}") if p.file == "a.txt"]
        assert [(p.rule, p.line) for p in found] == ([(rule, line)] if more else [])
        for problem in found:
            for language in ("ar", "en"):
                told = dossiers.LEXICON.wording.tell(problem, language)
                assert str(enough) in told.message and f"{key}: {enough}" in told.remedy


@pytest.mark.parametrize("data", [b"\r", b"\r\n", b"\n"])
def test_lines_are_counted_whatever_ends_them(tmp_path: Path, data: bytes) -> None:
    text = dossiers.ARTICLE.encode().replace(b"\n", data)
    assert [p.rule for p in met(tmp_path, "max_lines: 6", text) if p.file == "a.txt"] == ["seed-too-many-lines"]


@pytest.mark.parametrize("key", ["max_left_out", *LIMITS])
@pytest.mark.parametrize("value", ["٥٠", "50", '"50"', "۵۰"])
def test_a_limit_may_be_written_in_any_digits(key: str, value: str) -> None:
    assert parse_settings(f"{key}: {value}") == (Settings.model_validate({key: 50}), ())


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", "1e3x"])
def test_what_is_no_limit_is_told_and_the_usual_one_holds(value: str) -> None:
    settings, problems = parse_settings(f"max_lines: {value}")
    assert settings == Settings() and [(p.rule, p.line) for p in problems] == [("settings-number", 1)]


def test_a_text_alone_is_read_by_the_limits_of_its_folder(tmp_path: Path) -> None:
    folder = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "dossier.yml": "max_lines: 2"})
    found = dossiers.alone(folder / "a.txt")
    assert isinstance(found, Problem) and found.rule == "seed-too-many-lines"


def page(home: Path, settings: str) -> tuple[str, dict[str, Any]]:
    """The page of a text with much furniture, and its data file."""
    files = files_of(dossiers.desk(dossiers.folder(home, {"a.txt": LONG, "dossier.yml": settings})))
    return files["articles/a/index.md"], json.loads(files["data/articles/a.json"])


def lines_of(held: dict[str, Any]) -> list[int]:
    """The lines that a data file tells of."""
    return [line for run in held["verdicts"] for line in range(run["first"], run["last"] + 1)]


def test_a_page_tells_of_so_many_lines_and_how_many_more_there_are(tmp_path: Path) -> None:
    text, held = page(tmp_path, "max_left_out: 4")
    article = dossiers.article(LONG)
    left_out = {x.number for x in article.cleaned.left_out}
    (details,) = re.findall(r'id="s-source">.*?</details>', text, re.DOTALL)
    shown = {int(n) for n in re.findall(r'<li id="l(\d+)"', details)}
    assert sorted(left_out)[:4] == sorted(shown)[:4] and 4 <= len(shown) <= 6
    said = dossiers.LEXICON.wording.say("article.left-out-more", count=len(left_out - shown))
    assert said in details and dossiers.LEXICON.wording.say("article.left-out", count=len(left_out)) in details
    assert set(lines_of(held)) == {x.number for x in article.cleaned.lines} - beyond(article, 4)
    assert held["lines_not_told"] == len(beyond(article, 4))


def test_no_link_of_a_page_leads_to_a_line_that_it_does_not_tell_of(tmp_path: Path) -> None:
    dated = f"{MENU}\n\n{dossiers.TITLE}\n\nنشر في: 5 مايو 2021\n\n" + LONG.partition("\n\n")[2]
    files = {"a.txt": dated, "dossier.yml": "max_left_out: 1"}
    made = dossiers.desk(dossiers.folder(tmp_path, files))
    (evidence,) = made.catalogue.entries[0].article.facts.date.evidence
    assert evidence.line in beyond(made.catalogue.entries[0].article, 1), "the date rests on a line far down"
    text = html.unescape(files_of(made)["articles/a/index.md"])
    assert re.findall(r'href="#[lw]', text), "links to places are written as they are looked for here"
    assert set(re.findall(r'href="#([lw][\d-]+)"', text)) <= set(re.findall(r'(?:id="|\{: #)([lw][\d-]+)', text))


def test_a_page_with_room_for_all_says_nothing_of_it(tmp_path: Path) -> None:
    text, held = page(tmp_path, "")
    assert held["lines_not_told"] == 0 and lines_of(held) == list(range(1, LONG.count("\n") + 2))
    assert text.count('<li id="l') == len(dossiers.article(LONG).cleaned.left_out)


def test_an_editor_is_told_where_it_begins_and_what_would_be_enough(tmp_path: Path) -> None:
    made = dossiers.desk(dossiers.folder(tmp_path, {"a.txt": LONG, "dossier.yml": "max_left_out: 4"}))
    (found,) = [p for p in made.catalogue.problems if p.rule == "left-out-capped"]
    assert found.level == "note" and found.line == min(beyond(dossiers.article(LONG), 4))
    assert not beyond(dossiers.article(LONG), int(dict(found.values)["needed"]))
