"""The bench of search counts right, and tells a fall from noise."""

from typing import Any

import pytest
import yaml

from generator.lexicon import load_lexicon
from tests import madeup
from tests.bench_search import RECORD, Row, dearer, fallen, record, rows, set_rows
from tests.slips import other_keyboard, slips


def test_ranks_are_averaged_by_set_and_empty_answers_counted() -> None:
    queries = [{"id": n, "set": "s", "rel": [7]} for n in range(4)]
    hits = {0: [7], 1: [1, 7], 2: [1, 2], 3: []}
    assert rows(queries, hits) == {"s": Row(4, 0.375, 0.5, 1)}  # type: ignore[arg-type]


def test_a_fall_beyond_a_hundredth_is_told_and_less_is_not() -> None:
    recorded = {"s": {"mrr": 0.7}, "t": {"mrr": 0.7}}
    assert [*fallen({"s": Row(1, 0.688, 1, 0), "t": Row(1, 0.692, 1, 0)}, recorded)] == ["s: 0.688 was 0.7"]


def test_a_request_more_is_told_and_bytes_beyond_three_in_a_hundred() -> None:
    before = [{"articles": 5, "requests": 5, "kb": 100.0}]
    assert [*dearer([{"articles": 5, "requests": 6, "kb": 103.0}], before)] == ["5 articles, requests: 6 was 5"]
    assert [*dearer([{"articles": 5, "requests": 4, "kb": 103.1}], before)] == ["5 articles, kb: 103.1 was 100.0"]
    assert [*dearer([{"articles": 9, "requests": 6, "kb": 999.0}], before)] == []


def test_slips_are_one_edit_and_drawn_from_their_query_alone() -> None:
    query: dict[str, Any] = {"id": 7, "set": "keywords", "q": "عاصمة فرنسا القديمة", "rel": [1]}
    document = {"id": 1, "text": " ".join(f"كلمة{n}" for n in range(20))}
    made = slips([query, {**query, "id": 8, "set": "keyword1", "q": "فرنسا"}], [document])
    assert [each for each in made if "7" in each["id"]] == [*slips([query], [])]
    by_set = {each["set"]: each["q"] for each in made}
    assert set(by_set) == {*(f"slip_{kind}" for kind in ("del", "ins", "sub", "swap", "sound", "one")), "layout"} | {
        f"headline{more}" for more in ("", "_marks", "_broken")
    }
    assert len(by_set["slip_del"]) + 1 == len(query["q"]) == len(by_set["slip_ins"]) - 1
    assert sorted(by_set["slip_swap"]) == sorted(query["q"]) != by_set["slip_swap"]
    assert other_keyboard("السجون") == "hgs[,k"
    assert other_keyboard("لا إله") == "b Ygi"


def test_made_up_articles_are_the_same_on_every_run_and_grow_their_vocabulary_as_news_does() -> None:
    once = madeup.bodies(20, 250)
    assert once[:5] == madeup.bodies(5, 250)
    words = [word.strip("،.") for made in once for passage in made.passages for word in passage.text.split()]
    assert 0.45 < len(set(words[:4_000])) / 4_000 < 0.6


@pytest.mark.lexicon("language/search/measured.yml")
def test_the_record_reads_back_as_the_method_page_wants_it() -> None:
    assert yaml.safe_load(record({"sets": set_rows({"s": Row(2, 0.5, 1, 0)}, {"s": 0.4})}))["sets"]["s"] == {
        "queries": 2,
        "mrr": 0.5,
        "found": 1,
        "lucene": 0.4,
    }
    held = yaml.safe_load(RECORD.read_text(encoding="utf-8"))["sets"]
    assert {name: row.mrr for name, row in load_lexicon().quality.sets.items()} == {
        name: row["mrr"] for name, row in held.items()
    }
