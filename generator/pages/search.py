"""The search page: what the reader's browser needs to say there, and where to look when it cannot search."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.facts.table import FACET_NAMES, KINDS
from generator.lexicon.wording import Wording
from generator.model import Page
from generator.pages.desk import Desk, Link
from generator.pages.face import search_examples
from generator.pages.themes import has_themes

_SAID = (
    "absent",
    "kin",
    "keyboard",
    "written",
    "unheld",
    "preferred",
    "near",
    "between",
    "comma",
    "row",
    "broken",
    "partial",
    "unnarrowed",
    "waiting",
    "clear",
    *(f"facet.{name}" for name in FACET_NAMES),
    *(f"kind.{name}" for name in KINDS),
)
_INDEXES = ("articles", "themes", "people", "organisations", "places", "outlets")


def pages(desk: Desk) -> Iterable[Page]:
    """One page."""
    yield Page(
        kind="search",
        address="/search/",
        title=desk.say("page.search"),
        description=desk.say("page.search.description" if has_themes(desk) else "page.search.description.plain"),
        context={
            "examples": search_examples(desk),
            "words": json.dumps(_words(desk.lexicon.wording), ensure_ascii=False),
            "indexes": tuple(Link(desk.say(f"page.{name}"), f"/{name}/") for name in _indexes(desk)),
        },
    )


def _indexes(desk: Desk) -> Iterable[str]:
    return (name for name in _INDEXES if name != "themes" or has_themes(desk))


def _words(wording: Wording) -> dict[str, object]:
    said: dict[str, object] = {name: wording.forms(f"search.{name}") for name in _SAID}
    return said | {"count": wording.forms("search.count")}
