"""What tells for whom somebody speaks."""

from __future__ import annotations

from collections.abc import Mapping

from generator.lexicon.loading import ByFold, Folded, Record, Text


class InstitutionWords(Record):
    """language/institutions.yml; each list says there what it is for."""

    beyond: Folded
    ministry: Text
    ministers: Folded
    no_ministry: Folded
    of_states: Folded
    of_states_before: ByFold[Folded]
    state_bodies: Folded
    others: Folded
    sources: Folded
    groups: Mapping[str, Folded]
