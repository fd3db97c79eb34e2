"""Tables as CSV, JSON and one SQLite file.

Invariant: the same tables give the same bytes. A text in a CSV file that a spreadsheet would take for a formula has an
apostrophe before it (CWE-1236); the other files hold every text as it is.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, get_args

from generator.lexicon.tables import TableWords
from generator.pages.tables import Cell, Table

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
# So many rows become JSON at once: a call for each costs twice as much, one for all holds them twice.
_AT_ONCE = 1000
_BOM = "\ufeff"

# What the tables of a database lean on: the column that tells a row, and the table that a column's values stand in.
_KEYS = {"articles": "article", "entities": "entity"}
_LEADS = {"article": "articles", "entity": "entities", "outlet_entity": "entities", "speaker_entity": "entities"}
# A column whose long texts stand in many rows: they stand in a table of their own, once each, and the rows with their
# numbers in another; the table of the name is a view of both. A sentence stands round two figures (.65 MB against .29).
_SHARED = {"figures": "sentence"}
_PAGE = 4096
# Parts of a database's header that tell of the program which wrote it: how often it did, and its version.
_CHANGES, _VALID_FOR, _VERSION = slice(24, 28), slice(92, 96), slice(96, 100)
_ONCE, _NOBODY = (1).to_bytes(4, "big"), bytes(4)


def as_csv(table: Table) -> str:
    """A table as RFC 4180 has it, with a mark that tells spreadsheets its encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    # Most cells go as they are: asked here, for a call each would double what this costs.
    writer.writerows(
        [
            _plain(cell) if isinstance(cell, bool) or (isinstance(cell, str) and cell[:1] in _FORMULA) else cell
            for cell in row
        ]
        for row in table.cells
    )
    return _BOM + out.getvalue()


def _plain(cell: Cell) -> str:
    return f"'{cell}" if isinstance(cell, str) else "true" if cell else "false"


def as_json(table: Table) -> str:
    """A table as a list of objects, one a line."""
    return "[\n" + ",\n".join(_objects(table)) + "\n]\n"


def _objects(table: Table) -> Iterator[str]:
    """Each row as an object. Cells become JSON together, a line each, for no text in JSON holds the end of a line."""
    named = ", ".join(f"{json.dumps(name)}: %s" for name in table.columns)
    cells, width = table.cells, len(table.columns)
    while rows := tuple(islice(cells, _AT_ONCE)):
        told = json.dumps(tuple(chain.from_iterable(rows)), ensure_ascii=False, separators=("\n", ":"))
        lines = iter(told[1:-1].split("\n"))
        yield from (f"{{{named % each}}}" for each in zip(*[lines] * width, strict=True))


def as_sqlite(tables: Sequence[Table], words: TableWords) -> bytes:
    """All tables as a database, with one more that says what each column holds."""
    base = sqlite3.connect(":memory:", isolation_level=None)
    try:
        base.execute(f"PRAGMA page_size = {_PAGE}")
        base.execute("PRAGMA encoding = 'UTF-8'")
        base.execute("BEGIN")
        for table in tables:
            for statement in _made(table):
                base.execute(statement)
        for table in tables:
            _filled(base, table)
        base.execute('CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "ar" TEXT, "en" TEXT)')
        _fill(base, "columns", 4, _told(tables, words))
        base.execute("COMMIT")
        return _settled(base.serialize())
    finally:
        base.close()


def _filled(base: sqlite3.Connection, table: Table) -> None:
    shared, width = _SHARED.get(table.name), len(table.columns)
    if shared is None:
        return _fill(base, table.name, width, table.cells)
    at, numbers = table.columns.index(shared), dict[Cell, int]()
    rows = [
        (*row[:at], None if row[at] is None else numbers.setdefault(row[at], len(numbers) + 1), *row[at + 1 :])
        for row in table.cells
    ]
    _fill(base, f"{table.name}_{shared}s", 2, ((number, text) for text, number in numbers.items()))
    return _fill(base, f"{table.name}_rows", width, rows)


def _fill(base: sqlite3.Connection, name: str, width: int, rows: Iterable[Sequence[Cell]]) -> None:
    base.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * width)})', rows)  # noqa: S608  names are our own


def _told(tables: Iterable[Table], words: TableWords) -> Iterable[tuple[str, str, str, str]]:
    for table in tables:
        for column in table.columns:
            said = words.column(table.name, column)
            yield table.name, column, said.ar, said.en


def _made(table: Table) -> tuple[str, ...]:
    """The statements that make a table; a key that leads to another says so, so that readers can follow it."""
    shared = _SHARED.get(table.name)
    if shared is None:
        return (_table(table, table.name, table.types, _LEADS),)
    rows, texts = f"{table.name}_rows", f"{table.name}_{shared}s"
    shown = ", ".join(f'"{texts if name == shared else rows}"."{name}"' for name in table.columns)
    joined = f'"{rows}" LEFT JOIN "{texts}" ON "{texts}"."number" = "{rows}"."{shared}"'
    return (
        f'CREATE TABLE "{texts}" ("number" INTEGER PRIMARY KEY, "{shared}" TEXT)',
        _table(table, rows, {**table.types, shared: int}, {**_LEADS, shared: texts}),
        f'CREATE VIEW "{table.name}" AS SELECT {shown} FROM {joined} ORDER BY "{rows}".rowid',  # noqa: S608  our own
    )


def _table(table: Table, name: str, types: Mapping[str, Any], leads: Mapping[str, str]) -> str:
    own = _KEYS.get(table.name)
    columns = [f'"{each}" {_type(types[each])}{" PRIMARY KEY" if each == own else ""}' for each in table.columns]
    ways = {column: to for column, to in leads.items() if column in table.columns and column != own}
    keys = [f'FOREIGN KEY ("{column}") REFERENCES "{to}" ("{_KEYS.get(to, "number")}")' for column, to in ways.items()]
    return f'CREATE TABLE "{name}" ({", ".join((*columns, *keys))})'


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
