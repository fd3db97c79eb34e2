"""A name in another order: the family name first, and initials or other names before it in Latin letters.

Invariant: where two neighbours in a text may be meant, or a word of every day, the words stay; a comma or a family name
that cannot be a given name tells the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.lexicon import Lexicon
from generator.lexicon.names import Names
from generator.reading.clitics import ARTICLE
from generator.reading.letters import fold
from generator.reading.seen import COMMA, COMMAS, GAP, SOFT, SeenLetters, Sight
from generator.source.withholding.nameforms import (
    APART,
    BEGIN,
    BETWEEN,
    CLITICS,
    END,
    ENOUGH_IN_TEXT,
    IN,
    Span,
    consonants,
    core,
    latin_words,
    parts_of,
    spellings,
    undefined,
    whole_words,
    without_sons,
    word_patterns,
)

_LATIN = re.compile("[a-z]{2}")
_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]+$")
_AFTER = re.compile(r"[ \u00a0]+([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 60
# What parts the items of a list, with white space beside it.
_DIVIDERS = re.compile(r"\s[-–—/|•·،؛,;:.]|[-–—/|•·،؛,;:.]\s")
_NISBA = "ي"
_MIDDLE = f"(?P<middle>[a-z]{{1,20}}(?:{APART}[a-z]{{1,20}}){{0,2}}?)"


@dataclass(frozen=True)
class Order:
    """A pattern over letters, or over consonants for `latin`; `cores` are letters that a text must have.

    least: how many letters the family name has at least. sure: it is of a kind that no given name is.
    """

    pattern: re.Pattern[str]
    latin: bool
    cores: tuple[str, ...] = ()
    least: int = 0
    sure: bool = False


def orders_of(name: str, lexicon: Lexicon) -> tuple[Order, ...]:
    """The other orders of an Arabic name of two parts or more."""
    words = without_sons(name, lexicon)
    parts = parts_of(words, lexicon.names)
    if len(parts) == 1 or any(word.isascii() for word in words):
        return ()
    others, family = [word for part in parts[:-1] for word in part], parts[-1]
    # «الأيوبي»: of where or whom somebody is; with its article it is nobody's given name.
    sure = len(family) == 1 and family[0] != undefined(family[0]) and family[0].endswith(_NISBA)
    return (*([_turned(others, family[0], lexicon)] if sure else []), *_in_latin(others, family, sure, lexicon))


def _turned(others: Sequence[str], family: str, lexicon: Lexicon) -> Order:
    withholding = lexicon.withholding
    last = f"(?:ا{IN}|(?<=ل))ل{BETWEEN}{spellings(undefined(family), lexicon, loose=True)}"
    first = BETWEEN.join(word_patterns(others, lexicon))
    pattern = re.compile(f"{BEGIN}{CLITICS}(?P<name>(?P<last>{last}){APART}(?P<first>{first})){END}")
    cores = (withholding.reader.flat(core(word, withholding)) for word in (*others, family))
    return Order(pattern, False, tuple(sorted(each for each in cores if len(each) > 1)), sure=True)


def _in_latin(others: Sequence[str], family: Sequence[str], sure: bool, lexicon: Lexicon) -> Iterator[Order]:
    (first, some), (last, more) = (latin_words(words, lexicon.withholding) for words in (others, family))
    if not some or not more or some + more < ENOUGH_IN_TEXT:
        return
    # Latin letters write the vowels that Arabic leaves out: «by» and «Abu» are too short for «الأيوبي».
    least = len(undefined(family[-1])) - 1
    turned = f"(?P<last>{last})[{SOFT}{GAP}{COMMA}](?P<first>{first})"
    middled = f"(?P<first>{first}){APART}{_MIDDLE}{APART}(?P<last>{last})"
    for pattern in (turned, middled):
        yield Order(re.compile(f"{BEGIN}(?P<name>{pattern}){END}"), True, least=least, sure=sure)


def ordered(orders: Iterable[Order], sight: Sight, names: Names) -> Iterator[Span]:
    """Where a name stands in another order."""
    latin = bool(_LATIN.search(sight.flat))
    likely = [x for x in orders if (latin if x.latin else all(each in sight.flat for each in x.cores))]
    for seen in sight.seen if likely else ():
        kept = consonants(seen) if latin else ("", list[int]())
        for order in likely:
            for spans in _matches(order, seen, kept):
                if _means_him(order, spans, seen, sight.text, names):
                    start, end = spans["name"]
                    yield seen.starts[start], seen.ends[end - 1]


def _matches(order: Order, seen: SeenLetters, kept: tuple[str, Sequence[int]]) -> Iterator[dict[str, Span]]:
    """Where the parts of an order stand among the letters of a text."""
    letters, at = kept if order.latin else (seen.letters, range(len(seen.letters)))
    for found in _each(order, letters):
        parts = ((part, found.span(part)) for part in found.groupdict())
        spans = {part: (at[start], at[end - 1] + 1) for part, (start, end) in parts}
        yield {part: whole_words(seen.letters, *span) for part, span in spans.items()} if order.latin else spans


def _each(order: Order, letters: str) -> Iterator[re.Match[str]]:
    """All matches of an order, also those that begin within another."""
    found = order.pattern.search(letters)
    while found:
        yield found
        found = order.pattern.search(letters, found.start() + 1)


def _means_him(order: Order, spans: dict[str, Span], seen: SeenLetters, text: str, names: Names) -> bool:
    (_, end), (start, _) = spans["last"], spans["first"]
    word = whole_words(seen.letters, end - 1, end)
    if word[1] - word[0] < order.least:
        return False
    if "middle" in spans:
        return all(each[0].isupper() for each in _WORD.findall(_shown(seen, spans["middle"], text)))
    between = text[seen.ends[end - 1] : seen.starts[start]]
    comma = not COMMAS.isdisjoint(between)
    if not comma and (not order.sure or _DIVIDERS.search(between)):
        return False
    before = word_before(text, seen.starts[whole_words(seen.letters, *spans["name"])[0]])
    after = word_after(text, seen.ends[spans["name"][1] - 1])
    return not (_listed(before, after, comma) if order.latin else _of_another(before, after, names))


def _shown(seen: SeenLetters, span: Span, text: str) -> str:
    return text[seen.starts[span[0]] : seen.ends[span[1] - 1]]


def _listed(before: str, after: str, comma: bool) -> bool:
    """«Omar Ayoubi, Karim Ali»: two names of a list."""
    return _capital(after) or (comma and _capital(before))


def _capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper()


def _of_another(before: str, after: str, names: Names) -> bool:
    """«الشعب السوري كريم», «محمد الأيوبي كريم», «التقى الأيوبي كريم العلي»: the words beside belong to either."""
    honoured = fold(before) in names.roles.honours
    described = fold(before) in names.given or (before.startswith(ARTICLE) and not honoured)
    return described or after.startswith(ARTICLE) or fold(after) in names.given or fold(after) in names.particles


def word_before(text: str, at: int) -> str:
    """The word that stands right before a place of a text, with nothing but spaces between; empty where none does."""
    found = _BEFORE.search(text, max(0, at - _LONGEST), at)
    return found[1] if found else ""


def word_after(text: str, at: int) -> str:
    """The same behind it."""
    found = _AFTER.match(text, at)
    return found[1] if found else ""
