"""What an article's page says of it: every fact with links to its words, below the text and beside each paragraph.

Invariant: a fact's row and the marks on its words are made together, so that each link has what it leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from generator.catalogue.groups import Entry
from generator.facts.table import HEADS, SECTIONS, FactField
from generator.model import Cleaned, Entity, Evidence, Figure, MentionedDate, Quote, RejectedDate, ThemeHit
from generator.model.pieces import evidence_in
from generator.pages.amounts import amount_note
from generator.pages.correcting import NO_WAYS, Mending, of_fact
from generator.pages.desk import Desk, Link, anchor, one_a_line
from generator.pages.givens import manner
from generator.pages.marks import REPORTED, Mark
from generator.pages.sourcewords import paper

# One link a paragraph is enough to check a name that a text repeats.
_WORDS_AT_MOST = 12


@dataclass(frozen=True)
class _About:
    """What a row needs to know of its article: its lines, and its people by name."""

    cleaned: Cleaned
    people: Mapping[str, Entity]


@dataclass(frozen=True)
class _Asked:
    """A row to be: of which article and field, and the row itself with all but its words."""

    about: _About
    field: FactField
    row: Callable[..., FactRow]

    @property
    def cleaned(self) -> Cleaned:
        """The lines of its article."""
        return self.about.cleaned


@dataclass(frozen=True)
class FactRow:
    """A fact: what it is, what is said of it, the words that show it.

    beside: what stands of it beside a paragraph, where that is not its name. mark: the kind of its marks, where it is
    not its section's. quoted: whether its words are another's, to be shown in « ». listed: whether it is in the list.
    ways: to mend it, where it is doubtful. said: who says its words, in which office, for whoever copies them.
    """

    name: str
    id: str = ""
    address: str | None = None
    note: str | None = None
    basis: str | None = None
    basis_words: str | None = None
    count: str | None = None
    words: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    mark: str | None = None
    beside: str | None = None
    quoted: bool = False
    listed: bool = True
    ways: Mending = NO_WAYS
    said: str | None = None


@dataclass(frozen=True)
class Section:
    """Facts of one kind under a heading; former: the ids of rows that it does not list any more."""

    kind: str
    heading: str
    rows: tuple[FactRow, ...]
    former: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[tuple[FactRow, ...], ...]:
        """Its rows by what they are called, in the order in which each name comes first."""
        found: dict[tuple[str, str | None], list[FactRow]] = {}
        for row in self.rows:
            found.setdefault((row.name, row.address), []).append(row)
        return tuple(map(tuple, found.values()))

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.rows)


@dataclass(frozen=True)
class Margin:
    """The facts that the words of a paragraph show: where it stands, how many, and each with where more is said."""

    place: str
    count: int
    facts: tuple[Link, ...]


@dataclass(frozen=True)
class Factsheet:
    """Every section that has rows, the marks for each line, and what stands beside it."""

    sections: tuple[Section, ...]
    marks: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)
    beside: Mapping[int, Margin] = field(default_factory=dict)


def factsheet(desk: Desk, entry: Entry) -> Factsheet:
    """The facts of an article as its page shows them."""
    facts, cleaned = entry.article.facts, entry.article.cleaned
    found = tuple(_sections(desk, entry))
    slips = ((x, "slip", desk.say("slip")) for x in facts.slips)
    heads = ((found, "head", "") for x in HEADS for found in evidence_in(x.value(facts)))
    rows = ((row, row.mark or section.kind) for section in found for row in section.rows)
    marks = ((found, kind, "") for row, kind in rows for found in row.evidence)
    in_lines = _by_line(_mark(cleaned, *told) for told in (*slips, *heads, *marks))
    sections = tuple(x for x in map(_listed, found) if x.rows)
    return Factsheet(sections, in_lines, _beside(desk, cleaned, sections))


def _listed(section: Section) -> Section:
    former = tuple(row.id for row in section.rows if not row.listed)
    return replace(section, rows=tuple(row for row in section.rows if row.listed), former=former)


def _sections(desk: Desk, entry: Entry) -> Iterator[Section]:
    facts = entry.article.facts
    about = _About(entry.article.cleaned, {person.name: person for person in reversed(facts.people)})
    for each in SECTIONS:
        part, items = each.section, each.items(facts)
        if part and items:
            worded, rows = _WORDED.get(each.name, _plain), list[FactRow]()
            for number, item in enumerate(items, start=1):
                ways, evidence = of_fact(desk, entry, each, item), tuple(evidence_in(item))
                row = partial(FactRow, id=f"f-{part.row}-{number}", evidence=evidence, ways=ways)
                rows.append(worded(desk, _Asked(about, each, row), item))
            yield Section(part.kind, desk.say(f"section.{part.kind}"), tuple(rows))


def _mark(cleaned: Cleaned, words: Evidence, kind: str, after: str) -> tuple[int, Mark]:
    line, start, end = cleaned.span(words)
    return line.number, Mark(start, end, anchor(words), kind, after)


def _by_line(marks: Iterable[tuple[int, Mark]]) -> dict[int, tuple[Mark, ...]]:
    """One mark a span, of the first of the facts that rest on it."""
    found: dict[int, dict[str, Mark]] = {}
    for line, mark in marks:
        found.setdefault(line, {}).setdefault(mark.id, mark)
    return {line: tuple(marks.values()) for line, marks in found.items()}


def _beside(desk: Desk, cleaned: Cleaned, sections: Iterable[Section]) -> dict[int, Margin]:
    """For each line that is a paragraph its facts, each once, in the order of its words; themes come last."""
    found: dict[int, dict[str, tuple[bool, int, Link]]] = {}
    shown = ((part.kind, row, words) for part in sections for row in part.rows for words in row.evidence)
    for kind, row, words in shown:
        line, start, _ = cleaned.span(words)
        if line.is_body:
            link = Link(row.beside or row.name, row.address or f"#{row.id}")
            found.setdefault(line.number, {}).setdefault(row.id, (kind == "themes", start, link))
    ordered = {line: _in_order(facts.values()) for line, facts in found.items()}
    return {line: Margin(desk.place(cleaned, line), len(facts), facts) for line, facts in ordered.items()}


def _in_order(facts: Iterable[tuple[bool, int, Link]]) -> tuple[Link, ...]:
    ordered = sorted(facts, key=lambda each: each[:2])
    return tuple(dict.fromkeys(link for *_, link in ordered))


def _links(desk: Desk, cleaned: Cleaned, evidence: tuple[Evidence, ...]) -> tuple[Link, ...]:
    """The way to the first words of each paragraph that show a thing, by its place."""
    chosen = one_a_line(evidence, _WORDS_AT_MOST)
    return tuple(Link(desk.place(cleaned, x.line), f"#{anchor(x)}") for x in chosen)


def _plain(desk: Desk, asked: _Asked, item: Any) -> FactRow:
    """What it is called, as what, how often and where; with the way to its page where its kind has pages."""
    field = asked.field
    name, shown = field.called(item), field.shown_by(item)
    address = desk.group_way(field.group, item.id, name) if field.group else None
    name = paper(desk, name) if field.group == "outlets" else name
    note, count = getattr(item, "role", None), desk.say("count.mentions", count=len(shown)) if shown else None
    return asked.row(name, address=address, note=note, count=count, words=_links(desk, asked.cleaned, shown))


def _theme(desk: Desk, asked: _Asked, hit: ThemeHit) -> FactRow:
    theme, basis = desk.lexicon.themes.by_id[hit.id], "editorial" if hit.basis == "editorial" else None
    return asked.row(
        theme.label,
        id=f"f-theme-{hit.id}",
        address=desk.theme_address(theme.id),
        basis=basis,
        basis_words=basis and desk.say("basis.editorial"),
        words=_quoted(desk, asked.cleaned, hit.evidence),
    )


def _quoted(desk: Desk, cleaned: Cleaned, evidence: tuple[Evidence, ...]) -> tuple[Link, ...]:
    """The words themselves, paragraph by paragraph, with their places."""
    chosen = one_a_line(evidence, _WORDS_AT_MOST)
    said = ((x, desk.say("evidence.words", words=x.text, place=desk.place(cleaned, x.line))) for x in chosen)
    return tuple(Link(words, f"#{anchor(x)}") for x, words in said)


def _quote(desk: Desk, asked: _Asked, quote: Quote) -> FactRow:
    speaker, called = asked.about.people.get(quote.speaker or ""), quote.speaker or desk.say("speaker.nobody")
    told = (manner(desk, quote), desk.place(asked.cleaned, quote.line))
    return asked.row(
        called,
        address=desk.group_way("people", speaker.id, speaker.name) if speaker else None,
        note=desk.say("list.dot").join(x for x in told if x),
        mark=REPORTED if quote.is_reported else None,
        basis="inferred" if quote.speaker_basis == "carried" else None,
        basis_words=desk.say("speaker.carried") if quote.speaker_basis == "carried" else None,
        words=(Link(quote.text, f"#{anchor(quote)}"),),
        beside=desk.say("beside.reported" if quote.is_reported else "beside.quote", speaker=called),
        quoted=quote.is_marked,
        said=desk.say("list.comma").join((called, speaker.role)) if speaker and speaker.role else None,
    )


def _figure(desk: Desk, asked: _Asked, figure: Figure) -> FactRow:
    where = Link(desk.place(asked.cleaned, figure.line), f"#{anchor(figure)}")
    return asked.row(figure.text, note=amount_note(desk, figure), words=(where,), listed=figure.kind != "duration")


def _date(desk: Desk, asked: _Asked, date: MentionedDate) -> FactRow:
    return asked.row(desk.day(date.value), words=_quoted(desk, asked.cleaned, asked.field.shown_by(date)))


def _rejected(desk: Desk, asked: _Asked, date: RejectedDate) -> FactRow:
    words = _quoted(desk, asked.cleaned, asked.field.shown_by(date))
    return asked.row(desk.day(date.value), note=desk.say(f"rejected.{date.why}"), words=words)


# What a page says of a field in words of its own.
_WORDED: Mapping[str, Callable[[Desk, _Asked, Any], FactRow]] = {
    "themes": _theme,
    "quotes": _quote,
    "figures": _figure,
    "dates_mentioned": _date,
    "rejected_dates": _rejected,
}
