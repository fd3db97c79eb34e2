"""Puts an article into its published form, and gives the JSON Schema of that form."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from generator.facts.contract import (
    ArticleRecord,
    BriefingRecord,
    DateRecord,
    EntityRecord,
    EvidenceRecord,
    FigureRecord,
    NamedRecord,
    ProblemRecord,
    QuoteRecord,
)
from generator.lexicon.wording import Wording
from generator.model import Article, Cleaned, DateFact, Entity, Evidence, Facts, Figure, Named, Problem, Quote, Source
from generator.source.withholding.withhold import shown


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
        "figures": [_figure(x) for x in facts.figures],
        "attribution": list(facts.attribution),
        "summary": _evidence(facts.summary),
        "related": [{"title": x.title, "line": x.line} for x in facts.related],
        "slips": _evidence(facts.slips),
        "themes": [
            {"id": x.id, "score": x.score, "basis": x.basis, "evidence": _evidence(x.evidence)} for x in article.themes
        ],
        "problems": [_problem(x, wording) for x in article.problems],
    }


def unread(problem: Problem, sha256: str, wording: Wording, file: str) -> ArticleRecord:
    """The record of a file that cannot be read: nothing is known of it but its problem."""
    nothing = Cleaned(Source(problem.file, sha256, "unknown", ""), "und", ())
    return record(Article(nothing, Facts(), problems=(problem,)), wording, file)


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


def _figure(value: Figure) -> FigureRecord:
    data: FigureRecord = _plain(value)
    data["readings"] = list(value.readings)
    return data


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
