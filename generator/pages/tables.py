"""A dossier's data as tables: its articles, and what they say, a row a thing; the same for files of every kind.

Column names are a contract: columns may be added, none renamed. Invariant: only what pages show is in them; a value
that is not known is None; every piece of text is as in its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Any, get_type_hints

from generator.catalogue.groups import Entry
from generator.catalogue.institutions import is_public
from generator.facts.table import FIELDS, KIND_OF
from generator.model import DateFact, Evidence, Extent, Named, Number, Quote
from generator.model.addresses import data_path
from generator.model.calendar import parse_iso
from generator.pages.briefing import original
from generator.pages.desk import Desk, anchor
from generator.reading.masks import MASK, shown

Cell = str | Number | None

# Of so many articles on a thing has a data file of its own.
FEWEST = 2


@dataclass(frozen=True)
class ArticleRow:
    """An article."""

    article: str
    address: str
    file: str
    title: str | None
    title_basis: str | None
    language: str
    outlet: str | None
    outlet_entity: str | None
    outlet_basis: str | None
    outlet_certainty: str | None
    author: str | None
    author_basis: str | None
    date: str | None
    date_precision: str | None
    date_basis: str | None
    date_certainty: str | None
    not_before: str | None
    not_after: str | None
    url: str | None
    added: str | None
    publish: Extent


@dataclass(frozen=True)
class WordsRow:
    """Words of an article, and where they stand in its source."""

    article: str
    address: str
    paragraph: int | None
    line: int | None
    start: int | None
    end: int | None
    text: str | None


@dataclass(frozen=True)
class QuotationRow(WordsRow):
    """What somebody says."""

    speaker: str | None
    speaker_entity: str | None
    speaker_basis: str | None
    verb: str | None
    marks: str
    basis: str


@dataclass(frozen=True)
class FigureRow(WordsRow):
    """A number, and what it counts."""

    value: Number | None
    low: Number | None
    high: Number | None
    approximate: bool
    unit: str | None
    subject: str | None
    kind: str
    basis: str
    sentence: str | None


@dataclass(frozen=True)
class DateRow(WordsRow):
    """A date: that of the article, one it speaks of, or one on its page that is not its own."""

    kind: str
    value: str | None
    precision: str | None
    not_before: str | None
    not_after: str | None
    basis: str | None
    certainty: str | None
    why: str | None


@dataclass(frozen=True)
class EntityRow:
    """A person, organisation, place or outlet that has a page."""

    entity: str
    kind: str
    name: str
    address: str
    articles: int
    mentions: int


@dataclass(frozen=True)
class MentionRow(WordsRow):
    """Words that name an entity, and as what it stands there."""

    entity: str
    role: str | None


@dataclass(frozen=True)
class ThemeRow(WordsRow):
    """Words that put an article under a theme."""

    theme: str
    label: str
    basis: str


@dataclass(frozen=True)
class TableKind:
    """A table to be: its name, its rows one by one, and how many they are, counted without making them."""

    name: str
    row: type[Any]
    each: Callable[[Desk], Iterable[Any]]
    count: Callable[[Desk], int]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(field.name for field in fields(self.row))


@dataclass(frozen=True)
class Table:
    """Rows of one kind under a name."""

    name: str
    row: type[Any]
    columns: tuple[str, ...]
    rows: tuple[Any, ...]

    @property
    def types(self) -> Mapping[str, Any]:
        """The type of what each column holds, by its name."""
        return get_type_hints(self.row)

    @property
    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """Its rows as plain values."""
        return map(attrgetter(*self.columns), self.rows)


def tables(desk: Desk) -> tuple[Table, ...]:
    """Every table of a dossier; articles in the order of lists, what they say in that of their texts."""
    words = desk.say("withheld")
    return tuple(
        Table(kind.name, kind.row, kind.columns, tuple(_shown(found, words) for found in kind.each(desk)))
        for kind in TABLES
    )


def _shown(row: Any, words: str) -> Any:
    """A row with withheld names in words: of most, looking for one costs a tenth of making them anew."""
    texts = [cell for cell in vars(row).values() if type(cell) is str]
    return shown(row, words) if MASK in "".join(texts) else row


def own_data(address: str, articles: int) -> str | None:
    """The address of a thing's own data file, by that of its page; None for one of too few articles."""
    return f"/{data_path(address)}" if articles >= FEWEST else None


