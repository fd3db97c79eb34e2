"""Several articles in one file: each further one is told with its lines, and nothing of it goes to the first."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.facts.extract import extract
from generator.facts.several import further
from generator.lexicon import load_lexicon
from generator.model import Facts, Problem, Source
from generator.reading.line import read_text

FIRST = """افتتاح مدرسة جديدة في قرية الزيتون بعد عامين من العمل
12 مارس 2023
افتتحت البلدية أمس مدرسة جديدة في القرية بعد عامين من العمل، وقالت إن المبنى يتسع لثلاثمئة تلميذ في اثني عشر صفا.
وقال رئيس البلدية سمير الحسن إن "العمل جرى بمال الأهالي وحدهم، ولم تدفع الدولة فيه شيئا حتى اليوم".
وأضاف أن الطريق إلى المدرسة ما زال ترابيا، وأن البلدية ستعبده قبل حلول الشتاء المقبل إن توفر المال."""
HEAD, DATE = "مزارعو تونس يشكون قلة المطر هذا العام", "22 يناير 2022"
BODY = """قالت نقابة المزارعين في تونس إن محصول القمح انخفض إلى النصف بسبب قلة المطر في الأشهر الثلاثة الماضية.
وأوضح وزير الزراعة نادر الشامي أن "السدود نصف فارغة"."""
DATELINE = "تونس 22 يناير 2022 - " + BODY


def _facts(text: str) -> tuple[Facts, tuple[Problem, ...]]:
    lexicon = load_lexicon()
    return extract(clean(Source("two.txt", "0" * 64, "utf-8", text), lexicon), lexicon)


TWO = {
    "a rule, a headline, a date": f"{FIRST}\n\n-----------------\n\n{HEAD}\n{DATE}\n{BODY}",
    "stars": f"{FIRST}\n***\n{HEAD}\n\n{DATE}\n\n{BODY}",
    "a drawn line": f"{FIRST}\nـــــــــــــ\n{HEAD}\n{DATE}\n{BODY}",
    "a gap": f"{FIRST}\n\n\n\n{HEAD}\n{DATE}\n{BODY}",
    "the date first": f"{FIRST}\n\n\n{DATE}\n{HEAD}\n{BODY}",
    "a dateline": f"{FIRST}\n\n\n{HEAD}\n{DATELINE}",
    "a city alone, after a rule": f"{FIRST}\n=====\n{HEAD}\nتونس - {BODY}",
}


@pytest.mark.parametrize("kind", TWO)
def test_a_further_article_is_told_and_kept_apart(kind: str) -> None:
    """Its lines are named from the first to the last; its people, places and date are not the first's."""
    text = TWO[kind]
    facts, problems = _facts(text)
    lines = text.split("\n")
    first = min(i for i, line in enumerate(lines, 1) if line in (HEAD, DATE) and i > 5)
    said = [dict(x.values) | {"line": str(x.line)} for x in problems if x.rule == "several-articles"]
    assert said == [{"title": HEAD, "first": str(first), "last": str(len(lines)), "line": str(first)}]
    assert [x.name for x in facts.people] == ["سمير الحسن"]
    assert not [x for x in facts.places if x.id == "tunisia"]
    assert facts.date.value is None or str(facts.date.value) == "2023-03-12"


def test_three_articles_are_two_further_ones() -> None:
    """Each ends before the rule of the next."""
    piece = f"\n-----\n{HEAD}\n{DATE}\n{BODY}"
    _, problems = _facts(FIRST + piece + piece)
    said = [dict(x.values) for x in problems if x.rule == "several-articles"]
    assert [(x["first"], x["last"]) for x in said] == [("7", "10"), ("12", "15")]


ONE = {
    "a part under a rule": f"{FIRST}\n***\n{HEAD}\n{BODY}",
    "a part after a gap": f"{FIRST}\n\n\n{HEAD}\n{BODY}",
    "a wide page": f"{FIRST}\n{HEAD}\n{BODY}".replace("\n", "\n\n\n"),
    "a reader's comment": f"{FIRST}\n\n\nمحمد علي\n{DATE}\n{BODY}",
    "a teaser": f"{FIRST}\n\n\n{HEAD}\n{DATE}\nاقرأ المزيد",
}


@pytest.mark.parametrize("kind", ONE)
def test_one_article_is_told_as_one(kind: str) -> None:
    """Parts without a date of their own, comments and teasers are no articles."""
    lexicon = load_lexicon()
    cleaned = clean(Source("one.txt", "0" * 64, "utf-8", ONE[kind]), lexicon)
    assert further(read_text(cleaned), lexicon) == ()
