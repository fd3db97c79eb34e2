"""An article as search finds it: what it shows, and the key by which what it gives to the index is kept.

Invariant: the key is a hash of all that the document is made of, so two of one key are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from generator.catalogue.groups import Entry
from generator.facts.table import FACETS, FIELDS, FactField
from generator.model import Article, GroupKind
from generator.pages.desk import Desk
from generator.pages.sourcewords import byline
from generator.reading.letters import display, squeeze
from generator.reading.masks import shown
from generator.search import Document, Field, Passage
from generator.search.suggestions import is_spelled_by_rule

UNDATED = "undated"

Facet = tuple[str, str]
_NAMED = tuple(field for field in FIELDS if field.facet)


class Parts(dict[tuple[GroupKind | None, str | None, str], str]):
    """What tells a thing in addresses: the articles of a dossier name the same things again and again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def __missing__(self, thing: tuple[GroupKind | None, str | None, str]) -> str:
        part = self[thing] = self._desk.group_part(*thing)
        return part


@dataclass(frozen=True)
class _Told:
    """What an article itself tells to search, its texts as they are."""

    titles: tuple[str, ...]
    body: list[tuple[str, int]]
    called: list[tuple[str, str | None]]
    themes: list[str]
    byline: str
    day: str | None
    lang: str | None
    address: str


@dataclass(frozen=True)
class FindableArticle:
    """An article with its facets, as far as search finds and tells it."""

    desk: Desk
    entry: Entry
    facets: tuple[Facet, ...]

    @property
    def key(self) -> str:
        """A hash of all that the document is made of: raw texts, and what other articles and the lexicon say of it."""
        told = (*vars(self._told).values(), self._copy_of, self.facets, self.desk.say("withheld"))
        return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def make(self) -> Document:
        """The article as a document."""
        told = self._told
        called = dict.fromkeys(_named(self._shown(name), id_) for name, id_ in told.called)
        return Document(
            address=self.entry.address.lstrip("/"),
            passages=(
                *(Passage(Field.TITLE, self._shown(title)) for title in told.titles),
                *(Passage(Field.BODY, self._shown(text), number) for text, number in told.body if squeeze(text)),
                *(Passage(Field.NAMES, name) for name in called),
                *(Passage(Field.THEMES, label) for label in told.themes),
                Passage(Field.SAID, self._shown(told.byline)),
            ),
            day=told.day,
            facets=tuple(dict.fromkeys(self.facets)),
            lang=told.lang,
            copy_of=self._copy_of,
        )

    @cached_property
    def _told(self) -> _Told:
        desk, article = self.desk, self.entry.article
        facts, cleaned = article.facts, article.cleaned
        not_before, not_after = facts.date.interval
        return _Told(
            (desk.title_of(article),) if facts.title else (),
            [(line.text, line.number) for line in cleaned.paragraphs],
            [(field.called(thing), getattr(thing, "id", None)) for field in _NAMED for thing in field.items(facts)],
            [theme.label for theme in desk.themes_of(article)],
            byline(desk, self.entry),
            not_after or not_before,
            cleaned.lang,
            self.entry.address,
        )

    @property
    def _copy_of(self) -> str | None:
        return self.desk.catalogue.copy_of.get(self.entry.address, "").lstrip("/") or None

    def _shown(self, text: str) -> str:
        return as_seen(self.desk, text)


def facets_of(desk: Desk, part: Parts, article: Article) -> Iterator[Facet]:
    """All that an article may be filtered by."""
    yield "kind", "article"
    for theme in desk.themes_of(article):
        yield "theme", theme.id
    yield from ((field.one, value) for field in FACETS for value, _ in facet_values(part, field, article))
    yield "year", year_of(article)


def facet_values(part: Parts, field: FactField, article: Article) -> Iterator[tuple[str, str]]:
    """What an article has of a facet: values with their labels."""
    for thing in field.items(article.facts):
        name = field.called(thing)
        yield part[field.group, getattr(thing, "id", None), name], name


def year_of(article: Article) -> str:
    """The year that an article was published in, when all its possible days lie in one."""
    not_before, not_after = article.facts.date.interval
    if not_before and not_after and not_before[:4] == not_after[:4]:
        return not_before[:4]
    return UNDATED


def _named(name: str, id_: str | None) -> str:
    """A name with its spelling in Latin letters, where a lexicon has one: a reader who types that is shown the name."""
    return f"{name} {latin(id_) or ''}".rstrip()


def latin(id_: str | None) -> str | None:
    """A name in Latin letters, as a lexicon's id spells it; None for what no lexicon knows."""
    return None if id_ is None or is_spelled_by_rule(id_) else id_.replace("-", " ")


def as_seen(desk: Desk, text: str) -> str:
    """A text as pages show it: white space single, controls gone, withheld names in words."""
    said: str = shown(squeeze(display(text)), desk.say("withheld"))
    return said
