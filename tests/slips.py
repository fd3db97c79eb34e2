"""Queries as hands really type them, made by machine from queries with right answers and from their documents.

Each change is drawn from the query's own id, so that a query added or left out changes no other.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Query = Mapping[str, Any]

# The Arabic 101 keyboard beside the English one, row by row; «لا» is a key of its own.
ROWS = (("ضصثقفغعهخحجد", "qwertyuiop[]"), ("شسيبلاتنمكط", "asdfghjkl;'"), ("ئءؤرىةوزظ", "zxcvnm,./"))
PLAIN_KEYS = {arabic: latin for row in ROWS for arabic, latin in zip(*row, strict=True)} | {"ذ": "`"}
SHIFTED_KEYS = {"أ": "H", "إ": "Y", "آ": "N"}
JOINED_KEYS = {"لا": "b", "لأ": "G", "لإ": "T"}
# Letters that many hear or say alike, both ways.
ALIKE = ("ظض", "طت", "سص", "ذد", "ثت", "قك", "غق", "زظ", "حه")

_LONG = re.compile("[\u0621-\u064a]{4,}")
_MARKS = re.compile(r"[«»\"“”()\[\]،؛:.]")
_HEADLINES = 200
_HEADLINE_WORDS = (8, 12)

Change = Callable[[random.Random, str], str]


def beside(letter: str) -> str:
    """The letters on the keys beside one; any letter where it has no key of the plain level."""
    for keys, _ in ROWS:
        if letter in keys:
            at = keys.index(letter)
            return keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
    return "".join(keys for keys, _ in ROWS)


def left_out(chance: random.Random, word: str) -> str:
    """A word without one of its letters, never the first: no slip here touches that."""
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def put_in(chance: random.Random, word: str) -> str:
    """A word with a letter more, from a key beside the one that was meant."""
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice(beside(word[at])) + word[at:]


def mistaken(chance: random.Random, word: str) -> str:
    """A word with a letter from a key beside the one that was meant, in its place."""
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice(beside(word[at])) + word[at + 1 :]


def swapped(chance: random.Random, word: str) -> str:
    """A word with two neighbours in each other's place."""
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def misheard(chance: random.Random, word: str) -> str:
    """A word with a letter that sounds like the right one, if it has such a letter after its first."""
    choices = [(at, pair) for at in range(1, len(word)) for pair in ALIKE if word[at] in pair]
    if not choices:
        return word
    at, pair = chance.choice(choices)
    return word[:at] + pair[1 - pair.index(word[at])] + word[at + 1 :]


SLIPS: dict[str, Change] = {"del": left_out, "ins": put_in, "sub": mistaken, "swap": swapped}


def other_keyboard(text: str) -> str:
    """What stands there when it is typed on a keyboard still set to English."""
    for letters, key in JOINED_KEYS.items():
        text = text.replace(letters, key)
    return "".join((PLAIN_KEYS | SHIFTED_KEYS).get(letter, letter) for letter in text)


def in_a_word(query: Query, name: str, change: Change) -> Iterator[Query]:
    """The query with a change in one of its long words; none where nothing changes."""
    chance = random.Random(f"{name} {query['id']}")  # noqa: S311 - the same slips on every run
    words = query["q"].split()
    long = [at for at, word in enumerate(words) if _LONG.fullmatch(word)]
    if not long:
        return
    at = chance.choice(long)
    changed = change(chance, words[at])
    if changed != words[at]:
        yield _named(query, name, " ".join([*words[:at], changed, *words[at + 1 :]]))


def _named(query: Query, name: str, text: str) -> Query:
    return {"id": f"{name} {query['id']}", "set": name, "q": text, "rel": query["rel"]}


def headlines(documents: Sequence[Query]) -> Iterator[Query]:
    """Beginnings of texts as pasted headlines: as they are, some of their words between marks, and these in an order
    that stands nowhere.
    """
    chosen = random.Random(0).sample(range(len(documents)), min(_HEADLINES, len(documents)))  # noqa: S311
    for document in (documents[at] for at in chosen):
        chance = random.Random(f"headline {document['id']}")  # noqa: S311
        words = _MARKS.sub(" ", document["text"]).split()[: chance.randint(*_HEADLINE_WORDS)]
        if len(words) < _HEADLINE_WORDS[0]:
            continue
        start = chance.randrange(1, 4)
        end = start + chance.randrange(2, 5)
        source = {"id": document["id"], "rel": [document["id"]]}
        for name, inner in (("_marks", words[start:end]), ("_broken", words[start:end][::-1])):
            text = " ".join([*words[:start], f"«{' '.join(inner)}»", *words[end:]])
            yield _named(source, f"headline{name}", text)
        yield _named(source, "headline", " ".join(words))


def slips(queries: Sequence[Query], documents: Sequence[Query]) -> list[Query]:
    """All these sets: slips in `keywords` and `keyword1`, `keywords` on the wrong keyboard, headlines."""
    keywords = [query for query in queries if query["set"] == "keywords"]
    single = [query for query in queries if query["set"] == "keyword1"]
    found = [
        made
        for kind, change in (*SLIPS.items(), ("sound", misheard))
        for query in keywords
        for made in in_a_word(query, f"slip_{kind}", change)
    ]
    for query in single:
        kind = random.Random(f"one {query['id']}").choice(sorted(SLIPS))  # noqa: S311
        found += in_a_word(query, "slip_one", SLIPS[kind])
    found += [_named(query, "layout", other_keyboard(query["q"])) for query in keywords]
    return sorted((*found, *headlines(documents)), key=lambda made: str(made["set"]))
