"""The forms of a name: what finds it in a text as seen, with clitics, seats of hamza, ال, a middle name, Latin letters.

Invariant: a pattern is bounded by the name's own length, so finding it costs in step with the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.lexicon import Lexicon
from generator.lexicon.names import Names
from generator.lexicon.withholding import Withholding
from generator.reading.letters import fold, tokens
from generator.reading.seen import COMMA, GAP, LONG_VOWELS, SOFT, STOP, Seen

_EDGE = f"{SOFT}{STOP}{GAP}{COMMA}"
_LETTER = f"[^{_EDGE}]"
_LISTED = f"(?P<comma>[{SOFT}{COMMA}])"
_BEGIN, _END = f"(?<!{_LETTER})", f"(?!{_LETTER})"
_IN, _BETWEEN, _APART = f"{SOFT}?", f"[{SOFT}{GAP}]?", f"[{SOFT}{GAP}]"
# و ف أ, then ب ك ل س, as in text.py; an alef that ل follows is the article's.
_CLITICS = f"(?:[وف]|ا(?!{SOFT}?ل))?{SOFT}?[بكلس]?{SOFT}?"
_MIDDLE = f"(?P<middle>{_LETTER}{{1,20}}(?:{_APART}{_LETTER}{{1,20}}){{0,3}}?)"
_ARTICLE, _ALEF = "ال", "ا"
# Letters beside its alefs that a name must have to be written without them too: «إسحق», but «عمر» is not «عامر», nor
# «حمدي» «حامدي». The ending of a nisba or of the feminine does not count.
_ENOUGH_WITHOUT_ALEF = 4
_ENDINGS = ("ه", "ي")
_WEAK = frozenset("اويع")
_SPOKEN_AT_MOST = 40
_SHORTEST_JOINED = 3
# «علي حسن» has four consonants in Latin letters; fewer are shared by too many words to be told from a name.
_ENOUGH_IN_TEXT, _ENOUGH_IN_NAME = 4, 3
_VOWELS = frozenset("aeiouwy")

Span = tuple[int, int]


@dataclass(frozen=True)
class Form:
    """One form: `cores` are letters that every text of it has; `beside` counts only where another form stands.

    listed: the last name first, with a comma, as in indexes. own: for a public person's short name, which others bear,
    his given names as they sound.
    """

    cores: tuple[str, ...]
    plain: re.Pattern[str]
    middled: tuple[re.Pattern[str], ...]
    latin: re.Pattern[str] | None
    latin_name: re.Pattern[str] | None
    beside: bool = False
    listed: re.Pattern[str] | None = None
    own: frozenset[str] = frozenset()


def forms_of(
    name: str, lexicon: Lexicon, *, beside: bool = False, own: frozenset[str] = frozenset()
) -> tuple[Form, ...]:
    """A name as a form, and for one of three parts or more its first with its last, where the whole stands too."""
    given = lexicon.withholding.reader.words(name)[:_SPOKEN_AT_MOST]
    if not given:
        return ()
    words = _without_sonship(given, lexicon)
    parts = _parts(words, lexicon.names)
    short = (*parts[0], *parts[-1]) if len(parts) > 2 else ()  # noqa: PLR2004
    found = (replace(_form(words, lexicon, beside), own=own),)
    return (*found, _form(short, lexicon, True)) if short else found


def _without_sonship(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """A chain of names without «بن», which writers leave out or put in; at its beginning it tells whose name it is."""
    sons = _sonship(lexicon)
    return [w for at, w in enumerate(words) if w not in sons or at in (0, len(words) - 1)]


def _sonship(lexicon: Lexicon) -> tuple[str, ...]:
    """The words for son and daughter in all their spellings."""
    sons = lexicon.names.sonship
    return next((group for group in lexicon.withholding.alike if not sons.isdisjoint(group)), ())


def _chained(words: Sequence[str], spelled: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The words of a name as patterns, each of which «بن» may stand before."""
    sons = "|".join(_letters(word, frozenset()) for word in _sonship(lexicon))
    son = f"(?:(?:{sons}){_BETWEEN})?" if sons else ""
    names = lexicon.names
    after = [False, *(w not in names.particles and not w.isascii() for w in words[:-1])]
    return [f"{son}{pattern}" if may else pattern for pattern, may in zip(spelled, after, strict=True)]


