"""Holds the examples in a dossier's own lexicon against what they show: sentences of a theme, lines of furniture.

Each is tried as the stages would read it; whoever wrote the file is told which example fails, in which line.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts import themes
from generator.lexicon import Lexicon
from generator.lexicon.faults import ValueFault
from generator.lexicon.furniture import Furniture, FurnitureRule
from generator.lexicon.layer import OwnEntry
from generator.lexicon.themes import Theme
from generator.model import Cleaned, Facts, Line, Problem, Source, ThemeHit
from generator.reading.line import ReadText, read_line, read_text

FEWEST_YES, FEWEST_NO = 6, 5
"""A theme with fewer sentences that have it, and near misses that do not, is hardly held by them."""


def example_faults(lexicon: Lexicon) -> Iterator[Problem]:
    """What is wrong with the examples that a dossier's own lexicon gives."""
    for entry in lexicon.brought:
        if isinstance(entry.record, Theme):
            yield from _of_theme(entry, entry.record, lexicon)
        elif isinstance(entry.record, FurnitureRule):
            yield from _of_furniture(entry, entry.record, lexicon.furniture)


def _of_theme(entry: OwnEntry, theme: Theme, lexicon: Lexicon) -> Iterator[Problem]:
    label, examples = ("label", theme.label), theme.examples
    if len(examples.yes) < FEWEST_YES or len(examples.no) < FEWEST_NO:
        values = (label, ("yes", str(len(examples.yes))), ("no", str(len(examples.no))))
        yield entry.problem(ValueFault(("examples",), "lexicon-few-examples", values), "warning")
    for at, sentence in enumerate(examples.yes):
        if not _hit(theme, _read(sentence), lexicon):
            passing = _passing(theme, _read(sentence), lexicon)
            rule = "lexicon-example-per-hundred" if passing else "lexicon-example-yes"
            fault = ValueFault(("examples", "yes", at), rule, (label, ("text", sentence), *passing))
            yield entry.problem(fault, "warning")
    for at, sentence in enumerate(examples.no):
        if found := _hit(theme, _read(sentence), lexicon):
            shown = "، ".join(dict.fromkeys(evidence.text for evidence in found.evidence))
            values = (label, ("text", sentence), ("found", shown))
            yield entry.problem(ValueFault(("examples", "no", at), "lexicon-example-no", values), "warning")


def _read(sentence: str) -> ReadText:
    """A sentence as the body of an article."""
    lines = tuple(Line(n, text, "body", "example") for n, text in enumerate(sentence.split("\n"), start=1))
    return read_text(Cleaned(Source("example", None, "utf-8", sentence), "ar", lines))


def _hit(theme: Theme, text: ReadText, lexicon: Lexicon) -> ThemeHit | None:
    """What puts a theme on a text."""
    hits = themes.find(text, lexicon, Facts()).value
    return next((hit for hit in hits if hit.id == theme.id), None)


def _passing(theme: Theme, text: ReadText, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """What a theme's words weigh in a text for each hundred, and what it asks for; nothing where that is enough."""
    has = themes.per_hundred(themes.weighed_themes(text, lexicon).get(theme.id, ()), themes.words_of(text))
    return (("has", f"{has:.1f}"), ("asks", f"{theme.per_hundred:g}")) if 0 < has < theme.per_hundred else ()


def _of_furniture(entry: OwnEntry, rule: FurnitureRule, furniture: Furniture) -> Iterator[Problem]:
    for name, lines, wanted in (("matches", rule.matches, True), ("spares", rule.spares, False)):
        for at, line in enumerate(lines):
            label = furniture.match(read_line(line).labelled, line)
            if (label is not None and label.rule == entry.id) != wanted:
                fault = ValueFault((name, at), f"lexicon-example-{name}", (("text", line),))
                yield entry.problem(fault, "warning")
