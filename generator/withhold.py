"""Takes names that an editor withholds out of a source before anything reads it, so that no later stage can show them.

Each name is replaced by as many mask characters as it has, so lines and spans stay those of the file; where text leaves
the generator, a run of masks is shown as words («[حُجب الاسم]»). The raw file stays as public as its repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from generator.match import Phrasebook
from generator.model import Problem, Source
from generator.text import key, tokens

# A character of the private use area: no text means anything by it, and no stage takes it for a letter.
MASK = "\ue0f0"
_MASKS = re.compile(f"{MASK}+")


def withhold(source: Source, names: Iterable[str]) -> Source:
    """The source with every occurrence of the names masked, whatever clitics stand before them."""
    wanted = [name for name in names if tokens(name)]
    if not wanted:
        return source
    book = Phrasebook((name, True) for name in wanted)
    masked = "\n".join(_masked(line, book) for line in source.text.replace(MASK, " ").split("\n"))
    return replace(source, text=masked)


def hide(text: str, names: Iterable[str]) -> str:
    """An editor's own words with the names masked."""
    wanted = [name for name in names if tokens(name)]
    return _masked(text, Phrasebook((name, True) for name in wanted)) if wanted else text


def _masked(line: str, book: Phrasebook[bool]) -> str:
    for hit in reversed(book.find(line)):
        start = hit.start + (len(hit.prefix) if line.startswith(hit.prefix, hit.start) else 0)
        line = line[:start] + MASK * (hit.end - start) + line[hit.end :]
    return line


def shown(value: Any, words: str) -> Any:
    """A value as it leaves the generator: in every string of it, runs of masks as words."""
    if isinstance(value, str):
        return _MASKS.sub(words, value) if MASK in value else value
    if isinstance(value, dict):
        return {name: shown(part, words) for name, part in value.items()}
    if isinstance(value, list):
        return [shown(part, words) for part in value]
    return value


def remains(source: Source, names: Iterable[str]) -> tuple[Problem, ...]:
    """A note for each line that still holds a part of a withheld name: a short mention may need its own entry."""
    parts = {part: name for name in names for part in key(name).split() if len(part) > _SHORT}
    return tuple(
        Problem("note", source.name, number, "withheld-part", (("part", token.text),))
        for number, line in enumerate(source.lines, start=1)
        for token in tokens(line)
        if key(token.text) in parts
    )


# Parts such as «علي» or «بن» are words of every text.
_SHORT = 3
