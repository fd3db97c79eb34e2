"""Who holds which office: the names and the offices of a line in order, and which stand beside which.

Invariant: an office has one holder, and an unknown name one office before or after it: what stands beside a name
without a comma belongs to it; across a comma, names and offices pair in the order in which the list began.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.facts.names.offices import Line, Office, begins_name, head_of, office_at, titled
from generator.facts.names.shape import given as is_given
from generator.facts.names.shape import given_after_clitic, is_foreign, joined_word, name_like, run, starts_name
from generator.facts.names.words import among, is_definite, plain
from generator.reading.letters import bare

Gap = Literal["touching", "comma", "linked", "apart"]
_MARKS = frozenset('«»“”"(')
_DASHES = frozenset("-–—/|")
_MOST_BETWEEN = 9  # words of honours, ranks and styles between an office and a name


@dataclass(frozen=True)
class Named:
    """A name: the first and last of its words, its clitic, and whether it is sure to be one."""

    first: int
    last: int
    prefix: str
    certain: bool


@dataclass(frozen=True)
class Stated:
    """An office of somebody: whether it stands before the name, and where offices begin in it."""

    office: Office
    before: bool
    heads: tuple[int, ...]


Piece = Named | Office


def in_order(line: Line) -> list[Piece]:
    """The names and the offices of a line, in order and without overlap."""
    found: list[Piece] = []
    at = 0
    if not any(head_of(line, word) for word in range(len(line.words.tokens))):
        return found  # Without an office nobody's name matters.
    while at < len(line.words.tokens):
        piece = _piece(line, at, found)
        if piece is not None:
            found.append(piece)
        at = piece.last + 1 if piece is not None else _after_span(line, at)
    return found


def _after_span(line: Line, at: int) -> int:
    span = line.by_first.get(at)
    return span.last + 1 if span is not None and span.kind != "place" else at + 1


def _piece(line: Line, at: int, before: Sequence[Piece]) -> Piece | None:
    span = line.by_first.get(at)
    if span is not None and span.kind == "person":
        return Named(span.first, span.last, span.prefix, True)
    office = office_at(line, at) if span is None or span.kind == "place" else None
    if office is not None and not (
        begins_name(line, at) and (_beside_office(line, at, before) or _with_family(line, at))
    ):
        return office
    return _name(line, at, before) if span is None and at not in line.inside else None


def _name(line: Line, at: int, before: Sequence[Piece]) -> Named | None:
    words, names = line.words, line.names
    if plain(words.word(at - 1)) in names.particles and words.close(at):
        return None
    clitic = given_after_clitic(words.word(at), names)
    if starts_name(words, at, names) or clitic is not None:
        last = run(words, at, line.inside, names)
        return Named(at, last, clitic.prefix if clitic else "", True) if last is not None else None
    after_office = _beside_office(line, at, before)
    after_verb = among(words.word(at - 1), names.verbs)
    if not (after_office or after_verb or _styled(line, at)) or not words.close(at + 1):
        return None
    if after_office and _office_given(line, at):
        last = run(words, at, line.inside, names)
        return Named(at, last, "", True) if last is not None else None
    native = (after_office or _styled(line, at)) and _native(line, at)
    after_verb = after_verb and words.close(at)
    if _MARKS.isdisjoint(words.gap(at)) and (native or ((after_office or after_verb) and _foreign_pair(line, at))):
        last = run(words, at, line.inside, names)
        return Named(at, last, "", False) if last is not None else None
    return None


def _styled(line: Line, at: int) -> bool:
    """True right after «المهندس», «العقيد» or the «د» of «د. سمير»."""
    words, roles = line.words, line.names.roles
    before = plain(words.word(at - 1))
    if len(before) == 1:
        return titled(line, at - 1)
    style = among(words.word(at - 1), roles.styles) or among(words.word(at - 1), roles.ranks)
    return style and before.startswith("ال") and words.close(at)


def _with_family(line: Line, at: int) -> bool:
    """«سلطان الحربي»: a word of rule that is a given name too, before a family name."""
    following = plain(line.words.word(at + 1))
    nisba = following.startswith("ال") and following.endswith("ي") and at + 1 not in line.inside
    return nisba and not is_definite(line.words.word(at)) and not line.names.roles.qualities & {following[2:]}


def _office_given(line: Line, at: int) -> bool:
    """«قائد عبده» after an office: a bare word of office that a given name completes is one itself."""
    words, names = line.words, line.names
    word = words.word(at)
    bare_office = plain(word) in names.roles.heads | names.roles.birth and not is_definite(word)
    return bare_office and words.close(at + 1) and is_given(words.word(at + 1), names)


def _beside_office(line: Line, at: int, before: Sequence[Piece]) -> bool:
    """True when an office ends right before a word, but for ranks and styles."""
    last = before[-1] if before else None
    return isinstance(last, Office) and _gap(line, last, Named(at, at, "", False)) != "apart"


def _native(line: Line, at: int) -> bool:
    """An unlisted word and a family name, after an office or its holder's style: «رئيس البعثة بتال العتيبي»."""
    words, names = line.words, line.names
    word, family = words.word(at), plain(words.word(at + 1))
    if not words.close(at + 1) or not name_like(word, names) or joined_word(word, names):
        return False
    feminine = bare(word).endswith("ة") and not plain(words.word(at - 1)).endswith("ه")
    if plain(word).startswith("و") or feminine:
        return False  # «المحافظ أجنحة المعارض», «الرويلي وعائض الجوني»
    styled = _styled(line, at) and (family.startswith("ال") or is_given(words.word(at + 1), names))
    if family in names.openers and words.close(at + 2):
        return True  # «حمادة أبو نجمة»
    return (family.startswith("ال") and family.endswith("ي") and at + 1 not in line.inside) or styled


