"""What the lexicons say by themselves shows no withheld name: themes, words of the search, rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.check.unnamed import unnamed, unnamed_rules
from generator.clean import Rule
from generator.lexicon.loading import Bilingual
from generator.lexicon.themes import Themes
from tests import dossiers

NAME, WORDS = "شهرزاد القمر", "[حُجب الاسم]"
HIDE = dossiers.hiding(NAME)
CAMPS = dossiers.LEXICON.themes.by_id["camps"]


def themes(**changed: str) -> Themes:
    """The lexicon's themes where one of them says other things."""
    lexicon = dossiers.LEXICON
    told = tuple(t.model_copy(update=changed) if t is CAMPS else t for t in lexicon.themes.all)
    return unnamed(replace(lexicon, themes=replace(lexicon.themes, all=told)), HIDE).themes


@pytest.mark.parametrize("changed", [{"label": f"قضية {NAME}"}, {"id": "shahrazad-alqamar"}])
def test_a_theme_that_is_called_so_in_words_or_address_is_none_of_the_dossier_s(changed: dict[str, str]) -> None:
    assert len(themes(**changed).all) == len(dossiers.LEXICON.themes.all) - 1


def test_a_theme_that_only_speaks_of_the_name_says_so_without_it() -> None:
    (told,) = (t for t in themes(description=f"ما جرى مع {NAME} في المخيم").all if t.id == "camps")
    assert told.description == f"ما جرى مع {WORDS} في المخيم"


def test_search_knows_no_group_of_words_that_holds_the_name() -> None:
    """The other words of the group would lead to it."""
    lexicon = dossiers.LEXICON
    search = replace(lexicon.search, variants=(("الراوية", NAME), ("هدنة", "وقف إطلاق النار")))
    assert unnamed(replace(lexicon, search=search), HIDE).search.variants == search.variants[1:]


def test_a_rule_shows_its_reason_and_example_without_the_name() -> None:
    rule = Rule("x", Bilingual(ar=f"كما كتبت {NAME}", en="x"), f"سطر\n{NAME} تقول", 2)
    (told,) = unnamed_rules([rule], HIDE, WORDS)
    assert (told.example, told.reason.ar) == (f"سطر\n{WORDS} تقول", f"كما كتبت {WORDS}")
    assert unnamed_rules([rule], None, WORDS) == (rule,)
