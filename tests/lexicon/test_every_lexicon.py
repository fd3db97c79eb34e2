"""Each file of generator/data is held by tests that `make check` runs, and hides nothing from its reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.place import DATA
from tests import five

FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yml"))
# Letters and signs that look like others, or like nothing. Each file that needs one, with those it needs.
UNLIKE = re.compile("[\u06a9\u06c0\u06cc\u06d2\u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff]")
MEANT = {
    "language/furniture/share.yml": "\u202b",  # stands in the pages of one site, before its buttons
    "language/furniture/site-links.yml": "\u06cc\u06a9",  # a link that is written in Persian
    "language/letters.yml": "\u06a9\u06cc\u06c0\u06d2",
    # Words of languages that are written so.
    "language/tongues/ckb.yml": "\u06a9\u06cc",
    "language/tongues/fa.yml": "\u06a9\u06cc",
    "language/tongues/ur.yml": "\u06a9\u06cc\u06d2",
}


def held() -> Counter[str]:
    """Places of generator/data, by how many tests are marked with them."""
    files = (path.read_text("utf-8") for path in (five.ROOT / "tests").rglob("test_*.py") if path != Path(__file__))
    marks = (mark for text in files for mark in re.findall(r"@?pytest\.mark\.lexicon\(([^)]*)\)", text))
    return Counter(place for mark in marks for place in re.findall(r'"([^"]+)"', mark))


@pytest.mark.lexicon
def test_each_lexicon_has_a_test_among_the_checks() -> None:
    """Whoever changes a word runs `make check` and nothing else: what no test there holds, nobody would hear of."""
    places = held()
    assert [name for name in FILES if not any(name == x or name.startswith(f"{x}/") for x in places)] == []
    assert [place for place in places if not (DATA / place).exists()] == []


def doubled(node: yaml.Node) -> Iterator[str]:
    """Keys that stand twice in one mapping: YAML takes the last without a word."""
    parts = node.value if isinstance(node, yaml.CollectionNode) else []
    if isinstance(node, yaml.MappingNode):
        yield from (str(key) for key, count in Counter(key.value for key, _ in node.value).items() if count > 1)
        parts = [value for _, value in node.value]
    for part in parts:
        yield from doubled(part)


@pytest.mark.lexicon
def test_no_key_stands_twice() -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    nodes = ((name, yaml.compose((DATA / name).read_text("utf-8"), Loader=loader)) for name in FILES)
    assert [(name, key) for name, node in nodes for key in doubled(node)] == []


@pytest.mark.lexicon
def test_no_letter_looks_like_another() -> None:
    """Persian ya and kaf, hard spaces and marks of direction are seen by nobody and match nothing."""
    found = {name: set(UNLIKE.findall((DATA / name).read_text("utf-8"))) for name in FILES}
    assert {name: signs for name, signs in found.items() if signs - set(MEANT.get(name, ""))} == {}
