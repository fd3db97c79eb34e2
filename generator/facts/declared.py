"""What a file declares of itself, where its text is silent: date, outlet, title and author, each marked as metadata.

Invariant: what the text states goes first, and its basis stays; two declarations that disagree are none, and a problem
says so. A name of the software, an address or a desk is nobody's name.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from generator.facts import author, date, header, outlet, title
from generator.facts.found import Found
from generator.facts.publisher.names import known_name, name_shown
from generator.lexicon import Lexicon
from generator.lexicon.outlets import Outlets
from generator.model import DateFact, Facts, Named, Problem, RejectedDate, Title
from generator.model.calendar import parse_iso
from generator.model.declared import Declaration
from generator.reading.letters import key, squeeze
from generator.reading.line import ReadText

RULE: Final = "metadata"
_TWICE = {
    "title": "title-declared-twice",
    "date": "date-declared-twice",
    "outlet": "outlet-declared-twice",
    "author": "author-declared-twice",
}
_FEWEST, _MOST = 2, 5
# What parts the headline from the name of the site in a tab.
_TAB_MARK = re.compile(r"\s+[|\-–—»«›•]+\s+|\s*::?\s+")
_MOST_OF_OUTLET = 6


def find_title(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[Title | None]:
    """The title of the text, else the one declared, else one derived from the text."""
    stated = header.stated_title(text, lexicon)
    if stated:
        return Found(stated)
    found = title.find(text, lexicon, facts)
    if not text.body or (found.value and found.value.basis == "stated"):
        return found
    said, against = _agreed(text, "title", _alike, lambda called: _is_title(called, lexicon))
    if said is None:
        return replace(found, problems=(*found.problems, *against))
    return Found(Title(said.value, RULE, None, RULE))


def find_date(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[DateFact]:
    """The date that the text states, else the one declared, else what follows from the text."""
    stated = header.stated_date(text, lexicon)
    if stated:
        return Found(stated)
    found = date.find(text, lexicon, facts)
    said, against = _agreed(text, "date", _same_day, parse_iso)
    value = parse_iso(said.value) if said else None
    if value is None:
        return replace(found, problems=(*found.problems, *against))
    declared = DateFact(value.iso, value.precision, RULE, "certain")
    was, file = found.value, text.source.name
    differs = (
        (*_otherwise(file, "date-declared-otherwise", _words(was), said),) if said and not _meets(was, declared) else ()
    )
    if was.basis == "stated" and was.value and (was.certainty == "certain" or not differs):
        return replace(found, problems=(*found.problems, *differs))
    open_ = tuple(p for p in found.problems if p.rule not in ("date-unknown", "date-bounds"))
    return Found(declared, (*open_, *differs))


def find_undeclared(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[RejectedDate, ...]]:
    """The dates of a page that are not the article's: none that the page declares to be it."""
    found = date.find_rejected(text, lexicon, facts)
    own = facts.date
    if own.basis == RULE:
        return replace(found, value=tuple(x for x in found.value if x.value != own.value))
    header_lines = {x.line for x in own.evidence if x.rule == header.RULE}
    return replace(found, value=tuple(x for x in found.value if x.evidence.line not in header_lines))


