"""A shell is used only where two samples show that it is the engine's; here the engine is a template of a few lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

import pytest
from jinja2 import Environment

from generator.site.press.frame import Surroundings, frame
from generator.site.press.front import front
from generator.site.press.press import Frameset, Press
from generator.site.press.proof import differing, proved
from generator.site.press.samples import sample

AROUND = Surroundings("https://example.org/m/", frozenset({"articles/", "about/"}))
HEAD = """<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>{{ m.title }} | x</title>
"""
REST = """{% for name, content in m.cited or [] %}
<meta name="{{ name | e }}" content="{{ content | e }}">
{%- endfor %}
{%- if m.robots %}<meta name="robots" content="{{ m.robots }}">{% endif %}
{%- if m.briefing.outlet and m.briefing.outlet.basis == "stated" %}
<script type="application/ld+json">{{ {"name": m.briefing.outlet.name} | tojson }}</script>{% endif %}
</head><body><nav><a href="../../about/">x</a></nav>{{ body }}</body></html>
"""
SAID: Mapping[str, Any] = {
    "title": "كلمة &amp; أخرى",
    "cited": [["a", 'b"<'], ["c", "d"]],
    "briefing": {"kind": "article", "file": "x.txt", "words": 12, "outlet": {"name": "ن <&'", "basis": "stated"}},
}
BODY = '<div><h1 id="l1">عنوان</h1><a href="../b/">ب</a></div>'


def rendered(template: str, page: str, url: str) -> str:
    found = front(page)
    assert found
    return Environment(autoescape=False).from_string(template).render(m=found.said, url=url, body=found.body.strip())  # noqa: S701  as the engine has it


def written(said: Mapping[str, Any]) -> str:
    return f"---\n{json.dumps(said)}\n---\n\n{BODY}\n"


def framed(template: str, said: Mapping[str, Any] = SAID) -> Frameset | None:
    """The shell of articles as a template frames them."""
    one = sample("mza1x", 2, "articles/a/index.md", said, AROUND)
    two = sample("mzb1x", 3, "articles/b/index.md", said, AROUND)
    assert one and two
    pages = (rendered(template, x.markdown, x.file.removesuffix("index.md")) for x in (one, two))
    return proved(one, two, (next(pages), next(pages)), "rtl")


def press(template: str) -> Press:
    found, key = framed(template), frame("articles/a/index.md", SAID, AROUND)
    return Press({key.key: found} if found and key else {}, AROUND, "رابط")


def test_a_page_comes_out_of_its_shell_as_the_engine_has_it() -> None:
    made = press(HEAD + REST).made("articles/z/index.md", written(SAID))
    assert made and not made.problems
    page = rendered(HEAD + REST, written(SAID), "articles/z/")
    assert not differing(made, page, "rtl")
    assert differing(made, page.replace("عنوان", "غيره"), "rtl"), "the words"
    assert differing(made, page.replace("../b/", "../c/"), "rtl"), "a link"
    text = made.html.decode()
    assert "كلمة &amp; أخرى | x" in text and "b&#34;&lt;" in text and "\\u003c\\u0026\\u0027" in text
    assert escape("b") in text and made.contents.has("l1")
    assert {x.address for x in made.contents.references()} == {"../b/", "../../about/"}


@pytest.mark.parametrize(
    "printed",
    [
        "<meta name=x content='{{ m.briefing.file }}'>",
        "<meta name=x content='{{ m.briefing.words + 1 - 1 }}'>",
        "<link rel=x href='{{ m.title }}-of-the-page'>",
        "<link rel=x href='{{ m.cited | length }}'>",
        "<i id='{{ m.title | upper }}'></i>",
    ],
)
def test_a_frame_that_prints_what_no_gap_is_known_for_is_left_to_the_engine(printed: str) -> None:
    assert framed(HEAD + REST)
    assert framed(HEAD + printed + REST) is None


def test_pages_that_a_frame_decides_by_have_shells_of_their_own() -> None:
    """Other parts of the head, another certainty, another folder, another depth; words alone make no difference."""
    first = frame("articles/a/index.md", SAID, AROUND)
    others = [
        ("articles/a/index.md", {**SAID, "robots": "noindex"}),
        (
            "articles/a/index.md",
            {**SAID, "briefing": {**SAID["briefing"], "outlet": {"name": "n", "basis": "x"}}},
        ),
        ("articles/a/index.md", {**SAID, "description": "x"}),
        ("people/a/index.md", SAID),
        ("articles/a/2/index.md", SAID),
    ]
    same = frame("articles/other/index.md", {**SAID, "title": "غيره", "cited": [["a", "b"]]}, AROUND)
    made = [frame(file, said, AROUND) for file, said in others]
    assert first and same and first.key == same.key
    keys = {x.key for x in made if x}
    assert len(keys) == len(others) and first.key not in keys


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("articles/a.md", SAID),
        ("articles/أ/index.md", SAID),
        ("articles/a/index.md", {**SAID, "title": 2021}),
        ("articles/a/index.md", {**SAID, "title": ""}),
        ("articles/a/index.md", {**SAID, "template": "404.html"}),
        ("articles/a/index.md", {**SAID, "cited": ["x"]}),
        ("articles/a/index.md", {**SAID, "briefing": {"dataset": {"name": "x"}}}),
    ],
)
def test_what_is_not_known_for_sure_is_left_to_the_engine(file: str, said: Mapping[str, Any]) -> None:
    assert frame(file, said, AROUND) is None


def test_a_head_that_words_break_out_of_is_looked_at_as_a_whole() -> None:
    title = "x</title><script>planted()</script>"
    made = press(HEAD + REST).made("articles/z/index.md", written({**SAID, "title": title}))
    assert made and [x.rule for x in made.problems] == ["refused-script"]


@pytest.mark.parametrize("body", ["<p>no heading of the first level</p>", "# [x](../b/index.md)"])
def test_a_body_that_the_engine_has_to_make_is_not_pressed(body: str) -> None:
    page = written(SAID).replace(BODY, body)
    assert press(HEAD + REST).made("articles/z/index.md", page) is None
