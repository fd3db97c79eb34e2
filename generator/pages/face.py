"""What the theme shows of a dossier on every page: its logo, its examples in the search box, its line and links in the
footer, and which addresses belong to the page of all indexes.

The theme prints these as they are, so each leaves here escaped.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import quote

from generator.model.addresses import markdown_path
from generator.pages.desk import Desk
from generator.pages.escape import escape

# Where the files of a dossier's assets/ lie on its site: no name of theirs can be one of the generator's own files.
OWN_ASSETS = "assets/own/"
# Pages that stand in no menu and are never far: each is linked from the footer where a site has it, by `page.NAME`;
# one that a dossier has written by hand stands in the menu.
_AT_THE_FOOT = ("about", "corrections", "feeds", "data", "notes")


Face = Mapping[str, str | Sequence[str] | Sequence[Mapping[str, str]]]


def face(desk: Desk, files: Collection[str], indexes: Sequence[str]) -> Face:
    """What the theme needs, by name; what the dossier does not say is left out. `files` are the site's, below docs/."""
    settings, made = desk.settings, {*files} - {markdown_path(page.address) for page in desk.own}
    said = {
        "logo": f"{OWN_ASSETS}{quote(settings.logo)}" if settings.logo else "",
        "footer": settings.footer or "",
        "search_examples": search_examples(desk),
    }
    return {
        **{name: str(escape(value)) for name, value in said.items() if value},
        "foot": [_row(desk, name) for name in _AT_THE_FOOT if markdown_path(f"/{name}/") in made],
        "indexed": [f"{name}/" for name in indexes],
    }


def _row(desk: Desk, name: str) -> Mapping[str, str]:
    return {"address": f"{name}/", "name": str(escape(desk.say(f"page.{name}")))}


def search_examples(desk: Desk) -> str:
    """What stands in an empty search box: the dossier's examples, or an invitation."""
    return desk.say("list.comma").join(desk.settings.search_examples) or desk.say("frame.search.placeholder")
