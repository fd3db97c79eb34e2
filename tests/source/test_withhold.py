"""A name that an editor withholds stands in no generated file, however the text writes it, and spans stay."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.model import Article, Sidecar, Source, Withheld
from generator.model.corrections import OPERATIONS
from generator.pages.desk import Desk
from generator.reading.letters import bare
from generator.reading.masks import MASK, shown
from generator.site.files import all_files_of, files_of
from generator.source.read import read_seed
from generator.source.withholding.known import entries
from generator.source.withholding.protect import protection
from generator.source.withholding.withhold import _names_mask, remains, withhold
from tests import dossiers

pytestmark = pytest.mark.dear

NAME = "سمير الحسن"
BETWEEN = "\n\r\t\u0085\u2028\u2029\u2009\u2003\u3000\u205f\u3164\u115f\uffa0\u2800/|·•—–…*"
UNSEEN = [
    *"\u061c\u034f\ufe0f\u180e\u200e\u2063\u17b4\ufff9\u0327",
    "\U000e0041\U000e007f",
    "\U0001d173",
    "<wbr>",
    "</b>",
]
FORMS = [
    "سمير الحسن",
    "وسمير الحسن",
    "لسمير الحسن",
    "بسمير الحسن",
    "فسمير الحسن",
    "كسمير الحسن",
    "وبسمير الحسن",
    "ولسمير الحسن",
    "أسمير الحسن",
    "سَمِير الحَسَن",
    "سـمـيـر الحســـن",
    "سمير  الحسن",
    "سمير\u00a0الحسن",
    "سمير-الحسن",
    "«سمير» الحسن",
    "(سمير الحسن)",
    "#سمير_الحسن",
    "#سميرالحسن",
    "سمير\u200bالحسن",
    "سم\u200dير الحسن",
    "س\u202aمير\u202c الحسن",
    "سم\u00adير الحسن",
    "سم\u2060ير الحسن",
    "سم\x01ير الحسن",
    "سمیر الحسن",
    "ﺳﻤﻴﺮ الحسن",
    "https://example.org/%D8%B3%D9%85%D9%8A%D8%B1-%D8%A7%D9%84%D8%AD%D8%B3%D9%86/",
    # What may stand between two words, by class of character.
    *(f"سمير{sign}الحسن" for sign in BETWEEN),
    "**سمير** **الحسن**",
    # What may stand unseen in a word, or before and after it.
    *(f"س{sign}مير الحسن{sign}" for sign in UNSEEN),
    "قال\u200bس\u200bمير الحسن",
    # What stands for a letter.
    "&#1587;&#x645;ير الحسن",
    "&amp;#1587;مير الحسن",
    r"\u0633\u0645ير الحسن",
    "%D3%E3%ED%D1+%C7%E1%CD%D3%E4",
    "%25D8%25B3%25D9%2585%25D9%258A%25D8%25B1 الحسن",
    "%u0633مير الحسن",
    # The forms of one name.
    "سمير حسن",
    "السمير الحسن",
    "سمير محمد الحسن",
    "سمير بن محمد الحسن",
    "سمير زركشان الحسن",
    "سمير (أبو علي) الحسن",
    "سمير ع. الحسن",
    "سمير عبد الله محمد الحسن",
]
# Beside each name one form that stands for its kind: what differs between them is what writers differ in.
PAIRS = [
    ("أبو بكر سالم", "أبوبكر سالم"),
    ("أبوبكر سالم", "لأبي بكر سالم"),
    ("أبي بكر سالم", "أبا بكر سالم"),
    ("سالم أبو علي", "سالم أبا العلي"),
    ("علي بن سالم", "علي ابن سالم"),
    ("مراد ابن علي", "مراد بن علي"),
    ("نورة بن سالم", "نورة بنت سالم"),
    ("عائشة مراد", "عايشة مراد"),
    ("عايشه مراد", "عائشة مراد"),
    ("رؤوف مراد", "رؤف مراد"),
    ("رؤف مراد", "رءوف مراد"),
    ("لؤي مراد", "لوي مراد"),
    ("فائز مراد", "فايز مراد"),
    ("داود مراد", "داوود مراد"),
    ("نورالدين مراد", "نور الدين مراد"),
    ("نور الدين مراد", "نورالدين مراد"),
    ("عبدالرحيم سالم", "عبد الرحيم سالم"),
    ("عبد الله سالم", "لعبدالله سالم"),
    ("سالم بن لادن", "سالم بنلادن"),
    ("مراد شاهين", "مراد الشاهين"),
    ("ذو الفقار علي", "لذي الفقار علي"),
    ("الحسن", "للحسن"),
    ("Samir Hassan", "SAMIR HASSÁN"),
    ("Samir Hassan", "@SamirHassan"),
    ("Samir Hassan", "Samir M. Hassan"),
    ("سمير الحسن", "Samir al-Hassan"),
    ("سمير الحسن", "Sameer El Hasan"),
    ("عبد الرحمن شريف", "Abdulrahman Sharif"),
    ("عبد الرحمن شريف", "Abd ar-Rahman Chareef"),
    ("خالد الصادق", "Khaled As-Sadiq"),
    # An alef left out or written, «بن» left out or put in, letters apart, the family name first.
    ("هارون سليم", "هرون سليم"),
    ("لقمن سليم", "لقمان سليم"),
    ("رحمان داوود", "رحمن داود"),
    ("معاوية خالد", "معوية خالد"),
    ("طه يسين", "طه ياسين"),
    ("سالم بن مراد العتيق", "سالم مراد العتيق"),
    ("سالم مراد العتيق", "سالم بن مراد بن العتيق"),
    ("نورة بنت فهد المري", "نورة فهد المري"),
    ("نورة فهد", "نورة بنت فهد"),
    ("سالم بن مراد", "سالم ابن مراد"),
    ("سمير الحسن", "س م ي ر   ا ل ح س ن"),
    ("سمير الحسن", "س. م. ي. ر الحسن"),
    ("Samir Hassan", "S a m i r  H a s s a n"),
    ("سمير الحسن", "الحسن، سمير"),
    ("سمير الحسن", "الحسن,سمير"),
    ("سالم بن فهد العتيق", "العتيق، سالم بن فهد"),
    ("Samir Hassan", "Hassan, Samir"),
    ("Haitham bin Tariq", "السلطان هيثم"),
    ("ريكس تيلرسون", "تلرسون"),
    ("سيرغي لافروف", "لافاروف"),
    ("مايك بومبيو", "مايكل بومبيو"),
]
LETTERS = re.compile(r"[^\u0621-\u064a]+")


def skeleton(text: str) -> str:
    """Arabic letters alone, as a reader would recognise a name by them."""
    return LETTERS.sub("", bare(text)).replace("أ", "ا")


def masked(text: str, *names: str) -> str:
    return withhold(Source("a.txt", "", "utf-8", text), dossiers.hiding(*names)).text


@pytest.mark.parametrize("form", FORMS)
def test_a_name_is_found_however_it_is_written(form: str) -> None:
    line = f"وقال {form} إن العمل بدأ."
    done = masked(line, NAME)
    assert len(done) == len(line)
    assert skeleton("سمير الحسن") not in skeleton(done) and "%D8" not in done
    assert done.startswith("وقال ") and done.endswith(" إن العمل بدأ.")


@pytest.mark.parametrize("mark", ["ُ", "ُّ", "\u0670"])
def test_the_marks_on_its_last_letter_go_with_it(mark: str) -> None:
    assert shown(masked(f"قال سميرُ الحسن{mark} أمس", NAME), "[x]") == "قال [x] أمس"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("كريم الأيوبي", "Karīm al-Ayyūbī"),
        ("كريم الأيوبي", "Karim Ayoubıy"),
        ("كريم الأيوبي", "Karim Ayoubiʾ"),
        ("كريم الأيوبي", "Karim Ayoub&imacr;"),
        ("كريم الأيوبي", "Karim Ayoubi&#x304;"),
        ("كريم الأيوبي", "كريم الأيوبيء"),
        ("كريم الأيوبي", "كريم الأيوبيـ"),
        ("مروان الزعبي", "Marwān az-Zuʿbī"),
        ("سمير رضا", "Samīr Riḍā"),
        ("علاء مراد", "ʿAlāʾ Murād"),
        ("هدى مراد", "Hudā Murad\u0304"),
        ("José Nuñé", "JOSÉ NUÑE\u0301"),
        ("Łukasz Øster", "Lukasz Oster"),
    ],
)
def test_no_letter_or_sign_of_its_words_is_left(name: str, form: str) -> None:
    for text in (form, f"قال {form}", f"{form} أمس", f"قال {form}، إن"):
        assert shown(masked(text, name), "[x]") == text.replace(form, "[x]")


@pytest.mark.parametrize("joined", ["يا", "ويا", "أيا", "يال", "أف", "أو", "أوب", "وفل", "فو", "هل", "يا-", "يا_"])
def test_what_is_joined_to_a_name_in_haste_does_not_hide_it(joined: str) -> None:
    assert masked(f"ثم {joined}كريم الأيوبي أمس", "كريم الأيوبي") == f"ثم {joined}{MASK * 12} أمس"


@pytest.mark.parametrize("sign", [" ؛", " ،", " :", " !", " .", " ؟", " ;", "؛", "،"])
def test_a_sign_that_leans_on_the_next_word_parts_no_name(sign: str) -> None:
    done = masked(f"ثم كريم{sign}الأيوبي أمس", "كريم الأيوبي")
    assert re.fullmatch(f"ثم {MASK}+ أمس", done), done


@pytest.mark.parametrize("sign", ["؛ ", ": ", "؟ ", ". ", " ؛ ", " : ", " . ", " ؛\n", "\n؛", " .«"])
def test_a_sign_that_may_end_what_is_before_it_parts_two_names(sign: str) -> None:
    text = f"ثم كريم{sign}الأيوبي أمس"
    assert masked(text, "كريم الأيوبي") == text


@pytest.mark.parametrize(("name", "text"), [("سين مراد", "ياسين مراد"), ("سر عرفات", "ياسر عرفات")])
def test_a_given_name_is_no_call_to_another(name: str, text: str) -> None:
    assert masked(f"ثم {text} أمس", name) == f"ثم {text} أمس"


def test_what_stands_before_a_name_stays() -> None:
    assert masked("ولسمير الحسن بيت", NAME) == "ول" + MASK * 10 + " بيت"


@pytest.mark.parametrize(("name", "form"), PAIRS)
def test_the_forms_of_one_name_hide_together(name: str, form: str) -> None:
    done = masked(f"وقال {form} إن العمل بدأ.", name)
    assert re.fullmatch(f"وقال [@ل]*{MASK}+ إن العمل بدأ.", done), done


@pytest.mark.parametrize(
    "text",
    [
        "سمير وحده والحسن",
        "سميرة الحسن",
        "الحسن سمير",
        "سمير. الحسن",
        "سمير؟ الحسن",
        "سمير، الحسن",
        "سمير قال الحسن",
        "سمير ومحمد الحسن",
        "سمير للحسن",
        "وصل سمير\n\nالحسن قال",
        "وصل سمير\n \t\nالحسن قال",
        "<p>وصل سمير</p><p>الحسن قال</p>",
        "خطة لدعم المزارعين يعلنها سمير\nالحسن " + "كلمة " * 30,
        "الحسن - سمير",
        "س ل م ي ر   ا ل ح س ن",
        "سَمِيرَة الحسن",
        "summer hats",
        "a < b سمير > الحسني",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert masked(text, NAME) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("عامر سالم", "عمر سالم"),
        ("سعد مراد", "سعاد مراد"),
        ("علي حمدي", "علي حامدي"),
        ("محمود سالم", "محمد سالم"),
        ("سمير سلامة", "سمير سلمة"),
        ("جون كيري", "مدينة كيري"),
        ("جون كيري", "شركة كيري"),
        ("جون كيري", "محمد كيري"),
        ("مايك بومبيو", "سوزان بومبيو"),
        ("محمد بن سلمان", "خالد بن سلمان"),
        ("هيثم بن طارق", "السلطان هيثم بن سعيد"),
        ("هيثم بن طارق", "الدكتور هيثم"),
    ],
)
def test_other_names_and_namesakes_stay(name: str, text: str) -> None:
    assert masked(f"ثم {text} أمس", name) == f"ثم {text} أمس"


@pytest.mark.parametrize(
    "text", ["شركة كيري وقال جون كيري", "محمد كيري والوزير كيري", "مدينة كيري ثم قال كيري", "إدارة كيري"]
)
def test_namesakes_go_too_where_the_person_himself_is_in_the_text(text: str) -> None:
    assert "كيري" not in masked(f"ثم {text} أمس", "جون كيري")


@pytest.mark.parametrize(
    "links",
    [
        "[سمير](https://example.org/a) [الحسن](https://example.org/b_(c))",
        '[سمير](/a "بطاقة") [الحسن](/b)',
        "[سمير][one two] [الحسن][three]",
        "[سمير] [الحسن]",
        "[سمير](<a b>) **[الحسن](c)**",
    ],
)
def test_each_word_of_a_name_may_be_a_link(links: str) -> None:
    done = masked(f"وقال {links} إن", NAME)
    assert "سمير" not in done and "الحسن" not in done


@pytest.mark.parametrize("person", sorted(dossiers.LEXICON.entities.people)[::34])
def test_no_form_of_a_known_person_leaves_a_trace(tmp_path: Path, person: str) -> None:
    """In a text that has all of them, each with his office; whichever form is withheld means him."""
    (entry,) = (e for e in entries(dossiers.LEXICON) if e.ref == ("person", person))
    office = dossiers.LEXICON.entities.people[person].roles[0].title
    forms = [form for form in entry.all if not form.isascii()]
    text = dossiers.LEDE + "".join(f"\n\nوقال {office} {form} إن الخطة ستبدأ مع مطلع الموسم." for form in forms)
    for form in entry.all:
        assert protection([Withheld(form, "a.yml", 1)], (), (), dossiers.LEXICON).refs >= {entry.ref}
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "a.yml").write_text(f"withhold: [{forms[-1]}]\nconfirm: true", "utf-8")
    article = dossiers.alone(tmp_path / "a.txt")
    assert isinstance(article, Article) and person not in {x.id for x in article.facts.people}
    assert not [form for form in forms if form in article.cleaned.source.text]


def test_a_later_short_mention_goes_with_the_full_name(tmp_path: Path) -> None:
    """«عباس» alone is a given name too; only the reading of the text as given knows whose it is."""
    (tmp_path / "a.txt").write_text(
        KNOWN.format("محمود عباس") + "\n\nوأضاف عباس أن العمل بدأ في القرى البعيدة.\n", "utf-8"
    )
    (tmp_path / "a.yml").write_text("withhold: [محمود عباس]", "utf-8")
    article = dossiers.alone(tmp_path / "a.txt")
    assert isinstance(article, Article) and "عباس" not in article.cleaned.source.text


@given(st.lists(st.sampled_from([*FORMS, "كلمة", "و", "\n", "، "]), max_size=12))
def test_lines_and_spans_stay_those_of_the_file(parts: list[str]) -> None:
    text = " ".join(parts)
    done = masked(text, NAME)
    assert len(done) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, done, strict=True))
    assert done.count("\n") == text.count("\n")


_MIDDLES = ["", "محمد", "بن محمد", "عبد الله", "أبو علي", "ع."]
_SIGNS = st.sampled_from([*BETWEEN, " ", "-", "_", "»", "(", "\u00a0", "<br>", "&nbsp;"])
_SEEN_BETWEEN = st.lists(_SIGNS, min_size=1, max_size=3).map("".join).filter(lambda x: x.count("\n") < 2)


@given(st.data())
def test_any_mixture_of_signs_and_forms_is_hidden(data: st.DataObject) -> None:
    """Signs between words, what is unseen within them, and forms of the parts, put together at random."""

    def unseen() -> str:
        drawn: str = data.draw(st.sampled_from(["", "", *UNSEEN, "&#x200d;"]))
        return drawn

    first = unseen().join(data.draw(st.sampled_from([[*"سمير"], [*"سَمير"], [*"ﺳﻤﻴﺮ"], ["&#1587;", *"مير"]])))
    last = unseen().join(data.draw(st.sampled_from([[*"الحسن"], [*"حسن"], [*"الحســن"], ["%D8%A7", *"لحسن"]])))
    middle = data.draw(st.sampled_from(_MIDDLES))
    space = data.draw(_SEEN_BETWEEN)
    name = f"{first}{space}{middle}{' ' if middle else ''}{last}"
    before = data.draw(st.sampled_from(["قال ", "قال\u3164", "قال<br>", "و", "لـ«", "", "\n"]))
    done = masked(f"{before}{name} إن", NAME)
    assert skeleton("الحسن") not in skeleton(done) and "سمير" not in skeleton(done), name


@given(st.text(st.characters(), max_size=60))
def test_any_text_at_all_can_be_looked_through(text: str) -> None:
    assert len(masked(text, NAME)) == len(text)


def test_the_masks_of_a_hostile_text_are_not_shown_as_a_withheld_name() -> None:
    assert MASK not in masked(f"كلام {MASK} آخر", NAME)


def test_masks_are_shown_as_words_in_any_value() -> None:
    value = {"a": [f"{MASK * 4} قال", 3, None], "b": {"c": MASK}}
    assert shown(value, "[x]") == {"a": ["[x] قال", 3, None], "b": {"c": "[x]"}}


def test_a_part_that_remains_is_told_by_the_line_of_the_sidecar_alone() -> None:
    source = withhold(Source("a.txt", "", "utf-8", "سمير الحسن\nكلام\nوقال الحسن"), dossiers.hiding(NAME))
    (problem,) = remains(source, dossiers.sidecar(f"title: x\nwithhold: [{NAME}]"))
    assert (problem.file, problem.line, problem.rule) == ("a.yml", 2, "withheld-part") and "الحسن" not in str(problem)


SIDECAR = f"""
title: خطة {NAME}
author: {NAME}
note: "كتب {NAME} المادة"
url: https://example.org/%D8%B3%D9%85%D9%8A%D8%B1-%D8%A7%D9%84%D8%AD%D8%B3%D9%86
titel: {NAME}
facts:
  people:
  - {{add: {NAME}, role: مدير}}
  - {{remove: {NAME}}}
  quotes:
  - {{add: الخطة ستبدأ, speaker: {NAME}}}
  - remove: قول {NAME}
  slips: [{NAME}]
