"""Turns of an interview or a transcript: «فلان: …», «س: … ج: …», questions and the paragraphs that answer them.

Invariant: a turn is all that a line holds behind its label. A label is one only where it comes back, and names
somebody; a paragraph without a label is somebody's only between two questions, or between two turns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.facts.names.shape import given, is_foreign, name_like
from generator.facts.quoting.claims import Claim
from generator.facts.quoting.cues import Cue
from generator.facts.quoting.earlier import Earlier, Speaker
from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.speakers import Context, resolve
from generator.facts.quoting.voices import Voice
from generator.lexicon.speech import has_form
from generator.model import Entity, Facts
from generator.reading.clitics import ARTICLE
from generator.reading.letters import fold, key
from generator.reading.marks import Piece

_LONGEST = 60  # characters of a label
_SAYS = re.compile("[؟?!،,؛]")
_BULLET = re.compile(r"[\s\-–—•*]*")
_QUESTION = ("؟", "?")
_MOST_WORDS = 6  # words of a label
_TURNS = 3  # with fewer lines that begin so a label is no turn's
_FEWEST = 2  # a label, and a question without one, that stands once proves no interview
_LONGEST_QUESTION = 45  # words
_OPENING = 6  # lines in which a text says that it is an interview


@dataclass(frozen=True)
class _Label:
    """The words before the colon of a line, in match form, and where the turn begins."""

    words: tuple[str, ...]
    start: int

    @property
    def key(self) -> str:
        """One string for one label; «س1» and «س2» are one."""
        return " ".join(self.words).rstrip("0123456789")


def interview(heard: Sequence[Context], facts: Facts) -> Mapping[int, Claim | None]:
    """The turn of each line of an interview, by line number; None for a line that nobody is known to say."""
    labels = [None if c.para.line.verdict == "title" else _label(c.para) for c in heard]
    counts = Counter(label.key for label in labels if label)
    names = [label if label and _names(heard[at], label, counts) else None for at, label in enumerate(labels)]
    turns = sum(label is not None for label in names)
    if turns >= _TURNS and any(counts[label.key] >= _FEWEST for label in names if label):
        return dict(_labelled(heard, names, facts))
    return dict(_answers(heard, facts))


def _label(para: Hearing) -> _Label | None:
    text, start = para.line.text, _behind_bullet(para)
    colon = text.find(":", start, start + _LONGEST)
    label = text[start : max(colon, start)].strip()
    if not label or _SAYS.search(label) or not text[colon + 1 :].strip():
        return None
    count = para.line.words_to(colon)
    spoken = any(para.said(at) is not None for at in range(min(count, _MOST_WORDS)))
    begins = len(text) - len(text[colon + 1 :].lstrip())
    return None if spoken or not 0 < count <= _MOST_WORDS else _Label(para.line.words[:count], begins)


def _names(context: Context, label: _Label, counts: Counter[str]) -> bool:
    """True for a known name, a noun of somebody, «س» and «ج», and a name by its shape that returns."""
    speech, names = context.para.speech, context.lexicon.names
    if label.key in speech.asking or label.key in speech.answering:
        return True
    if 0 in context.names.starts(context.para.line) or context.names.of_family(label.words[-1]):
        return True
    if counts[label.key] < _FEWEST:
        return False
    marked = context.para.line.marks.pieces[:1]
    if has_form(speech.offices | speech.hosts, label.words[0]) or (marked and marked[0].end < label.start):
        return True
    shaped = all(name_like(word, names) or word.startswith(ARTICLE) for word in label.words)
    return shaped and any(given(word, names) or is_foreign(word, names) for word in label.words)


def _labelled(
    heard: Sequence[Context], labels: Sequence[_Label | None], facts: Facts
) -> Iterator[tuple[int, Claim | None]]:
    places = [at for at, label in enumerate(labels) if label]
    guest = _guest(heard[places[0]].para.line.number, facts)
    for place, at in enumerate(places):
        label, context = labels[at], heard[at]
        speaker = _speaker(context, label, guest) if label else None
        yield from _turn(context, label.start if label else 0, speaker, "turn-labelled")
        asked = context.para.line.text.rstrip().endswith(_QUESTION)
        following = places[place + 1] if place + 1 < len(places) else at + 1
        for between in range(at + 1, following):
            if not heard[between].para.is_heading:
                start = _behind_bullet(heard[between].para)
                yield from _turn(heard[between], start, None if asked else speaker, "turn-continued")


def _turn(context: Context, start: int, speaker: Speaker | None, rule: str) -> Iterator[tuple[int, Claim | None]]:
    """The words of a line from a place on as somebody's; of nobody where he is not known or not to be named."""
    line = context.para.line
    piece = Piece(start, start, len(line.text.rstrip()), None)
    cue = Cue("finite", 0, 0, "", 0, how="colon")
    known = speaker is not None and speaker.told is not None and piece.end > piece.start
    yield line.number, Claim(context.para, piece, rule, Voice(cue, speaker), "turn") if known else None


