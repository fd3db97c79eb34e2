"""What a number counts: the unit or noun straight after it, and how far the noun phrase goes.

Invariant: a subject is words of the line as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.facts.numbers.amounts import NumberParser
from generator.lexicon.numbers import Kind, Unit
from generator.reading.clitics import AND, ARTICLE, TAKEN_UP, TO_OR_IN
from generator.reading.letters import INVISIBLE

_MOST_ADJECTIVES = 2
_SHORTEST_PLURAL_VERB = 5  # «قتلوا» is a verb, «عضوا» a noun.
_RELATION = ("ي", "يا", "يه", "يين", "يون", "يات")
_MARKS = f" \u00a0\t{INVISIBLE}\"«“'()"
_WORDS_BACK = 5


@dataclass(frozen=True)
class CountedNoun:
    """What follows a number: its kind, unit and subject, and the item after what belongs to the figure."""

    kind: Kind
    unit: str | None
    subject: str | None
    last: int
    end: int


def counted(row: NumberParser, at: int) -> CountedNoun | None:
    """What the item at an index is to the number that ends before it; None when it is nothing that is counted."""
    return _signed(row, at) or _measured(row, at) or _noun(row, at)


def _signed(row: NumberParser, at: int) -> CountedNoun | None:
    """A share, «5%», «5 في المئة», or money, «5$»; a sign written to the number after it belongs to that one."""
    end, measures = row.items[at - 1].end, row.numbers.measures
    rest = row.line[end : end + 2]
    for sign in measures.percent_signs:
        if rest.lstrip().startswith(sign):
            return CountedNoun("percent", "%", partitive(row, at), at, row.line.index(sign, end) + 1)
    for phrase in measures.percent_words if row.joined(at) else ():
        if phrase == tuple(map(row.word, range(at, at + len(phrase)))):
            last = at + len(phrase)
            return CountedNoun("percent", "%", partitive(row, last), last, row.items[last - 1].end)
    unit = row.numbers.symbols.get(rest.strip()[:1])
    place = row.line.index(rest.strip()[:1], end) + 1
    if unit is None or row.line[place : place + 1].isdecimal():
        return None
    return CountedNoun("money", unit.name, None, at, place)


def symbol_before(row: NumberParser, at: int) -> Unit | None:
    """The currency whose sign is written to a number before it."""
    start = row.items[at].start
    return row.numbers.symbols.get(row.line[start - 1 : start]) if row.items[at].numeral else None


def _measured(row: NumberParser, at: int) -> CountedNoun | None:
    """A unit, of two words perhaps: «كيلو مترا»; an adjective of units behind it belongs to its name."""
    known, more = row.numbers.units, row.word(at + 1) if row.joined(at + 1) else ""
    two = known.get(row.word(at) + more) if more else None
    unit = two or known.get(row.word(at))
    if unit is None or not row.joined(at):
        return None
    name, last = unit.name, at + (2 if two else 1)
    if unit.kind != "duration" and row.joined(last) and row.word(last) in row.numbers.measures.unit_adjectives:
        last += 1
        if unit.kind == "measure":  # «كيلومترات مربعة» is named «كيلومتر مربع»
            text, plural = row.items[last - 1].text, row.word(last - 1).endswith(("ه", "ا"))
            name += " " + (text.rstrip("\u064b\u064c\u064d").removesuffix("ة").removesuffix("ا") if plural else text)
    # «على بعد 3 كم من المعبر»: the gate is not what is measured.
    distant = any(row.word(i) in row.numbers.cues.distance for i in range(at - _WORDS_BACK, at))
    subject = None if unit.kind == "duration" or distant else partitive(row, last)
    return CountedNoun(unit.kind, name, subject, last, row.items[last - 1].end)


def partitive(row: NumberParser, at: int) -> str | None:
    """«30% من الأراضي»: the words after «من»."""
    near = not row.gap(at).strip(" \u00a0%٪")
    return _of_whom(row, at + 1) if row.word(at) == "من" and near and is_noun(row, at + 1) else None


def _of_whom(row: NumberParser, at: int) -> str:
    """«عناصر الخلية» after «من»: a noun with the definite words that make it known."""
    last = _after_adjectives(row, at)
    while last - at <= _MOST_ADJECTIVES and _adjoins(row, last) and row.word(last).startswith(ARTICLE):
        last += 1
    return row.line[row.items[at].start : row.items[last - 1].end]


def _noun(row: NumberParser, at: int) -> CountedNoun | None:
    if row.word(at) == "من" and row.joined(at) and is_noun(row, at + 1):
        return CountedNoun("count", None, _of_whom(row, at + 1), at, row.items[at - 1].end)
    if not is_noun(row, at) or row.items[at].text.startswith(ARTICLE):
        return None
    return CountedNoun("count", row.items[at].text, noun_phrase(row, at), at + 1, row.items[at].end)


def is_noun(row: NumberParser, at: int) -> bool:
    """A word that may be counted: straight after, perhaps in marks; no little word, no verb of the plural."""
    if at >= len(row.items) or row.items[at].numeral or row.gap(at).strip(_MARKS):
        return False
    word, cues = row.word(at), row.numbers.cues
    # «لتلقي», «للبيع»; «قتلوا»; «1701 ومبادئ»
    if word.startswith(("لت", TAKEN_UP)) or (word.endswith("وا") and len(word) >= _SHORTEST_PLURAL_VERB):
        return False
    if word.startswith("و") and (word not in cues.with_waw or word[1:] in cues.not_counted):
        return False
    return len(word) > 1 and (word not in cues.not_counted or row.items[at].text.startswith("آ"))  # «آلية», not «إليه»


def noun_phrase(row: NumberParser, at: int) -> str:
    """A noun with the adjectives after it."""
    return row.line[row.items[at].start : row.items[_after_adjectives(row, at) - 1].end]


def _after_adjectives(row: NumberParser, at: int) -> int:
    """The item after a noun and its adjectives: definite words after a definite one, relations after another."""
    definite, last = row.word(at).startswith(ARTICLE), at + 1
    while last - at <= _MOST_ADJECTIVES and _adjoins(row, last):
        word = row.word(last)
        relation = len(word) > 3 and word.endswith(_RELATION) and not word.startswith((ARTICLE, *TO_OR_IN, AND))  # noqa: PLR2004
        if not (word.startswith(ARTICLE) if definite else relation):
            break
        last += 1
    return last


def _adjoins(row: NumberParser, at: int) -> bool:
    return row.joined(at) and row.word(at) not in row.numbers.cues.not_counted
