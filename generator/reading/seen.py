"""A text as its readers see it: escapes read, what shows nothing passed over, words parted by classes of character.

Invariant: every letter seen knows which code points of the text show it, so that what is found can be covered there.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from urllib.parse import unquote_to_bytes

from generator.reading.letters import ONE_SOUND, fold_once

# What stands between two letters: signs alone, white space, a comma with it, or the end of a sentence or paragraph.
SOFT, GAP, COMMA, STOP = "\x01", " ", "\x03", "\x02"
COMMAS = frozenset("،,")
LONG_VOWELS = "اوي"

_ESCAPE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|(?:%[0-9A-Fa-f]{2})+|%u[0-9A-Fa-f]{4}|\\u[0-9A-Fa-f]{4}"
)
# A tag, a comment, and what follows the words of a Markdown link: its address, or the name of one.
_TAG = re.compile(
    r"<[/!?]?[A-Za-z][^<>]{0,2000}>|<!--.{0,2000}?-->"
    r"|\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\]\[[^\[\]\n]{0,200}\]",
    re.DOTALL,
)
_BLOCK = re.compile(r"</?(?:p|h[1-6]|title)\b", re.IGNORECASE)
# Three letters or more, each by itself: «س م ي ر». A gap has white space in it, for dots alone part no letters anyway.
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:[^\w\n]{0,4}\s[^\w\n]{0,6}[^\W\d_](?![^\W_])){2,}")
_BETWEEN_SPACED = re.compile(r"[\W_]+")
# The first line of a text is its title where the next is a paragraph: as long, and much longer than the first.
_TITLE = re.compile(r"\s*(\S[^\n]*)\n(?=([^\n]*))")
_TITLE_WORDS, _PARAGRAPH, _LONGER = 4, 100, 1.3
_REPEATED_VOWEL = re.compile(f"([{LONG_VOWELS}])\\1+")
_NO_BONE = re.compile(r"[\W\d_اويء]+")
_REPEATED = re.compile(r"(.)\1+", re.DOTALL)
# An escape of an escape is as deep as real pages go; one more is allowed.
_ROUNDS = 3

# Latin letters that Unicode takes apart into no letter and mark are here with what readers take them for.
_LIKE = str.maketrans("ٱىیةەہھۃکڪıøłđħə", "اييهههههككioldhe")
_UNWRITTEN = frozenset("ء")


@dataclass(frozen=True)
class Units:
    """Characters with the span of the text that shows each."""

    chars: str
    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True)
class SeenLetters:
    """Folded letters with one sign between words; `starts` and `ends` say where in the text each stands."""

    letters: str
    starts: Sequence[int]
    ends: Sequence[int]


_Shown = list[tuple[str, int, int]]


class _Letters(dict[str, str | None]):
    """What a character shows: folded letters, nothing for a mark, None for what parts words."""

    def __init__(self, ignorable: frozenset[str]) -> None:
        super().__init__()
        self._ignorable = ignorable

    def __missing__(self, char: str) -> str | None:
        self[char] = found = self._shown(char)
        return found

    def _shown(self, char: str) -> str | None:
        category = unicodedata.category(char)
        if category[0] == "M" or category == "Lm" or char in _UNWRITTEN:
            return ""
        if char in self._ignorable or not (category[0] == "L" or category in ("Nd", "Nl")):
            return None
        if category == "Nd":
            return str(unicodedata.decimal(char))
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", char).casefold())
        return "".join(c for c in plain if c.isalnum() and c not in _UNWRITTEN).translate(_LIKE)


class Reader:
    """Sees texts. `ignorable` and `terminal` are the characters that show nothing, and that end a sentence or item."""

    def __init__(self, ignorable: Iterable[str], terminal: Iterable[str]) -> None:
        self._letters = _Letters(frozenset(ignorable))
        self._terminal = frozenset(terminal)

    def sight(self, text: str) -> Sight:
        """A text, seen once however many names are looked for in it."""
        return Sight(text, self)

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a name, folded."""
        return tuple(w for w in re.split(f"[{SOFT}{GAP}{COMMA}{STOP}]", self.see(_read(text)).letters) if w)

    def flat(self, chars: str) -> str:
        """The letters alone without alef, each other long vowel once: what holds no core of a name here holds none of
        its forms.
        """
        shown = self._letters
        return _REPEATED_VOWEL.sub(r"\1", "".join([shown[c] or "" for c in chars]).replace("ا", ""))

    def see(self, units: Units) -> SeenLetters:
        """Letters and what parts them. What shows nothing goes with the letter it touches, the one before it first."""
        letters, first, last, run = [""], [0], [0], list[str]()
        before, begun = "", -1
        for index, char in enumerate(units.chars):
            shown = self._letters[char]
            if shown is None:
                run.append(char)
                begun = -1
                continue
            if not shown:
                begun = begun if begun >= 0 else index
                last[-1] = last[-1] if run else index
                continue
            if run or _turns(before + char, letters[-1] + shown):
                letters.append(self._sign("".join(run), letters))
                first.append(index)
                last.append(index)
            letters += shown
            first += [begun if begun >= 0 and (run or not before) else index] * len(shown)
            last += [index] * len(shown)
            before, begun = char, -1
            run.clear()
        starts, ends = [units.starts[n] for n in first[1:]], [units.ends[n] for n in last[1:]]
        return SeenLetters("".join(letters), starts, ends)

    def _sign(self, run: str, before: list[str]) -> str:
        """What a run of signs between two letters means."""
        if not any(map(_is_space, run)):
            return SOFT
        if run.count("\n") > 1:
            return STOP
        marks = [c for c in run if c in self._terminal]
        if len(marks) == 1 and _leans(run):
            return GAP
        if not marks or _is_initial(before) or (len(marks) > 1 and set(marks) == {"."}):
            return GAP
        return COMMA if len(marks) == 1 and marks[0] in COMMAS else STOP