def _speaker(context: Context, label: _Label, guest: Entity | None) -> Speaker | None:
    """Whom a label means: for «ج» the guest, for «س» nobody who is named."""
    speech, count = context.para.speech, len(label.words)
    if label.key in speech.asking:
        return None
    if label.key in speech.answering:
        return _entity(guest)
    cue = Cue("finite", 0, 0, "", 0, subject=(0, count), how="colon")
    found = resolve(replace(context, before=Earlier()), cue, (0, count))
    if found is not None and found.told is not None:
        return found
    words = context.para.line.text[context.para.line.starts[0] : context.para.line.tokens[count - 1].end]
    shown = key(words) not in context.names.sheltered and not has_form(speech.sheltered, label.words[0])
    return Speaker(words, None, None, False, frozenset(), context.para.line.number, True, words) if shown else None


def _entity(person: Entity | None) -> Speaker | None:
    if person is None:
        return None
    return Speaker(person.name, person.id, None, False, frozenset(), person.mentions[0].line, True, person.name)


def _guest(first: int, facts: Facts) -> Entity | None:
    """The one person of the headline, else of the lines before the first turn; None where several are named."""
    line = facts.title.line if facts.title else None
    titled = [p for p in facts.people if any(m.line == line for m in p.mentions)]
    before = [p for p in facts.people if any(m.line < first for m in p.mentions)]
    return next((some[0] for some in (titled, before) if len(some) == 1), None)


def _answers(heard: Sequence[Context], facts: Facts) -> Iterator[tuple[int, Claim | None]]:
    """The paragraphs behind questions, where a text says that it is an interview and with whom."""
    asked = [at for at, context in enumerate(heard) if _asks(context.para)]
    if len(asked) < _FEWEST or not _is_interview(heard, asked[0], facts):
        return
    guest = _entity(_guest(heard[asked[0]].para.line.number, facts))
    for place, at in enumerate(asked):
        yield heard[at].para.line.number, None
        following = asked[place + 1] if place + 1 < len(asked) else min(at + 2, len(heard))
        for between in range(at + 1, following):
            if not heard[between].para.is_heading:
                yield from _turn(heard[between], _behind_bullet(heard[between].para), guest, "turn-answer")


def _asks(para: Hearing) -> bool:
    """A line that is a question of the writer's: it ends so, and nobody in it says it."""
    whole = para.line.text.rstrip().endswith(_QUESTION) and len(para.line.words) <= _LONGEST_QUESTION
    return whole and not any(para.said(at) for at in para.heads if at < len(para.line.words))


def _is_interview(heard: Sequence[Context], first: int, facts: Facts) -> bool:
    opening = [word for context in heard[: min(first, _OPENING)] for word in context.para.line.words]
    title = fold(facts.title.text).split() if facts.title else []
    interviews = heard[0].para.speech.interviews
    return any(has_form(interviews, word) for word in (*title, *opening))


def _behind_bullet(para: Hearing) -> int:
    found = _BULLET.match(para.line.text)
    return found.end() if found else 0
