"""The chain by which an article's words came to its reader: outlet, the paper it cites or the occasion, the speaker.

Invariant: every link is a fact found before or words of the text; a chain has at least two links, else there is none.
"""

from __future__ import annotations

from collections import Counter

from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.model import Entity, Facts
from generator.reading.line import ReadText

_MAIN_SHARE = 0.5
_SPEECH_REACH = 4
"""A verb of speech this many words from a name makes it a speaker's."""


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[str, ...]]:
    """The links in order, nearest to the reader first."""
    speaker = _speaker(text, lexicon, facts)
    between = _paper(facts) or _occasion(text, lexicon, speaker)
    links = (facts.outlet.name if facts.outlet else None, between, speaker.name if speaker else None)
    chain = tuple(link for link in links if link)
    return Found(chain if len(chain) > 1 else ())


def _paper(facts: Facts) -> str | None:
    """The paper cited most often in the text, the first of several."""
    ranked = sorted(facts.cited_outlets, key=lambda x: -len(x.evidence))
    return ranked[0].name if ranked else None


def _speaker(text: ReadText, lexicon: Lexicon, facts: Facts) -> Entity | None:
    """Who has at least half of the direct quotations with a speaker; if none has, of the mentions beside speech."""
    said = Counter(quote.speaker for quote in facts.quotes if quote.speaker and not quote.is_reported)
    if not said:
        said = Counter({person.name: _spoken(text, lexicon, person) for person in facts.people})
    total = sum(said.values())
    main = [person for person in facts.people if total and said[person.name] / total >= _MAIN_SHARE]
    return max(main, key=lambda person: (said[person.name], len(person.mentions)), default=None)


def _spoken(text: ReadText, lexicon: Lexicon, person: Entity) -> int:
    """Mentions of a person in the body with a verb of speech close before."""
    told = lexicon.outlets.cues.told
    lines = ((text.line(mention.line), mention.start) for mention in person.mentions)
    before = (line.before(start, _SPEECH_REACH) for line, start in lines if line.is_body)
    return sum(any(told.find(token.text) for token in words) for words in before)


def _occasion(text: ReadText, lexicon: Lexicon, speaker: Entity | None) -> str | None:
    """Where the main speaker spoke, as a line that names him says: «حوار تلفزيوني»."""
    named = {mention.line for mention in speaker.mentions} if speaker else set()
    hits = (lexicon.outlets.cues.occasions.find(line.text) for line in text.body if line.number in named)
    return next((found[0].payload for found in hits if found and found[0].payload), None)
