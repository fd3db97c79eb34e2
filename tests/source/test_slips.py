"""A slip of the source is marked where it stands, and the source's own words stay as they are."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import markdown

from generator.site.files import files_of
from tests import dossiers


def test_every_place_of_a_slip_is_marked_with_its_exact_words() -> None:
    article = dossiers.article(given="facts:\n  slips: [الجمعيات الفلاحية]")
    (slip,) = article.facts.slips
    assert article.cleaned.source.lines[slip.line - 1][slip.start : slip.end] == slip.text == "الجمعيات الفلاحية"


def test_a_slip_that_the_text_does_not_hold_is_told() -> None:
    article = dossiers.article(given="facts:\n  slips: [كلمة لا ترد]")
    assert not article.facts.slips
    assert [p.rule for p in article.problems if p.rule.startswith("sidecar")] == ["sidecar-unmatched"]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text, self.inserted, self._inside = "", list[str](), False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the parent's
        self._inside = tag == "ins"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.inserted.append(data)
            self._inside = False
        else:
            self.text += data


def test_the_page_says_so_after_the_words_and_keeps_them(tmp_path: Path) -> None:
    given = "facts:\n  slips: [الجمعيات الفلاحية]"
    dossier = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": given})
    page = files_of(dossiers.desk(dossier))["articles/a/index.md"]
    seen = _Text()
    seen.feed(markdown.markdown(page.split("---\n", 2)[2], extensions=["attr_list", "md_in_html"]))
    assert seen.inserted == ["[كذا في الأصل]"]
    assert " ".join(dossiers.MIDDLE.split()) in " ".join(seen.text.split())
