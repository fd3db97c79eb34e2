"""Notes for the maintainer: every problem of this build, in Arabic, with its remedy; themes that there might be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

from generator.catalogue.groups import Entry
from generator.model import Draft, Problem
from generator.pages.desk import Desk, Link
from generator.pages.grounds import Grounds
from generator.pages.proposed import proposed


@dataclass(frozen=True)
class Note:
    """A problem in words, with its article's page where it has one."""

    level: str
    level_words: str
    file: str
    line: int | None
    message: str
    remedy: str
    page: Link | None


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The page of problems, the gravest first."""
    desk = grounds.desk
    said = desk.say("page.notes"), desk.say("page.notes.description")
    yield Draft("notes", "/notes/", *said, (grounds.whole,), partial(_context, desk))


def _context(desk: Desk) -> dict[str, Any]:
    homes = {name: e for e in desk.catalogue.entries for name in (*e.also, e.article.name)}
    problems = sorted(desk.catalogue.problems, key=attrgetter("order"))
    return {
        "count": len(problems),
        "notes": tuple(_note(desk, problem, homes.get(problem.file)) for problem in problems),
        "proposed": proposed(desk),
        "withheld": tuple(a.name for a in desk.catalogue.withheld),
    }


def _note(desk: Desk, problem: Problem, entry: Entry | None) -> Note:
    told = desk.lexicon.wording.tell(problem, desk.lexicon.wording.language)
    page = Link(desk.title_of(entry.article), entry.address) if entry else None
    level = desk.say(f"level.{problem.level}")
    return Note(problem.level, level, problem.file, problem.line, told.message, told.remedy, page)
