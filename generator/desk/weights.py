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
    """The worth of each line, in order; the names that signs point at, the heaviest first; the words for each theme.

    `passing` holds the themes that the article mentions in passing: what it says of one for each hundred words, of what
    that theme asks.
    """

    lines: Sequence[float]
    outlets: Sequence[Candidate]
    themes: Mapping[str, Sequence[Proof]]
    passing: Mapping[str, tuple[float, float]]


def weigh(article: Article, lexicon: Lexicon) -> Weights:
    """What was weighed on the way to an article."""
    text = read_text(article.cleaned)
    outlets = outlet.weighed_names(text, lexicon)
    found, words = themes.weighed_themes(text, lexicon), themes.words_of(text)
    said = {x.id: (themes.per_hundred(found.get(x.id, ()), words), x.per_hundred) for x in lexicon.themes.all}
    passing = {theme: (has, asks) for theme, (has, asks) in said.items() if 0 < has < asks}
    return Weights(clean.weighed_lines(text.source, lexicon), outlets, found, passing)
