"""An article as bytes, and back: what is read once is not read again.

Invariant: an article that comes back equals the one that went; its source and its sidecar are handed in again. Bytes of
another shape give none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from msgspec import DecodeError, ValidationError
from msgspec.msgpack import Decoder, Encoder

from generator.facts.table import FIELDS
from generator.model import Article, Facts, Sidecar, Source

_NO_SOURCE = Source("", None, "", "")
_WRITER = Encoder()


@dataclass(frozen=True)
class _Coded:
    """An article without its sidecar, its source unless that is another than was given, and the fields that no record
    has an attribute for, which follow.
    """

    article: Article
    more: dict[str, bytes] = field(default_factory=dict)


_reader = cache(lambda: Decoder(_Coded))


@cache
def _readers() -> Mapping[str, Decoder[Any]]:
    """What reads each field that facts have no attribute for."""
    return {x.name: Decoder(x.type) for x in FIELDS if x.name not in Facts.__dataclass_fields__}


def coded_article(article: Article, given: Source) -> bytes:
    """An article of a given source as bytes."""
    facts = article.facts
    more = {name: _WRITER.encode(value) for name, value in facts.more.items()}
    bare = article.cleaned if article.cleaned.source != given else replace(article.cleaned, source=_NO_SOURCE)
    told = replace(article, cleaned=bare, facts=replace(facts, more={}), sidecar=None)
    return _WRITER.encode(_Coded(told, more))


def article_from(data: bytes, given: Source, sidecar: Sidecar | None) -> Article | None:
    """The article of a given source and its sidecar that some bytes are; None where they are none."""
    try:
        read: _Coded = _reader().decode(data)
        more = {name: _readers()[name].decode(value) for name, value in read.more.items()}
    except (DecodeError, ValidationError, LookupError):
        return None
    article, facts = read.article, read.article.facts
    own = article.cleaned.source
    cleaned = replace(article.cleaned, source=given) if own == _NO_SOURCE else article.cleaned
    return replace(article, cleaned=cleaned, facts=replace(facts, more=more) if more else facts, sidecar=sidecar)
