"""Tells texts that are records of a program or a private chat, not an article: JSON, tables of values, XML, WhatsApp.

Told by their form alone: keys and brackets, as many cells in each row, a day and a clock before each name.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Any

from generator.source.formats.reading import Refusal

_HEAD = 2000
# A key before its colon in the first brackets, as JSON or Python write it.
_KEYED = re.compile(r"\s*\[?\s*\{\s*(?:\"[^\"\n]{1,80}\"|'[^'\n]{1,80}')\s*:")
_LISTED = re.compile(r"\s*\[\s*[\"\[\d]")
_XML = re.compile(r"\s*<(?:\?xml|rss|feed|urlset|sitemapindex|item|entry)\b", re.IGNORECASE)
_SQL = re.compile(r"\s*(?:INSERT\s+INTO|CREATE\s+TABLE|DROP\s+TABLE)\b", re.IGNORECASE)
# «12/03/2023, 14:05 - name: words», «[12/03/2023, 2:05:33 PM] name: words»; Telegram writes no comma in brackets.
_DAY = r"\W?\d{1,4}\W{1,3}\d{1,2}\W{1,3}\d{1,4}"
_MESSAGE = re.compile(rf"\W?(?:\[{_DAY}[,،]\s[^\]\n]{{4,20}}\]|{_DAY}[,،]?\s[^\n-]{{4,20}}\s[-–])\s")
_LONGEST_SENDER = 50
# Messages run over lines, so not each line begins one.
_OF_LINES = 0.2
_FEW = 2
_LOOKED_AT = 200
_SIGNS = {",": "CSV", ";": "CSV", "\t": "TSV", "|": "CSV"}
# A cell that names a column is a word or a few.
_LONGEST_NAME = 40
_CELLS = 3
# Rows of one program are alike; what it did not quote may have broken some.
_ALIKE = 0.9
_DEEPEST = 6


def dump_in(text: str) -> Refusal | None:
    """Why a text is no article as it stands; None for one that may be."""
    start = text[:_HEAD]
    if _KEYED.match(start) or (_LISTED.match(start) and _loaded(text) is not None):
        return Refusal("dump-json", (("field", _longest(_loaded(text))),), 1)
    if _XML.match(start) or _SQL.match(start):
        return Refusal("dump-records", (("kind", "XML" if _XML.match(start) else "SQL"),), 1)
    if _is_chat(text):
        return Refusal("dump-chat", (), 1)
    sign = next((sign for sign in _SIGNS if _is_table(text, sign)), None)
    return Refusal("dump-records", (("kind", _SIGNS[sign]),), 1) if sign else None


def _loaded(text: str) -> Any:
    """What a text is as JSON, or its first line where each line is a record; None where it is none."""
    for part in (text, text.strip().partition("\n")[0]):
        try:
            return json.loads(part)
        except (ValueError, RecursionError):
            continue
    return None


def _longest(value: Any) -> str:
    """The field that holds the longest words; dots where there is none."""
    return max(((len(words), name) for name, words in _fields(value, 0)), default=(0, "…"))[1]


def _fields(value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Every field with words in it."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:_LOOKED_AT]:
            yield from _fields(each, depth + 1)
    elif isinstance(value, dict):
        for name, held in value.items():
            if isinstance(held, str):
                yield name[:_LONGEST_NAME], held
            yield from _fields(held, depth + 1)


def _is_chat(text: str) -> bool:
    """True where messages of a chat begin, each with its day and its clock before a sender."""
    lines = [line for line in islice(StringIO(text), _LOOKED_AT) if line.strip()]
    begun = [line[found.end() :] for line in lines if (found := _MESSAGE.match(line))]
    named = any(":" in rest[:_LONGEST_SENDER] for rest in begun)
    return named and len(begun) >= max(_FEW, len(lines) * _OF_LINES)


def _is_table(text: str, sign: str) -> bool:
    """True for rows of as many cells each, of which the first names the columns or each cell is quoted."""
    rows = _rows(text, sign)
    if not rows or len(rows[0]) < _FEW or not (sign == "\t" or _is_tight(rows)):
        return False
    width, names = len(rows[0]), _are_names(rows[0])
    if len(rows) < _FEW:
        return width >= _CELLS and text.lstrip().startswith('"')
    if sign != "\t" and names and width >= _CELLS and len(rows[1]) >= width:
        return True
    alike = sum(len(row) == width for row in rows) >= len(rows) * _ALIKE
    return alike and (names or text.lstrip().startswith('"'))


def _rows(text: str, sign: str) -> Sequence[Sequence[str]]:
    """The first rows of cells; none where the first line has no sign between cells."""
    if sign not in text.strip().partition("\n")[0]:
        return ()
    found: list[list[str]] = []
    try:
        found += islice((row for row in csv.reader(StringIO(text), delimiter=sign) if row), _LOOKED_AT)
    except csv.Error:  # a cell longer than that reader takes: no program writes one
        return ()
    return found


def _is_tight(rows: Sequence[Sequence[str]]) -> bool:
    """True where no space follows the sign between cells, as one follows a comma between words."""
    cells = [cell for row in rows for cell in row[1:]]
    return sum(cell[:1].isspace() for cell in cells) <= len(cells) * (1 - _ALIKE)


def _are_names(row: Sequence[str]) -> bool:
    """True for cells that name columns: short, all different, no sentences."""
    cells = [cell.strip().strip("\ufeff") for cell in row]
    short = all(0 < len(cell) <= _LONGEST_NAME and cell[-1] not in ".!؟?:،" for cell in cells)
    return short and len(set(cells)) == len(cells)
