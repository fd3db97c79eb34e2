"""What the theme shows of a dossier on every page: its logo, its line in the footer, its examples in the search box.

The theme prints these as they are, so each leaves here escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from generator.pages.desk import Desk
from generator.pages.escape import escape

# Where the files of a dossier's assets/ lie on its site: no name of theirs can be one of the generator's own files.
OWN_ASSETS = "assets/own/"


def face(desk: Desk, stylesheet: str) -> Mapping[str, str]:
    """What the theme needs, by name; what the dossier does not say is left out. `stylesheet` is where colours lie."""
    settings = desk.settings
    said = {
        "logo": f"{OWN_ASSETS}{quote(settings.logo)}" if settings.logo else "",
        "footer": settings.footer or "",
        "search_examples": search_examples(desk),
        "stylesheet": stylesheet if settings.colours.primary or settings.colours.accent else "",
    }
    return {name: str(escape(value)) for name, value in said.items() if value}


def search_examples(desk: Desk) -> str:
    """What stands in an empty search box: the dossier's examples, or an invitation."""
    return desk.say("list.comma").join(desk.settings.search_examples) or desk.say("frame.search.placeholder")
