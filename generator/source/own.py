"""Reads what a dossier has beside its texts for readers: pages written by hand in pages/, files to show in assets/.

Invariant: nothing is read that a link leads to outside the dossier, and every file that is passed over is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.model import Problem
from generator.reading.files import decode, printable, read_bytes
from generator.source.pictures import PICTURES, SUFFIXES, is_kind, kind_meant, unsafe_in

PAGES, ASSETS = "pages", "assets"
# A page of a site runs to some kilobytes, a picture or document of one to some megabytes.
LARGEST_PAGE, LARGEST_ASSET = 500_000, 20_000_000
_PAGE = ".md"
# What systems put into folders.
_NOBODYS = frozenset({"thumbs.db", "desktop.ini"})

T = TypeVar("T")


@dataclass(frozen=True)
class WrittenPage:
    """A page as somebody wrote it; `file` is its path below the dossier, or that of docs/."""

    file: str
    markdown: str


@dataclass(frozen=True)
class Asset:
    """A file to be shown as it is; `path` is that below assets/, `text` what can be read of it."""

    path: str
    data: bytes
    text: str | None = None

    @property
    def is_picture(self) -> bool:
        """True for what can be a logo."""
        return kind_meant(self.path) in PICTURES


@dataclass(frozen=True)
class OwnFiles:
    """All that a dossier shows beside its texts, and what of it was passed over."""

    pages: tuple[WrittenPage, ...] = ()
    assets: tuple[Asset, ...] = ()
    problems: tuple[Problem, ...] = ()

    def beside(self, other: OwnFiles) -> OwnFiles:
        """These and others, the pages and problems of both."""
        pages, problems = (*self.pages, *other.pages), (*self.problems, *other.problems)
        return OwnFiles(pages, (*self.assets, *other.assets), problems)

    @property
    def said(self) -> tuple[str, ...]:
        """All that it says in words, file names among them, for looking through."""
        pages = (text for page in self.pages for text in (page.file, page.markdown))
        return (*pages, *(text for asset in self.assets for text in (asset.path, asset.text or "")))


NO_FILES = OwnFiles()


def read_own(folder: Path) -> OwnFiles:
    """The pages and files that lie in pages/ and assets/ of a dossier, sorted by path."""
    pages = [_page(path, folder) for path in _inside(folder / PAGES, deep=False)]
    assets = [_asset(path, folder) for path in _inside(folder / ASSETS, deep=True)]
    found = [*pages, *assets]
    return OwnFiles(_of(found, WrittenPage), _of(found, Asset), _of(found, Problem))


def read_written(folder: Path, passes: Callable[[Path], bool]) -> OwnFiles:
    """Every page that lies below a folder, such as docs/ of a checkout, in whatever depth, but for those that `passes`
    says are none.
    """
    paths = (path for path in _inside(folder, deep=True) if path.suffix.lower() == _PAGE)
    found = [_page(path, folder.parent) for path in paths if not passes(path)]
    return OwnFiles(_of(found, WrittenPage), (), _of(found, Problem))


def _of(found: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    return tuple(each for each in found if isinstance(each, kind))


def _inside(folder: Path, *, deep: bool) -> Iterator[Path]:
    """What lies in a folder, and in those below it where `deep`; names that begin with a dot are nobody's."""
    if not folder.is_dir() or folder.is_symlink():
        if folder.is_symlink():
            yield folder
        return
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.startswith(".") or path.name.lower() in _NOBODYS:
            continue
        if deep and path.is_dir() and not path.is_symlink():
            yield from _inside(path, deep=True)
        else:
            yield path


def _page(path: Path, home: Path) -> WrittenPage | Problem:
    file = _below(path, home)
    if rule := _no_page(path):
        return Problem("warning", file, None, rule)
    data = read_bytes(path, LARGEST_PAGE, home, file)
    if isinstance(data, Problem):
        return data
    decoded = decode(data)
    if decoded is None:
        return Problem("error", file, None, "own-page-undecodable")
    if not decoded[0].strip():
        return Problem("warning", file, None, "own-page-empty")
    return WrittenPage(file, decoded[0])


def _no_page(path: Path) -> str | None:
    """Why something in pages/ is no page, as the rule of a problem."""
    if printable(path.name) != path.name:
        return "own-name"
    if path.is_dir() and not path.is_symlink():
        return "own-page-folder"
    return None if path.suffix.lower() == _PAGE or path.is_symlink() else "own-page-misnamed"


def _asset(path: Path, home: Path) -> Asset | Problem:
    file = _below(path, home)
    if printable(path.name) != path.name:
        return Problem("warning", file, None, "own-name")
    kind = kind_meant(path.name)
    if kind is None and not path.is_symlink():
        return Problem("warning", file, None, "asset-kind", (("kinds", ", ".join(SUFFIXES)),))
    data = read_bytes(path, LARGEST_ASSET, home, file)
    if isinstance(data, Problem):
        return data
    if kind is None or not is_kind(data, kind):
        return Problem("error", file, None, "asset-not-its-kind", (("kind", path.suffix.removeprefix(".")),))
    if kind == "svg" and (what := unsafe_in(data)):
        return Problem("error", file, None, "asset-unsafe", (("what", what),))
    text = decode(data) if kind in ("text", "svg") else None
    return Asset(file.partition("/")[2], data, text and text[0])


def _below(path: Path, home: Path) -> str:
    return printable(path.relative_to(home).as_posix())
