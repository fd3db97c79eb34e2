"""What a person should look at in the outcome of a cleaning: nothing left, another language, a suspicious loss."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Cleaned, Problem

# Of 200 composed pages with menus, lists and comments, none has an article below a fiftieth of its letters.
_LEAST_SHARE = 0.02
_LONGEST_LEFT_OUT = 60
_SEEN, _ARABIC_SEEN = 400, 100
_NAMED = {"fa": "seed-persian", "ur": "seed-urdu", "ckb": "seed-kurdish"}
_KNOWN = frozenset({"furniture", "related", "caption", "other-article", "comment"})


def problems(cleaned: Cleaned) -> tuple[Problem, ...]:
    """Errors for a seed without an article, warnings and notes for a doubtful one."""
    if not cleaned.body:
        blank = all(line.verdict == "blank" for line in cleaned.lines)
        return (Problem("error", cleaned.source.name, 1, "seed-empty" if blank else "seed-without-article"),)
    return tuple(_doubts(cleaned, cleaned.source.name, cleaned.body[0].number))


def _doubts(cleaned: Cleaned, name: str, first: int) -> Iterator[Problem]:
    if cleaned.language in _NAMED:
        yield Problem("note", name, first, _NAMED[cleaned.language])
    elif cleaned.is_foreign:
        yield Problem("warning", name, first, "seed-unknown-language")
    elif cleaned.language != "ar":
        yield Problem("warning", name, first, "seed-not-arabic")
    written, kept = (sum(len(line.text) for line in lines) for lines in (cleaned.lines, cleaned.body))
    if kept < _LEAST_SHARE * written:
        yield Problem("warning", name, first, "little-left", (("share", f"{100 * kept / written:.1f}"),))
    # A paragraph's worth of words left out of an Arabic page, notices in other letters aside.
    for line in cleaned.left_out:
        words = len(line.text.split()) if line.verdict in _KNOWN else 0
        arabic = sum("\u0621" <= c <= "\u064a" for c in line.text[:_SEEN])
        if words >= _LONGEST_LEFT_OUT and arabic > _ARABIC_SEEN:
            yield Problem("note", name, line.number, "long-line-left-out", (("words", str(words)),))
