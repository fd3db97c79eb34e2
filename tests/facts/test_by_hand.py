"""What an editor's word changes and what it leaves, and how a fact is told in a line."""

from __future__ import annotations

import pytest

from generator.facts import said, title
from generator.facts.attribution import _paper
from generator.facts.editorial import _edited
from generator.facts.record import about, record, unread
from generator.model import DateFact, Evidence, Facts, Line, Named, Problem, Quote
from generator.reading.masks import MASK
from tests import dossiers
from tests.dossiers import END, LEDE, MIDDLE, TITLE

PROOF = Evidence(1, 0, 1, "x", "x")
DATED = f"{TITLE}\n\nدمشق - 12 مارس 2020\n\n{LEDE}\n\n{MIDDLE}\n\n{END}\n"


def test_the_words_came_by_the_paper_that_is_cited_most_the_first_of_several() -> None:
    papers = Named("أ", (PROOF,)), Named("ب", (PROOF, PROOF)), Named("ج", (PROOF, PROOF))
    assert _paper(Facts(cited_outlets=papers)) == "ب" and _paper(Facts()) is None


@pytest.mark.parametrize(
    ("given", "told"),
    [("not_after: 2020-03-12", False), ("not_before: 2020-03-12", False), ("not_after: 2020-03-11", True)],
)
def test_a_bound_on_the_text_s_own_day_contradicts_nothing(given: str, told: bool) -> None:
    article = dossiers.article(DATED, f"facts:\n  date: {{{given}}}")
    assert dossiers.article(DATED).facts.date.interval == ("2020-03-12", "2020-03-12")
    assert ("sidecar-contradicts" in [p.rule for p in article.problems]) == told


def test_words_that_are_given_to_another_lead_no_more_to_who_was_thought_to_say_them() -> None:
    quote = Quote(1, 0, 1, "x", "x", speaker="مايك بومبيو", speaker_id="mike-pompeo")
    other = _edited(quote, {"speaker": "ليلى كاظم"})
    assert (other.speaker, other.speaker_id, other.basis) == ("ليلى كاظم", None, "editorial")
    assert _edited(quote, {}).speaker_id == "mike-pompeo", "to confirm a quotation changes nobody"


def test_what_an_editor_adds_to_the_beginning_of_a_line_is_found_there_without_marks() -> None:
    words = MIDDLE[:20]
    facts = dossiers.article(given=f"facts:\n  quotes: [{{add: '{words}', speaker: سمير الحسن}}]").facts
    (quote,) = (x for x in facts.quotes if x.basis == "editorial")
    assert (quote.text, quote.start, quote.marks, quote.speaker) == (words, 0, "none", "سمير الحسن")


@pytest.mark.parametrize("field", ["people", "organisations", "places", "cited_outlets"])
def test_what_an_editor_adds_without_a_word_in_it_stands_nowhere(field: str) -> None:
    facts = dossiers.article(given=f"facts:\n  {field}: [{{add: '،'}}]").facts
    (added,) = (x for x in facts.of(field) if x.basis == "editorial")
    assert added.name == "،" and not (added.evidence if isinstance(added, Named) else added.mentions)


def test_bounds_are_told_from_the_first_day_to_the_last() -> None:
    told = said.date(
        DateFact(not_before="2019-03-01", not_after="2020-06-30", basis="inferred", evidence=(PROOF,)),
        dossiers.TERMINAL,
    )
    assert told == "2019-03-01 – 2020-06-30 (inferred) 1: «x»"
    assert said.date(DateFact(not_after="2020-06-30"), dossiers.TERMINAL) == "… – 2020-06-30 (unknown) "


def test_a_record_has_the_line_of_its_title_and_no_mask() -> None:
    article = dossiers.article(given="withhold: [سمير الحسن]")
    told = record(article, dossiers.LEXICON.wording, str)
    rule = article.cleaned.lines[0].rule
    assert (told["title_line"], told["title_rule"]) == (1, rule) and MASK not in str(told)
    assert about(article, dossiers.LEXICON.wording, "seeds/a.txt").file == "seeds/a.txt"
    nothing = unread(Problem("error", "a.txt", None, "seed-undecodable"), "00", dossiers.LEXICON.wording, "a.txt")
    assert nothing["lines"] == [] and [p["rule"] for p in nothing["problems"]] == ["seed-undecodable"]


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("وزارة الزراعة تعلن خطة جديدة لدعم مزارعي القمح | صحيفة الحقل", TITLE[:46]),
        ("الحرب | سلسلة تقارير عن حياة الناس في المدن", None),
        ("سؤال وجواب عن خطة القمح | ما الذي يتغير في حياة المزارعين بعد اليوم", None),
    ],
)
def test_only_a_few_words_behind_a_bar_are_an_outlet_s(line: str, alone: str | None) -> None:
    """Half of a headline may stand there too."""
    assert title._without_outlet(line) == (alone or line)


def test_a_derived_title_is_of_the_first_paragraph_where_a_subheading_is_too_long_for_one() -> None:
    long = Line(1, "كلمة " * 25, "subheading", "x")
    lede = Line(2, "أعلنت وزارة الزراعة خطة جديدة لدعم المزارعين، تشمل البذار.", "body", "x")
    found = title._from_subheading((long, lede)) or title._from_lede((long, lede), dossiers.LEXICON.furniture)
    assert (found.line, found.text) == (2, "أعلنت وزارة الزراعة خطة جديدة لدعم المزارعين")
