"""The bench of search counts right, and tells a fall from noise."""

import pytest
import yaml

from generator.lexicon import load_lexicon
from tests.bench_search import RECORD, Row, fallen, record, rows


def test_ranks_are_averaged_by_set_and_empty_answers_counted() -> None:
    queries = [{"id": n, "set": "s", "rel": [7]} for n in range(4)]
    hits = {0: [7], 1: [1, 7], 2: [1, 2], 3: []}
    assert rows(queries, hits) == {"s": Row(4, 0.375, 0.5, 1)}  # type: ignore[arg-type]


def test_a_fall_beyond_a_hundredth_is_told_and_less_is_not() -> None:
    recorded = {"s": {"mrr": 0.7}, "t": {"mrr": 0.7}}
    assert fallen({"s": Row(1, 0.688, 1, 0), "t": Row(1, 0.692, 1, 0)}, recorded) == ["s: 0.688 was 0.7"]


@pytest.mark.lexicon("language/search/measured.yml")
def test_the_record_reads_back_as_the_method_page_wants_it() -> None:
    assert yaml.safe_load(record({"s": Row(2, 0.5, 1, 0)}, {"s": 0.4}))["sets"]["s"] == {
        "queries": 2,
        "mrr": 0.5,
        "found": 1,
        "lucene": 0.4,
    }
    held = yaml.safe_load(RECORD.read_text(encoding="utf-8"))["sets"]
    assert {name: row.mrr for name, row in load_lexicon().quality.sets.items()} == {
        name: row["mrr"] for name, row in held.items()
    }
