"""Reads sidecars: an editor's corrections beside a seed, forgiving in what people type, exact in what it reports.

Invariant: one bad key or correction never costs the others; each fault names file, line and the nearest valid word. A
sidecar whose protection (`publish`, `hidden`, `withdrawn`, `withhold`) cannot be understood holds its article back
rather than expose a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from generator.lexicon.themes import Theme
from generator.lexicon.withholding import ProtectionWords
from generator.model import Problem, Sidecar
from generator.model.corrections import Correction, DateBounds, SidecarFile, lists_of
from generator.reading.handwritten import Path, Typed, most_like, read_typed, take_out
from generator.reading.letters import digits, key
from generator.source.withholding.intent import KEYS_OF_PROTECTION, answers, key_meant, key_shown, words_protect
from generator.source.withholding.namelist import KEY, parted, read_names

_YES_OR_NO_KEYS = frozenset({"publish", "hidden", "withdrawn", "confirm"})
_KEYS = tuple(SidecarFile.model_fields)
_LISTS = ("themes",)
_ONE_OR_MORE = (*_LISTS, "sensitive")
_DATES = frozenset({"date", "not_before", "not_after", "accessed", "withdrawn_on"})
_DAY_FIRST = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_MONTHS = 12
_NUMBERS = frozenset({"value", "low", "high"})
_PLAIN_DIGITS = _DATES | {"address", "url"}
_GROUPING = re.compile(r"(?<=\d)[,٬](?=\d{3}(?!\d))")
# What may carry an unquoted colon; a protection that is not plain YAML is not guessed at.
_FORGIVEN = {*_KEYS, *Correction.model_fields, *DateBounds.model_fields}.difference(KEYS_OF_PROTECTION)


def parse_sidecar(
    file: str, text: str | None, themes: Mapping[str, Theme], words: ProtectionWords, shape: type[SidecarFile]
) -> tuple[Sidecar, tuple[Problem, ...]]:
    """A sidecar's text as a record with its problems. `themes` are those that exist, `words` those by which
    people mean a protection, `shape` says of which fields single facts may be corrected.

    No text means a file that cannot be read: whatever it would protect stays off the site.
    """
    if text is None:
        return _held(Sidecar(file), ())
    typed = read_typed(text, _FORGIVEN)
    faults = tuple(Problem("error", file, f.line, f"sidecar-{f.kind}", f.values) for f in typed.faults)
    if typed.values is None:
        return _held(Sidecar(file), faults) if words_protect(text, words) else (Sidecar(file), faults)
    if not typed.values:
        return Sidecar(file), (*faults, Problem("note", file, None, "sidecar-empty"))
    forgiven = (("note", f.line, (("key", f.key), ("value", f.value))) for f in typed.forgiven)
    noted = tuple(Problem("note", file, line, "sidecar-colon", values) for _, line, values in forgiven)
    known, unknown = _known(file, typed, words)
    names = read_names(file, typed, words)
    unnamed = tuple(Problem("error", file, line, "sidecar-list", (("key", KEY),)) for line in names.faults)
    sidecar, invalid = _validated(file, known, typed.lines, words, shape)
    sidecar, strange = _known_themes(replace(sidecar, withheld=names.names), typed.lines, themes)
    met = (*noted, *faults, *unknown, *unnamed, *invalid, *strange)
    return _held(sidecar, met) if _endangered(met) else (sidecar, met)


def _held(sidecar: Sidecar, problems: tuple[Problem, ...]) -> tuple[Sidecar, tuple[Problem, ...]]:
    """Keeps an article off the site whose protection may be lost."""
    held = Problem("error", sidecar.file, None, "sidecar-held")
    return replace(sidecar, publish=False, refused=True), (*problems, held)


def _endangered(problems: Iterable[Problem]) -> bool:
    """True when a fault concerns a key that protects somebody, or one that was likely meant to."""
    told = ("key", "nearest", "meant")
    named = {value for p in problems if p.level == "error" for name, value in p.values if name in told}
    return not named.isdisjoint(KEYS_OF_PROTECTION)


def _known(file: str, typed: Typed, words: ProtectionWords) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    values = typed.values or {}
    problems = tuple(
        _protecting(file, key, value, typed.lines[key,], words) or _unknown(file, key, typed.lines[key,], _KEYS)
        for key, value in values.items()
        if key not in _KEYS
    )
    known = {key: value for key, value in values.items() if key in _KEYS and key != KEY}
    return {key: _forgiving(key, _as_list(key, value, typed)) for key, value in known.items()}, problems


def _as_list(key: str, value: Any, typed: Typed) -> Any:
    """Lines without dashes as the list that they were meant to be."""
    rows = typed.rows.get((key,))
    return [row for _, row in rows] if rows and key in _LISTS else value


def _protecting(file: str, key: str, value: Any, line: int | None, words: ProtectionWords) -> Problem | None:
    """The problem of a key that means a protection under another word."""
    meant = key_meant(key, words)
    if not meant and answers(value, words) and most_like(key.lower(), _KEYS) not in _YES_OR_NO_KEYS:
        meant = "publish"  # only protections are answered by yes or no
    values = (("word", key_shown(key)), ("meant", meant))
    return Problem("error", file, line, "sidecar-other-word", values) if meant else None


def _unknown(file: str, key: str, line: int | None, keys: Iterable[str]) -> Problem:
    """A key that means nothing; it is told only where it is like a valid one, for it may be somebody's name."""
    values, nearest = ("keys", ", ".join(keys)), most_like(key.lower(), keys)
    if not nearest:
        return Problem("error", file, line, "sidecar-strange-key", (values,))
    return Problem("error", file, line, "sidecar-unknown-key", (("key", key), values, ("nearest", nearest)))


