"""Themes rest on the words of the article itself, and each is shown with the words that put it there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.clean import clean
from generator.desk.weights import weigh
from generator.facts import themes
from generator.lexicon import Lexicon, lexicon_of
from generator.lexicon.themes import STRONG
from generator.model import Article, Cleaned, Facts, Line, Source, ThemeHit, Verdict
from generator.reading.line import read_text
from generator.reading.sentences import sentence_span, sentences
from generator.source.read import read_seed
from tests import dossiers, five

HERE = Path(__file__).parents[1]
SEEDS = five.SEEDS
LEXICON = dossiers.LEXICON


def cleaned(*lines: tuple[Verdict, str]) -> Cleaned:
    source = Source("case.txt", "", "utf-8", "\n".join(text for _, text in lines))
    return Cleaned(source, "ar", tuple(Line(n, text, verdict, "case") for n, (verdict, text) in enumerate(lines, 1)))


def themes_of(*lines: tuple[Verdict, str]) -> dict[str, ThemeHit]:
    return {hit.id: hit for hit in themes.find(read_text(cleaned(*lines)), LEXICON, Facts()).value}


def cases(name: str) -> Iterator[tuple[str, str]]:
    for block in (HERE / "cases" / "themes" / name).read_text(encoding="utf-8").strip().split("\n\n"):
        if not block.startswith("#"):
            ids, text = block.split("\n")
            yield ids, text


def faults(ids: str, text: str) -> set[str]:
    """What is wrong with the themes of a case: -id for a missing one, +id for one too many."""
    may = {name.rstrip("?") for name in ids.split()}
    must = {name for name in ids.split() if not name.endswith("?")} - {"none"}
    found = set(themes_of(("body", text)))
    return {f"-{name}" for name in must - found} | {f"+{name}" for name in found - may}


@pytest.mark.parametrize(("ids", "text"), list(cases("known.txt")))
def test_sentences_have_the_themes_written_beside_them(ids: str, text: str) -> None:
    """A case names every theme that a reader would expect of a sentence."""
    assert faults(ids, text) == set()


def test_sentences_kept_aside_stay_mostly_right() -> None:
    """Of 30 sentences never used to choose terms 27 came out exactly right; that may not get worse."""
    right = [text for ids, text in cases("aside.txt") if not faults(ids, text)]
    assert len(right) >= 27


# What a reader of the five named seeds finds about each theme, and in which line.
PROOFS = {
    "prisons": "000:4 002:31 004:41",
    "detainees": "002:31 004:29",
    "camps": "002:34",
    "displaced": "002:34 003:15 003:19 004:41",
    "foreign-fighters": "002:25 002:31",
    "branches": "001:3 002:28 003:11 003:26",
    "resurgence": "000:7 001:3 002:18 003:21 004:17",
    "strength": "003:24 003:26 004:3 004:45",
    "attacks": "000:3 003:30 004:1 004:41",
    "coalition": "001:9 001:12 002:25 003:7 004:13 004:23",
    "ministerial-meetings": "002:18 003:5 004:25",
    "us-forces": "000:5 003:13 003:22",
    "iraq-forces": "004:3 004:13 004:31",
    "northeast-syria": "001:14 002:31 003:19",
    "government-held-syria": "002:6 002:15 002:18",
    "local-partners": "000:7 002:31 004:11",
    "stabilisation": "002:28 003:9 003:15",
    "financing-propaganda": "002:25 003:28",
}
# Supported by its words too: a ministerial meeting at which the coalition's mission was to be extended.
ALSO = {("001", "ministerial-meetings")}
NAMED = [
    "000_df4c0d42261ce1aa.txt",
    "001_84b9d23c19d35bde.txt",
    "002_5906e71ed4f50e03.txt",
    "003_c32980064312eb63.txt",
    "004_1fae8541d1b1cca3.txt",
]


def seed(name: str) -> Cleaned:
    source = read_seed(SEEDS / name)
    assert isinstance(source, Source)
    return clean(source, LEXICON)


@pytest.mark.parametrize("name", NAMED)
def test_named_seeds_have_their_themes_on_their_lines(name: str) -> None:
    """Each theme is proved in the lines where a reader sees it, and no theme comes that the text does not support."""
    number = name[:3]
    hits = {hit.id: hit for hit in themes.find(read_text(seed(name)), LEXICON, Facts()).value}
    for theme, places in PROOFS.items():
        lines = {int(place[4:]) for place in places.split() if place.startswith(number)}
        given = {e.line for e in hits[theme].evidence} if theme in hits else set()
        assert lines <= given, theme
        assert not given or lines or (number, theme) in ALSO, theme


@pytest.mark.parametrize("name", NAMED)
def test_evidence_is_an_exact_piece_of_a_line_of_the_article(name: str) -> None:
    """Law 3: code point for code point, and only from the title and the body."""
    article = seed(name)
    usable = {line.number for line in article.body} | {x.number for x in article.lines if x.verdict == "title"}
    for hit in themes.find(read_text(article), LEXICON, Facts()).value:
        assert hit.evidence
        for e in hit.evidence:
            assert e.text and e.text == article.source.lines[e.line - 1][e.start : e.end]
            assert e.line in usable and e.rule.startswith(f"theme:{hit.id}:")


ATTACK = "نصب داعش كمينًا لدورية."
BODY: tuple[Verdict, str] = ("body", ATTACK)


@pytest.mark.parametrize("verdict", ["related", "furniture", "caption", "signature"])
def test_lines_that_are_not_of_the_article_prove_nothing(verdict: Verdict) -> None:
    """A headline of another article must not put this one on a theme's page."""
    assert themes_of((verdict, ATTACK), ("body", "افتتح الوزير الجسر الجديد.")) == {}


