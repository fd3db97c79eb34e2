"""What the first answer in the box costs over a slow line: requests, bytes and round trips, in Chromium.

The page, the box, its worker and the engine are the site's own; the articles are made up, as many as are asked for.

    python -m tests.first_answer index JSONL OUT     indexes made-up articles; prints what that cost
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from generator.search import Document, findable, index
from tests import dossiers, five, madeup
from tests.browser.chromium import QUIET, find_or_install
from tests.browser.conftest import BASE_PATH, PATIENCE_MS, serve
from tests.once import build_site
from tests.slow_line import DATA, KB, Cost, SlowLine, Watch

LENGTH = 300
SIZES = (5, 1_000, 10_000, 30_000)
PAGE, BOX, RESULTS = "people/", ".mz-box input", ".mz-box__hit"
FIRST = 6

# So long nothing may be under way for the engine to be open and still.
_STILL_MS = 1_500
_KEY_MS = 120
# Words of so many of a hundred articles, beside each other in one: what readers look for.
_SHARES = ((0.05, 0.01), (0.02, 0.005), (0.1, 0.02))
_ASKED_LONG = 4
_WORD = re.compile("[\u0621-\u064a]+")


@dataclass(frozen=True)
class Answered:
    """What the first answer cost, one to another word after it, and the first one typed letter by letter."""

    first: Cost
    later: Cost
    typed: Cost


@dataclass(frozen=True)
class Dossier:
    """Made-up articles: the site that finds them, what indexing cost, and what to ask: first queries, later words."""

    articles: int
    site: Path
    seconds: float
    peak_mb: int
    files: dict[str, int]
    queries: tuple[tuple[Typed, Typed], ...]

    @cached_property
    def kb(self) -> float:
        """The whole index."""
        return round(sum(self.files.values()) / KB, 1)


@dataclass(frozen=True)
class Typed:
    """What to put into the box, and how many results stand at the least when it is answered."""

    text: str
    results: int


def asked_of(source: Path) -> tuple[tuple[Typed, Typed], ...]:
    """For each pair of shares two words of an article, and for later a word of another."""
    texts = [_words(document) for document in madeup.read(source) if document.kind == "article"]
    held = Counter(word for words in texts for word in words)

    def near(words: Iterable[str], share: float) -> str:
        return min(words, key=lambda word: (abs(held[word] / len(texts) - share), word))

    def typed(*asked: str) -> Typed:
        holding = sum(not words.isdisjoint(asked) for words in texts)
        return Typed(" ".join(asked), min(FIRST, holding))

    found = []
    for at, (one, other) in enumerate(_SHARES):
        words = texts[at % len(texts)]
        first = near(words, one)
        second = near(words - {first}, other)
        found.append((typed(first, second), typed(near(texts[(at + 7) % len(texts)], one))))
    return tuple(found)


def _words(document: Document) -> set[str]:
    text = " ".join(passage.text for passage in document.passages)
    return {word for word in _WORD.findall(text) if len(word) >= _ASKED_LONG}


def made(home: Path, shell: Path, articles: int) -> Dossier:
    """So many articles, indexed in a process of its own, in a site of links to the shell's files."""
    source, site = home / f"{articles}.jsonl", home / f"site{articles}"
    madeup.write(source, articles, LENGTH)
    for file in shell.rglob("*"):
        if file.is_file() and DATA.as_posix() not in file.as_posix():
            place = site / file.relative_to(shell)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(file)
    (site / DATA).mkdir(parents=True)
    command = [sys.executable, "-m", "tests.first_answer", "index", str(source), str(site / DATA)]
    said = json.loads(subprocess.run(command, check=True, cwd=five.ROOT, stdout=subprocess.PIPE, text=True).stdout)
    sizes = {file.name: file.stat().st_size for file in sorted((site / DATA).iterdir())}
    return Dossier(articles, site, said["seconds"], said["peak_mb"], sizes, asked_of(source))


