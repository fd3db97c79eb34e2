"""Puts an article into its published form."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.facts.contract import About, LineRecord, Lines, Origin, ProblemRecord, shape
from generator.facts.table import PUBLISHED
from generator.lexicon.wording import Wording
from generator.model import Article, Cleaned, DateStep, Facts, Problem, Source
from generator.reading.masks import shown

# Puts what leads to a date into words, with dates as a dossier writes them.
Say = Callable[[DateStep], str]


@cache
def _form() -> tuple[Any, TypeAdapter[Any]]:
    """What `explain --json` prints of a file, and what writes it."""
    made = shape("ArticleRecord", Lines, About, facts={field.name: field.type for field in PUBLISHED})
    return made, TypeAdapter(made)


def record(article: Article, wording: Wording, say: Say, file: str | None = None) -> dict[str, Any]:
    """An article in its published form; `file` stands for the seed's own name where given."""
    form, adapter = _form()
    lines = tuple(LineRecord(x.number, x.verdict, x.rule) for x in article.cleaned.lines)
    told = form(
        **vars(about(article, wording, file)),
        lines=lines,
        body_lines=tuple(x.number for x in article.cleaned.body),
        **facts_of(article),
    )
    return published(told, adapter, wording, say)


def published(told: Any, adapter: TypeAdapter[Any], wording: Wording, say: Say) -> dict[str, Any]:
    """A record as it leaves the generator: plain, and with words for withheld names."""
    plain: dict[str, Any] = shown(adapter.dump_python(told, mode="json", context=say), wording.say("withheld"))
    return plain


def facts_of(article: Article) -> dict[str, Any]:
    """The facts of an article by name, apart from its title."""
    return {field.name: field.value(article.facts) for field in PUBLISHED}


def origin(article: Article, file: str | None = None) -> Origin:
    """What an article was read from, and what it is called."""
    title, source = article.facts.title, article.cleaned.source
    called = (title.text, title.basis) if title else (None, None)
    return Origin(file or article.name, source.sha256, source.encoding, article.cleaned.language, *called)


def about(article: Article, wording: Wording, file: str | None = None) -> About:
    """What is said of an article beside its facts."""
    title, source = article.facts.title, article.cleaned.source
    return About(
        **vars(origin(article, file)),
        format=source.format,
        repairs=dict(source.repairs),
        declared=source.declared,
        title_line=title.line if title else None,
        title_rule=title.rule if title else None,
        problems=tuple(_problem(x, wording) for x in article.problems),
    )


def unread(problem: Problem, sha256: str, wording: Wording, file: str) -> dict[str, Any]:
    """The record of a file that cannot be read: nothing is known of it but its problem."""
    nothing = Cleaned(Source(problem.file, sha256, "unknown", ""), "und", ())
    return record(Article(nothing, Facts(), problems=(problem,)), wording, str, file)


def _problem(problem: Problem, wording: Wording) -> ProblemRecord:
    english, arabic = wording.tell(problem, "en"), wording.tell(problem, "ar")
    told = (english.message, english.remedy, arabic.message, arabic.remedy)
    return ProblemRecord(problem.level, problem.line, problem.rule, *told)
