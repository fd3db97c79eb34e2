"""Where the dates of a page stand: each with its line, its zone round the article, and the label before it.

Invariant: a zone follows from the verdicts of lines and their order alone; a label stands in the line of its date, or
alone on the line above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.facts.dating.expressions import Expression, LineDate, dates_of, expressions
from generator.facts.dating.signs import read_signs
from generator.facts.dating.told import is_quoted
from generator.facts.signing.datelines import dateline_of
from generator.lexicon import Lexicon
from generator.lexicon.dates import Dates
from generator.lexicon.loading import WordList
from generator.model.calendar import PartialDate
from generator.reading import page
from generator.reading.letters import tokens
from generator.reading.line import ReadLine, ReadText

Zone = page.Zone | Literal["lede", "body"]
Label = Literal["published", "updated"]

LEFT_OVER = 8  # words beside a date on its line: place, agency, author, section; a headline or sentence has more
LINKED = 4  # a line of as many words may be a headline of another story
_FEW, _FEW_IN_BODY = 4, 2  # the same on a line that is no more than a date
_LABEL_REACH = 25  # letters between a label and its date: «نشر في: الرياض - يوم الأحد »
_LONGEST_LABEL = 75  # letters of a label; a line of a thousand dates is not read from its beginning for each of them
_LEDE_HEAD = 90  # letters in which the dateline of a first paragraph ends
_LEDE_LINES = 3  # paragraphs in which an article says of which day it tells
_TYING = frozenset("iobuTe")  # codes of words that tie a date to a sentence
_CLOSED = re.compile(r"\s*(?:\([^()]{2,30}\)\s*)?[-–—:/|]|\s*\)")  # what stands between a dateline and its sentence
_TITLE_AWAY = 3  # lines between a date and the copy of its headline above it
_CLOCK_REACH = 4  # letters between a date and its time of day


@dataclass(frozen=True)
class PageDate(LineDate):
    """A date on a page. at: the place of its line. `rest`: words of the line that belong neither to dates nor to their
    labels. `away`: lines that are not blank between it and the text of the article.
    """

    at: int
    zone: Zone
    label: Label | None
    rest: int
    away: int


@dataclass(frozen=True)
class Layout:
    """A page seen by its dates. `lines` are those that are not blank; a line's place is its number among them."""

    lines: tuple[ReadLine, ...]
    lexicon: Lexicon

    @property
    def words(self) -> Dates:
        """The words of dates."""
        return self.lexicon.dates

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """The places of the article's paragraphs; a line that is no more than a date is none."""
        body = [i for i, line in enumerate(self.lines) if line.is_body and not line.once(is_date_line, self.lexicon)]
        return tuple(i for i in body if self.lines[i].verdict == "body") or tuple(body)

    @cached_property
    def extent(self) -> page.Extent:
        """Where the headline and the paragraphs stand among the lines that are not blank."""
        title = next((i for i, line in enumerate(self.lines) if line.verdict == "title"), None)
        ends = {"first": self.prose[0], "last": self.prose[-1]} if self.prose else {}
        return page.Extent(title=title, **ends)

    @cached_property
    def dated(self) -> tuple[PageDate, ...]:
        """Every date of the page in order, clock times left out."""
        return tuple(
            self._dated(i, line, found)
            for i, line in enumerate(self.lines)
            for found in (*dates_of(line, self.words), *self._years_of_rights(line))
            if found.kind != "clock"
        )

    def _dated(self, at: int, line: ReadLine, found: Expression) -> PageDate:
        zone: Zone = self.extent.zone(at)
        if self.prose and line.is_body and not line.once(is_date_line, self.lexicon):
            zone = "lede" if at == self.extent.first and _opens(line, found, self.lexicon) else "body"
        if zone == "body":
            return PageDate(line, found, at, zone, label=None, rest=0, away=0)  # of which nobody asks more
        away = page.away(at, self.prose) if self.prose else len(self.lines)
        return PageDate(line, found, at, zone, self._label(at, line, found), self.rest(line), away)

    def _label(self, at: int, line: ReadLine, found: Expression) -> Label | None:
        own = _label_in(line.text, found.start, self.words)
        if own or not at or not line.once(is_date_line, self.lexicon) or found.start > _LABEL_REACH:
            return own
        above = self.lines[at - 1]
        alone = self.rest(above) == 0 and not dates_of(above, self.words)
        return _label_in(above.text, len(above.text), self.words) if alone else None

    @cached_property
    def below(self) -> frozenset[PartialDate | None]:
        """The dates right below the text."""
        return frozenset(d.expression.first for d in self.dated if d.zone == "below" and d.away <= 1)

    @cached_property
    def latest_above(self) -> dict[tuple[Zone, int], PartialDate | None]:
        """The latest day that a zone names above a place that has a date."""
        latest: dict[Zone, PartialDate] = {}
        found: dict[tuple[Zone, int], PartialDate | None] = {}
        for d in self.dated:
            day = d.expression.first
            found.setdefault((d.zone, d.at), latest.get(d.zone))
            if day and day.day:
                latest[d.zone] = max(latest.get(d.zone, day), day)
        return found

    @cached_property
    def today(self) -> tuple[int, ...]:
        """The weekdays that the first paragraphs call today, quoted speech left out."""
        first = (self.lines[i] for i in self.prose[:_LEDE_LINES])
        found = ((line.text, e) for line in first for e in dates_of(line, self.words))
        return tuple(e.weekday for text, e in found if e.said == 0 and e.weekday and not is_quoted(text, e.start))

    def is_of_rights(self, line: ReadLine) -> bool:
        """A line of copyright."""
        return not line.is_body and ("©" in line.text or self.words.cues.copyright.has(line))

    def _years_of_rights(self, line: ReadLine) -> list[Expression]:
        """Years alone, which count for nothing elsewhere."""
        if not self.is_of_rights(line):
            return []
        known = {at for e in dates_of(line, self.words) for at in range(e.start, e.end)}
        free = (s for s in read_signs(line.text, self.words).all if s.code == "Y" and s.start not in known)
        return [Expression("absolute", "year-bare", s.start, s.end, PartialDate(s.value)) for s in free]

    def rest(self, line: ReadLine) -> int:
        """How many words of a line are neither dates nor labels of dates."""
        return line.once(_rest, self.words)

    def cue_below(self, line: ReadLine) -> str | None:
        """What a line says of the lines under it, when they are not the article's."""
        cues = self.words.cues
        told = (("comment", cues.comment), ("archive", cues.archive), ("related", cues.related))
        return next((name for name, cue in told if cue.has(line)), None)

    def is_between_titles(self, at: int) -> bool:
        """Whether the headline stands close above a place too, as it stands below it."""
        title = None if self.extent.title is None else self.lines[self.extent.title]
        above = self.lines[max(0, at - _TITLE_AWAY) : at]
        return title is not None and any(line.key.startswith(title.key) for line in above)

    @cached_property
    def sections(self) -> dict[int, tuple[str | None, bool]]:
        """Below the text: the last cue at or above a place, and whether a headline of another story stands there."""
        cue, linked, found = None, False, {}
        for at in range(self.prose[-1], len(self.lines)):
            line = self.lines[at]
            if at > self.prose[-1]:
                cue = self.cue_below(line) or cue
                linked = linked or line.verdict == "related" or self.rest(line) >= LINKED
            found[at] = (cue, linked)
        return found

    def between(self, one: int, two: int) -> tuple[ReadLine, ...]:
        """The lines between two places, neither included."""
        return self.lines[min(one, two) + 1 : max(one, two)]


