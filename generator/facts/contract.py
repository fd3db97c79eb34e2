"""The shapes of an article as it is published: what `explain --json` prints and front matter carries.

Field names are a contract: fields may be added, none renamed.
"""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class EvidenceRecord(TypedDict):
    """Exact words of a source; spans count code points within the line, end excluded."""

    line: int
    start: int
    end: int
    text: str
    rule: str


class LineRecord(TypedDict):
    """A line's verdict and the rule that gave it."""

    line: int
    verdict: str
    rule: str


class NamedRecord(TypedDict):
    """A name with its basis and evidence."""

    name: str
    id: str | None
    basis: str
    certainty: str
    evidence: list[EvidenceRecord]


class DateRecord(TypedDict):
    """When the article was published; every part is null where the text does not support it."""

    value: str | None
    precision: str | None
    basis: str | None
    certainty: str | None
    not_before: str | None
    not_after: str | None
    evidence: list[EvidenceRecord]
    steps: list[str]


class RejectedDateRecord(TypedDict):
    """A date that is on the page and not the article's."""

    value: str
    why: str
    evidence: EvidenceRecord


class MentionedDateRecord(TypedDict):
    """A date that the article speaks of."""

    value: str
    evidence: EvidenceRecord
    basis: str


class EntityRecord(TypedDict):
    """A person, organisation or place with every mention."""

    id: str | None
    name: str
    role: str | None
    certainty: str
    basis: str
    mentions: list[EvidenceRecord]
    role_evidence: list[EvidenceRecord]


class QuoteRecord(TypedDict):
    """A direct quotation and who says it."""

    text: str
    line: int
    start: int
    end: int
    rule: str
    speaker: str | None
    speaker_id: str | None
    speaker_basis: str | None
    verb: str | None
    marks: str
    basis: str


class FigureRecord(TypedDict):
    """A number with what it counts."""

    text: str
    line: int
    start: int
    end: int
    rule: str
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    subject: str | None
    kind: str
    basis: str
    sentence: str | None
    readings: list[float]


class RelatedRecord(TypedDict):
    """A headline that the source links to."""

    title: str
    line: int


class ThemeRecord(TypedDict):
    """A theme with the words that prove it."""

    id: str
    score: float
    basis: str
    evidence: list[EvidenceRecord]


class ProblemRecord(TypedDict):
    """Something to look at, in English and in Arabic."""

    level: str
    line: int | None
    rule: str
    message: str
    remedy: str
    message_ar: str
    remedy_ar: str


class ArticleRecord(TypedDict):
    """All that is said about an article."""

    file: str
    sha256: str
    encoding: str
    language: str
    title: str | None
    title_basis: str | None
    title_line: int | None
    title_rule: str | None
    lines: list[LineRecord]
    body_lines: list[int]
    outlet: NamedRecord | None
    cited_outlets: list[NamedRecord]
    author: NamedRecord | None
    date: DateRecord
    rejected_dates: list[RejectedDateRecord]
    dates_mentioned: list[MentionedDateRecord]
    people: list[EntityRecord]
    organisations: list[EntityRecord]
    places: list[EntityRecord]
    quotes: list[QuoteRecord]
    figures: list[FigureRecord]
    attribution: list[str]
    summary: list[EvidenceRecord]
    related: list[RelatedRecord]
    slips: list[EvidenceRecord]
    themes: list[ThemeRecord]
    problems: list[ProblemRecord]


class BriefingRecord(ArticleRecord):
    """What an article page carries under `briefing:` in its front matter."""

    kind: str
    address: str
    added: str | None
    url: str | None
    note: str | None
    lines_not_told: NotRequired[int]
