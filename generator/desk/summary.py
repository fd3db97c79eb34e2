"""What a new or changed seed gives, now and before, as Markdown for a reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from generator.desk.stub import stub
from generator.facts.table import FIELDS, FactField
from generator.lexicon.wording import Messages, Wording
from generator.model import Article, Problem
from generator.pages.escape import escape
from generator.reading.masks import shown

_NOTHING = "—"
# By its first words a quotation is known, and a row of them stays readable.
_LONGEST = 60


def summarise(now: Article | Problem, before: Article | Problem | None, wording: Wording, words: Messages) -> str:
    """One seed as a section: its facts in a table, its problems, a sidecar stub ready to paste."""
    name = now.file if isinstance(now, Problem) else now.name
    parts = (
        f"### {escape(name)}",
        "",
        *_table(now, before, words),
        *_problems(now, wording, words),
        *_stub(now, wording, words),
    )
    told: str = shown("\n".join(parts), str(escape(wording.say("withheld"))))
    return told


def _table(now: Article | Problem, before: Article | Problem | None, words: Messages) -> Iterator[str]:
    new, old = _facts(now, words), _facts(before, words)
    yield f"| {words.say('summary.fact')} | {words.say('summary.now')} | {words.say('summary.before')} |"
    yield "| --- | --- | --- |"
    for fact in dict.fromkeys((*new, *old)):
        value, was = new.get(fact, _NOTHING), old.get(fact, _NOTHING)
        changed = "**" if value != was and old else ""
        yield f"| {fact} | {changed}{escape(value)}{changed} | {escape(was)} |"
    yield ""


def _facts(article: Article | Problem | None, words: Messages) -> dict[str, str]:
    """What an article has of each field that has a name, and its lines; the words of a long thing are cut."""
    if not isinstance(article, Article):
        return {}
    named = ((words.say(f"field.{field.name.replace('_', '-')}"), field) for field in FIELDS if field.one)
    rows = {name: _told(field, article, words) for name, field in named}
    return {
        **rows,
        words.say("summary.kept"): _numbers([line.number for line in article.cleaned.body]),
        words.say("summary.left-out"): _numbers([line.number for line in article.cleaned.left_out]),
    }


def _told(field: FactField, article: Article, words: Messages) -> str:
    """One thing with what shows it; several by what they are called."""
    found = field.items(article.facts)
    if field.says and not field.several:
        return "".join(field.says(item, words) for item in found).strip() or _NOTHING
    called = (shorten(field.called(item), _LONGEST, placeholder=" …") for item in found)
    return words.say("list.comma").join(called) or _NOTHING


def _numbers(numbers: list[int]) -> str:
    return f"{len(numbers)}: {', '.join(map(str, numbers))}" if numbers else "0"


def _problems(now: Article | Problem, wording: Wording, words: Messages) -> Iterator[str]:
    own = now.file if isinstance(now, Problem) else now.name
    in_order = ("ar", "en") if words.language == "ar" else ("en", "ar")
    for problem in (now,) if isinstance(now, Problem) else now.problems:
        told, other = (wording.tell(problem, language) for language in in_order)
        file = (
            "" if problem.file == own else f"{escape(problem.file)}, " if problem.line else f"{escape(problem.file)}: "
        )
        text = escape(told.said)
        at_line = words.say("value.at-line", line=problem.line, text=text) if problem.line else text
        yield f"- {words.say(f'level.{problem.level}')}: {file}{at_line}"
        yield f"  <br>{escape(other.said)}"
    yield ""


def _stub(now: Article | Problem, wording: Wording, words: Messages) -> Iterator[str]:
    """In a block indented by four spaces, which no text can close as it could a fence."""
    if isinstance(now, Article):
        yield words.say("summary.stub")
        yield ""
        yield from (f"    {line}" for line in stub(now, wording).splitlines())
        yield ""
