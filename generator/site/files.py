"""Every generated file of a site, one at a time: its path below docs/, what it rests on, and what makes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from generator.facts.table import SIDECAR
from generator.lexicon.explanations import load_explanations
from generator.lexicon.schemas import lexicon_schemas, schema_file_name
from generator.model import Draft, Problem
from generator.model.addresses import SIGN, data_path, forward_path, markdown_path
from generator.model.files import MARKER, FileDraft
from generator.model.kept import NOTHING_KEPT, Kept, made_once
from generator.pages import briefing, drafts
from generator.pages.desk import Desk
from generator.pages.downloads import DATABASE, kinds_of, table_file
from generator.pages.face import OWN_ASSETS
from generator.pages.grounds import Grounds, hash_of
from generator.pages.previews import Preview, preview_path, previews
from generator.pages.tables import TABLES, Table, own_data, tables
from generator.place import ASSETS, DATA, PREVIEW_FACE, TEMPLATES
from generator.render import citations, data, feeds, tabular
from generator.render.colours import coloured
from generator.render.markdown import Templates, environment, render, render_forward
from generator.render.parts import own_files
from generator.render.preview import ABLE, drawn_preview
from generator.render.scripts import FOLDERS, script_of, scripts
from generator.render.styles import SITE_STYLESHEET, styles
from generator.search.findable import index_files
from generator.site.theme import spoken
from generator.source.settings import Settings

LEXICON_SCHEMAS = "schemas/lexicon/"
DOSSIER_SCHEMA = "dossier.schema.json"
_SCRIPTS = "scripts"


def files_of(desk: Desk) -> dict[str, str]:
    """Every page with what belongs to it, by its path below docs/, all of them at once."""
    return {file.path: text for file in text_files(Grounds(desk)) if isinstance(text := file.make(), str)}


def all_files_of(desk: Desk, kept: Kept = NOTHING_KEPT) -> dict[str, str | bytes]:
    """Every generated file by its path below docs/, all of them at once. Raises ScriptError, StyleError."""
    return {file.path: file.make() for file in drafted_files(desk, kept)}


def drafted_files(desk: Desk, kept: Kept = NOTHING_KEPT, base: str = "") -> Iterator[FileDraft]:
    """Every generated file, the search index, scripts and stylesheet too, each made when it is asked for. `base`: a
    fingerprint of what all of them rest on.

    Raises ScriptError, StyleError.
    """
    grounds = Grounds(desk, kept, base)
    yield from text_files(grounds)
    yield from data_files(grounds)
    said = {path: spoken(script, desk.lexicon.wording) for path, script in joined_scripts(kept).items()}
    yield from _known({**said, SITE_STYLESHEET: site_stylesheet(desk)})
    yield from preview_files(desk)
    yield from _known({f"{OWN_ASSETS}{asset.path}": asset.data for asset in desk.assets})
    for path, content in index_files(desk, kept).items():
        yield FileDraft(path, None, partial(_same, content))


def _known(files: Mapping[str, str | bytes]) -> Iterator[FileDraft]:
    """Files that are there already."""
    return (FileDraft(path, (hash_of(content),), partial(_same, content)) for path, content in files.items())


def _same(content: str | bytes) -> str | bytes:
    return content


def text_files(grounds: Grounds) -> Iterator[FileDraft]:
    """Every page with what belongs to it: its data, its citations, its feeds, schemas of all that people write."""
    yield from page_files(grounds)
    yield from _forwards(grounds.desk)
    for entry in grounds.desk.catalogue.entries:
        make = partial(data.article_data, grounds.narrowed((entry,)), entry)
        yield FileDraft(data_path(entry.address), (grounds.of(entry),), make)
    yield from _known({data.PROBLEMS: data.problem_words(grounds.desk.lexicon.wording)})
    yield from citations.citation_files(grounds)
    yield from feeds.feed_files(grounds)
    yield from _known({f"schemas/{name}": text for name, text in own_schema_files().items()})
    yield from _known(_schemas_of_records())


def page_files(grounds: Grounds) -> Iterator[FileDraft]:
    """Every page as Markdown; beside what it shows it rests on what its preview says."""
    desk = grounds.desk
    made, told = environment(TEMPLATES, desk.lexicon.wording.direction), _previews(desk)
    for draft in drafts(grounds):
        preview = told.get(draft.address)
        rests_on = (*draft.rests_on, preview.told if preview else "")
        yield FileDraft(markdown_path(draft.address), rests_on, partial(_page, draft, desk, made, preview))


def _page(draft: Draft, desk: Desk, made: Templates, preview: Preview | None) -> str:
    return render(draft.make(), desk, made, preview)


def _forwards(desk: Desk) -> Iterator[FileDraft]:
    """Addresses that lead on, each with the title of what it leads to."""
    made = environment(TEMPLATES, desk.lexicon.wording.direction)
    titles = {entry.address: desk.title_of(entry.article) for entry in desk.catalogue.entries}
    titles |= {group.address: group.name for group in desk.catalogue.groups}
    for each in desk.catalogue.forwards:
        title = each.name or titles[each.target]
        make = partial(render_forward, each, title, desk, made)
        yield FileDraft(forward_path(each.address), (each.address, each.target, title, each.name), make)


@cache
def _schemas_of_records() -> Mapping[str, str]:
    """The JSON Schemas that rest on code alone: made once, for that takes longer than the pages of a short text."""
    own = {data.SCHEMA: schema_file(data.schema()), SIGN: schema_file(briefing.schema())}
    return own | {f"{LEXICON_SCHEMAS}{name}": text for name, text in lexicon_schema_files().items()}


_FORMS: Mapping[str, Callable[[Table], str]] = {"csv": tabular.as_csv, "json": tabular.as_json}


def data_files(grounds: Grounds) -> Iterator[FileDraft]:
    """The dossier's data: every table as CSV and, if it is not long, JSON, all of them as one database, and what
    concerns one thing. The tables are made once, when the first of these files is.
    """
    desk, found = grounds.desk, cache(partial(tables, grounds.desk))
    own = cache(lambda: dict(own_files(found())))
    whole = (grounds.whole,)
    for at, kind in enumerate(TABLES):
        for form in kinds_of(kind, desk):
            yield FileDraft(table_file(kind.name, form), whole, partial(_written, _FORMS[form], found, at))
    for path, rests_on in _things(grounds):
        yield FileDraft(path, (rests_on,), partial(_one_of, own, path))
    yield FileDraft(DATABASE, whole, lambda: tabular.as_sqlite(found(), desk.lexicon.tables))


def _written(write: Callable[[Table], str], found: Callable[[], Sequence[Table]], at: int) -> str:
    return write(found()[at])


def _one_of(files: Callable[[], Mapping[str, str]], path: str) -> str:
    return files()[path]


def _things(grounds: Grounds) -> Iterator[tuple[str, str]]:
    """The file of each thing and theme that has one, with what it rests on."""
    for group in grounds.desk.catalogue.groups:
        if own_data(group.address, len(group.members)):
            yield data_path(group.address), grounds.group(group)
    for theme in grounds.desk.catalogue.themes:
        if own_data(theme.address, len(theme.members)):
            yield data_path(theme.address), grounds.among(entry for entry, _ in theme.members)


def _previews(desk: Desk) -> Mapping[str, Preview]:
    """What messengers show beside a link: of a site that has an address, where pictures can be drawn."""
    return previews(desk) if ABLE and desk.url else {}


def preview_files(desk: Desk) -> Iterator[FileDraft]:
    """The pictures that messengers show beside a link."""
    face = PREVIEW_FACE.read_bytes()
    logo = next((asset.data for asset in desk.assets if asset.path == desk.settings.logo), None)
    colours, direction = desk.settings.colours, desk.lexicon.wording.direction
    for at, told in _previews(desk).items():
        make = partial(drawn_preview, told, face, colours, logo, direction)
        yield FileDraft(preview_path(at), (hash_of(told, logo),), make)


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


def joined_scripts(kept: Kept = NOTHING_KEPT) -> dict[str, str]:
    """The scripts of every site, joined from what lies below docs/assets/. Raises ScriptError."""
    sources = tuple(_script_sources().items())
    parts = (part.encode() for source in sources for part in source)
    told = made_once(kept, _SCRIPTS, parts, lambda: json.dumps(_joined(sources)).encode())
    joined: dict[str, str] = json.loads(told)
    return joined


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