@pytest.mark.parametrize("verdict", ["body", "subheading", "dek", "title"])
def test_lines_of_the_article_prove(verdict: Verdict) -> None:
    """Title, subheadings and dek are as good as the body."""
    assert set(themes_of((verdict, ATTACK))) == {"attacks"}


def test_a_light_term_alone_gives_no_theme() -> None:
    """Mentioning the coalition is not yet being about its members or its mission, however often."""
    mention: tuple[Verdict, str] = ("body", "حضر الحفل ضابط من التحالف الدولي.")
    assert themes_of(*[mention] * 9) == {}


def test_repeats_add_less_and_less() -> None:
    """A term gives at most twice its weight, so that one word said often does not outweigh several."""
    once, twice, often = (themes_of(*[BODY] * n)["attacks"].score for n in (1, 2, 40))
    assert STRONG == once < twice < often <= 2 * once


def test_a_title_counts_double_and_the_highest_score_comes_first() -> None:
    """What the title says is what the article is about."""
    hits = themes.find(read_text(cleaned(("title", "نزوح واسع من البلدة"), ("body", ATTACK))), LEXICON, Facts()).value
    assert [hit.id for hit in hits] == ["displaced", "attacks"]


FLOODS = """
id: floods
label: الفيضانات
description: السيول والفيضانات وما تخلفه.
order: 5
per_hundred: 4
terms:
  - {text: [سيل/سيول], weight: 3}
examples: {yes: [جرفت السيول جسرين.], no: [سال الحبر على الورق.]}
"""


@pytest.fixture
def floods(tmp_path: Path) -> Lexicon:
    """A lexicon with one theme more, whose articles must be about it: a term of weight 3 for each 75 words."""
    (tmp_path / "lexicon/themes").mkdir(parents=True)
    (tmp_path / "lexicon/themes/floods.yml").write_text(FLOODS, encoding="utf-8")
    return lexicon_of(tmp_path)


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        ([("body", "جرفت السيول جسرين." + " ثم عاد الناس إلى بيوتهم." * 14)], True),  # 73 words
        ([("body", "جرفت السيول جسرين." + " ثم عاد الناس إلى بيوتهم." * 15)], False),  # 78 words
        ([("body", "جرفت السيول جسرين. " * 2 + "ثم عاد الناس إلى بيوتهم. " * 15)], True),  # twice in 81 words
        ([("title", "السيول في الوادي"), ("body", "عاد الناس إلى بيوتهم. " * 36)], True),  # a title counts double
        ([("title", "السيول في الوادي"), ("body", "عاد الناس إلى بيوتهم. " * 37)], False),
        ([("body", "جرفت السيول جسرين."), ("related", "عاد الناس إلى بيوتهم. " * 40)], True),  # only the article counts
    ],
)
def test_a_theme_may_ask_for_more_than_a_mention_in_passing(
    floods: Lexicon, lines: list[tuple[Verdict, str]], given: bool
) -> None:
    """What it asks for is measured by the length of the article; what falls short is told to whoever looks for it."""
    text = cleaned(*lines)
    assert ("floods" in {hit.id for hit in themes.find(read_text(text), floods, Facts()).value}) == given
    passing = weigh(Article(text, Facts()), floods).passing
    assert set(passing) == (set() if given else {"floods"})
    assert all(3 < has < asks == 4 for has, asks in passing.values())


