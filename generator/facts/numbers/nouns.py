"""What a number counts: the unit or noun straight after it, and how far the noun phrase goes.

Invariant: a subject is words of the line as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.facts.numbers.parse import Row
from generator.lexicon.numbers import Kind, Unit

_MOST_ADJECTIVES = 2
_SHORTEST_PLURAL_VERB = 5  # «قتلوا» is a verb, «عضوا» a noun.
_RELATION = ("ي", "يا", "يه", "يين", "يون", "يات")
_MARKS = frozenset(" \u00a0\t\u200e\u200f\"«“'()")


@dataclass(frozen=True)
class Counted:
    """What follows a number: its kind, unit and subject, and the item after what belongs to the figure."""

    kind: Kind
    unit: str | None
    subject: str | None
    last: int
    end: int


def counted(row: Row, at: int) -> Counted | None:
    """What the item at an index is to the number that ends before it; None when it is nothing that is counted."""
    return _percent(row, at) or _symbol(row, at) or _measured(row, at) or _noun(row, at)


def _percent(row: Row, at: int) -> Counted | None:
    end = row.items[at - 1].end
    rest = row.line[end : end + 2]
    sign = next((s for s in row.numbers.measures.percent_signs if rest.lstrip().startswith(s)), None)
    if sign:
        return Counted("percent", "%", partitive(row, at), at, row.line.index(sign, end) + 1)
    for phrase in row.numbers.measures.percent_words:
        if tuple(row.word(at + i) for i in range(len(phrase))) == phrase and row.joined(at):
            last = at + len(phrase)
            return Counted("percent", "%", partitive(row, last), last, row.items[last - 1].end)
    return None


def _symbol(row: Row, at: int) -> Counted | None:
    """«5$», «5 $»; a sign written to the number after it belongs to that one."""
    end = row.items[at - 1].end
    sign = row.line[end : end + 2].strip()[:1]
    unit = row.numbers.symbols.get(sign)
    place = row.line.index(sign, end) + 1 if unit else 0
    if unit is None or row.line[place : place + 1].isdecimal():
        return None
    return Counted("money", unit.name, None, at, place)


def symbol_before(row: Row, at: int) -> Unit | None:
    """The currency whose sign is written to a number before it."""
    start = row.items[at].start
    return row.numbers.symbols.get(row.line[start - 1 : start]) if row.items[at].numeral else None


def _measured(row: Row, at: int) -> Counted | None:
    if not row.joined(at):
        return None
    unit, last = unit_at(row, at)
    if unit is None:
        return None
    name = unit.name
    if unit.kind != "duration" and row.joined(last) and row.word(last) in row.numbers.measures.unit_adjectives:
        last += 1
        name = f"{name} {_singular(row.word(last - 1), row.items[last - 1].text)}" if unit.kind == "measure" else name
    subject = partitive(row, last) if unit.kind != "duration" and not _is_distance(row, at) else None
    return Counted(unit.kind, name, subject, last, row.items[last - 1].end)


def unit_at(row: Row, at: int) -> tuple[Unit | None, int]:
    """The unit at an item and the item after it; «كيلو مترا» in two words is one unit."""
    known, more = row.numbers.units, row.word(at + 1) if row.joined(at + 1) else ""
    whole = known.get(row.word(at) + more) if more else None
    return (whole, at + 2) if whole else (known.get(row.word(at)), at + 1)


_WORDS_BACK = 5


def _is_distance(row: Row, at: int) -> bool:
    """«على بعد 3 كم من المعبر»: the gate is not what is measured."""
    return any(row.word(i) in row.numbers.cues.distance for i in range(max(0, at - _WORDS_BACK), at))


def _singular(word: str, text: str) -> str:
    """«كيلومترات مربعة» is named «كيلومتر مربع»."""
    return text.rstrip("\u064b\u064c\u064d").removesuffix("ة").removesuffix("ا") if word.endswith(("ه", "ا")) else text


def partitive(row: Row, at: int) -> str | None:
    """«30% من الأراضي»: the words after «من»."""
    near = not row.gap(at).strip(" \u00a0%٪")
    if row.word(at) != "من" or not near or not _is_noun(row, at + 1):
        return None
    return _of_whom(row, at + 1)


def _of_whom(row: Row, at: int) -> str:
    """«عناصر الخلية» after «من»: a noun with the definite words that make it known."""
    last = _phrase(row, at)[1]
    while last - at <= _MOST_ADJECTIVES and _adjoins(row, last) and row.word(last).startswith("ال"):
        last += 1
    return row.line[row.items[at].start : row.items[last - 1].end]


def _noun(row: Row, at: int) -> Counted | None:
    if row.word(at) == "من" and row.joined(at) and _is_noun(row, at + 1):
        return Counted("count", None, _of_whom(row, at + 1), at, row.items[at - 1].end)
    if not _is_noun(row, at) or row.items[at].text.startswith("ال"):
        return None
    subject, _ = _phrase(row, at)
    return Counted("count", row.items[at].text, subject, at + 1, row.items[at].end)


def _is_noun(row: Row, at: int) -> bool:
    """A word that may be counted: straight after, perhaps in marks; no little word, no verb of the plural."""
    if at >= len(row.items) or row.items[at].numeral or any(c not in _MARKS for c in row.gap(at)):
        return False
    word = row.word(at)
    joined = word.startswith("و") and word[1:] in row.numbers.cues.not_counted
    purpose = word.startswith(("لت", "لل"))  # «لتلقي», «للبيع»
    verb = word.endswith("وا") and len(word) >= _SHORTEST_PLURAL_VERB
    other = word.startswith("و") and word not in row.numbers.cues.with_waw  # «1701 ومبادئ»
    listed = word in row.numbers.cues.not_counted and not row.items[at].text.startswith("آ")  # «آلية», not «إليه»
    return len(word) > 1 and not (listed or joined or verb or purpose or other)


def _phrase(row: Row, at: int) -> tuple[str, int]:
    """A noun with the adjectives after it: definite words after a definite one, relations after another."""
    definite = row.word(at).startswith("ال")
    last = at + 1
    while last - at <= _MOST_ADJECTIVES and _adjoins(row, last) and _agrees(row.word(last), definite=definite):
        last += 1
    return row.line[row.items[at].start : row.items[last - 1].end], last


def _adjoins(row: Row, at: int) -> bool:
    return row.joined(at) and row.word(at) not in row.numbers.cues.not_counted


def _agrees(word: str, *, definite: bool) -> bool:
    if definite:
        return word.startswith("ال")
    return len(word) > 3 and word.endswith(_RELATION) and not word.startswith(("ال", "ل", "ب", "و"))  # noqa: PLR2004


def noun_phrase(row: Row, at: int) -> tuple[str, int] | None:
    """The noun phrase at an item and the item after it; None when no noun stands there."""
    return _phrase(row, at) if _is_noun(row, at) else None
