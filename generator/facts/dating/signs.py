"""A line as a string of letters, one for each word, number or mark by its part in a date, and the forms of dates in it.

Invariant: sign i of a line stands behind letter i of its codes, and its span is exact over the raw line. A form says
where the day, month and year of a date stand; whether they make one is decided elsewhere.

Codes of numbers: d a possible day, k another number of up to two digits, Y a year of 1900 to 2099, H one of 1300 to
1499, n any other. Words have the codes of the lexicon, x where it knows none. Marks stand for themselves, _ for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.dates import CALLING, MONTH, OTHER, Dates, Part
from generator.reading.clitics import BEFORE_NAMES
from generator.reading.letters import INVISIBLE, bare, digits, tokens
from generator.reading.line import ReadLine
from generator.reading.match import Hit

_UNSEEN = re.compile(f"[{INVISIBLE}]")
# Reads each character once: a line may be one word of a hundred thousand letters.
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)\S[^\s@]*@\S[^\s.]*\.\S+")
_LINKED = re.compile(r"://|www\.|@")
_CALLING = re.compile(r"\d{4}|\d\s*:\s*\d")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"\d(?<!\d\d)(?!\w)")  # by itself, as behind the stem of a month
_PIECE = re.compile(r"\d+|\S")
_TWIN = re.compile(r"\s{0,2}([/\\(\-]?)\s{0,2}")
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}(?:\s|\s?[/\-])?$")
_YEAR_AFTER = re.compile(r"\s{0,2}[/\-,،]?\s{0,2}\d{4}(?!\d)")
_DAY_REACH = 6
_BLANK = "\x01"  # no letter and no joiner, so that words on either side of a number are not neighbours
_MARKS = {"،": ",", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "[": "(", "]": ")", "\\": "/", "⁄": "/"}
_OWN_MARKS = frozenset("/-.,:()|")
_BARE_ONLY = frozenset("&qmAtRx")  # a clitic before these makes another word of them
_LAST_DAY = 31
_YEARS, _HIJRI_YEARS = range(1900, 2100), range(1300, 1500)


# How dates are written, over the codes; the longest form that fits counts. No rule reaches further than a dozen signs.
_WEEKDAY = r"(?:(?P<w>W)[rfc]?[,:|/\-()_]{0,2}v?[,:(]?)?"
_DAY = r"(?P<d>[dkO])t?"
_MONTH = r"(?P<m>M)\.?(?:[/\-]?(?P<m2>M)|\((?P<m3>M)\))?"
_YEAR = r"[,/\-.]?(?:o?a)?(?P<y>Y)(?P<era>[mg])?"
_TENSE = r"(?:(?P<tense>[rfc])|oa(?P<year_tense>[rfc]))?"

_DATE_AHEAD = r"(?:[dkO]t?o?s?[/\-]?(?:M|[dk][/\-])|Y[/\-.][dk][/\-.])"
_NO_DATE = r"(?![,(]*(?:W[,:()\-]*)?v?[,:(]?" + _DATE_AHEAD + ")"

_FORMS: tuple[tuple[str, str], ...] = (
    ("day-month-year", _WEEKDAY + _DAY + r"o?s?[/\-,.]?" + _MONTH + _YEAR + _TENSE),
    ("month-day-year", _WEEKDAY + r"(?P<m>M)\.?,?(?P<d>[dk])t?[,\-]?(?P<y>Y)"),
    ("year-month-day", r"(?P<y>Y)[,/\-](?P<m>M)[,/\-](?P<d>[dk])"),
    ("numbers-year-first", _WEEKDAY + r"(?P<y>Y)(?P<sep>[/\-.])(?P<n1>[dk])(?P=sep)(?P<n2>[dk])"),
    ("numbers", _WEEKDAY + r"(?P<n1>[dk])(?P<sep>[/\-.])(?P<n2>[dk])(?P=sep)(?P<y>Y)"),
    ("hijri-day", _WEEKDAY + r"(?P<d>[dkO])o?s?[/\-,]?(?P<u>U)[,/\-]?(?:o?a)?(?P<h>H)(?P<era>q)?"),
    ("hijri-numbers", _WEEKDAY + r"(?P<n1>[dk])(?P<sep>[/\-])(?P<n2>[dk])(?P=sep)(?P<h>H)(?P<era>q)?"),
    ("hijri-numbers-year-first", _WEEKDAY + r"(?P<h>H)(?P<sep>[/\-])(?P<n1>[dk])(?P=sep)(?P<n2>[dk])(?P<era>q)?"),
    ("days", r"(?P<d0>[dkO])(?:o?s?(?P<m0>M))?[&\-u]+(?P<d>[dkO])o?s?" + _MONTH + r"(?:" + _YEAR + ")?"),
    ("months", r"(?P<m0>M)[&\-u/]?(?P<m>M)" + _YEAR),
    ("month-year", r"(?P<s>s)?" + _MONTH + _YEAR + _TENSE),
    ("day-month", _WEEKDAY + _DAY + r"(?P<of>o?)s?[/\-]?" + _MONTH + _TENSE),
    (
        "month",
        r"(?P<lead>[ie]?o?e?o?)(?P<s>s)?"
        + _MONTH
        + r"(?!\)?[,/\-.]?(?:o?a)?Y)(?![/\-(]M)(?!\.?,?[dk]t?[,\-]?Y)(?P<tense>[rfc])?",
    ),
    ("year", r"(?P<a>a)(?P<y>Y)(?![/\-.][dk])(?P<era>[mg])?(?P<tense>[rfc])?"),
    ("years", r"(?P<lead>[ib]?a?|\()(?P<y0>Y)(?P<sep>[&\-u/]+)a?(?P<y>Y)"),
    ("year-next", r"(?<=Y)&a?(?P<y>Y)"),
    ("year-alone", r"i(?P<y>Y)(?![/\-.][dk])(?P<era>[mg])?"),
    ("year-bracketed", r"\((?P<y>Y)(?P<era>[mg])?\)"),
    ("current-year", r"(?:T(?P<a>a)|(?P<a2>a)c)[(,]?(?P<y>Y)"),
    ("current-month", r"(?:Ts|sc)[(,]?" + _MONTH + _YEAR),
    ("relative-day", r"(?P<r>R)" + _NO_DATE + r"(?:[,(]?(?P<w>W))?"),
    ("relative-weekday", r"(?P<w>W)(?P<tense>[rf])"),
    ("clock", r"(?P<hour>[dk]):(?P<minute>[dk])(?::[dk])?(?P<half>[mA])?"),
)
FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((name, re.compile(form)) for name, form in _FORMS)
# Where one of them may fit: all at once, their names and what they say of themselves left out.
_ANY_FORM = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", form.replace("(?P=sep)", "[/.-]")) for _, form in _FORMS))
_CLOCKS = frozenset(f"{hour}:{minute}" for hour in "dk" for minute in "dk")
_NOT_IN_SPAN = frozenset({"sep", "lead", "of"})


class DateSign(NamedTuple):
    """A piece of a line. `joined`: و stands before it; `exact`: spelled as its homographs are not."""

    code: str
    value: int
    start: int
    end: int
    joined: bool = False
    exact: bool = True


_new = tuple.__new__  # past the constructor written in Python: most signs are words that mean nothing


@dataclass(frozen=True)
class Signs:
    """A line, its codes and its signs, both of one length."""

    line: str
    codes: str
    all: tuple[DateSign, ...]


def may_hold_a_date(line: ReadLine, words: Dates) -> bool:
    """False for a line without a number like a year, a time of day and the name of a month or day, as most are."""
    masked = _masked(line.text)
    counts = _DIGIT.search(masked) is not None
    if counts and (_CALLING.search(masked) or (_FIGURE.search(masked) and words.month_with_figure.search(masked))):
        return True
    blanked = _DIGIT.sub(_BLANK, masked) if counts else masked
    read = line if blanked == line.text else blanked
    return bool(words.calling.find(read)) and any(hit.payload.code in CALLING for hit in words.book.find(read))


def _masked(line: str) -> str:
    """A line without marks of direction and addresses, each place as it was."""
    plain = _UNSEEN.sub(" ", line)
    return _ADDRESS.sub(lambda m: "_" * len(m.group()), plain) if _LINKED.search(plain) else plain


def read_signs(line: str, words: Dates) -> Signs:
    """The signs of a line, in order."""
    masked = _masked(line)
    blanked = _DIGIT.sub(_BLANK, masked)
    known = {h.start: h for h in words.book.find(blanked) if _counts(h)}
    months = _months_with_figures(masked, words, known)
    found: list[DateSign] = []
    at = 0
    for _, start, end in tokens(blanked):
        if start >= at:
            if masked[at:start] != " ":  # as it nearly always is
                found += map(_mark, _PIECE.finditer(masked, at, start))
            hit = known.get(start)
            word = _word(masked, hit) if hit else _new(DateSign, (OTHER, 0, start, end, False, True))
            found.append(months.get(start, word))
            at = found[-1].end
    found += map(_mark, _PIECE.finditer(masked, at))
    return Signs(line, "".join([sign.code for sign in found]), tuple(found))


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


def _word(line: str, hit: Hit[Part]) -> DateSign:
    part = hit.payload
    exact = part.exact is None or bare(line[hit.start : hit.end]).endswith(part.exact)
    return DateSign(part.code, part.value, hit.start, hit.end, "و" in hit.prefix, exact)


def _mark(piece: re.Match[str]) -> DateSign:
    """A number, or a mark."""
    if piece.group()[0].isdecimal():
        return _number(piece)
    mark = _MARKS.get(piece.group(), piece.group())
    return DateSign(mark if mark in _OWN_MARKS else "_", 0, piece.start(), piece.end())


def _number(piece: re.Match[str]) -> DateSign:
    text = digits(piece.group())
    value = int(text) if len(text) <= len("2024") else 0
    code = "Y" if value in _YEARS else "H" if value in _HIJRI_YEARS else "n"
    if len(text) <= len("31"):
        code = "d" if 1 <= value <= _LAST_DAY else "k"
    return DateSign(code, value, *piece.span())


@dataclass(frozen=True)
class Match:
    """A form found: its named signs, and where it stands among the signs of its line."""

    form: str
    signs: Signs
    first: int
    last: int
    found: re.Match[str]

    def sign(self, *names: str) -> DateSign | None:
        """The first of some named signs that is there."""
        groups = self.found.groupdict()
        name = next((n for n in names if groups.get(n)), None)
        return None if name is None else self.signs.all[self.found.start(name)]

    def value(self, *names: str) -> int | None:
        """Its number; None when none of them is there."""
        sign = self.sign(*names)
        return None if sign is None else sign.value

    def text(self, name: str) -> str:
        """The code of a named sign, or an empty string."""
        return self.found.groupdict().get(name) or ""

    @property
    def span(self) -> tuple[int, int]:
        """Its words in the raw line: all named signs, without the preposition before them."""
        spans = [self.found.span(n) for n, v in self.found.groupdict().items() if v and n not in _NOT_IN_SPAN]
        first, last = min(a for a, _ in spans), max(b for _, b in spans)
        return self.signs.all[first].start, self.signs.all[last - 1].end

    @property
    def before(self) -> str:
        """The code of the sign before it, or an empty string."""
        return self.signs.codes[self.first - 1 : self.first]


def forms_at(signs: Signs, at: int) -> Iterator[Match]:
    """Every form that fits at a sign, the longest first; of equals the earlier form."""
    if _inside_number(signs, at):
        return
    fits = ((name, form.match(signs.codes, at)) for name, form in FORMS)
    found = [Match(name, signs, at, match.end(), match) for name, match in fits if match]
    yield from sorted(found, key=lambda match: -match.last)


def next_form(signs: Signs, at: int) -> int | None:
    """The first sign from one on at which a form may fit."""
    found = _ANY_FORM.search(signs.codes, at)
    return found.start() if found else None


def _inside_number(signs: Signs, at: int) -> bool:
    """A number with another glued before it by a mark: part of a telephone number, a version, a longer fraction.

    Not behind the minutes of a clock: «22:53-27 مارس».
    """
    if at <= 1 or not signs.all[at].code.isalnum() or signs.codes[at - 1] not in "/-.":
        return False
    number, mark, before = signs.all[at], signs.all[at - 1], signs.all[at - 2]
    if mark.code == "-" and signs.codes[max(0, at - 4) : at - 1] in _CLOCKS:
        return False
    return before.code in "dkYHn" and number.code in "dkYHn" and before.end == mark.start and mark.end == number.start
