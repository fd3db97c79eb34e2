"""What a new or changed seed gives, now and before, as Markdown for a reviewer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.desk.stub import stub
from generator.lexicon.wording import Wording
from generator.model import Article, Problem
from generator.pages.escape import escape
from generator.reading.masks import shown

_NOTHING = "—"


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
    if not isinstance(article, Article):
        return {}
    facts, cleaned = article.facts, article.cleaned
    date = facts.date
    bounds = (
        " – ".join(x or "…" for x in (date.not_before, date.not_after)) if date.not_before or date.not_after else ""
    )
    return {
        "title": f"{facts.title.text} ({facts.title.basis})" if facts.title else _NOTHING,
        "date": " ".join(x for x in (date.value, bounds, f"({date.basis})" if date.basis else "") if x) or _NOTHING,
        "outlet": facts.outlet.name if facts.outlet else _NOTHING,
        "lines kept": _numbers([line.number for line in cleaned.body]),
        "lines left out": _numbers([line.number for line in cleaned.left_out]),
        "people": _names(x.name for x in facts.people),
        "organisations": _names(x.name for x in facts.organisations),
        "places": _names(x.name for x in facts.places),
        "quotations": str(len(facts.quotes)),
        "figures": _names(x.text for x in facts.figures),
        "themes": _names(x.id for x in facts.themes),
    }


def _names(names: Iterator[str]) -> str:
    return "، ".join(names) or _NOTHING


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