@dataclass(frozen=True)
class Sight:
    """A text and, made when asked for, how it is seen: as it stands, without its tags, with spaced letters as words."""

    text: str
    reader: Reader

    @cached_property
    def _units(self) -> tuple[Units, ...]:
        read = _parted(_read(self.text))
        views = [read]
        if _TAG.search(read.chars):
            views.append(_untagged(read))
        if _SPACED.search(views[-1].chars):
            views.append(_drawn_together(views[-1]))
        return tuple(views)

    @cached_property
    def flat(self) -> str:
        """The letters alone of every way to see it."""
        return SOFT.join(self.reader.flat(units.chars) for units in self._units)

    @cached_property
    def bones(self) -> str:
        """The letters alone as they sound, without vowels."""
        return without_vowels(self.text)

    @cached_property
    def seen(self) -> tuple[SeenLetters, ...]:
        """Every way to see it."""
        return tuple(self.reader.see(units) for units in self._units)


def without_vowels(text: str) -> str:
    """What is left of a text's sound when all long vowels, doubled letters and edges of words are passed over."""
    return _REPEATED.sub(r"\1", _NO_BONE.sub("", fold_once(text).translate(ONE_SOUND)))


def _is_space(char: str) -> bool:
    return char.isspace() or unicodedata.category(char)[0] == "Z"


def _leans(run: str) -> bool:
    """True for spaces and one sign that stands at the next word: it ends nothing before it."""
    return _is_space(run[0]) and "\n" not in run and len("".join(run.split())) == 1 and not _is_space(run[-1])


def _is_initial(before: list[str]) -> bool:
    """True when a single letter stands before: the dot after it shortens a name and ends no sentence."""
    return len(before) > 1 and before[-2] in (SOFT, GAP, STOP, "")


def _turns(chars: str, shown: str) -> bool:
    """True between two scripts, a letter and a digit, or a small and a capital letter: a word begins there.

    Given both, as they stand and as they show: «ī» shows a letter of the same script as «b».
    """
    last, char = chars[0], chars[-1]
    if len(chars) == 1:
        return False
    if shown[0].isascii() != shown[-1].isascii() or last.isdecimal() != char.isdecimal():
        return True
    return last.islower() and char.isupper()


def _read(text: str) -> Units:
    """A text with its escapes read, as often as they stand in one another."""
    units = Units(text, range(len(text)), range(1, len(text) + 1))
    for _ in range(_ROUNDS):
        found = [m for m in _ESCAPE.finditer(units.chars) if _meant(m.group())]
        if not found:
            break
        units = _replaced(units, [(m.start(), m.end(), _meant(m.group())) for m in found])
    return units


def _untagged(units: Units) -> Units:
    """With a sign for each tag: «سم<b>ير</b>» is one word to a reader."""
    return _replaced(units, [(m.start(), m.end(), _sign_of(m.group())) for m in _TAG.finditer(units.chars)])


def _sign_of(tag: str) -> _Shown:
    """A tag that ends a paragraph is one's end to a reader, any other nothing."""
    return [("\n" if _BLOCK.match(tag) else SOFT, 0, len(tag))] * 2


def _drawn_together(units: Units) -> Units:
    """With nothing but a sign between letters that stand one by one."""
    gaps = (gap for run in _SPACED.finditer(units.chars) for gap in _BETWEEN_SPACED.finditer(units.chars, *run.span()))
    return _replaced(units, [(gap.start(), gap.end(), [(SOFT, 0, len(gap.group()))]) for gap in gaps])


def _parted(units: Units) -> Units:
    """With an end of a paragraph after a title, for no sentence goes on from there."""
    found = _TITLE.match(units.chars)
    if not found or len(found[1].split()) < _TITLE_WORDS:
        return units
    if len(found[2]) < max(_PARAGRAPH, _LONGER * len(found[1])):
        return units
    return _replaced(units, [(found.end() - 1, found.end(), [("\n", 0, 1)] * 2)])


def _replaced(units: Units, parts: Iterable[tuple[int, int, _Shown]]) -> Units:
    """With other characters in place of some; each comes with its span within what it replaces."""
    chars, starts, ends, done = list[str](), list[int](), list[int](), 0
    for start, end, shown in [*parts, (len(units.chars), len(units.chars), [])]:
        chars.append(units.chars[done:start])
        starts += units.starts[done:start]
        ends += units.ends[done:start]
        for char, first, after in shown:
            chars.append(char)
            starts.append(units.starts[start + first])
            ends.append(units.ends[start + after - 1])
        done = end
    return Units("".join(chars), starts, ends)


def _meant(escape: str) -> _Shown:
    """The characters that an escape stands for, each with its span in it; empty when it stands for itself."""
    if escape.startswith("&"):
        meant = html.unescape(escape)
        return [] if meant == escape else [(c, 0, len(escape)) for c in meant]
    if escape[1] == "u":
        return [(chr(int(escape[-4:], 16)), 0, len(escape))]
    return _of_bytes(unquote_to_bytes(escape))


def _of_bytes(data: bytes) -> _Shown:
    """Bytes spelled %XX, three signs each, as UTF-8, else as the code page of older Arabic sites."""
    try:
        chars = data.decode("utf-8")
        sizes = [len(c.encode()) for c in chars]
    except UnicodeDecodeError:
        chars = data.decode("cp1256", errors="replace")
        sizes = [1] * len(chars)
    edges = [0]
    for size in sizes:
        edges.append(edges[-1] + size)
    return [(c, 3 * a, 3 * b) for c, (a, b) in zip(chars, pairwise(edges), strict=True)]
