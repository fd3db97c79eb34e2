"""Workers that die, hang, have other code or are not there change nothing but a note."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.articles import Seed
from generator.desk import workers
from generator.desk.workers import Crew, crew_for
from generator.model import Source

SEEDS: list[Seed] = [(Source(f"{at}.txt", None, "utf-8", str(at)), None) for at in range(100)]
RIGHT = [f"{at}!".encode() for at in range(100)]


def _work(seed: Seed) -> bytes:
    return f"{seed[0].text}!".encode()


def _dying(seed: Seed) -> bytes:
    """A text at which a worker dies, and this process does not."""
    if seed[0].text == "40" and os.getpid() != MAIN:
        os.kill(os.getpid(), signal.SIGKILL)
    return _work(seed)


def _hanging(seed: Seed) -> bytes:
    if seed[0].text == "40" and os.getpid() != MAIN:
        time.sleep(60)
    return _work(seed)


MAIN = os.getpid()


class _Heard:
    def __init__(self) -> None:
        self.told: list[tuple[str, int, int]] = []

    def __call__(self, step: str, done: int = 0, of: int = 0, /) -> None:
        self.told.append((step, done, of))


@contextmanager
def _crew() -> Iterator[Crew]:
    with ProcessPoolExecutor(2) as pool:
        yield Crew("dossier", pool, _Heard())


def _rules(crew: Crew) -> list[str]:
    return [problem.rule for problem in crew.problems]


def test_this_process_works_where_there_are_no_workers() -> None:
    crew = Crew("dossier", None, _Heard())
    assert list(crew(_work, SEEDS)) == RIGHT
    assert crew.problems == ()


def test_how_much_is_done_is_told() -> None:
    heard = _Heard()
    list(Crew("dossier", None, heard)(_work, SEEDS))
    assert heard.told[0] == ("read", 16, 100)
    assert heard.told[-1] == ("read", 100, 100)


@pytest.mark.process
def test_workers_answer_in_the_order_of_the_texts() -> None:
    with _crew() as crew:
        assert list(crew(_work, SEEDS)) == RIGHT
        assert crew.problems == ()


@pytest.mark.process
@pytest.mark.parametrize("work", [_dying, _hanging])
def test_a_worker_that_is_lost_costs_nothing_but_a_note(
    work: Callable[[Seed], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 3.0)
    with _crew() as crew:
        assert list(crew(work, SEEDS)) == RIGHT
        assert _rules(crew) == ["worker-lost"]
        assert list(crew(work, SEEDS)) == RIGHT, "the rest is done here"


def test_a_worker_with_other_code_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_own_code", lambda: "other")
    with ThreadPoolExecutor(1) as pool:
        crew = Crew("dossier", pool, _Heard(), elsewhere=True)
        assert list(crew(_work, SEEDS)) == RIGHT
        assert _rules(crew) == ["worker-lost"]


@pytest.mark.slow
@pytest.mark.process
def test_a_scheduler_with_two_workers_gives_the_same_though_one_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    address = tmp_path / "scheduler.json"
    with _begun("dask", "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(address)):
        _until(address.is_file)
        worker = ("dask", "worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--scheduler-file", str(address))
        with _begun(*worker) as first, _begun(*worker), crew_for(tmp_path, _Heard(), _address(address)) as crew:
            found = crew(_slow, SEEDS)
            some = [next(found) for _ in range(20)]
            first.kill()
            assert [*some, *found] == RIGHT
            assert crew.problems == ()


@pytest.mark.process
def test_a_scheduler_that_is_not_there_is_told_and_the_texts_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(workers, "_CALL", 1)
    with crew_for(tmp_path, _Heard(), "tcp://127.0.0.1:9") as crew:
        assert list(crew(_work, SEEDS)) == RIGHT
        assert _rules(crew) == ["scheduler-absent"]


def _slow(seed: Seed) -> bytes:
    time.sleep(0.02)
    return _work(seed)


def _address(file: Path) -> str:
    return str(file.read_text("utf-8").split('"address": "')[1].split('"')[0])


@contextmanager
def _begun(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    here = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen([sys.executable, "-m", *command], env=here, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _until(is_so: Callable[[], bool]) -> None:
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.1)
    raise AssertionError("it never was")
