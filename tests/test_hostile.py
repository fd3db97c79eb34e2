"""One file costs in step with its size, whatever is in it: the whole path from reading to pages and index.

`make hostile` times every family on the processor, and where the time is in doubt counts its calls; `make test` counts
the calls of some of them, which is the same on every machine and under any load.
"""

from __future__ import annotations

import cProfile
import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper, cache
from pathlib import Path

import pytest

from generator import build
from generator.pages import pages
from generator.place import TEMPLATES
from generator.render.markdown import environment, render
from generator.search.findable import index_files
from tests import dossiers
from tests.hostile_families import FAMILIES, Family

# In step with the size, and room for what a machine's memory does to larger sizes.
MOST = 1.15
# Above it no count of calls speaks against the processor's time. What costs the square of its size lies at 2; families
# whose calls grew with .91 and .98 were timed at 1.21 and 1.24 on a machine that did other things beside.
DOUBT = 1.5
LEAST_SECONDS, LARGEST = 0.5, 1_000_000
FIRST = 4_000
# Beyond the 4,000 characters of a line in which a publisher is looked for: a bound that is passed is no growth.
COUNTED_AT = (4_200, 8_400, 16_800)
BEST_OF = 3
# Pages that say the same whatever the texts say.
FIXED = frozenset({"method"})
# Families of each kind that once cost the square of their size.
COUNTED = (
    "quotes nested",
    "quotes closed only",
    "quotes in one paragraph",
    "verbs",
    "numbers in words",
    "dates",
    "names by comma",
    "one name",
    "known people",
    "outlets",
    "theme words",
    "no full stop",
    "short lines",
    "headlines",
)

Measure = Callable[[Path], float]


def whole_path(folder: Path) -> int:
    """Read, clean, extract, classify, catalogue, pages, render and index a dossier; how much comes out."""
    desk = build.gather(folder, dossiers.LEXICON)
    made = environment(TEMPLATES)
    shown = sum(len(render(page, desk, made)) for page in pages(desk) if page.kind not in FIXED)
    return shown + sum(map(len, index_files(desk).values()))


# What is read once, and says nothing of any text.
READ_ONCE = frozenset({"load_lexicon", "environment"})


def forget() -> None:
    """What an earlier text has left in memory, so that none is measured with the help of another."""
    for module in [m for name, m in sys.modules.items() if name.startswith("generator.")]:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper) and value.__name__ not in READ_ONCE:
                value.cache_clear()


def seconds(folder: Path) -> float:
    """Processor time."""
    forget()
    begun = time.process_time()
    whole_path(folder)
    return time.process_time() - begun


def calls(folder: Path) -> float:
    """Calls of functions, those written in C too."""
    forget()
    counting = cProfile.Profile()
    counting.runcall(whole_path, folder)
    return sum(entry.callcount for entry in counting.getstats())


def cost(family: Family, size: int, home: Path, measure: Measure) -> float:
    """What a family costs at a size beyond a short article."""
    base = _base(measure, home)  # first, so that what is made once a process is made
    return max(measure(_folder(home, str(size), family.text(size))) - base, sys.float_info.min)


@cache
def _base(measure: Measure, home: Path) -> float:
    return min(measure(_folder(home, "base", dossiers.ARTICLE)) for _ in range(BEST_OF))


def _folder(home: Path, name: str, text: str) -> Path:
    folder = home / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.txt").write_text(text, "utf-8")
    return folder


def exponent(small: float, large: float, times: int) -> float:
    """1 where cost grows as size does, 2 where it grows as its square."""
    return math.log(large / small, times)


def test_there_are_families_enough() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES) >= 100
    assert {family.name for family in FAMILIES} >= set(COUNTED)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


def calls_grow(family: Family, home: Path) -> float:
    """The exponent of what the second half of a text adds, and what the first added."""
    calls(_folder(home, "warm", family.text(COUNTED_AT[0])))  # what is made once a process is made before it is counted
    small, middle, large = (calls(_folder(home, str(size), family.text(size))) for size in COUNTED_AT)
    return exponent(middle - small, large - middle, 2)


@dataclass(frozen=True)
class Timed:
    """What a family takes of the processor's time by size, each the least that was measured."""

    family: Family
    home: Path
    least: dict[int, float] = field(default_factory=dict)

    def again(self, size: int) -> float:
        """What a size takes, measured once more."""
        self.least[size] = min(self.least.get(size, math.inf), cost(self.family, size, self.home, seconds))
        return self.least[size]

    def dear_size(self) -> int:
        """A size that takes so long that it can be measured; what took a small part of that is tried four times."""
        size = FIRST
        while (taken := self.again(size)) < LEAST_SECONDS and size < LARGEST:
            size *= 4 if taken < LEAST_SECONDS / 6 else 2
        return size

    def grows(self, size: int) -> float:
        """The exponent from a quarter of a size to all of it, each measured three times where once looks too dear."""
        for time_ in range(BEST_OF):
            for each in (size // 4, size):
                if time_ or each not in self.least:
                    self.again(each)
            if exponent(self.least[size // 4], self.least[size], 4) <= MOST:
                break
        return exponent(self.least[size // 4], self.least[size], 4)


@pytest.mark.dear
@pytest.mark.parametrize("name", COUNTED)
def test_calls_grow_with_the_size(name: str, home: Path) -> None:
    """Twice as much for twice as many characters."""
    [family] = [f for f in FAMILIES if f.name == name]
    assert calls_grow(family, home) <= MOST


@pytest.mark.hostile
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_time_grows_with_the_size(family: Family, home: Path) -> None:
    """From a quarter of half a second, or of a megabyte, to all of it; twice as large where that looks too dear."""
    timed = Timed(family, home)
    size = timed.dear_size()
    grown = timed.grows(size)
    if grown > MOST:
        grown = timed.grows(2 * size)
    assert grown <= MOST or (grown <= DOUBT and calls_grow(family, home) <= MOST), (round(grown, 2), size)
