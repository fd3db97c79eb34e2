"""What a site is made of and what it holds, as hashes of contents: equal ones need no build.

Invariant: no time and no place of a file counts, only names and bytes; what could make another site is among them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from stat import S_ISREG

from generator.place import DATA, IMPORTED_FROM, TEMPLATES
from generator.site.engine import EngineFiles

# What texts, pages and pictures are made with: another version may make other bytes.
_LIBRARIES = (
    *("babel", "hijridate", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "msgspec", "pillow"),
    *("pydantic", "pydantic-core", "pypdfium2", "pyyaml", "selectolax", "properdocs"),
)
_PACKAGE = IMPORTED_FROM / "generator"
_LANGUAGE = DATA / "language"
# How the names of all begin that builds leave in a folder.
_OURS = ".mujaz"
_SKIPPED = frozenset({"__pycache__"})
# The system reads several files at a time: of 45,800 files of 541 MB, 1.2 s one by one, .85 by two, 1.05 by four.
_AT_ONCE = 2
_READ = 1 << 20
# What is no file, such as a pipe, would be waited for.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)

Tree = Mapping[str, str]
"""Files by their path below a folder, with the hash of their bytes."""


def tree_of(folder: Path, known: Collection[str] = ()) -> Tree:
    """Every file below a folder, none where there is none, but those that are known."""
    paths = sorted(set(_below(os.fspath(folder), "")).difference(known)) if folder.is_dir() else []
    size = max(1, -(-len(paths) // (_AT_ONCE * 8)))
    parts = [paths[at : at + size] for at in range(0, len(paths), size)]
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        hashed = threads.map(lambda part: [_hash_of(f"{folder}/{name}") for name in part], parts)
        return dict(zip(paths, (each for part in hashed for each in part), strict=True))


def print_of(tree: Tree) -> str:
    """One hash for all files of a tree."""
    made = sha256()
    for name in sorted(tree):
        made.update(f"{name}\0{tree[name]}\n".encode("utf-8", "surrogateescape"))
    return made.hexdigest()


def code_print() -> str:
    """All by which a text is read but the lexicons of things: the code, the words of the language, the libraries."""
    code = {name: told for name, told in tree_of(_PACKAGE).items() if name.endswith(".py")}
    return _joined(_versions(), print_of(code), print_of(tree_of(_LANGUAGE)))


def lexicon_print(dossier: Path, counts: Callable[[str], bool] = lambda _: True) -> str:
    """The lexicons of things, the generator's own and a dossier's: the files that count, by their path in either."""
    trees = (tree_of(folder) for folder in (DATA / "world", dossier / "lexicon"))
    return _joined(*(print_of({name: told for name, told in tree.items() if counts(name)}) for tree in trees))


def hash_of_text(text: str) -> str:
    """A hash of a text."""
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def frame_print(place: EngineFiles, made: Collection[str]) -> str:
    """What pages are laid out with and put into: templates, theme, wording, styles, scripts, pages written by hand.

    `made` are the files among these pages that builds have written there.
    """
    docs = {name: told for name, told in tree_of(place.docs).items() if name not in made and not name.startswith(".")}
    trees = (print_of(tree_of(tree)) for tree in (TEMPLATES, place.theme, DATA))
    return _joined(_hash_of(os.fspath(place.config)), *trees, print_of(docs))


def dossier_print(dossier: Path, site: Path) -> str:
    """All that lies in a dossier's folder and that a build looks at: files, names of folders, its own folders whole.
    The site may lie there too, and what builds leave beside it.
    """
    entries = (entry for entry in os.scandir(dossier) if not entry.name.startswith(_OURS))
    direct = {entry.name: _told(entry) for entry in entries if Path(entry.path).resolve() != site}
    own = (print_of(tree_of(dossier / name)) for name in ("lexicon", "pages", "assets"))
    return _joined(print_of(direct), *own)


def _told(entry: os.DirEntry[str]) -> str:
    if entry.is_dir():
        return "folder"
    return _hash_of(entry.path)


def _versions() -> str:
    return ";".join((sys.version, *(f"{name} {_version(name)}" for name in _LIBRARIES)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _joined(*parts: str) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _below(root: str, within: str) -> Iterator[str]:
    with os.scandir(f"{root}/{within}") as entries:
        for entry in entries:
            name = f"{within}/{entry.name}" if within else entry.name
            if entry.name in _SKIPPED:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(root, name)
            else:
                yield name


def _hash_of(path: str) -> str:
    """The hash of a file's bytes; of what is no file, or cannot be read, that it is so."""
    try:
        file = os.open(path, os.O_RDONLY | _NO_WAIT)
    except OSError:
        return "unread"
    made = sha256()
    try:
        told = os.fstat(file)
        if not S_ISREG(told.st_mode):
            return "no file"
        # All of a small file comes at once, and that nothing comes behind it need not be asked.
        while data := os.read(file, min(_READ, told.st_size + 1)):
            made.update(data)
            if len(data) == told.st_size:
                break
    except OSError:
        return "unread"
    finally:
        os.close(file)
    return made.hexdigest()
