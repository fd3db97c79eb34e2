"""Scores an article against the truth of its page, and adds scores up: mean, worst site, and how sure the mean is.

Every measure is a ratio of sums, so that pages add up the same way whatever is measured: lines right of lines at issue
(F1 is twice the lines found that are right, of those found and those wanted together), titles right of titles.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from generator.model import Article
from generator.reading.letters import key
from tests.truth import TruePage

# Figures of which less is better.
FEWER_IS_BETTER = frozenset({"false-quotes", "false-dates", "outlets-invented", "private-named"})
DRAWS, SURE = 1000, 0.95
# Data whose pages are of no site; there the worst one says nothing.
ONE_IS_A_SITE = {"articles": "texts"}


@dataclass(frozen=True)
class Scored:
    """A page's scores: of each measure how much of how much; of each way to know a value whether it was right."""

    site: str
    data: str
    measures: Mapping[str, tuple[float, float]]
    trusted: Mapping[str, Sequence[bool]]


@dataclass(frozen=True)
class Measured:
    """A figure: what it is, how much of how much, on what; over sites the worst one's, and the bounds of chance."""

    id: str
    value: float
    of: str
    data: str
    worst: float | None = None
    low: float | None = None
    high: float | None = None


def scored(page: TruePage, article: Article) -> Scored:
    """The scores of what was read of a page."""
    return Scored(page.site, page.data, dict(_measures(page, article)), dict(_trusted(page, article)))


def _measures(page: TruePage, article: Article) -> Iterator[tuple[str, tuple[float, float]]]:
    left_out = page.titles | page.neutral
    blank = {line.number for line in article.cleaned.lines if not line.text.strip()}
    found = {line.number for line in article.cleaned.body} - left_out - blank
    want = page.body - left_out - blank
    right = len(found & want)
    yield "lines-f1", (2 * right, len(found) + len(want))
    yield "lines-f1-macro", (2 * right / max(1, len(found) + len(want)), 1)
    yield "body-recall", (right / max(1, len(want)), 1)
    yield from _of_facts(page, article)
    if page.authors is not None:
        named = [article.facts.author.name] if article.facts.author else []
        right = len({key(name) for name in page.authors} & {key(name) for name in named})
        yield "authors-found", (right, len(page.authors))
        yield "authors-right", (right, len(named))


def _of_facts(page: TruePage, article: Article) -> Iterator[tuple[str, tuple[float, float]]]:
    title, date, outlet = _title(article), _date(article), article.facts.outlet
    if page.title is None:
        yield "titles-absent", (float(title is None), 1)
    else:
        yield "titles", (float(_same_words(title, page.title)), 1)
    yield "dates", (float(date in page.dates), 1)
    if None in page.dates:
        yield "false-dates", (float(date not in page.dates), 1)
    if page.outlets:
        yield "outlets", (float(outlet is not None and _is_named(outlet.name, page)), 1)
    else:
        yield "outlets-invented", (float(outlet is not None), 1)


def _trusted(page: TruePage, article: Article) -> Iterator[tuple[str, Sequence[bool]]]:
    """A value with the way it is known: does what the page says of it hold?"""
    title, date = article.facts.title, article.facts.date
    if title is not None:
        stated = title.basis == "stated"
        yield f"title.{title.basis}", [_same_words(title.text, page.title) if stated else page.title is None]
    if date.value is not None and date.basis is not None:
        yield f"date.{date.basis}", [date.value in page.dates]
    if article.facts.outlet is not None:
        yield f"outlet.{article.facts.outlet.basis}", [_is_named(article.facts.outlet.name, page)]


def _title(article: Article) -> str | None:
    title = article.facts.title
    return title.text if title is not None and title.basis == "stated" else None


def _date(article: Article) -> str | None:
    """The page's own date; one that only the order of events gives is none of the page."""
    date = article.facts.date
    return date.value if date.basis != "chronology" else None


def _same_words(one: str | None, other: str | None) -> bool:
    return _plain(one or "") == _plain(other or "") != ""


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _is_named(name: str, page: TruePage) -> bool:
    return key(name) in map(key, page.outlets)


def figures(rows: Sequence[Scored]) -> list[Measured]:
    """Every measure on every set of data: all pages together, the worst site, and 95 % of what chance makes of it."""
    by_data: dict[tuple[str, str], dict[str, tuple[float, float]]] = defaultdict(dict)
    for row in rows:
        for name, (right, of) in row.measures.items():
            sites = by_data[row.data, name]
            before = sites.get(row.site, (0.0, 0.0))
            sites[row.site] = (before[0] + right, before[1] + of)
    some = ((at, sites) for at, sites in by_data.items() if any(of for _, of in sites.values()))
    return [_figure(data, name, sites) for (data, name), sites in some]


def _figure(data: str, name: str, sites: Mapping[str, tuple[float, float]]) -> Measured:
    fewer = name in FEWER_IS_BETTER
    each = [right / of for right, of in sites.values() if of]
    right, of = _sum(sites.values())
    low, high = _bounds(sorted(sites.values()))
    told = (
        f"{round(right)}/{round(of)}"
        if not name.startswith(("lines", "body"))
        else f"{len(sites)} {ONE_IS_A_SITE.get(data, 'sites')}"
    )
    worst = None if data in ONE_IS_A_SITE else _rounded(max(each) if fewer else min(each))
    return Measured(f"{data}.{name}", _rounded(right / of), told, data, worst, _rounded(low), _rounded(high))


def _sum(pairs: Iterable[tuple[float, float]]) -> tuple[float, float]:
    rights, ofs = zip(*pairs, strict=True)
    return sum(rights), sum(ofs)


def _bounds(sites: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Between which values the figure lies when sites are drawn again with replacement (Efron 1979)."""
    rng = Random(1979)  # noqa: S311
    drawn = (_sum(rng.choices(sites, k=len(sites))) for _ in range(DRAWS))
    values = sorted(right / of for right, of in drawn if of)
    cut = round(len(values) * (1 - SURE) / 2)
    return values[cut], values[-1 - cut]


def _rounded(value: float) -> float:
    return round(value, 4)


def trusted(rows: Sequence[Scored]) -> dict[str, tuple[int, int]]:
    """How often a value was right, by the way it is known."""
    found: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        for way, right in row.trusted.items():
            found[way].extend(right)
    return {way: (sum(all_of), len(all_of)) for way, all_of in sorted(found.items())}
