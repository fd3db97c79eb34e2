"""The same tree gives the same HTML with either engine, and what stands around an article weighs little."""

import gzip
import re
from pathlib import Path
from posixpath import normpath

import pytest

from generator import build
from generator.place import THEME
from tests import five
from tests.once import ADDRESS, five_site

# Bytes of HTML around an article, and of all that a first view asks for: HTML, styles and scripts gzipped, fonts.
SHELL, FIRST_VIEW = 8 * 1024, 110 * 1024
_ASKED = re.compile(r'<(?:link rel="(?:stylesheet|preload|icon)" href|script src)="([^"]+)"')


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The five seeds' site."""
    return files(five_site(tmp_path_factory))


def pages(site: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in site.items() if name.endswith("index.html") and b"<article" in data}


@pytest.mark.process
def test_mkdocs_and_properdocs_give_the_same_files(site: dict[str, bytes], tmp_path: Path) -> None:
    """Pages, index and sitemap alike, byte for byte: the engine can be changed on the day it must be."""
    build.site(five.copy_to(tmp_path / "seeds"), tmp_path / "site", url=ADDRESS, engine="properdocs")
    other = files(tmp_path / "site")
    assert sorted(site) == sorted(other)
    assert [name for name in site if site[name] != other[name]] == []


@pytest.mark.process
def test_what_stands_around_an_article_is_small(site: dict[str, bytes]) -> None:
    around = {
        name: re.sub("<article.*</article>|<script type=.application/ld.json.*?</script>", "", text, flags=re.DOTALL)
        for name, text in pages(site).items()
    }
    assert {name: len(text.encode()) for name, text in around.items() if len(text.encode()) > SHELL} == {}


@pytest.mark.process
def test_a_first_view_asks_for_little_and_for_one_stylesheet(site: dict[str, bytes]) -> None:
    heavy = dict[str, int]()
    for name, text in pages(site).items():
        head = text.partition("</head>")[0]
        files = [name, *(normpath(f"{Path(name).parent}/{asked}") for asked in _ASKED.findall(head))]
        weight = sum(
            len(data if file.endswith("woff2") else gzip.compress(data)) for file in files for data in [site[file]]
        )
        heavy |= {name: weight} if weight > FIRST_VIEW or head.count('rel="stylesheet"') != 1 else {}
    assert heavy == {}


@pytest.mark.parametrize("path", sorted(THEME.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_of_the_theme_calls_no_method_of_a_value(path: Path) -> None:
    """An engine in another language runs templates too, and knows none of Python's methods; `lang.t` is a macro."""
    assert set(re.findall(r"[\w\])\"']\.(\w+)\(", path.read_text("utf-8"))) <= {"t"}
