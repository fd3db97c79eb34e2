"""What bears somebody's name: «مستشفى الملك فهد التخصصي», «مطار حمد الدولي», «جائزة الأمير نايف».

Invariant: such a name is a place, a body, or nothing that a list holds; never the person in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.names.agreement import form_of
from generator.facts.names.shape import given, joined_word, name_like, starts_name
from generator.facts.names.sight import seen
from generator.facts.names.words import NameSpan, among, bare_or_joined, in_order, is_definite, words_covered
from generator.lexicon.names import Names
from generator.model import EntityKind
from generator.reading.clitics import AND_THE, ARTICLE, TAKEN_UP
from generator.reading.letters import bare, fold
from generator.reading.line import ReadLine

_MOST_ADJECTIVES = 4
_MOST_BARE = 3  # given names and a family name without article: «رجب طيب أردوغان»


def without_namesakes(line: ReadLine, spans: list[NameSpan], names: Names) -> list[NameSpan]:
    """The spans of a line with what bears a name, and without the people, places and bodies inside that name."""
    known = {span.first for span in spans if span.kind in ("organisation", "place")}
    found = [x for x in named_after(line, spans, names) if x.first not in known]
    inside = words_covered(found)
    return in_order((*(x for x in spans if x.first not in inside), *found))


def named_after(line: ReadLine, spans: list[NameSpan], names: Names) -> Iterator[NameSpan]:
    """A noun of places or bodies, a title or none, a name, and the adjectives that complete it."""
    cues = names.cues
    nouns: tuple[tuple[EntityKind | None, frozenset[str]], ...] = (
        ("place", cues.named_places),
        ("organisation", cues.named_bodies),
        (None, cues.named_things),
    )
    free, places = 0, words_covered(span for span in spans if span.kind == "place" and span.prefix)
    for at in seen(line, "bearing", names):
        last = _last(line, at, places, names) if at >= free and line.close(at + 1) else None
        if last is not None:
            kind, known = next(x for x in nouns if bare_or_joined(line.word(at), x[1]))
            prefix = "" if line.folded(at) in known else line.word(at)[:1]
            rule = f"{kind}-after-person" if kind else "not-a-name"
            yield NameSpan(kind, None, line.slice(at, last, prefix), at, last, rule, prefix)
            free = last + 1


def _last(line: ReadLine, at: int, places: frozenset[int], names: Names) -> int | None:
    """The last word of such a name; None where no person's name follows its noun."""
    first = at + 1
    while bare_or_joined(line.word(first), names.cues.eponyms) and line.close(first):
        first += 1
    begins = starts_name(line, first, names) or line.folded(first) in names.openers | names.sonship
    begins = begins or (first > at + 1 and name_like(line.word(first), names)) or _unlisted(line, at, names)
    if not line.close(first) or not begins:
        return None
    last = _name_end(line, first, 1 if first == at + 1 else _MOST_BARE, places, names)
    acts = among(line.word(at - 1), names.verbs)  # «أعلنت جامعة الأمير سلطان القبول»: what was announced follows
    for added in range(_MOST_ADJECTIVES):
        folded = line.folded(last + 1)
        describes = folded.endswith(("ي", "يه")) or folded.startswith(TAKEN_UP)
        if not _adjoins(line, last + 1, names) or not (describes or (added == 0 and not acts)):
            break
        last += 1 + (line.folded(last + 2) in names.seconds and line.close(last + 2))  # «سعد العبد الله»
        last += folded.startswith(TAKEN_UP) and _joined_field(line, last + 1, names)
    return last


def _joined_field(line: ReadLine, at: int, names: Names) -> bool:
    """«والتقنية» in «جامعة الملك عبدالله للعلوم والتقنية»: a second field, which is nobody."""
    form = form_of(line.word(at), names)
    field = line.close(at) and line.folded(at).startswith(AND_THE) and form.number in ("he", "she", "things")
    return field and not among(
        line.word(at), names.roles.heads, names.roles.titles, names.times, names.cues.named_bodies
    )


def _nisba(word: str) -> bool:
    """«الدولي», «الطبية»; not «المرضى»."""
    return is_definite(word) and fold(word).startswith(ARTICLE) and bare(word).endswith(("ي", "ية"))


def _unlisted(line: ReadLine, at: int, names: Names) -> bool:
    """«هواري بومدين» in «مطار هواري بومدين الدولي»: two bare words between a bare noun and its own adjective.

    Not in «مدينة سان بطرسبرج الروسية», nor in «مستشفى تربة يعايد».
    """
    if not _nisba(line.word(at + 3)) or bare_or_joined(line.word(at), names.cues.settlements):
        return False
    together = all(line.close(near) for near in (at + 1, at + 2, at + 3)) and not is_definite(line.word(at))
    pair, acts = (line.word(at + 1), line.word(at + 2)), line.folded(at + 2).startswith(("ي", "ت"))
    return together and not acts and all(name_like(word, names) and not joined_word(word, names) for word in pair)


def _name_end(line: ReadLine, first: int, bare_words: int, places: frozenset[int], names: Names) -> int:
    """The last word of the name itself: «عبد الحميد شومان», «محمد الخامس», «سعد العبد الله».

    `bare_words`: how many of it count already; after a king's name, «الملك سعود», none are added.
    """
    last = first + (line.folded(first) in names.particles and line.close(first + 1))
    while line.close(last + 1) and last + 1 not in places:
        folded = line.folded(last + 1)
        if folded in names.particles and line.close(last + 2):
            last += 2
        elif folded in names.seconds:
            last += 1
        elif bare_words < _MOST_BARE and _second_name(line, last + 1, places, names):
            last, bare_words = last + 1, bare_words + 1
        else:
            break
    return last


def _second_name(line: ReadLine, at: int, places: frozenset[int], names: Names) -> bool:
    """«ماهر» in «مستشفى أحمد ماهر»: a given name, or a bare word before an adjective, «ب» and a place, or a mark."""
    word = line.word(at)
    could = name_like(word, names) and not joined_word(word, names) and not line.folded(at).startswith("و")
    ends = _nisba(line.word(at + 1)) or at + 1 in places or not line.close(at + 1)
    return could and (ends or given(word, names))


def _adjoins(line: ReadLine, at: int, names: Names) -> bool:
    """A definite adjective or «للإغاثة»; a style or rank begins somebody's name."""
    word, folded, roles = line.word(at), line.folded(at), names.roles
    if not line.close(at) or not is_definite(word) or not folded.startswith((ARTICLE, TAKEN_UP)):
        return False
    begins = among(word, roles.styles, roles.ranks, roles.titles, roles.honours, roles.heads)
    return not begins and folded not in names.times and folded not in names.organisations.ending
