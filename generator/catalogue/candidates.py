"""Which words of an article may stand by themselves on the front page, each as whose words they stand.

Somebody's direct words, what he is told to have said, or a sentence of the article with a figure. Invariant: each is a
piece of one paragraph, word for word; it leans on nothing before it, is cut from nothing that goes on behind it, and
who says it is named in its own line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from generator.catalogue.groups import Entry
from generator.catalogue.institutions import UNKNOWN, Institution, institution_of
from generator.facts.names.words import among, is_definite, state_of
from generator.facts.quoting.subjects import THAT
from generator.facts.summing.sentence import Sentence, cued, cut_sentence
from generator.facts.summing.shortening import is_closed
from generator.facts.summing.standing import FEWEST, is_unbroken, leans
from generator.lexicon import Lexicon
from generator.model import Evidence, Facts, Figure, Line, Quote
from generator.reading.letters import fold, tokens
from generator.reading.line import ReadLine, line_read, read_line

Voice = Literal["said", "document", "report"]
_FEMININE = "ه"  # in match form

_MOST = 45
"""Words that a reader takes in at a glance: of 400 sayings of 130 articles one in nine is longer."""
_EARLY = 10
"""First words in which a thing is what the piece is about; later ones mostly name what stands before them."""
_MOST_LABEL = 9
"""Words of what a speaker without a name is called by: in a longer one something else was read along."""
_UNSAID = re.compile(r"[؟?…\[\]]|\.\.")
_STOPPED = re.compile(r"[\s»”\"')]*(?:[.،؛,:!]|$)")
_ALONE = frozenset(word for word in THAT if word.endswith("ن"))
"""«أن», «بأن», without a pronoun: behind «أنه» stand words that lack their subject."""


@dataclass(frozen=True)
class Quotable:
    """Words that may be a point, as whose they stand. `shown_by`: what leads to them on their article's page."""

    entry: Entry
    words: Evidence
    shown_by: Evidence
    voice: Voice
    quote: Quote | None = None
    institution: Institution = UNKNOWN
    has_figure: bool = False

    @cached_property
    def line(self) -> ReadLine:
        """The words by themselves."""
        return read_line(self.words.text)


def candidates(entry: Entry, lexicon: Lexicon) -> Iterator[Quotable]:
    """All that may be a point of an article, before anyone looks whether it `stands`."""
    facts = entry.article.facts
    figures = sorted(filter(is_exact, facts.figures), key=_place)
    speakers = dict[str | None, Institution]()
    for quote in facts.quotes:
        if quote.speaker_basis == "in-line" and (quote.marks == "closed" or quote.is_reported):
            if quote.speaker not in speakers:
                speakers[quote.speaker] = institution_of(quote, facts, lexicon)
            if _is_known(quote, facts, speakers[quote.speaker]):
                held = _held(quote, figures) is not None
                yield Quotable(entry, quote, quote, "said", quote, speakers[quote.speaker], held)
    # What a publisher tells in its own words is a sentence of the summary, which reads well by itself.
    for piece in facts.summary if facts.outlet else ():
        figure = _held(piece, figures)
        if figure:
            yield Quotable(entry, piece, figure, "report", has_figure=True)


def is_feminine(office: str) -> bool:
    """Whether the first word of an office is that of a woman: «وزيرة», «رئيسة»."""
    return fold(office).endswith(_FEMININE)


def is_exact(figure: Figure) -> bool:
    """Whether a figure has a number, and is no length of time."""
    numbers = (figure.value, figure.low, figure.high)
    return figure.kind != "duration" and any(number is not None for number in numbers)


def _place(figure: Figure) -> tuple[int, int]:
    return figure.line, figure.start


def _held(words: Evidence, figures: Sequence[Figure]) -> Figure | None:
    """The first of some figures, which are in order, among some words."""
    first, last = words.spots[0], words.spots[-1]
    at = bisect_left(figures, (first.line, first.start), key=_place)
    return figures[at] if at < len(figures) and _place(figures[at]) < (last.line, last.end) else None


def checked(one: Quotable, lexicon: Lexicon, read: Callable[[Line], ReadLine] = line_read) -> Quotable | None:
    """The candidate, as a document's where it is of one; None where its words do not stand by themselves.

    `read`: what reads its line, for a paragraph of many candidates to be read once.
    """
    held, start, end = one.entry.article.cleaned.span(one.words)
    sentence = cut_sentence(1, read(held), (start, end), lexicon.summary.stops)
    fits = _is_report(one, sentence, lexicon) if one.quote is None else _is_whole(one.quote, sentence, lexicon)
    if not fits or not _stands(one.entry, sentence, one.institution, lexicon):
        return None
    return replace(one, voice="document") if one.quote and _is_document(sentence, lexicon) else one


