"""One closing line for several runs of the tests: how many passed, failed and were skipped in all.

`python -m tests.closing FILE...` reads what pytest wrote with --junit-xml. A file that is missing or cut is a run that
did not come to its end: it counts as one failure, and is named.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET


@dataclass(frozen=True)
class Counts:
    """How the tests of a run ended; a test whose set-up broke has failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def counts(report: str) -> Counts:
    """The counts of one report of pytest.

    Raises:
        ET.ParseError: the report is cut.
    """
    found = [suite.attrib for suite in ET.fromstring(report).iter("testsuite")]  # noqa: S314 - pytest wrote it just now
    total, failed, broken, skipped = (
        sum(int(suite[name]) for suite in found) for name in ("tests", "failures", "errors", "skipped")
    )
    return Counts(total - failed - broken - skipped, failed + broken, skipped)


def closing(reports: Iterable[Path]) -> tuple[Counts, tuple[Path, ...]]:
    """The sum of all reports, and those runs that left none that can be read."""
    whole, cut = Counts(), []
    for report in reports:
        try:
            whole += counts(report.read_text(encoding="utf-8"))
        except (OSError, ET.ParseError):
            whole += Counts(failed=1)
            cut.append(report)
    return whole, tuple(cut)


def main(names: list[str]) -> int:
    """Print the line; 1 when anything failed or nothing ran."""
    whole, cut = closing(map(Path, names))
    for report in cut:
        sys.stdout.write(f"make {report.stem} did not come to its end\n")
    sys.stdout.write(f"{whole}\n")
    return 1 if whole.failed or not whole.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
