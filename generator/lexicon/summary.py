"""Words by which a sentence leans on another, turns to another subject, or tells more than its neighbours."""

from __future__ import annotations

from generator.lexicon.loading import Folded, Record, WordList


class SummaryCues(Record):
    """language/summary.yml; each list says there what it is for."""

    leaning: WordList
    subordinate: WordList
    pointing: Folded
    present: Folded
    unowned: Folded
    hanging: WordList
    turning: WordList
    closing: WordList
    thanking: WordList
    telling: WordList
    stops: WordList
