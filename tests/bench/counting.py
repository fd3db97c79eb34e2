"""Counts the work that a small dossier makes, not the time: the same on an idle machine and on a busy one.

`python -m tests.bench.counting` builds the site of thirty composed articles in this process, cold, and prints as JSON:
calls of functions by room of the generator (those of a generator's steps too), pages made, pages that the engine was
given, and bytes by kind. Comprehensions and lambdas are left out: whether they are calls depends on the Python.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests import five
from tests.bench.path import URL, prepared
from tests.bench.weighing import weights

RECORD = five.ROOT / "tests" / "work.json"
ARTICLES = 30
_MORE = 1.2
_PACKAGE = f"{os.sep}generator{os.sep}"
_ANEW = 'make bench ARGS="--profile --write"'


def counted() -> dict[str, int]:
    """The counts, made in a process of their own: nothing is remembered from what ran before."""
    env = {**os.environ, "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "tests.bench.counting"]
    done = subprocess.run(command, cwd=five.ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, int] = json.loads(done.stdout)
    return found


def grown(now: Mapping[str, int], recorded: Mapping[str, int]) -> Iterator[str]:
    """A sentence for each count that is more than a fifth above the record, or that no record has."""
    for name, count in now.items():
        was = recorded.get(name)
        if was is None:
            yield f"{name}: {count:,}, of which tests/work.json says nothing. Write the record anew: {_ANEW}"
        elif count > was * _MORE:
            more = f"{count / was - 1:.0%} more than the {was:,} of tests/work.json" if was else "was nothing"
            yield f"{name}: {count:,} is {more}. Find what does it; if it is worth it, write the record anew: {_ANEW}"


def recorded() -> dict[str, int]:
    """The counts on record."""
    found: dict[str, int] = json.loads(RECORD.read_text(encoding="utf-8"))
    return found


def write(now: Mapping[str, int]) -> None:
    """Put counts on record."""
    RECORD.write_text(json.dumps(dict(now), indent=1) + "\n", encoding="utf-8")


def _count() -> dict[str, int]:
    from generator import build

    given, run = list[int](), subprocess.run

    def watched(command: Any, *rest: Any, **named: Any) -> Any:
        for config in (Path(part) for part in command if str(part).endswith(".yml")):
            docs = yaml.safe_load(config.read_text(encoding="utf-8"))["docs_dir"]
            given.append(sum(1 for _ in (config.parent / docs).rglob("*.md")))
        return run(command, *rest, **named)

    with tempfile.TemporaryDirectory() as home:
        dossier, site = prepared(None, ARTICLES, Path(home) / "seeds", 0), Path(home) / "site"
        vars(subprocess)["run"] = watched
        profile = cProfile.Profile()
        outcome = profile.runcall(build.site, dossier, site, url=URL)
        weighed = weights(site)
    pages = {"pages made": outcome.pages, "pages given to the engine": sum(given)}
    return _calls(profile) | pages | {f"bytes, {name}": weight.raw for name, weight in weighed.items()}


# What an article's words cost most, by the module that does it.
_LOOKS = {"match.py": "looks for phrases", "letters.py": "words read"}


def _calls(profile: cProfile.Profile) -> dict[str, int]:
    """Calls by room; modules that lie in none are one."""
    found = Counter[str](dict.fromkeys(_LOOKS.values(), 0))
    stats: Mapping[tuple[str, int, str], tuple[Any, ...]] = vars(pstats.Stats(profile))["stats"]
    for (file, _, name), (_, calls, *_) in stats.items():
        if _PACKAGE in file and not name.startswith("<"):
            room, *below = Path(file.rpartition(_PACKAGE)[2]).parts
            found[f"calls in {room if below else 'build'}"] += calls
            if room == "reading" and below[0] in _LOOKS:
                found[_LOOKS[below[0]]] += calls
    return dict(sorted(found.items()))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_count()))
