"""Applies a sidecar to an article: an editor's word wins, and is marked as editorial.

Editorial values carry no evidence unless the words they name stand in the text. What a sidecar names and the article
does not have, and what its text contradicts, are problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from generator.facts.answered import unanswered
from generator.model import (
    Article,
    Cleaned,
    DateFact,
    Entity,
    EntityKind,
    Evidence,
    Facts,
    Figure,
    MentionedDate,
    Named,
    Problem,
    Quote,
    Sidecar,
    ThemeHit,
    Title,
)
from generator.model.calendar import parse_iso
from generator.model.corrections import Correction
from generator.reading.letters import key, tokens
from generator.reading.match import Phrasebook

RULE = "sidecar"
T = TypeVar("T")


def apply(article: Article, sidecar: Sidecar | None) -> Article:
    """The article as corrected by its sidecar; themes that the text proves keep their evidence."""
    if sidecar is None:
        return article
    facts, problems = _correct(article, sidecar)
    facts = _stated(facts, sidecar)
    doubts = (*problems, *_contradictions(article.facts.date, sidecar))
    return replace(
        article,
        facts=facts,
        themes=_themes(article.themes, sidecar),
        sidecar=sidecar,
        problems=(*unanswered(article.problems, sidecar, facts, problems), *doubts),
    )


def _stated(facts: Facts, sidecar: Sidecar) -> Facts:
    if sidecar.title:
        facts = replace(facts, title=Title(sidecar.title, "editorial", None, RULE))
    if sidecar.outlet:
        facts = replace(facts, outlet=Named(sidecar.outlet, basis="editorial"))
    if sidecar.author:
        facts = replace(facts, author=Named(sidecar.author, basis="editorial"))
    given = _given(sidecar)
    return replace(facts, date=given) if given.basis and not _reversed(given) else facts


def _themes(found: tuple[ThemeHit, ...], sidecar: Sidecar) -> tuple[ThemeHit, ...]:
    if sidecar.themes is None:
        return found
    proved = {hit.id: hit for hit in found}
    return tuple(proved.get(id_) or ThemeHit(id_, 0.0, (), "editorial") for id_ in sidecar.themes)


def _contradictions(found: DateFact, sidecar: Sidecar) -> Iterator[Problem]:
    """A date that the text rules out: either may be right, so a person is told."""
    if _reversed(_given(sidecar)):
        yield Problem("error", sidecar.file, None, "sidecar-bounds")
        return
    given, (first, last) = _given(sidecar).interval, found.interval
    if (first and given[1] and given[1] < first) or (last and given[0] and given[0] > last):
        said = sidecar.date or " – ".join(day or "…" for day in given)
        values = (("given", said), ("first", first or "…"), ("last", last or "…"))
        yield Problem("warning", sidecar.file, None, "sidecar-contradicts", values)


def _reversed(date: DateFact) -> bool:
    first, last = date.interval
    return bool(first and last and first > last)


def _given(sidecar: Sidecar) -> DateFact:
    """What the editor says of the date: the date itself, else its bounds."""
    date = parse_iso(sidecar.date) if sidecar.date else None
    if date:
        return DateFact(date.iso, date.precision, "editorial", "certain")
    bounds = sidecar.facts.date
    first = parse_iso(bounds.not_before) if bounds and bounds.not_before else None
    last = parse_iso(bounds.not_after) if bounds and bounds.not_after else None
    if not first and not last:
        return DateFact()
    days = (first.first.isoformat() if first else None, last.last.isoformat() if last else None)
    return DateFact(basis="editorial", certainty="certain", not_before=days[0], not_after=days[1])


@dataclass(frozen=True)
class _Way:
    """How corrections work on a field: what a fact is called, how one is made, what a change does to it."""

    called: Callable[[Any], str]
    made: Callable[[Cleaned, Correction], Any | None]
    changes: tuple[str, ...]


def _correct(article: Article, sidecar: Sidecar) -> tuple[Facts, list[Problem]]:
    corrections = sidecar.facts
    facts, problems = article.facts, list[Problem]()
    for field, way in _WAYS.items():
        wanted: tuple[Correction, ...] = getattr(corrections, field)
        if not wanted:
            continue
        had = getattr(facts, field)
        several = isinstance(had, tuple)
        values = list(had) if several else [had] if had else []
        for correction in wanted:
            values, done = _one(article.cleaned, values, correction, way)
            if not done:
                problems.append(_unmatched(sidecar, field, correction.target))
        corrected: dict[str, Any] = {field: tuple(values) if several else values[-1] if values else None}
        facts = replace(facts, **corrected)
    slips = {words: _places_of(article.cleaned, words) for words in corrections.slips}
    problems += [_unmatched(sidecar, "slips", words) for words, places in slips.items() if not places]
    return replace(facts, slips=tuple(x for places in slips.values() for x in places)), problems


def _unmatched(sidecar: Sidecar, field: str, target: str) -> Problem:
    return Problem("warning", sidecar.file, None, "sidecar-unmatched", (("field", field), ("target", target)))


def _one(cleaned: Cleaned, values: list[Any], correction: Correction, way: _Way) -> tuple[list[Any], bool]:
    """The facts after one correction, and whether it found what it names."""
    if correction.operation == "add":
        made = way.made(cleaned, correction)
        return ([*(v for v in values if not _same(way, v, made)), made] if made else values), bool(made)
    hit = _meant(values, correction.target, way)
    if correction.operation == "remove":
        return [value for value in values if value not in hit], bool(hit)
    changed = {name: x for name in way.changes if (x := getattr(correction, name)) is not None}
    return [_edited(v, changed) if v in hit else v for v in values], bool(hit)


def _same(way: _Way, one: Any, other: Any) -> bool:
    return key(way.called(one)) == key(way.called(other))


def _meant(values: list[Any], target: str, way: _Way) -> list[Any]:
    """The facts called so, else those whose words begin so: whole words, so that «نور» is not «نورا»."""
    wanted = key(target)
    exact = [value for value in values if key(way.called(value)) == wanted]
    begun = [value for value in values if wanted and key(way.called(value)).startswith(f"{wanted} ")]
    return exact if exact and wanted else begun


def _edited(value: Any, changed: dict[str, Any]) -> Any:
    sure: dict[str, Any] = {"certainty": "certain"} if hasattr(value, "certainty") else {}
    if "speaker" in changed:
        sure["speaker_id"] = None
    return replace(value, **changed, **sure, basis="editorial")


def _places_of(cleaned: Cleaned, words: str) -> tuple[Evidence, ...]:
    """Where some words stand in the body, as they are or with clitics before them."""
    if not tokens(words):
        return ()
    book = Phrasebook([(words, True)])
    return tuple(
        Evidence(line.number, hit.start, hit.end, line.text[hit.start : hit.end], RULE)
        for line in cleaned.body
        for hit in book.find(line.text)
    )


def _entity(kind: EntityKind) -> _Way:
    def made(cleaned: Cleaned, correction: Correction) -> Entity:
        name = correction.name or correction.target
        return Entity(kind, None, name, correction.role, _places_of(cleaned, correction.target), basis="editorial")

    return _Way(lambda x: x.name, made, ("name", "role"))


def _named(cleaned: Cleaned, correction: Correction) -> Named:
    name = correction.name or correction.target
    return Named(name, _places_of(cleaned, correction.target), basis="editorial")


def _exactly(cleaned: Cleaned, words: str) -> Evidence | None:
    """Where some words stand in the body, letter for letter."""
    for line in cleaned.body:
        at = line.text.find(words)
        if at >= 0:
            return Evidence(line.number, at, at + len(words), words, RULE)
    return None


def _quote(cleaned: Cleaned, correction: Correction) -> Quote | None:
    x = _exactly(cleaned, correction.target)
    speaker = correction.speaker
    return Quote(x.text, x.line, x.start, x.end, RULE, speaker, marks="none", basis="editorial") if x else None


def _figure(cleaned: Cleaned, correction: Correction) -> Figure | None:
    x = _exactly(cleaned, correction.target)
    if x is None:
        return None
    c = correction
    return Figure(
        x.text, x.line, x.start, x.end, RULE, c.value, c.low, c.high, unit=c.unit, subject=c.subject, basis="editorial"
    )


def _date(cleaned: Cleaned, correction: Correction) -> MentionedDate | None:
    x = _exactly(cleaned, correction.target)
    date = parse_iso(correction.name or "")
    return MentionedDate(date.iso, x) if x and date else None


_AMOUNTS = ("value", "low", "high", "unit", "subject")
_WAYS: dict[str, _Way] = {
    "people": _entity("person"),
    "organisations": _entity("organisation"),
    "places": _entity("place"),
    "outlet": _Way(lambda x: x.name, _named, ("name",)),
    "cited_outlets": _Way(lambda x: x.name, _named, ("name",)),
    "author": _Way(lambda x: x.name, _named, ("name",)),
    "quotes": _Way(lambda x: x.text, _quote, ("speaker",)),
    "figures": _Way(lambda x: x.text, _figure, _AMOUNTS),
    "dates_mentioned": _Way(lambda x: x.evidence.text, _date, ()),
}
