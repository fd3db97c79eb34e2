"""Figures that are no plain numbers: duals, vague counts, «بضعة», a noun before its number, half of a unit.

Invariant: a vague count has neither value nor bounds; «بضعة» lies between three and nine.
"""

from __future__ import annotations

from generator.facts.numbers.nouns import noun_phrase
from generator.facts.numbers.parse import Row, beginning
from generator.facts.numbers.reject import is_wish
from generator.lexicon.numbers import Unit
from generator.model import Figure
from generator.reading.clitics import PREFIXES_OF_NUMBERS

_FEW = (3, 9)
_TEN = 10
Taken = tuple[Figure | None, int]


def special(row: Row, line: int, at: int) -> Taken | None:
    """The figure that begins at an item, and the item after it; None when it is for the plain rules."""
    if row.items[at].numeral:
        return None
    kinds = (_few, _vague, _dual, _part, _named_first)
    found = next((taken for kind in kinds if (taken := kind(row, line, at))), None)
    return (None, found[1]) if found and is_wish(row, at) else found


def _stem(row: Row, at: int, known: frozenset[str]) -> str | None:
    word = row.word(at)
    return next((word[len(c) :] for c in PREFIXES_OF_NUMBERS if word.startswith(c) and word[len(c) :] in known), None)


def _made(row: Row, line: int, first: int, last: int, rule: str, **values: object) -> Taken:
    start, end = beginning(row, first), row.items[last - 1].end
    return Figure(text=row.line[start:end], line=line, start=start, end=end, rule=rule, **values), last  # type: ignore[arg-type]


def _few(row: Row, line: int, at: int) -> Taken | None:
    """«بضعة أيام», «بضع مئات»."""
    if _stem(row, at, row.numbers.words.few) is None or not row.joined(at + 1):
        return None
    unit = row.numbers.units.get(row.word(at + 1))
    low, high = _FEW
    if unit:
        return _made(row, line, at, at + 2, "few", low=low, high=high, approximate=True, unit=unit.name, kind=unit.kind)
    noun = noun_phrase(row, at + 1)
    if noun is None:
        return None
    size = _scale(row, at + 1)  # «بضع مئات»
    if size > 1:
        return _made(row, line, at, at + 2, "few", low=low * size, high=high * size, approximate=True)
    name = row.items[at + 1].text
    return _made(row, line, at, at + 2, "few", low=low, high=high, approximate=True, unit=name, subject=noun[0])


def _scale(row: Row, at: int) -> int:
    return row.numbers.words.vague_sizes.get(row.word(at), 1)


def _vague(row: Row, line: int, at: int) -> Taken | None:
    """«آلاف المقاتلين», «مئات الآلاف من اللاجئين», «العشرات من القتلى»."""
    words = row.numbers.words
    plain = _stem(row, at, words.vague)
    definite = _stem(row, at, frozenset("ال" + w for w in words.vague))
    slip = _stem(row, at, words.vague_slips)
    if not (plain or definite or slip) or (at and row.number(at - 1)):
        return None
    last = at + 1
    if row.joined(last) and row.word(last) in words.vague_second:
        last += 1
    of = row.joined(last) and row.word(last) == "من"
    noun = noun_phrase(row, last + of) if row.joined(last) else None
    proved = plain or (definite and of) or (slip and row.word(last).startswith("ال"))
    if noun is None or not proved:
        return None
    end = last + of + 1
    unit = row.numbers.units.get(row.word(end - 1).removeprefix("ال"))
    name, kind = (unit.name, unit.kind) if unit else (row.items[end - 1].text, "count")
    return _made(row, line, at, end, "vague-count", unit=name, subject=noun[0], kind=kind)


