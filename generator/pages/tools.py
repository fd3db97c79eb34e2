"""What stands below an article for those who work with it: how to cite it, and where to have it withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.catalogue.groups import Entry
from generator.model.addresses import citation_path
from generator.pages import correcting
from generator.pages.citing import citation, head, worded
from generator.pages.desk import Desk, Link
from generator.pages.sourcewords import byline

_FILES = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))


@dataclass(frozen=True)
class Tools:
    """A citation in words and as files, where to have an article withdrawn, its source in a line."""

    cited: str
    files: tuple[Link, ...]
    withdrawal: str
    byline: str


def tools(desk: Desk, entry: Entry) -> dict[str, Any]:
    """What an article's page has below its text, and what its head tells reference managers."""
    cited = citation(desk, entry)
    made = Tools(
        cited=worded(desk, cited),
        files=_files(cited.key),
        withdrawal=correcting.withdrawal(desk, entry.address),
        byline=byline(desk, entry),
    )
    return {"tools": made, "cited": [list(pair) for pair in head(desk, entry, cited)]}


def _files(key: str | None) -> tuple[Link, ...]:
    return tuple(Link(name, f"/{citation_path(key, suffix)}") for suffix, name in _FILES)


def dossier_files() -> tuple[Link, ...]:
    """The citations of all that lists show."""
    return _files(None)
