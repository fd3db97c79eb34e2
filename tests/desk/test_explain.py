"""The weights that `explain` shows are those that decided."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from io import StringIO

import pytest
from click.testing import CliRunner
from rich.console import Console

from generator.cli import main
from generator.desk.explain import show
from generator.desk.weights import weigh
from generator.facts.outlet import CERTAIN
from generator.facts.publisher.names import PROBABLE
from generator.model import Article
from tests import dossiers, five

pytestmark = pytest.mark.dear


def article(name: str) -> Article:
    found = dossiers.alone(five.SEEDS / name)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("name", five.NAMES)
def test_a_theme_scores_what_its_words_weigh(name: str) -> None:
    """Each further word of one term counts half of the one before."""
    found = article(name)
    weights = weigh(found, dossiers.LEXICON)
    assert found.facts.themes
    for theme in found.facts.themes:
        terms = defaultdict[int, list[float]](list)
        for proof in weights.themes[theme.id]:
            terms[proof.mark.term].append(proof.weight)
        score = sum(w / 2**rank for term in terms.values() for rank, w in enumerate(sorted(term, reverse=True)))
        assert theme.score == pytest.approx(score, abs=0.001)


@pytest.mark.parametrize("name", five.NAMES)
def test_the_outlet_is_the_name_that_weighs_most_and_enough(name: str) -> None:
    found = article(name)
    weights = weigh(found, dossiers.LEXICON)
    weighed = [x.weight for x in weights.outlets]
    assert weighed == sorted(weighed, reverse=True)
    heaviest = next((x for x in weights.outlets if x.weight >= PROBABLE), None)
    assert (found.facts.outlet and found.facts.outlet.name) == (heaviest and heaviest.best.text)
    if found.facts.outlet and heaviest:
        assert (found.facts.outlet.certainty == "certain") == (heaviest.weight >= CERTAIN)


@pytest.mark.parametrize("name", five.NAMES)
def test_paragraphs_weigh_for_the_article_and_furniture_does_not(name: str) -> None:
    found = article(name)
    weights = dict(zip(found.cleaned.lines, weigh(found, dossiers.LEXICON).lines, strict=True))
    assert all(weight > 0 for line, weight in weights.items() if line.verdict == "body" and len(line.text.split()) > 10)
    assert all(weight <= 0 for line, weight in weights.items() if line.verdict in ("furniture", "blank"))


def test_on_the_console_each_line_theme_and_sign_has_its_weight() -> None:
    name = five.NAMES[2]
    told = CliRunner().invoke(main, ["explain", str(five.SEEDS / name)]).output
    found = article(name)
    weights = weigh(found, dossiers.LEXICON)
    for line, weight in zip(found.cleaned.lines, weights.lines, strict=True):
        if line.verdict != "blank":
            assert re.search(
                rf"^ *{line.number} {line.verdict} +{line.rule} +{re.escape(f'{weight:+.1f}')} ", told, re.MULTILINE
            )
    for theme in found.facts.themes:
        first = weights.themes[theme.id][0]
        assert f"theme weighs   {theme.score:g} {theme.id}: {first.weight:g} {first.evidence[0].line}: «" in told
    assert "outlet weighs  0.80 ليفانت: 0.8 outlet-signature 43: «ليفانت»" in told
    assert re.findall(r"^outlet weighs  (\S+) ", told, re.MULTILINE) == ["0.80", "0.30", "0.15"]
    assert "outlet needs   0.50; 0.80 to be certain" in told


def test_a_theme_mentioned_in_passing_is_told_with_what_it_lacks() -> None:
    """Whoever wonders why an article is not in a theme reads which of its words were found, and how few they are."""
    found = article(five.NAMES[2])
    weights = weigh(found, dossiers.LEXICON)
    told = StringIO()
    console = Console(file=told, width=400)
    show(console, found, dossiers.LEXICON.wording, dossiers.TERMINAL, replace(weights, passing={"camps": (1.25, 4.0)}))
    first = weights.themes["camps"][0]
    line = f"theme lacks    camps (1.2 of 4 per hundred words): {first.weight:g} {first.evidence[0].line}: «"
    assert line in told.getvalue()
