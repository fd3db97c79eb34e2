"""Equal texts: one page for all files that hold a text, with the fullest of them, and what editors say of any.

Invariant: a file that an editor hides or keeps off the site takes no other with it, and none moves another's page but
an older one of the same text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from generator.catalogue.claims import Placed
from generator.facts.table import FIELDS
from generator.model import Article, Problem, Sidecar
from generator.model.corrections import Correction, Corrections
from generator.model.extent import least
from generator.reading.letters import key


@dataclass(frozen=True)
class Text:
    """A text that is published: the files that hold it, the one whose page it is first; the one whose words are shown;
    what editors say of all of them.
    """

    files: tuple[Placed, ...]
    shown: Article
    sidecar: Sidecar | None

    @property
    def owner(self) -> Placed:
        """The file whose address the page has."""
        return self.files[0]


@dataclass(frozen=True)
class Withdrawal:
    """What is left of an article that was withdrawn: its address, and since when and why, where its editor says so."""

    address: str
    day: str | None
    reason: str | None


def withdrawals(placed: Iterable[Placed]) -> tuple[Withdrawal, ...]:
    """What is left of the articles that were withdrawn, by address."""
    gone = ((x.address, x.article.sidecar) for x in placed if is_withdrawn(x.article) and x.article.sidecar)
    found = (Withdrawal(address, said.withdrawn_on, said.withdrawn_reason) for address, said in gone)
    return tuple(sorted(found, key=attrgetter("address")))


def standing_elsewhere(placed: Iterable[Placed], texts: Iterable[Text]) -> Iterable[Problem]:
    """A problem for each withdrawn text that another file still publishes: nobody finds that out by himself."""
    gone = [x.article for x in placed if is_withdrawn(x.article) and x.article.cleaned.body]
    shown = {said_by(text.shown): text.shown.name for text in texts} if gone else {}
    for article in gone:
        other = shown.get(said_by(article))
        if other and article.sidecar:
            yield Problem("error", article.sidecar.file, None, "withdrawn-elsewhere", (("other", other),))


def said_by(article: Article) -> str:
    """What tells whether two articles have one text."""
    return "\n".join(key(line.text) for line in article.cleaned.paragraphs)


def texts(placed: Iterable[Placed], said: Callable[[Article], str] = said_by) -> tuple[Text, ...]:
    """The texts of a dossier that are published, sorted by the name of the file whose page they are.

    `said`: what tells whether two articles have one text.
    """
    same: dict[str, list[Placed]] = defaultdict(list)
    for each in placed:
        if each.article.cleaned.body:
            same[said(each.article)].append(each)
    found = (text for group in same.values() for text in _texts(sorted(group, key=lambda x: x.seniority)))
    return tuple(sorted(found, key=lambda text: text.owner.article.name))


def _texts(group: Sequence[Placed]) -> Iterable[Text]:
    """Those that are listed share a page; each that is hidden keeps its own."""
    listed = tuple(x for x in group if is_listed(x.article))
    if listed:
        aside = (x.article.sidecar for x in group if not is_listed(x.article))
        said = (*(x.article.sidecar for x in listed), *(x and replace(x, note=None) for x in aside))
        shown = max((x.article for x in listed), key=lambda a: a.stated)  # the first of those that state the most
        yield Text(listed, shown, _joined([x for x in said if x and not x.refused]))
    for each in group:
        if is_published(each.article) and not is_listed(each.article):
            yield Text((each,), each.article, each.article.sidecar)


def is_published(article: Article) -> bool:
    """True for an article that has a page: it has a text, and no editor keeps it off the site."""
    return bool(article.cleaned.body) and not (article.sidecar and article.sidecar.is_off)


def is_withdrawn(article: Article) -> bool:
    """True for an article of which the address alone is left; one kept off the site has not even that."""
    return bool(article.sidecar and article.sidecar.withdrawn and article.sidecar.publish)


def is_listed(article: Article) -> bool:
    """True for a published article that stands in lists and search too."""
    return is_published(article) and not (article.sidecar and article.sidecar.hidden)


def _joined(said: Sequence[Sidecar]) -> Sidecar | None:
    """What several sidecars say of one text, the earlier before the later; what hides a file is not of the text."""
    open_: dict[str, Any] = {"publish": True, "hidden": False, "withdrawn": False}
    if len(said) < 2:  # noqa: PLR2004  nothing to join
        return replace(said[0], **open_) if said else None
    given = {name: _first(said, name) for name in ("url", "note", "themes")}
    given |= {x.name: getattr(_who_speaks_of(said, x.name), x.name) for x in FIELDS if x.stated}
    withheld = dict.fromkeys(name for sidecar in said for name in sidecar.withheld)
    return replace(
        said[0],
        **given,
        **open_,
        facts=_facts(said),
        withheld=tuple(withheld),
        address=None,
        extent=least(*(x.extent for x in said)),
        sensitive=tuple(dict.fromkeys(words for x in said for words in x.sensitive)),
    )


def _first(said: Sequence[Sidecar], name: str) -> Any:
    return next((value for x in said if (value := getattr(x, name)) is not None), None)


def _who_speaks_of(said: Sequence[Sidecar], name: str) -> Sidecar:
    """The first that says anything of a field, as a value or as corrections: two ways of one word are not mixed."""
    return next((x for x in said if getattr(x, name) or x.facts.speaks_of(name)), said[0])


def _facts(said: Sequence[Sidecar]) -> Corrections:
    """The corrections of all; of one fact those of the first sidecar that names it."""
    slips = tuple(dict.fromkeys(words for x in said for words in x.facts.slips))
    lists = {
        x.name: _who_speaks_of(said, x.name).facts.of(x.name)
        if x.stated
        else tuple(_each_once(one.facts.of(x.name) for one in said))
        for x in FIELDS
    }
    return Corrections(lists=lists, date=_who_speaks_of(said, "date").facts.date, slips=slips)


def _each_once(lists: Iterable[tuple[Correction, ...]]) -> Iterable[Correction]:
    named: set[str] = set()
    for corrections in lists:
        yield from (x for x in corrections if key(x.target) not in named)
        named |= {key(x.target) for x in corrections}
