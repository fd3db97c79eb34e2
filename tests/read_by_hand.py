"""Articles written for this, with what a careful reader finds in them: the scores of what is read of them.

gold/articles.yml says what each field means. It was written before any program read the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from generator.lexicon import Lexicon
from generator.model import Article, Quote
from generator.reading.letters import key
from tests.leaving_out import read
from tests.scoring import Scored, scored
from tests.truth import TruePage

HERE = Path(__file__).parent / "gold"
Gold = Mapping[str, Any]


def by_hand() -> dict[str, Gold]:
    """What is to be found, by the article's name."""
    read_: dict[str, Gold] = yaml.safe_load((HERE / "articles.yml").read_text(encoding="utf-8"))
    return read_


def scores(lexicon: Lexicon) -> list[Scored]:
    """The scores of every article."""
    return [score(name, gold, lexicon) for name, gold in by_hand().items()]


def score(name: str, gold: Gold, lexicon: Lexicon) -> Scored:
    """What is read of one article against what a reader finds."""
    page = truth(name, gold)
    article = read(page, lexicon)
    plain = scored(page, article)
    measures = dict(plain.measures) | dict(_entities(gold, article)) | dict(_quotes(gold, article.facts.quotes))
    texts = [key(figure.text) for figure in article.facts.figures]
    found = sum(any(key(words) in text or text in key(words) for text in texts) for words in gold["figures"])
    measures["figures"] = (found, len(gold["figures"]))
    return replace(plain, measures=measures, trusted=dict(plain.trusted) | dict(_speakers_trusted(gold, article)))


def truth(name: str, gold: Gold) -> TruePage:
    """The article as a page whose truth is known."""
    text = (HERE / "articles" / f"{name}.txt").read_text(encoding="utf-8")
    lines = list(enumerate(text.split("\n"), 1))
    titles = frozenset(i for i, line in lines if gold["title"] and line.strip() == gold["title"])
    outside = {i for i, line in lines if line.strip().startswith(tuple(gold["outside"])) and i not in titles}
    return TruePage(
        site=name,
        data="articles",
        text=text,
        titles=titles,
        body=frozenset(i for i, line in lines if line.strip() and i not in outside | titles),
        neutral=frozenset(),
        title=gold["title"],
        dates=(str(gold["date"][0]) if gold["date"] else None,),
        outlets=tuple(filter(None, gold["outlet"])),
        authors=(gold["author"],) if "author" in gold else (),
    )


def _entities(gold: Gold, article: Article) -> Iterator[tuple[str, tuple[float, float]]]:
    """Of each kind what was found of what is there, and what is right of what was found; and who must not be named."""
    for kind in ("people", "organisations", "places"):
        got = [entity.name for entity in getattr(article.facts, kind)]
        right = [*gold[kind], *gold.get("may", ())]
        yield f"{kind}-found", (sum(_is_among(name, got) for name in gold[kind]), len(gold[kind]))
        yield f"{kind}-right", (sum(_is_among(name, right) for name in got), len(got))
    named = [
        *(person.name for person in article.facts.people),
        *(quote.speaker or "" for quote in article.facts.quotes),
    ]
    yield "private-named", (sum(_is_among(name, named) for name in gold.get("nobody", ())), 1)


def _is_among(name: str, others: Iterable[str]) -> bool:
    """True when one of the names has all words of the other: «سعود العمران» of «المهندس سعود بن فهد العمران»."""
    words = set(key(name).split())
    return any(one and (one <= words or words <= one) for one in (set(key(other).split()) for other in others))


def _quotes(gold: Gold, quotes: Sequence[Quote]) -> Iterator[tuple[str, tuple[float, float]]]:
    for mark, name in (("closed", "quotes"), ("turn", "turns"), ("reported", "reported")):
        wanted = [words for words, _, how in gold["quotes"] if how == mark]
        yield name, (sum(_found(words, quotes) is not None for words in wanted), len(wanted))
    allowed = [words for words, *_ in gold["quotes"]] + list(gold.get("may_quotes", ()))
    false = [quote for quote in quotes if not any(_begins(words, quote) for words in allowed)]
    yield "false-quotes", (len(false), len(quotes))
    spoken = [(quote, speaker) for words, speaker, _ in gold["quotes"] if (quote := _found(words, quotes))]
    yield "speakers", (sum(_is_speaker(quote, speaker) for quote, speaker in spoken), len(spoken))


def _found(words: str, quotes: Iterable[Quote]) -> Quote | None:
    return next((quote for quote in quotes if _begins(words, quote)), None)


def _begins(words: str, quote: Quote) -> bool:
    return key(words) in key(quote.text)


def _is_speaker(quote: Quote, speaker: str | None) -> bool:
    if speaker is None or quote.speaker is None:
        return speaker is None and quote.speaker is None
    return _is_among(speaker, [quote.speaker]) or key(speaker).split()[-1] in key(quote.speaker).split()


def _speakers_trusted(gold: Gold, article: Article) -> Iterator[tuple[str, Sequence[bool]]]:
    """How a speaker is known, and whether each known so is right."""
    ways: dict[str, list[bool]] = {}
    for words, speaker, _ in gold["quotes"]:
        quote = _found(words, article.facts.quotes)
        if quote is not None and quote.speaker is not None:
            way = quote.marks if str(quote.marks) in ("turn", "reported") else quote.speaker_basis
            ways.setdefault(f"speaker.{way}", []).append(_is_speaker(quote, speaker))
    yield from ways.items()
