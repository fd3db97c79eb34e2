"""A dossier's folder as a value: its texts, their sidecars, its settings, and what of all that is protected."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.lexicon import Lexicon
from generator.model import Problem, Sidecar, Source
from generator.model.addresses import stem_of
from generator.model.corrections import SidecarFile
from generator.model.extent import least
from generator.model.kept import NOTHING_KEPT, Kept
from generator.source.beside import is_like_settings, is_of_a_service
from generator.source.formats.registry import is_seed
from generator.source.logo import with_logo
from generator.source.own import OwnFiles, read_own
from generator.source.read import (
    DOSSIER_FILE,
    SIDECAR_SUFFIXES,
    Folder,
    Limits,
    read_folder,
    read_sidecars,
)
from generator.source.settings import Settings
from generator.source.settingsfile import parse_settings, read_settings_file
from generator.source.sidecar import parse_sidecar
from generator.source.withholding.intent import words_protect
from generator.source.withholding.protect import Protection, protection
from generator.source.withholding.withhold import said_in, withhold_in_sidecar


@dataclass(frozen=True)
class Dossier:
    """All that lies in a folder, read but not yet masked; `sidecars` by the name of their seed."""

    sources: tuple[Source, ...]
    sidecars: Mapping[str, Sidecar]
    settings: Settings
    own: OwnFiles
    guard: Protection
    problems: tuple[Problem, ...]


def read_dossier(folder: Path, lexicon: Lexicon, shape: type[SidecarFile], kept: Kept = NOTHING_KEPT) -> Dossier:
    """Read a folder; nothing of it is masked yet, since what to mask is known only when all of it was read.

    `shape` says of which fields a sidecar may correct single facts; `kept` are seeds that were decoded earlier.
    """
    read = read_folder(folder, limits_of, kept)
    own = read_own(folder)
    said = with_logo(read_settings_file(read.settings), own)
    sidecars, problems = _sidecars(read, lexicon, shape)
    guard = _guard(read, sidecars.values(), own, lexicon)
    met = (*read.problems, *said.problems, *problems, *guard.problems)
    return Dossier((*read.sources, *_gone(read.sources, sidecars)), sidecars, said.settings, own, guard, met)


def _gone(sources: Iterable[Source], sidecars: Mapping[str, Sidecar]) -> Iterable[Source]:
    """Withdrawn articles whose text was taken out of the folder too: their sidecar alone keeps their address."""
    there = {source.name for source in sources}
    return (
        Source(name, None, "utf-8", "")
        for name, said in sorted(sidecars.items())
        if said.withdrawn and name not in there
    )


def guard_of(folder: Path, lexicon: Lexicon, shape: type[SidecarFile]) -> Protection:
    """What the sidecars of a folder protect; its texts are read only where some name is withheld."""
    texts = (text for _, text in read_sidecars(folder) if text and "withhold" in text)
    if not any(parsed("", text, lexicon, shape)[0].withheld for text in texts):
        return Protection()
    return read_dossier(folder, lexicon, shape).guard


def limits_of(settings: str | None) -> Limits:
    """How much a seed may hold, by the text of its dossier's settings."""
    return parse_settings(settings)[0].limits


def _guard(read: Folder, sidecars: Iterable[Sidecar], own: OwnFiles, lexicon: Lexicon) -> Protection:
    """What the sidecars of a folder protect: every name that one of them withholds is absent everywhere."""
    given = tuple(sidecars)
    withheld = (name for sidecar in given for name in sidecar.withheld)
    beside = (*map(said_in, given), *own.said, *(entry.said for entry in lexicon.brought))
    others = (read.settings or "", *(source.name for source in read.sources), *beside)
    return protection(withheld, read.sources, others, lexicon)


