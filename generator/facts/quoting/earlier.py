"""Who spoke or acted earlier in an article, for verbs and offices that say no name.

Invariant: the newest who fits is found without walking through all of them, however many there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import merge

from generator.lexicon.speech import Gender
from generator.reading.clitics import ARTICLE
from generator.reading.letters import key

_GENDERS: tuple[Gender | None, ...] = (None, "m", "f")
_Kind = tuple[bool, bool, Gender | None]


@dataclass(frozen=True)
class Speaker:
    """Somebody who may speak again. `label` is None for one who cannot be named; `line` is where he was named.

    told: what a page may call him, where that is less than his label: «اللاجئة السورية»; nothing where he is sheltered.
    """

    label: str | None
    id: str | None
    gender: Gender | None
    plural: bool
    words: frozenset[str]
    line: int
    is_person: bool = False
    told: str | None = None


class Earlier:
    """Grows by one speaker at a time, in the order of the text."""

    def __init__(self) -> None:
        self._all: list[Speaker] = []
        self._by_kind: dict[_Kind, int] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_tail: dict[str, int] = {}
        self._by_head: dict[str, int] = {}
        self._asked: dict[tuple[str, tuple[str, ...]], tuple[int, Speaker | None]] = {}

    def add(self, speaker: Speaker) -> None:
        """One more, newer than all before."""
        at = len(self._all)
        self._all.append(speaker)
        self._by_kind[speaker.is_person, speaker.plural, speaker.gender] = at
        if speaker.label:
            for word in speaker.words:
                self._by_word.setdefault(word, []).append(at)
            head, *rest = key(speaker.label).split() or ("",)
            self._by_head[head.removeprefix(ARTICLE)] = at
            for word in rest:
                self._by_tail[word] = at

    def agreeing(self, gender: Gender | None, *, plural: bool) -> Speaker | None:
        """The newest with whom a verb agrees in number and gender; None when nobody does, or he cannot be named."""
        genders = _GENDERS if plural or gender is None else (None, gender)
        kinds = ((person, many, kind) for person in (False, True) for many in (False, True) for kind in genders)
        # A verb in the plural agrees with bodies and many persons, one in the singular with whoever is one.
        fitting = (kind for kind in kinds if not (kind[0] if plural else kind[1]))
        at = max((self._by_kind.get(kind, -1) for kind in fitting), default=-1)
        return self._all[at] if at >= 0 and self._all[at].label else None

    def fuller(self, word: str) -> Speaker | None:
        """The newest whose name goes on with a word."""
        at = self._by_tail.get(word)
        return None if at is None else self._all[at]

    def headed(self, noun: str) -> Speaker | None:
        """The newest whose words begin with a noun: «المخرج» after «مخرج العمل فلان»."""
        at = self._by_head.get(noun)
        return None if at is None else self._all[at]

    def bearer(self, office: str, rest: tuple[str, ...]) -> Speaker | None:
        """The newest whose words hold an office and, with the article or without, all the others."""
        looked, found = self._asked.get((office, rest), (0, None))
        wanted = ((office,), *((word, word.removeprefix(ARTICLE)) for word in rest))
        lists = [[self._by_word.get(form, []) for form in dict.fromkeys(forms)] for forms in wanted]
        rarest = min(lists, key=lambda some: sum(map(len, some)))
        # Each list is in order, so the newest who has the rarest of the words comes first.
        for at in merge(*map(reversed, rarest), reverse=True):
            if at < looked:
                break
            if all(not self._all[at].words.isdisjoint(forms) for forms in wanted):
                found = self._all[at]
                break
        self._asked[office, rest] = (len(self._all), found)
        return found
