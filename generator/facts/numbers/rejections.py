"""Numbers that are no figures: years, dates, times, names, list numbers, telephone numbers, ordinals, wishes.

Invariant: a rejection looks only at what stands round the number; it never reads another line.
"""

from __future__ import annotations

import re

from generator.facts.numbers.amounts import Amount, NumberParser
from generator.reading.clitics import AND, ARTICLE, ARTICLES_OF_NUMERALS, BEFORE_NOUNS, IN_THE, TAKEN_UP

_YEARS = range(1800, 2101)
_HIJRI = range(1300, 1500)
_LIST = re.compile(r"^\s*[\d\u0660-\u0669]+\s*[-–.)]\s*\D")
_CLOSERS = "\"»”'"
_OPENERS = "\"«“'"
_DATE_PARTS = 3
_LONGEST_ROW = 12
_DIVIDERS = frozenset({"-", "–", "/", "\\"})
_DATELINE_ITEMS = 4
_AGENCY = re.compile(r"\s*\([^()\d]{2,24}\)\s*[-–—:]")
_CLAUSE = re.compile(r"[.؛،,؟!:]")
_GLUED_BEFORE = re.compile(r"[\w/@#+_.:]$|[^\W\d_][-–]$")
_GLUED_AFTER = re.compile(r"\s?/\s?\d|:\d|@|[A-Za-z]")
_GLUED_LAST = re.compile(r"[A-Za-z@]|\s?/\s?\d")
# «و», «بـ», «لـ» or «الـ» before a numeral.
_CLITIC = re.compile(rf"(?:^|(?<=[\s(«\"“]))[{BEFORE_NOUNS}]{{0,2}}(?:{ARTICLE})?\u0640?$")
_LONGEST_NUMBERED_NAME = 3
_LONGEST_PLAIN = 7
_ROUND = 100
_TANWIN = "\u064b"
_LONGEST_CLAUSE = 40  # Words: no clause is longer, and a line without marks costs no square of its length.
_NEAR = 32  # Characters round a number that may change what it is.


def is_no_figure(row: NumberParser, found: Amount) -> bool:
    """True for a number that counts or measures nothing."""
    at, cues = found.number.first, row.numbers.cues
    # «الثاني عشر», «الحادي والعشرين»: the words after an ordinal belong to it.
    if is_wish(row, found.first) or (row.word(at - 1) in row.numbers.words.ordinals and row.joined(at)):
        return True
    # «لست ممن …»: a verb spelled like a number, unless what six can count follows it.
    counts = found.last > at + 1 or row.word(at + 1) in row.numbers.units or row.word(at + 1).endswith("ات")
    if row.word(at) in cues.verbs and not counts:
        return True
    return found.number.numeral and any(test(row, found) for test in _TESTS)


def is_wish(row: NumberParser, first: int) -> bool:
    """A verb of wishing earlier in the same clause."""
    last = next((at for at in reversed(row.wishes) if at < first), -1)
    near = last >= 0 and first - last <= _LONGEST_CLAUSE
    return near and not any(_CLAUSE.search(row.gap(at)) for at in range(last + 1, first + 1))


def _touches(row: NumberParser, found: Amount) -> bool:
    """Digits written to letters, slashes or signs (a model, a time, an address), or too long to be a count."""
    item, last = row.items[found.number.first], row.items[found.last - 1]
    before, after = row.line[max(0, item.start - _NEAR) : item.start], row.line[item.end : item.end + _NEAR]
    free = not before or before[-1].isspace()  # as nearly all are
    if item.value is None or (not free and _GLUED_BEFORE.search(_CLITIC.sub("", before))):
        return True
    if _GLUED_AFTER.match(after) or _GLUED_LAST.match(row.line[last.end : last.end + _NEAR]):
        return True
    return len(item.text) >= _LONGEST_PLAIN and item.text.isdecimal() and not row.joined(found.last)


def _is_dated(row: NumberParser, found: Amount) -> bool:
    """Beside the name of a month: «29 كانون», «29 من كانون», «29 من شهر كانون»."""
    months, last = row.numbers.months, found.last
    after = row.word(last) if row.joined(last) else ""
    if after in months or after.removeprefix("من") in months:
        return True
    if after == "من" and row.joined(last + 1) and (row.word(last + 1) in months or row.word(last + 2) in months):
        return True
    return row.word(found.number.first - 1) in months and row.joined(found.number.first)