def article_id(entry: Entry) -> str:
    """What tells an article in every table: the last part of its address."""
    return entry.address.split("/")[-2]


def _articles(desk: Desk) -> Iterator[ArticleRow]:
    for entry in desk.catalogue.listed:
        article = entry.article
        facts, title, date = article.facts, article.facts.title, article.facts.date
        outlet, author = facts.outlet, facts.author
        not_before, not_after = date.interval
        yield ArticleRow(
            article=article_id(entry),
            address=entry.address,
            file=article.name,
            title=title.text if title else None,
            title_basis=title.basis if title else None,
            language=article.cleaned.language,
            outlet=outlet.name if outlet else None,
            outlet_entity=_outlet(desk, outlet),
            outlet_basis=outlet.basis if outlet else None,
            outlet_certainty=outlet.certainty if outlet else None,
            author=author.name if author else None,
            author_basis=author.basis if author else None,
            date=date.value,
            date_precision=date.precision,
            date_basis=date.basis,
            date_certainty=date.certainty,
            not_before=not_before,
            not_after=not_after,
            url=original(article),
            added=entry.added,
            publish=article.extent,
        )


def _outlet(desk: Desk, outlet: Named | None) -> str | None:
    address = desk.group_address("outlets", outlet.id, outlet.name) if outlet else None
    return address.strip("/") if address else None


def _words(entry: Entry, found: Evidence | None) -> dict[str, Any]:
    """Where words stand; of what no words show, the article alone."""
    if found is None:
        nowhere = dict.fromkeys(("paragraph", "line", "start", "end", "text"))
        return {"article": article_id(entry), "address": entry.address, **nowhere}
    return {
        "article": article_id(entry),
        "address": f"{entry.address}#{anchor(found)}",
        "paragraph": entry.article.cleaned.paragraph(found.line),
        "line": found.line,
        "start": found.start,
        "end": found.spots[-1].end,
        "text": found.text,
    }


def _quotations(desk: Desk) -> Iterator[QuotationRow]:
    for entry in desk.catalogue.listed:
        named = _named(desk, entry)
        for quote in entry.article.facts.quotes:
            yield QuotationRow(
                **_words(entry, quote),
                speaker=quote.speaker if is_public(quote, entry.article.facts, desk.lexicon) else None,
                speaker_entity=_speaker(quote, named),
                speaker_basis=quote.speaker_basis,
                verb=quote.verb,
                marks=quote.marks,
                basis=quote.basis,
            )


def _named(desk: Desk, entry: Entry) -> dict[str, str]:
    """The people and bodies of an article that have a page, by id and by name."""
    found: dict[str, str] = {}
    for field in FIELDS:
        for thing in field.items(entry.article.facts) if field.group in ("people", "organisations") else ():
            if field.group and (address := desk.group_address(field.group, thing.id, thing.name)):
                for known in filter(None, (thing.id, thing.name)):
                    found.setdefault(known, address.strip("/"))
    return found


def _speaker(quote: Quote, named: Mapping[str, str]) -> str | None:
    return named.get(quote.speaker_id or "") or named.get(quote.speaker or "")


def _figures(desk: Desk) -> Iterator[FigureRow]:
    for entry in desk.catalogue.listed:
        for figure in entry.article.facts.figures:
            yield FigureRow(
                **_words(entry, figure),
                value=figure.value,
                low=figure.low,
                high=figure.high,
                approximate=figure.approximate,
                unit=figure.unit,
                subject=figure.subject,
                kind=figure.kind,
                basis=figure.basis,
                sentence=figure.sentence,
            )


