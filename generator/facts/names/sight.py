"""What a word may be by itself, for all rules that read names: a line is looked over once, and each asks for places.

Most words are none of it, and one look at a set tells so; the rest of a line decides about the others.

Invariant: where a rule finds nothing here, its own question would find nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from generator.facts.names.heads import noun_of
from generator.facts.names.shape import begins_given, given_after_clitic
from generator.lexicon.names import Names, NounKind
from generator.reading.clitics import BEFORE_NAMES, Analysis, readings
from generator.reading.letters import fold
from generator.reading.line import ReadLine, kept_on_lexicon

Sight: TypeAlias = NounKind | Literal["office", "body", "opens"]
"""A noun of a list, that of an office or a body, or a word that may begin a name by itself."""


def seen(line: ReadLine, kind: Sight, names: Names) -> Sequence[int]:
    """The numbers of the words of a line that may be of a kind, in order."""
    return line.once(_seen, names).get(kind, ())


def _seen(line: ReadLine, names: Names) -> dict[Sight, list[int]]:
    places: dict[Sight, list[int]] = {}
    known = names.answers[_kinds]
    for at, word in enumerate(line.written):
        for kind in known[word] if word in known else _kinds(word, names):
            places.setdefault(kind, []).append(at)
    return places


@kept_on_lexicon
def _kinds(word: str, names: Names) -> tuple[Sight, ...]:
    folded, stems = fold(word), [r.stem for r in readings(word)]
    found: list[Sight] = ["opens"] if may_open(word, names) else []
    if names.noted.isdisjoint(stems) and folded[1:] not in names.noted:
        return tuple(found)
    inner = folded[1:] if folded[:1] in BEFORE_NAMES else folded
    found += [kind for kind, nouns in names.nouns.items() if folded in nouns or inner in nouns]
    found += ["office"] if as_office(word, names) else []
    found += ["body"] if noun_of(word, names) is not None else []
    return tuple(found)


def may_open(word: str, names: Names) -> bool:
    """True for a word that may begin a name by itself; of most places in a line, this and the next tell all."""
    return begins_given(word, names) or given_after_clitic(word, names) is not None


@kept_on_lexicon
def as_office(word: str, names: Names) -> tuple[Analysis, ...]:
    """The readings of a word that may be the noun of an office; most words have none."""
    return tuple([r for r in readings(word) if r.stem in names.roles.offices])
