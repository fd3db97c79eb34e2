"""People whom an article names without a public office: speakers in words of the text, never entities.

Invariant: whom the text calls a witness, a relative, one who fled, was held, tried or harmed, or by an everyday trade,
is sheltered wherever the article names him: his words are his noun's, and no label holds his name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.facts.names.shape import (
    given,
    given_after_clitic,
    is_foreign,
    joined_word,
    name_like,
    run,
    starts_name,
)
from generator.facts.names.sight import seen
from generator.facts.names.words import among, is_definite
from generator.facts.quoting.hearing import Hearing
from generator.lexicon import Lexicon
from generator.lexicon.names import Names
from generator.lexicon.speech import Speech, has_form
from generator.model import Entity, Evidence, Facts
from generator.reading.clitics import AND, ARTICLE, THIRD_PERSONS
from generator.reading.letters import bare, fold, key
from generator.reading.line import ReadLine, kept_on_lexicon

_NEAR = 2  # words before a name in which a noun still tells what its bearer is: «اللاجئة السورية فلانة»
_HARM = 4  # words before a name in which an arrest or a death still concerns its bearer
_TRADE = 4  # words between the noun of a trade and a name that ends its phrase
_BEHIND = 3  # words after a name in which it is told what its bearer is: «، وهو نازح»


@dataclass(frozen=True)
class Others:
    """The people named, and the keys of the names that no page may show."""

    people: tuple[Entity, ...] = ()
    sheltered: frozenset[str] = frozenset()


def others(paras: Iterable[Hearing], facts: Facts, lexicon: Lexicon) -> Others:
    """Everybody whose name has a name's shape, or its place, and who is no entity of the article."""
    known = [m for x in (*facts.people, *facts.organisations, *facts.places) for m in x.mentions]
    taken: dict[int, list[Evidence]] = {}
    for mention in known:
        taken.setdefault(mention.line, []).append(mention)
    found: dict[str, list[Evidence]] = {}
    sheltered: set[str] = set()
    for para in paras:
        for first, last in _named(para, _words(para, taken.get(para.line.number, ())), lexicon):
            joined = _joined(para, first, lexicon.names)
            start = para.line.starts[first] + (len(AND) if joined else 0)
            shown = para.line.evidence(start, para.line.tokens[last].end, "speaker")
            found.setdefault(key(shown.text), []).append(shown)
            if _shelters(para, first, last, lexicon):
                sheltered.add(key(shown.text))
    people = (Entity("person", None, said[0].text, None, tuple(said)) for said in found.values())
    return Others(tuple(people), frozenset(sheltered))


def _words(para: Hearing, mentions: Iterable[Evidence]) -> frozenset[int]:
    """The numbers of the words that entities take."""
    spans = ((para.line.words_to(m.start + 1) - 1, para.line.words_to(m.end)) for m in mentions)
    return frozenset(at for first, last in spans for at in range(first, last))


