"""Reads the cases of names: lines of an article, and the people, organisations and places that must be found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.facts.names.survey import survey
from generator.lexicon import load_lexicon
from generator.model import Cleaned, Entity, EntityKind, Line, Source
from generator.reading.line import read_text

CASES = Path(__file__).resolve().parent / "cases"
AREAS = ("people", "organisations", "places", "clitics")
KINDS: Mapping[str, EntityKind] = {"P": "person", "O": "organisation", "L": "place"}


@dataclass
class Case:
    """A text; by kind what must be found in it: ids, or names where no lexicon knows them, with the office if any."""

    title: str
    text: list[str] = field(default_factory=list)
    expected: dict[EntityKind, dict[str, str | None]] = field(
        default_factory=lambda: {kind: {} for kind in KINDS.values()}
    )


def read(name: str) -> list[Case]:
    """Every case of the files of one name in all areas, in order."""
    found: list[Case] = []
    for area in AREAS:
        for row in (CASES / area / name).read_text(encoding="utf-8").splitlines():
            if row.startswith("=== "):
                found.append(Case(f"{area}: {row[4:]}"))
            elif found and row and not row.startswith("#"):
                _add(found[-1], row)
    return found


def _add(case: Case, row: str) -> None:
    kind = KINDS.get(row[0]) if row[1:3] == ": " else None
    if kind is None:
        case.text.append(row)
        return
    for entry in row[3:].split(" ; "):
        name, _, office = entry.partition(" = ")
        case.expected[kind][name.strip()] = office.strip() or None


def entities(*lines: str) -> tuple[Entity, ...]:
    """What is found in lines of a body."""
    lexicon = load_lexicon()
    numbered = tuple(Line(number, line, "body", "case") for number, line in enumerate(lines, 1))
    cleaned = Cleaned(Source("case.txt", "0" * 64, "utf-8", "\n".join(lines)), "ar", numbered)
    return survey(read_text(cleaned), lexicon)


def found(case: Case) -> dict[EntityKind, dict[str, str | None]]:
    """What is found in a case, in the form of what is expected."""
    by_kind: dict[EntityKind, dict[str, str | None]] = {kind: {} for kind in KINDS.values()}
    for entity in entities(*case.text):
        by_kind[entity.kind][entity.id or entity.name] = entity.role
    return by_kind


@dataclass(frozen=True)
class Score:
    """How many names were right, false and missed."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.false + self.missed)


def score(cases: list[Case], kinds: tuple[EntityKind, ...]) -> Score:
    """Names of some kinds over all cases; the office does not count."""
    right = false = missed = 0
    for case in cases:
        got = found(case)
        for kind in kinds:
            names, wanted = set(got[kind]), set(case.expected[kind])
            right, false, missed = (
                right + len(names & wanted),
                false + len(names - wanted),
                missed + len(wanted - names),
            )
    return Score(right, false, missed)