def layout_of(text: ReadText, lexicon: Lexicon) -> Layout:
    """The layout of a text. It does not hold the text, which keeps it: neither would be let go without a search."""
    return Layout(tuple(line for line in text.lines if line.text.strip()), lexicon)


def is_date_line(line: ReadLine, lexicon: Lexicon) -> bool:
    """A line that states a day or month with a year and next to nothing else; a short sentence is none."""
    words = lexicon.dates
    if len(line.text) > 2 * _LEDE_HEAD or (line.is_body and line.text.rstrip().endswith((".", "؟", "!"))):
        return False
    stated = [e for e in dates_of(line, words) if e.first and e.first.month]
    few = _FEW_IN_BODY if line.is_body else _FEW
    own = any(_is_own(line, e.start, words) for e in stated) and line.once(_rest, words) <= few
    return own or (bool(stated) and line.once(dateline_of, lexicon).is_dateline)


def _is_own(line: ReadLine, at: int, words: Dates) -> bool:
    """No words tie the date to a sentence; in a paragraph words before its label do: «ولد الشاعر بتاريخ …»."""
    head = line.text[:at]
    if _label_in(line.text, at, words):
        return not line.is_body or _rest(head, words) == 0
    last = read_signs(head, words).codes.rstrip(",(:-/")[-1:]
    return last not in _TYING and not words.cues.past.has(head)


