"""A page under the cleaner's hands: the views of its lines and the extent of its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.clean.view import View

Marks = Mapping[int, str]


@dataclass(frozen=True)
class Page:
    """Views by index (line number less one). The article reaches from `first` to `last`, both included; none: None."""

    views: tuple[View, ...]
    language: str
    first: int | None = None
    last: int | None = None
    title: int | None = None

    @property
    def inside(self) -> range:
        """The indexes of the article's extent, what stands between its paragraphs included."""
        return range(0) if self.first is None or self.last is None else range(self.first, self.last + 1)

    def before(self, index: int) -> Iterator[int]:
        """Indexes of the lines above that are not blank, nearest first."""
        return (i for i in range(index - 1, -1, -1) if not self.views[i].is_blank)

    def after(self, index: int) -> Iterator[int]:
        """Indexes of the lines below that are not blank, nearest first."""
        return (i for i in range(index + 1, len(self.views)) if not self.views[i].is_blank)
