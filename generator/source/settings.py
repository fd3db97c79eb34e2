"""A dossier's own settings, from `dossier.yml` in its folder; every one has a default."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, PositiveInt, ValidationError

from generator.model import Problem
from generator.reading.letters import digits
from generator.source.handwritten import read_typed
from generator.source.read import DOSSIER_FILE, LARGEST_SEED, LONGEST_LINE, MOST_LINES, Limits

MonthNames = Literal["gulf", "levant", "morocco", "tunisia", "mauritania"]
Digits = Literal["latin", "arabic"]


class Settings(BaseModel):
    """What a dossier may say of itself: its name, a sentence about it, how dates are written, how much it may hold.

    `max_left_out` is how many of the lines that are not of an article its page and its data file tell of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str | None = None
    description: str | None = None
    months: MonthNames = "gulf"
    digits: Digits = "latin"
    max_bytes: PositiveInt = LARGEST_SEED
    max_lines: PositiveInt = MOST_LINES
    max_line: PositiveInt = LONGEST_LINE
    max_left_out: PositiveInt = 500

    @property
    def limits(self) -> Limits:
        """How much a seed may hold."""
        return Limits(self.max_bytes, self.max_lines, self.max_line)


_NUMBERS = frozenset({"max_bytes", "max_lines", "max_line", "max_left_out"})


def parse_settings(text: str | None) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a `dossier.yml`. A file that cannot be read gives the defaults, a faulty setting its own, and
    a problem each.
    """
    if text is None:
        return Settings(), ()
    typed = read_typed(text, ("name", "description"))
    problems = [Problem("error", DOSSIER_FILE, fault.line, "settings-syntax") for fault in typed.faults]
    given = ((key, value) for key, value in (typed.values or {}).items() if value is not None)
    values = {key: digits(value) if key in _NUMBERS and isinstance(value, str) else value for key, value in given}
    try:
        return Settings.model_validate(values), tuple(problems)
    except ValidationError as error:
        wrong = {str(fault["loc"][0]) for fault in error.errors()}
    problems += [
        Problem("error", DOSSIER_FILE, typed.lines.get((key,)), "settings-invalid", (("field", key),))
        for key in sorted(wrong)
    ]
    return Settings.model_validate({k: v for k, v in values.items() if k not in wrong}), tuple(problems)
