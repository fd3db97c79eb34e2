"""The lexicons' own words as a dossier may show them: without what it withholds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.clean import Rule
from generator.lexicon import Lexicon
from generator.lexicon.loading import Bilingual
from generator.lexicon.themes import Theme
from generator.reading.masks import MASK, shown
from generator.source.withholding.hider import Hider


def unnamed(lexicon: Lexicon, hide: Hider | None) -> Lexicon:
    """The lexicon that pages are made with: without themes called so, and without such words for search."""
    if hide is None:
        return lexicon
    words = lexicon.wording.say("withheld")
    themes = tuple(_described(theme, hide, words) for theme in lexicon.themes.all if not _called(theme, hide))
    variants, near = (
        tuple(group for group in groups if not any(map(hide.hides, group)))
        for groups in (lexicon.search.variants, lexicon.search.near)
    )
    stop = tuple(word for word in lexicon.search.stop if not hide.hides(word))
    return replace(
        lexicon,
        themes=replace(lexicon.themes, all=themes),
        search=replace(lexicon.search, variants=variants, near=near, stop=stop),
    )


def _called(theme: Theme, hide: Hider) -> bool:
    return hide.hides(theme.label) or hide.hides(theme.label_en or "") or MASK in hide.label(theme.id)


def _described(theme: Theme, hide: Hider, words: str) -> Theme:
    return theme.model_copy(update={"description": shown(hide(theme.description), words)})


def unnamed_rules(rules: Iterable[Rule], hide: Hider | None, words: str) -> tuple[Rule, ...]:
    """Rules with their ids, reasons and examples as they may be shown: a dossier may bring rules of its own."""
    if hide is None:
        return tuple(rules)

    def said(text: str) -> str:
        told: str = shown(hide(text), words)
        return told

    def unnamed_rule(rule: Rule) -> Rule:
        """One of them."""
        reason = Bilingual(ar=said(rule.reason.ar), en=said(rule.reason.en))
        return replace(rule, id=hide.label(rule.id), example=said(rule.example), reason=reason)

    return tuple(map(unnamed_rule, rules))
