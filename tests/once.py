"""What several files of tests look at and none changes is made once a run, by the first worker that asks for it."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import five

# Where the site of the five would lie, and for whoever opens it the same wherever it is served.
ADDRESS = "https://example.org/mujaz/"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that `make` fills; other workers wait until it is whole."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    place = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            begun = factory.mktemp(name)
            make(begun)
            begun.rename(place)
    return place


def build_site(seeds: Path, site: Path, url: str) -> None:
    """Build a site as a maintainer would; a failing build fails the test with what the build said."""
    command = [sys.executable, "-m", "generator", "site", "--seeds", str(seeds), "--site", str(site), "--url", url]
    done = subprocess.run(command, cwd=five.ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.fail(f"generator site ended with {done.returncode}:\n{done.stdout}\n{done.stderr}", pytrace=False)


def five_site(factory: pytest.TempPathFactory) -> Path:
    """The site of the five named seeds, at ADDRESS."""

    def make(home: Path) -> None:
        build_site(five.copy_to(home / "seeds"), home / "site", ADDRESS)

    return made_once(factory, "five", make) / "site"
