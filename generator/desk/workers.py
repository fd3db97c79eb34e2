"""Who does the work on texts: this process, worker processes of this machine, or those of a scheduler elsewhere.

Invariant: answers come in the order of the texts, whoever gave them. What a worker that died, hung or has other code
did not give, this process gives itself, and a note says so: the site is the same.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.lexicon import LexiconError
from generator.model import Problem
from generator.model.fault import CommandError
from generator.model.teller import Teller
from generator.reading.files import printable
from generator.site.fingerprint import code_print
from generator.source.read import seeds_in

if TYPE_CHECKING:
    from generator.articles import Seed

# Below this many seeds, starting workers costs more than they save.
WORTH_WORKERS = 200
# So many texts go to a worker at once: a quarter of a second of work, against a millisecond to hand it over.
_AT_ONCE = 16
# Seconds without an answer after which a worker counts as hung: the longest text that a dossier may hold takes some.
PATIENCE = 300.0
# Seconds for a scheduler to answer.
_CALL = 10

Work = Callable[["Seed"], bytes]


class WorkerError(CommandError):
    """A worker whose answers would not be those of this process."""


class Crew:
    """Maps work over texts by an executor, or in this process where there is none; `problems` say what went wrong."""

    def __init__(self, place: str, executor: Executor | None, tell: Teller, *, elsewhere: bool = False) -> None:
        """`place`: what is worked on, for problems to name; `elsewhere`: the workers are no children of this process,
        and may have other code.
        """
        self._place, self._executor, self._tell, self._elsewhere = place, executor, tell, elsewhere
        self.problems: tuple[Problem, ...] = ()

    def __call__(self, work: Work, seeds: Iterable[Seed]) -> Iterator[bytes]:
        """The answers for some texts, in their order."""
        given = [*seeds]
        done = 0
        for answers in self._answers(work, [given[at : at + _AT_ONCE] for at in range(0, len(given), _AT_ONCE)]):
            yield from answers
            done += len(answers)
            self._tell("read", done, len(given))

    def _answers(self, work: Work, parts: Sequence[Sequence[Seed]]) -> Iterator[Sequence[bytes]]:
        code = code_print() if self._elsewhere else ""
        asked = [self._asked(work, part, code) for part in parts]
        for part, future in zip(parts, asked, strict=True):
            yield self._answer(future) or [work(seed) for seed in part]

    def _asked(self, work: Work, part: Sequence[Seed], code: str) -> Future[list[bytes]] | None:
        try:
            return self._executor.submit(_done, work, part, code) if self._executor else None
        except _losses() as error:
            self._dismiss(error)
            return None

    def _answer(self, future: Future[list[bytes]] | None) -> list[bytes] | None:
        """A worker's answer; None where there is none to wait for any more."""
        if future is None or (self._executor is None and not future.done()):
            return None
        try:
            return future.result(PATIENCE)
        except _losses() as error:
            self._dismiss(error)
            return None

    def _dismiss(self, error: BaseException) -> None:
        """Let this process do the rest: what ended one worker may end the next."""
        executor, self._executor = self._executor, None
        if executor is None:
            return
        reason = str(error) or type(error).__name__
        self.problems = (Problem("warning", self._place, None, "worker-lost", (("reason", reason),)),)
        _end(executor)


@cache
def _losses() -> tuple[type[BaseException], ...]:
    """What a worker that is no more leaves behind, and what a scheduler tells of one that was lost too often."""
    here = (BrokenExecutor, CancelledError, TimeoutError, OSError, WorkerError)
    try:
        from distributed.scheduler import KilledWorker  # noqa: PLC0415  an extra
    except ImportError:
        return here
    # A dossier's own lexicon that is not at the same place there cannot be read.
    return (*here, KilledWorker, LexiconError)


def _done(work: Work, part: Sequence[Seed], code: str) -> list[bytes]:
    """What a worker does with some texts. Raises WorkerError where its code is not that of who asks."""
    if code and code != _own_code():
        raise WorkerError("workers.other")
    return [work(seed) for seed in part]


_own_code = cache(code_print)


def _end(executor: Executor) -> None:
    """Wait for nobody, and end the processes that are this one's children."""
    processes = list((getattr(executor, "_processes", None) or {}).values())
    executor.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


def _heedless() -> None:
    """Ctrl-C is for the process that was begun by hand: it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def crew_for(seeds: Path, tell: Teller, scheduler: str | None = None) -> Iterator[Crew]:
    """Who works on a folder of texts: the workers of a scheduler, where one is named and answers; else of this machine,
    where there are texts enough to pay for them.
    """
    place = printable(str(seeds))
    if scheduler:
        with _elsewhere(place, scheduler, tell) as crew:
            yield crew
        return
    if len(seeds_in(seeds)) < WORTH_WORKERS:
        yield Crew(place, None, tell)
        return
    with _pool() as pool:
        yield Crew(place, pool, tell)


@contextmanager
def _pool() -> Iterator[Executor]:
    pool = ProcessPoolExecutor(initializer=_heedless)
    try:
        yield pool
    except BaseException:
        _end(pool)
        raise
    pool.shutdown()


@contextmanager
def _elsewhere(place: str, address: str, tell: Teller) -> Iterator[Crew]:
    """The workers of a Dask scheduler. Raises CommandError where the library that speaks to one is not installed."""
    try:
        from distributed import Client  # noqa: PLC0415  an extra
    except ImportError as error:
        raise CommandError("scheduler.library") from error
    try:
        client = _untyped(Client)(address, timeout=_CALL, set_as_default=False)
    except (OSError, ValueError) as error:
        values = (("address", address), ("reason", " ".join(str(error).split())))
        crew = Crew(place, None, tell)
        crew.problems = (Problem("warning", place, None, "scheduler-absent", values),)
        yield crew
        return
    with client:
        yield Crew(place, _untyped(client).get_executor(), tell, elsewhere=True)


def _untyped(thing: Any) -> Any:
    """What comes without types."""
    return thing
