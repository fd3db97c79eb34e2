"""Public offices in a line: where one begins, and how far it runs before a name or after one.

Invariant: the words of an office are a piece of one clause of its line.
"""

from __future__ import annotations

from generator.extract.names.shape import given, halves, is_foreign, name_like, starts_name
from generator.extract.names.words import Span, Words, among, is_definite, plain, readings
from generator.lexicon.names import Names
from generator.model import Evidence
from generator.text import bare

_LONGEST = 18
_MOST_LINKS = 3  # «الذي يشغل منصب»


def office_prefix(words: Words, at: int, names: Names) -> str | None:
    """The clitic before the head of an office at a word, "" for none; None when no office begins there."""
    following = plain(words.word(at + 1)) if words.close(at + 1) else ""
    for r in readings(words.word(at)):
        if r.stem in names.followed and following in names.followed[r.stem]:
            return r.prefix
        if r.stem in names.roles["heads"] or (r.definite and not r.suffix and r.stem in names.roles["titles"]):
            return r.prefix
    return None


def says_office(role: Evidence | None, names: Names) -> bool:
    """False for a rank («الفريق الركن»), a title of birth («الأمير») or a bare «الممثل»: none is an office alone."""
    if role is None:
        return False
    words = [word for word in map(plain, role.text.split()) if len(word) > 1]
    if len(words) == 1:
        return among(words[0], names.roles["enough"])
    return not all(among(word, names.roles["ranks"]) for word in words)


def name_after(words: Words, head: int, spans: dict[int, Span], names: Names) -> int | None:
    """Where the name begins that an office before it leads to; None when it leads to none."""
    at, commas = head + 1, 0
    while at < len(words) and at - head <= _LONGEST and not words.stops(at):
        ranked = commas == 0 and words.comma(at) and at > head + 1 and _rank(words, at, names)
        if ranked and _begins(words, at + 1, names) and at + 1 not in spans:
            return at + 1  # «رئيس اللجنة، الأدميرال فلان»
        commas += words.comma(at)
        span = spans.get(at)
        named = (span is not None and span.kind == "person") or (span is None and _begins(words, at, names))
        if commas and not (named and commas == 1 and words.comma(at)):
            foreign = words.comma(at) and is_foreign(words.word(at), names) and is_foreign(words.word(at + 1), names)
            return at if commas == 1 and foreign and _could_begin(words, at, spans, names) else None
        if at == head + 1 and not words.comma(at) and span is None and _construct_head(words.word(head)):
            named = False  # «ملكة جمال», «رئيس تركي»: no name stands right after a bare noun
        if named:
            return (
                at
                if not (span and span.prefix) and plain(words.word(at - 1)) not in names.roles["prepositions"]
                else None
            )
        if span is None and not _inside(words, at, names):
            bare_noun = at == head + 1 and _construct_head(words.word(head))
            return at if not bare_noun and _could_begin(words, at, spans, names) else None
        at = span.last + 1 if span else at + 1
    return None


def _rank(words: Words, at: int, names: Names) -> bool:
    word = words.word(at)
    return is_definite(word) and among(word, names.roles["titles"] | names.roles["styles"]) and words.close(at + 1)


def _construct_head(word: str) -> bool:
    """True for a noun without article or pronoun: what follows it completes it."""
    folded = plain(word)
    owned = folded.endswith(("ه", "ها", "هم")) and not folded.endswith("يه")
    return not is_definite(word) and not owned


def _begins(words: Words, at: int, names: Names) -> bool:
    """A name begins here and not another part of the office: «أمير», «أركان» and «جمال» are names too."""
    word = words.word(at)
    if bare(word) in names.given_spelled or halves(words, at, names):
        return True
    if _ruler_or_name(words, at, names):
        return True
    return plain(word) not in names.roles["inside"] | names.roles["heads"] and starts_name(words, at, names)


