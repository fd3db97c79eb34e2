"""Reads the page cases: `=== name`, then lines whose first letter says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.clean import clean
from generator.lexicon import Lexicon
from generator.model import Cleaned, Source

CASES = Path(__file__).parent / "cases"
KEPT = {"body", "subheading", "dek", "table"}
LEFT_OUT = {"furniture", "related", "caption", "signature", "other-article", "comment"}
# B is any line that readers get, F any that they do not; the other letters ask for one verdict.
VERDICTS = {
    "T": {"title"},
    "B": KEPT,
    "S": {"subheading"},
    "D": {"dek"},
    "C": {"caption"},
    "R": {"related"},
    "G": {"signature"},
    "F": LEFT_OUT,
    "_": {"blank"},
}


@dataclass(frozen=True)
class Case:
    name: str
    letters: str
    text: str


def page_cases(folder: str, pattern: str = "*.txt") -> Iterator[Case]:
    for path in sorted((CASES / folder).glob(pattern)):
        for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, *lines = block.rstrip("\n").split("\n")
            yield Case(f"{path.stem}: {name}", "".join(x[0] for x in lines), "\n".join(x[2:] for x in lines))


def cleaned(text: str, lexicon: Lexicon, name: str = "case.txt") -> Cleaned:
    return clean(Source(name, "0" * 64, "utf-8", text), lexicon)


def wrong(case: Case, lexicon: Lexicon) -> list[str]:
    """The lines of a case that got another verdict than they should, told in words."""
    page = cleaned(case.text, lexicon)
    return [
        f"{line.number}: {letter} is {line.verdict} by {line.rule}: {line.text}"
        for letter, line in zip(case.letters, page.lines, strict=True)
        if line.verdict not in VERDICTS[letter]
    ]
