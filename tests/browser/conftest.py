"""What every browser test needs: the site of the five named seeds, built once, served under a base path, and Chromium.

A test opens a page by `visit("articles/", width=360, dark=True)` and gets what the page did beside the page itself,
so that "no foreign request" and "no console error" are asked of what really happened.
A seed added to seeds/ changes nothing here.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from tests import five
from tests.browser.chromium import QUIET, find_or_install
from tests.once import five_site

BASE_PATH = "/mujaz/"
# A net under a browser that hangs, never a measure: on a busy machine the usual thirty seconds were too few for a page.
PATIENCE_MS = 240_000
_HEIGHTS = {360: 740, 768: 1024, 1280: 800}


@dataclass(frozen=True)
class Site:
    """A built site: its folder and the address under which it is served, ending in a slash."""

    folder: Path
    url: str


@dataclass(frozen=True)
class Visit:
    """An open page and what it did: console errors and uncaught exceptions, and every address it asked for."""

    page: Page
    site: Site
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def foreign(self) -> list[str]:
        """Requests that left the site's own origin; data: and blob: never leave the page."""
        origin = urlsplit(self.site.url).netloc
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).netloc != origin
        ]


OpenPage = Callable[..., Visit]


class UnderBasePath(SimpleHTTPRequestHandler):
    """Serves a folder under BASE_PATH and nothing above it, with the site's own 404 page, as a forge's pages do."""

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.startswith(BASE_PATH)
        return super().translate_path(path.removeprefix(BASE_PATH.rstrip("/")) if inside else "/no/such/file")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        own = Path(self.directory, "404.html")
        if code != 404 or not own.is_file():
            super().send_error(code, message, explain)
            return
        body = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: the tests look at the answers."""


@contextmanager
def serve(folder: Path, how: type[UnderBasePath] = UnderBasePath) -> Iterator[str]:
    """Serve `folder` under BASE_PATH on a free port of this machine, and give the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(how, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the five named seeds, served under a base path; what a test puts into it stays with its worker."""
    folder = tmp_path_factory.mktemp("served") / "site"
    shutil.copytree(five_site(tmp_path_factory), folder, copy_function=os.link)
    with serve(folder) as url:
        yield Site(folder, url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each visit has a context of its own."""
    chromium = find_or_install()
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=QUIET, timeout=PATIENCE_MS)
        yield launched
        launched.close()


def _module(route: Route) -> None:
    """A module of the search engine by itself, as tests ask for it; the site has them joined."""
    name = route.request.url.rpartition("/")[2]
    route.fulfill(path=five.ROOT / "docs" / "assets" / "search" / name, content_type="text/javascript")


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[OpenPage]:
    """Open a page of the site by its address below the base path, at a width in px, light or dark."""
    with ExitStack() as contexts:

        def open_page(path: str = "", *, width: int = 1280, dark: bool = False, javascript: bool = True) -> Visit:
            context = browser.new_context(
                viewport={"width": width, "height": _HEIGHTS.get(width, 800)},
                color_scheme="dark" if dark else "light",
                java_script_enabled=javascript,
                locale="ar",
            )
            contexts.callback(context.close)
            context.set_default_timeout(PATIENCE_MS)
            context.route(f"{site.url}modules/*", _module)
            made = Visit(context.new_page(), site)
            made.page.on("request", lambda request: made.requests.append(request.url))
            made.page.on("pageerror", lambda error: made.errors.append(str(error)))
            made.page.on("console", lambda said: made.errors.append(said.text) if said.type == "error" else None)
            made.page.goto(site.url + path, wait_until="load")
            return made

        yield open_page