def _foreign_pair(line: Line, at: int) -> bool:
    """Two words that could be a name and sound like one of another language."""
    words, names = line.words, line.names
    pair = (words.word(at), words.word(at + 1))
    if not words.close(at + 1) or not all(name_like(word, names) for word in pair):
        return False
    if plain(pair[0]).startswith(("و", "ي", "ب", "ل")) and not is_foreign(pair[0], names):
        return False
    return is_foreign(pair[0], names) and (is_foreign(pair[1], names) or is_given(pair[1], names))


def holders(pieces: Sequence[Piece], line: Line) -> list[tuple[Named, Stated]]:
    """Each name with the offices that are its own, the nearest ties first."""
    gaps = [_gap(line, left, right) for left, right in pairwise(pieces)]
    taken: dict[int, int] = {}  # the holder of each office, both by their place among the pieces
    for at, gap in enumerate(gaps):
        if gap in ("touching", "linked"):
            _take(line, pieces, at, taken)
    for first, last in _lists(gaps):
        for at in _commas(pieces, gaps, first, last):
            _take(line, pieces, at, taken)
    return [*_own(line, pieces, taken), *_inner(line, pieces, gaps, taken)]


def _take(line: Line, pieces: Sequence[Piece], at: int, taken: dict[int, int]) -> None:
    """The office of two neighbours goes to the name beside it, if nothing speaks against it."""
    left, right = pieces[at], pieces[at + 1]
    if isinstance(left, Named) and isinstance(right, Office) and at + 1 not in taken:
        if _may_follow(line, left, right) and not _awaited(line, pieces, at + 1, taken):
            taken[at + 1] = at
    elif isinstance(left, Office) and isinstance(right, Named) and _may_lead(line, left, right) and at not in taken:
        taken[at] = at + 1


def _may_lead(line: Line, office: Office, name: Named) -> bool:
    """False before «وفلان» and before «وهو فلان»."""
    return not name.prefix and _gap(line, office, name) != "linked"


