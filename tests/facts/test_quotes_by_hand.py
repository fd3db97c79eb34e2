"""Who says marked words, where the verb beside them belongs to what follows; what a label keeps."""

from __future__ import annotations

import pytest

from generator.facts.quoting.described import described
from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.subjects import subject_end
from generator.reading.line import ReadLine
from tests import dossiers
from tests.quotecases import Case, run

WORDS = "نريد الماء والكهرباء والدواء لأطفالنا في القرية"


@pytest.mark.parametrize(
    ("after", "said"), [("، قال خالد المهيري.", True), (" وقال خالد المهيري إن العمل مستمر.", False)]
)
def test_a_verb_that_and_joins_to_marked_words_begins_a_sentence_of_its_own(after: str, said: bool) -> None:
    """«…» وقال فلان إن: what he says comes behind it."""
    case = Case("x", [("body", f"«{WORDS}»{after}")], [("person", "خالد المهيري", ["خالد المهيري"])])
    assert [(quote.text, quote.speaker) for quote in run(case)] == [(WORDS, "خالد المهيري")] * said


@pytest.mark.parametrize(
    ("label", "kept"), [("شاهد في 2021", "شاهد"), ("شاهد من المدعو رامي", "شاهد"), ("شاهد من القرية", "شاهد من القرية")]
)
def test_a_label_does_not_end_in_what_leads_to_a_name(label: str, kept: str) -> None:
    lexicon = dossiers.LEXICON
    assert described(label, lexicon.speech, lexicon.names, frozenset()) == kept


@pytest.mark.parametrize(
    ("before", "said"), [("قال خالد المهيري إن العمل مستمر في القرية.", False), ("قال خالد المهيري:", True)]
)
def test_marked_words_that_stand_alone_are_somebody_s_only_where_the_line_above_leads_on_to_them(
    before: str, said: bool
) -> None:
    case = Case("x", [("body", before), ("body", f"«{WORDS}»")], [("person", "خالد المهيري", ["خالد المهيري"])])
    assert [quote.speaker for quote in run(case) if not quote.is_reported] == ["خالد المهيري"] * said


@pytest.mark.parametrize(("before", "said"), [("وإن الناس", True), ("منذ صدور كتاب", False)])
def test_marked_words_behind_the_name_of_a_thing_are_its_title(before: str, said: bool) -> None:
    line = f"قال خالد المهيري إن العمل مستمر {before} «نريد الماء والدواء لأطفالنا في القرية» أمس."
    case = Case("x", [("body", line)], [("person", "خالد المهيري", ["خالد المهيري"])])
    assert [quote.speaker for quote in run(case) if not quote.is_reported] == ["خالد المهيري"] * said


def test_who_goes_on_with_her_talk_is_called_without_it() -> None:
    line = ReadLine(1, "وتابعت رئيسة الجمعية حديثها بالقول", "body", "x")
    assert subject_end(Hearing(line, dossiers.LEXICON.speech), 1) == 3


@pytest.mark.parametrize("before", ["قال خالد المهيري إن العمل مستمر، ويقال إن", "زار خالد المهيري القرية ويعتقد أن"])
def test_what_is_only_said_to_be_so_is_nobody_s_words(before: str) -> None:
    case = Case("x", [("body", f"{before} «{WORDS}».")], [("person", "خالد المهيري", ["خالد المهيري"])])
    assert [quote.speaker for quote in run(case) if not quote.is_reported] == [None]
