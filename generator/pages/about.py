"""About the dossier: who keeps it and pays for it, what it shows, how to have something mended or withdrawn, what the
site remembers on a reader's device, whose work all this is. What the dossier does not tell is said to be untold.

A page of that address in the dossier's own folder stands above, for its editors have the first word.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.model import Draft, Page
from generator.pages import correcting
from generator.pages.correcting import ABOUT
from generator.pages.grounds import Grounds, drafted
from generator.pages.tools import dossier_files


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """One page."""
    desk = grounds.desk
    own = next((page for page in desk.own if page.address == ABOUT), None)
    body = Markup(own.body) if own else None  # noqa: S704  looked through where it was made
    settings, listed = desk.settings, desk.catalogue.listed
    page = Page(
        kind="about",
        address=ABOUT,
        title=own.title if own else desk.say("page.about"),
        description=(own.description if own else "") or desk.say("page.about.description"),
        context={
            "own": body,
            "subject": settings.subject,
            "keeper": settings.keeper or desk.say("about.keeper.untold"),
            "funding": settings.funding or desk.say("about.funding.untold"),
            "licence": settings.licence or desk.say("about.licence.untold"),
            "published": desk.say(f"about.publish.{settings.publish}"),
            "count": desk.say("count.articles", count=len(listed)),
            "contact": correcting.contact(desk),
            "report": desk.forge.report("", desk.whole("/")) if desk.forge else None,
            "files": dossier_files() if listed else (),
        },
    )
    yield drafted(page)
