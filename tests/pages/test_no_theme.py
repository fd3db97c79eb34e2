"""What no article has stands nowhere: a dossier without themes speaks of none, and one theme of several has a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.build import gather
from generator.lexicon import load_lexicon
from generator.pages import menu, pages
from generator.search.findable import documents
from generator.site.files import files_of
from tests import dossiers

pytestmark = pytest.mark.dear

PRISONS = "تحذير من فوضى السجون\n\nحذر مسؤولون من فرار سجناء داعش من السجون المكتظة في الشمال.\n\n" + dossiers.MIDDLE


def test_a_dossier_without_themes_does_not_speak_of_any(tmp_path: Path) -> None:
    desk = gather(dossiers.folder(tmp_path, {"a.txt": PRISONS}), load_lexicon())
    files = {name: text for name, text in files_of(desk).items() if name.endswith(".md") and name != "notes/index.md"}
    assert not [name for name in files if name.startswith("themes/")]
    assert [name for name, text in files.items() if "الموضوعات" in text or "themes/" in text] == []
    assert "الموضوعات" not in json.dumps(menu(desk), ensure_ascii=False)
    assert "مادة واحدة؛ " in files["index.md"]
    assert not any("themes" in document.address for document in documents(desk))


def test_a_theme_that_no_article_has_stands_nowhere(tmp_path: Path) -> None:
    desk = dossiers.desk(dossiers.folder(tmp_path, {"a.txt": PRISONS}))
    given = {hit.id for entry in desk.catalogue.listed for hit in entry.article.facts.themes}
    assert "prisons" in given and len(given) < len(dossiers.LEXICON.themes.all)
    assert {page.address for page in pages(desk) if page.kind == "theme"} == {f"/themes/{id_}/" for id_ in given}
    absent = [theme.label for theme in dossiers.LEXICON.themes.all if theme.id not in given]
    texts = "\n".join(text for name, text in files_of(desk).items() if name.endswith(".md"))
    assert [label for label in absent if label in texts] == []


def test_an_article_that_no_list_shows_leads_to_no_theme_that_is_its_alone(tmp_path: Path) -> None:
    files = {"a.txt": PRISONS, "a.yml": "hidden: true", "b.txt": dossiers.ARTICLE}
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    page = files_of(desk)["articles/a/index.md"]
    assert "السجون ومراكز الاحتجاز" in page and "/themes/" not in page
    assert not [page for page in pages(desk) if page.kind == "theme"]


def test_nor_to_a_person_a_body_or_a_place_that_is_its_alone(tmp_path: Path) -> None:
    text = dossiers.ARTICLE.replace(dossiers.TITLE, "مايك بومبيو يصل إلى بغداد ويلتقي وزارة الدفاع الأمريكية")
    desk = dossiers.desk(dossiers.folder(tmp_path, {"a.txt": text, "a.yml": "hidden: true", "b.txt": PRISONS}))
    page, files = files_of(desk)["articles/a/index.md"], files_of(desk)
    led = re.findall(r'href="\.\./\.\./((?:people|organisations|places|outlets|themes)/[^"#]+)"', page)
    assert "مايك بومبيو" in page and [address for address in led if f"{address}index.md" not in files] == []
