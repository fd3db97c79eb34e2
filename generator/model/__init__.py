"""The nouns: frozen records that the stages hand to each other.

Nothing here computes more than a view of its own fields; whatever decides lives in a stage.
Line numbers are 1-based; spans count code points within the line, end excluded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, SerializationInfo, model_serializer

from generator.model.calendar import Precision, parse_iso
from generator.model.extent import Extent as Extent
from generator.model.manners import Marks
from generator.model.page import Draft as Draft
from generator.model.page import Forward as Forward
from generator.model.page import Page as Page
from generator.model.sidecar import Sidecar as Sidecar
from generator.model.sidecar import Withheld as Withheld
from generator.model.texts import BODY_VERDICTS as BODY_VERDICTS
from generator.model.texts import Cleaned as Cleaned
from generator.model.texts import Line as Line
from generator.model.texts import Source as Source
from generator.model.texts import Told as Told
from generator.model.texts import Verdict as Verdict
from generator.model.words import Evidence as Evidence

Basis = Literal["stated", "derived", "inferred", "chronology", "metadata", "editorial"]
Certainty = Literal["certain", "probable"]
Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = get_args(Level)
EntityKind = Literal["person", "organisation", "place"]
GroupKind = Literal["people", "organisations", "places", "outlets"]
Number = int | float


@dataclass(frozen=True)
class Problem:
    """Something a person should look at; `rule` names its wording in data/wording/problems/."""

    level: Level
    file: str
    line: int | None
    rule: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[int, str, int, str]:
        """Its place among problems: the gravest first."""
        return LEVELS.index(self.level), self.file, self.line or 0, self.rule


@dataclass(frozen=True)
class Title:
    """What the article is called; `line` is None when an editor wrote it."""

    text: str
    basis: Basis
    line: int | None
    rule: str


@dataclass(frozen=True)
class Named:
    """A name with the words that show it."""

    name: str
    evidence: tuple[Evidence, ...] = ()
    id: str | None = None
    basis: Basis = "stated"
    certainty: Certainty = "certain"


@dataclass(frozen=True)
class DateStep:
    """What leads to a date: a message of the wording and what fills it, days and years in it as ISO dates.

    How a date is written is the dossier's choice, so who publishes a step says how it is put into words.
    """

    message: str
    values: tuple[tuple[str, str], ...]

    @model_serializer
    def _in_words(self, info: SerializationInfo[Callable[[DateStep], str]]) -> str:
        return info.context(self)


@dataclass(frozen=True)
class DateFact:
    """When an article was published, as far as it can be known. Bounds are inclusive ISO days."""

    value: str | None = None
    precision: Precision | None = None
    basis: Basis | None = None
    certainty: Certainty | None = None
    not_before: str | None = None
    not_after: str | None = None
    evidence: tuple[Evidence, ...] = ()
    steps: tuple[DateStep, ...] = ()

    @property
    def is_estimated(self) -> bool:
        """True for a date, or bounds, that no text states and no editor gives."""
        return self.basis in ("inferred", "chronology")

    @property
    def interval(self) -> tuple[str | None, str | None]:
        """The earliest and latest day it may mean, ISO; None where it is open."""
        parsed = parse_iso(self.value) if self.value else None
        if parsed:
            return parsed.first.isoformat(), parsed.last.isoformat()
        return self.not_before, self.not_after


@dataclass(frozen=True)
class RejectedDate:
    """A date on the page that is not the article's, and why."""

    value: str
    why: str
    evidence: Evidence


@dataclass(frozen=True)
class MentionedDate:
    """A date that the article speaks of; ISO, as precise as its words."""

    value: str
    evidence: Evidence
    basis: Basis = "stated"


@dataclass(frozen=True)
class Entity:
    """A person, organisation or place of an article; `id` is None when no lexicon knows it.

    What is published says the kind by the field that holds it.
    """

    kind: Annotated[EntityKind, Field(exclude=True)]
    id: str | None
    name: str
    role: str | None = None
    mentions: tuple[Evidence, ...] = ()
    role_evidence: tuple[Evidence, ...] = ()
    certainty: Certainty = "certain"
    basis: Basis = "stated"


