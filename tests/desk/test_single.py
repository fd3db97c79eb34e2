"""One text by itself: what its own sidecar asks for and answers, and nothing of its neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk import single
from generator.facts.table import SIDECAR
from generator.model import Article
from generator.source.dossier import guard_of
from tests import dossiers

pytestmark = pytest.mark.dear

FILES = {
    "a.txt": dossiers.ARTICLE,
    "a.yaml": "withhold: [سمير الحسن, سمير الحصن]",
    "b.txt": dossiers.ARTICLE.replace("القمح", "الشعير"),
    "b.yml": "withhold: [ليلى كاظم]",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossiers.folder(tmp_path, FILES)


@pytest.mark.parametrize(("name", "lines"), [("a.txt", ["a.yaml"]), ("b.txt", ["b.yml"])])
def test_a_text_is_told_the_faults_of_its_own_protection_alone(folder: Path, name: str, lines: list[str]) -> None:
    found = dossiers.alone(folder / name)
    assert isinstance(found, Article)
    assert [p.file for p in found.problems if p.rule == "withheld-nowhere"] == lines


def test_an_editor_sees_what_is_most_like_a_name_that_stands_nowhere_and_nothing_of_one_that_was_found(
    folder: Path,
) -> None:
    guard = guard_of(folder, dossiers.LEXICON, SIDECAR)
    ((name, near),) = single.looked_for(folder / "a.txt", dossiers.LEXICON, guard)
    assert name == "سمير الحصن" and {"سمير", "الحسن"} <= set(near)
    assert single.looked_for(folder / "b.txt", dossiers.LEXICON, guard)[0][0] == "ليلى كاظم"
