"""What an editor says of a seed, beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.corrections import Corrections
from generator.model.extent import Extent


@dataclass(frozen=True)
class Withheld:
    """A name to be absent everywhere, the sidecar and line that say so, and whether the editor insists."""

    name: str
    file: str
    line: int | None = None
    confirmed: bool = False


@dataclass(frozen=True)
class Sidecar:
    """An editor's word on a seed. None or empty means: nothing said. `refused`: it may protect, and is not clear.

    extent: how much of it is shown. sensitive: its harsh passages, by their words or lines.
    withdrawn: it was published and is no more; since which day and why, where the editor tells.
    """

    file: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    address: str | None = None
    accessed: str | None = None
    themes: tuple[str, ...] | None = None
    facts: Corrections = field(default=Corrections())
    publish: bool = True
    hidden: bool = False
    note: str | None = None
    withheld: tuple[Withheld, ...] = ()
    refused: bool = False
    extent: Extent | None = None
    sensitive: tuple[str, ...] = ()
    withdrawn: bool = False
    withdrawn_on: str | None = None
    withdrawn_reason: str | None = None

    @property
    def is_off(self) -> bool:
        """True where nothing of the article may be shown."""
        return self.withdrawn or not self.publish
