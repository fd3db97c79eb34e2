"""A dossier's own settings, from `dossier.yml` in its folder; every one has a default."""

from __future__ import annotations

from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from generator.model import Problem
from generator.read import DOSSIER_FILE

MonthNames = Literal["gulf", "levant", "morocco", "tunisia", "mauritania"]
Digits = Literal["latin", "arabic"]


class Settings(BaseModel):
    """What a dossier may say of itself: its name, a sentence about it, and how dates are written."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    name: str | None = None
    description: str | None = None
    months: MonthNames = "gulf"
    digits: Digits = "latin"


def parse_settings(text: str | None) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a `dossier.yml`; a faulty file gives the defaults and a problem."""
    if text is None:
        return Settings(), ()
    try:
        return Settings.model_validate(yaml.safe_load(text) or {}), ()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return Settings(), (Problem("error", DOSSIER_FILE, mark.line + 1 if mark else None, "settings-syntax"),)
    except ValidationError as error:
        first = error.errors()[0]
        values = (("field", ".".join(map(str, first["loc"]))), ("reason", first["msg"]))
        return Settings(), (Problem("error", DOSSIER_FILE, None, "settings-invalid", values),)
