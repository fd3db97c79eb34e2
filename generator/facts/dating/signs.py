"""A line as a string of letters, one for each word, number or mark, by the part it plays in a date.

Invariant: sign i of a line stands behind letter i of its codes, and its span is exact over the raw line.

Codes of numbers: d a possible day, k another number of up to two digits, Y a year of 1900 to 2099, H one of 1300 to
1499, n any other. Words have the codes of the lexicon, x where it knows none. Marks stand for themselves, _ for others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.dates import HIJRI_MONTH, MONTH, OTHER, RELATIVE, WEEKDAY, Dates, Part
from generator.reading.clitics import BEFORE_NAMES
from generator.reading.letters import bare, digits, tokens
from generator.reading.line import ReadLine
from generator.reading.match import Hit

_BIDI = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# Reads each character once: a line may be one word of a hundred thousand letters.
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)\S[^\s@]*@\S[^\s.]*\.\S+")
_LINKED = re.compile(r"://|www\.|@")
_CALLING = re.compile(r"\d{4}|\d\s*:\s*\d")
_DIGIT = re.compile(r"\d")
_PIECE = re.compile(r"\d+|\S")
_TWIN = re.compile(r"\s{0,2}([/\\(\-]?)\s{0,2}")
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}(?:\s|\s?[/\-])?$")
_YEAR_AFTER = re.compile(r"\s{0,2}[/\-,،]?\s{0,2}\d{4}(?!\d)")
_DAY_REACH = 6
_BLANK = "\x01"  # no letter and no joiner, so that words on either side of a number are not neighbours
_MARKS = {"،": ",", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "[": "(", "]": ")", "\\": "/", "⁄": "/"}
_OWN_MARKS = frozenset("/-.,:()|")
_BARE_ONLY = frozenset("&qmAtRx")  # a clitic before these makes another word of them
_NEEDED = MONTH + HIJRI_MONTH + WEEKDAY + RELATIVE
_LAST_DAY = 31
_YEARS, _HIJRI_YEARS = range(1900, 2100), range(1300, 1500)


class DateSign(NamedTuple):
    """A piece of a line. `joined`: و stands before it; `exact`: spelled as its homographs are not."""

    code: str
    value: int
    start: int
    end: int
    joined: bool = False
    exact: bool = True


@dataclass(frozen=True)
class Signs:
    """A line, its codes and its signs, both of one length."""

    line: str
    codes: str
    all: tuple[DateSign, ...]


def may_hold_a_date(line: ReadLine, words: Dates) -> bool:
    """False for a line without a number like a year, a time of day and the name of a month or day, as most are."""
    masked = _masked(line.text)
    if _CALLING.search(masked) or words.month_with_figure.search(masked):
        return True
    blanked = _DIGIT.sub(_BLANK, masked)
    found = words.book.find(line if blanked == line.text else blanked)
    return any(hit.payload.code in _NEEDED for hit in found)


def _masked(line: str) -> str:
    """A line without marks of direction and addresses, each place as it was."""
    plain = _BIDI.sub(" ", line)
    return _ADDRESS.sub(lambda m: "_" * len(m.group()), plain) if _LINKED.search(plain) else plain


def read_signs(line: str, words: Dates) -> Signs:
    """The signs of a line, in order."""
    masked = _masked(line)
    blanked = _DIGIT.sub(_BLANK, masked)
    known = {h.start: h for h in words.book.find(blanked) if _counts(h)}
    ends = {token.start: token.end for token in tokens(blanked)}
    months = _months_with_figures(masked, words, known)
    found: list[DateSign] = []
    at = 0
    while piece := _PIECE.search(masked, at):
        start = piece.start()
        found.append(months.get(start) or _sign(masked, piece, known.get(start), ends.get(start)))
        at = found[-1].end
    return Signs(line, "".join(sign.code for sign in found), tuple(found))


def _counts(hit: Hit[Part]) -> bool:
    return not hit.prefix.strip(BEFORE_NAMES) and not (hit.prefix and hit.payload.code in _BARE_ONLY)


def _months_with_figures(line: str, words: Dates, known: dict[int, Hit[Part]]) -> dict[int, DateSign]:
    """«كانون2», «ك 1»: one sign each, by where it begins. A figure before another month is that one's day."""
    found = {}
    for match in words.month_with_figure.finditer(line):
        month = words.figures[match["stem"]].get(int(match["figure"]))
        mark = _TWIN.match(line, match.end())
        hit = known.get(mark.end()) if mark else None
        twin = hit.payload.value if hit and hit.payload.code == MONTH else None
        apart = twin is not None and twin != month and not (mark and mark[1])
        if month and not apart and (len(match["stem"]) > 1 or twin == month or _is_dated(line, match)):
            found[match.start()] = DateSign(MONTH, month, *match.span(), match.group().startswith("و"))
    return found


def _is_dated(line: str, month: re.Match[str]) -> bool:
    """A day right before and a year right after; no clitic, since «و» would join two things that have numbers."""
    day = _DAY_BEFORE.search(line[max(0, month.start() - _DAY_REACH) : month.start()])
    return bool(day and month.start() == month.start("stem") and _YEAR_AFTER.match(line, month.end()))


def _sign(line: str, piece: re.Match[str], hit: Hit[Part] | None, word_end: int | None) -> DateSign:
    if hit:
        part = hit.payload
        exact = part.exact is None or bare(line[hit.start : hit.end]).endswith(part.exact)
        return DateSign(part.code, part.value, hit.start, hit.end, "و" in hit.prefix, exact)
    if piece.group()[0].isdecimal():
        return _number(piece)
    mark = _MARKS.get(piece.group(), piece.group())
    code = OTHER if word_end else mark if mark in _OWN_MARKS else "_"
    return DateSign(code, 0, piece.start(), word_end or piece.end())


def _number(piece: re.Match[str]) -> DateSign:
    text = digits(piece.group())
    value = int(text) if len(text) <= len("2024") else 0
    code = "Y" if value in _YEARS else "H" if value in _HIJRI_YEARS else "n"
    if len(text) <= len("31"):
        code = "d" if 1 <= value <= _LAST_DAY else "k"
    return DateSign(code, value, *piece.span())
