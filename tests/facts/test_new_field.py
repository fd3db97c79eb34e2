"""A field is one module and one row: what treats all fields alike sees it, from its record to the console."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import dossiers, five

pytestmark = pytest.mark.process

MODULE = '''
"""Crops: what a toy field finds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.facts.found import Found
from generator.model import Evidence, Facts


@dataclass(frozen=True)
class Crop:
    """A crop, by the words for it."""

    name: str
    evidence: tuple[Evidence, ...]
    basis: str = "stated"


def find(text, lexicon, facts):
    """Wheat, barley by words that its line has not, and a person whom a lexicon might bring in."""
    found = []
    for line in text.body:
        if (at := line.text.find("القمح")) >= 0:
            found.append(Crop("القمح", (line.evidence(at, at + 5, "crop"),)))
        if "الشعير" in line.text:
            found.append(Crop("الشعير", (Evidence(line.number, 0, 1, "الشعير", "crop"),)))
        if "العدس" in line.text:
            found.append(Crop("سمير الحسن", ()))
    return Found(tuple(found))


def made(cleaned, said):
    """One that an editor adds."""
    return Crop(said.name or said.target, (), "editorial")
'''
ROW = """    FactField(
        "crops", tuple[crops.Crop, ...], crops.find, "crop", says=said.named, made=crops.made, changes=("name",),
        section=PagePart("crops", 10, "crop"), facet=9,
    ),
"""
WORDS = 'section.crops: "المحاصيل"\nsearch.facet.crop: "المحصول"\ncorrected.crops: "محصول"\n'
HEADS = "fact.crop: {ar: محصول, en: crop}\nfield.crops: {ar: المحاصيل, en: crops}\n"
SEEN = """
import json, pathlib, sys
from generator import build
from generator.cli import main
from generator.facts.record import record
from generator.lexicon import load_lexicon
from generator.pages import briefing
from generator.render import data
from generator.search.findable import documents
from generator.site.files import files_of
from generator.facts.table import SIDECAR

desk = build.gather(pathlib.Path(sys.argv[1]), load_lexicon())
files = files_of(desk)
print(json.dumps({
    "records": {
        e.article.name: record(e.article, desk.lexicon.wording, desk.step)["crops"] for e in desk.catalogue.entries
    },
    "schemas": [data.schema(), briefing.schema(), SIDECAR.model_json_schema()],
    "files": {n: x for n, x in files.items() if n in ("articles/a/index.md", "data/articles/a.json")},
    "found": [[d.address, list(d.facets), [p.text for p in d.passages]] for d in documents(desk)],
    "problems": [[p.file, p.line, p.rule, dict(p.values)] for p in desk.catalogue.problems],
}))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with a toy field in it: one module and one row; and the words of its section, which are data."""
    home = tmp_path_factory.mktemp("toy")
    shutil.copytree(five.ROOT / "generator", home / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "templates").symlink_to(five.ROOT / "templates")
    (home / "generator/facts/crops.py").write_text(MODULE, "utf-8")
    (home / "generator/data/wording/interface/ar/crops.yml").write_text(WORDS, "utf-8")
    (home / "generator/data/wording/terminal/crops.yml").write_text(HEADS, "utf-8")
    table = home / "generator/facts/table.py"
    text = table.read_text("utf-8")
    for begun, added in (
        ("from generator.facts import (\n", "    crops,\n"),
        ("FIELDS: tuple[FactField, ...] = (\n", ROW),
    ):
        assert begun in text
        text = text.replace(begun, begun + added, 1)
    table.write_text(text, "utf-8")
    return home


def run(home: Path, *arguments: str | Path) -> str:
    command = [sys.executable, *map(str, arguments)]
    done = subprocess.run(
        command, check=False, cwd=home, env={**os.environ, "PYTHONPATH": str(home)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def seen(copy: Path) -> dict[str, Any]:
    """What is seen of it in four texts: one corrected, one with a mistyped sidecar, one with a withheld name."""
    files = {
        "a.txt": dossiers.ARTICLE,
        "b.txt": dossiers.ARTICLE.replace("القمح", "الشعير").replace("البذار", "الآلات"),
        "c.txt": dossiers.ARTICLE.replace("القمح", "القطن").replace("البذار", "المبيدات"),
        "d.txt": dossiers.ARTICLE.replace("القمح", "العدس").replace("البذار", "الشتول"),
        "d.yml": "withhold: [{name: سمير الحسن, confirm: true}]\n",
        "c.yml": "facts:\n  crops: [{add: القطن}]\n",
        "b.yml": "facts:\n  crop: [{add: القطن}]\n",
    }
    found: dict[str, Any] = json.loads(run(copy, "-c", SEEN, dossiers.folder(copy, files)))
    return found


def test_a_new_field_touches_its_module_and_the_table(copy: Path) -> None:
    ours = {p.relative_to(copy): p.read_bytes() for p in (copy / "generator").rglob("*.py")}
    theirs = {p.relative_to(five.ROOT): p.read_bytes() for p in (five.ROOT / "generator").rglob("*.py")}
    assert {p.name for p, text in ours.items() if theirs.get(p) != text} == {"crops.py", "table.py"}


def test_a_new_field_is_in_record_data_file_and_schemas(seen: dict[str, Any]) -> None:
    (line, start) = (3, dossiers.LEDE.index("القمح"))
    words = {"line": line, "start": start, "end": start + 5, "text": "القمح", "rule": "crop"}
    expected = [{"name": "القمح", "evidence": [words], "basis": "stated"}]
    assert seen["records"]["a.txt"] == expected
    assert json.loads(seen["files"]["data/articles/a.json"])["crops"] == expected
    data, briefing, sidecar = seen["schemas"]
    assert data["properties"]["crops"]["items"] == {"$ref": "#/$defs/Crop"}
    assert set(data["$defs"]["Crop"]["required"]) == {"name", "basis"}
    assert briefing["properties"]["crops"]["type"] == "integer" and "crops" in briefing["required"]
    assert sidecar["$defs"]["Corrections"]["properties"]["crops"]["items"] == {"$ref": "#/$defs/Correction"}


def test_a_new_field_has_its_section_with_links_to_its_marks(seen: dict[str, Any]) -> None:
    page = seen["files"]["articles/a/index.md"]
    at = f"w3-{dossiers.LEDE.index('القمح')}-{dossiers.LEDE.index('القمح') + 5}"
    assert "  crops: 1\n" in page and 'id="s-crops"><summary><h2>المحاصيل</h2>' in page
    assert f'<dt>القمح</dt>\n<dd id="f-crop-1">موضع واحد&#58; <a href="&#35;{at}">' in page
    assert f'id="{at}">القمح</mark>' in page


def test_a_new_field_is_found_and_narrows_a_search(seen: dict[str, Any]) -> None:
    found = {address: (facets, texts) for address, facets, texts in seen["found"]}
    facets, texts = found["articles/a/"]
    assert "القمح" in texts and [value for name, value in facets if name == "crop"]
    assert not [value for name, value in found["articles/c/"][0] if name == "crop" and value in dict(facets).values()]


def test_evidence_of_a_new_field_is_held_to_its_line(seen: dict[str, Any]) -> None:
    assert ["b.txt", 3, "law-evidence", {"text": "الشعير"}] in seen["problems"]
    assert [p for p in seen["problems"] if p[2] == "law-evidence" and p[0] != "b.txt"] == []


def test_an_editor_corrects_a_new_field_and_is_told_its_name(seen: dict[str, Any]) -> None:
    assert [(x["name"], x["basis"]) for x in seen["records"]["c.txt"]] == [("القطن", "editorial")]
    (told,) = (values for file, _, rule, values in seen["problems"] if rule == "sidecar-unknown-key")
    assert (told["key"], told["nearest"]) == ("crop", "crops")


def test_a_withheld_name_is_absent_from_a_new_field(seen: dict[str, Any]) -> None:
    words = dossiers.LEXICON.wording.say("withheld")
    assert {x["name"] for x in seen["records"]["d.txt"]} == {words}
    assert "سمير" not in json.dumps([seen["records"], seen["files"], seen["found"]], ensure_ascii=False)


def test_explain_prints_a_new_field(copy: Path) -> None:
    (copy / "alone.txt").write_text(dossiers.ARTICLE, "utf-8")
    assert "crop           القمح 3: «القمح»" in run(copy, "-m", "generator", "explain", "alone.txt")
