"""What costs much is done once for a text: work is counted, not time."""

from __future__ import annotations

import pytest

from generator.clean import core
from generator.facts.signing import datelines
from generator.lexicon import Lexicon
from generator.reading.line import ReadLine
from tests import dossiers

TEXT = """وزير النقل يفتتح محطة القطار الجديدة في الرياض

الرياض - وكالات: افتتح وزير النقل اليوم محطة القطار الجديدة في الرياض، وقال إن العمل فيها استمر خمس سنوات.

وأضاف الوزير أن المحطة الجديدة تخدم أكثر من مئة ألف راكب في اليوم، وأنها ترتبط بالمطار وبوسط المدينة القديم.
"""


def test_the_head_of_a_line_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, read = list[tuple[str, int]](), datelines.dateline_from

    def counted(line: ReadLine, begin: int, lexicon: Lexicon) -> datelines.Dateline:
        asked.append((line.text, begin))
        return read(line, begin, lexicon)

    monkeypatch.setattr(datelines, "dateline_from", counted)
    assert dossiers.article(TEXT).cleaned.lines
    assert asked and len(asked) == len(set(asked))


def test_what_stands_above_the_only_prose_of_a_page_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    def weighed(*_: object) -> float:
        raise AssertionError

    monkeypatch.setattr(core, "_headed", weighed)
    assert dossiers.article(TEXT).cleaned.lines
