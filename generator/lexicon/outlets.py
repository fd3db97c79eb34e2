"""Outlets: one YAML a newspaper, agency, channel or site, and the cues by which a text shows whose it is.

Invariant: a name that several outlets share keeps all their ids; which one is meant only other evidence can say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from generator.lexicon.loading import LexiconError, Record, Text, Texts, WordList, read_record, records
from generator.reading.letters import key
from generator.reading.match import Phrasebook

Trade = Literal["agency", "channel", "magazine", "network", "newspaper", "radio", "site"]


class OutletRecord(Record):
    """An outlet. `ambiguous`: its name is an ordinary word too.

    `wire`: others print its texts as their own. `national`: a state's agency, whose texts they print too, but which has
    readers of its own. `foreign`: it publishes nothing in Arabic, so Arabic texts cite it.
    """

    name: Text
    kind: Trade
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    variants: tuple[Text, ...] = ()
    latin: tuple[Text, ...] = ()
    domains: tuple[Text, ...] = ()
    ambiguous: bool = False
    ambiguous_variants: tuple[Text, ...] = ()
    wire: bool = False
    national: bool = False
    foreign: bool = False


class OutletCues(Record):
    """The word lists of outlet-cues.yml; each list says there what it is for."""

    trades: WordList
    plain_trades: WordList
    companies: WordList
    fillers: WordList
    name_ends: WordList
    rights_nouns: WordList
    rights_verbs: WordList
    descriptors: WordList
    description_adjectives: WordList
    media_words: WordList
    rights: WordList
    rights_firm: WordList
    credits: WordList
    not_names: WordList
    sentence_words: WordList
    label_words: WordList
    page_words: WordList
    datelines: WordList
    exclusives: WordList
    sources: WordList
    closings: WordList
    agencies_plural: WordList
    heard: WordList
    received: WordList
    copies: WordList
    told: WordList
    reporters: WordList
    channels: WordList
    follow: WordList
    topics: WordList
    platforms: WordList
    published_in: WordList
    first_on: WordList
    issues: WordList
    offers: WordList
    audience: WordList
    pictures: WordList
    disclaims: WordList
    welcomes: WordList
    logos: WordList
    on_day: WordList
    editors: WordList
    about: WordList
    citing: WordList
    according: WordList
    clauses: WordList
    origins: WordList
    bylines: dict[str, Texts]
    trade_kinds: dict[str, tuple[Trade, ...]]
    desks: WordList
    translators: WordList
    professions: WordList
    not_persons: WordList
    occasions: WordList

    @cached_property
    def single_trades(self) -> WordList:
        """The nouns of the trade that are one word."""
        return WordList(words=tuple(word for word in self.trades.words if " " not in key(word)))


@dataclass(frozen=True)
class OutletName:
    """A spelling of a known name: whose it may be, whether it is an ordinary word too; `wire`: a text only cites it.

    reprinted: at a dateline it is the source of a text that anybody may have published.
    """

    text: str
    name: str
    ids: tuple[str, ...]
    ambiguous: bool
    wire: bool
    reprinted: bool


@dataclass(frozen=True)
class Outlets:
    """Every known outlet, by id, by spelling (`key` of it) and by domain, with the cues of the trade.

    bylines: labels before an author by their rule, the surest first; trade_kinds: which kinds of house a noun of the
    trade stands before. Both in match form.
    """

    by_id: Mapping[str, OutletRecord]
    by_key: Mapping[str, OutletName]
    by_domain: Mapping[str, str]
    phrases: Phrasebook[OutletName]
    cues: OutletCues
    bylines: Mapping[str, tuple[str, ...]]
    trade_kinds: Mapping[str, frozenset[Trade]]

    @cached_property
    def byline_begins(self) -> frozenset[str]:
        """The words with which bylines begin."""
        return frozenset(label.partition(" ")[0] for labels in self.bylines.values() for label in labels)

    def fits(self, trade: str, known: OutletName) -> bool:
        """False for an ordinary word after a noun of another trade: «وكالة الأنباء» is not the paper «الأنباء»."""
        kinds = self.trade_kinds.get(trade)
        return not known.ambiguous or kinds is None or any(self.by_id[id_].kind in kinds for id_ in known.ids)


def load_outlets(data: Path) -> Outlets:
    """Outlets from outlets/*.yml, cues from outlet-cues.yml. Raises LexiconError."""
    return outlets_of(
        dict(records(data / "world/outlets", OutletRecord)), read_record(data / "language/outlet-cues.yml", OutletCues)
    )


def outlets_of(found: Mapping[str, OutletRecord], cues: OutletCues) -> Outlets:
    """Outlets by their ids, with the cues of the trade. Raises LexiconError for a domain that two have."""
    spelled = _spellings(found)
    return Outlets(
        by_id=found,
        by_key={key(known.text): known for known in spelled},
        by_domain=_domains(found),
        phrases=Phrasebook((known.text, known) for known in spelled),
        cues=cues,
        bylines={rule: tuple(map(key, labels)) for rule, labels in cues.bylines.items()},
        trade_kinds={key(trade): frozenset(kinds) for trade, kinds in cues.trade_kinds.items()},
    )


def _spellings(found: Mapping[str, OutletRecord]) -> tuple[OutletName, ...]:
    """One entry a spelling; «الصباح» of three countries is one entry with three ids."""
    owners: dict[str, list[tuple[str, str]]] = {}
    for id_, outlet in found.items():
        for text in dict.fromkeys((outlet.name, *outlet.variants, *outlet.latin)):
            owners.setdefault(key(text), []).append((id_, text))
    return tuple(_known(found, group) for group in owners.values())


def _known(found: Mapping[str, OutletRecord], group: Iterable[tuple[str, str]]) -> OutletName:
    pairs = tuple(group)
    text = pairs[0][1]
    ids = tuple(dict.fromkeys(id_ for id_, _ in pairs))
    outlets = [found[id_] for id_ in ids]
    vague = any(
        (x.ambiguous and t == x.name) or t in x.ambiguous_variants
        for (_, t), x in zip(pairs, (found[i] for i, _ in pairs), strict=True)
    )
    name = outlets[0].name if len(ids) == 1 else text
    wire, national = any(x.wire or x.foreign for x in outlets), any(x.national for x in outlets)
    return OutletName(text, name, ids, vague, wire, wire or national)


def _domains(found: Mapping[str, OutletRecord]) -> dict[str, str]:
    domains: dict[str, str] = {}
    for id_, outlet in found.items():
        for domain in outlet.domains:
            if domain in domains:
                raise LexiconError(f"outlets/{id_}.yml: domains: {domain} is {domains[domain]}'s already")
            domains[domain] = id_
    return domains
