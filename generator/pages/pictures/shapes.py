"""What a picture is made of: lines, boxes, discs, arrows and words, and the table that says the same.

Across, places are parts of a hundred, so that a picture is as wide as its page and its letters stay as they are; down,
they are pixels. All is laid out for the narrowest page, and a wider one only has more room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.pages.desk import Link

# Of the text on a telephone of 320 pixels.
NARROWEST = 288
# How wide words are at 12 pixels in the heavier face of the interface: of 5,900 words of news 99 in a hundred, and all
# lines of 25 letters and more, stay below so much a letter and so much more; a digit of it has 7.2.
_LETTER = 5.6
_BESIDE = 10
_DIGIT = 7.2
LINE = 16
"""The height of a line of words."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Stroke:
    """A line from one place to another."""

    x: float
    y: float
    to_x: float
    to_y: float
    kind: str


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True)
class Disc:
    """A circle whose area counts."""

    x: float
    y: float
    radius: float
    kind: str


@dataclass(frozen=True)
class Arrow:
    """A point that says that something goes on, to the left or to the right."""

    x: float
    y: float
    left: bool
    kind: str


@dataclass(frozen=True)
class Words:
    """A line of words, its baseline at `y`; it begins, ends or has its middle at `x`, so many pixels to the right."""

    x: float
    y: float
    text: str
    anchor: Anchor
    kind: str
    beside: float = 0


Shape = Stroke | Box | Disc | Arrow | Words


@dataclass(frozen=True)
class TableRow:
    """A row of a table: what it is about, perhaps with a way there, and its values in words."""

    head: Link
    cells: tuple[str, ...]
    linked: bool = True


@dataclass(frozen=True)
class Tabled:
    """What a picture shows, as a table."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Picture:
    """A picture with its name, what it shows in words, how to read it, and its table."""

    kind: str
    name: str
    described: str
    note: str
    height: int
    shapes: tuple[Shape, ...]
    told: Tabled

    @property
    def boxes(self) -> tuple[Box, ...]:
        return tuple(x for x in self.shapes if isinstance(x, Box))

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        return tuple(x for x in self.shapes if isinstance(x, Stroke))

    @property
    def discs(self) -> tuple[Disc, ...]:
        return tuple(x for x in self.shapes if isinstance(x, Disc))

    @property
    def arrows(self) -> tuple[Arrow, ...]:
        return tuple(x for x in self.shapes if isinstance(x, Arrow))

    @property
    def words(self) -> tuple[Words, ...]:
        return tuple(x for x in self.shapes if isinstance(x, Words))


def width_of(text: str) -> float:
    """How many parts of a hundred a line of words takes of the narrowest page."""
    letters = sum(_DIGIT if letter.isascii() and letter != " " else _LETTER for letter in text)
    return (letters + (0 if text.isdecimal() else _BESIDE)) / NARROWEST * 100


def fitted_words(text: str, room: float) -> str:
    """A line of words cut at a word, or in one that alone is too long, so that it takes no more than so much room."""
    if width_of(text) <= room:
        return text
    most = next(end for end in range(len(text) - 1, -1, -1) if not end or width_of(f"{text[:end]} …") <= room)
    cut = text[:most]
    whole = cut.rsplit(" ", 1)[0] if " " in cut and text[most] != " " else cut
    loose = whole.rstrip("،,؛:.").rstrip("«").rstrip(" (")
    return f"{loose} …"


def over_lines(text: str, room: float, most: int) -> tuple[str, ...]:
    """Words over so many lines at most, each of which takes no more than so much room."""
    lines = list[str]()
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(fitted_words(line, room) for line in kept if line)


def mirrored(x: float, direction: str) -> float:
    """A place counted from where lines of the interface begin, counted from the left."""
    return 100 - x if direction == "rtl" else x
