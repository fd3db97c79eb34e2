"""What both sides of the search must agree on: words, their forms, their files, and numbers as bits.

`python -m tests.vectors` writes them to tests/js/vectors.json; a test holds that file to what Python says today, the
tests in Node hold the engine to the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.reading.letters import plain, runs, unified
from generator.reading.stems import light, skeleton
from generator.search import Document, bits
from generator.search.bits import low_bits, packed
from generator.search.coder import coded
from generator.search.facets import facets_file
from generator.search.spelling import spelling
from generator.search.symbols import Dictionary
from generator.search.vocabulary import shard_key
from tests import dossiers, five

FILE = five.ROOT / "tests" / "js" / "vectors.json"
TEXTS = (
    dossiers.ARTICLE,
    "مَدْرَسَةٌ الـــسلام آلاف إلى أحمد ٱلكتاب مسؤول شئون مسئولين هيئة",
    "گوگل پاريس یک ڤيينا ڪتاب ۀ ە کردستان",
    "١٢٣ ۱۲۳ ٣٫٥ 10,000 3.5 U.S.-led naïve İstanbul Straße CAFÉ",
    "ﻼ ﻻﺮﺿ ﷲ ½ ² ﬁ كلمة\u200cبفاصل كلمة\u200dموصولة _أ_ أ_ب",
    "وللمدينة وبالحقول كالقمح فالمدارس لجنة للجنة الله اللهم ال لل",
    "جورج چيتشن پاريس ڤولفو صومالي طوكيو فبالجنود وكالأحزاب أحزاب وسجون",
    "😀 🇵🇸 👩\u200d👩\u200d👧 \u202eمقلوب\u2066\u2069\u200f \u00adشرطة\u00adلينة",
)
# Many scripts, letters beyond the first plane and cut from there, none and many letters in common with the word before.
SPELLED = (
    *sorted({token.text for text in TEXTS for token in runs(text)}),
    *("", "س", "س" * 7, "س" * 8, "س" * 300, "س" * 299 + "ن", "سجن", "سجون", "سجين", "، ", ". «", "»\n"),
    *("😀", "😀س", "😀سن", "😀😁ن", "😀😁", "𐤀𐤁", "𐤀𐤂", "中文", "中国", "Ωмега", "a\0b", "\U0010ffff", "\ufeffس"),
    *("\ud83d", "\ud83dس", "\ud83dسن", "\ude00", "س\ude00"),
)
NUMBERS = (*range(70), 127, 128, 255, 256, 1000, 4095, 4096, 65535)
SHARES = tuple((total, members) for total in (1, 2, 3, 5, 8, 100, 97, 4096, 10**6) for members in (1, 2, 3, 7, 64, 999))
# Day, themes, year of each document.
DATED: tuple[tuple[str | None, tuple[str, ...], str], ...] = (
    ("2021-03-05", ("w",), "2021"),
    ("2021-03-05", ("w", "r"), "2021"),
    (None, (), "undated"),
    ("1968-12-31", ("r",), "1968"),
    ("2030-01-01", (), "2030"),
)
LABELS = {"kind": {"article": "مادة"}, "theme": {"w": "المياه", "r": "الطرق 🛣"}}
FACETS = ("kind", "theme", "year")
# All words, said again, and letters far from one another.
CODED = " ".join((*SPELLED, *SPELLED, "\u0001\U0010ffff\ud800"))


def vectors() -> dict[str, Any]:
    """All of them, as JSON holds them."""
    return {
        "texts": [{"text": text, "words": [_forms(token.text) for token in runs(text)]} for text in TEXTS],
        "low": [[total, members, low_bits(total, members)] for total, members in SHARES],
        "numbers": NUMBERS,
        "gamma": _bits("gamma").hex(),
        "facets": facets_file(dated(), LABELS, FACETS).hex(),
        "spelled": _spelled(),
        "dictionary": _dictionary(),
        "coded": {"text": json.dumps(CODED), "bytes": coded(CODED).hex()},
        "rice": [[low, _bits("rice", low).hex()] for low in range(6)],
    }


def dated() -> list[Document]:
    """Documents with days and facets."""
    return [
        Document("", (), day=day, facets=(("kind", "article"), *(("theme", theme) for theme in themes), ("year", year)))
        for day, themes, year in DATED
    ]


def _forms(word: str) -> dict[str, Any]:
    bare = plain(word)
    stem = light(bare)
    forms = {"text": word, "bare": bare, "fold": unified(bare), "light": stem, "skeleton": skeleton(stem)}
    return {**forms, "shard": shard_key(bare)}


def _bits(kind: str, *more: int) -> bytes:
    return packed("".join(getattr(bits, kind)(number + (kind == "gamma"), *more) for number in NUMBERS))


def _spelled() -> dict[str, str]:
    """Words front-coded one after another, and the code; as JSON in JSON, for UTF-8 has no half of a letter."""
    code = spelling(SPELLED)
    return {"words": json.dumps(SPELLED), "code": code.packed.hex(), "bits": _run(code.front_coded(SPELLED))}


def _dictionary() -> dict[str, str]:
    """A dictionary of some words, and the bits of all in it."""
    words = [word for word in SPELLED if word]
    made = Dictionary(words[:30], words[:30])
    stream = (made.code(word) for word in words)
    return {"words": json.dumps(words), "packed": made.packed().hex(), "bits": _run(stream)}


def _run(runs_of_bits: Iterable[str]) -> str:
    return packed("".join(runs_of_bits)).hex()


def written() -> str:
    """The file."""
    return json.dumps(vectors(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
