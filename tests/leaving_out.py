"""Reads pages of sites that nothing was fitted on: sites are left out in turn, what is fitted is fitted on the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from generator.articles import article_of
from generator.lexicon import Lexicon, load_lexicon
from generator.model import Article, Source
from generator.source.read import parse_seed
from tests.scoring import Scored, scored
from tests.truth import TruePage

FOLDS = 8
"""Each time an eighth of the sites is unseen: seven of eight are fitted on, and eight fits are what one waits for."""

Learner = Callable[[frozenset[str]], Lexicon]
"""What is fitted on all pages but those of these sites, in a lexicon that reads by it."""


def scores(tested: Sequence[TruePage], learn: Learner | None = None) -> list[Scored]:
    """The score of each page, read by what was learned from other sites; where nothing is fitted, by the rules."""
    if learn is None:
        lexicon = load_lexicon()
        return [scored(page, read(page, lexicon)) for page in tested]
    return [row for unseen in folds(tested) for row in _left_out(unseen, tested, learn(unseen))]


def folds(pages: Sequence[TruePage]) -> Iterator[frozenset[str]]:
    """The sites in parts that are left out one after the other."""
    sites = sorted({page.site for page in pages})
    Random(8).shuffle(sites)  # noqa: S311
    yield from (frozenset(sites[i::FOLDS]) for i in range(min(FOLDS, len(sites))))


def _left_out(unseen: frozenset[str], tested: Sequence[TruePage], lexicon: Lexicon) -> Iterator[Scored]:
    yield from (scored(page, read(page, lexicon)) for page in tested if page.site in unseen)


def read(page: TruePage, lexicon: Lexicon) -> Article:
    """The article that is made of a page."""
    source = parse_seed("page.txt", page.text.encode())
    assert isinstance(source, Source), source
    return article_of(lexicon, (source, None))