withhold: [{NAME}]
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    text = (
        dossiers.ARTICLE
        + "\n"
        + "\n\n".join(f"وذكر {form} أن النتائج ستُعرض لاحقًا على اللجنة المختصة." for form in FORMS)
    )
    other = dossiers.ARTICLE.replace("القمح", "الشعير").replace("البذار", "الآلات")
    return dossiers.folder(
        tmp_path,
        {"a.txt": text, "a.yml": SIDECAR, f"تقرير {NAME}.txt": other, f"{NAME}.yml": "title: x"},
    )


def test_it_is_in_no_generated_file(dossier: Path) -> None:
    """Nor in other articles, file names, addresses, problems, the notes page."""
    files = files_of(dossiers.desk(dossier))
    assert len([name for name in files if name.startswith("articles/")]) == 3
    for name, text in files.items():
        assert skeleton(NAME) not in skeleton(name + text), name
        assert MASK not in text, name
        assert "%D8%B3%D9%85%D9%8A%D8%B1" not in text, name
    assert "[حُجب الاسم]" in files["articles/a/index.md"].replace("&#91;", "[").replace("&#93;", "]")


def test_the_search_index_does_not_know_it(dossier: Path) -> None:
    files = all_files_of(dossiers.desk(dossier))
    held = [data.decode("utf-8", "ignore") for data in files.values() if isinstance(data, bytes)]
    assert all(skeleton(NAME) not in skeleton(text) and MASK not in text for text in held)
    assert all("سمير" not in text for text in held)


