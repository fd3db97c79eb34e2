"""The date that a page states for its article, and why every other date of the page is not it.

Invariant: a date is accepted for its place beside the article or its label, never for being the only one; two that
contradict each other are both rejected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.facts.dating.layout import LEFT_OVER, LINKED, Dated, Layout
from generator.model import Certainty, Line
from generator.model.calendar import PartialDate
from generator.reading.letters import language

_DOUBTED = frozenset({"weekday", "impossible", "hijri"})
_LABEL_AWAY = 6  # lines between a labelled date and the text: share buttons, author, photo
_BARE_AWAY = 3  # the same for a date without label or headline to hold it
_SECTION = 3  # words of a section beside a time stamp above a headline
_TICKER = 12  # words beside a date on a line above the article
_TIME_OF_DAY = re.compile(r"\d:\d{2}")
_TIME = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)(?!.*\b[AaPp]\.?[Mm]\b)")


@dataclass(frozen=True)
class Choice:
    """The stated date, when there is one; `rejected` has the other dates of the page by reason, body dates left out."""

    chosen: Dated | None = None
    rule: str = "date-line"
    certainty: Certainty = "certain"
    rejected: tuple[tuple[Dated, str], ...] = ()
    contradiction: tuple[Dated, ...] = ()
    doubted: tuple[Dated, ...] = ()


def choose(layout: Layout) -> Choice:
    """Weigh every date outside the article's text."""
    dated = _in_order(layout)
    accepted = [d for d in dated if _is_whole(d) and _accepts(layout, d)]
    doubted = tuple(d for d in accepted if d.expression.fault in _DOUBTED)
    sound = [d for d in accepted if d.expression.fault not in _DOUBTED and d.expression.first]
    best = _best(sound)
    values = _distinct(best)
    contradiction = tuple(best) if len(values) > 1 or (values and _contradicted(doubted)) else ()
    chosen = None if contradiction or not best else max(best, key=lambda d: _precision(d.expression.first))
    against = frozenset(map(_where, contradiction))
    rejected = tuple((d, _why(layout, d, chosen, against)) for d in dated if _counts(d) and not _same(d, chosen))
    rule, certainty = _how(layout, chosen)
    return Choice(chosen, rule, certainty, rejected, contradiction, doubted)


def _in_order(layout: Layout) -> list[Dated]:
    """Dates outside the text, those of 05/06/2018 read by the order that the page itself shows elsewhere."""
    outside = [d for d in layout.dated if d.zone != "body"]
    sure = {d.expression.first for d in layout.dated if d.expression.first and not d.expression.fault}
    day_first = [_day_first(d) for d in layout.dated if d.expression.form == "numbers"]
    shown = [x for x in day_first if x is not None]
    order = all(shown) if shown and len(set(shown)) == 1 else None
    return [_ordered(d, sure, order, mixed=bool(shown) and order is None) for d in outside]


def _day_first(dated: Dated) -> bool | None:
    """Whether a date of numbers alone shows that the day stands first; None when it shows nothing."""
    first = dated.expression.first
    if dated.expression.fault or first is None or first.day <= 12:  # noqa: PLR2004
        return None
    return dated.words.lstrip().startswith(str(first.day))


def _ordered(dated: Dated, sure: set[PartialDate], order: bool | None, *, mixed: bool) -> Dated:
    """Beside an Arabic label, or a clock without AM and PM, numbers are read day first, as every Arabic locale writes
    them: the other order is that of English software.
    """
    found = dated.expression
    if found.fault != "order":
        return dated
    silent = order is None and not mixed
    if found.first in sure or order is True or (silent and _has_order(dated.line.text, labelled=bool(dated.label))):
        return replace(dated, expression=replace(found, fault=None, other=None))
    if found.other in sure or order is False:
        return replace(dated, expression=replace(found, first=found.other, fault=None, other=None))
    return dated


@lru_cache(maxsize=64)
def _has_order(line: str, *, labelled: bool) -> bool:
    return (labelled and language(line) == "ar") or bool(_TIME.search(line))


def _where(dated: Dated) -> tuple[int, int]:
    """The place of a date on its page."""
    return dated.line.number, dated.expression.start


