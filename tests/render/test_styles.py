"""Stylesheets joined into one say what they say apart, or the sentence says what is amiss."""

from __future__ import annotations

import pytest

from generator.desk.terminal import sentence
from generator.render.styles import StyleError, styles
from tests import dossiers

SMALL = {
    "site.css": '/* In this\norder. */\n@import "./faces.css";\n@import "./base.css";\n',
    "base.css": "/* Ink. */\nbody {\n  color: red; /* for now */\n}\n",
    "faces.css": '@font-face {\n  src: url("../fonts/a.woff2");\n}\n',
}


def test_they_stand_in_the_order_of_the_entry_with_addresses_seen_from_one_folder_higher() -> None:
    assert styles(SMALL) == '@font-face {\nsrc: url("fonts/a.woff2");\n}\nbody {\ncolor: red;\n}\n'


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("site.css", '/* a\n*/ @import "base.css";', "docs/assets/stylesheets/site.css:2: in this file stands only"),
        ("site.css", "body {}", "site.css:1: in this file stands only"),
        ("site.css", SMALL["site.css"] + '@import "./none.css";', "imports none.css, and there is no such file"),
        ("new.css", "", "docs/assets/stylesheets/site.css does not import new.css"),
    ],
)
def test_what_cannot_be_joined_is_refused_with_its_place(name: str, text: str, said: str) -> None:
    with pytest.raises(StyleError) as refused:
        styles(SMALL | {name: text})
    assert said in sentence(refused.value, dossiers.TERMINAL)
