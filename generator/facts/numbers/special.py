"""Figures that are no plain numbers: duals, vague counts, «بضعة», a noun before its number, half of a unit.

Invariant: a vague count has neither value nor bounds; «بضعة» lies between three and nine.
"""

from __future__ import annotations

from collections.abc import Container

from generator.facts.numbers.amounts import NumberParser
from generator.facts.numbers.nouns import is_noun, noun_phrase
from generator.facts.numbers.rejections import is_wish
from generator.lexicon.numbers import Unit
from generator.model import Figure
from generator.reading.clitics import AND_THE, ARTICLE, PREFIXES_OF_NUMBERS

_FEW = (3, 9)
_TEN = 10
Taken = tuple[Figure | None, int]


def special(row: NumberParser, line: int, at: int) -> Taken | None:
    """The figure that begins at an item, and the item after it; None when it is for the plain rules."""
    if row.items[at].numeral:
        return None
    kinds = (_few, _vague, _dual, _part, _named_first)
    found = next((taken for kind in kinds if (taken := kind(row, line, at))), None)
    return (None, found[1]) if found and is_wish(row, at) else found


def _stem(row: NumberParser, at: int, known: Container[str]) -> str | None:
    word = row.word(at)
    return next((word[len(c) :] for c in PREFIXES_OF_NUMBERS if word.startswith(c) and word[len(c) :] in known), None)


def _unit(row: NumberParser, at: int) -> Unit | None:
    """The unit that stands beside the item before it."""
    return row.numbers.units.get(row.word(at)) if row.joined(at) else None


def _made(row: NumberParser, line: int, first: int, last: int, rule: str, **values: object) -> Taken:
    start, end = row.begin(first), row.items[last - 1].end
    return Figure(text=row.line[start:end], line=line, start=start, end=end, rule=rule, **values), last  # type: ignore[arg-type]


def _valued(row: NumberParser, line: int, places: tuple[int, int], rule: str, value: float, unit: Unit) -> Taken:
    return _made(row, line, *places, rule, value=value, low=value, high=value, unit=unit.name, kind=unit.kind)


def _few(row: NumberParser, line: int, at: int) -> Taken | None:
    """«بضعة أيام», «بضع مئات»."""
    if _stem(row, at, row.numbers.words.few) is None or not row.joined(at + 1):
        return None
    unit, size = _unit(row, at + 1), row.numbers.words.vague_sizes.get(row.word(at + 1), 1)
    if unit is None and not is_noun(row, at + 1):
        return None
    named: dict[str, object] = {"unit": unit.name, "kind": unit.kind} if unit else {}
    if not unit and size == 1:
        named = {"unit": row.items[at + 1].text, "subject": noun_phrase(row, at + 1)}
    low, high = _FEW
    times = 1 if unit else size
    return _made(row, line, at, at + 2, "few", low=low * times, high=high * times, approximate=True, **named)


def _vague(row: NumberParser, line: int, at: int) -> Taken | None:
    """«آلاف المقاتلين», «مئات الآلاف من اللاجئين», «العشرات من القتلى»."""
    words = row.numbers.words
    plain, slip = _stem(row, at, words.vague), _stem(row, at, words.vague_slips)
    definite = _stem(row, at, row.numbers.definite_vague)
    if not (plain or definite or slip) or (at and row.number(at - 1)):
        return None
    last = at + 1 + (row.joined(at + 1) and row.word(at + 1) in words.vague_second)
    of = row.joined(last) and row.word(last) == "من"
    proved = plain or (definite and of) or (slip and row.word(last).startswith(ARTICLE))
    if not proved or not row.joined(last) or not is_noun(row, last + of):
        return None
    noun = row.items[last + of]
    unit = row.numbers.units.get(noun.word.removeprefix(ARTICLE)) or Unit(noun.text, "count")
    subject = noun_phrase(row, last + of)
    return _made(row, line, at, last + of + 1, "vague-count", unit=unit.name, subject=subject, kind=unit.kind)


