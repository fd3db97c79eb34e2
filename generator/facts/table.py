"""The table of facts: a row declares a field of an article whole; what treats all fields alike reads it here.

From it follow what `extract` runs, the published record and its schema, what a sidecar may correct, which questions a
correction answers, the sections and marks of an article's page, its front matter, what is searched, and what `explain`
prints. A new field is a module that finds it and a row here; it needs an attribute in `Facts` only where another stage
reads it by name.

A row is data and at most three functions. What one field alone needs stands outside, under the field's name: how a
title is published in four keys and what leads to a date in words (record.py), how an editor gives a date or its bounds,
slips and themes (editorial.py), how pages word dates, quotations, figures and themes (pages/factsheet.py) and the date
at their head (pages/article.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, get_origin

from generator.facts import (
    attribution,
    cited_outlets,
    dates_mentioned,
    declared,
    entities,
    figures,
    made,
    quotes,
    related,
    said,
    summary,
    themes,
)
from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.lexicon.wording import Messages
from generator.model import (
    Cleaned,
    DateFact,
    Entity,
    Evidence,
    Facts,
    Figure,
    GroupKind,
    MentionedDate,
    Named,
    Quote,
    RejectedDate,
    Related,
    ThemeHit,
    Title,
)
from generator.model.corrections import Correction, shape_of
from generator.reading.line import ReadText

Finder = Callable[[ReadText, Lexicon, Facts], Found[Any]]


@dataclass(frozen=True)
class PagePart:
    """A section of an article's page: its word, where it stands among them, and what its rows are called."""

    kind: str
    place: int
    row: str


@dataclass(frozen=True)
class FactField:
    """A field of an article.

    name, type: in `Facts`, in records, in sidecars; the type of its value, a tuple where there may be several.
    find: gives the value from the lines; None where only an editor says it.
    one: what one of it is called, in questions about it, in search and on the console.
    by: the attribute that one of it is called by. evidence: the one that shows it; empty where it is the words itself.
    says: one of it in a line, in the words of the console; None where that tells nothing more.
    made: one of it by an editor's word; None where it is not corrected one by one. changes: what of it he may change.
    stated: True for one that a sidecar may give whole, under its own name.
    head: its place among the statements at the head of an article's page, none at 0; always: told where not known, too.
    section: its part below the text. group: the pages that its things have; role: as what they stand there.
    facet: its place among what a search is narrowed by, and by its names finds; none at 0.
    data: the data files that hold it, by their folder.
    """

    name: str
    type: Any
    find: Finder | None
    one: str = ""
    by: str = "name"
    evidence: str = "evidence"
    says: Callable[[Any, Messages], str] | None = None
    made: Callable[[Cleaned, Correction], Any | None] | None = None
    changes: tuple[str, ...] = ()
    stated: bool = False
    head: int = 0
    always: bool = False
    section: PagePart | None = None
    group: GroupKind | None = None
    role: str | None = None
    facet: int = 0
    data: tuple[str, ...] = ("articles",)

    @property
    def several(self) -> bool:
        """True where an article may have more than one."""
        return get_origin(self.type) is tuple

    def value(self, facts: Facts) -> Any:
        """The field's value among the facts of an article."""
        return facts.of(self.name, () if self.several else None)

    def items(self, facts: Facts) -> tuple[Any, ...]:
        """What an article has of it, one by one."""
        value = self.value(facts)
        return value if self.several else () if value is None else (value,)

    def called(self, item: Any) -> str:
        """What one of it is called."""
        return str(attrgetter(self.by)(item))

    def shown_by(self, item: Any) -> tuple[Evidence, ...]:
        """The words that show one of it."""
        found = getattr(item, self.evidence) if self.evidence else item
        return found if isinstance(found, tuple) else (found,)


_ENTITIES = tuple[Entity, ...]
_NAMED = Named | None
_ENTITY: dict[str, Any] = {"evidence": "mentions", "says": said.entity, "changes": ("name", "role")}
_OUTLET: dict[str, Any] = {"says": said.named, "made": made.named, "changes": ("name",)}
_WORDS: dict[str, Any] = {"by": "text", "evidence": ""}

