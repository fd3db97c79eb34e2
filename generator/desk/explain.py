"""A seed in colour on the console: every line with its verdict, then what is known of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from generator.desk.stub import stub
from generator.desk.weights import Weights
from generator.facts.publisher.weigh import CERTAIN, PROBABLE
from generator.lexicon.wording import Wording
from generator.model import Article, Entity, Evidence, Verdict
from generator.reading.letters import display
from generator.source.withholding.withhold import shown

Missing = Iterable[tuple[str, tuple[str, ...]]]

_STYLES: dict[Verdict, str] = {
    "title": "bold cyan",
    "dek": "cyan",
    "subheading": "bold",
    "body": "",
    "caption": "magenta",
    "related": "blue",
    "signature": "green",
    "furniture": "dim",
    "blank": "dim",
}


def show(console: Console, article: Article, wording: Wording, weights: Weights, missing: Missing = ()) -> None:
    """Print a seed with its verdicts and facts, the weights behind them, its problems, and a stub for what is in doubt.

    `missing`: withheld names that stand nowhere, each with the words of the seed most like it; told nowhere else.
    """
    words = wording.say("withheld")

    def said(text: str, style: str = "") -> Text:
        return Text(display(shown(text, words)), style)

    console.rule(said(article.name))
    for line, weight in zip(article.cleaned.lines, weights.lines, strict=True):
        if line.verdict != "blank":
            head = f"{line.number:>4} {line.verdict:<10} {line.rule:<24} {weight:>+5.1f} "
            console.print(Text(head, "dim") + said(line.text, _STYLES[line.verdict]), soft_wrap=True)
    console.print()
    for name, value in (*_facts(article), *_weighed(article, weights)):
        console.print(Text(f"{name:<14} ", "bold") + said(value), soft_wrap=True)
    for problem in article.problems:
        told = wording.tell(problem)
        file = "" if problem.file == article.name else f"{problem.file}: "
        where = f"{file}line {problem.line}: " if problem.line else file
        console.print(Text(f"{problem.level:<14} ", "yellow") + said(f"{where}{told.said}"), soft_wrap=True)
    for name, near in missing:
        console.print(Text("not found      ", "red") + Text(f"{name} | {', '.join(near)}"), soft_wrap=True)
    console.print()
    console.print(Text(stub(article, wording), "green"), soft_wrap=True)


def _weighed(article: Article, weights: Weights) -> Iterator[tuple[str, str]]:
    """The signs of each name that may be the outlet's, and the words for each theme, with what they weigh."""
    for name in weights.outlets:
        signs = (f"{x.weight:g} {x.evidence.rule} {_where((x.evidence,))}" for x in name.signs)
        yield "outlet weighs", f"{name.weight:.2f} {name.best.text}: {', '.join(signs)}"
    yield "outlet needs", f"{PROBABLE:.2f}; {CERTAIN:.2f} to be certain"
    for theme in article.themes:
        words = (f"{x.weight:g} {_where(x.evidence)}" for x in weights.themes.get(theme.id, ()))
        yield "theme weighs", f"{theme.score:g} {theme.id}: {', '.join(words) or theme.basis}"


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    facts = article.facts
    title = facts.title
    line = f", line {title.line}" if title and title.line else ""
    yield "title", f"{title.text} ({title.basis}{line})" if title else "unknown"
    date = facts.date
    bounds = f"{date.not_before or '…'} – {date.not_after or '…'}"
    yield "date", f"{date.value or bounds} ({date.basis or 'unknown'}) {_where(date.evidence)}"
    yield from (("not the date", f"{x.value}: {x.why} {_where((x.evidence,))}") for x in facts.rejected_dates)
    yield "outlet", f"{facts.outlet.name} {_where(facts.outlet.evidence)}" if facts.outlet else "unknown"
    yield from (("cites", f"{x.name} {_where(x.evidence)}") for x in facts.cited_outlets)
    if facts.author:
        yield "author", f"{facts.author.name} {_where(facts.author.evidence)}"
    yield from (("person", _entity(x)) for x in facts.people)
    yield from (("organisation", _entity(x)) for x in facts.organisations)
    yield from (("place", _entity(x)) for x in facts.places)
    yield from (("quotation", f"{x.line}: {x.speaker or '?'} | {x.text}") for x in facts.quotes)
    yield from (("figure", f"{x.line}: {x.text} = {x.value or (x.low, x.high)} {x.unit or ''}") for x in facts.figures)
    yield from (("theme", f"{x.id} {x.score:g} {_where(x.evidence)}") for x in article.themes)


def _entity(entity: Entity) -> str:
    role = f", {entity.role}" if entity.role else ""
    return f"{entity.name}{role} [{entity.id or 'not in the lexicon'}] {_where(entity.mentions)}"


def _where(found: tuple[Evidence, ...]) -> str:
    return ", ".join(f"{x.line}: «{x.text}»" for x in found)
