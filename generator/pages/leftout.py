"""How much a page tells of the lines that are not of its article: the first so many, and the number of the rest.

Invariant: a line that shows something that the page says is told of in any case, so that no link leads nowhere.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import Article, Problem


def beyond(article: Article, most: int) -> frozenset[int]:
    """The lines that a page has no room for: those left out after the first so many, and as many of the blank ones."""
    blank = [line.number for line in article.cleaned.lines if line.verdict == "blank"]
    left_out = [line.number for line in article.cleaned.left_out]
    return frozenset((*left_out[most:], *blank[most:]))


def fitted(article: Article, hidden: frozenset[int]) -> Article:
    """The article without what only those lines have: headlines of other articles, and dates that are not its own."""
    facts = article.facts
    related = tuple(x for x in facts.related if x.line not in hidden)
    rejected = tuple(x for x in facts.rejected_dates if x.evidence.line not in hidden)
    return replace(article, facts=replace(facts, related=related, rejected_dates=rejected))


def capped(article: Article, most: int) -> tuple[Problem, ...]:
    """A note on an article with more such lines than its page tells of."""
    hidden = beyond(article, most)
    if not hidden:
        return ()
    blank = sum(line.verdict == "blank" for line in article.cleaned.lines)
    needed = max(blank, len(article.cleaned.left_out))
    values = (("count", str(len(hidden))), ("needed", str(needed)))
    return (Problem("note", article.name, min(hidden), "left-out-capped", values),)
