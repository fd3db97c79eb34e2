"""Finds withheld names in a text in all their forms, and covers them with masks of the same length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.lexicon.names import Names
from generator.match import Phrasebook
from generator.nameforms import Form, Span, consonants, middle_of_a_name, whole_words
from generator.seen import Reader, Seen, Sight, without_vowels
from generator.text import sound, tokens

# A character of the private use area: no text means anything by it, and no stage takes it for a letter.
MASK = "\ue0f0"
_LATIN = re.compile("[a-z]{2}")


@dataclass(frozen=True)
class Heard:
    """Names found by sound. `bones`: of each the words without vowels, which any text of it has; they tell at once."""

    book: Phrasebook[bool]
    bones: tuple[tuple[str, ...], ...]


def heard(names: Iterable[str]) -> Heard | None:
    """What finds whole names in other spellings of foreign letters, as the stages would; None for no names."""
    found = tuple(names)
    if not found:
        return None
    bones = tuple(tuple(without_vowels(token.text) for token in tokens(name)) for name in found)
    return Heard(Phrasebook(((name, True) for name in found), spelling=sound), bones)


@dataclass(frozen=True)
class Group:
    """The forms of one withheld name; `met` when a form that is sure by itself stands in the text at hand."""

    forms: tuple[Form, ...]
    heard: Heard | None = None
    met: bool = False


@dataclass(frozen=True, eq=False)
class Hider:
    """Masks names. Made once for a dossier; `at` makes the one for a text and what belongs to it."""

    groups: tuple[Group, ...]
    names: Names
    reader: Reader

    def __call__(self, text: str) -> str:
        """The text with every name covered, as long as before and in as many lines."""
        return covered(text, self.spans(self.reader.sight(text)))

    def at(self, sight: Sight) -> Hider:
        """The hider for a text and what stands beside it: short forms count where the text has a full one."""
        groups = tuple(replace(g, met=g.met or any(True for _ in self._sure(g, sight))) for g in self.groups)
        return replace(self, groups=groups)

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
            sure = tuple(self._sure(group, sight))
            yield from sure
            if sure or group.met:
                yield from self._found((f for f in group.forms if f.beside), sight)

    def _sure(self, group: Group, sight: Sight) -> Iterator[Span]:
        yield from self._found((f for f in group.forms if not f.beside), sight)
        if group.heard and any(all(bone in sight.bones for bone in bones) for bones in group.heard.bones):
            yield from _heard(group.heard.book, sight.text)

    def _found(self, forms: Iterable[Form], sight: Sight) -> Iterator[Span]:
        given = tuple(forms)
        for form in given:
            if all(core in sight.flat for core in form.cores):
                for seen in sight.seen:
                    yield from _plain(form, seen)
                    yield from self._middled(form, seen, sight.text)
        yield from _latin(given, sight, label=False)

    def _middled(self, form: Form, seen: Seen, text: str) -> Iterator[Span]:
        for pattern in form.middled:
            found = pattern.search(seen.letters)
            while found:
                start, end = found.span("middle")
                if middle_of_a_name(text[seen.starts[start] : seen.ends[end - 1]], self.names):
                    yield _span(seen, *found.span("name"))
                found = pattern.search(seen.letters, found.start() + 1)


def _plain(form: Form, seen: Seen) -> Iterator[Span]:
    yield from (_span(seen, *found.span("name")) for found in form.plain.finditer(seen.letters))


def _span(seen: Seen, start: int, end: int) -> Span:
    return seen.starts[start], seen.ends[end - 1]


def _latin(forms: Iterable[Form], sight: Sight, *, label: bool) -> Iterator[Span]:
    patterns = [p for form in forms if (p := form.latin_name if label else form.latin)]
    if not patterns or not _LATIN.search(sight.flat):
        return
    for seen in sight.seen:
        kept, at = consonants(seen)
        for pattern in patterns:
            for found in pattern.finditer(kept):
                yield _span(seen, *whole_words(seen.letters, at[found.start()], at[found.end() - 1] + 1))


def _heard(book: Phrasebook[bool], text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield from ((start + hit.start + len(hit.prefix), start + hit.end) for hit in book.find(line))
        start += len(line) + 1


def covered(text: str, spans: Iterable[Span]) -> str:
    """A text with masks over some spans, line ends kept."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = [c if c == "\n" else MASK for c in chars[start:end]]
    return "".join(chars)
