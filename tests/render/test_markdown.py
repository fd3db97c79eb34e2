"""A page as Markdown: what a template prints is escaped, what it lacks is told, and no mask leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.catalogue.gather import Catalogue
from generator.model import Forward, Page
from generator.pages.desk import Desk
from generator.reading.masks import MASK
from generator.render.frontmatter import front_matter
from generator.render.markdown import LayoutError, environment, render, render_forward
from generator.source.settings import Settings
from tests import dossiers

DESK = Desk(Catalogue(()), dossiers.LEXICON, Settings(), {})
MASKED, WORDS = f"قال {MASK * 6} إن العمل يبدأ", "قال &#91;حُجب الاسم&#93; إن العمل يبدأ"


def rendered(home: Path, template: str, **context: object) -> str:
    (home / "toy.md.j2").write_text(template, "utf-8")
    return render(Page("toy", "/toy/", "عنوان", context), DESK, environment(home)).rpartition("---\n\n")[2]


def test_what_a_template_prints_is_no_markdown_and_no_html(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ word }}", word="**<b>**") == "&#42;&#42;&#60;b&#62;&#42;&#42;\n"
    assert rendered(tmp_path, "{{ isolate(word) }}", word="*b*") == "&#42;<bdi>b</bdi>&#42;\n"


def test_a_name_that_a_template_does_not_get_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match=r"toy\.md\.j2:2: .*'nobody' is undefined"):
        rendered(tmp_path, "a\n{{ nobody }}")


def test_a_fault_names_the_part_that_it_arose_in(tmp_path: Path) -> None:
    (tmp_path / "part.j2").write_text("{% macro said(x) %}\n\n{{ x.nothing }}{% endmacro %}", "utf-8")
    with pytest.raises(LayoutError, match=r"templates/pages/part\.j2:3: "):
        rendered(tmp_path, '{% import "part.j2" as part %}\n{{ part.said(title) }}', title="عنوان")


def test_a_withheld_name_leaves_in_words_on_pages_and_in_their_metadata(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ text }}", text=MASKED) == f"{WORDS}\n"
    meta = yaml.safe_load(front_matter(Page("toy", "/", MASKED, {"briefing": {"a": [MASKED]}}, MASKED), "…"))
    assert MASK not in str(meta) and meta["briefing"] == {"a": [MASKED.replace(MASK * 6, "…")]}


def test_what_yaml_would_not_take_as_it_stands_reads_back_equal() -> None:
    """Line ends that JSON does not know, controls, halves of characters, numbers without a point, words like them."""
    odd = ["a\x7fb\x85c\u2028d\ufeff", "\ud800", "3e+5", 1e16, 1e-07, -0.5, {"on": "no", "null": "~", "": "a: b #c"}]
    front = front_matter(Page("toy", "/", "عنوان: آخر", {"briefing": {"odd": odd, "kind": "toy"}}), "x")
    assert yaml.safe_load(front)["briefing"] == {"odd": odd, "kind": "toy"}
    assert [line.partition(":")[0] for line in front.splitlines()] == (
        ["title", "description", "search", "briefing", "  odd", "  kind"]
    )


def test_a_name_that_is_withheld_in_words_with_marks_leaves_readable_metadata() -> None:
    front = front_matter(Page("toy", "/", "x", {"briefing": {"a": MASKED}}), 'اسم "محجوب"')
    assert yaml.safe_load(front)["briefing"]["a"] == MASKED.replace(MASK * 6, 'اسم "محجوب"')


def test_macros_loops_and_calls_print_what_they_are_given_once_escaped(tmp_path: Path) -> None:
    """What is plain is called without Jinja's way round it, within macros, loops and calls too."""
    template = """{% macro said(x, more="") %}<b>{{ isolate(x) }}{{ caller() if caller is defined }}</b>{% endmacro -%}
{% for x in list %}{{ said(x) }}{{ loop.index }}{{ say("list.comma") }}{% endfor %}
{% call said("<", more="c") %}{{ digits(7) }}{{ part }}{% endcall %}"""
    comma = DESK.say("list.comma")
    assert rendered(tmp_path, template, list=["&", "a b"], part=1.23456) == (
        f"<b>&#38;</b>1{comma}<b><bdi>a b</bdi></b>2{comma}<b>&#60;71.235</b>\n"
    )


def test_a_page_that_leads_on_shows_its_title_and_no_mask(tmp_path: Path) -> None:
    (tmp_path / "forward.html.j2").write_text("{{ way }} {{ title }}", "utf-8")
    said = render_forward(Forward("/articles/a/", "/articles/b/"), MASKED, DESK, environment(tmp_path))
    assert said == f"../b/ {WORDS}\n"


def test_what_the_engine_prints_raw_is_escaped_and_what_people_read_is_not() -> None:
    page = Page("toy", "/", "<b>", {"briefing": {"title": "<b>"}}, "</title>")
    meta = yaml.safe_load(front_matter(page, "x"))
    assert (meta["title"], meta["description"]) == ("&#60;b&#62;", "&#60;/title&#62;")
    assert meta["briefing"] == {"title": "<b>"}


@pytest.mark.parametrize(
    ("context", "robots"), [({"unlisted": True}, "noindex"), ({"unlisted": False}, None), ({}, None)]
)
def test_only_what_is_not_listed_asks_to_be_left_out_by_search_engines(
    context: dict[str, object], robots: str | None
) -> None:
    meta = yaml.safe_load(front_matter(Page("toy", "/", "x", context), "x"))
    assert meta.get("robots") == robots and meta["briefing"] == {"kind": "toy"}
