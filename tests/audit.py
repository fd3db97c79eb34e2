"""Measure a built site with tools that need more than the tests do: `make audit` (SITE=dir).

The Nu checker reads every page, Lighthouse loads six kinds of page as on a phone, lychee follows every link and
fragment. One table of figures; 1 is returned for what Nu calls an error or a warning, for a dead link, and for
accessibility, best practices or SEO below 100. Performance depends on the machine and its load: it decides nothing.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tests import node
from tests.browser.chromium import QUIET, find_or_install, packaged
from tests.browser.conftest import UnderBasePath, serve

_PACKAGES = Path(sys.prefix) / "audit" / "node_modules"
_NU = _PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
# It asks no host that may lie in the network of who runs it as a service.
_LOCAL = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
_LIGHTHOUSE = _PACKAGES / "lighthouse" / "cli" / "index.js"
_LYCHEE = Path(sys.prefix) / "bin" / "lychee"
_JAVA = "default-jre-headless"
_ADVICE = f"The Nu checker needs Java, and it could not be installed: install {_JAVA}, or any Java from 11 on."
# Kinds of page that a folder has one of for each thing: the longest of each is loaded.
_KINDS = ("articles", "themes", "people")
_PAGES = ("", "quotes/", "search/")
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_WHOLE = 100
_SHOWN = 12
# Data is no script: a policy does not stop it (HTML, "data block"), though the checker believes so.
_DATA_BLOCK = ("Inline script violates Content Security Policy", "application/ld+json")


@dataclass(frozen=True)
class Found:
    """What one tool found: its row of the table, what has to be mended."""

    row: str
    faults: tuple[str, ...] = ()


class _Compressed(UnderBasePath):
    """Serves as a forge's pages do: what is text goes compressed."""

    def do_GET(self) -> None:  # noqa: N802 - the name is the base class's
        """Send a file that exists and is text as gzip, anything else as it is."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not (file.is_file() and self.path.partition("?")[0].endswith(("/", ".js", ".css", ".json", ".svg"))):
            return super().do_GET()
        body = gzip.compress(file.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def guess_type(self, path: Any) -> str:
        """Every text of a site is UTF-8."""
        said = super().guess_type(path)
        return f"{said}; charset=utf-8" if said.startswith("text/") else said


def java() -> str:
    """A Java that is here, or can be installed.

    Raises:
        RuntimeError: neither; the message says what to do.
    """
    for command in [] if shutil.which("java") else packaged(_JAVA):
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    found = shutil.which("java")
    if not found:
        raise RuntimeError(_ADVICE)
    return found


def nu(site: Path, url: str) -> Found:
    """What the Nu checker says of every page, served, for a policy names the page's own host."""
    pages = sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))
    command = [java(), "-Xss8m", _LOCAL, "-jar", str(_NU), "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, *(url + page for page in pages)], check=True, capture_output=True, text=True)
    said = [message for message in json.loads(done.stderr)["messages"] if not _of_data(message)]
    errors = [message for message in said if message["type"].endswith("error")]
    warnings = [message for message in said if message.get("subType") == "warning"]
    where = {message["message"]: message["url"].removeprefix(url) for message in said}
    faults = Counter(message["message"] for message in (*errors, *warnings)).most_common()
    row = f"{len(pages)} pages, {len(errors)} errors, {len(warnings)} warnings"
    return Found(row, tuple(f"{count} × {fault} (as in {where[fault]})" for fault, count in faults))


def _of_data(message: dict[str, Any]) -> bool:
    said, markup = _DATA_BLOCK
    return bool(message["message"].startswith(said)) and markup in message.get("extract", "")


def lychee(site: Path) -> Found:
    """Links within the site that lead nowhere, and fragments that no page has."""
    with tempfile.TemporaryDirectory() as home:
        report = Path(home, "links.json")
        checks = ("--offline", "--no-progress", "--include-fragments=full", "--index-files", "index.html")
        command = (_LYCHEE, *checks, "--root-dir", site, "--format", "json", "--output", report, ".")
        done = subprocess.run(command, check=False, cwd=site, capture_output=True, text=True)
        if not report.is_file():
            raise RuntimeError(done.stderr)
        found = json.loads(report.read_text("utf-8"))
    dead = [f"{page}: {link['url']}" for page, links in found["error_map"].items() for link in links]
    return Found(f"{found['total']} links and fragments, {found['errors']} dead", tuple(dead))


def lighthouse(page: str, url: str) -> Found:
    """A page as Lighthouse finds it on a phone of medium speed over slow 4G."""
    flags = " ".join(("--headless=new", "--no-sandbox", *QUIET))
    asked = (url + page, "--quiet", "--output=json", f"--only-categories={','.join(_CATEGORIES)}")
    done = node.run(_LIGHTHOUSE, *asked, f"--chrome-flags={flags}", CHROME_PATH=str(find_or_install()))
    if done.returncode:
        return Found(f"{page}: no answer", (done.stderr.strip(),))
    said = json.loads(done.stdout)
    scores = {name: round(_WHOLE * (said["categories"][name]["score"] or 0)) for name in _CATEGORIES}
    faults = tuple(f"{page or '/'}: {fault}" for name in _CATEGORIES[1:] for fault in _faults(said, name))
    return Found(_row(page, list(scores.values()), said["audits"]), faults)


def _row(page: str, scores: list[int], audits: dict[str, Any]) -> str:
    paint, shift = audits["largest-contentful-paint"]["numericValue"], audits["cumulative-layout-shift"]["numericValue"]
    weight = audits["total-byte-weight"]["numericValue"]
    figures = "".join(f"{score:>6}" for score in scores)
    return f"{figures}{paint / 1000:>8.2f}{shift:>7.3f}{weight / 1024:>7.0f}  {page or '/'}"


def _faults(said: dict[str, Any], category: str) -> Iterator[str]:
    for reference in said["categories"][category]["auditRefs"]:
        audit = said["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            yield f"{category}: {audit['title']}"


def pages_of(site: Path) -> list[str]:
    """One address of each kind that the site has, the longest page where there are many."""
    many = {kind: sorted(site.glob(f"{kind}/*/index.html")) for kind in _KINDS}
    longest = [max(found, key=lambda path: path.stat().st_size) for found in many.values() if found]
    alone = [page for page in _PAGES if (site / page / "index.html").is_file()]
    return [*alone, *(f"{path.parent.relative_to(site).as_posix()}/" for path in longest)]


def measure(site: Path) -> tuple[str, ...]:
    """Print every figure as it comes; gives what has to be mended."""
    links = lychee(site)
    _tell(f"lychee      {links.row}")
    with serve(site, _Compressed) as url:
        markup = nu(site, url)
        _tell(f"Nu checker  {markup.row}\n\n  perf  a11y  best   seo   LCP s    CLS    KiB  page (Lighthouse, mobile)")
        loaded = [lighthouse(page, url) for page in pages_of(site)]
        _tell("\n".join(each.row for each in loaded))
    return tuple(fault for found in (links, markup, *loaded) for fault in found.faults)


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(site: Path) -> int:
    """The audit of a folder: 0 with nothing to mend, 1 with something, 2 where there is no site."""
    if not (site / "index.html").is_file():
        _tell(f"No site lies in {site}: build one with make site, or say where with SITE=")
        return 2
    faults = measure(site.resolve())
    rest = len(faults) - _SHOWN
    _tell(
        "\n".join(["", *faults[:_SHOWN], *([f"and {rest} more"] if rest > 0 else [])])
        if faults
        else "\nNothing to mend."
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
