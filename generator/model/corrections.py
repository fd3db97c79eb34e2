"""The shape of a sidecar: what an editor may say of a seed, and of each of its facts; the published schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    WithJsonSchema,
    create_model,
    field_validator,
    model_validator,
)

from generator.model.calendar import parse_iso
from generator.model.extent import Extent

Operation = Literal["add", "set", "remove", "confirm"]
OPERATIONS: tuple[Operation, ...] = ("add", "set", "remove", "confirm")


def _iso(value: str) -> str:
    if parse_iso(value) is None:
        raise ValueError("is no date of the form 2021, 2021-03 or 2021-03-30")
    return value


_Date = Annotated[
    str,
    AfterValidator(_iso),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{1,2}(-[0-9]{1,2})?)?$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }
    ),
]
_Words = Annotated[str, Field(pattern=r"\S")]
_Passage = Annotated[
    str,
    Field(pattern=r"\w"),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"\w"}, {"type": "integer", "minimum": 1}]}),
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
    value: float | None = Field(default=None, allow_inf_nan=False)
    low: float | None = Field(default=None, allow_inf_nan=False)
    high: float | None = Field(default=None, allow_inf_nan=False)
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


class DateBounds(BaseModel):
    """Between which days the article was published, both inclusive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    not_before: _Date | None = None
    not_after: _Date | None = None


class CorrectionsFile(BaseModel):
    """Corrections as typed: what no other field than its own takes. `shape_of` adds a list for each of the others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: DateBounds | None = None
    slips: tuple[str, ...] = Field(
        default=(), description="Words that are wrong in the source itself, to be marked as such."
    )


class Corrections(BaseModel):
    """An editor's corrections of single facts: lists by field, bounds of the date, slips of the source."""

    model_config = ConfigDict(frozen=True)

    lists: Mapping[str, tuple[Correction, ...]] = {}
    date: DateBounds | None = None
    slips: tuple[str, ...] = ()

    def of(self, field: str) -> tuple[Correction, ...]:
        """The corrections of a field."""
        return self.lists.get(field, ())

    def speaks_of(self, field: str) -> bool:
        """True where anything is said of a field."""
        return bool(self.date if field == "date" else self.of(field))


_Name = Annotated[str, Field(pattern=r"\w")]


class NameToWithhold(BaseModel):
    """A name with the editor's word that it is meant, though it is short or common."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: _Name
    confirm: bool = Field(default=False, description="true: this very word is meant, however common it is.")


class SidecarFile(BaseModel):
    """The published schema of `NAME.yml` beside `NAME.txt`. Every key is optional, and wins over the text."""

    model_config = ConfigDict(extra="forbid", title="Mujaz sidecar")

    title: _Words | None = Field(default=None, description="The title, as it should stand on the page.")
    date: _Date | None = Field(default=None, description="Date of publication: YYYY, YYYY-MM or YYYY-MM-DD.")
    outlet: _Words | None = Field(default=None, description="Who published the text.")
    author: _Words | None = Field(default=None, description="Who wrote it.")
    url: str | None = Field(
        default=None, description="Where it was published: an http or https address.", pattern=r"^https?://[^\s<>\"']+$"
    )
    accessed: _Date | None = Field(default=None, description="The day on which the text was taken from there.")
    address: str | None = Field(
        default=None,
        description="The last part of the page's address: small ASCII letters, digits, - and _.",
        pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$",
    )
    themes: list[str] | None = Field(default=None, description="Exactly these themes, by id; an empty list for none.")
    facts: CorrectionsFile = Field(default=CorrectionsFile(), description="Corrections of single facts, by field.")
    publish: bool | Extent = Field(
        default=True,
        description="false keeps the article off the site; full, excerpt or metadata: how much of its text is shown.",
    )
    hidden: bool = Field(default=False, description="true keeps it out of lists and search; the page itself stays.")
    withdrawn: bool = Field(default=False, description="true leaves of the page that the article was withdrawn.")
    withdrawn_on: _Date | None = Field(default=None, description="Since when it is withdrawn, shown on the page.")
    withdrawn_reason: _Words | None = Field(default=None, description="Why, shown on the page.")
    sensitive: list[_Passage] = Field(
        default_factory=list,
        description="Harsh passages, folded in the text and absent elsewhere: words of a paragraph, the first words of"
        " one and the last of another with … between, or the number of a line in the file, or of two with - between.",
    )
    note: _Words | None = Field(default=None, description="An editor's note, shown on the page.")
    withhold: list[_Name | NameToWithhold] = Field(
        default_factory=list, description="Names to be left out of everything published."
    )
    confirm: bool = Field(
        default=False, description="true: the withheld names are meant, though one is a given name alone or common."
    )

    @field_validator("url", mode="after")
    @classmethod
    def _web(cls, value: str | None) -> str | None:
        if value is not None and not urlsplit(value).hostname:
            raise ValueError("no address")
        return value

    @property
    def corrections(self) -> Corrections:
        """What is said of single facts."""
        lists = {name: getattr(self.facts, name) for name in lists_of(type(self))}
        return Corrections(lists=lists, date=self.facts.date, slips=self.facts.slips)


def shape_of(fields: Iterable[str]) -> type[SidecarFile]:
    """The shape of a sidecar in which the facts of these fields may be corrected one by one."""
    lists: Any = dict.fromkeys(fields, (tuple[Correction, ...], ()))
    said = "An editor's corrections of single facts, by field."
    facts = create_model("Corrections", __base__=CorrectionsFile, __doc__=said, **lists)
    described = Field(default=facts(), description=SidecarFile.model_fields["facts"].description)
    return create_model("SidecarFile", __base__=SidecarFile, __doc__=SidecarFile.__doc__, facts=(facts, described))


def lists_of(shape: type[SidecarFile]) -> tuple[str, ...]:
    """The fields whose facts may be corrected one by one."""
    facts = shape.model_fields["facts"].default
    return tuple(name for name in type(facts).model_fields if name not in CorrectionsFile.model_fields)
