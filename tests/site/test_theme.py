"""What the theme says comes from the catalogue, whole: none of its own strings falls back to English."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from generator.lexicon.wording import Messages
from generator.place import ASSETS, THEME
from generator.site.theme import language_file, spoken
from tests import dossiers

pytestmark = pytest.mark.lexicon("wording")

WORDING = dossiers.LEXICON.wording
# Of MkDocs itself or of the place where a page stands, no words.
SETTINGS = {"language", "direction"}


def asked() -> set[str]:
    """What our templates ask for by name."""
    texts = [path.read_text("utf-8") for path in THEME.rglob("*.html")]
    return {name for text in texts for name in re.findall(r"""lang\.t\(["']([\w.-]+)["']\)""", text)}


def spoken_words(wording: Messages) -> tuple[str, set[str]]:
    """What the script of every page says, as it stands there, and the messages of the frame that it says."""
    script = spoken('const WORDS = JSON.parse("@words@");', wording)
    text: str = json.loads(script.removeprefix("const WORDS = JSON.parse(").removesuffix(");"))
    frame = {key for key, message in wording.messages.items() if key.startswith("frame.") and f'"{message}"' in text}
    return text, {key.removeprefix("frame.") for key in frame}


def said(wording: Messages) -> dict[str, str]:
    (text,) = language_file(wording).values()
    table: dict[str, str] = json.loads(text[text.index("{{") + 2 : text.rindex("[key]")])
    return table


def test_every_string_of_the_theme_is_said() -> None:
    assert asked() - set(said(WORDING)) == set()
    assert {"reading", "lost.title", "search.placeholder"} <= asked()


def test_nothing_is_said_of_the_theme_that_nobody_asks_for() -> None:
    ours = {key.removeprefix("frame.") for key in WORDING.messages if key.startswith("frame.")}
    assert sorted(ours - asked() - spoken_words(WORDING)[1] - {"heading.link"}) == []


def test_what_scripts_alone_say_stands_in_the_script_as_it_is() -> None:
    """Once a site: no page bears it; and it is text there, not HTML."""
    english = replace(WORDING, messages={**WORDING.messages, "frame.copy.link": 'Copy "it" & </script>*/`'})
    words = json.loads(spoken_words(english)[0])
    assert words["status"]["link"] == 'Copy "it" & </script>*/`'
    assert words["box"]["waiting"] == WORDING.messages["search.loading"]
    assert [choice[0] for choice in words["reading"]] == ["scheme", "face", "size"]
    page = "".join(path.read_text("utf-8") for path in THEME.rglob("*.html"))
    assert "copy." not in page and "reading." not in page.replace("reading.html", "").replace("reading.js", "")


def test_every_part_that_asks_its_words_of_the_script_gets_them() -> None:
    words = json.loads(spoken_words(WORDING)[0])
    sources = {name: (ASSETS / "scripts" / name).read_text("utf-8") for name in ("box.js", "copy.js", "copier.js")}
    box = set(re.findall(r'#(?:word|button)\("(\w+)"', sources["box.js"]))
    status = set(re.findall(r"status\.dataset\.(\w+)", sources["copy.js"] + sources["copier.js"]))
    assert box == set(words["box"]) and status == set(words["status"])


def test_words_that_are_printed_as_they_are_hold_no_markup() -> None:
    """They go into attributes and into JSON, where a reference would be shown as it is."""
    shown = said(WORDING)
    assert [key for key in asked() - SETTINGS if re.search("[<>&\"']", shown[key])] == []


def test_the_file_is_named_after_the_language_and_says_how_it_is_written() -> None:
    english = replace(
        WORDING, language="en", messages={"frame.top": 'Back "to" <top>', "search.near": "{near}", "x": "y"}
    )
    table = said(english)
    assert list(language_file(english)) == ["partials/languages/en.html"]
    assert (table["language"], table["direction"]) == ("en", "ltr")
    assert (said(WORDING)["language"], said(WORDING)["direction"]) == ("ar", "rtl")
    assert table["top"] == "Back &quot;to&quot; &lt;top&gt;" and table["mz.search.near"] == "{near}"
    assert not {"x", "frame.x"} & set(table)
