"""Harmed indexes and hostile queries: an answer or an error that has a sentence, and never much work."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from generator.lexicon import load_lexicon
from generator.search import Aids, index
from tests import engine, madeup, node

pytestmark = pytest.mark.process

ARTICLES, LENGTH = 60, 150
# What a hostile query may cost: milliseconds of processor, the least of three times, as other work shares the machine.
MOST_MS = 50
HARMS = ("missing", "cut", "empty", "html", "foreign", "another")
ROOT_HARMS = ("missing", "cut", "half", "empty", "html", "null", "list", "old")
REASONS = {"missing", "cut", "outdated", "foreign"}
ORDINARY = ("التحالف الدولي", "مراكز", "«قوات سوريا»", "السجوم", "واشنطن -سوريا")
ALPHABET = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
PARAGRAPH = " ".join(ALPHABET[n % 28 :: 5] + ALPHABET[n // 3 % 28 :: 7] for n in range(400))
HOSTILE = {
    "marks alone": "ًٌٍَُِّْ" * 300,
    "a word of ten thousand letters": "س" * 10_000,
    "ten thousand letters of every kind": ALPHABET * 360,
    "ten thousand letters in words": "سجون " * 2_000,
    "a pasted page": PARAGRAPH,
    "a pasted page between marks": f"«{PARAGRAPH}»",
    "a phrase for each word": " ".join(f"«{word}»" for word in PARAGRAPH.split()),
    "a word to leave out for each": " -".join(PARAGRAPH.split()),
    "marks that open": "«" * 5_000 + '"' * 5_000,
    "minus signs": "-" * 10_000,
    "figures": "9" * 10_000,
    "numbers": "٦٠ " * 2_000,
    "dates": "6/2/2019 " * 1_000,
    "number words": "ستين ألف " * 1_000,
    "latin letters": "hgs[,k " * 1_400,
    "a latin word": "qwertyuiop" * 1_000,
    "controls": "\u0000\u0007سجون\u001b" * 400,
    "bidi": "\u202eسجون\u2066\u2069\u200f" * 400,
    "names of the language": "__proto__ constructor toString hasOwnProperty valueOf " * 40,
    "a lone surrogate": "\ud83d" * 500,
    "a cut pair": "سجون\ud83d",
    "emoji": "👩‍👩‍👧" * 800,
    "html": "<img src=x onerror=alert(1)><script>alert(1)</script>" * 40,
    "an expression": "(.*)+$[^س]{1,99}\\" * 100,
    "joiners": "س\u200d\u200c" * 3_000,
    "stretched": "س" + "ـ" * 9_000 + "جون",
}


@pytest.fixture(scope="module", params=["whole", "split"])
def fared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All that `damage.mjs` tells of an index that comes whole, or in parts."""
    folder = tmp_path_factory.mktemp("index")
    documents = islice(madeup.articles(LENGTH), ARTICLES)
    above = {"whole": engine.WHOLE, "split": engine.SPLIT}[request.param]
    aids = Aids(load_lexicon().search, facets=("kind", "theme", "person", "year"))
    for name, data in index(documents, aids, above).items():
        (folder / name).write_bytes(data)
    kinds = sorted({file.name.partition("-")[0] for file in folder.glob("*-*.bin")})
    harms = [
        *({"kind": kind, "how": how, "all": whole} for kind in kinds for how in HARMS for whole in (False, True)),
        *({"kind": "root", "how": how, "all": True} for how in ROOT_HARMS),
    ]
    said = json.dumps({"harms": harms, "ordinary": ORDINARY, "hostile": [*HOSTILE.values()]})
    done = node.run(Path(__file__).with_name("damage.mjs"), folder, said=said)
    assert done.returncode == 0, done.stderr
    return {"harms": harms, **json.loads(done.stdout)}


def test_a_harmed_index_gives_an_answer_or_a_reason_that_has_a_sentence(fared: dict[str, Any]) -> None:
    assert not fared["unharmed"].get("reason")
    wrong = [
        (harm, outcome["reason"])
        for harm, outcome in zip(fared["harms"], fared["outcomes"], strict=True)
        if outcome.get("reason", "cut") not in REASONS
    ]
    assert wrong == []


def test_an_answer_that_lacks_something_says_so(fared: dict[str, Any]) -> None:
    """Fewer results than the whole index gives are never told as all that there are."""
    whole = fared["unharmed"]["answers"]
    assert all(answer["total"] for answer in whole[:3])
    silent = [
        (harm, ORDINARY[at], answer, whole[at])
        for harm, outcome in zip(fared["harms"], fared["outcomes"], strict=True)
        for at, answer in enumerate(outcome["answers"])
        if not answer["partial"] and (answer["total"], answer["hits"]) != (whole[at]["total"], whole[at]["hits"])
    ]
    assert silent == []


def test_hostile_queries_cost_little(fared: dict[str, Any]) -> None:
    costs = dict(zip(HOSTILE, fared["costs"], strict=True))
    assert {name: cost for name, cost in costs.items() if isinstance(cost, str) or cost > MOST_MS} == {}