def _forgiving(key: str, value: Any) -> Any:
    """What people type in place of what the schema asks for: other digits, one thing for a list of one."""
    if isinstance(value, dict):
        wrapped = {
            k: [v] if key == "facts" and k != "date" and not isinstance(v, list) else v for k, v in value.items()
        }
        return {k: _forgiving(k, v) for k, v in wrapped.items()}
    if key in _ONE_OR_MORE and isinstance(value, str):
        return [value] if key not in _LISTS else parted(value) or [value]
    if isinstance(value, list):
        parts = [_forgiving(key, item) for item in value]
        return [x for part in parts for x in (part if key in _ONE_OR_MORE and isinstance(part, list) else [part])]
    if isinstance(value, str) and key in _NUMBERS:
        return _GROUPING.sub("", digits(value))
    if isinstance(value, str) and key in _PLAIN_DIGITS:
        return _iso_order(digits(value)) if key in _DATES else digits(value)
    return value


def _iso_order(date: str) -> str:
    """A date with its year first. Day and month are put in order where one of them can only be the day."""
    parts = _DAY_FIRST.fullmatch(plain := re.sub(r"\s*[/.]\s*", "-", date))
    if not parts:
        return plain
    one, two, year = (int(part) for part in parts.groups())
    if one > _MONTHS >= two:
        return f"{year:04d}-{two:02d}-{one:02d}"
    return f"{year:04d}-{one:02d}-{two:02d}" if two > _MONTHS >= one else plain


