"""`suggest-themes` shows what might be themes, and begins the file of one without touching any that is there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import build
from generator.cli import main
from generator.lexicon import lexicon_of
from generator.lexicon.themes import Theme
from tests import dossiers

TEXTS = (
    "تحفظ بنوك البذور في الوادي أصنافا نادرة من القمح والشعير، ويزورها طلاب الزراعة كل ربيع.",
    "سلمت الجمعية مفاتيح المخزن الجديد إلى لجنة من القرويين، وقالت إن بنوك البذور تكفي موسمين.",
    "رسمت باحثة خريطة للأصناف القديمة، ووجدت أن بنوك البذور فقدت ثلثها منذ حريق المخازن.",
    "جفت آبار القرية الجبلية، وطلب الأهالي صهاريج تصلهم كل أسبوع حتى موسم المطر القادم.",
    "أعاد النادي افتتاح ملعبه بعد ترميم المدرجات، وحضر الافتتاح مئات من المشجعين الصغار.",
)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = (f"{text}\n" for text in TEXTS)
    return dossiers.folder(tmp_path_factory.mktemp("suggest"), {f"{n}.txt": text for n, text in enumerate(texts)})


def suggest(dossier: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["suggest-themes", "--seeds", str(dossier), *more])


def test_it_shows_them_as_lines_and_as_json(dossier: Path) -> None:
    shown, listed = suggest(dossier), json.loads(suggest(dossier, "--json").output)
    assert listed[0]["label"] == "بنوك البذور" and len(listed[0]["articles"]) == 3
    assert shown.output.splitlines()[0].split(" | ")[:3] == [listed[0]["id"], "3", "بنوك البذور"]


def test_it_begins_a_file_once(dossier: Path) -> None:
    id_ = json.loads(suggest(dossier, "--json").output)[0]["id"]
    assert suggest(dossier, "--write", id_).exit_code == 0
    file = dossier / "lexicon/themes" / f"{id_}.yml"
    theme = Theme.model_validate({"order": 1, **yaml.safe_load(file.read_text(encoding="utf-8"))})
    assert theme.id == id_ and "بنوك البذور" in theme.terms[0].text and theme.terms[0].weight == 3
    file.write_text("mine", encoding="utf-8")
    again = suggest(dossier, "--write", id_)
    assert again.exit_code == 2 and "stays as it is" in again.output and file.read_text(encoding="utf-8") == "mine"


def test_the_file_is_a_theme_of_the_dossier_as_it_stands(dossier: Path, tmp_path: Path) -> None:
    """Its articles have it, its sentences hold, and the check says what it lacks; it is not proposed again."""
    own = tmp_path / "own"
    shutil.copytree(dossier, own, ignore=shutil.ignore_patterns("lexicon"))
    (each,) = json.loads(suggest(own, "--json").output)
    assert suggest(own, "--write", each["id"]).exit_code == 0
    found = build.gather(own, lexicon_of(own)).catalogue
    (theme,) = (group for group in found.themes if group.theme.id == each["id"])
    assert sorted(entry.address for entry, _ in theme.members) == sorted(a["address"] for a in each["articles"])
    assert {p.rule for p in found.problems if p.rule.startswith("lexicon-")} == {"lexicon-few-examples"}
    assert json.loads(suggest(own, "--json").output) == []


def test_within_a_clone_the_file_names_its_schema_first(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "clone/own"
    shutil.copytree(dossier, own, ignore=shutil.ignore_patterns("lexicon"))
    monkeypatch.setattr("generator.desk.suggest.CHECKOUT", tmp_path / "clone")
    monkeypatch.setattr("generator.desk.suggest.SCHEMAS", tmp_path / "clone/schemas")
    id_ = json.loads(suggest(own, "--json").output)[0]["id"]
    assert suggest(own, "--write", id_).exit_code == 0
    first, *rest = (own / "lexicon/themes" / f"{id_}.yml").read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../../../schemas/themes.schema.json"
    assert rest[1] == f"id: {id_}"


def test_one_that_is_not_proposed_is_named_with_the_nearest(dossier: Path) -> None:
    id_ = json.loads(suggest(dossier, "--json").output)[0]["id"]
    wrong = suggest(dossier, "--write", id_ + "x")
    assert wrong.exit_code == 2 and f"the nearest is {id_}" in wrong.output and "Traceback" not in wrong.output
    assert suggest(dossier, "--write", "../../etc/x").exit_code == 2
