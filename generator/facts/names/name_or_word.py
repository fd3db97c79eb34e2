"""Is a word that is a name too a name here: «القاهرة» or «القوة القاهرة», «حلب» or «حلب الأبقار», «تنظيم القاعدة».

Invariant: what grammar makes the everyday word is no name, unless the article names the place for certain elsewhere;
a word that is rarely a name is one only by a sign beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator.facts.names.words import DASHES, NameSpan, among, bare_or_joined, is_definite
from generator.lexicon.names import Names
from generator.model import EntityKind
from generator.reading.clitics import AND_THE, ARTICLE, CONJUNCTIONS
from generator.reading.letters import fold
from generator.reading.line import ReadLine

WORDS_TOO = ("with-sign", "as-a-rule")
_FEMININE_PAST, _PLURAL = "ت", "ات"
_FEMININE_PRESENT = ("ت", "ست")
_OPENERS = frozenset('«“"„')
_ADJECTIVE = ("ه", "ي")
_MOST_BEFORE = 3  # words of a phrase between a verb and a name: «دخلت القوات العراقية الموصل»


def settled(
    line: ReadLine, found: Sequence[NameSpan], names: Names, sure: AbstractSet[tuple[EntityKind | None, str | None]]
) -> list[NameSpan]:
    """The known names of a line that are names here; `sure`: whom and what the article names for certain.

    A person's family name alone is left unsure.
    """
    kept: list[NameSpan] = []
    for at, x in enumerate(found):
        established = (x.kind, x.id) in sure
        if x.kind == "person" and x.use == "short":
            kept.append(replace(x, unsure=True))
        elif x.use in WORDS_TOO:
            needs_none = x.use == "as-a-rule" or (established and not x.prefix)
            if vouched_for(line, found, at, names) or (needs_none and not _grammar_forbids(line, x, names)):
                kept.append(x)
        elif x.use in ("sure", "unlike") or _backed(line, x, names, kept, established):
            kept.append(x)
    return kept


def vouched_for(line: ReadLine, found: Sequence[NameSpan], at: int, names: Names) -> bool:
    """True when the words beside a name make it one for certain: a noun of its kind, a preposition, a list."""
    x, cues, before = found[at], names.cues, line.left(found[at].first)
    nouns = (cues.place_nouns, cues.of_towns) if x.kind == "place" else (cues.group_nouns,)
    if x.kind in ("place", "organisation") and not x.prefix and bare_or_joined(before, *nouns):
        return True
    if _in_list(line, found, at) and not _governs(line, x, names):
        return True
    if _grammar_forbids(line, x, names):
        return False
    alone = line.folded(x.first - 1) == "ب"  # «بـ جدة»
    after = alone or x.prefix[-1:] == "ب" or (bare_or_joined(before, cues.place_prepositions) and not x.prefix)
    return _dateline(line, x) or (x.kind == "place" and after)


def _grammar_forbids(line: ReadLine, x: NameSpan, names: Names) -> bool:
    return x.first == x.last and (_describes(line, x, names) or _governs(line, x, names))


def _describes(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """«القوة القاهرة», «الطريق الموصل إلى»: an adjective of the definite noun before it, where no verb comes first."""
    noun = line.left(x.first)
    if x.prefix or not is_definite(line.word(x.first)) or not is_definite(noun):
        return False
    if fold(noun).startswith("و") or among(noun, names.cues.place_nouns):
        return False
    return not any(_verb(line.word(x.first - back), names) for back in range(2, 2 + _MOST_BEFORE))


def _governs(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """«حلب الأبقار», «قطر الأنبوب», «حماة الوطن»: a definite noun completes it.

    Not in «دعت قطر الأطراف», which has another verb, in «إلى جدة الأمير فلان», nor in «معرض حلب الدولي».
    """
    after, roles = line.right(x.last), names.roles
    folded = fold(after)
    noun = is_definite(after) and folded.startswith(ARTICLE) and not folded.endswith(_ADJECTIVE)
    somebody = (roles.titles, roles.heads, roles.ranks, roles.styles, roles.honours, roles.once)
    if not noun or folded in names.times or among(after, *somebody) or is_definite(line.word(x.first)):
        return False
    return not _feminine_verb(line.left(x.first))


def _verb(word: str, names: Names) -> bool:
    """A known verb, or a word with the shape of one: «يغادر», «استعاد»."""
    return fold(word).startswith(("است", "ي", "سي")) or among(word, names.verbs) or _feminine_verb(word)


def _feminine_verb(word: str) -> bool:
    """«دعت», «تدعو», as before a state or a town; «يبلغ قطر» is no such verb."""
    folded = fold(word)
    past = folded.endswith(_FEMININE_PAST) and not folded.endswith(_PLURAL)
    return not is_definite(word) and (past or folded.startswith(_FEMININE_PRESENT)) and not folded.endswith("ه")


def _in_list(line: ReadLine, found: Sequence[NameSpan], at: int) -> bool:
    """«بيروت وحمص», «حمص، وطرطوس»: a name of its kind right before or after, joined by «و» or a comma."""
    x = found[at]

    def beside(left: NameSpan, right: NameSpan) -> bool:
        return left.last + 1 == right.first and (right.prefix == "و" or line.comma(right.first))

    before, after = found[max(0, at - 1) : at], found[at + 1 : at + 2]
    near = (*(y for y in before if beside(y, x)), *(y for y in after if beside(x, y)))
    return any(y.kind == x.kind and y.use in ("sure", *WORDS_TOO) for y in near)


def _dateline(line: ReadLine, x: NameSpan) -> bool:
    """A name at the edge of a line beside a mark: «جدة - واس», «حمص: …», «سمير الحسن – جدة»."""
    before, after = line.gap(x.first), line.gap(x.last + 1)
    begins = x.first == 0 and bool(after.strip()) and _OPENERS.isdisjoint(after)
    ends = x.last == len(line.tokens) - 1 and not DASHES.isdisjoint(before)
    return not x.prefix and (begins or ends)


def _backed(line: ReadLine, x: NameSpan, names: Names, before: Sequence[NameSpan], established: bool) -> bool:
    """True when the words beside an unsure name, or a sure one elsewhere, make it a name here."""
    # «القاعدة العسكرية», «التحالف الوطني» are other things.
    alone = not line.right(x.last).startswith(ARTICLE)
    if x.use == "short":
        return established and alone
    last = before[-1] if before else None  # «داعش والقاعدة»: joined by و to a name of the same kind
    if last and last.kind == x.kind and last.last == x.first - 1 and x.prefix.startswith(tuple(CONJUNCTIONS)):
        return True
    # Quotation marks and brackets may stand between, as in «تنظيم "القاعدة"».
    previous = "" if line.stops(x.first) or line.comma(x.first) else line.word(x.first - 1)
    preposition = bool(x.prefix) or among(previous, names.cues.place_prepositions)
    nouns = names.cues.place_nouns if x.kind == "place" else names.cues.group_nouns
    if x.use == "after-preposition":
        return preposition
    if bare_or_joined(previous, nouns) and not x.prefix:
        # «هيئة الشباب والرياضة» is a body of its own.
        fields = bare_or_joined(previous, names.organisations.common) and line.right(x.last).startswith(AND_THE)
        return alone and not fields
    return established and (preposition if x.kind == "place" else alone and not preposition)
