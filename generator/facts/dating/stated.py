"""The date that a page states for its article, and why every other date of the page is not it.

Invariant: a date is accepted for its place beside the article or its label, never for being the only one; two that
contradict each other are both rejected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.facts.dating.layout import LEFT_OVER, LINKED, Layout, PageDate, Zone, is_date_line
from generator.model import Certainty
from generator.model.calendar import PartialDate
from generator.reading.letters import language
from generator.reading.line import ReadLine

_DOUBTED = frozenset({"weekday", "impossible", "hijri"})
_LABEL_AWAY = 6  # lines between a labelled date and the text: share buttons, author, photo
_BARE_AWAY = 3  # the same for a date without label or headline to hold it
_SECTION = 3  # words of a section beside a time stamp above a headline
_TICKER = 12  # words beside a date on a line above the article
_TIME_OF_DAY = re.compile(r"\d:\d{2}")
_TIME = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)(?!.*\b[AaPp]\.?[Mm]\b)")
_LABELS = ("published", None, "updated")
# Labelled dates come before bare ones, those of the place nearest to the headline first, updates last.
_NEAREST: tuple[tuple[Zone, ...], ...] = (("under-title", "lede", "inside"), ("above",), ("header",), ("below",))


@dataclass(frozen=True)
class Choice:
    """The stated date, when there is one; `rejected` has the other dates of the page by reason, body dates left out."""

    chosen: PageDate | None = None
    rule: str = "date-line"
    certainty: Certainty = "certain"
    rejected: tuple[tuple[PageDate, str], ...] = ()
    contradiction: tuple[PageDate, ...] = ()
    doubted: tuple[PageDate, ...] = ()


def choose(layout: Layout) -> Choice:
    """Weigh every date outside the article's text."""
    dated = _in_order(layout)
    accepted = [d for d in dated if _is_whole(d) and _accepts(layout, d)]
    doubted = tuple(d for d in accepted if d.expression.fault in _DOUBTED)
    best = _best([d for d in accepted if d.expression.fault not in _DOUBTED and d.expression.first])
    values = _distinct(best)
    twin_elsewhere = any(d.expression.fault == "hijri" for d in doubted)
    contradiction = tuple(best) if len(values) > 1 or (values and twin_elsewhere) else ()
    chosen = None if contradiction else max(best, key=_precision, default=None)
    others = [d for d in dated if d.expression.first and d.expression.is_stated and not _same(d, chosen)]
    against = {id(d) for d in contradiction}  # to compare them by value would cost their square
    rejected = tuple((d, "contradicted" if id(d) in against else _why(layout, d, chosen)) for d in others)
    rule, certainty = _how(chosen)
    return Choice(chosen, rule, certainty, rejected, contradiction, doubted)


def _precision(dated: PageDate) -> int:
    return len(dated.expression.first.iso) if dated.expression.first else 0


def _same(dated: PageDate, chosen: PageDate | None) -> bool:
    return bool(chosen and chosen.expression.first == dated.expression.first and not dated.expression.last)


def _in_order(layout: Layout) -> list[PageDate]:
    """Dates outside the text, those of 05/06/2018 read by the order that the page itself shows elsewhere."""
    sure = {d.expression.first for d in layout.dated if d.expression.first and not d.expression.fault}
    day_first = {x for d in layout.dated if d.expression.form == "numbers" and (x := _day_first(d)) is not None}
    return [_ordered(d, sure, day_first) for d in layout.dated if d.zone != "body"]


def _day_first(dated: PageDate) -> bool | None:
    """Whether a date of numbers alone shows that the day stands first; None when it shows nothing."""
    first = dated.expression.first
    if dated.expression.fault or first is None or first.day <= 12:  # noqa: PLR2004
        return None
    return dated.words.lstrip().startswith(str(first.day))


