"""Which texts a change of the lexicons of things may concern: those that hold the words of a changed entry.

An entry is a file: a person, body, place, outlet or theme. Of one that is new, gone or changed, in either layer, every
string of the old and of the new counts as a phrase; a text is concerned where it holds all words of one. Invariant: a
text that is not concerned is read alike before and after. Words are compared by their consonants, as a skeleton that
may stand inside another word: so whatever the stages join to a word, leave out of it or take it for by its sound, it
is found; that others are found too costs reading them again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from msgspec import DecodeError, ValidationError, json

from generator.lexicon.themes import DIVIDERS
from generator.model.kept import Kept
from generator.place import DATA
from generator.reading.clitics import ARTICLE
from generator.reading.letters import STAYING, fold_once
from generator.site.fingerprint import hash_of_text

_ROOM, _KEY = "lexicon", "last"
_KINDS = frozenset({"people", "organisations", "places", "outlets", "themes"})
_PEOPLE = "people"
_SUFFIXES = frozenset({".yml", ".yaml"})
# Where so many are concerned, all are read again: to find out which costs a tenth of reading.
_MOST = 0.2
_NO_WORD = re.compile(r"[^\w\s]+|[\d_]+")
_DOUBLED = re.compile(r"(\w)\1+")
_GROUP = re.compile(r"\{[^}]*\}")
# A longer string is a sentence about an entry, or an example of it.
_LONGEST = 200

Phrase = tuple[tuple[str, ...], ...]
"""Words in order, each as the skeletons of which any will do."""


@dataclass(frozen=True)
class Entries:
    """The entries of the lexicons now, and what their change since the last build may concern.

    state: a hash of all entries; before: that of the last build; phrases: those of the entries that changed since.
    """

    state: str = ""
    before: str = ""
    phrases: tuple[Phrase, ...] = ()
    entries: Mapping[str, str] = field(default_factory=dict)

    def concerns(self, text: str) -> bool:
        """Whether a text may be read otherwise than before the change."""
        held = f" {skeletons(text)} "
        return any(all(any(each in held for each in word) for word in phrase) for phrase in self.phrases)

    def are_too_many(self, concerned: int, of: int) -> bool:
        """Whether all are to be read again."""
        return concerned > of * _MOST

    def keep(self, kept: Kept) -> None:
        """Keep the entries for the next build."""
        kept.put(_ROOM, _KEY, json.encode(dict(self.entries)))


def entries_of(dossier: Path, kept: Kept) -> Entries:
    """The entries of a dossier's lexicons, and by what the last build kept what has changed."""
    now = {**_entries(DATA / "world", "world"), **_entries(dossier / "lexicon", "own")}
    was = _last(kept)
    changed = sorted(path for path in now.keys() | was.keys() if now.get(path) != was.get(path)) if was else []
    return Entries(_state(now), _state(was) if was else "", tuple(_phrases(changed, now, was)), now)


def _last(kept: Kept) -> dict[str, str]:
    data = kept.get(_ROOM, _KEY)
    try:
        return json.decode(data, type=dict[str, str]) if data else {}
    except (DecodeError, ValidationError):
        return {}


def _entries(folder: Path, layer: str) -> dict[str, str]:
    """The texts of all files of things below a folder, by layer, kind and name."""
    found = {}
    for kind in sorted(_KINDS):
        for path in sorted((folder / kind).glob("*")) if (folder / kind).is_dir() else ():
            if path.suffix in _SUFFIXES and path.is_file():
                found[f"{layer}/{kind}/{path.stem}"] = path.read_text(encoding="utf-8", errors="surrogateescape")
    return found


def is_entry(path: str) -> bool:
    """True for the file of an entry, by its path below a lexicon: what else lies there concerns every text."""
    where = PurePosixPath(path)
    return str(where.parent) in _KINDS and where.suffix in _SUFFIXES


def _state(entries: Mapping[str, str]) -> str:
    return hash_of_text("\0".join(f"{path}\0{text}" for path, text in sorted(entries.items())))


def _phrases(changed: Iterable[str], *layers: Mapping[str, str]) -> Iterator[Phrase]:
    """Every phrase of the entries that changed, and of those of the same name in the other layer."""
    for path in changed:
        kind, name = path.split("/")[1:]
        places = (f"world/{kind}/{name}", f"own/{kind}/{name}")
        for text in {layer[at] for layer in layers for at in places if at in layer}:
            yield from _said(kind, text)


def _said(kind: str, text: str) -> Iterator[Phrase]:
    try:
        read = yaml.safe_load(text)
    except yaml.YAMLError:
        return  # a file that is no YAML has no entry, before or after
    names = frozenset(_strings(_named(read))) if kind == _PEOPLE else frozenset()
    for string in set(_strings(read)):
        for pattern in DIVIDERS.split(string) if len(string) <= _LONGEST else ():
            phrase = tuple(_word(word) for word in pattern.split())
            told = tuple(word for word in phrase if "" not in word)
            if any(map(str.isalpha, pattern)):
                yield told  # every text holds one of none but words that may be absent, or have no consonant
                # A person is known by each of his names alone.
                yield from ((word,) for word in told if string in names)


def _named(read: Any) -> Any:
    """What an entry calls its thing."""
    return {key: value for key, value in read.items() if key != "roles"} if isinstance(read, dict) else ()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _word(word: str) -> tuple[str, ...]:
    """The skeletons of which any stands for a word of a pattern; an empty one among them for one that may be absent."""
    if _GROUP.search(word) or word.endswith("?"):
        return ("",)
    return tuple(skeletons(each.removeprefix(ARTICLE)).strip() for each in word.split("/"))


def skeletons(text: str) -> str:
    """A text as the consonants of its words: what is no letter is gone, be it within a word."""
    return _skeleton_of(fold_once(_NO_WORD.sub("", text)))


def _skeleton_of(folded: str) -> str:
    return _DOUBLED.sub(r"\1", folded.translate(STAYING))