@pytest.mark.parametrize("command", [["explain", "--json"], ["explain"], ["summary", "--base", "BASE"]])
def test_it_is_in_nothing_that_a_command_prints(dossier: Path, command: list[str]) -> None:
    """An article whose own sidecar says nothing is protected by its neighbour's."""
    other = dossier / "b.txt"
    other.write_text(dossiers.ARTICLE, "utf-8")
    given = [str(dossier) if part == "BASE" else part for part in command]
    done = CliRunner().invoke(main, [*given, str(dossier / "a.txt"), str(other)])
    assert done.exit_code == 0, done.output
    assert skeleton(NAME) not in skeleton(done.output)
    assert MASK not in done.output and "حُجب الاسم" in done.output


def test_the_spans_that_are_printed_are_those_of_the_file(dossier: Path) -> None:
    done = CliRunner().invoke(main, ["explain", "--json", str(dossier / "a.txt")])
    told = json.loads(done.stdout)
    source = read_seed(dossier / "a.txt")
    assert isinstance(source, Source)
    lines = source.lines
    assert [x["line"] for x in told["lines"]] == list(range(1, len(lines) + 1))
    for theme in told["themes"]:
        for found in theme["evidence"]:
            assert lines[found["line"] - 1][found["start"] : found["end"]] == found["text"]


