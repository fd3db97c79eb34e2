"""Applies a sidecar to an article: an editor's word wins, and is marked as editorial.

Editorial values carry no evidence, for no words of the source show them.
"""

from __future__ import annotations

from dataclasses import replace

from generator.dates import parse_iso
from generator.model import Article, DateFact, Facts, Named, Sidecar, ThemeHit, Title


def apply(article: Article, sidecar: Sidecar | None) -> Article:
    """The article as corrected by its sidecar; themes that the text proves keep their evidence."""
    if sidecar is None:
        return article
    facts = _facts(article.facts, sidecar)
    return replace(article, facts=facts, themes=_themes(article.themes, sidecar), sidecar=sidecar)


def _facts(facts: Facts, sidecar: Sidecar) -> Facts:
    if sidecar.title:
        facts = replace(facts, title=Title(sidecar.title, "editorial", None, "sidecar"))
    if sidecar.outlet:
        facts = replace(facts, outlet=Named(sidecar.outlet, basis="editorial"))
    if sidecar.author:
        facts = replace(facts, author=Named(sidecar.author, basis="editorial"))
    date = parse_iso(sidecar.date) if sidecar.date else None
    if date:
        facts = replace(facts, date=DateFact(date.iso, date.precision, "editorial", "certain"))
    return facts


def _themes(found: tuple[ThemeHit, ...], sidecar: Sidecar) -> tuple[ThemeHit, ...]:
    if sidecar.themes is None:
        return found
    proved = {hit.id: hit for hit in found}
    return tuple(proved.get(id_) or ThemeHit(id_, 0.0, (), "editorial") for id_ in sidecar.themes)
