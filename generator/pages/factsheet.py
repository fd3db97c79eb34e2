"""What an article's page says of it: every fact with links to its words, and the marks that lead back.

Invariant: a fact's row and its marks are made together, so that each leads to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue.groups import Entry, GroupKind
from generator.model import Entity, Evidence, Facts, Figure, Quote
from generator.pages.desk import Desk, Link, anchor
from generator.pages.marks import Mark
from generator.pages.spoken import amount

# One link a line is enough to check a name that a text repeats.
_WORDS_AT_MOST = 12


@dataclass(frozen=True)
class Row:
    """A fact: what it is, what is said of it, the words that show it. `id` is where its marks lead back to."""

    id: str
    name: str
    address: str | None = None
    note: str | None = None
    basis: str | None = None
    basis_words: str | None = None
    words: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Section:
    """Facts of one kind under a heading."""

    kind: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Factsheet:
    """Every section that has rows, and the marks for each line."""

    sections: tuple[Section, ...]
    marks: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Shown:
    row: Row
    evidence: tuple[Evidence, ...]


def factsheet(desk: Desk, entry: Entry) -> Factsheet:
    """The facts of an article as its page shows them."""
    facts = entry.article.facts
    kinds: tuple[tuple[str, Sequence[_Shown]], ...] = (
        ("people", tuple(_entities(desk, "people", facts.people))),
        ("quotes", tuple(_quotes(desk, facts))),
        ("figures", tuple(_figure(desk, n, x) for n, x in enumerate(facts.figures, start=1))),
        ("organisations", tuple(_entities(desk, "organisations", facts.organisations))),
        ("places", tuple(_entities(desk, "places", facts.places))),
        ("dates", tuple(_dates(desk, facts))),
        ("cited", tuple(_cited(desk, facts))),
        ("themes", tuple(_themes(desk, entry))),
        ("rejected", tuple(_rejected(desk, facts))),
    )
    sections = tuple(Section(k, desk.say(f"section.{k}"), tuple(s.row for s in shown)) for k, shown in kinds if shown)
    slips = (_mark(x, f"#l{x.line}", "slip", desk.say("slip")) for x in facts.slips)
    heads = (_mark(found, f"#f-{name}", "head") for name, found in _head(facts))
    rows = (_mark(found, f"#{s.row.id}", kind) for kind, shown in kinds for s in shown for found in s.evidence)
    return Factsheet(sections, _by_line((*slips, *heads, *rows)))


def _head(facts: Facts) -> Iterator[tuple[str, Evidence]]:
    """Evidence of what stands at the head of the page."""
    yield from (("date", found) for found in facts.date.evidence)
    for name, named in (("outlet", facts.outlet), ("author", facts.author)):
        yield from ((name, found) for found in (named.evidence if named else ()))


def _mark(words: Evidence, back: str, kind: str, after: str = "") -> tuple[int, Mark]:
    return words.line, Mark(words.start, words.end, anchor(words), back, kind, after)


def _by_line(marks: Iterable[tuple[int, Mark]]) -> dict[int, tuple[Mark, ...]]:
    """One mark a span: where several facts rest on the same words, the first leads back."""
    found: dict[int, dict[str, Mark]] = {}
    for line, mark in marks:
        found.setdefault(line, {}).setdefault(mark.id, mark)
    return {line: tuple(marks.values()) for line, marks in found.items()}


def _links(desk: Desk, evidence: tuple[Evidence, ...]) -> tuple[Link, ...]:
    """The words themselves for the first mentions, line by line."""
    one_a_line = {found.line: found for found in reversed(evidence)}
    chosen = [one_a_line[line] for line in sorted(one_a_line)][:_WORDS_AT_MOST]
    return tuple(Link(desk.say("evidence.words", words=x.text, line=x.line), f"#{anchor(x)}") for x in chosen)


def _where(desk: Desk, words: Evidence) -> tuple[Link, ...]:
    """The line alone, where the row's name is the words themselves."""
    return (Link(desk.say("evidence.line", line=words.line), f"#{anchor(words)}"),)


def _themes(desk: Desk, entry: Entry) -> Iterator[_Shown]:
    for hit in entry.article.themes:
        theme = desk.lexicon.themes.by_id[hit.id]
        editorial = hit.basis == "editorial"
        row = Row(
            f"f-theme-{hit.id}",
            theme.label,
            f"/themes/{theme.id}/",
            basis="editorial" if editorial else None,
            basis_words=desk.say("basis.editorial") if editorial else None,
            words=_links(desk, hit.evidence),
        )
        yield _Shown(row, hit.evidence)


def _entities(desk: Desk, kind: GroupKind, entities: tuple[Entity, ...]) -> Iterator[_Shown]:
    for number, entity in enumerate(entities, start=1):
        evidence = (*entity.mentions, *entity.role_evidence)
        row = Row(
            f"f-{kind}-{number}",
            entity.name,
            desk.group_address(kind, entity.id, entity.name),
            entity.role,
            words=_links(desk, entity.mentions),
        )
        yield _Shown(row, evidence)


def _quotes(desk: Desk, facts: Facts) -> Iterator[_Shown]:
    people = {person.name: person for person in reversed(facts.people)}
    for number, quote in enumerate(facts.quotes, start=1):
        yield _quote(desk, number, quote, people.get(quote.speaker or ""))


def _quote(desk: Desk, number: int, quote: Quote, speaker: Entity | None) -> _Shown:
    words = Evidence(quote.line, quote.start, quote.end, quote.text, quote.rule)
    row = Row(
        f"f-quote-{number}",
        quote.speaker or desk.say("speaker.nobody"),
        desk.group_address("people", speaker.id, speaker.name) if speaker else None,
        note=desk.say("quote.unclosed") if quote.marks == "unclosed" else None,
        basis="inferred" if quote.speaker else "unknown",
        basis_words=desk.say(f"speaker.{quote.speaker_basis or 'unknown'}"),
        words=(Link(quote.text, f"#{anchor(words)}"),),
    )
    return _Shown(row, (words,))


def _figure(desk: Desk, number: int, figure: Figure) -> _Shown:
    words = Evidence(figure.line, figure.start, figure.end, figure.text, figure.rule)
    row = Row(f"f-figure-{number}", figure.text, note=amount(desk, figure), words=_where(desk, words))
    return _Shown(row, (words,))


def _dates(desk: Desk, facts: Facts) -> Iterator[_Shown]:
    for number, date in enumerate(facts.dates_mentioned, start=1):
        yield _Shown(
            Row(f"f-dated-{number}", desk.day(date.value), words=_links(desk, (date.evidence,))),
            (date.evidence,),
        )


def _rejected(desk: Desk, facts: Facts) -> Iterator[_Shown]:
    for number, date in enumerate(facts.rejected_dates, start=1):
        note = desk.say(f"rejected.{date.why}")
        row = Row(f"f-rejected-{number}", desk.day(date.value), note=note, words=_links(desk, (date.evidence,)))
        yield _Shown(row, (date.evidence,))


def _cited(desk: Desk, facts: Facts) -> Iterator[_Shown]:
    for number, named in enumerate(facts.cited_outlets, start=1):
        address = desk.group_address("outlets", named.id, named.name)
        yield _Shown(Row(f"f-cited-{number}", named.name, address, words=_links(desk, named.evidence)), named.evidence)
