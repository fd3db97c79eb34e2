"""What a terminal says: help, faults and results from the catalogue, in English or, by choice, in Arabic."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.desk.terminal import LANGUAGES, sentence, terminal_words
from generator.facts.table import FIELDS
from generator.lexicon.wording import plural_forms
from generator.model import LEVELS
from generator.model.fault import CommandError
from generator.site.publish import PublishError, UnsafeError
from tests import dossiers, five
from tests.lexicon.test_wording import COUNTS, all_fields, fields, is_said

pytestmark = pytest.mark.dear

of_words = pytest.mark.lexicon("wording")

ARABIC, ENGLISH = terminal_words("ar"), terminal_words("en")
LETTER = re.compile("[\u0621-\u064a]")
SOURCES = sorted((five.ROOT / "generator").rglob("*.py"))


def run(*arguments: str, **given: str) -> str:
    done = CliRunner().invoke(main, arguments, env=given)
    return done.output


@of_words
def test_both_languages_say_the_same_with_the_same_values() -> None:
    assert ARABIC.messages.keys() == ENGLISH.messages.keys()
    for key, english in ENGLISH.messages.items():
        arabic = ARABIC.forms(key)
        assert all_fields(arabic) - {"n"} == all_fields(english) - {"n"}, key
        assert isinstance(arabic, str) == isinstance(english, str), key
        assert not LETTER.search(str(english)), key
        words = re.search("[A-Za-z]", re.sub(r"\{\w+\}|\\n", "", str(english)))
        assert LETTER.search(str(arabic)) or not words, key


@of_words
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", COUNTS)
def test_every_count_is_told_in_the_form_that_its_number_has(count: int, language: str) -> None:
    words = terminal_words(language)
    for key, forms in words.messages.items():
        if not isinstance(forms, str):
            assert set(forms) == set(plural_forms(language))
            assert ("{n}" in forms["other"]) and words.say(key, count) in {
                form.format(n=count) for form in forms.values()
            }
    assert words.say("count.error", count) != words.say("count.note", count)


@of_words
def test_a_thing_is_counted_as_each_language_counts() -> None:
    assert [ENGLISH.say("count.error", n) for n in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]
    told = ["لا أخطاء", "خطأ واحد", "خطآن", "3 أخطاء", "11 خطأ", "100 خطأ"]
    assert [ARABIC.say("count.error", n) for n in (0, 1, 2, 3, 11, 100)] == told


def commands() -> Iterator[tuple[str, click.Command]]:
    yield "mujaz", main
    yield from main.commands.items()


@of_words
@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[name for name, _ in commands()])
def test_a_command_and_each_option_has_its_help_in_the_catalogue(name: str, command: click.Command) -> None:
    """To mend it: `command.NAME`, `option.NAME` or `option.COMMAND.NAME` in wording/terminal/commands.yml, twice."""
    assert f"command.{name}" in ENGLISH.messages
    shown = [x for x in command.params if isinstance(x, click.Option) and not x.hidden and x.name]
    keys = [str(x.name).strip("_").replace("_", "-") for x in shown]
    assert [
        k for k in keys if f"option.{k}" not in ENGLISH.messages and f"option.{name}.{k}" not in ENGLISH.messages
    ] == []


@of_words
def test_no_help_is_for_a_command_or_option_that_is_not_there() -> None:
    known = {"option.help"}
    for name, command in commands():
        known.add(f"command.{name}")
        keys = [str(x.name).strip("_").replace("_", "-") for x in command.params]
        known |= {f"option.{key}" for key in keys} | {f"option.{name}.{key}" for key in keys}
    assert [key for key in ENGLISH.messages if key.startswith(("command.", "option.")) and key not in known] == []


def test_help_is_in_english_and_by_choice_in_arabic() -> None:
    for arguments, variable, words in (
        (["--help"], "", ENGLISH),
        (["--help"], "fr", ENGLISH),
        (["--help"], "ar", ARABIC),
        (["--help", "--language", "ar"], "", ARABIC),
        (["--language=ar", "--help"], "en", ARABIC),
        (["--language", "en", "--help"], "ar", ENGLISH),
    ):
        said = run(*arguments, MUJAZ_LANGUAGE=variable if variable != "fr" else "")
        assert words.say("command.site") in said and words.say("option.help") in said
        assert bool(LETTER.search(said)) == (words.language == "ar")
    for name in main.commands:
        assert ARABIC.say(f"command.{name}").split()[1] in run("--language", "ar", name, "--help")


def test_a_language_that_there_is_not_is_refused_as_a_value() -> None:
    assert "'fr' is not one of 'en', 'ar'" in run("--language", "fr", "site")
    assert "'fr' is not one of 'en', 'ar'" in run("site", MUJAZ_LANGUAGE="fr")


def test_a_fault_is_told_in_the_language_of_the_terminal(tmp_path: Path) -> None:
    place = str(tmp_path)
    assert run("site", "--seeds", place).startswith(f"mujaz: {place} holds no text (NAME.txt)")
    assert run("--language", "ar", "site", "--seeds", place).startswith(f"mujaz: ليس في {place} نص")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_build_made_is_told_in_the_language_of_the_terminal(tmp_path: Path, language: str) -> None:
    seeds = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": "date: soon\n", "b.txt": ""})
    said = run("--language", language, "generate", "--seeds", str(seeds), "--docs", str(tmp_path / "docs"))
    words = terminal_words(language)
    assert words.say("count.articles", 1) in said and words.say("count.error", 2) in said
    assert f"\n{words.say('level.error')}: a.yml:1: " in f"\n{said}"
    assert (ARABIC.say("level.error") in said) == (language == "ar")
    assert (ENGLISH.say("level.error") in said) == (language == "en")


def test_explain_and_summary_name_their_rows_in_the_language_of_the_terminal(tmp_path: Path) -> None:
    file = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE}) / "a.txt"
    assert "\nجهة النشر      غير معروف" in run("--language", "ar", "explain", str(file))
    assert "\noutlet         unknown" in run("explain", str(file))
    assert "| الحقل | الآن | من قبل |" in run("--language", "ar", "summary", "--base", str(tmp_path), str(file))


def test_an_error_of_the_system_is_told_with_a_remedy() -> None:
    assert sentence(FileNotFoundError(2, "No such file", "x.txt"), ENGLISH).startswith("x.txt: No such file; see that")
    assert "No space left; see to" in sentence(OSError(28, "No space left"), ENGLISH)


def test_a_broken_catalogue_is_told_by_its_file_and_a_missing_sentence_by_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no.such.key" in sentence(CommandError("no.such.key", file="x"), ENGLISH)
    assert "site.is-file" in sentence(CommandError("site.is-file"), ENGLISH)
    monkeypatch.setattr("generator.desk.terminal.DATA", tmp_path)
    (tmp_path / "wording/terminal").mkdir(parents=True)
    (tmp_path / "wording/terminal/commands.yml").write_text("command.mujaz: [", "utf-8")
    terminal_words.cache_clear()
    done = CliRunner().invoke(main, ["site"])
    terminal_words.cache_clear()
    assert done.exit_code == 2 and done.output.startswith("mujaz: ") and "commands.yml" in done.output


def test_a_fault_of_a_worker_process_comes_whole() -> None:
    for error in (PublishError("site.is-file", site=Path("x")), UnsafeError(())):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own
        assert (type(again), again.message, again.values) == (type(error), error.message, error.values)
    assert str(PublishError("site.is-file", site=Path("x"))) == "site.is-file: x"


@of_words
def test_every_message_of_the_terminal_is_said_and_every_level_and_field_is_named() -> None:
    ends = ("command.", "option.", "default.", "field.")
    assert [key for key in ENGLISH.messages if not is_said(key) and not key.startswith(ends)] == []
    assert all(f"level.{level}" in ENGLISH.messages and f"count.{level}" in ENGLISH.messages for level in LEVELS)
    named = [x for x in FIELDS if x.one]
    assert {key for key in ENGLISH.messages if key.startswith("field.")} == {
        f"field.{x.name.replace('_', '-')}" for x in named
    }
    assert all(f"fact.{x.one}" in ENGLISH.messages for x in named if x.says)


def faults() -> Iterator[tuple[str, str, set[str]]]:
    """Where something ends a command: file and line, the message's key, the names of its values."""
    kinds = {"CommandError", *(x.__name__ for x in subclasses(CommandError))}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    names = {x.arg for x in node.keywords if x.arg}
                    open_ended = any(x.arg is None for x in node.keywords)
                    yield f"{path.name}:{node.lineno}", str(key.value), names | ({"*"} if open_ended else set())


def subclasses(kind: type[CommandError]) -> Iterator[type[CommandError]]:
    for each in kind.__subclasses__():
        yield each
        yield from subclasses(each)


def test_every_fault_has_a_sentence_with_the_values_that_it_is_given() -> None:
    found = list(faults())
    assert len(found) > 25
    for where, key, names in found:
        asked = fields(str(ENGLISH.messages.get(key, "")))
        assert key in ENGLISH.messages, (where, key)
        assert asked == names or ("*" in names and names - {"*"} <= asked), (where, key, asked, names)
