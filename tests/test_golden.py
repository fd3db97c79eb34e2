"""The Markdown of the five seeds is what was read and approved, and so are the data files of their articles, laid out
to be read; `make golden` writes both anew for the next reading.

The five are copied out first with the lexicon that lies beside them, so nothing that is done to another dossier changes
anything here.
"""

import json
import shutil
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from generator import build
from generator.lexicon import lexicon_of
from generator.site.files import files_of
from tests import five

GOLDEN = Path(__file__).parent / "golden"
# The schemas beside are held by tests of their own.
KEPT = (".md", *(f"{Path(name).stem}.json" for name in five.NAMES))
# The documents of themes hold what that of the dossier holds.
LEFT = "themes/*/print/index.md"
WIDTH = 240


def generated(home: Path) -> dict[str, str]:
    """Every page and data file of the five by its path below docs/."""
    seeds = five.copy_to(home / "seeds")
    desk = build.gather(seeds, lexicon_of(seeds))
    files = sorted(files_of(desk).items())
    return {name: text if name.endswith(".md") else laid_out(text) for name, text in files if _kept(name)}


def _kept(name: str) -> bool:
    return name.endswith(KEPT) and not fnmatch(name, LEFT)


def laid_out(published: str) -> str:
    """A data file as a reader of differences wants it: a line a value, parts of their own for what is long."""
    value = json.loads(published)
    assert published == json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    return lines_of(value, "") + "\n"


def lines_of(value: Any, before: str) -> str:
    plain = json.dumps(value, ensure_ascii=False)
    if len(plain) <= WIDTH or not isinstance(value, dict | list):
        return plain
    within = f"{before} "
    if isinstance(value, dict):
        parts = [f"{json.dumps(name)}: {lines_of(each, within)}" for name, each in value.items()]
    else:
        parts = [lines_of(each, within) for each in value]
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    return f"{opened}\n{within}" + f",\n{within}".join(parts) + f"\n{before}{closed}"


def pages_in(folder: Path) -> dict[str, str]:
    kept = (path for path in sorted(folder.rglob("*")) if path.name.endswith(KEPT))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in kept if path.is_file()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return generated(tmp_path_factory.mktemp("golden"))


def test_every_page_has_its_golden_and_no_golden_is_an_orphan(pages: dict[str, str]) -> None:
    assert sorted(pages_in(GOLDEN)) == sorted(pages)


@pytest.mark.parametrize("name", sorted(pages_in(GOLDEN)))
def test_a_page_is_as_approved(pages: dict[str, str], name: str) -> None:
    """After a wanted change: `make golden`, read the difference, commit it with the change."""
    assert pages.get(name) == (GOLDEN / name).read_text("utf-8")


def main() -> int:
    """Write the golden pages anew and say how many differ."""
    before = pages_in(GOLDEN)
    with tempfile.TemporaryDirectory() as home:
        now = generated(Path(home))
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, text in now.items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    changed = [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]
    sys.stdout.write("".join(f"{name}\n" for name in changed) + f"{len(changed)} of {len(now)} golden files changed.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