def find_outlet(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[Named | None]:
    """The outlet that the text shows for certain, else the one declared, else one that it probably is."""
    stated, outlets = header.stated_outlet(text, lexicon), lexicon.outlets
    if stated:
        return Found(stated)
    found = outlet.find(text, lexicon, facts)
    said, against = _agreed(
        text, "outlet", partial(_same_house, outlets=outlets), lambda called: _house(called, lexicon)
    )
    name = (
        (_house(said.value, lexicon) if said else None) or _by_address(text, outlets) or _in_tab(text, lexicon, facts)
    )
    was, file = found.value, text.source.name
    if name is None:
        return replace(found, problems=(*found.problems, *against))
    if was is None:
        return Found(name, found.problems)
    if _same_house(was.name, name.name, outlets) or (was.id and was.id == name.id):
        return Found(replace(was, certainty="certain"), _without_doubt(found.problems))
    differs = _otherwise(file, "outlet-declared-otherwise", was.name, said or Declaration(name.name, name.name, RULE))
    if was.certainty == "certain":
        return Found(was, (*found.problems, *differs))
    return Found(name, (*_without_doubt(found.problems), *differs))


def find_author(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[Named | None]:
    """Who wrote the text by its byline, else by what is declared."""
    stated = header.words_stated(text, lexicon, "author")
    if stated:
        person = _is_person(stated.text, lexicon)
        return Found(Named(squeeze(stated.text), (stated,)) if person else None)
    found = author.find(text, lexicon, facts)
    said, against = _agreed(text, "author", _alike, lambda called: _is_person(called, lexicon))
    if found.value and (said is None or _alike(found.value.name, said.value) or not _has_line(text, said.value)):
        return found
    if said is None:
        return replace(found, problems=(*found.problems, *against))
    return Found(Named(squeeze(said.value), basis=RULE), found.problems)


def _has_line(text: ReadText, name: str) -> bool:
    """A line of the page is this name and no more: what else looks like a byline there is something else."""
    wanted = key(name)
    return any(line.key == wanted for line in text.lines)


def find_original(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[Named | None]:
    """The address that a text came from, as its header states it or its file declares it."""
    declared = text.source.declared
    said = Named(declared.url.value, basis=RULE) if declared and declared.url else None
    return Found(header.stated_address(text, lexicon) or said)


def _agreed(
    text: ReadText, name: str, same: Callable[[str, str], bool], counts: Callable[[str], object]
) -> tuple[Declaration | None, tuple[Problem, ...]]:
    """What is declared, as far as it `counts`; nothing, and a problem, where another declaration says otherwise."""
    declared = text.source.declared
    if declared is None:
        return None, ()
    first: Declaration | None = getattr(declared, name)
    others = (x for field, x in declared.rivals if field == name)
    said = [x for x in (first, *others) if x and counts(x.value)]
    against = [x for x in said[1:] if not same(said[0].value, x.value)]
    if not against:
        return next(iter(said), None), ()
    values = (("first", said[0].words), ("second", against[0].words))
    return None, (Problem("warning", text.source.name, None, _TWICE[name], values),)


def _otherwise(file: str, rule: str, was: str, said: Declaration) -> Iterator[Problem]:
    """The text says one thing and the metadata another."""
    yield Problem("warning", file, None, rule, (("text", was), ("words", said.words)))


def _without_doubt(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(p for p in problems if p.rule not in ("outlet-probable", "outlet-contradiction"))


def _alike(one: str, other: str) -> bool:
    """One holds the other, word for word: a title with the name of its site, a name with an honorific."""
    first, second = f" {key(one)} ", f" {key(other)} "
    return first in second or second in first


def _same_day(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _words(was: DateFact) -> str:
    """What the text says of the date, in its words as far as it has some."""
    return was.evidence[0].text if was.evidence else was.value or " – ".join(day or "…" for day in was.interval)


def _meets(was: DateFact, declared: DateFact) -> bool:
    """A text and a page's clock may name two days for one: that is one day's difference at most."""
    (first, last), (begin, end) = was.interval, declared.interval
    early, late = (dt.date.fromisoformat(day) for day in (begin or "", end or ""))
    day = dt.timedelta(days=1)
    after = last is None or early <= dt.date.fromisoformat(last) + day
    return after and (first is None or late >= dt.date.fromisoformat(first) - day)


def _same_house(one: str, other: str, outlets: Outlets) -> bool:
    """Two names of one outlet: known as such, one within the other, or each in its own script."""
    known = [known_name(outlets, tuple(key(name).split())) for name in (one, other)]
    if known[0] and known[1]:
        return not set(known[0].ids).isdisjoint(known[1].ids)
    return _alike(one, other) or one.isascii() != other.isascii()


def _house(called: str, lexicon: Lexicon) -> Named | None:
    """The outlet that a declaration names; None for a placeholder, an address or a sentence."""
    if lexicon.metadata.says_nothing(called):
        return None
    domain = lexicon.outlets.by_domain.get(called.lower().removeprefix("www."))
    if domain:
        return Named(lexicon.outlets.by_id[domain].name, (), domain, RULE)
    words = tuple(key(called).split())
    known = known_name(lexicon.outlets, words)
    shaped = len(words) <= _MOST_OF_OUTLET and not (" " not in called and "." in called)
    if not known and (not shaped or " ".join(words) in lexicon.outlets.cues.not_names):
        return None
    id_ = known.ids[0] if known and len(known.ids) == 1 else None
    return Named(name_shown(called, lexicon.outlets), (), id_, RULE)


def _by_address(text: ReadText, outlets: Outlets) -> Named | None:
    """The known outlet whose address the page declares as its own."""
    said = text.source.declared.url if text.source.declared else None
    host = (urlsplit(said.value).hostname or "") if said else ""
    parts = host.split(".")
    ids = (outlets.by_domain.get(".".join(parts[at:])) for at in range(len(parts) - 1))
    id_ = next(filter(None, ids), None)
    return Named(outlets.by_id[id_].name, (), id_, RULE) if id_ else None


def _in_tab(text: ReadText, lexicon: Lexicon, facts: Facts) -> Named | None:
    """What stands beside the headline in the browser's tab, where a line round the article says the same name."""
    tab = text.source.declared.tab if text.source.declared else None
    if tab is None or facts.title is None or facts.title.basis not in ("stated", RULE):
        return None
    parts = [part for part in _TAB_MARK.split(tab.value) if part.strip()]
    heads, wanted = [key(part) for part in parts], key(facts.title.text)
    if len(parts) < _FEWEST or wanted not in (heads[0], heads[-1]):
        return None
    name = parts[0] if wanted == heads[-1] else parts[-1]
    around = (line.key for line in text.lines if not line.is_body and line.key != wanted)
    confirmed = any(f" {key(name)} " in f" {line} " for line in around)
    return _house(name, lexicon) if confirmed else None


def _is_title(called: str, lexicon: Lexicon) -> bool:
    return len(called.split()) >= _FEWEST and not lexicon.metadata.says_nothing(called)


def _is_person(name: str, lexicon: Lexicon) -> bool:
    """A name of two to five words; no desk, no outlet, no sentence."""
    words, cues = tuple(key(name).split()), lexicon.outlets.cues
    if not _FEWEST <= len(words) <= _MOST or any(c.isdecimal() or c in "@/" for c in name):
        return False
    if " ".join(words) in lexicon.metadata.nobody or lexicon.metadata.says_nothing(name):
        return False
    lists = (cues.not_persons, cues.sentence_words, cues.page_words)
    return not known_name(lexicon.outlets, words) and not any(group.among(words) for group in lists)
