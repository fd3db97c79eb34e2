"""Drops the questions about an article that its sidecar answers, for every field alike.

Invariant: errors stay, and what a correction that met nothing speaks of stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.facts.table import FIELDS, FactField
from generator.model import Facts, Problem, Sidecar
from generator.reading.letters import key

# The first word of a rule says which fact it asks about: «date-unknown», «person-probable», «figure-two-readings».
_ASKED: Mapping[str, FactField] = {field.one: field for field in FIELDS if field.one}


def unanswered(
    problems: Iterable[Problem], sidecar: Sidecar, corrected: Facts, unmet: Iterable[Problem]
) -> tuple[Problem, ...]:
    """The problems that the sidecar leaves open. unmet: the corrections of it that found nothing to correct."""
    missed = {x.values for x in unmet}
    return tuple(x for x in problems if x.level == "error" or not _answered(x, sidecar, corrected, missed))


def _answered(problem: Problem, sidecar: Sidecar, corrected: Facts, missed: set[tuple[tuple[str, str], ...]]) -> bool:
    field = _ASKED.get(problem.rule.partition("-")[0])
    if field is None or field.name == "themes":
        return field is not None and sidecar.themes is not None
    if not field.several and getattr(field.value(corrected), "basis", None) == "editorial":
        return True
    targets = _targets(sidecar, field.name, missed)
    return any(_names(problem, target) for target in targets) if field.several else bool(targets)


def _targets(sidecar: Sidecar, field: str, missed: set[tuple[tuple[str, str], ...]]) -> tuple[str, ...]:
    """What the corrections of a field name and found."""
    wanted = (x.target for x in sidecar.facts.of(field))
    return tuple(target for target in wanted if (("field", field), ("target", target)) not in missed)


def _names(problem: Problem, target: str) -> bool:
    """A problem speaks of the words that a correction names, or of words that begin with them."""
    wanted = key(target)
    return any(f"{key(value)} ".startswith(f"{wanted} ") for _, value in problem.values if wanted)