@dataclass(frozen=True)
class Quote(Evidence):
    """Words of somebody, without their marks; `marks` tells how they occur in the source."""

    speaker: str | None = None
    speaker_id: str | None = None
    speaker_basis: Literal["in-line", "carried"] | None = None
    verb: str | None = None
    marks: Marks = "closed"
    basis: Basis = "stated"

    @property
    def is_marked(self) -> bool:
        """True for words that stand between marks in the source, closed or not: those alone pages show in « »."""
        return self.marks in ("closed", "unclosed")

    @property
    def is_reported(self) -> bool:
        """True for what somebody is told to have said; the others are his own words."""
        return self.marks == "reported"


@dataclass(frozen=True)
class Figure(Evidence):
    """A number with what it counts. `high` is None for a lower bound, `value` for a vague count.

    readings: what it may stand for where nothing in the article decides what its dot or comma parts; no value then.
    """

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    approximate: bool = False
    unit: str | None = None
    subject: str | None = None
    kind: Literal["count", "measure", "duration", "percent", "money"] = "count"
    basis: Basis = "stated"
    sentence: str | None = None
    readings: tuple[Number, ...] = ()


@dataclass(frozen=True)
class Related:
    """A headline of another article that the source links to."""

    title: str
    line: int


@dataclass(frozen=True)
class ThemeHit:
    """A theme of an article with the words that put it there."""

    id: str
    score: float
    evidence: tuple[Evidence, ...] = ()
    basis: Basis = "inferred"


@dataclass(frozen=True)
class Facts:
    """All that is said about an article; what is not known is None or empty.

    `more` holds, by name, the values of fields that no stage but their own reads: those have no attribute here.
    """

    title: Title | None = None
    outlet: Named | None = None
    cited_outlets: tuple[Named, ...] = ()
    author: Named | None = None
    date: DateFact = field(default_factory=DateFact)
    rejected_dates: tuple[RejectedDate, ...] = ()
    dates_mentioned: tuple[MentionedDate, ...] = ()
    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    attribution: tuple[str, ...] = ()
    summary: tuple[Evidence, ...] = ()
    related: tuple[Related, ...] = ()
    slips: tuple[Evidence, ...] = ()
    themes: tuple[ThemeHit, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    def of(self, name: str, nothing: Any = None) -> Any:
        """The value of a field by its name; `nothing` where it has none."""
        return getattr(self, name) if name in self.__dataclass_fields__ else self.more.get(name, nothing)

    def having(self, name: str, value: Any) -> Facts:
        """With a value of a field."""
        own = {name: value} if name in self.__dataclass_fields__ else {"more": {**self.more, name: value}}
        made = object.__new__(Facts)  # `replace` asks after each of its fields, for each field that is found
        vars(made).update(vars(self) | own)
        return made

    @property
    def stated(self) -> tuple[bool, ...]:
        """Which of the things that a copy of a text may lack are there: date, title, outlet, author."""
        titled = self.title is not None and self.title.basis in ("stated", "metadata")
        return self.date.value is not None, titled, self.outlet is not None, self.author is not None


@dataclass(frozen=True)
class EditorialChange:
    """A value that an editor corrected: of which field, of which of its things where it has several, and what of it;
    what the text gave, and what it is now. None stands for nothing.
    """

    field: str
    was: str | None
    now: str | None
    thing: str = ""
    part: str = ""


@dataclass(frozen=True)
class Article:
    """A cleaned text with its facts and problems. `stated`: what the text itself states, before corrections; `changes`:
    what these changed; `extent`: how much of it is shown, and is there to be shown where pages are made.
    """

    cleaned: Cleaned
    facts: Facts
    problems: tuple[Problem, ...] = ()
    sidecar: Sidecar | None = None
    stated: tuple[bool, ...] = ()
    extent: Extent = "full"
    changes: tuple[EditorialChange, ...] = ()
    digest: str = ""

    @property
    def name(self) -> str:
        """The seed's file name."""
        return self.cleaned.source.name
