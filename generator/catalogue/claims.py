"""Which file has which address: no file takes another's, whatever it is called and whatever its editor asks for.

Invariant: the outcome depends on names, wishes and history alone, not on the order in which files come. Each file asks
for its addresses in turn, and each address keeps the strongest that asks (Gale and Shapley 1962).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Article, Problem
from generator.model.addresses import distinct, is_own, slug
from generator.source.history import History

# How good a claim is: the file's own name as it stands; the same after folding; what an editor asks for; a way out.
_OWN, _FOLDED, _ASKED, _OTHER = range(4)
# What git does not know is younger than all that it knows.
_UNKNOWN = 1 << 62


@dataclass(frozen=True)
class Placed:
    """An article with its own address, its place in git's order, and whether its page stood in the last build."""

    article: Article
    address: str
    age: int
    stood: bool

    @property
    def seniority(self) -> tuple[int, bool, str, str]:
        """Smallest for the one whose page a text is: the oldest in git, else one that stood before, else by name: «a»
        is before «a-2», though «a-2.txt» is before «a.txt».

        Among those that git knows it decides alone, so that every clone of a repository gives the same.
        """
        name = self.article.name
        return self.age, self.age == _UNKNOWN and not self.stood, name.rpartition(".")[0], name


@dataclass(frozen=True)
class _Claim:
    """A file with the address parts it asks for in turn, each with how good that claim is."""

    name: str
    age: int
    wishes: tuple[tuple[str, int], ...]

    def wish(self, turn: int) -> tuple[str, int]:
        """What the file asks for at a turn: its own wishes first, then ever other digits of its name."""
        more = turn - len(self.wishes)
        if more < 0:
            return self.wishes[turn]
        return distinct(self.wishes[-1][0], self.name + "\x00" * more), _OTHER


def place(
    articles: Iterable[Article],
    unread: Iterable[str],
    letters: Mapping[str, str],
    history: History,
    standing: frozenset[str],
) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    """Every article with its address, sorted by name, and a problem for each that did not get what it asked for first.

    Files that are not published, or could not be read (`unread`), keep theirs until they come back. `standing` holds
    the addresses of articles in the last build.
    """
    ordered = sorted(articles, key=lambda a: (a.name, a.cleaned.source.sha256 or ""))
    claims = [_claim(a.name, a.sidecar.address if a.sidecar else None, letters, history) for a in ordered]
    claims += [_claim(name, None, letters, history) for name in sorted(unread)]
    given = _allot(claims)
    placed = []
    for article, claim, part in zip(ordered, claims, given, strict=False):
        address = f"/articles/{part}/"
        placed.append(Placed(article, address, claim.age, address in standing))
    return tuple(placed), tuple(_told(claims, given))


def _claim(name: str, asked: str | None, letters: Mapping[str, str], history: History) -> _Claim:
    plain = slug(name, letters)
    own = (plain, _OWN if is_own(plain, name) else _FOLDED)
    wishes = ((asked, _ASKED), own) if asked and asked != plain else (own,)
    return _Claim(name, history.order.get(name, _UNKNOWN), wishes)


def _allot(claims: Sequence[_Claim]) -> list[str]:
    """An address part for each: of those who ask for one, the best claim has it, then the oldest, then by name."""
    turns, holders = [0] * len(claims), dict[str, int]()
    waiting = list(range(len(claims)))
    while waiting:
        at = waiting.pop()
        part, kind = claims[at].wish(turns[at])
        held = holders.get(part)
        if held is None or (kind, claims[at].age, at) < (claims[held].wish(turns[held])[1], claims[held].age, held):
            holders[part] = at
            at = -1 if held is None else held
        if at >= 0:
            turns[at] += 1
            waiting.append(at)
    return [claim.wish(turn)[0] for claim, turn in zip(claims, turns, strict=True)]


def _told(claims: Sequence[_Claim], given: Sequence[str]) -> Iterable[Problem]:
    names = {part: claim.name for claim, part in zip(claims, given, strict=True)}
    for claim, part in zip(claims, given, strict=True):
        first = claim.wish(0)[0]
        if part != first:
            values = (("address", first), ("first", names[first]), ("given", part))
            yield Problem("error", claim.name, None, "address-taken", values)
