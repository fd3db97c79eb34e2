"""What search knows of words: those that say nothing, phrases of one meaning, keyboards, numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Annotated

from pydantic import Field

from generator.lexicon.faults import ValueFault
from generator.lexicon.keyboards import Keyboards
from generator.lexicon.loading import LexiconError, Record, Text, Texts, WordList, read_record
from generator.lexicon.reckoning import Reckoning
from generator.reading.handwritten import most_like
from generator.reading.letters import bare

Groups = tuple[Texts, ...]


class Variants(Record):
    """Groups of phrases that stand for one another in a query."""

    groups: Groups


class LessWords(Record):
    """What a dossier takes away: words that say nothing elsewhere, and phrases that do not mean the same in it."""

    stop: tuple[Text, ...] = ()
    variants: tuple[Text, ...] = ()


class MoreWords(Record):
    """search.yml of a dossier: words that say nothing in it, groups of phrases that mean the same there."""

    stop: tuple[Text, ...] = ()
    variants: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
    remove: LessWords = LessWords()


@dataclass(frozen=True)
class SearchWords:
    """The lexicon of search; an index may be made without one."""

    stop: Texts = ()
    variants: Groups = ()
    keyboards: Keyboards = field(default_factory=Keyboards)
    reckoning: Reckoning = field(default_factory=Reckoning)


def load_search(data: Path, reckoning: Reckoning) -> SearchWords:
    """Read data/language/search/*.yml. Raises LexiconError."""
    folder = data / "language/search"
    stop = read_record(folder / "stop.yml", WordList).words
    variants = read_record(folder / "variants.yml", Variants).groups
    _distinct(folder / "stop.yml", (bare(word) for word in dict.fromkeys(stop)))
    _distinct(folder / "variants.yml", (bare(phrase) for group in variants for phrase in group))
    keyboards = read_record(folder / "keyboards.yml", Keyboards)
    return SearchWords(stop, variants, keyboards, reckoning)


def search_of(known: SearchWords, more: MoreWords) -> SearchWords:
    """The words of search with those of a dossier."""
    gone, parted = (frozenset(map(bare, words)) for words in (more.remove.stop, more.remove.variants))
    stop = (*(word for word in known.stop if bare(word) not in gone), *more.stop)
    left = (tuple(phrase for phrase in group if bare(phrase) not in parted) for group in known.variants)
    return replace(known, stop=stop, variants=(*(group for group in left if len(group) > 1), *more.variants))


def search_faults(known: SearchWords, more: MoreWords) -> Iterator[ValueFault]:
    """What a dossier takes away that is not there, and phrases of it that stand in another group already."""
    for name, words in (("stop", known.stop), ("variants", tuple(chain.from_iterable(known.variants)))):
        there = {bare(word): word for word in words}
        for at, word in enumerate(getattr(more.remove, name)):
            if bare(word) not in there:
                near = most_like(bare(word), there)
                values = (("id", word), ("nearest", there.get(near, "")))
                rule = "lexicon-absent" if near else "lexicon-absent-strange"
                yield ValueFault(("remove", name, at), rule, values, "not there")
    taken = {bare(phrase): phrase for phrase in chain.from_iterable(search_of(known, _only_less(more)).variants)}
    for at, group in enumerate(more.variants):
        for n, phrase in enumerate(group):
            if bare(phrase) in taken:
                values = (("name", phrase), ("other", "search.yml"))
                yield ValueFault(("variants", at, n), "lexicon-borne", values, "in another group")
        taken |= {bare(phrase): phrase for phrase in group}


def without_faults(more: MoreWords, faults: Iterable[ValueFault]) -> MoreWords:
    """What is left of a dossier's words for search without its faults: a group with a faulty phrase goes whole."""
    wrong = {fault.place[1] for fault in faults if fault.place[0] == "variants"}
    return more.model_copy(update={"variants": tuple(g for at, g in enumerate(more.variants) if at not in wrong)})


def _only_less(more: MoreWords) -> MoreWords:
    return more.model_copy(update={"variants": ()})


def _distinct(path: Path, found: Iterable[str]) -> None:
    phrases = tuple(found)
    twice = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
    if twice:
        raise LexiconError(f"{path}: listed twice: {', '.join(twice)}")
