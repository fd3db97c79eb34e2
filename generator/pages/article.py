"""The article page: the text with its marked words, what is said about it, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.catalogue.gather import Kin
from generator.catalogue.groups import Entry
from generator.facts.table import HEADS
from generator.model import BODY_VERDICTS, Article, Draft, Evidence, Line, Source, Title
from generator.pages.blocks import Marks, blocks
from generator.pages.briefing import briefing, original
from generator.pages.correcting import NO_WAYS, Mending, of_article, of_head
from generator.pages.desk import Desk, Link, anchor, excerpt
from generator.pages.factsheet import factsheet
from generator.pages.grounds import Grounds, hash_of
from generator.pages.keypoints import key_points
from generator.pages.leftout import beyond, fitted
from generator.pages.marks import marked
from generator.pages.sourcewords import byline, paper
from generator.pages.tools import tools

_REASONS = 3


@dataclass(frozen=True)
class Statement:
    """Something said at the head of the page, on what basis, and the address of the words that show it; or, of what no
    text says, the words that declare it.
    """

    id: str
    label: str
    value: str
    iso: str | None
    basis: str
    basis_words: str
    evidence: str | None
    steps: tuple[str, ...] = ()
    ways: Mending = NO_WAYS
    declared: str | None = None


@dataclass(frozen=True)
class LeftOut:
    """A line that is not of the article, and the rule that says so."""

    line: int
    html: Markup
    verdict: str
    rule: str
    reason: str


@dataclass(frozen=True)
class Relation:
    """Another article with the reason it is named here."""

    link: Link
    reason: str


class _Relative(NamedTuple):
    """What a page needs to know of another article to name it."""

    title: str
    address: str
    lang: str | None
    alike: str | None
    themes: tuple[str, ...]


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """One page an article; of other articles it knows those that it names, and of those what it says."""
    desk = grounds.desk
    for entry in desk.catalogue.entries:
        article = entry.article
        kin = tuple(_relative(desk, each) for each in desk.catalogue.kin.get(entry.address, ()))
        rests_on, context = (grounds.of(entry), hash_of(kin)), partial(_context, grounds, entry, kin)
        yield Draft("article", entry.address, desk.title_of(article), excerpt(article), rests_on, context)


def _relative(desk: Desk, kin: Kin) -> _Relative:
    article = kin.entry.article
    labels = tuple(theme.label for theme in kin.themes)
    return _Relative(desk.title_of(article), kin.entry.address, article.cleaned.lang, kin.alike, labels)


def _context(grounds: Grounds, entry: Entry, kin: tuple[_Relative, ...]) -> dict[str, Any]:
    desk = grounds.narrowed((entry,))
    hidden = beyond(entry.article, desk.settings.max_left_out)
    article = fitted(entry.article, hidden)
    fitted_entry = replace(entry, article=article)
    sheet = factsheet(desk, fitted_entry)
    return {
        "briefing": briefing(desk, fitted_entry),
        "unlisted": not entry.listed,
        "lang": article.cleaned.lang,
        "heading": _heading(desk, article, sheet.marks),
        "byline": byline(desk, entry),
        "statements": tuple(_statements(desk, fitted_entry)),
        "ways": of_article(desk, entry),
        "points": key_points(desk, fitted_entry),
        "blocks": tuple(blocks(article.cleaned.readable, sheet.marks)),
        "direction": _direction(desk, article),
        "sections": sheet.sections,
        "former": {part: desk.former(f"article.{part}") for part in ("related", "linked", "source")},
        "beside": sheet.beside,
        "relations": tuple(_relations(desk, kin)),
        "linked": article.facts.related,
        **_outside(desk, article, sheet.marks, hidden),
        "source": article.cleaned.source,
        "repairs": _repairs(desk, article.cleaned.source),
        "kept": sum(line.verdict in BODY_VERDICTS for line in article.cleaned.lines),
        "extent": "" if article.extent == "full" else desk.say(f"extent.{article.extent}"),
        "also": entry.also,
        "sidecar": article.sidecar,
        "original": original(article),
        **tools(desk, entry),
    }


def _outside(desk: Desk, article: Article, marks: Marks, hidden: frozenset[int]) -> dict[str, object]:
    """The lines that are not of the article as far as its page tells of them, and their number."""
    left_out = tuple(_left_out(desk, article, marks, hidden))
    told = {number for x in left_out for number in article.cleaned.holder(x.line).numbers}
    more = len(hidden - told & {x.number for x in article.cleaned.left_out})
    count = len(told) + more if article.extent == "full" else len(article.cleaned.left_out)
    return {"left_out": left_out, "left_out_count": count, "left_out_more": more}


def _repairs(desk: Desk, source: Source) -> str:
    """What was mended in a text when it was read, in words."""
    return desk.say("list.comma").join(desk.say(f"repair.{name}", count) for name, count in source.repairs)


def _heading(desk: Desk, article: Article, marks: Marks) -> Markup:
    """The title with its marks where it is a line of the text, so that its words can be pointed at."""
    line = _title_line(article)
    return marked(line.text, marks.get(line.number, ())) if line else marked(desk.title_of(article), ())


def _title_line(article: Article) -> Line | None:
    title = article.facts.title
    if title is None or title.basis != "stated" or title.line is None:
        return None
    line = article.cleaned.holder(title.line)
    return line if line.text.strip() == title.text.strip() else None


def _statements(desk: Desk, entry: Entry) -> Iterator[Statement]:
    article = entry.article
    if article.cleaned.lang:
        named = desk.say(f"language.{article.cleaned.lang}")
        yield Statement("f-language", desk.say("label.language"), named, None, "derived", "", None)
    for said in _stated(desk, article):
        unread = article.cleaned.is_foreign and said.basis == "unknown"
        # What nobody looked for may well be there.
        shown = replace(said, basis_words=desk.say("basis.unread")) if unread else _with_words(said, article)
        yield replace(shown, ways=of_head(desk, entry, said.id.removeprefix("f-")))


def _with_words(said: Statement, article: Article) -> Statement:
    """What metadata gives, with the words that declare it."""
    field, declared = said.id.removeprefix("f-"), article.cleaned.source.declared
    if said.basis != "metadata" or declared is None:
        return said
    named = {"title": "text", "outlet": "name"}
    known = getattr(getattr(article.facts, field), named[field], None) if field in named else None
    return replace(said, declared=declared.words_for(field, known or said.iso or said.value))


def _stated(desk: Desk, article: Article) -> Iterator[Statement]:
    for field in HEADS:
        found = field.value(article.facts)
        if field.name == "title":
            yield from _title(desk, found)
        elif field.name == "date":
            value = desk.date_of(article) if found.basis else desk.say("value.unknown")
            said = _statement(desk, "date", value, found.basis or "unknown", found.evidence)
            yield replace(
                said, iso=found.value, steps=tuple(desk.shown_step(step, article.cleaned) for step in found.steps)
            )
        elif found:
            basis = found.certainty if found.certainty == "probable" else found.basis
            called = paper(desk, found.name) if field.name == "outlet" else field.called(found)
            yield _statement(desk, field.name, called, basis, field.shown_by(found))
        elif field.always:
            yield _statement(desk, field.name, desk.say("value.unknown"), "unknown", ())


def _title(desk: Desk, title: Title | None) -> Iterator[Statement]:
    """What a title is that no line states; a stated one speaks for itself."""
    if title is None or title.basis != "stated":
        basis = title.basis if title else "unknown"
        said = desk.say(f"title.{basis}")
        yield _statement(desk, "title", said, basis, ())


def _statement(desk: Desk, field: str, value: str, basis: str, evidence: tuple[Evidence, ...]) -> Statement:
    where = f"#{anchor(evidence[0])}" if evidence else None
    basis_words = desk.say(f"basis.{field}.{basis}")
    return Statement(f"f-{field}", desk.say(f"label.{field}"), value, None, basis, basis_words, where)


def _direction(desk: Desk, article: Article) -> str | None:
    """How the text runs, where it is not the site's."""
    as_the_site = article.cleaned.lang or article.cleaned.language == "ar"
    return None if as_the_site and desk.lexicon.wording.direction == "rtl" else "auto"


def _relations(desk: Desk, kin: tuple[_Relative, ...]) -> Iterator[Relation]:
    for relative in kin:
        labels = desk.say("list.comma").join(relative.themes[:_REASONS])
        link = Link(relative.title, relative.address, relative.lang)
        same = desk.say(f"related.{relative.alike}") if relative.alike else None
        yield Relation(link, same or desk.say("related.reason", count=len(relative.themes), themes=labels))


def _left_out(desk: Desk, article: Article, marks: Marks, hidden: frozenset[int]) -> Iterator[LeftOut]:
    """The lines that readers do not get as the article, a stated title that is not shown as one among them."""
    shown = _title_line(article)
    for line in article.cleaned.joined:
        told = line.number not in hidden or line.number in marks
        other_title = line.verdict == "title" and line is not shown
        if told and line.access == "open" and (line.is_left_out or other_title):
            html = marked(line.text, marks.get(line.number, ()))
            yield LeftOut(line.number, html, desk.say(f"verdict.{line.verdict}"), line.rule, desk.reason(line.rule))
