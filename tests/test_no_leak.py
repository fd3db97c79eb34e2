"""Nothing of one dossier shows in another: the site of a dossier on another subject, searched for the first one's own.

The dossier of tests/fishing was written for this test. Texts are compared by their letters alone, so that no mark-up,
sign or space between them hides what was said.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from generator import build
from generator.source.settingsfile import parse_settings
from tests import dossiers, five, test_held_back

pytestmark = pytest.mark.process

FISHING = Path(__file__).parent / "fishing"
# What an editor holds back of one text in three articles, each with words of its own.
HELD = {"held": "publish: metadata", "gone": "withdrawn: true", "harsh": "sensitive: [5]"}
BODY = {
    "held": (test_held_back.LEDE, test_held_back.SAID),
    "gone": (test_held_back.END, dossiers.MIDDLE),
    "harsh": (dossiers.LEDE.replace("القمح", "الشعير"), test_held_back.HARSH),
}
# A sentence of fewer letters may be anybody's.
TELLING = 18


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file of the other dossier's site that holds text, by its path."""
    home = tmp_path_factory.mktemp("fishing")
    shutil.copytree(FISHING, home / "dossier")
    for name, said in HELD.items():
        (home / "dossier" / f"{name}.txt").write_text(
            "\n\n".join((f"{test_held_back.TITLE} {name}", *BODY[name])), "utf-8"
        )
        (home / "dossier" / f"{name}.yml").write_text(said, "utf-8")
    outcome = build.site(home / "dossier", home / "site", url="https://example.org/fish/")
    assert outcome.articles == 5 + len(HELD) - 1 and not [p for p in outcome.problems if p.level == "error"]
    theme = home / "site/assets/javascripts"  # the theme's own scripts, which know no dossier
    paths = (path for path in sorted((home / "site").rglob("*")) if path.is_file() and path.suffix != ".woff2")
    files = [path for path in paths if not path.is_relative_to(theme)]
    return {path.relative_to(home / "site").as_posix(): path.read_bytes().decode("utf-8", "replace") for path in files}


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]", text))


@cache
def skeletons(text: str) -> tuple[str, ...]:
    """The letters of a text as written, of its words without tags, and with its escapes read."""
    read = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), html.unescape(unquote(html.unescape(text))))
    return letters(text), letters(re.sub(r"<[^>]*>", "", html.unescape(text))), letters(read)


def naming(site: dict[str, str], said: str) -> list[str]:
    wanted = letters(said)
    return [name for name, text in site.items() if any(wanted in each for each in skeletons(text))]


def of_the_themes() -> Iterator[str]:
    for path in (five.LEXICON / "themes").glob("*.yml"):
        theme: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        yield from (theme["label"], theme["description"], *(x for some in theme["examples"].values() for x in some))


def of_the_texts() -> Iterator[str]:
    for name in five.NAMES:
        for sentence in re.split(r"[.،؛:؟!\n]", (five.SEEDS / name).read_text("utf-8")):
            if len(letters(sentence)) >= TELLING:
                yield sentence


def of_the_settings() -> Iterator[str]:
    settings, _ = parse_settings((five.SEEDS / five.SETTINGS).read_text("utf-8"))
    yield from filter(None, (settings.name, settings.subject, settings.described, *settings.search_examples))


def of_the_chronology() -> Iterator[str]:
    for entry in yaml.safe_load((five.LEXICON / "chronology.yml").read_text("utf-8")):
        yield entry["label"]


def test_what_is_looked_for_is_found_where_it_is() -> None:
    """The pages of the first dossier itself are full of it."""
    golden = five.ROOT / "tests/golden"
    whole = {"all": "\n".join(path.read_text("utf-8") for path in sorted(golden.rglob("index.md")))}
    for said in (of_the_settings, of_the_texts):
        wanted = tuple(said())
        assert sum(bool(naming(whole, text)) for text in wanted) > len(wanted) / 2


def test_the_site_says_what_is_its_own(site: dict[str, str]) -> None:
    front = site["index.html"]
    assert "صيد الأسماك وأسواقها" in front and "أسعار السمك" in front and "ملف للاختبار" in front
    themes = {name.split("/")[1] for name in site if name.startswith("themes/")}
    assert themes == {"index.html", "fish-prices", "fishing-bans"}


@pytest.mark.parametrize("said", [of_the_themes, of_the_settings, of_the_chronology, of_the_texts])
def test_no_word_of_the_first_dossier_stands_in_it(site: dict[str, str], said: Any) -> None:
    wanted = tuple(said())
    assert len(wanted) >= 5
    assert {text: found for text in wanted if (found := naming(site, text))} == {}


def test_no_address_or_id_of_its_themes_does(site: dict[str, str]) -> None:
    ids = sorted(path.stem for path in (five.LEXICON / "themes").glob("*.yml"))
    # Schemas have words of the program's own: a body may be a "coalition".
    whole = "\n".join(text for name, text in site.items() if not name.startswith("schemas/"))
    assert [id_ for id_ in ids if re.search(rf"themes/{id_}\b|\"{id_}\"", whole)] == []


def test_nobody_and_no_title_of_its_articles_does(site: dict[str, str]) -> None:
    desk = dossiers.desk(five.SEEDS)
    people = {p.name for e in desk.catalogue.entries for p in e.article.facts.people}
    titles = {desk.title_of(e.article) for e in desk.catalogue.entries}
    assert people and len(titles) == 5
    assert {text: found for text in people | titles if (found := naming(site, text))} == {}


def test_what_was_measured_is_said_to_be_the_program_s_own(site: dict[str, str]) -> None:
    """Whoever reads «33/33» beside five other articles must not take it for theirs."""
    method = site["method/index.html"]
    assert "المواد الخمس الأولى" not in method
    said = [dossiers.LEXICON.wording.say(f"method.{name}.text") for name in ("quality", "search")]
    assert all("للبرنامج نفسه" in text and "هذا الملف" in text for text in said)
    assert all("method/index.html" in naming(site, text) for text in said)
    assert [name for name, text in site.items() if "33/33" in text] in ([], ["method/index.html"])


def test_what_an_editor_holds_back_is_in_no_file_of_the_site(site: dict[str, str]) -> None:
    """The finished site, after the engine and the search: pages, data, index, pictures' words."""
    whole = {name: text for name, text in site.items() if not name.startswith("articles/harsh/")}
    for paragraph in (*BODY["held"], *BODY["gone"], test_held_back.HARSH):
        for run in test_held_back.runs(paragraph):
            assert naming(whole, run) == [], run
    assert naming(site, test_held_back.runs(test_held_back.HARSH)[0]) == ["articles/harsh/index.html"]
    page = site["articles/gone/index.html"]
    assert "سُحبت هذه المادة من الملف" in page and "noindex" in page and "gone" not in site["sitemap.xml"]
