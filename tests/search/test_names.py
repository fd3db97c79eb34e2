"""A name that no text has is said to be absent: it is not replaced by another that is spelt much like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.search import Aids
from generator.search.names import KnownNames, known_names
from tests import engine

pytestmark = pytest.mark.process

NAMES = known_names(["جون كارتر", "أحمد"], ["النمسا", "كندا", "جمهورية الكونغو"])
TEXTS = ("النمثا", "كنذا", "حديث جون كارنتر", "حديث أحمد الشارخ", "الكونقو")
UNKNOWN = ("النمسا", "وكندا", "جون كارتر", "أحمد الشارح")


@pytest.mark.parametrize(("names", "replaced"), [(NAMES, [0, 0, 0, 0, 1]), (known_names([], []), [1, 1, 1, 1, 1])])
def test_names_are_not_replaced(tmp_path: Path, names: KnownNames, replaced: list[int]) -> None:
    """Neither a name nor what follows a person's; a word of a longer name may be one of every day."""
    documents = [engine.body(str(at), text) for at, text in enumerate(TEXTS)]
    found = engine.answers(tmp_path, documents, (*UNKNOWN, "الكونغو"), aids=Aids(names=names))
    assert [len(answer["replaced"] + answer["kin"]) for answer in found] == replaced
