"""The outlet that published a text, on evidence of the text alone.

Invariant: no name without words that show it; where two are shown as strongly, there is none, and a problem says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.facts.found import Found
from generator.facts.publisher import headers, heads, imprint, promos, rights, voice
from generator.facts.publisher.names import Sign
from generator.facts.publisher.sheet import Sheet, sheet
from generator.facts.publisher.weigh import Candidate, candidates, decide
from generator.lexicon import Lexicon
from generator.model import Cleaned, Facts, Named, Problem

SIGNS: tuple[Callable[[Sheet], Iterator[Sign]], ...] = (
    rights.signs,
    heads.page_titles,
    heads.mastheads,
    heads.issues,
    heads.lone_names,
    heads.first_rows,
    imprint.descriptions,
    imprint.stamps,
    imprint.mentions,
    headers.datelines,
    headers.bylines,
    headers.exclusives,
    headers.signatures,
    voice.heard,
    voice.offers,
    voice.reporters,
    voice.received,
    voice.told,
    promos.promos,
    promos.addresses,
)


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[Named | None]:
    """The publisher, certain or probable; None when nothing names it or names contradict each other."""
    found = weighed(cleaned, lexicon, facts)
    outlet, rival = decide(found)
    return Found(outlet, _problems(cleaned, found, outlet, rival))


def weighed(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> tuple[Candidate, ...]:
    """Every name that signs point at, the heaviest first."""
    seen = sheet(cleaned, facts, lexicon)
    return candidates(seen, (one for signs in SIGNS for one in signs(seen)))


def _problems(
    cleaned: Cleaned, found: tuple[Candidate, ...], outlet: Named | None, rival: Candidate | None
) -> tuple[Problem, ...]:
    if rival:
        values = (("first", found[0].best.text), ("second", rival.best.text))
        return (Problem("warning", cleaned.source.name, rival.signs[0].evidence.line, "outlet-contradiction", values),)
    if outlet and outlet.certainty == "probable":
        line = outlet.evidence[0].line
        return (Problem("note", cleaned.source.name, line, "outlet-probable", (("name", outlet.name),)),)
    return ()