def _parts(words: Sequence[str], names: Names) -> list[list[str]]:
    """The words of a name grouped as «عبد الله», «أبو بكر», «بن محمد»."""
    parts: list[list[str]] = [[]]
    for word in words:
        if parts[-1] and parts[-1][-1] not in names.particles:
            parts.append([])
        parts[-1].append(word)
    return parts


def _form(words: Sequence[str], lexicon: Lexicon, beside: bool) -> Form:
    withholding = lexicon.withholding
    alone = len(words) == 1
    spelled = _chained(words, [_word(w, at == 0, alone, lexicon) for at, w in enumerate(words)], lexicon)
    clitics = "" if words[0].isascii() else _CLITICS

    def whole(inner: str) -> re.Pattern[str]:
        return re.compile(f"{_BEGIN}{clitics}(?P<name>{inner}){_END}")

    middled = (
        whole(_BETWEEN.join(spelled[:at]) + _APART + _MIDDLE + _APART + _BETWEEN.join(spelled[at:]))
        for at in range(1, len(spelled))
    )
    cores = (withholding.reader.flat(_core(w, withholding)) for w in words)
    latin, count = _latin(words, withholding)
    return Form(
        tuple(sorted({c for c in cores if len(c) > 1}, key=lambda c: (-len(c), c))),
        whole(_BETWEEN.join(spelled)),
        tuple(middled),
        latin if count >= _ENOUGH_IN_TEXT and not alone else None,
        latin if count >= _ENOUGH_IN_NAME else None,
        beside,
        whole(_listed(words, lexicon)) if len(_parts(words, lexicon.names)) > 1 else None,
    )


def _listed(words: Sequence[str], lexicon: Lexicon) -> str:
    """«الحسن، سمير»: the last part first."""
    parts = _parts(words, lexicon.names)

    def spelled(part: Sequence[str]) -> str:
        return _BETWEEN.join(_chained(part, [_word(w, False, False, lexicon) for w in part], lexicon))

    return spelled(parts[-1]) + _LISTED + spelled([word for part in parts[:-1] for word in part])


def _core(word: str, withholding: Withholding) -> str:
    """What no way to write a word leaves out."""
    bare = word[2:] if _defined(word) else word
    for group in withholding.alike:
        for other in group:
            if bare == other or (len(other) >= _SHORTEST_JOINED and bare.startswith(other)):
                return bare[len(other) :]
    return bare


def _defined(word: str) -> bool:
    return word.startswith(_ARTICLE) and len(word) > _SHORTEST_JOINED


def _word(word: str, first: bool, alone: bool, lexicon: Lexicon) -> str:
    """A word of a name as a pattern: with and without ال, except where it is all of the name."""
    if word.isascii():
        return _letters(word, frozenset())
    bare = word[2:] if _defined(word) else word
    return _article(first, alone, bare != word) + _alike(bare, lexicon, loose=not alone)


def _article(first: bool, alone: bool, defined: bool) -> str:
    if alone:
        return f"(?:ا{_IN}ل|(?<=ل)ل){_BETWEEN}" if defined else ""
    return f"(?:(?:ا{_IN}|(?<=ل))ل{_BETWEEN})?" if first else f"(?:ا{_IN}ل{_BETWEEN})?"


def _alike(word: str, lexicon: Lexicon, *, loose: bool) -> str:
    """A word with what stands for it; `loose` with and without its alefs."""
    for group in lexicon.withholding.alike:
        for other in sorted(group, key=len, reverse=True):
            rest = word[len(other) :]
            if word == other or (len(other) >= _SHORTEST_JOINED and word.startswith(other) and len(rest) > 1):
                choice = "|".join(_letters(x, frozenset()) for x in group)
                return f"(?:{choice})" + (_BETWEEN + _letters(rest, frozenset()) if rest else "")
    seams = frozenset(_seams(word, lexicon.names.particles))
    return _letters(word, seams, loose=loose and _bears_alefs(word))


def _bears_alefs(word: str) -> bool:
    """True for a name long enough to be known with and without its alefs."""
    ending = word[:-1] if word.endswith(_ENDINGS) else word
    return len(ending) - ending.count(_ALEF, 1) >= _ENOUGH_WITHOUT_ALEF


def _seams(word: str, particles: frozenset[str]) -> Iterator[int]:
    """Where writers may leave a space: before ال, and after a word that joins the next one to a name."""
    yield from (at for at in range(2, len(word) - 3) if word.startswith(_ARTICLE, at))
    yield from (len(p) for p in sorted(particles) if len(p) > 1 and word.startswith(p) and len(word) > len(p) + 1)


