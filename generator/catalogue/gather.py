"""All articles together: addresses, order, duplicates, themes, kinship; everything that crosses articles.

Invariant: the same articles give the same catalogue, whatever the order they came in.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import permutations

from generator.catalogue import likeness
from generator.catalogue.agreements import Agreement, agreements
from generator.catalogue.candidates import Quotable
from generator.catalogue.copies import Text, Withdrawal, is_published, is_withdrawn
from generator.catalogue.differences import Contradiction, differences
from generator.catalogue.groups import Entry, Group, Lead, groups
from generator.catalogue.meeting import met
from generator.catalogue.traces import Tracer
from generator.lexicon import Lexicon
from generator.lexicon.themes import Theme
from generator.model import Article, Forward, Problem, ThemeHit
from generator.model.addresses import stem_of
from generator.source.formats.registry import is_seed
from generator.source.history import History

_RELATED_AT_MOST = 4
_DAY = len("2021-05-03")


@dataclass(frozen=True)
class ThemeGroup:
    """A theme with the articles that it proves itself in."""

    theme: Theme
    members: tuple[tuple[Entry, ThemeHit], ...]

    @property
    def address(self) -> str:
        """Where its page lives."""
        return f"/themes/{self.theme.id}/"


@dataclass(frozen=True)
class Kin:
    """A related article: one that is alike, or one with the themes that both have."""

    entry: Entry
    themes: tuple[Theme, ...] = ()
    alike: likeness.Kind | None = None


@dataclass(frozen=True)
class Catalogue:
    """The dossier as a whole. `entries` are in the order of lists; `withheld` seeds are not published; of those that
    were withdrawn the address is left.

    points: those that an editor chose. changed: the day of its last commit. copy_of: for the address of a text that is
    nearly another's the address of that. worths: for each listed article what speaks for each candidate of the points.
    """

    entries: tuple[Entry, ...]
    withheld: tuple[Article, ...] = ()
    themes: tuple[ThemeGroup, ...] = ()
    groups: tuple[Group, ...] = ()
    kin: dict[str, tuple[Kin, ...]] = field(default_factory=dict)
    forwards: tuple[Forward, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    problems: tuple[Problem, ...] = ()
    differences: tuple[Contradiction, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    points: tuple[Quotable, ...] = ()
    changed: str | None = None
    copy_of: Mapping[str, str] = field(default_factory=dict)
    worths: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @property
    def listed(self) -> tuple[Entry, ...]:
        """What lists, counts and search see."""
        return tuple(entry for entry in self.entries if entry.listed)

    @cached_property
    def leads(self) -> Mapping[str, Lead]:
        """Where the addresses of themes and groups lead, mostly to themselves: those that a listed article shows."""
        themes = {theme.address: Lead(theme.address, theme.address) for theme in self.themes}
        own = ((x, Lead(group.address, group.way)) for group in self.groups for x in (group.address, *group.others))
        return themes | dict(own)


def catalogue(
    texts: Sequence[Text], articles: Iterable[Article], tracer: Tracer, history: History, problems: Sequence[Problem]
) -> Catalogue:
    """The texts that are published, of all articles, as a dossier. `problems` are those met on the way."""
    lexicon = tracer.lexicon
    ordered = sorted(articles, key=lambda a: a.name)
    in_order = tuple(sorted((_entry(text, history) for text in texts), key=_newest_first))
    listed = tuple(e for e in in_order if e.listed)
    themes, grouped = _themes(listed, lexicon), groups(listed, lexicon)
    own = [tracer.of(entry.article) for entry in listed]
    pairs = likeness.alike({entry.article.name: x.told for entry, x in zip(listed, own, strict=True)})
    found = met(listed, own, tracer)
    copies = frozenset((x.one, x.other) for x in pairs if x.kind == "nearly-same")
    near = [Problem("note", other, None, "nearly-same", (("first", one),)) for one, other in sorted(copies)]
    return Catalogue(
        entries=in_order,
        withheld=tuple(a for a in ordered if not is_published(a) and not is_withdrawn(a)),
        themes=themes,
        groups=grouped,
        kin=_kin(listed, themes, pairs),
        forwards=(
            *(Forward(x.address, t.owner.address) for t in texts for x in t.files[1:]),
            *(forward for group in grouped for forward in _forwards(group)),
        ),
        changed=max(history.changed.values(), default="")[:_DAY] or None,
        problems=tuple(
            _public(_of_interest((*problems, *_met(ordered, texts), *_doubled(texts), *near), texts), ordered)
        ),
        differences=differences(found),
        agreements=agreements(found, copies, lexicon),
        copy_of=_copy_of(listed, copies),
        worths={entry.address: x.worths for entry, x in zip(listed, own, strict=True)},
    )


def _forwards(group: Group) -> Iterator[Forward]:
    """What leads on to a thing: from its other names; from its own address too, where that is no page."""
    name = group.name if group.is_small else ""
    for address in (*((group.address,) if group.is_small else ()), *group.others):
        yield Forward(address, group.way, name)


def _copy_of(listed: Sequence[Entry], copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    places = {entry.article.name: entry.address for entry in listed}
    return {places[one]: places[first] for one, first in likeness.stand_ins(places, copies).items()}


def _entry(text: Text, history: History) -> Entry:
    owner, shown = text.owner.article, text.shown
    also = tuple(sorted(name for x in text.files if (name := x.article.name) != shown.name))
    edited = history.changed.get(text.sidecar.file) if text.sidecar else None
    moments = [moment for moment in (history.changed.get(shown.name), edited) if moment]
    return Entry(
        replace(shown, sidecar=text.sidecar),
        text.owner.address,
        history.added.get(owner.name),
        also,
        max(moments, default=None),
        edited[:10] if edited else None,
    )


def _met(articles: Iterable[Article], texts: Sequence[Text]) -> Iterable[Problem]:
    """The problems of every article; of one that is shown as all its editors correct it, or not whole, of that."""
    held = {x.article.name: x.article for text in texts for x in text.files}
    shown = held | {text.shown.name: text.shown for text in texts}
    return (problem for a in articles for problem in shown.get(a.name, a).problems)


def _of_interest(problems: Iterable[Problem], texts: Iterable[Text]) -> Iterable[Problem]:
    """All but that a file did not get an address of its own which is to lead to another's page anyway."""
    leading = {x.article.name for text in texts for x in text.files[1:]}
    return (p for p in problems if not (p.rule == "address-taken" and p.file in leading))


