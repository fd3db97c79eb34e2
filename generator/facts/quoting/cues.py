"""Where somebody speaks: the word of saying, the noun phrase of who says it, and where the words begin.

Invariant: no cue is read in the words spoken, and none overlaps another. It lies in one sentence; its spans are word
indices of its passage, and `words_at` is a character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.subjects import THAT, opens, subject_end, subject_start
from generator.lexicon.speech import Gender, Phrases, has_form
from generator.reading.clitics import ARTICLE, HIS, OWNERS, TAKEN_UP, TO_OR_IN

Kind = Literal["finite", "participle", "noun", "saying", "according", "document", "impersonal", "unseen"]
How = Literal["colon", "that", "direct"]

_COLON = re.compile(r":(?!\d|//)")
_BREAK = re.compile(r"[.؟?!؛]")
_MOST_BETWEEN = 40  # Words between a verb and what it takes; beyond that they belong to another clause.
_LONGEST_UNSEEN_SUBJECT = 6
_MANY = "ين"
_SHORTEST_VERB = 3
_NEAR_THAT, _NEAR_WORDS = 6, 15  # Words that may stand between a homograph's subject and what it takes.
_HIS_OCCASION = ("ته", "تها", "تهم")
_SPOKEN_END = ("»", "”", "“", '"', "›", "'")


@dataclass(frozen=True)
class Cue:
    """A word of saying. `at` to `until` are its own words; `subject` the words of who speaks; `how` his words begin.

    relayed: another hands on what is said. begun: «أنه», so that the marks hold but the rest of the sentence.
    """

    kind: Kind
    at: int
    until: int
    verb: str
    sentence: int
    gender: Gender | None = None
    plural: bool = False
    led: bool = False
    subject: tuple[int, int] | None = None
    how: How | None = None
    words_at: int = 0
    takes_words: bool = True
    says: bool = True
    after_words: bool = False
    relayed: bool = False
    begun: bool = False

    @property
    def end(self) -> int:
        """The index after the words of saying and of who speaks."""
        return self.subject[1] if self.subject else self.until


def find_cues(para: Hearing, named: frozenset[int] = frozenset()) -> tuple[Cue, ...]:
    """Every cue of a passage in order, outside the words spoken. named: the words at which known names begin."""
    found: list[Cue] = []
    cued, end, words = para.speech.cued, 0, para.line.words
    told = [at for at, word in enumerate(words) if word in cued]
    for at in sorted(para.heads.union(told) - {len(words)}):
        if at >= end and not para.hidden[at]:
            cue = _thus(para, at) or _phrase(para, at, named) or _verb(para, at, named) or _unseen(para, at)
            if cue:
                found.append(cue)
                end = cue.until
    return tuple(found)


def _thus(para: Hearing, at: int) -> Cue | None:
    """«…»، هكذا بدأت فلانة حديثها: whatever the verb, its subject speaks."""
    verb = at + para.speech.thus.at(para.line.words, at)
    if verb == at or verb >= len(para.line.words) or not _after_words(para, at):
        return None
    return _with_subject(
        para, Cue("finite", at, verb + 1, para.line.tokens[verb].text, para.sentence[at], after_words=True)
    )


def _phrase(para: Hearing, at: int, named: frozenset[int]) -> Cue | None:
    """A phrase of saying: «بحسب فلان», «جاء في بيان الوزارة»."""
    speech = para.speech
    if para.line.words[at] not in speech.phrase_heads:
        return None
    kinds: tuple[tuple[Phrases, Kind], ...] = (
        (speech.impersonal, "impersonal"),
        (speech.according_to_him, "noun"),
        (speech.according, "according"),
        (speech.appears_in, "document"),
        (speech.saying, "saying"),
    )
    for phrases, kind in kinds:
        count = phrases.at(para.line.words, at)
        if count and all(not para.line.between(at + i, at + i + 1).strip() for i in range(count - 1)):
            text = para.line.text[para.line.starts[at] : para.line.tokens[at + count - 1].end]
            cue = Cue(kind, at, at + count, text, para.sentence[at], led=text.startswith("و"))
            cue = replace(cue, plural=kind == "saying" and text.endswith(_MANY))
            if kind == "according":
                return _according(para, cue, named)
            return _with_words(para, _with_subject(para, cue) if kind == "document" else cue)
    return None


def _according(para: Hearing, cue: Cue, named: frozenset[int]) -> Cue | None:
    """«بحسب فلان», «وفق ما ذكرته الوزارة», «بحسب تصريحاته»; not «حسب رغبة المدرب», which nobody says."""
    words, speech, at = para.line.words, para.speech, cue.until
    if at >= len(words) or not para.line.close(at):
        return None
    if words[at].endswith(OWNERS) and words[at] in speech.occasions:
        return _with_words(para, replace(cue, kind="noun", until=at + 1))
    if words[at] in ("ما", "لما") and at + 1 < len(words):
        said = speech.forms.get(words[at + 1].removesuffix(HIS))
        at = at + 2 if said and said[0].kind == "finite" and words[at + 1].endswith(HIS) else at
    elif words[at] in speech.sayings:
        at += 1  # «وفق تعبير فلان»
    if at == cue.until and not (opens(para, at, named) or words[at].startswith((ARTICLE, TAKEN_UP))):
        return None
    if at < len(words) and (at > cue.until or words[at] not in speech.occasions or words[at] in speech.documents):
        end = subject_end(para, at, to=True)
        return _with_words(para, replace(cue, subject=(at, end))) if end > at else None
    return None


def _after_words(para: Hearing, at: int) -> bool:
    """«…»، -: words spoken end before a word, but for a comma and a dash."""
    gap = para.line.between(at - 1, at).rstrip()
    gap = gap[:-1].rstrip() if gap.endswith("-") else gap
    gap = gap[:-1].rstrip() if gap.endswith(("،", ",")) else gap
    return gap.endswith(_SPOKEN_END)


def _verb(para: Hearing, at: int, named: frozenset[int]) -> Cue | None:
    said = para.said(at)
    if said is None:
        return None
    form, verb = said.form, said.form.verb
    after_words = not said.led and _after_words(para, at)
    cue = Cue(
        form.kind, at, at + 1, said.word, para.sentence[at], form.gender, form.plural, said.led,
        takes_words="words" in verb.takes, after_words=after_words, says=not verb.thinks,
    )  # fmt: skip
    if form.kind == "finite":
        cue = _with_subject(para, cue, named)
        cue = _relayed(para, cue) if verb.relays else cue
    cue = _with_words(para, cue)
    return None if verb.homograph and not _is_proved(para, cue) else cue


def _is_proved(para: Hearing, cue: Cue) -> bool:
    """A homograph speaks when it heads its clause and its words, or a word of saying, follow its subject."""
    if cue.kind != "finite":
        return cue.how is not None
    # «واختتم حديثه قائلا», «مضى إلى القول».
    if any(para.speech.saying.at(para.line.words, i) for i in range(cue.end, cue.end + 6)):
        return True
    before, openers = para.line.between(cue.at - 1, cue.at), para.speech.openers
    heads = cue.led or cue.at in para.heads or any(c in before for c in "،,؛:")
    if not (heads or (cue.at > 0 and para.line.words[cue.at - 1] in openers | para.speech.turning)):
        return False
    return cue.after_words or (cue.how is not None and (cue.takes_words or cue.how != "direct") and _is_near(para, cue))


def _is_near(para: Hearing, cue: Cue) -> bool:
    """With a colon or marks a few words may lie between; «أن» follows at once, or after a comma or an occasion."""
    opened = para.first_piece(cue.words_at) if cue.how == "colon" else None
    if opened is not None and not para.line.text[cue.words_at : opened.open].strip():
        return True  # «كشف فلان سبب ما جرى: "…"»: however far behind
    straight = cue.how == "that" and "،" not in para.line.text[para.line.tokens[cue.end - 1].end : cue.words_at]
    return para.line.words_to(cue.words_at) - cue.end <= (_NEAR_THAT if straight else _NEAR_WORDS)


def _unseen(para: Hearing, at: int) -> Cue | None:
    """Any word at the head of a sentence that a short subject, «أن» and marks follow is a verb of saying."""
    if at not in para.heads:
        return None
    word, led = para.line.words[at].removeprefix("و"), para.line.words[at].startswith("و")
    if word in para.speech.not_verbs or word.startswith(ARTICLE) or len(word) < _SHORTEST_VERB:
        return None
    feminine = (word.startswith("ت") and len(word) > _SHORTEST_VERB and not led) or word.endswith("ت")
    text = para.line.tokens[at].text[led:]
    cue = Cue("unseen", at, at + 1, text, para.sentence[at], "f" if feminine else "m", led=led)
    cue = _with_words(para, _with_subject(para, cue))
    if cue.how != "that" or cue.end - at > _LONGEST_UNSEEN_SUBJECT + 1 or not _is_near(para, cue):
        return None
    opened = para.first_piece(cue.words_at)
    return cue if opened and not para.line.text[cue.words_at : opened.open].strip(" ،,") else None


def _with_subject(para: Hearing, cue: Cue, named: frozenset[int] = frozenset()) -> Cue:
    speech, start = para.speech, subject_start(para, cue.until, named)
    end = subject_end(para, start)
    if end == start:
        return cue
    word = para.line.words[start]
    if _is_object(para, cue, start, named):
        return cue
    # «خلصت جلسته», «أكد بيانها»: an occasion with a pronoun is nobody.
    if word.endswith(_HIS_OCCASION) and word[: word.rindex("ت")] + "ه" in speech.occasions:
        return cue
    # «واختتم حديثه»: what is said, not who says it; but «بيان الوزارة» speaks for whoever issued it.
    issued = cue.kind == "document" or (word in speech.documents and end > start + 1)
    return cue if word in speech.occasions and not issued else replace(cue, subject=(start, end))


def _is_object(para: Hearing, cue: Cue, start: int, named: frozenset[int]) -> bool:
    """«وعد بتعزيز الإجراءات», «يؤكد "الدعم القوي"»: what was said or done, not who says it."""
    word, following = para.line.words[start], para.line.folded(start + 1)
    what = word[0] in TO_OR_IN and following.startswith(ARTICLE) and para.line.close(start + 1)
    heads = cue.led or cue.at in para.heads
    piece = None if heads else para.first_piece(para.line.tokens[start - 1].end)
    marked = piece is not None and piece.start == para.line.starts[start]
    return start not in named and (marked or (what and not has_form(para.speech.describing, word)))


def _relayed(para: Hearing, cue: Cue) -> Cue:
    """Of «نقلت … عن … قوله» the one after the last «عن» speaks; without «عن» the subject does."""
    found = cue
    for i in range(cue.end, min(cue.end + _MOST_BETWEEN, len(para.line.words))):
        if para.hidden[i] or para.sentence[i] != cue.sentence or para.line.words[i] in THAT:
            break
        if para.line.words[i] in para.speech.relaying and (stop := subject_end(para, i + 1)) > i + 1:
            found = replace(found, subject=(i + 1, stop), relayed=True, gender=None)
    return found


def _with_words(para: Hearing, cue: Cue) -> Cue:
    """The cue with the place where its words begin: after a colon, after «أن», or at marks."""
    line, stop, count = para.line, para.sentences[cue.sentence][1], len(para.line.words)
    at = line.tokens[cue.end - 1].end
    for i in range(cue.end, min(cue.end + _MOST_BETWEEN, count + 1)):
        until = line.starts[i] if i < count else len(line.text)
        found = None if line.text[at:until] == " " else _begins(para, at, min(until, stop))
        if found:
            return replace(cue, how=found[0], words_at=found[1])
        if i == count or until >= stop or para.hidden[i]:
            break
        word, at = line.words[i], line.tokens[i].end
        if word in THAT:
            return replace(cue, how="that", words_at=at, begun=not word.endswith("ان"))
        if word in para.speech.prepositions and i + 1 < count and para.hidden[i + 1]:
            return replace(cue, how="that", words_at=at)
        if word in para.speech.cues and _speaks(para, i):
            break
    return cue


def _begins(para: Hearing, start: int, end: int) -> tuple[How, int] | None:
    gap = para.line.text[start:end]
    colon = _COLON.search(gap)
    if colon:
        return "colon", start + colon.end()
    opened = None if _BREAK.search(gap) else para.first_piece(start)
    if opened is None or opened.open > end:
        return None
    spoken = para.inside(opened)
    return ("direct", opened.open) if spoken and para.hidden[spoken.start] else None


def _speaks(para: Hearing, at: int) -> bool:
    said = para.said(at)
    if said is None:
        return bool(para.speech.saying.at(para.line.words, at))
    return not said.form.verb.homograph or said.form.kind == "participle"
