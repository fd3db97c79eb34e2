"""Which lines are one paragraph that was broken at a width, and where its words stand on them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from generator.model.words import LinePiece, Wrap
from generator.reading.paragraphs import wrapped, wraps

CASES = Path(__file__).parent.parent / "cases" / "paragraphs"
WIDTHS = range(40, 100, 2)
BROKEN = 0.97


def texts(name: str) -> dict[str, list[str]]:
    """The texts of a file by their titles, each as its lines."""
    _, *parts = (CASES / name).read_text("utf-8").split("\n=== ")
    return {title: lines for part in parts for title, *lines in [part.rstrip("\n").split("\n")]}


def blank_between(paragraph: str, width: int) -> list[str]:
    return [*textwrap.wrap(paragraph, width), ""]


def one_after_another(paragraph: str, width: int) -> list[str]:
    return textwrap.wrap(paragraph, width)


def indented(paragraph: str, width: int) -> list[str]:
    return textwrap.wrap(paragraph, width, initial_indent="    ")


def without_its_indent(paragraph: str, width: int) -> list[str]:
    return [line.strip() for line in indented(paragraph, width)]


def quoted_in_a_mail(paragraph: str, width: int) -> list[str]:
    return [f"> {line}".rstrip() for line in blank_between(paragraph, width)]


def set_to_the_right(paragraph: str, width: int) -> list[str]:
    return [line.rjust(width) if line else line for line in blank_between(paragraph, width)]


def justified(paragraph: str, width: int) -> list[str]:
    *full, last = textwrap.wrap(paragraph, width)
    return [*(_spread(line, width) for line in full), last, ""]


def _spread(line: str, width: int) -> str:
    words, room = line.split(), width - len(line)
    gaps = [1 + room // (len(words) - 1) + (at < room % (len(words) - 1)) for at in range(len(words) - 1)]
    return "".join(word + " " * gap for word, gap in zip(words, [*gaps, 0], strict=True))


def by_the_eye(paragraph: str, width: int) -> list[str]:
    """As wide as letters are in print: some half as wide as others."""
    lines, room = [""], float(width)
    for word in paragraph.split():
        wide = sum(0.7 if letter in 'اأإآلردذزو،.:«»()"1' else 1.3 if letter in "سشصضطظ" else 1.0 for letter in word)
        if wide > room:
            lines, room = [*lines, ""], float(width)
        lines[-1] += f"{word} "
        room -= wide + 0.7
    return [*(line.rstrip() for line in lines), ""]


WAYS = (
    blank_between, one_after_another, indented, without_its_indent, quoted_in_a_mail, set_to_the_right, justified,
    by_the_eye,
)  # fmt: skip


def broken(paragraphs: list[str], way: Callable[[str, int], list[str]], width: int) -> Iterator[bool]:
    """Whether each paragraph of a text that was broken in a way is found again, and nothing more."""
    parts = [way(paragraph, width) for paragraph in paragraphs]
    found = wrapped([line for part in parts for line in part])
    for (start, _), part in zip(pairwise(accumulate(map(len, parts), initial=0)), parts, strict=True):
        size = sum(any(c.isalnum() for c in line) for line in part)
        met = [lines for lines in found if lines.start < start + size and lines.stop > start]
        yield met == ([range(start, start + size)] if size > 1 else [])


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_paragraph_that_was_broken_is_found_again(way: Callable[[str, int], list[str]]) -> None:
    """At thirty widths; what cannot be told is whether a sentence that fills its line ends a paragraph with it."""
    found = [same for text in texts("prose.txt").values() for width in WIDTHS for same in broken(text, way, width)]
    assert sum(found) / len(found) >= (
        BROKEN if way not in (one_after_another, without_its_indent, by_the_eye) else 0.96
    )


@pytest.mark.parametrize(("title", "lines"), texts("apart.txt").items())
def test_lines_that_stand_by_themselves_are_left_alone(title: str, lines: list[str]) -> None:
    assert wrapped(lines) == ()
    assert wrapped([part for line in lines for part in (line, "")]) == ()


def test_a_text_that_was_not_broken_is_left_alone() -> None:
    for text in texts("prose.txt").values():
        assert wrapped(text) == ()


def test_a_paragraph_knows_where_its_words_stand() -> None:
    """The mark by which a mail quotes a line is none of it, nor the room around it; behind a hyphen no space comes."""
    lines = ["> عاد الوزير إلى بيروت ", ">  برفقة وفد روسي-", "> سعودي."]
    spans = ((2, 22), (3, 18), (2, 8))
    pieces = (
        LinePiece(n, *at, line[slice(*at)]) for n, (line, at) in enumerate(zip(lines, spans, strict=True), start=1)
    )
    whole = Wrap(tuple(pieces))
    assert whole.text == "عاد الوزير إلى بيروت برفقة وفد روسي-سعودي."
    start = whole.text.index("بيروت")
    cut = whole.cut(start, len(whole.text))
    assert [(x.line, x.text) for x in cut] == [(1, "بيروت"), (2, "برفقة وفد روسي-"), (3, "سعودي.")]
    assert all(lines[x.line - 1][x.start : x.end] == x.text for x in cut)
    assert (whole.place(1, cut[0].start), whole.place(3, cut[-1].end)) == (start, len(whole.text))


def test_the_pieces_of_a_mail_are_the_words_without_its_marks() -> None:
    text = texts("prose.txt")["a bridge"]
    lines = [line for paragraph in text for line in quoted_in_a_mail(paragraph, 60)]
    assert [wrap.text for wrap in wraps(lines)] == text
