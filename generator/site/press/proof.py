"""Shells, shown to be the engine's: each sample must come out of the other sample's shell, sign by sign.

Invariant: nothing that one page says of itself stands in a shell, and every address in it is either the same for all
pages of the key or known as a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.site.breaks import breakable
from generator.site.finish import finish_page, refusals
from generator.site.links import held
from generator.site.markup import look
from generator.site.press.frame import Row
from generator.site.press.press import Frameset, Leading, Pressed, Values, digest_of
from generator.site.press.samples import Sample, spoilt
from generator.site.press.shell import BODY, Shell, cut_at_words
from generator.site.references import without_needless

_PROBE = "mzprobe"


def proved(one: Sample, other: Sample, pages: tuple[str, str], direction: str) -> Frameset | None:
    """The shell of two samples as the engine rendered them; None where it does not give both pages."""
    finished = [finish_page(page, direction) for page in pages]
    if finished[0] is None or finished[1] is None:
        return None
    first, second = cut_at_words(finished[0], one.values), cut_at_words(finished[1], other.values)
    if first is None or second is None or not _holds_body(first):
        return None
    if _filled(first, other.values) != finished[1] or _filled(second, one.values) != finished[0]:
        return None
    if any(isinstance(piece, str) and spoilt(piece) for piece in first.parts):
        return None
    return _looked_at(first, one.values)


def differing(made: Pressed, page: str, direction: str) -> bool:
    """True where a pressed page is not the engine's, finished, or not seen to hold what that holds."""
    finished, seen = finish_page(page, direction), look(page)
    if finished is None or breakable(without_needless(finished)).encode(errors="xmlcharrefreplace") != made.html:
        return True
    return held(seen) != made.contents or [(x.rule, x.values) for x in made.problems] != [*refusals(seen)]


def _filled(shell: Shell, values: Values) -> str | None:
    try:
        return shell.filled(values)
    except KeyError:
        return None


def _holds_body(shell: Shell) -> bool:
    """True for a shell with one place for a page's words."""
    return sum(not isinstance(piece, str) and piece.name == BODY for piece in shell.parts) == 1


def _looked_at(shell: Shell, values: Values) -> Frameset | None:
    """A shell with what it holds; None where an address of it is made of a page's words in a way not known here."""
    probes = {name: _probe(name, value) for name, value in values.items()}
    held = look(shell.filled({**probes, BODY: ""}))
    known = dict(_leading(probes))
    own = [reference for reference in held.references if _PROBE in reference.address]
    if any(reference.address not in known for reference in own) or any(_PROBE in each for each in held.ids):
        return None
    leading = tuple(Leading(*known[reference.address], reference.fetched) for reference in own)
    rest = tuple(reference for reference in held.references if reference not in own)
    return Frameset(shell, replace(held, references=rest), leading, digest_of(shell))


def _probe(name: str, value: str | Sequence[Row]) -> str | list[Row]:
    """Words that are found again in an address; one row of them for rows."""
    if isinstance(value, str):
        return f"{_PROBE}-{name}"
    return [tuple(f"{_PROBE}-{name}-{cell}" for cell in range(len(value[0])))]


def _leading(probes: Mapping[str, str | list[Row]]) -> Iterator[tuple[str, tuple[str, int | None]]]:
    for name, probe in probes.items():
        if isinstance(probe, str):
            yield probe, (name, None)
        else:
            yield from ((cell, (name, at)) for at, cell in enumerate(probe[0]))
