"""Fits the model of lines and writes its weights.

    python -m tests.calibrate [DIR]

On this project's own pages: random layouts of every family, the page cases, the five named texts. DIR adds composed
pages: DIR/extraction/compose.py is run with its skins and bodies.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from generator.lexicon import load_lexicon
from generator.place import DATA
from tests import five
from tests.cleancases import page_cases
from tests.fitting import OWN, Labelled, fit, prepare
from tests.layouts import FAMILIES, LaidPage, pages

WEIGHTS = DATA / "language/lines/weights.yml"
GOLD = Path(__file__).parent / "gold" / "five.yml"
COMPOSER_SEEDS, PER_SKIN = (101, 102, 103), 8
LAYOUT_SEED, PER_FAMILY, BARE_EACH = 7, 14, 2

_ABOVE, _UNDER_TITLE, _INSIDE, _BELOW = (
    ("head", "other"),
    ("meta", "head", "other"),
    ("other", "meta", "comment"),
    ("foot", "other", "comment"),
)
_OF_LETTER = {"T": ("title",), "B": ("body", "table"), "S": ("body",), "D": ("dek",), "R": ("other",), "G": ("foot",)}


def of_letters(site: str, lines: Sequence[str], letters: str) -> Labelled:
    """A page whose lines are marked as headline, text or neither; what a line of neither is follows from its place."""
    text = [i for i, letter in enumerate(letters) if letter in "BSD"]
    first, last = (text[0], text[-1]) if text else (len(letters), len(letters))
    title = letters.find("T")
    allowed = []
    for i, letter in enumerate(letters):
        titled = 0 <= title < i
        around = _INSIDE if first < i < last else _BELOW if i > last else _UNDER_TITLE if titled else _ABOVE
        allowed.append(_OF_LETTER.get(letter, around))
    return Labelled(site, tuple(lines), tuple(allowed))


def composed(folder: Path, seeds: Sequence[int] = COMPOSER_SEEDS, per_skin: int = PER_SKIN) -> Iterator[Labelled]:
    """Pages of a composer of sites, each site its own."""
    home = folder / "extraction"
    bodies = sorted(map(str, home.glob("bodies*.jsonl")))
    for seed in seeds:
        with tempfile.TemporaryDirectory() as out:
            command = [sys.executable, str(home / "compose.py"), "--skins", str(home / "skins"), "--bodies", *bodies]
            command += ["--out", out, "--seed", str(seed), "--per-skin", str(per_skin)]
            subprocess.run(command, check=True, capture_output=True)
            for row in map(json.loads, (Path(out) / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
                yield _composed(row, (Path(out) / row["file"]).read_text(encoding="utf-8").split("\n"))


def _composed(row: dict[str, list[int]], lines: Sequence[str]) -> Labelled:
    titles, own = set(row["title_lines"]), set(row["body_lines"])
    letters = "".join("T" if i in titles else "B" if i in own else "F" for i in range(1, len(lines) + 1))
    return of_letters(f"site {row['skin']}", lines, letters)


def cases() -> Iterator[Labelled]:
    """The pages written for the cleaner's tests, each a site of its own."""
    for case in page_cases("clean"):
        yield of_letters(case.name, case.text.split("\n"), case.letters)


def laid_out(seed: int = LAYOUT_SEED, per_family: int = PER_FAMILY) -> Iterator[Labelled]:
    """Random pages of every family of layouts, and what is left of some of them when only the article is copied."""
    for family in FAMILIES:
        for at, page in enumerate(pages(family, seed, per_family)):
            yield laid(family, page)
            if at % BARE_EACH == 0:
                yield bare(family, page)


def laid(family: str, page: LaidPage) -> Labelled:
    """A page of a family; a line that shows nothing has no state that counts."""
    states = tuple(("head",) if state == "blank" else (state,) for state in page.states)
    return Labelled(f"family {family}", tuple(page.text.split("\n")), states)


def bare(family: str, page: LaidPage) -> Labelled:
    """Headline and text of a page alone, one copy of the headline at most."""
    lines = list(zip(page.text.split("\n"), page.states, strict=True))
    last_title = max((i for i, (_, state) in enumerate(lines) if state == "title"), default=-1)
    own = [x for i, x in enumerate(lines) if x[1] in OWN or x[1] == "blank" or i == last_title]
    states = tuple(("head",) if state == "blank" else (state,) for _, state in own)
    return Labelled(f"family {family}", tuple(line for line, _ in own), states)


def named() -> Iterator[Labelled]:
    """The five texts."""
    for name, want in yaml.safe_load(GOLD.read_text(encoding="utf-8")).items():
        lines = (five.SEEDS / name).read_text(encoding="utf-8").split("\n")
        own, title = set(want["body"]), want["title_line"] if want["title_basis"] == "stated" else None
        letters = "".join("T" if i == title else "B" if i in own else "F" for i in range(1, len(lines) + 1))
        yield of_letters(name, lines, letters)


def main() -> int:
    """Fit and write."""
    lexicon = load_lexicon()
    given = [*composed(Path(sys.argv[1]))] if len(sys.argv) > 1 else []
    read = [prepare(page, lexicon) for page in (*laid_out(), *cases(), *cases(), *named(), *given)]
    sites = len({page.page.site for page in read})
    weights = fit(read, f"{len(read)} pages of {sites} layouts")
    head = "# Written by `make calibrate`; nobody need read it. Columns are the states, in order.\n"
    rows = weights.model_dump(mode="json")
    WEIGHTS.write_text(
        head + yaml.safe_dump(rows, sort_keys=False, default_flow_style=None, width=120), encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
