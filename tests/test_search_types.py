"""The types that the search engine's comments state hold, as TypeScript's checker reads them."""

import shutil
import subprocess
from itertools import pairwise

import pytest

from tests import five

_ENGINE = five.ROOT / "docs" / "assets" / "search"
_STRICT = ["--allowJs", "--checkJs", "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"]
_STRICT += ["--moduleResolution", "nodenext", "--lib", "es2023,dom,dom.iterable"]


@pytest.mark.skipif(shutil.which("tsc") is None, reason="tsc is not installed: npm install --global typescript")
@pytest.mark.parametrize("entry", ["search.js", "page.js"])
def test_the_types_of_the_engine_hold(entry: str) -> None:
    """The engine and the search page, with all that they import, in strict mode."""
    tsc = shutil.which("tsc") or "tsc"
    done = subprocess.run([tsc, *_STRICT, str(_ENGINE / entry)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_export_of_the_engine_is_described() -> None:
    """A comment stands before each exported function and constant."""
    bare = []
    for path in sorted(_ENGINE.glob("*.js")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for before, line in pairwise(lines):
            if line.startswith(("export function", "export async function", "export const")) and "*/" not in before:
                bare.append(f"{path.name}: {line}")
    assert bare == []
