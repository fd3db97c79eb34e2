"""The command line with an ear on the conductor: `python -m tests.bench.told RECORD site --seeds …`.

Each step that the conductor tells ends the one before; what each took of processor and wall goes to RECORD as JSON.
What comes before the first step (Python, imports) is called `start`, and the work of processes that were started is
counted in the step in which they did it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import cli
from generator.model.teller import Teller
from tests.bench.running import processor

_START = "start"


class Steps:
    """A teller that notes when it was told what."""

    def __init__(self) -> None:
        self.told: list[tuple[str, float, float]] = [(_START, 0.0, time.perf_counter() - time.process_time())]

    def __call__(self, step: str, done: int = 0, _of: int = 0, /) -> None:
        if not done:
            self.told.append((step, processor(), time.perf_counter()))

    def taken(self) -> dict[str, dict[str, float]]:
        """Seconds of processor and of wall by step; one that is told twice is one."""
        found: dict[str, dict[str, float]] = {}
        ends = [*self.told[1:], ("", processor(), time.perf_counter())]
        for (step, cpu, wall), (_, cpu_after, wall_after) in zip(self.told, ends, strict=True):
            row = found.setdefault(step, {"cpu": 0.0, "wall": 0.0})
            row["cpu"] = round(row["cpu"] + cpu_after - cpu, 3)
            row["wall"] = round(row["wall"] + wall_after - wall, 3)
        return found


def main(record: Path, arguments: list[str]) -> None:
    """Run a command and write what its steps took, however it ends."""
    steps = Steps()

    @contextmanager
    def listening(_words: object) -> Iterator[Teller]:
        yield steps

    vars(cli)["progress"] = listening
    try:
        cli.main(arguments, prog_name="mujaz")
    finally:
        record.write_text(json.dumps(steps.taken()), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
