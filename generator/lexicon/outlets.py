"""Outlets: one YAML a newspaper, agency, channel or site, and the cues by which a text shows whose it is.

Invariant: a name that several outlets share keeps all their ids; which one is meant only other evidence can say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from generator.lexicon.loading import LexiconError, Record, read_mapping, read_yaml, records, to_record
from generator.reading.letters import key
from generator.reading.match import Phrasebook

Kind = Literal["agency", "channel", "magazine", "network", "newspaper", "radio", "site"]
_Word = Annotated[str, Field(min_length=1)]
_Cues = Annotated[tuple[_Word, ...], Field(min_length=1)]


class OutletRecord(Record):
    """An outlet. `ambiguous`: its name is an ordinary word too.

    `wire`: others print its texts as their own. `foreign`: it publishes nothing in Arabic, so Arabic texts cite it.
    """

    name: _Word
    kind: Kind
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    variants: tuple[_Word, ...] = ()
    latin: tuple[_Word, ...] = ()
    domains: tuple[_Word, ...] = ()
    ambiguous: bool = False
    ambiguous_variants: tuple[_Word, ...] = ()
    wire: bool = False
    foreign: bool = False


class Reason(Record):
    """Why a rule finds what it finds, for readers of both languages."""

    ar: _Word
    en: _Word


class OutletRule(Record):
    """A rule as a reader meets it, with a page on which it finds something."""

    reason: Reason
    example: _Word


class CueRecord(Record):
    """The word lists of outlet-cues.yml; each list says there what it is for."""

    trades: _Cues
    plain_trades: _Cues
    fillers: _Cues
    name_ends: _Cues
    rights_nouns: _Cues
    rights_verbs: _Cues
    descriptors: _Cues
    description_adjectives: _Cues
    media_words: _Cues
    rights: _Cues
    rights_firm: _Cues
    credits: _Cues
    not_names: _Cues
    sentence_words: _Cues
    label_words: _Cues
    page_words: _Cues
    datelines: _Cues
    exclusives: _Cues
    sources: _Cues
    agencies_plural: _Cues
    heard: _Cues
    received: _Cues
    copies: _Cues
    told: _Cues
    reporters: _Cues
    channels: _Cues
    follow: _Cues
    topics: _Cues
    platforms: _Cues
    published_in: _Cues
    first_on: _Cues
    issues: _Cues
    offers: _Cues
    audience: _Cues
    pictures: _Cues
    disclaims: _Cues
    welcomes: _Cues
    logos: _Cues
    on_day: _Cues
    editors: _Cues
    about: _Cues
    citing: _Cues
    according: _Cues
    clauses: _Cues
    origins: _Cues
    bylines: Mapping[str, _Cues]
    trade_kinds: Mapping[str, tuple[Kind, ...]]
    desks: _Cues
    translators: _Cues
    not_persons: _Cues
    occasions: _Cues
    leaning_openers: _Cues
    summary_stops: _Cues


@dataclass(frozen=True)
class Outlet:
    """A known outlet by its id, the name of its file."""

    id: str
    name: str
    kind: Kind
    country: str | None
    wire: bool


@dataclass(frozen=True)
class Known:
    """A spelling of a known name: whose it may be, whether it is an ordinary word too; `wire`: a text only cites it."""

    text: str
    name: str
    ids: tuple[str, ...]
    ambiguous: bool
    wire: bool


@dataclass(frozen=True)
class Outlets:
    """Every known outlet, by id, by spelling (`key` of it) and by domain, with the cues of the trade in match form."""

    by_id: Mapping[str, Outlet]
    by_key: Mapping[str, Known]
    by_domain: Mapping[str, str]
    phrases: Phrasebook[Known]
    cues: Mapping[str, frozenset[str]]
    books: Mapping[str, Phrasebook[str]]
    bylines: Mapping[str, tuple[str, ...]]
    trade_kinds: Mapping[str, frozenset[Kind]]
    rules: Mapping[str, OutletRule]

    def fits(self, trade: str, known: Known) -> bool:
        """False for an ordinary word after a noun of another trade: «وكالة الأنباء» is not the paper «الأنباء»."""
        kinds = self.trade_kinds.get(trade)
        return not known.ambiguous or kinds is None or any(self.by_id[id_].kind in kinds for id_ in known.ids)


def load_outlets(data: Path) -> Outlets:
    """Outlets from outlets/*.yml, cues from outlet-cues.yml. Raises LexiconError."""
    found = dict(records(data / "world/outlets", OutletRecord))
    cues = to_record(read_yaml(data / "language/outlet-cues.yml"), CueRecord, str(data / "language/outlet-cues.yml"))
    spelled = _spellings(found)
    lists = {name: value for name, value in cues if isinstance(value, tuple)}
    return Outlets(
        by_id={id_: Outlet(id_, x.name, x.kind, x.country, x.wire) for id_, x in found.items()},
        by_key={key(known.text): known for known in spelled},
        by_domain=_domains(found),
        phrases=Phrasebook((known.text, known) for known in spelled),
        cues={name: frozenset(map(key, value)) for name, value in lists.items()},
        books={name: Phrasebook((text, text) for text in value if key(text)) for name, value in lists.items()},
        bylines={rule: tuple(key(word) for word in words) for rule, words in cues.bylines.items()},
        trade_kinds={key(trade): frozenset(kinds) for trade, kinds in cues.trade_kinds.items()},
        rules=_rules(data / "language/rules"),
    )


def _rules(folder: Path) -> dict[str, OutletRule]:
    """The rules of outlet, author and summary by id."""
    paths = (folder / f"{field}.yml" for field in ("outlet", "author", "summary"))
    return {
        id_: to_record(value, OutletRule, f"{path}: {id_}")
        for path in paths
        for id_, value in read_mapping(path).items()
    }


def _spellings(found: Mapping[str, OutletRecord]) -> tuple[Known, ...]:
    """One entry a spelling; «الصباح» of three countries is one entry with three ids."""
    owners: dict[str, list[tuple[str, str]]] = {}
    for id_, outlet in found.items():
        for text in dict.fromkeys((outlet.name, *outlet.variants, *outlet.latin)):
            owners.setdefault(key(text), []).append((id_, text))
    return tuple(_known(found, group) for group in owners.values())


def _known(found: Mapping[str, OutletRecord], group: Iterable[tuple[str, str]]) -> Known:
    pairs = tuple(group)
    text = pairs[0][1]
    ids = tuple(dict.fromkeys(id_ for id_, _ in pairs))
    outlets = [found[id_] for id_ in ids]
    vague = any(
        (x.ambiguous and t == x.name) or t in x.ambiguous_variants
        for (_, t), x in zip(pairs, (found[i] for i, _ in pairs), strict=True)
    )
    name = outlets[0].name if len(ids) == 1 else text
    return Known(text, name, ids, vague, any(x.wire or x.foreign for x in outlets))


def _domains(found: Mapping[str, OutletRecord]) -> dict[str, str]:
    domains: dict[str, str] = {}
    for id_, outlet in found.items():
        for domain in outlet.domains:
            if domain in domains:
                raise LexiconError(f"outlets/{id_}.yml: domains: {domain} is {domains[domain]}'s already")
            domains[domain] = id_
    return domains
