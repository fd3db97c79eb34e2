"""The cleaner on pages of many layouts, on its own rules' examples, and on input that nobody would write."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean, problems, read_column, rules
from generator.clean.chain import ORDER, best, margin, reasons
from generator.clean.features import Steps, features
from generator.clean.verdicts import KEPT as KEPT_STATES
from generator.clean.view import see
from generator.lexicon import load_lexicon
from generator.lexicon.furniture import term_words
from generator.model import Source
from generator.reading.line import read_line
from tests.cleancases import cleaned, page_cases, wrong

LEXICON = load_lexicon()
FURNITURE = LEXICON.furniture
WEIGHTS, REASONS = LEXICON.lines.weights, LEXICON.lines.reasons
PAGES = (*page_cases("clean"), *page_cases("clean/aside"))

# Lines of the page cases that get another verdict than they should: pages that are short, or strange in their kind.
MOST_WRONG = 60
MOST_FEATURES = 150
OUT = frozenset(WEIGHTS.states) - KEPT_STATES


def test_pages_are_read_as_well_as_measured() -> None:
    found = [f"{case.name}: {line}" for case in PAGES for line in wrong(case, LEXICON)]
    assert len(found) <= MOST_WRONG, "\n".join(found)


@pytest.mark.lexicon("language/lines")
def test_all_that_weighs_has_a_reason_and_little_does() -> None:
    assert set(WEIGHTS.features) <= set(REASONS.features)
    assert {*WEIGHTS.states, "blank", "chat"} == set(REASONS.order)
    assert len(WEIGHTS.features) <= MOST_FEATURES


@pytest.mark.lexicon("language/lines")
@pytest.mark.parametrize("name", sorted(REASONS.features))
def test_the_example_of_a_feature_has_it(name: str) -> None:
    shown = REASONS.features[name]
    page = read_column(shown.example.split("\n"), LEXICON)
    assert name in features(page)[page.at.index(shown.line - 1)]


@pytest.mark.lexicon("language/lines")
@pytest.mark.parametrize("state", sorted(REASONS.order))
def test_the_example_of_a_state_is_in_it(state: str) -> None:
    shown = REASONS.order[state]
    page = read_column(shown.example.split("\n"), LEXICON)
    if state == "blank":
        assert shown.line - 1 not in page.at
    elif state == "chat":
        assert cleaned(shown.example, LEXICON).lines[shown.line - 1].rule == f"among-{state}"
    else:
        assert best(WEIGHTS, features(page)).states[page.at.index(shown.line - 1)] == state


@pytest.mark.lexicon("language/furniture")
@pytest.mark.parametrize("name", sorted(FURNITURE.lists))
def test_the_first_example_of_a_list_shows_the_list(name: str) -> None:
    label = see(read_line(FURNITURE.lists[name].matches[0]), FURNITURE).label
    assert label is not None
    assert label.rule == name


def test_the_reasons_of_a_line_left_out_are_what_left_it_out() -> None:
    """Without the features and the order that are named the line is kept, or half of what left it out is gone."""
    told = lines = 0
    for case in PAGES:
        seen = features(read_column(case.text.split("\n"), LEXICON))
        way = best(WEIGHTS, seen)
        for place, state in enumerate(way.states):
            if state in OUT:
                named = reasons(WEIGHTS, way, place, seen[place], OUT)
                told += 2 * _left(seen, place, named) <= margin(WEIGHTS, way, place, OUT)
                lines += 1
    assert told >= 0.95 * lines, (told, lines)


def _left(seen: Sequence[Sequence[str]], place: int, named: Sequence[str]) -> int:
    """The margin of a line when it is read again without what is named: the order, by reading the line by itself."""
    rest = tuple(name for name in seen[place] if name not in named)
    if ORDER in named:
        return margin(WEIGHTS, best(WEIGHTS, [rest]), 0, OUT)
    return margin(WEIGHTS, best(WEIGHTS, [*seen[:place], rest, *seen[place + 1 :]]), place, OUT)


@pytest.mark.lexicon("language/furniture")
@pytest.mark.parametrize("name", sorted(FURNITURE.lists))
def test_a_list_matches_and_spares_what_it_says(name: str) -> None:
    rule = FURNITURE.lists[name]
    for text in rule.matches:
        label = see(read_line(text), FURNITURE).label
        assert label is not None, text
        assert label.rule == name, text
    for text in rule.spares:
        label = see(read_line(text), FURNITURE).label
        assert label is None or label.rule != name, text


@pytest.mark.lexicon("language/furniture")
@pytest.mark.parametrize("name", sorted(FURNITURE.lists))
def test_a_list_is_sorted_and_holds_nothing_twice(name: str) -> None:
    rule = FURNITURE.lists[name]
    for part in ("whole", "only", "starts", "ends", "contains"):
        terms = getattr(rule, part)
        folded = [term_words(t) for t in terms]
        assert list(terms) == sorted(terms), part
        assert len(set(folded)) == len(folded), part
        assert all(folded), part


@pytest.mark.lexicon("language/furniture")
def test_no_whole_line_stands_in_two_lists() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for name, rule in FURNITURE.lists.items():
        for term in rule.whole:
            assert seen.setdefault(term_words(term), name) == name, term


def test_every_rule_that_code_names_is_documented() -> None:
    """A page of every kind, and each of its lines has a rule with a reason in both languages."""
    known = {rule.id: rule for rule in rules(LEXICON)}
    for case in PAGES:
        for line in cleaned(case.text, LEXICON).lines:
            assert known[line.rule].reason.ar
            assert known[line.rule].reason.en


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([x for case in PAGES for x in case.text.split("\n")]), max_size=25))
def test_any_order_of_lines_keeps_the_law(lines: list[str]) -> None:
    """Every line has one verdict, in order, its text unchanged; the article begins and ends with a line of its own."""
    page = cleaned("\n".join(lines), LEXICON)
    assert [x.text for x in page.lines] == "\n".join(lines).split("\n")
    assert [x.number for x in page.lines] == list(range(1, len(page.lines) + 1))
    assert sum(x.verdict == "title" for x in page.lines) <= 1
    assert all((x.verdict == "blank") == (not x.text.strip()) for x in page.lines)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_cleaned_without_a_fault(text: str) -> None:
    page = cleaned(text, LEXICON)
    assert "\n".join(x.text for x in page.lines) == text
    problems(page)


def test_a_page_of_blanks_has_only_blank_lines() -> None:
    page = cleaned("\u00a0\n \t\n\u200f\n", LEXICON)
    assert {x.verdict for x in page.lines} == {"blank"}


@pytest.mark.dear
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("short lines", "كلمة قصيرة\n" * 20_000),
        ("one long line", "كلمة " * 200_000),
        ("one long word", "ا" * 1_000_000),
        ("signs", "- " * 200_000 + "\n" + "(" * 100_000 + "\n" + "| " * 100_000),
        ("numbers", "1.2/3-4 " * 100_000),
        ("items", "".join(f"{i}- بند في القائمة\n" for i in range(10_000))),
        ("headlines", "قالت البلدية إن السوق يفتح غدا.\nخبر قصير عن السوق القديم\n\n" * 5_000),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_hostile_input_costs_seconds_at_most(name: str, text: str) -> None:
    """A megabyte in any shape. Twenty times the processor's time that it takes: what grows too fast needs hours."""
    begun = time.process_time()
    cleaned(text, LEXICON)
    assert time.process_time() - begun < 30, name


