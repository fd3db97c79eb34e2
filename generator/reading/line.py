"""A text as it is read: its lines, and of each line the words, sentences, marks and numerals, made once and when asked.

Every finder of a source is handed the same `ReadText`, so that a line is divided into words once, whoever asks first.
`line.once(make, lexicon)` keeps in the same way what a finder makes of a line with its own lexicon.

Invariant: all that a line holds rests on its text alone; spans are code points of the line, end excluded, and words are
counted from 0. To read a line costs in step with its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Any, Self, TypeVar

from generator.model import Cleaned, Evidence, Line
from generator.reading.letters import Token, labelled, tokens, words_folded
from generator.reading.marks import Marked, pair
from generator.reading.memo import MOST_ANSWERS, Lazy
from generator.reading.numerals import Item, items
from generator.reading.sentences import near_span, sentence_span, sentences

L = TypeVar("L")
T = TypeVar("T")
W = TypeVar("W")
K = TypeVar("K", bound="Asked")
Span = tuple[int, int]

# A dash made of tatweel ends a clause as a full stop does.
_HARD = frozenset(".:؛;؟?!…\nـ")
_TIES = "_"
"""What joins the words of a hashtag: «#قوات_سوريا_الديمقراطية» is three words."""
_PLAIN_GAPS = frozenset((" ", "  ", "\u00a0", "\t", _TIES))
_COMMAS = frozenset("،,")
_COMMA = re.compile("[،,]")
_OPENERS = {"(": ")", "«": "»", "“": "”", '"': '"', "[": "]"}


class Asked:
    """Keeps what functions made of it when it was asked, beside its own views."""

    def once(self, make: Callable[[Self, L], T], lexicon: L) -> T:
        """What a function makes of this with a lexicon (compared by identity), made when it is first asked for."""
        key = (make, id(lexicon))
        if key not in self._made:
            self._made[key] = (make(self, lexicon), lexicon)  # the lexicon too: its identity is then no other's
        value: T = self._made[key][0]
        return value

    @Lazy
    def _made(self) -> dict[object, Any]:
        return {}

    @Lazy
    def answers(self) -> defaultdict[object, dict[Any, Any]]:
        """What each function of `kept_on_lexicon` said with this lexicon, by the word."""
        return defaultdict(dict)


def kept_on_lexicon(make: Callable[[W, K], T]) -> Callable[[W, K], T]:
    """Keeps what a function says of a word with a lexicon, on that lexicon: it is let go when the lexicon is.

    A cache of the function's own would hold each lexicon that was ever read: 30 MB for each rebuild of a served site.
    """

    @wraps(make)
    def answer(word: W, lexicon: K) -> T:
        known = lexicon.answers[answer]
        if word in known:
            said: T = known[word]
            return said
        if len(known) >= MOST_ANSWERS:
            known.clear()
        made = known[word] = make(word, lexicon)
        return made

    return answer


