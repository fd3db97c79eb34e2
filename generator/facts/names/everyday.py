"""Places and bodies whose name is an everyday word too: «القاهرة» and «القوة القاهرة», «حلب» and «حلب الأبقار».

Invariant: what grammar makes the everyday word is no name, unless the article names the place for certain elsewhere;
a word that is rarely a name is one only by a sign beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.facts.names.words import Span, among, bare_or_joined, is_definite, plain
from generator.lexicon.entities import Meaning
from generator.lexicon.names import Names
from generator.model import EntityKind
from generator.reading.line import ReadLine

WORDS_TOO = ("with-sign", "as-a-rule")
_FEMININE_PAST, _PLURAL = "ت", "ات"
_FEMININE_PRESENT = ("ت", "ست")
_OPENERS, _CLOSERS = frozenset('«“"„'), frozenset('»”"')
_ADJECTIVE = ("ه", "ي")
_DASHES = frozenset("-–—/|")
_MOST_IN_TITLE = 6  # words of a title in marks
_MOST_BEFORE = 3  # words of a phrase between a verb and a name: «دخلت القوات العراقية الموصل»


@dataclass(frozen=True)
class Found:
    """A span and how sure its name is."""

    span: Span
    sign: Meaning


def told(words: ReadLine, found: Sequence[Found], at: int, names: Names) -> bool:
    """True when the words beside a name make it one for certain: a noun of its kind, a preposition, a list."""
    span = found[at].span
    before = words.word(span.first - 1) if words.close(span.first) else ""
    if not span.prefix and bare_or_joined(before, *_nouns(span.kind, names)):
        return True
    if _in_list(words, found, at) and not _governs(words, span, names):
        return True
    if _grammar_forbids(words, span, names):
        return False
    alone = plain(words.word(span.first - 1)) == "ب"  # «بـ جدة»
    after = alone or (bare_or_joined(before, names.cues.place_prepositions) and not span.prefix)
    return _dateline(words, span) or (span.kind == "place" and (after or span.prefix[-1:] == "ب"))


def _nouns(kind: EntityKind | None, names: Names) -> tuple[frozenset[str], ...]:
    """The nouns after which a name of a kind stands."""
    nouns: dict[EntityKind | None, tuple[frozenset[str], ...]] = {
        "place": (names.cues.place_nouns, names.cues.of_towns),
        "organisation": (names.cues.group_nouns,),
    }
    return nouns.get(kind, ())


def named_here(words: ReadLine, found: Sequence[Found], at: int, names: Names, established: bool) -> bool:
    """True when a word that is a name too is one here; `established`: the article tells so elsewhere."""
    if told(words, found, at, names):
        return True
    span, rule = found[at].span, found[at].sign.use == "as-a-rule"
    if _grammar_forbids(words, span, names):
        return False
    return rule or (established and not span.prefix)


def in_title(words: ReadLine, span: Span, names: Names) -> bool:
    """«فيلم «القاهرة 30»»: a name inside the marks of a title, after a noun of works."""
    for first in range(span.first, max(-1, span.first - _MOST_IN_TITLE), -1):
        gap = words.gap(first)
        if not _OPENERS.isdisjoint(gap):
            return any(among(words.word(near), names.cues.works) for near in (first - 1, first - 2))
        if not _CLOSERS.isdisjoint(gap):
            return False
    return False


def _grammar_forbids(words: ReadLine, span: Span, names: Names) -> bool:
    return span.first == span.last and (_describes(words, span, names) or _governs(words, span, names))


def _describes(words: ReadLine, span: Span, names: Names) -> bool:
    """«القوة القاهرة», «الطريق الموصل إلى»: an adjective of the definite noun before it, where no verb comes first."""
    at = span.first
    if span.prefix or not is_definite(words.word(at)) or not words.close(at):
        return False
    noun = words.word(at - 1)
    if not is_definite(noun) or plain(noun).startswith("و") or among(noun, names.cues.place_nouns):
        return False
    return not any(_verb(words.word(at - back), names) for back in range(2, 2 + _MOST_BEFORE))


def _governs(words: ReadLine, span: Span, names: Names) -> bool:
    """«حلب الأبقار», «قطر الأنبوب», «حماة الوطن»: a definite noun completes it; «دعت قطر الأطراف» has another verb."""
    after = words.word(span.last + 1) if words.close(span.last + 1) else ""
    folded = plain(after)
    if not (is_definite(after) and folded.startswith("ال")) or folded in names.times or _begins_somebody(after, names):
        return False
    if is_definite(words.word(span.first)) or folded.endswith(_ADJECTIVE):
        return False  # «حلب الشرقية», «معرض حلب الدولي»
    before = words.word(span.first - 1) if words.close(span.first) else ""
    return not _feminine_verb(before)


def _begins_somebody(word: str, names: Names) -> bool:
    """«إلى جدة الأمير فلان»."""
    roles = names.roles
    return among(word, roles.titles, roles.heads, roles.ranks, roles.styles, roles.honours, roles.once)


def _verb(word: str, names: Names) -> bool:
    """A known verb, or a word with the shape of one: «يغادر», «استعاد»."""
    folded = plain(word)
    tenth = folded[:1] == "ا" and folded[1:3] == "ست"
    return tenth or among(word, names.verbs) or _feminine_verb(word) or folded.startswith(("ي", "سي"))


def _feminine_verb(word: str) -> bool:
    """«دعت», «تدعو», as before a state or a town; «يبلغ قطر» is no such verb."""
    folded = plain(word)
    past = folded.endswith(_FEMININE_PAST) and not folded.endswith(_PLURAL)
    return not is_definite(word) and (past or folded.startswith(_FEMININE_PRESENT)) and not folded.endswith("ه")


def _in_list(words: ReadLine, found: Sequence[Found], at: int) -> bool:
    """«بيروت وحمص», «حمص، وطرطوس»: a name of its kind right before or after, joined by «و» or a comma."""
    span = found[at].span
    near = [(found[x].span, found[x].sign.use) for x in (at - 1, at + 1) if 0 <= x < len(found)]
    for other, use in near:
        left, right = (other, span) if other.first < span.first else (span, other)
        beside = left.last + 1 == right.first and (right.prefix == "و" or words.comma(right.first))
        if beside and other.kind == span.kind and use in ("sure", *WORDS_TOO):
            return True
    return False


def _dateline(words: ReadLine, span: Span) -> bool:
    """A name at the edge of a line beside a mark: «جدة - واس», «حمص: …», «سمير الحسن – جدة»."""
    before, after = words.gap(span.first), words.gap(span.last + 1)
    begins = span.first == 0 and bool(after.strip()) and _OPENERS.isdisjoint(after)
    ends = span.last == len(words.tokens) - 1 and not _DASHES.isdisjoint(before)
    return not span.prefix and (begins or ends)
