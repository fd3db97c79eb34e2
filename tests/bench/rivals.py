"""The same Markdown tree through other engines: MkDocs with Material as they come, and Hugo with the least template.

MkDocs has the project's Markdown extensions, a menu of the sections as ours is (with every page in it, its time would
grow with the square of their number), and nothing else of ours. Hugo's template prints title and content and no more.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests import five
from tests.bench.running import Cost, measured

_PAGE = ".md"
_HUGO = {
    "baseURL": "https://example.org/d/",
    "languageCode": "ar",
    "title": "Hugo",
    "disableKinds": ["taxonomy", "term", "RSS"],
    "markup": {
        "goldmark": {"renderer": {"unsafe": True}, "parser": {"attribute": {"block": True, "title": True}}},
    },
}
_TEMPLATE = (
    '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    "<body>{{ .Content }}</body></html>\n"
)


def mkdocs(tree: Path, work: Path) -> Cost:
    """Build a tree of Markdown and files with stock MkDocs."""
    given: dict[str, Any] = yaml.unsafe_load((five.ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    sections = sorted(path.parent.name for path in tree.glob(f"*/index{_PAGE}"))
    config = {
        "site_name": "MkDocs",
        "site_url": _HUGO["baseURL"],
        "docs_dir": str(tree),
        "site_dir": str(work / "site"),
        "theme": {"name": "material", "language": "ar", "font": False},
        "nav": [f"index{_PAGE}", *(f"{name}/index{_PAGE}" for name in sections)],
        "plugins": [],
        "not_in_nav": "*",
        "markdown_extensions": given["markdown_extensions"],
    }
    work.mkdir()
    (work / "mkdocs.yml").write_text(yaml.dump(config, allow_unicode=True), encoding="utf-8")
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--config-file", str(work / "mkdocs.yml")]
    return measured(command, work, work / "log", _environment())


def hugo(tree: Path, work: Path) -> Cost | None:
    """Build the same tree with Hugo; None where it is not installed."""
    program = shutil.which("hugo", path=sysconfig.get_path("scripts"))
    if program is None:
        return None
    for path in sorted(tree.rglob("*")):
        if path.is_file():
            name = path.relative_to(tree)
            # A page called index owns its folder there, and nothing below it is a page; _index is the folder's page.
            called = name.with_name(f"_{name.name}") if name.name == f"index{_PAGE}" else name
            _copied(path, work / ("content" if path.suffix == _PAGE else "static") / called)
    (work / "hugo.yaml").write_text(yaml.safe_dump(_HUGO), encoding="utf-8")
    for kind in ("single", "list", "home"):
        _written(work / "layouts" / "_default" / f"{kind}.html", _TEMPLATE)
    return measured([program, "--source", str(work), "--logLevel", "error"], work, work / "log", _environment())


def _environment() -> Mapping[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def _copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
