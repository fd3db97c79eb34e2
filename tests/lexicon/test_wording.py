"""Every message in every plural form, every problem in both languages, and nothing in the lists that nobody says."""

from __future__ import annotations

import ast
import re
import shutil
import string
from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.catalogue.points import REASONS
from generator.lexicon import LexiconError
from generator.lexicon.loading import read_mapping
from generator.lexicon.quality import AnswerCost
from generator.lexicon.wording import Message, Wording, load_terminal, load_wording, plural_forms
from generator.model import Problem
from generator.place import DATA
from tests import dossiers

pytestmark = pytest.mark.lexicon("wording")

WORDING = dossiers.LEXICON.wording
TERMINAL = {language: load_terminal(DATA, language) for language in ("ar", "en")}
COUNTS = {
    0: "zero",
    1: "one",
    2: "two",
    3: "few",
    10: "few",
    11: "many",
    99: "many",
    100: "other",
    101: "other",
    102: "other",
    103: "few",
    111: "many",
}
ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "generator").rglob("*.py"))
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.*") if path.suffix in (".j2", ".html"))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


PLURALS = sorted(key for key, value in WORDING.messages.items() if not isinstance(value, str))


@pytest.mark.parametrize("key", PLURALS)
def test_a_count_takes_the_form_that_arabic_gives_it(key: str) -> None:
    forms = WORDING.messages[key]
    assert not isinstance(forms, str)
    names = set().union(*(fields(form) for form in forms.values())) - {"n"}
    for count, form in COUNTS.items():
        said = WORDING.say(key, count=count, **dict.fromkeys(names, "اسم"))
        assert said == forms[form].format(n=count, **dict.fromkeys(names, "اسم"))
        assert (str(count) in said) == ("{n}" in forms[form])


@pytest.mark.parametrize("key", PLURALS)
def test_one_and_two_are_words_and_the_rest_have_their_number(key: str) -> None:
    forms = WORDING.messages[key]
    assert not isinstance(forms, str)
    assert not any("{n}" in forms[form] for form in ("zero", "one", "two"))
    assert all("{n}" in forms[form] for form in ("few", "many", "other")) or len(set(forms.values())) == 1


def test_articles_are_counted_as_arabic_counts_them() -> None:
    said = [WORDING.say("count.articles", count=n) for n in (0, 1, 2, 3, 11, 100, 103, 111)]
    assert said == ["لا مواد", "مادة واحدة", "مادتان", "3 مواد", "11 مادة", "100 مادة", "103 مواد", "111 مادة"]
    assert WORDING.say("count.themes.in", count=2) == "موضوعين"


def test_a_message_that_cannot_be_said_names_itself() -> None:
    """Somebody may have lost a file of wordings, or a brace in one."""
    broken = Wording("ar", {"odd": "{n", "strange": "{nobody}", "deep": "{n.x.y}"}, {}, {})
    for words, message in ((WORDING, "no.such.message"), (WORDING, "count.articles"), (WORDING, "date.after")):
        with pytest.raises(LexiconError, match=message):
            words.say(message)
    for message in broken.messages:
        with pytest.raises(LexiconError, match=message):
            broken.say(message, count=3)
    with pytest.raises(LexiconError, match="nearly-same"):
        broken.tell(Problem("note", "f", 1, "nearly-same"))
    with pytest.raises(LexiconError, match="nearly-same"):
        WORDING.tell(Problem("note", "f", 1, "nearly-same"))


def test_what_a_value_says_is_never_taken_for_a_place_to_fill() -> None:
    assert "{0} {x} %s" in WORDING.say("date.after", first="{0} {x} %s")
    told = WORDING.tell(Problem("note", "f", 1, "sidecar-unmatched", (("field", "{x}"), ("target", "{0.__class__}"))))
    assert "{0.__class__}" in told.message


@cache
def code() -> tuple[ast.AST, ...]:
    """All that the generator's code is made of: read when a test asks."""
    return tuple(node for path in SOURCES for node in ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def strings() -> frozenset[str]:
    """Every string in the code; what stands in braces of an f-string as a star."""
    return frozenset(_strings())


def _strings() -> Iterator[str]:
    for node in code():
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


IN_TEMPLATES = frozenset(
    key
    for path in TEMPLATES
    for key in re.findall(r"""(?:say\(["']|lang\.t\(["']mz\.)([^"']+)["']""", path.read_text("utf-8"))
)


# What was measured is data, and each has a name there.
QUALITY = dossiers.LEXICON.quality
MEASURED = frozenset(
    {
        *AnswerCost.model_fields,
        *QUALITY.sets,
        *(name for x in QUALITY.figures for name in (x.data, x.id.partition(".")[2])),
    }
)
# So are the trades that speakers are of, and the reasons by which points are chosen.
TRADES = frozenset({*dossiers.LEXICON.institutions.groups, *(reason.name for reason in dataclass_fields(REASONS))})


@cache
def patterns() -> tuple[str, ...]:
    return tuple(s for s in strings() if "*" in s and s.strip("*") and re.fullmatch(r"[a-z*.-]+", s))


def is_said(key: str) -> bool:
    """True for a key that stands in code or a template, whole or put together of parts that do."""
    if key in strings() or key in IN_TEMPLATES or key in MEASURED | TRADES:
        return True
    found = (re.fullmatch(re.escape(s).replace(r"\*", "(.+)"), key) for s in patterns())
    return any(match and all(map(is_said, match.groups())) for match in found)


def test_every_message_is_said_somewhere() -> None:
    """What the theme says is held against the theme in tests/site/test_theme.py."""
    assert [key for key in WORDING.messages if not is_said(key) and not key.startswith("frame.")] == []


def test_every_message_that_is_said_exists() -> None:
    assert sorted(IN_TEMPLATES - set(WORDING.messages)) == []
    said = re.compile(r"""\bsay\(\s*["']([a-z.-]+)["']""")
    in_code = {key for path in SOURCES for key in said.findall(path.read_text("utf-8"))}
    assert sorted(in_code - set(WORDING.messages) - set(TERMINAL["en"].messages)) == []


def problem_rules() -> set[str]:
    """The rules that code gives to problems: the fourth argument, or what stands for it."""
    found = set()
    for node in code():
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Problem"
            and len(node.args) > 3
        ):
            found |= {
                n.value for n in ast.walk(node.args[3]) if isinstance(n, ast.Constant) and isinstance(n.value, str)
            }
    return {rule for rule in found if rule.strip("-") and not rule.endswith("-")}


