"""Whatever a source says is shown as it says it: neither Markdown nor HTML nor Jinja nor YAML takes it for its own."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from generator.model import Page
from generator.pages.escape import escape, isolate
from generator.pages.marks import Mark, marked
from generator.place import CONFIG
from generator.reading.letters import display
from generator.render.frontmatter import front_matter
from generator.site.files import files_of
from tests import dossiers

pytestmark = pytest.mark.dear

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></div><h1>x",
    "<![ x",
    "<![CDATA[ x ]]>",
    "<!-- x",
    "<?php x ?>",
    "<!DOCTYPE html>",
    "&lt;b&gt; &#60; &amp;amp; &copy; &nosuch;",
    "{{7*1234567}} {% raw %} {# x #}",
    "{: onclick=alert(1) #id .x }",
    "text {: #l3 }",
    "key: value",
    "title: x: y",
    "---",
    "---\nkey: value\n---",
    "...",
    "===",
    "# heading",
    "####### x",
    "## x ##",
    "> quote",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "٣. بند",
    ": definition",
    "| a | b |\n|---|---|\n| c | d |",
    "a | b",
    "[x](javascript:alert(1))",
    "[x]: http://example.org 'y'",
    "[x][y]",
    "[^1]: note",
    "*[HTML]: x",
    "![x](y.png)",
    "<http://example.org>",
    "<a@example.org>",
    "http://example.org/?a=b&c=d#e",
    "a@example.org",
    "*bold* **bold** _it_ __it__ ***x***",
    "`code` ``x`` ```\nfence\n```",
    "~~~\nfence\n~~~",
    "~~gone~~ ==mark== ^^ins^^ H~2~O x^2^",
    ":smile: !!! note",
    "\\*escaped\\* \\",
    "    indented code",
    "\tindented code",
    "two spaces  \nbreak",
    "line\rbreak\r\nbreak",
    "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg",
    "zero\x00byte bell\x07 esc\x1b[31m del\x7f",
    "\u202eoverride\u202c \u2066isolate\u2069 \ufeff",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 \x02amp\x03",
    "wzxhzdk:0 klzzwxh:0001 amp",
    "\"double\" 'single' « »",
    '" onmouseover="x',
    "' onmouseover='x",
    "$x$ $$x$$ \\(x\\) \\[x\\]",
    "@user #tag %s {0} {name}",
    "--8<-- 'x.md'",
    "[TOC]",
    "[TOC] x",
    "(c) -- --- ...",
    "&",
    ";",
    "-",
    "+",
    "1.",
    "",
]
ENGINE = yaml.load(re.sub(r"!ENV.*|!!python/name:\S+", "x", CONFIG.read_text("utf-8")), Loader=yaml.SafeLoader)


def extensions() -> list[str]:
    """Those of the real configuration; that of contents lists names headings, which are not looked at here."""
    names = [next(iter(each)) if isinstance(each, dict) else each for each in ENGINE["markdown_extensions"]]
    return [name for name in names if name != "toc"]


class Seen(HTMLParser):
    """The text of a page, and every element and attribute in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= set(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came of the text: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration came of the text: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction came of the text: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration came of the text: {data}")


def words(text: str) -> str:
    """What a reader sees: no controls, white space as one."""
    return re.sub(r"\s+", "", display(re.sub("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", " ", text)))


def rendered(page: str) -> Seen:
    return Seen(markdown.markdown(page, extensions=extensions()))


PLACES = {
    "paragraph": ("{}", {"p"}),
    "marked paragraph": ("{}\n{{: #l3 .mz-lede }}", {"p"}),
    "heading": ("## {}", {"h2"}),
    "marked heading": ("## {} {{: #l3 }}", {"h2"}),
    "html": ("<dl>\n<dt>{}</dt>\n</dl>", {"dl", "dt"}),
    "cell": ("<table>\n<tbody>\n<tr><td>{}</td></tr>\n</tbody>\n</table>", {"table", "tbody", "tr", "td"}),
    "after a paragraph": ("<p>a</p>\n\n{}\n\n<p>b</p>", {"p"}),
}
_TEXT = st.lists(st.sampled_from(ATTACKS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=5)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("attack", [a for a in ATTACKS if words(a)])
def test_an_attack_is_shown_as_it_stands(place: str, attack: str) -> None:
    check(place, attack, escape(attack).strip(), set())
    check(place, attack, isolate(attack).strip(), {"bdi"})


@given(st.sampled_from(sorted(PLACES)), _TEXT.map(" ".join))
def test_no_text_at_all_becomes_markup(place: str, text: str) -> None:
    check(place, text, escape(text).strip(), set())
    check(place, text, isolate(text).strip(), {"bdi"})


def check(place: str, text: str, safe: str, more: set[str]) -> None:
    template, expected = PLACES[place]
    if not words(text):
        return
    seen = rendered(template.format(safe))
    assert words(seen.text) == words(template_text(template) + text + template_text(template, after=True))
    assert seen.elements - more <= expected
    assert {name for name, _ in seen.attributes} <= {"id", "class"}
    assert seen.attributes <= {("id", "l3"), ("class", "mz-lede")}


@pytest.mark.parametrize("attack", [a for a in ATTACKS if a.strip() and "\n" not in a])
def test_in_a_table_of_markdown_it_stays_in_its_cell(attack: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escape(attack)} | last |\n"
    assert markdown.markdown(table, extensions=["tables"]).count("<td>") == 2
    assert markdown.markdown(table, extensions=["tables"]).count("<td>last</td>") == 1


def template_text(template: str, *, after: bool = False) -> str:
    """What the place itself says before or after the text."""
    part = template.split("{}")[1 if after else 0]
    return re.sub(r"<[^>]*>|\{\{.*\}\}|#", "", part)


@given(_TEXT.map(" ".join))
def test_in_an_attribute_it_stays_the_attribute(text: str) -> None:
    seen = Seen(f'<a title="{escape(text)}">x</a>')
    assert seen.elements == {"a"}
    assert [name for name, _ in seen.attributes] == ["title"]
    assert words(dict(seen.attributes)["title"] or "") == words(text)


def test_markup_passes_and_nothing_else_does() -> None:
    assert escape(Markup("<b>")) == "<b>"
    assert "<" not in escape("<b>")


@given(
    _TEXT.map(" ".join),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=4),
)
def test_marks_change_no_letter_of_a_line(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(a, min(a + n, len(text)), f"w{i}") for i, (a, n) in enumerate(spans) if a < len(text)]
    seen = Seen(f"<p>{marked(text, marks)}</p>")
    assert words(seen.text) == words(text)
    assert seen.elements <= {"p", "mark", "a", "span", "bdi"}
    ids = [value for name, value in seen.attributes if name == "id"]
    assert sorted(map(str, ids)) == sorted(m.id for m in marks)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("«ليفانت» · 2021 (estimated)", "<bdi>«ليفانت»</bdi> · 2021 (estimated)"),
        ("Quotation: سمير الحسن, 3 مايو", "Quotation: <bdi>سمير الحسن, 3 مايو</bdi>"),
        ("no Arabic at all, 12-3", "no Arabic at all, 12-3"),
    ],
)
def test_where_the_interface_runs_from_the_left_arabic_is_isolated_with_its_marks(text: str, shown: str) -> None:
    assert str(isolate(text, "ltr")) == shown


