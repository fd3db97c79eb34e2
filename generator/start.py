"""The start of a build: what a site would be made of, and whether the last build made just that and left it standing.

Invariant: what is imported here is little: where nothing has changed, that takes longer than to find it out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.model import Problem
from generator.model.forge import Forge
from generator.model.teller import Teller
from generator.place import CONFIG, DOCS, THEME
from generator.site.engine import EngineFiles
from generator.site.fingerprint import Tree, code_print, dossier_print, frame_print, print_of, tree_of
from generator.site.hold import workshop
from generator.site.keeping import Store, store
from generator.site.publish import PublishError, place_for, recover
from generator.site.unchanged import LastBuild, last_build, left_in
from generator.site.write import listed
from generator.source.history import place_within, read_history
from generator.source.read import is_dossier

PLACE = EngineFiles(CONFIG, DOCS, THEME)


def silent(_step: str, _done: int = 0, _of: int = 0, /) -> None:
    """Nobody listens."""


# By which whoever builds says how old the site is.
_MOMENT = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True)
class Outcome:
    """What a build made, for the report at its end; `unchanged` where the last one had made it already."""

    articles: int
    pages: int
    problems: tuple[Problem, ...]
    unchanged: bool = False


@dataclass(frozen=True)
class Request:
    """A site that is wanted of a dossier. `forge` is the repository it is built from, as far as whoever builds it
    knows; `cache`: a folder for what this build leaves for the next. Without `press` the engine makes every page, which
    gives the same site.
    """

    folder: Path
    target: Path
    url: str = ""
    forge: Forge | None = None
    docs: Path | None = None
    engine: str = "mkdocs"
    press: bool = True
    allow_empty: bool = False
    cache: Path | None = None


@dataclass(frozen=True)
class Start:
    """A build that has begun: what is asked for, the frame of its pages, its place and what that holds, its workshop,
    what earlier builds have kept, and the last of them.

    `standing` is what came of that one, where there is nothing to do.
    """

    asked: Request
    frame: EngineFiles
    place: Path
    work: Path
    kept: Store
    holds: Tree
    made_of: str
    last: LastBuild | None
    standing: Outcome | None


@contextmanager
def started(asked: Request, tell: Teller = silent) -> Iterator[Start]:
    """Begin a build; nobody else builds at its place meanwhile. Raises PublishError and BusyError."""
    place = place_for(asked.target)
    tell("read")
    _refuse_odd_address(asked.url)
    refuse_no_dossier(asked.folder, asked.allow_empty)
    with workshop(place) as work, _kept_from(asked.cache, place, work) as kept:
        recover(place)
        holds, beside = tree_of(place), left_in(asked.docs) if asked.docs else ""
        made_of, last = _made_of(asked, place), last_build(kept)
        same = last and last.made_of == made_of and last.left == (print_of(holds), beside)
        standing = Outcome(last.articles, last.pages, last.problems, unchanged=True) if last and same else None
        yield Start(asked, PLACE, place, work, kept, holds, made_of, last, standing)


def _refuse_odd_address(url: str) -> None:
    """Raises PublishError for what no browser could be sent to."""
    parts = urlsplit(url)
    if url and not (parts.scheme in ("http", "https") and parts.netloc):
        raise PublishError("site.url", url=url, rest=url.rpartition("//")[2].strip("/"))


def refuse_no_dossier(folder: Path, allow_empty: bool) -> None:
    """Raises PublishError for a folder without texts and settings, which is most often the wrong one."""
    if not (allow_empty or is_dossier(folder)):
        raise PublishError("dossier.none", folder=folder)


def _kept_from(cache: Path | None, place: Path, work: Path) -> AbstractContextManager[Store]:
    """What earlier builds kept for a site; where no folder is given for it, what this build keeps for itself."""
    return store(cache / f"{place.name}.sqlite" if cache else work / "kept.sqlite", code_print())


def _made_of(asked: Request, place: Path) -> str:
    """A fingerprint of all that a site is made of: its dossier with what git tells of it, the frame, what is wanted."""
    history = read_history(asked.folder)
    wanted = (asked.url, asked.forge, asked.docs, asked.engine, asked.press, asked.allow_empty)
    parts = (
        dossier_print(asked.folder, place),
        frame_print(PLACE, listed(PLACE.docs)),
        repr(wanted),
        repr(history),
        place_within(asked.folder),
        os.environ.get(_MOMENT),  # the engine writes it into the sitemap
    )
    return repr(parts)