def indexed(source: Path, out: Path) -> dict[str, float]:
    """Index made-up articles with the five's aids; the seconds of processor that took, and the most memory."""
    with tempfile.TemporaryDirectory() as home:
        aids = findable.aids(dossiers.desk(five.copy_to(Path(home) / "five")))
    before = time.process_time()
    for name, data in index(madeup.read(source), aids).items():
        (out / name).write_bytes(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": round(time.process_time() - before, 1), "peak_mb": round(peak / 1_024)}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the tests."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=find_or_install(), args=QUIET, timeout=PATIENCE_MS)
        yield launched
        launched.close()


@contextmanager
def visited(browser: Browser, dossier: Dossier, url: str) -> Iterator[tuple[Page, Watch]]:
    """A page of the site for the first time, still, with nothing asked for yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="ar")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    watch = Watch(page, dossier.site)
    page.goto(url + PAGE, wait_until="networkidle")
    watch.forget()
    try:
        yield page, watch
    finally:
        context.close()


def still(page: Page, watch: Watch) -> None:
    """Wait until nothing is under way, for long."""
    page.wait_for_timeout(_STILL_MS)
    while watch.under_way:
        page.wait_for_timeout(_STILL_MS)


def stand(page: Page, watch: Watch, asked: Typed) -> Cost:
    """What an answer costs until its first results stand, or all of them where they are fewer."""
    still(page, watch)
    page.evaluate("selector => document.querySelectorAll(selector).forEach((each) => each.remove())", RESULTS)
    watch.forget()
    page.locator(BOX).fill(asked.text)
    page.wait_for_function("([s, n]) => document.querySelectorAll(s).length >= n", arg=[RESULTS, asked.results])
    return watch.cost()


def answered(browser: Browser, dossier: Dossier, url: str, query: Typed, later: Typed) -> Answered:
    """The costs of a query's first answer, of a word after it, and of the first one typed letter by letter."""
    with visited(browser, dossier, url) as (page, watch):
        first, after = stand(page, watch, query), stand(page, watch, later)
    with visited(browser, dossier, url) as (page, watch):
        page.locator(BOX).press_sequentially(query.text, delay=_KEY_MS)
        still(page, watch)
        return Answered(first, after, watch.cost())


def seconds_to_open(browser: Browser, dossier: Dossier, url: str) -> float:
    """Seconds of processor, all threads of the page's process, until the engine is open and still."""
    machine = browser.new_browser_cdp_session()
    with visited(browser, dossier, url) as (page, watch):
        still(page, watch)
        before = _processor(machine)
        page.locator(BOX).focus()
        still(page, watch)
        return round(_processor(machine) - before, 2)


def _processor(machine: CDPSession) -> float:
    running = machine.send("SystemInfo.getProcessInfo")["processInfo"]
    return float(sum(process["cpuTime"] for process in running if process["type"] == "renderer"))


def worst(costs: Sequence[Cost]) -> Cost:
    """The dearest in each respect."""
    return Cost(*(max(getattr(cost, name) for cost in costs) for name in ("requests", "kb", "index_kb", "depth")))


def measured(home: Path, sizes: Sequence[int] = SIZES) -> Iterator[tuple[Dossier, Answered, float]]:
    """Of each size of dossier: what its answers cost at worst, and the seconds of processor to open its index."""
    shell = home / "shell"
    build_site(five.copy_to(home / "seeds"), shell, f"https://example.org{BASE_PATH}")
    with chromium() as browser:
        for size in sizes:
            dossier = made(home, shell, size)
            with serve(dossier.site, SlowLine) as url:
                seen = [answered(browser, dossier, url, *asked) for asked in dossier.queries]
                opening = min(seconds_to_open(browser, dossier, url) for _ in range(2))
            rows = (worst([getattr(each, name) for each in seen]) for name in ("first", "later", "typed"))
            yield dossier, Answered(*rows), opening


if __name__ == "__main__":
    sys.stdout.write(json.dumps(indexed(Path(sys.argv[2]), Path(sys.argv[3]))))
