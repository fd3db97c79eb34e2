"""What one article gives to what crosses articles: a small record made from that article alone, kept with it.

Invariant: rests on the article's lines and facts and on the lexicon, on no other article. What crosses articles is made
anew each time from these records, and reads again only the few articles in which something meets.
"""

from __future__ import annotations

import json
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

from generator.catalogue import likeness
from generator.catalogue.candidates import candidates
from generator.catalogue.copies import said_by
from generator.catalogue.groups import Entry
from generator.catalogue.points import value_of
from generator.catalogue.senses import Sense
from generator.catalogue.sensing import SenseWords, senses_in
from generator.catalogue.tallies import sayings_of, threes
from generator.lexicon import Lexicon
from generator.model import Article
from generator.model.kept import NOTHING_KEPT, Kept

_TEXTS, _RECORDS = "text", "traces"

Hashes: TypeAlias = "array[int]"
"""Of words, in 32 bits each and sorted: what only seems to meet is looked at again."""


@dataclass(frozen=True)
class Traces:
    """told: for likeness. senses: for each figure that has one, of what event it is told, then its words. sayings: for
    each its runs of words. worths: what speaks for each candidate of the points, apart from themes.
    """

    told: likeness.Traits
    senses: tuple[Hashes, ...]
    sayings: tuple[Hashes, ...]
    worths: tuple[int, ...]


class Tracer:
    """What articles give: from what was kept of them, else made. `rests_on`: all that the lexicon is made of."""

    def __init__(self, lexicon: Lexicon, kept: Kept = NOTHING_KEPT, rests_on: str = "") -> None:
        self.lexicon = lexicon
        self._kept, self._vocabulary, self._rests_on = kept, SenseWords(lexicon), rests_on

    def text(self, article: Article) -> str:
        """What tells whether two articles have one text."""
        known = self._kept.get(_TEXTS, key) if (key := self._key(article)) else None
        if known is not None:
            return known.decode("ascii")
        made = blake2b(said_by(article).encode(), digest_size=16).hexdigest()
        if key:
            self._kept.put(_TEXTS, key, made.encode("ascii"))
        return made

    def of(self, article: Article) -> Traces:
        """What an article gives to what crosses articles."""
        known = _decoded(self._kept.get(_RECORDS, key)) if (key := self._key(article)) else None
        if known is not None:
            return known
        made = self._made(article)
        if key:
            self._kept.put(_RECORDS, key, _encoded(made))
        return made

    def senses(self, entry: Entry) -> tuple[Sense, ...]:
        """The figures of an article that may be compared."""
        return senses_in(entry, self._vocabulary)

    def _key(self, article: Article) -> str:
        """Under what it is kept; nothing, of an article of which nobody knows whether it is the same."""
        return article.digest and f"{article.digest} {article.extent} {self._rests_on}"

    def _made(self, article: Article) -> Traces:
        entry = Entry(article, "", None)
        return Traces(
            told=likeness.traits_of(article),
            senses=tuple(map(_sensed, self.senses(entry))),
            sayings=tuple(_hashes(threes(saying.quote.text)) for saying in sayings_of(entry)),
            worths=tuple(value_of(one, self.lexicon) for one in candidates(entry, self.lexicon)),
        )


def _sensed(sense: Sense) -> Hashes:
    """What happens to what a figure counts, then the words of its sentence, each with what is counted."""
    noun = " ".join(sense.noun)
    return _hashes([f"{noun}|{' '.join(sorted(sense.events))}"]) + _hashes(f"{noun}|{word}" for word in sense.words)


def _hashes(words: Iterable[str]) -> Hashes:
    return array("I", sorted({zlib.crc32(word.encode()) for word in words}))


def _encoded(made: Traces) -> bytes:
    lists = (made.told, made.senses, made.sayings)
    return json.dumps([*([_text(values) for values in some] for some in lists), made.worths]).encode("ascii")


def _decoded(data: bytes | None) -> Traces | None:
    """The record that some bytes are; None where there are none, or they are none."""
    try:
        told, senses, sayings, worths = json.loads(data or b"")
        sketch, words, times = (_values(kind, x) for kind, x in zip("IQB", told, strict=True))
        figures, said = (tuple(_values("I", x) for x in some) for some in (senses, sayings))
        return Traces(likeness.Traits(sketch, words, times), figures, said, tuple(map(int, worths)))
    except (ValueError, TypeError):
        return None


def _text(values: Hashes) -> str:
    return b64encode(values.tobytes()).decode("ascii")


def _values(kind: str, text: str) -> Hashes:
    return array(kind, b64decode(text, validate=True))
