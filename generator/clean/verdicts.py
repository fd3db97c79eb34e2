"""States to verdicts: which of the headlines is the title, which short lines divide the text, what left lines are.

Invariant: every line of a column gets one verdict; at most one is the title.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.clean.column import Column
from generator.clean.core import may_head
from generator.clean.view import View
from generator.model import Verdict

KEPT = frozenset({"title", "dek", "body", "table"})
"""States of lines that readers get."""

_OF_STATE: Mapping[str, Verdict] = {"dek": "dek", "body": "body", "table": "table", "comment": "comment"}
_LONGEST_SUBHEADING, _LONGEST_SIGNATURE, _SHORTEST_DEK = 14, 6, 7
_PARAGRAPH, _LONG_PARAGRAPH = 8, 25
_SHORT, _FEW_WORDS = 4, 3
_REACH, _SAID_AGAIN, _HELD = 8, 0.4, 0.19
_ROUND = frozenset({"head", "meta", "foot"})


@dataclass(frozen=True)
class Titled:
    """A column with the state of each line, and the place of its title."""

    column: Column
    states: Sequence[str]
    title: int | None

    @cached_property
    def body(self) -> list[int]:
        """The places of the article's own lines."""
        return [place for place, state in enumerate(self.states) if state in ("dek", "body", "table")]

    @property
    def first(self) -> int:
        """The first of them; beyond the last line where there is none."""
        return self.body[0] if self.body else len(self.states)

    @property
    def last(self) -> int:
        """The last of them; far above the first line where there is none."""
        return self.body[-1] if self.body else -2


def with_title(column: Column, states: Sequence[str]) -> Titled:
    """Chooses the title among the lines in its state: the last above the text, for copies stand in paths and menus."""
    states = _with_paragraphs(column, states)
    first = next((place for place, state in enumerate(states) if state in ("body", "table")), None)
    own = (place for place, state in enumerate(states) if state == "title")
    titles = [place for place in own if not _is_strange(column, place)]
    above = [place for place in titles if first is None or place < first]
    title = max(above or titles, default=None) if first is not None else None
    if title is None and first is not None:
        title = _likeliest(column, states)
        states = states if title is None else [_above(state, at, title) for at, state in enumerate(states)]
    return Titled(column, _without_heads(column, states, title), title)


def _with_paragraphs(column: Column, states: Sequence[str]) -> Sequence[str]:
    """Whole sentences of the heart that stand between the headline and the text, or where no text is, are text."""
    first, last = column.core or (0, -1)
    title = max((p for p, state in enumerate(states) if state == "title" and p <= last), default=first - 1)
    text = next((p for p, state in enumerate(states) if state == "body"), last + 1)
    kept = {p for p in range(title + 1, min(last + 1, text)) if _is_prose(column.views[p])}
    return ["body" if p in kept and state in _ROUND else state for p, state in enumerate(states)]


def _is_prose(view: View) -> bool:
    # Headlines run together have a seventh to a sixth of little and joining words, paragraphs a fifth and more.
    held = view.ends_sentence or view.little_share + view.joined_share >= _HELD
    return not view.label and held and view.size >= _LONG_PARAGRAPH


def _likeliest(column: Column, states: Sequence[str]) -> int | None:
    """Where no line is in the title's state: the line above the first sentence that the text says again, or none."""
    place = column.headline
    sentence = next((p for p, s in enumerate(states) if s == "body" and _is_paragraph(column.views[p])), None)
    if place is None or sentence is None or not place < sentence <= place + _REACH:
        return None
    view, share = column.views[place], column.fits[place]
    if (
        view.separators > 1
        or _is_said(view)
        or view.is_credit
        or view.speaks
        or (view.ends_sentence and view.text[-1:] != "!")
    ):
        return None
    alone = all(column.views[p].label for p in range(place))
    return place if share >= _SAID_AGAIN and share * len(view.stems) >= 2 - alone else None


def _above(state: str, place: int, title: int) -> str:
    """The state of a line when another is the title: text does not stand above it."""
    return "title" if place == title else "head" if place < title and state in ("dek", "body") else state


def _is_strange(column: Column, place: int) -> bool:
    """Shares no word with the text, and is a credit, of few words, or the last of a row of phrases."""
    view, above = column.views[place], column.view(place - 1)
    if column.fits[place] or column.opens[place] or column.copies[view.words] > 1 or not column.core:
        return False
    return view.is_credit or view.size <= _FEW_WORDS or (above is not None and may_head(above))


def _without_heads(column: Column, states: Sequence[str], title: int | None) -> Sequence[str]:
    """A text begins with a sentence: a few words between it and the title are none of it."""
    own = [place for place, state in enumerate(states) if state in ("dek", "body", "table")]
    heads = dict[int, str]()
    for place, below in pairwise(own):
        view, next_ = column.views[place], column.views[below]
        few = view.is_phrase and view.size < _SHORTEST_DEK and not (view.is_credit or _is_said(view))
        if states[place] != "body" or title is None or place < title or not few or not _is_paragraph(next_):
            break
        heads[place] = "meta"
    return [heads.get(place, state) for place, state in enumerate(states)]


def _is_said(view: View) -> bool:
    """A point of a list, or a turn of a talk: a letter or name before a colon, a dash, a star."""
    return view.is_item or view.is_turn or view.speaker is not None


def _is_paragraph(view: View) -> bool:
    return view.size >= _PARAGRAPH and (view.ends_sentence or view.size >= _LONG_PARAGRAPH)


def verdict(page: Titled, place: int) -> Verdict:
    """What a line is."""
    state = page.states[place]
    if place == page.title:
        return "title"
    if state == "body" and divides(page, place):
        return "subheading"
    if state == "title" and page.title is not None and place > page.title:
        return "dek"
    return _OF_STATE.get(state) or _left(page, place)


def _left(page: Titled, place: int) -> Verdict:
    """What a line is that readers do not get: as its list says, else by its shape and place."""
    state, view = page.states[place], page.column.views[place]
    if view.label:
        return view.label.verdict
    if state == "other" or page.column.linked[place]:
        return "other-article" if view.ends_sentence else "related"
    if state in ("meta", "head") and page.title is not None and page.title < place < page.first and view.is_phrase:
        return "caption"
    return "signature" if place == page.last + 1 and _signs(view) else "furniture"


def _signs(view: View) -> bool:
    """A few words about a dash: an outlet that names itself and its sources."""
    return view.size <= _LONGEST_SIGNATURE and "-" in view.text.replace("–", "-")


def divides(page: Titled, place: int) -> bool:
    """A phrase between two sentences of the text: it heads what follows.

    A piece of a broken sentence ends in a comma or a little word, or follows one; verses and rows stand by their like.
    """
    view = page.column.views[place]
    if not view.is_phrase or view.hangs or view.speaks or view.size > _LONGEST_SUBHEADING or _is_said(view):
        return False
    at = bisect_left(page.body, place)
    if at + 1 == len(page.body):
        return False
    below = page.column.views[page.body[at + 1]]
    closed = at == 0 or _closes(page.column.views[page.body[at - 1]])
    return closed and _is_paragraph(below)


def _closes(view: View) -> bool:
    return view.stops or view.introduces or (view.is_phrase and not view.hangs and view.size <= _SHORT)
