"""The points that a dossier opens with: a few words of its articles that tell the most, spread over all that it has.

Each candidate has a number, the sum of a few reasons; one is taken after the other, the highest first, and each that is
taken lowers those that are like it. Invariant: at most two of a speaker, no two that say the same, in the order of
lists. The reasons, counted on the dossier's own articles, are told on the method page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.catalogue.candidates import Quotable, candidates, checked
from generator.catalogue.groups import Entry
from generator.catalogue.institutions import institution_of
from generator.facts.summing.sentence import content
from generator.lexicon import Lexicon
from generator.model import Problem
from generator.reading.letters import key
from generator.reading.line import ReadLine, line_read, read_line
from generator.source.read import DOSSIER_FILE

MOST = 5
_A_SPEAKER = 2
_ALIKE = 50
"""Of a hundred words of the shorter of two points, those that the longer has too."""
_COMMON = 5
"""A theme is common where one of so many articles has it."""
_HEADLINE = 4
"""Words of the headline that count at most."""
_LINES = 64
"""Lines that are kept read: candidates of a paragraph are as good, and mostly come one behind the other."""
_UNREAD: Mapping[str, Sequence[int]] = {}
_BRIEF, _FULL = 10, 32
"""Words of a point that says enough and is read at once."""


@dataclass(frozen=True)
class Reasons:
    """What speaks for a candidate and against it."""

    known: int = 3  # its speaker is somebody whom the lexicon knows
    office: int = 2  # he speaks for a body or a state
    nobody: int = -3  # of a saying: it is not known for whom
    report: int = -3  # words of a publisher, whom no speaker answers for
    figure: int = 2
    direct: int = 1
    headline: int = 1  # each word of the headline
    theme: int = 2  # its article has one of the dossier's common themes
    dated: int = 1
    published: int = 1
    length: int = 1
    loaded: int = -3
    same_article: int = -5  # each that is taken already and has the same
    same_institution: int = -3
    same_theme: int = -1


REASONS = Reasons()


@dataclass(frozen=True, eq=False)
class _Valued:
    """A candidate, by its place among those of its article, with what speaks for it."""

    value: int
    own: _Candidates
    place: int

    @property
    def one(self) -> Quotable:
        """The candidate itself."""
        return self.own.all[self.place]


@dataclass(frozen=True, eq=False)
class _Candidates:
    """What may be a point of an article, looked up once somebody asks: of most articles nobody does."""

    entry: Entry
    lexicon: Lexicon

    @cached_property
    def all(self) -> tuple[Quotable, ...]:
        """Every one, in order."""
        return tuple(candidates(self.entry, self.lexicon))


def points(
    entries: Sequence[Entry],
    lexicon: Lexicon,
    given: Sequence[Quotable] = (),
    most: int = MOST,
    worths: Mapping[str, Sequence[int]] = _UNREAD,
) -> tuple[Quotable, ...]:
    """The points of a dossier's articles, in the order of these: those that are `given`, and others beside them.

    `worths`: what speaks for each candidate of an article apart from themes, by its address; else that is looked up.
    """
    taken, read = list(given), lru_cache(maxsize=_LINES)(line_read)
    found = _ranked(entries, lexicon, worths) if len(taken) < most else []
    while len(taken) < most:
        best = _best(found, taken)
        if best is None:
            break
        found.remove(best)
        stands = checked(best.one, lexicon, read)
        taken += [stands] if stands else []
    order = {entry.address: at for at, entry in enumerate(entries)}
    return tuple(sorted(taken, key=lambda x: (order[x.entry.address], x.words.line, x.words.start)))


def _ranked(entries: Sequence[Entry], lexicon: Lexicon, worths: Mapping[str, Sequence[int]]) -> list[_Valued]:
    """Every candidate, those first for which most speaks."""
    common, found = _common(entries), list[_Valued]()
    for entry in entries:
        own = _Candidates(entry, lexicon)
        themed = REASONS.theme if any(hit.id in common for hit in entry.article.facts.themes) else 0
        known = worths.get(entry.address)
        values = [value_of(one, lexicon) for one in own.all] if known is None else known
        found += [_Valued(value + themed, own, place) for place, value in enumerate(values)]
    return sorted(found, key=lambda valued: -valued.value)


def _common(entries: Sequence[Entry]) -> frozenset[str]:
    """The themes that are common in a dossier."""
    counted = Counter(hit.id for entry in entries for hit in entry.article.facts.themes)
    return frozenset(id_ for id_, times in counted.items() if times >= max(2, len(entries) / _COMMON))


def value_of(one: Quotable, lexicon: Lexicon) -> int:
    """What speaks for a candidate, apart from others and from the themes of its article."""
    facts, told = one.entry.article.facts, REASONS
    headline = _content(read_line(facts.title.text if facts.title else ""), lexicon)
    length = len(one.line.words)
    reasons: Iterable[tuple[int, bool | int]] = (
        (told.known, bool(one.quote and one.quote.speaker_id in lexicon.entities.people)),
        (told.office, one.institution.kind in ("officials", "body")),
        (told.nobody, bool(one.quote) and one.institution.kind == "unknown"),
        (told.report, one.voice == "report"),
        (told.figure, one.has_figure),
        (told.direct, bool(one.quote and not one.quote.is_reported)),
        (told.headline, min(_HEADLINE, len(headline & _content(one.line, lexicon)))),
        (told.dated, one.entry.dated),
        (told.published, facts.outlet is not None),
        (told.length, _BRIEF <= length <= _FULL),
        (told.loaded, bool(one.quote) and lexicon.points.loaded_in(one.line, 0, len(one.line.text))),
    )
    return sum(weight * times for weight, times in reasons)


def _content(line: ReadLine, lexicon: Lexicon) -> frozenset[str]:
    return content(line, 0, len(line.words), lexicon.summary.stops)


def _best(found: Sequence[_Valued], taken: Sequence[Quotable]) -> _Valued | None:
    """The best candidate beside those that are taken; the first of several that are as good."""
    had, best, most = _Had.of(taken), None, 0
    for valued in found:
        if best and most >= valued.value:
            break  # the rest is worth no more
        own = valued.value + had.lowers(valued.one)
        if (best is None or own > most) and had.leaves_room(valued.one):
            best, most = valued, own
    return best


@dataclass(frozen=True)
class _Had:
    """What those have that are taken."""

    taken: Sequence[Quotable]
    counted: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, taken: Sequence[Quotable]) -> _Had:
        """What some candidates have, with how often."""
        return cls(taken, Counter(sign for one in taken for sign in _signs(one)))

    def lowers(self, one: Quotable) -> int:
        """What speaks against another beside them."""
        prices = {
            "article": REASONS.same_article,
            "institution": REASONS.same_institution,
            "theme": REASONS.same_theme,
        }
        return sum(prices.get(kind, 0) * self.counted.get((kind, value), 0) for kind, value in _signs(one))

    def leaves_room(self, one: Quotable) -> bool:
        """Whether its speaker has not spoken enough, and nobody has said the same."""
        said = sum(self.counted.get(sign, 0) for sign in _signs(one) if sign[0] == "speaker")
        return said < _A_SPEAKER and not any(_are_alike(one, other) for other in self.taken)


def _signs(one: Quotable) -> Iterator[tuple[str, str]]:
    """By what a candidate is like others."""
    yield "article", one.entry.address
    if one.quote:
        yield "speaker", one.quote.speaker_id or key(one.quote.speaker or "")
    if one.institution.id:
        yield "institution", f"{one.institution.kind} {one.institution.id}"
    yield from (("theme", hit.id) for hit in one.entry.article.facts.themes)


def _are_alike(one: Quotable, other: Quotable) -> bool:
    words = [set(x.line.words) for x in (one, other)]
    return 100 * len(words[0] & words[1]) >= _ALIKE * min(map(len, words))


@dataclass(frozen=True)
class Chosen:
    """The points that an editor has chosen, and what is wrong with others of his."""

    points: tuple[Quotable, ...] = ()
    problems: tuple[Problem, ...] = ()


def chosen(entries: Sequence[Entry], wanted: Sequence[str], lexicon: Lexicon) -> Chosen:
    """What an editor wants, each «FILE: words», as points; a problem for words that no paragraph of the file has."""
    by_file = {name: entry for entry in entries for name in (entry.article.name, *entry.also)}
    found, problems = list[Quotable](), list[Problem]()
    for number, (file, _, words) in enumerate((text.partition(":") for text in wanted), start=1):
        values = (("number", str(number)), ("name", file))
        entry = by_file.get(file)
        point = _at(entry, words.strip(), lexicon) if entry else None
        if point:
            found.append(point)
        else:
            rule = "point-unmatched" if entry else "point-no-file"
            problems.append(Problem("warning", DOSSIER_FILE, None, rule, values))
    return Chosen(tuple(found), tuple(problems))


def _at(entry: Entry, words: str, lexicon: Lexicon) -> Quotable | None:
    """Words of an article as a point: of the saying that they are of, else of the article itself."""
    cleaned, facts = entry.article.cleaned, entry.article.facts
    line = next((x for x in cleaned.paragraphs if words in x.text), None)
    if line is None:
        return None
    start = line.text.index(words)
    end = start + len(words)
    shown = line.shows(start, end, "point-editorial")
    for quote in facts.quotes:
        held, first, last = cleaned.span(quote)
        if held.number == line.number and first <= start and end <= last:
            return Quotable(entry, shown, quote, "said", quote, institution_of(quote, facts, lexicon))
    return Quotable(entry, shown, shown, "report")
