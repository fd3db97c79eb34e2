"""Shows the site on this machine and rebuilds it whenever a file that it is made of changes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from generator.site.publish import PublishError, former

# Seconds between two looks at whether to end, and for a change to be whole: an editor writes a file in several steps.
_PAUSE, _SETTLE = 0.7, 0.1
# To read a file, or to close it, is no change.
_CHANGES: list[type[events.FileSystemEvent]] = [
    *(events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent),
    *(events.DirCreatedEvent, events.DirMovedEvent, events.DirDeletedEvent),
]


class _Bell(events.FileSystemEventHandler):
    """Rings when something at one of some places, or below it, changes; hidden files and a site in it are no matter."""

    def __init__(self, places: tuple[Path, ...], site: Path | None, watch: Callable[[Path], object]) -> None:
        self.places, self.rung, self.watch = places, threading.Event(), watch
        self.made = (site.resolve(), former(site.resolve())) if site else ()

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        """Ring where one of the places, or something in it, has changed; a folder that is new in one is watched too."""
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        for path in (path for path in paths if self.concerns(path)):
            if event.is_directory and path.parent in self.places and path.is_dir():
                self.watch(path)
            self.rung.set()

    def concerns(self, path: Path) -> bool:
        """True for one of the places and what lies in it for all to see."""
        if any(path.is_relative_to(made) for made in self.made):
            return False
        inside = (path.relative_to(place).parts for place in self.places if path.is_relative_to(place))
        return any(not any(part.startswith(".") for part in parts) for parts in inside)


def lies_apart(site: Path, dossier: Path, inputs: tuple[Path, ...]) -> None:
    """Raises PublishError for a site that lies in what it is made of, where each build would call for the next.

    It may lie directly in its dossier, of which the texts alone are directly in it.
    """
    parent = site.resolve().parent
    for root in (dossier, *inputs):
        if parent.is_relative_to(root.resolve()) and root.is_dir() and parent != dossier.resolve():
            raise PublishError("site.within", site=site, root=root)


@contextmanager
def changes(roots: tuple[Path, ...], site: Path | None = None) -> Iterator[threading.Event]:
    """An event that is set whenever a file below some folders, or one of some files, changes. Raises OSError.

    A site that lies in one of them may change.
    """
    places = tuple(root.resolve() for root in roots if root.exists())
    observer, watches = Observer(), dict[Path, ObservedWatch]()

    def watch(folder: Path, deep: bool = True) -> None:
        """Watch a folder; one that took the name of another is watched in its place."""
        if folder in watches:
            observer.unschedule(watches.pop(folder))
        with suppress(FileNotFoundError):
            watches[folder] = observer.schedule(bell, str(folder), recursive=deep, event_filter=_CHANGES)

    bell = _Bell(places, site, watch)
    # A file is watched from its folder, for a saved one may be another that took its name. Each folder in a folder is
    # watched by itself, and the site not at all: a build makes and moves thousands of files there.
    tops = {place if place.is_dir() else place.parent for place in places}
    for folder in tops:
        watch(folder, deep=False)
    for folder in {x for top in tops for x in top.iterdir() if x.is_dir() and bell.concerns(x)} - tops:
        watch(folder)
    observer.start()
    try:
        yield bell.rung
    finally:
        observer.stop()
        observer.join()


def serve(
    site: Path, roots: tuple[Path, ...], rebuild: Callable[[], None], port: int, rounds: int | None = None
) -> None:
    """Serve a folder at 127.0.0.1 until interrupted; `rounds` ends it after so many looks. Raises OSError."""
    handler = partial(_Quiet, directory=str(site))
    with changes(roots, site) as changed, ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            while rounds is None or rounds > 0:
                if changed.wait(_PAUSE):
                    time.sleep(_SETTLE)
                    changed.clear()
                    rebuild()
                rounds = None if rounds is None else rounds - 1
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line on the console for each, and never from a browser's cache."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the parent's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Let no browser show a page of an earlier build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()