def _dates(desk: Desk) -> Iterator[DateRow]:
    for entry in desk.catalogue.listed:
        facts = entry.article.facts
        if entry.dated:
            yield _published(entry, facts.date)
        for date in facts.dates_mentioned:
            yield DateRow(**_words(entry, date.evidence), kind="mentioned", **_span(date.value, date.basis))
        for not_its_own in facts.rejected_dates:
            told = _span(not_its_own.value, None, not_its_own.why)
            yield DateRow(**_words(entry, not_its_own.evidence), kind="rejected", **told)


def _published(entry: Entry, date: DateFact) -> DateRow:
    not_before, not_after = date.interval
    # Words that only bound a date are not the date.
    telling = date.evidence if date.value and len(date.evidence) == 1 else ()
    return DateRow(
        **_words(entry, next(iter(telling), None)),
        kind="published",
        value=date.value,
        precision=date.precision,
        not_before=not_before,
        not_after=not_after,
        basis=date.basis,
        certainty=date.certainty,
        why=None,
    )


def _span(value: str, basis: str | None, why: str | None = None) -> dict[str, Any]:
    """A date in an article: how precise it is, and the days it may mean."""
    date = parse_iso(value)
    return {
        "value": value,
        "precision": date.precision if date else None,
        "not_before": date.first.isoformat() if date else None,
        "not_after": date.last.isoformat() if date else None,
        "basis": basis,
        "certainty": None,
        "why": why,
    }


def _entities(desk: Desk) -> Iterator[EntityRow]:
    for group in desk.catalogue.groups:
        mentions = sum(len(member.evidence) for member in group.members)
        kind = KIND_OF[group.kind]
        yield EntityRow(group.address.strip("/"), kind, group.name, group.address, len(group.members), mentions)


def _mentions(desk: Desk) -> Iterator[MentionRow]:
    for group in desk.catalogue.groups:
        for member in group.members:
            for found in member.evidence or (None,):
                yield MentionRow(**_words(member.entry, found), entity=group.address.strip("/"), role=member.role)


def _themes(desk: Desk) -> Iterator[ThemeRow]:
    for group in desk.catalogue.themes:
        for entry, hit in group.members:
            for found in hit.evidence or (None,):
                theme = group.theme
                yield ThemeRow(**_words(entry, found), theme=theme.id, label=theme.label, basis=hit.basis)


def _words_in(desk: Desk, words: Callable[[Entry], int]) -> int:
    return sum(map(words, desk.catalogue.listed))


def _quotes_in(entry: Entry) -> int:
    return len(entry.article.facts.quotes)


def _figures_in(entry: Entry) -> int:
    return len(entry.article.facts.figures)


def _dates_in(entry: Entry) -> int:
    facts = entry.article.facts
    return entry.dated + len(facts.dates_mentioned) + len(facts.rejected_dates)


def _mentions_in(desk: Desk) -> int:
    return sum(len(member.evidence) or 1 for group in desk.catalogue.groups for member in group.members)


def _proofs_in(desk: Desk) -> int:
    return sum(len(hit.evidence) or 1 for group in desk.catalogue.themes for _, hit in group.members)


TABLES = (
    TableKind("articles", ArticleRow, _articles, lambda desk: len(desk.catalogue.listed)),
    TableKind("quotations", QuotationRow, _quotations, lambda desk: _words_in(desk, _quotes_in)),
    TableKind("figures", FigureRow, _figures, lambda desk: _words_in(desk, _figures_in)),
    TableKind("dates", DateRow, _dates, lambda desk: _words_in(desk, _dates_in)),
    TableKind("entities", EntityRow, _entities, lambda desk: len(desk.catalogue.groups)),
    TableKind("mentions", MentionRow, _mentions, _mentions_in),
    TableKind("themes", ThemeRow, _themes, _proofs_in),
)
