"""What of an article may be shown: the one place that decides, before anything is made of it.

Whoever holds a text back for its publisher's sake shows a few sentences of it or none; a harsh passage is shown in the
text itself alone, folded. Here the article loses all else: its lines their words, its facts what only those words show.

Invariant: no stage behind this one has a word of a text that may not be shown. Lines, spans and numbers of paragraphs
stay those of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import islice, pairwise, takewhile
from typing import Any

from generator.catalogue.copies import Text
from generator.facts.sensitive import passage
from generator.facts.table import FIELDS
from generator.model import Article, Cleaned, Entity, Evidence, Extent, Facts, Line, Quote, Sidecar, Title
from generator.model.corrections import Corrections
from generator.model.texts import Access
from generator.model.words import Wrap
from generator.reading.marks import SIGNS

# Words of an excerpt, and how many of a hundred of the text's: of 804 articles of news 78 in a hundred show a sentence
# by that, 92 if half a text may be shown, 67 if a quarter.
MOST_WORDS, MOST_SHARE = 100, 33
# Words of a quotation that may be shown beside the sentences, as 65 in a hundred of those articles have at most; and
# how many quotations.
QUOTED_WORDS, QUOTED_TIMES = 25, 3
# Words that are a name, an office or a date rather than a piece of the text: no name in those articles has more, of
# 753 offices 43 have.
A_FEW = 8
_SIGN = "…"
# What an editor may have changed that is not in the text's own words.
_NO_WORDS = frozenset({"date", "outlet", "author", "themes"})

_Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class _Reach:
    """Which words of a text may be shown: all but those of some lines, or some spans alone, by line."""

    folded: frozenset[int] = frozenset()
    spans: Mapping[int, _Spans] | None = None

    def holds(self, found: Evidence) -> bool:
        """True for words that may be shown."""
        return all(self._has(x.line, x.start, x.end) for x in found.spots)

    def _has(self, line: int, start: int, end: int) -> bool:
        if self.spans is None:
            return line not in self.folded
        return any(first <= start and end <= last for first, last in self.spans.get(line, ()))


def as_allowed(text: Text, usual: Extent) -> Text:
    """A text as it may be shown, by the word of its editors, else as is usual in its dossier."""
    said = text.sidecar
    extent: Extent = (said and said.extent) or usual
    folded = _folded(text.shown.cleaned, said)
    if extent == "full" and not folded:
        return text
    files = tuple(replace(x, article=_without_words(x.article)) for x in text.files)
    return replace(text, files=files, shown=_cut(text.shown, extent, folded), sidecar=said and _reticent(said))


def _folded(cleaned: Cleaned, said: Sidecar | None) -> frozenset[int]:
    found = (passage(cleaned, words) for words in said.sensitive) if said else ()
    return frozenset(number for lines in found for number in lines)


def _reticent(said: Sidecar) -> Sidecar:
    """A sidecar without the words of the text that it corrects or marks."""
    return replace(said, facts=Corrections(), sensitive=())


def _cut(article: Article, extent: Extent, folded: frozenset[int]) -> Article:
    facts = article.facts if extent != "metadata" else _without_opening(article.facts)
    reach = _Reach(folded) if extent == "full" else _Reach(folded, _spans(_chosen(article, facts, extent, folded)))
    cleaned = _cleaned(article.cleaned, reach)
    kept: Facts = _kept(facts, reach)
    if extent != "full":
        kept = _short(kept, extent)
    return replace(_without_words(article), cleaned=cleaned, facts=kept, extent=extent)


def _without_opening(facts: Facts) -> Facts:
    """Without a title that is made of the text's own first words."""
    return replace(facts, title=None) if facts.title and facts.title.basis == "derived" else facts


