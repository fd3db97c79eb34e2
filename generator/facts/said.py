"""A fact in one line, as an editor reads it on the console: its value and the words that show it."""

from __future__ import annotations

from generator.lexicon.wording import Messages
from generator.model import DateFact, Entity, Evidence, Figure, Named, Quote, RejectedDate, ThemeHit, Title


def title(found: Title, words: Messages) -> str:
    """With its basis and line."""
    if found.line is None:
        return f"{found.text} ({found.basis})"
    return words.say("value.title-at", text=found.text, basis=found.basis, line=found.line)


def date(found: DateFact, words: Messages) -> str:
    """The date, or the days between which it lies."""
    bounds = f"{found.not_before or '…'} – {found.not_after or '…'}"
    return f"{found.value or bounds} ({found.basis or words.say('value.unknown')}) {where(found.evidence)}"


def rejected(found: RejectedDate, _words: Messages) -> str:
    """With the reason."""
    return f"{found.value}: {found.why} {where((found.evidence,))}"


def named(found: Named, _words: Messages) -> str:
    """An outlet or a person who wrote."""
    return f"{found.name} {where(found.evidence)}"


def entity(found: Entity, words: Messages) -> str:
    """With the role, and the id where a lexicon has one."""
    role = f", {found.role}" if found.role else ""
    return f"{found.name}{role} [{found.id or words.say('value.no-lexicon')}] {where(found.mentions)}"


def quote(found: Quote, words: Messages) -> str:
    """With its speaker, and how the source gives it where it is not his own words between marks."""
    manner = f" ({words.say(f'value.{found.marks}')})" if found.marks in ("turn", "reported") else ""
    return f"{found.line}: {found.speaker or '?'}{manner} | {found.text}"


def figure(found: Figure, _words: Messages) -> str:
    """With what it amounts to."""
    return f"{found.line}: {found.text} = {found.value or (found.low, found.high)} {found.unit or ''}"


def theme(found: ThemeHit, _words: Messages) -> str:
    """With its score."""
    return f"{found.id} {found.score:g} {where(found.evidence)}"


def where(found: tuple[Evidence, ...]) -> str:
    """Some words, each with its line."""
    return ", ".join(f"{x.line}: «{x.text}»" for x in found)
