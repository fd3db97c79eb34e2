"""What differs between two runs is told value by value; nothing that differs is passed over."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from generator.cli import main
from generator.desk.diff import Side, as_plain, compare
from generator.desk.differences import show_difference
from generator.desk.explained import read_pages
from tests import dossiers, five
from tests.source.test_history import git

pytestmark = pytest.mark.dear

Told = tuple[str, str, str, Any, Any]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def of(before: dict[str, Any], after: dict[str, Any]) -> list[Told]:
    """What differs between two records of one text: field, which value, kind, before, after."""
    found = compare(Side({"a.txt": before}, {}), Side({"a.txt": after}, {}))
    return [(x.spot.field, x.spot.at, x.kind, x.before, x.after) for x in found.changes]


ONE, TWO = {"id": "x", "name": "A", "role": None}, {"id": None, "name": "B", "role": "b"}
QUOTE = {"line": 3, "start": 5, "text": "q", "speaker": "s"}


@pytest.mark.parametrize(
    ("field", "before", "after", "expected"),
    [
        ("title", "a", "a", []),
        ("title", None, "a", [("title", "", "gained", None, "a")]),
        ("title", "a", None, [("title", "", "lost", "a", None)]),
        ("title", "a", "b", [("title", "", "changed", "a", "b")]),
        ("score", 1, 1.0, [("score", "", "changed", 1, 1.0)]),
        ("approximate", False, None, [("approximate", "", "lost", False, None)]),
        ("date", {"value": None}, {"value": "2021"}, [("date.value", "", "gained", None, "2021")]),
        ("outlet", None, ONE, [("outlet", "x", "gained", None, ONE)]),
        (
            "body_lines",
            [1, 2, 3],
            [1, 3, 4],
            [("body_lines", "", "lost", 2, None), ("body_lines", "", "gained", None, 4)],
        ),
        ("people", [ONE], [TWO, ONE], [("people", "B", "gained", None, TWO)]),
        ("people", [ONE, TWO], [TWO], [("people", "x", "lost", ONE, None)]),
        ("people", [ONE], [{**ONE, "name": "AA"}], [("people.name", "x", "changed", "A", "AA")]),
        ("people", [TWO], [{**TWO, "id": "y"}], [("people.id", "B", "gained", None, "y")]),
        (
            "people",
            [{"id": "x", "name": "A"}, {"id": "y", "name": "B"}],
            [{"id": "x", "name": "B"}, {"id": "y", "name": "A"}],
            [("people.name", "x", "changed", "A", "B"), ("people.name", "y", "changed", "B", "A")],
        ),
        ("people", [ONE, TWO], [TWO, ONE], [("people", "(order)", "changed", ["x", "B"], ["B", "x"])]),
        ("quotes", [QUOTE], [{**QUOTE, "text": "qq"}], [("quotes.text", "3:5", "changed", "q", "qq")]),
        ("quotes", [QUOTE], [{**QUOTE, "speaker": None}], [("quotes.speaker", "3:5", "lost", "s", None)]),
        (
            "quotes",
            [QUOTE],
            [{**QUOTE, "line": 4}],
            [("quotes", "3:5", "lost", QUOTE, None), ("quotes", "4:5", "gained", None, {**QUOTE, "line": 4})],
        ),
        (
            "rejected_dates",
            [{"value": "2021", "why": "a", "evidence": QUOTE}],
            [{"value": "2021", "why": "b", "evidence": QUOTE}],
            [("rejected_dates.why", "3:5", "changed", "a", "b")],
        ),
        (
            "lines",
            [{"line": 1, "verdict": "body", "rule": "r"}, {"line": 2, "verdict": "body", "rule": "r"}],
            [{"line": 1, "verdict": "body", "rule": "r"}, {"line": 2, "verdict": "dek", "rule": "r"}],
            [("lines.verdict", "2", "changed", "body", "dek")],
        ),
        (
            "problems",
            [{"level": "note", "line": 1, "rule": "r", "message": "m"}],
            [
                {"level": "note", "line": 1, "rule": "q", "message": "m"},
                {"level": "error", "line": 1, "rule": "r", "message": "m"},
            ],
            [
                ("problems.level", "1", "changed", "note", "error"),
                ("problems", "1", "gained", None, {"level": "note", "line": 1, "rule": "q", "message": "m"}),
            ],
        ),
    ],
)
def test_a_value_is_held_against_the_same_thing(field: str, before: Any, after: Any, expected: list[Told]) -> None:
    assert of({field: before}, {field: after}) == expected


@pytest.mark.parametrize(
    "value",
    [
        {"start": 1},
        {"start": 1, "line": [1]},
        {"line": [1]},
        {"line": {}, "level": "note", "rule": []},
        {"id": [1]},
        {"name": {"first": "A"}},
        {"evidence": [{"start": 1}]},
        {"evidence": {"start": 1}},
    ],
)
def test_a_value_of_no_known_form_is_compared_too(value: dict[str, Any]) -> None:
    """As another tool may write it: what tells things apart may be lacking, or be no word or number."""
    other = {"x": 1}
    assert of({"people": [value]}, {"people": [value]}) == []
    assert {x[2] for x in of({"people": [value]}, {"people": [other]})} <= {"lost", "gained"}
    assert of({"people": [value]}, {"people": [other]})
    assert of({"people": [value]}, {"people": [{**value, "x": 1}]})


def test_evidence_of_a_thing_is_compared_within_it() -> None:
    near, far = ({"line": 1, "start": start, "end": start + 1, "text": "a", "rule": "r"} for start in (0, 9))
    changed = of({"people": [{**ONE, "mentions": [near]}]}, {"people": [{**ONE, "mentions": [near, far]}]})
    assert changed == [("people.mentions", "x 1:9", "gained", None, far)]


def test_equal_things_are_counted() -> None:
    """Of two equal mentions one may go."""
    assert of({"figures": [QUOTE, QUOTE]}, {"figures": [QUOTE]}) == [("figures", "3:5", "lost", QUOTE, None)]


@pytest.mark.parametrize("value", [None, [], 0, {}])
def test_a_field_that_one_side_lacks_differs_even_where_it_says_nothing(value: Any) -> None:
    assert of({"slips": value}, {}) == [("slips", "", "lost", value, None)]
    assert of({}, {"slips": value}) == [("slips", "", "gained", None, value)]


def test_a_new_list_is_told_value_by_value() -> None:
    assert [x[:3] for x in of({}, {"people": [ONE, TWO]})] == [("people", "x", "gained"), ("people", "B", "gained")]


def test_the_way_to_a_text_is_no_fact_of_it() -> None:
    assert of({"file": "here/a.txt"}, {"file": "there/a.txt"}) == []


def test_another_text_is_told_apart_from_another_reading() -> None:
    found = compare(Side({"a": {"sha256": "1"}, "b": {"x": 1}}, {}), Side({"a": {"sha256": "2"}, "b": {"x": 2}}, {}))
    assert found.reworded == ("a",)


def test_a_text_or_page_that_one_side_lacks_differs() -> None:
    found = compare(Side({"a": {}, "b": {}}, {"p": []}), Side({"b": {}, "c": {}}, {}))
    assert (found.only_before, found.only_after, found.texts, found.pages) == (("a", "p"), ("c",), 1, 0)
    assert found and not found.changes


def test_lines_of_a_page_are_aligned() -> None:
    """A line that comes between moves none of those after it."""
    found = compare(Side({}, {"p": ["a", "b", "c", "d"]}), Side({}, {"p": ["new", "a", "B", "c"]}))
    told_of = [(x.spot.at, x.kind, x.before, x.after) for x in found.changes]
    assert told_of == [("1", "gained", None, "new"), ("2", "changed", "b", "B"), ("4", "lost", "d", None)]


def test_a_page_is_read_below_its_front_matter(tmp_path: Path) -> None:
    """A rule in the body is no fence; a page without front matter is all body; other pages are no articles."""
    for name, page in (("a", "---\ntitle: x\n---\none\n\n---\ntwo\n"), ("b", "one\n---\n"), ("c/d", "deeper")):
        (tmp_path / "articles" / name).mkdir(parents=True)
        (tmp_path / "articles" / name / "index.md").write_text(page, "utf-8")
    assert read_pages(tmp_path) == {
        "articles/a/index.md": ["one", "", "---", "two"],
        "articles/b/index.md": ["one", "---"],
    }


def test_as_json_counts_stand_beside_every_value() -> None:
    found = as_plain(compare(Side({"a": {"people": [ONE]}}, {}), Side({"a": {"people": [TWO]}}, {})))
    assert found["fields"] == {"people": {"gained": 1, "lost": 1, "changed": 0, "files": 1}}
    assert found["changes"][0] == {
        "file": "a",
        "field": "people",
        "at": "x",
        "kind": "lost",
        "before": ONE,
        "after": None,
    }


def test_on_a_terminal_the_counts_are_a_table() -> None:
    console = Console(force_terminal=True, width=100, record=True, file=StringIO())
    show_difference(
        console, compare(Side({"a": {"title": "x\x1b[2J"}}, {}), Side({"a": {"title": "y"}}, {})), dossiers.TERMINAL
    )
    said = console.export_text()
    assert "Differences" in said and "title" in said and "x[2J -> y" in said


@pytest.fixture(scope="module")
def explained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the generator says of the five."""
    folder = tmp_path_factory.mktemp("explained")
    done = run("explain", "--json", *(five.SEEDS / name for name in five.NAMES))
    (folder / "five.jsonl").write_text(done.stdout, "utf-8")
    return folder


