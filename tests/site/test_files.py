"""Every file of a site: pages at their addresses, and a page that leads on with the title of the one it leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator import clean
from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry
from generator.model import Forward
from generator.pages.desk import Desk
from generator.site.files import files_of
from generator.source.settings import Settings
from tests import dossiers

RULES = {rule.id: rule for rule in clean.rules(dossiers.LEXICON)}
ENTRY = Entry(dossiers.article(), "/articles/a/", None)


def files(catalogue: Catalogue) -> Mapping[str, str]:
    return files_of(Desk(catalogue, dossiers.LEXICON, Settings(), RULES))


def test_a_page_that_leads_on_has_the_title_of_the_page_it_leads_to() -> None:
    made = files(Catalogue((ENTRY,), forwards=(Forward("/articles/copy/", "/articles/a/"),)))
    page = made["articles/copy/index.html"]
    assert f">{dossiers.TITLE}</a>" in page and 'href="../a/"' in page
    assert "articles/a/index.md" in made and "articles/copy/index.md" not in made


def test_the_method_page_leads_to_every_schema_and_each_is_there() -> None:
    made = files(Catalogue((ENTRY,)))
    linked = set(re.findall('href="../(schemas/[^"]+)"', made["method/index.md"]))
    own = {f"schemas/{of}.schema.json" for of in ("article", "briefing", "sidecar", "dossier")}
    assert own < linked and {name for name in linked - own if not name.startswith("schemas/lexicon/")} == set()
    assert linked == {name for name in made if name.startswith("schemas/")}
