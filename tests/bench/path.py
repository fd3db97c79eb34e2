"""The whole path of one dossier, run by run in processes of their own: cold, unchanged, after each sort of change."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests import five
from tests.bench import rivals
from tests.bench.composing import another, compose
from tests.bench.running import Cost, measured
from tests.bench.weighing import Weight, weights

URL = "https://example.org/d/"
_ADDED = "added-by-the-bench.txt"
_THEME = """\
id: bench
label: سمة للقياس
label_en: A theme of the measurement
description: سمة تتغير كلماتها لقياس كلفة التغيير.
terms:
  - text: [{terms}]
    weight: 3
"""
_SENTENCE = "وقال مصدر مطلع إن اللجنة ستعود إلى الاجتماع بعد أسبوعين للنظر في ما بقي من بنود الخطة."


@dataclass(frozen=True)
class Run:
    """One run of the whole path: what it cost, and of that each step."""

    cost: Cost
    steps: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Measured:
    """All that was measured of one size; `same` says whether the changed site has the bytes of a clean build."""

    articles: int
    runs: Mapping[str, Run]
    pages: int
    weights: Mapping[str, Weight]
    rivals: Mapping[str, Cost]
    same: bool | None

    def plain(self) -> dict[str, Any]:
        """As it is written down."""
        return asdict(self)


def prepared(texts: Path | None, size: int, folder: Path, broken: float) -> Path:
    """A dossier of so many articles, composed or of the first texts of a folder, with a theme that can change."""
    if texts is None:
        compose(folder, size, broken)
    else:
        folder.mkdir(parents=True)
        for path in seeds(texts)[:size]:
            shutil.copyfile(path, folder / path.name)
        settings = texts / five.SETTINGS
        (folder / five.SETTINGS).write_bytes(settings.read_bytes() if settings.is_file() else b"name: bench\n")
    _theme(folder, "الأسلاك المكهربة")
    return folder


def seeds(folder: Path) -> list[Path]:
    """The plain texts of a folder, in order."""
    return sorted(folder.glob("*.txt"))


def _theme(folder: Path, terms: str) -> None:
    path = folder / "lexicon" / "themes" / "bench.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_THEME.format(terms=terms), encoding="utf-8")


def _change_one(folder: Path) -> None:
    path = seeds(folder)[len(seeds(folder)) // 2]
    path.write_bytes(path.read_bytes() + f"\n\n{_SENTENCE}\n".encode())


def _change_theme(folder: Path) -> None:
    _theme(folder, "الأسلاك المكهربة, الخطة الخمسية")


CHANGES: Mapping[str, Callable[[Path], object]] = {
    "cold": lambda _: None,
    "unchanged": lambda _: None,
    "changed": _change_one,
    "added": lambda folder: (folder / _ADDED).write_text(another(), encoding="utf-8"),
    "removed": lambda folder: seeds(folder)[-1].unlink(),
    "theme": _change_theme,
}


def walk(
    dossier: Path,
    work: Path,
    flags: Sequence[str],
    say: Callable[[str], None],
    *,
    alone: bool = False,
    check: bool = False,
) -> Measured:
    """Run the whole path with each change in turn, and the other engines on the first Markdown tree unless alone."""
    size, found = len(seeds(dossier)), dict[str, Run]()
    others, weighed = dict[str, Cost](), dict[str, Weight]()
    for name, change in CHANGES.items():
        change(dossier)
        found[name] = run_path(dossier, work / "site", work, flags)
        say(f"  {name}: {found[name].cost.cpu} s of processor, {found[name].cost.wall} s")
        if name == "cold":
            weighed, others = weights(work / "site"), {} if alone else _others(dossier, work)
    pages = sum(weight.files for kind, weight in weighed.items() if kind.startswith("html"))
    same = _same(dossier, work, flags) if check else None
    return Measured(size, found, pages, weighed, others, same)


def run_path(dossier: Path, site: Path, work: Path, flags: Sequence[str] = ()) -> Run:
    """Build a dossier's site by the command, in a process of its own."""
    record = work / "steps.json"
    told = [sys.executable, "-m", "tests.bench.told", str(record)]
    command = [*told, "site", "--seeds", str(dossier), "--site", str(site), "--url", URL, *flags]
    cost = measured(command, five.ROOT, work / "log", _environment(work))
    return Run(cost, json.loads(record.read_text(encoding="utf-8")))


def _others(dossier: Path, work: Path) -> dict[str, Cost]:
    """What the same Markdown costs elsewhere."""
    command = [sys.executable, "-m", "generator", "generate", "--seeds", str(dossier), "--docs", str(work / "docs")]
    measured(command, five.ROOT, work / "log", _environment(work / "elsewhere"))
    found = {"mkdocs": rivals.mkdocs(work / "docs", work / "mkdocs"), "hugo": rivals.hugo(work / "docs", work / "hugo")}
    for made in ("docs", "mkdocs", "hugo"):
        shutil.rmtree(work / made, ignore_errors=True)
    return {name: cost for name, cost in found.items() if cost is not None}


def _environment(work: Path) -> dict[str, str]:
    """A cache of its own: nothing of another measurement helps this one."""
    return {**os.environ, "XDG_CACHE_HOME": str(work / "cache"), "PYTHONUTF8": "1"}


def _same(dossier: Path, work: Path, flags: Sequence[str]) -> bool:
    clean = work / "clean"
    clean.mkdir()
    run_path(dossier, clean / "site", clean, flags)
    return dict(_digests(work / "site")) == dict(_digests(clean / "site"))


def _digests(site: Path) -> Iterator[tuple[str, str]]:
    for path in site.rglob("*"):
        if path.is_file():
            yield path.relative_to(site).as_posix(), sha256(path.read_bytes()).hexdigest()
