"""What a single word may be: of a list, definite, an adjective; and the names found among the words of a line.

Invariant: spans are inclusive pairs of word numbers; characters come back only as evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.lexicon.entities import Entities, Use
from generator.model import Certainty, EntityKind, Evidence
from generator.reading.clitics import BEFORE_NAMES, CONJUNCTIONS, analyses, readings
from generator.reading.letters import fold
from generator.reading.memo import MOST_ANSWERS

TANWIN = "\u064b"
DASHES = frozenset("-–—/|")
"""Signs between two words after which another name, or nothing of it, begins."""
_SHORTEST = 2


@dataclass(frozen=True)
class NameSpan:
    """A name found: what it is, the first and last of its words, and the rule. `kind` None: words that name nothing.

    office: the words of the role, where a clitic took up their article: «للرئيس الأمريكي» gives it back.
    unsure: a family name alone, which counts only where the rest of the article shows whose it is.
    use: what a name of the gazetteers needs beside it.
    """

    kind: EntityKind | None
    id: str | None
    name: str
    first: int
    last: int
    rule: str
    prefix: str = ""
    certainty: Certainty = "certain"
    role: Evidence | None = None
    office: str = ""
    unsure: bool = False
    use: Use = "sure"


def among(word: str, *lists: frozenset[str]) -> bool:
    """True when a word is of a list, bare, after و or ف, or with its article and what stands before that."""
    forms = _forms(word)
    for stems in lists:  # noqa: SIM110  asked some thousand times a page, where a generator costs twice as much
        if not forms.isdisjoint(stems):
            return True
    return False


@lru_cache(maxsize=MOST_ANSWERS)
def _forms(word: str) -> frozenset[str]:
    folded = fold(word)
    forms = [r.stem for r in analyses(word) if r.definite]
    if folded[:1] in CONJUNCTIONS and len(folded) > _SHORTEST:
        forms.append(folded[1:])
    return frozenset((folded, *forms))


def bare_or_joined(word: str, *lists: frozenset[str]) -> bool:
    """True when a word is of a list, bare or after one of و ف ب ل."""
    folded = fold(word)
    inner = folded[1:] if folded and folded[0] in BEFORE_NAMES else folded
    for stems in lists:  # noqa: SIM110  as above
        if folded in stems or inner in stems:
            return True
    return False


@lru_cache(maxsize=MOST_ANSWERS)
def is_definite(word: str) -> bool:
    """True when a word carries the article, perhaps after و ب ك ل; «والدة» and «بالون» do not."""
    for r in analyses(word):  # noqa: SIM110  as above
        if r.definite and len(r.exact) >= _SHORTEST + bool(r.prefix):
            return True
    return False


def state_of(word: str, entities: Entities) -> str | None:
    """The ISO code of the state whose definite adjective a word is."""
    stems = (r.stem for r in readings(word) if r.definite and not r.suffix) if is_definite(word) else ()
    return next((iso for stem in stems if (iso := entities.adjectives.get(stem.removesuffix("ه")))), None)


def is_indefinite_accusative(word: str) -> bool:
    """True for «دعمًا» and «ضابطا»: an adjective follows, not the name of a state."""
    folded = fold(word)
    return TANWIN in word or (folded.endswith("ا") and len(folded) > len("هذا") and not is_definite(word))


def words_covered(spans: Iterable[NameSpan]) -> frozenset[int]:
    """The numbers of all words inside spans."""
    return frozenset(at for span in spans for at in range(span.first, span.last + 1))


def in_order(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Spans as they stand in their line."""
    return sorted(spans, key=lambda span: span.first)