def records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "five.jsonl").read_text("utf-8").splitlines()]


def written(folder: Path, told_of: list[dict[str, Any]]) -> Path:
    """One file a text, as other tools lay JSON out."""
    folder.mkdir()
    for number, record in enumerate(told_of):
        (folder / f"{number}.json").write_text(json.dumps(record, indent=2), "utf-8")
    return folder


def test_the_same_output_laid_out_otherwise_differs_in_nothing(explained: Path, tmp_path: Path) -> None:
    done = run("diff", explained, written(tmp_path / "other", list(reversed(records(explained)))))
    assert (done.exit_code, done.output) == (0, "5 texts and 0 pages compared: nothing differs.\n")


def walk(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value of a record with the way that leads to it."""
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from walk(each, (*at, key))
    else:
        yield at, value


def test_whatever_value_of_the_five_is_another_differs(explained: Path) -> None:
    """Each kind of value of real output in turn, by field: none is passed over."""
    ways = {
        tuple(x for x in way if isinstance(x, str)): (record, way)
        for record in records(explained)
        for way, _ in walk(record)
    }
    for names, (record, way) in ways.items():
        other = json.loads(json.dumps(record))
        place = other
        for key in way[:-1]:
            place = place[key]
        place[way[-1]] = "another"
        assert bool(of(record, other)) == (names != ("file",)), names
    assert len(ways) > 80


def test_a_real_change_is_told_with_exit_code_1(explained: Path, tmp_path: Path) -> None:
    changed = records(explained)
    lost = changed[1]["people"].pop()
    changed[2]["title"] = "عنوان آخر"
    del changed[4]
    other = written(tmp_path / "other", changed)
    done = run("diff", explained, other)
    assert done.exit_code == 1
    for said in (f"- {five.NAMES[1]} {lost['id']}: {lost['name']}", "-> عنوان آخر", f"only before: {five.NAMES[4]}"):
        assert said in done.output
    assert done.output.endswith(
        "4 texts and 0 pages compared: 0 gained, 1 lost, 1 changed, in 2 files; 1 on one side alone.\n"
    )
    as_json = json.loads(run("diff", "--json", explained, other).stdout)
    assert as_json["only_before"] == [five.NAMES[4]] and set(as_json["fields"]) == {"people", "title"}


def test_values_beyond_the_first_few_are_shown_when_asked_for(tmp_path: Path) -> None:
    for name, lines in (("a.json", range(9)), ("b.json", range(1))):
        (tmp_path / name).write_text(json.dumps({"file": "x.txt", "body_lines": list(lines)}), "utf-8")
    few, all_of_them = (
        run("diff", *more, tmp_path / "a.json", tmp_path / "b.json").output for more in ((), ("--detail",))
    )
    assert "… 5 more (--detail)" in few and few.count("- x.txt") == 3
    assert all_of_them.count("- x.txt") == 8 and "more" not in all_of_them


GOOD = '{"file": "x.txt"}\n'


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "a holds no .json or .jsonl file; make it anew: python -m generator explain --json FILE... >"),
        (
            {"x.json": GOOD + "\n{"},
            "x.json:3: no JSON (Expecting property name enclosed in double quotes); make it anew",
        ),
        ({"x.json": "\n"}, "a says nothing of any text; make it anew"),
        ({"x.json": GOOD + "{]"}, "x.json:2: no JSON"),
        ({"x.json": GOOD + '{"a": "\t"}'}, "x.json:2: no JSON (Invalid control character); make it anew"),
        ({"x.json": GOOD + "[]"}, 'x.json:2: an object with "file" is needed'),
        ({"x.json": '{\n"file": "y.txt"\n}\n[]'}, 'x.json:4: an object with "file" is needed'),
        ({"x.json": '{"file": 1}'}, 'x.json:1: an object with "file" is needed'),
        ({"x.json": "[" * 100_000}, "x.json:1: nested too deep"),
        (
            {"x.json": '{"file": "x.txt", "a": ' + "[" * 500 + "]" * 500 + "}"},
            "x.json:1: nested too deep; make it anew",
        ),
        ({"x.json": GOOD + '{"file": "y.txt", "a": "\\ud800"}'}, "x.json:2: no value that explain prints"),
        ({"x.json": '{"file": "x.txt", "a": ' + "1" * 5000 + "}"}, "x.json:1: no value that explain prints"),
        ({"x.json": b"\xff"}, "x.json: no UTF-8 at byte 1; make it anew"),
        ({"x.json": GOOD, "y.jsonl": f"\n{GOOD}"}, "y.jsonl:2: x.txt stands in"),
    ],
)
def test_what_cannot_be_compared_is_said_with_file_line_and_remedy(
    files: dict[str, str | bytes], said: str, tmp_path: Path
) -> None:
    for side in "ab":
        (tmp_path / side).mkdir()
    (tmp_path / "b" / "x.json").write_text(GOOD, "utf-8")
    for name, content in files.items():
        (tmp_path / "a" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = run("diff", tmp_path / "a", tmp_path / "b")
    assert done.exit_code == 2 and said in done.output, done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "."), "Path 'nowhere' does not exist"),
        ((".",), "Name two folders or files"),
        ((), "Name two folders or files"),
        (("--seeds", ".", ".", "."), "--seeds names the texts for --commits"),
        (("--commits", "HEAD", "HEAD", "--seeds", ".", "."), "--seeds names the texts for --commits"),
        (("--commits", "HEAD", "HEAD", "--seeds", "nowhere"), "nowhere: there is no such folder"),
        (("--commits", "HEAD", "HEAD"), "run this in a git checkout of the generator"),
    ],
)
def test_what_is_asked_wrongly_is_said(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = run("diff", *arguments)
    assert done.exit_code == 2 and said in done.output, done.output


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of three commits: the generator; out of order; without a place, with a line more on its pages."""
    made = tmp_path_factory.mktemp("history") / "mujaz"
    for folder in ("generator", "templates", "docs/assets"):
        shutil.copytree(five.ROOT / folder, made / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(five.ROOT / ".gitignore", made)  # Python writes beside what it runs
    start, template = made / "generator/__main__.py", made / "templates/pages/article.md.j2"
    begins = start.read_text("utf-8")
    git(made, "init", "--quiet", "--initial-branch", "main")
    hook = made / ".git/hooks/post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{made.parent}/hooked'\n", "utf-8")
    hook.chmod(0o755)
    for step in range(3):
        start.write_text("raise SystemExit('out of order')\n" if step == 1 else begins, "utf-8")
        if step == 2:
            template.write_text(f"{template.read_text('utf-8')}\nOne line more.\n", "utf-8")
            next(made.rglob("places/al-hol.yml")).unlink()
        git(made, "add", "--all")
        git(made, "commit", "--quiet", "--message", f"step {step}")
    return made


def leaves_nothing(repository: Path) -> None:
    assert [x.name for x in (repository / ".git").glob("worktrees/*")] == []
    assert not subprocess.run(["git", "status", "--porcelain"], cwd=repository, check=True, capture_output=True).stdout


@pytest.mark.process
def test_two_commits_are_run_over_the_same_texts(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place that one of them lacks, and a line more on every article's page. No hook of the repository runs."""
    monkeypatch.chdir(history)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    done = run("diff", "--json", "--commits", "HEAD~2", "HEAD", five.SEEDS / five.NAMES[2])
    assert done.stdout, done.output
    found = json.loads(done.stdout)
    assert (done.exit_code, found["texts"], found["pages"]) == (1, 1, 1)
    assert "al-hol" in {x["at"] for x in found["changes"] if x["field"] == "places"}
    assert "One line more." in [x["after"] for x in found["changes"] if x["field"] == "page"]
    assert not (history.parent / "hooked").exists()
    leaves_nothing(history)


@pytest.mark.process
def test_a_commit_that_cannot_run_is_named(history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(history)
    done = run("diff", "--commits", "HEAD~1", "HEAD", "--seeds", dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE}))
    assert done.exit_code == 2 and "HEAD~1: `explain` ended with 1: out of order; it has to run here" in done.output
    leaves_nothing(history)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--commits", "HEAD", "v9"), "v9: no such commit here; `git log --oneline --all` lists those there are"),
        (("--commits", "HEAD", "--help"), "--help: no such commit here"),
        (("--commits", "HEAD", "HEAD^{tree}"), "HEAD^{tree}: no such commit here"),
        (("--commits", "HEAD", "HEAD", "--seeds", "empty"), "holds no text (NAME.txt); name another folder"),
        (("--commits", "HEAD", "HEAD", "x.rtf"), "x.rtf: no article is called so, for their names end in .txt"),
        (("--commits", "HEAD", "HEAD", "a"), "a is a folder; give a folder as --seeds a, or name the texts in it"),
        (("--commits", "HEAD", "HEAD", "a/x.txt", "b/x.txt"), "b/x.txt: another x.txt goes with it"),
    ],
)
def test_commits_and_texts_that_are_not_there_are_said(
    more: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("empty", "a", "b"):
        (tmp_path / name).mkdir()
    for name in ("x.rtf", "a/x.txt", "b/x.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "x")
    monkeypatch.chdir(tmp_path)
    done = run("diff", *more)
    assert done.exit_code == 2 and said in done.output, done.output


@pytest.mark.process
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_work_trees_go_when_it_is_interrupted(history: Path, tmp_path: Path, sent: signal.Signals) -> None:
    """While the commits are at work; what they began ends too."""
    command = [sys.executable, "-m", "generator", "diff", "--commits", "HEAD~2", "HEAD", "--seeds", str(five.SEEDS)]
    settings = {**os.environ, "TMPDIR": str(tmp_path)}
    # What runs behind a shell ignores the interruption, and hands that on; whoever sits before it does not.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command,
        cwd=history,
        env=settings,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed,  # noqa: PLW1509  no thread runs here
    ) as process:
        while process.poll() is None and not list(tmp_path.glob("mujaz-diff-*/1/explain")):
            time.sleep(0.02)
        process.send_signal(sent)
        _, said = process.communicate()
    assert (process.returncode, said) == (128 + sent, "")
    assert list(tmp_path.iterdir()) == []
    leaves_nothing(history)
