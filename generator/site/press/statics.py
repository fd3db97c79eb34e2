"""Files of a tree that are no pages: they lie on the site as they are, but for those that the engine leaves out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.model.files import FileContent
from generator.site.assembly import Assembly
from generator.site.write import files_below

PAGE = ".md"


class _Tolerant(yaml.SafeLoader):
    """Reads the engine's settings without the names of code in them."""


_Tolerant.add_multi_constructor("", lambda _loader, _tag, _node: None)


def left_out(config: Path) -> frozenset[str]:
    """The folders below docs/ that the engine's settings leave out, and that it always does."""
    settings: Any = yaml.load(config.read_text(encoding="utf-8"), _Tolerant)  # noqa: S506  a safe loader
    said = settings.get("exclude_docs") or ""
    return frozenset({"templates", *(line.strip().strip("/") for line in said.splitlines())} - {""})


def put_files(tree: Path, files: Mapping[str, FileContent], assembly: Assembly) -> None:
    """Put all files that are no pages where the site has them: generated ones, and what lies below a tree's docs."""
    out, docs = left_out(tree / "base.yml"), tree / "docs"
    lying = frozenset(files_below(docs))
    for name in sorted({*files, *lying}):
        if name.endswith(PAGE) or not _stays(name, out):
            continue
        if name in lying:
            assembly.move(name, docs / name)
        else:
            assembly.take(name, files[name].hash, files[name].make)


def _stays(name: str, out: Collection[str]) -> bool:
    """True for a file that the engine does not leave out."""
    return not _is_hidden(name) and not any(name.startswith(f"{folder}/") for folder in out)


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or "/." in name
