"""A withheld name in another order, with initials, in both scripts; and what is like it and means others."""

from __future__ import annotations

import re

import pytest

from generator.model import Source
from generator.reading.masks import MASK
from generator.source.withholding.withhold import withhold
from tests import dossiers

pytestmark = pytest.mark.dear

NAME = "كريم الأيوبي"
OTHER = "سمير الحسن"


def masked(text: str, *names: str) -> str:
    return withhold(Source("a.txt", "", "utf-8", text), dossiers.hiding(*names)).text


@pytest.mark.parametrize(
    ("name", "form"),
    [
        (NAME, "الأيوبي كريم"),
        (NAME, "وللأيوبي كريم"),
        (NAME, "والأيوبي كريم"),
        (NAME, "الأيوبي_كريم"),
        (NAME, "الأيّوبي «كريم»"),
        (NAME, "السيد الأيوبي كريم"),
        (NAME, "الأيوبي ،كريم"),
        ("مروان خالد الزعبي", "الزعبي مروان خالد"),
        ("مروان بن خالد الزعبي", "الزعبي مروان بن خالد"),
        (NAME, "Ayoubi, Karim"),
        (NAME, "Al-Ayoubi, Karim"),
        (NAME, "Al-Ayoubi Karim"),
        (NAME, "AYOUBI Karim"),
        (NAME, "al-ayoubi-karim"),
        (NAME, "Ayyūbī, Karīm"),
        (OTHER, "Hassan, Samir"),
        ("عبد الله الأحمدي", "Al-Ahmadi, Abdullah"),
        (NAME, "Karim M. Ayoubi"),
        (NAME, "Karim M Ayoubi"),
        (NAME, "Karim M. S. Al-Ayoubi"),
        (NAME, "Karim-M. al-Ayoubi"),
        (NAME, "Karim Mohammed Ayoubi"),
        (OTHER, "Samir A. M. Hassan"),
    ],
)
def test_another_order_hides_too(name: str, form: str) -> None:
    done = masked(f"ثم {form} أمس", name)
    assert re.fullmatch(f"ثم (?:و|ول|السيد )?{MASK}+»? أمس", done), done


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (NAME, "الشعب الأيوبي كريم"),
        (NAME, "محمد الأيوبي كريم"),
        (NAME, "التقى الأيوبي كريم العلي"),
        (NAME, "الأيوبي كريم سالم"),
        (NAME, "الأيوبي - كريم"),
        (NAME, "الأيوبي. كريم"),
        (NAME, "الأيوبي وكريم"),
        (NAME, "أيوبي كريم"),
        (OTHER, "الحسن سمير"),
        ("علي حسن", "حسن علي"),
        ("محمد علي", "علي محمد"),
        (NAME, "by Karim"),
        (NAME, "Abu Karim"),
        (NAME, "Omar Ayoubi, Karim Ali"),
        (NAME, "Ayoubi, Karim Ali"),
        (NAME, "Al-Ayoubi Karim Ali"),
        (NAME, "Ayoubi. Karim"),
        (NAME, "Ayoubi and Karim"),
        (NAME, "Karim told Ayoubi"),
        (NAME, "Karim and his son Ayoubi"),
        (NAME, "Karim M. By"),
        (OTHER, "Hassan Samir"),
        (OTHER, "Samir met Hassan"),
    ],
)
def test_others_and_other_words_stay(name: str, text: str) -> None:
    assert masked(f"ثم {text} أمس", name) == f"ثم {text} أمس"
