"""What a figure comes to, set anew in digits with its noun in the form that the number asks for.

Invariant: a qualifier stays in the source's own words; where no correct form is known, nothing is set anew.
"""

from __future__ import annotations

from generator.lexicon.counted import Noun, noun_called, number_form
from generator.lexicon.numbers import Numbers
from generator.model import Figure
from generator.pages.desk import Desk
from generator.reading.letters import fold

_LONGEST_QUALIFIER = 4


def amount_note(desk: Desk, figure: Figure) -> str | None:
    """The value in digits, where the words of the source spell it out; None where they have digits themselves."""
    if any(letter.isdecimal() for letter in figure.text):
        return None
    said = set_anew(desk, figure)
    return said if said and any(letter.isdecimal() for letter in said) else None


def set_anew(desk: Desk, figure: Figure) -> str | None:
    """A figure's value in digits and in correct Arabic; None where that cannot be made of what is known."""
    numbers = desk.lexicon.numbers
    led = _qualifier(figure.text, numbers)
    if figure.value is None:
        return None if led or figure.approximate else _between(desk, figure)
    bounded = figure.approximate or figure.low is None or figure.high is None
    said = _counted(desk, figure, figure.value, oblique=bool(led))
    if said is None or (bounded and not led):
        return None
    return f"{led} {said}" if led else said


def _qualifier(text: str, numbers: Numbers) -> str:
    """The words at the head of a figure that bound its number: «أكثر من», «بنحو»."""
    words = text.split()
    for many in range(min(_LONGEST_QUALIFIER, len(words) - 1), 0, -1):
        head = tuple(map(fold, words[:many]))
        if any(x.words == head for x in numbers.before.get(head[-1], ()) if x.limit != "between"):
            return " ".join(words[:many])
    return ""


def _between(desk: Desk, figure: Figure) -> str | None:
    """A range; the number next to the noun decides its form, and a pair has no digits to stand behind «and»."""
    low, high = figure.low, figure.high
    if low is None or high is None or number_form(high) == "two":
        return None
    said = _counted(desk, figure, high, oblique=True)
    return said and desk.say("figure.between", low=desk.quantity(low), high=said)


def _counted(desk: Desk, figure: Figure, value: float, *, oblique: bool) -> str | None:
    if figure.kind == "percent":
        return desk.say("figure.percent", amount=desk.quantity(value))
    if figure.unit is None:
        return desk.quantity(value)
    if figure.kind == "measure" and figure.rule == "dual":
        return None  # «كيلومترين مربعين»: what makes it square stands behind the figure
    noun = noun_called(figure.unit, desk.lexicon.numbers.nouns)
    return _in_form(desk, noun, value, oblique=oblique) if noun and value else None


def _in_form(desk: Desk, noun: Noun, value: float, *, oblique: bool) -> str:
    form = number_form(value)
    said = noun.in_form(form, oblique=oblique)
    alone = form == "one" or (form == "two" and noun.singular != noun.plural)
    return said if alone else f"{desk.quantity(value)} {said}"
