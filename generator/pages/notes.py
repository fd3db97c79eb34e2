"""Notes for the maintainer: every problem of this build, in Arabic, with its remedy; themes that there might be.

Invariant: what one rule met stands together, the gravest first, under what it says and how often; a sheet holds as many
as the dossier's lists do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from generator.catalogue.groups import Entry
from generator.lexicon.wording import Told
from generator.model import LEVELS, Draft, Problem
from generator.pages.desk import Desk, Link, ListPart
from generator.pages.grounds import Grounds, hash_of
from generator.pages.proposed import proposed_of

_ANY = "…"


@dataclass(frozen=True)
class Note:
    """Where a problem is, with its article's page where it has one; in words, as far as these are not its rule's."""

    file: str
    line: int | None
    words: str
    page: Link | None


@dataclass(frozen=True)
class NoteGroup:
    """What a rule says, and what to do about it; how often in all, and the notes of this sheet."""

    id: str
    level: str
    level_words: str
    title: str
    remedy: str
    count: int
    notes: tuple[Note, ...]

    @property
    def told(self) -> bool:
        """Whether any of the notes has words of its own."""
        return any(note.words for note in self.notes)


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The pages of problems, the gravest first, then those of which there are most."""
    desk = grounds.desk
    counted = Counter[tuple[str, str]]((problem.level, problem.rule) for problem in desk.catalogue.problems)
    problems = sorted(desk.catalogue.problems, key=lambda x: (*_place(x, counted), x.order))
    sheets = tuple(desk.paged("/notes/", problems))
    begun = _begun(desk, sheets, counted)
    said = desk.say("page.notes"), desk.say("page.notes.description")
    for sheet in sheets:
        rests_on = (sheet.place, hash_of(begun), grounds.whole)
        yield Draft("notes", sheet.address, *said, rests_on, partial(_context, grounds, sheet, begun, counted))


def _place(problem: Problem, counted: Mapping[tuple[str, str], int]) -> tuple[int, int, str]:
    return LEVELS.index(problem.level), -counted[problem.level, problem.rule], problem.rule


def _id(problem: Problem) -> str:
    return f"{problem.level}-{problem.rule}"


def _begun(
    desk: Desk, sheets: Sequence[ListPart[Problem]], counted: Mapping[tuple[str, str], int]
) -> tuple[tuple[Link, int], ...]:
    """The way to each rule's first note, with how many it has; none where all stand on one sheet."""
    first: dict[str, tuple[Link, int]] = {}
    for sheet in sheets if len(sheets) > 1 else ():
        for problem in sheet.items:
            if _id(problem) not in first:
                way = Link(_said(desk, problem).message, f"{sheet.address}#{_id(problem)}")
                first[_id(problem)] = (way, counted[problem.level, problem.rule])
    return tuple(first.values())


def _context(
    grounds: Grounds,
    sheet: ListPart[Problem],
    begun: Sequence[tuple[Link, int]],
    counted: Mapping[tuple[str, str], int],
) -> dict[str, Any]:
    desk = grounds.desk
    withheld = tuple(a.name for a in desk.catalogue.withheld) if sheet.number == 1 else ()
    most = desk.settings.list_length
    return {
        "count": len(desk.catalogue.problems),
        "sheet": sheet,
        "begun": begun if sheet.number == 1 else (),
        "groups": tuple(_groups(desk, sheet.items, counted)),
        "proposed": proposed_of(grounds) if sheet.number == 1 else (),
        "withheld": withheld[:most],
        "withheld_rest": max(0, len(withheld) - most),
    }


def _groups(desk: Desk, problems: Iterable[Problem], counted: Mapping[tuple[str, str], int]) -> Iterator[NoteGroup]:
    homes = {name: e for e in desk.catalogue.entries for name in (*e.also, e.article.name)}
    for id_, some in groupby(problems, key=_id):
        held = tuple(some)
        first, said = held[0], _said(desk, held[0])
        notes = tuple(_note(desk, problem, said, homes.get(problem.file)) for problem in held)
        level, count = desk.say(f"level.{first.level}"), counted[first.level, first.rule]
        yield NoteGroup(id_, first.level, level, said.message, said.remedy, count, notes)


def _said(desk: Desk, problem: Problem) -> Told:
    """What a problem says of any file: dots stand for what is of one alone."""
    whatever = tuple((name, _ANY) for name, _ in problem.values)
    return desk.lexicon.wording.tell(replace(problem, values=whatever), desk.lexicon.wording.language)


def _note(desk: Desk, problem: Problem, said: Told, entry: Entry | None) -> Note:
    told = desk.lexicon.wording.tell(problem, desk.lexicon.wording.language)
    page = Link(desk.title_of(entry.article), entry.address) if entry else None
    own = ((told.message, said.message), (told.remedy, said.remedy))
    words = desk.say("list.dot").join(text for text, of_all in own if text != of_all)
    return Note(problem.file, problem.line, words, page)
