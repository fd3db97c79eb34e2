"""What ends a command and a person can mend: a message of the catalogue with its values, told where it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Problem


class CommandError(Exception):
    """`message` is a key of data/wording/terminal/, which has a sentence with place and remedy in each language;
    `problems` say what is wrong with files, where something is.
    """

    problems: tuple[Problem, ...] = ()

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message, self.values = message, values

    def __str__(self) -> str:
        """For whoever develops this: the message's key and what it says."""
        return ": ".join(map(str, (self.message, *self.values.values())))

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Whole from a worker process too."""
        return partial(type(self), self.message, **self.values), ()
