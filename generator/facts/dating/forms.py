"""How dates are written: regular expressions over the codes of a line, the longest that fits at each place.

Invariant: a rule says where the day, month and year of a date stand; whether they make a date is decided elsewhere.
Linear in the length of the line: no rule reaches further than a dozen signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.dating.signs import DateSign, Signs

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
_FIRST = frozenset("dkOWMYHsiebaRTU(&")
_NOT_IN_SPAN = frozenset({"sep", "lead", "of"})


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


def candidates(signs: Signs, at: int) -> Iterator[Match]:
    """Every form that fits at a sign, the longest first; of equals the earlier form."""
    if signs.codes[at] not in _FIRST or _inside_number(signs, at):
        return
    fits = ((name, form.match(signs.codes, at)) for name, form in FORMS)
    found = [Match(name, signs, at, match.end(), match) for name, match in fits if match]
    yield from sorted(found, key=lambda match: -match.last)


def _inside_number(signs: Signs, at: int) -> bool:
    """A number with another glued before it by a mark: part of a telephone number, a version, a longer fraction."""
    if at <= 1 or not signs.all[at].code.isalnum() or signs.codes[at - 1] not in "/-.":
        return False
    number, mark, before = signs.all[at], signs.all[at - 1], signs.all[at - 2]
    return before.code in "dkYHn" and number.code in "dkYHn" and before.end == mark.start and mark.end == number.start
