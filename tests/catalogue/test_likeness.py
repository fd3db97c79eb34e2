"""Copies and retellings find each other; texts on other things do not, and many texts take no longer than they must."""

import random
from collections.abc import Iterable

from generator.catalogue import likeness
from generator.catalogue.likeness import Likeness, _words, sharers, stand_ins, traits_of
from generator.model import Article, Cleaned, Facts, Line, Source, Title

HARBOUR = (
    (
        "أعلنت هيئة الموانئ أن رصيف الحاويات الجديد في مدينة الساحل "
        "سيبدأ استقبال السفن مطلع الشهر المقبل بعد عامين من الأعمال."
    ),
    (
        "وقالت الهيئة إن طول الرصيف يبلغ ستمئة متر، وإنه يتسع لثلاث "
        "سفن كبيرة في وقت واحد، ويوفر أربعمئة وظيفة لسكان المدينة."
    ),
    "وأوضح مدير الميناء أن الرافعات وصلت الأسبوع الماضي، وأن تدريب العاملين عليها ينتهي قبل الافتتاح بأيام.",
)
RETOLD = (
    "تستعد مدينة الساحل لافتتاح رصيف الحاويات الجديد في مينائها خلال أسابيع، بحسب ما ذكرته هيئة الموانئ في بيان.",
    (
        "ويستطيع الرصيف استقبال ثلاث سفن كبيرة معًا، وتنتظر المدينة "
        "منه مئات الوظائف، فيما أنهى العاملون تدريبهم على الرافعات."
    ),
)
LIBRARY = (
    "فتحت المكتبة العامة في حي الزيتون أبوابها مساءً للطلاب خلال موسم الامتحانات، وخصصت قاعة هادئة للمطالعة.",
    "وقال أمين المكتبة إن عدد الزوار تضاعف منذ بدء التجربة، وإن متطوعين من الجامعة يساعدون في تنظيم القاعات.",
)


def article(name: str, paragraphs: tuple[str, ...], title: str) -> Article:
    lines = tuple(Line(n, text, "body", "paragraph") for n, text in enumerate(paragraphs, start=1))
    cleaned = Cleaned(Source(name, "", "utf-8", "\n".join(paragraphs)), "ar", lines)
    return Article(cleaned, Facts(title=Title(title, "stated", None, "title-line")))


def others(count: int) -> list[Article]:
    """Texts of random words: each its own subject."""
    chance = random.Random(7)  # noqa: S311  the same texts each time
    words = ["".join(chance.choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=chance.randint(3, 7))) for _ in range(4000)]
    return [
        article(f"x{n:05d}.txt", tuple(" ".join(chance.choices(words, k=60)) for _ in range(4)), words[n % 4000])
        for n in range(count)
    ]


def alike(articles: Iterable[Article]) -> tuple[Likeness, ...]:
    return likeness.alike({article.name: traits_of(article) for article in articles})


def test_a_copy_with_small_edits_is_nearly_the_same_text() -> None:
    edited = (HARBOUR[0].replace("أعلنت", "ذكرت"), HARBOUR[1], HARBOUR[2].replace("بأيام", "بأسبوع"))
    found = alike([article("a.txt", HARBOUR, "رصيف جديد"), article("b.txt", edited, "افتتاح رصيف"), *others(20)])
    assert [(x.one, x.other, x.kind) for x in found] == [("a.txt", "b.txt", "nearly-same")]


def test_a_copy_with_every_twelfth_word_changed_is_still_the_same_text() -> None:
    """Half of its shingles are left, which is more than any two texts share that were written apart."""
    words = " ".join(HARBOUR + RETOLD + LIBRARY).split()
    edited = [f"بديل{n}" if n % 12 == 11 else word for n, word in enumerate(words)]
    texts = [article("a.txt", (" ".join(words),), "رصيف"), article("b.txt", (" ".join(edited),), "رصيف")]
    assert [x.kind for x in alike([*texts, *others(20)])] == ["nearly-same"]


def test_a_text_that_shares_half_of_another_is_not_the_same_text() -> None:
    words = " ".join(HARBOUR + RETOLD + LIBRARY).split()
    own = " ".join(line.text for text in others(2) for line in text.cleaned.body).split()
    half = len(words) // 2
    texts = [
        article("a.txt", (" ".join(words),), "رصيف"),
        article("b.txt", (" ".join(words[:half] + own[: len(words) - half]),), "رصيف"),
    ]
    assert [x.kind for x in alike(texts)] == ["same-story"]


def test_a_retelling_is_the_same_story_and_not_the_same_text() -> None:
    texts = [
        article("a.txt", HARBOUR, "رصيف الحاويات في ميناء الساحل يستقبل السفن"),
        article("b.txt", RETOLD, "ميناء الساحل يفتتح رصيف الحاويات الجديد"),
        article("c.txt", LIBRARY, "مكتبة الزيتون تفتح أبوابها مساءً"),
        *others(20),
    ]
    assert [(x.one, x.other, x.kind) for x in alike(texts)] == [("a.txt", "b.txt", "same-story")]


def test_texts_on_other_things_are_not_alike() -> None:
    assert alike([article("a.txt", HARBOUR, "رصيف"), article("c.txt", LIBRARY, "مكتبة"), *others(50)]) == ()


def test_the_order_of_articles_changes_nothing() -> None:
    texts = [article("a.txt", HARBOUR, "رصيف"), article("b.txt", HARBOUR[:2], "رصيف"), *others(30)]
    assert alike(texts) == alike(texts[::-1])


def test_what_most_articles_share_pairs_none_of_them() -> None:
    """So the work grows with the number of articles, not with its square."""
    many = [[0, 10 + n] for n in range(500)]
    assert not any(sharers(many, 40, 1))
    assert [*sharers([*many, [1], [1, 0]], 40, 1)][-1] == [500]


def test_what_so_many_share_pairs_them_and_one_more_does_not() -> None:
    """Forty copies of a text find each other."""
    assert sum(map(len, sharers([[7]] * 40, 40, 1))) == 40 * 39 // 2
    assert not any(sharers([[7]] * 41, 40, 1))


def test_two_are_neighbours_over_several_things_or_over_all_that_one_of_them_has() -> None:
    features = [[1, 2, 3, 4], [1, 2, 8, 9], [1, 2, 3, 8], [9]]
    assert [*sharers(features, 40, 3)] == [[], [], [0, 1], [1]]


def test_a_story_is_told_by_its_first_paragraphs_and_not_by_what_divides_them() -> None:
    lines = tuple(
        Line(at, text, "subheading" if at == 2 else "body", "x")
        for at, text in enumerate(("ميناء", "فاصلة", "رصيف", "سفينة", "رابعة"), start=1)
    )
    told = Article(Cleaned(Source("a.txt", "", "utf-8", ""), "ar", lines), Facts())
    assert set(_words(told)) == {"ميناء", "رصيف", "سفينه"}


def test_copies_of_one_text_have_one_that_stands_for_all() -> None:
    """The first in order; what is like a copy alone stands for itself."""
    pairs = [("b", "a"), ("c", "b"), ("a", "d"), ("e", "c")]
    assert stand_ins("abcdef", pairs) == {"b": "a", "d": "a", "e": "c"}
