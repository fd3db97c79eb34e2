"""The page of a dossier's data: each table with its files, and what each of its columns holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from generator.model import Draft
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds
from generator.pages.tables import TABLES, TableKind

ADDRESS = "/data/"
DATABASE = "data/dossier.sqlite"
# A table of more rows has no JSON file: what takes 2.4 MB at 300 articles would take 160 at 20,000, and says what CSV
# and the database say. So many rows are 1 to 3 MB of it (200 bytes a row of mentions, 800 of figures).
MOST_AS_JSON = 4000
_MEDIA = {"csv": "text/csv", "json": "application/json", "sqlite": "application/vnd.sqlite3"}


@dataclass(frozen=True)
class ColumnShown:
    """A column of a table, and what it holds."""

    name: str
    holds: str


@dataclass(frozen=True)
class TableShown:
    """A table with the addresses of its files, and how many rows it has."""

    name: str
    holds: str
    count: str
    csv: str
    json: str | None
    columns: tuple[ColumnShown, ...]


def table_file(name: str, kind: str) -> str:
    """The file of a table below docs/, by its name."""
    return f"data/{name}.{kind}"


def kinds_of(table: TableKind, desk: Desk) -> tuple[str, ...]:
    """The kinds of files that a table has beside its place in the database."""
    return ("csv", "json") if table.count(desk) <= MOST_AS_JSON else ("csv",)


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The page of the data, also where a dossier has none: its addresses are for good."""
    desk = grounds.desk
    said = desk.say("page.data"), desk.say("page.data.description")
    yield Draft("data", ADDRESS, *said, (grounds.whole,), partial(_context, desk))


def _context(desk: Desk) -> dict[str, Any]:
    return {
        "tables": tuple(_shown(desk, table) for table in TABLES),
        "without_json": desk.say("data.large", number=MOST_AS_JSON) if len(_files(desk)) < 2 * len(TABLES) else None,
        "database": f"/{DATABASE}",
        "licence": desk.settings.licence,
        "briefing": {"kind": "data", "dataset": _dataset(desk)},
    }


def _shown(desk: Desk, table: TableKind) -> TableShown:
    words, language = desk.lexicon.tables, desk.lexicon.wording.language
    columns = (ColumnShown(name, words.column(table.name, name).told(language)) for name in table.columns)
    return TableShown(
        table.name,
        words.tables[table.name].told(language),
        desk.say("data.rows", count=table.count(desk)),
        f"/{table_file(table.name, 'csv')}",
        f"/{table_file(table.name, 'json')}" if "json" in kinds_of(table, desk) else None,
        tuple(columns),
    )


def _files(desk: Desk) -> list[tuple[str, str]]:
    return [(table_file(table.name, kind), kind) for table in TABLES for kind in kinds_of(table, desk)]


def _dataset(desk: Desk) -> dict[str, Any]:
    """The data as schema.org's Dataset; what the dossier does not say of itself is left out."""
    described = desk.say("data.dataset", name=desk.name)
    made = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": desk.say("data.dataset.name", name=desk.name),
        "description": f"{desk.settings.described} {described}" if desk.settings.described else described,
        "inLanguage": "ar",
        "distribution": [_download(desk, *file) for file in (*_files(desk), (DATABASE, "sqlite"))],
    }
    return {**made, **dict(_said(desk))}


def _download(desk: Desk, file: str, kind: str) -> dict[str, str]:
    address = f"{desk.url.rstrip('/')}/{file}" if desk.url else file.removeprefix("data/")
    return {"@type": "DataDownload", "name": file, "encodingFormat": _MEDIA[kind], "contentUrl": address}


def _said(desk: Desk) -> Iterator[tuple[str, Any]]:
    """What a dossier says of whoever keeps it and of what others may do with it, and which days its articles span."""
    settings = desk.settings
    if settings.keeper:
        yield "creator", {"@type": "Organization", "name": settings.keeper}
    if settings.licence:
        is_address = urlsplit(settings.licence).scheme in ("http", "https")
        yield "license", settings.licence if is_address else {"@type": "CreativeWork", "name": settings.licence}
    spans = [entry.article.facts.date.interval for entry in desk.catalogue.listed if entry.dated]
    first, last = [day for day, _ in spans if day], [day for _, day in spans if day]
    if spans and len(first) == len(last) == len(spans):
        yield "temporalCoverage", f"{min(first)}/{max(last)}"