def _is_whole(dated: Dated) -> bool:
    found = dated.expression
    if found.kind not in ("absolute", "hijri") or found.last or found.said is not None:
        return False
    return found.fault is not None or bool(found.first and (found.first.month or dated.label))


def _accepts(layout: Layout, dated: Dated) -> bool:
    if dated.line.verdict == "related" or _is_caption(dated) or layout.is_of_rights(dated.line):
        return False
    return {
        "under-title": _under_title,
        "lede": lambda *_: True,
        "above": _above,
        "header": _header,
        "inside": _inside,
        "below": _below,
        "body": lambda *_: False,
    }[dated.zone](layout, dated)


def _is_caption(dated: Dated) -> bool:
    return dated.line.verdict == "caption" and not dated.label and dated.rest > _BARE_AWAY


def _under_title(layout: Layout, dated: Dated) -> bool:
    """Between headline and text, unless it stands below the headline of another story."""
    if dated.label and dated.rest <= LEFT_OVER:
        return True
    above = layout.lines[layout.place(dated.line) - 1]
    listed = above.verdict == "furniture" and layout.words.cues.related.has(above.text)
    linked = above.verdict == "related" and layout.rest(above) >= LINKED
    return dated.rest <= LEFT_OVER - 2 and not listed and not linked


def _above(layout: Layout, dated: Dated) -> bool:
    """Above a text without headline: labelled, or shown to be no clock."""
    at, first = layout.place(dated.line), layout.prose[0]
    if dated.label == "published":
        return dated.rest <= LEFT_OVER and dated.away <= _LABEL_AWAY
    if dated.away > _BARE_AWAY or dated.rest > LEFT_OVER - 2:
        return False
    lines = (*layout.lines[max(0, at - 1) : at], dated.line, *layout.between(at, first))
    chrome = any(layout.words.cues.chrome.has(line.text) or line.verdict == "related" for line in lines)
    alone = not any(layout.is_date_line(line) for line in layout.between(at, first))
    if chrome or not alone:
        return False
    return _is_no_clock(layout, dated) or _stands_again(layout, dated) or _is_stamp(layout, dated)


def _header(layout: Layout, dated: Dated) -> bool:
    """Above the headline: labelled, or right above it and shown to be no clock."""
    if layout.title is None or dated.rest > LEFT_OVER:
        return False
    away = layout.title - layout.place(dated.line) - 1
    if dated.label:
        return dated.label == "published" and away <= _BARE_AWAY
    return away == 0 and (_is_no_clock(layout, dated) or (0 < dated.rest <= _SECTION and _is_today(layout, dated)))


def _is_no_clock(layout: Layout, dated: Dated) -> bool:
    """Signed on its own line or one beside it, or another date above it is the clock, being later.

    The date of the headline that it stands below is neither.
    """
    at, first = layout.place(dated.line), dated.expression.first
    if at > 0 and layout.rest(layout.lines[at - 1]) >= LINKED:
        return False
    near = layout.lines[max(0, at - 1) : at + 2] if dated.zone == "above" else (dated.line,)
    if any(layout.words.cues.byline.has(line.text) and _is_signing(line) for line in near):
        return True
    bare = dated.rest <= 1 and not dated.label
    clock = layout.latest_above(dated.zone, dated.line.number)
    return bool(first and bare and clock and clock > first)


def _is_stamp(layout: Layout, dated: Dated) -> bool:
    """Right above the first paragraph, with nothing else on its line, and of that day."""
    return dated.rest == 0 and dated.away == 0 and _is_today(layout, dated)


def _is_signing(line: Line) -> bool:
    """No sentence: a row outside the text, or a paragraph that is no more than «كتب – الاسم:»."""
    return not line.is_body or (line.text.rstrip().endswith(":") and len(line.text.split()) <= LEFT_OVER - 2)


def _is_today(layout: Layout, dated: Dated) -> bool:
    """A time stamp whose weekday is the one that the first paragraphs call today: a clock of another day has it only
    once in seven, and stands in the head of a site.
    """
    first = dated.expression.first
    stamped = bool(_TIME_OF_DAY.search(dated.line.text))
    return bool(stamped and first and first.day and first.first.isoweekday() in layout.today)


