"""Each `test("…")` of a file tests/js/*.test.js is one of pytest's tests; a file runs once, in the Node of the locks.

The files get two indexes of tests/js/lines.jsonl, one whole and one split, by their folder's name in MUJAZ_INDEX.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.search import Aids, index
from generator.search.lines import read_documents
from tests import dossiers, node

_HERE = Path(__file__).parent
_NAME = re.compile(r'^test\("([^"]+)"', re.MULTILINE)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Files of tests in JavaScript are files of tests."""
    return Suite.from_parent(parent, path=file_path) if file_path.name.endswith(".test.js") else None


class Suite(pytest.File):
    """A file of tests in JavaScript."""

    def collect(self) -> Iterator[pytest.Item]:
        for name in _NAME.findall(self.path.read_text(encoding="utf-8")):
            yield Unit.from_parent(self, name=name)


class Unit(pytest.Item):
    """One of its tests."""

    def runtest(self) -> None:
        """Fail as Node says."""
        results = _run(self.path)
        if self.name not in results:
            pytest.fail(f"Node tells of no such test: {sorted(results)}", pytrace=False)
        if not results[self.name]["passed"]:
            pytest.fail(results[self.name]["error"] or "failed", pytrace=False)


def _write_indexes(folder: Path) -> None:
    """The same lines whole, and in files of postings and texts."""
    lines = (_HERE / "lines.jsonl").read_text(encoding="utf-8").splitlines()
    for name, above in (("whole", 10**6), ("split", 0)):
        (folder / name).mkdir()
        for file, data in index(read_documents(lines), Aids(dossiers.LEXICON.search), above).items():
            (folder / name / file).write_bytes(data)


@cache
def _run(file: Path) -> dict[str, dict[str, Any]]:
    """How the tests of a file ended, by name."""
    with tempfile.TemporaryDirectory() as made:
        _write_indexes(Path(made))
        done = node.run(f"--test-reporter={(_HERE / 'reporter.mjs').as_uri()}", file, MUJAZ_INDEX=made)
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not found:
        pytest.fail(done.stderr or done.stdout or "Node said nothing", pytrace=False)
    return {each["name"]: each for each in found}
