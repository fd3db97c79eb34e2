"""Who signs an article and where: the heads of the rows round it, read together with the rest of the page.

A name by itself may be anybody's: it signs when a place, a house or a date stands with it, when a note on the author
follows below, or when it stands alone under the headline and the article does not speak of its bearer.

Invariant: nobody of whom the article speaks signs it without a label; after an unknown word and a colon nobody does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.facts.names.words import among, bare_or_joined
from generator.facts.publisher.rows import PageRows
from generator.facts.signing.datelines import Dateline, Element, dateline_from, dateline_of
from generator.facts.signing.opening import REACH
from generator.facts.signing.persons import INITIALS, Sureness
from generator.lexicon import Lexicon
from generator.reading.clitics import ARTICLE, analyses
from generator.reading.letters import fold, key
from generator.reading.line import ReadLine, Span

_UNDER = 6  # rows below the headline among which somebody signs: dates, buttons and captions stand there too
_BELOW = 4  # rows below the article among which a note on the author stands
_ROW_WORDS = 12
_FEWEST_AGAIN = 40  # letters of a first sentence that stands twice
_LABEL_MARKS = (":", "/")
_DASHED = re.compile(r"[-–—ـ/|:*•·]")
_ALONE_MOST = 2  # rows of bare names that sign; more are a list of writers


@dataclass(frozen=True)
class Signing:
    """The people who sign in one row, by a rule."""

    row: ReadLine
    spans: tuple[Span, ...]
    rule: str


def signings(page: PageRows) -> Iterator[Signing]:
    """Every signing of the page, in order: with a label, beside a place, house or date, by a bare name."""
    for row, head in signing_rows(page):
        label = next((one for one, two in pairwise(head.pieces) if one.kind == "label" and two.form), None)
        if label:
            people, rule = tuple(_labelled(page, head, label)), label.rule
        elif any(piece.kind not in ("person", "name") for piece in head.pieces):
            people, rule = tuple(_beside_others(page, head)), "author-beside"
        else:
            people, rule = tuple(_alone(page, head)), "author-alone"
        if people:
            yield Signing(row, tuple((one.start, one.end) for one in people), rule)


def _labelled(page: PageRows, head: Dateline, label: Element) -> Iterator[Element]:
    """Those behind a byline's label; of whose words the article speaks, its form must be that of a name."""
    for before, piece in pairwise(head.pieces):
        behind = piece.start > label.start and not (before is not label and _is_label(page, head, before, piece))
        if behind and _is_named(page, head, piece, Sureness.PERHAPS):
            yield piece


def _is_named(page: PageRows, head: Dateline, piece: Element, least: Sureness) -> bool:
    """A name by its form; by a weaker one only where no word of it is one of the article's."""
    return piece.form >= Sureness.LIKELY or (piece.form >= least and not is_topic(page, head.line, head.text(piece)))


def _beside_others(page: PageRows, head: Dateline) -> Iterator[Element]:
    """Those beside a place, house or date of whom the article does not speak.

    A name without a known given one may be that of a house too, but for the form «فلان (مدينة)», «فلان من مدينة».
    """
    for before, piece in zip((None, *head.pieces), head.pieces, strict=False):
        if _is_label(page, head, before, piece) or _speaks_of(page, head.line, head.text(piece)):
            continue
        bare = _is_bare(page, head, piece) or not _DASHED.search(piece.before + piece.after)
        placed = (bare and bool(head.of("place", "land"))) or bool(head.of("trade", "label"))
        others = head.of("place", "land", "house", "date")
        least = Sureness.PERHAPS if placed else Sureness.LIKELY if others else Sureness.SURE
        fits = piece.form is Sureness.SURE or bare
        if fits and piece.form >= least and _is_named(page, head, piece, least):
            yield piece


def _is_bare(page: PageRows, head: Dateline, piece: Element) -> bool:
    """Whether no word of a name is an everyday one or a noun of places, as in the names of houses."""
    names = page.lexicon.names
    lists = (names.common, names.cues.place_nouns, names.cues.settlements, names.cues.place_openings)
    known = page.lexicon.entities.spelled.find(head.text(piece)) or page.outlets.phrases.find(head.text(piece))
    return not known and not any(among(word, *lists) for word in head.text(piece).split())


def _alone(page: PageRows, head: Dateline) -> Iterator[Element]:
    """A row of names alone: with a note below or their trade on the next row, or of whom the article does not speak."""
    if not head.whole or any(_is_label(page, head, *pair) for pair in pairwise(head.pieces)):
        return
    people = [piece for piece in head.pieces if piece.form >= Sureness.LIKELY] or head.pieces
    names = [head.text(piece) for piece in people]
    noted = any(_noted(page, head.line, name) for name in names)
    told = any(_speaks_of(page, head.line, name) for name in names)
    at = page.at(head.line)
    under = page.title is not None and page.title < at <= min(page.title + _UNDER, page.first + 1)
    near = (under or at == page.last + 1) and len(_beside(page, head.line)) <= _ALONE_MOST
    least = Sureness.PERHAPS if noted or _has_trade(page, at) else Sureness.LIKELY
    for piece in people if noted or (near and not told) else ():
        strong = piece.form is Sureness.SURE or noted or not is_topic(page, head.line, head.text(piece))
        if piece.form >= least and strong:
            yield piece


def signing_rows(page: PageRows) -> Sequence[tuple[ReadLine, Dateline]]:
    """The rows that may sign, with their heads: round the headline, in the first paragraphs, right below the last."""
    return page.once(_signing_rows, page.lexicon)


