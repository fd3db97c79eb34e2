"""Persian, Urdu and Kurdish are told from Arabic by their sentences; Arabic stays Arabic, whatever it is typed with."""

from __future__ import annotations

from collections import Counter

import pytest

from generator import clean
from generator.clean.tongue import WordCount, words_by_language
from generator.facts.extract import extract
from generator.facts.table import FIELDS
from generator.model import Cleaned, DateFact, Source
from tests import dossiers

PERSIAN = (
    "شهرداری اعلام کرد که پل تازه از فردا باز می‌شود و رانندگان باید با سرعت کم از آن عبور کنند. او گفت این پل در"
    " دو سال ساخته شده است و هزینه آن را شهروندان داده‌اند."
)
URDU = (
    "شہر میں نیا پل کھول دیا گیا ہے جس سے لوگوں کو بہت آسانی ہوگی۔ حکام کا کہنا ہے کہ یہ پل دو سال میں بنا"
    " اور اس پر کام کرنے والے مزدور مقامی تھے۔"
)
KURDISH = (
    "پردێکی نوێ لە شارەکەدا کرایەوە و خەڵک دەتوانن بە ئاسانی لێی بپەڕنەوە. بەڕێوەبەرەکە وتی کە ئەم پردە لە دوو ساڵدا"
    " دروست کراوە و بۆ هەموو ئۆتۆمبێلێک کراوەیە."
)
PASHTO = (
    "په ښار کې یو نوی پل جوړ شو چې خلک به پرې په اسانۍ تېر شي. چارواکي وايي چې دا پل په دوو کلونو کې جوړ شوی او ډېر"
    " کارګران پکې بوخت وو. دوی زیاته کړه چې نور سړکونه به هم جوړ کړي."
)
VERSE = "که این پل از من و تو یادگار است و هر که با کاروان رفت باز نیامد"
ARABIC = (
    "فتحت البلدية الجسر الجديد أمام السيارات، وقال المهندس إن العمل فيه استمر سنتين، وإن الأهالي ساعدوا في حفر"
    " أساساته على ضفتي النهر."
)


def cleaned(text: str) -> Cleaned:
    return clean.clean(Source("a.txt", "0" * 64, "utf-8", text), dossiers.LEXICON)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", PERSIAN),
        ("fa", PERSIAN.replace("ی", "ي").replace("ک", "ك")),  # typed with Arabic keys
        ("fa", f"الرئيسية | أخبار | رياضة\n\n{PERSIAN}\n\nاقرأ أيضا\nجميع الحقوق محفوظة"),
        ("ur", URDU),
        ("ckb", KURDISH),
        ("ckb", KURDISH.replace("ە", "ه\u200c")),  # as it was typed before it had that letter
        ("und", PASHTO),
        ("ar", ARABIC),
        ("ar", ARABIC.replace("ي", "ی").replace("ك", "ک")),  # with Persian ones
        ("ar", f"{ARABIC} وردد عامل بيتا قديما: «{VERSE}»، ثم عاد إلى عمله في المساء، ولم يقل غير ذلك."),
        ("ar", "گال الچايچي إن الشغل گام يتحسن بالسوگ، والناس تجي من الصبح على الدكان، وما حد يگدر على الإيجار."),
        ("ar", "فاز بالجوائز في المهرجان: پیمان معادی، گلشیفته فراهانی، پژمان جمشیدی، پگاه آهنگرانی، بهروز وثوقی."),
        ("ar", "گوگل وپيپسي"),  # too short to tell
        ("en", "The new bridge was opened to cars on Monday. It took two years to build."),
    ],
)
def test_the_language_is_that_of_the_articles_sentences(language: str, text: str) -> None:
    assert cleaned(text).language == language


def test_words_of_other_languages_are_read_in_their_letters() -> None:
    """«لە» is Kurdish and «له» Arabic, though they fold to one."""
    tongues, furniture = dossiers.LEXICON.tongues, dossiers.LEXICON.furniture
    assert words_by_language("لە بۆ", tongues, furniture) == WordCount(2, 0, Counter(ckb=2))
    assert words_by_language("له في", tongues, furniture) == WordCount(2, 2, Counter())


@pytest.mark.parametrize(("text", "rule"), [(PERSIAN, "seed-persian"), (URDU, "seed-urdu"), (KURDISH, "seed-kurdish")])
def test_a_note_says_that_nothing_is_extracted(text: str, rule: str) -> None:
    told = [(problem.level, problem.rule) for problem in clean.problems(cleaned(text))]
    assert told == [("note", rule)]


@pytest.mark.parametrize("text", [PERSIAN, URDU, KURDISH, PASHTO])
def test_only_the_title_of_such_a_text_is_known(text: str) -> None:
    title = "گزارش ۱۲ مارس ۲۰۲۱ از تهران و بغداد"
    facts, problems = extract(cleaned(f"{title}\n\n{text}\n\n{text}"), dossiers.LEXICON)
    assert facts.title and facts.title.text == title and problems == ()
    found = {field.name: field.items(facts) for field in FIELDS if field.name not in ("title", "date")}
    assert not any(found.values()) and facts.date == DateFact()