def test_every_problem_has_its_words() -> None:
    assert sorted(problem_rules() - set(WORDING.problems)) == []


def test_every_wording_of_a_problem_is_used() -> None:
    partly = [s.replace("*", "[a-z-]+") for s in strings() if re.fullmatch(r"[a-z]+-\*", s)]
    unused = [r for r in WORDING.problems if r not in strings() and not any(re.fullmatch(p, r) for p in partly)]
    assert unused == []


@pytest.mark.parametrize("rule", sorted(WORDING.problems))
def test_both_languages_tell_the_same(rule: str) -> None:
    both = WORDING.problems[rule]
    assert fields(both.ar.message + both.ar.remedy) == fields(both.en.message + both.en.remedy)
    assert re.search("[\u0621-\u064a]", both.ar.message) and re.search("[\u0621-\u064a]", both.ar.remedy)
    assert not re.search("[\u0621-\u064a]", re.sub("«[^»]*»", "", both.en.message + both.en.remedy))
    assert both.ar.remedy.strip() and both.en.remedy.strip()


LANGUAGES = sorted(path.name for path in (DATA / "wording/interface").iterdir() if path.is_dir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_interface_says_the_same_messages_with_the_same_values(language: str) -> None:
    """A message that one lacks is a fault here, and never one that a reader meets."""
    other = load_wording(DATA, language)
    assert sorted(other.messages) == sorted(WORDING.messages)
    for key, forms in other.messages.items():
        assert isinstance(forms, str) == (key not in PLURALS), key
        assert all_fields(forms) == all_fields(WORDING.messages[key]), key


def all_fields(message: Message) -> set[str]:
    """The names that stand in a message, in whichever form."""
    return set().union(*map(fields, [message] if isinstance(message, str) else message.values()))


@pytest.mark.parametrize("language", ["ar", "en", "fa", "fr", "he", "ckb", "zh"])
def test_a_language_needs_the_forms_that_cldr_gives_it(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "wording/interface" / language
    folder.mkdir(parents=True)
    (tmp_path / "language").mkdir()
    shutil.copy(DATA / "language/letters.yml", tmp_path / "language")
    own = dict.fromkeys(plural_forms(language), "{n}")
    (folder / "x.yml").write_text(yaml.safe_dump({"x": own}), "utf-8")
    assert [load_wording(tmp_path, language).say("x", n) for n in COUNTS] == [str(n) for n in COUNTS]
    for forms in ({}, {**own, "odd": "x"}, {**own, "other": 3}, {"other": "x"} if len(own) > 1 else {"one": "x"}):
        (folder / "x.yml").write_text(yaml.safe_dump({"x": forms}), "utf-8")
        with pytest.raises(LexiconError, match=r"x\.yml: x: a string, or the forms"):
            load_wording(tmp_path, language)


def test_no_message_is_told_twice(tmp_path: Path) -> None:
    """A key in two files would say what the last one says, whichever that is; one twice in a file its last."""
    shutil.copytree(DATA / "wording", tmp_path / "wording")
    (tmp_path / "wording/interface/ar/zz.yml").write_text("site.name: x\n", "utf-8")
    with pytest.raises(LexiconError, match=r"zz\.yml: site\.name: pages\.yml has this message too"):
        load_wording(tmp_path)
    for path in (DATA / "wording").rglob("*.yml"):
        keys = re.findall(r"^[a-z][\w.-]*(?=:)", path.read_text("utf-8"), re.MULTILINE)
        assert sorted(keys) == sorted(set(keys)), path
    rules = [rule for path in (DATA / "wording/problems").glob("*.yml") for rule in read_mapping(path)]
    assert sorted(rules) == sorted(set(rules))


def test_no_arrow_stands_in_the_interface() -> None:
    """Arrows do not mirror."""
    for key, value in WORDING.messages.items():
        forms = [value] if isinstance(value, str) else list(value.values())
        assert not any(re.search("[←→⇐⇒➡⬅<>]", form) for form in forms), key


def test_wording_is_a_value() -> None:
    assert isinstance(WORDING, Wording)


def test_a_name_is_spelled_once_for_all_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for again, and of another wording: the first is not spelled anew, the second by its own letters."""
    one, other = replace(WORDING), replace(WORDING, letters={"غ": "x"})
    told = one.address_part("غزة"), other.address_part("غزة")
    assert told[0] != told[1] and told[0].rpartition("-")[2] == told[1].rpartition("-")[2]
    monkeypatch.setattr("generator.lexicon.wording.spell", lambda *_: pytest.fail("spelled again"))
    assert (one.address_part("غزة"), other.address_part("غزة")) == told
