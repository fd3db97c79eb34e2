"""Numbers that are no figures: years, dates, times, names, list numbers, telephone numbers, ordinals, wishes.

Invariant: a rejection looks only at what stands round the number; it never reads another line.
"""

from __future__ import annotations

import re

from generator.facts.numbers.bounds import Amount
from generator.facts.numbers.parse import Row
from generator.reading.clitics import ARTICLE, BEFORE_NOUNS

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
_LONGEST_NUMBERED_NAME = 3
_LONGEST_PLAIN = 7
_ROUND = 100
_TANWIN = "\u064b"
_LONGEST_CLAUSE = 40  # Words: no clause is longer, and a line without marks costs no square of its length.
_NEAR = 32  # Characters round a number that may change what it is.


def is_no_figure(row: Row, found: Amount) -> bool:
    """True for a number that counts or measures nothing."""
    if is_wish(row, found.first) or _is_ordinal(row, found) or _is_verb(row, found):
        return True
    return found.numeral and any(test(row, found) for test in _TESTS)


def is_wish(row: Row, first: int) -> bool:
    """A verb of wishing earlier in the same clause."""
    for at in range(first - 1, max(-1, first - 1 - _LONGEST_CLAUSE), -1):
        if _CLAUSE.search(row.gap(at + 1)):
            return False
        if row.word(at).removeprefix("و") in row.numbers.cues.wishes:
            return True
    return False


def _is_verb(row: Row, found: Amount) -> bool:
    """«لست ممن …»: a verb spelled like a number, unless what six can count follows it."""
    at, last = found.number_at, found.number_at + 1
    if row.word(at) not in row.numbers.cues.verbs:
        return False
    return not (found.last > last or row.word(last) in row.numbers.units or row.word(last).endswith("ات"))


def _is_ordinal(row: Row, found: Amount) -> bool:
    """«الثاني عشر», «الحادي والعشرين»: the words after an ordinal belong to it."""
    before = row.word(found.number_at - 1)
    return before in row.numbers.words.ordinals and row.joined(found.number_at)


def _touches(row: Row, found: Amount) -> bool:
    """Digits written to letters, slashes or signs (a model, a time, an address), or too long to be a count."""
    item, last = row.items[found.number_at], row.items[found.last - 1]
    before, after = row.line[max(0, item.start - _NEAR) : item.start], row.line[item.end : item.end + _NEAR]
    if item.value is None or re.search(r"[\w/@#+_.:]$|[^\W\d_][-–]$", _without_clitic(before)):
        return True
    if re.match(r"\s?/\s?\d|:\d|@|[A-Za-z]", after) or re.match(
        r"[A-Za-z@]|\s?/\s?\d", row.line[last.end : last.end + _NEAR]
    ):
        return True
    return len(item.text) >= _LONGEST_PLAIN and item.text.isdecimal() and not row.joined(found.last)


def _without_clitic(before: str) -> str:
    """What stands before a numeral without «و», «بـ», «لـ» or «الـ» written to it."""
    return re.sub(rf"(?:^|(?<=[\s(«\"“]))[{BEFORE_NOUNS}]{{0,2}}(?:{ARTICLE})?\u0640?$", "", before)


def _is_dated(row: Row, found: Amount) -> bool:
    months = row.numbers.months
    after = row.word(found.last) if row.joined(found.last) else ""
    before = row.word(found.number_at - 1)
    if after in months or after.removeprefix("من") in months:
        return True
    of = row.joined(found.last + 1) and after == "من"
    if of and (row.word(found.last + 1) in months or row.word(found.last + 2) in months):
        return True  # «29 كانون», «29 من كانون», «29 من شهر كانون»
    return before in months and row.joined(found.number_at)


def _in_numeric_date(row: Row, found: Amount) -> bool:
    """«9-6-1436», «15 - 7 - 1435»: three numerals divided by one sign, of which one may be a year."""
    at = found.number_at
    first = last = at
    while first > max(0, at - 2) and _divides(row, first):
        first -= 1
    while last < min(len(row.items) - 1, at + 2) and _divides(row, last + 1):
        last += 1
    values = [item.value or 0 for item in row.items[first : last + 1]]
    return len(values) >= _DATE_PARTS and any(value in _YEARS or value in _HIJRI for value in values)


