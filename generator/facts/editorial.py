"""Applies a sidecar to an article: an editor's word wins, and is marked as editorial.

Editorial values carry no evidence unless the words they name stand in the text. What a sidecar names and the article
does not have, and what its text contradicts, are problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.facts.answered import unanswered
from generator.facts.changes import changed_values
from generator.facts.made import RULE, places_of
from generator.facts.sensitive import passage
from generator.facts.table import FIELDS, FactField
from generator.model import Article, Cleaned, DateFact, Facts, Named, Problem, Sidecar, ThemeHit, Title
from generator.model.calendar import parse_iso
from generator.model.corrections import Correction
from generator.reading.letters import key


def apply(article: Article, sidecar: Sidecar | None) -> Article:
    """The article as corrected by its sidecar; themes that the text proves keep their evidence."""
    if sidecar is None:
        return article
    facts, problems = _correct(article, sidecar)
    facts = _stated(facts, sidecar)
    doubts = (*problems, *_contradictions(article.facts.date, sidecar))
    left = unanswered(article.problems, sidecar, facts, problems)
    changed = tuple(changed_values(article.facts, facts))
    return replace(article, facts=facts, sidecar=sidecar, problems=(*left, *doubts), changes=changed)


def _stated(facts: Facts, sidecar: Sidecar) -> Facts:
    """What the editor gives whole, without evidence; the themes that the text proves keep theirs."""
    if sidecar.title:
        facts = replace(facts, title=Title(sidecar.title, "editorial", None, RULE))
    for field in FIELDS:
        if field.stated and field.made and (name := getattr(sidecar, field.name)):
            facts = facts.having(field.name, Named(name, basis="editorial"))
    if sidecar.themes is not None:
        proved = {hit.id: hit for hit in facts.themes}
        given = tuple(proved.get(id_) or ThemeHit(id_, 0.0, (), "editorial") for id_ in sidecar.themes)
        facts = replace(facts, themes=given)
    date = _given(sidecar)
    return replace(facts, date=date) if date.basis and not _reversed(date) else facts


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


def _correct(article: Article, sidecar: Sidecar) -> tuple[Facts, list[Problem]]:
    facts, problems = article.facts, list[Problem]()
    for field in FIELDS:
        values, wanted = list(field.items(facts)), sidecar.facts.of(field.name)
        for correction in wanted:
            values, done = _one(article.cleaned, values, correction, field)
            if not done:
                problems.append(_unmatched(sidecar, field.name, correction.target))
        if wanted:
            facts = facts.having(field.name, tuple(values) if field.several else values[-1] if values else None)
    slips = {words: places_of(article.cleaned, words) for words in sidecar.facts.slips}
    problems += [_unmatched(sidecar, "slips", words) for words, places in slips.items() if not places]
    problems += [
        Problem("error", sidecar.file, None, "sidecar-no-passage", (("number", str(number)),))
        for number, said in enumerate(sidecar.sensitive, start=1)
        if not passage(article.cleaned, said)
    ]
    return replace(facts, slips=tuple(x for places in slips.values() for x in places)), problems


def _unmatched(sidecar: Sidecar, field: str, target: str) -> Problem:
    return Problem("warning", sidecar.file, None, "sidecar-unmatched", (("field", field), ("target", target)))


def _one(cleaned: Cleaned, values: list[Any], correction: Correction, field: FactField) -> tuple[list[Any], bool]:
    """The facts after one correction, and whether it found what it names."""
    if correction.operation == "add":
        made = field.made(cleaned, correction) if field.made else None
        return ([*(v for v in values if not _same(field, v, made)), made] if made else values), bool(made)
    hit = _meant(values, correction.target, field)
    if correction.operation == "remove":
        return [value for value in values if value not in hit], bool(hit)
    changed = {name: x for name in field.changes if (x := getattr(correction, name)) is not None}
    return [_edited(v, changed) if v in hit else v for v in values], bool(hit)


def _same(field: FactField, one: Any, other: Any) -> bool:
    return key(field.called(one)) == key(field.called(other))


def _meant(values: list[Any], target: str, field: FactField) -> list[Any]:
    """The facts called so, else those whose words begin so: whole words, so that «نور» is not «نورا»."""
    wanted = key(target)
    exact = [value for value in values if key(field.called(value)) == wanted]
    begun = [value for value in values if wanted and key(field.called(value)).startswith(f"{wanted} ")]
    return exact if exact and wanted else begun


def _edited(value: Any, changed: dict[str, Any]) -> Any:
    sure: dict[str, Any] = {"certainty": "certain"} if hasattr(value, "certainty") else {}
    if "speaker" in changed:
        sure["speaker_id"] = None
    return replace(value, **changed, **sure, basis="editorial")
