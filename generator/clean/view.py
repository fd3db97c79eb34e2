"""What can be seen of a line by itself: its measures, and the list it stands in.

Invariant: a view rests on its own line and the lexicon alone, and costs the same for a line of any length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.lexicon.furniture import LONGEST_LABEL, Furniture, Label
from generator.reading.letters import NUMBER, UNPRINTED, squeeze
from generator.reading.line import ReadLine, read_line
from generator.reading.marks import BULLETS
from generator.reading.memo import Lazy
from generator.reading.stems import Stems, meanings

# Longer lines are prose whatever stands at their far end; a bound keeps one endless line from costing seconds.
SEEN = 4000
LONGEST_HEADLINE = 24
_SEEN_OF_END = 100
_SHORT_ANSWER = 2
_COMMAS = ("،", ",", "؛", ";")
_LONG_WITH_COMMA = 14
_SHORTEST_JOINED = 4
_SHORTEST_FLASH = 4
_LONGEST_RESULT = 6
_UNPRINTED = re.compile(f"[{UNPRINTED}]")
_STOP = re.compile(r"[.؟?!…۔][\s\"'»”’)\]›*]*$")
_DOTS = re.compile(r"(?:\.\.+|…)[\s\"'»”’)\]]*$")
# Two letters stand before it, none of them in the letter that the sentence before it began with.
_INNER_STOP = re.compile(r"[.؟?!…](?<=[^\W\d_]{2}.)[\"»”)]?\s+[\"«“(]?[^\W\d_](?:[^\W\d_][.؟?!…])?")
_ITEM = re.compile(r"^\s*[(\[]?(?:\d{1,2}|[٠-٩]{1,2})\s?[-–—.)\]/:]\s*\S")
_TURN = re.compile(r"^[^\W\d_]\s?[:/–-]\s?\S")
_SPEAKER = re.compile(r"^(\S{2,20}(?: \S{1,20}){0,2}) ?: ?\S")
_BEFORE_COLON = 64
# A و that surely joins: before an article, a particle or the first letters of a verb, never the first letter of a noun.
_JOINED = re.compile(r"^و(?:ال|لل|بال|كال|[تيأ]|س[تيأن]|قد\b|لم\b|لا\b|لن\b|من|في|على|عن|هو|هي|ه?ذ|كان|ما\b|إ)")
_NARRATING = re.compile(r"^(?:[أيت]|\S+ت )")
# A verb of the past with its feminine ending; nouns that end so have a long vowel before it, or three letters.
_PAST = re.compile(r"^(?!ال)[^\W\d_]{2,}[^\W\d_اويى]ت[ ً-ْ]")
_CREDIT = re.compile(r"^[^-–—/|_:؟?!]{2,40}[-–—/|_](?:[^-–—/|_:؟?!]{2,30})?[-–—.]?$")
_CREDIT_WORDS = 4
# More signs than are taken off what is shown: there, «#وسم» and «★» may be the words of a headline.
_BULLET = re.compile(rf"^[{re.escape(BULLETS)}✓✔★☆※→←❖◊#]")
_SEPARATOR = re.compile(r"\s[|/\\»«›‹>•·\-–—]\s|\||»\s*\w")
# Marks that open and close round a few words quote them; one that only closes parts a path.
_QUOTED = re.compile(r"«[^«»]*»")
# Headlines of a ticker that lost their line breaks keep the room between them.
_GAP = re.compile(r"\S(?:\t|[ \u00a0]{3,8})(?=\S)")
_SEEN_OF_PARTS = 400
# What parts the cells of a row, and the halves of a verse.
_CELLS = re.compile(r"\S\t|\S\s\|\s\S")
_HALVES = re.compile(r"\S(?:\s*(?:\*{2,}|…|\.{3,})\s*|\s{3,})\S")
_RESULT = re.compile(r"\d\s?[-–:]\s?\d")
# Without one of these a line has neither cells nor halves nor gaps: each of them asks what stands before it.
_PARTING = re.compile(r"[\t|…]|\*\*|\.{3}|\s{3}")
_SIGN = re.compile(r"[|/\\»«›‹>•·\-–—]")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]+")


@dataclass(frozen=True)
class View:
    """A line as the rules see it: `words` in match form, numbers as `#`; `text` squeezed, of a long line both ends.

    size: how many words. is_blank: no letter, digit or sign to be seen. numbers: words that are numbers. little: words
    that sentences are full of.
    """

    text: str
    words: tuple[str, ...]
    size: int
    is_blank: bool
    numbers: int
    label: Label | None
    little: int
    hangs: bool
    speaks: bool
    opens: bool
    flashes: bool
    latin: int
    arabic: int
    gaps: int
    has_cells: bool
    has_halves: bool
    meaningless: frozenset[str] = field(repr=False, compare=False)

    @Lazy
    def stems(self) -> frozenset[Stems]:
        """The words that carry meaning, as stems."""
        return meanings(self.words, self.meaningless)

    @Lazy
    def stops(self) -> bool:
        """Ends as a sentence does."""
        return bool(_STOP.search(self.text[-40:]))

    @Lazy
    def trails_off(self) -> bool:
        """Ends in dots, as a line does that a list cut short."""
        return bool(_DOTS.search(self.text[-12:]))

    @Lazy
    def ends_sentence(self) -> bool:
        """Ends as a statement does, neither asking nor trailing off."""
        return self.stops and not self.asks and not self.trails_off

    @property
    def ends_in_comma(self) -> bool:
        """Ends in a comma or semicolon, as a clause does."""
        return self.text.endswith(_COMMAS)

    @Lazy
    def runs_on(self) -> bool:
        """Ends with a comma, as a clause does, or is long and has one inside, as a headline seldom is."""
        return self.ends_in_comma or (self.commas > 0 and self.size >= _LONG_WITH_COMMA)

    @Lazy
    def is_phrase(self) -> bool:
        """Few words and no end of a sentence but perhaps a question mark."""
        if not 1 < self.size <= LONGEST_HEADLINE or self.inner_stops or self.introduces or self.runs_on:
            return False
        return not self.stops or self.asks

    @Lazy
    def asks(self) -> bool:
        """Ends with a question mark."""
        return self.text[-1:] in "؟?"

    @Lazy
    def introduces(self) -> bool:
        """Ends with a colon, a dash perhaps behind it."""
        return self.text[-4:].rstrip("-–— ").endswith((":", "："))

    @Lazy
    def goes_on(self) -> bool:
        """Begins as a sentence that goes on with a text, and hardly ever a headline: with a joining و or a verb."""
        return self.speaks or bool(_JOINED.match(self.text) or _PAST.match(self.text))

    @Lazy
    def narrates(self) -> bool:
        """Begins with a joining و or a verb of speech that is no noun as well: no headline in its own right."""
        if _JOINED.match(self.text) or _PAST.match(self.text):
            return True
        return self.speaks and bool(_NARRATING.match(self.text))

    @Lazy
    def joined_share(self) -> float:
        """The share of words of four letters and more that begin with و, 0 to 1: prose joins its clauses with it."""
        return sum([w[0] == "و" and len(w) >= _SHORTEST_JOINED for w in self.words]) / self.size if self.words else 0.0

    @Lazy
    def is_credit(self) -> bool:
        """A few words about a dash or a slash: a place and an outlet, or a name and a paper."""
        return self.size <= _CREDIT_WORDS and self.numbers == 0 and bool(_CREDIT.match(self.text))

    @Lazy
    def commas(self) -> int:
        """Commas and semicolons."""
        return sum(self.text.count(c) for c in "،؛,;")

    @Lazy
    def inner_stops(self) -> int:
        """Sentences that end before the line does."""
        return len(_INNER_STOP.findall(self.text))

    @Lazy
    def separators(self) -> int:
        """Signs that stand between the parts of a menu or breadcrumb."""
        if self.size > LONGEST_LABEL or not _SIGN.search(self.text):
            return 0
        return len(_SEPARATOR.findall(_QUOTED.sub("", self.text)))

    @Lazy
    def bullet(self) -> str:
        """The list sign before the text, or nothing."""
        return self.text[0] if _BULLET.match(self.text) else ""

    @Lazy
    def is_turn(self) -> bool:
        """A turn of a talk: one letter for the speaker, then what is said."""
        return bool(_TURN.match(self.text))

    @Lazy
    def speaker(self) -> str | None:
        """What stands before a colon near the start of a sentence: in a talk, who speaks."""
        match = _SPEAKER.match(self.text) if self.stops and ":" in self.text[:_BEFORE_COLON] else None
        return match[1] if match else None

    @Lazy
    def is_item(self) -> bool:
        """Stands in a list: a number or a list sign comes first."""
        return bool(self.bullet or _ITEM.match(self.text))

    @Lazy
    def is_cut(self) -> bool:
        """A quotation begins or ends in it but not both: a link parted the sentence."""
        return self.text.count('"') % 2 == 1 or self.text.count("«") != self.text.count("»")

    @Lazy
    def is_result(self) -> bool:
        """Two names and what they scored."""
        return self.size <= _LONGEST_RESULT and bool(_RESULT.search(self.text))

    @Lazy
    def clocks(self) -> int:
        """Times of day."""
        return len(_CLOCK.findall(self.text)) if ":" in self.text else 0

    @property
    def little_share(self) -> float:
        """The share of little words, 0 to 1."""
        return self.little / self.size if self.words else 0.0

    @property
    def foreign_share(self) -> float:
        """Latin letters among Latin and Arabic ones, 0 to 1."""
        return self.latin / (self.latin + self.arabic) if self.latin else 0.0


def _printed(line: ReadLine) -> ReadLine:
    """A line without what nobody sees, of a long one both ends; nearly always the line as it is."""
    text = line.text if len(line.text) <= SEEN else f"{line.text[: SEEN - _SEEN_OF_END]} {line.text[-_SEEN_OF_END:]}"
    text = _UNPRINTED.sub("", text)
    return line if text == line.text else read_line(text)


def see(line: ReadLine, furniture: Furniture) -> View:
    """The view of one line."""
    seen = _printed(line)
    text, words = squeeze(seen.text), seen.labelled
    cues, short = furniture.cues, len(words) <= _SHORT_ANSWER
    parts = _PARTING.search(seen.text)
    little = cues.function_words
    return View(
        text=text,
        words=words,
        size=len(words),
        is_blank=not text,
        numbers=words.count(NUMBER),
        # A word or two with a full stop are an answer or a verse, not a button.
        label=None if short and text[-1:] in ".!…" else furniture.match(words, text),
        little=sum(map(little.__contains__, words)),
        hangs=len(words) > 1 and words[-1] in little and text[-1:].isalpha(),
        speaks=bool(words) and words[0] in cues.speech.forms,
        opens=len(words) == 1 and words[0] in cues.openings.forms,
        flashes=len(words) >= _SHORTEST_FLASH and words[0] in cues.flashes.forms,
        latin=sum(map(len, _LATIN.findall(text))),
        arabic=sum(map(len, _ARABIC.findall(text))),
        has_cells=bool(parts and _CELLS.search(seen.text[:_SEEN_OF_PARTS])),
        has_halves=bool(parts and _HALVES.search(seen.text[:_SEEN_OF_PARTS])),
        gaps=len(_GAP.findall(seen.text.strip())) if parts else 0,
        meaningless=cues.little,
    )
