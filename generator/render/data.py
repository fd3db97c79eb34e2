"""An article's data file: what is said of it, with the evidence, and the verdicts on its lines; and its schema.

Invariant: it tells of the lines that the article's page tells of, and says how many more there are. What is empty is
not there; what is told elsewhere once, in the table of figures and in that of problems, is not told again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter

from generator.catalogue.groups import Entry
from generator.facts.contract import About, schema_of, shape
from generator.facts.record import about, facts_of, published
from generator.facts.table import PUBLISHED
from generator.lexicon.wording import Wording
from generator.model import Level, Line, Problem, Verdict
from generator.model.files import MARKER
from generator.pages.briefing import Standing, placed
from generator.pages.desk import Desk
from generator.pages.leftout import beyond, fitted

SCHEMA = "schemas/article.schema.json"
PROBLEMS = "data/problems.json"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Run:
    """Lines that follow each other and have one verdict by one rule, the first and the last of them."""

    first: int
    last: int
    verdict: Verdict
    rule: str


@dataclass(frozen=True)
class ProblemMet:
    """A problem: its words stand under its rule in data/problems.json, and have these values in them."""

    level: Level
    line: int | None
    rule: str
    values: Mapping[str, str]


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
    made = shape("ArticleData", Filed, About, Standing, facts=held | {"problems": tuple[ProblemMet, ...]})
    return made, TypeAdapter(made)


def schema() -> dict[str, Any]:
    """The JSON Schema of data/articles/*.json."""
    made = schema_of(_form()[1], "Mujaz article")
    for record in (made, *made["$defs"].values()):
        held = record.get("properties", {})
        for name in _TOLD_ELSEWHERE.get(record.get("title"), ()):
            del held[name]
        if "required" in record:
            record["required"] = [name for name in record["required"] if name in held and _never_empty(held[name])]
    return made


def _never_empty(value: Mapping[str, Any]) -> bool:
    return value.get("type") in ("string", "integer", "number", "boolean") or "enum" in value


# By the record that they are of: the sentence of a figure stands in the table of figures.
_TOLD_ELSEWHERE = {"Figure": ("sentence",)}


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
        **vars(about(article, desk.lexicon.wording)) | {"problems": tuple(map(_problem, article.problems))},
        **{name: value for name, value in facts_of(article).items() if name in form.__dataclass_fields__},
    )
    facts = published(told, adapter, desk.lexicon.wording, desk.step)
    for figure in facts["figures"]:
        del figure["sentence"]
    plain = {"$comment": MARKER, "$schema": f"../../{SCHEMA}", **_without_empty(facts)}
    return _JSON.encode(plain) + "\n"


def problem_words(wording: Wording) -> str:
    """The words of every problem by its rule, in both languages; what stands in braces is among a problem's values."""
    said = {
        rule: {language: vars(told.told(language)) for language in ("en", "ar")}
        for rule, told in wording.problems.items()
    }
    return json.dumps({"$comment": MARKER, **said}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _problem(met: Problem) -> ProblemMet:
    return ProblemMet(met.level, met.line, met.rule, dict(met.values))


def _without_empty(value: Any) -> Any:
    """A record without what says nothing: null, and what holds nothing. Most values are words, and are not asked."""
    if isinstance(value, dict):
        found = {}
        for name, each in value.items():
            held = _without_empty(each) if isinstance(each, dict | list) else each
            if held is not None and held not in ([], {}):
                found[name] = held
        return found
    return [_without_empty(each) for each in value] if isinstance(value, list) else value


def _runs(lines: Iterable[Line]) -> Iterator[Run]:
    """Lines in order as runs. Those between that are not told of end one."""
    at = enumerate(lines)
    for (_, verdict, rule), run in groupby(at, key=lambda x: (x[1].number - x[0], x[1].verdict, x[1].rule)):
        numbers = [line.number for _, line in run]
        yield Run(numbers[0], numbers[-1], verdict, rule)
