"""A proposed theme as people get it: in words on the notes for the editor, and as a theme file begun.

Invariant: what is in the file is of the dossier itself; only what an editor alone can say is left to him, and the file
says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import dumps

from msgspec import json

from generator.catalogue.groups import Entry, Membership
from generator.catalogue.proposals import Matter, Proposal, matter, proposals
from generator.catalogue.shared import Shared
from generator.lexicon.wording import Wording
from generator.model.addresses import distinct, spell
from generator.model.kept import made_once
from generator.model.proposal import PROPOSED
from generator.pages.desk import Desk, Link
from generator.pages.grounds import Grounds, hash_of
from generator.reading.letters import key
from generator.reading.line import line_read
from generator.reading.masks import MASK
from generator.reading.match import Phrasebook

_ROOM = "proposed"
_EXAMPLES = 6
_PHRASES_SHOWN = 6
_PROVES, _ADDS = 3, 1
# Below this, chance would not be expected to bring a pair once in a hundred such dossiers.
_NEVER = 0.01
# What stands for something in a theme's pattern.
_PATTERN = frozenset("/|?{}،")


@dataclass(frozen=True)
class ProposedTheme:
    """A theme to be, in words: `file` is what its file in the dossier would hold, line by line."""

    id: str
    label: str
    phrases: tuple[str, ...]
    why: str
    articles: tuple[Link, ...]
    file: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many articles have it."""
        return len(self.articles)


def proposed(desk: Desk, most: int = PROPOSED) -> tuple[ProposedTheme, ...]:
    """The themes that a dossier might have, the most telling first."""
    return _proposed(desk, matter(desk.catalogue), most)


def proposed_of(grounds: Grounds) -> tuple[ProposedTheme, ...]:
    """The same, from an earlier build where nothing changed of the articles that are read for them: to make them costs
    1.5 ms an article.
    """
    read = matter(grounds.desk.catalogue)
    parts = (grounds.base.encode(), _told(grounds, read).encode())
    made = made_once(grounds.kept, _ROOM, parts, lambda: json.encode(_proposed(grounds.desk, read, PROPOSED)))
    return json.decode(made, type=tuple[ProposedTheme, ...])


def _told(grounds: Grounds, read: Matter) -> str:
    """What proposals rest on beside what every page does: articles, and which of their words name what."""
    named = [(group.kind, group.id, group.name, [_words(member) for member in group.members]) for group in read.groups]
    return hash_of(grounds.among(read.entries), named, list(map(sorted, read.earlier)), list(map(sorted, read.themes)))


def _words(member: Membership) -> object:
    return member.entry.address, [(words.line, words.start, words.text) for words in member.evidence]


def _proposed(desk: Desk, read: Matter, most: int) -> tuple[ProposedTheme, ...]:
    taken = set(desk.lexicon.themes.by_id)
    made = []
    for proposal in proposals(read, desk.lexicon, most):
        id_ = _free_id(proposal.label.text, taken, desk.lexicon.wording)
        taken.add(id_)
        made.append(_in_words(desk, proposal, id_))
    return tuple(made)


def _free_id(label: str, taken: Iterable[str], wording: Wording) -> str:
    spelled = spell(key(label), wording.letters)
    return distinct(spelled, label) if not spelled or spelled in taken else spelled


def _in_words(desk: Desk, proposal: Proposal, id_: str) -> ProposedTheme:
    phrases = tuple(phrase.text for phrase in (*proposal.proving, *proposal.others)[1 : _PHRASES_SHOWN + 1])
    articles = tuple(Link(desk.title_of(entry.article), entry.address) for entry in proposal.articles)
    file = tuple(theme_file(proposal, id_, desk.lexicon.wording))
    return ProposedTheme(id_, proposal.label.text, phrases, _why(desk, proposal.label), articles, file)


def _why(desk: Desk, label: Shared) -> str:
    """How often a phrase stands in the dossier, and how often chance would have brought it."""
    times = desk.say("proposed.times", count=label.times)
    if label.kind != "pair":
        return desk.say("proposed.why.name", times=times)
    expected = desk.quantity(round(label.expected, 2))
    seldom = label.expected < _NEVER
    chance = desk.say("proposed.why.never") if seldom else desk.say("proposed.why.by-chance", n=expected)
    return desk.say("proposed.why.pair", times=times, chance=chance)


def theme_file(proposal: Proposal, id_: str, wording: Wording) -> Iterator[str]:
    """The lines of a theme file for a proposal: everything but the sentences that only seem to have the theme."""
    comma, label = wording.say("list.comma"), proposal.label.text
    yield f"# {wording.say('stub.theme')}"
    yield f"id: {id_}"
    yield f"label: {scalar(label)}  # {wording.say('stub.theme.label')}"
    named = comma.join(phrase.text for phrase in proposal.proving[:_PHRASES_SHOWN])
    about = wording.say("stub.theme.about", phrases=named)
    yield f"description: {scalar(about)}  # {wording.say('stub.theme.description')}"
    yield f"# per_hundred: 5  # {wording.say('stub.theme.mixed')}"
    yield "terms:"
    yield from _term(proposal.proving, _PROVES, wording.say("stub.theme.proves"))
    yield from _term(proposal.others, _ADDS, wording.say("stub.theme.adds"))
    yield "examples:"
    yield f"  yes:  # {wording.say('stub.theme.yes')}"
    yield from (f"    - {scalar(sentence)}" for sentence in _sentences(proposal))
    yield f"  no: []  # {wording.say('stub.theme.no')}"


def _term(phrases: Iterable[Shared], weight: int, said: str) -> Iterator[str]:
    texts = dict.fromkeys(text for phrase in phrases for text in _spellings(phrase))
    if texts:
        yield f"  - weight: {weight}  # {said}"
        yield "    text:"
        yield from (f"      - {scalar(text)}" for text in texts)


def _spellings(phrase: Shared) -> Iterator[str]:
    """The forms of a phrase that mean it wherever they stand: not the half of a person's name."""
    for text in phrase.spellings:
        if _PATTERN.isdisjoint(text) and MASK not in text and (phrase.kind != "people" or " " in text):
            yield text


def _sentences(proposal: Proposal) -> list[str]:
    """Sentences that have the theme, each of another article."""
    book = Phrasebook([(text, text) for phrase in proposal.proving for text in _spellings(phrase)], loose_article=True)
    first = (next(_sentences_of(entry, book), "") for entry in proposal.articles[: 2 * _EXAMPLES])
    return list(dict.fromkeys(sentence for sentence in first if sentence))[:_EXAMPLES]


def _sentences_of(entry: Entry, book: Phrasebook[str]) -> Iterator[str]:
    for read in map(line_read, entry.article.cleaned.paragraphs):
        for hit in book.find(read):
            start, end = read.near(hit.start, hit.end)
            if MASK not in read.text[start:end]:
                yield read.text[start:end].strip()


def scalar(text: str) -> str:
    """A double-quoted YAML scalar; JSON's quoting is a part of it."""
    return dumps(text, ensure_ascii=False)