ARTICLE = "أعلنت البلدية فتح الجسر أمام المشاة.\nوقالت إن الجسر سيفحص كل عام."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("error", 1, "seed-empty")]),
        ("\n \u00a0\n", [("error", 1, "seed-empty")]),
        ("الرئيسية\nاتصل بنا", [("error", 1, "seed-without-article")]),
        ("The bridge was opened on Monday.\nIt had been closed for a year.", [("warning", 1, "seed-not-arabic")]),
        (ARTICLE, []),
    ],
)
def test_what_a_person_should_look_at(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = problems(cleaned(text, LEXICON))
    assert [(p.level, p.line, p.rule) for p in found] == expected


def test_a_long_paragraph_left_out_is_noted() -> None:
    other = "ويقول كاتب آخر إن الريح والموج والملح " * 12
    page = cleaned(f"{ARTICLE}\nالتعليقات\n{other}", LEXICON)
    assert [(p.rule, p.line) for p in problems(page)] == [("long-line-left-out", 4)]


PROBLEMS = ("seed-empty", "seed-without-article", "seed-not-arabic", "little-left", "long-line-left-out")


@pytest.mark.parametrize("rule", PROBLEMS)
def test_problems_have_words_in_both_languages(rule: str) -> None:
    wording = LEXICON.wording.problems[rule]
    assert wording.ar.remedy
    assert wording.en.remedy


def test_cleaning_is_the_same_every_time() -> None:
    source = Source("x.txt", "0" * 64, "utf-8", PAGES[0].text)
    assert clean(source, LEXICON) == clean(source, LEXICON)


@pytest.mark.parametrize("unseen", ["\u200b", "\u200f", "\u2060", "\u3164", "\u00ad"])
def test_a_line_of_what_nobody_sees_is_blank(unseen: str) -> None:
    """Pages keep room between paragraphs with it; within a line it changes nothing either."""
    view = see(read_line(f"{unseen} {unseen}"), FURNITURE)
    assert view.is_blank and not view.words
    assert see(read_line(f"{unseen}اقرأ أيضا{unseen}"), FURNITURE) == see(read_line("اقرأ أيضا"), FURNITURE)


@pytest.mark.parametrize(
    ("value", "reached"), [(0, ()), (1, ("size-1",)), (4.5, ("size-1",)), (5, ("size-1", "size-5"))]
)
def test_a_measure_gives_a_feature_for_each_bound_that_it_reaches(value: float, reached: tuple[str, ...]) -> None:
    """It reaches a bound that it equals, and those below."""
    assert Steps[float]("size", lambda x: x, 1, 5).reached(value) == reached
