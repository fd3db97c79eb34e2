"""Pages that somebody wrote by hand, ready to be shown: those of the dossier, then those of a checkout's docs/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.model import Draft, Page
from generator.model.addresses import markdown_path
from generator.pages.correcting import ABOUT
from generator.pages.desk import Desk
from generator.pages.escape import escape
from generator.pages.grounds import Grounds, drafted
from generator.reading.masks import shown


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """Each page that is left, as it stands."""
    desk = grounds.desk
    for own in (each for each in desk.own if each.address != ABOUT):  # that one stands on a page of ours
        body = Markup(own.body)  # noqa: S704  looked through where it was made
        yield drafted(Page("own", own.address, own.title, {"body": body}, own.description or desk.described))


def rows(desk: Desk) -> list[Mapping[str, str]]:
    """Their rows in the menu: by their own titles, without pages that lie below another address."""
    own, words = (page for page in desk.own if "/" not in page.address.strip("/")), desk.say("withheld")
    return [{str(escape(shown(page.title, words))): markdown_path(page.address)} for page in own]
