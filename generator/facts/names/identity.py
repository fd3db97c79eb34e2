"""Whom a family name alone means: only one whom the same article names in full, with his office, or by his government.

Invariant: a headline is judged after its body, since all lines are read before any is judged; a family name that
somebody else of the article bears too means nobody without an office beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.facts.names.bearers import fits, rules
from generator.facts.names.words import Span, bare_or_joined
from generator.lexicon.entities import Entities
from generator.lexicon.names import Names
from generator.reading.line import ReadLine


def identified(
    lines: Sequence[ReadLine], spans: Sequence[list[Span]], contested: frozenset[str], entities: Entities, names: Names
) -> list[list[Span]]:
    """The spans of each line without the family names that nothing in the article gives to anybody.

    `contested`: ids of those whose family name stands in the article as part of another's name.
    """
    judged = [
        [_shown(words, span, entities, names) if span.unsure else span for span in found]
        for words, found in zip(lines, spans, strict=True)
    ]
    known = {x.id for found in judged for x in found if x.kind == "person" and not x.unsure} - contested
    return [[replace(x, unsure=False) for x in found if not x.unsure or x.id in known] for found in judged]


def _shown(words: ReadLine, span: Span, entities: Entities, names: Names) -> Span:
    """A family name, no longer unsure where the words beside it give it to its bearer."""
    person = entities.people[span.id or ""]
    if span.role is not None:
        own = fits(person, span.role.text, names)
        return replace(span, unsure=not own, rule="person-by-office" if own else span.rule)
    before = words.word(span.first - 1) if words.close(span.first) and not span.prefix else ""
    governs = bare_or_joined(before, names.cues.named_after) and rules(person, names)
    return replace(span, unsure=not governs, rule="person-by-government" if governs else span.rule)
