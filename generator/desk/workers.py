"""Who does the work on texts: this process, or as many as the machine has processors."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generator.articles import Mapper
from generator.source.read import seeds_in

# Below this many seeds, starting workers costs more than they save.
WORTH_WORKERS = 200


@contextmanager
def mapper_for(seeds: Path) -> Iterator[Mapper]:
    """`map` for a small dossier, worker processes for a large one."""
    if len(seeds_in(seeds)) < WORTH_WORKERS:
        yield map
        return
    pool: Executor
    with ProcessPoolExecutor() as pool:
        yield partial(pool.map, chunksize=16)
