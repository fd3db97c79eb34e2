"""PDF files: their letters, put in reading order by where they stand on the page, and lines joined to paragraphs.

The order in which a file holds its letters is that of whoever wrote it, often as seen from the left: only places count.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from generator.source.formats.layout import Row, flowing, row_of
from generator.source.formats.reading import Content, Refusal
from generator.source.formats.words import Glyph

# What PDFium says of a file that a password locks, or whose locking it does not know.
_LOCKED = frozenset({4, 5})
# A baseline is a row's while it is within so much of a letter's size: raised marks and figures are.
_SAME_ROW = 0.6
# How PDFium tells a hyphen that ends a row.
_HYPHEN = {2: ord("-")}
_NONE, _HALVES = 0xFFFE, (0xD800, 0xDFFF)
# Letters of a font that does not say which they are.
_NO_LETTER = frozenset({"Co", "Cn", "Cs"})
_UNKNOWN = 0.2


def read(data: bytes) -> Content | Refusal:
    """The text of a PDF file."""
    try:
        document = pypdfium2.PdfDocument(data)
        pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        return Refusal("file-locked" if getattr(error, "err_code", None) in _LOCKED else "file-broken")
    text, repairs = flowing(pages)
    unknown = sum(unicodedata.category(c) in _NO_LETTER or c == "\ufffd" for c in text)
    if unknown > len(text) * _UNKNOWN:
        return Refusal("pdf-letters")
    return Content(f"{text}\n", "utf-8", repairs) if text.strip() else Refusal("file-without-text")


def _page(document: pypdfium2.PdfDocument, number: int) -> list[Row]:
    return [row_of(row) for row in _rows(_glyphs(document[number].get_textpage()))]


def _rows(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """Letters that follow each other on one baseline."""
    row: list[Glyph] = []
    height = 0.0
    for glyph in glyphs:
        height = max(height, glyph.size)
        if row and abs(glyph.origin[1] - row[0].origin[1]) > height * _SAME_ROW:
            yield row
            row, height = [], glyph.size
        row.append(glyph)
    if row:
        yield row


def _glyphs(page: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """The letters of a page as the file holds them."""
    box, turn, x, y, word = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double(), 0
    for at in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, at)
        letter = "" if code == _NONE or _HALVES[0] <= code <= _HALVES[1] else chr(_HYPHEN.get(code, code))
        if not letter.strip() or unicodedata.category(letter) == "Cc":
            word += 1
            continue
        raw.FPDFText_GetLooseCharBox(page, at, box)
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        raw.FPDFText_GetMatrix(page, at, turn)
        size = raw.FPDFText_GetFontSize(page, at) * math.hypot(turn.c, turn.d) or box.top - box.bottom
        yield Glyph(letter, box.left, box.right, box.top - box.bottom, size, (x.value, y.value), word)
