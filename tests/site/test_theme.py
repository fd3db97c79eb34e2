"""What the theme says comes from the catalogue, whole: none of its own strings falls back to English."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from generator.lexicon.wording import Messages
from generator.place import THEME
from generator.site.theme import language_file
from tests import dossiers

pytestmark = pytest.mark.lexicon("wording")

WORDING = dossiers.LEXICON.wording
# Of MkDocs itself or of the place where a page stands, no words.
SETTINGS = {"language", "direction"}


def asked() -> set[str]:
    """What our templates ask for by name."""
    texts = [path.read_text("utf-8") for path in THEME.rglob("*.html")]
    return {name for text in texts for name in re.findall(r"""lang\.t\(["']([\w.-]+)["']\)""", text)}


def said(wording: Messages) -> dict[str, str]:
    (text,) = language_file(wording).values()
    table: dict[str, str] = json.loads(text[text.index("{{") + 2 : text.rindex("[key]")])
    return table


def test_every_string_of_the_theme_is_said() -> None:
    assert asked() - set(said(WORDING)) == set()
    assert {"reading.device", "lost.title", "mz.search.loading", "heading.link"} <= asked() | {"heading.link"}


def test_nothing_is_said_of_the_theme_that_nobody_asks_for() -> None:
    ours = {key.removeprefix("frame.") for key in WORDING.messages if key.startswith("frame.")}
    assert sorted(ours - asked() - {"heading.link"}) == []


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
