"""Every file of a site: pages at their addresses, and a page that leads on with the title of the one it leads to."""

from __future__ import annotations

from generator import clean
from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry
from generator.model import Forward
from generator.pages.desk import Desk
from generator.site.files import files_of
from generator.source.settings import Settings
from tests import dossiers

RULES = {rule.id: rule for rule in clean.rules(dossiers.LEXICON)}


def test_a_page_that_leads_on_has_the_title_of_the_page_it_leads_to() -> None:
    entry = Entry(dossiers.article(), "/articles/a/", None)
    catalogue = Catalogue((entry,), forwards=(Forward("/articles/copy/", "/articles/a/"),))
    files = files_of(Desk(catalogue, dossiers.LEXICON, Settings(), RULES))
    page = files["articles/copy/index.html"]
    assert f">{dossiers.TITLE}</a>" in page and 'href="../a/"' in page
    assert "articles/a/index.md" in files and "articles/copy/index.md" not in files