def _is_whole(quote: Quote, one: Sentence, lexicon: Lexicon) -> bool:
    """Whether a saying is all that was said at a place, and none of the writer's loaded words."""
    if quote.marks == "closed":
        return _is_whole_speech(one, quote)
    return _is_whole_clause(one, quote, lexicon) and not lexicon.points.loaded_in(one.line, *one.span)


def _is_known(quote: Quote, facts: Facts, institution: Institution) -> bool:
    """Whether readers learn who speaks: somebody with a name and an office, a body, the holder of a known office."""
    if any(x.name == quote.speaker for x in facts.organisations):
        return True
    named = next((x for x in facts.people if x.name == quote.speaker), None)
    if named:
        return bool(named.role or named.id)
    short = len(tokens(quote.speaker or "")) <= _MOST_LABEL
    return short and institution.kind in ("officials", "body")


def _stands(entry: Entry, one: Sentence, own: Institution, lexicon: Lexicon) -> bool:
    """Whether words can be read alone: long enough and not too long, whole, unmarked by an editor, of a known day."""
    if not FEWEST <= one.length <= _MOST or _UNSAID.search(one.text) or not is_closed(one.text):
        return False
    if leans(one, lexicon) or _points_back(one, own, lexicon):
        return False
    cleaned, slips = entry.article.cleaned, entry.article.facts.slips
    marked = any(cleaned.holder(slip.line).number == one.line.number for slip in slips)
    return not marked and (entry.dated or not _is_relative(one, lexicon))


def _points_back(one: Sentence, own: Institution, lexicon: Lexicon) -> bool:
    """«المنطقة», «الشركة»: which one, the text said before; «الشركة السعودية» and a speaker's own say so themselves."""
    written, roles = one.line.written[one.first : one.last], lexicon.names.roles
    bare = (lexicon.points.bare - {fold(word.text) for word in tokens(own.name)}) | roles.heads
    early = (at for at, word in enumerate(written[:_EARLY]) if is_definite(word) and among(word, bare))
    return any(not _is_told(written, at, lexicon) for at in early)


def _is_told(written: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether the word behind a noun tells which it is: «الشركة السعودية», «الرئيس ترامب», not «المدير العام»."""
    roles, bodies = lexicon.names.roles, lexicon.names.organisations
    behind = written[at + 1] if at + 1 < len(written) else ""
    if among(written[at], roles.heads):
        return bool(behind) and (not is_definite(behind) or state_of(behind, lexicon.entities) is not None)
    told = is_definite(behind) and not among(behind, roles.once, roles.qualities, bodies.ordinals)
    return bool(behind) and told


def _is_relative(one: Sentence, lexicon: Lexicon) -> bool:
    words = one.line.words[one.first : one.last]
    return not lexicon.points.relative.isdisjoint(words)


def _is_whole_speech(one: Sentence, quote: Quote) -> bool:
    """Direct words with a full stop of their own, or from a colon, «أن» or a name to where a sentence pauses."""
    line, end = one.line, one.span[1]
    before = line.words[one.first - 1] if one.first else ""
    led = ":" in line.gap(one.first) or before in _ALONE or line.words[one.first] in _ALONE
    named = before in {fold(word.text) for word in tokens(quote.speaker or "")}
    return one.text.endswith(".") or ((led or named) and bool(_STOPPED.match(line.text, end)))


def _is_whole_clause(one: Sentence, quote: Quote, lexicon: Lexicon) -> bool:
    """What somebody is told to have said, up to the end of its sentence or a comma behind which more hangs on it."""
    said = lexicon.speech.forms.get(fold(quote.verb or ""))
    if said is None or fold(said[0].verb.past) in lexicon.points.doubtful or said[0].verb.thinks:
        return False
    line, end = one.line, one.span[1]
    if any(last - 2 <= end <= last for _, last in line.sentences):
        return True
    if one.last == len(line.words):
        return False
    more = lexicon.speech.read(line.written[one.last], line.words[one.last])
    hangs = line.comma(one.last) and line.starts[one.last] in cued(line, "hanging", lexicon.summary)
    return hangs or bool(more and more.form.kind == "participle")


def _is_document(one: Sentence, lexicon: Lexicon) -> bool:
    """Whether a statement or a report is named among the words before."""
    before = one.line.written[max(0, one.first - _MOST) : one.first]
    return any(among(word, lexicon.points.documents) for word in before)


def _is_report(one: Quotable, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence is a publisher's own: nobody else says it, no loaded word, none in which writers tell of
    themselves anywhere in the text.
    """
    article = one.entry.article
    said = (article.cleaned.span(quote) for quote in article.facts.quotes)
    spans = ((start, end) for line, start, end in said if line.number == sentence.line.number)
    spoken = any(start < sentence.span[1] and sentence.span[0] < end for start, end in spans)
    if spoken or not is_unbroken(sentence) or lexicon.points.loaded_in(sentence.line, *sentence.span):
        return False
    return not any(cued(line_read(line), "closing", lexicon.summary) for line in article.cleaned.paragraphs)
