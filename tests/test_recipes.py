"""What CONTRIBUTING.md says of how to change things is tried: each recipe names the tests that do as it says."""

from __future__ import annotations

import ast
import re
import shutil
from dataclasses import replace
from pathlib import Path

from generator.clean import clean
from generator.facts.extract import extract
from generator.lexicon import Lexicon, load_lexicon
from generator.lexicon.furniture import load_furniture
from generator.lexicon.outlets import load_outlets
from generator.model import Line, Source
from generator.place import DATA
from tests import dossiers, five

RECIPES = ("A line is taken wrongly", "A theme", "An outlet", "A page kind", "A field")
BUTTON = "انسخ الوصلة المختصرة للخبر"


def recipes() -> dict[str, str]:
    """The recipes of CONTRIBUTING.md by their headings."""
    how = (five.ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("\n## How to\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^### (.+)\n((?:(?!### ).*\n?)*)", how, re.MULTILINE))


def test_each_recipe_names_tests_that_are_there() -> None:
    told = recipes()
    assert set(RECIPES) <= told.keys()
    for heading in RECIPES:
        named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", told[heading])
        assert named, heading
        for file, name in named:
            tree = ast.parse((five.ROOT / file).read_text("utf-8"))
            assert not name or name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, name


def lines_of(text: str, lexicon: Lexicon) -> tuple[Line, ...]:
    return clean(Source("a.txt", "0" * 64, "utf-8", text), lexicon).lines


def test_a_line_taken_wrongly_is_mended_by_a_word_in_its_list(tmp_path: Path) -> None:
    """The list gets the words, and they as an example; the rest of the page stays as it was."""
    page = f"{dossiers.TITLE}\n\n{BUTTON}\n\n{dossiers.LEDE}\n\n{BUTTON}\n\n{dossiers.MIDDLE}\n\n{dossiers.END}\n"
    before = lines_of(page, load_lexicon())
    wrong = [line.number for line in before if line.text == BUTTON]
    assert "share" not in {before[number - 1].rule for number in wrong}
    shutil.copytree(DATA / "language/furniture", tmp_path / "language/furniture")
    file = tmp_path / "language/furniture/share.yml"
    changed = re.sub(r"^(whole|matches):\n", rf"\1:\n  - {BUTTON}\n", file.read_text("utf-8"), flags=re.MULTILINE)
    assert changed.count(BUTTON) == 2
    file.write_text(changed, "utf-8")
    after = lines_of(page, replace(load_lexicon(), furniture=load_furniture(tmp_path)))
    assert "share" in {after[number - 1].rule for number in wrong}
    assert not any(after[number - 1].is_body for number in wrong)
    assert [(x.verdict, x.text) for x in after if x.number not in wrong] == [
        (x.verdict, x.text) for x in before if x.number not in wrong
    ]


def test_an_outlet_is_one_file(tmp_path: Path) -> None:
    """Its name is the id and the address; from then on it is known by each of its names."""
    shutil.copytree(DATA / "world/outlets", tmp_path / "world/outlets")
    shutil.copytree(DATA / "language", tmp_path / "language")
    new = "name: بيدر الخابور\nkind: newspaper\ncountry: SY\ndomains: [baydar.example]\n"
    (tmp_path / "world/outlets/baydar-alkhabur.yml").write_text(new, "utf-8")
    lexicon = replace(load_lexicon(), outlets=load_outlets(tmp_path))
    page = f"{dossiers.TITLE}\n\n{dossiers.LEDE}\n\n{dossiers.MIDDLE}\n\n{dossiers.END}\n\nصحيفة بيدر الخابور\n"
    source = Source("a.txt", "0" * 64, "utf-8", page)
    assert extract(clean(source, load_lexicon()), load_lexicon())[0].outlet is None
    outlet = extract(clean(source, lexicon), lexicon)[0].outlet
    assert outlet
    assert (outlet.id, outlet.name) == ("baydar-alkhabur", "بيدر الخابور")
