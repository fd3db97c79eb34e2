"""What is left of a withdrawn article: its address, and the word that it was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Draft, Page
from generator.pages.grounds import Grounds, drafted


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """One page an address; it names nothing of what stood there."""
    said = grounds.desk.say("page.withdrawn")
    for gone in grounds.desk.catalogue.withdrawals:
        yield drafted(Page("withdrawn", gone.address, said, {"unlisted": True, "gone": gone}, said))
