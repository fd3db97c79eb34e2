"""The figures of a dossier as one table by what they count, each in the text's own words with who says it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalogue.tallies import Tally, tallies
from generator.lexicon.counted import Noun, noun_called
from generator.model import Draft, Figure
from generator.pages.desk import Desk, ListPart
from generator.pages.givens import Given, given_figure, neighbours
from generator.pages.grounds import Grounds, hash_of
from generator.reading.clitics import ARTICLE
from generator.reading.letters import fold, plain
from generator.reading.stems import light, without_article


@dataclass(frozen=True)
class Subject:
    """What some figures count, and those figures; goes_on: whether a sheet before began it."""

    label: str
    goes_on: bool
    rows: tuple[Given, ...]


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The table, in sheets: the subjects of most articles first, shares last; of one the latest articles first."""
    desk = grounds.desk
    found = by_subject(desk, tallies(desk.catalogue.listed))
    count = desk.say("count.figures", count=len(found))
    opened = {label: at for at, (label, _) in reversed(list(enumerate(found)))}
    done = 0
    for sheet in desk.paged("/figures/", found):
        begun = tuple(opened[label] < done + at for at, (label, _) in enumerate(sheet.items))
        held = [(label, tally.figure.line, tally.figure.start) for label, tally in sheet.items]
        among = grounds.among(tally.entry for _, tally in sheet.items)
        yield Draft(
            kind="figures",
            address=sheet.address,
            title=desk.say("page.figures"),
            description=desk.say("page.figures.description"),
            rests_on=(sheet.place, hash_of(count, begun, held), among),
            context=partial(_context, grounds, sheet, begun, count),
            count=count,
        )
        done += len(sheet.items)


def _context(grounds: Grounds, sheet: ListPart[tuple[str, Tally]], begun: Sequence[bool], count: str) -> dict[str, Any]:
    desk = grounds.narrowed(tally.entry for _, tally in sheet.items)
    return {"sheet": sheet, "subjects": tuple(_subjects(desk, sheet.items, begun)), "count": count}


def _subjects(desk: Desk, rows: Sequence[tuple[str, Tally]], begun: Sequence[bool]) -> Iterator[Subject]:
    """The rows of a sheet by what they count; `begun`: of each, whether one of its subject stands before it."""
    for first, last in neighbours([label for label, _ in rows]):
        yield Subject(rows[first][0], begun[first], tuple(given_figure(desk, tally) for _, tally in rows[first:last]))


def by_subject(desk: Desk, found: Sequence[Tally]) -> list[tuple[str, Tally]]:
    """Every figure with the words for what it counts, in the order of the table."""
    groups = defaultdict[str, list[Tally]](list)
    for tally in found:
        groups[_key(desk, tally.figure)].append(tally)
    told = [(_label(desk, key, group), group) for key, group in groups.items()]
    named = [(label, group) for label, group in told if label]
    named.sort(key=lambda x: (_is_share(x[1][0].figure), -len({t.entry.address for t in x[1]}), -len(x[1]), x[0]))
    rest = [tally for label, group in told if not label for tally in group]
    last = [(desk.say("figures.others"), rest)] if rest else []
    return [(label, tally) for label, group in (*named, *last) for tally in group]


def _is_share(figure: Figure) -> bool:
    """True for what is no subject: shares of this and that, and numbers without a noun."""
    return figure.kind == "percent" or figure.unit is None


def _key(desk: Desk, figure: Figure) -> str:
    if _is_share(figure) or not figure.unit:
        return figure.kind
    noun = _noun(desk, figure.unit)
    return f"{noun.singular} {noun.adjective}" if noun else light(plain(figure.unit.split()[0]))


def _noun(desk: Desk, unit: str) -> Noun | None:
    nouns = desk.lexicon.numbers.nouns
    stem = without_article(unit.split(maxsplit=1)[0])
    return noun_called(unit, nouns) or nouns.get(fold(stem)) or nouns.get(light(plain(stem)))


def _label(desk: Desk, key: str, group: Sequence[Tally]) -> str:
    """What a subject is called; empty for a lone figure of something that the lexicon has no plural of."""
    figure = group[0].figure
    if figure.kind == "percent":
        return desk.say("figures.shares")
    if figure.unit is None:
        return desk.say("figures.uncounted")
    noun = _noun(desk, figure.unit)
    if noun:
        return noun.heading
    written = Counter(word.removeprefix(ARTICLE) for t in group if (word := (t.figure.unit or "").split()[0]))
    return min(written, key=lambda word: (-written[word], word)) if len(group) > 1 else ""
