"""Words that signs break: «داعـ..ـش», «دا*عش», «د.ا.ع.ش», as those write who fear a filter.

Invariant: a line so read is for comparing alone. Whether such letters are one word, or two sentences without a space
between them («انتهى.وقال»), the letters do not tell: only what a lexicon knows as one counts as one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.reading.letters import fold
from generator.reading.line import ReadLine, read_line

_APART = frozenset("_/\\@:«»“”„\"'()[]")
"""Signs between words that are words by themselves: hashtags, dates, addresses, quotations."""
# Most lines have neither, which a look at them tells at once: signs between two letters, three letters by themselves.
_TOUCHING = re.compile(r"\w[^\w\s]+\w")
_SPACED = re.compile(r"(?<!\w)\w \w \w(?!\w)")


class Mended(NamedTuple):
    """A line with its broken words as one each, and for each word the first and last word of the line it is made of."""

    line: ReadLine
    words: tuple[tuple[int, int], ...]


def mended(line: ReadLine) -> Mended | None:
    """A line without the signs that stand between two letters; None where there are none."""
    if not _TOUCHING.search(line.text) and not _SPACED.search(line.text):
        return None
    runs, folded = [[0, 0]] if line.tokens else [], line.words
    for at in range(1, len(folded)):
        # Most words are of several letters, with a space before.
        if not (len(folded[at]) > 1 and line.gap(at) == " ") and _inside(line, at):
            runs[-1][1] = at
        else:
            runs.append([at, at])
    if len(runs) == len(line.tokens):
        return None
    words = [
        "".join(map(fold, line.written[first : last + 1])) if last > first else line.word(first) for first, last in runs
    ]
    gaps = [line.gap(first) for first, _ in runs[1:]]
    text = "".join(piece for pair in zip(words, [*gaps, ""], strict=True) for piece in pair)
    return Mended(read_line(text), tuple((first, last) for first, last in runs))


def _inside(line: ReadLine, at: int) -> bool:
    """True when signs without white space stand before a word, or one space between two letters by themselves."""
    gap = line.gap(at)
    if gap == " ":
        return all(len(line.folded(near)) == 1 and line.folded(near).isalpha() for near in (at - 1, at))
    letters = line.folded(at - 1)[-1:].isalpha() and line.folded(at)[:1].isalpha()
    return letters and not any(sign.isspace() or sign in _APART for sign in gap)
