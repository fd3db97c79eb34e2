"""Themes that a dossier might have: what several of its articles speak of and no theme of it covers.

What holds a proposal together is its articles: phrases whose articles are nearly the same make one, under the phrase
that tells most. Those come first that would tell a reader most of the dossier apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry, Group
from generator.catalogue.shared import Shared, shared
from generator.lexicon import Lexicon

_SMALL = 30
_FEWEST_OF_SMALL, _FEWEST = 2, 3
# What more articles have divides nothing.
_LARGEST_SHARE = 0.7
# Jaccard's measure of the articles of two phrases, read on five dossiers of 5 to 65 news: from .55 down strangers meet
# («القوات الموالية» with «المدن الجنوبية»), at .9 one subject is proposed twice. With a word in common less is enough:
# at .25 «الجيش الوطني» takes in all that is said of armies, at .55 «سوق النفط» parts from «النفط الخام».
_ONE_SUBJECT = 0.7
_ONE_SUBJECT_BY_WORD = 0.4
_COVERED = 0.8
# The newest articles that are read for them: their words are counted where one changed, 1.6 s of a processor for a
# thousand; what an editor has no theme for is most often new.
_READ = 400
# Only the first few are shown; to bring all together would cost the square of their number.
_MOST_WEIGHED = 300
# A name has a page of its own already, and says less of a subject than two words do.
_NAME = 0.4
_INDEFINITE = 0.5
_ABOUT = 2


@dataclass(frozen=True)
class Proposal:
    """A theme to be. proving: what it would be called by, and the phrases that share a word with that; others: those
    that only stand in the same articles. articles: those that have one that proves it.
    """

    proving: tuple[Shared, ...]
    others: tuple[Shared, ...]
    articles: tuple[Entry, ...]

    @property
    def label(self) -> Shared:
        """The phrase that tells most."""
        return self.proving[0]


@dataclass(frozen=True)
class Matter:
    """What proposals are made of. earlier: of each article the places of those before it that tell its story; themes:
    the addresses of the articles of each theme.
    """

    entries: tuple[Entry, ...]
    groups: tuple[Group, ...]
    earlier: tuple[frozenset[int], ...]
    themes: tuple[frozenset[str], ...]


def matter(catalogue: Catalogue) -> Matter:
    """What is read of a dossier: of its newest articles, and of nothing else."""
    entries = catalogue.listed[:_READ]
    read = frozenset(entry.address for entry in entries)
    groups = tuple(_within(group, read) for group in catalogue.groups)
    themes = tuple(read.intersection(entry.address for entry, _ in group.members) for group in catalogue.themes)
    return Matter(entries, tuple(filter(_has_any, groups)), _earlier(entries, catalogue), themes)


def _has_any(group: Group) -> bool:
    return bool(group.members)


def proposals(read: Matter, lexicon: Lexicon, most: int) -> tuple[Proposal, ...]:
    """So many themes at most, those first that divide the dossier best."""
    entries, earlier = read.entries, read.earlier
    fewest = _FEWEST_OF_SMALL if len(entries) < _SMALL else _FEWEST
    found = shared(entries, read.groups, lexicon, fewest)
    most_articles = max(fewest, int(_LARGEST_SHARE * len(entries)))
    several = [x for x in found if fewest <= _stories(x, earlier) and len(x.articles) <= most_articles]
    ranked = sorted(several, key=lambda x: (-_worth(x, len(entries)), x.text))
    telling = [x for x in ranked if not lexicon.formulas.phrases.has(x.text)][:_MOST_WEIGHED]
    subjects = (phrases for phrases in _subjects(telling) if _worth(phrases[0], len(entries)))
    made = (_proposal(phrases, entries, most_articles) for phrases in subjects)
    return tuple([each for each in made if not _covered(each, read.themes, lexicon)][:most])


def _within(group: Group, read: frozenset[str]) -> Group:
    """A group with those of its articles that are read."""
    return replace(group, members=tuple(member for member in group.members if member.entry.address in read))


def _stories(each: Shared, earlier: Sequence[frozenset[int]]) -> int:
    """In how many stories a phrase stands: of copies and retellings, only the first counts."""
    return sum(earlier[at].isdisjoint(each.articles) for at in each.articles)


def _earlier(entries: Sequence[Entry], catalogue: Catalogue) -> tuple[frozenset[int], ...]:
    """For each article the places of those before it that tell the same story."""
    places = {entry.address: at for at, entry in enumerate(entries)}
    alike = ([kin.entry.address for kin in catalogue.kin.get(x.address, ()) if kin.alike] for x in entries)
    return tuple(frozenset(places[x] for x in others if places.get(x, at) < at) for at, others in enumerate(alike))


def _worth(each: Shared, size: int) -> float:
    """How well a phrase tells articles apart: by how many have it, twice more those about it, and by how many not."""
    articles = len(each.articles)
    about = sum(times > 1 for times in each.articles.values())
    if not (each.definite or about) and articles <= _FEWEST_OF_SMALL:
        return 0
    kind = _NAME if each.kind != "pair" else 1.0 if each.definite else _INDEFINITE
    return (articles + _ABOUT * about) * math.log(1 + size / articles) * kind


def _subjects(ranked: Iterable[Shared]) -> list[list[Shared]]:
    """Phrases brought together, each with the first one that it belongs to."""
    made: list[list[Shared]] = []
    for each in ranked:
        home = next((phrases for phrases in made if _one_subject(each, phrases[0])), None)
        if home is None:
            made.append([each])
        elif all(each.text != other.text for other in home):
            home.append(each)
    return made


def _one_subject(one: Shared, other: Shared) -> bool:
    both, all_of_them = (
        len(one.articles.keys() & other.articles.keys()),
        len(one.articles.keys() | other.articles.keys()),
    )
    return both / all_of_them >= (_ONE_SUBJECT_BY_WORD if one.stems & other.stems else _ONE_SUBJECT)


def _proposal(phrases: Sequence[Shared], entries: Sequence[Entry], most: int) -> Proposal:
    proving, places = list[Shared](), set[int]()
    for phrase in phrases:
        if phrase.stems & phrases[0].stems and len(places | phrase.articles.keys()) <= most:
            proving.append(phrase)
            places |= phrase.articles.keys()
    others = tuple(phrase for phrase in phrases if phrase not in proving)
    return Proposal(tuple(proving), others, tuple(entries[at] for at in sorted(places)))


def _covered(proposal: Proposal, themes: Iterable[frozenset[str]], lexicon: Lexicon) -> bool:
    """Whether the dossier has a theme for it: one whose terms its label has, or with nearly the same articles."""
    if any(hit.payload.role == "term" for hit in lexicon.themes.book.find_all(proposal.label.text)):
        return True
    own = {entry.address for entry in proposal.articles}
    return any(len(own & of_theme) >= _COVERED * len(own | of_theme) for of_theme in themes)
