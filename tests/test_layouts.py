"""Raw pages drawn at random for many kinds of sites keep the laws; their truth is that of the text."""

from __future__ import annotations

import pytest

from generator.articles import article_of
from generator.lexicon import load_lexicon
from generator.model import Source
from generator.source.read import parse_seed
from tests.layouts import FAMILIES, STATES, Body, LaidPage, pages

LEXICON = load_lexicon()


def breaches(page: LaidPage) -> list[str]:
    """The laws that the article made of a page breaks."""
    source = parse_seed("a.txt", page.text.encode())
    assert isinstance(source, Source)
    return [p.rule for p in article_of(LEXICON, (source, None)).problems if p.rule.startswith("law-")]


@pytest.mark.parametrize("family", FAMILIES)
def test_no_law_is_broken_by_a_page_of_whatever_kind(family: str) -> None:
    """Nothing is lost, nothing quoted that does not stand there (laws 1 and 3)."""
    assert [breach for page in pages(family, 11, 1) for breach in breaches(page)] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_page_is_told_with_its_truth(family: str) -> None:
    """Each line has one state, and what is said of the page stands in it."""
    for page in pages(family, 12, 3):
        assert len(page.states) == len(page.lines)
        assert set(page.states) <= set(STATES)
        assert "body" in page.states
        titles = [line.strip() for line, state in zip(page.lines, page.states, strict=True) if state == "title"]
        assert set(titles) == ({page.title} if page.title else set())
        assert all(value in page.text for value in (page.outlet, page.author) if value)


def test_the_same_arguments_give_the_same_pages() -> None:
    assert pages("magazine_issue", 3, 2) == pages("magazine_issue", 3, 2) != pages("magazine_issue", 4, 2)


def test_other_articles_can_be_put_into_a_layout() -> None:
    body = Body("عنوان من عندنا", ("فقرة أولى من عندنا.", "فقرة ثانية من عندنا."))
    page = pages("agency_page", 5, 1, [body])[0]
    laid = " ".join(line for line, state in zip(page.lines, page.states, strict=True) if state == "body")
    assert all(text in laid for text in body.paragraphs)