def _dual(row: NumberParser, line: int, at: int) -> Taken | None:
    """«عامين», «شخصان»; with «ال» only of time, since a definite pair is known already."""
    stem, definite = _stem(row, at, row.numbers.duals), _definite_time(row, row.word(at))
    unit = row.numbers.duals[stem] if stem else definite
    if unit is None or (at and row.number(at - 1) and row.joined(at)):
        return None
    names = definite and row.joined(at + 1) and row.items[at + 1].numeral  # «العامين 2005 و2009», «الدقيقتين 12 و57»
    # «عام وشهرين»: a part of a longer time
    if names or (unit.kind == "duration" and row.word(at).startswith("و") and row.word(at - 1) in row.numbers.units):
        return None, at + 1
    if unit.kind == "count":
        cut = row.begin(at) - row.items[at].start
        subject = noun_phrase(row, at)[cut:] if is_noun(row, at) else None
        name = row.items[at].text[cut:]
        return _made(row, line, at, at + 1, "dual", value=2, low=2, high=2, unit=name, subject=subject)
    share, last = part_after(row, at + 1)
    return _valued(row, line, (at, last), "dual", 2 + share, unit)


def _definite_time(row: NumberParser, word: str) -> Unit | None:
    """«العامين»: a definite dual counts where it is one of time."""
    stems = (word[len(clitic) + 2 :] for clitic in PREFIXES_OF_NUMBERS if word.startswith(clitic + ARTICLE))
    unit = next((row.numbers.duals[stem] for stem in stems if stem in row.numbers.duals), None)
    return unit if unit and unit.kind == "duration" else None


def part_after(row: NumberParser, last: int) -> tuple[float, int]:
    """What «ونصف», «ونصف العام» after a unit adds, and the item after it; nothing added, the same item."""
    word = row.word(last)
    share = row.numbers.words.fractions.get(word[1:]) if word.startswith("و") and row.joined(last) else None
    if share is None:
        return 0, last
    again = row.joined(last + 1) and row.word(last + 1).removeprefix(ARTICLE) in row.numbers.units
    return share, last + (2 if again else 1)


def _part(row: NumberParser, line: int, at: int) -> Taken | None:
    """«نصف ساعة», «سنة ونصف»."""
    share, unit = row.numbers.words.fractions.get(row.word(at)), _unit(row, at + 1)
    if share and unit:
        return _valued(row, line, (at, at + 2), "part", share, unit)
    own, (more, last) = row.numbers.units.get(row.word(at)), part_after(row, at + 1)
    return _valued(row, line, (at, last), "part", 1 + more, own) if own and own.kind == "duration" and more else None


def _named_first(row: NumberParser, line: int, at: int) -> Taken | None:
    """«الأشهر الستة», «الساعات الـ24»: the number follows its definite unit."""
    word = row.word(at)
    unit = row.numbers.units.get(word[2:]) if word.startswith(ARTICLE) else None
    if unit is None or not row.joined(at + 1) or word in row.numbers.cues.numbered:
        return None
    value, last = _definite_number(row, at + 1)
    return None if value is None else _valued(row, line, (at, last), "unit-first", value, unit)


def _definite_number(row: NumberParser, at: int) -> tuple[float | None, int]:
    word, tens = row.word(at), row.numbers.tens
    if word == ARTICLE and at + 1 < len(row.items) and row.items[at + 1].numeral and not row.gap(at + 1).strip("ـ "):
        return row.items[at + 1].value, at + 2
    value = row.numbers.ones.get(word[2:]) or tens.get(word[2:]) if word.startswith(ARTICLE) else None
    more = row.word(at + 1).removeprefix(AND_THE) if row.joined(at + 1) and row.word(at + 1).startswith(AND_THE) else ""
    if value and value < _TEN and more in tens:
        return value + tens[more], at + 2  # «الأربع والعشرين»
    return (value, at + 1) if value and value > 2 else (None, at)  # noqa: PLR2004