def _public(problems: Iterable[Problem], articles: Iterable[Article]) -> Iterable[Problem]:
    """Nothing of a text that an editor keeps off the site, nor of what was written of it, but that its sidecar is
    faulty: problems are published, and cite names and words. `explain` shows them all.
    """
    kept_off = {stem_of(a.name) for a in articles if a.sidecar and a.sidecar.is_off}
    texts = {a.name for a in articles}
    return (p for p in problems if _about(p.file) not in kept_off or (p.level == "error" and p.file not in texts))


def _about(file: str) -> str:
    """What tells the seed that a file is, or that it is the sidecar of."""
    return stem_of(file) if is_seed(file) else file.rpartition(".")[0]


def _doubled(texts: Iterable[Text]) -> Iterable[Problem]:
    """A warning for each file that holds what another's page shows."""
    for text in texts:
        values = (("first", text.owner.article.name), ("address", text.owner.address))
        yield from (Problem("warning", x.article.name, None, "duplicate", values) for x in text.files[1:])


def _newest_first(entry: Entry) -> tuple[int, int, str, str]:
    """By latest possible day, else by earliest; undated last, in the order they were added."""
    not_before, not_after = entry.article.facts.date.interval
    day = not_after or not_before
    if day is None:
        return (1, 0, entry.added or "9999", entry.article.name)
    return (0, -int(day.replace("-", "")), "", entry.article.name)


def newest_added(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries with a known day of arrival, latest first."""
    known = sorted((e for e in entries if e.added), key=lambda e: e.article.name)
    return tuple(sorted(known, key=lambda e: e.added or "", reverse=True))


def _themes(entries: Sequence[Entry], lexicon: Lexicon) -> tuple[ThemeGroup, ...]:
    members: dict[str, list[tuple[Entry, ThemeHit]]] = defaultdict(list)
    for entry in entries:
        for hit in entry.article.facts.themes:
            members[hit.id].append((entry, hit))
    return tuple(ThemeGroup(theme, tuple(members[theme.id])) for theme in lexicon.themes.all if members[theme.id])


def _kin(
    entries: Sequence[Entry], themes: Sequence[ThemeGroup], pairs: Sequence[likeness.Likeness]
) -> dict[str, tuple[Kin, ...]]:
    """For each address what is alike, then what shares its rarest themes; a theme that all have says nothing."""
    alike = _alike(entries, pairs)
    shared, common = _shared(entries, themes)
    by_address = {e.address: e for e in entries}
    sizes = {group.theme.id: len(group.members) for group in themes}
    kin = {}
    for address in by_address:
        first = alike.get(address, [])
        known = {x.entry.address for x in first}
        ranked = sorted(shared[address].items(), key=lambda s: (-s[1], s[0]))
        rest = [
            Kin(by_address[other], tuple(sorted(common[address, other], key=lambda t: sizes[t.id])))
            for other, _ in ranked
            if other not in known
        ]
        kin[address] = (*first, *rest)[:_RELATED_AT_MOST]
    return {address: found for address, found in kin.items() if found}


def _alike(entries: Sequence[Entry], pairs: Sequence[likeness.Likeness]) -> dict[str, list[Kin]]:
    by_name = {e.article.name: e for e in entries}
    found: dict[str, list[Kin]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda p: (p.kind, -p.degree, p.one, p.other)):
        one, other = by_name[pair.one], by_name[pair.other]
        found[one.address].append(Kin(other, alike=pair.kind))
        found[other.address].append(Kin(one, alike=pair.kind))
    return found


def _shared(
    entries: Sequence[Entry], themes: Sequence[ThemeGroup]
) -> tuple[dict[str, Counter[str]], dict[tuple[str, str], list[Theme]]]:
    """How much any two articles share, by address, and which themes those are."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    common: dict[tuple[str, str], list[Theme]] = defaultdict(list)
    for group in themes:
        if not 1 < len(group.members) <= _KIN_THEME_AT_MOST:
            continue
        weight = math.log(1 + len(entries) / len(group.members))
        for (one, _), (other, _) in permutations(group.members, 2):
            shared[one.address][other.address] += round(weight * 1000)
            common[one.address, other.address].append(group.theme)
    return shared, common


# A theme of many articles relates none in particular, and pairing its members would cost the square of their number.
_KIN_THEME_AT_MOST = 60
