"""Finds withheld names in a text in all their forms, and covers them with masks of the same length.

Invariant: where it is in doubt whose a public person's short name is, it is his own, for who is withheld must not be
known by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal
from unicodedata import combining

from generator.lexicon.names import Names
from generator.reading.clitics import analyses
from generator.reading.letters import fold, same_sound, sound, tokens
from generator.reading.masks import MASK
from generator.reading.match import Phrasebook
from generator.reading.seen import COMMAS, Reader, SeenLetters, Sight, without_vowels
from generator.source.withholding.nameforms import FamilyName, NameForm, Span, consonants, middle_of_a_name, whole_words
from generator.source.withholding.orders import Order, ordered, word_after, word_before

_LATIN = re.compile("[a-z]{2}")
# A namesake has another given name, a thing bears the name; with his title it is surely himself.
Bearer = Literal["himself", "namesake", "thing", "unknown"]
_OTHERS = frozenset[Bearer](("namesake", "thing"))
# Letters of a given name that tell it from others.
_ENOUGH = 3


@dataclass(frozen=True)
class HeardNames:
    """Names found by sound. `bones`: of each the words without vowels, which any text of it has; they tell at once."""

    book: Phrasebook[tuple[str, frozenset[str]]]
    bones: tuple[tuple[str, ...], ...]


def heard(names: Mapping[str, frozenset[str]]) -> HeardNames | None:
    """What finds names in other spellings of foreign letters, as the stages would; None for no names.

    Each comes with its `own`, as forms have it.
    """
    if not names:
        return None
    bones = tuple(tuple(without_vowels(token.text) for token in tokens(name)) for name in names)
    return HeardNames(Phrasebook(((name, (name, own)) for name, own in names.items()), spelling=sound), bones)


@dataclass(frozen=True)
class Guarded:
    """The forms of one withheld name; `met` when a form that is sure by itself stands in the text at hand."""

    forms: tuple[NameForm, ...]
    heard: HeardNames | None = None
    met: bool = False
    kin: FamilyName | None = None
    orders: tuple[Order, ...] = ()


@dataclass(frozen=True)
class _Mentions:
    sure: tuple[Span, ...]
    short: tuple[tuple[Span, Bearer], ...]
    met: bool


@dataclass(frozen=True, eq=False)
class Hider:
    """Masks names. Made once for a dossier; `at` makes the one for a text and what belongs to it."""

    groups: tuple[Guarded, ...]
    names: Names
    reader: Reader

    def __call__(self, text: str) -> str:
        """The text with every name covered, as long as before and in as many lines."""
        return covered(text, self.spans(self.reader.sight(text)))

    def at(self, sight: Sight) -> Hider:
        """The hider for a text and what stands beside it: short forms count where the text has a full one."""
        return replace(self, groups=tuple(replace(g, met=self._seen(g, sight).met) for g in self.groups))

    def families(self, text: str) -> frozenset[str]:
        """The family names in a text that may be a withheld person's there: he stands in it, in part or as a whole."""
        sight, flat = self.reader.sight(text), self.reader.flat
        likely = [(g, g.kin) for g in self.groups if g.kin and flat(g.kin.family) in sight.flat]
        return frozenset(kin.family for g, kin in likely if self._near(kin, sight) or self._seen(g, sight).met)

    @staticmethod
    def _near(kin: FamilyName, sight: Sight) -> bool:
        return any(kin.short.search(seen.letters) for seen in sight.seen)

    def label(self, text: str) -> str:
        """The name of a file, an address: as a text, and by fewer letters of another script."""
        sight = self.reader.sight(text)
        loose = (span for group in self.groups for span in _latin(group.forms, sight, label=True))
        return covered(text, (*self.spans(sight), *loose))

    def hides(self, text: str) -> bool:
        """True when a text holds one of the names."""
        return self.stands(self.reader.sight(text))

    def stands(self, sight: Sight) -> bool:
        """True when a text as seen holds one of the names."""
        return any(True for _ in self.spans(sight))

    def spans(self, sight: Sight) -> Iterator[Span]:
        """Where names stand."""
        for group in self.groups:
            seen = self._seen(group, sight)
            yield from seen.sure
            yield from (span for span, whose in seen.short if seen.met or whose not in _OTHERS)
            if seen.met:
                yield from self._found([f for f in group.forms if f.beside], sight)

    def _seen(self, group: Guarded, sight: Sight) -> _Mentions:
        """The mentions of one name: the sure ones, and the short ones with whose they are."""
        sure = list(self._found([f for f in group.forms if not f.beside and not f.own], sight))
        sure += ordered(group.orders, sight, self.names)
        alone = [(x, f.own) for f in group.forms if f.own and not f.beside for x in self._found([f], sight)]
        if group.heard and any(all(bone in sight.bones for bone in bones) for bones in group.heard.bones):
            by_sound = tuple(_by_sound(group.heard.book, sight.text, self.names))
            sure += (span for span, own in by_sound if not own)
            alone += ((span, own) for span, own in by_sound if own)
        short = tuple((span, bearer(sight.text, *span, own, self.names)) for span, own in alone)
        whose = {bearer_ for _, bearer_ in short}
        # With a title it is himself; alone it is where nobody else has that name.
        himself = "himself" in whose or ("unknown" in whose and "namesake" not in whose)
        return _Mentions(tuple(sure), short, group.met or bool(sure) or himself)

    def _found(self, forms: Iterable[NameForm], sight: Sight) -> Iterator[Span]:
        for form in forms:
            if all(core in sight.flat for core in form.cores):
                for seen in sight.seen:
                    yield from (_span(seen, *found.span("name")) for found in form.plain.finditer(seen.letters))
                    yield from self._middled(form, seen, sight)
                    yield from _listed(form, seen, sight.text)
        yield from _latin(forms, sight, label=False)

    def _middled(self, form: NameForm, seen: SeenLetters, sight: Sight) -> Iterator[Span]:
        text, tagged = sight.text, len(sight.seen) > 1 and seen is sight.seen[0]
        for pattern in form.middled:
            found = pattern.search(seen.letters)
            while found:
                start, end = found.span("middle")
                whole = _span(seen, *found.span("name"))
                through = tagged and "<" in text[slice(*whole)]  # The name of a tag is no name: it is seen without it.
                if not through and middle_of_a_name(text[seen.starts[start] : seen.ends[end - 1]], self.names):
                    yield whole
                found = pattern.search(seen.letters, found.start() + 1)


