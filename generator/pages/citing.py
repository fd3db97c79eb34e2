"""How an article is cited: in Arabic words, as values for files that reference managers read, and in a page's head.

Invariant: what is not known is absent; a date that was estimated is said in words alone, never as a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.groups import Entry
from generator.catalogue.institutions import is_public
from generator.model import Article, DateFact, Facts, Quote
from generator.model.calendar import PartialDate, parse_iso
from generator.pages.briefing import placed
from generator.pages.datewords import day_words
from generator.pages.desk import Desk
from generator.pages.sourcewords import paper
from generator.reading.letters import display, squeeze

# What the text states for certain, or an editor: a head says no more than that, as its JSON-LD does.
_SAID = ("stated", "editorial")


@dataclass(frozen=True)
class Citation:
    """What a reference to an article may say.

    derived: no text calls it so, the words are its own. after: the papers that its words came by. guess: what is said
    in place of a date that no text gives; about: the year that it lies in by estimate. page: the page of the site,
    where its address is known.
    """

    key: str
    title: str
    derived: bool
    author: str | None
    outlet: str | None
    after: tuple[str, ...]
    date: PartialDate | None
    guess: str | None
    about: int | None
    url: str | None
    page: str | None
    accessed: PartialDate | None
    language: str
    dossier: str


def key_of(entry: Entry) -> str:
    """What tells an article's citation from all others: the last part of its address."""
    return entry.address.strip("/").rpartition("/")[2]


def citation(desk: Desk, entry: Entry) -> Citation:
    """What a reference to an article may say."""
    facts, standing = entry.article.facts, placed(entry)
    date = parse_iso(facts.date.value) if facts.date.value else None
    papers = {outlet.name for outlet in facts.cited_outlets}
    known = None if facts.date.is_estimated else date
    return Citation(
        key=key_of(entry),
        title=_plain(desk.title_of(entry.article)),
        derived=facts.title is None or facts.title.basis == "derived",
        author=_plain(facts.author.name) if facts.author else None,
        outlet=_plain(facts.outlet.name) if facts.outlet else None,
        after=tuple(x for x in facts.attribution if x in papers and not (facts.outlet and x == facts.outlet.name)),
        date=known,
        guess=None if known else guessed(desk, facts.date),
        about=date.year if date and not known else None,
        url=standing.url,
        page=desk.whole(entry.address) if desk.url else None,
        accessed=parse_iso(standing.accessed) if standing.accessed else None,
        language=entry.article.cleaned.language or "ar",
        dossier=_plain(desk.name),
    )


def _plain(text: str) -> str:
    return squeeze(display(text))


def guessed(desk: Desk, date: DateFact) -> str:
    """What a citation says of a date that no text gives: [2021 تقديرًا], [2022 أو بعدها], د.ت."""
    value = parse_iso(date.value) if date.value else None
    if value:
        return desk.say("cite.about", date=day_words(value, desk.lexicon.wording, desk.settings))
    first, last = (desk.digits(day[:4]) if day else None for day in date.interval)
    if first and last:
        return desk.say("cite.between", first=first, last=last) if first != last else desk.say("cite.about", date=first)
    if first:
        return desk.say("cite.since", first=first)
    return desk.say("cite.until", last=last) if last else desk.say("cite.undated")


def worded(desk: Desk, cited: Citation) -> str:
    """A citation in the interface's words: author, title, outlet, date, address and the day of access."""
    stop, said = desk.say("list.stop"), desk.say("list.comma").join(_parts(desk, cited))
    ends = (stop, cited.url or cited.page or stop)  # behind an address a stop would read as a part of it
    return said if said.endswith(ends) else said + stop


def _parts(desk: Desk, cited: Citation) -> Iterator[str]:
    if cited.author:
        yield cited.author
    title = paper(desk, cited.title)
    yield desk.say("cite.derived", title=title) if cited.derived else title
    yield paper(desk, cited.outlet) if cited.outlet else desk.say("cite.nobody")
    yield from (desk.say("came.paper", paper=paper(desk, name)) for name in cited.after)
    yield day_words(cited.date, desk.lexicon.wording, desk.settings) if cited.date else str(cited.guess)
    if cited.url:
        day = cited.accessed and day_words(cited.accessed, desk.lexicon.wording, desk.settings)
        yield desk.say("cite.accessed", url=cited.url, day=day) if day else cited.url
    elif cited.page:
        yield desk.say("cite.within", dossier=paper(desk, cited.dossier), url=cited.page)


def head(desk: Desk, entry: Entry, cited: Citation) -> tuple[tuple[str, str], ...]:
    """What a page's head tells reference managers: by Highwire's names, by those of Dublin Core, and what it is."""
    facts = entry.article.facts
    sure = facts.date.basis in _SAID and facts.date.certainty == "certain"
    author = cited.author if facts.author and _is_sure(facts.author.basis, facts.author.certainty) else None
    outlet = cited.outlet if facts.outlet and _is_sure(facts.outlet.basis, facts.outlet.certainty) else None
    iso = cited.date.iso if cited.date and sure else None
    told = (
        ("z:itemType", "newspaperArticle"),
        ("citation_title", None if cited.derived else cited.title),
        ("citation_author", author),
        ("citation_journal_title", outlet),
        ("citation_publication_date", iso and iso.replace("-", "/")),
        ("citation_public_url", cited.url),
        ("citation_language", cited.language),
        ("DC.title", cited.title),
        ("DC.creator", author),
        ("DC.publisher", outlet),
        ("DC.date", iso),
        ("DC.source", cited.url),
        ("DC.identifier", cited.page),
        ("DC.language", cited.language),
    )
    return tuple((name, value) for name, value in told if value)


def _is_sure(basis: str, certainty: str) -> bool:
    return basis in _SAID and certainty == "certain"


def _named(desk: Desk, facts: Facts, quote: Quote) -> str:
    if not is_public(quote, facts, desk.lexicon):
        return desk.say("speaker.private")
    return quote.speaker or desk.say("speaker.nobody")


def copied_with(desk: Desk, article: Article, quote: Quote) -> str:
    """What a copied saying takes along: who said it, in which office, in which paper, when."""
    facts = article.facts
    person = next((x for x in facts.people if x.name == quote.speaker), None)
    return desk.say("list.comma").join(
        part
        for part in (
            _named(desk, facts, quote),
            person.role if person else None,
            paper(desk, facts.outlet.name) if facts.outlet else desk.say("outlet.unknown"),
            desk.date_of(article),
        )
        if part
    )