def _opens(line: ReadLine, found: Expression, lexicon: Lexicon) -> bool:
    """The date of a dateline, «القاهرة (وكالة) 5 مايو 2020 –», or of a row of furniture written to the text.

    «نشر في: 5 مايو 2020, 07:03 صباحا …»: only with its colon and its clock is a label no word of a sentence. Without a
    place, house or name beside it a date needs a mark behind it, and no word before it that ties it to a sentence.
    """
    if found.end > _LEDE_HEAD or found.said is not None or not (found.first and found.first.day) or found.last:
        return False
    text, words, head = line.text, lexicon.dates, line.once(dateline_of, lexicon)
    label, before = _label_in(text, found.start, words), text[: found.start]
    times = (e for e in dates_of(line, words) if e.kind == "clock")
    clocks = [e.end for e in times if 0 <= e.start - found.end <= _CLOCK_REACH]
    if label:
        return label == "published" and ":" in before and _rest(before, words) == 0 and bool(clocks)
    past, tied = words.cues.past.has(before), not _TYING.isdisjoint(read_signs(before, words).codes)
    if head.tells(found.start, tied=tied) and not past:
        return True
    tells = past or tied
    closed = clocks or _CLOSED.match(text, found.end)
    return len(tokens(before)) <= LEFT_OVER - 2 and not tells and bool(closed)


def _label_in(text: str, before: int, words: Dates) -> Label | None:
    """The label that reaches a place of a line; what holds it begins with a word."""
    low = max(0, before - _LABEL_REACH - _LONGEST_LABEL)
    start = text.rfind(" ", max(0, low - _LONGEST_LABEL), low) + 1 if low else 0
    head = text[start or low : before]
    labels: tuple[tuple[Label, WordList], ...] = (("published", words.cues.published), ("updated", words.cues.updated))
    spans = [(b, b - a, label) for label, cue in labels for a, b in cue.spans(head)]
    near = [found for found in spans if len(head) - found[0] <= _LABEL_REACH]
    return max(near)[2] if near else None


def _rest(text: ReadLine | str, words: Dates) -> int:
    found = expressions(text, words) if isinstance(text, str) else dates_of(text, words)
    cues, spans = words.cues, [(e.start, e.end) for e in found]
    spans += [span for cue in (cues.published, cues.updated, cues.zone, cues.byline) for span in cue.spans(text)]
    covered = {at for start, end in spans for at in range(start, end)}
    seen = tokens(text) if isinstance(text, str) else text.tokens
    left = [t.text for t in seen if covered.isdisjoint(range(t.start, t.end))]
    return sum([any(map(str.isalpha, word)) for word in left])
