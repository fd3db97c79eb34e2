"""The points of the front page as readers see them: when, who, where, as what, and the very words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.candidates import Quotable, is_feminine
from generator.catalogue.institutions import Institution
from generator.catalogue.points import points
from generator.pages.desk import Desk, anchor
from generator.pages.sourcewords import paper
from generator.reading.letters import fold, tokens


@dataclass(frozen=True)
class Point:
    """When, who with his office, in which outlet; as a claim, a document's word or a report; the words, their place."""

    date: str
    who: str
    office: str
    outlet: str
    label: str
    note: str
    words: str
    direct: bool
    address: str
    place: str
    lang: str | None


def shown_points(desk: Desk) -> tuple[Point, ...]:
    """The dossier's points: those that an editor chose, and others up to five."""
    found = desk.catalogue
    best = points(found.listed, desk.lexicon, found.points, worths=found.worths)
    return tuple(_shown(desk, one) for one in best)


def _shown(desk: Desk, one: Quotable) -> Point:
    article, quote = one.entry.article, one.quote
    outlet = article.facts.outlet
    office = _office(one)
    return Point(
        date=desk.date_of(article),
        who=quote.speaker or desk.say("speaker.nobody") if quote else "",
        office=office,
        outlet=desk.say("point.outlet", outlet=paper(desk, outlet.name)) if outlet else desk.say("point.no-outlet"),
        label=_label(desk, one, office),
        note=desk.say("point.reported") if quote and quote.is_reported else "",
        words=one.words.text,
        direct=bool(quote and quote.is_marked),
        address=f"{one.entry.address}#{_fragment(one)}",
        place=desk.place(article.cleaned, one.words.line),
        lang=article.cleaned.lang,
    )


def _fragment(one: Quotable) -> str:
    """The marked words on the article's page; the line, of words that an editor chose and nothing marks."""
    return f"l{one.words.line}" if one.shown_by.rule == "point-editorial" else anchor(one.shown_by)


def _office(one: Quotable) -> str:
    """The office as the text gives it, up to the body that it is of."""
    people = one.entry.article.facts.people if one.quote else ()
    role = next((x.role for x in people if one.quote and x.name == one.quote.speaker), None) or ""
    return _up_to(role, one.institution)


def _up_to(role: str, institution: Institution) -> str:
    before, found, _ = role.partition(institution.name) if institution.name else ("", "", "")
    return before + found if found else role


def _label(desk: Desk, one: Quotable, office: str) -> str:
    """«قال», «قالت», «بيان», «خبر»."""
    if one.quote is None or one.voice != "said":
        return desk.say(f"point.{one.voice}")
    named = tokens(office or one.quote.speaker or "")
    said = desk.lexicon.speech.forms.get(fold(one.quote.verb or ""))
    by_office = bool(office or not one.quote.speaker_id) and bool(named)
    she = is_feminine(named[0].text) if by_office else bool(said and said[0].gender == "f")
    kind = "told" if one.quote.is_reported else "said"
    return desk.say(f"point.{kind}.she" if she else f"point.{kind}")
