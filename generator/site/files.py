"""Every generated file of a site, by its path below docs/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.facts.table import SIDECAR
from generator.model.addresses import data_path, forward_path, markdown_path
from generator.pages import briefing, pages
from generator.pages.desk import Desk
from generator.place import SEARCH, TEMPLATES
from generator.render import data
from generator.render.markdown import MARKER, environment, render, render_forward
from generator.search.findable import index_files
from generator.search.joined import scripts


def files_of(desk: Desk) -> Mapping[str, str]:
    """Every generated file by its path below docs/."""
    made = environment(TEMPLATES)
    files = {markdown_path(page.address): render(page, desk, made) for page in pages(desk)}
    titles = {entry.address: desk.title_of(entry.article) for entry in desk.catalogue.entries}
    for each in desk.catalogue.forwards:
        files[forward_path(each.address)] = render_forward(each, titles[each.target], desk, made)
    files |= {data_path(entry.address): data.article_data(desk, entry) for entry in desk.catalogue.entries}
    files[data.SCHEMA] = schema_file(data.schema())
    files["schemas/briefing.schema.json"] = schema_file(briefing.schema())
    files["schemas/sidecar.schema.json"] = schema_file(SIDECAR.model_json_schema())
    return files


def all_files_of(desk: Desk) -> dict[str, str | bytes]:
    """Every generated file, the index and the scripts of the search too. Raises ScriptError."""
    modules = {path.name: path.read_text(encoding="utf-8") for path in SEARCH.glob("*.js")}
    return {**files_of(desk), **index_files(desk), **scripts(modules)}


def schema_file(value: dict[str, Any]) -> str:
    """A JSON Schema as a generated file."""
    return json.dumps({"$comment": MARKER, **value}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
