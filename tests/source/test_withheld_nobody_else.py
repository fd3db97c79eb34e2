"""Withholding a name makes nobody else the bearer of what is left of it, nor the speaker of what he says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Facts
from tests import dossiers

pytestmark = pytest.mark.dear

MINISTER = "وقال وزير الزراعة سعيد الزعبي إن الخطة ستبدأ مع مطلع الموسم المقبل في القرى البعيدة."
KERRY = "وقال وزير الخارجية الأمريكي جون كيري إن الخطة ستبدأ مع مطلع الموسم المقبل في القرى البعيدة."
WITNESS = "والتقى الوفد {} في القرية البعيدة وسمع منه ما جرى في الموسم الماضي كله."
NAME = "مروان الزعبي"


def facts(home: Path, name: str, *paragraphs: str, beside: str = "") -> Facts:
    """What is known of a text where a name is withheld; `beside`: another text of the dossier."""
    text = "\n\n".join((dossiers.LEDE, *paragraphs))
    files: dict[str, str | bytes] = {"a.txt": text, "a.yml": f"withhold: [{name}]"}
    folder = dossiers.folder(home, files | ({"b.txt": f"{dossiers.LEDE}\n\n{beside}"} if beside else {}))
    entries = {entry.article.name: entry for entry in dossiers.desk(folder).catalogue.entries}
    return entries["a.txt"].article.facts


def mentions(found: Facts) -> dict[str, list[str]]:
    return {person.name: [m.text for m in person.mentions] for person in found.people}


@pytest.mark.parametrize(
    ("name", "stated", "said"),
    [
        (NAME, MINISTER, "وأضاف م. الزعبي أن العمل بدأ."),
        (NAME, MINISTER, "وأضاف الزعبي أن العمل بدأ."),
        (NAME, MINISTER, "وسلم الوفد على الزعبي، وللزعبي بيت في القرية."),
        (NAME, MINISTER, "وأضاف مروان أن الزعبي بدأ العمل."),
        ("زركشان الزعبي", MINISTER, "وأضاف الزعبي أن العمل بدأ."),
        ("مروان خالد الزعبي", MINISTER, "وأضاف خ. الزعبي أن العمل بدأ."),
        ("مروان كيري", KERRY, "وأضاف كيري أن العمل بدأ."),
    ],
)
def test_a_short_mention_that_may_be_his_is_nobodys(tmp_path: Path, name: str, stated: str, said: str) -> None:
    for at, order in enumerate(((stated, WITNESS.format(name), said), (WITNESS.format(name), stated, said))):
        ((other, found),) = mentions(facts(tmp_path / str(at), name, *order)).items()
        assert found == [other]


@pytest.mark.parametrize(
    ("name", "said"), [(NAME, "م. الزعبي"), (NAME, "M. الزعبي"), (NAME, "م الزعبي"), ("مروان خالد الزعبي", "خ. الزعبي")]
)
def test_an_initial_is_doubted_where_another_text_has_the_name(tmp_path: Path, name: str, said: str) -> None:
    """And with it the family name alone, in that text."""
    later = f"وأضاف {said} أن العمل بدأ. وسيعود الزعبي بعد أيام."
    found = facts(tmp_path, name, MINISTER, later, beside=WITNESS.format(name))
    assert mentions(found) == {"سعيد الزعبي": ["سعيد الزعبي"]}


@pytest.mark.parametrize(
    ("stated", "said", "short"),
    [
        ("وقال وزير الزراعة سعيد الحسن إن الخطة ستبدأ مع مطلع الموسم.", "وأضاف الحسن أن العمل بدأ.", "الحسن"),
        (KERRY, "وأضاف كيري أن العمل بدأ.", "كيري"),
    ],
)
def test_short_mentions_of_others_stay(tmp_path: Path, stated: str, said: str, short: str) -> None:
    ((_, found),) = mentions(facts(tmp_path, NAME, stated, WITNESS.format(NAME), said)).items()
    assert found[1:] == [short]


def test_a_namesake_keeps_his_short_mentions_in_a_text_without_the_withheld(tmp_path: Path) -> None:
    found = facts(tmp_path, NAME, MINISTER, "وأضاف الزعبي أن العمل بدأ.", beside=WITNESS.format(NAME))
    assert mentions(found) == {"سعيد الزعبي": ["سعيد الزعبي", "الزعبي"]}


@pytest.mark.parametrize(
    "said",
    [
        "وقال الزعبي: «العمل بدأ في القرى البعيدة كلها منذ أيام».",
        f"وقال {NAME} وسعيد الزعبي: «العمل بدأ في القرى البعيدة كلها منذ أيام».",
        f"وقال الوزير {NAME}: «العمل بدأ في القرى البعيدة كلها».\n\nوأضاف الوزير: «ولن يتوقف العمل قبل نهاية الموسم».",
        "وقال الزعبي إن العمل بدأ في القرى البعيدة كلها منذ أيام.",
        f"وقال {NAME} وسعيد الزعبي إن العمل بدأ في القرى البعيدة كلها منذ أيام.",
        f"وقال الوزير {NAME} إن العمل بدأ في القرى البعيدة كلها.\n\nوأضاف الوزير أن العمل لن يتوقف.",
        f"وقال {NAME} إن العمل بدأ في القرى البعيدة كلها. وأضاف أن العمل لن يتوقف.",
    ],
)
def test_what_he_says_is_nobody_elses(tmp_path: Path, said: str) -> None:
    minister, *others = facts(tmp_path, NAME, MINISTER, WITNESS.format(NAME), said).quotes
    assert minister.speaker == "سعيد الزعبي" and minister.text in MINISTER
    assert len(others) >= said.count("قال") + said.count("أضاف")
    assert {quote.speaker for quote in others} == {None}


@pytest.mark.parametrize("mark", [": «{}».", " إن {}."])
def test_what_others_say_stays_theirs(tmp_path: Path, mark: str) -> None:
    said = f"وقال سعيد الزعبي{mark.format('العمل بدأ في القرى البعيدة كلها منذ أيام')}"
    quotes = facts(tmp_path, NAME, MINISTER, WITNESS.format(NAME), said).quotes
    assert [quote.speaker for quote in quotes] == ["سعيد الزعبي"] * 2
