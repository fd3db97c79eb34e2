"""Pictures: what they show, what they leave out, and that no words lie over others on the narrowest page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry
from generator.model import DateFact, MentionedDate, Named, Title
from generator.pages.desk import Desk
from generator.pages.pictures.shapes import Picture, Words, width_of
from generator.pages.pictures.timeline import timeline
from generator.source.settings import Settings
from tests import dossiers
from tests.pages.test_lists import entry, words

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
    left = {"start": said.x - width, "middle": said.x - width / 2, "end": said.x}[said.anchor]
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
