"""What crosses articles: the order of lists, and which articles a theme relates."""

from __future__ import annotations

from dataclasses import replace

from generator.catalogue.gather import ThemeGroup, _kin, _newest_first, _public, _shared
from generator.catalogue.groups import Entry
from generator.catalogue.likeness import Likeness
from generator.model import Article, Cleaned, DateFact, Facts, Problem, Sidecar, Source, ThemeHit
from tests import dossiers

CAMPS, PRISONS = (dossiers.LEXICON.themes.by_id[id_] for id_ in ("camps", "prisons"))


def entry(name: str, date: DateFact | None = None) -> Entry:
    cleaned = Cleaned(Source(f"{name}.txt", "", "utf-8", ""), "ar", ())
    return Entry(Article(cleaned, Facts(date=date or DateFact())), f"/articles/{name}/", None)


def group(*members: Entry) -> ThemeGroup:
    return ThemeGroup(CAMPS, tuple((member, ThemeHit("camps", 3.0)) for member in members))


def test_lists_are_in_the_order_of_the_latest_possible_day() -> None:
    """Of what may be of 2019 to 2021 and of what is of 2020, the first may be the newer."""
    wide = entry("wide", DateFact(not_before="2019-01-01", not_after="2021-01-01"))
    year, since = entry("year", DateFact("2020")), entry("since", DateFact(not_before="2020-12-01"))
    assert sorted((since, entry("undated"), year, wide), key=_newest_first) == [wide, year, since, entry("undated")]


def test_a_theme_of_too_many_articles_relates_none() -> None:
    """To pair them would cost the square of their number."""
    many = [entry(f"{n:02}") for n in range(61)]
    assert not _shared(many, [group(*many)])[0]
    assert len(_shared(many, [group(*many[:60])])[0]) == 60


def test_an_article_that_is_alike_and_shares_a_theme_is_related_once() -> None:
    one, other = entry("one"), entry("other")
    alike = [Likeness("one.txt", "other.txt", "same-story", 0.5)]
    kin = _kin([one, other], [group(one, other)], alike)
    assert [(x.entry, x.alike) for x in kin[one.address]] == [(other, "same-story")]


def test_the_themes_that_two_share_are_named_the_rarest_first() -> None:
    entries = [entry(name) for name in "abc"]
    rare = replace(group(*entries[:2]), theme=PRISONS)
    kin = _kin(entries, [group(*entries), rare], [])
    assert [theme.id for theme in kin["/articles/a/"][0].themes] == ["prisons", "camps"]


def test_of_a_text_that_is_kept_off_the_site_only_a_fault_of_its_sidecar_is_told() -> None:
    """Its other problems cite names and words."""
    kept_off = replace(entry("a").article, sidecar=Sidecar("a.yml", publish=False))
    met = [Problem(level, file, 1, "x") for level in ("error", "note") for file in ("a.txt", "a.yml", "b.txt")]
    told = [(p.level, p.file) for p in _public(met, [kept_off, entry("b").article])]
    assert told == [("error", "a.yml"), ("error", "b.txt"), ("note", "b.txt")]
