"""The laws, held against every article: what breaks one is a problem of level error, never an exception."""

from __future__ import annotations

from generator.model import Article, Problem
from generator.model.pieces import evidence_in


def check(article: Article) -> tuple[Problem, ...]:
    """Every breach of a law in one article."""
    name, source = article.name, article.cleaned.source
    problems = []
    numbers = [line.number for line in article.cleaned.lines]
    if numbers != list(range(1, len(source.lines) + 1)):
        problems.append(Problem("error", name, None, "law-verdicts"))
    if any(line.text != source.lines[line.number - 1] for line in article.cleaned.lines):
        problems.append(Problem("error", name, None, "law-text"))
    for found in evidence_in(article.facts):
        inside = 0 < found.line <= len(source.lines)
        if not inside or source.lines[found.line - 1][found.start : found.end] != found.text or not found.text:
            problems.append(Problem("error", name, found.line, "law-evidence", (("text", found.text),)))
    return tuple(problems)
