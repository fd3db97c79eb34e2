"""Further articles in one file: where each begins and ends, so that nothing of theirs is told of the first.

Two texts pasted into one file look like one that goes on. A further article is a headline with a date of its own, or
with a dateline, after a rule or a gap wider than those of the text, and paragraphs under it. Invariant: every line
stays where it is; for the finders of facts those of a further article are blank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.facts.dating.expressions import dates_of
from generator.facts.dating.layout import is_date_line
from generator.facts.signing.datelines import dateline_of
from generator.lexicon import Lexicon
from generator.model import Problem, Source
from generator.reading.line import ReadLine, ReadText

_FEWEST, _MOST = 4, 25  # words of a headline; a reader who comments has a name of two or three
_PARAGRAPH = 12  # words
_RULE = 3  # signs
_DRAWN = "\u0640"  # the tatweel, a letter by its class
_HEAD = 3  # lines of a head: section or byline, headline, date
_UNFINISHED = (".", ":", "،", ",", "؛", "…", "؟»")
_FINISHED = (".", "»", '"', "؟", "!", "…", "”", ")")
_OTHERS = frozenset({"comment", "caption"})


@dataclass(frozen=True)
class Further:
    """A further article: its headline, and the numbers of its first and last line."""

    headline: str
    first: int
    last: int


def further(text: ReadText, lexicon: Lexicon) -> tuple[Further, ...]:
    """Every further article of a file, in order."""
    lines = [line for line in text.lines if line.text.strip()]
    begun = next((at for at, line in enumerate(lines) if line.is_body and _is_paragraph(line)), len(lines))
    usual = _usual_gap(lines[begun:])
    starts = [
        (at, head)
        for at in range(begun + 1, len(lines) - 1)
        if _parted(lines, at, usual) and (head := _headline(lines, at, lexicon)) is not None
    ]
    if not starts:
        return ()
    ends = [*(_last_before(lines, at) for at, _ in starts[1:]), _last_paragraph(lines)]
    return tuple(
        Further(lines[head].text.strip(), lines[at].number, lines[end].number)
        for (at, head), end in zip(starts, ends, strict=False)
    )


def first_alone(text: ReadText, others: Sequence[Further]) -> ReadText:
    """The text with the lines of further articles blank."""
    inside = {number for x in others for number in range(x.first, x.last + 1)}
    lines = tuple(ReadLine(x.number, "", "blank", x.rule) if x.number in inside else x for x in text.lines)
    return ReadText(text.source, text.language, lines)


def warnings_of(source: Source, others: Sequence[Further]) -> tuple[Problem, ...]:
    """A warning for each, with the lines to cut."""
    return tuple(
        Problem(
            "warning", source.name, x.first, "several-articles",
            (("title", x.headline), ("first", str(x.first)), ("last", str(x.last))),
        )
        for x in others
    )  # fmt: skip


def _usual_gap(lines: Sequence[ReadLine]) -> int:
    """The number of blank lines that stand between most lines of the text."""
    gaps = Counter(two.number - one.number - 1 for one, two in pairwise(lines))
    return gaps.most_common(1)[0][0] if gaps else 0


def _is_rule(line: ReadLine) -> bool:
    drawn = line.text.strip()
    return len(drawn) >= _RULE and (drawn[0] == _DRAWN or not drawn[0].isalnum()) and not line.tokens


def _parted(lines: Sequence[ReadLine], at: int, usual: int) -> bool:
    """True where a rule or a gap wider than those of the text stands before a line."""
    gap = lines[at].number - lines[at - 1].number - 1
    return not _is_rule(lines[at]) and (_is_rule(lines[at - 1]) or gap > max(usual, 1))


def _headline(lines: Sequence[ReadLine], at: int, lexicon: Lexicon) -> int | None:
    """The place of the headline of an article that begins at a line; None where none does."""
    body = next((i for i in range(at, min(at + _HEAD + 1, len(lines))) if _is_paragraph(lines[i])), None)
    head = range(at, body or at)
    titles = [i for i in head if _is_headline(lines[i]) and not lines[i].once(is_date_line, lexicon)]
    if body is None or not titles:
        return None
    # A headline that is taken for a link has a text below it: a teaser's one paragraph, without a rule above, is none.
    long_enough = _is_rule(lines[at - 1]) or (body + 1 < len(lines) and _is_paragraph(lines[body + 1]))
    if lines[titles[0]].verdict == "related" and not (lines[body].is_body or long_enough):
        return None
    stated = any(lines[i].once(is_date_line, lexicon) for i in head)
    ruled = _is_rule(lines[at - 1])
    return titles[0] if stated or _has_dateline(lines[body], lexicon, ruled) else None


def _is_headline(line: ReadLine) -> bool:
    words = len(line.tokens)
    return _FEWEST <= words <= _MOST and not line.text.rstrip().endswith(_UNFINISHED) and line.verdict not in _OTHERS


def _is_paragraph(line: ReadLine) -> bool:
    return len(line.tokens) >= _PARAGRAPH and line.text.rstrip().endswith(_FINISHED)


def _has_dateline(line: ReadLine, lexicon: Lexicon, ruled: bool) -> bool:
    """«القاهرة 5 مايو 2020 –»; after a rule a city and a dash are enough."""
    head = line.once(dateline_of, lexicon)
    months = any(e.first and e.first.month and head.tells(e.start, tied=False) for e in dates_of(line, lexicon.dates))
    return head.is_parted and (months or ruled)


def _last_before(lines: Sequence[ReadLine], at: int) -> int:
    """The last line before one that is no rule."""
    return next(i for i in range(at - 1, -1, -1) if not _is_rule(lines[i]))


def _last_paragraph(lines: Sequence[ReadLine]) -> int:
    """The last line that is a sentence at least: what a site writes below its article is none."""
    sentences = (i for i, x in enumerate(lines) if len(x.tokens) >= _FEWEST and x.text.rstrip().endswith(_FINISHED))
    return max(sentences, default=0)