def _listed(form: NameForm, seen: SeenLetters, text: str) -> Iterator[Span]:
    for found in form.listed.finditer(seen.letters) if form.listed else ():
        first, last = found.span("comma")
        if not COMMAS.isdisjoint(text[seen.ends[first - 1] : seen.starts[last]]):
            yield _span(seen, *found.span("name"))


def _span(seen: SeenLetters, start: int, end: int) -> Span:
    return seen.starts[start], seen.ends[end - 1]


def _latin(forms: Iterable[NameForm], sight: Sight, *, label: bool) -> Iterator[Span]:
    patterns = [p for form in forms if (p := form.latin_name if label else form.latin)]
    if not patterns or not _LATIN.search(sight.flat):
        return
    for seen in sight.seen:
        kept, at = consonants(seen)
        for found in (x for pattern in patterns for x in pattern.finditer(kept)):
            yield _span(seen, *whole_words(seen.letters, at[found.start()], at[found.end() - 1] + 1))


def _by_sound(
    book: Phrasebook[tuple[str, frozenset[str]]], text: str, names: Names
) -> Iterator[tuple[Span, frozenset[str]]]:
    start = 0
    for line in text.split("\n"):
        for hit in book.find(line):
            name, own = hit.payload
            first = hit.start + len(hit.prefix)
            if hit.words > 1 or _sounds_like(line[first : hit.end], name, names):
                yield (start + first, start + hit.end), own
        start += len(line) + 1


def _sounds_like(word: str, name: str, names: Names) -> bool:
    """True for one word that differs from a name only as transliterations do, and is none of every day."""
    folded = fold(word)
    return folded not in names.common and folded not in names.verbs and same_sound(folded, fold(name))


def bearer(text: str, start: int, end: int, own: frozenset[str], names: Names) -> Bearer:
    """Whose the short name is that stands at a place of a text; `own`: its person's given names as they sound."""
    if fold(word_after(text, end)) in names.sonship:
        return "namesake"
    before = word_before(text, start)
    if not before:
        return "unknown"
    word, cues = fold(before), names.cues
    title = any(r.definite and r.stem in names.roles.titles for r in analyses(before))
    if title or word in cues.rule_nouns or any(_may_be(sound(word), given) for given in own):
        return "himself"
    if word in names.given or sound(word) in names.given_sounds or word in names.particles:
        return "namesake"
    things = cues.settlements | cues.named_places | cues.named_bodies | cues.named_things | names.organisations.proper
    return "thing" if word in things else "unknown"


def _may_be(heard: str, given: str) -> bool:
    """True for a given name, and for a longer or shorter form of it: «مايك», «مايكل»."""
    short, long_ = sorted((heard, given), key=len)
    return heard == given or (len(short) >= _ENOUGH and long_.startswith(short))


def covered(text: str, spans: Iterable[Span]) -> str:
    """A text with masks over some spans and the marks on their last letters, line ends kept."""
    chars = list(text)
    for start, letters in spans:
        end = next((at for at in range(letters, len(text)) if not combining(text[at])), len(text))
        chars[start:end] = [c if c == "\n" else MASK for c in chars[start:end]]
    return "".join(chars)