def _named(para: Hearing, taken: frozenset[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The first and last words of each name, in order and without overlap."""
    free, names = 0, lexicon.names
    for at in _openings(para.line, lexicon):
        if at < free or at in taken or para.hidden[at]:
            continue
        clitic = given_after_clitic(para.line.word(at), names) if at == free > 0 and para.line.close(at) else None
        if not (clitic and clitic.prefix == AND) and not _begins(para, at, lexicon):
            continue
        last = run(para.line, at, taken, names)
        stop = next((x for x in range(at + 1, (last or at) + 1) if _ends(para, x, names)), None)
        last = stop - 1 if stop is not None else last and _foreign_end(para, last, names)
        if last is not None and last > at:
            free = last + 1
            yield at, last


def _openings(line: ReadLine, lexicon: Lexicon) -> list[int]:
    """The words at which a name may begin, by themselves or by what stands behind them: one of four of a text."""
    names = lexicon.names
    sons = [at - 1 for at in seen(line, "son", names) if at]
    return sorted({*seen(line, "opens", names), *line.that(_could_name, lexicon), *sons})


def _foreign_end(para: Hearing, last: int, names: Names) -> int:
    """«جان بول ترواديك المدير»: another foreign word, where the name's end is told by what follows."""
    line, word = para.line, para.line.right(last)
    more = (
        bool(word)
        and name_like(word, names)
        and is_foreign(word, names)
        and not (para.said(last + 1) or _joined(para, last + 1, names))
    )
    following = line.folded(last + 2)
    ended = following in para.speech.stops or (following.startswith("ل") and following[1:] in para.speech.audiences)
    told = is_definite(line.right(last + 1)) or not line.close(last + 2) or ended
    return last + 1 if more and told else last


def _ends(para: Hearing, at: int, names: Names) -> bool:
    """A word with which a name has ended: «قولها», «الأستاذ» in «حمدي محمود الأستاذ في الجامعة»."""
    line, roles, word = para.line, names.roles, para.line.word(at)
    style = is_definite(word) and among(word, roles.styles, roles.honours) and line.close(at + 1)
    noun = not (is_definite(word) or given(word, names)) and has_form(para.speech.describing, line.words[at])
    owned = not (is_definite(word) or given(word, names) or bare(word).endswith("ة")) and word.endswith(THIRD_PERSONS)
    return line.words[at] in para.speech.stops or style or noun or owned or _goes_on(para, at, names)


def _goes_on(para: Hearing, at: int, names: Names) -> bool:
    """«تيم نونان المنتمي إلى»: a participle that a preposition completes is no part of a name of two."""
    line = para.line
    participle = is_definite(line.word(at)) and line.words[at].startswith("الم") and not is_definite(line.word(at - 1))
    return participle and line.folded(at + 1) in para.speech.governs and name_like(line.word(at - 2), names)


def _begins(para: Hearing, at: int, lexicon: Lexicon) -> bool:
    """A name begins at a given name; at any word that can be one after a verb of saying, a style or a trade."""
    names = lexicon.names
    if starts_name(para.line, at, names):
        return True
    beside = at > 0 and (para.line.close(at) or _initial(para, at))
    could = beside and _could_name(para.line.word(at), lexicon)
    return could and _goes_with(para, at + 1, names) and _has_place(para, at, names)


def _has_place(para: Hearing, at: int, names: Names) -> bool:
    """Two words that may be a name stand where one stands: how sure they must look depends on what is before them."""
    line, second = para.line, para.line.right(at)
    sounds = is_foreign(line.word(at), names)
    family = fold(second).startswith(ARTICLE) and fold(second).endswith("ي")
    if not family and (not name_like(second, names) or joined_word(second, names)):
        return False
    looks, sure = family or sounds, family or sounds or given(second, names)
    definite = is_definite(line.word(at - 1))
    if _styled(para, at - 1, names):
        return sure or _tells(para, at - 2)
    if _tells(para, at - 1):
        return looks or not bare(line.word(at)).endswith("ة")
    if definite and _tells(para, at - 2):
        return sure
    return looks and (para.said(at - 1) is not None or (definite and _beside_trade(para, at)))


def _goes_with(para: Hearing, at: int, names: Names) -> bool:
    """The second word of a name: no verb («حاولت»), no hearer («لشبكة»), no noun of somebody («قصة كاتب»)."""
    word, folded = para.line.word(at), para.line.folded(at)
    other = not is_definite(word) and has_form(para.speech.beside_names, folded)
    return not other and (given(word, names) or not folded.endswith("ت") or is_foreign(word, names))


@kept_on_lexicon
def _could_name(word: str, lexicon: Lexicon) -> bool:
    """A word that no list explains: no body, no noun of a speaker, nothing joined to a word before it."""
    names, bodies = lexicon.names, lexicon.names.organisations
    if fold(word).startswith(AND) or not name_like(word, names) or joined_word(word, names):
        return False
    everyday = among(word, bodies.proper, bodies.common, names.cues.place_nouns)
    return not (everyday or has_form(lexicon.speech.describing, fold(word)))


def _tells(para: Hearing, at: int) -> bool:
    """A finite verb of saying stands there: who follows it speaks."""
    said = para.said(at) if at >= 0 else None
    return said is not None and said.form.kind == "finite" and not said.form.verb.homograph


def _beside_trade(para: Hearing, at: int) -> bool:
    """«مخرج العمل أوس الشرقي»: a noun of somebody begins the phrase that a name ends."""
    for near in range(at - 2, max(-1, at - 2 - _TRADE), -1):
        if not para.line.close(near + 1):
            return False
        if has_form(para.speech.describing, para.line.words[near]):
            return True
    return False


def _initial(para: Hearing, at: int) -> bool:
    """«د. سمير»."""
    return len(para.line.word(at - 1)) == 1 and para.line.gap(at).strip() == "."


def _joined(para: Hearing, first: int, names: Names) -> bool:
    """«سامر الحداد ووليد»: a name that «و» joins to the one before, which shelters nobody."""
    clitic = given_after_clitic(para.line.word(first), names)
    return clitic is not None and clitic.prefix == AND


def _styled(para: Hearing, at: int, names: Names) -> bool:
    """A style, a rank or the noun of somebody who speaks, right before a name: «المهندس», «الخبير»."""
    word = para.line.word(at)
    if len(word) == 1:
        return word.isalpha()
    styles = among(word, names.roles.styles, names.roles.ranks, names.roles.titles)
    return is_definite(word) and (styles or has_form(para.speech.describing, para.line.words[at]))


def _shelters(para: Hearing, first: int, last: int, lexicon: Lexicon) -> bool:
    """True for one whom the words beside his name shelter."""
    line, speech, harmed = para.line, para.speech, lexicon.names.roles.harmed
    joined = _joined(para, first, lexicon.names)
    for at in range(first - 1, max(-1, first - 1 - _HARM), -1):
        if joined or (line.stops(at + 1) and not _initial(para, at + 1)):
            break
        near = first - at <= _NEAR
        if among(line.word(at), harmed) or (near and is_sheltered(line.words[at], speech)):
            return True
    behind = line.words[last + 1 : last + 1 + _BEHIND]
    linked = bool(behind) and behind[0].startswith(AND) and among(behind[0], lexicon.names.roles.links)
    own = any(is_sheltered(word, speech) for word in (behind if linked else behind[:1]))
    return own or any(word.endswith("ا") and word[:-1] in speech.sheltered for word in behind)  # «الذي يعمل سائقا»


def is_sheltered(word: str, speech: Speech) -> bool:
    """A noun of kin, condition or everyday trade, with article, pronoun or neither."""
    folded = fold(word).removeprefix(AND)
    stems = [folded.removesuffix(end) for end in THIRD_PERSONS if folded.endswith(end)]
    owned = any(not speech.sheltered.isdisjoint((stem, stem.removesuffix("ت") + "ه")) for stem in stems)
    return owned or not speech.sheltered.isdisjoint((folded, folded.removeprefix(ARTICLE)))
