"""Pictures: what they show, what they leave out, and that no words lie over others on the narrowest page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from generator.catalogue.gather import Catalogue, ThemeGroup
from generator.catalogue.groups import Entry
from generator.model import DateFact, Evidence, MentionedDate, Named, Quote, ThemeHit, Title
from generator.pages.desk import Desk
from generator.pages.pictures.grid import MOST_COLUMNS, MOST_ROWS
from generator.pages.pictures.grids import themes_by_outlets, themes_by_speakers
from generator.pages.pictures.shapes import NARROWEST, Picture, Words, width_of
from generator.pages.pictures.timeline import timeline
from generator.source.settings import Settings
from tests import dossiers
from tests.pages.test_lists import ARTICLE, entry, words

LONG = "عنوان طويل جدًا لمادة لا يتسع له سطر واحد من سطور الهاتف الضيق مهما صغرت حروفه"


def desk(*entries: Entry) -> Desk:
    return Desk(Catalogue(entries), dossiers.LEXICON, Settings(), {})


def dated(first: str | None, last: str | None = None, *mentioned: str, basis: str = "inferred") -> Entry:
    date = DateFact(not_before=first, not_after=last, basis=basis)  # type: ignore[arg-type]
    found = tuple(MentionedDate(value, words(0, 5)) for value in mentioned)
    title = Title(LONG, "stated", 1, "x")
    return entry(f"{first}", title=title, outlet=Named("الصحيفة"), date=date, dates_mentioned=found)


def extent(said: Words) -> tuple[float, float]:
    width = width_of(said.text)
    x = said.x + said.beside / NARROWEST * 100
    left = {"start": x - width, "middle": x - width / 2, "end": x}[said.anchor]
    return left, left + width


def assert_readable(picture: Picture) -> None:
    """All words lie within the page, and none over others."""
    for said in picture.words:
        left, right = extent(said)
        assert left > -0.5 and right < 100.5 and 0 < said.y <= picture.height, said
    for one, other in combinations(picture.words, 2):
        (left, right), (start, end) = extent(one), extent(other)
        assert abs(one.y - other.y) >= 14 or right <= start or end <= left, (one, other)


DAYS = ("2019-01-01", "2019-02-05")
FEW = (dated("2022-05-11", None, "2014", "2017"), dated("2021-01-01", "2021-12-31"), dated(None, DAYS[1]), dated(*DAYS))
MANY = tuple(dated(f"20{10 + n % 7}-0{1 + n % 9}-01", f"20{10 + n % 7}-0{1 + n % 9}-28", "2012-03") for n in range(65))
WIDE = (*MANY, *(dated("1979-01-01") for _ in range(7)), dated("1931-01-01", "1931-12-31"), entry("undated"))


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("entries", [FEW, FEW[:1], MANY, WIDE, MANY[:9]], ids=["few", "one", "many", "wide", "nine"])
def test_a_timeline_is_readable_on_the_narrowest_page(entries: Sequence[Entry], small: bool) -> None:
    picture = timeline(desk(*entries), small=small)
    assert picture
    assert_readable(picture)
    assert picture.height <= 12 * 60 + 80


def test_time_runs_from_right_to_left_and_an_open_end_has_a_point() -> None:
    picture = timeline(desk(*FEW))
    assert picture
    latest, year, open_before, earliest = (x for x in picture.strokes if x.kind == "estimated")
    assert latest.to_x < latest.x < year.x < earliest.x < 100
    assert [(arrow.left, arrow.y) for arrow in picture.arrows] == [(True, latest.y), (False, open_before.y)]
    assert len(picture.told.rows) == len(FEW)


def test_where_the_interface_runs_from_the_left_time_does_too() -> None:
    made = desk(*FEW)
    english = replace(made.lexicon, wording=replace(made.lexicon.wording, language="en"))
    there, here = timeline(replace(made, lexicon=english)), timeline(made)
    assert there and here
    assert [100 - x.x for x in there.strokes if x.kind == "estimated"] == pytest.approx(
        [x.x for x in here.strokes if x.kind == "estimated"]
    )
    assert [arrow.left for arrow in there.arrows] == [not arrow.left for arrow in here.arrows]


def test_many_articles_are_counted_and_what_has_no_two_bounds_is_told_in_words() -> None:
    made = desk(*WIDE)
    picture = timeline(made)
    assert picture
    sure = [box for box in picture.boxes if box.kind == "sure"]
    assert sum(int(row.cells[0]) for row in picture.told.rows) == len(MANY), "the year 1931 lies outside"
    assert len(sure) == len({x.x for x in sure}) > 1
    assert made.say("picture.timeline.without.early", count=1) in picture.note
    assert made.say("picture.timeline.without.open", count=7) in picture.note
    assert made.say("picture.timeline.without.undated", count=1) in picture.note


def test_without_a_date_there_is_no_picture() -> None:
    assert timeline(desk(entry("a"), entry("b"))) is None
    assert timeline(desk()) is None


def published(theme: str, *outlets: str | None) -> ThemeGroup:
    """A theme with an article of each of these outlets."""
    found = (entry(f"{theme}-{n}", outlet=Named(x) if x else None) for n, x in enumerate(outlets))
    return ThemeGroup(dossiers.LEXICON.themes.by_id[theme], tuple((each, ThemeHit(theme, 1.0)) for each in found))


def with_themes(*groups: ThemeGroup) -> Desk:
    return Desk(Catalogue((), themes=groups), dossiers.LEXICON, Settings(), {})


PAPERS = tuple(f"صحيفة الأخبار المحلية {n}" for n in range(9))
ALL_THEMES = tuple(dossiers.LEXICON.themes.by_id)


def test_the_commonest_stand_by_name_the_others_together_and_the_unknown_last() -> None:
    made = with_themes(*(published(id_, *PAPERS, *PAPERS[:n], None) for n, id_ in enumerate(ALL_THEMES)))
    picture = themes_by_outlets(made)
    assert picture
    assert_readable(picture)
    assert picture.told.heads[-2:] == (made.say("picture.others"), made.say("picture.unknown"))
    assert len(picture.told.heads) == 1 + MOST_COLUMNS
    assert len(picture.told.rows) == MOST_ROWS < len(ALL_THEMES)
    assert picture.told.rows[-1].head.text == made.say("picture.others")
    radius = {
        count.text: disc.radius
        for count, disc in zip([x for x in picture.words if x.kind == "count"], picture.discs, strict=True)
    }
    assert max(radius, key=int) == max(radius, key=lambda text: radius[text]), "the largest number has the largest disc"


def test_an_article_of_two_themes_that_stand_together_counts_once() -> None:
    shared = entry("shared", outlet=Named(PAPERS[0]))
    groups = [published(id_, *PAPERS[:2] * 3) for id_ in ALL_THEMES[: MOST_ROWS - 1]]
    rest = [ThemeGroup(dossiers.LEXICON.themes.by_id[id_], ((shared, ThemeHit(id_, 1.0)),)) for id_ in ALL_THEMES[-2:]]
    picture = themes_by_outlets(with_themes(*groups, *rest))
    assert picture
    assert sum(map(int, picture.told.rows[-1].cells)) == 1


@pytest.mark.parametrize("groups", [(), (("camps", "a", "b"),), (("camps", "a"), ("prisons", "a", None))])
def test_what_a_list_says_as_well_is_no_picture(groups: tuple[tuple[str, ...], ...]) -> None:
    assert themes_by_outlets(with_themes(*(published(*group) for group in groups))) is None


def test_a_saying_is_of_a_theme_that_its_own_paragraph_proves_and_of_whom_its_speaker_speaks_for() -> None:
    lines = [number for number, text in enumerate(ARTICLE.cleaned.source.lines, start=1) if text]

    def quote(line: int, speaker: str, **more: Any) -> Quote:
        return Quote(line, 0, 4, ARTICLE.cleaned.source.lines[line - 1][:4], "x", speaker=speaker, **more)

    def hit(id_: str, line: int) -> ThemeHit:
        return ThemeHit(id_, 1.0, (Evidence(line, 0, 4, ARTICLE.cleaned.source.lines[line - 1][:4], "x"),))

    said = (
        quote(lines[1], "وزير الخارجية التركي"),
        quote(lines[2], "وزير الخارجية الفرنسي"),
        quote(lines[2], "وزير الخارجية التركي", marks="reported"),
        quote(lines[3], "وزير الخارجية الفرنسي"),
    )
    made = desk(entry(quotes=said, themes=(hit("camps", lines[1]), hit("prisons", lines[2]))))
    picture = themes_by_speakers(made)
    assert picture
    assert_readable(picture)
    assert sorted(row.cells for row in picture.told.rows) == [("0", "1"), ("1", "0")]
    assert made.say("picture.speakers.without", count=1) in picture.note
