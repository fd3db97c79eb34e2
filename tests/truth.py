"""Raw pages whose truth is known: composed by a program that is given, and our own random layouts."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.layouts import FAMILIES, LaidPage, pages
from tests.layouts.stock import stock


@dataclass(frozen=True)
class TruePage:
    """A page, the site it is of, and what a careful reader finds in it. Lines count from 1."""

    site: str
    data: str
    text: str
    titles: frozenset[int]  # the lines that hold the headline
    body: frozenset[int]
    neutral: frozenset[int]  # lines that may be kept or dropped
    title: str | None
    dates: tuple[str | None, ...]  # each that is right; None where none must be claimed
    outlets: tuple[str, ...]  # every form that is right; none where the page shows no publisher
    states: tuple[str, ...] = ()  # of every line, where known
    authors: tuple[str, ...] | None = None  # None where nobody wrote down who wrote it


def own(seed: int, each: int) -> Iterator[TruePage]:
    """Our own layouts, a family standing for a site."""
    for family in FAMILIES:
        yield from map(_laid, pages(family, seed, each))


def _laid(page: LaidPage) -> TruePage:
    def of(*states: str) -> frozenset[int]:
        return frozenset(i for i, state in enumerate(page.states, 1) if state in states)

    return TruePage(
        site=f"family {page.family}",
        data="own",
        text=page.text,
        titles=of("title"),
        body=of("body", "table"),
        neutral=of("dek"),
        title=page.title,
        dates=(page.date[0] if page.date else None,),
        outlets=tuple(_forms(page.outlet)) if page.outlet else (),
        states=page.states,
        authors=(page.author,) if page.author else (),
    )


def _forms(outlet: str) -> Iterator[str]:
    yield from stock("names")["own_agencies"].get(outlet, [outlet])
    kind, _, name = outlet.partition(" ")
    if kind in stock("names")["kinds_of_paper"]:
        yield name


def composed(folder: Path, seeds: Sequence[int], each: int) -> Iterator[TruePage]:
    """Pages of DIR/extraction/compose.py, which fills the layouts in skins/ with the articles in bodies*.jsonl."""
    home = folder / "extraction"
    bodies = sorted(map(str, home.glob("bodies*.jsonl")))
    given = ["--skins", str(home / "skins"), "--bodies", *bodies, "--per-skin", str(each)]
    for seed in seeds:
        with tempfile.TemporaryDirectory() as made:
            command = [sys.executable, str(home / "compose.py"), *given, "--out", made, "--seed", str(seed)]
            subprocess.run(command, check=True, capture_output=True)
            rows = (Path(made) / "gold.jsonl").read_text(encoding="utf-8").splitlines()
            yield from (_composed(Path(made), json.loads(row)) for row in rows)


def _composed(folder: Path, row: dict[str, Any]) -> TruePage:
    return TruePage(
        site=f"site {row['skin']}",
        data="composed",
        text=(folder / row["file"]).read_text(encoding="utf-8"),
        titles=frozenset(row["title_lines"]),
        body=frozenset(row["body_lines"]),
        neutral=frozenset(row["neutral_lines"]),
        title=row["title"],
        dates=tuple(row["date_accept"]),
        outlets=tuple(row["outlet_accept"]),
    )