def _dual(row: Row, line: int, at: int) -> Taken | None:
    """«عامين», «شخصان»; with «ال» only of time, since a definite pair is known already."""
    duals = row.numbers.duals
    stem = _stem(row, at, frozenset(duals))
    unit = duals[stem] if stem else _definite_time(row, row.word(at))
    if unit is None or (at and row.number(at - 1) and row.joined(at)):
        return None
    if _names_numerals(row, at):
        return None, at + 1  # «العامين 2005 و2009», «الدقيقتين 12 و57»
    if unit.kind == "duration" and row.word(at).startswith("و") and row.word(at - 1) in row.numbers.units:
        return None, at + 1  # «عام وشهرين»: a part of a longer time
    if unit.kind == "count":
        noun = noun_phrase(row, at)
        cut = beginning(row, at) - row.items[at].start
        name, subject = row.items[at].text[cut:], noun[0][cut:] if noun else None
        return _made(row, line, at, at + 1, "dual", value=2, low=2, high=2, unit=name, subject=subject)
    share, last = part_after(row, at + 1)
    value = 2 + share
    return _made(row, line, at, last, "dual", value=value, low=value, high=value, unit=unit.name, kind=unit.kind)


def _names_numerals(row: Row, at: int) -> bool:
    """A definite dual right before a numeral names what has that number."""
    following = row.joined(at + 1) and row.items[at + 1].numeral
    return following and _definite_time(row, row.word(at)) is not None


def _definite_time(row: Row, word: str) -> Unit | None:
    """«العامين»: a definite dual counts where it is one of time."""
    stems = (word[len(clitic) + 2 :] for clitic in PREFIXES_OF_NUMBERS if word.startswith(clitic + "ال"))
    unit = next((row.numbers.duals[stem] for stem in stems if stem in row.numbers.duals), None)
    return unit if unit and unit.kind == "duration" else None


def part_after(row: Row, last: int) -> tuple[float, int]:
    """What «ونصف», «ونصف العام» after a unit adds, and the item after it; nothing added, the same item."""
    word = row.word(last)
    share = row.numbers.words.fractions.get(word[1:]) if word.startswith("و") and row.joined(last) else None
    if share is None:
        return 0, last
    again = row.joined(last + 1) and row.word(last + 1).removeprefix("ال") in row.numbers.units
    return share, last + (2 if again else 1)


def _part(row: Row, line: int, at: int) -> Taken | None:
    """«نصف ساعة», «سنة ونصف»."""
    word = row.word(at)
    unit = row.numbers.units.get(row.word(at + 1)) if row.joined(at + 1) else None
    share = row.numbers.words.fractions.get(word)
    if share and unit:
        return _made(row, line, at, at + 2, "part", value=share, low=share, high=share, unit=unit.name, kind=unit.kind)
    own = row.numbers.units.get(word)
    if own is None or own.kind != "duration":
        return None
    more, last = part_after(row, at + 1)
    if not more:
        return None
    value = 1 + more
    return _made(row, line, at, last, "part", value=value, low=value, high=value, unit=own.name, kind=own.kind)


def _named_first(row: Row, line: int, at: int) -> Taken | None:
    """«الأشهر الستة», «الساعات الـ24»: the number follows its definite unit."""
    word = row.word(at)
    unit = row.numbers.units.get(word[2:]) if word.startswith("ال") else None
    if unit is None or not row.joined(at + 1) or word in row.numbers.cues.numbered:
        return None
    value, last = _definite_number(row, at + 1)
    if value is None:
        return None
    return _made(row, line, at, last, "unit-first", value=value, low=value, high=value, unit=unit.name, kind=unit.kind)


def _definite_number(row: Row, at: int) -> tuple[float | None, int]:
    word = row.word(at)
    if word == "ال" and at + 1 < len(row.items) and row.items[at + 1].numeral and not row.gap(at + 1).strip("ـ "):
        return row.items[at + 1].value, at + 2
    value = row.numbers.ones.get(word[2:]) or row.numbers.tens.get(word[2:]) if word.startswith("ال") else None
    tens = row.word(at + 1).removeprefix("وال") if row.joined(at + 1) and row.word(at + 1).startswith("وال") else ""
    if value and value < _TEN and tens in row.numbers.tens:
        return value + row.numbers.tens[tens], at + 2  # «الأربع والعشرين»
    return (value, at + 1) if value and value > 2 else (None, at)  # noqa: PLR2004
