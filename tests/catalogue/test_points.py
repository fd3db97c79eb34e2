"""Which words a dossier opens with: what stands by itself, as whose it stands, spread over speakers and articles."""

from __future__ import annotations

import pytest

from generator.catalogue.candidates import Quotable
from generator.catalogue.groups import Entry
from generator.catalogue.points import chosen, points
from generator.source.settings import Settings
from generator.source.withholding.withhold import withhold_in_settings
from tests import dossiers

pytestmark = pytest.mark.lexicon("language/points.yml")

WHO = "وزير الزراعة السوري سمير الحسن"
SAID = "بذار القمح سيصل إلى عشرين ألف أسرة ريفية في محافظات الشمال"
OTHER = "أسعار السماد في أسواق حلب وإدلب لن ترتفع خلال موسم الحصاد"
LOADED = f"{SAID} رغم ميليشيات المنطقة"
DATED = "نُشر في 3 مايو 2021\n\n"


def entry(*paragraphs: str, name: str = "a", given: str | None = None, head: str = "") -> Entry:
    text = f"{dossiers.TITLE}\n\n{head}{dossiers.LEDE}\n\n" + "\n\n".join(paragraphs) + "\n"
    return Entry(dossiers.article(text, given), f"/articles/{name}/", None)


def said(*entries: Entry) -> list[str]:
    return [point.words.text for point in points(entries, dossiers.LEXICON)]


ALONE = {
    "a sentence between marks": (f"قال {WHO}: «{SAID}».", SAID),
    "what somebody is told to have said": (f"قال {WHO} إن {SAID}.", f"إن {SAID}"),
    "with more behind a comma": (f"أكد {WHO} أن {SAID}، مشيرا إلى دور الجمعيات.", f"أن {SAID}"),
    "a loaded word of the speaker's own": (f"قال {WHO}: «{LOADED}».", LOADED),
}
LEANING = {
    "its speaker was named before": f"زار {WHO} حلب.\n\nوأضاف أن {SAID}.",
    "a pronoun without its noun": f"قال {WHO} إنها ستصل إلى عشرين ألف أسرة ريفية في محافظات الشمال.",
    "a thing that was named before": f"قال {WHO} إن هذه الأسر ستحصل على بذار القمح من مخازن محافظات الشمال.",
    "one of its kind": f"قال {WHO} إن المشروع يضمن وصول البذار إلى عشرين ألف أسرة ريفية.",
    "somebody by his office alone": f"قال {WHO} إن المدير العام أمر بتوزيع البذار على عشرين ألف أسرة ريفية.",
    "a question": f"قال {WHO}: «متى تصل بذار القمح إلى عشرين ألف أسرة ريفية في الشمال؟».",
    "a piece of a sentence": f"شدد {WHO} على «ضمان وصول بذار القمح إلى عشرين ألف أسرة ريفية في الشمال» بلا تأخير.",
    "what he denies": f"نفى {WHO} أن {SAID}.",
    "a day that nobody knows": f"قال {WHO} إن بذار القمح وصل أمس إلى عشرين ألف أسرة ريفية في الشمال.",
    "a loaded word of the writer": f"قال {WHO} إن بذار القمح سيصل إلى الشمال رغم هجمات مرتزقة مجهولين على القوافل.",
    "nobody known": f"قالت مصادر مطلعة إن {SAID}.",
    "a report without a publisher": "وصل بذار القمح إلى 20000 أسرة ريفية في محافظات الشمال قبل موسم الحصاد.",
    "too short": f"قال {WHO} إن البذار سيصل.",
}


@pytest.mark.parametrize("case", ALONE)
def test_what_stands_by_itself_is_a_point(case: str) -> None:
    paragraph, words = ALONE[case]
    assert said(entry(paragraph)) == [words]


@pytest.mark.parametrize("case", LEANING)
def test_what_leans_on_the_text_round_it_is_none(case: str) -> None:
    assert said(entry(LEANING[case])) == []


def test_a_day_told_from_that_of_writing_stands_where_an_article_is_dated() -> None:
    paragraph = LEANING["a day that nobody knows"]
    assert len(said(entry(paragraph, head=DATED))) == 1


def test_a_line_in_which_an_editor_marked_a_slip_gives_no_point() -> None:
    paragraph = f"قال {WHO} إن {SAID}."
    assert said(entry(paragraph, given="facts:\n  slips: [قال]")) == []


def test_a_speaker_has_two_points_and_nothing_is_said_twice() -> None:
    more = ("القمح السوري يكفي حاجة المخابز حتى نهاية السنة", "مياه نهر الفرات انخفضت عن حد ري حقول الرقة")
    texts = (SAID, SAID, OTHER, *more)
    entries = [entry(f"قال {WHO}: «{text}».", name=str(n)) for n, text in enumerate(texts)]
    assert len(said(*entries)) == 2 and len(set(said(*entries))) == 2


def test_points_are_spread_over_articles_and_stand_in_the_order_of_lists() -> None:
    who = (WHO, "وزير الري العراقي ماجد العلي", "وزير الطاقة الأردني فادي الصالح")
    first = entry(f"قال {who[0]}: «{SAID}».", f"قال {who[1]}: «{OTHER}».", name="a")
    second = entry(f"قال {who[2]}: «خط الكهرباء بين عمان ودمشق يعمل بنصف طاقته في الشتاء».", name="b")
    found = points([first, second], dossiers.LEXICON)
    assert [x.entry.address for x in found] == sorted(x.entry.address for x in found)
    assert {x.entry.address for x in found} == {first.address, second.address}


def test_what_an_editor_chooses_comes_first_and_must_be_in_the_text() -> None:
    made = entry(f"قال {WHO}: «{SAID}».", dossiers.MIDDLE)
    wanted = ["a.txt: الخطة ستبدأ مع مطلع الموسم المقبل", f"a.txt: {SAID[:19]}", "b.txt: كلمة", "a.txt: ليست هنا"]
    found = chosen([made], wanted, dossiers.LEXICON)
    assert [x.words.text for x in found.points] == ["الخطة ستبدأ مع مطلع الموسم المقبل", SAID[:19]]
    assert [bool(x.quote) for x in found.points] == [True, True]
    assert [(x.rule, x.values[0][1]) for x in found.problems] == [("point-no-file", "3"), ("point-unmatched", "4")]
    shown = points([made], dossiers.LEXICON, found.points)
    assert all(point in shown for point in found.points)


def exact(point: Quotable) -> bool:
    line, start, end = point.entry.article.cleaned.span(point.words)
    return line.text[start:end] == point.words.text


def test_every_point_is_a_piece_of_its_text() -> None:
    made = entry(*(paragraph for paragraph, _ in ALONE.values()))
    assert all(map(exact, points([made], dossiers.LEXICON)))


def test_a_withheld_name_is_in_no_point_that_an_editor_chose() -> None:
    said = Settings(points=("a.txt: قال سمير الحسن", "a.txt: كلمة أخرى"), not_covered="كلام سمير الحسن")
    shown = withhold_in_settings(said, dossiers.hiding("سمير الحسن"), "[حُجب الاسم]")
    assert shown.points == ("a.txt: كلمة أخرى",) and shown.not_covered == "كلام [حُجب الاسم]"
