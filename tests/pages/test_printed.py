"""Documents to be printed: all articles of a dossier or of a theme, and nothing that their own pages do not show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.catalogue.gather import Catalogue, ThemeGroup
from generator.model import ThemeHit
from generator.pages import printed
from generator.pages.printed import MOST
from generator.place import TEMPLATES
from generator.render.markdown import environment, render
from tests import dossiers
from tests.pages.test_lists import ARTICLE, desk, entry


def test_a_document_holds_each_article_whole_with_its_number_among_the_sources() -> None:
    one, other = (replace(entry(name), article=ARTICLE) for name in ("a", "b"))
    made = replace(desk(one, other), url="https://example.org/x/")
    (page,) = dossiers.pages_by(printed.drafts, made)
    assert page.address == "/print/" and page.context["unlisted"], "no search engine lists a second copy of all texts"
    text = render(page, made, environment(TEMPLATES))
    for line in ARTICLE.cleaned.readable:
        assert text.count(line.text) == 2
    assert text.count('id="a1"') == text.count('href="#a1"') == text.count('id="s2"') == text.count('href="#s2"') == 1
    assert "https&#58;//example" in text or "https://example" in text


def test_a_theme_has_a_document_and_neither_has_one_beyond_what_anybody_prints() -> None:
    entries = tuple(entry(str(number)) for number in range(MOST + 1))
    theme = dossiers.LEXICON.themes.by_id["camps"]
    groups = (ThemeGroup(theme, tuple((each, ThemeHit("camps", 1.0)) for each in entries[:MOST])),)
    made = replace(desk(*entries), catalogue=Catalogue(entries, themes=groups))
    assert [page.address for page in dossiers.pages_by(printed.drafts, made)] == ["/themes/camps/print/"]
    assert printed.print_address("/", MOST) == "/print/" and printed.print_address("/", MOST + 1) is None


def test_what_may_not_be_shown_of_an_article_is_in_no_document(tmp_path: Path) -> None:
    home = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "dossier.yml": "publish: metadata\n"})
    made = dossiers.desk(home)
    (page,) = dossiers.pages_by(printed.drafts, made)
    text = render(page, made, environment(TEMPLATES))
    assert dossiers.TITLE in text and made.say("extent.metadata") in text
    assert dossiers.MIDDLE not in text and dossiers.END not in text
    assert list(dossiers.pages_by(printed.drafts, desk())) == []