def _stands_again(layout: Layout, dated: Dated) -> bool:
    """The same day stands right below the text."""
    return dated.expression.first in layout.below


def _inside(layout: Layout, dated: Dated) -> bool:
    """Right after a first paragraph that is a summary, or labelled within the first paragraphs."""
    at = layout.place(dated.line)
    near = at - layout.prose[0] <= _BARE_AWAY
    if dated.label == "published":
        return near and dated.rest <= LEFT_OVER - 2
    above = layout.lines[at - 1]
    return layout.title is not None and at == layout.prose[0] + 1 and dated.rest <= 1 and above.is_body


def _below(layout: Layout, dated: Dated) -> bool:
    """Below the text: in its signature, or labelled and close, before anything of another story."""
    if dated.away > _LABEL_AWAY or dated.rest > LEFT_OVER - 2:
        return False
    at = layout.place(dated.line)
    cue, linked = layout.section(at - 1)
    if cue or layout.cue_below(dated.line):
        return False
    related = any(line.verdict == "related" for line in layout.between(at, layout.prose[-1]))
    return (dated.line.verdict == "signature" and not related) or (dated.label == "published" and not linked)


def _best(sound: list[Dated]) -> list[Dated]:
    """Labelled dates before bare ones, those of the place nearest to the headline first, updates last."""
    for label in ("published", None, "updated"):
        for zones in (("under-title", "lede", "inside"), ("above",), ("header",), ("below",)):
            group = [d for d in sound if d.label == label and d.zone in zones]
            if group:
                plain = [d for d in group if d.expression.kind == "absolute"]
                return plain or group
    return []


def _distinct(found: Iterable[Dated]) -> set[str]:
    """The values that are not merely coarser than another of them."""
    values = {d.expression.first.iso for d in found if d.expression.first}
    coarser = {value[:size] for value in values for size in range(1, len(value))}
    return values - coarser


def _contradicted(doubted: tuple[Dated, ...]) -> bool:
    """A date whose Hijri twin falls elsewhere."""
    return any(d.expression.fault == "hijri" for d in doubted)


def _precision(date: PartialDate | None) -> int:
    return len(date.iso) if date else 0


def _same(dated: Dated, chosen: Dated | None) -> bool:
    return bool(chosen and chosen.expression.first == dated.expression.first and not dated.expression.last)


def _counts(dated: Dated) -> bool:
    return dated.expression.first is not None and dated.expression.kind in ("absolute", "hijri")


def _how(layout: Layout, chosen: Dated | None) -> tuple[str, Certainty]:
    if chosen is None:
        return "date-line", "certain"
    if chosen.label:
        return f"label-{chosen.label}", "certain" if chosen.label == "published" else "probable"
    doubtful = chosen.zone in ("above", "header") or chosen.expression.kind == "hijri"
    certainty: Certainty = "probable" if doubtful else "certain"
    return {"lede": "dateline", "below": "signature-date"}.get(chosen.zone, "date-line"), certainty


def _why(layout: Layout, dated: Dated, chosen: Dated | None, against: frozenset[tuple[int, int]]) -> str:
    reasons = {
        "weekday-contradiction": dated.expression.fault == "weekday",
        "contradicted": _where(dated) in against,
        "copyright": layout.is_of_rights(dated.line),
        "caption": _is_caption(dated),
        "related-item": dated.line.verdict == "related",
        "updated": dated.label == "updated" and chosen is not None,
    }
    return next((why for why, holds in reasons.items() if holds), None) or _why_there(layout, dated)


def _why_there(layout: Layout, dated: Dated) -> str:
    at = layout.place(dated.line)
    if dated.line.verdict == "title":
        return "text-date"
    if dated.zone == "below":
        return _why_below(layout, at)
    if dated.rest > _TICKER:
        return "ticker"
    linked = at > 0 and layout.rest(layout.lines[at - 1]) >= LINKED and layout.lines[at - 1].verdict == "furniture"
    return "related-item" if dated.zone == "inside" or (linked and dated.rest <= 1) else "page-clock"


def _why_below(layout: Layout, at: int) -> str:
    cue, linked = layout.section(at)
    if cue:
        return "related-item" if cue == "related" else cue
    return "related-item" if linked else "below-article"
