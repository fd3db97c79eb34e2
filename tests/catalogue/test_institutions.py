"""For whom a speaker speaks, read from his office alone; what no office tells stays unknown."""

from __future__ import annotations

import pytest

from generator.catalogue.gather import Catalogue
from generator.catalogue.institutions import of_office
from generator.model import Facts
from generator.pages.desk import Desk
from generator.pages.voices import voice
from generator.source.settings import Settings
from tests import dossiers

pytestmark = pytest.mark.lexicon("language/institutions.yml")

DESK = Desk(Catalogue(()), dossiers.LEXICON, Settings(), {})

OFFICES = {
    "رئيس أركان قوة المهام المشتركة في عملية (العزم الصلب) بقيادة التحالف الدولي": "قوة المهام المشتركة",
    "القائم بأعمال المبعوث الخاص الأميركي إلى التحالف الدولي لهزيمة «داعش»": "مسؤولون أمريكيون",
    "وزير الخارجية التركي": "مسؤولون أتراك",
    "السفير الروسي لدى الأمم المتحدة": "مسؤولون روس",
    "رئيس الوزراء الكوري الجنوبي": "مسؤولون كوريون جنوبيون",
    "المتحدث باسم البنتاغون": "مسؤولون أمريكيون",
    "مسؤول كبير في البيت الأبيض": "مسؤولون أمريكيون",
    "المبعوث الأممي الخاص إلى سوريا": "قائلون لا تُعرف جهتهم",
    "مدير المرصد السوري لحقوق الإنسان": "المرصد السوري لحقوق الإنسان",
    "أمير منطقة مكة المكرمة": "مسؤولون سعوديون",
    "سفير سلطنة عمان لدى المملكة": "مسؤولون عمانيون",
    "وزير الصحة": "وزارة الصحة",
    "وكيل وزارة التعليم السابق": "وزارة التعليم",
    "وزير الدولة": "قائلون لا تُعرف جهتهم",
    "رئيس مجلس إدارة الشركة التركية": "قائلون لا تُعرف جهتهم",
    "مدرب المنتخب السعودي": "لاعبون ومدربون",
    "أستاذ القانون الدولي في جامعة بغداد": "باحثون ومحللون",
    "المحلل العسكري التركي": "باحثون ومحللون",
    "مصدر في وزارة الدفاع العراقية": "مسؤولون عراقيون",
    "مصادر مطلعة": "مصادر لم تُسمَّ",
    "المتحدث باسم قوات سوريا الديمقراطية": "قوات سوريا الديمقراطية",
    "رئيس الحكومة السورية المؤقتة": "الحكومة السورية المؤقتة",
    "مدير المشروع": "قائلون لا تُعرف جهتهم",
    "": "قائلون لا تُعرف جهتهم",
}


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_tells_for_whom_its_holder_speaks(office: str) -> None:
    assert voice(DESK, of_office(office, Facts(), dossiers.LEXICON)) == OFFICES[office]


def test_officials_stand_in_the_case_that_a_preposition_asks_for() -> None:
    found = of_office("الرئيس الأمريكي", Facts(), dossiers.LEXICON)
    assert voice(DESK, found, governed=True) == "مسؤولين أمريكيين"
