"""A pseudo-language, and dossiers in a script that nobody reads: what of Arabic a site has left is the program's own.

Every message of the interface is its own key in brackets, «⟦count.articles few 5⟧». Every letter and sign of Arabic in
the articles, in what is found in them and in a dossier's own words is a Hangul syllable of its own; so an article may
have any word that the interface has, and is never taken for it.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator import articles, build
from generator.facts import coding
from generator.lexicon import Lexicon
from generator.lexicon.loading import Bilingual
from generator.lexicon.wording import Message, Told, Wording, plural_forms
from generator.model import Article
from generator.pages.desk import Desk
from tests import dossiers

# Not Arabic, and one of those whose words stand in no lexicon of months, digits and signs here but CLDR's.
LANGUAGE = "en"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff«»]")
_STRANGE = {code: chr(0xAC00 + code - 0x600) for code in range(0x600, 0x700)} | {ord("«"): "⟪", ord("»"): "⟫"}


def wording(real: Wording) -> Wording:
    """The interface in the pseudo-language; problems in it for whoever reads no Arabic, and in Arabic as they are."""
    messages = {key: _bracketed(key, message) for key, message in real.messages.items()}
    problems = {rule: Bilingual(ar=told.ar, en=_told(rule, told.en)) for rule, told in real.problems.items()}
    letters = {letter.translate(_STRANGE): latin for letter, latin in real.letters.items()}
    return Wording(LANGUAGE, messages, problems, letters)


def _bracketed(key: str, message: Message) -> Message:
    if isinstance(message, str):
        return f"⟦{' '.join((key, *_places(message)))}⟧"
    places = sorted({place for form in message.values() for place in _places(form)})
    return {form: f"⟦{' '.join((key, form, *places))}⟧" for form in plural_forms(LANGUAGE)}


def _told(rule: str, told: Told) -> Told:
    said = {name: f"⟦{' '.join((rule, name, *_places(getattr(told, name))))}⟧" for name in ("message", "remedy")}
    return Told(**said)


def _places(text: str) -> list[str]:
    return [f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name is not None]


def strange(value: Any) -> Any:
    """A value with all that is Arabic in it in the script that nobody reads; its spans stay right."""
    if isinstance(value, str):
        return value.translate(_STRANGE)
    if isinstance(value, Mapping):
        return {strange(name): strange(each) for name, each in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return type(value)(map(strange, value))
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: strange(getattr(value, name)) for name in type(value).model_fields})
    if is_dataclass(value) and not isinstance(value, type):
        made = {field.name: strange(getattr(value, field.name)) for field in fields(value) if field.init}
        return replace(value, **made)
    return value


@cache
def lexicon() -> Lexicon:
    """The lexicon with the pseudo-language, and with themes and bodies called so, as the dossier's texts call them."""
    real = dossiers.LEXICON
    shown = ("label", "description")
    themes = tuple(
        theme.model_copy(update={name: strange(getattr(theme, name)) for name in shown}) for theme in real.themes.all
    )
    bodies = {
        id_: body.model_copy(update={"name": strange(body.name)}) for id_, body in real.entities.organisations.items()
    }
    entities = replace(real.entities, organisations=bodies)
    themed = replace(real.themes, all=themes)
    return replace(real, wording=wording(real.wording), themes=themed, entities=entities)


def site(seeds: Path, target: Path, url: str) -> None:
    """Build a dossier's site by the real conductor: articles are read in Arabic, and strange from there on."""
    without_known, article_from, gather = articles.without_known, coding.article_from, build.gather

    def article(*given: Any) -> Article:
        made: Article = strange(without_known(*given))
        return made

    def desk(*given: Any) -> Desk:
        made = gather(*given)
        rules = {id_: replace(rule, example=strange(rule.example)) for id_, rule in made.rules.items()}
        catalogue = replace(made.catalogue, problems=strange(made.catalogue.problems))
        return replace(made, catalogue=catalogue, rules=rules, settings=strange(made.settings))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(articles, "without_known", article)
        patch.setattr(articles, "article_from", lambda data, *given: strange(article_from(data, *given)))
        for name, instead in (("gather", desk), ("lexicon_of", lambda *_: lexicon())):
            patch.setattr(build, name, instead)
        build.site(seeds, target, url=url)
