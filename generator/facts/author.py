"""Who wrote, prepared or edited an article, as it is signed. A translator is no author.

Invariant: people's names that a label introduces, or that sign by where they stand; a desk or an outlet is no author.
"""

from __future__ import annotations

from generator.facts.found import Found
from generator.facts.publisher.rows import page_rows
from generator.facts.signing.signed import Signing, signings
from generator.lexicon import Lexicon
from generator.model import Facts, Named
from generator.reading.letters import squeeze
from generator.reading.line import ReadText

BY_PLACE = ("author-beside", "author-alone")
"""Signed without a label: surer than one who prepared or edited what another wrote, less sure than one who wrote."""


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[Named | None]:
    """Those who sign by the surest rule; the first of several. None where nobody signs."""
    written, *others = lexicon.outlets.bylines
    ranks = {written: 0, **dict.fromkeys(BY_PLACE, 1), **{rule: 2 + at for at, rule in enumerate(others)}}
    found = signings(text.once(page_rows, lexicon))
    best = min(found, key=lambda one: ranks[one.rule], default=None)
    return Found(_named(best, lexicon) if best else None)


def _named(signing: Signing, lexicon: Lexicon) -> Named:
    shown = tuple(signing.row.evidence(*span, signing.rule) for span in signing.spans)
    names = dict.fromkeys(squeeze(evidence.text) for evidence in shown)
    return Named(lexicon.wording.say("list.comma").join(names), shown)
