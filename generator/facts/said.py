"""A fact in one line, as an editor reads it on the console: its value and the words that show it."""

from __future__ import annotations

from generator.model import DateFact, Entity, Evidence, Figure, Named, Quote, RejectedDate, ThemeHit, Title


def title(found: Title) -> str:
    """With its basis and line."""
    return f"{found.text} ({found.basis}{f', line {found.line}' if found.line else ''})"


def date(found: DateFact) -> str:
    """The date, or the days between which it lies."""
    bounds = f"{found.not_before or '…'} – {found.not_after or '…'}"
    return f"{found.value or bounds} ({found.basis or 'unknown'}) {where(found.evidence)}"


def rejected(found: RejectedDate) -> str:
    """With the reason."""
    return f"{found.value}: {found.why} {where((found.evidence,))}"


def named(found: Named) -> str:
    """An outlet or a person who wrote."""
    return f"{found.name} {where(found.evidence)}"


def entity(found: Entity) -> str:
    """With the role, and the id where a lexicon has one."""
    role = f", {found.role}" if found.role else ""
    return f"{found.name}{role} [{found.id or 'not in the lexicon'}] {where(found.mentions)}"


def quote(found: Quote) -> str:
    """With its speaker."""
    return f"{found.line}: {found.speaker or '?'} | {found.text}"


def figure(found: Figure) -> str:
    """With what it amounts to."""
    return f"{found.line}: {found.text} = {found.value or (found.low, found.high)} {found.unit or ''}"


def theme(found: ThemeHit) -> str:
    """With its score."""
    return f"{found.id} {found.score:g} {where(found.evidence)}"


def where(found: tuple[Evidence, ...]) -> str:
    """Some words, each with its line."""
    return ", ".join(f"{x.line}: «{x.text}»" for x in found)
