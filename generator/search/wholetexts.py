"""All texts of an index of few words as one run of bits: what stands more than once is numbered, the rest is spelled
where it stands. Which word followed another when that one last stood tells much of what follows now.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.search.coder import Coder, mixed
from generator.search.corpus import Corpus, CorpusDocument
from generator.search.symbols import BAND_BITS, LAST, banded, by_frequency
from generator.search.texts import FIELD_BITS, either_sign

# What contexts and numbers are of; the first are the coder's own.
_FIELD, _AGAIN, _WHICH, _BAND, _AFTER = range(5, 10)
_MANY, _PASSAGES, _ANCHOR, _SYMBOLS = range(4)
# Before the first symbol of a passage; a symbol that is spelled; the first that is numbered.
_START, _SPELLED, _NUMBERED = range(3)
# A guess that came true so often is as sure as one may be.
_SURE = 7


def whole_texts(known: Corpus) -> bytes:
    """The numbered symbols in their bands, then every document."""
    counts = known.counts(len(known.documents))
    bands = banded(by_frequency({symbol: count for symbol, count in counts.items() if count > 1}))
    out = Coder("".join({*"".join(counts), *"".join(held.document.address for held in known.documents)}))
    for band in bands:
        out.number(_MANY, len(band))
        before = ""
        for symbol in band:
            out.after(before, symbol)
            before = symbol
    texts = _Texts(out, known.vocabulary.symbols, bands)
    for held in known.documents:
        texts.document(held)
    return out.packed()


class _Texts:
    """Puts documents into a run of bits."""

    def __init__(self, out: Coder, symbols: Sequence[str], bands: Sequence[Sequence[str]]) -> None:
        self._out = out
        self._symbols = symbols
        self._places = {symbol: (at, place) for at, band in enumerate(bands) for place, symbol in enumerate(band)}
        self._widths = [max(0, len(band) - 1).bit_length() for band in bands]
        # What stood behind a symbol, and how often that came true.
        self._guesses: dict[int, tuple[int, int]] = {}
        self._address = ""
        self._before, self._band = _START, LAST

    def document(self, held: CorpusDocument) -> None:
        """Its address behind the one before; of each passage its field, how far on its anchor is, its symbols."""
        out, anchor = self._out, 0
        out.after(self._address, held.document.address)
        self._address = held.document.address
        out.number(_PASSAGES, len(held.fields))
        start = 0
        for field, own, size in zip(held.fields, held.anchors, held.sizes, strict=True):
            out.tree(mixed(_FIELD, 0), mixed(_FIELD, 0), field, FIELD_BITS)
            out.number(_ANCHOR, either_sign(own - anchor))
            out.number(_SYMBOLS, size)
            self._before, self._band = _START, LAST
            for symbol in held.symbols[start : start + size]:
                self._symbol(self._symbols[symbol])
            anchor, start = own, start + size

    def _symbol(self, symbol: str) -> None:
        band, place = self._places.get(symbol, (LAST, 0))
        number = _SPELLED if band == LAST else _NUMBERED + (place << BAND_BITS | band)
        if not self._guessed(number):
            self._out.tree(mixed(_BAND, self._band), mixed(_AFTER, self._before), band, BAND_BITS)
            if band == LAST:
                self._out.word(symbol)
            else:
                self._out.plain(place, self._widths[band])
        self._before, self._band = number, band

    def _guessed(self, number: int) -> bool:
        """Say whether what followed follows again, where something did, and remember what does."""
        guess, times = self._guesses.get(self._before, (_START, 0))
        again = guess == number
        if guess:
            self._out.bit(
                mixed(_AGAIN, min(times, _SURE) << BAND_BITS | self._band), mixed(_WHICH, self._before), again
            )
        if again:
            self._guesses[self._before] = guess, times + 1
        elif times > 1:
            self._guesses[self._before] = guess, times // 2
        elif number >= _NUMBERED and self._before != _SPELLED:
            self._guesses[self._before] = number, 0
        return again
