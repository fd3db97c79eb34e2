"""Writes small PDF files by hand: rows of words at given places, in letters that the file itself explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# How wide each letter is, as a share of its size: all alike, as those of a typewriter.
WIDTH = 0.5


@dataclass(frozen=True)
class Drawn:
    """Words as they are seen, from the left: where they begin, how high they stand, how large they are."""

    text: str
    x: float
    y: float
    size: float = 12


def page_of(lines: Iterable[str], right: float = 500, top: float = 700, step: float = 16) -> list[Drawn]:
    """Rows that are seen as given from the left, and end at the right margin."""
    return [Drawn(text, right - len(text) * 12 * WIDTH, top - step * at) for at, text in enumerate(lines)]


def pdf(*pages: Sequence[Drawn], locked: bool = False) -> bytes:
    """A PDF file of some pages, of at most 200 different letters; one that is locked opens by no password."""
    letters = sorted({letter for page in pages for drawn in page for letter in drawn.text})
    codes = {letter: 33 + at for at, letter in enumerate(letters)}
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        (
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 33 /LastChar 255 /ToUnicode 4 0 R"
            f" /Widths [{' '.join([str(int(WIDTH * 1000))] * 223)}] >>"
        ),
        _stream(_meanings(codes)),
    ]
    for at, page in enumerate(pages):
        drawn = "".join(
            f"BT /F {x.size} Tf {x.x} {x.y} Td <{''.join(f'{codes[c]:02x}' for c in x.text)}> Tj ET\n" for x in page
        )
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {6 + 2 * at} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        )
        parts.append(_stream(drawn))
    return _file(parts, _LOCK if locked else "")


def _meanings(codes: dict[str, int]) -> str:
    """Which letter each code means, as PDF explains it."""
    told = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{told}\nendbfchar\n"
        "endcmap end end"
    )


def _stream(text: str) -> str:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


_LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'11' * 32}> /U <{'22' * 32}> /P -4 >> /ID [<33> <33>]"


def _file(parts: Sequence[str], more: str) -> bytes:
    """The objects of a file with the table of where each begins."""
    made, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(parts) + 1} /Root 1 0 R {more} >>\nstartxref\n{len(made)}\n%%EOF\n"
    return f"{made}xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")
