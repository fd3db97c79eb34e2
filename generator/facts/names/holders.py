"""Who holds which office: the names and the offices of a line in order, and which stand beside which.

Invariant: an office has one holder, and an unknown name one office before or after it: what stands beside a name
without a comma belongs to it; across a comma, names and offices pair in the order in which the list began.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.facts.names.offices import Office, Scene, begins_name, office_at, titled
from generator.facts.names.shape import given as is_given
from generator.facts.names.shape import given_after_clitic, is_foreign, joined_word, name_like, run, starts_name
from generator.facts.names.sight import may_open, seen
from generator.facts.names.words import DASHES, NameSpan, among, is_definite
from generator.lexicon.names import Names
from generator.model import Certainty
from generator.reading.clitics import ARTICLE
from generator.reading.letters import bare, fold
from generator.reading.line import kept_on_lexicon

Gap = Literal["touching", "comma", "linked", "apart"]
_MARKS = frozenset('«»“”"(')
_MOST_BETWEEN = 9  # words of honours, ranks and styles between an office and a name


@dataclass(frozen=True)
class Stated:
    """An office of somebody: whether it stands before the name, and where offices begin in it."""

    office: Office
    before: bool
    heads: tuple[int, ...]


Piece = NameSpan | Office


def pieces_of(scene: Scene) -> list[Piece]:
    """The names and the offices of a line, in order and without overlap; none where no office stands."""
    found: list[Piece] = []
    free, beside = 0, -1  # the last word that may stand beside the office found last
    places = _places(scene) if scene.heads else frozenset()
    for at in range(len(scene.line.words)) if scene.heads else ():
        if at < free or (at > beside and at not in places):
            continue
        piece, span = _piece(scene, at, found), scene.by_first.get(at)
        if piece is not None:
            found.append(piece)
            free = piece.last + 1
            beside = free + _MOST_BETWEEN if isinstance(piece, Office) else -1
        elif span is not None and span.kind != "place":
            free = span.last + 1
    return found


def _places(scene: Scene) -> frozenset[int]:
    """Where a name or an office may begin by the words there; elsewhere only a word beside an office begins a name."""
    line, names = scene.line, scene.names
    sons = [at - 1 for at in seen(line, "son", names)]
    led = [at + 1 for at in line.that(_leads, names)]
    return frozenset((*scene.by_first, *scene.heads, *seen(line, "opens", names), *sons, *led))


def _piece(scene: Scene, at: int, before: Sequence[Piece]) -> Piece | None:
    span = scene.by_first.get(at)
    if span is not None and span.kind != "place":
        return span if span.kind == "person" else None
    office = office_at(scene, at)
    if office is not None:
        name = (_beside_office(scene, at, before) or _with_family(scene, at)) and begins_name(scene, at)
        office = None if name else office
    free = span is None and at not in scene.inside
    return office or (_name(scene, at, before) if free else None)


def person(scene: Scene, first: int, prefix: str = "", certainty: Certainty = "certain") -> NameSpan | None:
    """Somebody whom no list knows, by the name that begins at a word; None where it has one part alone."""
    last = run(scene.line, first, scene.inside, scene.names)
    if last is None:
        return None
    return NameSpan("person", None, scene.line.slice(first, last, prefix), first, last, "", prefix, certainty)


def _name(scene: Scene, at: int, before: Sequence[Piece]) -> NameSpan | None:
    line, names, beside = scene.line, scene.names, bool(before) and isinstance(before[-1], Office)
    opening = may_open(line.word(at), names) or line.folded(at + 1) in names.sonship
    led = beside or _leads(line.word(at - 1), names)
    if not (opening or led) or (line.folded(at - 1) in names.particles and line.close(at)):
        return None
    clitic = given_after_clitic(line.word(at), names)
    if clitic is not None or starts_name(line, at, names):
        return person(scene, at, clitic.prefix if clitic else "")
    if not line.close(at + 1) or not (name_like(line.word(at), names) or _bare_office(scene, at)):
        return None
    after_office, after_verb = _beside_office(scene, at, before), among(line.word(at - 1), names.verbs)
    styled = _styled(scene, at)
    if after_office and _office_given(scene, at):
        return person(scene, at)
    native = (after_office or styled) and _native(scene, at)
    foreign = (after_office or (after_verb and line.close(at))) and _foreign_pair(scene, at)
    return person(scene, at, certainty="probable") if (native or foreign) and _MARKS.isdisjoint(line.gap(at)) else None


@kept_on_lexicon
def _leads(word: str, names: Names) -> bool:
    """True for a word after which an unlisted name may stand."""
    return len(fold(word)) == 1 or among(word, names.verbs, names.roles.styles, names.roles.ranks)


def _styled(scene: Scene, at: int) -> bool:
    """True right after «المهندس», «العقيد» or the «د» of «د. سمير»."""
    line, roles, before = scene.line, scene.names.roles, scene.line.folded(at - 1)
    if len(before) == 1:
        return titled(scene, at - 1)
    return before.startswith(ARTICLE) and line.close(at) and among(line.word(at - 1), roles.styles, roles.ranks)


def _with_family(scene: Scene, at: int) -> bool:
    """«سلطان الحربي»: a word of rule that is a given name too, before a family name."""
    following = scene.line.folded(at + 1)
    nisba = following.startswith(ARTICLE) and following.endswith("ي") and at + 1 not in scene.inside
    return nisba and not is_definite(scene.line.word(at)) and following[2:] not in scene.names.roles.qualities


def _office_given(scene: Scene, at: int) -> bool:
    """«قائد عبده» after an office: a bare word of office that a given name completes is one itself."""
    return _bare_office(scene, at) and is_given(scene.line.right(at), scene.names)


def _bare_office(scene: Scene, at: int) -> bool:
    folded, roles = scene.line.folded(at), scene.names.roles
    return (folded in roles.heads or folded in roles.birth) and not is_definite(scene.line.word(at))


def _beside_office(scene: Scene, at: int, before: Sequence[Piece]) -> bool:
    """True when an office ends right before a word, but for ranks and styles."""
    return bool(before) and isinstance(before[-1], Office) and _gap(scene, before[-1].last, at) != "apart"


def _native(scene: Scene, at: int) -> bool:
    """An unlisted word and a family name, after an office or its holder's style: «رئيس البعثة بتال العتيبي»."""
    line, names = scene.line, scene.names
    word, family = line.word(at), line.folded(at + 1)
    if not line.close(at + 1) or not name_like(word, names) or joined_word(word, names):
        return False
    feminine = bare(word).endswith("ة") and not line.folded(at - 1).endswith("ه")
    if feminine or line.folded(at).startswith("و"):
        return False  # «المحافظ أجنحة المعارض», «الرويلي وعائض الجوني»
    definite = family.startswith(ARTICLE)
    return (
        (family in names.openers and line.close(at + 2))  # «حمادة أبو نجمة»
        or (definite and family.endswith("ي") and at + 1 not in scene.inside)
        or ((definite or is_given(line.word(at + 1), names)) and _styled(scene, at))
    )