def _validated(
    file: str, values: dict[str, Any], lines: Mapping[Path, int], words: ProtectionWords, shape: type[SidecarFile]
) -> tuple[Sidecar, tuple[Problem, ...]]:
    """The record of all values that are valid. A bad correction is dropped alone, and costs no other."""
    try:
        return _record(file, shape.model_validate(_said(values))), ()
    except ValidationError as error:
        faults = error.errors()
    problems = tuple(dict.fromkeys(_invalid(file, fault, lines, words, shape) for fault in faults))
    take_out(values, {_dropped(fault["loc"], values) for fault in faults})
    sidecar, more = _validated(file, values, lines, words, shape)
    return sidecar, (*problems, *more)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Without keys that were left empty; an empty protection is not nothing, for it was meant to protect."""
    return {k: v for k, v in values.items() if v is not None or k in KEYS_OF_PROTECTION}


def _dropped(place: Path, values: dict[str, Any]) -> Path:
    """What goes when a value at a place is wrong: the correction it belongs to, else the whole key."""
    if place[0] != "facts" or len(place) == 1 or not isinstance(values["facts"], dict):
        return place[:1]
    return place[:3] if place[2:] and isinstance(values["facts"][place[1]], list) else place[:2]


def _invalid(
    file: str, fault: Any, lines: Mapping[Path, int], words: ProtectionWords, shape: type[SidecarFile]
) -> Problem:
    place: Path = fault["loc"]
    line = next((lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in lines), None)
    # Behind a key that takes values of several kinds a place names the kinds.
    key = str([part for part in place if isinstance(part, str)][-1] if place[0] == "facts" else place[0])
    if fault["type"] == "extra_forbidden":
        return _protecting(file, key, None, line, words) or _unknown(file, key, line, _keys_at(place, shape))
    usual = "sidecar-correction" if key in lists_of(shape) and key not in _KEYS else "sidecar-value"
    return Problem("error", file, line, _RULES.get(key, usual), (("key", key),))


def _keys_at(place: Path, shape: type[SidecarFile]) -> tuple[str, ...]:
    if place[0] != "facts":
        return _KEYS
    if place[2:]:
        return tuple((DateBounds if place[1] == "date" else Correction).model_fields)
    return tuple(type(shape.model_fields["facts"].default).model_fields)


# What each key should hold has words of its own; a correction that is none of the four is told under its field.
_RULES = {
    **dict.fromkeys(_DATES, "sidecar-date"),
    **dict.fromkeys(_NUMBERS, "sidecar-number"),
    **dict.fromkeys(_YES_OR_NO_KEYS, "sidecar-yes-no"),
    **dict.fromkeys(_LISTS, "sidecar-list"),
    **dict.fromkeys(("slips", "facts"), "sidecar-correction"),
    "url": "sidecar-url",
    "address": "sidecar-address",
    "publish": "sidecar-publish",
    "sensitive": "sidecar-passages",
}


def _record(file: str, checked: SidecarFile) -> Sidecar:
    plain = checked.model_dump(exclude={"themes", "facts", "publish", "sensitive", "withdrawn", "withhold", "confirm"})
    said = checked.publish
    return Sidecar(
        file,
        themes=None if checked.themes is None else tuple(checked.themes),
        facts=checked.corrections,
        publish=bool(said),
        extent=None if isinstance(said, bool) else said,
        sensitive=tuple(checked.sensitive),
        withdrawn=checked.withdrawn or _told_of("withdrawn", checked),
        **plain,
    )


def _told_of(key: str, checked: SidecarFile) -> bool:
    """True where something is told of a key that is itself not there."""
    return key not in checked.model_fields_set and any(x.startswith(f"{key}_") for x in checked.model_fields_set)


def _known_themes(
    sidecar: Sidecar, lines: Mapping[Path, int], themes: Mapping[str, Theme]
) -> tuple[Sidecar, tuple[Problem, ...]]:
    """Drops themes that do not exist; when none of those given does, the text's own stay."""
    if not sidecar.themes:
        return sidecar, ()
    labels = {key(theme.label): theme.id for theme in themes.values()}
    known = tuple(dict.fromkeys(t for t in sidecar.themes if t in themes))
    problems = tuple(
        Problem(
            "error",
            sidecar.file,
            lines.get(("themes", n), lines.get(("themes",))),
            "sidecar-unknown-theme" if nearest else "sidecar-strange-theme",
            (("theme", theme), *((("nearest", nearest),) if nearest else ())),
        )
        for n, theme in enumerate(sidecar.themes)
        if theme not in themes
        for nearest in [labels.get(key(theme)) or most_like(theme, tuple(themes))]
    )
    return replace(sidecar, themes=known or None), problems
