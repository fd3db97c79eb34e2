"""Every generated file of a site, by its path below docs/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from generator.facts.table import SIDECAR
from generator.lexicon.explanations import load_explanations
from generator.lexicon.schemas import lexicon_schemas, schema_file_name
from generator.model import Problem
from generator.model.addresses import SIGN, data_path, forward_path, markdown_path
from generator.pages import briefing, pages
from generator.pages.desk import Desk
from generator.pages.downloads import DATABASE, table_file
from generator.pages.face import OWN_ASSETS
from generator.pages.previews import Preview, preview_path, previews
from generator.pages.tables import tables
from generator.place import ASSETS, DATA, PREVIEW_FACE, TEMPLATES
from generator.render import citations, data, feeds, tabular
from generator.render.colours import coloured
from generator.render.markdown import MARKER, environment, render, render_forward
from generator.render.parts import own_files
from generator.render.preview import ABLE, drawn_preview
from generator.render.scripts import FOLDERS, script_of, scripts
from generator.render.styles import SITE_STYLESHEET, styles
from generator.search.findable import index_files
from generator.source.settings import Settings

LEXICON_SCHEMAS = "schemas/lexicon/"
DOSSIER_SCHEMA = "dossier.schema.json"


def files_of(desk: Desk) -> Mapping[str, str]:
    """Every generated file by its path below docs/."""
    made, told = environment(TEMPLATES, desk.lexicon.wording.direction), _previews(desk)
    files = {markdown_path(page.address): render(page, desk, made, told.get(page.address)) for page in pages(desk)}
    titles = {entry.address: desk.title_of(entry.article) for entry in desk.catalogue.entries}
    titles |= {group.address: group.name for group in desk.catalogue.groups}
    for each in desk.catalogue.forwards:
        files[forward_path(each.address)] = render_forward(each, titles[each.target], desk, made)
    files |= {data_path(entry.address): data.article_data(desk, entry) for entry in desk.catalogue.entries}
    files |= citations.citation_files(desk) | feeds.feed_files(desk)
    files |= {f"schemas/{name}": text for name, text in own_schema_files().items()}
    return {**files, **_schemas_of_records()}


@cache
def _schemas_of_records() -> Mapping[str, str]:
    """The JSON Schemas that rest on code alone: made once, for that takes longer than the pages of a short text."""
    own = {data.SCHEMA: schema_file(data.schema()), SIGN: schema_file(briefing.schema())}
    return own | {f"{LEXICON_SCHEMAS}{name}": text for name, text in lexicon_schema_files().items()}


def data_files(desk: Desk) -> dict[str, str | bytes]:
    """The dossier's data: every table as CSV and JSON, all of them as one database, and what concerns one thing."""
    found = tables(desk)
    files: dict[str, str | bytes] = {table_file(table, "csv"): tabular.as_csv(table) for table in found}
    files |= {table_file(table, "json"): tabular.as_json(table) for table in found}
    return {**files, **dict(own_files(found)), DATABASE: tabular.as_sqlite(found, desk.lexicon.tables)}


def _previews(desk: Desk) -> Mapping[str, Preview]:
    """What messengers show beside a link: of a site that has an address, where pictures can be drawn."""
    return previews(desk) if ABLE and desk.url else {}


def preview_files(desk: Desk) -> dict[str, bytes]:
    """The pictures that messengers show beside a link."""
    told, face = _previews(desk), PREVIEW_FACE.read_bytes()
    logo = next((asset.data for asset in desk.assets if asset.path == desk.settings.logo), None)
    colours, direction = desk.settings.colours, desk.lexicon.wording.direction
    return {preview_path(at): drawn_preview(told[at], face, colours, logo, direction) for at in told}


def undrawn(desk: Desk) -> tuple[Problem, ...]:
    """A note on a site with an address whose pictures cannot be drawn here."""
    return (Problem("note", preview_path("/"), None, "preview-undrawn"),) if desk.url and not ABLE else ()


def own_schema_files() -> dict[str, str]:
    """The JSON Schemas of what an editor writes beside the texts, by the names of their own files."""
    sidecar = SIDECAR.model_json_schema()
    return {DOSSIER_SCHEMA: schema_file(settings_schema()), "sidecar.schema.json": schema_file(sidecar)}


def settings_schema() -> dict[str, Any]:
    """The JSON Schema of dossier.yml, each setting with what it is for. Raises LexiconError."""
    schema, words = Settings.model_json_schema(), load_explanations(DATA)
    for name, said in schema["properties"].items():
        said["description"] = f"{words[name].ar}\n{words[name].en}"
    return schema


def lexicon_schema_files() -> dict[str, str]:
    """The JSON Schemas of a lexicon's files by the names of their own files, as they lie in generator/data too."""
    return {schema_file_name(name): schema_file(schema) for name, schema in lexicon_schemas().items()}


def all_files_of(desk: Desk) -> dict[str, str | bytes]:
    """Every generated file, the search index, scripts and stylesheet too. Raises ScriptError, StyleError."""
    own = {f"{OWN_ASSETS}{asset.path}": asset.data for asset in desk.assets}
    made = {**files_of(desk), **data_files(desk), **index_files(desk), **joined_scripts()}
    return {**made, SITE_STYLESHEET: site_stylesheet(desk), **preview_files(desk), **own}


def joined_scripts() -> dict[str, str]:
    """The scripts of every site, joined from what lies below docs/assets/. Raises ScriptError."""
    return dict(_joined(tuple(_script_sources().items())))


# Kept for the same text alone: who serves a site changes a script and builds again in one process.
@lru_cache(maxsize=1)
def _joined(sources: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return scripts(dict(sources))


def terminal_script() -> str:
    """The search engine as a terminal runs it. Raises ScriptError."""
    return script_of(_script_sources(), "search/terminal.js")


def _script_sources() -> dict[str, str]:
    return {f"{name}/{path.name}": _text(path) for name in FOLDERS for path in sorted((ASSETS / name).glob("*.js"))}


def site_stylesheet(desk: Desk) -> str:
    """The stylesheet of a site, a dossier's colours last. Raises StyleError."""
    sources = {path.name: _text(path) for path in (ASSETS / "stylesheets").glob("*.css")}
    return styles(sources) + coloured(desk.settings.colours)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def schema_file(value: dict[str, Any]) -> str:
    """A JSON Schema as a generated file."""
    return json.dumps({"$comment": MARKER, **value}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
