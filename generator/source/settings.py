"""A dossier's own settings, from `dossier.yml` in its folder; every one has a default.

The shape is said once, here: faults, the explained file for beginners and the published JSON Schema all follow it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt
from pydantic_core import PydanticCustomError

from generator.model.colours import parse_colour
from generator.model.extent import Extent
from generator.model.forge import Forge
from generator.source.read import LARGEST_SEED, LONGEST_LINE, MOST_LINES, Limits

MonthNames = Literal["gulf", "levant", "morocco", "tunisia", "mauritania"]
Digits = Literal["latin", "arabic"]
Language = Literal["ar", "en"]

# One address, as people write them; whether somebody reads what is sent there cannot be told from it.
_EMAIL = re.compile(r"[^\s@<>\"'()]+@[^\s@<>\"'()]+\.[^\s@<>\"'().]{2,}")
# What git allows in the name of a branch, of what people choose.
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|/\.|\.lock(?:/|$)|@\{))[^\s~^:?*\[\\/.-][^\s~^:?*\[\\]*(?<![/.])")
_OUTSIDE = re.compile(r"^(?:/|[a-z]+:)|(?:^|/)\.\.(?:/|$)", re.IGNORECASE)


def _colour(value: str) -> str:
    colour = parse_colour(value)
    if colour is None:
        raise PydanticCustomError("colour", "no colour")
    return colour


def _address(value: str) -> str | None:
    """A web address by https without its last slash; None for anything else, and for one that holds a password."""
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        return None
    plain = parts.scheme == "https" and "." in host.strip(".") and "@" not in parts.netloc
    return value.rstrip("/") if plain and not re.search(r"[\s<>\"\\^`{|}]", value) else None


def _contact(value: str) -> str:
    plain = value.removeprefix("mailto:")
    found = plain if _EMAIL.fullmatch(plain) else _address(value)
    if found is None:
        raise PydanticCustomError("contact", "neither an e-mail nor a web address")
    return found


def _forge(value: str) -> str:
    found = _address(value)
    if found is None or not urlsplit(found).path.strip("/"):
        raise PydanticCustomError("forge", "no address of a repository")
    return found.removesuffix(".git")


def _branch(value: str) -> str:
    if not _BRANCH.fullmatch(value):
        raise PydanticCustomError("branch", "no name of a branch")
    return value


def _folder(value: str) -> str:
    plain = value.replace("\\", "/").removeprefix("./").strip("/")
    if _OUTSIDE.search(plain) or re.search(r"[\s<>\"^`{|}?#]", plain):
        raise PydanticCustomError("folder", "no folder of a repository")
    return "" if plain == "." else plain


def _logo(value: str) -> str:
    plain = value.replace("\\", "/").removeprefix("./").removeprefix("assets/")
    if _OUTSIDE.search(plain) or not plain.strip("/"):
        raise PydanticCustomError("logo-place", "not in assets/")
    return plain


def _listed(value: object) -> object:
    """One word, or words parted by commas, as the list that they were meant to be."""
    return [part for part in re.split(r"\s*[،,؛;]\s*", value) if part] if isinstance(value, str) else value


def _pointed(value: object) -> object:
    """A file with its words, «FILE: words», as one text, where YAML took it for a key with its value."""
    if isinstance(value, dict) and len(value) == 1:
        return ": ".join(map(str, next(iter(value.items()))))
    return value


Short = Annotated[str, Field(max_length=150)]
Sentence = Annotated[str, Field(max_length=500)]
Pointed = Annotated[str, BeforeValidator(_pointed), Field(max_length=1000, pattern=r"^[^:\s]+: *\S")]
Colour = Annotated[str, AfterValidator(_colour), Field(json_schema_extra={"pattern": "^#?([0-9A-Fa-f]{3}){1,2}$"})]


class Colours(BaseModel):
    """The two colours of a site, «#rrggbb»: the ground of its header, and its links and buttons."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    primary: Colour | None = None
    accent: Colour | None = None


class Settings(BaseModel):
    """What a dossier may say of itself: what it is called and about, how it looks and dates are written, what it holds.

    `points` are words of its articles, each «FILE: words», that an editor wants at the head of the front page;
    `loaded_words` come to those that no text says there in its own voice. `logo` is a file below its assets/, `folder`
    that of the texts within the repository. `max_left_out` is how many of the lines that are not of an article its page
    and its data file tell of. `publish`: what may be shown of articles that say nothing of it themselves.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Short | None = None
    subject: Sentence | None = None
    description: Sentence | None = None
    points: Annotated[tuple[Pointed, ...], Field(max_length=5)] = ()
    not_covered: Sentence | None = None
    loaded_words: Annotated[tuple[Short, ...], BeforeValidator(_listed)] = ()
    logo: Annotated[Short, AfterValidator(_logo)] | None = None
    colours: Colours = Colours()
    footer: Sentence | None = None
    contact: Annotated[Short, AfterValidator(_contact)] | None = None
    language: Language = "ar"
    months: MonthNames = "gulf"
    digits: Digits = "latin"
    search_examples: Annotated[tuple[Short, ...], BeforeValidator(_listed), Field(max_length=5)] = ()
    forge: Annotated[Short, AfterValidator(_forge)] | None = None
    branch: Annotated[Short, AfterValidator(_branch)] = "main"
    folder: Annotated[Short, AfterValidator(_folder)] | None = None
    keeper: Sentence | None = None
    funding: Sentence | None = None
    licence: Sentence | None = None
    list_length: Annotated[int, Field(ge=5, le=500)] = 50
    publish: Extent = "full"
    max_bytes: PositiveInt = LARGEST_SEED
    max_lines: PositiveInt = MOST_LINES
    max_line: PositiveInt = LONGEST_LINE
    max_left_out: PositiveInt = 500

    @property
    def limits(self) -> Limits:
        """How much a seed may hold."""
        return Limits(self.max_bytes, self.max_lines, self.max_line)

    @property
    def described(self) -> str | None:
        """The line for search engines: the subject, unless another is given."""
        return self.description or self.subject

    def kept_at(self, told: Forge | None, folder: str | None) -> Forge | None:
        """Where the files are kept for all to see: as the dossier says, else as the forge that builds the site and git
        tell.
        """
        known = Forge(self.forge) if self.forge else told
        usual = self.branch == Forge.branch and not self.forge
        place = folder if self.folder is None else self.folder
        return known and replace(known, branch=known.branch if usual else self.branch, folder=place)
