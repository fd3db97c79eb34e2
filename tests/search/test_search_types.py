"""The types that the comments of the search engine state hold, as TypeScript's checker reads them in strict mode."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests import five, node

pytestmark = pytest.mark.process

_ASSETS = five.ROOT / "docs" / "assets"
_ENGINE = _ASSETS / "search"
_SCRIPTS = (*sorted(_ENGINE.glob("*.js")), *sorted((_ASSETS / "scripts").glob("*.js")))
_TESTS = five.ROOT / "tests"
_IN_NODE = (_ENGINE / "query.mjs", *sorted(_TESTS.glob("js/*.*js")), *sorted((_TESTS / "search").glob("*.mjs")))
# What tells the checker to look away, or to take a value for anything at all.
_UNCHECKED = re.compile(r"@ts-|@\w+ \{[^@]*\bany\b[^@]*\}|@\w+ \{[*?]\}")


def test_the_types_of_the_engine_hold() -> None:
    """Each of its scripts, search page and worker among them, whether another imports it or not."""
    assert node.checked(*_SCRIPTS) == ""


def test_the_types_of_what_node_runs_hold() -> None:
    assert node.checked(*_IN_NODE, types="node") == ""


def test_nothing_is_left_unchecked() -> None:
    """No line asks the checker to look away, and none says that a value may be anything."""
    files = (*_SCRIPTS, *_IN_NODE)
    lines = [f"{path.name}: {line.strip()}" for path in files for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if _UNCHECKED.search(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "// @ts-ignore",
        "/** @type {any} */",
        "/** @param {any[]} all */",
        "/** @returns {Map<string, any>} */",
        "/** @type {*} */",
    ],
)
def test_looking_away_would_be_seen(line: str) -> None:
    assert _UNCHECKED.search(line)


def test_a_wrong_type_is_told_with_its_place(tmp_path: Path) -> None:
    """A check that could not fail would hold nothing: a wrong argument, an untyped parameter, a value that may lack."""
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    wrong = tmp_path / "wrong.js"
    engine = (_ENGINE / "text.js").as_posix()
    wrong.write_text(
        f'import {{ words }} from "{engine}";\nwords(7);\n'
        "export const untyped = (word) => word;\n"
        '/** @type {string} */\nexport const absent = ["a"].at(7);\n',
        encoding="utf-8",
    )
    told = node.checked(wrong)
    assert [line for line in ("(2,7)", "(3,25)", "(5,14)") if f"wrong.js{line}: error" not in told] == []


def test_every_export_of_the_engine_is_described() -> None:
    """A comment stands before each exported function and constant."""
    bare = []
    for path in _SCRIPTS:
        lines = path.read_text(encoding="utf-8").splitlines()
        for before, line in pairwise(lines):
            if line.startswith(("export function", "export async function", "export const")) and "*/" not in before:
                bare.append(f"{path.name}: {line}")
    assert bare == []
