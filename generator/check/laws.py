"""The laws, held against every article: what breaks one is a problem of level error, never an exception."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Article, Evidence, Problem
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
    astray = (found for found in evidence_in(article.facts) if not _stands(found, source.lines))
    problems += (Problem("error", name, found.line, "law-evidence", (("text", found.text),)) for found in astray)
    return tuple(problems)


def _stands(found: Evidence, lines: Sequence[str]) -> bool:
    """Whether each piece of it is one of its line, letter for letter, and it is all of them."""
    pieces = found.spots
    exact = (0 < x.line <= len(lines) and lines[x.line - 1][x.start : x.end] == x.text for x in pieces)
    whole = "".join("".join(x.text for x in pieces).split()) == "".join(found.text.split())
    first = pieces[0]
    begins = (found.line, found.start, found.end) == (first.line, first.start, first.end)
    return bool(found.text) and begins and whole and all(exact)
