"""The forms of a name: what finds it in a text as seen, with clitics, seats of hamza, ال, a middle name, Latin letters.

Invariant: a pattern is bounded by the name's own length, so finding it costs in step with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.lexicon import Lexicon
from generator.lexicon.names import Names
from generator.lexicon.withholding import Withholding
from generator.reading.clitics import ARTICLE, ASKED, BEFORE_NOUNS, CALL, CONJUNCTIONS, FUTURE, PREPOSITIONS
from generator.reading.letters import key
from generator.reading.seen import COMMA, GAP, LONG_VOWELS, SOFT, STOP, SeenLetters

_EDGE = f"{SOFT}{STOP}{GAP}{COMMA}"
_LETTER = f"[^{_EDGE}]"
_LISTED = f"(?P<comma>[{SOFT}{GAP}{COMMA}])"
BEGIN, END = f"(?<!{_LETTER})", f"(?!{_LETTER})"
IN, BETWEEN, APART = f"{SOFT}?", f"[{SOFT}{GAP}]?", f"[{SOFT}{GAP}]"
# A word of a question, conjunctions, a call, then a preposition; an alef that ل follows is the article's.
CLITICS = (
    f"(?:{ASKED}|ا(?!{SOFT}?ل))?{SOFT}?[{CONJUNCTIONS}]{{0,2}}{SOFT}?(?:{CALL})?{SOFT}?[{PREPOSITIONS}{FUTURE}]?{SOFT}?"
)
_ASKED_AND = tuple(f"{begun}{each}" for begun in ("ا", *CONJUNCTIONS) for each in CONJUNCTIONS)
_MIDDLE = f"(?P<middle>{_LETTER}{{1,20}}(?:{APART}{_LETTER}{{1,20}}){{0,3}}?)"
_ALEF = "ا"
# Letters beside its alefs that a name must have to be written without them too: «إسحق», but «عمر» is not «عامر», nor
# «حمدي» «حامدي». The ending of a nisba or of the feminine does not count.
_ENOUGH_WITHOUT_ALEF = 4
_ENDINGS = ("ه", "ي")
_WEAK = frozenset("اويع")
_SPOKEN_AT_MOST = 40
_SHORTEST_JOINED = 3
# «علي حسن» has four consonants in Latin letters; fewer are shared by too many words to be told from a name.
ENOUGH_IN_TEXT, _ENOUGH_IN_NAME = 4, 3
_VOWELS = frozenset("aeiouwy")

Span = tuple[int, int]


@dataclass(frozen=True)
class NameForm:
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


@dataclass(frozen=True)
class FamilyName:
    """The family name of somebody, and what finds it behind an initial or one of his other names."""

    family: str
    short: re.Pattern[str]


def family_of(name: str, lexicon: Lexicon) -> FamilyName | None:
    """None for a name of one part."""
    parts = parts_of(lexicon.withholding.reader.words(name)[:_SPOKEN_AT_MOST], lexicon.names)
    if len(parts) == 1:
        return None
    family = BETWEEN.join(word_patterns(parts[-1], lexicon))
    before = {letters for part in parts[:-1] for word in part for letters in (word, word[0])}
    short = f"{BEGIN}{CLITICS}(?:[a-z]|{'|'.join(sorted(map(re.escape, before)))}){APART}{family}{END}"
    return FamilyName(undefined(parts[-1][-1]), re.compile(short))


def forms_of(
    name: str, lexicon: Lexicon, *, beside: bool = False, own: frozenset[str] = frozenset()
) -> tuple[NameForm, ...]:
    """A name as a form, and for one of three parts or more its first with its last, where the whole stands too."""
    words = without_sons(name, lexicon)
    if not words:
        return ()
    parts = parts_of(words, lexicon.names)
    found = (replace(_form(words, lexicon, beside), own=own),)
    return (*found, _form((*parts[0], *parts[-1]), lexicon, True)) if len(parts) > 2 else found  # noqa: PLR2004


def without_sons(name: str, lexicon: Lexicon) -> list[str]:
    """The words of a name. Writers leave out the «بن» of a chain; at its beginning it tells whose name it is."""
    given = lexicon.withholding.reader.words(name)[:_SPOKEN_AT_MOST]
    sons, edges = _sonship(lexicon), (0, len(given) - 1)
    return [w for at, w in enumerate(given) if w not in sons or at in edges]


def _sonship(lexicon: Lexicon) -> tuple[str, ...]:
    """The words for son and daughter in all their spellings."""
    sons = lexicon.names.sonship
    return next((group for group in lexicon.withholding.alike if not sons.isdisjoint(group)), ())


def parts_of(words: Sequence[str], names: Names) -> list[list[str]]:
    """The words of a name grouped as «عبد الله», «أبو بكر», «بن محمد»."""
    parts: list[list[str]] = [[]]
    for word in words:
        if parts[-1] and parts[-1][-1] not in names.particles:
            parts.append([])
        parts[-1].append(word)
    return parts


def _form(words: Sequence[str], lexicon: Lexicon, beside: bool) -> NameForm:
    withholding, parts = lexicon.withholding, parts_of(words, lexicon.names)
    spelled = word_patterns(words, lexicon, whole=True)
    clitics = "" if words[0].isascii() else CLITICS
    others_named = _others_named(undefined(words[0]), lexicon.names) if clitics else ""

    def within_edges(inner: str) -> re.Pattern[str]:
        return re.compile(f"{BEGIN}{others_named}{clitics}(?P<name>{inner}){END}")

    cores = (withholding.reader.flat(core(w, withholding)) for w in words)
    latin, count = _latin(words, withholding)
    family = parts[-1], [word for part in parts[:-1] for word in part]
    last, others = (BETWEEN.join(word_patterns(x, lexicon)) for x in family)
    return NameForm(
        tuple(sorted({c for c in cores if len(c) > 1}, key=lambda c: (-len(c), c))),
        within_edges(BETWEEN.join(spelled)),
        tuple(
            within_edges(BETWEEN.join(spelled[:at]) + APART + _MIDDLE + APART + BETWEEN.join(spelled[at:]))
            for at in range(1, len(spelled))
        ),
        latin if count >= ENOUGH_IN_TEXT and len(words) > 1 else None,
        latin if count >= _ENOUGH_IN_NAME else None,
        beside,
        within_edges(last + _LISTED + others) if others else None,
    )


def _others_named(first: str, names: Names) -> str:
    """No given name that one of the longer clitics would make of a name's first word: «ياسين» is not «يا سين»."""
    ends = ("", *PREPOSITIONS, FUTURE)
    found = sorted({each + end + first for each in (CALL, ASKED, *_ASKED_AND) for end in ends} & names.given)
    return f"(?!(?:{'|'.join(found)}){END})" if found else ""


