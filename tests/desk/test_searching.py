"""`mujaz search`: the pages' engine in the terminal, from the index of a built site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.search import ROOT, Aids, Document, Field, Passage, index
from generator.search.findable import FOLDER

SAYS = {
    "language": "ar",
    "digits": "arab",
    "count": {"one": "نتيجة واحدة", "two": "نتيجتان", "other": "{n} نتيجة"},
    "words": {
        "absent": "لا يرد «{words}»",
        "near": "لا يرد «{words}»؛ الأقرب: {near}",
        "kind.article": "مادة",
        "row": " · ",
    },
}
DOCUMENTS = [
    Document(
        "articles/a/",
        (
            Passage(Field.TITLE, "القمح يصل إلى الميناء"),
            Passage(Field.BODY, "وصلت السفينة. رست سفينة 😀 القمح في الميناء.", 7),
            Passage(Field.SAID, "«البيدر» · 2021 (تقديري)"),
        ),
    ),
    Document("articles/b/", (Passage(Field.BODY, "غادرت سفينة\x1b[31m \u202eالملح\x07 \ud800 الميناء", 2),)),
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for name, data in index(DOCUMENTS, Aids(anchor="l", says=SAYS)).items():
        (folder / name).write_bytes(data)
    return tmp_path


def search(site: Path, *arguments: str, language: str = "en") -> Result:
    return CliRunner().invoke(main, ["--language", language, "search", "--site", str(site), *arguments])


def test_results_are_told_as_the_box_tells_them(site: Path) -> None:
    """Title, kind and line, the words round what was found, the address; no marks where there is no terminal."""
    done = search(site, "القمح", "سفينة")
    assert (done.exit_code, done.stderr) == (0, "")
    first, second = done.stdout.split("\n\n")[1:]
    assert done.stdout.startswith("نتيجتان\n\n")
    assert first.splitlines() == [
        "1. القمح يصل إلى الميناء",
        "   مادة · «البيدر» · 2021 (تقديري)",
        "   وصلت السفينة. رست سفينة 😀 القمح في الميناء.",
        "   articles/a/#l7",
    ]
    assert "\x1b" not in second and "\x07" not in second and "\u202e" not in second and "الملح" in second


def test_json_has_the_spans_of_what_was_found_in_code_points(site: Path) -> None:
    (found,) = json.loads(search(site, "--json", "--limit", "1", "القمح").stdout)["results"]
    spans = [found["snippet"][start:end] for start, end in found["marks"]]
    assert (spans, [found["title"][start:end] for start, end in found["title_marks"]]) == (["القمح"], ["القمح"])
    assert (found["address"], found["kind"], found["meta"]) == ("articles/a/#l7", "article", "«البيدر» · 2021 (تقديري)")


def test_nothing_found_is_told_and_ends_with_one(site: Path) -> None:
    done = search(site, "زرافة")
    assert (done.exit_code, done.stdout) == (1, "لا يرد «زرافة»\n")


@pytest.mark.parametrize(
    "query",
    [
        "\udcff\ud800",
        "\u202e\u2066",
        "a\x01\x1b[2J",
        "س" * 10_000,
        "«" * 500,
        "__proto__",
        "-القمح",
        "🙂" * 50,
        "القمح " * 900,
    ],
)
def test_any_query_has_an_answer(site: Path, query: str) -> None:
    """Nothing turns or breaks the terminal, and no traceback ends it."""
    done = search(site, "--json", query)
    assert done.exit_code in (0, 1) and isinstance(done.exception, SystemExit | None)
    assert not {"\x1b", "\x01", "\u202e", "\u2066", "\ud800"} & set(done.stdout)


@pytest.mark.parametrize(
    ("arguments", "told"), [(("  ",), "Write what to look for"), (("--limti", "3", "x"), "--limti")]
)
def test_what_no_query_is_is_told(site: Path, arguments: tuple[str, ...], told: str) -> None:
    done = search(site, *arguments)
    assert done.exit_code == 2 and told in done.stderr


PAGE = b"<!doctype html><title>404</title>" * 9


def test_an_index_that_cannot_be_read_is_told_with_the_remedy(site: Path) -> None:
    """Whichever file is missing, empty, a page, cut or of another shape: one sentence, or what is left is searched."""
    root, ended = site / FOLDER / ROOT, 0
    for file in sorted((site / FOLDER).iterdir()):
        whole = file.read_bytes()
        for data in (None, PAGE, whole[: len(whole) // 2], whole[:9] + PAGE):
            file.unlink()
            if data is not None:
                file.write_bytes(data)
            done = search(site, "القمح")
            assert isinstance(done.exception, SystemExit | None) and (done.exit_code == 2 or file != root)
            if done.exit_code == 2:
                ended += 1
                assert (done.stderr.count("\n"), done.stdout) == (1, "") and "mujaz site" in done.stderr
            file.write_bytes(whole)
    assert ended >= 4


def test_what_is_wrong_with_a_file_is_told(site: Path) -> None:
    file = site / FOLDER / ROOT
    file.unlink()
    assert f"ليس في {site} فهرس بحث" in search(site, "القمح", language="ar").stderr
    assert f"{site} holds no search index" in search(site, "القمح").stderr
    file.write_bytes(b"{}")
    assert f"{file}: " in search(site, "القمح").stderr
