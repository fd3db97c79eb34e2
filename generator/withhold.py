"""Takes names that an editor withholds out of all that a dossier holds before anything reads it, so that no later
stage can show them.

Each name is replaced by as many mask characters as it has, so lines and spans stay those of the file; where text leaves
the generator, a run of masks is shown as words («[حُجب الاسم]»). The raw file stays as public as its repository.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from generator.corrections import Corrections
from generator.match import Phrasebook
from generator.model import Problem, Sidecar, Source
from generator.text import key, tokens

# A character of the private use area: no text means anything by it, and no stage takes it for a letter.
MASK = "\ue0f0"
_MASKS = re.compile(f"{MASK}+")
# What neither a reader nor a page sees, and what would part a word or a name all the same.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff]")
_PARTED = str.maketrans("_", " ")
# An address that spells Arabic letters in bytes.
_SPELLED = re.compile(r"[^\s%]*(?:%[0-9A-Fa-f]{2}[^\s%]*)+")

Hide = Callable[[str], str]


def hiding(names: Iterable[str]) -> Hide | None:
    """What masks some names in a text, whatever clitics, marks or signs stand in or before them; None for no names."""
    wanted = sorted({form for name in names for form in _forms(name)})
    if not wanted:
        return None
    book = Phrasebook((name, True) for name in wanted)
    return lambda text: "\n".join(_masked(line, book) for line in text.replace(MASK, " ").split("\n"))


def _forms(name: str) -> tuple[str, ...]:
    """A name, its words written as one, as in a hashtag, and «عبد» apart from the word after it and joined to it."""
    words = " ".join(token.text for token in tokens(name))
    apart, joined = _JOINED.sub(r"\1 ", words), _APART.sub(r"\1", words)
    return (words, apart, joined, words.replace(" ", "")) if words else ()


_JOINED, _APART = re.compile(r"\b(عبد)(?=ال)"), re.compile(r"\b(عبد) (?=ال)")


def _masked(line: str, book: Phrasebook[bool]) -> str:
    covered = {at for start, end in (*_spans(line, book), *_addresses(line, book)) for at in range(start, end)}
    return "".join(MASK if at in covered else c for at, c in enumerate(line)) if covered else line


def _spans(line: str, book: Phrasebook[bool]) -> Iterator[tuple[int, int]]:
    """Where the names stand, found in the line as a reader sees it."""
    seen = [at for at, c in enumerate(line) if not _UNSEEN.match(c)] if _UNSEEN.search(line) else range(len(line))
    text = "".join(line[at] for at in seen).translate(_PARTED)
    for hit in book.find(text):
        start = hit.start + (len(hit.prefix) if text.startswith(hit.prefix, hit.start) else 0)
        yield seen[start], seen[hit.end - 1] + 1


def _addresses(line: str, book: Phrasebook[bool]) -> Iterator[tuple[int, int]]:
    for found in _SPELLED.finditer(line):
        if book.find(unquote(found.group()).translate(_PARTED)):
            yield found.span()


def withhold(source: Source, hide: Hide | None) -> Source:
    """The source with every name masked, in its text and in its file's name."""
    return replace(source, name=hide(source.name), text=hide(source.text)) if hide else source


def withhold_in_sidecar(sidecar: Sidecar, hide: Hide | None) -> Sidecar:
    """The sidecar with every name masked in what the editor wrote; an address that holds one is dropped."""
    if hide is None:
        return sidecar
    return replace(
        sidecar,
        file=hide(sidecar.file),
        title=sidecar.title and hide(sidecar.title),
        outlet=sidecar.outlet and hide(sidecar.outlet),
        author=sidecar.author and hide(sidecar.author),
        note=sidecar.note and hide(sidecar.note),
        url=sidecar.url if sidecar.url and MASK not in hide(unquote(sidecar.url)) else None,
        address=sidecar.address if sidecar.address and MASK not in hide(sidecar.address.replace("-", " ")) else None,
        facts=_corrections(sidecar.facts, hide),
    )


def _corrections(facts: Corrections, hide: Hide) -> Corrections:
    """Without corrections of what is withheld: nothing of it is left to be corrected."""
    kept = _each(facts.model_dump(), hide)
    lists = {f: tuple(x for x in value if not _names_mask(x)) for f, value in kept.items() if isinstance(value, tuple)}
    return Corrections.model_validate({**kept, **lists})


def _names_mask(correction: Any) -> bool:
    named = correction.values() if isinstance(correction, dict) else (correction,)
    return any(isinstance(value, str) and MASK in value for value in list(named)[:4])


def _each(value: Any, change: Hide) -> Any:
    """A value with every string in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _each(part, change) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_each(part, change) for part in value)
    return value


def withhold_in_problem(problem: Problem, hide: Hide | None) -> Problem:
    """The problem with every name masked in its file's name and its values, for problems are published too."""
    if hide is None:
        return problem
    return replace(problem, file=hide(problem.file), values=tuple((n, hide(v)) for n, v in problem.values))


def shown(value: Any, words: str) -> Any:
    """A value as it leaves the generator: in every string of it, runs of masks as words."""
    return _each(value, lambda text: _MASKS.sub(words, text) if MASK in text else text)


def remains(source: Source, names: Iterable[str]) -> tuple[Problem, ...]:
    """A note for each line that still holds a part of a withheld name: a short mention may need its own entry.

    The part itself is not told, for problems are published.
    """
    parts = {part for name in names for part in key(name).split() if len(part) > _SHORT}
    return tuple(
        Problem("note", source.name, number, "withheld-part")
        for number, line in enumerate(source.lines, start=1)
        if parts and any(key(token.text) in parts for token in tokens(line))
    )


# Parts such as «علي» or «بن» are words of every text.
_SHORT = 3
