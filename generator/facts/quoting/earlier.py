"""Those who spoke or acted earlier in an article, for verbs and offices that say no name.

Invariant: the newest who fits is found without walking through all of them, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.facts.quoting.speaker import Speaker, tail
from generator.lexicon.speech import Gender

_GENDERS: tuple[Gender | None, ...] = (None, "m", "f")
_Kind = tuple[bool, bool, Gender | None]


class Earlier:
    """Grows by one speaker at a time, in the order of the text."""

    def __init__(self) -> None:
        self._all: list[Speaker] = []
        self._by_kind: dict[_Kind, int] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_tail: dict[str, int] = {}
        self._asked: dict[tuple[str, tuple[str, ...]], tuple[int, Speaker | None]] = {}

    def add(self, speaker: Speaker) -> None:
        """One more, newer than all before."""
        at = len(self._all)
        self._all.append(speaker)
        self._by_kind[speaker.is_person, speaker.plural, speaker.gender] = at
        if speaker.label:
            for word in speaker.words:
                self._by_word.setdefault(word, []).append(at)
            for word in tail(speaker.label):
                self._by_tail[word] = at

    def agreeing(self, gender: Gender | None, *, plural: bool) -> Speaker | None:
        """The newest with whom a verb agrees in number and gender."""
        return self._newest(self._by_kind.get(kind, -1) for kind in _agreeing(gender, plural=plural))

    def fuller(self, word: str) -> Speaker | None:
        """The newest whose name goes on with a word."""
        return self._newest([self._by_tail.get(word, -1)])

    def bearer(self, office: str, rest: tuple[str, ...]) -> Speaker | None:
        """The newest whose words hold an office and, with the article or without, all the others."""
        looked, found = self._asked.get((office, rest), (0, None))
        for at in self._rarest(office, rest):
            if at < looked:
                break
            if _bears(self._all[at], office, rest):
                found = self._all[at]
                break
        self._asked[office, rest] = (len(self._all), found)
        return found

    def _rarest(self, office: str, rest: tuple[str, ...]) -> Iterable[int]:
        """Whoever has the rarest of the words, newest first."""
        lists = [[self._by_word.get(form, []) for form in forms] for forms in ((office,), *map(_forms, rest))]
        fewest = min(lists, key=lambda some: sum(map(len, some)))
        return reversed(fewest[0]) if len(fewest) == 1 else sorted({at for some in fewest for at in some}, reverse=True)

    def _newest(self, places: Iterable[int]) -> Speaker | None:
        at = max(places, default=-1)
        return self._all[at] if at >= 0 else None


def _agreeing(gender: Gender | None, *, plural: bool) -> Iterable[_Kind]:
    if plural:
        return ((False, many, kind) for many in (False, True) for kind in _GENDERS)
    fitting = _GENDERS if gender is None else (None, gender)
    return ((person, False, kind) for person in (False, True) for kind in fitting)


def _forms(word: str) -> tuple[str, ...]:
    bare = word.removeprefix("ال")
    return (word,) if bare == word else (word, bare)


def _bears(speaker: Speaker, office: str, rest: tuple[str, ...]) -> bool:
    known = speaker.words
    return office in known and all(any(form in known for form in _forms(w)) for w in rest)
