"""What several articles give alike, figures and sayings; and whether that is one source in several articles, or more.

Invariant: sources are independent only where each is known, they are not one, and neither text repeats the other;
articles that are nearly the same text agree in nothing. In doubt there is no agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from generator.catalogue.groups import Entry
from generator.catalogue.institutions import institution_of
from generator.catalogue.meeting import Met, share_runs
from generator.catalogue.tallies import Saying, Tally, threes, together
from generator.lexicon import Lexicon
from generator.model import Facts, Figure, Quote
from generator.reading.letters import fold, key, tokens

Copies = frozenset[tuple[str, str]]
Sources = Literal["independent", "unknown", "one"]
"""Of which it is not known whether they are one, is said as plainly as of which it is."""


@dataclass(frozen=True)
class Agreement:
    """Figures, or sayings, that articles give alike, and whether one source stands behind them or several."""

    tallies: tuple[Tally, ...] = ()
    sayings: tuple[Saying, ...] = ()
    sources: Sources = "one"


def agreements(found: Met, copies: Copies, lexicon: Lexicon) -> tuple[Agreement, ...]:
    """Every agreement, those of independent sources first. `copies`: names of articles of nearly the same text."""
    made = (*_of_figures(found, copies, lexicon), *_of_sayings(found, copies))
    return tuple(sorted(made, key=lambda x: get_args(Sources).index(x.sources)))


def _of_figures(met: Met, copies: Copies, lexicon: Lexicon) -> Iterator[Agreement]:
    """A sentence once, though it has several figures."""
    pairs = []
    for one, two in met.figures:
        same = _value(one.tally.figure) == _value(two.tally.figure)
        if same and not _are_copies(one.tally.entry, two.tally.entry, copies) and (one.meets(two) or one.repeats(two)):
            pairs.append((one, two))
    repeated = {(one.tally.spot, two.tally.spot) for one, two in pairs if one.repeats(two)}
    seen = set[tuple[object, ...]]()
    for found in together([(one.tally, two.tally) for one, two in pairs]):
        sentences = tuple((x.entry.address, x.sentence) for x in found)
        if sentences not in seen:
            seen.add(sentences)
            spots = {(one.spot, two.spot) for one, two in combinations(found, 2)}
            yield Agreement(tallies=found, sources=_sources(found, lexicon) if repeated.isdisjoint(spots) else "one")


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.low, figure.high, figure.approximate


def _are_copies(one: Entry, two: Entry, copies: Copies) -> bool:
    names = (one.article.name, two.article.name)
    return names in copies or names[::-1] in copies


def _sources(found: Iterable[Tally], lexicon: Lexicon) -> Sources:
    """Independent where the first who told each figure is known and nobody else's; one where all have it of him."""
    told = [first_source(tally.entry.article.facts, tally.quote, lexicon) for tally in found]
    if None in told:
        return "unknown"
    return "independent" if len(set(told)) == len(told) else "one" if len(set(told)) == 1 else "unknown"


def first_source(facts: Facts, quote: Quote | None, lexicon: Lexicon) -> tuple[str, str] | None:
    """Who told a thing first: the institution that a speaker speaks for, else he; else a paper that is cited, else the
    publisher; None where none is known.
    """
    if quote:
        told = institution_of(quote, facts, lexicon)
        if told.kind in ("officials", "body"):
            return told.kind, told.id
        return ("speaker", key(quote.speaker)) if quote.speaker else None
    paper = next((x for x in facts.cited_outlets if x.name in facts.attribution), None) or facts.outlet
    return ("paper", paper.id or key(paper.name)) if paper else None


def _of_sayings(found: Met, copies: Copies) -> Iterator[Agreement]:
    """Sayings are of one speaker, so of one source, however many articles have them."""
    alike = ((one, two) for one, two in found.sayings if _is_one(one, two))
    pairs = [(one, two) for one, two in alike if not _are_copies(one.entry, two.entry, copies)]
    yield from (Agreement(sayings=told) for told in together(pairs))


def _numbers(saying: Saying) -> frozenset[str]:
    """The numbers in somebody's words: those of another place or day are alike but for them."""
    return frozenset(fold(token.text) for token in tokens(saying.quote.text) if token.text.isdecimal())


def _is_one(one: Saying, two: Saying) -> bool:
    speakers = {x.quote.speaker_id or key(x.quote.speaker or "") for x in (one, two)} - {""}
    numbers, more = sorted((_numbers(one), _numbers(two)), key=len)
    plain = one.entry.address != two.entry.address and len(speakers) <= 1 and numbers <= more
    return plain and share_runs(threes(one.quote.text), threes(two.quote.text))
