"""A thing that one article alone names keeps its address with a file of few bytes, which leads to its words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.pages.desk import Desk
from generator.site.files import files_of
from generator.site.finish import finish_page
from generator.site.markup import head_of, look
from generator.site.policy import POLICY
from tests import dossiers

NAME = "سمير الحسن"
MOST_BYTES = 700


def desk(home: Path, texts: int, url: str = "") -> Desk:
    files = {f"text-{number}.txt": dossiers.ARTICLE.replace("اليوم", f"يوم {number}") for number in range(texts)}
    return replace(dossiers.desk(dossiers.folder(home, files)), url=url)


def person(made: Desk) -> str:
    """His address below docs/."""
    return next(group.address.strip("/") for group in made.catalogue.groups if group.name == NAME)


@pytest.mark.parametrize("url", ["", "https://mujaz.example/one/"])
def test_the_file_is_small_and_leads_to_the_words(tmp_path: Path, url: str) -> None:
    made = desk(tmp_path, 1, url)
    files = files_of(made)
    assert f"{person(made)}/index.md" not in files
    small = finish_page(files[f"{person(made)}/index.html"]) or ""
    head, seen = head_of(small), look(small)
    assert len(small.encode()) <= MOST_BYTES
    assert head.direction == "rtl" and head.policy == POLICY and 'lang="ar"' in small
    assert seen.unlisted and not seen.refused and not seen.scripts
    (way,) = set(re.findall(r'(?:href="|url=)(\.\./[^">]+#[^">]+)', small))
    place, _, words = way.partition("#")
    assert place == "../../articles/text-0/"
    assert f'id="{words}"' in files["articles/text-0/index.md"]
    assert ('<link rel=canonical href="../../articles/text-0/">' in small) is bool(url)
    assert f"<title>{NAME}</title>" in small


def test_lists_and_pages_lead_where_it_leads(tmp_path: Path) -> None:
    made = desk(tmp_path, 1)
    files = files_of(made)
    own = f"{person(made).rpartition('/')[2]}/"
    assert all(f'{own}"' not in text for name, text in files.items() if name.endswith(".md"))
    assert re.search(r'href="\.\./articles/text-0/[^"]+w\d[^"]*">' + NAME, files["people/index.md"])


def test_it_grows_to_a_page_at_the_same_address(tmp_path: Path) -> None:
    one, two = desk(tmp_path / "one", 1), desk(tmp_path / "two", 2)
    assert person(one) == person(two)
    files = files_of(two)
    assert f"{person(two)}/index.md" in files and f"{person(two)}/index.html" not in files


def test_what_a_lexicon_knows_has_a_page_however_few_name_it(tmp_path: Path) -> None:
    made = dossiers.desk(dossiers.folder(tmp_path, {"a.txt": f"{dossiers.ARTICLE}\nوكان ذلك في دمشق يوم الأحد.\n"}))
    known = [group for group in made.catalogue.groups if group.known]
    assert known
    assert all(f"{group.address.strip('/')}/index.md" in files_of(made) for group in known)