def _chosen(article: Article, facts: Facts, extent: Extent, folded: frozenset[int]) -> Iterator[Evidence]:
    """The words that are shown of a text: its title; of an excerpt the summary, and short quotations."""
    yield from _title(article.cleaned, facts.title)
    if extent == "metadata":
        return
    reach = _Reach(folded)
    left = min(MOST_WORDS, MOST_SHARE * sum(_words(line.text) for line in article.cleaned.paragraphs) // 100)
    # A sentence may lean on the one before.
    for found in takewhile(reach.holds, facts.summary):
        if _words(found.text) > left:
            break
        left -= _words(found.text)
        yield found
    for quote in islice(filter(_is_short, filter(reach.holds, facts.quotes)), QUOTED_TIMES):
        if _words(quote.text) <= left:
            left -= _words(quote.text)
            yield _with_marks(article.cleaned, quote)


def _with_marks(cleaned: Cleaned, quote: Quote) -> Evidence:
    """A saying with the marks that stand round it."""
    line, start, end = cleaned.span(quote)
    before, after = line.text[:start].rstrip(), line.text[end:].lstrip()
    first = len(before) - 1 if before and before[-1] in SIGNS else start
    last = len(line.text) - len(after) + 1 if after and after[0] in SIGNS else end
    return line.shows(first, last, quote.rule)


def _title(cleaned: Cleaned, title: Title | None) -> Iterator[Evidence]:
    """The whole line, or the lines, that state the title."""
    line = cleaned.holder(title.line) if title and title.line and title.basis != "derived" else None
    if line and line.text.strip():
        yield line.shows(0, len(line.text), line.rule)


def _is_short(quote: Quote) -> bool:
    """True for a short saying of somebody who is named."""
    return bool(quote.speaker) and quote.marks == "closed" and _words(quote.text) <= QUOTED_WORDS


def _words(text: str) -> int:
    return len(text.split())


def _spans(chosen: Iterable[Evidence]) -> dict[int, _Spans]:
    """The spans of some words by line, in order and apart."""
    found: dict[int, list[tuple[int, int]]] = {}
    for piece in sorted((x for words in chosen for x in words.spots), key=lambda x: (x.line, x.start)):
        spans = found.setdefault(piece.line, [])
        if spans and piece.start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], piece.end)
        else:
            spans.append((piece.start, piece.end))
    return {line: tuple(spans) for line, spans in found.items()}


def _cleaned(cleaned: Cleaned, reach: _Reach) -> Cleaned:
    """The lines with the words that may be shown: what is folded keeps its own, for the text itself."""
    if reach.spans is None:
        lines = (replace(x, access="folded") if x.number in reach.folded else x for x in cleaned.lines)
        return replace(cleaned, lines=tuple(lines))
    texts = tuple(_masked(text, reach.spans.get(n, ())) for n, text in enumerate(cleaned.source.lines, start=1))
    access = {n: _access(line, reach.spans) for line in cleaned.joined for n in line.numbers}
    return replace(
        cleaned,
        source=replace(cleaned.source, text="\n".join(texts)),
        lines=tuple(replace(x, text=texts[x.number - 1], access=access[x.number]) for x in cleaned.lines),
        wraps=tuple(_wrap(wrap, texts) for wrap in cleaned.wraps),
    )


def _access(line: Line, spans: Mapping[int, _Spans]) -> Access:
    return "open" if line.verdict == "blank" or any(n in spans for n in line.numbers) else "closed"


def _wrap(wrap: Wrap, texts: Sequence[str]) -> Wrap:
    return Wrap(tuple(replace(x, text=texts[x.line - 1][x.start : x.end]) for x in wrap.pieces))


def _masked(text: str, spans: _Spans) -> str:
    """A line of the same length with the words of some spans, blank elsewhere, and a sign where words are left out."""
    kept = list(" " * len(text))
    for start, end in spans:
        kept[start:end] = text[start:end]
    edges = ((0, 0), *spans, (len(text), len(text)))
    for (_, start), (end, _) in pairwise(edges) if spans else ():
        if not any(c.isalnum() for c in text[start:end]):
            kept[start:end] = text[start:end]
        elif end - start > 1:
            kept[end - 2 if start == 0 else start + 1] = _SIGN
    return "".join(kept)


def _kept(value: Any, reach: _Reach) -> Any:
    """A value without the words that may not be shown, and without what is nothing without them."""
    if isinstance(value, Evidence):
        return value if reach.holds(value) else None
    if isinstance(value, tuple):
        parts = ((part, _kept(part, reach)) for part in value)
        return tuple(kept for part, kept in parts if kept is not None or part is None)
    if isinstance(value, Mapping):
        return {name: _kept(part, reach) for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        had = {field.name: getattr(value, field.name) for field in fields(value)}
        left = {name: _kept(part, reach) for name, part in had.items()}
        lost = any(isinstance(part, Evidence) and left[name] is None for name, part in had.items())
        return None if lost else replace(value, **left)
    return value


def _short(facts: Facts, extent: Extent) -> Facts:
    """Without words of the text that are no evidence: headlines beside it, offices, what led to a date."""
    few = 0 if extent == "metadata" else A_FEW
    steps = (x for x in facts.date.steps if all(_words(v) <= few for n, v in x.values if n == "words"))
    kept = replace(facts, related=(), date=replace(facts.date, steps=tuple(steps)))
    for field in FIELDS:
        if field.group and field.group != "outlets":
            kept = kept.having(field.name, tuple(_entity(x, few) for x in field.items(kept)))
    return kept


def _entity(thing: Entity, few: int) -> Entity:
    return thing if _words(thing.role or "") <= few else replace(thing, role=None)


def _without_words(article: Article) -> Article:
    """An article with those of its problems and of its editor's changes alone that cite no words of it."""
    harmless = (p for p in article.problems if all(_words(value) <= 1 for _, value in p.values))
    told = (change for change in article.changes if change.field in _NO_WORDS)
    return replace(article, problems=tuple(harmless), changes=tuple(told))
