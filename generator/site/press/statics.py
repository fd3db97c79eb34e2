"""Files of a tree that are no pages: they lie on the site as they are, but for those that the engine leaves out."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml

from generator.site.write import files_below

_PAGE = ".md"


class _Tolerant(yaml.SafeLoader):
    """Reads the engine's settings without the names of code in them."""


_Tolerant.add_multi_constructor("", lambda _loader, _tag, _node: None)


def left_out(config: Path) -> frozenset[str]:
    """The folders below docs/ that the engine's settings leave out, and that it always does."""
    settings: Any = yaml.load(config.read_text(encoding="utf-8"), _Tolerant)  # noqa: S506  a safe loader
    said = settings.get("exclude_docs") or ""
    return frozenset({"templates", *(line.strip().strip("/") for line in said.splitlines())} - {""})


def left_alone(tree: Path) -> None:
    """Take out of a tree's docs folder what is no file of the site: Markdown, and what the engine leaves out."""
    out, docs = left_out(tree / "base.yml"), tree / "docs"
    for folder in out:
        shutil.rmtree(docs / folder, ignore_errors=True)
    for name in files_below(docs):
        if name.endswith(_PAGE) or _is_hidden(name):
            (docs / name).unlink()


def put_beside(made: Path, docs: Path, left: Collection[str]) -> None:
    """Move the files that an engine made to a folder, but for some, and for those of a name that is there."""
    for name in files_below(made):
        if name not in left and not (docs / name).exists():
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).replace(docs / name)


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or "/." in name