def _ordered(dated: PageDate, sure: set[PartialDate], day_first: set[bool]) -> PageDate:
    """Beside an Arabic label, or a clock without AM and PM, numbers are read day first, as every Arabic locale writes
    them: the other order is that of English software.
    """
    found = dated.expression
    if found.fault != "order":
        return dated
    usual = not day_first and _has_order(dated.line.text, labelled=bool(dated.label))
    if found.first in sure or day_first == {True} or usual:
        return replace(dated, expression=replace(found, fault=None, other=None))
    if found.other in sure or day_first == {False}:
        return replace(dated, expression=replace(found, first=found.other, fault=None, other=None))
    return dated


@lru_cache(maxsize=64)
def _has_order(line: str, *, labelled: bool) -> bool:
    return (labelled and language(line) == "ar") or bool(_TIME.search(line))


def _is_whole(dated: PageDate) -> bool:
    found = dated.expression
    if not found.is_stated or found.last or found.said is not None:
        return False
    return found.fault is not None or bool(found.first and (found.first.month or dated.label))


def _accepts(layout: Layout, dated: PageDate) -> bool:
    if dated.line.verdict == "related" or _is_caption(dated) or layout.is_of_rights(dated.line):
        return False
    test = _TESTS.get(dated.zone)
    return dated.zone == "lede" or bool(test and test(layout, dated))


def _is_caption(dated: PageDate) -> bool:
    return dated.line.verdict == "caption" and not dated.label and dated.rest > _BARE_AWAY


def _under_title(layout: Layout, dated: PageDate) -> bool:
    """Between headline and text, unless it stands below the headline of another story."""
    above = layout.lines[dated.at - 1]
    listed = above.verdict == "furniture" and layout.words.cues.related.has(above)
    linked = above.verdict == "related" and layout.rest(above) >= LINKED
    if dated.label and dated.rest <= LEFT_OVER:
        return True
    return dated.rest <= LEFT_OVER - 2 and not listed and not linked


def _above(layout: Layout, dated: PageDate) -> bool:
    """Above a text without headline: labelled, or shown to be no clock."""
    if dated.label == "published":
        return dated.rest <= LEFT_OVER and dated.away <= _LABEL_AWAY
    if dated.away > _BARE_AWAY or dated.rest > LEFT_OVER - 2:
        return False
    below = layout.between(dated.at, layout.prose[0])
    lines = (*layout.lines[max(0, dated.at - 1) : dated.at], dated.line, *below)
    chrome = any(layout.words.cues.chrome.has(line) or line.verdict == "related" for line in lines)
    if chrome or any(line.once(is_date_line, layout.lexicon) for line in below):
        return False
    # The same day stands right below the text; or nothing else stands on its line, right above the first paragraph.
    again = dated.expression.first in layout.below
    stamp = dated.rest == 0 and dated.away == 0 and _is_today(layout, dated)
    return again or stamp or _is_no_clock(layout, dated)


def _header(layout: Layout, dated: PageDate) -> bool:
    """Above the headline: labelled, or right above it and shown to be no clock."""
    if layout.extent.title is None or dated.rest > LEFT_OVER:
        return False
    away = layout.extent.title - dated.at - 1
    if dated.label:
        return dated.label == "published" and away <= _BARE_AWAY
    if layout.is_between_titles(dated.at):
        return True
    return away == 0 and (_is_no_clock(layout, dated) or (0 < dated.rest <= _SECTION and _is_today(layout, dated)))


def _is_no_clock(layout: Layout, dated: PageDate) -> bool:
    """Signed on its own line or one beside it, or another date above it is the clock, being later.

    The date of the headline that it stands below is neither.
    """
    at, first = dated.at, dated.expression.first
    if at > 0 and layout.rest(layout.lines[at - 1]) >= LINKED:
        return False
    near = layout.lines[max(0, at - 1) : at + 2] if dated.zone == "above" else (dated.line,)
    if any(layout.words.cues.byline.has(line) and _is_signing(line) for line in near):
        return True
    clock = layout.latest_above.get((dated.zone, dated.at))
    return bool(first and dated.rest <= 1 and not dated.label and clock and clock > first)