def test_a_sidecar_of_no_seed_protects_all_the_same(tmp_path: Path) -> None:
    dossier = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "misnamed.yml": f"withhold: [{NAME}]"})
    assert skeleton(NAME) not in skeleton("".join(files_of(dossiers.desk(dossier)).values()))


def test_a_sidecar_that_cannot_be_read_keeps_its_article_off_the_site(tmp_path: Path) -> None:
    dossier = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": b"\xff\xfe\x00"})
    files = files_of(dossiers.desk(dossier))
    assert not [name for name in files if name.startswith("articles/a")]
    assert dossiers.rules(dossier)["a.yml"] == ["sidecar-undecodable", "sidecar-held"]


def test_two_sidecars_for_a_seed_protect_together(tmp_path: Path) -> None:
    files = {"a.txt": dossiers.ARTICLE, "a.yml": "title: أول", "a.yaml": f"title: ثان\nwithhold: [{NAME}]"}
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    (entry,) = desk.catalogue.entries
    assert entry.article.facts.title and entry.article.facts.title.text == "أول"
    assert skeleton(NAME) not in skeleton("".join(files_of(desk).values()))


@pytest.mark.parametrize(
    "correction",
    [
        "people: [{add: سمير الحسن, role: مدير المدرسة}]",
        "people: [{remove: سمير الحسن}]",
        "organisations: [{add: مكتب سمير الحسن}]",
        "slips: [سمير الحسن]",
    ],
)
def test_a_correction_of_a_withheld_name_is_dropped_with_it(tmp_path: Path, correction: str) -> None:
    """Else a page would list «[حُجب الاسم]» as somebody, or a note would tell of words that nobody may read."""
    text = dossiers.ARTICLE + f"\n\nوقال {NAME} إن العمل مستمر.\n"
    files = {"a.txt": text, "a.yml": f"withhold: [{NAME}]\nfacts: {{{correction}}}"}
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    facts = desk.catalogue.entries[0].article.facts
    assert not [x for x in (*facts.people, *facts.organisations) if MASK in x.name] and not facts.slips
    assert "sidecar-unmatched" not in {p.rule for p in desk.catalogue.problems}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_a_correction_is_of_is_known_by_its_key(operation: str) -> None:
    """Wherever that stands among its keys. An office that was withheld takes no correction away."""
    assert _names_mask({"name": "x", "role": "x", "speaker": "x", "unit": "x", operation: f"ا {MASK}"})
    assert not _names_mask({operation: "x", "role": MASK, "name": None})