def test_what_a_term_needs_must_stand_in_its_sentence() -> None:
    """Words of another sentence do not lend a term its meaning."""
    assert "prisons" in themes_of(("body", "امتلأت السجون بعناصر داعش."))
    assert "prisons" not in themes_of(("body", "امتلأت السجون. وانسحب داعش."))


def test_an_exclusion_swallows_a_term_inside_it() -> None:
    """A safe return of people is no return of the group, and an office is no aid."""
    assert "resurgence" not in themes_of(("body", "حذر من تأخر العودة الآمنة والطوعية إلى الوطن بعد هزيمة داعش."))
    assert "local-partners" not in themes_of(("body", "قالت مساعدة وزير الدفاع إن القوات في داعش."))
    assert "stabilisation" not in themes_of(("body", "التزام بتحقيق الأمن والاستقرار في المنطقة بعد هزيمة داعش."))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", []),
        ("   ", []),
        ("جملة بلا نقطة", ["جملة بلا نقطة"]),
        ("وصل الوفد. ثم غادر!", ["وصل الوفد.", "ثم غادر!"]),
        ("هل عاد؟ لا أحد يعلم…", ["هل عاد؟", "لا أحد يعلم…"]),
        ("في مدن اخرى.ثم توقفت الحركة.", ["في مدن اخرى.", "ثم توقفت الحركة."]),
        ("قال: «انتهى الأمر.» ومضى.", ["قال: «انتهى الأمر.»", "ومضى."]),
        ("رأى د. سمير أن النسبة 3.5 في المئة.", ["رأى د. سمير أن النسبة 3.5 في المئة."]),
        ("نقلت أ.ف.ب عن شاهد. وصمت.", ["نقلت أ.ف.ب عن شاهد.", "وصمت."]),
        ("نشره example.com اليوم. انتهى.", ["نشره example.com اليوم.", "انتهى."]),
        ("1. البند الأول. نصه قصير.", ["1. البند الأول.", "نصه قصير."]),
        ("حدث ذلك عام 2017. ثم هدأت.", ["حدث ذلك عام 2017.", "ثم هدأت."]),
        ("سكت... ثم تكلم.", ["سكت...", "ثم تكلم."]),
    ],
)
def test_sentences(line: str, expected: list[str]) -> None:
    """Arabic and Latin ends divide; initials, decimals, addresses and list numbers do not."""
    assert [line[a:b] for a, b in sentences(line)] == expected


def test_sentence_span_is_the_sentence_around_a_piece() -> None:
    """A piece over two sentences has both; one outside every sentence has itself."""
    line = "  وصل الوفد. ثم غادر! "
    assert sentence_span(line, 7, 9) == (2, 12)
    assert sentence_span(line, 3, 15) == (2, 21)
    assert sentence_span(line, 0, 1) == (0, 1)


def test_the_words_shown_hold_their_particle_and_what_they_need() -> None:
    """«يزال يشكل تهديدا» without «لا» and without the group would show something else than what counted."""
    (hit,) = [
        x for id_, x in themes_of(("body", "قال إن داعش لا يزال يشكل تهديدا للقرى.")).items() if id_ == "resurgence"
    ]
    assert [x.text for x in hit.evidence] == ["لا يزال يشكل تهديدا", "داعش"]
