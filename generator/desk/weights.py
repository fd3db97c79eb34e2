"""What was weighed on the way to an article: its lines, the names that may be its outlet, the words for its themes.

Weighed once more by the stages themselves, so that what is shown is what decided; what an editor says weighs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import clean
from generator.facts import outlet, themes
from generator.facts.outlet import Candidate
from generator.facts.themes import Proof
from generator.lexicon import Lexicon
from generator.model import Article
from generator.reading.line import read_text


@dataclass(frozen=True)
class Weights:
    """The worth of each line, in order; the names that signs point at, the heaviest first; the words for each theme."""

    lines: Sequence[float]
    outlets: Sequence[Candidate]
    themes: Mapping[str, Sequence[Proof]]


def weigh(article: Article, lexicon: Lexicon) -> Weights:
    """What was weighed on the way to an article."""
    text = read_text(article.cleaned)
    outlets = outlet.weighed_names(text, lexicon)
    return Weights(clean.weighed_lines(text.source, lexicon), outlets, themes.weighed_themes(text, lexicon))
