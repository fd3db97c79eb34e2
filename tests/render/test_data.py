"""An article's data file: what it says beside the facts, which follow from the table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.render.data import article_data
from tests import dossiers


@pytest.mark.parametrize("copies", [(), ("c.txt",), ("c.txt", "b.txt")])
def test_it_names_the_other_files_that_hold_the_same_text(copies: tuple[str, ...], tmp_path: Path) -> None:
    desk = dossiers.desk(dossiers.folder(tmp_path, dict.fromkeys(("a.txt", *copies), dossiers.ARTICLE)))
    (entry,) = desk.catalogue.listed
    assert json.loads(article_data(desk, entry)).get("also", []) == sorted(copies)
