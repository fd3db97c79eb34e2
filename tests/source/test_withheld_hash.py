"""Where a name is withheld no page, file or record that is published has the hash of the text, nor a part of it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.site.files import all_files_of
from tests import dossiers

pytestmark = pytest.mark.dear

NAME = "سمير الحسن"
KNOWN = f"{dossiers.LEDE}\n\nوقال وزير الخارجية الأمريكي {{}} إن الخطة ستبدأ مع مطلع الموسم المقبل في القرى البعيدة.\n"
OTHER = dossiers.ARTICLE.replace("القمح", "الشعير").replace(NAME, "كريم العلي")
# Digits of a hash by which a guess is as good as proved.
_ENOUGH = 12


def published(home: Path, files: dict[str, str | bytes]) -> dict[str, str]:
    """Every file of the dossier's site, as text, with its name."""
    made = all_files_of(dossiers.desk(dossiers.folder(home, files)))
    return {name: held if isinstance(held, str) else held.decode("utf-8", "ignore") for name, held in made.items()}


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "sidecar"),
    [
        (dossiers.ARTICLE, f"withhold: [{NAME}]"),
        (dossiers.ARTICLE, f"withhold: [{NAME}]\nhidden: true"),
        (dossiers.ARTICLE, "withhold: [Samir Alhasan, سمير حسن]"),
        (KNOWN.format("بومبيو"), "withhold: [مايك بومبيو]"),
        (KNOWN.format("مايك بومبيو"), "withhold: [Mike Pompeo]"),
    ],
)
def test_its_hash_is_in_no_published_file(tmp_path: Path, text: str, sidecar: str) -> None:
    made = published(tmp_path, {"a.txt": text, "a.yml": sidecar, "b.txt": OTHER, "c.txt": text})
    whole = "".join(name + held for name, held in made.items())
    assert hash_of(text)[:_ENOUGH] not in whole
    assert hash_of(OTHER) in made["articles/b/index.md"] and hash_of(OTHER) in made["data/articles/b.json"]


def test_the_key_is_left_out_and_the_schema_allows_it(tmp_path: Path) -> None:
    made = published(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": f"withhold: [{NAME}]"})
    told = json.loads(made["data/articles/a.json"])
    assert "sha256" not in told and "\n  sha256: null\n" in made["articles/a/index.md"]
    assert dossiers.LEXICON.wording.say("source.sha256") not in made["articles/a/index.md"]
    jsonschema.validate(told, json.loads(made["schemas/article.schema.json"]))


def test_the_hash_of_a_text_without_the_name_stays(tmp_path: Path) -> None:
    made = published(tmp_path, {"a.txt": dossiers.ARTICLE, "b.txt": OTHER, "b.yml": f"withhold: [{NAME}]"})
    assert hash_of(OTHER) in made["articles/b/index.md"] and hash_of(dossiers.ARTICLE) not in "".join(made.values())


def test_whoever_has_the_file_sees_its_hash(tmp_path: Path) -> None:
    """Else two runs over another text could not be told from two readings of one."""
    dossier = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": f"withhold: [{NAME}]"})
    done = CliRunner().invoke(main, ["explain", "--json", str(dossier / "a.txt")])
    assert json.loads(done.stdout)["sha256"] == hash_of(dossiers.ARTICLE)