def test_a_name_with_abd_is_withheld_joined_and_apart() -> None:
    """Writers join the two words or leave them apart; an editor should not have to know which."""
    hide = dossiers.hiding("عبد الرحيم سالم")
    assert hide
    assert MASK in hide("قال عبدالرحيم سالم إنه سيعود.")
    assert MASK in hide("وعبد الرحيم سالم مدير المدرسة.")
    other = dossiers.hiding("عبدالرحيم سالم")
    assert other and MASK in other("قال عبد الرحيم سالم إنه سيعود.")


def problems(files: dict[str, str | bytes], home: Path) -> list[tuple[str, str, int | None, str]]:
    """What a dossier is told of its withheld names, with the words of its notes page."""
    desk = dossiers.desk(dossiers.folder(home, files))
    return [(p.level, p.file, p.line, p.rule) for p in desk.catalogue.problems if p.rule.startswith("withheld-")]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("سمير الحسين", True),
        ("سامر الحسن", True),
        ("كريم العلي", True),
        ("Karim Ali", True),
        ("سمير الحسن", False),
        ("سمير حسن", False),
        ("البرلمان", False),
        ("وزارة الزراعة", False),
    ],
)
def test_a_name_that_stands_nowhere_is_an_error_that_tells_its_line_alone(
    tmp_path: Path, name: str, *, said: bool
) -> None:
    files: dict[str, str | bytes] = {"a.txt": dossiers.ARTICLE, "a.yml": f"title: x\nwithhold:\n- {name}"}
    told = problems(files, tmp_path)
    assert (("error", "a.yml", 3, "withheld-nowhere") in told) == said
    pages = "".join(files_of(dossiers.desk(tmp_path / "dossier")).values())
    assert not said or name not in pages


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("سمير الحسين", "….yml"),
        ("samir-alhusari", "….yml"),
        ("تقرير سمير", "….yml"),
        ("شمير_الحسن", "….yml"),
        ("camp-2024", "camp-2024.yml"),
        ("خطة القمح", "خطة القمح.yml"),
    ],
)
def test_a_file_named_like_a_name_that_was_mistyped_is_not_named(tmp_path: Path, file: str, told: str) -> None:
    files: dict[str, str | bytes] = {f"{file}.txt": dossiers.ARTICLE, f"{file}.yml": "withhold: [سمير الحسيني]"}
    assert [(f, rule) for _, f, _, rule in problems(files, tmp_path) if rule == "withheld-nowhere"] == [
        (told, "withheld-nowhere")
    ]


