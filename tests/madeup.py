"""Made-up articles with the statistics of Arabic news, to measure an index on as many as are wanted.

A word comes again in proportion to how often it came, or is new: a Pitman-Yor process, whose words follow Zipf's law
and whose vocabulary grows by Heaps'. It begins with the words of the five seeds, so that «في» and «من» have their
shares; new words are strings of letters as likely as those of the seeds' words, with what Arabic attaches before and
after. The two numbers of the process were fitted on 1,200 real news articles (307,000 words), of whose first 30,000
words 11,300 are different, of 100,000 26,100, of 300,000 51,200, 55 % of which come once; of those made up here 11,000,
25,600 and 52,000, 61 %. An index of a thousand is 4 % smaller than that of a thousand of the real ones of the same
length (its vocabulary 14 %, its texts and its postings 2 %).
"""

from __future__ import annotations

import json
import random
import re
from array import array
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice
from pathlib import Path

from generator.search import Document, Field, Passage
from tests import five

SEED = 5
# How much rarer a word is than its count says, and how readily new ones come.
DISCOUNT, STRENGTH = 0.64, 9_000.0
# A word of the same article comes again more often than by chance: so that a word stands 1.26 times where it stands.
AGAIN = 0.2
# How often the seeds are said before the first article.
COPIES = 4
BEFORE = (("", 62), ("ال", 20), ("و", 6), ("ب", 4), ("ل", 4), ("وال", 3), ("بال", 3), ("لل", 2), ("ف", 1))
AFTER = (
    ("", 80),
    ("ة", 9),
    ("ات", 6),
    ("ين", 5),
    ("ية", 5),
    ("ها", 4),
    ("ه", 4),
    ("ي", 4),
    ("ون", 3),
    ("هم", 1),
    ("نا", 1),
)
_KINDRED = 0.6
_WORD = re.compile("[\u0621-\u064a]{2,}")
_ATTACHED = re.compile("^(?:وال|بال|ال|لل)(?=.{3})")
_ENDS = ((0.045, "،"), (0.075, "."))
_PARAGRAPH = 50
_TITLE = (6, 12)
_NAMES, _THEMES = 400, 18


def _choice(chance: random.Random, weighted: tuple[tuple[str, int], ...]) -> str:
    sums = list(accumulate(weight for _, weight in weighted))
    return weighted[bisect(sums, chance.random() * sums[-1])][0]


@dataclass
class Language:
    """A vocabulary that grows as it is used."""

    chance: random.Random
    forms: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    counts: list[int] = field(default_factory=list)
    said: array[int] = field(default_factory=lambda: array("l"))
    stems: list[str] = field(default_factory=list)
    after: dict[str, str] = field(default_factory=dict)

    def say(self, form: str) -> str:
        """Use a form once more."""
        number = self.numbers.setdefault(form, len(self.forms))
        if number == len(self.forms):
            self.forms.append(form)
            self.counts.append(0)
        self.counts[number] += 1
        self.said.append(number)
        return form

    def word(self) -> str:
        """The next word."""
        new = (STRENGTH + DISCOUNT * len(self.forms)) / (STRENGTH + len(self.said))
        if self.chance.random() < new:
            return self.say(self._made())
        while True:
            number = self.said[int(self.chance.random() * len(self.said))]
            if self.chance.random() * self.counts[number] >= DISCOUNT:
                return self.say(self.forms[number])

    def _made(self) -> str:
        """A form that was not said before: of a known stem or of a new one."""
        while True:
            kindred = self.chance.random() < _KINDRED
            stem = self.stems[int(self.chance.random() * len(self.stems))] if kindred else self._stem()
            form = _choice(self.chance, BEFORE) + stem + _choice(self.chance, AFTER)
            if form not in self.numbers:
                if not kindred:
                    self.stems.append(stem)
                return form

    def _stem(self) -> str:
        stem = "^^"
        while not stem.endswith("$"):
            stem += self.chance.choice(self.after[stem[-2:]])
        return stem[2:-1] if 2 <= len(stem) - 3 <= 5 else self._stem()


