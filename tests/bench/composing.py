"""Dossiers of as many articles as are wanted: sentences of the five seeds, with a vocabulary that grows as in news.

Of a sentence stay its little words, the words that say what it is, and its marks; its other words are drawn from a
language whose vocabulary grows by Heaps' law (tests/madeup.py), its people, places, bodies, numbers and days from
rules. No two articles are alike, and the first N of any number are the same N on every machine.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

import yaml

from tests import five, madeup
from tests.layouts.stock import stock as layouts

HERE = Path(__file__).parent
# The mean is nearly 300: an article ends with the sentence that reaches what it should.
WORDS = 260
_WORD = re.compile("[\u0621-\u064a\u064b]{2,}")
_NUMBER = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?<=[.؟!])\s+")
# A line of a seed that has so many words is no furniture.
_LEAST, _MOST = 9, 90
# A word so frequent in the seeds is a little word of the language, or what the dossier is about.
_LITTLE = 4
# How often a little word that is drawn gives way to another: the sentence has its own.
_ANOTHER = 0.5
# Names come again, or are new, by a process as words do: calibrated on pages of entities of 100 and 300 real articles.
_NEW, _NEW_BODY = 0.55, 0.3


@lru_cache
def _stock() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((HERE / "stock.yml").read_text(encoding="utf-8"))
    return loaded


@lru_cache
def sentences() -> tuple[str, ...]:
    """The sentences of the seeds' articles, in their order."""
    texts = ((five.SEEDS / name).read_text(encoding="utf-8") for name in five.NAMES)
    lines = chain.from_iterable(text.splitlines() for text in texts)
    found = chain.from_iterable(_SENTENCE.split(line.strip()) for line in lines)
    arabic = (x for x in found if _LEAST <= len(_WORD.findall(x)) <= _MOST and not re.search("[a-z]{3}", x))
    return tuple(dict.fromkeys(arabic))


@lru_cache
def _frozen() -> frozenset[str]:
    """Words that stay as the seeds say them."""
    counted = Counter(_WORD.findall(" ".join(sentences())))
    names = chain.from_iterable(_stock()["people"])
    return frozenset(w for w, n in counted.items() if n >= _LITTLE) | set(_stock()["kept"]) | set(names)


@dataclass
class Names:
    """Names of one sort that come again as names in news do: a few often, most of them once."""

    chance: random.Random
    new: float
    said: list[str] = field(default_factory=list)

    def drawn(self, make: Callable[[], str]) -> str:
        """A name that was said before, or a new one."""
        new = not self.said or self.chance.random() < self.new
        name = make() if new else self.chance.choice(self.said)
        self.said.append(name)
        return name


