"""An article's data file: what is said of it, with the evidence, and the verdicts on its lines; and its schema.

Invariant: it tells of the lines that the article's page tells of, and says how many more there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter

from generator.catalogue.groups import Entry
from generator.facts.contract import About, schema_of, shape
from generator.facts.record import about, facts_of, published
from generator.facts.table import PUBLISHED
from generator.model import Line, Verdict
from generator.pages.briefing import Standing, placed
from generator.pages.desk import Desk
from generator.pages.leftout import beyond, fitted
from generator.render.markdown import MARKER

SCHEMA = "schemas/article.schema.json"


@dataclass(frozen=True)
class Run:
    """Lines that follow each other and have one verdict by one rule, the first and the last of them."""

    first: int
    last: int
    verdict: Verdict
    rule: str


@dataclass(frozen=True)
class Filed:
    """Which other files hold an article, and the verdicts on its lines."""

    also: tuple[str, ...]
    verdicts: tuple[Run, ...]
    lines_not_told: int


@cache
def _form() -> tuple[Any, TypeAdapter[Any]]:
    """The record of a data file, and what writes it."""
    held = {field.name: field.type for field in PUBLISHED if "articles" in field.data}
    made = shape("ArticleData", Filed, About, Standing, facts=held)
    return made, TypeAdapter(made)


def schema() -> dict[str, Any]:
    """The JSON Schema of data/articles/*.json."""
    return schema_of(_form()[1], "Mujaz article")


def article_data(desk: Desk, entry: Entry) -> str:
    """The data file of an article."""
    hidden = beyond(entry.article, desk.settings.max_left_out)
    article = fitted(entry.article, hidden)
    form, adapter = _form()
    told = form(
        **vars(placed(entry)),
        also=entry.also,
        verdicts=tuple(_runs(line for line in article.cleaned.lines if line.number not in hidden)),
        lines_not_told=len(hidden),
        **vars(about(article, desk.lexicon.wording)),
        **{name: value for name, value in facts_of(article).items() if name in form.__dataclass_fields__},
    )
    plain = {
        "$comment": MARKER,
        "$schema": f"../../{SCHEMA}",
        **published(told, adapter, desk.lexicon.wording, desk.step),
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n"


def _runs(lines: Iterable[Line]) -> Iterator[Run]:
    """Lines in order as runs. Those between that are not told of end one."""
    at = enumerate(lines)
    for (_, verdict, rule), run in groupby(at, key=lambda x: (x[1].number - x[0], x[1].verdict, x[1].rule)):
        numbers = [line.number for _, line in run]
        yield Run(numbers[0], numbers[-1], verdict, rule)
