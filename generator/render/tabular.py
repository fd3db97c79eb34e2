"""Tables as CSV, JSON and one SQLite file.

Invariant: the same tables give the same bytes. A text in a CSV file that a spreadsheet would take for a formula has an
apostrophe before it (CWE-1236); the other files hold every text as it is.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from generator.lexicon.tables import TableWords
from generator.pages.tables import Cell, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BOM = "\ufeff"

# What the tables of a database lean on: the column that tells a row, and the table that a column's values stand in.
_KEYS = {"articles": "article", "entities": "entity"}
_LEADS = {"article": "articles", "entity": "entities", "outlet_entity": "entities", "speaker_entity": "entities"}
_PAGE = 4096
# Parts of a database's header that tell of the program which wrote it: how often it did, and its version.
_CHANGES, _VALID_FOR, _VERSION = slice(24, 28), slice(92, 96), slice(96, 100)
_ONCE, _NOBODY = (1).to_bytes(4, "big"), bytes(4)


def as_csv(table: Table) -> str:
    """A table as RFC 4180 has it, with a mark that tells spreadsheets its encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.cells)
    return _BOM + out.getvalue()


def _plain(cell: Cell) -> str | int | float:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_json(table: Table) -> str:
    """A table as a list of objects, one a line."""
    rows = (json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False) for row in table.cells)
    return "[\n" + ",\n".join(rows) + "\n]\n"


def as_sqlite(tables: Sequence[Table], words: TableWords) -> bytes:
    """All tables as a database, with one more that says what each column holds."""
    base = sqlite3.connect(":memory:", isolation_level=None)
    try:
        base.execute(f"PRAGMA page_size = {_PAGE}")
        base.execute("PRAGMA encoding = 'UTF-8'")
        base.execute("BEGIN")
        for table in tables:
            base.execute(_made(table))
        for table in tables:
            _fill(base, table.name, len(table.columns), table.cells)
        base.execute('CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "ar" TEXT, "en" TEXT)')
        _fill(base, "columns", 4, _told(tables, words))
        base.execute("COMMIT")
        return _settled(base.serialize())
    finally:
        base.close()


def _fill(base: sqlite3.Connection, name: str, width: int, rows: Iterable[Sequence[Cell]]) -> None:
    base.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * width)})', rows)  # noqa: S608  names are our own


def _told(tables: Iterable[Table], words: TableWords) -> Iterable[tuple[str, str, str, str]]:
    for table in tables:
        for column in table.columns:
            said = words.column(table.name, column)
            yield table.name, column, said.ar, said.en


def _made(table: Table) -> str:
    """The statement that makes a table; a key that leads to another table says so, so that readers can follow it."""
    types, own = table.types, _KEYS.get(table.name)
    columns = [f'"{name}" {_type(types[name])}{" PRIMARY KEY" if name == own else ""}' for name in table.columns]
    leads: Mapping[str, str] = {c: to for c, to in _LEADS.items() if c in table.columns and c != own}
    keys = [f'FOREIGN KEY ("{column}") REFERENCES "{to}" ("{_KEYS[to]}")' for column, to in leads.items()]
    return f'CREATE TABLE "{table.name}" ({", ".join((*columns, *keys))})'


def _type(said: object) -> str:
    kinds = {*get_args(said)} or {said}
    if float in kinds:
        return "NUMERIC"
    return "INTEGER" if kinds & {int, bool} else "TEXT"


def _settled(data: bytes) -> bytes:
    """A database without what it tells of the program that wrote it."""
    settled = bytearray(data)
    settled[_CHANGES], settled[_VALID_FOR], settled[_VERSION] = _ONCE, _ONCE, _NOBODY
    return bytes(settled)
