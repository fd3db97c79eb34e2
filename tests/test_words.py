"""No sentence stands in code, scripts, templates or the engine's settings: each is a message of data/wording/."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.place import ASSETS, CONFIG
from tests import five

pytestmark = pytest.mark.dear

GENERATOR = five.ROOT / "generator"
SOURCES = sorted(GENERATOR.rglob("*.py"))
TEMPLATES = sorted(path for path in (five.ROOT / "templates").rglob("*.*") if path.suffix in (".j2", ".html"))
# What readers see is made by these; forms.js, stems.js, text.js and the like know Arabic as data/language/ does.
SEARCHING = (
    "address.js",
    "asker.js",
    "facets.js",
    "first.js",
    "main.js",
    "messages.js",
    "narrowing.js",
    "notice.js",
    "numeral.js",
    "page.js",
    "results.js",
    "search.js",
    "snippets.js",
    "worker.js",
)
SHOWN = (*(ASSETS / "search" / name for name in SEARCHING), *sorted((ASSETS / "scripts").glob("*.js")))

ARABIC = re.compile("[\u0600-\u06ff«»]")
TWO_WORDS = re.compile("[\u0621-\u064a]{2,}[^\u0621-\u064a|()\\[\\]]* +[^\u0621-\u064a|()\\[\\]]*[\u0621-\u064a]{2,}")
# No words: signs that an excerpt is not to end with, digits that a dossier may write numbers in, of patterns, of names.
SIGNS = {"،,؛:.", "٠١٢٣٤٥٦٧٨٩", "/|?{}،", "«"}
# Rooms that read Arabic know its letters and endings; whatever makes pages and tells of them says nothing by itself.
READING = ("reading", "lexicon", "source", "clean", "facts", "catalogue", "check", "model", "search")


@cache
def parsed(path: Path) -> ast.Module:
    """A module as code."""
    return ast.parse(path.read_text("utf-8"))


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a module but for its docstrings, with its line."""
    tree = parsed(path)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_of_its_own(path: Path) -> None:
    """To mend it: `say("KEY")` in pages/, `lang.t("X")` in theme/ with `frame.X`; the words in wording/interface/."""
    assert ARABIC.findall(re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)) == []


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
def test_a_script_says_nothing_of_its_own(path: Path) -> None:
    """To mend it: a message search.X in wording/interface/, handed to the script by its page."""
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert ARABIC.findall(code) == []


def test_the_settings_of_the_engine_say_nothing() -> None:
    """To mend it: what the engine has to be told is told by the build, from wording/interface/."""
    assert ARABIC.findall(re.sub("#.*", "", CONFIG.read_text("utf-8"))) == []


def test_no_arabic_that_a_reader_sees_stands_in_code() -> None:
    """To mend it: a message in data/wording/interface/ar/, said by `desk.say("KEY")`."""
    kinds = {path: TWO_WORDS if path.relative_to(GENERATOR).parts[0] in READING else ARABIC for path in SOURCES}
    held = [(path.name, line, text) for path in SOURCES for line, text in texts(path) if kinds[path].search(text)]
    assert [each for each in held if each[2] not in SIGNS] == []


# What shows something, and what ends a command; the arguments of each are looked at, however deep.
TELLING = re.compile(r"(?:^|\.)(?:echo|print|status|secho|UsageError|BadParameter|ClickException|Text)$|Error$")
OPTIONS = {"help", "short_help", "epilog", "show_default", "metavar"}
SENTENCE = re.compile(r"[A-Za-z']{2,}[,;:]? [a-z']{1,}[,;:]? [a-z']{1,}")
# Faults of the program's own data and of values within a YAML record, told to whoever changes that data, beside what
# pydantic says in English: the catalogue itself may be what is broken, so they do not lean on it.
OWN_DATA = {"LexiconError", "ValueError", "PydanticCustomError", "TypeError"}


def told(path: Path) -> Iterator[tuple[int, str]]:
    """What a module hands to something that tells it, with the line."""
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        given: list[ast.expr] = [x.value for x in node.keywords if x.arg in OPTIONS]
        if TELLING.search(name) and name not in OWN_DATA:
            given += [*node.args, *(x.value for x in node.keywords)]
        for value in given:
            yield from (
                (x.lineno, x.value) for x in ast.walk(value) if isinstance(x, ast.Constant) and isinstance(x.value, str)
            )


def test_no_sentence_for_the_terminal_stands_in_code() -> None:
    """To mend it: a key of data/wording/terminal/*.yml, in Arabic and English, with file, line and remedy.

    Help of a command is `command.NAME`, of an option `option.NAME`; what ends a command is a CommandError("KEY", …);
    anything else `words_here().say("KEY", …)`.
    """
    held = [(path.name, line, text) for path in SOURCES for line, text in told(path)]
    assert [each for each in held if SENTENCE.search(each[2])] == []
