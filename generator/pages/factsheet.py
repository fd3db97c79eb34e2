"""What an article's page says of it: every fact with links to its words, and the marks that lead back.

Invariant: a fact's row and its marks are made together, so that each leads to the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.catalogue.groups import Entry
from generator.facts.table import HEADS, SECTIONS, FactField
from generator.model import Article, Cleaned, Entity, Evidence, Figure, MentionedDate, Quote, RejectedDate, ThemeHit
from generator.model.pieces import evidence_in
from generator.pages.desk import Desk, Link, anchor, one_a_line
from generator.pages.marks import REPORTED, Mark
from generator.pages.spoken import amount_shown, manner

# One link a line is enough to check a name that a text repeats.
_WORDS_AT_MOST = 12


@dataclass(frozen=True)
class _About:
    """What a row needs to know of its article: its lines, and its people by name."""

    cleaned: Cleaned
    people: Mapping[str, Entity]


@dataclass(frozen=True)
class FactRow:
    """A fact: what it is, what is said of it, the words that show it. `id` is where its marks lead back to.

    mark: the kind of its marks, where it is not its section's.
    """

    name: str
    id: str = ""
    address: str | None = None
    note: str | None = None
    basis: str | None = None
    basis_words: str | None = None
    words: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    mark: str | None = None


@dataclass(frozen=True)
class Section:
    """Facts of one kind under a heading."""

    kind: str
    heading: str
    rows: tuple[FactRow, ...]


@dataclass(frozen=True)
class Factsheet:
    """Every section that has rows, and the marks for each line."""

    sections: tuple[Section, ...]
    marks: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)


def factsheet(desk: Desk, entry: Entry) -> Factsheet:
    """The facts of an article as its page shows them."""
    facts, cleaned = entry.article.facts, entry.article.cleaned
    sections = tuple(_sections(desk, entry.article))
    slips = ((x, f"#l{cleaned.holder(x.line).number}", "slip", desk.say("slip")) for x in facts.slips)
    heads = ((found, f"#f-{x.name}", "head", "") for x in HEADS for found in evidence_in(x.value(facts)))
    rows = ((row, row.mark or section.kind) for section in sections for row in section.rows)
    marks = ((found, f"#{row.id}", kind, "") for row, kind in rows for found in row.evidence)
    return Factsheet(sections, _by_line(_mark(cleaned, *told) for told in (*slips, *heads, *marks)))


def _sections(desk: Desk, article: Article) -> Iterator[Section]:
    facts = article.facts
    speakers = {person.name: person for person in reversed(facts.people)}
    for each in SECTIONS:
        part, items = each.section, each.items(facts)
        if part and items:
            made = (
                _WORDED.get(each.name, _plain)(desk, _About(article.cleaned, speakers), each, item) for item in items
            )
            rows = (
                replace(row, id=row.id or f"f-{part.row}-{number}", evidence=tuple(evidence_in(item)))
                for number, (row, item) in enumerate(zip(made, items, strict=True), start=1)
            )
            yield Section(part.kind, desk.say(f"section.{part.kind}"), tuple(rows))


def _mark(cleaned: Cleaned, words: Evidence, back: str, kind: str, after: str) -> tuple[int, Mark]:
    line, start, end = cleaned.span(words)
    return line.number, Mark(start, end, anchor(words), back, kind, after)


def _by_line(marks: Iterable[tuple[int, Mark]]) -> dict[int, tuple[Mark, ...]]:
    """One mark a span: where several facts rest on the same words, the first leads back."""
    found: dict[int, dict[str, Mark]] = {}
    for line, mark in marks:
        found.setdefault(line, {}).setdefault(mark.id, mark)
    return {line: tuple(marks.values()) for line, marks in found.items()}


def _links(desk: Desk, about: _About, evidence: tuple[Evidence, ...]) -> tuple[Link, ...]:
    """The words themselves for the first mentions, line by line."""
    chosen = one_a_line(evidence, _WORDS_AT_MOST)
    return tuple(
        Link(desk.say("evidence.words", words=x.text, place=desk.place(about.cleaned, x.line)), f"#{anchor(x)}")
        for x in chosen
    )


def _plain(desk: Desk, about: _About, field: FactField, item: Any) -> FactRow:
    """What it is called, as what, by which words; with the way to its page where its kind has pages."""
    name = field.called(item)
    address = desk.group_address(field.group, item.id, name) if field.group else None
    return FactRow(
        name, address=address, note=getattr(item, "role", None), words=_links(desk, about, field.shown_by(item))
    )


def _theme(desk: Desk, about: _About, _field: FactField, hit: ThemeHit) -> FactRow:
    theme, basis = desk.lexicon.themes.by_id[hit.id], "editorial" if hit.basis == "editorial" else None
    return FactRow(
        theme.label,
        f"f-theme-{hit.id}",
        desk.theme_address(theme.id),
        basis=basis,
        basis_words=basis and desk.say("basis.editorial"),
        words=_links(desk, about, hit.evidence),
    )


def _quote(desk: Desk, about: _About, _field: FactField, quote: Quote) -> FactRow:
    speaker = about.people.get(quote.speaker or "")
    return FactRow(
        quote.speaker or desk.say("speaker.nobody"),
        address=desk.group_address("people", speaker.id, speaker.name) if speaker else None,
        note=manner(desk, quote),
        mark=REPORTED if quote.is_reported else None,
        basis="inferred" if quote.speaker_basis == "carried" else None,
        basis_words=desk.say(f"speaker.{quote.speaker_basis or 'unknown'}"),
        words=(Link(quote.text, f"#{anchor(quote)}"),),
    )


def _figure(desk: Desk, about: _About, _field: FactField, figure: Figure) -> FactRow:
    where = Link(desk.place(about.cleaned, figure.line), f"#{anchor(figure)}")
    return FactRow(figure.text, note=amount_shown(desk, figure), words=(where,))


def _date(desk: Desk, about: _About, field: FactField, date: MentionedDate) -> FactRow:
    return FactRow(desk.day(date.value), words=_links(desk, about, field.shown_by(date)))


def _rejected(desk: Desk, about: _About, field: FactField, date: RejectedDate) -> FactRow:
    return FactRow(
        desk.day(date.value), note=desk.say(f"rejected.{date.why}"), words=_links(desk, about, field.shown_by(date))
    )


# What a page says of a field in words of its own.
_WORDED: Mapping[str, Callable[[Desk, _About, FactField, Any], FactRow]] = {
    "themes": _theme,
    "quotes": _quote,
    "figures": _figure,
    "dates_mentioned": _date,
    "rejected_dates": _rejected,
}
