"""Find the Chromium that the browser tests drive, or install one; never go on without.

Only a browser that answers `--version` counts: a path alone may be Ubuntu's stub for the snap, or lack its libraries.
`python -m tests.browser.chromium` is what `make browser` runs: it prints the browser, or a sentence on how to get one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "The browser tests need Chromium and none could be found or installed: install Chromium or Google Chrome, "
    "or name one with CHROMIUM=/path/to/chromium, and run make test again."
)
# The tests watch every request; without these the browser itself talks to its maker's hosts.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
)
_ANSWER_SECONDS = 600  # a net under one that hangs: a cold start of Chromium on a loaded machine took 12 s
_ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path, end="")
"""
_OS_RELEASE = Path("/etc/os-release")


class BrowserMissingError(RuntimeError):
    """No Chromium that starts; the message says what to do."""


def find() -> Path | None:
    """The first Chromium that starts: CHROMIUM, then the PATH, then playwright's own.

    Raises:
        BrowserMissingError: CHROMIUM names something that does not start; another is not tried in its place.
    """
    if named := os.environ.get("CHROMIUM"):
        if not _starts(Path(named)):
            raise BrowserMissingError(f"CHROMIUM={named} does not start: name a Chromium that does, or unset it.")
        return Path(named)
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[Path]:
    """Looked at one by one: asking playwright for its own takes most of a second."""
    yield from (Path(found) for found in map(shutil.which, NAMES) if found)
    # In a process of its own: playwright refuses to start twice in one.
    asked = subprocess.run([sys.executable, "-c", _ASK_PLAYWRIGHT], check=True, capture_output=True, text=True)
    yield Path(asked.stdout)


def install() -> Path | None:
    """Install Chromium by the first way that this machine allows, and return it; None where no way led to one."""
    for command in _ways():
        if subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode == 0:
            found = find()
            if found:
                return found
    return None


def find_or_install() -> Path:
    """A Chromium that starts.

    Raises:
        BrowserMissingError: none is here and none could be installed.
    """
    found = find() or install()
    if found is None:
        raise BrowserMissingError(ADVICE)
    return found


def _ways() -> list[list[str]]:
    """Commands that may install a browser, the best first; Ubuntu's package is a stub for the snap, and left out."""
    own = [sys.executable, "-m", "playwright", "install", "chromium"]
    return [*packaged("chromium"), own] if _is_debian() else [own]


def packaged(package: str) -> list[list[str]]:
    """Commands that may install a package of Debian's or Ubuntu's, to be tried in turn; none where nobody may."""
    root = _root_prefix() if shutil.which("apt-get") else None
    if root is None:
        return []
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt, "install", "--yes", "--quiet", "--no-install-recommends", package]
    # The lists of packages may be old or absent: try as it is, then with fresh ones.
    return [install, [*apt, "update", "--quiet"], install]


def _root_prefix() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    may = (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    )
    return ["sudo", "-n"] if may else None


def _is_debian() -> bool:
    return _OS_RELEASE.is_file() and "ID=debian" in _OS_RELEASE.read_text(encoding="utf-8").splitlines()


def _starts(path: Path) -> bool:
    try:
        answer = subprocess.run([path, "--version"], check=False, capture_output=True, timeout=_ANSWER_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def main() -> int:
    """Print the browser of the tests; 1 and one sentence when there is none."""
    try:
        sys.stdout.write(f"Browser of the tests: {find_or_install()}\n")
    except BrowserMissingError as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
