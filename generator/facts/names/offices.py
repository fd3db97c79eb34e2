"""Public offices in a line: where one begins and where it ends.

Invariant: an office is a whole phrase of one clause: its noun, what completes it, and what the completed noun governs.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.facts.names.shape import given, is_foreign, name_like, run, starts_name
from generator.facts.names.words import (
    Span,
    among,
    bare_or_joined,
    covered,
    is_definite,
    is_indefinite_accusative,
    plain,
    readings,
)
from generator.lexicon.names import Names
from generator.model import Evidence
from generator.reading.clitics import Analysis
from generator.reading.letters import bare
from generator.reading.line import ReadLine

_LONGEST = 22
_LONGEST_IN_MARKS = 6
_MOST_STYLES = 9
_HIS = ("ه", "ها", "هم")
_DASHES = frozenset("-–—/|")
_OPENERS, _CLOSERS = frozenset('(«“"['), frozenset(')»”"]')


@dataclass(frozen=True)
class Office:
    """The first and last word of an office, the clitic before it, and whether it is «his»: «نظيره», «نائبها»."""

    first: int
    last: int
    prefix: str
    owned: bool = False


@dataclass(frozen=True)
class Line:
    """A line with what has been found in it, as the rules on offices look at it."""

    words: ReadLine
    by_first: dict[int, Span]
    inside: frozenset[int]
    place_ends: frozenset[int]
    names: Names


def line_of(words: ReadLine, spans: list[Span], names: Names) -> Line:
    """The same line, its spans ready to be asked for."""
    ends = frozenset(span.last for span in spans if span.kind == "place")
    return Line(words, {span.first: span for span in spans}, covered(spans), ends, names)


def says_office(role: Evidence | None, names: Names) -> bool:
    """False for a rank («الفريق الركن»), a title of birth («الأمير») or a bare «الممثل»: none is an office alone."""
    if role is None:
        return False
    words = [word for word in map(plain, role.text.split()) if len(word) > 1]
    if len(words) == 1:
        return among(words[0], names.roles.enough)
    return not all(among(word, names.roles.ranks) for word in words)


def head_of(line: Line, at: int) -> Analysis | None:
    """How the first word of an office is read; None where no office begins."""
    words, names = line.words, line.names
    following = plain(words.word(at + 1)) if words.close(at + 1) else ""
    if following in names.particles and not is_definite(words.word(at)):
        return None  # «مساعد بن محمد» is a name
    for r in readings(words.word(at)):
        after = names.roles.followed.get(r.stem)
        if after is not None and (following in after or (r.stem in names.roles.of_towns and _town(line, at + 1))):
            return r
        if r.stem in names.roles.counterparts and r.suffix:
            return r
        if r.stem in names.roles.heads and not (r.definite and not r.suffix and r.stem in names.roles.birth):
            return r
        if r.definite and not r.suffix and r.stem in names.roles.enough:
            return r
    return None


def _town(line: Line, at: int) -> bool:
    """«عمّان» in «أمين عمّان الكبرى»."""
    span = line.by_first.get(at)
    return span is not None and span.kind == "place" and not span.prefix and line.words.close(at)


def office_at(line: Line, at: int, room: int = _LONGEST) -> Office | None:
    """The office of at most `room` more words that begins at a word; None when none does, or its noun lacks a part."""
    head = head_of(line, at)
    if head is None:
        return None
    word = bare(line.words.word(at))
    owned = not is_definite(word) and word.endswith(_HIS)
    last = _trimmed(line, at, _last(line, at, not (head.definite or owned), room))
    rest = {plain(line.words.word(x)) for x in range(at + 1, last + 1)}
    if not is_definite(word) and rest <= line.names.roles.qualities:
        last = at  # «مساعد أول»
    if last == at and not _enough(line, at):
        return None
    return Office(at, last, head.prefix, owned)


def _trimmed(line: Line, first: int, last: int) -> int:
    """The last word of an office without a noun that nothing completes, and without the rank before a name."""
    words, names = line.words, line.names
    while last > first:
        word, after = words.word(last), words.word(last + 1) if words.close(last + 1) else ""
        head = head_of(line, last) is not None and not is_definite(word)
        rank = is_definite(word) and among(word, names.roles.ranks) and after and name_like(after, names)
        loose = plain(word) == "ل" or plain(word) in names.prepositions
        if not (head or rank or loose):
            break
        last -= 1
    return last


def _enough(line: Line, at: int) -> bool:
    """«الوزير», «الرئيس» by itself; not «السوق الرئيس», where it describes what stands before."""
    word, before = line.words.word(at), line.words.word(at - 1)
    bare_article = plain(word).startswith("ال")
    describes = bare_article and line.words.close(at) and is_definite(before) and not titled(line, at - 1)
    return is_definite(word) and not describes and among(word, line.names.roles.enough)


def titled(line: Line, at: int) -> bool:
    """True for a rank, style or honour before a name: «اللواء», «صاحب السمو الملكي», the «د» of «د. سمير»."""
    word, roles = line.words.word(at), line.names.roles
    if len(word) == 1 and line.words.gap(at + 1).strip() == ".":
        return True
    if bare_or_joined(word, roles.honours):
        return True
    if plain(word) in roles.ranks and line.words.close(at) and among(line.words.word(at - 1), roles.ranks):
        return True  # «الفريق أول», «اللواء ركن»
    return is_definite(word) and among(word, roles.ranks, roles.styles, roles.titles)


def name_follows(line: Line, at: int) -> bool:
    """True when a name begins at a word or after the ranks and styles there."""
    for _ in range(_MOST_STYLES):
        if at in line.by_first or not titled(line, at) or line.words.comma(at + 1):
            break
        at += 1
    span = line.by_first.get(at)
    return (span is not None and span.kind == "person") or (span is None and begins_name(line, at))


def begins_name(line: Line, at: int) -> bool:
    """True when a name of two parts or more begins at a word that nothing else explains."""
    if not starts_name(line.words, at, line.names) or at in line.inside:
        return False
    return run(line.words, at, line.inside, line.names) is not None


def _last(line: Line, first: int, needy: bool, room: int) -> int:
    """The last word of the office that begins at a word; `needy`: what stands next must complete a noun."""
    words, last, at = line.words, first, first + 1
    while at < len(words.tokens) and at - first <= room and _joined(line, first, at):
        marked = not _OPENERS.isdisjoint(words.gap(at)) or plain(words.word(at - 1)) == "ل"
        step = _in_marks(line, at) or (None if marked else _step(line, at, needy, first, room - (at - first)))
        if step is None:
            break
        end, needy = step
        if not (end == at and plain(words.word(at)) in line.names.prepositions):
            last = end
        at = end + 1
    return last


def _completed(line: Line, at: int) -> bool:
    """True when a definite word or a known name stands at a word or after one bare noun: «لبرامج خدمة المجتمع»."""
    words = line.words
    for near in (at, at + 1):
        if not words.close(near) or plain(words.word(near)) in line.names.prepositions:
            return False
        if is_definite(words.word(near)) or near in line.by_first:
            return True
    return False


def _joined(line: Line, first: int, at: int) -> bool:
    """False after a stop, a comma, a dash, or a bracket that closes what was opened before the office."""
    gap = line.words.gap(at)
    opened = not (_OPENERS | _CLOSERS).isdisjoint(
        line.words.text[line.words.tokens[first].start : line.words.tokens[at - 1].start]
    )
    if not _CLOSERS.isdisjoint(gap) and not opened and plain(line.words.word(at - 1)) != "ل":
        return False
    return not (line.words.stops(at) or line.words.comma(at) or not _DASHES.isdisjoint(gap))


def _in_marks(line: Line, at: int) -> tuple[int, bool] | None:
    """A piece in marks or brackets counts as one word: «عملية (العزم الصلب)»."""
    openers = _OPENERS | _CLOSERS if plain(line.words.word(at - 1)) == "ل" else _OPENERS
    if openers.isdisjoint(line.words.gap(at)):
        return None
    for last in range(at, min(at + _LONGEST_IN_MARKS, len(line.words.tokens))):
        end = line.words.tokens[last].end
        if not (_CLOSERS | _OPENERS).isdisjoint(line.words.text[end : end + 1]):
            paper = last == at and plain(line.words.word(at - 1)) == "ل" and is_definite(line.words.word(at))
            return None if paper else (last, False)  # «لـ"الرياض"» tells to whom he spoke
    return None


def _step(line: Line, at: int, needy: bool, first: int, room: int) -> tuple[int, bool] | None:
    """The end of the next part of an office and whether it needs another after it; None where the office has ended."""
    words, names = line.words, line.names
    word, span = words.word(at), line.by_first.get(at)
    if span is not None and span.kind is not None:
        return _step_over(line, at, span, needy)
    if _ends(line, at, needy):
        return None
    if plain(word) in names.prepositions:
        return (at, True) if _governed(line, at, first) else None
    if is_definite(word):
        after_place = at - 1 in line.place_ends or _unlisted_place(line, at - 1)
        act = plain(word).startswith("الت") and not plain(word).endswith(("ي", "يه", "يات")) and not needy
        belongs = (not after_place or _describes(line, first, at)) and not (act and is_definite(words.word(at - 1)))
        return _definite(line, first, at, room) if belongs else None
    return _bare(line, at, needy, room)


def _step_over(line: Line, at: int, span: Span, needy: bool) -> tuple[int, bool] | None:
    """A known body or place inside an office: completes its noun, or stands after «ل», «ب» or a preposition."""
    if span.kind == "person":
        return None
    if span.prefix == "ب" and bare_or_joined(line.words.word(at), line.names.cues.venues):
        return None
    joined = span.prefix in ("ل", "ب") or (is_definite(line.words.word(at)) and not span.prefix)
    if span.prefix.startswith(("و", "ف")) and not needy:
        return None if name_follows(line, span.last + 1) else (span.last, False)
    return (span.last, False) if needy or joined or span.kind == "organisation" else None


def _ends(line: Line, at: int, needy: bool) -> bool:
    words, names = line.words, line.names
    word = words.word(at)
    folded = plain(word)
    private = not is_definite(word) and among(word, names.roles.private)  # «المتحدث الإعلامي» is an adjective
    if folded in names.times or private or folded in names.clauses:
        return True
    if among(word, names.roles.links):
        return True
    styled = bare_or_joined(word, names.roles.honours) or (is_definite(word) and among(word, names.roles.styles))
    if styled or (not needy and titled(line, at) and name_follows(line, at + 1)):
        return True
    if begins_name(line, at):
        return True
    return not needy and folded in names.verbs


def _governed(line: Line, at: int, first: int) -> bool:
    """True when a preposition belongs to the office: «المشرف على», «المبعوث إلى», «في وزارة العمل»."""
    words, names = line.words, line.names
    preposition, word = plain(words.word(at)), words.word(at + 1)
    if not word or words.comma(at + 1) or words.stops(at + 1):
        return False
    wanted = names.roles.governs.get(preposition)
    if wanted is not None:
        return not _owned(word) and any(among(words.word(x), wanted) for x in range(first, at))
    if preposition not in names.cues.place_prepositions or not _OPENERS.isdisjoint(words.gap(at + 1)):
        return True
    if bare_or_joined(word, names.cues.venues) or ((wanders := line.by_first.get(at + 1)) is None and _owned(word)):
        return False
    if wanders is not None:
        return wanders.kind != "place" or not among(words.word(first), names.roles.national)
    within = among(word, names.roles.inside) or plain(word) in names.organisations.proper
    return within or (is_definite(word) and not among(word, names.common))


def _owned(word: str) -> bool:
    """«مكتبه», «ختامها»."""
    return not is_definite(word) and bare(word).endswith(_HIS)


def _definite(line: Line, first: int, at: int, room: int) -> tuple[int, bool] | None:
    """A definite word: an adjective or what completes the noun; «و» joins one unless somebody else begins there."""
    reading = next((r for r in readings(line.words.word(at)) if r.definite), None)
    prefix = reading.prefix if reading else ""
    if prefix in ("ف", "ك", "فب", "فل", "أ"):
        return None
    head = head_of(line, at)
    if head is not None and prefix:
        return _joined_office(line, at, room)
    if prefix == "ل" and among(line.words.word(first), line.names.roles.birth):
        return None  # «أمير المنطقة للمهرجان»
    if prefix.startswith("و") and plain(line.words.word(at)).endswith("ي") and name_follows(line, at + 1):
        return None  # «المدير الفني للنادي والأردني فلان»
    return at, False


def _unlisted_place(line: Line, at: int) -> bool:
    """«حائل» in «منطقة حائل»."""
    noun = bare_or_joined(line.words.word(at - 1), line.names.cues.place_nouns) and line.words.close(at)
    return noun and not is_definite(line.words.word(at - 1)) and not is_definite(line.words.word(at))


def _describes(line: Line, first: int, at: int) -> bool:
    """After a place, an adjective or another office: «أمير منطقة عسير المكلف», not «أمير منطقة عسير الصلاة»."""
    word, names = line.words.word(at), line.names
    adjective = plain(word).endswith(("ي", "يه")) or among(word, names.roles.qualities)
    field = plain(word).startswith("لل") and not among(line.words.word(first), names.roles.birth)
    return adjective or field or head_of(line, at) is not None


def _joined_office(line: Line, at: int, room: int) -> tuple[int, bool] | None:
    """A second office after «و», «ل» or «ب»: part of the first, unless its own holder is named right after it."""
    second = office_at(line, at, room - 1)
    member = plain(line.words.word(at)) in line.names.roles.membership  # «وزير الدولة وعضو مجلس الوزراء»
    if second is None or (name_follows(line, second.last + 1) and not member):
        return None
    return second.last, False


def _bare(line: Line, at: int, needy: bool, room: int) -> tuple[int, bool] | None:
    """A word without article: completes a noun that needs it, is a known part of offices, or comes with «ل» or «ب»."""
    word, roles = line.words.word(at), line.names.roles
    folded, head = plain(word), head_of(line, at)
    if folded in roles.qualities:
        return at, needy
    if head is not None and head.prefix:
        return _joined_office(line, at, room)
    field = folded[:1] == "و" and folded[1:] in roles.inside - roles.heads and _completed(line, at + 1)
    if field or head is not None or folded == "ل" or folded in roles.inside or (needy and _in_construct(line, at)):
        return at, True
    return (at, True) if _with_clitic(line, at) else None


def _in_construct(line: Line, at: int) -> bool:
    """«جوازات» in «مدير جوازات المنطقة»: no name, and no everyday word unless a definite one follows."""
    words, names = line.words, line.names
    word, followed = words.word(at), words.close(at + 1) and is_definite(words.word(at + 1))
    if _owned(word) or (is_indefinite_accusative(word) and not followed and not is_foreign(word, names)):
        return False  # «مساعدة زميله», «مقررة مسبقا»
    return (followed or not among(word, names.common)) and not given(word, names)


def _with_clitic(line: Line, at: int) -> bool:
    """«لشرطة تبوك», «بمنطقة جازان», «لبرامج خدمة المجتمع»; not «بجامع», «برئاسة», «لبحث الملف»."""
    words, names = line.words, line.names
    folded = plain(words.word(at))
    clitic, noun = folded[:1], folded[1:]
    elsewhere = at - 1 in line.place_ends or folded in names.cues.rule_nouns or noun in names.cues.venues
    if clitic not in ("ل", "ب") or (clitic == "ب" and elsewhere):
        return False
    wanted = names.organisations.completed.get(noun)
    if wanted is not None and plain(words.word(at + 1)) not in wanted and at + 1 not in line.by_first:
        return False  # «بنادي الفتح»
    if noun in names.roles.inside | names.organisations.proper | names.organisations.common:
        return True
    act = among(words.word(at), names.verbs) or noun in names.verbs | names.common
    return clitic == "ل" and not act and _completed(line, at + 1)
