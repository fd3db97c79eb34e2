"""Pressed pages are the engine's, byte for byte, whatever they hold; what is not is left to the engine."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from generator import build
from generator.site.markdown import EXTENSIONS, PERMALINK
from generator.site.markup import look
from generator.site.press import run
from generator.site.press.convert import Converter, set_aside
from generator.site.press.front import front
from generator.site.press.within import Tags, look_within
from tests import dossiers, five
from tests.bench.composing import compose
from tests.once import ADDRESS, five_site

LINK = "رابط"


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.mark.process
@pytest.mark.slow
def test_the_site_is_the_same_with_the_press_and_without(tmp_path_factory: pytest.TempPathFactory) -> None:
    """All files of the five seeds' site, under an address, with feeds and what messengers show."""
    pressed, home = files(five_site(tmp_path_factory)), tmp_path_factory.mktemp("off")
    made = build.site(five.copy_to(home / "seeds"), home / "site", url=ADDRESS, press=False)
    assert not [x for x in made.problems if x.rule.startswith("press-")]
    plain = files(home / "site")
    assert sorted(pressed) == sorted(plain)
    assert [name for name in pressed if pressed[name] != plain[name]] == []


OWN = """---
title: دليل
description: كيف يُقرأ الملف
---

# دليل القارئ

كلمات *مائلة* و[المواد](articles/) وقائمة:

- واحد
- [اثنان](guide/second.md#جزء)
"""
SECOND = "# ثانٍ\n\n## جزء\n\n| أ | ب |\n|---|---|\n| ١ | ٢ |\n\n```\nشيفرة\n```\n"


@pytest.mark.process
@pytest.mark.slow
def test_a_composed_dossier_is_the_same_both_ways(tmp_path: Path) -> None:
    """Own pages in two folders, feeds, pictures of previews, paged lists; under an address, and without one."""
    seeds = compose(tmp_path / "seeds", 40)
    (seeds / "pages/guide").mkdir(parents=True)
    (seeds / "pages/guide.md").write_text(OWN, "utf-8")
    (seeds / "pages/guide/second.md").write_text(SECOND, "utf-8")
    for url in ("https://example.org/mujaz/", ""):
        for name, press in (("on", True), ("off", False)):
            made = build.site(seeds, tmp_path / name, url=url, press=press)
            assert not [x for x in made.problems if x.rule.startswith("press-")]
        pressed, plain = files(tmp_path / "on"), files(tmp_path / "off")
        assert sorted(pressed) == sorted(plain)
        assert [name for name in pressed if pressed[name] != plain[name]] == []


