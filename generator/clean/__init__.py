"""Lines to verdicts: which lines of a seed are the article, and by which rule.

Invariant: every line gets exactly one verdict, in order; the text of a line is never changed. A line that no rule speaks
against inside the article's extent is body: losing article text is worse than keeping furniture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.clean import extent, headline, steps
from generator.clean.page import Marks, Page
from generator.clean.view import see
from generator.lexicon import Lexicon
from generator.lexicon.furniture import Furniture, Reason
from generator.model import Cleaned, Line, Problem, Source, Verdict
from generator.text import language

__all__ = ["STEPS", "Rule", "clean", "problems", "rules"]

Step = Callable[[Page, Marks], Marks]

STEPS: tuple[tuple[str, Step], ...] = (
    ("blank", steps.blank),
    ("title", steps.title),
    ("labels", steps.labels),
    ("caption", steps.caption),
    ("signature", steps.signature),
    ("around", steps.around),
    ("body", steps.body),
)


@dataclass(frozen=True)
class Rule:
    """A rule as a reader meets it. The example is a page; its line `line` gets this rule."""

    id: str
    verdict: Verdict
    reason: Reason
    example: str
    line: int


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """Every rule by which a line may get its verdict: those made of code, then the lists, each sorted by id."""
    furniture = lexicon.furniture
    code = [Rule(name, r.verdict, r.reason, r.example, r.line) for name, r in sorted(furniture.structure.items())]
    lists = [Rule(name, r.verdict, r.reason, r.matches[0], 1) for name, r in sorted(furniture.lists.items())]
    return tuple(code + lists)


def clean(source: Source, lexicon: Lexicon) -> Cleaned:
    """A verdict for each line of a source."""
    furniture = lexicon.furniture
    page = Page(tuple(see(line, furniture) for line in source.lines), language(source.text))
    found = extent.find(page)
    if found:
        page = replace(page, first=found[0], last=found[1])
        page = replace(page, title=headline.find(page))
    marks: Marks = {}
    for _, step in STEPS:
        marks = {**step(page, marks), **marks}
    return Cleaned(source, page.language, tuple(_line(i, text, marks[i], furniture) for i, text in enumerate(source.lines)))


def _line(index: int, text: str, rule: str, furniture: Furniture) -> Line:
    known = furniture.lists.get(rule) or furniture.structure[rule]
    return Line(index + 1, text, known.verdict, rule)


def problems(cleaned: Cleaned) -> tuple[Problem, ...]:
    """What a person should look at in the outcome."""
    return ()
