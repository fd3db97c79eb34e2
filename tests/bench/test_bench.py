"""The measurement itself: what is composed, what is weighed and counted, how growth is fitted."""

import math
import os
import re
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from tests.bench.composing import WORDS, Composer, another, compose
from tests.bench.growth import growth
from tests.bench.path import CHANGES, prepared, run_path, seeds
from tests.bench.running import RunError, measured, processor, tree
from tests.bench.table import MARKDOWN, table
from tests.bench.told import Steps
from tests.bench.weighing import Weight, kind, weights

ARTICLES = list(islice(Composer().articles(), 120))


def words(texts: list[str]) -> list[str]:
    return re.findall("[\u0621-\u064a]{2,}", " ".join(texts))


def test_the_first_of_many_are_the_first_of_few(tmp_path: Path) -> None:
    compose(tmp_path / "few", 3)
    told = [path.read_text(encoding="utf-8") for path in seeds(tmp_path / "few")]
    assert told == ARTICLES[:3]


def test_articles_are_distinct_and_as_long_as_news() -> None:
    """No two share more than a tenth of their threes of words, which would make them copies of one another."""
    threes = [set(zip(each, each[1:], each[2:], strict=False)) for each in map(str.split, ARTICLES[:60])]
    shared = [len(a & b) / len(a | b) for at, a in enumerate(threes) for b in threes[:at]]
    assert max(shared) < 0.1
    assert WORDS * 0.9 < len(words(ARTICLES)) / len(ARTICLES) < WORDS * 1.3
    assert another() not in ARTICLES


def test_the_vocabulary_grows_as_in_news() -> None:
    """Of the first 10,000 words of real news about 5,000 are different, of 30,000 11,100: an exponent of .7."""
    said = words(ARTICLES)
    few, many = len(set(said[:10_000])), len(set(said[:30_000]))
    assert 8_500 < many < 12_500
    assert 0.65 < math.log(many / few) / math.log(3) < 0.9


def test_a_share_is_broken_on_request(tmp_path: Path) -> None:
    compose(tmp_path / "hurt", 100, broken=0.02)
    told = [path.read_bytes() for path in seeds(tmp_path / "hurt")]
    assert [at for at, (now, was) in enumerate(zip(told, ARTICLES, strict=False)) if now != was.encode()] == [49, 99]


def test_each_change_changes_what_it_says(tmp_path: Path) -> None:
    folder = prepared(None, 4, tmp_path / "seeds", 0)

    def held() -> dict[str, bytes]:
        return {x.relative_to(folder).as_posix(): x.read_bytes() for x in sorted(folder.rglob("*")) if x.is_file()}

    changed = {}
    for name, change in CHANGES.items():
        before = held()
        change(folder)
        changed[name] = sorted(x for x in before | held() if before.get(x) != held().get(x))
    assert changed == {
        "cold": [],
        "unchanged": [],
        "changed": ["composed-00002.txt"],
        "added": ["added-by-the-bench.txt"],
        "removed": ["composed-00003.txt"],
        "theme": ["lexicon/themes/bench.yml"],
    }


def test_real_texts_are_taken_in_order(tmp_path: Path) -> None:
    texts = tmp_path / "real"
    texts.mkdir()
    for name in ("b.txt", "a.txt", "c.txt"):
        (texts / name).write_text(name)
    folder = prepared(texts, 2, tmp_path / "seeds", 0)
    assert [path.name for path in seeds(folder)] == ["a.txt", "b.txt"]


def test_the_exponent_is_found_with_the_fixed_part_taken_off() -> None:
    law = growth({size: 7 + 0.02 * size**1.3 for size in (100, 1_000, 5_000, 20_000)})
    assert law
    assert law.exponent == pytest.approx(1.3, abs=0.01)
    assert law.fixed == pytest.approx(7, abs=0.2)
    assert law.at(10_000) == pytest.approx(7 + 0.02 * 10_000**1.3, rel=0.01)


def test_two_sizes_give_an_exponent_and_one_none() -> None:
    law = growth({100: 2.0, 10_000: 200.0})
    assert law
    assert law.exponent == 1
    assert growth({100: 2.0}) is None


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("index.html", "html: other"),
        ("404.html", "html: other"),
        ("articles/a/index.html", "html: articles"),
        ("people/a/index.html", "html: entities"),
        ("lists/a/index.html", "html: lists"),
        ("quotes/index.html", "html: other"),
        ("people/a/feed.json", "feeds"),
        ("feeds.opml", "feeds"),
        ("cite/a.bib", "citations"),
        ("data/articles/a.json", "data"),
        ("data/dossier.sqlite", "data"),
        ("search/data/a.bin", "index"),
        ("assets/site.css", "assets"),
        ("sitemap.xml", "other"),
    ],
)
def test_a_file_is_of_the_kind_that_it_is_for(path: str, found: str) -> None:
    assert kind(path) == found


def test_a_site_is_weighed_by_kind_and_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "index.html").write_text("a" * 5_000)
    (tmp_path / "robots.txt").write_text("b" * 10)
    found = weights(tmp_path)
    assert [(name, weight.files, weight.raw) for name, weight in found.items()] == [
        ("html: articles", 1, 5_000),
        ("other", 1, 10),
        ("all", 2, 5_010),
    ]
    assert Weight(1, 5_000, 0).gzipped < found["html: articles"].gzipped < 100


_GRANDCHILD = (
    "x = bytearray(80_000_000); import time; t = time.process_time()\nwhile time.process_time() < t + .9: pass"
)


@pytest.mark.process
def test_what_a_child_starts_is_counted_with_it(tmp_path: Path) -> None:
    child = (
        f"import subprocess, sys; x = bytearray(60_000_000); subprocess.run([sys.executable, '-c', {_GRANDCHILD!r}])"
    )
    cost = measured([sys.executable, "-c", child], tmp_path, tmp_path / "log")
    assert cost.cpu > 0.9
    assert cost.wall > 0.9
    assert cost.peak_mb > (140 if Path("/proc").is_dir() else 80)


@pytest.mark.process
def test_a_child_that_fails_says_so(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no bread"):
        measured([sys.executable, "-c", "raise SystemExit('no bread')"], tmp_path, tmp_path / "log")


def test_a_process_that_is_gone_has_no_children() -> None:
    assert list(tree(2**22 + 1)) == [2**22 + 1]
    assert next(tree(os.getpid())) == os.getpid()


def test_a_step_ends_where_the_next_is_told() -> None:
    """And one that is told twice is one row."""
    steps = Steps()
    for step in ("read", "write", "read"):
        steps(step)
        until = time.process_time() + 0.05
        while time.process_time() < until:
            pass
    taken = steps.taken()
    assert list(taken) == ["start", "read", "write"]
    assert taken["read"]["cpu"] >= 0.1
    assert 0.05 <= taken["write"]["cpu"] <= processor()


@pytest.mark.process
def test_the_conductor_is_heard_through_the_command(tmp_path: Path) -> None:
    """A run is told with its steps, of which those before the engine leave Markdown."""
    dossier = prepared(None, 2, tmp_path / "seeds", 0)
    cold, again = (run_path(dossier, tmp_path / "site", tmp_path) for _ in range(2))
    assert {*MARKDOWN, "engine"} <= set(cold.steps)
    assert 0.5 < sum(step["cpu"] for step in cold.steps.values()) <= cold.cost.cpu + 0.2
    assert "engine" not in again.steps


def test_columns_stand_under_one_another() -> None:
    rows = table(("", "ms"), [("cold", "12.5"), ("unchanged", "3")])
    assert list(rows) == ["             ms", "cold       12.5", "unchanged     3", ""]
