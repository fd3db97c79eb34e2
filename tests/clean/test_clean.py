"""The cleaner on pages of many layouts, on its own rules' examples, and on input that nobody would write."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import SHAPES, STEPS, clean, problems, rules
from generator.clean.view import see
from generator.lexicon import load_lexicon
from generator.lexicon.furniture import term_words
from generator.model import Source
from generator.reading.line import read_line
from tests.cleancases import KEPT, Case, cleaned, page_cases, wrong

LEXICON = load_lexicon()
FURNITURE = LEXICON.furniture
PAGES = tuple(page_cases("clean"))
ASIDE = tuple(page_cases("clean/aside"))

# Lines lost and kept wrongly on pages written beside the rules and read by nobody while they were made.
# Of a page with a box in it, the paragraph below the box is kept now, and the two lines of the box with it.
ASIDE_LOST, ASIDE_KEPT, ASIDE_TITLES = 0, 2, 0


@pytest.mark.lexicon("language/furniture")
@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_every_line_of_a_page_is_what_it_should_be(case: Case) -> None:
    assert wrong(case, LEXICON) == []


def test_pages_kept_aside_lose_no_more_than_measured() -> None:
    lost = kept = titles = 0
    for case in ASIDE:
        page = cleaned(case.text, LEXICON)
        for letter, line in zip(case.letters, page.lines, strict=True):
            lost += letter in "BSD" and line.verdict not in KEPT
            kept += letter not in "BSD_" and line.verdict in KEPT
            titles += (letter == "T") != (line.verdict == "title") and letter == "T"
    assert (lost <= ASIDE_LOST, kept <= ASIDE_KEPT, titles <= ASIDE_TITLES) == (True, True, True), (lost, kept, titles)


@pytest.mark.lexicon("language/furniture")
@pytest.mark.parametrize("rule", rules(LEXICON), ids=lambda rule: rule.id)
def test_the_example_of_a_rule_shows_the_rule(rule: object) -> None:
    """Each list is tried with its first example, each rule of code with its page."""
    if rule.id in FURNITURE.lists:  # type: ignore[attr-defined]
        label = see(read_line(rule.example), FURNITURE).label  # type: ignore[attr-defined]
        assert label is not None
        assert label.rule == rule.id  # type: ignore[attr-defined]
    else:
        line = cleaned(rule.example.rstrip("\n"), LEXICON).lines[rule.line - 1]  # type: ignore[attr-defined]
        assert (line.rule, line.verdict) == (rule.id, rule.verdict)  # type: ignore[attr-defined]


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
    for case in PAGES + ASIDE:
        for line in cleaned(case.text, LEXICON).lines:
            assert known[line.rule].verdict == line.verdict
            assert known[line.rule].reason.ar
            assert known[line.rule].reason.en


def test_the_pipeline_is_a_table_of_steps() -> None:
    assert len(set(SHAPES) | set(STEPS)) == len(SHAPES) + len(STEPS)


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
