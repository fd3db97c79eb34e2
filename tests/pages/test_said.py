"""Lists of sayings and figures, and articles side by side: what stands where, and who is said to say it."""

from __future__ import annotations

from typing import Any

from generator.catalogue.differences import differences
from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry
from generator.model import Page
from generator.pages import compared, figures, sayings
from generator.pages.desk import Desk
from generator.pages.givens import halved, neighbours
from generator.source.settings import Settings
from tests import dossiers
from tests.catalogue.test_agreements import FIRE, FIRE_TOLD, PENTAGON, SAID, entry


def desk(*entries: Entry, **more: Any) -> Desk:
    return Desk(Catalogue(entries, **more), dossiers.LEXICON, Settings(), {})


def page(made: Any, address: str) -> Page:
    """The page of an address among some."""
    (found,) = (each for each in made if each.address == address)
    return found  # type: ignore[no-any-return]


def test_own_words_and_what_is_told_stand_on_two_pages_by_speaker() -> None:
    made = desk(entry(1, f"{SAID}\n\n{PENTAGON}", "صوت الجبل"))
    direct, told = (
        page(dossiers.pages_by(sayings.drafts, made), f"/{kind}/").context for kind in ("quotes", "reported")
    )
    (speaker,) = direct["speakers"]
    assert (speaker.who.text, speaker.voice) == ("هاكان فيدان", "مسؤولون أتراك")
    assert speaker.articles[0].office.startswith("وزير الخارجية التركي")
    assert [(x.direct, x.note, x.where.text) for x in speaker.articles[0].sayings] == [(True, None, "الفقرة 1")]
    assert direct["beside"].address == "/reported/"
    assert [x.direct for p in told["speakers"] for a in p.articles for x in a.sayings] == [False]


def test_a_dossier_without_reported_speech_has_no_list_of_it() -> None:
    assert [each.address for each in dossiers.pages_by(sayings.drafts, desk(entry(1, FIRE, None)))] == ["/quotes/"]


def test_a_figure_is_given_by_its_speaker_else_by_its_outlet_and_durations_by_nobody() -> None:
    text = f"{PENTAGON}\n\nدام الحريق ثلاث ساعات، ووصلت 18 شاحنة إطفاء إلى حلب."
    made = desk(entry(1, text, "صوت الجبل"), entry(2, FIRE, None))
    subjects = page(dossiers.pages_by(figures.drafts, made), "/figures/").context["subjects"]
    rows = [(s.label, g.extract.words, g.who.text, g.manner) for s in subjects for g in s.rows]
    assert rows == [
        ("أشخاص", "12 شخصا", "المتحدث باسم البنتاغون", "كلام غير مباشر"),
        ("أشخاص", "12 شخصا", "المادة نفسها", None),
        ("شاحنات", "18 شاحنة", "«صوت الجبل»", None),
    ]


def test_what_differs_stands_side_by_side_and_else_a_page_says_that_nothing_does() -> None:
    entries = entry(1, FIRE, "النهار الجديد"), entry(2, FIRE_TOLD.replace("12", "17"), "صوت الجبل")
    made = desk(*entries, differences=differences(dossiers.met_in(entries)))
    shown = page(dossiers.pages_by(compared.drafts, made), "/differences/").context["found"]
    assert [(x.heading, [g.extract.words for g in x.givens]) for x in shown] == [("أشخاص", ["12 شخصا", "17 شخصا"])]
    assert [g.source.text for g in shown[0].givens] == ["«النهار الجديد»", "«صوت الجبل»"]
    plain = page(dossiers.pages_by(compared.drafts, desk(*entries)), "/differences/").context
    assert (plain["count"], plain["scope"]) == ("لم يوجد اختلاف في الأرقام", "قورن رقمان في مادتين")
    assert not compared.has_several(desk(entries[0]))


def test_a_long_saying_is_halved_between_words_and_nothing_of_it_is_lost() -> None:
    text = " ".join(["كلمة"] * 80)
    first, rest = halved(text)
    assert f"{first} {rest}" == text and len(first) < len(rest)
    assert halved("قصير") == ("قصير", "")
    assert neighbours([]) == [] and neighbours(["a", "a", "b"]) == [(0, 2), (2, 3)]
