"""Shows the site on this machine and rebuilds it whenever a file that it is made of changes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer

from generator.site.publish import PublishError

# Seconds between two looks at whether to end, and for a change to be whole: an editor writes a file in several steps.
_PAUSE, _SETTLE = 0.7, 0.1
# To read a file, or to close it, is no change.
_CHANGES: list[type[events.FileSystemEvent]] = [
    *(events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent),
    *(events.DirMovedEvent, events.DirDeletedEvent),
]


class _Bell(events.FileSystemEventHandler):
    """Rings when something at one of some places, or below it, changes."""

    def __init__(self, places: tuple[Path, ...]) -> None:
        self.places, self.rung = places, threading.Event()

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        """Ring where one of the places, or something in it, has changed."""
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if any(path.is_relative_to(place) for path in paths for place in self.places):
            self.rung.set()


def lies_apart(site: Path, roots: tuple[Path, ...]) -> None:
    """Raises PublishError for a site that lies in what it is made of, where each build would call for the next."""
    for root in roots:
        if site.resolve().parent.is_relative_to(root.resolve()) and root.is_dir():
            raise PublishError(f"{site} lies in {root}, which it is made of; name a folder elsewhere as --site")


@contextmanager
def changes(roots: tuple[Path, ...]) -> Iterator[threading.Event]:
    """An event that is set whenever a file below some folders, or one of some files, changes. Raises OSError."""
    bell = _Bell(tuple(root.resolve() for root in roots if root.exists()))
    observer = Observer()
    # A file is watched from its folder, for a saved one may be another that took its name.
    for folder, deep in {(place, True) if place.is_dir() else (place.parent, False) for place in bell.places}:
        observer.schedule(bell, str(folder), recursive=deep, event_filter=_CHANGES)
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
    with changes(roots) as changed, ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
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
