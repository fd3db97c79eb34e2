"""What a person should look at in the outcome of a cleaning: nothing left, another language, a suspicious loss."""

from __future__ import annotations

from generator.model import Cleaned, Line, Problem

# Of 200 composed pages with menus, lists and comments, none has an article below a fiftieth of its letters.
_LEAST_SHARE = 0.02
_LONGEST_LEFT_OUT = 60
_SEEN, _ARABIC_SEEN = 400, 100
_KNOWN = frozenset({"furniture", "related", "caption"})


def problems(cleaned: Cleaned) -> tuple[Problem, ...]:
    """Errors for a seed without an article, warnings and notes for a doubtful one."""
    name = cleaned.source.name
    if all(line.verdict == "blank" for line in cleaned.lines):
        return (Problem("error", name, 1, "seed-empty"),)
    if not cleaned.body:
        return (Problem("error", name, 1, "seed-without-article"),)
    return _language(cleaned) + _share(cleaned) + _long_lines(cleaned)


def _language(cleaned: Cleaned) -> tuple[Problem, ...]:
    if cleaned.language == "ar":
        return ()
    return (Problem("warning", cleaned.source.name, cleaned.body[0].number, "seed-not-arabic"),)


def _share(cleaned: Cleaned) -> tuple[Problem, ...]:
    written = sum(len(line.text) for line in cleaned.lines)
    kept = sum(len(line.text) for line in cleaned.body)
    if kept >= _LEAST_SHARE * written:
        return ()
    values = (("share", f"{100 * kept / written:.1f}"),)
    return (Problem("warning", cleaned.source.name, cleaned.body[0].number, "little-left", values),)


def _long_lines(cleaned: Cleaned) -> tuple[Problem, ...]:
    """A paragraph's worth of words left out of an Arabic page, notices in other letters aside."""
    return tuple(
        Problem("note", cleaned.source.name, line.number, "long-line-left-out", (("words", str(_words(line))),))
        for line in cleaned.left_out
        if line.verdict in _KNOWN and _words(line) >= _LONGEST_LEFT_OUT and _is_arabic(line)
    )


def _words(line: Line) -> int:
    return len(line.text.split())


def _is_arabic(line: Line) -> bool:
    return sum("\u0621" <= c <= "\u064a" for c in line.text[:_SEEN]) > _ARABIC_SEEN