class Composer:
    """Articles one after the other, in a language of its own."""

    def __init__(self, seed: int = madeup.SEED) -> None:
        self.spoken = madeup.language()
        self.chance = self.spoken.chance
        self.chance.seed(seed)
        self.people, self.places = Names(self.chance, _NEW), Names(self.chance, _NEW)
        self.bodies = Names(self.chance, _NEW_BODY)

    def articles(self) -> Iterator[str]:
        """Texts without end."""
        while True:
            yield self.article()

    def article(self) -> str:
        """A text as a site shows it: title, byline, date, paragraphs, and what else stands on the page."""
        words, chance = _stock(), self.chance
        who = [self._person() for _ in range(3)]
        told = list(self._told(who))
        size = chance.choice((1, 2, 2, 3))
        paragraphs = [" ".join(told[at : at + size]) for at in range(0, len(told), size)]
        head = chance.sample(words["heads"], chance.choice((0, 0, 1, 2)))
        byline = chance.choice(words["bylines"]).format(person=who[0], town=self._place())
        meta = [x for x, share in ((byline, 0.5), (self._date(), 0.8)) if chance.random() < share]
        foot = chance.sample(words["feet"], chance.randint(0, 4))
        return "\n".join([*head, self._title(who), "", *meta, "", *"\n\n".join(paragraphs).split("\n"), "", *foot, ""])

    def _told(self, who: list[str]) -> Iterator[str]:
        """Sentences until there are words enough: no seed's sentence twice."""
        length, told = self.chance.gauss(WORDS, WORDS / 3), 0
        for sentence in self.chance.sample(sentences(), len(sentences())):
            said = self._speech(who) if self.chance.random() < 0.25 else self._said(sentence, who)
            told += len(said.split())
            yield said
            if told >= max(60, length):
                return

    def _title(self, who: list[str]) -> str:
        words = self._said(self.chance.choice(sentences()), who).split()
        return " ".join(words[: self.chance.randint(7, 12)]).strip("،.:\"'«»“”()")

    def _speech(self, who: list[str]) -> str:
        words, chance = _stock(), self.chance
        person, said = chance.choice(who), self._said(chance.choice(sentences()), who).rstrip(".")
        slots = {"role": chance.choice(words["roles"]), "body": self._body(), "place": self._place()}
        family = person.split(" ", 1)[1]
        form: str = chance.choice(words["speaking"])
        return form.format(person=person, family=family, said=re.sub('[«»"“”]', "", said), **slots)

    def _said(self, sentence: str, who: list[str]) -> str:
        """A sentence of the seeds with other words."""
        words, given = _stock(), dict[str, str]()
        for at, (first, family) in enumerate(words["people"]):
            person = who[at % len(who)].split(" ", 1)
            given |= {first: person[0], family: person[1]}
        given |= {name: self._place() for name in words["places"]}
        given |= {name: self._body() for name in words["known"]}
        told = _WORD.sub(lambda found: self._instead(found[0], given), sentence)
        return _NUMBER.sub(lambda found: self._number(found[0]), told)

    def _instead(self, word: str, given: dict[str, str]) -> str:
        return given.get(word) or (word if word in _frozen() else self._drawn())

    def _drawn(self) -> str:
        while (word := self.spoken.word()) in _frozen() and self.chance.random() < _ANOTHER:
            pass
        return word

    def _number(self, digits: str) -> str:
        if len(digits) == len("2021"):
            return str(self.chance.randint(2012, 2025))
        return str(self.chance.randint(2, 10 ** min(len(digits), 3)))

    def _person(self) -> str:
        names = layouts("names")
        given = self.chance.choice([*names["men"], *names["women"]])
        return self.people.drawn(lambda: f"{given} {self._family()}")

    def _family(self) -> str:
        if self.chance.random() < 0.3:
            return str(self.chance.choice(layouts("names")["families"]))
        return f"ال{self.chance.choice(self.spoken.stems)}ي"

    def _place(self) -> str:
        known, towns = [*_stock()["places"], *layouts("names")["cities"]], _stock()["towns"]
        if self.chance.random() < 0.7:
            return str(self.chance.choice(known))
        return self.places.drawn(lambda: f"{self.chance.choice(towns)} {self.chance.choice(self.spoken.stems)}")

    def _body(self) -> str:
        def new() -> str:
            return f"{self.chance.choice(_stock()['bodies'])} {self._drawn()} {self._drawn()}"

        return self.bodies.drawn(new)

    def _date(self) -> str:
        words, chance = _stock(), self.chance
        number, day, year = chance.randint(1, 12), chance.randint(1, 28), chance.randint(2015, 2025)
        weekday, month = chance.choice(words["days"]), words["months"][number - 1]
        form: str = chance.choice(words["dates"])
        return form.format(weekday=weekday, day=day, month=month, number=number, year=year)


# What a seed may be that is none: nothing, no text, half a letter, another kind of file.
_BROKEN = (
    b"",
    b"\x00\x01\x02" * 99,
    b"\xd8\xa7\xd9" * 40,
    b"%PDF-1.7 and nothing else",
    b"PK\x03\x04 half of an archive",
)
_ELSEWHERE = 10**6


def compose(folder: Path, count: int, broken: float = 0.0) -> Path:
    """A dossier of so many articles, of which a share is broken, with the themes of the five."""
    folder.mkdir(parents=True)
    (folder / five.SETTINGS).write_text("name: مواد مركبة للقياس\n", encoding="utf-8")
    shutil.copytree(five.LEXICON, folder / five.LEXICON.name)
    every = round(1 / broken) if broken else 0
    for number, text in enumerate(islice(Composer().articles(), count)):
        hurt = every and number % every == every - 1
        path = folder / f"composed-{number:05}.txt"
        path.write_bytes(_BROKEN[number // every % len(_BROKEN)] if hurt else text.encode())
    return folder


def another() -> str:
    """An article that no composed dossier has."""
    return Composer(seed=_ELSEWHERE).article()
