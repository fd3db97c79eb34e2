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
from generator.reading.line import read_line, read_text

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
        yield entry.problem(ValueFault(("examples",), "lexicon-few-examples", values), "note")
    for at, sentence in enumerate(examples.yes):
        if not _hit(theme, sentence, lexicon):
            fault = ValueFault(("examples", "yes", at), "lexicon-example-yes", (label, ("text", sentence)))
            yield entry.problem(fault, "warning")
    for at, sentence in enumerate(examples.no):
        if found := _hit(theme, sentence, lexicon):
            shown = "، ".join(dict.fromkeys(evidence.text for evidence in found.evidence))
            values = (label, ("text", sentence), ("found", shown))
            yield entry.problem(ValueFault(("examples", "no", at), "lexicon-example-no", values), "warning")


def _hit(theme: Theme, sentence: str, lexicon: Lexicon) -> ThemeHit | None:
    """What puts a theme on a sentence, read as the body of an article."""
    lines = tuple(Line(n, text, "body", "example") for n, text in enumerate(sentence.split("\n"), start=1))
    cleaned = Cleaned(Source(theme.id, None, "utf-8", sentence), "ar", lines)
    hits = themes.find(read_text(cleaned), lexicon, Facts()).value
    return next((hit for hit in hits if hit.id == theme.id), None)


def _of_furniture(entry: OwnEntry, rule: FurnitureRule, furniture: Furniture) -> Iterator[Problem]:
    for name, lines, wanted in (("matches", rule.matches, True), ("spares", rule.spares, False)):
        for at, line in enumerate(lines):
            label = furniture.match(read_line(line).labelled, line)
            if (label is not None and label.rule == entry.id) != wanted:
                fault = ValueFault((name, at), f"lexicon-example-{name}", (("text", line),))
                yield entry.problem(fault, "warning")
