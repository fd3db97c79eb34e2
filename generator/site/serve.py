"""Shows the site on this machine and rebuilds it whenever a file that it is made of changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from stat import S_ISDIR

_PAUSE = 0.7


def snapshot(roots: Iterable[Path]) -> frozenset[tuple[str, int, int]]:
    """Every file below some folders with its size and time of change; equal as long as none changes."""
    files = (path for root in roots for path in ([root] if root.is_file() else root.rglob("*")))
    return frozenset(seen for path in files if (seen := _seen(path)))


def _seen(path: Path) -> tuple[str, int, int] | None:
    """A file's name, time of change and size; None for a folder, or a file that has gone since it was listed."""
    try:
        found = path.stat()
    except OSError:
        return None
    return None if S_ISDIR(found.st_mode) else (str(path), found.st_mtime_ns, found.st_size)


def serve(
    site: Path, roots: tuple[Path, ...], rebuild: Callable[[], None], port: int, rounds: int | None = None
) -> None:
    """Serve a folder at 127.0.0.1 until interrupted; `rounds` ends it after so many looks for changes."""
    seen = snapshot(roots)
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        while rounds is None or rounds > 0:
            time.sleep(_PAUSE)
            now = snapshot(roots)
            if now != seen:
                rebuild()
                seen = now
            rounds = None if rounds is None else rounds - 1
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line on the console for each, and never from a browser's cache."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the parent's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Let no browser show a page of an earlier build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()
