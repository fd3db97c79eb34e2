"""The chronology and what it does to articles that name its facts."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from generator.facts.dating.bounds import Days, Interval, Step, exact, hull, intersect, known_steps, narrow, open_iso
from generator.model import Evidence
from generator.model.calendar import parse_iso
from generator.reading.line import ReadLine
from tests import dossiers

pytestmark = pytest.mark.lexicon("world/chronology.yml")

LEXICON = dossiers.LEXICON
FACTS = LEXICON.chronology.facts
A, B, C, D = (dt.date(2019, 1, 1), dt.date(2019, 6, 23), dt.date(2019, 3, 23), dt.date(2020, 6, 30))


def step(*spans: Days, line: int = 1) -> Step:
    return Step(spans, Evidence(line, 0, 1, "x", "test"), "step.after")


def steps(*sentences: str) -> dict[str, Step]:
    lines = [ReadLine(i, text, "body", "test") for i, text in enumerate(sentences, start=1)]
    found = known_steps(lines, LEXICON.dates, LEXICON.chronology)
    labels = {fact.label: fact.id for fact in FACTS}
    return {labels[dict(s.values)["label"]]: s for s in found}


def test_every_fact_has_a_source_and_dates_in_order() -> None:
    """A term begins before it ends; the days of a meeting stand in order."""
    for fact in FACTS:
        assert fact.source.strip()
        days = [parse_iso(iso) for iso in fact.days]
        assert days == sorted(days, key=lambda d: d.iso if d else "")
        for first, last in fact.terms:
            begin, end = parse_iso(first), parse_iso(last) if last else None
            assert begin
            assert end is None or begin.first <= end.last


def test_terms_of_one_office_follow_each_other() -> None:
    """No two holders of one office at a time, but for the days of handing over."""
    for office in ("us-president-", "us-state-", "us-defense-", "iq-pm-", "us-jcs-", "us-centcom-", "un-sg-"):
        spans = sorted(
            (parse_iso(a).first, parse_iso(b).last if b else dt.date.max)  # type: ignore[union-attr]
            for fact in FACTS
            if fact.id.startswith(office)
            for a, b in fact.terms
        )
        for one, two in itertools.pairwise(spans):
            assert (one[1] - two[0]).days <= 2, (office, one, two)


def test_intervals_intersect_and_a_clash_narrows_nothing() -> None:
    """Shanahan's term and the time after Baghouz meet; what shares no day is told as a clash."""
    both = narrow([step(Days(A, B)), step(Days(first=C))])
    assert (both.span, len(both.steps), both.clash) == (Days(C, B), 2, ())
    clash = narrow([step(Days(last=A)), step(Days(first=C))], Interval(Days(last=D)))
    assert (clash.span, clash.steps, len(clash.clash)) == (Days(last=D), (), 2)


def test_a_step_that_narrows_nothing_is_not_told() -> None:
    """Only what narrowed the interval stands in its steps."""
    assert len(narrow([step(Days(A, B)), step(Days(first=dt.date(2010, 1, 1)), line=2)]).steps) == 1


def test_terms_apart_leave_a_gap_until_another_fact_closes_it() -> None:
    """An office held twice is two spans, and a fact of one of them picks it."""
    twice = (Days(dt.date(2017, 1, 20), dt.date(2021, 1, 20)), Days(dt.date(2025, 1, 20)))
    assert hull(twice) == Days(dt.date(2017, 1, 20))
    assert intersect(twice, (Days(last=D),)) == (Days(dt.date(2017, 1, 20), D),)


def test_an_interval_is_a_value_only_when_it_is_a_day_a_month_or_a_year() -> None:
    """Anything else stays a pair of bounds."""
    values = {
        exact(Days(dt.date(2019, 1, 1), dt.date(2019, 12, 31))),
        exact(Days(C, C)),
        exact(Days(dt.date(2020, 2, 1), dt.date(2020, 2, 29))),
    }
    assert {v.iso for v in values if v} == {"2019", "2019-03-23", "2020-02"}
    assert exact(Days(A, B)) is None
    assert open_iso(Days(first=C)) == ("2019-03-23", None)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("وأعلن وزير الدفاع الأمريكي مارك إسبر أن القوات ستبقى.", "us-defense-esper"),
        ("أكد رئيس الوزراء العراقي حيدر العبادي أن المعركة مستمرة.", "iq-pm-abadi"),
        ("وقال قائد القيادة المركزية الأميركية الجنرال كينيث ماكنزي إن الانسحاب يتم وفق الخطة.", "us-centcom-mckenzie"),
        ("وصرح الأمين العام للأمم المتحدة أنطونيو غوتيريش بأن الوضع خطير.", "un-sg-guterres"),
        ("وعُقد الاجتماع الوزاري للتحالف الدولي ضد داعش في الرياض بمشاركة واسعة.", "coalition-ministerial-riyadh"),
        ("عاد الآلاف منذ تحرير الموصل إلى بيوتهم.", "mosul-liberated"),
        ("وتراجعت الهجمات بعد مقتل البغدادي تراجعا واضحا.", "baghdadi-death"),
        ("وتغيرت الحدود منذ سقوط نظام الأسد تغيرا كبيرا.", "assad-fall"),
        ("نزح الآلاف جراء عملية نبع السلام التركية.", "operation-peace-spring"),
    ],
)
def test_a_sentence_that_shows_a_fact_is_bounded_by_it(text: str, fact: str) -> None:
    """The office or event in the present or past of the sentence counts."""
    assert fact in steps(text)


@pytest.mark.parametrize(
    "text",
    [
        "وقال وزير الدفاع السابق مارك إسبر إن القوات ستبقى.",
        "في عام 2018 قال رئيس الوزراء العراقي حيدر العبادي إن المعركة انتهت.",
        "قال الخبير إن الرئيس الأمريكي دونالد ترامب سيعود إلى الحكم.",
        "تستعد القوات لمعركة تحرير الموصل خلال أسابيع.",
        "ستتغير المنطقة بعد سقوط نظام الأسد إن وقع.",
        "اجتمع وزراء خارجية الدول الأعضاء في الرياض لبحث التجارة.",
        "نفى المتحدث أنباء عن تسمية زعيم بعد مقتل البغدادي.",
        "وكان وزير الخارجية الأمريكي جون كيري قال إن بلاده ماضية في دعمها.",
        "تدور معارك مع داعش المحاصرين في الباغوز قبل القضاء على آخر جيوبه.",
    ],
)
def test_a_former_holder_a_coming_battle_or_another_meeting_bounds_nothing(text: str) -> None:
    """Only what is a fact in the article's present counts."""
    assert not steps(text)


def test_a_coming_meeting_bounds_from_above() -> None:
    """A meeting that is still to come was announced within a year of its day."""
    found = steps("يجتمع وزراء خارجية التحالف الدولي ضد داعش في الكويت في 13 شباط المقبل.")
    assert found["coalition-ministerial-kuwait"].spans == (Days(dt.date(2017, 2, 13), dt.date(2018, 2, 12)),)