@pytest.mark.parametrize(
    ("where", "content"),
    [
        ("dossier.yml", "name: ملف كريم العلي"),
        ("كريم.العلي.txt", dossiers.ARTICLE + "سطر"),
        ("b.yml", "note: كريم العلي"),
    ],
)
def test_a_name_may_stand_outside_the_texts(tmp_path: Path, where: str, content: str) -> None:
    files: dict[str, str | bytes] = {
        "a.txt": dossiers.ARTICLE,
        "a.yml": "withhold: [كريم العلي]",
        "b.txt": dossiers.ARTICLE + "آخر",
        where: content,
    }
    assert problems(files, tmp_path) == []


def test_only_the_editors_own_terminal_shows_what_was_not_found(tmp_path: Path) -> None:
    files = {"a.txt": dossiers.ARTICLE, "a.yml": "withhold: [سامر الحسن]"}
    seed = str(dossiers.folder(tmp_path, files) / "a.txt")
    said = {name: CliRunner().invoke(main, [*command, seed]).output for name, command in COMMANDS.items()}
    assert "سامر الحسن | سمير" in said["explain"]
    assert all("سامر" not in said[name] and "withheld-nowhere" not in said["explain"] for name in ("json", "summary"))
    assert "stands nowhere" in said["summary"] and "stands nowhere" in said["json"]