def read_back(page: Page) -> tuple[str, dict[str, Any]]:
    body, meta = get_data(f"---\n{front_matter(page, 'x')}---\n\nbody\n")
    return body, meta


_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_SAFE = _ANY
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False) | _SAFE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_SAFE.filter(bool), inner, max_size=3),
    max_leaves=8,
)


@given(_ANY, _ANY, st.dictionaries(st.sampled_from(["a", "text", "line"]), _VALUES, max_size=3))
def test_front_matter_reads_back_equal_by_the_engine(title: str, description: str, briefing: dict[str, Any]) -> None:
    page = Page("article", "/a/", title, {"briefing": {"kind": "x", **briefing}}, description)
    body, meta = read_back(page)
    assert body.strip() == "body"
    assert meta["briefing"] == {"kind": "x", **briefing}
    assert meta["title"] == str(escape(title)) and meta["description"] == str(escape(description))


@pytest.mark.parametrize(
    "value",
    [
        *ATTACKS,
        "غزة: هدنة",
        "2021",
        "2021-03-30",
        "null",
        "yes",
        "1e3",
        "0x1f",
        "~",
        "\ue000",
        "\ufffe",
        "\U0001f600",
        "\x85",
        "\x7f",
        "é\u0301",
    ],
)
def test_no_value_is_taken_for_another_by_the_parser(value: str) -> None:
    _, meta = read_back(Page("article", "/a/", value, {"briefing": {"text": value, "list": [value]}}))
    assert meta["briefing"] == {"text": value, "list": [value]}


HOSTILE = "\n\n".join(
    f"{attack} وأضافت الوزارة أن العمل مستمر في كل المحافظات الشمالية حتى نهاية الموسم." for attack in ATTACKS
)


def test_a_hostile_seed_with_a_hostile_sidecar_becomes_a_page_of_its_own_words(tmp_path: Path) -> None:
    attack = "<script>alert(1)</script> {{7*1234567}} {: onclick=x }"
    sidecar = yaml.safe_dump(
        {
            "title": attack,
            "author": attack,
            "outlet": attack,
            "note": attack,
            "url": "https://x.org/?a=b&c={{7*1234567}}",
        }
    )
    dossier = dossiers.folder(
        tmp_path,
        {
            "a.txt": (dossiers.ARTICLE + HOSTILE).replace("\x00", ""),
            "a.yml": sidecar,
            "dossier.yml": "name: '<b>{{7*1234567}}'",
        },
    )
    (tmp_path / "harmless").mkdir()
    harmless = files_of(dossiers.desk(dossiers.folder(tmp_path / "harmless", {"a.txt": dossiers.ARTICLE})))
    for name, text in files_of(dossiers.desk(dossier)).items():
        if name.endswith(".md"):
            body, meta = get_data(text)
            seen = rendered(body)
            seen.elements -= rendered(get_data(harmless.get(name, ""))[0]).elements
            assert meta["briefing"], name
            assert not seen.elements & {"script", "img", "b", "em", "strong", "code", "h4", "hr"}, name
            assert not {key for key, _ in seen.attributes if key.startswith("on")}, name
            assert "8641969" not in seen.text, name


def test_every_character_of_the_body_reaches_the_page(tmp_path: Path) -> None:
    dossier = dossiers.folder(tmp_path, {"a.txt": (dossiers.ARTICLE + HOSTILE).replace("\x00", "")})
    desk = dossiers.desk(dossier)
    seen = rendered(get_data(files_of(desk)["articles/a/index.md"])[0])
    text = words(seen.text)
    for line in desk.catalogue.entries[0].article.cleaned.body:
        assert words(line.text) in text, line