class ReadLine(Asked, Line):
    """A line of a source with all that can be read from it; questions about a word take its number."""

    @Lazy
    def tokens(self) -> tuple[Token, ...]:
        """The words as written, each with its span."""
        return tokens(self.text)

    @Lazy
    def written(self) -> tuple[str, ...]:
        """The words as written."""
        return tuple([token.text for token in self.tokens])

    @Lazy
    def words(self) -> tuple[str, ...]:
        """The words in match form."""
        return words_folded(self.text)

    @Lazy
    def key(self) -> str:
        """The words in match form as one string, for comparing whole lines."""
        return " ".join(self.words)

    @Lazy
    def labelled(self) -> tuple[str, ...]:
        """The words in match form, a run of numbers as one `#`."""
        return labelled(self.words)

    @Lazy
    def starts(self) -> tuple[int, ...]:
        """Where each word begins."""
        return tuple([token.start for token in self.tokens])

    @Lazy
    def commas(self) -> tuple[int, ...]:
        """The numbers of the words before which a comma stands, in order."""
        places = [self.words_to(comma.start()) for comma in _COMMA.finditer(self.text)]
        return tuple([at for at in dict.fromkeys(places) if 0 < at < len(self.starts)])

    @Lazy
    def sentences(self) -> tuple[Span, ...]:
        """The spans of the sentences; none for a blank line."""
        return sentences(self.text)

    @Lazy
    def marks(self) -> Marked:
        """What quotation marks and brackets part off."""
        return pair(self.text)

    @Lazy
    def items(self) -> tuple[Item, ...]:
        """Words in match form and numerals with their values: «ب30» is two, unlike in `words`."""
        return items(self.text)

    def that(self, question: Callable[[str, K], object], lexicon: K) -> list[int]:
        """The numbers of the words of which a question that is kept on a lexicon holds."""
        known = lexicon.answers[question]
        return [
            at for at, word in enumerate(self.written) if (known[word] if word in known else question(word, lexicon))
        ]

    def word(self, at: int) -> str:
        """A word as written; empty beyond either end."""
        return self.written[at] if 0 <= at < len(self.written) else ""

    def folded(self, at: int) -> str:
        """A word in match form; empty beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it; a line break before the first."""
        if not 0 < at < len(self.tokens):
            return "\n"
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def between(self, left: int, right: int) -> str:
        """The characters between two words; the line's edges count as words."""
        start = self.tokens[left].end if left >= 0 else 0
        end = self.tokens[right].start if right < len(self.tokens) else len(self.text)
        return self.text[start:end]

    def close(self, at: int) -> bool:
        """True when only white space, or what joins a hashtag, stands before a word."""
        return self.gap(at) in _PLAIN_GAPS

    def tied(self, first: int, last: int) -> bool:
        """True when words are part of a hashtag that holds more than they: «الرياض» in «#موسم_الرياض»."""
        return self.gap(first) == _TIES or self.gap(last + 1) == _TIES

    def stops(self, at: int) -> bool:
        """True when a sentence or clause ends before a word; the dot of «د. سمير» ends none."""
        gap = self.gap(at)
        return not _HARD.isdisjoint(gap) and not (len(self.word(at - 1)) == 1 and gap.strip() == ".")

    def comma(self, at: int) -> bool:
        """True when a comma stands before a word."""
        return not _COMMAS.isdisjoint(self.gap(at))

    def left(self, at: int) -> str:
        """The word right before a word, as written; empty where more than white space stands between."""
        return self.word(at - 1) if self.close(at) else ""

    def right(self, at: int) -> str:
        """The word right behind a word, in the same way."""
        return self.word(at + 1) if self.close(at + 1) else ""

    def words_to(self, at: int) -> int:
        """How many words begin before a character: the number of the first that does not."""
        return bisect_left(self.starts, at)

    def before(self, at: int, count: int, start: int = 0) -> tuple[Token, ...]:
        """The last words, so many at most, that lie between two places."""
        last = bisect_right(self.tokens, at, key=lambda token: token.end)
        return self.tokens[max(bisect_left(self.starts, start, hi=last), last - count) : last]

    def after(self, at: int, count: int, end: int | None = None) -> tuple[Token, ...]:
        """The first words, so many at most, that begin between two places."""
        first = self.words_to(at)
        last = len(self.tokens) if end is None else bisect_left(self.starts, end, lo=first)
        return self.tokens[first : min(last, first + count)]

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that holds a character."""
        return min(bisect_right(self.sentences, at, key=lambda span: span[1]), len(self.sentences) - 1)

    def sentence(self, start: int, end: int) -> Span:
        """The span of the sentence around a piece; of all its sentences when it runs over several."""
        return sentence_span(self.text, start, end)

    def near(self, start: int, end: int) -> Span:
        """The same; of an endless sentence, the words close on either side."""
        return near_span(self.text, start, end)

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """The characters of a span as evidence by a rule."""
        return Evidence(self.number, start, end, self.text[start:end], rule)

    def show(self, first: int, last: int, rule: str, skip: int = 0) -> Evidence:
        """Words, the last included, as evidence: without `skip` letters before, with the mark that closes behind."""
        start = self.tokens[first].start + skip
        return self.evidence(start, closed(self.text, start, self.tokens[last].end), rule)

    def slice(self, first: int, last: int, prefix: str = "") -> str:
        """Words, the last included, as written but for a hashtag's ties, without the clitic before them."""
        text = self.text[self.tokens[first].start : self.tokens[last].end].replace(_TIES, " ")
        return text[len(prefix) :] if prefix and text.startswith(prefix) else text

    def with_article(self, first: int, last: int, prefix: str) -> str:
        """The same for words that may be definite: «للمجلس» gives back its article."""
        taken = prefix.endswith("ل") and self.word(first).startswith(prefix + "ل")
        return ("ا" if taken else "") + self.slice(first, last, prefix)


def read_line(text: str) -> ReadLine:
    """A line by itself: of no text, or before its verdict."""
    return ReadLine(0, text, "body", "")


class ReadText(Asked, Cleaned):
    """A cleaned source whose lines are read once for all finders; two are the same only when they are one."""

    lines: tuple[ReadLine, ...]
    body: tuple[ReadLine, ...]

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def line(self, number: int) -> ReadLine:
        """A line by its number, which counts from 1; of a paragraph that was broken, that of its first line."""
        return self._numbered[number]

    @Lazy
    def _numbered(self) -> dict[int, ReadLine]:
        return {line.number: line for line in self.lines}


def read_text(cleaned: Cleaned) -> ReadText:
    """A cleaned source, ready to be read: a paragraph that was broken over lines is one of its lines."""
    return ReadText(cleaned.source, cleaned.language, tuple(map(line_read, cleaned.joined)))


def line_read(line: Line) -> ReadLine:
    """A line, ready to be read."""
    return ReadLine(line.number, line.text, line.verdict, line.rule, line.wrap)


def closed(text: str, start: int, end: int) -> int:
    """The end of a piece of a line with the mark that closes what was opened in it."""
    piece = text[start:end]
    for opener, closer in _OPENERS.items():
        unclosed = piece.count(opener) > piece.count(closer) if opener != closer else piece.count(opener) % 2 == 1
        if unclosed and text[end : end + 1] == closer:
            return end + 1
    return end
