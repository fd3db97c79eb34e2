"""What the editors of a dossier protect: the names that are absent from it, the articles that are held back, and why.

Invariant: no problem made here holds a name, a word near it, or the name of a file from which it could be read.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from generator.lexicon import Lexicon
from generator.model import Level, Problem, Sidecar, Source, Withheld
from generator.model.addresses import spell
from generator.reading.clitics import ARTICLE
from generator.reading.letters import fold, key, tokens
from generator.reading.seen import Sight
from generator.source.withholding.hider import Guarded, HeardNames, Hider, heard
from generator.source.withholding.known import Called, Ref, entries, meant_by
from generator.source.withholding.nameforms import NameForm, family_of, forms_of
from generator.source.withholding.orders import Order, orders_of

# A word in more articles than this is one of the language or of the subject: five in a hundred, and not by chance.
_COMMON_SHARE, _COMMON_COUNT = 0.05, 10
# Two words this much alike are told apart by few readers; names that were mistyped once lie above.
_NEAR = 0.6
_NEAR_AT_MOST = 3
# The given name of one who is known by a single name.
_NOBODY = frozenset({""})


@dataclass(frozen=True)
class WithheldName:
    """A withheld name with its forms and the entries that it means."""

    withheld: Withheld
    group: Guarded
    meant: tuple[Called, ...]


@dataclass(frozen=True)
class Protection:
    """`hide` is None where nothing is withheld. `refs` are entries that must not be made, `doubted` names that hold
    their article back, `missing` those that stand nowhere; `told` are the problems, each with its name.
    """

    hide: Hider | None = None
    refs: frozenset[Ref] = frozenset()
    doubted: frozenset[Withheld] = frozenset()
    missing: frozenset[Withheld] = frozenset()
    told: tuple[tuple[Withheld, Problem], ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is told to all."""
        return tuple(problem for _, problem in self.told)

    def of(self, sidecar: Sidecar) -> Sidecar:
        """The sidecar, with its article off the site where its protection is in doubt."""
        return sidecar if self.doubted.isdisjoint(sidecar.withheld) else replace(sidecar, publish=False, refused=True)


def protection(
    withheld: Iterable[Withheld], sources: Iterable[Source], others: Iterable[str], lexicon: Lexicon
) -> Protection:
    """What withheld names ask for in a dossier. `others`: texts of it that are no articles, such as settings."""
    wanted = tuple(dict.fromkeys(withheld))
    if not wanted:
        return Protection()
    names = _names(wanted, lexicon)
    hide = Hider(tuple(name.group for name in names), lexicon.names, lexicon.withholding.reader)
    texts, asides = (tuple(map(hide.reader.sight, found)) for found in ([s.text for s in sources], others))
    counts = {name.withheld: _count(name, texts, hide) for name in names}
    missing = tuple(n.withheld for n in names if not counts[n.withheld] and not _count(n, asides, hide))
    doubted = tuple(name for name, count in counts.items() if _doubtful(name, count, len(texts), lexicon))
    shared = tuple(n.withheld for n in names if len(n.meant) > 1)
    told = (("withheld-nowhere", missing), ("withheld-common", doubted), ("withheld-several", shared))
    return Protection(
        hide,
        frozenset(entry.ref for name in names for entry in name.meant),
        frozenset(doubted),
        frozenset(missing),
        tuple((name, _problem(rule, name, lexicon)) for rule, found in told for name in found),
    )


def _problem(rule: str, name: Withheld, lexicon: Lexicon) -> Problem:
    level: Level = "note" if rule == "withheld-several" else "error"
    return Problem(level, _distant(name.file, name.name, lexicon), name.line, rule)


def _names(wanted: tuple[Withheld, ...], lexicon: Lexicon) -> tuple[WithheldName, ...]:
    """Each name with the forms of all entries that it means."""
    known = entries(lexicon)
    own = {name: forms_of(name.name, lexicon) for name in wanted}
    meant = {name: meant_by(name.name, forms[0], known, lexicon) if forms else () for name, forms in own.items()}
    refs = {entry.ref for found in meant.values() for entry in found}
    # The names by which everything that is not withheld is surely known.
    strangers = frozenset(fold(text) for entry in known if entry.ref not in refs for text in entry.sure)
    return tuple(
        WithheldName(
            name,
            Guarded(
                (*forms, *_entry_forms(meant[name], strangers, lexicon)),
                _heard(meant[name], strangers),
                kin=family_of(name.name, lexicon),
                orders=(*orders_of(name.name, lexicon), *_entry_orders(meant[name], strangers, lexicon)),
            ),
            meant[name],
        )
        for name, forms in own.items()
    )


def _bearers(entry: Called, text: str) -> frozenset[str]:
    """The words that tell whose a name is that others may bear; none for a name that is surely his."""
    return entry.given or _NOBODY if text in entry.short else frozenset()


def _entry_forms(meant: Iterable[Called], strangers: frozenset[str], lexicon: Lexicon) -> Iterator[NameForm]:
    """What else an entry is called. A name that others bear too hides them only beside a name of its own."""
    for entry in meant:
        for text in entry.sure:
            yield from forms_of(text, lexicon, beside=fold(text) in strangers, own=_bearers(entry, text))
        for text in entry.beside:
            yield from forms_of(text, lexicon, beside=True)


def _entry_orders(meant: Iterable[Called], strangers: frozenset[str], lexicon: Lexicon) -> Iterator[Order]:
    """The other orders of what an entry is surely called."""
    sure = (text for entry in meant for text in entry.sure if text not in entry.short and fold(text) not in strangers)
    yield from (order for text in sure for order in orders_of(text, lexicon))


def _heard(meant: Iterable[Called], strangers: frozenset[str]) -> HeardNames | None:
    """The names that are known by their sound."""
    known = ((entry, text) for entry in meant for text in sorted(entry.heard) if fold(text) not in strangers)
    return heard({text: _bearers(entry, text) for entry, text in known})


def _count(name: WithheldName, texts: Iterable[Sight], hide: Hider) -> int:
    alone = replace(hide, groups=(name.group,))
    return sum(alone.stands(text) for text in texts)


def _doubtful(name: Withheld, count: int, of: int, lexicon: Lexicon) -> bool:
    """A given name alone, or a common word: it would hide many who are not meant, and the one meant hardly."""
    word, given = key(name.name), lexicon.names.given
    common = count >= _COMMON_COUNT and count > math.floor(of * _COMMON_SHARE)
    alone = bool(word) and " " not in word and not name.confirmed
    return alone and (word in given or word.removeprefix(ARTICLE) in given or common)


def _distant(file: str, name: str, lexicon: Lexicon) -> str:
    """A file's name without its words where one is like a word of a withheld name."""
    words = (key(text.rpartition(".")[0].replace("_", " ") or text).split() for text in (file, name))
    near = any(_alike(word, part, lexicon.wording.letters) for word, part in product(*words))
    return f"….{file.rpartition('.')[2]}" if near else file


def _alike(one: str, other: str, letters: Mapping[str, str]) -> bool:
    if len(other) <= _NEAR_AT_MOST:
        return one == other
    return _ratio(one, other) >= _NEAR or _ratio(spell(one, letters), spell(other, letters)) >= _NEAR


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def nearest(name: Withheld, text: str) -> tuple[str, ...]:
    """Words of a text most like those of a name: for an editor's own terminal, never for a page."""
    words = sorted({token.text for token in tokens(text)})
    wanted = [token.text for token in tokens(name.name)]
    found = (difflib.get_close_matches(word, words, n=2, cutoff=_NEAR) for word in wanted)
    return tuple(dict.fromkeys(word for near in found for word in near))
