"""The method page: how lines, titles and themes are decided, with the counts of this very build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from generator.catalogue.points import REASONS
from generator.lexicon.quality import AnswerCost, Score
from generator.lexicon.schemas import NAMES, schema_file_name
from generator.model import Draft
from generator.pages.desk import Desk, Link
from generator.pages.grounds import Grounds
from generator.pages.themes import has_themes


@dataclass(frozen=True)
class RuleRow:
    """A rule with its reason, an example, and how often it decided in this build."""

    id: str
    reason: str
    example: str
    count: int


@dataclass(frozen=True)
class FigureShown:
    """A figure of quality in words: what it says, its value with the bounds of chance, the worst site, the data."""

    label: str
    value: str
    data: str
    bounds: str
    worst: str


@dataclass(frozen=True)
class TrustShown:
    """How often a value known in one way was right, in words."""

    label: str
    right: str
    of: str


@dataclass(frozen=True)
class Searched:
    """How well a set of queries was answered, in words: the set, its size, our figure and Lucene's."""

    label: str
    queries: str
    mrr: str
    lucene: str


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The method page."""
    desk = grounds.desk
    description = desk.say("page.method.description" if has_themes(desk) else "page.method.description.plain")
    yield Draft("method", "/method/", desk.say("page.method"), description, (grounds.whole,), partial(_context, desk))


def _context(desk: Desk) -> dict[str, Any]:
    lines = [line for e in desk.catalogue.entries for line in e.article.cleaned.lines]
    by_verdict = Counter(line.verdict for line in lines)
    by_rule = Counter(line.rule for line in lines)
    bases = Counter(e.article.facts.title.basis for e in desk.catalogue.entries if e.article.facts.title)
    return {
        "line_count": len(lines),
        "verdicts": tuple((desk.say(f"verdict.{v}"), n) for v, n in by_verdict.most_common()),
        "reasons": tuple(_reasons(desk)),
        "title_bases": tuple((desk.say(f"basis.title.{b}"), n) for b, n in sorted(bases.items())),
        "rule_count": len(desk.rules),
        "rules": tuple(
            RuleRow(
                rule.id,
                desk.reason(rule.id),
                rule.example.split("\n")[rule.line - 1],
                by_rule[rule.id],
            )
            for rule in desk.rules.values()
        ),
        "schemas": tuple(_schema(desk, name) for name in ("article", "briefing", "sidecar", "dossier")),
        "lexicon_schemas": tuple(_schema(desk, name, "lexicon/") for name in NAMES.values()),
        "quality": tuple(_figure(desk, figure) for figure in desk.lexicon.quality.figures),
        "trusted": tuple(
            TrustShown(desk.say(f"quality.trust.{row.id}"), desk.digits(str(row.right)), desk.digits(str(row.of)))
            for row in desk.lexicon.quality.trusted
        ),
        "searched": tuple(_searched(desk)),
        "search_costs": tuple(_cost(desk, row) for row in desk.lexicon.quality.costs),
        "themes": tuple((g.theme, len(g.members)) for g in desk.catalogue.themes),
    }


def _schema(desk: Desk, name: str, folder: str = "") -> Link:
    return Link(desk.say(f"method.schema.{name}"), f"/schemas/{folder}{schema_file_name(name)}")


def _searched(desk: Desk) -> Iterator[Searched]:
    for name, row in desk.lexicon.quality.sets.items():
        lucene = "" if row.lucene is None else desk.digits(f"{row.lucene:.3f}")
        label = desk.say(f"method.search.set.{name}")
        yield Searched(label, desk.digits(str(row.queries)), desk.digits(f"{row.mrr:.3f}"), lucene)


def _cost(desk: Desk, row: AnswerCost) -> tuple[tuple[str, str], ...]:
    """The cells of a row, each with what its column is called."""
    cells = row.model_dump().items()
    return tuple((desk.say(f"method.search.cost.{name}"), desk.digits(str(round(value)))) for name, value in cells)


def _figure(desk: Desk, figure: Score) -> FigureShown:
    """Shares as they were counted, scores to three places; nothing where a figure has no bounds or no worst site."""
    name = figure.id.partition(".")[2]
    return FigureShown(
        label=desk.say(f"quality.{name}"),
        value=desk.digits(figure.of if "/" in figure.of else f"{figure.value:.3f}"),
        data=desk.say(f"quality.data.{figure.data}"),
        bounds=_shown(desk, figure.low, figure.high),
        worst=_shown(desk, figure.worst),
    )


def _shown(desk: Desk, *values: float | None) -> str:
    return "–".join(desk.digits(f"{value:.3f}") for value in values if value is not None)


def _reasons(desk: Desk) -> Iterator[tuple[str, str]]:
    """What speaks for a point of the front page and against it, with how much; of themes, where the dossier has any."""
    for reason in fields(REASONS):
        if has_themes(desk) or reason.name not in ("theme", "same_theme"):
            yield desk.say(f"reason.{reason.name}"), desk.digits(f"{getattr(REASONS, reason.name):+}")
