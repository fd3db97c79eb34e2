"""What search knows of words: silent ones, phrases of one meaning, near words, keyboards, numbers and dates."""

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
_GROUPED = ("variants", "near")


class WordGroups(Record):
    """Groups of phrases that stand for one another in a query, or of words of one field."""

    groups: Groups


class LittleWords(Record):
    """search/little.yml: what asks and belongs to it, titles, words that nothing stands in for, heads of names."""

    asks: Texts = ()
    asked: Texts = ()
    titles: Texts = ()
    kept: Texts = ()
    heads: Texts = ()


class LessWords(Record):
    """What a dossier takes away: words that say nothing elsewhere, phrases that mean something else in it."""

    stop: tuple[Text, ...] = ()
    variants: tuple[Text, ...] = ()
    near: tuple[Text, ...] = ()


class MoreWords(Record):
    """search.yml of a dossier: words that say nothing in it, groups of phrases that mean the same, of near words."""

    stop: tuple[Text, ...] = ()
    variants: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
    near: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
    remove: LessWords = LessWords()


@dataclass(frozen=True)
class SearchWords:
    """The lexicon of search; an index may be made without one."""

    stop: Texts = ()
    variants: Groups = ()
    near: Groups = ()
    little: LittleWords = field(default_factory=LittleWords)
    keyboards: Keyboards = field(default_factory=Keyboards)
    reckoning: Reckoning = field(default_factory=Reckoning)


def load_search(data: Path, reckoning: Reckoning) -> SearchWords:
    """Read data/language/search/*.yml. Raises LexiconError."""
    folder = data / "language/search"
    stop = read_record(folder / "stop.yml", WordList).words
    variants = read_record(folder / "variants.yml", WordGroups).groups
    _distinct(folder / "stop.yml", (bare(word) for word in dict.fromkeys(stop)))
    _distinct(folder / "variants.yml", (bare(phrase) for group in variants for phrase in group))
    near = read_record(folder / "near.yml", WordGroups).groups
    _distinct(folder / "near.yml", (bare(word) for group in near for word in group))
    little = read_record(folder / "little.yml", LittleWords)
    for words in (little.asks, little.asked, little.titles, little.kept, little.heads):
        _distinct(folder / "little.yml", map(bare, words))
    keyboards = read_record(folder / "keyboards.yml", Keyboards)
    return SearchWords(stop, variants, near, little, keyboards, reckoning)


def search_of(known: SearchWords, more: MoreWords) -> SearchWords:
    """The words of search with those of a dossier."""
    gone = frozenset(map(bare, more.remove.stop))
    stop = (*(word for word in known.stop if bare(word) not in gone), *more.stop)
    variants = (*_left(known.variants, more.remove.variants), *more.variants)
    near = (*_left(known.near, more.remove.near), *more.near)
    return replace(known, stop=stop, variants=variants, near=near)


def search_faults(known: SearchWords, more: MoreWords) -> Iterator[ValueFault]:
    """What a dossier takes away that is not there, and phrases of it that stand in another group already."""
    yield from _absent("stop", known.stop, more)
    for name in _GROUPED:
        yield from _absent(name, tuple(chain.from_iterable(getattr(known, name))), more)
        left = _left(getattr(known, name), getattr(more.remove, name))
        taken = {bare(phrase): phrase for phrase in chain.from_iterable(left)}
        for at, group in enumerate(getattr(more, name)):
            for n, phrase in enumerate(group):
                if bare(phrase) in taken:
                    values = (("name", phrase), ("other", "search.yml"))
                    yield ValueFault((name, at, n), "lexicon-borne", values, "in another group")
            taken |= {bare(phrase): phrase for phrase in group}


def without_faults(more: MoreWords, faults: Iterable[ValueFault]) -> MoreWords:
    """What is left of a dossier's words for search without its faults: a group with a faulty phrase goes whole."""
    wrong = {fault.place[:2] for fault in faults}
    left = {name: tuple(g for at, g in enumerate(getattr(more, name)) if (name, at) not in wrong) for name in _GROUPED}
    return more.model_copy(update=left)


def _left(groups: Groups, gone: Iterable[str]) -> Groups:
    """The groups without what a dossier takes away; nothing stands in a group alone."""
    parted = frozenset(map(bare, gone))
    left = (tuple(phrase for phrase in group if bare(phrase) not in parted) for group in groups)
    return tuple(group for group in left if len(group) > 1)


def _absent(name: str, words: Iterable[str], more: MoreWords) -> Iterator[ValueFault]:
    there = {bare(word): word for word in words}
    for at, word in enumerate(getattr(more.remove, name)):
        if bare(word) not in there:
            near = most_like(bare(word), there)
            values = (("id", word), ("nearest", there.get(near, "")))
            yield ValueFault(
                ("remove", name, at), "lexicon-absent" if near else "lexicon-absent-strange", values, "not there"
            )


def _distinct(path: Path, found: Iterable[str]) -> None:
    phrases = tuple(found)
    twice = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
    if twice:
        raise LexiconError(f"{path}: listed twice: {', '.join(twice)}")
