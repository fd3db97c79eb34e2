"""Files of a tree that are no pages: they lie on the site as they are, but for those that the engine leaves out."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml

_PAGE = ".md"


class _Tolerant(yaml.SafeLoader):
    """Reads the engine's settings without the names of code in them."""


_Tolerant.add_multi_constructor("", lambda _loader, _tag, _node: None)


def left_out(config: Path) -> frozenset[str]:
    """The folders below docs/ that the engine's settings leave out, and that it always does."""
    settings: Any = yaml.load(config.read_text(encoding="utf-8"), _Tolerant)  # noqa: S506  a safe loader
    said = settings.get("exclude_docs") or ""
    return frozenset({"templates", *(line.strip().strip("/") for line in said.splitlines())} - {""})


def put_files(tree: Path, fresh: Path) -> None:
    """Move all files of a tree's docs folder that are no pages to where the site has them."""
    out, docs = left_out(tree / "base.yml"), tree / "docs"
    for path in [path for path in docs.rglob("*") if path.suffix != _PAGE and path.is_file()]:
        name = path.relative_to(docs)
        if _stays(name.as_posix(), out):
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            path.replace(fresh / name)


def _stays(name: str, out: Collection[str]) -> bool:
    hidden = any(part.startswith(".") for part in name.split("/"))
    return not hidden and not any(name.startswith(f"{folder}/") for folder in out)
