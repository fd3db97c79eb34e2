"""Numbers that are no figures: years, dates, times, names, list numbers, telephone numbers, ordinals, wishes.

Invariant: a rejection looks only at what stands round the number; it never reads another line.
"""

from __future__ import annotations

import re

from generator.extract.numbers.bounds import Amount
from generator.extract.numbers.parse import Row

_YEARS = range(1800, 2101)
_HIJRI = range(1300, 1500)
_LIST = re.compile(r"^\s*[\d\u0660-\u0669]+\s*[-–.)]\s*\D")
_CLOSERS = "\"»”'"
_OPENERS = "\"«“'"
_CLAUSE = re.compile(r"[.؛،,؟!:]")
_LONGEST_NUMBERED_NAME = 3
_LONGEST_PLAIN = 7
_ROUND = 100
_TANWIN = "\u064b"
_LONGEST_CLAUSE = 40  # Words: no clause is longer, and a line without marks costs no square of its length.
_NEAR = 32  # Characters round a number that may change what it is.


def is_no_figure(row: Row, found: Amount) -> bool:
    """True for a number that counts or measures nothing."""
    if is_wish(row, found.first) or _is_ordinal(row, found):
        return True
    return found.numeral and any(test(row, found) for test in (_touches, _is_dated, _is_year, _is_name, _is_label))


def is_wish(row: Row, first: int) -> bool:
    """A verb of wishing earlier in the same clause."""
    for at in range(first - 1, max(-1, first - 1 - _LONGEST_CLAUSE), -1):
        if _CLAUSE.search(row.gap(at + 1)):
            return False
        if row.word(at).removeprefix("و") in row.numbers.words["wishes"]:
            return True
    return False


def _is_ordinal(row: Row, found: Amount) -> bool:
    """«الثاني عشر», «الحادي والعشرين»: the words after an ordinal belong to it."""
    before = row.word(found.number_at - 1)
    return before in row.numbers.words["ordinals"] and row.joined(found.number_at)


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
    return re.sub(r"(?:^|(?<=[\s(«\"“]))[وفبلك]{0,2}(?:ال)?\u0640?$", "", before)


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


def _is_year(row: Row, found: Amount) -> bool:
    value = row.items[found.number_at].value
    plain = row.items[found.number_at].text.isdecimal() and found.scale == 1
    if value is None or not plain or not (value in _YEARS or value in _HIJRI):
        return False
    if found.is_range and found.high in _YEARS:
        return True  # «2015-2019»
    before = row.word(found.number_at - 1)
    led = before in row.numbers.words["year_words"] or before[1:] in row.numbers.words["year_words"]
    if found.first < found.number_at and not led:
        return False
    if value % _ROUND == 0 and found.first < found.number_at and not found.is_range:
        return not _has_noun(row, found.last)  # «حتى 2000 مريض»
    return led or not _has_noun(row, found.last)


def _has_noun(row: Row, at: int) -> bool:
    word = row.word(at)
    return row.joined(at) and word not in row.numbers.words["not_counted"] and not word.startswith(("ال", "و"))


def _is_name(row: Row, found: Amount) -> bool:
    """«القرار 2254», «الدورة الـ75», "عرب 48"."""
    at = found.number_at
    near = row.line[max(0, row.items[at].start - _NEAR) : row.items[at].start].rstrip(" \u00a0(")
    before = row.word(at - 1)
    if found.first == at and near.endswith(row.items[at - 1].text if at else "\0"):
        listed = row.numbers.words["numbered"]
        forms = (before, before.removeprefix("و"), before[1:], before.removeprefix("لل"), before.removeprefix("بال"))
        if any(form in listed for form in forms):
            return not _is_unit(row, found.last)
        if before in ("ال", "بال", "وال", "لل") and row.gap(at).strip("ـ ") == "":
            return not _is_unit(row, at - 2) and not _counts_after(row, found.last)
    return _is_quoted_name(row, found)


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
