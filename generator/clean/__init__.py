"""Lines to verdicts: which lines of a seed are the article, and by which rule.

Invariant: every line gets exactly one verdict, in order; the text of a line is never changed. A line that no rule
speaks against inside the article's extent is body: losing article text is worse than keeping furniture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.clean import (
    copies,
    edges,
    extent,
    header,
    lists,
    pulled,
    rest,
    scraps,
    strange,
    tail,
    topic,
    wrap,
)
from generator.clean import runs as runs_
from generator.clean.doubts import problems
from generator.clean.page import Marks, Page
from generator.clean.prose import worths
from generator.clean.view import View, see
from generator.lexicon import Lexicon
from generator.lexicon.furniture import Furniture
from generator.lexicon.loading import Bilingual
from generator.model import Cleaned, Line, Source, Verdict
from generator.reading.letters import language

__all__ = ["SHAPES", "STEPS", "Rule", "clean", "problems", "rules", "weighed"]

Shape = Callable[[Page], Page]
Step = Callable[[Page, Marks], Marks]

# First the shape of the page, each step seeing what those before it found…
SHAPES: tuple[tuple[str, Shape], ...] = (
    ("links", extent.links),
    ("wrapped", wrap.wrapped),
    ("runs", runs_.runs),
    ("bounds", extent.bounds),
    ("topic", topic.prune),
    ("behead", tail.behead),
    ("headline", header.headline),
    ("trim", tail.trim),
    ("resume", tail.resume),
    ("extend", tail.extend),
)

# …then a rule for each line: the first to speak decides.
STEPS: tuple[tuple[str, Step], ...] = (
    ("blank", rest.blank),
    ("title", copies.title),
    ("labels", lists.labels),
    ("links", lists.links),
    ("foreign", scraps.foreign),
    ("signs", scraps.signs),
    ("latin", scraps.latin),
    ("quotes", pulled.quotes),
    ("strange", strange.strange),
    ("head", edges.head),
    ("signature", edges.signature),
    ("around", edges.around),
    ("body", rest.body),
)


@dataclass(frozen=True)
class Rule:
    """A rule as a reader meets it. The example is a page; its line `line` gets this rule."""

    id: str
    verdict: Verdict
    reason: Bilingual[str]
    example: str
    line: int


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """Every rule by which a line may get its verdict: those made of code, then the lists, each sorted by id."""
    furniture = lexicon.furniture
    code = [Rule(name, r.verdict, r.reason, r.example, r.line) for name, r in sorted(furniture.structure.items())]
    known = [Rule(name, r.verdict, r.reason, r.matches[0], 1) for name, r in sorted(furniture.lists.items())]
    return tuple(code + known)


def clean(source: Source, lexicon: Lexicon) -> Cleaned:
    """A verdict for each line of a source."""
    furniture = lexicon.furniture
    page = _shaped(source, furniture)
    marks: Marks = {}
    for _, step in STEPS:
        marks = {**step(page, marks), **marks}
    lines = tuple(_line(i, text, marks[i], furniture) for i, text in enumerate(source.lines))
    return Cleaned(source, page.language, lines)


def weighed(source: Source, lexicon: Lexicon) -> list[float]:
    """How much each line speaks for being a paragraph: the article is the run of lines that weighs most."""
    return worths(_shaped(source, lexicon.furniture))


# An Arabic page may end in more English than it holds of Arabic; its article is Arabic all the same.
_LEAST_ARABIC_ARTICLE = 4.0


def _shaped(source: Source, furniture: Furniture) -> Page:
    # Menus and lists say the same lines over and over; a view rests on its line alone, so each is looked at once.
    seen = {line: see(line, furniture) for line in dict.fromkeys(source.lines)}
    views = tuple(seen[line] for line in source.lines)
    written = _language(source, views)
    page = _shape(Page(views, "ar"))
    if written == "ar" or (_is_arabic(page) and extent.weight(page) >= _LEAST_ARABIC_ARTICLE):
        return page
    return _shape(Page(views, written))


def _language(source: Source, views: tuple[View, ...]) -> str:
    """The language by script; where most of all characters are Arabic letters, most letters surely are."""
    seen = sum(len(line) for line in source.lines)
    return "ar" if 2 * sum(view.arabic for view in views) > seen else language(source.text)


def _is_arabic(page: Page) -> bool:
    return sum(page.views[i].arabic - page.views[i].latin for i in page.prose) > 0


def _shape(page: Page) -> Page:
    for _, shape in SHAPES:
        page = shape(page)
    return page


def _line(index: int, text: str, rule: str, furniture: Furniture) -> Line:
    known = furniture.lists.get(rule) or furniture.structure[rule]
    return Line(index + 1, text, known.verdict, rule)
