"""What an article comes to, above its text: its summary, where that is no repetition, and sayings that stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.catalogue.candidates import Quotable
from generator.catalogue.groups import Entry
from generator.catalogue.points import points
from generator.model import Article, Cleaned, Evidence
from generator.pages.desk import Desk, Link, anchor, excerpted

_MOST = 3
_SAYINGS = 2
# Words of a text for each saying above it: a short one is read as soon.
_EACH = 180
# Of more, so that those behind the first paragraph, which is read anyway, are among them.
_LOOKED_AT = 5
# On a phone the text is to begin in the first screen: four rows a saying at most.
_WORDS = 34
# Whoever reads the text as far as its summary goes reads so many times as much, else it is no summary to him.
_WORTH_SUMMARY = 2


@dataclass(frozen=True)
class KeyPoint:
    """Words of the text, whose they are where they are not the author's, whether in marks, and their place."""

    who: str
    words: str
    direct: bool
    place: Link


def key_points(desk: Desk, entry: Entry) -> tuple[KeyPoint, ...]:
    """Two or three points of an article; none of one that is not shown whole, or has nothing that stands by itself."""
    article = entry.article
    if article.extent != "full":
        return ()
    summed = tuple(_summed(desk, article))
    room = min(_SAYINGS, _MOST - len(summed), _count(line.text for line in article.cleaned.paragraphs) // _EACH)
    if room <= 0:  # looking sayings up takes a third of what an article's page does
        return summed[:_MOST]
    told = " ".join(point.words for point in summed)
    new = (one for one in points((entry,), desk.lexicon, most=_LOOKED_AT) if _is_new(one, told))
    return (*summed, *(_said(desk, one) for one in islice(new, room)))


def _is_new(one: Quotable, told: str) -> bool:
    """Whether a saying is short, stands behind the first paragraph, and is not in the summary."""
    first = one.entry.article.cleaned.paragraph(one.words.line) == 1
    return not first and len(one.words.text.split()) <= _WORDS and one.words.text not in told


def _said(desk: Desk, one: Quotable) -> KeyPoint:
    place = desk.place(one.entry.article.cleaned, one.words.line)
    who = one.quote.speaker or "" if one.quote else ""
    direct = bool(one.quote and one.quote.is_marked)
    if one.quote and one.quote.is_reported:
        who = desk.say("keypoint.told", who=who)
    return KeyPoint(who, one.words.text, direct, Link(place, f"#{anchor(one.shown_by)}"))


def _summed(desk: Desk, article: Article) -> Iterator[KeyPoint]:
    """The summary whole, for what leans on its first sentence is read behind it; none that the text begins with."""
    told, cleaned = article.facts.summary, article.cleaned
    if told and _count(_as_far_as(cleaned, told[-1])) >= _WORTH_SUMMARY * _count(x.text for x in told):
        for x in told:
            place = Link(desk.place(cleaned, x.line), f"#l{cleaned.holder(x.line).number}")
            yield KeyPoint("", excerpted(cleaned, x), direct=False, place=place)


def _as_far_as(cleaned: Cleaned, found: Evidence) -> Iterator[str]:
    """What of a text stands before the end of some of its words."""
    last, _, end = cleaned.span(found)
    yield from (line.text for line in cleaned.paragraphs if line.number < last.number)
    yield last.text[:end]


def _count(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