def _is_signing(line: ReadLine) -> bool:
    """No sentence: a row outside the text, or a paragraph that is no more than «كتب – الاسم:»."""
    return not line.is_body or (line.text.rstrip().endswith(":") and len(line.text.split()) <= LEFT_OVER - 2)


def _is_today(layout: Layout, dated: PageDate) -> bool:
    """A time stamp whose weekday is the one that the first paragraphs call today: a clock of another day has it only
    once in seven, and stands in the head of a site.
    """
    first = dated.expression.first
    stamped = bool(_TIME_OF_DAY.search(dated.line.text))
    return bool(stamped and first and first.day and first.first.isoweekday() in layout.today)


def _inside(layout: Layout, dated: PageDate) -> bool:
    """Right after a first paragraph that is a summary, or labelled within the first paragraphs."""
    behind = dated.at - layout.prose[0]
    if dated.label == "published":
        return behind <= _BARE_AWAY and dated.rest <= LEFT_OVER - 2
    second = layout.extent.title is not None and behind == 1
    return second and dated.rest <= 1 and layout.lines[dated.at - 1].is_body


def _below(layout: Layout, dated: PageDate) -> bool:
    """Below the text: in its signature, or labelled and close, before anything of another story."""
    cue, linked = layout.sections[dated.at - 1]
    if dated.away > _LABEL_AWAY or dated.rest > LEFT_OVER - 2 or cue or layout.cue_below(dated.line):
        return False
    related = any(line.verdict == "related" for line in layout.between(dated.at, layout.prose[-1]))
    return (dated.line.verdict == "signature" and not related) or (dated.label == "published" and not linked)


_TESTS: Mapping[Zone, Callable[[Layout, PageDate], bool]] = {
    "under-title": _under_title,
    "above": _above,
    "header": _header,
    "inside": _inside,
    "below": _below,
}


def _best(sound: list[PageDate]) -> list[PageDate]:
    groups = ([d for d in sound if d.label == label and d.zone in zones] for label in _LABELS for zones in _NEAREST)
    group = next((group for group in groups if group), [])
    return [d for d in group if d.expression.kind == "absolute"] or group


def _distinct(found: Iterable[PageDate]) -> set[str]:
    """The values that are not merely coarser than another of them."""
    values = {d.expression.first.iso for d in found if d.expression.first}
    return values - {value[:size] for value in values for size in range(1, len(value))}


def _how(chosen: PageDate | None) -> tuple[str, Certainty]:
    if chosen is None:
        return "date-line", "certain"
    if chosen.label:
        return f"label-{chosen.label}", "certain" if chosen.label == "published" else "probable"
    doubtful = chosen.zone in ("above", "header") or chosen.expression.kind == "hijri"
    rules = {"lede": "dateline", "below": "signature-date"}
    return rules.get(chosen.zone, "date-line"), "probable" if doubtful else "certain"


def _why(layout: Layout, dated: PageDate, chosen: PageDate | None) -> str:
    reasons = {
        "weekday-contradiction": dated.expression.fault == "weekday",
        "copyright": layout.is_of_rights(dated.line),
        "caption": _is_caption(dated),
        "related-item": dated.line.verdict == "related",
        "updated": dated.label == "updated" and chosen is not None,
        "text-date": dated.line.verdict == "title",
    }
    return next((why for why, holds in reasons.items() if holds), None) or _why_there(layout, dated)


def _why_there(layout: Layout, dated: PageDate) -> str:
    if dated.zone == "below":
        cue, linked = layout.sections[dated.at]
        return "related-item" if cue == "related" else cue or ("related-item" if linked else "below-article")
    if dated.rest > _TICKER:
        return "ticker"
    above = layout.lines[dated.at - 1] if dated.at else None
    linked = bool(above and above.verdict == "furniture" and layout.rest(above) >= LINKED and dated.rest <= 1)
    return "related-item" if dated.zone == "inside" or linked else "page-clock"
