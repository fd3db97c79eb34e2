"""The points that a dossier opens with: a few words of its articles that tell the most, spread over all that it has.

Each candidate has a number, the sum of a few reasons; one is taken after the other, the highest first, and each that is
taken lowers those that are like it. Invariant: at most two of a speaker, no two that say the same, in the order of
lists. The reasons, counted on the dossier's own articles, are told on the method page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.candidates import Candidate, candidates, checked
from generator.catalogue.groups import Entry
from generator.facts.summing.sentence import content
from generator.lexicon import Lexicon
from generator.reading.letters import key
from generator.reading.line import ReadLine, read_line

MOST = 5
_A_SPEAKER = 2
_ALIKE = 50
"""Of a hundred words of the shorter of two points, those that the longer has too."""
_COMMON = 5
"""A theme is common where one of so many articles has it."""
_HEADLINE = 4
"""Words of the headline that count at most."""
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
    """A candidate with what speaks for it."""

    value: int
    one: Candidate


def points(entries: Sequence[Entry], lexicon: Lexicon, most: int = MOST) -> tuple[Candidate, ...]:
    """The points of a dossier's articles, in the order of these."""
    common = _common(entries)
    found = [_Valued(worth(x, common, lexicon), x) for entry in entries for x in candidates(entry, lexicon)]
    found.sort(key=lambda valued: -valued.value)
    taken = list[Candidate]()
    while len(taken) < most:
        best = _best(found, taken)
        if best is None:
            break
        found.remove(best)
        stands = checked(best.one, lexicon)
        taken += [stands] if stands else []
    order = {entry.address: at for at, entry in enumerate(entries)}
    return tuple(sorted(taken, key=lambda x: (order[x.entry.address], x.words.line, x.words.start)))


def _common(entries: Sequence[Entry]) -> frozenset[str]:
    """The themes that are common in a dossier."""
    counted = Counter(hit.id for entry in entries for hit in entry.article.facts.themes)
    return frozenset(id_ for id_, times in counted.items() if times >= max(2, len(entries) / _COMMON))


def worth(one: Candidate, common: frozenset[str], lexicon: Lexicon) -> int:
    """What speaks for a candidate, apart from others; `common`: the dossier's common themes."""
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
        (told.theme, any(hit.id in common for hit in facts.themes)),
        (told.dated, one.entry.dated),
        (told.published, facts.outlet is not None),
        (told.length, _BRIEF <= length <= _FULL),
        (told.loaded, bool(one.quote) and lexicon.points.loaded_in(one.line, 0, len(one.line.text))),
    )
    return sum(weight * times for weight, times in reasons)


def _content(line: ReadLine, lexicon: Lexicon) -> frozenset[str]:
    return content(line, 0, len(line.words), lexicon.summary.stops)


def _best(found: Sequence[_Valued], taken: Sequence[Candidate]) -> _Valued | None:
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

    taken: Sequence[Candidate]
    counted: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, taken: Sequence[Candidate]) -> _Had:
        """What some candidates have, with how often."""
        return cls(taken, Counter(sign for one in taken for sign in _signs(one)))

    def lowers(self, one: Candidate) -> int:
        """What speaks against another beside them."""
        prices = {
            "article": REASONS.same_article,
            "institution": REASONS.same_institution,
            "theme": REASONS.same_theme,
        }
        return sum(prices.get(kind, 0) * self.counted.get((kind, value), 0) for kind, value in _signs(one))

    def leaves_room(self, one: Candidate) -> bool:
        """Whether its speaker has not spoken enough, and nobody has said the same."""
        said = sum(self.counted.get(sign, 0) for sign in _signs(one) if sign[0] == "speaker")
        return said < _A_SPEAKER and not any(_are_alike(one, other) for other in self.taken)


def _signs(one: Candidate) -> Iterator[tuple[str, str]]:
    """By what a candidate is like others."""
    yield "article", one.entry.address
    if one.quote:
        yield "speaker", one.quote.speaker_id or key(one.quote.speaker or "")
    if one.institution.id:
        yield "institution", f"{one.institution.kind} {one.institution.id}"
    yield from (("theme", hit.id) for hit in one.entry.article.facts.themes)


def _are_alike(one: Candidate, other: Candidate) -> bool:
    words = [set(x.line.words) for x in (one, other)]
    return 100 * len(words[0] & words[1]) >= _ALIKE * min(map(len, words))
