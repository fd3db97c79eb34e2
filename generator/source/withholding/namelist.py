"""Reads the names under `withhold`, in every way that people write a list.

Invariant: what may be a name is kept as one even where its neighbour cannot be understood; a fault tells no word of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.lexicon.withholding import ProtectionWords
from generator.model import Withheld
from generator.reading.handwritten import Path, Typed
from generator.reading.letters import squeeze, tokens
from generator.source.withholding.intent import answers

KEY = "withhold"
_NUMBERED = re.compile(r"^\d{1,2}\s?[-–.)]\s")
# Signs that stand inside a name or round it; any other parts two names, these only between spaces.
_OF_NAMES = frozenset(".'’&#%@")


@dataclass(frozen=True)
class NameList:
    """The names, and the lines where something is no name."""

    names: tuple[Withheld, ...]
    faults: tuple[int | None, ...] = ()


def read_names(file: str, typed: Typed, words: ProtectionWords) -> NameList:
    """What stands under `withhold`; `confirm: true` beside the key holds for all of them."""
    value = (typed.values or {}).get(KEY, [])
    insisted = _yes((typed.values or {}).get("confirm"), words)
    found = tuple(_read(value, (KEY,), typed, insisted, words))
    return NameList(
        tuple(Withheld(x.name, file, x.line, x.confirmed) for x in found if tokens(x.name)),
        tuple(x.line for x in found if not tokens(x.name)),
    )


def _read(value: Any, path: Path, typed: Typed, insisted: bool, words: ProtectionWords) -> Iterator[Withheld]:
    """The names of a value; one without a letter stands for a fault."""
    line = typed.lines.get(path, typed.lines.get((KEY,)))
    if isinstance(value, list):
        for n, item in enumerate(value):
            yield from _read(item, (*path, n), typed, insisted, words)
    elif isinstance(value, str):
        for number, row in typed.rows.get(path, ((line, value),)):
            yield from (Withheld(name, "", number, insisted) for name in parted(row) or [""])
    elif isinstance(value, dict) and isinstance(value.get("name"), str):
        yield from _read(value["name"], (*path, "name"), typed, insisted or _yes(value.get("confirm"), words), words)
        if not _plain(value, words, listed=len(path) > 1):
            yield Withheld("", "", line)
    else:
        yield Withheld("", "", line)


def _plain(value: dict[str, Any], words: ProtectionWords, *, listed: bool) -> bool:
    """True for a name with the word that it is meant; outside a list that word is what tells it from a slip."""
    known = value.keys() <= {"name", "confirm"} if listed else value.keys() == {"name", "confirm"}
    return known and answers(value.get("confirm", "no"), words)


def _yes(value: Any, words: ProtectionWords) -> bool:
    return isinstance(value, str) and value.lower() in words.agree


def parted(row: str) -> list[str]:
    """The items of a line: parted by commas, bars, bullets or any sign between spaces, with or without a number."""
    signs = "".join(sorted({c for c in row if _parts(c)}))
    alone = "".join(sorted({c for c in row if _is_sign(c)}))
    pattern = "|".join([*([f"[{re.escape(signs)}]"] if signs else []), *_between_spaces(alone)])
    parts = re.split(pattern, _NUMBERED.sub("", row)) if pattern else [_NUMBERED.sub("", row)]
    return [item for part in parts if (item := squeeze(part))]


def _between_spaces(signs: str) -> list[str]:
    return [rf"(?:^|(?<=\s))[{re.escape(signs)}]+(?=\s|$)"] if signs else []


def _is_sign(char: str) -> bool:
    category = unicodedata.category(char)
    return category in ("Po", "Pd", "Sm", "So", "Sk", "Sc") and char not in "\"'"


def _parts(char: str) -> bool:
    """True for a sign that parts names without a space beside it; a dash may join the halves of one."""
    return _is_sign(char) and unicodedata.category(char) != "Pd" and char not in _OF_NAMES
