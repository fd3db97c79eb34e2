"""`mujaz search`: the pages' engine in the terminal, from the index of a built site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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
    for more in ((), ("--json",)):
        done = search(site, *more, query)
        assert done.exit_code in (0, 1) and isinstance(done.exception, SystemExit | None)
        assert not {"\x1b", "\x01", "\u202e", "\u2066", "\ud800"} & set(done.stdout)


@pytest.mark.parametrize(
    ("arguments", "told"), [(("  ",), "Write what to look for"), (("--limti", "3", "x"), "--limti")]
)
def test_what_no_query_is_is_told(site: Path, arguments: tuple[str, ...], told: str) -> None:
    done = search(site, *arguments)
    assert done.exit_code == 2 and told in done.stderr


def lost(folder: Path, kind: str, data: bytes | None) -> None:
    (file,) = folder.glob(f"{kind}*")
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)


@pytest.mark.parametrize(
    ("file", "data", "told"),
    [
        (ROOT, None, "holds no search index"),
        (ROOT, b"<!doctype html><title>404</title>", f"{ROOT}: this file of the index is damaged"),
        (ROOT, b"", f"{ROOT}: this file of the index is damaged"),
        (ROOT, b'{"format": 1}', f"{ROOT}: another version"),
        ("words", None, "this file of the index is missing"),
        ("words", b"cut", "this file of the index is damaged"),
        ("lengths", b"", "this file of the index is damaged"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_index_that_cannot_be_read_is_told_with_the_remedy(
    site: Path, file: str, data: bytes | None, told: str, language: str
) -> None:
    lost(site / FOLDER, file, data)
    done = search(site, "القمح", language=language)
    assert done.exit_code == 2 and "mujaz site" in done.stderr and done.stdout == ""
    assert language == "ar" or told in done.stderr


def test_a_root_of_another_shape_ends_with_a_sentence(site: Path) -> None:
    root: dict[str, Any] = json.loads((site / FOLDER / ROOT).read_text("utf-8"))
    lost(site / FOLDER, ROOT, json.dumps({"format": root["format"]}).encode())
    done = search(site, "القمح")
    assert done.exit_code == 2 and "could not be searched" in done.stderr and "mujaz site" in done.stderr
