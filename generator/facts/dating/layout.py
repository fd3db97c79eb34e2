"""Where the dates of a page stand: each with its line, its zone round the article, and the label before it.

Invariant: a zone follows from the verdicts of lines and their order alone; a label stands in the line of its date, or
alone on the line above.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Literal

from generator.facts.dating.expressions import Expression, LineDate, expressions
from generator.facts.dating.signs import read_signs
from generator.facts.dating.told import is_quoted
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
_SEPARATOR = re.compile(r"\s*[-–—:/|()]")


@dataclass(frozen=True)
class PageDate(LineDate):
    """A date on a page. `rest`: words of its line that belong neither to dates nor to their labels. `away`: lines
    that are not blank between it and the text of the article.
    """

    zone: Zone
    label: Label | None
    rest: int
    away: int


@dataclass(frozen=True)
class Layout:
    """A page seen by its dates."""

    text: ReadText
    words: Dates

    @cached_property
    def lines(self) -> tuple[ReadLine, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.text.lines if line.text.strip())

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """The places of the article's paragraphs; a line that is no more than a date is none."""
        body = [i for i, line in enumerate(self.lines) if line.is_body and not self.is_date_line(line)]
        return tuple(i for i in body if self.lines[i].verdict == "body") or tuple(body)

    @cached_property
    def extent(self) -> page.Extent:
        """Where the headline and the paragraphs stand among the lines that are not blank."""
        title = next((i for i, line in enumerate(self.lines) if line.verdict == "title"), None)
        return (
            page.Extent(title=title, first=self.prose[0], last=self.prose[-1])
            if self.prose
            else page.Extent(title=title)
        )

    @cached_property
    def dated(self) -> tuple[PageDate, ...]:
        """Every date of the page in order, clock times left out."""
        return tuple(
            self._dated(i, line, found)
            for i, line in enumerate(self.lines)
            for found in (*expressions(line.text, self.words), *self._years_of_rights(line))
            if found.kind != "clock"
        )

    @cached_property
    def below(self) -> frozenset[PartialDate | None]:
        """The dates right below the text."""
        return frozenset(d.expression.first for d in self.dated if d.zone == "below" and d.away <= 1)

    def latest_above(self, zone: Zone, line: int) -> PartialDate | None:
        """The latest day that a zone names above a line."""
        lines, latest = self._latest.get(zone, ((), ()))
        count = bisect_left(lines, line)
        return latest[count - 1] if count else None

    @cached_property
    def _latest(self) -> dict[Zone, tuple[tuple[int, ...], tuple[PartialDate, ...]]]:
        days: dict[Zone, list[tuple[int, PartialDate]]] = {}
        for d in self.dated:
            if d.expression.first and d.expression.first.day:
                days.setdefault(d.zone, []).append((d.line.number, d.expression.first))
        return {
            zone: (tuple(line for line, _ in found), tuple(accumulate((day for _, day in found), max)))
            for zone, found in days.items()
        }

    @cached_property
    def today(self) -> tuple[int, ...]:
        """The weekdays that the first paragraphs call today, quoted speech left out."""
        first = (self.lines[i].text for i in self.prose[:_LEDE_LINES])
        found = ((text, e) for text in first for e in expressions(text, self.words))
        return tuple(e.weekday for text, e in found if e.said == 0 and e.weekday and not is_quoted(text, e.start))

    def is_of_rights(self, line: ReadLine) -> bool:
        """A line of copyright."""
        return not line.is_body and ("©" in line.text or self.words.cues.copyright.has(line))

    def _years_of_rights(self, line: ReadLine) -> list[Expression]:
        """Years alone, which count for nothing elsewhere."""
        if not self.is_of_rights(line):
            return []
        known = {at for e in expressions(line.text, self.words) for at in range(e.start, e.end)}
        years = (s for s in read_signs(line.text, self.words).all if s.code == "Y")
        free = (s for s in years if s.start not in known)
        return [Expression("absolute", "year-bare", s.start, s.end, PartialDate(s.value)) for s in free]

    def rest(self, line: ReadLine) -> int:
        """How many words of a line are neither dates nor labels of dates."""
        return _rest(line.text, self.words)

    def is_date_line(self, line: ReadLine) -> bool:
        """A line that states a day or month with a year and next to nothing else; a short sentence is none."""
        if len(line.text) > 2 * _LEDE_HEAD or (line.is_body and line.text.rstrip().endswith((".", "؟", "!"))):
            return False
        stated = (e for e in expressions(line.text, self.words) if e.first and e.first.month)
        few = _FEW_IN_BODY if line.is_body else _FEW
        return any(self._is_own(line, e.start) for e in stated) and self.rest(line) <= few

    def _is_own(self, line: ReadLine, at: int) -> bool:
        """No words tie the date to a sentence; in a paragraph words before its label do: «ولد الشاعر بتاريخ …»."""
        head = line.text[:at]
        if self._label_in(line.text, at):
            return not line.is_body or _rest(head, self.words) == 0
        return not self._in_sentence(head)

    def cue_below(self, line: ReadLine) -> str | None:
        """What a line says of the lines under it, when they are not the article's."""
        cues = self.words.cues
        told = (("comment", cues.comment), ("archive", cues.archive), ("related", cues.related))
        return next((name for name, cue in told if cue.has(line)), None)

    def section(self, at: int) -> tuple[str | None, bool]:
        """Below the text: the last cue at or above a place, and whether a headline of another story stands there."""
        return self._sections.get(at, (None, False))

    @cached_property
    def _sections(self) -> dict[int, tuple[str | None, bool]]:
        cue, linked, found = None, False, {}
        for at in range(self.prose[-1] + 1, len(self.lines)):
            line = self.lines[at]
            cue = self.cue_below(line) or cue
            linked = linked or line.verdict == "related" or self.rest(line) >= LINKED
            found[at] = (cue, linked)
        return found

    def between(self, one: int, two: int) -> tuple[ReadLine, ...]:
        """The lines between two places, neither included."""
        return self.lines[min(one, two) + 1 : max(one, two)]

    def place(self, line: ReadLine) -> int:
        """The place of a line among those that are not blank."""
        return self._places[line.number]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {line.number: i for i, line in enumerate(self.lines)}

    def _dated(self, at: int, line: ReadLine, found: Expression) -> PageDate:
        label, rest = self._label(at, line, found), self.rest(line)
        away = page.away(at, self.prose) if self.prose else len(self.lines)
        return PageDate(line, found, self._zone(at, line, found), label, rest, away)

    def _zone(self, at: int, line: ReadLine, found: Expression) -> Zone:
        if self.prose and line.is_body and not self.is_date_line(line):
            return "lede" if at == self.extent.first and self._opens(line.text, found) else "body"
        return self.extent.zone(at)

    def _label(self, at: int, line: ReadLine, found: Expression) -> Label | None:
        own = self._label_in(line.text, found.start)
        if own or not at or not self.is_date_line(line) or found.start > _LABEL_REACH:
            return own
        above = self.lines[at - 1]
        alone = self.rest(above) == 0 and not expressions(above.text, self.words)
        return self._label_in(above.text, len(above.text)) if alone else None

    def _label_in(self, text: str, before: int) -> Label | None:
        cues, head = self.words.cues, _head(text, before)
        labels: tuple[tuple[Label, WordList], ...] = (("published", cues.published), ("updated", cues.updated))
        spans = [(b, b - a, label) for label, cue in labels for a, b in cue.spans(head)]
        near = [found for found in spans if len(head) - found[0] <= _LABEL_REACH]
        return max(near)[2] if near else None

    def _opens(self, text: str, found: Expression) -> bool:
        """The date of a dateline, «القاهرة (وكالة) 5 مايو 2020 –», or of a row of furniture written to the text."""
        if found.end > _LEDE_HEAD or found.said is not None or not (found.first and found.first.day) or found.last:
            return False
        head = text[: found.start]
        if self._label_in(text, found.start):
            return self._is_row(text, head, found)
        return self._few_words(head) and not self._tells(head) and self._is_closed(text, found)

    def _is_row(self, text: str, head: str, found: Expression) -> bool:
        """«نشر في: 5 مايو 2020, 07:03 صباحا …»: only with its colon and its clock is a label no word of a sentence."""
        alone = ":" in head and _rest(head, self.words) == 0 and self._label_in(text, found.start) == "published"
        return alone and bool(self._clocks(text, found))

    def _few_words(self, head: str) -> bool:
        return len(tokens(head)) <= LEFT_OVER - 2

    def _in_sentence(self, head: str) -> bool:
        """A preposition or conjunction right before the date ties it to a sentence."""
        codes = read_signs(head, self.words).codes.rstrip(",(:-/")
        return codes[-1:] in _TYING or self.words.cues.past.has(head)

    def _tells(self, head: str) -> bool:
        """A dateline's head names places, houses and people; a preposition anywhere in it makes a sentence of it."""
        return self.words.cues.past.has(head) or not _TYING.isdisjoint(read_signs(head, self.words).codes)

    def _is_closed(self, text: str, found: Expression) -> bool:
        after = self._clocks(text, found)
        tail = text[max([found.end, *after]) :]
        bracket = re.match(r"\s*\([^()]{2,30}\)\s*[-–—:/|]", tail)
        return bool(_SEPARATOR.match(tail) and not tail.lstrip().startswith("(")) or bool(bracket) or bool(after)

    def _clocks(self, text: str, found: Expression) -> list[int]:
        """Where the times of day end that stand right behind a date."""
        return [e.end for e in expressions(text, self.words) if e.kind == "clock" and 0 <= e.start - found.end <= 4]  # noqa: PLR2004


@lru_cache(maxsize=2048)
def _rest(text: str, words: Dates) -> int:
    spans = [(e.start, e.end) for e in expressions(text, words)]
    cues = words.cues
    spans += [span for cue in (cues.published, cues.updated, cues.zone, cues.byline) for span in cue.spans(text)]
    covered = {at for start, end in spans for at in range(start, end)}
    left = (t for t in tokens(text) if covered.isdisjoint(range(t.start, t.end)))
    return sum(any(c.isalpha() for c in t.text) for t in left)


def _head(text: str, before: int) -> str:
    """What of a line before a place may hold a label that reaches it, from the beginning of a word on."""
    low = max(0, before - _LABEL_REACH - _LONGEST_LABEL)
    start = text.rfind(" ", max(0, low - _LONGEST_LABEL), low) + 1 if low else 0
    return text[start or low : before]