def withheld_in(read: Dossier) -> str:
    """A hash of all that the masking of texts rests on beside the lexicons: it is kept, and names are not."""
    guard = read.guard
    if guard.hide is None:
        return ""
    names = {name for sidecar in read.sidecars.values() for name in sidecar.withheld}
    told = repr((sorted(map(repr, names)), sorted(map(repr, guard.refs)), sorted(map(repr, guard.doubted))))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def guarded(sidecar: Sidecar | None, guard: Protection) -> Sidecar | None:
    """A sidecar without the names that are protected."""
    return sidecar and withhold_in_sidecar(guard.of(sidecar), guard.hide)


def _sidecars(
    read: Folder, lexicon: Lexicon, shape: type[SidecarFile]
) -> tuple[dict[str, Sidecar], tuple[Problem, ...]]:
    """The sidecars by the name of their seed. What a second one, or one without a seed, protects stays protected."""
    names = sorted({source.name for source in read.sources} | {p.file for p in read.problems if is_seed(p.file)})
    sidecars, problems = dict[str, Sidecar](), list[Problem]()
    for file, text in sorted(read.sidecars, key=lambda x: (not x[0].endswith(SIDECAR_SUFFIXES[0]), x[0])):
        stem = file.rsplit(".", 1)[0]
        seeds = [name for name in names if stem_of(name) == stem]
        near = [name for name in names if not seeds and stem in (name, name.rpartition(".")[0])]
        if not (seeds or near) and _is_no_sidecar(file, text, lexicon):
            if is_like_settings(file, DOSSIER_FILE):
                problems.append(Problem("warning", file, None, "settings-misnamed"))
            continue
        sidecar, found = parsed(file, text, lexicon, shape)
        problems += [*(() if sidecar.withdrawn and not near else _astray(file, seeds, near)), *found]
        meant = sidecar if seeds or sidecar.withdrawn else _protecting(sidecar)
        for seed in seeds or near or [stem if is_seed(stem) else f"{stem}.txt"]:
            first = sidecars.get(seed)
            if first:
                problems.append(Problem("error", file, None, "sidecar-twice", (("first", first.file),)))
            sidecars[seed] = _together(first, meant) if first else meant
    return sidecars, tuple(problems)


def _astray(file: str, seeds: Sequence[str], near: Sequence[str]) -> Iterable[Problem]:
    """The problem of a sidecar that is called like no seed, or like one without its suffix."""
    if near:
        yield Problem("error", file, None, "sidecar-misnamed", (("seed", near[0]), ("name", f"{stem_of(near[0])}.yml")))
    elif not seeds:
        yield Problem("warning", file, None, "sidecar-orphan", (("seed", f"{file.rsplit('.', 1)[0]}.txt"),))


def _protecting(sidecar: Sidecar) -> Sidecar:
    """What of a sidecar protects somebody: so much holds even where it is not surely meant for a seed."""
    return _together(Sidecar(sidecar.file), sidecar)


def _is_no_sidecar(file: str, text: str | None, lexicon: Lexicon) -> bool:
    """True for YAML that stands beside no text, is called as other things are, and can protect nobody."""
    other = is_of_a_service(file) or is_like_settings(file, DOSSIER_FILE)
    return other and text is not None and not words_protect(text, lexicon.withholding.protection)


def _together(first: Sidecar, second: Sidecar) -> Sidecar:
    """The first of two sidecars, with what either protects."""
    return replace(
        first,
        publish=first.publish and second.publish,
        hidden=first.hidden or second.hidden,
        refused=first.refused or second.refused,
        extent=least(first.extent, second.extent),
        sensitive=(*first.sensitive, *second.sensitive),
        withdrawn=first.withdrawn or second.withdrawn,
        withheld=(*first.withheld, *second.withheld),
    )


def parsed(
    file: str, text: str | None, lexicon: Lexicon, shape: type[SidecarFile]
) -> tuple[Sidecar, tuple[Problem, ...]]:
    """A sidecar's text as a value, by what the lexicons know."""
    return parse_sidecar(file, text, lexicon.themes.by_id, lexicon.withholding.protection, shape)
