"""Begins a dossier: its settings, an example text with a sidecar, a theme, a page, and what publishes it on a forge.

Invariant: no file that is there is touched.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from generator import place
from generator.lexicon.explanations import Explained
from generator.model.fault import CommandError
from generator.site.files import DOSSIER_SCHEMA, lexicon_schema_files, own_schema_files
from generator.source.history import git
from generator.source.read import DOSSIER_FILE, seeds_in

_NAMED = "mujaz"  # the distribution's name
_UNKNOWN = ("OWNER/mujaz", "COMMIT")
_ADDRESS = re.compile(r"github\.com[/:]([\w.-]+/[\w.-]+?)(?:\.git)?/?$")  # a reusable workflow lies nowhere else
# What begins with a dot in a dossier lies without it among our own files, where git or a forge would take it for ours.
_DOTTED = {
    "gitignore": ".gitignore",
    "workflows/site.yml": ".github/workflows/site.yml",
    "workflows/gitlab-ci.yml": ".gitlab-ci.yml",
    "issues/report.yml": ".github/ISSUE_TEMPLATE/report.yml",
    "issues/report.md": ".gitlab/issue_templates/report.md",
}
# Where a dossier keeps the schemas of its files, for editors; a name with a dot is nothing to the generator.
SCHEMAS = ".schemas"
_WIDE = 1 << 30
_LINE = 100
_EXAMPLES = frozenset({"example.txt", "example.yml"})


class NewError(CommandError):
    """A folder that cannot become a dossier."""


@dataclass(frozen=True)
class Provenance:
    """Where this generator can be had again: its repository on a forge, OWNER/NAME, and a commit."""

    repository: str = _UNKNOWN[0]
    commit: str = _UNKNOWN[1]

    @property
    def known(self) -> bool:
        """False where somebody has to fill in what no file here says."""
        return _UNKNOWN[0] != self.repository and _UNKNOWN[1] != self.commit

    def filled(self, text: str) -> str:
        """A text with its repository and commit."""
        return text.replace(_UNKNOWN[0], self.repository).replace(_UNKNOWN[1], self.commit)


@dataclass(frozen=True)
class Begun:
    """What was written into a folder, and what was there already and stays; paths relative to it."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def begin(folder: Path, settings: str, provenance: Provenance) -> Begun:
    """Write the files of a new dossier with these settings into a folder, but those that are there. Raises NewError."""
    if folder.exists() and not folder.is_dir():
        raise NewError("new.is-file", folder=folder)
    if (folder / DOSSIER_FILE).exists():
        raise NewError("new.is-dossier", folder=folder, file=DOSSIER_FILE)
    hint = f"# yaml-language-server: $schema={SCHEMAS}/{DOSSIER_SCHEMA}\n\n"
    files = {DOSSIER_FILE: hint + settings, **_starter(provenance), **_schemas()}
    if folder.is_dir() and seeds_in(folder):
        files = {name: text for name, text in files.items() if name not in _EXAMPLES}
    kept = {name for name in files if (folder / name).exists()}
    written = sorted(set(files) - kept)
    for name in written:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(files[name], encoding="utf-8", newline="\n")
    return Begun(tuple(written), tuple(sorted(kept)))


def _starter(provenance: Provenance) -> Mapping[str, str]:
    """The files to begin with, by their path in a dossier."""
    paths = sorted(path for path in place.STARTER.rglob("*") if path.is_file())
    names = {path: path.relative_to(place.STARTER).as_posix() for path in paths}
    return {
        _DOTTED.get(name, name): provenance.filled(path.read_text(encoding="utf-8")) for path, name in names.items()
    }


def _schemas() -> Mapping[str, str]:
    """The schemas that the first lines of a dossier's files name to editors."""
    return {f"{SCHEMAS}/{name}": text for name, text in {**own_schema_files(), **lexicon_schema_files()}.items()}


def provenance(repository: str | None = None, commit: str | None = None) -> Provenance:
    """Where this generator comes from, as far as its installation or its checkout tells; what is given wins."""
    known = _installed() or _checked_out() or Provenance()
    return Provenance(repository or known.repository, commit or known.commit)


def _installed() -> Provenance | None:
    """The repository that pip installed this package from (PEP 610), where it was one."""
    try:
        told = distribution(_NAMED).read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    said = json.loads(told or "{}")
    commit, address = said.get("vcs_info", {}).get("commit_id"), _ADDRESS.search(said.get("url", ""))
    return Provenance(address[1], commit) if commit and address else None


def _checked_out() -> Provenance | None:
    """The first remote's repository and the commit of the checkout that this module lies in."""
    home = place.CONFIG.parent
    if not (home / ".git").exists():
        return None
    address, commit = git(home, "remote", "get-url", "origin"), git(home, "rev-parse", "HEAD")
    named = _ADDRESS.search((address or "").strip())
    return Provenance(named[1], commit.strip()) if named and commit else None


def explained(shape: type[BaseModel], words: Mapping[str, Explained], given: Mapping[str, Any] | None = None) -> str:
    """A commented file with every setting of a shape: those `given` with their values, each other one as a comment
    that shows an example of it.
    """
    return "\n".join("\n".join(_setting(name, words[name], given or {})) + "\n" for name in shape.model_fields)


def _setting(name: str, words: Explained, given: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"# {line}" for text in (words.ar, words.en) for line in textwrap.wrap(text, _LINE))
    if name in given:
        yield yaml.safe_dump({name: given[name]}, allow_unicode=True, sort_keys=False, width=_WIDE).rstrip()
    else:
        yield from (f"# {line}" for line in words.example.split("\n"))
