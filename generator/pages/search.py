"""The search page: what the reader's browser needs to say there, and where to look when it cannot search."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.facts.table import FACET_NAMES
from generator.model import Draft, Page
from generator.pages.datewords import DIGITS
from generator.pages.desk import Desk
from generator.pages.face import search_examples
from generator.pages.grounds import Grounds, drafted
from generator.pages.themes import has_themes

_SAID = (
    "broken",
    "uncounted",
    "nothing",
    "waiting",
    "titled",
    "clear",
    "drop",
    "further",
    "fewer",
    "list",
    "listed",
    *(f"facet.{name}" for name in FACET_NAMES),
)


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """One page, yet without rows: those come from the other pages."""
    desk = grounds.desk
    description = desk.say("page.search.description" if has_themes(desk) else "page.search.description.plain")
    words = json.dumps(_words(desk), ensure_ascii=False)
    context = {"examples": search_examples(desk), "words": words, "rows": ()}
    yield drafted(Page("search", "/search/", desk.say("page.search"), context, description))


def _words(desk: Desk) -> dict[str, object]:
    """What the page's script says, the facets that an address may name, and the digits of counts."""
    wording = desk.lexicon.wording
    said: dict[str, object] = {name: wording.forms(f"search.{name}") for name in _SAID}
    return said | {"facets": FACET_NAMES, "digits": DIGITS[desk.settings.digits]}
