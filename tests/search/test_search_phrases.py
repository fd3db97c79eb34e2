"""Words between quotation marks: found as they stand where they do, and never a wall where they do not."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.search import Aids
from tests import engine, five

pytestmark = pytest.mark.process

MARKS = yaml.safe_load((five.ROOT / "tests/search/marks.yml").read_text(encoding="utf-8"))
DOCUMENTS = (
    engine.body("fire", "شب حريق كبير في سوق الخضار القديم فجر الثلاثاء وأخمد بعد ساعات"),
    engine.body("fish", "عاد سوق السمك إلى العمل قرب الميناء بعد حريق"),
    engine.body("other", "الخضار في السوق أغلى هذا العام من السمك"),
    engine.body("clitic", "قال البائع إنه بسوق الخضار منذ عشرين عاما"),
    engine.body("rain", "هطل المطر على المدينة طوال الليل"),
)


def asked(folder: Path, query: str) -> dict[str, Any]:
    """Both ways of storing an index answer alike; what they answer, with the addresses of the hits in order."""
    both = [engine.answers(folder, DOCUMENTS, [query], split_above=above)[0] for above in (engine.WHOLE, engine.SPLIT)]
    seen = [
        {"urls": [hit["url"] for hit in answer["hits"]]}
        | {key: answer[key] for key in ("unheld", "preferred", "total")}
        for answer in both
    ]
    assert seen[0] == seen[1]
    return seen[0]


def phrases(queries: list[str]) -> list[dict[str, list[str]]]:
    parsed = engine.called("query.js", "parse", [[query, False] for query in queries])
    return [
        {name: [" ".join(t["text"] for t in phrase) for phrase in query[name]] for name in ("phrases", "without")}
        for query in parsed
    ]


def words_of(queries: list[str]) -> list[list[str]]:
    parsed = engine.called("query.js", "parse", [[query, False] for query in queries])
    return [[term["text"] for term in query["terms"]] for query in parsed]


def test_marks_of_every_shape_make_a_phrase_and_lone_ones_none() -> None:
    for case, found in zip(MARKS, phrases([case["q"] for case in MARKS]), strict=True):
        assert found == {"phrases": case["phrases"], "without": case.get("without", [])}, case["q"]


def test_marks_take_no_word_from_a_query() -> None:
    """Whatever marks stand in it, in whatever order, a query has the words that it has without them."""
    chance = random.Random(11)  # noqa: S311 - the same strings on every run
    signs = ["«", "»", '"', "“", "”", "„", "‟", "‹", "›", "<<", ">>", " ", " ", "(", "، "]
    words = ["سوق", "الخضار", "حريق", "السمك", "المدينة"]
    made = ["".join(chance.choice(signs + words * 2) + chance.choice(("", " ")) for _ in range(14)) for _ in range(400)]
    bare = ["".join(" " if c in '«»"“”„‟‹›<>' else c for c in query) for query in made]
    with_marks, without = (
        [
            [term["text"] for term in query["terms"]]
            for query in engine.called("query.js", "parse", [[q, False] for q in row])
        ]
        for row in (made, bare)
    )
    assert with_marks == without


def test_a_phrase_that_stands_somewhere_is_answered_by_that_alone(tmp_path: Path) -> None:
    found = asked(tmp_path, "«سوق الخضار»")
    assert set(found["urls"]) == {"fire", "clitic"}
    assert (found["unheld"], found["preferred"]) == ([], [])


@pytest.mark.parametrize("query", ["«الخضار سوق»", '"الخضار سوق"', "“السمك الخضار سوق”", "‹خضار سوق السمك›"])
def test_a_phrase_that_stands_nowhere_leaves_the_list_of_its_words_and_says_so(tmp_path: Path, query: str) -> None:
    found = asked(tmp_path, query)
    plain = asked(tmp_path, query.strip('«»"“”‹›'))
    assert found["urls"] == plain["urls"] != []
    assert (found["unheld"], found["preferred"]) == ([query.strip('«»"“”‹›')], [])
    assert plain["unheld"] == []


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("السمك أغلى العام الخضار «سوق السمك»", "fish"),
        ("هطل المطر طوال الليل على «سوق الخضار القديم»", "fire"),
        ('حريق بعد الميناء السمك "بسوق الخضار"', "clitic"),
    ],
)
def test_where_marks_are_part_of_a_query_what_holds_them_comes_first(tmp_path: Path, query: str, best: str) -> None:
    found = asked(tmp_path, query)
    assert found["urls"][0] == best
    assert asked(tmp_path, "".join(c for c in query if c not in '«»"'))["urls"][0] != best
    assert len(found["preferred"]) == 1
    assert found["unheld"] == []


def test_of_several_phrases_those_with_more_come_first(tmp_path: Path) -> None:
    """Where none holds them all; and each that stands nowhere is told."""
    found = asked(tmp_path, "«سوق الخضار» «الثلاثاء وأخمد» «سوق السمك» «المطر سوق»")
    assert found["urls"][0] == "fire"
    assert found["preferred"] == ["سوق الخضار", "الثلاثاء وأخمد", "سوق السمك"]
    assert found["unheld"] == ["المطر سوق"]


def test_where_all_that_is_found_holds_the_phrase_there_is_nothing_to_say(tmp_path: Path) -> None:
    found = asked(tmp_path, "«سوق الخضار القديم» فجر -السمك -عاما")
    assert (found["urls"], found["unheld"], found["preferred"]) == (["fire"], [], [])


def test_a_phrase_can_be_left_out(tmp_path: Path) -> None:
    assert set(asked(tmp_path, "حريق الخضار -«سوق الخضار»")["urls"]) == {"fish", "other"}


def test_what_holds_a_phrase_comes_first_by_date_too(tmp_path: Path) -> None:
    days = ("2021-05-01", "2021-05-02", "2021-05-04", "2021-05-03", "2021-05-05")
    dated = [replace(document, day=day) for document, day in zip(DOCUMENTS, days, strict=True)]
    query = "السمك أغلى العام الخضار «سوق السمك»"
    (answer,) = engine.answers(tmp_path, dated, [query], aids=Aids(facets=("kind",)), sort="newest")
    assert [hit["url"] for hit in answer["hits"]] == ["fish", "other", "clitic", "fire"]


def test_letters_joined_inside_a_phrase_are_no_wall_and_come_after_the_phrase_as_it_stands(tmp_path: Path) -> None:
    cells = (
        engine.body("joined", "تعمل خلاياه النائمة في الريف وخلاياه النائمة في البادية"),
        engine.body("also", "ليس للخلايا النائمة أثر"),
        engine.body("exact", "قال إن الخلايا النائمة لا تزال تعمل في أماكن كثيرة من الريف والبادية والمدن الكبيرة"),
        engine.body("none", "خلاياه كانت نائمة"),
    )
    for above in (engine.WHOLE, engine.SPLIT):
        (answer,) = engine.answers(tmp_path, cells, ['"الخلايا النائمة"'], split_above=above)
        assert answer["hits"][0]["url"] == "exact"
        assert {hit["url"] for hit in answer["hits"]} == {"exact", "joined", "also"}


def test_a_pronoun_of_other_persons_in_a_little_word_is_no_wall(tmp_path: Path) -> None:
    """«عليهم» for «عليه», both words that say nothing by themselves; «على» is neither."""
    documents = [
        engine.body("him", "دعا إلى استمرار الضغط عليه في المدينة"),
        engine.body("on", "استمرار الضغط على الحدود"),
    ]
    aids = Aids(words=replace(Aids().words, stop=("عليه", "عليهم", "على")))
    (answer,) = engine.answers(tmp_path, documents, ["«استمرار الضغط عليهم»"], aids=aids)
    assert ([hit["url"] for hit in answer["hits"]], answer["unheld"]) == (["him"], [])
