"""Who wrote, prepared or edited an article, as a byline close to it says. A translator is no author.

Invariant: a person's name after a byline's label and nothing else on that row; a desk or an outlet is no author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.found import Found
from generator.facts.publisher.names import known_name, trimmed
from generator.facts.publisher.rows import PageRows, page_rows
from generator.lexicon import Lexicon
from generator.model import Facts, Named
from generator.reading.letters import key, squeeze
from generator.reading.line import ReadLine, ReadText

_FEWEST_WORDS, _MOST_WORDS = 2, 5
_ROW_WORDS = 10
_BELOW = 3
_MARK = re.compile(r"\s*[:/|\-–—ـ]\s*")
_STOP = re.compile(r"[.؟!؛،,]\s|[«»\"“”]")
_TITLE = re.compile(r"^(?:[^\W\d_]{1,2}\s?\.\s?)+")


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[Named | None]:
    """The author by the surest label; the first of several. None without a byline."""
    seen = text.once(page_rows, lexicon)
    ranks = list(lexicon.outlets.bylines)
    # Bylines stand round the beginning of the article and right below its end.
    begin, end = max(0, seen.top - 3), min(seen.first + 2, seen.top + 12)
    rows = (*seen.rows[begin:end], *seen.rows_at(place for place in seen.tail(_BELOW) if place >= end))
    short = (row for row in rows if len(row.tokens) <= _ROW_WORDS and seen.at(row) != seen.title)
    found = [pair for row in short for pair in _named(seen, row)]
    return Found(min(found, key=lambda pair: ranks.index(pair[0]), default=("", None))[1])


def _named(seen: PageRows, row: ReadLine) -> Iterator[tuple[str, Named]]:
    for rule, label in ((rule, label) for rule, labels in seen.outlets.bylines.items() for label in labels):
        size = label.count(" ") + 1
        if row.key.startswith(label) and " ".join(row.words[:size]) == label and len(row.tokens) > size:
            named = _person(seen, row, row.tokens[size - 1].end, rule)
            if named:
                yield rule, named


def _person(seen: PageRows, row: ReadLine, after: int, rule: str) -> Named | None:
    """The name after a label. Without a mark between them the row must be short: «كتب الوزير …» is a sentence."""
    text, cues = row.text, seen.cues
    mark = _MARK.match(text, after)
    # It ends where the translator begins whom the same row names.
    translated = min((h.start for h in cues.translators.find(text) if h.start > after), default=len(text))
    start, end = trimmed(text, mark.end() if mark else after, translated)
    piece = text[start:end]
    words, plain = tuple(key(piece).split()), _TITLE.sub("", piece)
    if not _FEWEST_WORDS <= len(words) <= (_MOST_WORDS if mark else _MOST_WORDS - 1):
        return None
    if _STOP.search(plain) or any(c.isdecimal() for c in piece) or "." in plain:
        return None
    if any(words_of.among(words) for words_of in (cues.not_persons, cues.sentence_words, cues.page_words)):
        return None
    known = known_name(seen.outlets, words)
    return None if known else Named(squeeze(piece), (row.evidence(start, end, rule),))
