"""The laws, held against every article: what breaks one is a problem of level error, never an exception."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, Evidence, Facts, Problem


def check(article: Article) -> tuple[Problem, ...]:
    """Every breach of a law in one article."""
    name, source = article.name, article.cleaned.source
    problems = []
    numbers = [line.number for line in article.cleaned.lines]
    if numbers != list(range(1, len(source.lines) + 1)):
        problems.append(Problem("error", name, None, "law-verdicts"))
    if any(line.text != source.lines[line.number - 1] for line in article.cleaned.lines):
        problems.append(Problem("error", name, None, "law-text"))
    for found in evidence_of(article):
        inside = 0 < found.line <= len(source.lines)
        if not inside or source.lines[found.line - 1][found.start : found.end] != found.text or not found.text:
            problems.append(Problem("error", name, found.line, "law-evidence", (("text", found.text),)))
    return tuple(problems)


def evidence_of(article: Article) -> Iterator[Evidence]:
    """Every piece of evidence that an article carries."""
    yield from _facts(article.facts)
    for hit in article.themes:
        yield from hit.evidence


def _facts(facts: Facts) -> Iterator[Evidence]:
    for named in (facts.outlet, facts.author, *facts.cited_outlets):
        yield from named.evidence if named else ()
    yield from facts.date.evidence
    yield from (x.evidence for x in facts.rejected_dates)
    yield from (x.evidence for x in facts.dates_mentioned)
    for entity in (*facts.people, *facts.organisations, *facts.places):
        yield from (*entity.mentions, *entity.role_evidence)
    yield from (Evidence(x.line, x.start, x.end, x.text, x.rule) for x in facts.quotes)
    yield from (Evidence(x.line, x.start, x.end, x.text, x.rule) for x in facts.figures)
    yield from facts.summary
    yield from facts.slips
