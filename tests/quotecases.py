"""Reads the cases of quotations: lines of an article, and each quotation that must be found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.facts import quotes
from generator.lexicon import load_lexicon
from generator.model import Cleaned, Entity, EntityKind, Evidence, Facts, Line, Quote, Source, Verdict
from generator.reading.line import read_text

CASES = Path(__file__).resolve().parent / "cases" / "quotes"


@dataclass
class Case:
    """A text with what must be found: (first words, last words, speaker, basis, marks) each."""

    title: str
    lines: list[tuple[Verdict, str]] = field(default_factory=list)
    names: list[tuple[EntityKind, str, list[str]]] = field(default_factory=list)
    expected: list[tuple[str, str, str, str, str]] = field(default_factory=list)


def read(name: str) -> list[Case]:
    """Every case of a file, in order."""
    found: list[Case] = []
    for row in (CASES / name).read_text(encoding="utf-8").splitlines():
        if row.startswith("=== "):
            found.append(Case(row[4:]))
        elif found and row:
            _add(found[-1], row)
    return found


def _add(case: Case, row: str) -> None:
    if row.startswith("> "):
        words, speaker, basis, marks = (part.strip() for part in row[2:].split("|"))
        first, _, last = words.partition(" ~ ")
        case.expected.append((first, last or first, speaker, basis, marks))
    elif row.startswith("@"):
        kind: EntityKind = "organisation" if row.startswith("@@") else "person"
        name, _, mentions = row.lstrip("@ ").partition(" = ")
        case.names.append((kind, name.strip(), [m.strip() for m in mentions.split(",")]))
    elif row.startswith("S "):
        case.lines.append(("subheading", row[2:]))
    else:
        case.lines.append(("body", row))


def facts(case: Case) -> Facts:
    """The people and bodies that a case names, each mention where its words stand."""
    found: dict[EntityKind, list[Entity]] = {"person": [], "organisation": []}
    for kind, name, mentions in case.names:
        places = [
            Evidence(number, at, at + len(mention), mention, "case")
            for number, (_, line) in enumerate(case.lines, 1)
            for mention in mentions
            if (at := line.find(mention)) >= 0
        ]
        found[kind].append(Entity(kind, None, name, None, tuple(places)))
    return Facts(people=tuple(found["person"]), organisations=tuple(found["organisation"]))


def cleaned(lines: list[tuple[Verdict, str]]) -> Cleaned:
    """Lines with their verdicts as a cleaned text."""
    text = "\n".join(line for _, line in lines)
    marked = tuple(Line(number, line, verdict, "case") for number, (verdict, line) in enumerate(lines, 1))
    return Cleaned(Source("case.txt", "0" * 64, "utf-8", text), "ar", marked)


def run(case: Case) -> tuple[Quote, ...]:
    """The quotations found in a case."""
    return quotes.find(read_text(cleaned(case.lines)), load_lexicon(), facts(case)).value


@dataclass(frozen=True)
class Score:
    """How a case went: expected, found of those, found besides, speakers right of those found."""

    expected: int
    hit: int
    false: int
    speakers: int
    faults: tuple[str, ...]


def score(case: Case) -> Score:
    """Quotations are matched by their first and last words; speakers by name and basis."""
    found = list(run(case))
    hit = speakers = 0
    faults: list[str] = []
    for first, last, speaker, basis, marks in case.expected:
        match = next(
            (q for q in found if q.text.startswith(first) and q.text.rstrip(".").endswith(last.rstrip("."))), None
        )
        if match is None:
            faults.append(f"{case.title}: missed «{first}»")
            continue
        found.remove(match)
        hit += 1
        told = (match.speaker or "-", match.speaker_basis or "-")
        if told == (speaker, basis):
            speakers += 1
        else:
            faults.append(f"{case.title}: speaker {told} for «{first}», wanted {(speaker, basis)}")
        if match.marks != marks:
            faults.append(f"{case.title}: marks {match.marks} for «{first}», wanted {marks}")
    faults += [f"{case.title}: false «{q.text}» by {q.rule}" for q in found]
    return Score(len(case.expected), hit, len(found), speakers, tuple(faults))
