"""What a person would read at the head of an article's file: every value by name, without evidence; and its schema.

What shows a value, and what each line was taken for, lies in the data file that `data` names.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, make_dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from generator.catalogue.groups import Entry
from generator.facts.contract import Origin, schema_of, shape
from generator.facts.record import origin
from generator.facts.table import PUBLISHED, FactField
from generator.model import BODY_VERDICTS, Article, Extent, Sidecar
from generator.model.addresses import data_path
from generator.pages.desk import Desk


@dataclass(frozen=True)
class Standing:
    """Where an article has its page, since when, where its text was taken from and when, how much of it is shown,
    and what its editor adds.
    """

    kind: Literal["article"]
    address: str
    added: str | None
    url: str | None
    accessed: str | None
    publish: Extent
    note: str | None


@dataclass(frozen=True)
class Briefing(Origin, Standing):
    """An article beside its facts: with its data file, and how many lines are kept and left out.

    reported: how many sayings are told without marks; `quotes` counts the others.
    """

    data: str
    kept: int
    left_out: int
    reported: int


def placed(entry: Entry) -> Standing:
    """Where an article has its page, since when, and what its editor adds."""
    said, article = entry.article.sidecar or Sidecar(""), entry.article
    return Standing("article", entry.address, entry.added, original(article), said.accessed, article.extent, said.note)


def original(article: Article) -> str | None:
    """The address that an article came from: by its editor's word, else by its header, else as its file declares it."""
    said, found = article.sidecar, article.facts.of("original")
    return said.url if said and said.url else found.name if found else None


def briefing(desk: Desk, entry: Entry) -> dict[str, Any]:
    """The values of an article by name."""
    cleaned = entry.article.cleaned
    about = Briefing(
        **vars(placed(entry)),
        **vars(origin(entry.article)),
        data=f"/{data_path(entry.address)}",
        kept=sum(line.verdict in BODY_VERDICTS for line in cleaned.lines),
        left_out=len(cleaned.left_out),
        reported=sum(quote.is_reported for quote in entry.article.facts.quotes),
    )
    return vars(about) | {field.name: _value(desk, field, entry) for field in PUBLISHED}


def schema() -> dict[str, Any]:
    """The JSON Schema of what article pages carry under `briefing:`."""
    made = shape("Briefing", Briefing, facts={field.name: _type(field) for field in PUBLISHED})
    return schema_of(TypeAdapter(made), "Mujaz briefing")


@cache
def _type(field: FactField) -> Any:
    """Names by the last part of their page's address, words as they are, the number of all else; one thing, plain."""
    if field.several:
        named = field.group or field.name == "themes"
        return dict[str, str] if named else field.type if field.type == tuple[str, ...] else int
    record: Any = next(x for x in (*get_args(field.type), field.type) if x is not type(None))
    if not hasattr(record, "__dataclass_fields__"):
        return field.type
    hints = get_type_hints(record)
    plain = make_dataclass(record.__name__, [(name, hints[name]) for name in _plain(record)])
    plain.__doc__ = record.__doc__
    return plain | None if get_args(field.type) else plain


def _value(desk: Desk, field: FactField, entry: Entry) -> Any:
    value: Any = field.value(entry.article.facts)
    kind = _type(field)
    if field.name == "themes":
        return {theme.id: theme.label for theme in desk.themes_of(entry.article)}
    if kind == dict[str, str]:
        return {desk.group_part(field.group, x.id, x.name): x.name for x in value}
    if field.name == "quotes":
        return sum(not quote.is_reported for quote in value)
    if field.several:
        return len(value) if kind is int else list(value)
    return (
        {name: getattr(value, name) for name in _plain(value.__class__)}
        if hasattr(value, "__dataclass_fields__")
        else value
    )


@cache
def _plain(record: type[Any]) -> tuple[str, ...]:
    """What a record says in single values."""
    hints = get_type_hints(record)
    return tuple(field.name for field in fields(record) if get_origin(hints[field.name]) is not tuple)
