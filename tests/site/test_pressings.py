"""What a page says of itself is read once, and known by its hash from then on."""

from __future__ import annotations

import pytest

from generator.model.files import FileContent
from generator.model.kept import KeptInMemory
from generator.site.press.pressings import Pressings


def content(name: str) -> FileContent:
    return FileContent(name, lambda: pytest.fail("made again"), None)


def no_text() -> str:
    pytest.fail("read again")


def test_what_a_page_says_is_known_by_its_hash() -> None:
    pressings, text = Pressings(KeptInMemory()), '---\ntitle: "غزة"\nbriefing:\n  count: 3\n---\nنص\n'
    assert pressings.said(content("a"), lambda: text) == {"title": "غزة", "briefing": {"count": 3}}
    assert pressings.said(content("a"), no_text) == {"title": "غزة", "briefing": {"count": 3}}
    assert pressings.said(content("b"), lambda: '---\ntitle: "b"\n---\n') == {"title": "b"}


def test_what_json_would_give_back_otherwise_is_read_each_time() -> None:
    """A page written by hand says a day as YAML has it; one without front matter says nothing."""
    pressings, texts = Pressings(KeptInMemory()), ["---\ndate: 2024-05-01\n---\n"] * 2
    assert pressings.said(content("a"), texts.pop) == pressings.said(content("a"), texts.pop) and not texts
    assert pressings.said(content("c"), lambda: "نص\n") is None