def core(word: str, withholding: Withholding) -> str:
    """What no way to write a word leaves out."""
    bare = undefined(word)
    begun = (other for group in withholding.alike for other in group if _stands_for(bare, other))
    return bare[len(next(begun, "")) :]


def _stands_for(bare: str, other: str, least: int = 0) -> bool:
    """True for a word that others are written for, and for one that begins with it and has some letters more."""
    longer = len(other) >= _SHORTEST_JOINED and bare.startswith(other) and len(bare) - len(other) >= least
    return bare == other or longer


def undefined(word: str) -> str:
    """A word without its article."""
    return word[2:] if word.startswith(ARTICLE) and len(word) > _SHORTEST_JOINED else word


def word_patterns(words: Sequence[str], lexicon: Lexicon, *, whole: bool = False) -> list[str]:
    """The words of a name as patterns, each of which «بن» may stand before; `whole`: they are all of the name."""
    sons = "|".join(_letters(word, frozenset()) for word in _sonship(lexicon))
    son = f"(?:(?:{sons}){BETWEEN})?" if sons else ""
    may = [False, *(w not in lexicon.names.particles and not w.isascii() for w in words[:-1])]
    alone = whole and len(words) == 1
    return [son * may[at] + _word(w, whole and at == 0, alone, lexicon) for at, w in enumerate(words)]


def _word(word: str, first: bool, alone: bool, lexicon: Lexicon) -> str:
    """A word of a name as a pattern: with and without ال, except where it is all of the name."""
    if word.isascii():
        return _letters(word, frozenset())
    bare = undefined(word)
    article = f"(?:ا{IN}ل|(?<=ل)ل){BETWEEN}" if bare != word else ""
    if not alone:
        article = f"(?:(?:ا{IN}|(?<=ل))ل{BETWEEN})?" if first else f"(?:ا{IN}ل{BETWEEN})?"
    return article + spellings(bare, lexicon, loose=not alone)


