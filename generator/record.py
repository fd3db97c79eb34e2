"""The published form of an article: what `explain --json` prints and front matter carries, with its JSON Schema.

Field names are a contract: fields may be added, none renamed.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from generator.lexicon.wording import Wording
from generator.model import Article, DateFact, Entity, Evidence, Named, Problem, Quote
from generator.withhold import shown


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


def record(article: Article, wording: Wording, file: str | None = None) -> ArticleRecord:
    """An article in its published form; `file` stands for the seed's own name where given."""
    published: ArticleRecord = shown(_record(article, wording, file), wording.say("withheld"))
    return published


def _record(article: Article, wording: Wording, file: str | None) -> ArticleRecord:
    cleaned, facts = article.cleaned, article.facts
    title = facts.title
    return {
        "file": file or article.name,
        "sha256": cleaned.source.sha256,
        "encoding": cleaned.source.encoding,
        "language": cleaned.language,
        "title": title.text if title else None,
        "title_basis": title.basis if title else None,
        "title_line": title.line if title else None,
        "title_rule": title.rule if title else None,
        "lines": [{"line": x.number, "verdict": x.verdict, "rule": x.rule} for x in cleaned.lines],
        "body_lines": [x.number for x in cleaned.body],
        "outlet": _named(facts.outlet),
        "cited_outlets": [_present(x) for x in facts.cited_outlets],
        "author": _named(facts.author),
        "date": _date(facts.date),
        "rejected_dates": [_plain(x) for x in facts.rejected_dates],
        "dates_mentioned": [_plain(x) for x in facts.dates_mentioned],
        "people": [_entity(x) for x in facts.people],
        "organisations": [_entity(x) for x in facts.organisations],
        "places": [_entity(x) for x in facts.places],
        "quotes": [_quote(x) for x in facts.quotes],
        "figures": [_plain(x) for x in facts.figures],
        "attribution": list(facts.attribution),
        "summary": _evidence(facts.summary),
        "related": [{"title": x.title, "line": x.line} for x in facts.related],
        "slips": _evidence(facts.slips),
        "themes": [
            {"id": x.id, "score": x.score, "basis": x.basis, "evidence": _evidence(x.evidence)} for x in article.themes
        ],
        "problems": [_problem(x, wording) for x in article.problems],
    }


def schema() -> dict[str, Any]:
    """The JSON Schema of what article pages carry under `briefing:`."""
    found = TypeAdapter(BriefingRecord).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found, "title": "Mujaz article"}


def _plain(value: Any) -> Any:
    return asdict(value)


def _evidence(found: tuple[Evidence, ...]) -> list[EvidenceRecord]:
    return [_plain(x) for x in found]


def _present(value: Named) -> NamedRecord:
    return {
        "name": value.name,
        "id": value.id,
        "basis": value.basis,
        "certainty": value.certainty,
        "evidence": _evidence(value.evidence),
    }


def _named(value: Named | None) -> NamedRecord | None:
    return _present(value) if value else None


def _date(value: DateFact) -> DateRecord:
    data: DateRecord = _plain(value)
    data["evidence"], data["steps"] = _evidence(value.evidence), list(value.steps)
    return data


def _entity(value: Entity) -> EntityRecord:
    return {
        "id": value.id,
        "name": value.name,
        "role": value.role,
        "certainty": value.certainty,
        "basis": value.basis,
        "mentions": _evidence(value.mentions),
        "role_evidence": _evidence(value.role_evidence),
    }


def _quote(value: Quote) -> QuoteRecord:
    data: QuoteRecord = _plain(value)
    return data


def _problem(problem: Problem, wording: Wording) -> ProblemRecord:
    english, arabic = wording.tell(problem, "en"), wording.tell(problem, "ar")
    return {
        "level": problem.level,
        "line": problem.line,
        "rule": problem.rule,
        "message": english.message,
        "remedy": english.remedy,
        "message_ar": arabic.message,
        "remedy_ar": arabic.remedy,
    }