def _in_numeric_date(row: NumberParser, found: Amount) -> bool:
    """«9-6-1436», «15 - 7 - 1435»: three numerals divided by one sign, of which one may be a year."""
    first = last = at = found.number.first
    while first > max(0, at - 2) and _divides(row, first):
        first -= 1
    while last < min(len(row.items) - 1, at + 2) and _divides(row, last + 1):
        last += 1
    values = [item.value or 0 for item in row.items[first : last + 1]]
    return len(values) >= _DATE_PARTS and any(_is_in(value, years) for value in values for years in (_YEARS, _HIJRI))


def _is_in(value: float | None, years: range) -> bool:
    return value is not None and value == int(value) and int(value) in years


def _divides(row: NumberParser, at: int) -> bool:
    """A lone dash or slash between two numerals, that before an item and the item itself."""
    return row.items[at - 1].numeral and row.items[at].numeral and row.gap(at).strip() in _DIVIDERS


def _in_dateline(row: NumberParser, found: Amount) -> bool:
    """«الكويت - 12 - 3 (كونا) --»: the day and month before the agency in brackets at the head of a text."""
    return found.number.first <= _DATELINE_ITEMS and bool(_AGENCY.match(row.line, row.items[found.last - 1].end))


def _is_year(row: NumberParser, found: Amount) -> bool:
    at, item = found.number.first, row.items[found.number.first]
    if item.value is None or not item.text.isdecimal() or found.scale != 1:
        return False
    if not _is_in(item.value, _YEARS) and not _is_in(item.value, _HIJRI):
        return False
    if found.is_range and _is_in(found.high, _YEARS):
        return True  # «2015-2019»
    before, listed = row.word(_head(row, at) - 1), row.numbers.cues.year_words
    led, named = before in listed or before[1:] in listed, _has_noun(row, found.last)
    if found.first < at and not led:
        return False
    round_count = item.value % _ROUND == 0 and found.first < at and not found.is_range  # «حتى 2000 مريض»
    return not named if round_count else led or not named


def _has_noun(row: NumberParser, at: int) -> bool:
    word = row.word(at)
    return row.joined(at) and word not in row.numbers.cues.not_counted and not word.startswith((ARTICLE, AND))


def _is_name(row: NumberParser, found: Amount) -> bool:
    """«القرار 2254», «الدورة الـ75», "عرب 48"."""
    at, listed = _head(row, found.number.first), row.numbers.cues.numbered
    near = row.line[max(0, row.items[at].start - _NEAR) : row.items[at].start].rstrip(" \u00a0(")
    before = row.word(at - 1)
    if found.first == found.number.first and near.endswith(row.items[at - 1].text if at else "\0"):
        forms = (
            before,
            before.removeprefix("و"),
            before[1:],
            before.removeprefix(TAKEN_UP),
            before.removeprefix(IN_THE),
        )
        if any(form in listed for form in forms):
            return not _is_unit(row, found.last) and (at == found.number.first or not _has_noun(row, found.last))
        if before in ARTICLES_OF_NUMERALS and row.gap(at).strip("ـ ") == "":
            # «الـ25 جريحاً»: what is counted follows in the accusative, so that the number names nothing.
            counts = row.joined(found.last) and _TANWIN in row.items[found.last].text
            return not _is_unit(row, at - 2) and not counts
    return _is_quoted_name(row, found)


def _head(row: NumberParser, at: int) -> int:
    """The first of numerals joined by «و», «2011 و2013 و2015»: what leads it leads them all."""
    for _ in range(_LONGEST_ROW):
        joined = row.word(at - 1) == "و" and at > 1 and row.items[at - 2].numeral and row.joined(at - 1)
        if not joined or row.gap(at).strip(" \u00a0\u0640"):
            return at
        at -= 2
    return at


def _is_unit(row: NumberParser, at: int) -> bool:
    word = row.word(at)
    return word in row.numbers.units or word.removeprefix(ARTICLE) in row.numbers.units


def _is_quoted_name(row: NumberParser, found: Amount) -> bool:
    end, at = row.items[found.last - 1].end, found.number.first
    if end >= len(row.line) or row.line[end] not in _CLOSERS:
        return False
    opened = max(row.line.rfind(mark, 0, row.items[at].start) for mark in _OPENERS)
    since = row.items[max(0, at - _LONGEST_NUMBERED_NAME - 1) : at]
    return opened >= 0 and 0 < sum(item.start > opened for item in since) <= _LONGEST_NUMBERED_NAME


def _is_label(row: NumberParser, found: Amount) -> bool:
    return found.number.first == 0 and _LIST.match(row.line) is not None and not found.is_range


_TESTS = (_touches, _is_dated, _in_numeric_date, _in_dateline, _is_year, _is_name, _is_label)