COMMANDS = {"explain": ["explain"], "json": ["explain", "--json"], "summary": ["summary", "--base", "tests"]}


@pytest.mark.parametrize(
    ("sidecar", "held"),
    [
        ("withhold: [سمير]", True),
        ("withhold: [السمير]", True),
        ("withhold: سَمير", True),
        ("withhold: [فاطمة]", True),
        ("withhold: [{name: سمير, confirm: true}]", False),
        ("withhold:\n- name: سمير\n  confirm: نعم", False),
        ("withhold: {name: سمير, confirm: yes}", False),
        ("withhold: [سمير]\nconfirm: true", False),
        ("withhold: [سمير]\nconfirm: false", True),
        ("withhold: [{name: سمير, confirm: false}]", True),
        ("withhold: [{name: سمير, confirm: ربما}]", True),
        ("withhold: [سمير الحسن]", False),
        ("withhold: [النباتي]", False),
        ("withhold: [{name: الحسن, confirm: true}, سمير]", True),
    ],
)
def test_a_given_name_alone_holds_its_article_back_until_it_is_confirmed(
    tmp_path: Path, sidecar: str, *, held: bool
) -> None:
    dossier = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": sidecar})
    desk = dossiers.desk(dossier)
    assert (not desk.catalogue.entries) == held
    rules = {p.rule for p in desk.catalogue.problems if p.level == "error"}
    assert bool(rules & {"withheld-common", "sidecar-held"}) == held
    pages = "".join(files_of(desk).values())
    assert held or all(x.name not in bare(pages) for x in dossiers.sidecar(sidecar).withheld)


@pytest.mark.parametrize(
    ("of", "articles", "held"), [(11, 100, True), (10, 100, True), (9, 100, False), (10, 300, False), (16, 300, True)]
)
def test_a_common_word_holds_its_article_back(of: int, articles: int, *, held: bool) -> None:
    """More than five in a hundred and at least ten: both."""
    texts = (Source(f"{n}.txt", "", "utf-8", "خبر المستنقع" if n < of else "خبر") for n in range(articles))
    name = Withheld("المستنقع", "a.yml", 3)
    guard = protection([name], texts, (), dossiers.LEXICON)
    assert (name in guard.doubted) == held == bool(guard.problems)
    assert guard.of(Sidecar("a.yml", withheld=(name,))).publish != held
    sure = replace(name, confirmed=True)
    assert not protection([sure], texts, (), dossiers.LEXICON).doubted


def everything(desk: Desk) -> str:
    """All files of a site, names and all; of the search index what can be read."""
    files = all_files_of(desk).items()
    return "".join(name + (data if isinstance(data, str) else data.decode("utf-8", "ignore")) for name, data in files)


