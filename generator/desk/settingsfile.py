"""The `dossier.yml` of a new dossier: every setting explained in both languages, those that are given set."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from pydantic import BaseModel

from generator.lexicon.explanations import Explained

_WIDE = 1 << 30
_LINE = 100


def explained(shape: type[BaseModel], words: Mapping[str, Explained], given: Mapping[str, Any] | None = None) -> str:
    """A commented file with every setting of a shape: those `given` with their values, each other one as a comment
    that shows an example of it.
    """
    return "\n".join("\n".join(_setting(name, words[name], given or {})) + "\n" for name in shape.model_fields)


def _setting(name: str, words: Explained, given: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"# {line}" for text in (words.ar, words.en) for line in textwrap.wrap(text, _LINE))
    if name in given:
        yield yaml.safe_dump({name: given[name]}, allow_unicode=True, sort_keys=False, width=_WIDE).rstrip()
    else:
        yield from (f"# {line}" for line in words.example.split("\n"))
