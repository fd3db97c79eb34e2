"""Reads the cases of figures: a sentence, and each figure that must be found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.facts.figures import figures
from generator.facts.numbers.separators import marks_of
from generator.lexicon import load_lexicon
from generator.model import Figure
from generator.reading.line import ReadLine

CASES = Path(__file__).resolve().parent / "cases" / "figures"
_FIELD = re.compile(r"(\w+)=(.*?)(?=\s\w+=|$)")


@dataclass
class Case:
    """A sentence with what must be found: (words, fields) each."""

    text: str
    expected: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def read(name: str) -> list[Case]:
    """Every case of a file, in order."""
    found: list[Case] = []
    for row in (CASES / name).read_text(encoding="utf-8").splitlines():
        if row.startswith("> "):
            words, _, fields = row[2:].partition("|")
            found[-1].expected.append((words.strip(), dict(_FIELD.findall(fields.strip()))))
        elif row and not row.startswith("#"):
            found.append(Case(row))
    return found


def run(case: Case) -> tuple[Figure, ...]:
    """The figures found in a case."""
    return tuple(figures(ReadLine(1, case.text, "body", "case"), load_lexicon().numbers, marks_of([case.text])))


@dataclass(frozen=True)
class Score:
    """How a case went: expected, found of those, found besides."""

    expected: int
    hit: int
    false: int
    faults: tuple[str, ...]


def score(case: Case) -> Score:
    """A figure is right when it holds the words asked for and every field given is as given."""
    found = list(run(case))
    hit = 0
    faults: list[str] = []
    for words, fields in case.expected:
        match = next((f for f in found if words in f.text), None)
        if match is None:
            faults.append(f"{case.text}: missed «{words}»")
            continue
        found.remove(match)
        wrong = [f"{k}={_shown(match, k)}" for k, v in fields.items() if _shown(match, k) != _asked(k, v)]
        hit += not wrong
        faults += [f"{case.text}: «{match.text}» has {w}" for w in wrong]
    faults += [f"{case.text}: false «{f.text}» by {f.rule}" for f in found]
    return Score(len(case.expected), hit, len(found), tuple(faults))


def _asked(key: str, value: str) -> object:
    if key in ("value", "low", "high"):
        return None if value == "-" else float(value)
    return value == "yes" if key == "about" else value


def _shown(figure: Figure, key: str) -> object:
    value: object = getattr(figure, "approximate" if key == "about" else key)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