@pytest.mark.process
def test_a_kind_that_differs_is_made_by_the_engine_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A press that errs in one real page of each kind, and shells that are not shown: the site is the same."""
    seeds = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE})
    build.site(seeds, tmp_path / "off", press=False)
    real = run.press_file
    for name, patch, rule in (
        ("differs", ("differing", lambda *_: True), "press-differs"),
        ("unproved", ("proved", lambda *_: None), "press-unproved"),
    ):
        pressed = list[str]()
        monkeypatch.setattr(run, *patch)
        monkeypatch.setattr(run, "press_file", lambda *given, to=pressed: (to.append(given[-1]), real(*given))[1])
        made = build.site(seeds, tmp_path / name)
        assert {x.rule for x in made.problems if x.rule.startswith("press-")} == {rule}
        assert pressed and files(tmp_path / name) == files(tmp_path / "off")
        monkeypatch.undo()


BLOCK = '<div class="a" id="l1"><p>كلمة<br>أخرى &#35; &amp; «x»</p>\n\n<ul>\n<li><a href="../x/">ب</a></li></ul></div>'
# Pages of headings and whole blocks: they need no look at what is in the blocks.
PLAIN = [
    f"# عنوان\n\n{BLOCK}\n",
    f'# عنوان\n\n\n{BLOCK}\n\n{BLOCK}\n\n\n\n## فرع {{: #l3 dir="ltr" }}\n\n{BLOCK}\n{BLOCK}\n',
    f'{BLOCK}\n\n# <mark class="m" id="w">كلمة</mark> أخرى\n\n# أخرى\n{BLOCK}\n',
    "# وحده\n",
    f"{BLOCK}\n{BLOCK}\n\n{BLOCK}\n## قريب\n{BLOCK}",
    f"# x\n## x\n### x *y* `z` [كلمة](https://example.org/)\n\n{BLOCK}\n",
    '<div><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><input type="radio" name="q" disabled></div>\n',
]
# Pages in which Markdown might find something within or around a block.
OTHER = [
    f"كلمات\n\n{BLOCK}\n",
    f"- {BLOCK}\n",
    "<div>\n<p>x\n</div>\n\n<b>x</b>\n",
    "<div>&#35 x</div>\n",
    "<div>\n```\n</div>\n\n```\n",
    "<div>a < b</div>\n",
    "<div>\t</div>\n",
    "<div>\n   \n</div>\n",
    "<div><!-- x --></div>\n",
    "<div><script>1</script></div>\n",
    "<div>x</div> tail\n\n# h\n",
    "tail <div>x</div>\n\n# h\n",
    "# h <div>x</div>\n",
    "<div>x</div><div>y</div>\n",
    "<span>x</span>\n",
    "<p>x</p></p>\n",
    "# h <b>\n\n<div></b></div>\n",
    "[x]: /y\n\n# [x]\n",
]


def by_the_parser(body: str) -> str:
    toc = {"slugify": slugify_unicode, "permalink": PERMALINK, "permalink_title": LINK}
    return Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": toc}).convert(body)


@pytest.mark.parametrize("body", [*PLAIN, *OTHER])
def test_words_come_out_as_the_parser_has_them(body: str) -> None:
    """One after another through one parser, with other pages between."""
    converter = Converter(LINK)
    for each in (body, PLAIN[1], body):
        assert converter.content(each).html == by_the_parser(each)


@pytest.mark.parametrize("body", PLAIN)
def test_whole_blocks_are_set_aside(body: str) -> None:
    assert set_aside(body) is not None


@pytest.mark.parametrize("body", OTHER)
def test_what_could_be_read_otherwise_goes_through_the_parser_whole(body: str) -> None:
    assert set_aside(body) is None


@pytest.mark.parametrize(
    ("body", "leads"),
    [("# [x](../y/index.md)", True), ("![x](y.png)", True), ("# [x](https://example.org/)", False), ("# x", False)],
)
def test_links_of_markdown_itself_are_seen(body: str, leads: bool) -> None:
    """The engine follows those; the link beside a heading leads to that heading."""
    assert Converter(LINK).content(body).leads is leads


@pytest.mark.parametrize(
    "said",
    [
        'title: "x"\nsearch: {"exclude": true}\nbriefing:\n  kind: "a"\n  n: 3\n  date: {"value": null}\nrobots: "x"\n',
        '{"title": "x: y", "cited": [["a", "b"]]}\n',
        "title: كلمة\nbriefing:\n  kind: article\n  date:\n    value: '2021'\n",
        "title: |\n  x\n  y\n",
        'title: "x\n  y"\n',
    ],
)
def test_front_matter_is_read_as_yaml_is(said: str) -> None:
    found = front(f"---\n# generated\n{said}---\n\n# body\n")
    assert found and found.said == yaml.safe_load(said) and found.body == "# body\n"


@pytest.mark.parametrize(
    "page", ["# x\n", "title: x\n\n# x\n", "---\ntitle: [\n---\n\n# x\n", "---\n- x\n---\n\n# x\n"]
)
def test_a_page_without_front_matter_is_the_engines(page: str) -> None:
    assert front(page) is None


@pytest.mark.parametrize("body", PLAIN)
def test_the_tags_of_a_page_tell_what_a_full_look_finds(body: str) -> None:
    made = Converter(LINK).content(body)
    found, full = look_within(made.tags) if made.tags else None, look(made.html)
    assert found is None or (found.ids, set(found.references)) == (full.ids, set(full.references))
    assert found or "*y*" in body


@pytest.mark.parametrize(
    "tag",
    [
        '<p onclick="x">',
        '<p style="color:red" id="a">',
        '<a HREF="../x/">',
        '<a href="javascript:x()">',
        '<a title="a href=" class="y">',
        '<p id="&#1;">',
        '<a href="?a&copy=b">',
        '<img src="x.png">',
        "<iframe>",
    ],
)
def test_of_tags_that_say_more_nothing_is_said(tag: str) -> None:
    """Such a page is looked at as a whole, as a browser would."""
    name = tag[1:].partition(" ")[0].strip(">")
    assert look_within(Tags(f"<div>{tag}</div>", frozenset({"div", name}))) is None