def _foreign_pair(scene: Scene, at: int) -> bool:
    """Two words that could be a name and sound like one of another language."""
    names, word, second = scene.names, scene.line.word(at), scene.line.right(at)
    could = name_like(word, names) and name_like(second, names)
    return could and is_foreign(word, names) and (is_foreign(second, names) or is_given(second, names))


def holders(pieces: Sequence[Piece], scene: Scene) -> list[tuple[NameSpan, Stated]]:
    """Each name with the offices that are its own, the nearest ties first."""
    gaps = [_gap(scene, left.last, right.first) for left, right in pairwise(pieces)]
    taken: dict[int, int] = {}  # the holder of each office, both by their place among the pieces
    for at, gap in enumerate(gaps):
        if gap in ("touching", "linked"):
            _take(scene, pieces, gaps, at, taken)
    for at in _commas(pieces, gaps):
        _take(scene, pieces, gaps, at, taken)
    pairs = ((pieces[holder], pieces[at], at < holder) for at, holder in sorted(taken.items()))
    own = [
        (name, Stated(office, before, _heads(scene, office)))
        for name, office, before in pairs
        if isinstance(name, NameSpan) and isinstance(office, Office)
    ]
    return [*own, *_inner(scene, pieces, gaps, taken)]


def _take(scene: Scene, pieces: Sequence[Piece], gaps: Sequence[Gap], at: int, taken: dict[int, int]) -> None:
    """The office of two neighbours goes to the name beside it, if nothing speaks against it."""
    left, right, linked = pieces[at], pieces[at + 1], gaps[at] == "linked"
    if isinstance(left, NameSpan) and isinstance(right, Office):
        free = at + 1 not in taken and not _awaited(pieces, gaps, at + 1, taken)
        if free and _may_follow(scene, left, right, linked):
            taken[at + 1] = at
    # Not before «وفلان» and «وهو فلان».
    elif isinstance(left, Office) and isinstance(right, NameSpan) and not (right.prefix or linked or at in taken):
        taken[at] = at + 1


