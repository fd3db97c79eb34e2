"""The table of what each size costs, in SIZES.md and SIZES.ar.md: measured figures from sizes.json, the rest computed.

`python -m tests.bench --record bench.json` takes a measurement into sizes.json and writes both tables anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests import five
from tests.bench.growth import growth

# What hardly grows among small sizes gives a law of noise; up to 5,000 articles nothing was seen to grow faster.
_STEEPEST = 1.0

HERE = Path(__file__).parent
RECORD = HERE / "sizes.json"
PAGES = {"en": five.ROOT / "SIZES.md", "ar": five.ROOT / "SIZES.ar.md"}
SHOWN = (100, 1_000, 5_000, 20_000)
COLUMNS = ("cold", "processor", "changed", "unchanged", "peak_mb", "site_mb", "gzipped_mb", "files")
LIMITS = {"gb": ("site_mb", 1_000), "few": ("files", 20_000), "many": ("files", 100_000), "most": ("files", 200_000)}
_BLOCK = re.compile(r"(?<=<!-- sizes: written by the bench -->\n).*?(?=<!-- end of sizes -->)", re.DOTALL)
_MB = 1_000_000
_TENTHS = 10
_SURE_DIGITS = 2
_TO_COMPUTE = 3

Record = dict[int, dict[str, Any]]


def recorded() -> Record:
    """The figures of each size that was measured."""
    held = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    return {int(size): figures for size, figures in held.items()}


def taken(bench: Mapping[str, Any]) -> Record:
    """The figures of a measurement, as `--json` wrote them."""
    on = bench["on"]
    machine = f"{on['processors']} processors, {on['machine']}, Python {on['python'].rpartition('.')[0]}"
    return {each["articles"]: _figures(each) | {"on": machine} for each in bench["sizes"]}


def _figures(each: Mapping[str, Any]) -> dict[str, Any]:
    cost = {name: run["cost"] for name, run in each["runs"].items()}
    whole = each["weights"]["all"]
    return {
        "cold": cost["cold"]["wall"],
        "processor": cost["cold"]["cpu"],
        "changed": cost["changed"]["wall"],
        "unchanged": cost["unchanged"]["wall"],
        "peak_mb": cost["cold"]["peak_mb"],
        "site_mb": round(whole["raw"] / _MB, 1),
        "gzipped_mb": round(whole["gzipped"] / _MB, 1),
        "files": whole["files"],
    }


def put(found: Record) -> None:
    """Take figures into the record, and write both tables anew."""
    whole = dict(sorted({**recorded(), **found}.items()))
    RECORD.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    for language, page in PAGES.items():
        page.write_text(written(page.read_text(encoding="utf-8"), language, whole), encoding="utf-8")


def written(page: str, language: str, record: Record) -> str:
    """A page with the table of a record."""
    told = "\n".join(_lines(yaml.safe_load((HERE / "sizes.yml").read_text(encoding="utf-8"))[language], record))
    return _BLOCK.sub(lambda _: f"{told}\n", page)


def _lines(words: Mapping[str, Any], record: Record) -> Iterator[str]:
    yield f"| {' | '.join(words['head'])} |"
    yield f"|{'---:|' * len(words['head'])}"
    # Fewer sizes tell nothing of what is fixed, and so nothing of what a larger one costs.
    computed = SHOWN if len(record) >= _TO_COMPUTE else ()
    for size in sorted({*computed, *record}):
        basis = words["measured" if size in record else "computed"]
        yield f"| {size:,} | {basis} | {' | '.join(_cell(column, size, record) for column in COLUMNS)} |"
    yield ""
    yield words["machine"].format(on="; ".join(dict.fromkeys(figures["on"] for figures in record.values())))
    if computed:
        yield words["ends"].format(**{name: _end(column, limit, record) for name, (column, limit) in LIMITS.items()})


def _cell(column: str, size: int, record: Record) -> str:
    if size in record:
        return _number(record[size][column])
    law = growth({held: figures[column] for held, figures in record.items()}, _STEEPEST)
    return _number(_sure(law.at(size))) if law else "?"


def _end(column: str, limit: float, record: Record) -> str:
    """The size at which a cost reaches a limit."""
    law = growth({held: figures[column] for held, figures in record.items()}, _STEEPEST)
    return _number(_sure(((limit - law.fixed) / law.each) ** (1 / law.exponent))) if law else "?"


def _sure(value: float) -> float:
    """No more digits than a computed figure is sure of."""
    return float(f"{value:.{_SURE_DIGITS}g}")


def _number(value: float) -> str:
    return f"{value:.1f}" if value < _TENTHS else f"{value:,.0f}"
