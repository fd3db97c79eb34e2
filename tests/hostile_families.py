"""Families of text that try to make one file cost more than its size: a unit said over and over, in a few layouts.

A family is a word of what it floods with, and a function from a number to one unit; numbers keep units apart where
equal ones would be too easy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from tests import dossiers

Unit = Callable[[int], str]

_WORDS = [
    "السوق",
    "الجسر",
    "البلدية",
    "الطريق",
    "الموسم",
    "القمح",
    "الشمال",
    "النهر",
    "المدرسة",
    "الحديقة",
    "المكتبة",
    "المرفأ",
    "المصنع",
    "القرية",
    "الوادي",
    "السد",
]
_VERBS = ["قال", "أكد", "أضاف", "أوضح", "ذكر", "أعلن", "رأى", "شدد", "نفى", "لفت"]
_MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "كانون", "أول", "تشرين", "ثاني", "شباط", "آذار"]
_NUMBERS = ["ثلاثة", "وعشرون", "مئة", "ألف", "مليون", "نصف", "خمسين", "بضعة", "نحو", "أكثر", "من"]


def _turning(*words: str) -> Unit:
    """The words in turn."""
    return lambda n: words[n % len(words)]


def same(text: str) -> Unit:
    """The same text each time."""
    return lambda _: text


@dataclass(frozen=True)
class Family:
    """What a text is flooded with; `between` parts the units, and `alone` leaves the article around them out."""

    name: str
    unit: Unit
    between: str = " "
    alone: bool = False

    def text(self, size: int) -> str:
        """A text of about so many characters."""
        parts, length = list[str](), 0
        for n in count():
            if length >= size:
                break
            parts.append(self.unit(n))
            length += len(parts[-1]) + len(self.between)
        flood = self.between.join(parts)
        if self.alone:
            return flood + "\n"
        return f"{dossiers.TITLE}\n\n{dossiers.LEDE}\n\n{flood}\n\n{dossiers.END}\n"


def _word(n: int) -> str:
    return _WORDS[n % len(_WORDS)]


def _name(n: int) -> str:
    first = ["سمير", "رنا", "خالد", "ليلى", "فهد", "مازن", "هدى", "نبيل"]
    last = ["الحسن", "الحلبي", "المصري", "الجندي", "الكاتب", "النجار", "الخطيب", "الراوي", "العمري"]
    return f"{first[n % len(first)]} {last[n % len(last)]}{'ي' * (n % 3)}"


_PROSE = "وأعلنت البلدية أن الجسر سيفتح أمام المشاة مع بداية الموسم بعد أن انتهت أعمال الصيانة في النهر"
LINE, PARAGRAPH = "\n", "\n\n"

FAMILIES: tuple[Family, ...] = (
    # Quotation marks
    Family("quotes nested", same("«قال «نعم»»")),
    Family("quotes opened", same("قال «نعم")),
    Family("quotes closed only", same("نعم» قال")),
    Family("quotes straight", same('قال "نعم" ثم "لا')),
    Family("quotes curly", same("قال “نعم” ثم “لا")),
    Family("quotes german", same("قال „نعم“ ثم „لا")),
    Family("quotes single", same("قال ‘نعم’ ثم 'لا ‹هنا›")),
    Family("quotes mixed", _turning("«", '"', "“", "‹", "قال", "”", "»", "›")),
    Family("quotes opened by paragraph", lambda n: f"قال سمير الحسن: «هذه {_word(n)} {n} لا تكفي", PARAGRAPH),
    Family("quotes deep", same("«")),
    Family("quotes said by many", lambda n: f"وقال {_name(n)} وزير الزراعة: «إن {_word(n)} رقم {n} يكفي».", PARAGRAPH),
    Family("quotes in one paragraph", lambda n: f"وقال {_name(n)}، مدير {_word(n)}: «إن الأمر {n} يكفي الناس»."),
    # Verbs of saying
    Family("verbs", _turning(*_VERBS)),
    Family("verbs with that", lambda n: f"و{_VERBS[n % len(_VERBS)]} أن"),
    Family("verbs and colons", lambda n: f"{_VERBS[n % len(_VERBS)]}:"),
    Family("verbs by paragraph", lambda n: f"و{_VERBS[n % len(_VERBS)]} سمير أن {_word(n)} {n} كافية.", PARAGRAPH),
    Family("turns of an interview", lambda n: f"س: ما رأيك في {_word(n)} {n}؟\nج: رأيي أنه كاف.", LINE),
    # Numbers and dates
    Family("digits", same("7"), ""),
    Family("digits of Arabic", same("٧"), ""),
    Family("numbers apart", str),
    Family("numbers with marks", same("1.2/3-4")),
    Family("numbers in words", lambda n: _NUMBERS[n % len(_NUMBERS)]),
    Family("thousand thousands", same("ألف")),
    Family("figures", lambda n: f"{n} ألف مقاتل ونحو {n} أسرة", "، "),
    Family("ranges", lambda n: f"بين {n} و{n + 3}"),
    Family("percents", lambda n: f"{n}%"),
    Family("dates", lambda n: f"{n % 28 + 1} مارس {1990 + n % 40}"),
    Family("dates in figures", lambda n: f"{n % 28 + 1}/{n % 12 + 1}/{1990 + n % 40}"),
    Family("dates in lines", lambda n: f"{n % 28 + 1} مارس {1990 + n % 40}", LINE),
    Family("months", _turning(*_MONTHS)),
    Family("years", lambda n: f"عام {1900 + n % 150}"),
    Family("clocks", lambda n: f"{n % 24}:{n % 60:02}"),
    Family("weekdays", _turning("الأحد", "الاثنين", "يوم", "أمس", "الجمعة")),
    # Names, offices, bodies, places, outlets
    Family("names", _name),
    Family("names by comma", lambda n: f"{_name(n)} وزير الزراعة", "، "),
    Family("one name", same("سمير الحسن")),
    Family("given names", _turning(*["محمد", "أحمد", "علي", "خالد", "عبد", "الله", "بن", "أبو"])),
    Family("fathers", _turning("محمد", "بن", "علي", "بن")),
    Family("particles", same("بن")),
    Family("particles of many kinds", _turning("أبو", "عبد", "بن", "آل")),
    Family("offices", _turning("رئيس", "نائب", "مدير", "وزير", "مساعد", "قائد")),
    Family("offices with names", lambda n: f"الرئيس {_name(n)} ونائب وزير الخارجية {_name(n + 3)}", "، "),
    Family("titles", _turning("الدكتور", "الشيخ", "اللواء", "الأمير", "السيد")),
    Family("bodies", lambda n: f"وزارة {_word(n)} وهيئة {_word(n + 3)}"),
    Family("known bodies", same("الأمم المتحدة والتحالف الدولي")),
    Family("bodies opened", same("منظمة وزارة حركة شركة")),
    Family("known people", same("دونالد ترامب وبوتين")),
    Family("places", _turning("دمشق", "بغداد", "الرقة", "سوريا", "مدينة")),
    Family("abbreviations", lambda n: f"منظمة {_word(n)} (م.{_word(n)[2]})"),
    Family("outlets", _turning("رويترز", "وكالة", "صحيفة", "الشرق الأوسط", "نقلا عن", "قناة")),
    Family("outlets cited", lambda n: f"ونقلت صحيفة {_word(n)} عن وكالة رويترز"),
    Family("papers without a name", same("صحيفة")),
    Family("years of rights", lambda n: f"© {1990 + n % 40}"),
    Family("authors", lambda n: f"بقلم: {_name(n)}", LINE),
    Family("copyright lines", lambda n: f"جميع الحقوق محفوظة © {2000 + n % 25} موقع {_word(n)}", LINE),
    # Words
    Family("clitics", same("وللبالفال")),
    Family("clitics alone", same("و")),
    Family("joined words", same("وبالتحالف فللتحالف")),
    Family("one letter", same("ك"), ""),
    Family("one word", same("كلمة")),
    Family("equal sentences", same(f"{_PROSE}.")),
    Family("words new", lambda n: f"كلمة{_letters(n)}"),
    Family("one paragraph of prose", lambda n: f"{_PROSE} {_letters(n)}."),
    Family("prose in paragraphs", lambda n: f"{_PROSE} {_letters(n)}.", PARAGRAPH),
    Family("no full stop", lambda n: f"{_PROSE} {_letters(n)}"),
    Family("theme words", _turning("السجون", "المخيم", "التحالف", "الهجمات", "النازحين", "تنظيم الدولة")),
    # Marks and signs
    Family("commas", same("،"), ""),
    Family("commas and words", same("كلمة،")),
    Family("full stops", same("."), ""),
    Family("sentences of a word", same("نعم.")),
    Family("dashes", same("-")),
    Family("brackets", same("("), ""),
    Family("brackets nested", same("(كلمة [كلمة"), ""),
    Family("signs", _turning("|", "/", "»", "•", "*")),
    Family("colons", same("كلمة :")),
    Family("marks on a letter", same("\u0651\u0301"), ""),
    Family("tatweel", same("ـ"), ""),
    Family("ligatures", same("ﷺﷲﻻﭐ")),
    Family("direction controls", same("\u202eكلمة\u2066\u2069\u200f"), ""),
    Family("joiners", same("ك\u200c\u200d"), ""),
    Family("spaces", same("\u2003 \u00a0"), ""),
    Family("words far apart", same(f"«قال»{' ' * 60}؛")),
    Family("spaces in lines", same(" "), "\n"),
    Family("emoji", same("👩\u200d👩\u200d👧🇵🇸"), ""),
    # Web
    Family("addresses", lambda n: f"https://example.org/{n}/x?a=b"),
    Family("address without end", same("abc/"), ""),
    Family("mail", lambda n: f"a{n}@example.org"),
    Family("hashtags", lambda n: f"#{_word(n)}_{n}"),
    Family("HTML", lambda n: f"<p class=x onclick=y>{_word(n)}</p>&nbsp;"),
    Family("HTML opened", same("<div><!--")),
    Family("Markdown", lambda n: f"[{_word(n)}](x) *{_word(n)}* `{n}` _x_"),
    Family("Markdown opened", same("[*`_")),
    Family("list signs", same("> - ")),
    Family("entities", same("&amp;&#1587;")),
    Family("Latin", lambda n: f"Word{n} of the article"),
    Family("base64", same("QUJDREVGR0hJSktM"), ""),
    # Lines
    Family("short lines", lambda n: f"{_word(n)} {_letters(n)}", LINE),
    Family("equal lines", same("كلمة قصيرة"), LINE),
    Family("lines alone", same("كلمة قصيرة"), LINE, alone=True),
    Family("empty lines", same(""), LINE),
    Family("headlines", lambda n: f"البلدية تعلن فتح {_word(n)} {_letters(n)} أمام المشاة", LINE),
    Family("headlines alone", lambda n: f"البلدية تعلن فتح {_word(n)} {_letters(n)} أمام المشاة", LINE, alone=True),
    Family("headlines and dates", lambda n: f"البلدية تفتح {_word(n)} {_letters(n)}\n{n % 28 + 1} مارس 2020", LINE),
    Family("menus", _turning("الرئيسية", "أخبار", "رياضة", "اقتصاد", "اتصل بنا", "فيديو"), LINE),
    Family("menus in a line", _turning("الرئيسية", "أخبار", "رياضة", "اقتصاد"), " | "),
    Family("related", lambda n: f"اقرأ أيضا: {_word(n)} {_letters(n)} في الشمال", LINE),
    Family("captions", lambda n: f"صورة: {_word(n)} {_letters(n)} (رويترز)", LINE),
    Family("table rows", lambda n: f"{_word(n)}\t{n}\t{n * 7}", LINE),
    Family("numbered points", lambda n: f"{n}- بند {_word(n)} في القائمة", LINE),
    Family("comments", lambda n: f"تعليق {_name(n)}: شكرا على {_word(n)} {n}", LINE),
    Family("lines of prose", lambda n: f"{_PROSE} {_letters(n)}", LINE),
    Family("wrapped lines", lambda n: " ".join(_word(n + k) for k in range(9)), LINE),
    Family("verses", lambda n: f"{_word(n)} {_word(n + 5)} ... {_word(n + 9)}", LINE),
    Family("shouts", lambda n: f"عاجل: {_word(n)} {_letters(n)}", LINE),
    Family("subheadings", lambda n: f"{_word(n)} {_letters(n)}\n\n{_PROSE}.", PARAGRAPH),
)


def _letters(n: int) -> str:
    """A number as a word of its own."""
    letters = "بتجدرسصعفقكلمنهي"
    word = ""
    while True:
        n, digit = divmod(n, len(letters))
        word += letters[digit]
        if not n:
            return word
