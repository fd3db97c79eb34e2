"""An index in pieces answers as one that comes whole, from no more files than its words and hits need."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.lexicon import load_lexicon
from generator.search import Aids, index
from tests import asking, engine, five, node, vectors

pytestmark = pytest.mark.process

# What is asked of every index: each readers' query of so many, and kinds of which that table has few.
_EVERY = 12
KINDS = ("التحالفالدولي", "سجون -مخيم", "«قوات سوريا الديمقراطية»", "السجوم", "أحزاب", "فثسفز", "زرافات طائرة", "في")
ANOTHER_WAY = "أمريكا"
# Answers may differ in what is only near: of the same likeness another word, another order of what is merely alike.
SAME = ("total", "absent", "keyboard", "partial", "unnarrowed")
MOST_FILES = 12


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What `pieces.mjs` says of each query on the paragraphs of the seeds, in pieces so small that there are many."""
    texts = [line for name in five.NAMES for line in (five.SEEDS / name).read_text("utf-8").split("\n") if line.strip()]
    documents = [engine.body(f"{number}/", text) for number, text in enumerate(texts)]
    folders = [tmp_path_factory.mktemp(name) for name in ("whole", "pieces")]
    with pytest.MonkeyPatch.context() as smaller:
        words, blocks = (sys.modules[f"generator.search.{name}"] for name in ("shards", "texts"))
        smaller.setattr(words, "_FILE", 400 * 8)
        smaller.setattr(words, "_HEAVY", 10 * 8)
        smaller.setattr(blocks, "BLOCK", 1_500 * 8)
        for folder, above in zip(folders, (engine.WHOLE, engine.SPLIT), strict=True):
            for name, data in index(documents, Aids(load_lexicon().search), above).items():
                (folder / name).write_bytes(data)
    queries = [
        *(row.query for row in asking.table()[::_EVERY]),
        *KINDS,
        ANOTHER_WAY,
        " ".join(texts)[:1_900],
        "في من على السجون",
    ]
    done = node.run(Path(__file__).with_name("pieces.mjs"), *folders, said=json.dumps(queries))
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


_PASTED = 1_000


def _count(row: dict[str, Any], kind: str) -> int:
    return sum(name.startswith(kind) for name in row["asked"])


@pytest.mark.parametrize("way", ["fresh", "old"])
def test_an_index_in_pieces_answers_as_a_whole_one(told: list[dict[str, Any]], way: str) -> None:
    """Opened for the query, and with all others behind it: the same documents, the same words that no text has.

    A pasted text asks for as many files as one may, and lacks what lies in others.
    """
    told = [row for row in told if len(row["query"]) < _PASTED]
    other = [
        (row["query"], key, row["whole"][key], row[way][key])
        for row in told
        for key in SAME
        if row["whole"][key] != row[way][key]
    ]
    assert other == []
    assert [row["query"] for row in told if sorted(row["whole"]["urls"]) != sorted(row[way]["urls"])] == []
    assert sum(row["whole"]["total"] > 0 for row in told) > len(told) / 2
    best = [row["query"] for row in told if row["whole"]["urls"][:1] != row[way]["urls"][:1]]
    assert len(best) <= len(told) / 25, best


def test_a_query_asks_for_its_words_and_the_texts_of_its_hits(told: list[dict[str, Any]]) -> None:
    asked = {row["query"]: row for row in told}
    assert all(row["opening"] == ["root.bin"] or row["opening"][1:] == row["opening"][1:2] for row in told)
    assert all(_count(row, "words") <= MOST_FILES for row in told)
    assert all(len(set(row["asked"])) == len(row["asked"]) for row in told)
    alone, beside = asked["سجون -مخيم"], asked["في من على السجون"]
    assert (_count(alone, "near"), _count(beside, "near")) == (0, 0)
    assert _count(beside, "words") <= 3
    assert _count(asked["السجوم"], "near") > 0
    assert _count(asked["زرافات طائرة"], "text") == 0
    assert _count(asked["في"], "many") > 0
    # «الولايات المتحدة» is read where that is.
    assert _count(asked[ANOTHER_WAY], "words") <= 3


def test_every_text_and_word_reads_back(tmp_path: Path) -> None:
    """More symbols than have numbers, of every script, half letters and very long words among them."""
    words = [f"{word}{n}" for n, word in enumerate(["كلمة", "𐤀𐤁", "中文", "ω", "سجون"] * 1_200)]
    texts = [" ".join(words[at : at + 100]) for at in range(0, len(words), 100)]
    hostile = ["", "  س  ", "س" * 3_000, "\ud83dس \ude00", "\ufeffس\ufeff", "\0 a\0b", *vectors.TEXTS]
    documents = [engine.body(f"{n}/ص", text) for n, text in enumerate((*texts, *hostile))]
    for above in (engine.WHOLE, engine.SPLIT):
        folder = tmp_path / str(above)
        folder.mkdir()
        for name, data in index(documents, Aids(), above).items():
            (folder / name).write_bytes(data)
        done = node.run(Path(__file__).with_name("words.mjs"), engine.FOLDER, folder)
        assert done.returncode == 0, done.stderr
        read = json.loads(done.stdout)["documents"]
        assert read == [[document.address, *(p.text for p in document.passages)] for document in documents]