def language() -> Language:
    """The language as it begins: with the words of the five seeds, and how letters follow one another in them."""
    words = [word for name in five.NAMES for word in _WORD.findall((five.SEEDS / name).read_text(encoding="utf-8"))]
    found = Language(random.Random(SEED))  # noqa: S311 - the same articles on every run
    after = defaultdict[str, list[str]](list)
    for word in dict.fromkeys(words):
        stem = _ATTACHED.sub("", word)
        found.stems.append(stem)
        for at, letter in enumerate(f"{stem}$"):
            after[f"^^{stem}"[at : at + 2]].append(letter)
    found.after = {pair: "".join(letters) for pair, letters in after.items()}
    for word in words * COPIES:
        found.say(word)
    return found


def _running(spoken: Language, length: int) -> Iterator[str]:
    """The words of a text with what stands between them."""
    own: list[str] = []
    for at in range(length):
        again = own and spoken.chance.random() < AGAIN
        word = spoken.say(spoken.chance.choice(own)) if again else spoken.word()
        own.append(word)
        drawn = spoken.chance.random()
        yield word + next((mark for share, mark in _ENDS if drawn < share and at + 1 < length), "")


def articles(length: int) -> Iterator[Document]:
    """Articles without end, each of about so many words: title, paragraphs, names, themes, a day and facets."""
    spoken = language()
    chance = spoken.chance
    names = [f"{spoken.word()} {spoken.word()}" for _ in range(_NAMES)]
    themes = [" ".join(spoken.word() for _ in range(3)) for _ in range(_THEMES)]
    number = 0
    while True:
        words = list(_running(spoken, max(20, round(chance.gauss(length, length / 3)))))
        paragraphs = [" ".join(words[at : at + _PARAGRAPH]) for at in range(0, len(words), _PARAGRAPH)]
        title = " ".join(chance.choice(words[:60]).rstrip("،.") for _ in range(chance.randint(*_TITLE)))
        named, themed = chance.sample(range(_NAMES), 8), chance.sample(range(_THEMES), 3)
        facets = [("kind", "article"), *(("theme", f"t{at}") for at in themed), *(("person", f"p{at}") for at in named)]
        year = chance.randint(2015, 2025)
        yield Document(
            f"articles/{number:05}_{chance.getrandbits(64):016x}/",
            (
                Passage(Field.TITLE, title),
                *(Passage(Field.BODY, f"{text}.", at) for at, text in enumerate(paragraphs, start=1)),
                *(Passage(Field.NAMES, names[at]) for at in named),
                *(Passage(Field.THEMES, themes[at]) for at in themed),
            ),
            day=f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            facets=(*facets, ("year", str(year))),
        )
        number += 1


def bodies(count: int, length: int) -> list[Document]:
    """So many texts of about so many words, and nothing else of an article."""
    return [
        Document(made.address, tuple(passage for passage in made.passages if passage.field is Field.BODY))
        for made in islice(articles(length), count)
    ]


def write(out: Path, count: int, length: int) -> None:
    """So many articles and the things that they name to a file, a line for each: making them costs nothing later."""
    named = Counter[str]()
    with out.open("w", encoding="utf-8") as lines:
        for made in islice(articles(length), count):
            named.update(passage.text for passage in made.passages if passage.field is Field.NAMES)
            lines.write(_line(made))
        for at, (name, members) in enumerate(sorted(named.items())):
            passages = (Passage(Field.TITLE, name), Passage(Field.BODY, f"شخص يرد في {members} مواد"))
            lines.write(_line(Document(f"people/made-up-{at}/", passages, "person", facets=(("kind", "person"),))))


def _line(made: Document) -> str:
    passages = [(passage.field, passage.text, passage.anchor) for passage in made.passages]
    return json.dumps([made.address, passages, made.kind, made.day, made.facets], ensure_ascii=False) + "\n"


def read(source: Path) -> Iterator[Document]:
    """The documents of such a file."""
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            address, passages, kind, day, facets = json.loads(line)
            held = tuple(Passage(Field(number), text, anchor) for number, text, anchor in passages)
            yield Document(address, held, kind, day, tuple((name, value) for name, value in facets))
