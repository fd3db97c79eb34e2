"""Measures what a site costs as its dossier grows, beside MkDocs as it comes and Hugo, all in one run.

    python -m tests.bench [--sizes 100,1000] [--texts DIR] [--broken .01] [--json FILE] [--alone] [--check] [-- FLAGS]
    python -m tests.bench --profile [--write]
    python -m tests.bench --record FILE...

Dossiers are composed (tests/bench/composing.py), or hold the first texts of DIR; each goes the whole path, and FLAGS
are handed to `mujaz site`. `--alone` leaves the other engines out; `--check` builds a clean site at the end and
compares all bytes. `--profile` counts the work of a small dossier and compares it with tests/work.json, which `--write`
writes anew. `--record` takes the sizes of what `--json` wrote into SIZES.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests import five
from tests.bench import counting, sizes
from tests.bench.path import Measured, prepared, seeds, walk
from tests.bench.table import laws, lines


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _sizes(wanted: str, texts: Path | None) -> list[int]:
    """The sizes that there are texts for; all texts where each size is too large."""
    asked = sorted({int(size) for size in wanted.split(",")})
    if texts is None:
        return asked
    held = len(seeds(texts))
    return [size for size in asked if size <= held] or [held]


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asked, cwd=five.ROOT, capture_output=True, text=True, check=False)
    return {
        "processors": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "commit": commit.stdout.strip(),
    }


def record(found: Sequence[Measured]) -> Mapping[str, Any]:
    """All figures as they are written down."""
    grown = {name: vars(law) for name, law in laws(found).items()}
    return {"on": machine(), "sizes": [measured.plain() for measured in found], "growth": grown}


def bench(given: argparse.Namespace) -> None:
    """Measure each size, print, write."""
    found = []
    for size in _sizes(given.sizes, given.texts):
        _say(f"{size:,} articles")
        with tempfile.TemporaryDirectory(prefix="bench-") as home:
            dossier = prepared(given.texts, size, Path(home) / "seeds", given.broken)
            found.append(walk(dossier, Path(home), given.flags, _say, alone=given.alone, check=given.check))
        if given.json:
            given.json.write_text(json.dumps(record(found), indent=1) + "\n", encoding="utf-8")
    on = machine()
    _say(f"\n{on['processors']} processors, {on['machine']}, Python {on['python']}, {on['commit']}\n")
    _say("\n".join(lines(found)))


def profile(*, anew: bool) -> int:
    """Count the work, print, write or compare; the exit code."""
    now = counting.counted()
    _say("\n".join(f"{name:28} {count:>12,}" for name, count in now.items()))
    if anew:
        counting.write(now)
        return 0
    faults = list(counting.grown(now, counting.recorded()))
    _say("\n".join(faults) or "nothing grew")
    return 1 if faults else 0


def main() -> int:
    """What was asked for; the exit code."""
    said = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    said.add_argument("--sizes", default="100,1000")
    said.add_argument("--texts", type=Path)
    said.add_argument("--broken", type=float, default=0.0)
    said.add_argument("--json", type=Path)
    said.add_argument("--alone", action="store_true")
    said.add_argument("--check", action="store_true")
    said.add_argument("--profile", action="store_true")
    said.add_argument("--write", action="store_true")
    said.add_argument("--record", type=Path, nargs="+")
    said.add_argument("flags", nargs="*")
    given = said.parse_args()
    if given.profile:
        return profile(anew=given.write)
    if given.record:
        for path in given.record:
            sizes.put(sizes.taken(json.loads(path.read_text(encoding="utf-8"))))
        return 0
    bench(given)
    return 0


if __name__ == "__main__":
    sys.exit(main())
