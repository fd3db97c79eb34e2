"""Two forms of a text: the display form, never altered, and the match form, which never reaches a page.

Word edges are decided here alone, by `tokens`; what is written to a word is taken off in `clitics`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.reading.memo import MOST_ANSWERS

JOINING = "\u200c\u200d\u200e\u200f"
"""What joins or parts letters, or turns one sign: it stands inside words, and is shown, for letters look so by it."""
NOT_JOINED = JOINING[0]
"""The first of them, which keeps a letter from joining the next."""
STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""What turns all that follows: never shown, for it would turn the page round it too."""
INVISIBLE = f"\u200b{JOINING}{STEERING}"
"""Both, and the space of no width: what nobody sees between words."""
UNPRINTED = f"{INVISIBLE}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2060-\u2065\u206a-\u206f\u3164"
"""Those, and what has a width or a use in other scripts: a line of them alone is blank. A word there may need them, so
words keep them."""

# Marks written on letters and the tatweel, which carry no meaning that a comparison may rest on.
_MARKS = re.compile(f"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed{INVISIBLE}\u00ad\u2060]")
_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{STEERING}]")
# Letters and digits with the signs on them, and what may part a word at a line's end or keep it whole. The common ones
# stand first, as a set that is looked up at once; the rest of Unicode costs a question each.
_SIGNS = f"\u00ad\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u2060{JOINING}"
_WORD = re.compile(f"(?:[0-9A-Za-z\u0621-\u064a\u0660-\u0669\u0671-\u06d3{_SIGNS}]+|[^\\W_])+")
_SIGN = re.compile(f"[\u0640\ufcf2-\ufcf4\ufe70-\ufe7f{_SIGNS}]")

NUMBER = "#"

# What nothing is done to, and what letters alone are unified in: nearly every word is of one of the two.
_AS_IT_IS = "\n -@\\[-~«»،؛؟“”–—\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a"
_PLAIN = re.compile(f"[{_AS_IT_IS}]*")
_LOWER = re.compile(f"[{_AS_IT_IS}\u0622-\u0626\u0629\u0649]*")
_UNMARKED = re.compile(f"[{_AS_IT_IS}A-Z\u0622-\u0626\u0629\u0649]*")
# Letters that stay are named too: a table answers for them much faster than without an entry.
_STAY = {code: code for code in (*range(0x20, 0x7F), *range(0x621, 0x64B))}
_UNIFIED = _STAY | str.maketrans("أإآٱىئؤةۀە", "اااايءءههه")
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_SAME_LETTER = _STAY | str.maketrans("یکڪ", "يكك")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_JOINERS = f" \u00a0\t_\"'«»“”„‟‘’‹›()[]-–ـ{INVISIBLE}"


def display(text: str) -> str:
    """The text as it may be shown: without control characters, otherwise letter for letter."""
    return _CONTROLS.sub("", text).replace("\t", " ")


def bare(text: str) -> str:
    """NFKC without marks, tatweel and invisible controls; letters as written (Farsi ya and kaf made Arabic)."""
    if _UNMARKED.fullmatch(text):
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKC", _MARKS.sub("", text))).translate(_SAME_LETTER)


def fold_once(text: str) -> str:
    """The match form of a whole string: `bare`, then alef, ya, hamza seats and ta marbuta unified; digits ASCII."""
    return letter_by_letter(text) or digits(unified(bare(text))).casefold()


def letter_by_letter(text: str) -> str:
    """The match form of a text whose every piece has its own piece of it, as nearly all words; empty for others."""
    if _PLAIN.fullmatch(text):
        return text
    return unified(text).lower() if _UNMARKED.fullmatch(text) else ""


fold = lru_cache(maxsize=MOST_ANSWERS)(fold_once)  # a word is folded over and over, a whole text is not


def unified(text: str) -> str:
    """A text without marks with alef, ya, hamza seats and ta marbuta as one letter each."""
    return text.translate(_UNIFIED)


def plain(word: str) -> str:
    """A word as the search spells it before it unifies letters: `bare`, small letters, ASCII digits.

    Not as in `fold`: the engine in the reader's browser must find the same, and JavaScript neither folds «ß» nor knows
    the digits of every script.
    """
    return word if _LOWER.fullmatch(word) else bare(word).translate(_ARABIC_DIGITS).lower()


