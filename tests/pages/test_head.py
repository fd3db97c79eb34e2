"""JSON-LD says no more than the text: what was inferred, reckoned or is only probable is left out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

THEME = Path(__file__).resolve().parents[2] / "templates" / "theme"


def head(meta: dict[str, str], **facts: object) -> str:
    """The head of an article's page."""
    env = Environment(loader=FileSystemLoader(THEME), autoescape=False)  # noqa: S701  As the engine renders it.
    env.filters["url"] = str
    briefing = {"kind": "article", "title": "عنوان", "title_basis": "stated", "language": "ar", **facts}
    said = {"title": "عنوان", **meta}
    page = {"meta": said, "canonical_url": "https://site.example/a/"}
    config = {"site_name": "ملف", "theme": {"language": "ar"}}
    return env.get_template("partials/head.html").render(briefing=briefing, meta=said, page=page, config=config)


def data(**facts: object) -> dict[str, Any]:
    """The JSON-LD of an article with these facts."""
    found = re.search(r"ld\+json\">(.*?)</script>", head({}, **facts))
    assert found
    return dict(json.loads(found[1]))


@pytest.mark.parametrize(
    ("basis", "certainty", "told"),
    [
        ("stated", "certain", True),
        ("editorial", "certain", True),
        ("stated", "probable", False),
        ("inferred", "certain", False),
        ("chronology", "certain", False),
        ("metadata", "certain", False),
    ],
)
def test_a_date_and_a_publisher_are_told_when_the_text_states_them(basis: str, certainty: str, told: bool) -> None:
    said = data(
        date={"value": "2021", "basis": basis, "certainty": certainty},
        outlet={"name": "صحيفة الحقل", "basis": basis, "certainty": certainty},
    )
    assert ("datePublished" in said, "publisher" in said) == (told, told)


def test_words_of_the_body_are_no_headline() -> None:
    assert "headline" in data()
    assert {"headline", "name"} & set(data(title_basis="derived")) == {"name"}


def test_the_head_leads_to_the_data_of_a_listed_article_alone() -> None:
    link = '<link rel="describedby" type="application/json" href="data/articles/a.json">'
    assert link in head({}, data="/data/articles/a.json")
    assert "application/json" not in head({"robots": "noindex"}, data="/data/articles/a.json")
