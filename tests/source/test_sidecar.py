"""Sidecars: forgiving in what people type, exact in what is reported, and never the way by which a name gets out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.table import SIDECAR
from generator.model import Problem, Sidecar
from generator.site.files import schema_file
from generator.source.sidecar import parse_sidecar
from tests import dossiers

THEMES = {id_: dossiers.LEXICON.themes.by_id[id_] for id_ in ("prisons", "camps", "displaced")}
SCHEMA = json.loads(schema_file(SIDECAR.model_json_schema()))


def parse(text: str | None) -> tuple[Sidecar, tuple[Problem, ...]]:
    return parse_sidecar("a.yml", text, THEMES, dossiers.LEXICON.withholding.protection, SIDECAR)


def told(text: str | None) -> list[tuple[str, int | None]]:
    return [(problem.rule, problem.line) for problem in parse(text)[1]]


def read(text: str) -> Sidecar:
    sidecar, problems = parse(text)
    assert not problems, problems
    return sidecar


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("title: خطة جديدة", "title", "خطة جديدة"),
        ("title:   خطة   جديدة  ", "title", "خطة جديدة"),
        ("title:خطة", "title", "خطة"),
        ("title:\u00a0خطة", "title", "خطة"),
        ("title:\tخطة", "title", "خطة"),
        ("title: “خطة: جديدة”", "title", "خطة: جديدة"),
        ("title: «خطة»", "title", "خطة"),
        ("title: «خطة» بعد «خطة»", "title", "«خطة» بعد «خطة»"),
        ("title: 'خطة: جديدة'", "title", "خطة: جديدة"),
        ('title: "خطة # جديدة"', "title", "خطة # جديدة"),
        ("title: @خبر", "title", "@خبر"),
        ("title: 2021", "title", "2021"),
        ("title: true", "title", "true"),
        ("title: >\n  خطة\n  جديدة", "title", "خطة جديدة"),
        ("title: a\r", "title", "a"),
        ("\ufefftitle: خطة", "title", "خطة"),
        ("date: 2021", "date", "2021"),
        ("date: ٢٠٢١-٠٣-٣٠", "date", "2021-03-30"),
        ("date: ۲۰۲۱/۳/۵", "date", "2021-3-5"),
        ("date: 2021-03-30", "date", "2021-03-30"),
        ("date: “2021”", "date", "2021"),
        ("url: https://example.org/a?b=c#d", "url", "https://example.org/a?b=c#d"),
        ("address: camp-2021", "address", "camp-2021"),
        ("themes: prisons", "themes", ("prisons",)),
        ("themes: [prisons، camps]", "themes", ("prisons", "camps")),
        ("themes: [“prisons”]", "themes", ("prisons",)),
        ("themes: []", "themes", ()),
        ("themes:\n- prisons\n- camps", "themes", ("prisons", "camps")),
        ("publish: no", "publish", False),
        ("hidden: yes", "hidden", True),
        ("withhold: سمير الحسن", "withhold", ("سمير الحسن",)),
        ("withhold: سمير الحسن، نور", "withhold", ("سمير الحسن", "نور")),
        ("withhold: [سمير الحسن، نور]", "withhold", ("سمير الحسن", "نور")),
        ("withhold:\n  سمير الحسن\n  نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: سمير الحسن\n  نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: |\n  سمير الحسن\n  نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: >-\n  سمير الحسن\n  نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold:\n  • سمير الحسن\n  • نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: • سمير الحسن • نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: سمير الحسن / نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: سمير الحسن/نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: سمير الحسن | نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: سمير الحسن – نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold: [سمير الحسن / نور سالم]", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold:\n  1. سمير الحسن\n  2. نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold:\n  ١- سمير الحسن\n  ٢- نور سالم", "withhold", ("سمير الحسن", "نور سالم")),
        ("withhold:\n  – سمير الحسن؛\n  – نور سالم.", "withhold", ("سمير الحسن", "نور سالم.")),
        ("withhold:\n- سمير الحسن\n- نور\n  سالم", "withhold", ("سمير الحسن", "نور", "سالم")),
        ("withhold: 'سمير\n  الحسن'", "withhold", ("سمير الحسن",)),
        ("withhold: [Jean-Luc O'Neil, سعد-الدين]", "withhold", ("Jean-Luc O'Neil", "سعد-الدين")),
        ("withhold: [{name: نور، سالم, confirm: true}]", "withhold", ("نور", "سالم")),
        ("themes:\n  prisons\n  camps", "themes", ("prisons", "camps")),
        ("note: '#1'", "note", "#1"),
        ("# كلام\n---\ntitle: خطة", "title", "خطة"),
    ],
)
def test_what_people_type_is_understood(text: str, field: str, value: object) -> None:
    said = read(text)
    assert (tuple(x.name for x in said.withheld) if field == "withhold" else getattr(said, field)) == value


@pytest.mark.parametrize("value", ["خطة: جديدة", "خطة:", "خطة # جديدة"])
def test_an_unquoted_colon_is_forgiven_with_the_remedy_in_both_languages(value: str) -> None:
    sidecar, (problem,) = parse(f"date: 2021\ntitle: {value}")
    assert (sidecar.title, sidecar.date) == (value, "2021")
    assert (problem.rule, problem.line, problem.level) == ("sidecar-colon", 2, "note")
    for language in ("ar", "en"):
        assert f'title: "{value}"' in dossiers.LEXICON.wording.tell(problem, language).remedy


def test_a_colon_in_a_correction_is_forgiven_too() -> None:
    sidecar, _ = parse("facts:\n  people:\n    - add: سمير\n      role: وزير: سابق")
    assert sidecar.facts.of("people")[0].role == "وزير: سابق"


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("\ntitel: خطة", "sidecar-unknown-key", 2),
        ("themes: [camps, prisns]", "sidecar-unknown-theme", 1),
        ("themes:\n- camps\n- prisns", "sidecar-unknown-theme", 3),
        ("\nxqzv: خطة", "sidecar-strange-key", 2),
        ("themes: [camps, xqzv]", "sidecar-strange-theme", 1),
        ("date: غدًا", "sidecar-date", 1),
        ("date: 2021-02-31", "sidecar-date", 1),
        ("date: 0000", "sidecar-date", 1),
        ("date: [2021]", "sidecar-date", 1),
        ("url: javascript:alert(1)", "sidecar-url", 1),
        ("url: http://[", "sidecar-url", 1),
        ("url: https://", "sidecar-url", 1),
        ("url: 'https://x/\"onload='", "sidecar-url", 1),
        ("address: ../x", "sidecar-address", 1),
        ("address: index.html", "sidecar-address", 1),
        ("address: مادة", "sidecar-address", 1),
        ("title: ''", "sidecar-value", 1),
        ("title: [a]", "sidecar-value", 1),
        ("title: {a: b}", "sidecar-value", 1),
        ("title: a\ndate: 2021\ntitle: b", "sidecar-duplicate", 3),
        ("title: a\n  b: c", "sidecar-syntax", 2),
        ('title: "a', "sidecar-quote", 1),
        ('title: "a\noutlet: "b"', "sidecar-quote", 1),
        ("date: 2021\nthemes: [a,\n  b", "sidecar-syntax", 2),
        ("title: [a", "sidecar-syntax", 1),
        ("a: b\n---\nc: d", "sidecar-syntax", 2),
        ("note: a\x01b", "sidecar-syntax", 1),
        ("a: &x b\nc: *x", "sidecar-feature", 1),
        ("title: !!python/object/apply:os.system [id]", "sidecar-feature", 1),
        ("title: !breaking خبر", "sidecar-feature", 1),
        ("a: " + "[" * 40 + "]" * 40, "sidecar-feature", 1),
        ("- title", "sidecar-shape", 1),
        ("title", "sidecar-shape", 1),
        ("date: 2021\n? [a]\n: b", "sidecar-shape", 2),
        ("facts: 3", "sidecar-correction", 1),
        ("facts:\n  people:\n  - name: سمير", "sidecar-correction", 3),
        ("facts:\n  people:\n  - add: a\n    remove: b", "sidecar-correction", 3),
        ("facts:\n  peple: []", "sidecar-unknown-key", 2),
        ("facts:\n  quotes:\n  - set: a\n    speeker: b", "sidecar-unknown-key", 4),
        ("facts:\n  figures:\n  - set: a\n    value: كثير", "sidecar-number", 4),
        ("facts:\n  figures:\n  - set: a\n    value: nan", "sidecar-number", 4),
        ("facts:\n  date: {not_before: 31 فبراير}", "sidecar-date", 2),
        ("facts:\n  date: {not_befor: 2021}", "sidecar-unknown-key", 2),
    ],
)
def test_each_fault_names_its_line(text: str, rule: str, line: int) -> None:
    assert (rule, line) in told(text)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("titel: x", "title"),
        ("Title: x", "title"),
        ("autor: x", "author"),
        ("themes: [prison]", "prisons"),
        ("facts:\n  quots: []", "quotes"),
        ("facts:\n  quotes:\n  - set: a\n    speeker: b", "speaker"),
    ],
)
def test_a_fault_names_the_nearest_valid_word(text: str, nearest: str) -> None:
    assert dict(parse(text)[1][0].values)["nearest"] == nearest


def test_one_bad_key_never_costs_the_others() -> None:
    sidecar, problems = parse("titel: x\nauthor: كاتبة\ndate: غدًا\noutlet: صحيفة\nthemes: [nothing, camps]")
    assert (sidecar.author, sidecar.outlet, sidecar.themes, sidecar.publish) == ("كاتبة", "صحيفة", ("camps",), True)
    assert len(problems) == 3


def test_one_bad_correction_never_costs_the_others() -> None:
    sidecar, problems = parse(
        "facts:\n  people:\n  - remove: سمير\n  - bogus: 1\n  - add: نور\n  quots: [x]\n  slips: [كلمة]"
    )
    assert [c.target for c in sidecar.facts.of("people")] == ["سمير", "نور"]
    assert sidecar.facts.slips == ("كلمة",)
    assert {p.line for p in problems} == {4, 6}


def test_themes_of_which_none_exists_leave_those_of_the_text() -> None:
    assert parse("themes: [nothing]")[0].themes is None


def test_a_single_correction_needs_no_list() -> None:
    sidecar = read(
        "facts:\n  outlet: {set: صحيفة, name: جريدة}\n  figures:\n    set: ألفا\n    value: ٢٬٠٠٠\n  slips: كلمة"
    )
    assert sidecar.facts.of("outlet")[0].name == "جريدة"
    assert sidecar.facts.of("figures")[0].value == 2000
    assert sidecar.facts.slips == ("كلمة",)


@pytest.mark.parametrize(
    "text",
    [
        "publish: لا",
        "publish: [x]",
        "hidden: ربما",
        "withhold:",
        "withhold: []\nwithhold: [سمير]",
        "withhold: {name: سمير}",
        "withhold: [سمير, '—']",
        "withhold: ['']",
        "withhold: [سمير, null]",
        "withhold: [سمير",
        "withhold: سمير: الحسن",
        "WITHHOLD: [سمير",
        "witholde: [سمير]",
        "witholde: [سمير]\npublish: true",
        "publsh: false",
        "with-hold: سمير",
        "Hidden: true",
        "- withhold: سمير",
        "withhold: &x [سمير]",
        "withhold: [سمير]\n" + "#" * 70_000,
        None,
    ],
)
def test_a_protection_that_cannot_be_understood_holds_the_article_back(text: str | None) -> None:
    sidecar, problems = parse(text)
    assert not sidecar.publish
    assert "sidecar-held" in [p.rule for p in problems]


@pytest.mark.parametrize("text", ["titel: x", "title: [a", "- a", "date: غدًا", "", "# كلام"])
def test_other_faults_hold_nothing_back(text: str) -> None:
    assert parse(text)[0].publish


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("private: true", "publish"),
        ("delete: true", "publish"),
        ("draft:", "publish"),
        ("draft: yes", "publish"),
        ("Private: true", "publish"),
        ("is_private: true", "publish"),
        ("do-not-publish: x", "publish"),
        ("removed: 2024", "publish"),
        ("secret: [سمير]", "publish"),
        ("visible: no", "publish"),
        ("online: false", "publish"),
        ("live: false", "publish"),
        ("show: لا", "publish"),
        ("مسودة: نعم", "publish"),
        ("لا تنشر: نعم", "publish"),
        ("الحذف: نعم", "publish"),
        ("noindex: true", "hidden"),
        ("hide: true", "hidden"),
        ("unlisted: true", "hidden"),
        ("إخفاء: نعم", "hidden"),
        ("redact: [سمير الحسن]", "withhold"),
        ("anonymize: سمير الحسن", "withhold"),
        ("names-to-mask: [سمير الحسن]", "withhold"),
        ("حجب: سمير الحسن", "withhold"),
        ("facts:\n  private: true", "publish"),
        ("facts:\n  people:\n  - add: سمير\n    redact: true", "withhold"),
    ],
)
def test_a_protection_under_another_word_holds_the_article_back_and_names_the_key(text: str, meant: str) -> None:
    sidecar, problems = parse(f"note: x\n{text}")
    assert not sidecar.publish
    told = next(p for p in problems if p.rule == "sidecar-other-word")
    assert dict(told.values)["meant"] == meant and told.line and told.line > 1
    assert all(word not in str(problems) for word in ("سمير", "الحسن"))
    for language in ("ar", "en"):
        assert f"{meant}:" in dossiers.LEXICON.wording.tell(told, language).remedy


@pytest.mark.parametrize("text", ["private: [a", "draft: {", "حجب: [سمير", "- delete: true", "is private: [x"])
def test_it_does_so_where_the_file_cannot_be_read_at_all(text: str) -> None:
    assert not parse(text)[0].publish


@pytest.mark.parametrize("text", ["publshr: x\nتاريخ: 2021", "source: x", "lang: ar", "tags: [a]", "العنوان: خطة"])
def test_a_key_that_protects_nothing_holds_nothing_back(text: str) -> None:
    assert parse(text.replace("publshr: x\n", ""))[0].publish


@pytest.mark.parametrize("key", ["سمير الحسن", "سمير", "Samir Hassan", "Karim", "hide Samir", "احجب سمير"])
def test_a_key_that_may_be_a_name_is_told_by_its_line_alone(key: str) -> None:
    _, problems = parse(f"note: x\n{key}: y")
    told = [dossiers.LEXICON.wording.tell(p, language).said for p in problems for language in ("ar", "en")]
    assert told and all(part not in said for said in told for part in ("سمير", "الحسن", "Samir", "Karim"))


def test_what_may_be_a_name_is_kept_though_its_neighbour_is_none() -> None:
    """The article is held back, and the name is hidden in the others all the same."""
    sidecar, _ = parse("withhold: [سمير الحسن, null, {name: نور, x: y}, '—']")
    assert [x.name for x in sidecar.withheld] == ["سمير الحسن", "نور"] and not sidecar.publish


def test_each_withheld_name_knows_its_line() -> None:
    sidecar = read("title: x\nwithhold:\n  سمير الحسن\n  نور سالم / هدى سالم\n")
    assert [(x.name, x.line) for x in sidecar.withheld] == [("سمير الحسن", 3), ("نور سالم", 4), ("هدى سالم", 4)]


def test_a_fault_in_a_withheld_name_does_not_tell_the_name() -> None:
    _, problems = parse("withhold: {سمير الحسن: x}")
    assert "سمير" not in str(problems)


@pytest.mark.parametrize("text", ["", "\n\n", "# كلام\n", "---\n", "null", "''"])
def test_an_empty_sidecar_is_a_note(text: str) -> None:
    assert told(text) == [("sidecar-empty", None)]


def test_line_ends_of_windows_count_as_one(tmp_path: Path) -> None:
    dossier = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": b"title: x\r\ntitel: y\r\n"})
    (problem,) = [p for p in dossiers.desk(dossier).catalogue.problems if p.file == "a.yml"]
    assert (problem.rule, problem.line) == ("sidecar-unknown-key", 2)


def test_a_small_file_never_becomes_a_large_value() -> None:
    """Nine lines of aliases would be a thousand million words."""
    laughs = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    laughs += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert told("\n".join(laughs)) == [("sidecar-feature", 1)]
    assert told("title: &a [*a]") == [("sidecar-feature", 1)]


def test_a_very_long_sidecar_is_refused_at_once() -> None:
    assert told("a: [" + "x, " * 100_000 + "]") == [("sidecar-too-large", None)]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_no_text_at_all_makes_it_fail(text: str) -> None:
    parse(text)


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["add", "name", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*SIDECAR.model_fields, "x"]), _JUNK, max_size=4))
def test_no_value_in_any_key_makes_it_fail(values: dict[str, Any]) -> None:
    parse(yaml.safe_dump(values, allow_unicode=True))


_WORDS = st.text(st.sampled_from("ابتثجح دذرز"), min_size=1, max_size=9).filter(str.strip)
_DATE = st.dates().map(str) | st.sampled_from(["2021", "2021-03", 2021])
_CORRECTION = st.builds(
    lambda operation, words, name: {operation: words, "name": name},
    st.sampled_from(["add", "set", "remove", "confirm"]),
    _WORDS,
    _WORDS,
)
_VALID = st.fixed_dictionaries(
    {},
    optional={
        "title": _WORDS,
        "outlet": _WORDS,
        "author": _WORDS,
        "note": _WORDS,
        "date": _DATE,
        "url": st.just("https://example.org/x"),
        "address": st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True),
        "themes": st.lists(st.sampled_from(sorted(THEMES))),
        "publish": st.booleans(),
        "hidden": st.booleans(),
        "withhold": st.lists(_WORDS, max_size=3),
        "facts": st.fixed_dictionaries(
            {},
            optional={
                "people": st.lists(_CORRECTION, max_size=2),
                "date": st.fixed_dictionaries({}, optional={"not_before": _DATE}),
            },
        ),
    },
)


_CHECKED = jsonschema.Draft202012Validator(SCHEMA)


@given(_VALID)
def test_what_the_published_schema_allows_is_accepted(values: dict[str, Any]) -> None:
    _CHECKED.validate(values)
    _, problems = parse(yaml.safe_dump(values, allow_unicode=True, sort_keys=False))
    assert [p.rule for p in problems if p.rule != "sidecar-empty"] == []


@pytest.mark.parametrize(
    "values",
    [
        {"titel": "x"},
        {"title": " "},
        {"date": "غدًا"},
        {"date": 21},
        {"url": "javascript:x"},
        {"address": "../x"},
        {"themes": "x"},
        {"publish": "maybe"},
        {"withhold": ["—"]},
        {"facts": {"peple": []}},
        {"facts": {"people": [{"bogus": "x"}]}},
        {"facts": {"date": {"not_before": "غدًا"}}},
    ],
)
def test_what_is_refused_the_published_schema_refuses_too(values: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(values, SCHEMA)


def test_the_published_schema_is_one_and_describes_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert all(field.get("description") for field in SCHEMA["properties"].values())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("٣٠/٣/٢٠٢١", "2021-03-30"), ("30.3.2021", "2021-03-30"), ("3/30/2021", "2021-03-30"), ("2021/3/30", "2021-3-30")],
)
def test_a_date_may_begin_with_its_day_where_the_order_is_plain(typed: str, meant: str) -> None:
    assert read(f"date: {typed}").date == meant


def test_a_date_whose_order_nothing_decides_is_told() -> None:
    """3/4/2021 is two different days for two readers."""
    assert told("date: 3/4/2021") == [("sidecar-date", 1)]


def test_a_theme_called_by_its_label_is_told_with_its_id() -> None:
    label = THEMES["prisons"].label
    ((rule, values),) = [(p.rule, dict(p.values)) for p in parse(f"themes: [{label}]")[1]]
    assert (rule, values["nearest"]) == ("sidecar-unknown-theme", "prisons")
