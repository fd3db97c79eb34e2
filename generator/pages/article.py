"""The article page: the text with its marked words, what is said about it, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.catalogue import Kin
from generator.gathering import Entry
from generator.lexicon.themes import Theme
from generator.model import Article, Evidence, Line, Page, ThemeHit
from generator.pages.desk import Desk, Link, anchor, excerpt
from generator.pages.marks import Mark, marked
from generator.record import record


@dataclass(frozen=True)
class Paragraph:
    """A body line as the page shows it; `direction` is set where the text is not the site's."""

    line: int
    verdict: str
    html: Markup
    direction: str | None


@dataclass(frozen=True)
class Statement:
    """Something said about the article, on what basis, and the address of the words that show it."""

    label: str
    value: str
    iso: str | None
    basis: str
    basis_words: str
    evidence: str | None


@dataclass(frozen=True)
class ProvedTheme:
    """A theme of the article with the words that prove it; `id` is where their marks lead back to."""

    id: str
    theme: Link
    basis_words: str | None
    words: tuple[Link, ...]


@dataclass(frozen=True)
class LeftOut:
    """A line that is not of the article, and the rule that says so."""

    line: int
    text: str
    verdict: str
    rule: str
    reason: str


@dataclass(frozen=True)
class Relation:
    """Another article with the reason it is named here."""

    link: Link
    reason: str


def pages(desk: Desk) -> Iterable[Page]:
    """One page an article."""
    return (_page(desk, entry) for entry in desk.catalogue.entries)


def _page(desk: Desk, entry: Entry) -> Page:
    article = entry.article
    return Page(
        kind="article",
        address=entry.address,
        title=desk.title_of(article),
        description=excerpt(article),
        searchable=entry.listed,
        context={
            "briefing": _briefing(desk, entry),
            "statements": tuple(_statements(desk, article)),
            "themes": tuple(_themes(desk, article)),
            "paragraphs": tuple(_paragraphs(article)),
            "relations": tuple(_relations(desk, desk.catalogue.kin.get(entry.address, ()))),
            "linked": tuple((x.title, x.line) for x in article.facts.related),
            "left_out": tuple(_left_out(desk, article)),
            "source": article.cleaned.source,
            "kept": len(article.cleaned.body),
            "also": entry.also,
            "sidecar": article.sidecar,
        },
    )


def _briefing(desk: Desk, entry: Entry) -> dict[str, Any]:
    sidecar = entry.article.sidecar
    return {
        "kind": "article",
        "address": entry.address,
        "added": entry.added,
        "url": sidecar.url if sidecar else None,
        "note": sidecar.note if sidecar else None,
        **record(entry.article, desk.lexicon.wording),
    }


def _statements(desk: Desk, article: Article) -> Iterator[Statement]:
    facts = article.facts
    date = facts.date
    yield _statement(desk, "date", desk.date_of(article), date.basis or "unknown", date.evidence, date.value)
    outlet = facts.outlet
    yield _statement(
        desk,
        "outlet",
        outlet.name if outlet else desk.say("outlet.unknown"),
        outlet.basis if outlet else "unknown",
        outlet.evidence if outlet else (),
    )
    if facts.author:
        yield _statement(desk, "author", facts.author.name, facts.author.basis, facts.author.evidence)
    title = facts.title
    if title is None or title.basis != "stated":
        basis = title.basis if title else "unknown"
        said = desk.say(f"title.{basis}", line=title.line if title else None)
        yield Statement(desk.say("label.title"), said, None, basis, desk.say(f"basis.title.{basis}"), None)


def _statement(
    desk: Desk, field: str, value: str, basis: str, evidence: tuple[Evidence, ...], iso: str | None = None
) -> Statement:
    where = f"#{anchor(evidence[0])}" if evidence else None
    return Statement(desk.say(f"label.{field}"), value, iso, basis, desk.say(f"basis.{field}.{basis}"), where)


def _themes(desk: Desk, article: Article) -> Iterator[ProvedTheme]:
    for hit in article.themes:
        theme = desk.lexicon.themes.by_id[hit.id]
        yield ProvedTheme(
            f"theme-{hit.id}",
            Link(theme.label, _address(theme)),
            desk.say("basis.editorial") if hit.basis == "editorial" else None,
            tuple(Link(found.text, f"#{anchor(found)}") for found in hit.evidence),
        )


def _address(theme: Theme) -> str:
    return f"/themes/{theme.id}/"


def _paragraphs(article: Article) -> Iterator[Paragraph]:
    marks = _marks(article.themes)
    direction = None if article.cleaned.language == "ar" else "auto"
    for line in article.cleaned.body:
        yield Paragraph(line.number, line.verdict, marked(line.text, marks.get(line.number, ())), direction)


def _marks(themes: tuple[ThemeHit, ...]) -> dict[int, tuple[Mark, ...]]:
    found: dict[int, dict[str, Mark]] = {}
    for hit in themes:
        for words in hit.evidence:
            mark = Mark(words.start, words.end, anchor(words), f"#theme-{hit.id}")
            found.setdefault(words.line, {}).setdefault(mark.id, mark)
    return {line: tuple(marks.values()) for line, marks in found.items()}


def _relations(desk: Desk, kin: tuple[Kin, ...]) -> Iterator[Relation]:
    for relative in kin:
        labels = desk.say("list.comma").join(theme.label for theme in relative.themes)
        link = Link(desk.title_of(relative.entry.article), relative.entry.address)
        yield Relation(link, desk.say("related.reason", count=len(relative.themes), themes=labels))


def _left_out(desk: Desk, article: Article) -> Iterator[LeftOut]:
    for line in article.cleaned.left_out:
        yield LeftOut(line.number, line.text, desk.say(f"verdict.{line.verdict}"), line.rule, _reason(desk, line))


def _reason(desk: Desk, line: Line) -> str:
    return desk.rules[line.rule].reason.ar