def _ruler_or_name(words: Words, at: int, names: Names) -> bool:
    """«محافظ مأرب سلطان العرادة»: after a place a word of rule with a family name, not one with a title or people."""
    word, family = words.word(at), words.word(at + 1)
    if plain(word) not in names.roles["heads"] or not given(word, names) or not words.close(at + 1):
        return False
    other = any(among(family, x) for x in (names.roles["titles"], names.roles["inside"], names.common))
    before = plain(words.word(at - 1))
    return is_definite(family) and not other and before not in names.roles["heads"] | names.roles["inside"]


def _inside(words: Words, at: int, names: Names) -> bool:
    word = words.word(at)
    if len(word) == 1:
        return True  # «د. سمير»
    if plain(word) in names.times or among(word, names.roles["private"]):
        return False
    prefix = office_prefix(words, at, names)
    if prefix and prefix.startswith("و") and is_definite(word):
        return False  # «سلطان عمان والرئيس اليمني» are two
    return is_definite(word) or plain(word) in names.roles["inside"] or prefix == ""


def _could_begin(words: Words, at: int, spans: dict[int, Span], names: Names) -> bool:
    """Two words that could be a name, right before a clause goes on with «إن», a comma or a verb."""
    pair = (at, at + 1)
    if not all(name_like(words.word(x), names) and x not in spans for x in pair) or not words.close(at + 1):
        return False
    likely = any(is_foreign(words.word(x), names) for x in pair) or given(words.word(at + 1), names)
    if not likely or plain(words.word(at)).startswith(("و", "ي")):
        return False
    after = at + len(pair)
    if after >= len(words) or words.stops(after) or words.comma(after):
        return True
    word = words.word(after)
    if among(word, names.verbs) or plain(word) in names.roles["clauses"]:
        return True
    return among(word, names.common)


def office_after(words: Words, last: int, spans: dict[int, Span], names: Names) -> tuple[int, int, str] | None:
    """The office that follows a name, as first word, last word and clitic; None when none does."""
    first = last + 1
    if first >= len(words) or words.stops(first):
        return None
    linked = False
    while among(words.word(first), names.roles["links"]) and first - last <= _MOST_LINKS:
        first, linked = first + 1, True
    prefix = office_prefix(words, first, names)
    ranked = not any(r.stem in names.roles["heads"] or r.stem in names.followed for r in readings(words.word(first)))
    if prefix is None or ranked or (prefix and not linked and prefix != "ك"):
        return None
    end = _end(words, first, spans, names)
    return (first, end, prefix) if end is not None else None


def _end(words: Words, first: int, spans: dict[int, Span], names: Names) -> int | None:
    """The last word of an office that begins at a word; None when it leads on to another person."""
    last, at = first, first + 1
    while at < len(words) and at - first <= _LONGEST and not words.stops(at) and not words.comma(at):
        span = spans.get(at)
        if span is not None and span.kind == "person":
            return _before_inner(words, first, last, names)
        if span is None and not (_inside(words, at, names) or _construct(words, at, names)):
            if starts_name(words, at, names) and name_like(words.word(at + 1), names):
                return _before_inner(words, first, last, names)
            break
        last = span.last if span else at
        at = last + 1
    while last > first and (
        plain(words.word(last)) in names.roles["prepositions"] or plain(words.word(last)) in names.times
    ):
        last -= 1
    return last


def _before_inner(words: Words, first: int, last: int, names: Names) -> int | None:
    """The end of an office that holds another one, whose bearer is named after it; None where it holds none."""
    inner = any(office_prefix(words, at, names) == "" for at in range(first + _MOST_LINKS - 1, last + 1))
    return last if inner else None


def _construct(words: Words, at: int, names: Names) -> bool:
    """An unlisted noun between the words of an office: «مدير مركز جنيف لدراسات الأمن»."""
    word = words.word(at)
    return (
        words.close(at + 1)
        and is_definite(words.word(at + 1))
        and not among(word, names.verbs)
        and not among(word, names.common)
    )
