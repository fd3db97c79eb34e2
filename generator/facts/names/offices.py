"""Public offices in a line: where one begins and where it ends.

Invariant: an office is a whole phrase of one clause: its noun, what completes it, and what the completed noun governs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.facts.names.shape import given, is_foreign, name_like, run, starts_name
from generator.facts.names.sight import as_office, seen
from generator.facts.names.words import (
    DASHES,
    NameSpan,
    among,
    bare_or_joined,
    is_definite,
    is_indefinite_accusative,
    words_covered,
)
from generator.lexicon.names import Names
from generator.model import Evidence
from generator.reading.clitics import (
    ARTICLE,
    CONJUNCTIONS,
    NOT_WITHIN_OFFICES,
    OWNERS,
    TAKEN_UP,
    TO_OR_IN,
    Analysis,
    readings,
)
from generator.reading.letters import bare, fold
from generator.reading.line import ReadLine
from generator.reading.memo import Lazy

_LONGEST = 22
_LONGEST_IN_MARKS = 6
_MOST_STYLES = 9
_OPENERS, _CLOSERS = frozenset('(«“"['), frozenset(')»”"]')


@dataclass(frozen=True)
class Office:
    """The first and last word of an office, the clitic before it, and whether it is «his»: «نظيره», «نائبها»."""

    first: int
    last: int
    prefix: str
    owned: bool = False


@dataclass(frozen=True)
class Scene:
    """A line with what has been found in it, as the rules on offices look at it."""

    line: ReadLine
    by_first: dict[int, NameSpan]
    inside: frozenset[int]
    place_ends: frozenset[int]
    names: Names

    @Lazy
    def heads(self) -> Mapping[int, Analysis]:
        """The words with which offices begin, each with how it is read."""
        known = [(at, as_office(self.line.word(at), self.names)) for at in seen(self.line, "office", self.names)]
        return {at: r for at, found in known if (r := next((r for r in found if _is_head(self, at, r)), None))}


def scene_of(line: ReadLine, spans: list[NameSpan], names: Names) -> Scene:
    """A line with its spans ready to be asked for."""
    ends = frozenset(span.last for span in spans if span.kind == "place")
    return Scene(line, {span.first: span for span in spans}, words_covered(spans), ends, names)


def says_office(role: Evidence, names: Names) -> bool:
    """False for a rank («الفريق الركن»), a title of birth («الأمير») or a bare «الممثل»: none is an office alone."""
    words = [word for word in map(fold, role.text.split()) if len(word) > 1]
    if len(words) == 1:
        return among(words[0], names.roles.enough)
    return not all(among(word, names.roles.ranks) for word in words)


def _is_head(scene: Scene, at: int, r: Analysis) -> bool:
    line, roles, particles = scene.line, scene.names.roles, scene.names.particles
    following, whole = fold(line.right(at)), r.definite and not r.suffix
    if following in particles and not is_definite(line.word(at)):
        return False  # «مساعد بن محمد» is a name
    return (
        following in roles.followed.get(r.stem, ())
        or (r.stem in roles.of_towns and _is_town(scene, at + 1))
        or (r.stem in roles.counterparts and bool(r.suffix))
        or (r.stem in roles.heads and not (whole and r.stem in roles.birth))
        or (r.stem in roles.enough and whole)
    )


def _is_town(scene: Scene, at: int) -> bool:
    """«عمّان» in «أمين عمّان الكبرى»."""
    town = scene.by_first.get(at)
    return town is not None and town.kind == "place" and not town.prefix and scene.line.close(at)


def office_at(scene: Scene, at: int, room: int = _LONGEST) -> Office | None:
    """The office of at most `room` more words that begins at a word; None when none does, or its noun lacks a part."""
    head = scene.heads.get(at)
    if head is None:
        return None
    line, word = scene.line, bare(scene.line.word(at))
    owned = _owned(word)
    last = _trimmed(scene, at, _last(scene, at, not (head.definite or owned), room))
    rest = set(line.words[at + 1 : last + 1])
    if not is_definite(word) and rest <= scene.names.roles.qualities:
        last = at  # «مساعد أول»
    return Office(at, last, head.prefix, owned) if last > at or _enough(scene, at) else None


def _owned(word: str) -> bool:
    """«مكتبه», «ختامها»."""
    return not is_definite(word) and bare(word).endswith(OWNERS)


def _trimmed(scene: Scene, first: int, last: int) -> int:
    """The last word of an office without a noun that nothing completes, and without the rank before a name."""
    line, names = scene.line, scene.names
    while last > first:
        word, after = line.word(last), line.right(last)
        head = not is_definite(word) and last in scene.heads
        rank = is_definite(word) and among(word, names.roles.ranks) and name_like(after, names)
        if not (head or rank or line.folded(last) == "ل" or line.folded(last) in names.prepositions):
            break
        last -= 1
    return last


def _enough(scene: Scene, at: int) -> bool:
    """«الوزير», «الرئيس» by itself; not «السوق الرئيس», where it describes what stands before."""
    line, word, before = scene.line, scene.line.word(at), scene.line.left(at)
    describes = line.folded(at).startswith(ARTICLE) and is_definite(before) and not titled(scene, at - 1)
    return is_definite(word) and not describes and among(word, scene.names.roles.enough)


def titled(scene: Scene, at: int) -> bool:
    """True for a rank, style or honour before a name: «اللواء», «صاحب السمو الملكي», the «د» of «د. سمير»."""
    line, word, roles = scene.line, scene.line.word(at), scene.names.roles
    if (len(word) == 1 and line.gap(at + 1).strip() == ".") or bare_or_joined(word, roles.honours):
        return True
    if line.folded(at) in roles.ranks and among(line.left(at), roles.ranks):
        return True  # «الفريق أول», «اللواء ركن»
    return is_definite(word) and among(word, roles.ranks, roles.styles, roles.titles)


def name_follows(scene: Scene, at: int) -> bool:
    """True when a name begins at a word or after the ranks and styles there."""
    for _ in range(_MOST_STYLES):
        if at in scene.by_first or not titled(scene, at) or scene.line.comma(at + 1):
            break
        at += 1
    span = scene.by_first.get(at)
    return begins_name(scene, at) if span is None else span.kind == "person"


def begins_name(scene: Scene, at: int) -> bool:
    """True when a name of two parts or more begins at a word that nothing else explains."""
    line, names = scene.line, scene.names
    free = at not in scene.inside and starts_name(line, at, names)
    return free and run(line, at, scene.inside, names) is not None


def _last(scene: Scene, first: int, needy: bool, room: int) -> int:
    """The last word of the office that begins at a word; `needy`: what stands next must complete a noun."""
    line, last, at = scene.line, first, first + 1
    while at < len(line.words) and at - first <= room and _joined(scene, first, at):
        marked = not _OPENERS.isdisjoint(line.gap(at)) or line.folded(at - 1) == "ل"
        step = _in_marks(scene, at) or (None if marked else _step(scene, at, needy, first, room - (at - first)))
        if step is None:
            break
        end, needy = step
        if end > at or line.folded(at) not in scene.names.prepositions:
            last = end
        at = end + 1
    return last


def _completed(scene: Scene, at: int) -> bool:
    """True when a definite word or a known name stands at a word or after one bare noun: «لبرامج خدمة المجتمع»."""
    line = scene.line
    for near in (at, at + 1):
        if not line.close(near) or line.folded(near) in scene.names.prepositions:
            return False
        if is_definite(line.word(near)) or near in scene.by_first:
            return True
    return False


def _joined(scene: Scene, first: int, at: int) -> bool:
    """False after a stop, a comma, a dash, or a bracket that closes what was opened before the office."""
    line = scene.line
    gap = line.gap(at)
    closed = not _CLOSERS.isdisjoint(gap) and line.folded(at - 1) != "ل"
    if closed and (_OPENERS | _CLOSERS).isdisjoint(line.text[line.starts[first] : line.starts[at - 1]]):
        return False
    return not (line.stops(at) or line.comma(at) or not DASHES.isdisjoint(gap))


def _in_marks(scene: Scene, at: int) -> tuple[int, bool] | None:
    """A piece in marks or brackets counts as one word: «عملية (العزم الصلب)»."""
    line, to = scene.line, scene.line.folded(at - 1) == "ل"
    openers = _OPENERS | _CLOSERS if to else _OPENERS
    if openers.isdisjoint(line.gap(at)):
        return None
    for last in range(at, min(at + _LONGEST_IN_MARKS, len(line.words))):
        end = line.tokens[last].end
        if not (_CLOSERS | _OPENERS).isdisjoint(line.text[end : end + 1]):
            paper = last == at and to and is_definite(line.word(at))
            return None if paper else (last, False)  # «لـ"الرياض"» tells to whom he spoke
    return None


def _step(scene: Scene, at: int, needy: bool, first: int, room: int) -> tuple[int, bool] | None:
    """The end of the next part of an office and whether it needs another after it; None where the office has ended."""
    line, word, folded, span = scene.line, scene.line.word(at), scene.line.folded(at), scene.by_first.get(at)
    if span is not None and span.kind is not None:
        return _step_over(scene, at, span, needy)
    if _ends(scene, at, needy):
        return None
    if folded in scene.names.prepositions:
        return (at, True) if _governed(scene, at, first) else None
    if not is_definite(word):
        return _bare(scene, at, needy, room)
    before, noun = line.word(at - 1), line.left(at - 1)
    named = bare_or_joined(noun, scene.names.cues.place_nouns) and not (is_definite(noun) or is_definite(before))
    after_place = named or at - 1 in scene.place_ends  # «حائل» in «منطقة حائل»
    act = folded.startswith("الت") and not folded.endswith(("ي", "يه", "يات")) and not needy
    if (act and is_definite(before)) or (after_place and not _describes(scene, first, at)):
        return None
    return _definite(scene, first, at, room)


def _step_over(scene: Scene, at: int, span: NameSpan, needy: bool) -> tuple[int, bool] | None:
    """A known body or place inside an office: completes its noun, or stands after «ل», «ب» or a preposition."""
    word = scene.line.word(at)
    if span.kind == "person" or (span.prefix == "ب" and bare_or_joined(word, scene.names.cues.venues)):
        return None
    if span.prefix.startswith(tuple(CONJUNCTIONS)) and not needy:
        return None if name_follows(scene, span.last + 1) else (span.last, False)
    joined = span.prefix in TO_OR_IN or (is_definite(word) and not span.prefix)
    return (span.last, False) if needy or joined or span.kind == "organisation" else None


def _ends(scene: Scene, at: int, needy: bool) -> bool:
    names, word, folded = scene.names, scene.line.word(at), scene.line.folded(at)
    roles, definite = names.roles, is_definite(word)
    private = not definite and among(word, roles.private)  # «المتحدث الإعلامي» is an adjective
    if private or folded in names.times or folded in names.clauses or among(word, roles.links):
        return True
    styled = bare_or_joined(word, roles.honours) or (definite and among(word, roles.styles))
    if styled or (not needy and titled(scene, at) and name_follows(scene, at + 1)):
        return True
    return (not needy and folded in names.verbs) or begins_name(scene, at)


def _governed(scene: Scene, at: int, first: int) -> bool:
    """True when a preposition belongs to the office: «المشرف على», «المبعوث إلى», «في وزارة العمل»."""
    line, names, following = scene.line, scene.names, scene.by_first.get(at + 1)
    preposition, word = line.folded(at), line.word(at + 1)
    wanted = names.roles.governs.get(preposition)
    if not word or line.comma(at + 1) or line.stops(at + 1):
        return False
    if wanted is not None:
        return not _owned(word) and any(among(line.word(x), wanted) for x in range(first, at))
    if preposition not in names.cues.place_prepositions or not _OPENERS.isdisjoint(line.gap(at + 1)):
        return True
    if bare_or_joined(word, names.cues.venues) or (following is None and _owned(word)):
        return False
    if following is not None:
        return following.kind != "place" or not among(line.word(first), names.roles.national)
    within = among(word, names.roles.inside) or line.folded(at + 1) in names.organisations.proper
    return within or (is_definite(word) and not among(word, names.common))


def _definite(scene: Scene, first: int, at: int, room: int) -> tuple[int, bool] | None:
    """A definite word: an adjective or what completes the noun; «و» joins one unless somebody else begins there."""
    line = scene.line
    prefix = next((r.prefix for r in readings(line.word(at)) if r.definite), "")
    if prefix in NOT_WITHIN_OFFICES:
        return None
    if prefix and at in scene.heads:
        return _joined_office(scene, at, room)
    # «أمير المنطقة للمهرجان», «المدير الفني للنادي والأردني فلان»
    purpose = prefix == "ل" and among(line.word(first), scene.names.roles.birth)
    another = prefix.startswith("و") and line.folded(at).endswith("ي") and name_follows(scene, at + 1)
    return None if purpose or another else (at, False)


def _describes(scene: Scene, first: int, at: int) -> bool:
    """After a place, an adjective or another office: «أمير منطقة عسير المكلف», not «أمير منطقة عسير الصلاة»."""
    line, roles, folded = scene.line, scene.names.roles, scene.line.folded(at)
    adjective = folded.endswith(("ي", "يه")) or among(line.word(at), roles.qualities)
    field = folded.startswith(TAKEN_UP) and not among(line.word(first), roles.birth)
    return adjective or field or at in scene.heads


def _joined_office(scene: Scene, at: int, room: int) -> tuple[int, bool] | None:
    """A second office after «و», «ل» or «ب»: part of the first, unless its own holder is named right after it."""
    second = office_at(scene, at, room - 1)
    member = scene.line.folded(at) in scene.names.roles.membership  # «وزير الدولة وعضو مجلس الوزراء»
    if second is None or (name_follows(scene, second.last + 1) and not member):
        return None
    return second.last, False


def _bare(scene: Scene, at: int, needy: bool, room: int) -> tuple[int, bool] | None:
    """A word without article: completes a noun that needs it, is a known part of offices, or comes with «ل» or «ب»."""
    folded, roles, head = scene.line.folded(at), scene.names.roles, scene.heads.get(at)
    if folded in roles.qualities:
        return at, needy
    if head is not None and head.prefix:
        return _joined_office(scene, at, room)
    field = (
        folded[:1] == "و" and folded[1:] in roles.inside and folded[1:] not in roles.heads and _completed(scene, at + 1)
    )
    part = field or head is not None or folded == "ل" or folded in roles.inside
    return (at, True) if part or (needy and _in_construct(scene, at)) or _with_clitic(scene, at) else None


def _in_construct(scene: Scene, at: int) -> bool:
    """«جوازات» in «مدير جوازات المنطقة»: no name, and no everyday word unless a definite one follows.

    Not «زميله» in «مساعدة زميله», nor «مسبقا» in «مقررة مسبقا».
    """
    names, word, followed = scene.names, scene.line.word(at), is_definite(scene.line.right(at))
    adverb = is_indefinite_accusative(word) and not followed and not is_foreign(word, names)
    everyday = not followed and among(word, names.common)
    return not (_owned(word) or adverb or everyday or given(word, names))


def _with_clitic(scene: Scene, at: int) -> bool:
    """«لشرطة تبوك», «بمنطقة جازان», «لبرامج خدمة المجتمع»; not «بجامع», «برئاسة», «لبحث الملف»."""
    line, names, folded = scene.line, scene.names, scene.line.folded(at)
    clitic, noun, bodies = folded[:1], folded[1:], names.organisations
    elsewhere = at - 1 in scene.place_ends or folded in names.cues.rule_nouns or noun in names.cues.venues
    if clitic not in TO_OR_IN or (clitic == "ب" and elsewhere):
        return False
    if noun in bodies.completed and line.folded(at + 1) not in bodies.completed[noun] and at + 1 not in scene.by_first:
        return False  # «بنادي الفتح»
    if noun in names.roles.inside or noun in bodies.proper or noun in bodies.common:
        return True
    act = among(line.word(at), names.verbs) or noun in names.verbs or noun in names.common
    return clitic == "ل" and not act and _completed(scene, at + 1)
