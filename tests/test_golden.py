"""The Markdown of the five seeds is what was read and approved; `make golden` writes it anew for the next reading.

The five are copied out first, so a seed or sidecar added to the dossier, or its history, changes nothing here.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from generator import build
from tests import five

GOLDEN = Path(__file__).parent / "golden"


def generated(home: Path) -> dict[str, str]:
    """Every page of the five by its path below docs/."""
    docs = home / "docs"
    build.generate(five.copy_to(home / "seeds"), docs)
    return pages_in(docs)


def pages_in(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}


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
    sys.stdout.write("".join(f"{name}\n" for name in changed) + f"{len(changed)} of {len(now)} golden pages changed.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
