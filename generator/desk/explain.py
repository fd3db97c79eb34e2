"""A seed in colour on the console: every line with its verdict, then what is known of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from generator.desk.stub import stub
from generator.desk.weights import Weights
from generator.facts.outlet import CERTAIN
from generator.facts.publisher.names import PROBABLE
from generator.facts.said import where
from generator.facts.table import FIELDS, FactField
from generator.lexicon.wording import Messages, Wording
from generator.model import Article, Verdict
from generator.reading.letters import display
from generator.reading.masks import shown

Missing = Iterable[tuple[str, tuple[str, ...]]]

_STYLES: dict[Verdict, str] = {
    "title": "bold cyan",
    "dek": "cyan",
    "subheading": "bold",
    "body": "",
    "table": "",
    "caption": "magenta",
    "related": "blue",
    "other-article": "blue",
    "comment": "dim",
    "signature": "green",
    "furniture": "dim",
    "blank": "dim",
}


def show(
    console: Console, article: Article, wording: Wording, words: Messages, weights: Weights, missing: Missing = ()
) -> None:
    """Print a seed with its verdicts and facts, the weights behind them, its problems, and a stub for what is in doubt.

    `missing`: withheld names that stand nowhere, each with the words of the seed most like it; told nowhere else.
    """
    withheld = wording.say("withheld")

    def said(text: str, style: str = "") -> Text:
        return Text(display(shown(text, withheld)), style)

    console.rule(said(article.name))
    for line, weight in zip(article.cleaned.lines, weights.lines, strict=True):
        if line.verdict != "blank":
            head = f"{line.number:>4} {line.verdict:<10} {line.rule:<24} {weight:>+5.1f} "
            console.print(Text(head, "dim") + said(line.text, _STYLES[line.verdict]), soft_wrap=True)
    console.print()
    for name, value in (*_facts(article, words), *_weighed(article, weights, words)):
        console.print(Text(f"{name:<14} ", "bold") + said(value), soft_wrap=True)
    for problem in article.problems:
        told, level = wording.tell(problem, words.language).said, words.say(f"level.{problem.level}")
        file = "" if problem.file == article.name else f"{problem.file}: "
        at_line = words.say("value.at-line", line=problem.line, text=told) if problem.line else told
        console.print(Text(f"{level:<14} ", "yellow") + said(f"{file}{at_line}"), soft_wrap=True)
    for name, near in missing:
        console.print(
            Text(f"{words.say('explain.not-found'):<14} ", "red") + Text(f"{name} | {', '.join(near)}"), soft_wrap=True
        )
    console.print()
    console.print(Text(stub(article, wording), "green"), soft_wrap=True)


def _weighed(article: Article, weights: Weights, words: Messages) -> Iterator[tuple[str, str]]:
    """The signs of each name that may be the outlet's, and the words for each theme, with what they weigh."""
    for name in weights.outlets:
        signs = (f"{x.weight:g} {x.evidence.rule} {where((x.evidence,))}" for x in name.signs)
        yield words.say("explain.outlet-weighs"), f"{name.weight:.2f} {name.best.text}: {', '.join(signs)}"
    needed = words.say("explain.outlet-needed", probable=f"{PROBABLE:.2f}", certain=f"{CERTAIN:.2f}")
    yield words.say("explain.outlet-needs"), needed
    for theme in article.facts.themes:
        shown_by = _words(weights, theme.id) or theme.basis
        yield words.say("explain.theme-weighs"), f"{theme.score:g} {theme.id}: {shown_by}"
    for passing, (has, asks) in weights.passing.items():
        values = {"theme": passing, "has": f"{has:.1f}", "asks": f"{asks:g}", "words": _words(weights, passing)}
        yield words.say("explain.theme-lacks"), words.say("explain.theme-lacking", None, **values)


def _words(weights: Weights, theme: str) -> str:
    return ", ".join(f"{x.weight:g} {where(x.evidence)}" for x in weights.themes.get(theme, ()))


def _declaring(article: Article, field: FactField, item: Any) -> str | None:
    """The words that declare what metadata gives."""
    declared = article.cleaned.source.declared
    metadata = declared is not None and getattr(item, "basis", None) == "metadata"
    return declared.words_for(field.name, field.called(item)) if declared and metadata else None


def _facts(article: Article, words: Messages) -> Iterator[tuple[str, str]]:
    for field in FIELDS:
        if field.says:
            found = field.items(article.facts)
            called = words.say(f"fact.{field.one}")
            yield from ((called, field.says(item, words)) for item in found)
            yield from ((called, said) for item in found if (said := _declaring(article, field, item)))
            if not found and field.always:
                yield called, words.say("value.unknown")
