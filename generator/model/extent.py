"""How much of an article is shown."""

from __future__ import annotations

from typing import Literal, get_args

# Its whole text, a few sentences of it, or none.
Extent = Literal["full", "excerpt", "metadata"]
EXTENTS: tuple[Extent, ...] = get_args(Extent)


def least(*extents: Extent | None) -> Extent | None:
    """The one of some extents that shows the least; None where none is given."""
    return max((x for x in extents if x), key=EXTENTS.index, default=None)
