"""What stands below an article for those who work with it: how to cite it, and where to have it withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.catalogue.groups import Entry
from generator.model import Page
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


def with_tools(page: Page, desk: Desk, entries: Mapping[str, Entry]) -> Page:
    """An article's page with its tools, and with what its head tells reference managers; any other page as it is."""
    entry = entries.get(page.address)
    if entry is None:
        return page
    cited = citation(desk, entry)
    made = Tools(
        cited=worded(desk, cited),
        files=_files(cited.key),
        withdrawal=correcting.withdrawal(desk, entry.address),
        byline=byline(desk, entry),
    )
    told = [list(pair) for pair in head(desk, entry, cited)]
    return replace(page, context={**page.context, "tools": made, "cited": told})


def _files(key: str | None) -> tuple[Link, ...]:
    return tuple(Link(name, f"/{citation_path(key, suffix)}") for suffix, name in _FILES)


def dossier_files() -> tuple[Link, ...]:
    """The citations of all that lists show."""
    return _files(None)
