"""An index that is made with what earlier ones kept is the one that is made without, and no document is made twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue.groups import Entry
from generator.lexicon.search import SearchWords
from generator.pages.desk import Desk
from generator.search import Aids, Document, Field, Passage, Promised, findable, index
from generator.search.article import FindableArticle
from generator.search.contribution import contribution, unpacked
from generator.search.vocabulary import Vocabulary, remember_words, remembered
from tests import dossiers, engine, five

WORDS = (
    *(
        "سجون",
        "السجون",
        "مسجونين",
        "أحزاب",
        "وحزب",
        "١٢٣",
        "آلاف",
        "مَدْرَسَةٌ",
        "Paris",
        "ﷺ",
        "تنظيم",
        "الدولة",
        "الإسلامية",
    ),
    *("،", "«", "_", "\ud83d", "\n", "\0"),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
VARIANTS = (("داعش", "تنظيم الدولة الإسلامية"), ("حزب", "أحزاب"))


@dataclass
class Memory:
    """What is kept, and how often it was looked up in vain."""

    held: dict[tuple[str, str], bytes] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)

    def get(self, room: str, key: str) -> bytes | None:
        found = self.held.get((room, key))
        if found is None:
            self.missed.append(room)
        return found

    def has(self, room: str, key: str) -> bool:
        return (room, key) in self.held

    def put(self, room: str, key: str, value: bytes) -> None:
        self.held[room, key] = value


@dataclass
class Article:
    """A document that is promised; it counts how often it was made."""

    document: Document
    made: int = 0

    @property
    def key(self) -> str:
        return sha256(repr(self.document).encode("utf-8", "surrogatepass")).hexdigest()

    def make(self) -> Document:
        self.made += 1
        return self.document


@st.composite
def documents(draw: st.DrawFn) -> Document:
    title, texts, name = draw(TEXTS), draw(st.lists(TEXTS, max_size=3)), draw(TEXTS)
    passages = (Passage(Field.TITLE, title), *(Passage(Field.BODY, text, 3 * at) for at, text in enumerate(texts)))
    more = (Passage(Field.NAMES, name), Passage(Field.SAID, draw(TEXTS)))
    day = draw(st.none() | st.dates().map(str))
    return Document("", (*passages, *more), day=day, facets=(("year", draw(st.sampled_from("ab"))),))


def addressed(texts: Iterable[Document]) -> Iterator[Document]:
    """Documents with addresses of their own, and a thing behind the articles."""
    for number, text in enumerate(texts):
        yield replace(text, address=f"articles/{number}/")


THING = Document("people/x/", (Passage(Field.TITLE, "سمير"),), "person", mentions=3)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("add", "remove", "change")), st.integers(0, 9), documents()), max_size=7))
@pytest.mark.parametrize("split_above", [engine.WHOLE, engine.SPLIT])
def test_any_changes_give_the_bytes_of_a_clean_build(split_above: int, steps: list[tuple[str, int, Document]]) -> None:
    kept, held = Memory(), list[Document]()
    aids = Aids(SearchWords(variants=VARIANTS), ("year",))
    for change, at, document in steps:
        place = at % (len(held) + 1)
        held[place : place + (change != "add")] = [] if change == "remove" else [document]
        texts = [*addressed(held), THING]
        promised: list[Document | Promised] = [*map(Article, texts[:-1]), THING]
        assert index(promised, aids, split_above, kept) == index(texts, aids, split_above)


def test_what_was_kept_is_not_made_again() -> None:
    kept = Memory()
    first = [Article(Document(f"{n}/", (Passage(Field.BODY, f"سجون {n}"),))) for n in range(5)]
    index(first, Aids(), engine.SPLIT, kept)
    again = [Article(each.document) for each in first]
    again[2] = Article(replace(again[2].document, day="2021-01-01"))
    kept.missed.clear()
    index(again, Aids(), engine.SPLIT, kept)
    assert [each.made for each in again] == [0, 0, 1, 0, 0]
    assert kept.missed == ["search-document"]


def test_a_whole_index_is_coded_once() -> None:
    kept, texts = Memory(), [Document("a/", (Passage(Field.BODY, "سجون"),))]
    index(texts, Aids(), engine.WHOLE, kept)
    kept.missed.clear()
    index(texts, Aids(), engine.WHOLE, kept)
    assert kept.missed == []


@given(documents())
def test_a_contribution_reads_back(document: Document) -> None:
    made = contribution(document, Vocabulary())
    assert unpacked(made.packed()) == replace(made, symbols=[*made.symbols])


def _known(text: str, kept: Memory) -> Vocabulary:
    vocabulary = remembered(kept)
    contribution(Document("", (Passage(Field.BODY, text),)), vocabulary)
    return vocabulary


def test_a_vocabulary_reads_back_with_its_numbers() -> None:
    kept, text = Memory(), "مدرسة مَدْرَسَةٌ، السجون ﷺ _ سجون"
    first = _known(text, kept)
    remember_words(first, len(first.words), kept)
    again = _known(text, kept)
    assert (again.new, first.new) == (0, len(first.symbols))
    for name in ("symbols", "words", "word_of", "stems", "keys", "numbers"):
        assert getattr(again, name) == getattr(first, name), name


def test_a_vocabulary_of_which_half_is_out_of_use_is_let_go() -> None:
    kept = Memory()
    first = _known("سجون المدينة", kept)
    remember_words(first, 2, kept)
    remember_words(remembered(kept), 0, kept)
    assert remembered(kept).symbols == []


def _promised(desk: Desk) -> Mapping[str, FindableArticle]:
    return {each.entry.address: each for each in findable.promised(desk) if isinstance(each, FindableArticle)}


def test_an_article_s_key_changes_with_whatever_its_document_says(tmp_path: Path) -> None:
    """By what an editor, the catalogue, the lexicon or the settings say."""
    desk = dossiers.desk(five.copy_to(tmp_path / "five"))
    first, second = desk.catalogue.listed[:2]
    article = first.article
    facts = article.facts
    title = facts.title
    assert title
    others = (
        replace(desk, settings=desk.settings.model_copy(update={"digits": "arabic"})),
        _with(desk, replace(first, address="/articles/elsewhere/")),
        _with(desk, replace(first, article=replace(article, facts=replace(facts, title=replace(title, text="x"))))),
        _with(desk, replace(first, article=replace(article, facts=replace(facts, people=())))),
        _with(desk, replace(first, article=replace(article, facts=replace(facts, themes=())))),
        replace(desk, catalogue=replace(desk.catalogue, copy_of={first.address: second.address})),
    )
    was = _promised(desk)[first.address]
    for other in others:
        now = next(each for each in _promised(other).values() if each.entry.article.name == article.name)
        assert now.make() != was.make()
        assert now.key != was.key


def _with(desk: Desk, entry: Entry) -> Desk:
    entries = tuple(entry if e.article.name == entry.article.name else e for e in desk.catalogue.entries)
    return replace(desk, catalogue=replace(desk.catalogue, entries=entries))


class Keyless(Article):
    """An article that must not be asked for its key."""

    @property
    def key(self) -> str:
        raise AssertionError


def test_nothing_is_hashed_where_nothing_is_kept() -> None:
    text = Document("a/", (Passage(Field.BODY, "سجون"),))
    assert index([Keyless(text)], Aids(), engine.SPLIT) == index([text], Aids(), engine.SPLIT)
