"""What is left of a withdrawn article: its address, and the word that it was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Page
from generator.pages.desk import Desk


def pages(desk: Desk) -> Iterable[Page]:
    """One page an address; it names nothing of what stood there."""
    return (
        Page(
            kind="withdrawn",
            address=gone.address,
            title=desk.say("page.withdrawn"),
            description=desk.say("page.withdrawn"),
            context={"unlisted": True, "gone": gone},
        )
        for gone in desk.catalogue.withdrawals
    )