def _may_follow(scene: Scene, name: NameSpan, office: Office, linked: bool) -> bool:
    """False for «التقى فلان وزير الخارجية», and for an office that «و» or a preposition joins to something else."""
    line, verbs = scene.line, scene.names.cues.meeting_verbs
    met = not line.comma(name.last + 1) and among(line.word(name.first - 1), verbs)
    return not met and not office.owned and (linked or office.prefix in ("", "ك"))


def _awaited(pieces: Sequence[Piece], gaps: Sequence[Gap], at: int, taken: Mapping[int, int]) -> bool:
    """True for an office right before another name, whose own it is: after a comma, or after a name that has one."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    own = isinstance(following, NameSpan) and not following.prefix and gaps[at] == "touching"
    return own and (taken.get(at - 2) == at - 1 or gaps[at - 1] == "comma")


def _commas(pieces: Sequence[Piece], gaps: Sequence[Gap]) -> Iterator[int]:
    """The pairs across a comma in the order in which a list began: its first name or its first office leads."""
    first = 0
    for at, gap in enumerate(gaps):
        if gap == "apart":
            first = at + 1
        touched = at > first and gaps[at - 1] == "touching"
        free = gaps[at + 1 : at + 2] != ["touching"] and (not touched or isinstance(pieces[at], Office))
        if gap == "comma" and free and type(pieces[at]) is type(pieces[first]):
            yield at


def _heads(scene: Scene, office: Office) -> tuple[int, ...]:
    """Where offices begin inside an office: «المتحدث باسم رئيس البلدية» holds another one."""
    return tuple(at for at in range(office.first + 1, office.last + 1) if at in scene.heads)


def _inner(
    scene: Scene, pieces: Sequence[Piece], gaps: Sequence[Gap], taken: Mapping[int, int]
) -> Iterator[tuple[NameSpan, Stated]]:
    """«فلان المتحدث باسم رئيس البلدية فلان»: the second holds the office that stands inside that of the first."""
    holding = set(taken.values())
    for at, holder in taken.items():
        office, following = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        if not isinstance(office, Office) or not isinstance(following, NameSpan) or following.prefix:
            continue
        heads = _heads(scene, office)
        if holder < at and gaps[at] == "touching" and heads and at + 1 not in holding:
            yield following, Stated(Office(heads[-1], office.last, ""), True, ())


def _gap(scene: Scene, left: int, right: int) -> Gap:
    """What stands between two words: nothing but ranks and styles, a comma, a link such as «وهو», or more."""
    line, between, upto = scene.line, range(left + 1, right), range(left + 1, right + 1)
    if len(between) > _MOST_BETWEEN or any(line.stops(at) and len(line.word(at - 1)) > 1 for at in upto):
        return "apart"
    others = [at for at in between if not among(line.word(at), scene.names.roles.links)]
    # «واللواء»: the rank of another one.
    if any(not titled(scene, at) or (line.folded(at)[:1] == "و" and is_definite(line.word(at))) for at in others):
        return "apart"
    parted = any(line.comma(at) or not DASHES.isdisjoint(line.gap(at)) for at in upto)
    return "linked" if len(others) < len(between) else "comma" if parted else "touching"