def _letters(word: str, seams: frozenset[int], *, loose: bool = False) -> str:
    """The letters of a word with what may stand unseen between them; a long vowel may be written twice.

    loose: an alef inside it may be left out, and written where it was left out.
    """
    parts, before = list[str](), ""
    for at, char in enumerate(word):
        if (char == before and char in LONG_VOWELS) or (loose and _may_lack(word, at, seams)):
            continue
        between = "" if not parts else _BETWEEN if at in seams else _IN
        alefs = f"(?:{_IN}{_ALEF})*" if loose and parts else ""
        parts.append(alefs + between + (f"{char}(?:{_IN}{char})*" if char in LONG_VOWELS else re.escape(char)))
        before = char
    return "".join(parts)


def _may_lack(word: str, at: int, seams: frozenset[int]) -> bool:
    """True for an alef inside a word, but for that of an article in it."""
    return word[at] == _ALEF and 0 < at < len(word) - 1 and at not in seams


def _latin(words: Sequence[str], withholding: Withholding) -> tuple[re.Pattern[str] | None, int]:
    """An Arabic name as the consonants of Latin letters, and how many they are."""
    if any(word.isascii() for word in words):
        return None, 0
    spelled = [_consonants(word, withholding) for word in words]
    count = sum(n for _, n in spelled)
    joined = _BETWEEN.join(pattern for pattern, _ in spelled)
    return (re.compile(f"{_BEGIN}(?P<name>{joined}){_END}") if count else None), count


def _consonants(word: str, withholding: Withholding) -> tuple[str, int]:
    bare = word[2:] if _defined(word) else word
    spelled = [_spelled(c, withholding, at == len(bare) - 1 and at > 0) for at, c in enumerate(bare) if c not in _WEAK]
    first = spelled[0] if spelled else ""
    article = f"(?:(?:l|{first}){_BETWEEN})?" if first else ""
    return article + _IN.join(spelled), len(spelled)


def _spelled(char: str, withholding: Withholding, last: bool) -> str:
    choice = "|".join(map(re.escape, withholding.latin.get(char, (char,))))
    return f"(?:{choice})?" if last and char == "ه" else f"(?:{choice})"


def consonants(seen: Seen) -> tuple[str, list[int]]:
    """Latin words without their vowels and doubled letters, with the place of each letter that stays."""
    kept, at = list[str](), list[int]()
    for place, char in enumerate(seen.letters):
        edge = char in _EDGE
        sign = char if edge or (char.isascii() and char.isalpha()) else STOP
        if sign in _VOWELS or (kept and kept[-1] == sign):
            continue
        if edge and kept and kept[-1] in _EDGE:
            kept[-1] = max(kept[-1], sign, key=(SOFT, GAP, COMMA, STOP).index)
            continue
        kept.append(sign)
        at.append(place)
    return "".join(kept), at


def middle_of_a_name(words: str, names: Names) -> bool:
    """True for what may stand inside a name: given names, with what joins them, or one word of no everyday use."""
    found = [fold(token.text) for token in tokens(words)]
    if all(_of_names(word, before, names) for before, word in zip(["", *found], found, strict=False)):
        return True
    return len(found) == 1 and not _everyday(found[0], names)


def _of_names(word: str, before: str, names: Names) -> bool:
    bare = word.removeprefix(_ARTICLE)
    return word in names.given or bare in names.given or word in names.particles or before in names.particles


def _everyday(word: str, names: Names) -> bool:
    """Common words, and a second name after «and» or a preposition."""
    stems = {word, word.removeprefix(_ARTICLE)}
    if any(not stems.isdisjoint(known) for known in (names.common, names.verbs, names.times, names.any_role)):
        return True
    joined = word[1:].removeprefix(_ARTICLE).removeprefix("ل")
    return word[0] in "وفبلك" and (joined in names.given or word[1:] in names.common or word[1:] in names.verbs)


def whole_words(letters: str, start: int, end: int) -> Span:
    """The span widened to the whole of its first and last word."""
    while start and letters[start - 1] not in _EDGE:
        start -= 1
    while end < len(letters) and letters[end] not in _EDGE:
        end += 1
    return start, end


Middle = Callable[[str], bool]
