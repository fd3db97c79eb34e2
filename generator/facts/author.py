"""Who wrote, prepared or edited an article, as a byline close to it says. A translator is no author.

Invariant: a person's name after a byline's label and nothing else on that row; a desk or an outlet is no author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.found import Found, evidence
from generator.facts.publisher.names import known_name, trim
from generator.facts.publisher.sheet import Row, Sheet, sheet
from generator.lexicon import Lexicon
from generator.model import Cleaned, Facts, Named
from generator.reading.letters import fold, squeeze, tokens

_FEWEST_WORDS, _MOST_WORDS = 2, 5
_ROW_WORDS = 10
_BELOW = 3
_MARK = re.compile(r"\s*[:/|\-–—ـ]\s*")
_STOP = re.compile(r"[.؟!؛،,]\s|[«»\"“”]")
_TITLE = re.compile(r"^(?:[^\W\d_]{1,2}\s?\.\s?)+")


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[Named | None]:
    """The author by the surest label; the first of several. None without a byline."""
    seen = sheet(cleaned, facts, lexicon)
    ranks = list(lexicon.outlets.bylines)
    found = [(rule, named) for row in _near(seen) for rule, named in _bylines(seen, row)]
    return Found(min(found, key=lambda pair: ranks.index(pair[0]), default=("", None))[1])


def _near(seen: Sheet) -> tuple[Row, ...]:
    """The rows where bylines stand: round the beginning of the article and right below its end."""
    begin = max(0, seen.top - 3)
    end = min(seen.first + 2, seen.top + 12)
    below = seen.rows[max(seen.last, end) : seen.last + 1 + _BELOW]
    return tuple(
        row for row in (*seen.rows[begin:end], *below) if len(row.tokens) <= _ROW_WORDS and row.at != seen.title
    )


def _bylines(seen: Sheet, row: Row) -> Iterator[tuple[str, Named]]:
    for rule, labels in seen.outlets.bylines.items():
        for label in labels:
            size = len(label.split())
            if " ".join(row.words[:size]) == label and len(row.tokens) > size:
                named = _person(seen, row, row.tokens[size - 1].end, rule)
                if named:
                    yield rule, named


def _person(seen: Sheet, row: Row, after: int, rule: str) -> Named | None:
    """The name after a label. Without a mark between them the row must be short: «كتب الوزير …» is a sentence."""
    text = row.line.text
    mark = _MARK.match(text, after)
    start, end = trim(text, mark.end() if mark else after, _translated(seen, row, after))
    piece = text[start:end]
    words = tuple(fold(token.text) for token in tokens(piece))
    if not _FEWEST_WORDS <= len(words) <= (_MOST_WORDS if mark else _MOST_WORDS - 1) or not _is_person(
        seen, piece, words
    ):
        return None
    shown = evidence(row.line.number, text, start, end, rule)
    return Named(squeeze(piece), (shown,))


def _translated(seen: Sheet, row: Row, after: int) -> int:
    """Where the translator begins whom the same row names; its end when it names none."""
    hits = (h.start for h in seen.outlets.cues.translators.find(row.line.text) if h.start > after)
    return min(hits, default=len(row.line.text))


def _is_person(seen: Sheet, piece: str, words: tuple[str, ...]) -> bool:
    cues = seen.outlets.cues
    plain = _TITLE.sub("", piece)
    if _STOP.search(plain) or any(c.isdecimal() for c in piece) or "." in plain:
        return False
    if any(word in cues.not_persons or word in cues.sentence_words or word in cues.page_words for word in words):
        return False
    return known_name(seen.outlets, words) is None