def _signing_rows(page: PageRows, lexicon: Lexicon) -> tuple[tuple[ReadLine, Dateline], ...]:
    return tuple(_heads(page, lexicon))


def _heads(page: PageRows, lexicon: Lexicon) -> Iterator[tuple[ReadLine, Dateline]]:
    top = range(max(0, page.top - 3), min(page.first + 2, page.top + 2 * _UNDER))
    below = (at for at in page.tail(3) if at not in top)
    for row in page.rows_at((*top, *below)):
        opens = page.at(row) in (page.first, page.first + 1)
        again = _repeated(page, row)
        # The head of a longer row is not all of it.
        if page.at(row) != page.title and (opens or len(row.text) - again <= REACH):
            head = dateline_from(row, again, lexicon) if again else row.once(dateline_of, lexicon)
            if head.pieces and (head.whole or opens):
                yield row, head


def _is_label(page: PageRows, head: Dateline, before: Element | None, piece: Element) -> bool:
    """Behind an unknown word and a colon: «تصوير: …», «رئيس التحرير: …»."""
    marked = before is not None and piece.before.strip().startswith(_LABEL_MARKS)
    return bool(marked and before and before.kind == "name" and not is_place(page, head, before))


def _repeated(page: PageRows, row: ReadLine) -> int:
    """Where a dateline begins behind a first sentence that the next row begins with again; 0 without one."""
    below = page.rows_at((page.at(row) + 1,))
    again = below[0].text if below else ""
    size = next((at for at, (one, other) in enumerate(zip(row.text, again, strict=False)) if one != other), len(again))
    apart = row.text[size - 1 : size + 1]
    return size if size >= _FEWEST_AGAIN and apart != apart.strip() else 0


def is_place(page: PageRows, head: Dateline, piece: Element) -> bool:
    """A place that no list knows: before a date, in brackets, or one of which the article speaks as of a place."""
    following = head.pieces[1:2] if piece is head.pieces[0] else ()
    dated = any(other.kind == "date" and not _DASHED.search(other.before) for other in following)
    words = key(head.text(piece)).split()
    bracketed = piece.kind == "name" and piece.before.rstrip().endswith("(") and not head.of("place")
    return dated or bracketed or any(_is_spoken_place(page, row, words) for row in page.body)


def _is_spoken_place(page: PageRows, row: ReadLine, words: list[str]) -> bool:
    """«في كذا», «بكذا», «محافظة كذا»."""
    cues = page.lexicon.names.cues
    for at, word in enumerate(row.words):
        if word in (words[0], "ب" + words[0]) and list(row.words[at + 1 : at + len(words)]) == words[1:]:
            nouns = (cues.place_nouns, cues.settlements, cues.districts, cues.place_prepositions)
            if word != words[0] or bare_or_joined(row.left(at), *nouns):
                return True
    return False


def _speaks_of(page: PageRows, own: ReadLine, name: str) -> bool:
    """Whether headline or article name somebody, apart from the row that signs and a note that begins with the name."""
    wanted = f" {_plain(name)} "
    rows = (row for row in _told(page) if row is not own)
    return any(wanted in f" {row.key} " and not f"{row.key} ".startswith(wanted[1:]) for row in rows)


def is_topic(page: PageRows, own: ReadLine, name: str) -> bool:
    """Whether headline or article have a word of a name, apart from the row that signs."""
    return bool(words_told(page, own, name))


def words_told(page: PageRows, own: ReadLine, name: str) -> set[str]:
    """The words of a name that headline or article have, apart from the row that signs."""
    words, told = {fold(word) for word in name.split()}, (row for row in _told(page) if row is not own)
    return {word for row in told for word in words & row.once(_stems, page.lexicon)}


def _stems(row: ReadLine, lexicon: Lexicon) -> frozenset[str]:
    """The words of a row, with their article and without what else is written to them."""
    stems = frozenset(reading.stem for word in row.written for reading in analyses(word))
    return stems | frozenset(ARTICLE + stem for stem in stems)


def _told(page: PageRows) -> tuple[ReadLine, ...]:
    """The rows of the article with its headline."""
    return (*page.body, *page.rows_at(() if page.title is None else (page.title,)))


def _has_trade(page: PageRows, at: int) -> bool:
    """«كاتب وباحث سوري» on the next row."""
    below = page.rows_at((at + 1,))
    return any(row.words[0] in page.cues.professions and len(row.tokens) <= _ROW_WORDS for row in below)


def _beside(page: PageRows, row: ReadLine) -> list[ReadLine]:
    """The rows of bare names round one."""
    near = page.rows_at(range(max(0, page.at(row) - 2), page.at(row) + 3))
    heads_ = ((other, other.once(dateline_of, page.lexicon)) for other in near if page.at(other) != page.title)
    return [
        other for other, head in heads_ if head.whole and head.pieces and len(head.of("person")) == len(head.pieces)
    ]


def _noted(page: PageRows, own: ReadLine, name: str) -> bool:
    """A note on the author stands at the end: it begins with the name and goes on."""
    begins = f"{_plain(name)} "
    places = range(max(page.first + 1, page.last - 2), page.last + 1 + _BELOW)
    return any(row.key.startswith(begins) for row in page.rows_at(places) if row is not own)


def _plain(name: str) -> str:
    """A name without its title, in match form."""
    title = INITIALS.match(name)
    return key(name[title.end() :] if title else name)
