"""Pages of each kind and depth without a word of the dossier, built to learn which scripts the engine writes into them.

The theme's scripts hold the depth of their page, so one page will not do for all.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generator.site.engine import SiteName, run_engine
from generator.site.markup import look
from generator.site.policy import Scripts, Shape, shape_of_page

_WORD = "word"
# What front matter may say to the engine; all else in it is text.
_FOR_THE_ENGINE = ("template", "hide")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def engine_scripts(tree: Path, work: Path, name: SiteName, engine: str) -> Scripts:
    """The inline scripts of each shape of page that a complete tree holds, and of the page of lost readers.

    Of `name` nothing is used that a dossier says. `work` is a folder to build in. Raises EngineError.
    """
    neutral, out = work / "neutral", work / "neutral-site"
    (neutral / "docs").mkdir(parents=True)
    shutil.copy(tree / "base.yml", neutral)
    shutil.copytree(tree / "templates", neutral / "templates")
    for page in _one_of_each(tree / "docs").values():
        twin = neutral / "docs" / _twin(page)
        twin.parent.mkdir(parents=True, exist_ok=True)
        twin.write_text(_neutral(tree / "docs" / page), encoding="utf-8")
    run_engine(neutral, out, replace(name, name=_WORD, description=_WORD, menu=()), engine)
    built = ((p.relative_to(out).as_posix(), p) for p in sorted(out.rglob("*.html")))
    return {shape_of_page(name): frozenset(look(path.read_text(encoding="utf-8")).scripts) for name, path in built}


def _one_of_each(docs: Path) -> dict[Shape, str]:
    """The first page of each shape, by its path below docs/."""
    found: dict[Shape, str] = {}
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).as_posix()
        found.setdefault(shape_of_page(_built(page)), page)
    return found


def _built(page: str) -> str:
    """Where the engine puts a page."""
    path = PurePosixPath(page)
    name = path.with_name("index.html") if path.stem in ("index", "README") else path.with_suffix("") / "index.html"
    return name.as_posix()


def _twin(page: str) -> str:
    """A place of the same shape that says nothing of the page's name."""
    top, depth = shape_of_page(_built(page))
    return (PurePosixPath(top if depth else "", *["page"] * (depth - 1)) / "index.md").as_posix()


def _neutral(page: Path) -> str:
    """A page with what its front matter says to the engine and the theme, and one word for every text."""
    meta = _front_matter(page.read_text(encoding="utf-8"))
    said = {key: meta[key] for key in _FOR_THE_ENGINE if key in meta}
    briefing = meta.get("briefing")
    kind = briefing.get("kind") if isinstance(briefing, dict) else None
    made = {"title": _WORD, "description": _WORD, **said, "briefing": {"kind": kind, "title": _WORD}}
    return f"---\n{yaml.safe_dump(made, allow_unicode=True)}---\n\n# {_WORD}\n\n## {_WORD}\n\n{_WORD}\n"


def _front_matter(text: str) -> dict[str, Any]:
    """What stands between the first two lines of dashes; nothing where that is no mapping."""
    opening, _, rest = text.partition("---\n")
    if opening.strip():
        return {}
    try:
        found = yaml.load(rest.partition("\n---")[0], Loader=_Loader)  # noqa: S506  a safe loader, in C
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}
