"""Seeds to articles: the stages of one article in order, on any executor, each text read once and kept by its content.

Invariant: an article that was kept equals the one that would be read: what it is kept by names all that it rests on,
its text, what editors say of it, the names that are withheld, and the lexicon. Order and workers change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b

from generator import clean
from generator.check.laws import check
from generator.facts import editorial
from generator.facts.coding import article_from, coded_article
from generator.facts.extract import extract
from generator.lexicon import Lexicon
from generator.model import Article, Sidecar, Source
from generator.model.kept import NO_LINEAGE, NOTHING_KEPT, Kept, Lineage
from generator.source.coding import coded_source, source_from
from generator.source.withholding.known import Ref
from generator.source.withholding.protect import Protection
from generator.source.withholding.withhold import (
    distinct_names,
    mentions,
    remains,
    told,
    withhold,
    withhold_known,
)

Seed = tuple[Source, Sidecar | None]
Mapper = Callable[[Callable[[Seed], bytes], Iterable[Seed]], Iterable[bytes]]

_ARTICLES, _MASKED = "article", "masked"
# What stands behind the state of the lexicons.
_BEHIND = b"\n"
_WHO = ("people", "organisations", "places", "quotes")


def article_of(lexicon: Lexicon, seed: Seed) -> Article:
    """The per-article stages: clean, extract, correct, check. Withheld names are masked by now."""
    source, sidecar = seed
    cleaned = clean.clean(source, lexicon)
    facts, problems = extract(cleaned, lexicon)
    article = Article(cleaned, facts, problems, stated=facts.stated)
    corrected = editorial.apply(article, sidecar)
    left = remains(source, sidecar)
    return replace(corrected, problems=(*clean.problems(cleaned), *left, *corrected.problems, *check(corrected)))


def without_known(lexicon: Lexicon, refs: frozenset[Ref], seed: Seed) -> Article:
    """The article of a seed, read again without the words by which a stage still knew a withheld entry."""
    article = article_of(lexicon, seed)
    masked = mentions(article, refs) if refs else None
    return without_known(lexicon, refs, (masked, seed[1])) if masked else article


def protected(source: Source, guard: Protection, lexicon: Lexicon) -> Source:
    """A source with every withheld name masked, and in every form in which a stage would know its bearer."""
    hidden = withhold(source, guard.hide)
    doubted = guard.hide.families(source.text) if guard.hide else frozenset[str]()
    if not doubted and hidden.text == source.text:
        return hidden
    facts, _ = extract(clean.clean(source, lexicon), lexicon, _WHO)
    known = withhold_known(hidden, source, (*facts.people, *facts.organisations, *facts.places), guard.refs)
    return replace(known, told=told(facts, doubted))


@dataclass(frozen=True)
class SeedReader:
    """What reads the seeds of a dossier. `rests_on`: a fingerprint of what all is read with, but for the entries of the
    lexicons, of which `lineage` knows the changes, and of all that is withheld.
    """

    lexicon: Lexicon
    guard: Protection
    rests_on: str = ""
    mapper: Mapper = map
    kept: Kept = NOTHING_KEPT
    lineage: Lineage = NO_LINEAGE

    def masked(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        """Sources with withheld names masked and names of their own, in their order."""
        return distinct_names(sources if self.guard.hide is None else map(self._masked, sources))

    def _masked(self, source: Source) -> Source:
        key = f"{self._key(source, None)} {self.lineage.state}"
        found = source_from(self.kept.get(_MASKED, key))
        if found is None:
            found = protected(source, self.guard, self.lexicon)
            self.kept.put(_MASKED, key, coded_source(found))
        return found

    def articles(self, seeds: Sequence[Seed]) -> tuple[Article, ...]:
        """The article of each seed, those that are kept and those that are read now, in the order of the seeds."""
        keys = [self._key(*seed) for seed in seeds]
        kept = self._kept(keys, seeds)
        new = [at for at, data in enumerate(kept) if data is None]
        read = self.mapper(partial(_read, self.lexicon, self.guard.refs), [seeds[at] for at in new])
        for at, data in zip(new, read, strict=True):
            self._keep(keys[at], data)
            kept[at] = self._article(data, seeds[at])
        return tuple(article for article in kept if article)

    def anew(self, seed: Seed) -> Article:
        """The article of a single seed, kept as the others are."""
        return self.articles([seed])[0]

    def _kept(self, keys: Sequence[str], seeds: Sequence[Seed]) -> list[Article | None]:
        """The articles that are kept and that no change of the lexicons concerns."""
        found = [self.kept.get(_ARTICLES, key) for key in keys]
        told = [data.partition(_BEHIND) if data else None for data in found]
        now, before = self.lineage.state.encode(), self.lineage.before.encode()
        older = [at for at, parts in enumerate(told) if parts and parts[0] != now]
        gone = {at for at in older if (told[at] or (b"",))[0] != before or self.lineage.concerns(_words(seeds[at]))}
        if self.lineage.are_too_many(len(gone), len(seeds)):
            gone = {*range(len(seeds))}
        for at, parts in enumerate(told):
            if parts and parts[0] != now and at not in gone:
                self._keep(keys[at], parts[2])
        left = enumerate(zip(told, seeds, strict=True))
        return [self._article(parts[2], seed) if parts and at not in gone else None for at, (parts, seed) in left]

    def _article(self, data: bytes, seed: Seed) -> Article | None:
        """The article of a seed that some bytes are, with its digest: what is withheld may change it still."""
        source, sidecar = seed
        article = article_from(data, source, sidecar)
        return article and replace(article, digest=_digest(self.rests_on, data, *_told(source, sidecar)))

    def _keep(self, key: str, data: bytes) -> None:
        """Keep an article, with the lexicons that it is true of."""
        self.kept.put(_ARTICLES, key, self.lineage.state.encode() + _BEHIND + data)

    def _key(self, source: Source, sidecar: Sidecar | None) -> str:
        """What tells apart all that an article is read from."""
        return _digest(self.rests_on, *_told(source, sidecar))


def _read(lexicon: Lexicon, refs: frozenset[Ref], seed: Seed) -> bytes:
    """The article of a seed as bytes: a worker's answer costs less so than as objects."""
    return coded_article(without_known(lexicon, refs, seed), seed[0])


def _words(seed: Seed) -> str:
    """All words that an article may be made of: of its text, of what its file declares, of what an editor says."""
    source, sidecar = seed
    return f"{source.text} {source.declared or ''} {sidecar or ''}"


def _told(source: Source, sidecar: Sidecar | None) -> tuple[str, ...]:
    """All of a source and of what an editor says of it, in few characters."""
    masked = "" if source.told is None else repr(sorted(source.told))
    return source.name, source.format, source.encoding, source.sha256 or source.text, masked, repr(sidecar)


def _digest(*parts: bytes | str) -> str:
    """A hash of some parts in their order, in hexadecimal digits."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()
