"""A server that is far away, and what a page asks it for: requests, bytes, and how many wait for one another.

It answers as GitHub Pages does (gzip for scripts, styles, pages and JSON, none for the rest), after a round trip of 150
ms and at 200 KB a second for all that is under way.
"""

from __future__ import annotations

import gzip
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

from tests.browser.conftest import BASE_PATH, UnderBasePath

ROUND_TRIP, BYTES_A_SECOND = 0.15, 200_000
KB = 1_024
DATA = Path("search", "data")

_PACKED = {".js", ".css", ".html", ".json", ".svg", ".xml", ".txt"}
_CHUNK = 4_096


class SlowLine(UnderBasePath):
    """A server that is far away."""

    protocol_version = "HTTP/1.1"
    line: ClassVar[threading.Lock] = threading.Lock()

    def do_GET(self) -> None:  # noqa: N802 - the name is the base class's
        """A file, late and slowly."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        time.sleep(ROUND_TRIP)
        if not path.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        raw = path.read_bytes()
        body = sent(path, raw)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if body is not raw:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for at in range(0, len(body), _CHUNK):
            with self.line:
                self.wfile.write(body[at : at + _CHUNK])
                time.sleep(len(body[at : at + _CHUNK]) / BYTES_A_SECOND)


def sent(path: Path, raw: bytes) -> bytes:
    """The bytes of a file as they go over the line."""
    return gzip.compress(raw, mtime=0) if path.suffix in _PACKED else raw


@dataclass(frozen=True)
class Cost:
    """Requests; KB over the line, and of these the index's; how deep: the longest chain of requests of which each was
    made after the one before it had ended.
    """

    requests: int
    kb: float
    index_kb: float
    depth: int


class Watch:
    """The requests of a page and its workers in the order of their beginnings and ends, whatever a clock says."""

    def __init__(self, page: Page, site: Path) -> None:
        """Watches from now on."""
        self._site = site
        self.depths: dict[Request, int] = {}
        self._ended = 0
        self.under_way = 0
        page.on("request", self._begun)
        page.on("requestfinished", self._over)
        page.on("requestfailed", self._over)

    def _begun(self, request: Request) -> None:
        self.depths[request] = self._ended + 1
        self.under_way += 1

    def _over(self, request: Request) -> None:
        self.under_way -= 1
        self._ended = max(self._ended, self.depths.get(request, 0))

    def forget(self) -> None:
        """Counts from here."""
        self.depths.clear()
        self._ended = 0

    def cost(self) -> Cost:
        """What was asked for since."""
        files = [self._site / urlsplit(r.url).path.removeprefix(BASE_PATH) for r in self.depths]
        sizes = {file: len(sent(file, file.read_bytes())) for file in files if file.is_file()}
        of_index = sum(size for file, size in sizes.items() if DATA.as_posix() in file.as_posix())
        kb = round(sum(sizes[file] for file in files if file in sizes) / KB, 1)
        return Cost(len(files), kb, round(of_index / KB, 1), max(self.depths.values(), default=0))
