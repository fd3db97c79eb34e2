"""Turns a complete tree of Markdown into HTML with MkDocs, or an engine that takes its configuration.

The engine runs strict, in a process of its own, from a private copy, into a folder that nobody else uses.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_IRWXU
from types import MappingProxyType
from typing import Any

import yaml

from generator.model.fault import CommandError
from generator.site.write import generated, listed

ENGINES = ("mkdocs", "properdocs", "zensical")
# The file system's earliest day in archives: with no date given, none is invented from the clock.
_NO_DATE = "315532800"
# What the engine takes for a page.
_PAGES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
_NOTHING: Mapping[str, str] = MappingProxyType({})


class EngineError(CommandError):
    """The engine refused the tree, and what it said."""


@dataclass(frozen=True)
class EngineFiles:
    """Where the engine's own files lie: configuration, hand-written pages, theme overrides."""

    config: Path
    docs: Path
    theme: Path


@dataclass(frozen=True)
class SiteName:
    """What the site is called, escaped as the theme prints it, where it will live, its menu, as the engine takes it,
    its language, and what the link beside a heading is called; no address leaves canonical links out. `face` is what
    else the theme shows of a dossier, escaped too.
    """

    name: str
    description: str
    url: str
    menu: Sequence[Any] = ()
    language: str = "ar"
    heading_link: str = ""
    face: Mapping[str, Any] = field(default_factory=dict)


def copy_tree(place: EngineFiles, target: Path, theme: Mapping[str, str] = _NOTHING) -> Path:
    """Copy all that the engine needs but pages to a folder; gives its docs folder.

    Pages, those written by hand too, come as generated files, looked through, so that none ends the build.

    `theme` has texts for the folder of templates, by their path below it.
    """
    shutil.copyfile(place.config, target / "base.yml")
    _copy_to_change(place.theme, target / "templates" / "theme")
    for name, text in theme.items():
        path = target / "templates" / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    written = {place.docs / name for name in listed(place.docs)}  # data files carry no marker, the manifest names them

    def ignore(folder: str, names: list[str]) -> set[str]:
        paths = {name: Path(folder, name) for name in names}
        return {
            n
            for n, path in paths.items()
            if n.startswith(".") or path in written or generated(path) or (path.suffix in _PAGES and path.is_file())
        }

    _copy_to_change(place.docs, target / "docs", ignore)
    return target / "docs"


def _copy_to_change(
    source: Path, target: Path, ignore: Callable[[str, list[str]], Iterable[str]] | None = None
) -> None:
    """Copy a folder's files; an installed package may be read-only, and what is copied of it is written to."""
    shutil.copytree(source, target, ignore=ignore, copy_function=shutil.copyfile)
    for folder in (target, *(path for path in target.rglob("*") if path.is_dir())):
        folder.chmod(folder.stat().st_mode | S_IRWXU)


@dataclass(frozen=True)
class Small:
    """A folder of Markdown that the engine builds with a tree's theme, and where to."""

    docs: Path
    out: Path


def run_engine(tree: Path, out: Path, name: SiteName, engine: str = "mkdocs") -> None:
    """Build a copied tree into a folder. Raises EngineError with the engine's words."""
    # Into the tree first: Zensical takes no place outside it.
    made = tree / "site"
    run_small(tree, [Small(tree / "docs", made)], name, engine)
    made.rename(out)


# The engine's own command, once for each configuration: to start it takes longer than to build a small tree.
_EACH = (
    "import sys, importlib; run = importlib.import_module(sys.argv[1] + '.__main__').cli\n"
    "for each in sys.argv[2:]: run(['build', '--strict', '--config-file', each], standalone_mode=False)"
)


def run_small(tree: Path, wanted: Sequence[Small], name: SiteName, engine: str = "mkdocs") -> None:
    """Build folders of Markdown with a copied tree's theme and settings. Raises EngineError with the engine's words."""
    configs = [_config(tree, f"mkdocs{x or ''}.yml", each, name) for x, each in enumerate(wanted)]
    command = ["-m", engine, "build", "--strict", "--config-file"] if len(configs) == 1 else ["-c", _EACH, engine]
    done = subprocess.run(
        # Not --quiet: it silences warnings before --strict can count them.
        # -P: no folder, be it the copy or one of the user's, stands before the installed packages.
        [sys.executable, "-P", *command, *map(str, configs)],
        cwd=tree,
        env=_environment(name.url),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise EngineError("engine.refused", engine=engine, told=_told(done.stdout + done.stderr))


def _config(tree: Path, file: str, small: Small, name: SiteName) -> Path:
    """The configuration of one folder, written beside the tree's own."""
    settings: dict[str, Any] = {"INHERIT": "base.yml", "site_name": name.name, "site_description": name.description}
    where = {"docs_dir": small.docs, "site_dir": small.out}
    # As seen from the tree: Zensical takes no other.
    settings |= {key: path.relative_to(tree).as_posix() for key, path in where.items()}
    settings["nav"] = list(name.menu) or None
    settings["theme"] = {"language": name.language}
    settings["markdown_extensions"] = {"toc": {"permalink_title": name.heading_link}}
    settings["extra"] = {"dossier": dict(name.face)}
    config = tree / file
    config.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return config


def _told(output: str) -> str:
    """What the engine complains of; of a traceback only its last line, for the rest speaks of the engine's own code."""
    before, found, trace = output.strip().partition("Traceback (most recent call last):")
    said = [line for line in before.splitlines() if line.strip() and not line.startswith("INFO")]
    return "\n".join([*said, *(trace.strip().splitlines()[-1:] if found else ())])


def _environment(url: str) -> dict[str, str]:
    return {
        "SOURCE_DATE_EPOCH": _NO_DATE,
        **os.environ,
        "SITE_URL": url,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }
