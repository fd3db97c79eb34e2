"""Words of metadata: what stands in its fields for want of a value, and the labels of headers before a text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.lexicon.loading import Record, Texts, WordList
from generator.reading.letters import key


class MetadataWords(Record):
    """language/metadata.yml; each list says there what it is for."""

    placeholders: WordList
    nobody: WordList
    nothing: WordList
    labels: dict[str, Texts]

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """What each label states, by the label in match form."""
        return {key(label): kind for kind, labels in self.labels.items() for label in labels}

    def says_nothing(self, text: str) -> bool:
        """True for a value that is none."""
        plain = key(text)
        return not plain or plain in self.placeholders or plain in self.nothing
