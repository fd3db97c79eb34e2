"""The Markdown of the five seeds is what was read and approved; `make golden` writes it anew for the next reading.

The five are copied out first, so a seed or sidecar added to the dossier, or its history, changes nothing here. Of the
themes those count that have a golden page: a new one has its own examples and is held by them, and goes in here when
somebody makes the folder of its page and runs `make golden`.
"""

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from generator import build
from generator.lexicon import DATA, Lexicon, load_lexicon
from generator.lexicon.themes import load_themes
from generator.site.files import files_of
from tests import five

GOLDEN = Path(__file__).parent / "golden"
THEMES = Path("world/themes")


def lexicon_of(home: Path, data: Path = DATA) -> Lexicon:
    """The lexicons without themes that have no golden page, read from a copy without their files if there are any."""
    whole = load_lexicon()
    new = [x.name for x in (data / THEMES).glob("*.yml") if not (GOLDEN / "themes" / x.stem).is_dir()]
    if not new:
        return whole
    shutil.copytree(data / THEMES, home / THEMES, ignore=lambda *_: new)
    return replace(whole, themes=load_themes(home))


def generated(home: Path) -> dict[str, str]:
    """Every page of the five by its path below docs/."""
    desk = build.gather(five.copy_to(home / "seeds"), lexicon_of(home / "data"))
    return {name: text for name, text in sorted(files_of(desk).items()) if name.endswith(".md")}


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


def test_a_theme_more_changes_no_golden_page(tmp_path: Path) -> None:
    """Not even one whose words stand in the five, beside those of another theme: golden pages know nothing of it."""
    one = (DATA / THEMES / "camps.yml").read_text("utf-8")
    shutil.copytree(DATA / THEMES, tmp_path / THEMES)
    (tmp_path / THEMES / "tents.yml").write_text(one.replace("id: camps", "id: tents", 1), "utf-8")
    known = {theme.id for theme in lexicon_of(tmp_path / "home", tmp_path).themes.all}
    assert known == {path.name for path in (GOLDEN / "themes").iterdir() if path.is_dir()}


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
