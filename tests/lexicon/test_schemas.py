"""Every file of a lexicon names its schema to editors, satisfies it, and the schema refuses what the reader refuses."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from generator.lexicon.chronology import Fact
from generator.lexicon.layer import KINDS, Removal
from generator.lexicon.layout import THINGS
from generator.lexicon.loading import read_yaml
from generator.lexicon.schemas import NAMES, lexicon_schemas, schema_file_name, schema_line
from generator.place import DATA, SCHEMAS
from generator.site.files import lexicon_schema_files
from tests import five

pytestmark = pytest.mark.lexicon("world")

# Where lexicons lie. Nothing else of the dossier that lies in seeds/ concerns the tests.
HOMES = (DATA / "world", DATA / "language", five.LEXICON)
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in lexicon_schemas().items()}


def files_of(kind: str) -> list[Path]:
    """The files of a kind in every lexicon here."""
    places = [home / kind for home in HOMES]
    return [each for place in places for each in (sorted(place.glob("*.yml")) if place.is_dir() else [place])]


def plain(value: Any) -> Any:
    """A value as editors read it, by YAML 1.2: a day is text, and so are yes and no."""
    if isinstance(value, dict):
        return {("no", "yes")[key] if isinstance(key, bool) else key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_names_its_schema_and_satisfies_it(kind: str) -> None:
    found = [path for path in files_of(kind) if path.is_file()]
    assert found or kind == "search.yml"
    for path in found:
        home = os.path.relpath(SCHEMAS, path.parent)
        assert path.read_text("utf-8").startswith(schema_line(kind, home)), path
        assert [error.message for error in VALIDATORS[NAMES[kind]].iter_errors(plain(read_yaml(path)))] == [], path


def test_the_schemas_lie_beside_the_lexicons_as_the_records_have_them() -> None:
    """Where this fails after a wanted change: `make golden` writes them anew."""
    assert {path.name: path.read_text("utf-8") for path in SCHEMAS.iterdir()} == lexicon_schema_files()
    assert set(lexicon_schema_files()) == {schema_file_name(name) for name in NAMES.values()}
    for text in lexicon_schema_files().values():
        Draft202012Validator.check_schema(json.loads(text))


PERSON: dict[str, Any] = {"id": "a", "name": "سمير الحسن", "roles": [{"title": "وزير"}]}
PLACE: dict[str, Any] = {"id": "a", "name": "الوادي", "kind": "city", "state": "SY"}
BODY: dict[str, Any] = {"id": "a", "name": "وزارة", "kind": "ministry", "body": {"state": "SY", "is": "x"}}
OUTLET: dict[str, Any] = {"name": "الصباح", "kind": "newspaper", "domains": ["a.example"]}
RULE: dict[str, Any] = {"reason": {"ar": "x", "en": "x"}, "whole": ["x"], "matches": ["x"], "spares": ["y"]}
THEME: dict[str, Any] = {
    "id": "a",
    "label": "الكأس",
    "description": "مباريات",
    "terms": [{"text": "كأس", "weight": 3, "needs": ["فوز"]}],
    "examples": {"yes": ["فاز بالكأس"], "no": ["شرب"]},
}
FACT: dict[str, Any] = {
    "id": "a",
    "kind": "meeting",
    "label": "x",
    "all": [["لقاء"]],
    "days": ["2021-05"],
    "source": "x",
}
WHOLE: dict[str, dict[str, Any]] = {
    "people": PERSON,
    "places": PLACE,
    "organisations": BODY,
    "outlets": OUTLET,
    "furniture": RULE,
    "themes": THEME,
    "themes/groups": {"phrases": ["كأس"]},
    "chronology.yml": FACT,
    "search.yml": {"stop": ["x"], "variants": [["x", "y"]], "remove": {"stop": ["z"]}},
}
ODD: tuple[Any, ...] = (None, "", "x", -7, [], [""], [["x"]], {}, {"nothing": 1}, True)


def accepted(kind: str, value: Any) -> bool:
    """Whether the reader takes an entry."""
    removes = isinstance(value, dict) and "remove" in value and kind != "search.yml"
    record: type[BaseModel] = Removal if removes else KINDS[kind]
    try:
        made = record.model_validate(value)
    except ValidationError as error:
        # What contradicts itself is no matter of a schema's, which sees one value at a time.
        return all(found["type"].startswith("lexicon-") for found in error.errors())
    return not (record is Removal and kind == "chronology.yml" and getattr(made, "id") is None)  # noqa: B009


def satisfied(kind: str, value: Any) -> bool:
    return VALIDATORS[NAMES[kind]].is_valid([value] if KINDS[kind] is Fact else value)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_refuses_what_the_reader_refuses(kind: str) -> None:
    whole = WHOLE[kind]
    assert accepted(kind, whole) and satisfied(kind, whole)
    fewer = [{name: part for name, part in whole.items() if name != gone} for gone in whole]
    others = [{**whole, name: odd} for name in whole if name != "remove" for odd in ODD]
    entries = [{"remove": True}, {"id": "a", "remove": True}, {"id": "a", "remove": False}, {**whole, "remove": True}]
    for value in (*fewer, *others, {**whole, "ordr": 1}, *(entries if kind != "search.yml" else ())):
        assert accepted(kind, value) == satisfied(kind, value), value


def test_yaml_reads_the_first_line_as_nothing() -> None:
    assert yaml.safe_load(schema_line("themes", "..") + "id: a") == {"id": "a"}


def main() -> None:
    """Write the schemas anew."""
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    for name, text in lexicon_schema_files().items():
        (SCHEMAS / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()


def test_what_may_stand_in_a_lexicon_has_its_record() -> None:
    assert KINDS.keys() == THINGS