def _may_follow(line: Line, name: Named, office: Office) -> bool:
    """False for «التقى فلان وزير الخارجية», and for an office that «و» or a preposition joins to something else."""
    words, names = line.words, line.names
    linked = _gap(line, name, office) == "linked"
    met = not words.comma(name.last + 1) and among(words.word(name.first - 1), names.cues.meeting_verbs)
    return not met and not office.owned and (linked or office.prefix in ("", "ك"))


def _awaited(line: Line, pieces: Sequence[Piece], at: int, taken: Mapping[int, int]) -> bool:
    """True for an office right before another name, whose own it is: after a comma, or after a name that has one."""
    has_one = taken.get(at - 2) == at - 1
    if at + 1 >= len(pieces) or not (has_one or _gap(line, pieces[at - 1], pieces[at]) == "comma"):
        return False
    following = pieces[at + 1]
    return isinstance(following, Named) and not following.prefix and _gap(line, pieces[at], following) == "touching"


def _lists(gaps: Sequence[Gap]) -> Iterator[tuple[int, int]]:
    """The stretches of pieces between which no other words stand, as first and last."""
    first = 0
    for at, gap in enumerate((*gaps, "apart")):
        if gap == "apart":
            yield first, at
            first = at + 1


def _commas(pieces: Sequence[Piece], gaps: Sequence[Gap], first: int, last: int) -> Iterator[int]:
    """The pairs across a comma in the order in which a list began: its first name or its first office leads."""
    leads = type(pieces[first]) if first < len(pieces) else Named
    touched = {x for at in range(first, last) if gaps[at] == "touching" for x in (at, at + 1)}
    for at in range(first, last):
        free = at + 1 not in touched and (at not in touched or isinstance(pieces[at], Office))
        if gaps[at] == "comma" and isinstance(pieces[at], leads) and free:
            yield at


def _own(line: Line, pieces: Sequence[Piece], taken: Mapping[int, int]) -> Iterator[tuple[Named, Stated]]:
    for at, holder in sorted(taken.items()):
        office, name = pieces[at], pieces[holder]
        if isinstance(office, Office) and isinstance(name, Named):
            yield name, Stated(office, at < holder, _heads(line, office))


def _heads(line: Line, office: Office) -> tuple[int, ...]:
    """Where offices begin inside an office: «المتحدث باسم رئيس البلدية» holds another one."""
    return tuple(at for at in range(office.first + 1, office.last + 1) if head_of(line, at) is not None)


def _inner(
    line: Line, pieces: Sequence[Piece], gaps: Sequence[Gap], taken: Mapping[int, int]
) -> Iterator[tuple[Named, Stated]]:
    """«فلان المتحدث باسم رئيس البلدية فلان»: the second holds the office that stands inside that of the first."""
    holding = set(taken.values())
    for at, holder in taken.items():
        office, following = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        if not isinstance(office, Office) or not isinstance(following, Named) or following.prefix:
            continue
        heads = _heads(line, office)
        if holder < at and gaps[at] == "touching" and heads and at + 1 not in holding:
            yield following, Stated(Office(heads[-1], office.last, ""), True, ())


def _gap(line: Line, left: Piece, right: Piece) -> Gap:
    """What stands between two neighbours: nothing but ranks and styles, a comma, a link such as «وهو», or more."""
    words, names = line.words, line.names
    first, last = left.last + 1, right.first
    if last - first > _MOST_BETWEEN or any(_stops(line, at) for at in range(first, last + 1)):
        return "apart"
    links = [at for at in range(first, last) if among(words.word(at), names.roles.links)]
    others = [at for at in range(first, last) if at not in links]
    if any(not titled(line, at) or _joins(words.word(at)) for at in others):
        return "apart"
    parted = any(words.comma(at) or not _DASHES.isdisjoint(words.gap(at)) for at in range(first, last + 1))
    return "linked" if links else "comma" if parted else "touching"


def _stops(line: Line, at: int) -> bool:
    return line.words.stops(at) and len(line.words.word(at - 1)) > 1


def _joins(word: str) -> bool:
    """«واللواء»: the rank of another one."""
    return plain(word).startswith("و") and is_definite(word)
