"""Raw pages of sites that do not exist, with the truth of every line: seeded, so that a page can be made again.

    pages("daily_with_menu", seed=1, n=5)        five pages of a family, each a site of its own
    pages("print_view", 1, 5, bodies=articles)   the same with other articles in them

Text, persons and papers are invented. The same arguments always give the same pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.layouts.composer import Composer
from tests.layouts.page import STATES, Body, LaidPage
from tests.layouts.stock import stock

__all__ = ["FAMILIES", "STATES", "Body", "LaidPage", "pages"]

FAMILIES: tuple[str, ...] = tuple(stock("families"))


def pages(family: str, seed: int, n: int, bodies: Sequence[Body] | None = None) -> list[LaidPage]:
    """`n` pages of a family; `bodies`, where given, are put into them in turn instead of articles of our own."""
    given = [bodies[i % len(bodies)] if bodies else None for i in range(n)]
    return [Composer(family, Random(f"{family}-{seed}-{i}"), body).page() for i, body in enumerate(given)]  # noqa: S311
