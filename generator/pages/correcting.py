"""The ways by which a value of an article is mended: its editor's, to a sidecar begun for him, and a reader's, to those
who keep the dossier. A function for each kind of value.

Invariant: no link, and no line to paste, holds what stands for a withheld name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from generator.catalogue.groups import Entry
from generator.facts.table import FactField
from generator.model import Article, Figure, Quote, RejectedDate
from generator.model.addresses import stem_of
from generator.model.calendar import parse_iso
from generator.pages.desk import Desk
from generator.pages.proposed import scalar
from generator.reading.letters import display, squeeze
from generator.reading.masks import MASK

# So many words of a saying tell it from all others of an article; a sidecar names it by how it begins.
_OPENING = 6
ABOUT = "/about/"
_KEYS = "# title: · date: · outlet: · author: · url: · accessed: · themes: · facts: · note:"


@dataclass(frozen=True)
class Mending:
    """Where a value may be mended: `suggest` leads the editor to a sidecar, with `paste` for what the link does not
    bring along; `report` leads a reader to those who keep the dossier. `asked` is True for a value that is doubtful,
    missing or was rejected.
    """

    suggest: str | None = None
    paste: tuple[str, ...] = ()
    report: str | None = None
    asked: bool = True

    def __bool__(self) -> bool:
        return bool(self.suggest or self.report)


NO_WAYS = Mending(asked=False)


def doubtful(article: Article) -> Iterator[tuple[str, str]]:
    """The keys of a sidecar that an article leaves open, with what is known of each."""
    facts = article.facts
    if facts.title is None or facts.title.basis == "derived":
        yield "title", facts.title.text if facts.title else ""
    if facts.date.basis not in ("stated", "metadata", "editorial"):
        yield "date", facts.date.value or _shared(*facts.date.interval)
    if facts.outlet is None or facts.outlet.certainty == "probable":
        yield "outlet", facts.outlet.name if facts.outlet else ""
    if facts.author and facts.author.certainty == "probable":
        yield "author", facts.author.name


def _shared(first: str | None, last: str | None) -> str:
    """What two bounds have in common: their year, or nothing."""
    return first[:4] if first and last and first[:4] == last[:4] else ""


def of_article(desk: Desk, entry: Entry) -> Mending:
    """The ways to mend all that an article leaves open, or anything of it."""
    open_ = [_line(desk, key, value) for key, value in doubtful(entry.article)]
    return _ways(desk, entry, open_ or [_KEYS], asked=True)


def of_head(desk: Desk, entry: Entry, key: str) -> Mending:
    """The ways to mend what an article says under a key of sidecars: title, date, outlet, author, url."""
    open_ = dict(doubtful(entry.article))
    return _ways(desk, entry, [_line(desk, key, open_.get(key, ""))], asked=key in open_)


def of_rejected(desk: Desk, entry: Entry, date: RejectedDate) -> Mending:
    """The ways to say that a date which was not taken is the article's."""
    return _ways(desk, entry, [_line(desk, "date", date.value if parse_iso(date.value) else "")], asked=True)


def of_fact(desk: Desk, entry: Entry, field: FactField, fact: Any) -> Mending:
    """The ways to mend one of several facts: a name that is only probable, a saying that nobody speaks, a figure that
    may be read in two ways; none for any other of them.
    """
    if not is_open(fact):
        return NO_WAYS
    if field.name == "rejected_dates":
        return of_rejected(desk, entry, fact)
    if not field.made:
        return NO_WAYS
    rows = ["facts:", f"  {field.name}:"]
    for number, (key, value) in enumerate(_about(field, fact).items()):
        note = f"  # {desk.say(f'correct.field.{field.name}')}" if number == 0 else ""
        rows.append(f"    {' ' if number else '-'} {key}: {value}{note}")
    return _ways(desk, entry, rows, asked=True)


def is_open(fact: Any) -> bool:
    """True for one of several facts that is doubtful, lacks something, or was rejected."""
    if isinstance(fact, Quote):
        return not fact.speaker
    if isinstance(fact, Figure):
        return bool(fact.readings)
    return isinstance(fact, RejectedDate) or getattr(fact, "certainty", "certain") == "probable"


def _about(field: FactField, fact: Any) -> Mapping[str, str]:
    """What a sidecar would say of a fact."""
    if isinstance(fact, Quote):
        return {"set": _quoted(_opening(fact.text)), "speaker": _quoted(fact.speaker or "")}
    if isinstance(fact, Figure):
        return {"set": _quoted(fact.text), "value": f"{fact.value or ''}"}
    return {"confirm": _quoted(field.called(fact))}


def _opening(text: str) -> str:
    return " ".join(text.split()[:_OPENING])


def _line(desk: Desk, key: str, value: str) -> str:
    return f"{key}: {_quoted(value)}  # {desk.say(f'correct.field.{key}')}"


def _quoted(value: str) -> str:
    """A value as YAML; nothing where it tells of a withheld name."""
    return scalar("" if MASK in value else squeeze(display(value)))


def _ways(desk: Desk, entry: Entry, rows: Iterable[str], asked: bool) -> Mending:
    lines = tuple(rows)
    told = report(desk, entry.address, desk.title_of(entry.article))
    sidecar, article = entry.article.sidecar, entry.article
    file = sidecar.file if sidecar else f"{stem_of(article.name)}.yml"
    # A sidecar that withholds names tells them to whoever opens it; no page of the site is to lead there.
    if desk.forge is None or MASK in file or (sidecar and sidecar.withheld):
        return Mending(None, (), told, asked)
    text = "\n".join((*lines, ""))
    if sidecar:
        return Mending(desk.forge.edit(file), lines, told, asked)
    return Mending(desk.forge.new(file, text), () if desk.forge.carries(file, text) else lines, told, asked)


def report(desk: Desk, address: str, title: str) -> str | None:
    """Where a reader tells of a fault on a page: the forge's form, else the dossier's contact; None without both."""
    page = desk.whole(address)
    subject = desk.say("correct.title", title=page if MASK in title else title)
    if desk.forge:
        return desk.forge.report(subject, page)
    return contact(desk, subject, page)


def withdrawal(desk: Desk, address: str) -> str:
    """Where somebody asks that something of a page be withdrawn or withheld: never in public, so not at a forge."""
    page = desk.whole(address)
    return contact(desk, desk.say("correct.withdraw.title", page=page), page) or f"{ABOUT}#withdrawal"


def contact(desk: Desk, subject: str = "", body: str = "") -> str | None:
    """The dossier's contact as a link, a mail with its subject and words begun."""
    said = desk.settings.contact
    if said is None or said.startswith("https:"):
        return said
    return (
        f"mailto:{quote(said, safe='@+')}?subject={quote(subject)}&body={quote(body)}" if subject else f"mailto:{said}"
    )