ONE_SOUND = _STAY | str.maketrans("جغقگڤپچث", "ككككفبشت")
CONSONANTS = ONE_SOUND | dict.fromkeys(map(ord, "اويء"))
# Of a word whatever is joined to it: the last letter of most words of women changes then.
STAYING = CONSONANTS | {ord("ه"): None}
_DOUBLED = re.compile(r"(.)(?=\1)")
_SHORTEST_SKELETON = 4


@lru_cache(maxsize=MOST_ANSWERS)
def sound(folded: str) -> str:
    """What two spellings of a foreign name share: ج غ ق ك are one letter, long vowels and doubling do not count.

    A skeleton of fewer than four letters is too little to tell names apart, so its vowels stay.
    """
    skeleton = _single(folded[:1].translate(ONE_SOUND) + folded[1:].translate(CONSONANTS))
    return skeleton if len(skeleton) >= _SHORTEST_SKELETON else _single(folded.translate(ONE_SOUND))


def _single(word: str) -> str:
    """A word without doubled letters; most have no letter twice."""
    return word if len(set(word)) == len(word) else _DOUBLED.sub("", word)


def same_sound(one: str, other: str) -> bool:
    """True when two folded single words differ only in ج غ ق ك and in at most one long vowel inside one of them.

    Stricter than `sound`, since a single word is found by it among all words of a text.
    """
    short, long_ = sorted((_single(word).translate(ONE_SOUND) for word in (one, other)), key=len)
    if len(long_) - len(short) > 1 or short[:1] != long_[:1] or short[-1:] != long_[-1:]:
        return False
    return short == long_ or any(
        long_[at] in "اوي" and long_[:at] + long_[at + 1 :] == short for at in range(1, len(long_) - 1)
    )


def digits(text: str) -> str:
    """Every decimal digit of any script as ASCII."""
    if text.isascii():
        return text
    return _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def squeeze(text: str) -> str:
    """White space of any kind as single spaces, none at the ends."""
    return " ".join(text.split())


def key(text: str) -> str:
    """A folded string of words alone, for comparing whole lines: no punctuation, single spaces."""
    return " ".join(fold(token.text) for token in tokens(text))


def labelled(words: Iterable[str]) -> tuple[str, ...]:
    """Words in match form as the terms of labels say them: a run of numbers is one `#`."""
    marked = [NUMBER if word.isdecimal() else word for word in words]
    if NUMBER not in marked:
        return tuple(marked)
    return tuple([word for at, word in enumerate(marked) if word != NUMBER or marked[at - 1 : at] != [NUMBER]])


class Token(NamedTuple):
    """A word of a line: its own text and its span in the line, in code points."""

    text: str
    start: int
    end: int


_new = tuple.__new__  # past the constructor written in Python, which costs as much as the search


def runs(line: str) -> tuple[Token, ...]:
    """Runs of letters, digits and signs in order, signs that stand alone too: the index of the search tells words from
    what stands between them by their first character.
    """
    return tuple([_new(Token, (m[0], m.start(), m.end())) for m in _WORD.finditer(line)])


_PARTS = re.compile(f"({_WORD.pattern})")


def runs_between(line: str) -> list[str]:
    """The same runs and what stands between them by turns, from what stands before the first on."""
    return _PARTS.split(line)


@lru_cache(maxsize=2048)
def tokens(line: str) -> tuple[Token, ...]:
    """The words of a line in order: runs of letters and digits with the marks on them; a sign alone is no word."""
    found = runs(line)
    return tuple([token for token in found if fold(token.text)]) if _SIGN.search(line) else found


@lru_cache(maxsize=512)
def words_folded(line: str) -> tuple[str, ...]:
    """The words of a line in match form; kept a while, for a line is read once as a page's and once as an article's."""
    return tuple([fold(token.text) for token in tokens(line)])


def adjoining(line: str, left: Token, right: Token) -> bool:
    """True when only space, quotation marks, brackets, a hyphen or what joins a hashtag stand between two words."""
    return not line[left.end : right.start].strip(_JOINERS)


_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufeff]")
_LATIN = re.compile("[\x00-\x7f\u00c0-\u024f]")


def language(text: str) -> Literal["ar", "en", "und"]:
    """The language of a text by script alone: Arabic when most letters are, English when most are Latin."""
    letters = "".join(filter(str.isalpha, text))
    if not letters:
        return "und"
    arabic = len(_ARABIC.findall(letters))
    latin = len(_LATIN.findall(letters))
    half = len(letters) / 2
    return "ar" if arabic > half else "en" if latin > half else "und"
