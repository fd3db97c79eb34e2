"""What articles give alike, and whether one source stands behind it or several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalogue.agreements import agreements
from generator.catalogue.groups import Entry
from generator.model import Cleaned, DateFact, Named
from tests import dossiers

FIRE = "قُتل 12 شخصا في حريق اندلع داخل مستودع للأخشاب غرب مدينة حلب."
FIRE_TOLD = "أسفر حريق كبير في مستودع للأخشاب بحلب عن مقتل 12 شخصا من عماله، وفق ما رآه مراسلنا هناك."
PENTAGON = "قال المتحدث باسم البنتاغون إن حريق مستودع الأخشاب غرب مدينة حلب أسفر عن مقتل 12 شخصا."
PENTAGON_TOLD = "أوضح المتحدث باسم البنتاغون أن 12 شخصا قتلوا ليلا في حريق مستودع للأخشاب قرب حلب بلا ناجين."
SAID = 'قال وزير الخارجية التركي هاكان فيدان: "لن نقبل أن تبقى الحدود مفتوحة أمام المهربين".'
ROUND = (
    'قال وزير الخارجية التركي هاكان فيدان: "سنبدأ أعمال الفحص في الحي رقم 5 من المدينة القديمة ثم ننتقل بعد ذلك إلى '
    'بقية الأحياء المتضررة في المحافظة كلها دون أي تأخير أو انقطاع في العمل".'
)
SAID_TOO = 'قال هاكان فيدان، وزير الخارجية التركي: "لن نقبل أن تبقى الحدود مفتوحة أمام المهربين بعد اليوم".'


def entry(number: int, text: str, outlet: str | None) -> Entry:
    """An article of one paragraph by an outlet, on the one day."""
    made = dossiers.article(f"عنوان لا يدل على شيء\n\n{text}\n")
    facts = replace(made.facts, date=DateFact("2021-03-04", "day", "stated"), outlet=Named(outlet) if outlet else None)
    return Entry(replace(made, facts=facts), f"/articles/{number}/", None)


@pytest.mark.parametrize(
    ("one", "other", "outlets", "found"),
    [
        (FIRE, FIRE_TOLD, ("النهار الجديد", "صوت الجبل"), ["independent"]),
        (FIRE, FIRE, ("النهار الجديد", "صوت الجبل"), ["one"]),  # one sentence in two papers
        (FIRE, FIRE_TOLD, ("النهار الجديد", None), ["unknown"]),  # nobody knows whose it is
        (PENTAGON, PENTAGON_TOLD, ("النهار الجديد", "صوت الجبل"), ["one"]),  # one statement in two papers
        (PENTAGON, FIRE_TOLD, ("النهار الجديد", "صوت الجبل"), ["independent"]),
        (FIRE, FIRE_TOLD.replace("12", "17"), ("النهار الجديد", "صوت الجبل"), []),
        (SAID, SAID_TOO, ("النهار الجديد", "صوت الجبل"), ["one"]),  # one speaker
        (ROUND, ROUND.replace("5", "7"), ("النهار الجديد", "صوت الجبل"), []),  # alike but for its numbers
    ],
)
def test_sources_are_independent_where_each_is_known_and_another(
    one: str, other: str, outlets: tuple[str | None, str | None], found: list[str]
) -> None:
    entries = entry(1, one, outlets[0]), entry(2, other, outlets[1])
    made = agreements(dossiers.met_in(entries), frozenset(), dossiers.LEXICON)
    assert [x.sources for x in made] == found


def test_articles_of_one_text_agree_in_nothing() -> None:
    entries = entry(1, FIRE, "النهار الجديد"), entry(2, FIRE, "صوت الجبل")
    named = [replace(e, article=replace(e.article, cleaned=_called(e, f"{n}.txt"))) for n, e in enumerate(entries)]
    assert agreements(dossiers.met_in(named), frozenset({("0.txt", "1.txt")}), dossiers.LEXICON) == ()


def _called(entry: Entry, name: str) -> Cleaned:
    cleaned = entry.article.cleaned
    return replace(cleaned, source=replace(cleaned.source, name=name))
