"""The chain by which an article's words came to its reader: outlet, the paper it cites or the occasion, the speaker.

Invariant: every link is a fact found before or words of the text; a chain has at least two links, else there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.model import Cleaned, Entity, Facts, Line
from generator.reading.letters import words_before

_MAIN_SHARE = 0.5
_SPEECH_REACH = 4
"""A verb of speech this many words from a name makes it a speaker's."""


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[tuple[str, ...]]:
    """The links in order, nearest to the reader first."""
    speaker = _speaker(cleaned, lexicon, facts)
    between = _paper(facts) or _occasion(cleaned, lexicon, speaker)
    links = (facts.outlet.name if facts.outlet else None, between, speaker.name if speaker else None)
    chain = tuple(link for link in links if link)
    return Found(chain if len(chain) > 1 else ())


def _paper(facts: Facts) -> str | None:
    """The paper cited most often in the text, the first of several."""
    ranked = sorted(facts.cited_outlets, key=lambda x: -len(x.evidence))
    return ranked[0].name if ranked else None


def _speaker(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Entity | None:
    """Who has at least half of the quotations that have a speaker; if none has, of the mentions beside speech."""
    said = Counter(quote.speaker for quote in facts.quotes if quote.speaker)
    if not said:
        lines = {line.number: line.text for line in cleaned.body}
        said = Counter({person.name: _spoken(lines, lexicon, person) for person in facts.people})
    total = sum(said.values())
    main = [person for person in facts.people if total and said[person.name] / total >= _MAIN_SHARE]
    return max(main, key=lambda person: (said[person.name], len(person.mentions)), default=None)


def _spoken(lines: Mapping[int, str], lexicon: Lexicon, person: Entity) -> int:
    """Mentions of a person with a verb of speech close before."""
    told = lexicon.outlets.cues.told
    spoken = 0
    for mention in person.mentions:
        before = words_before(lines.get(mention.line, ""), mention.start, _SPEECH_REACH)
        spoken += any(told.find(token.text) for token in before)
    return spoken


def _occasion(cleaned: Cleaned, lexicon: Lexicon, speaker: Entity | None) -> str | None:
    """Where the main speaker spoke, as a line that names him says: «حوار تلفزيوني»."""
    if speaker is None:
        return None
    named = {mention.line for mention in speaker.mentions}
    return next((found for line in cleaned.body if line.number in named and (found := _in_line(line, lexicon))), None)


def _in_line(line: Line, lexicon: Lexicon) -> str | None:
    hits = lexicon.outlets.cues.occasions.find(line.text)
    return hits[0].payload if hits else None
