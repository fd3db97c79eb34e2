"""What a new or changed seed gives, now and before, as Markdown for a reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from generator.desk.stub import stub
from generator.facts.table import FIELDS, FactField
from generator.lexicon.wording import Wording
from generator.model import Article, Problem
from generator.pages.escape import escape
from generator.reading.masks import shown

_NOTHING = "—"
# By its first words a quotation is known, and a row of them stays readable.
_LONGEST = 60


def summarise(now: Article | Problem, before: Article | Problem | None, wording: Wording) -> str:
    """One seed as a section: its facts in a table, its problems, a sidecar stub ready to paste."""
    name = now.file if isinstance(now, Problem) else now.name
    parts = (f"### {escape(name)}", "", *_table(now, before), *_problems(now, wording), *_stub(now, wording))
    told: str = shown("\n".join(parts), str(escape(wording.say("withheld"))))
    return told


def _table(now: Article | Problem, before: Article | Problem | None) -> Iterator[str]:
    new, old = _facts(now), _facts(before)
    yield "| fact | now | before |"
    yield "| --- | --- | --- |"
    for fact in dict.fromkeys((*new, *old)):
        value, was = new.get(fact, _NOTHING), old.get(fact, _NOTHING)
        changed = "**" if value != was and old else ""
        yield f"| {fact} | {changed}{escape(value)}{changed} | {escape(was)} |"
    yield ""


def _facts(article: Article | Problem | None) -> dict[str, str]:
    """What an article has of each field that has a name, and its lines; the words of a long thing are cut."""
    if not isinstance(article, Article):
        return {}
    rows = {field.name.replace("_", " "): _told(field, article) for field in FIELDS if field.one}
    return {
        **rows,
        "lines kept": _numbers([line.number for line in article.cleaned.body]),
        "lines left out": _numbers([line.number for line in article.cleaned.left_out]),
    }


def _told(field: FactField, article: Article) -> str:
    """One thing with what shows it; several by what they are called."""
    found = field.items(article.facts)
    if field.says and not field.several:
        return "".join(map(field.says, found)).strip() or _NOTHING
    return "، ".join(shorten(field.called(item), _LONGEST, placeholder=" …") for item in found) or _NOTHING


def _numbers(numbers: list[int]) -> str:
    return f"{len(numbers)}: {', '.join(map(str, numbers))}" if numbers else "0"


def _problems(now: Article | Problem, wording: Wording) -> Iterator[str]:
    own = now.file if isinstance(now, Problem) else now.name
    for problem in (now,) if isinstance(now, Problem) else now.problems:
        told, arabic = wording.tell(problem), wording.tell(problem, "ar")
        file = (
            "" if problem.file == own else f"{escape(problem.file)}, " if problem.line else f"{escape(problem.file)}: "
        )
        where = f"{file}line {problem.line}: " if problem.line else file
        yield f"- {problem.level}: {where}{escape(told.said)}"
        yield f"  <br>{escape(arabic.said)}"
    yield ""


def _stub(now: Article | Problem, wording: Wording) -> Iterator[str]:
    """In a block indented by four spaces, which no text can close as it could a fence."""
    if isinstance(now, Article):
        yield "A sidecar to paste beside the seed, where something is to be corrected:"
        yield ""
        yield from (f"    {line}" for line in stub(now, wording).splitlines())
        yield ""
