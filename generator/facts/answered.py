"""Drops the questions about an article that its sidecar answers, for every field alike.

Invariant: errors stay, and what a correction that met nothing speaks of stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model import Facts, Problem, Sidecar
from generator.reading.letters import key

# The first word of a rule says which fact it asks about: «date-unknown», «person-probable», «figure-two-readings».
_ONE: Mapping[str, str] = {"title": "title", "date": "date", "outlet": "outlet", "author": "author"}
_MANY: Mapping[str, str] = {
    "person": "people", "organisation": "organisations", "place": "places", "quote": "quotes", "figure": "figures",
}  # fmt: skip


def unanswered(
    problems: Iterable[Problem], sidecar: Sidecar, corrected: Facts, unmet: Iterable[Problem]
) -> tuple[Problem, ...]:
    """The problems that the sidecar leaves open. unmet: the corrections of it that found nothing to correct."""
    missed = {x.values for x in unmet}
    return tuple(x for x in problems if x.level == "error" or not _answered(x, sidecar, corrected, missed))


def _answered(problem: Problem, sidecar: Sidecar, corrected: Facts, missed: set[tuple[tuple[str, str], ...]]) -> bool:
    asked = problem.rule.partition("-")[0]
    if asked == "theme":
        return sidecar.themes is not None
    field = _ONE.get(asked) or _MANY.get(asked, "")
    if asked in _ONE and getattr(getattr(corrected, field), "basis", None) == "editorial":
        return True
    targets = _targets(sidecar, field, missed)
    return bool(targets) if asked in _ONE else any(_names(problem, target) for target in targets)


def _targets(sidecar: Sidecar, field: str, missed: set[tuple[tuple[str, str], ...]]) -> tuple[str, ...]:
    """What the corrections of a field name and found."""
    found = getattr(sidecar.facts, field, ())
    wanted = (x.target for x in found) if isinstance(found, tuple) else ()
    return tuple(target for target in wanted if (("field", field), ("target", target)) not in missed)


def _names(problem: Problem, target: str) -> bool:
    """A problem speaks of the words that a correction names, or of words that begin with them."""
    wanted = key(target)
    return any(f"{key(value)} ".startswith(f"{wanted} ") for _, value in problem.values if wanted)
