"""What dossier.yml says is read setting by setting; each fault is told with its line, its words and what is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.desk.new import explained
from generator.lexicon.explanations import load_explanations
from generator.place import DATA
from generator.site.files import settings_schema
from generator.source.settings import Colours, Settings
from generator.source.settingsfile import parse_settings
from tests import dossiers

pytestmark = pytest.mark.dear

# A file, the settings it gives beside the usual ones, and the rules and lines of what is told of it.
FAULTS: Mapping[str, tuple[str, dict[str, Any], list[tuple[str, int]]]] = {
    "a key mistyped": ("nam: ملف", {}, [("unknown-key", 1)]),
    "a key in capitals": ("digits: arabic\nName: ملف", {"digits": "arabic"}, [("unknown-key", 2)]),
    "a key with a hyphen": ("search-examples: [نفط]", {}, [("unknown-key", 1)]),
    "a key in Arabic": ("اسم: ملف\nname: x", {"name": "x"}, [("strange-key", 1)]),
    "a choice mistyped": ("months: gulff", {}, [("choice-near", 1)]),
    "a choice in another kind": ("digits: [latin]\nname: x", {"name": "x"}, [("choice", 1)]),
    "a number above": ("name: x\nlist_length: 9999", {"name": "x"}, [("number-between", 2)]),
    "a number below": ("list_length: 0", {}, [("number-between", 1)]),
    "a part of a number": ("max_lines: 1.5", {}, [("number", 1)]),
    "a key twice": ("name: a\ndigits: arabic\nname: b", {"name": "a", "digits": "arabic"}, [("duplicate", 3)]),
    "a colour twice": ('colours:\n  primary: "#123456"\n  primary: "#654321"', {}, [("duplicate", 3)]),
    "a mark not closed": ('name: "ملف\nsubject: جملة', {"subject": "جملة"}, [("quote", 1)]),
    "a mark closed by the next": ('name: "ملف\nsubject: "جملة"', {"subject": "جملة"}, [("quote", 1)]),
    "a single mark not closed": ("digits: arabic\nname: 'a", {"digits": "arabic"}, [("quote", 2)]),
    "a mark not closed in a list": ('search_examples:\n  - "نفط\n  - غاز\nname: x', {"name": "x"}, [("quote", 2)]),
    "words after a closed mark": ('name: "a" b\ndigits: arabic', {"digits": "arabic"}, [("syntax", 1)]),
    "a bracket not closed": ("search_examples: [نفط\nname: x", {"name": "x"}, [("syntax", 1)]),
    "a line moved in": ("digits: arabic\nname: x\n  subject: y", {"digits": "arabic"}, [("syntax", 3)]),
    "an anchor": ("name: &a x\nsubject: y", {"subject": "y"}, [("feature", 1)]),
    "two documents": ("name: x\n---\nsubject: y", {"name": "x", "subject": "y"}, []),
    "a list for a text": ("name:\n  - ملف", {}, [("text", 1)]),
    "a mapping for a list": ("search_examples:\n  a: b", {}, [("list", 1)]),
    "a mapping in a list": ("search_examples:\n - نفط\n - a: b", {"search_examples": ("نفط",)}, [("text", 3)]),
    "a text for the colours": ("colours: red", {}, [("group", 1)]),
    "a list for the file": ("- name: x", {}, [("shape", 1)]),
    "words for the file": ("اسم الملف", {}, [("shape", 1)]),
    "no value": ("name:\ndigits: arabic", {"digits": "arabic"}, [("empty", 1)]),
    "an empty text": ('name: ""', {}, [("empty", 1)]),
    "a name without end": (f"name: {'x' * 200}", {}, [("long", 1)]),
    "examples without end": ("search_examples: [a, b, c, d, e, f]", {}, [("many", 1)]),
    "the name of a colour": ("colours: {accent: red}", {}, [("colour", 1)]),
    "a colour of two digits": ("colours:\n  primary: #12", {}, [("colour", 2)]),
    "another colour": ("colours: {acent: red}", {}, [("unknown-key", 1)]),
    "no address": ("contact: اتصل بنا", {}, [("contact", 1)]),
    "an address without its safe way": ("contact: http://example.org/x", {}, [("contact", 1)]),
    "an address that runs": ("contact: 'javascript:alert(1)'", {}, [("contact", 1)]),
    "a forge without repository": ("forge: https://github.com/", {}, [("forge", 1)]),
    "a forge with a password": ("forge: https://me:secret@github.com/a/b", {}, [("forge", 1)]),
    "no branch": ("branch: a..b", {}, [("branch", 1)]),
    "a logo elsewhere": ("logo: ../logo.png", {}, [("logo-place", 1)]),
    "a logo of another site": ("logo: https://example.org/logo.png", {}, [("logo-place", 1)]),
    "a colon in a text": ("name: ملف: أول", {"name": "ملف: أول"}, [("colon", 1)]),
    "held back texts": ("publish: excerpt", {"publish": "excerpt"}, []),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line_and_costs_no_other_setting(name: str) -> None:
    text, wanted, told = FAULTS[name]
    settings, problems = parse_settings(text)
    assert [(p.rule.removeprefix("settings-"), p.line) for p in problems] == told
    given = settings.model_dump(exclude_defaults=True)
    assert {key: value for key, value in given.items() if key != "colours"} == wanted
    for problem in problems:
        assert problem.file == "dossier.yml"
        for language in ("ar", "en"):
            said = dossiers.LEXICON.wording.tell(problem, language).said
            assert all(
                value in said for key, value in problem.values if key in ("key", "value", "nearest") and value != "…"
            )


GOOD: Mapping[str, tuple[str, Any]] = {
    "colours: {primary: #abc, accent: #0a566a}": ("colours", {"primary": "#aabbcc", "accent": "#0a566a"}),
    "colours:\n  primary: 0A566A": ("colours", {"primary": "#0a566a", "accent": None}),
    "list_length: ٥٠": ("list_length", 50),
    "digits:arabic": ("digits", "arabic"),
    "search_examples: نفط، غاز": ("search_examples", ("نفط", "غاز")),
    "search_examples: ['\"خام برنت\"']": ("search_examples", ('"خام برنت"',)),
    "contact: mailto:desk@example.org": ("contact", "desk@example.org"),
    "contact: https://example.org/about/": ("contact", "https://example.org/about"),
    "forge: https://gitlab.com/a/b/c.git": ("forge", "https://gitlab.com/a/b/c"),
    "branch: feature/one": ("branch", "feature/one"),
    "logo: ./assets/a b.png": ("logo", "a b.png"),
    "logo: شعار.svg": ("logo", "شعار.svg"),
    "\ufeffname: ملف": ("name", "ملف"),
    "name: ملف\r\nfooter: x": ("name", "ملف"),
    "months: levant # كما في الشام": ("months", "levant"),
}


@pytest.mark.parametrize("text", GOOD)
def test_what_people_type_is_understood(text: str) -> None:
    key, value = GOOD[text]
    settings, problems = parse_settings(text)
    assert settings.model_dump()[key] == value and problems == ()


def test_the_description_is_the_subject_unless_one_is_given() -> None:
    assert parse_settings("subject: جملة")[0].described == "جملة"
    assert parse_settings("subject: جملة\ndescription: سطر")[0].described == "سطر"


WORDS = load_explanations(DATA)


def test_every_setting_is_explained_in_both_languages() -> None:
    assert set(WORDS) == set(Settings.model_fields)
    for words in WORDS.values():
        assert re.search("[\u0621-\u064a]", words.ar) and words.en[0].isascii() and words.en != words.ar


def test_the_explained_file_is_one_and_so_is_each_of_its_examples() -> None:
    given = {"name": "ملف: أول", "search_examples": ["نفط"]}
    text = explained(Settings, WORDS, given)
    settings, problems = parse_settings(text)
    assert (settings.model_dump(exclude_defaults=True), problems) == (
        {"name": "ملف: أول", "search_examples": ("نفط",)},
        (),
    )
    keys = "|".join((*Settings.model_fields, *(f" +{name}" for name in Colours.model_fields)))
    opened = re.sub(rf"^# (?=(?:{keys}):)", "", explained(Settings, WORDS), flags=re.MULTILINE)
    settings, problems = parse_settings(opened)
    assert problems == () and settings.colours.accent and settings.logo == "logo.png"
    assert all(re.search(rf"^{key}:", opened, re.MULTILINE) for key in Settings.model_fields)


def test_the_schema_says_what_each_setting_is_for() -> None:
    said = settings_schema()["properties"]
    assert set(said) == set(Settings.model_fields)
    assert all(WORDS[key].ar in said[key]["description"] for key in said)
    assert said["months"]["enum"] and said["list_length"]["maximum"]


@pytest.mark.parametrize("key", ["name", "subject", "description", "footer"])
def test_a_name_withheld_in_a_sentence_is_masked(tmp_path: Path, key: str) -> None:
    files = {"dossier.yml": f"{key}: عن كريم العلي وحده", "good.yml": "withhold: [كريم العلي]"}
    settings = dossiers.desk(dossiers.folder(tmp_path, {"good.txt": dossiers.ARTICLE, **files})).settings
    assert getattr(settings, key) == "عن [حُجب الاسم] وحده"


def test_an_address_or_example_with_a_withheld_name_is_dropped(tmp_path: Path) -> None:
    said = (
        "search_examples: [كريم العلي, نفط]\ncontact: karim.alali@example.org\nbranch: karim-alali\n"
        "forge: https://github.com/karim-alali/x\nnam: كريم العلي\nmonths: كريم العلي\nlogo: كريم العلي.png\n"
    )
    files = {"good.txt": dossiers.ARTICLE, "dossier.yml": said, "good.yml": "withhold: [كريم العلي]"}
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    assert desk.settings.model_dump(exclude_defaults=True) == {"search_examples": ("نفط",)}
    assert "كريم" not in str([p for p in desk.catalogue.problems if p.file == "dossier.yml"])


def test_no_half_of_a_withheld_name_is_told(tmp_path: Path) -> None:
    said = f"digits: {'x ' * 26}كريم العلي وغيره ممن كتبوا\nmonths: {'x' * 50} كريم العلي"
    files = {"good.txt": dossiers.ARTICLE, "dossier.yml": said, "good.yml": "withhold: [كريم العلي]"}
    problems = dossiers.desk(dossiers.folder(tmp_path, files)).catalogue.problems
    assert len([p for p in problems if p.file == "dossier.yml"]) == 2 and "كريم" not in str(problems)


def test_settings_that_are_no_text_are_told_as_settings(tmp_path: Path) -> None:
    made = dossiers.folder(tmp_path, {"good.txt": dossiers.ARTICLE, "dossier.yml": bytes(range(256))})
    assert dossiers.rules(made)["dossier.yml"] == ["settings-undecodable"]
    assert len(dossiers.desk(made).catalogue.entries) == 1