KNOWN = f"{dossiers.LEDE}\n\nوقال وزير الخارجية الأمريكي {{}} إن الخطة ستبدأ مع مطلع الموسم المقبل في القرى البعيدة.\n"


@pytest.mark.parametrize(
    ("name", "text", "entry"),
    [
        ("مايك بومبيو", "بومبيو", "mike-pompeo"),
        ("Mike Pompeo", "بومبيو", "mike-pompeo"),
        ("مايكل بومبيو", "مايك بومبيو", "mike-pompeo"),
        ("بومبيو", "مايك بومبيو", "mike-pompeo"),
        ("مايك بمبيو", "بومبيو", "mike-pompeo"),
        ("ريكس تيلرسون", "تيلرسون", "rex-tillerson"),
        ("John Kerry", "جون كيري", "john-kerry"),
        ("جون كيري", "كيري", "john-kerry"),
    ],
)
def test_a_name_that_a_lexicon_knows_goes_with_all_that_it_is_called(
    tmp_path: Path, name: str, text: str, entry: str
) -> None:
    files: dict[str, str | bytes] = {"a.txt": KNOWN.format(text), "a.yml": f"withhold: [{name}]"}
    files["b.txt"] = f"{KNOWN.format(text)}\nخاتمة أخرى لهذه المادة."
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    made = everything(desk)
    assert entry not in made and skeleton(text) not in skeleton(made) and entry.replace("-", " ") not in made
    assert "withheld-nowhere" not in {p.rule for p in desk.catalogue.problems}


@pytest.mark.parametrize("kind", ["organisation", "place", "outlet"])
def test_bodies_places_and_outlets_go_too(tmp_path: Path, kind: str) -> None:
    name, id_ = {
        "organisation": ("منظمة الصحة العالمية", "who"),
        "place": ("الحسكة", "hasakah"),
        "outlet": ("رويترز", "reuters"),
    }[kind]
    text = f"{dossiers.LEDE}\n\nوأعلنت منظمة الصحة العالمية في الحسكة، وفق وكالة رويترز (Reuters)، أن العمل بدأ.\n"
    desk = dossiers.desk(dossiers.folder(tmp_path, {"a.txt": text, "a.yml": f"withhold: [{name}]"}))
    made = everything(desk)
    assert skeleton(name) not in skeleton(made) and f"/{id_}/" not in made
    (article,) = (e.article for e in desk.catalogue.entries)
    facts = article.facts
    left = {*(x.id for x in (*facts.organisations, *facts.places)), *(x.id for x in facts.cited_outlets)}
    assert left and id_ not in left


def test_a_form_that_others_bear_hides_only_beside_a_surer_one() -> None:
    """A town and an agency share their Latin name: who withholds the one does not hide the other by it."""
    assert masked("وكالة Maan قالت إن العمل بدأ", "معان") == "وكالة Maan قالت إن العمل بدأ"
    assert "Maan" not in masked("في معان (Maan) قالوا إن العمل بدأ", "معان")


def test_the_first_and_last_of_three_names_count_where_the_whole_stands() -> None:
    assert masked("قال سمير الحسن", "سمير محمد الحسن") == "قال سمير الحسن"
    assert skeleton("سمير") not in skeleton(masked("قال سمير محمد الحسن\nوقال سمير الحسن", "سمير محمد الحسن"))


def test_files_that_are_alike_once_masked_stay_two_articles(tmp_path: Path) -> None:
    second = dossiers.ARTICLE.replace("القمح", "الشعير")
    files = {"سمير الحسن.txt": dossiers.ARTICLE, "سمير.الحسن.txt": second, "a.yml": f"withhold: [{NAME}]"}
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    assert (
        len({e.address for e in desk.catalogue.entries}) == 2 == len({e.article.name for e in desk.catalogue.entries})
    )


def test_a_theme_a_rule_and_a_setting_called_so_are_not_shown(tmp_path: Path) -> None:
    files = {"a.txt": dossiers.ARTICLE + "\nوالتحالف الدولي في سوريا.\n", "a.yml": "withhold: [التحالف الدولي]"}
    files["dossier.yml"] = "name: ملف التحالف الدولي\ndescription: عن التحالف\u00a0الدولي\n"
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    assert skeleton("التحالف الدولي") not in skeleton("".join(files_of(desk).values()))
    assert desk.name == "ملف [حُجب الاسم]" and "coalition" not in desk.lexicon.themes.by_id
