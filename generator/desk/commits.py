"""What two commits of this repository make of the same texts, each run from a work tree of its own.

Invariant: the checkout that asks is not touched, and the work trees are gone at the end, an interruption's too.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.desk.diff import Side
from generator.desk.explained import DiffError, read_pages, read_side
from generator.lexicon.layout import FOLDER
from generator.source.formats.registry import SUFFIXES, is_seed
from generator.source.read import SIDECAR_SUFFIXES, seeds_in

# A command line of Linux holds 2 MB: so many paths fit, be they a thousand characters long.
_AT_ONCE = 1000
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")  # SIGHUP is absent on Windows


@dataclass(frozen=True)
class Checkout:
    """A commit as it was named, and a folder for its work tree and for all that it makes."""

    commit: str
    home: Path

    @property
    def tree(self) -> Path:
        """Its work tree."""
        return self.home / "tree"


def at_commits(commits: Sequence[str], texts: Path | Sequence[Path], tell: Callable[[str], None]) -> list[Side]:
    """What each commit says of the texts of a dossier, or of some files. Raises DiffError, OSError."""
    hashes = [_hash(commit) for commit in commits]
    with _stoppable(), TemporaryDirectory(prefix="mujaz-diff-") as made, ExitStack() as trees:
        dossier = texts.resolve() if isinstance(texts, Path) else _dossier(texts, Path(made, "texts"))
        seeds = [str(path) for path in seeds_in(dossier)]
        if not seeds:
            raise DiffError("diff.no-dossier", folder=dossier)
        tell("checkout")
        checkouts = [Checkout(commit, Path(made, str(place))) for place, commit in enumerate(commits)]
        for checkout, name in zip(checkouts, hashes, strict=True):
            trees.enter_context(_work_tree(checkout.tree, name))
        tell("explain")
        for start in range(0, len(seeds), _AT_ONCE):
            _run(checkouts, "explain", "--json", *seeds[start : start + _AT_ONCE])
        tell("write")
        _run(checkouts, "generate", "--seeds", str(dossier), "--docs", "../docs")
        return [Side(read_side(each.home / "explain").records, read_pages(each.home / "docs")) for each in checkouts]


def _dossier(files: Sequence[Path], made: Path) -> Path:
    """A new folder with some texts, and the sidecars, settings and lexicon beside them. Raises DiffError."""
    made.mkdir()
    folders = {file.parent for file in files}
    beside = {path for folder in folders for path in folder.iterdir() if path.suffix.lower() in SIDECAR_SUFFIXES}
    for lexicon in (folder / FOLDER for folder in sorted(folders) if (folder / FOLDER).is_dir()):
        if (made / FOLDER).exists():
            raise DiffError("diff.beside", path=lexicon, name=FOLDER)
        shutil.copytree(lexicon, made / FOLDER, symlinks=True)
    for path in sorted({*files, *beside}):
        if path in files and path.is_dir():
            raise DiffError("diff.folder", path=path)
        if path in files and not is_seed(path.name):
            raise DiffError("diff.misnamed", path=path, formats=", ".join(SUFFIXES))
        if (made / path.name).exists():
            raise DiffError("diff.beside", path=path, name=path.name)
        shutil.copy(path, made)
    return made


def _run(checkouts: Sequence[Checkout], *command: str) -> None:
    """Run a command of the generator at every checkout, side by side. Raises DiffError where one fails."""
    with ExitStack() as running:
        begun = [(each, running.enter_context(_begun(each, command))) for each in checkouts]
        for checkout, process in begun:
            if process.wait():
                said = (checkout.home / "errors").read_text("utf-8", "replace").strip().rpartition("\n")[2]
                ended = {"command": command[0], "code": process.returncode, "told": said}
                raise DiffError("diff.failed", commit=checkout.commit, **ended)


@contextmanager
def _begun(checkout: Checkout, command: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """A command at work in a work tree, its output in a file of its name; ended with all that it began when left."""
    # The generator is that of the work tree, and leaves nothing in it that could come while the tree is taken away.
    settings = {**os.environ, "PYTHONUTF8": "1", "PYTHONSAFEPATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    with (checkout.home / command[0]).open("ab") as output, (checkout.home / "errors").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", *command],
            cwd=checkout.tree,
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def _stoppable() -> Iterator[None]:
    """What asks this process to end lets it clear up first, and is heard once."""
    known = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: was for number in known if (was := signal.getsignal(number)) is not signal.SIG_IGN}

    def stop(number: int, _frame: object) -> None:
        """End as a shell expects of what a signal ended."""
        for each in before:
            signal.signal(each, signal.SIG_IGN)
        sys.exit(128 + number)

    try:
        for number in before:
            signal.signal(number, stop)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _work_tree(place: Path, name: str) -> Iterator[None]:
    """A commit checked out at a place; no hook of the repository runs."""
    place.parent.mkdir()
    try:
        _git("-c", f"core.hooksPath={os.devnull}", "worktree", "add", "--quiet", "--detach", str(place), name)
        yield
    finally:
        if place.exists():
            _git("worktree", "remove", "--force", str(place))


def _hash(commit: str) -> str:
    """A commit's full name. Raises DiffError."""
    try:
        _git("rev-parse", "--show-toplevel")
    except DiffError as error:
        raise DiffError("diff.no-checkout", **error.values) from error
    try:
        return _git("rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}").strip()
    except DiffError as error:
        raise DiffError("diff.no-commit", commit=commit) from error


def _git(*arguments: str) -> str:
    """What git prints; it is let come to its end even when this process has to. Raises DiffError with git's words."""
    command = ["git", *arguments]
    pipe = subprocess.PIPE
    try:
        with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True) as process:
            printed, complaint = process.communicate()
    except FileNotFoundError as error:
        raise DiffError("diff.no-git") from error
    if process.returncode:
        raise DiffError("diff.git", told=complaint.strip().rpartition("\n")[2].removeprefix("fatal: "))
    return printed
