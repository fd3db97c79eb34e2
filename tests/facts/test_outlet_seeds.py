"""What the five seeds show of their publishers, the papers they cite and their chains."""

from __future__ import annotations

from functools import cache

import pytest

from generator.clean import clean
from generator.facts.extract import extract
from generator.lexicon import load_lexicon
from generator.model import Facts, Source
from tests import five

SEEDS = five.SEEDS
NAMES = {
    "000": "000_df4c0d42261ce1aa.txt",
    "001": "001_84b9d23c19d35bde.txt",
    "002": "002_5906e71ed4f50e03.txt",
    "003": "003_c32980064312eb63.txt",
    "004": "004_1fae8541d1b1cca3.txt",
}


@cache
def facts(seed: str) -> Facts:
    lexicon, name = load_lexicon(), NAMES[seed]
    return extract(clean(Source(name, "", "utf-8", (SEEDS / name).read_text("utf-8")), lexicon), lexicon)[0]


@pytest.mark.parametrize(("seed", "name", "line"), [("002", "ليفانت", 43), ("004", "المدى", 7)])
def test_a_publisher_that_the_text_shows(seed: str, name: str, line: int) -> None:
    outlet = facts(seed).outlet
    assert outlet is not None
    assert (outlet.name, outlet.evidence[0].line) == (name, line)


@pytest.mark.parametrize("seed", ["000", "001", "003"])
def test_no_publisher_where_none_is_shown(seed: str) -> None:
    """A promo that names a topic, a headline that cites a paper and a photo caption show no publisher."""
    assert facts(seed).outlet is None


@pytest.mark.parametrize(
    ("seed", "cited"),
    [
        ("000", {}),
        ("001", {"واشنطن تايمز": [1, 6, 9]}),
        ("002", {"الشرق الأوسط": [15, 43]}),
        ("003", {}),
        ("004", {}),
    ],
)
def test_cited_papers(seed: str, cited: dict[str, list[int]]) -> None:
    """«منطقة الشرق الأوسط» and «على المدى الطويل» are no papers."""
    assert {x.name: [e.line for e in x.evidence] for x in facts(seed).cited_outlets} == cited


@pytest.mark.parametrize("seed", NAMES)
def test_no_seed_has_a_byline(seed: str) -> None:
    assert facts(seed).author is None


@pytest.mark.parametrize(
    ("seed", "chain"),
    [
        ("000", ()),
        ("001", ("واشنطن تايمز", "كاثرين ويلبارغر")),
        ("002", ("ليفانت", "الشرق الأوسط", "جون جودفري")),
        ("003", ()),
        ("004", ("المدى", "حوار تلفزيوني", "براندون باركر")),
    ],
)
def test_chains(seed: str, chain: tuple[str, ...]) -> None:
    assert facts(seed).attribution == chain


def test_related_headlines_stand_without_their_labels() -> None:
    found = {seed: [(x.line, x.title) for x in facts(seed).related] for seed in NAMES}
    assert found == {
        "000": [(12, "ترامب: جهود أمريكية مكثفة لاستعادة المحتجزين ووقف النزاع في غزة")],
        "001": [],
        "002": [(37, 'حملة "قسد" في "الهول" تسفر عن توقيف 53 شخصاً بينهم قيادي داعشي')],
        "003": [],
        "004": [],
    }
