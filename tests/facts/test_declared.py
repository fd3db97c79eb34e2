"""What web pages declare, where their text is silent: each page beside its expected values in a file of its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import article_of
from generator.lexicon import load_lexicon
from generator.model import Article, Source
from generator.pages.briefing import original
from generator.source.read import parse_seed
from tests import dossiers

PAGES = Path(__file__).parents[1] / "cases/html/pages"
BODY = "<p>{0}</p><p>{0}</p>".format(
    "قالت البلدية إن العمل في الجسر الجديد سينتهي قبل آخر الصيف وإن الطريق القديم سيبقى. " * 2
)


def read(name: str, data: bytes) -> Article:
    """A page as an article."""
    source = parse_seed(name, data)
    assert isinstance(source, Source)
    return article_of(load_lexicon(), (source, None))


def page(head: str, body: str = "") -> Article:
    """A page of a few fields and a text that says nothing of its origin."""
    return read("a.html", f"<html><head>{head}</head><body>{body}{BODY}</body></html>".encode())


def told(article: Article) -> set[str]:
    return {x.rule for x in article.problems if "declared" in x.rule}


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_a_page_gives_what_its_reader_and_its_fields_say(path: Path) -> None:
    expected: dict[str, Any] = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
    article = read(path.name, path.read_bytes())
    facts = article.facts
    found = {
        "title": facts.title.text if facts.title else None,
        "date": facts.date.value,
        "date_basis": facts.date.basis,
        "outlet": facts.outlet.name if facts.outlet else None,
        "author": facts.author.name if facts.author else None,
    }
    sought = found.keys() - set(expected.get("open", ()))  # what is not read rightly in the text yet
    assert {key: found[key] for key in sought} == {key: expected[key] for key in sought}
    lines = [line.text for line in article.cleaned.body]
    assert "body" in expected.get("open", ()) or len(lines) == len(expected["body"])
    assert [line[: len(start)] for line, start in zip(lines, expected["body"], strict=False)] == expected["body"]


def test_a_title_that_no_line_states_is_that_of_the_metadata() -> None:
    title = page('<meta property="og:title" content="افتتاح جسر جديد في الضاحية">').facts.title
    assert title and (title.text, title.basis, title.line) == ("افتتاح جسر جديد في الضاحية", "metadata", None)


def test_what_the_text_states_goes_first_and_the_difference_is_told() -> None:
    article = page(
        '<meta property="article:published_time" content="2019-05-02">',
        "<h1>افتتاح جسر جديد في الضاحية</h1><p>نشر في: 12 مارس 2018</p>",
    )
    assert (article.facts.date.value, article.facts.date.basis) == ("2018-03-12", "stated")
    assert told(article) == {"date-declared-otherwise"}


def test_two_that_disagree_give_nothing_and_a_problem() -> None:
    article = page(
        '<meta property="og:site_name" content="صوت الواحة"><meta name="dc.publisher" content="بوابة الميزان">'
        '<meta name="author" content="هدى سالم"><meta name="dc.creator" content="رنا صلاح">'
    )
    assert article.facts.outlet is None and article.facts.author is None
    assert told(article) == {"outlet-declared-twice", "author-declared-twice"}


def test_placeholders_desks_and_addresses_name_nobody() -> None:
    article = page(
        '<meta property="og:site_name" content="My WordPress"><meta name="application-name" content="news.example">'
        '<meta name="author" content="هيئة التحرير"><title>Untitled Document</title>'
    )
    assert article.facts.outlet is None and article.facts.author is None and not told(article)
    assert article.facts.title and article.facts.title.basis == "derived"


def test_the_address_that_a_page_declares_leads_to_the_original() -> None:
    assert original(page('<link rel="canonical" href="https://sahl.example/2">')) == "https://sahl.example/2"
    assert original(page('<link rel="canonical" href="javascript:alert(1)">')) is None


def test_a_header_is_read_as_what_the_text_states() -> None:
    text = (
        "الرابط: https://sahl.example/1\nالعنوان: افتتاح جسر جديد في الضاحية\nبقلم: هدى سالم\nالمصدر: صحيفة السهل\n"
        "التاريخ: 05/06/2021\nالنص:\nافتتاح جسر جديد في الضاحية\n" + dossiers.LEDE
    )
    article = read("a.txt", text.encode())
    facts = article.facts
    assert facts.title and (facts.title.text, facts.title.basis) == ("افتتاح جسر جديد في الضاحية", "stated")
    assert (facts.date.value, facts.date.basis) == ("2021-06-05", "stated")
    assert facts.outlet and (facts.outlet.name, facts.outlet.basis) == ("السهل", "stated")
    assert facts.author and facts.author.name == "هدى سالم" and original(article) == "https://sahl.example/1"
    assert [line.number for line in article.cleaned.body] == [8]
    assert {line.rule for line in article.cleaned.lines[:6] if line.verdict == "furniture"} == {"metadata-header"}