def _divides(row: Row, at: int) -> bool:
    """A lone dash or slash between two numerals, that before an item and the item itself."""
    return row.items[at - 1].numeral and row.items[at].numeral and row.gap(at).strip() in _DIVIDERS


def _in_dateline(row: Row, found: Amount) -> bool:
    """«الكويت - 12 - 3 (كونا) --»: the day and month before the agency in brackets at the head of a text."""
    close = row.items[found.last - 1].end
    return found.number_at <= _DATELINE_ITEMS and bool(_AGENCY.match(row.line, close))


def _is_year(row: Row, found: Amount) -> bool:
    value = row.items[found.number_at].value
    plain = row.items[found.number_at].text.isdecimal() and found.scale == 1
    if value is None or not plain or not (value in _YEARS or value in _HIJRI):
        return False
    if found.is_range and found.high in _YEARS:
        return True  # «2015-2019»
    before = row.word(_head(row, found.number_at) - 1)
    led = before in row.numbers.cues.year_words or before[1:] in row.numbers.cues.year_words
    if found.first < found.number_at and not led:
        return False
    if value % _ROUND == 0 and found.first < found.number_at and not found.is_range:
        return not _has_noun(row, found.last)  # «حتى 2000 مريض»
    return led or not _has_noun(row, found.last)


def _has_noun(row: Row, at: int) -> bool:
    word = row.word(at)
    return row.joined(at) and word not in row.numbers.cues.not_counted and not word.startswith(("ال", "و"))


def _is_name(row: Row, found: Amount) -> bool:
    """«القرار 2254», «الدورة الـ75», "عرب 48"."""
    at = _head(row, found.number_at)
    near = row.line[max(0, row.items[at].start - _NEAR) : row.items[at].start].rstrip(" \u00a0(")
    before = row.word(at - 1)
    if found.first == found.number_at and near.endswith(row.items[at - 1].text if at else "\0"):
        listed = row.numbers.cues.numbered
        forms = (before, before.removeprefix("و"), before[1:], before.removeprefix("لل"), before.removeprefix("بال"))
        if any(form in listed for form in forms):
            return not _is_unit(row, found.last) and (at == found.number_at or not _has_noun(row, found.last))
        if before in ("ال", "بال", "وال", "لل") and row.gap(at).strip("ـ ") == "":
            return not _is_unit(row, at - 2) and not _counts_after(row, found.last)
    return _is_quoted_name(row, found)


def _head(row: Row, at: int) -> int:
    """The first of numerals joined by «و», «2011 و2013 و2015»: what leads it leads them all."""
    for _ in range(_LONGEST_ROW):
        joined = row.word(at - 1) == "و" and at > 1 and row.items[at - 2].numeral and row.joined(at - 1)
        if not joined or row.gap(at).strip(" \u00a0\u0640"):
            return at
        at -= 2
    return at


def _counts_after(row: Row, at: int) -> bool:
    """«الـ25 جريحاً»: what is counted follows in the accusative, so that the number names nothing."""
    return row.joined(at) and at < len(row.items) and _TANWIN in row.items[at].text


def _is_unit(row: Row, at: int) -> bool:
    word = row.word(at)
    return word in row.numbers.units or word.removeprefix("ال") in row.numbers.units


def _is_quoted_name(row: Row, found: Amount) -> bool:
    after = row.line[row.items[found.last - 1].end :][:1]
    opened = max(row.line.rfind(mark, 0, row.items[found.number_at].start) for mark in _OPENERS)
    since = row.items[max(0, found.number_at - _LONGEST_NUMBERED_NAME - 1) : found.number_at]
    words = sum(item.start > opened for item in since)
    return after in _CLOSERS and after != "" and opened >= 0 and 0 < words <= _LONGEST_NUMBERED_NAME


def _is_label(row: Row, found: Amount) -> bool:
    return found.number_at == 0 and _LIST.match(row.line) is not None and not found.is_range


_TESTS = (_touches, _is_dated, _in_numeric_date, _in_dateline, _is_year, _is_name, _is_label)
