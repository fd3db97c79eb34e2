"""What the pages of people, bodies, places and papers tell, of dossiers made of few facts; and their lists."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry, groups
from generator.catalogue.profiles import written_as
from generator.model import DateFact, Entity, EntityKind, Evidence, Facts, Figure, Named, Page, Quote
from generator.pages import archive, indexes, names
from generator.pages import groups as lists
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds, drafted
from generator.source.settings import Settings
from tests import dossiers

TEXT = (
    "قال وزير الري سليم الخطيب إن السد سيُفتح غدًا في بلدة الصفصاف لخدمة 300 أسرة.",
    "وأضاف الخطيب «سنعمل مع الجميع».",
    "ورأى نادر العلي، مدير المرصد، «أن الخطيب تأخر كثيرًا». ثم قال سليم.",
)


def say(message: str, count: int | None = None) -> str:
    return dossiers.LEXICON.wording.say(message, count)


def entry(name: str = "a", **facts: Any) -> Entry:
    held = dossiers.article()
    lines = tuple(replace(held.cleaned.lines[0], number=n, text=t, verdict="body") for n, t in enumerate(TEXT, 1))
    cleaned = replace(held.cleaned, source=replace(held.cleaned.source, text="\n".join(TEXT)), lines=lines, wraps=())
    return Entry(replace(held, cleaned=cleaned, facts=Facts(**facts)), f"/articles/{name}/", None)


def words(line: int, text: str, nth: int = 0) -> Evidence:
    at = -1
    for _ in range(nth + 1):
        at = TEXT[line - 1].index(text, at + 1)
    return Evidence(line, at, at + len(text), text, "x")


def quote(line: int, text: str, speaker: str | None, **more: Any) -> Quote:
    return Quote(**vars(words(line, text)), speaker=speaker, **more)


def entity(kind: EntityKind, name: str, *mentions: Evidence, **more: Any) -> Entity:
    return Entity(kind, more.pop("id", None), name, mentions=mentions, **more)


def made(*entries: Entry, settings: Settings | None = None) -> Desk:
    # As if a lexicon had each: what none has and one article alone names has no page.
    grouped = tuple(replace(group, known=True) for group in groups(entries, dossiers.LEXICON))
    return Desk(Catalogue(entries, groups=grouped), dossiers.LEXICON, settings or Settings(), {})


def page(desk: Desk, title: str) -> Page:
    return next(p for p in dossiers.pages_by(lists.drafts, desk) if p.kind == "group" and p.title == title)


MINISTER = entity(
    "person", "سليم الخطيب",
    words(1, "سليم الخطيب"), words(2, "الخطيب"), words(3, "الخطيب"),
    role="وزير الري", role_evidence=(words(1, "وزير الري"),),
)  # fmt: skip
QUOTES = (
    quote(1, "إن السد سيُفتح غدًا في بلدة الصفصاف لخدمة 300 أسرة", "سليم الخطيب", marks="reported"),
    quote(2, "سنعمل مع الجميع", "سليم الخطيب", speaker_basis="in-line"),
    quote(3, "أن الخطيب تأخر كثيرًا", "نادر العلي"),
)


def minister(role: str | None = "وزير الري", quotes: tuple[Quote, ...] = QUOTES) -> Page:
    person = replace(MINISTER, role=role, role_evidence=MINISTER.role_evidence if role else ())
    return page(made(entry(people=(person,), quotes=quotes)), "سليم الخطيب")


def parts(found: Page) -> dict[str, list[str]]:
    return {
        part.kind: [x.text for held in chain(part.shown, part.folded) for x in chain(held.shown, held.folded)]
        for part in found.context["parts"]
    }


def test_a_profile_tells_direct_words_and_reported_ones_apart_and_what_others_say_with_who_says_it() -> None:
    found = minister()
    assert parts(found) == {"direct": [QUOTES[1].text], "reported": [QUOTES[0].text], "about": [QUOTES[2].text]}
    (about,) = (part for part in found.context["parts"] if part.kind == "about")
    assert about.shown[0].shown[0].speaker == "نادر العلي"


def test_nothing_is_told_of_what_is_said_of_somebody_without_an_office_or_by_nobody_known() -> None:
    assert "about" not in parts(minister(role=None))
    nobody = tuple(replace(x, speaker=None) if x.speaker == "نادر العلي" else x for x in QUOTES)
    assert "about" not in parts(minister(quotes=nobody))


def test_an_office_leads_to_its_words_and_is_told_once() -> None:
    (office,) = minister().context["offices"]
    assert office.words == "وزير الري" and office.where.address.endswith("#w1-4-13") and office.more is None
    two = made(entry("a", people=(MINISTER,)), entry("b", people=(MINISTER,)))
    (office,) = page(two, "سليم الخطيب").context["offices"]
    assert office.more == two.say("profile.office.more", count=1)


def test_no_sentence_of_a_profile_stands_there_twice() -> None:
    """Where a saying holds the name, or stands in its sentence, the mention is a way to its place alone."""
    (mention,) = minister().context["mentions"]
    assert mention.count == say("count.mentions", 3)
    assert not mention.shown and not mention.folded and len(mention.above) == 3
    (mention,) = minister(quotes=()).context["mentions"]
    assert [x.words for x in mention.shown] == ["سليم الخطيب", "الخطيب", "الخطيب"] and not mention.above


def test_a_figure_belongs_to_the_names_of_its_own_sentence() -> None:
    figure = Figure(**vars(words(1, "300 أسرة")), value=300)
    place, other = entity("place", "الصفصاف", words(1, "الصفصاف")), entity("place", "الجميع", words(2, "الجميع"))
    desk = made(entry(places=(place, other), figures=(figure,)))
    assert parts(page(desk, "الصفصاف")) == {"figures": ["300 أسرة"]} and not parts(page(desk, "الجميع"))


def test_a_long_sentence_is_shown_near_the_name_in_its_own_words() -> None:
    long = entry(places=(entity("place", "الصفصاف", words(1, "الصفصاف")),))
    text = f"{'كلمة ' * 60}الصفصاف{' كلمة' * 60}"
    lines = (replace(long.article.cleaned.lines[0], text=text), *long.article.cleaned.lines[1:])
    at = Evidence(1, text.index("الصفصاف"), text.index("الصفصاف") + 7, "الصفصاف", "x")
    article = replace(long.article, cleaned=replace(long.article.cleaned, lines=lines))
    article = replace(article, facts=Facts(places=(entity("place", "الصفصاف", at),)))
    (mention,) = page(made(replace(long, article=article)), "الصفصاف").context["mentions"]
    (shown,) = mention.shown
    assert shown.before.startswith("… كلمة ") and shown.after.endswith(" كلمة …")
    assert len(shown.before) + len(shown.after) < 320
    assert shown.before[2:] + shown.words + shown.after[:-2] in text


def test_what_is_written_to_a_name_is_no_spelling_of_it() -> None:
    place = entity("place", "العراق", *(Evidence(1, 0, 6, text, "x") for text in ("والعراق", "للعراق", "العراق")))
    (group,) = groups([entry(places=(place,))], dossiers.LEXICON)
    assert written_as(group, group.members) == (("العراق", 3),)


def test_names_of_the_same_paragraph_stand_beside_a_name_and_those_of_far_ones_do_not() -> None:
    near, far = entity("place", "الصفصاف", words(1, "الصفصاف")), entity("place", "المرصد", words(3, "المرصد"))
    first = entity("person", "سليم الخطيب", words(1, "سليم الخطيب"), role="وزير الري")
    beside = page(made(entry(people=(first,), places=(near, far))), "سليم الخطيب").context["beside"]
    assert [link.text for link, _ in beside] == ["الصفصاف"]


def many(*names: str) -> Desk:
    return made(entry(people=tuple(entity("person", name, words(1, "سليم"), role="وزير") for name in names)))


def listed(desk: Desk, kind: str) -> list[Page]:
    return [p for p in dossiers.pages_by(lists.drafts, desk) if p.kind == "groups" and f"/{kind}/" in p.address]


def test_a_long_list_stands_by_letter_without_the_article_and_its_ways_lead_to_the_right_sheet() -> None:
    people = ("باسل", "الباسل", "تامر", "Adam", *(f"سامي {letter}" for letter in "ابتثجحخدذرزسشصضطظعغف"))
    sheets = listed(replace(many(*people), settings=Settings(list_length=20)), "people")
    assert [shelf.title for shelf in sheets[0].context["shelves"]] == ["ب", "ت", "س"]
    assert [row.name for row in sheets[0].context["shelves"][0].rows] == ["الباسل", "باسل"]
    where = {way.text: way.address.partition("#")[0] for way in sheets[0].context["ways"]}
    other = say("shelf.other")
    assert where == {"ب": "/people/", "ت": "/people/", "س": "/people/", other: "/lists/people/2/"}
    assert sheets[0].context["sheet"].rest == 4 and sheets[1].context["sheet"].rest == 0
    (short,) = listed(many("باسل", "تامر"), "people")
    assert [shelf.title for shelf in short.context["shelves"]] == [""] and not short.context["ways"]


def test_places_stand_by_country_itself_first_and_lone_states_together() -> None:
    def place(id_: str | None, name: str) -> Entity:
        return entity("place", name, words(1, "الصفصاف"), id=id_)

    found = (place("al-hol", "مخيم الهول"), place("syria", "سوريا"), place("iraq", "العراق"), place("asia", "آسيا"))
    (sheet,) = listed(made(entry(places=(*found, place(None, "الصفصاف")))), "places")
    assert [(x.id, [row.name for row in x.rows]) for x in sheet.context["shelves"]] == [
        ("country-syria", ["سوريا", "مخيم الهول"]),
        ("country-states", ["العراق"]),
        ("country-regions", ["آسيا"]),
        ("country-unplaced", ["الصفصاف"]),
    ]


def test_publishers_stand_before_papers_cited_and_one_name_of_two_papers_has_their_countries() -> None:
    def paper(id_: str | None, name: str) -> Named:
        return Named(name, (words(1, "السد"),), id_)

    one = entry("a", outlet=paper("alwatan-eg", "الوطن"), cited_outlets=(paper("alwatan-kw", "الوطن"),))
    two = entry("b", cited_outlets=(paper(None, "الوطن"), paper(None, "المرفأ")))
    (sheet,) = listed(made(one, two), "outlets")
    assert [[(row.name, row.note) for row in shelf.rows] for shelf in sheet.context["shelves"]] == [
        [("«الوطن»", "مصر")],
        [("«المرفأ»", None), ("«الوطن»", "الكويت"), ("«الوطن»", say("groups.country.unknown"))],
    ]


def test_the_list_of_names_has_each_spelling_with_how_often_it_stands() -> None:
    (found,) = dossiers.pages_by(names.drafts, made(entry(people=(MINISTER,))))
    (shelf,) = found.context["shelves"]
    assert [row.written for row in shelf.rows] == ["«الخطيب» (2)، «سليم الخطيب» (1)"]


@pytest.mark.parametrize(
    ("date", "title"),
    [
        (DateFact("2021-05-03", "day", "stated"), "2021"),
        (DateFact("2021", "year", "inferred"), "2021 (تقديري)"),
        (DateFact(basis="chronology", not_before="2022-05-11"), "2022 أو بعدها (تقديري)"),
        (DateFact(basis="chronology", not_after="2019-02-05"), "2019 أو قبلها (تقديري)"),
        (
            DateFact(None, None, "chronology", not_before="2019-01-01", not_after="2020-02-05"),
            "بين 2019 و2020 (تقديري)",
        ),
        (DateFact(), "بلا تاريخ نشر"),
    ],
)
def test_an_article_stands_in_the_archive_under_what_is_known_of_its_date(date: DateFact, title: str) -> None:
    (found,) = dossiers.pages_by(archive.drafts, made(entry(date=date)))
    assert [shelf.title for shelf in found.context["shelves"]] == [title]


def test_the_archive_goes_from_the_latest_year_and_month_to_what_has_no_date() -> None:
    dates = ("2020", "2021-03", "2021", None, "2021-11-02")
    entries = (entry(str(n), date=DateFact(x, None, "stated") if x else DateFact()) for n, x in enumerate(dates))
    (found,) = dossiers.pages_by(archive.drafts, made(*entries))
    shelves = found.context["shelves"]
    assert [shelf.title for shelf in shelves] == ["2021", "2020", "بلا تاريخ نشر"]
    assert [month.title for month in shelves[0].rows] == ["نوفمبر", "مارس", None]


def test_the_page_of_indexes_counts_each_and_holds_one_of_no_known_sort_too() -> None:
    desk = made(entry())
    (empty,) = indexes.drafts(Grounds(desk))
    pages = [drafted(Page("x", f"/{name}/", name, {"count": "3"})) for name in ("toys", "people")]
    parts_ = indexes.with_rows(empty, desk, ("people", "toys", "absent"), pages).make().context["parts"]
    assert [[(row.link.text, row.count) for row in part.rows] for part in parts_] == [
        [("people", "3")],
        [("toys", "3")],
    ]
