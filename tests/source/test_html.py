"""Web pages as seeds: the lines that a reader sees, what pages declare, and pages in files called .txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model import Problem, Source
from generator.source.formats.html import is_page
from generator.source.web.declared import declared
from generator.source.web.visible import visible
from tests.pagecases import cases
from tests.seeds import parsed

CASES = Path(__file__).parents[1] / "cases/html"
PAGE = "<html><head>{head}</head><body><h1>عنوان المادة</h1><p>نص المادة كما كُتب.</p></body></html>"


@pytest.mark.parametrize(("title", "page", "expected"), cases(CASES / "visible.txt"))
def test_a_reader_sees_the_lines_of_a_page(title: str, page: str, expected: str) -> None:
    assert visible(LexborHTMLParser(page)).replace("\xa0", " ") == expected, title


@pytest.mark.parametrize(("title", "page", "expected"), cases(CASES / "declared.txt"))
def test_a_page_declares_what_its_fields_say(title: str, page: str, expected: str) -> None:
    said = declared(LexborHTMLParser(page), page)
    found = [(name, x) for name, x in vars(said).items() if name != "rivals" and x]
    found += [(f"rival {name}", x) for name, x in said.rivals]
    assert "\n".join(f"{name}: {x.value} ({x.field})" for name, x in found) == expected, title


@pytest.mark.parametrize(("title", "text"), cases(CASES / "hidden.txt", 2))
def test_a_page_is_known_in_a_file_called_txt(title: str, text: str) -> None:
    assert is_page(text.encode()) == title.startswith("page"), title


def test_a_page_in_the_code_page_of_windows_is_read_whether_or_not_it_says_so() -> None:
    for head in ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">', ""):
        read = parsed("a.htm", PAGE.format(head=head).encode("cp1256"))
        assert isinstance(read, Source) and read.lines[0] == "عنوان المادة" and read.encoding == "cp1256"


def test_bytes_are_believed_before_what_a_page_says_of_them() -> None:
    read = parsed("a.html", PAGE.format(head='<meta charset="windows-1256">').encode())
    assert isinstance(read, Source) and (read.lines[0], read.encoding, read.format) == ("عنوان المادة", "utf-8", "html")


def test_a_page_that_scripts_fill_gives_the_text_that_it_declares() -> None:
    shell = '<div id="root"></div><script type="application/ld+json">%s</script>'
    read = parsed("a.html", (shell % '{"@type":"NewsArticle","headline":"عنوان","articleBody":"أول\\nثانٍ"}').encode())
    assert isinstance(read, Source) and read.text == "عنوان\n\nأول\nثانٍ" and read.repairs == (("declared-text", 1),)


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        ("<html><body>" + "<div>" * 6000 + "نص", "html-deep"),
        ("<html><script>document.write('x')</script></html>", "html-empty"),
        ('<frameset cols="20%,80%"><frame src="a.htm"><frame src="b.htm"></frameset>', "html-frames"),
    ],
)
def test_a_page_without_text_is_told_with_its_reason(page: str, rule: str) -> None:
    read = parsed("a.html", page.encode())
    assert isinstance(read, Problem) and (read.level, read.rule) == ("error", rule)


def test_tables_in_tables_and_open_elements_cost_in_step() -> None:
    nested = "<table><tr><td>" * 300 + "نص" + "<p><b><i>" * 300 + "آخر"
    assert visible(LexborHTMLParser(nested)).split() == ["نص", "آخر"]
