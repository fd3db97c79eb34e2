"""Keyboards: which letter each key gives, so that what was typed with the wrong layout can be read with another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.lexicon.loading import Record, Texts

# Keys of each row, from the top.
_ROWS = (13, 12, 12, 11)


def _rows(rows: Texts) -> Texts:
    counts = tuple(len(row.split()) for row in rows)
    if counts != _ROWS:
        raise ValueError(f"{counts} keys in its rows, which should have {_ROWS}")
    return rows


Level = Annotated[Texts, AfterValidator(_rows)]


class KeyRows(Record):
    """What the keys give, without shift and with it."""

    plain: Level
    shift: Level

    @property
    def keys(self) -> tuple[str, str]:
        """Each level as one row."""
        return " ".join(self.plain), " ".join(self.shift)


class Keyboards(Record):
    """Layouts by script; `dead`: the sign on a key that joins the letter after it, by the mark that it becomes."""

    arabic: tuple[KeyRows, ...] = ()
    latin: tuple[KeyRows, ...] = ()
    dead: Mapping[str, str] = Field(default_factory=dict)

    @property
    def packed(self) -> dict[str, object]:
        """As an index carries them."""
        return {
            "arabic": [layout.keys for layout in self.arabic],
            "latin": [layout.keys for layout in self.latin],
            "dead": dict(self.dead),
        }
