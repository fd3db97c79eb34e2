"""Which folder is meant as the dossier, and what may be meant by a name under which nothing is there."""

from __future__ import annotations

import difflib
from pathlib import Path

from generator.model.fault import CommandError
from generator.source.read import is_dossier

_USUAL = "seeds"
_NEAR = 0.5


class NamedError(CommandError):
    """A file or folder that is not what it was named as."""


def dossier_at(given: Path | None, here: Path = Path()) -> Path:
    """The folder that is named; else `seeds` in the working folder, or that folder itself. Raises NamedError."""
    if given is not None:
        return there(given)
    if (here / _USUAL).is_dir():
        return here / _USUAL
    if is_dossier(here):
        return here
    raise NamedError("named.none", folder=here.absolute(), usual=_USUAL)


def there(named: Path, folder: bool = True) -> Path:
    """What is named, where it is there and a folder, or a file. Raises NamedError."""
    if _is(named, folder):
        return named
    if named.exists():
        raise NamedError("named.no-folder" if folder else "named.no-file", named=named)
    near = _nearest(named, folder)
    if near:
        raise NamedError("named.near-folder" if folder else "named.near-file", named=named, near=near)
    raise NamedError("named.lost-folder" if folder else "named.lost-file", named=named)


def _is(path: Path, folder: bool) -> bool:
    return path.is_dir() if folder else path.is_file()


def _nearest(named: Path, folder: bool) -> Path | None:
    """What is there under a like name: the first part that is missing is held against its neighbours."""
    lost = named
    while not lost.parent.is_dir():
        lost = lost.parent
    beside = {x.name: x / named.relative_to(lost) for x in lost.parent.iterdir() if not x.name.startswith(".")}
    meant = {name: path for name, path in beside.items() if _is(path, folder)}
    return next((meant[name] for name in difflib.get_close_matches(lost.name, meant, n=1, cutoff=_NEAR)), None)
