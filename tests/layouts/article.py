"""Lays an article's text as a site lays it: apart or not, wrapped, cut by links, with a dateline or a table."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.layouts.page import Body, Line
from tests.layouts.prose import KINDS, TO_US, US, Paragraph, Teller, with_subheadings
from tests.layouts.slots import Missing, Slots
from tests.layouts.stock import stock, topics

WIDTHS = (45, 60, 72, 90)


def laid_body(
    slots: Slots, options: dict[str, Any], given: Body | None, inner: Callable[[], list[Line]]
) -> Iterator[Line]:
    """The lines of the article, with what the site puts between its paragraphs."""
    rng = slots.rng
    pieces = _pieces(slots, options, given)
    width = rng.choice(WIDTHS) if rng.random() < options.get("wrap", 0.04) else 0
    indent = "  " if width and rng.random() < 0.2 else ""
    gap = rng.choice(options.get("gap", [0, 0, 0, 1, 1, 2]))
    between = set(rng.sample(range(len(pieces)), min(len(pieces), _count(rng, options.get("inner", 0.4))))) - {0}
    table_at = rng.randrange(1, len(pieces) + 1) if rng.random() < options.get("table", 0.03) else -1
    for i, piece in enumerate(pieces):
        if i in between:
            yield from inner()
        yield from _paragraph(piece, width, indent, options, rng)
        if gap and not (piece.kind == "verse" and rng.random() < 0.5):
            yield from [Line("", "blank")] * gap
        if i + 1 == table_at:
            yield from laid_table(slots, {})


def _count(rng: Random, mean: float) -> int:
    """How many links stand inside: mostly none, seldom three."""
    return sum(rng.random() < mean / 2 for _ in range(3))


def _pieces(slots: Slots, options: dict[str, Any], given: Body | None) -> list[Paragraph]:
    rng = slots.rng
    if given:
        made = [Paragraph(text) for text in given.paragraphs]
    else:
        low, high = options.get("count", [3, 10])
        made = KINDS[rng.choice(options.get("kinds", ["news"]))](slots.teller, rng.randint(low, high))
        if rng.random() < options.get("subs", 0.12):
            made = with_subheadings(slots.teller, made)
    if rng.random() < options.get("merge", 0.03) and not given:
        made = [Paragraph(" ".join(piece.text for piece in made))]
    if rng.random() < options.get("dateline", 0.3):
        made = _datelined(_dateline(slots, options.get("datelines", "datelines")), made)
    return made


def _datelined(dateline: str, made: list[Paragraph]) -> list[Paragraph]:
    """The article with its dateline, on the line of the first words or on one of its own."""
    if dateline.endswith("\n"):
        return [Paragraph(dateline.strip(), "meta"), *made]
    return [Paragraph(dateline + made[0].text, made[0].kind), *made[1:]]


def _dateline(slots: Slots, forms: str) -> str:
    """What stands before the first word of the article; nothing where the page has not what it names."""
    for _ in range(6):
        try:
            return slots.fill(slots.rng.choice(stock("dates")[forms]))
        except Missing:
            continue
    return ""


def _paragraph(piece: Paragraph, width: int, indent: str, options: dict[str, Any], rng: Random) -> Iterator[Line]:
    """A paragraph on one line, or on as many as its width or a site of short lines makes of it."""
    if piece.kind == "text" and width:
        lines = textwrap.wrap(piece.text, width, break_long_words=False, break_on_hyphens=False)
        yield from (Line(indent + line if i == 0 else line, "body") for i, line in enumerate(lines))
    elif piece.kind == "text" and options.get("short_lines"):
        for sentence in piece.text.replace(". ", ".\n").split("\n"):
            yield Line(sentence, "body")
    else:
        yield Line(piece.text, "meta" if piece.kind == "meta" else "body")


def live_entries(slots: Slots) -> Iterator[Line]:
    """What a live page adds hour by hour: all of it is the article."""
    rng = slots.rng
    style = rng.choice(["{t}", "{t} - ", "{t}: ", "[{t}] "])
    for _ in range(rng.randint(3, 9)):
        clock, text = slots.fill("{time}"), slots.teller.sentence(rng.choice(["flash", "middle", "quote"]))
        if style == "{t}":
            yield Line(clock, "meta")
            yield Line(text, "body")
        else:
            yield Line(style.replace("{t}", clock) + text, "body")


def other_article(slots: Slots) -> Iterator[Line]:
    """A second article, whole: its headline, perhaps its date and writer, its text."""
    rng = slots.rng
    told = Teller(rng, slots.topic if rng.random() < slots.near / 2 else rng.choice(sorted(topics())))
    heading = told.headline()
    yield _other(heading)
    if rng.random() < 0.4:
        yield _other(slots.fill(rng.choice(["{rel}", "{name}", "{name} - {rel}", "نشر في {rel}", "{section} | {rel}"])))
    for piece in KINDS[rng.choice(["news", "news", "flash", "opinion", "interview"])](told, rng.randint(1, 4)):
        yield _other(piece.text)


def _other(text: str) -> Line:
    return Line(text.replace(TO_US, "لمراسلنا").replace(US, "وسائل الإعلام"), "other")


def laid_table(slots: Slots, options: dict[str, Any]) -> Iterator[Line]:
    """A table with a head: tabs, bars or spaces between its cells, or each cell on a line of its own."""
    rng, forms = slots.rng, stock("tables")
    form = forms[rng.choice(sorted(forms))]
    rows = [form["head"]]
    keys = rng.sample(form["keys"], min(len(form["keys"]), rng.randint(*options.get("rows", [3, 8]))))
    rows += [[key if cell == "key" else slots.fill(cell) for cell in form["row"]] for key in keys]
    if rng.random() < 0.2:
        rows = rows[1:]
    separator = rng.choice(["\t", "\t", " | ", "   ", "\n", "\n", " - "])
    for row in rows:
        for cell in separator.join(row).split("\n"):
            yield Line(cell, "table")
