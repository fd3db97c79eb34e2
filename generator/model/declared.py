"""What a file says of itself beside its text, such as a page's metadata."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Declaration:
    """A value that a file declares beside its text: the words that do, and the field of the file, such as og:title."""

    value: str
    words: str
    field: str


@dataclass(frozen=True)
class Declared:
    """What a file says of itself in fields made for that; None where it is silent.

    tab: the title of a page as the browser's tab has it, often with the name of its site beside it;
    rivals: what else it declares, by the field of this record that it says otherwise.
    """

    title: Declaration | None = None
    date: Declaration | None = None
    outlet: Declaration | None = None
    author: Declaration | None = None
    url: Declaration | None = None
    tab: Declaration | None = None
    rivals: tuple[tuple[str, Declaration], ...] = ()

    def words_for(self, field: str, value: str) -> str | None:
        """The words that declare a value of one of these fields; an outlet may be told by tab or address."""
        own: Declaration | None = getattr(self, field, None)
        said = [own, *(x for name, x in self.rivals if name == field)]
        beside = [self.tab, self.url] if field == "outlet" else []
        holding = [x for x in (*said, *beside) if x and value in x.value] or [x for x in (*beside[1:], own) if x]
        return holding[0].words if holding else None