# In the order in which they are found: each may lean on those before it.
FIELDS: tuple[FactField, ...] = (
    FactField(
        "title", Title | None, declared.find_title, "title", by="text", says=said.title, stated=True, head=4,
        always=True,
    ),
    FactField(
        "people", _ENTITIES, entities.people, "person", made=made.person, section=PagePart("people", 1, "people"),
        group="people", facet=2, **_ENTITY,
    ),
    FactField(
        "organisations", _ENTITIES, entities.organisations, "organisation", made=made.organisation,
        section=PagePart("organisations", 4, "organisations"), group="organisations", facet=3, **_ENTITY,
    ),
    FactField(
        "places", _ENTITIES, entities.places, "place", made=made.place, section=PagePart("places", 5, "places"),
        group="places", facet=4, **_ENTITY,
    ),
    FactField(
        "outlet", _NAMED, declared.find_outlet, "outlet", stated=True, head=2, always=True, group="outlets",
        role="publisher", facet=1, **_OUTLET,
    ),
    FactField(
        "cited_outlets", tuple[Named, ...], cited_outlets.find, "cites", section=PagePart("cited", 7, "cited"),
        group="outlets", role="cited", **_OUTLET,
    ),
    FactField("author", _NAMED, declared.find_author, "author", stated=True, head=3, **_OUTLET),
    FactField(
        "date", DateFact, declared.find_date, "date", by="value", says=said.date, stated=True, head=1, always=True
    ),
    FactField(
        "rejected_dates", tuple[RejectedDate, ...], declared.find_undeclared, "not-the-date", by="value",
        says=said.rejected, section=PagePart("rejected", 9, "rejected"),
    ),
    FactField(
        "quotes", tuple[Quote, ...], quotes.find, "quote", says=said.quote, made=made.quote, changes=("speaker",),
        section=PagePart("quotes", 2, "quote"), **_WORDS,
    ),
    FactField(
        "figures", tuple[Figure, ...], figures.find, "figure", says=said.figure, made=made.figure,
        changes=("value", "low", "high", "unit", "subject"), section=PagePart("figures", 3, "figure"), **_WORDS,
    ),
    FactField(
        "dates_mentioned", tuple[MentionedDate, ...], dates_mentioned.find, "date-in-the-text", by="evidence.text",
        made=made.date, section=PagePart("dates", 6, "dated"),
    ),
    FactField("original", _NAMED, declared.find_original),
    FactField("attribution", tuple[str, ...], attribution.find),
    FactField("summary", tuple[Evidence, ...], summary.find, **_WORDS),
    FactField("related", tuple[Related, ...], related.find, by="title"),
    FactField("slips", tuple[Evidence, ...], None, **_WORDS),
    FactField(
        "themes", tuple[ThemeHit, ...], themes.find, "theme", by="id", says=said.theme,
        section=PagePart("themes", 8, "theme"),
    ),
)  # fmt: skip

# Those published under their own names: all but the title, which is published in four keys (record.py).
PUBLISHED = tuple(field for field in FIELDS if field.name != "title")

# Those of an article's page, in the order of the page.
HEADS = tuple(sorted((x for x in FIELDS if x.head), key=lambda x: x.head))
SECTIONS = tuple(sorted((x for x in FIELDS if x.section), key=lambda x: x.section.place if x.section else 0))

# What a search is narrowed by, in the order in which it is offered.
FACETS = tuple(sorted((x for x in FIELDS if x.facet), key=lambda x: x.facet))
FACET_NAMES = ("kind", "theme", *(field.one for field in FACETS), "year")

# What the things of each kind of pages are called in search, and all kinds of what it finds.
KIND_OF = {field.group: field.one for field in FIELDS if field.facet and field.group}
KINDS = ("article", "theme", *KIND_OF.values())

# What a sidecar may say, all told: source reads it by this.
SIDECAR = shape_of(field.name for field in FIELDS if field.made)