def spellings(word: str, lexicon: Lexicon, *, loose: bool) -> str:
    """A word with what stands for it; `loose` with and without its alefs, where it is long enough to be known so."""
    for group in lexicon.withholding.alike:
        for other in sorted(group, key=len, reverse=True):
            if _stands_for(word, other, least=2):
                rest, choice = word[len(other) :], "|".join(_letters(x, frozenset()) for x in group)
                return f"(?:{choice})" + (BETWEEN + _letters(rest, frozenset()) if rest else "")
    ending = word[:-1] if word.endswith(_ENDINGS) else word
    loose = loose and len(ending) - ending.count(_ALEF, 1) >= _ENOUGH_WITHOUT_ALEF
    return _letters(word, frozenset(_seams(word, lexicon.names.particles)), loose=loose)


def _seams(word: str, particles: frozenset[str]) -> Iterator[int]:
    """Where writers may leave a space: before ال, and after a word that joins the next one to a name."""
    yield from (at for at in range(2, len(word) - 3) if word.startswith(ARTICLE, at))
    yield from (len(p) for p in sorted(particles) if len(p) > 1 and word.startswith(p) and len(word) > len(p) + 1)


def _letters(word: str, seams: frozenset[int], *, loose: bool = False) -> str:
    """The letters of a word with what may stand unseen between them; a long vowel may be written twice.

    loose: an alef inside it, but for that of an article, may be left out, and written where it was left out.
    """
    parts, before = list[str](), ""
    for at, char in enumerate(word):
        lacking = loose and char == _ALEF and 0 < at < len(word) - 1 and at not in seams
        if lacking or (char == before and char in LONG_VOWELS):
            continue
        between = "" if not parts else BETWEEN if at in seams else IN
        alefs = f"(?:{IN}{_ALEF})*" if loose and parts else ""
        parts.append(alefs + between + (f"{char}(?:{IN}{char})*" if char in LONG_VOWELS else re.escape(char)))
        before = char
    return "".join(parts)


def _latin(words: Sequence[str], withholding: Withholding) -> tuple[re.Pattern[str] | None, int]:
    """An Arabic name as the consonants of Latin letters, and how many they are."""
    if any(word.isascii() for word in words):
        return None, 0
    joined, count = latin_words(words, withholding)
    return (re.compile(f"{BEGIN}(?P<name>{joined}){END}") if count else None), count


def latin_words(words: Sequence[str], withholding: Withholding) -> tuple[str, int]:
    """Arabic words as a pattern of the consonants of Latin letters, and how many they are."""
    spelled = [_consonants(undefined(word), withholding) for word in words]
    joined = BETWEEN.join(f"(?:(?:l|{x[0]}){BETWEEN})?" + IN.join(x) if x else "" for x in spelled)
    return joined, sum(map(len, spelled))


def _consonants(bare: str, withholding: Withholding) -> list[str]:
    spelled = [(at, "|".join(map(re.escape, withholding.latin.get(c, (c,))))) for at, c in enumerate(bare)]
    unheard = len(bare) - 1 if len(bare) > 1 and bare.endswith("ه") else -1  # that of a feminine is not written
    return [f"(?:{choice})" + "?" * (at == unheard) for at, choice in spelled if bare[at] not in _WEAK]


def consonants(seen: SeenLetters) -> tuple[str, list[int]]:
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


def middle_of_a_name(text: str, names: Names) -> bool:
    """True for what may stand inside a name: given names, with what joins them, or one word of no everyday use."""
    found = key(text).split()
    if all(_of_names(word, before, names) for before, word in zip(["", *found], found, strict=False)):
        return True
    return len(found) == 1 and not _everyday(found[0], names)


def _of_names(word: str, before: str, names: Names) -> bool:
    is_given = word in names.given or word.removeprefix(ARTICLE) in names.given
    return is_given or word in names.particles or before in names.particles


def _everyday(word: str, names: Names) -> bool:
    """Common words, and a second name after «and» or a preposition."""
    stems = {word, word.removeprefix(ARTICLE)}
    if any(not stems.isdisjoint(known) for known in (names.common, names.verbs, names.times, names.any_role)):
        return True
    joined = word[1:].removeprefix(ARTICLE).removeprefix("ل")
    return word[0] in BEFORE_NOUNS and (joined in names.given or word[1:] in names.common or word[1:] in names.verbs)


def whole_words(letters: str, start: int, end: int) -> Span:
    """The span widened to the whole of its first and last word."""
    while start and letters[start - 1] not in _EDGE:
        start -= 1
    while end < len(letters) and letters[end] not in _EDGE:
        end += 1
    return start, end
