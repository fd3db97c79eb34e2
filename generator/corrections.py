"""The shape of an editor's corrections: which fact, and what is to become of it. A part of the sidecar's schema."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from generator.dates import parse_iso

Operation = Literal["add", "set", "remove", "confirm"]
OPERATIONS: tuple[Operation, ...] = ("add", "set", "remove", "confirm")
ListField = Literal[
    "people", "organisations", "places", "outlet", "cited_outlets", "author", "quotes", "figures", "dates_mentioned"
]


class Correction(BaseModel):
    """One correction. One of add, set, remove, confirm names the fact: by its name, or by how its words begin."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    add: str | None = Field(default=None, description="A fact that the generator did not find, by its name or words.")
    set: str | None = Field(default=None, description="A fact to be changed, as the other keys say.")
    remove: str | None = Field(default=None, description="A fact that is wrong.")
    confirm: str | None = Field(default=None, description="A fact that is right, though it was doubtful.")
    name: str | None = None
    role: str | None = None
    speaker: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    subject: str | None = None

    @model_validator(mode="after")
    def _one_operation(self) -> Correction:
        given = [o for o in OPERATIONS if getattr(self, o)]
        if len(given) != 1:
            raise ValueError(f"give exactly one of {', '.join(OPERATIONS)}")
        return self

    @property
    def operation(self) -> Operation:
        """Which of the four it is."""
        return next(o for o in OPERATIONS if getattr(self, o))

    @property
    def target(self) -> str:
        """The name or words that say which fact is meant."""
        return str(getattr(self, self.operation))


class Bounds(BaseModel):
    """Between which days the article was published, both inclusive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    not_before: str | None = None
    not_after: str | None = None

    @field_validator("not_before", "not_after")
    @classmethod
    def _iso(cls, value: str | None) -> str | None:
        if value is not None and parse_iso(value) is None:
            raise ValueError("is no date of the form 2021, 2021-03 or 2021-03-30")
        return value


class Corrections(BaseModel):
    """An editor's corrections of single facts, by field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    people: tuple[Correction, ...] = ()
    organisations: tuple[Correction, ...] = ()
    places: tuple[Correction, ...] = ()
    outlet: tuple[Correction, ...] = ()
    cited_outlets: tuple[Correction, ...] = ()
    author: tuple[Correction, ...] = ()
    quotes: tuple[Correction, ...] = ()
    figures: tuple[Correction, ...] = ()
    dates_mentioned: tuple[Correction, ...] = ()
    date: Bounds | None = None
    slips: tuple[str, ...] = Field(
        default=(), description="Words that are wrong in the source itself, to be marked as such."
    )
