"""What was weighed on the way to an article: its lines, the names that may be its outlet, the words for its themes.

Weighed once more by the stages themselves, so that what is shown is what decided; what an editor says weighs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import clean
from generator.facts import outlet, themes, title
from generator.facts.publisher.weigh import Candidate
from generator.facts.themes import Proof
from generator.lexicon import Lexicon
from generator.model import Article, Facts


@dataclass(frozen=True)
class Weights:
    """The worth of each line, in order; the names that signs point at, the heaviest first; the words for each theme."""

    lines: Sequence[float]
    outlets: Sequence[Candidate]
    themes: Mapping[str, Sequence[Proof]]


def weigh(article: Article, lexicon: Lexicon) -> Weights:
    """What was weighed on the way to an article."""
    cleaned = article.cleaned
    # Of all facts the outlet asks for the title alone, and for the one that the text states.
    known = Facts(title=title.find(cleaned, lexicon, Facts()).value)
    outlets = outlet.weighed(cleaned, lexicon, known)
    return Weights(clean.weighed(cleaned.source, lexicon), outlets, themes.weighed(cleaned, lexicon))
