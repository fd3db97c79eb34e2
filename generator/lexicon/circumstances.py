"""What is said of things that are counted, as far as articles are compared by it: numbers/circumstances.yml."""

from __future__ import annotations

from functools import cached_property

from generator.lexicon.loading import Folded, Record


class Circumstances(Record):
    """Words in match form; each list says in its file what it is for."""

    anybody: Folded
    events: dict[str, Folded]
    states: Folded
    parts: Folded
    besides: Folded
    new: Folded
    rates: Folded
    unsure: Folded

    @cached_property
    def event_of(self) -> dict[str, str]:
        """Which event a word tells of."""
        return {word: event for event, words in self.events.items() for word in words}

    @cached_property
    def apart_before(self) -> frozenset[str]:
        """Behind one of these a number is not that of the whole, at one time, for sure."""
        return self.parts | self.besides | self.unsure

    @cached_property
    def apart_after(self) -> frozenset[str]:
        """Before one of these neither."""
        return self.besides | self.new | self.rates
