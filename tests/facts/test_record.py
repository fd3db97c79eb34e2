"""The published form of an article: the names and shapes of the contract, and a schema that holds for every article."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mkdocs.utils.meta import get_data

from generator.catalogue.groups import Entry
from generator.facts.record import record
from generator.model.addresses import data_path, markdown_path
from generator.pages import briefing
from generator.pages.datewords import step_words
from generator.pages.desk import Desk
from generator.pages.escape import escape
from generator.render import data
from generator.site.files import files_of
from generator.source.settings import Settings
from tests import dossiers, five

pytestmark = pytest.mark.dear

SAY = partial(step_words, wording=dossiers.LEXICON.wording, settings=Settings())
CONTRACT = frozenset(
    {
        "file",
        "sha256",
        "language",
        "title",
        "title_basis",
        "title_line",
        "lines",
        "body_lines",
        "outlet",
        "cited_outlets",
        "author",
        "date",
        "rejected_dates",
        "dates_mentioned",
        "people",
        "organisations",
        "places",
        "quotes",
        "figures",
        "attribution",
        "summary",
        "related",
        "themes",
        "problems",
    }
)
EVIDENCE = {"line": int, "start": int, "end": int, "text": str, "rule": str}
SHAPES: dict[str, dict[str, Any]] = {
    "outlet": {"name": str, "basis": str, "evidence": [EVIDENCE]},
    "cited_outlets": {"name": str, "evidence": [EVIDENCE]},
    "author": {"name": str, "evidence": [EVIDENCE]},
    "date": {
        "value": (str, None),
        "precision": (str, None),
        "basis": (str, None),
        "not_before": (str, None),
        "not_after": (str, None),
        "evidence": [EVIDENCE],
    },
    "rejected_dates": {"value": str, "why": str, "evidence": EVIDENCE},
    "dates_mentioned": {"value": str, "evidence": EVIDENCE},
    "people": {"id": (str, None), "name": str, "role": (str, None), "mentions": [EVIDENCE]},
    "organisations": {"id": (str, None), "name": str, "role": (str, None), "mentions": [EVIDENCE]},
    "places": {"id": (str, None), "name": str, "role": (str, None), "mentions": [EVIDENCE]},
    "quotes": {
        "text": str,
        "line": int,
        "start": int,
        "end": int,
        "speaker": (str, None),
        "speaker_id": (str, None),
        "speaker_basis": (str, None),
        "verb": (str, None),
    },
    "figures": {
        "text": str,
        "line": int,
        "start": int,
        "end": int,
        "value": (float, int, None),
        "low": (float, int, None),
        "high": (float, int, None),
        "approximate": bool,
        "unit": (str, None),
        "subject": (str, None),
    },
    "related": {"title": str, "line": int},
    "themes": {"id": str, "score": float, "evidence": [EVIDENCE]},
    "problems": {"level": str, "line": (int, None), "rule": str, "message": str, "remedy": str},
    "lines": {"line": int, "verdict": str, "rule": str},
    "summary": EVIDENCE,
}
CHOICES: dict[str, set[str | None]] = {
    "title_basis": {"stated", "derived", "editorial", None},
    "precision": {"day", "month", "year", None},
    "basis": {"stated", "inferred", "chronology", "editorial", "derived", None},
    "speaker_basis": {"in-line", "carried", None},
    "level": {"error", "warning", "note"},
    "verdict": {"title", "dek", "subheading", "body", "caption", "related", "signature", "furniture", "blank"},
}


def fits(value: Any, shape: Any, where: str) -> None:
    if isinstance(shape, dict):
        for name, part in shape.items():
            assert name in value, f"{where}.{name}"
            fits(value[name], part, f"{where}.{name}")
            if name in CHOICES:
                assert value[name] in CHOICES[name], f"{where}.{name}: {value[name]}"
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for item in value:
            fits(item, shape[0], where)
    elif isinstance(shape, tuple):
        assert value is None or isinstance(value, tuple(s for s in shape if s)), where
        assert value is not None or None in shape, where
    else:
        assert isinstance(value, shape), f"{where}: {value!r}"


SEEDS = [five.SEEDS / name for name in five.NAMES]
EDITED = (
    "title: عنوان\nauthor: كاتبة\noutlet: صحيفة\ndate: 2021-03\nfacts:\n  people: [{add: سمير الحسن, role: مدير}]\n"
    "  quotes: [{add: الخطة ستبدأ, speaker: سمير}]\n  figures: [{add: آلاف الأسر, low: 2000}]\n  slips: [الجمعيات]"
)


@pytest.fixture(params=[*range(5), "edited", "empty"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    if request.param == "edited":
        folder = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": EDITED})
    elif request.param == "empty":
        folder = dossiers.folder(tmp_path, {"a.txt": ""})
    else:
        folder = tmp_path
        (folder / "a.txt").write_bytes(SEEDS[request.param].read_bytes())
    article = dossiers.alone(folder / "a.txt")
    assert not hasattr(article, "rule")
    found: dict[str, Any] = json.loads(json.dumps(record(article, dossiers.LEXICON.wording, SAY), allow_nan=False))
    return found


def test_every_name_of_the_contract_is_there_in_its_shape(told: dict[str, Any]) -> None:
    assert set(told) >= CONTRACT
    assert told["title_basis"] in CHOICES["title_basis"]
    assert (told["title"] is None) == (told["title_basis"] is None)
    for name, shape in SHAPES.items():
        value = told[name]
        for item in value if isinstance(value, list) else [value] if value is not None else []:
            fits(item, shape, name)
    assert told["date"] is not None
    assert all(isinstance(name, str) for name in told["attribution"])


def test_lines_are_all_there_and_body_lines_are_those_of_the_body(told: dict[str, Any]) -> None:
    numbers = [line["line"] for line in told["lines"]]
    assert numbers == list(range(1, len(numbers) + 1))
    body = [x["line"] for x in told["lines"] if x["verdict"] in ("body", "subheading", "dek")]
    assert told["body_lines"] == body


BRIEFING, DATA = briefing.schema(), data.schema()
# What a data file does not say line by line: the verdicts in it are runs.
IN_DATA = CONTRACT - {"lines", "body_lines"}


def test_the_published_schemas_are_two_and_name_the_contract() -> None:
    for schema in (BRIEFING, DATA):
        jsonschema.Draft202012Validator.check_schema(schema)
    assert set(DATA["properties"]) >= IN_DATA
    assert set(DATA["required"]) >= {"address", "file", "language", "format"}
    assert set(BRIEFING["required"]) >= IN_DATA - {"problems", "title_line"}


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Mapping[str, str]]:
    """The five texts and one that an editor corrected, with their files."""
    folder = five.copy_to(tmp_path_factory.mktemp("six") / "seeds")
    (folder / "edited.txt").write_text(dossiers.ARTICLE, "utf-8")
    (folder / "edited.yml").write_text(EDITED, "utf-8")
    desk = dossiers.desk(folder)
    assert len(desk.catalogue.entries) == 6
    return desk, files_of(desk)


def told_of(files: Mapping[str, str], entry: Entry) -> tuple[dict[str, Any], dict[str, Any]]:
    """The front matter of an article and its data file, by the engine's reader and JSON's."""
    _, meta = get_data(files[markdown_path(entry.address)])
    return meta["briefing"], json.loads(files[meta["briefing"]["data"].lstrip("/")])


def test_the_schemas_hold_for_every_article(six: tuple[Desk, Mapping[str, str]]) -> None:
    desk, files = six
    for entry in desk.catalogue.entries:
        said, held = told_of(files, entry)
        jsonschema.Draft202012Validator(BRIEFING).validate(said)
        jsonschema.Draft202012Validator(DATA).validate(held)


def without_empty(value: Any) -> Any:
    """A record without nulls and without what holds nothing: the file says neither."""
    if isinstance(value, dict):
        held = {name: without_empty(each) for name, each in value.items()}
        return {name: each for name, each in held.items() if each is not None and each not in ([], {})}
    return [without_empty(each) for each in value] if isinstance(value, list) else value


def in_words(met: dict[str, Any], problems: Mapping[str, Any]) -> dict[str, Any]:
    """A problem of a data file as the record tells it: in the words of its rule."""
    said = {
        f"{part}{'' if language == 'en' else '_ar'}": words[part].format_map(met.get("values", {}))
        for language, words in problems[met["rule"]].items()
        for part in ("message", "remedy")
    }
    return {"level": met["level"], "line": met.get("line"), "rule": met["rule"], **said}


def test_a_data_file_is_small_beside_its_text(six: tuple[Desk, Mapping[str, str]]) -> None:
    """The five are dense with names and with words of themes; the files of 300 news have 1.7 times their bytes."""
    desk, files = six
    sizes = [
        (len(files[data_path(entry.address)].encode()), len(entry.article.cleaned.source.text.encode()))
        for entry in desk.catalogue.entries
        if entry.article.name in five.NAMES
    ]
    assert all(own <= 6 * text for own, text in sizes)
    assert sum(own for own, _ in sizes) <= 4.6 * sum(text for _, text in sizes)


def test_a_data_file_holds_the_record_with_its_verdicts_in_runs(six: tuple[Desk, Mapping[str, str]]) -> None:
    desk, files = six
    for entry in desk.catalogue.entries:
        held, expected = told_of(files, entry)[1], record(entry.article, desk.lexicon.wording, desk.step)
        problems = json.loads(files[data.PROBLEMS])
        assert [in_words(each, problems) for each in held.pop("problems", [])] == expected.pop("problems")
        sentences = [figure.pop("sentence") for figure in expected["figures"]]
        assert all(sentence is None or isinstance(sentence, str) for sentence in sentences)
        same = without_empty({name: expected[name] for name in IN_DATA if name in expected})
        assert {name: value for name, value in held.items() if name in IN_DATA} == same
        lines = [
            {"line": line, "verdict": run["verdict"], "rule": run["rule"]}
            for run in held["verdicts"]
            for line in range(run["first"], run["last"] + 1)
        ]
        assert lines == expected["lines"]
        said = [(run["verdict"], run["rule"]) for run in held["verdicts"]]
        assert all(one != other for one, other in pairwise(said))


@pytest.mark.dear
def test_what_leads_to_a_date_is_told_as_the_dossier_writes_dates(tmp_path: Path) -> None:
    """On the page and in the data file; the words of the source in it keep their digits."""
    folder = five.copy_to(tmp_path / "seeds")
    (folder / "dossier.yml").write_text("months: levant\ndigits: arabic\n", "utf-8")
    desk = dossiers.desk(folder)
    files = files_of(desk)
    dates = {e.article.name[:3]: told_of(files, e)[1].get("date", {}) for e in desk.catalogue.entries}
    steps = {name: date.get("steps", []) for name, date in dates.items()}
    assert steps["001"][1].endswith(
        "(السطر ٥): سقوط الباغوز، آخر جيب لتنظيم داعش في سوريا، ٢٣ آذار ٢٠١٩؛ فالمادة لا تسبقه"
    )
    assert steps["004"][0] == "«عام 2017» (السطر ٤٩): حدث مضى؛ فالمادة لا تسبق ١ كانون الثاني ٢٠١٧"
    assert not [said for told in steps.values() for said in told if re.search("[0-9]|مارس", re.sub("«.*?»", "", said))]
    for entry in desk.catalogue.entries:
        page = files[markdown_path(entry.address)]
        for step in entry.article.facts.date.steps:
            assert str(escape(desk.shown_step(step, entry.article.cleaned))) in page
        assert not re.search("السطر [0-9]", page)


def test_front_matter_is_the_values_that_a_person_reads(six: tuple[Desk, Mapping[str, str]]) -> None:
    desk, files = six
    for entry in desk.catalogue.entries:
        said, facts = told_of(files, entry)[0], entry.article.facts
        assert said["title"] == (facts.title and facts.title.text)
        assert list(said["people"].values()) == [x.name for x in facts.people]
        assert all({f"people/{id_}/index.md", f"people/{id_}/index.html"} & files.keys() for id_ in said["people"])
        assert said["themes"] == {x.id: desk.lexicon.themes.by_id[x.id].label for x in facts.themes}
        told = sum(quote.is_reported for quote in facts.quotes)
        assert (said["quotes"], said["reported"]) == (len(facts.quotes) - told, told)
        assert said["figures"] == len(facts.figures)
        assert said["date"].items() <= asdict(facts.date).items() and "evidence" not in said["date"]
        assert "evidence" not in json.dumps(said) and said["attribution"] == list(facts.attribution)


@pytest.mark.parametrize("name", five.NAMES)
def test_front_matter_takes_no_more_than_four_kilobytes(six: tuple[Desk, Mapping[str, str]], name: str) -> None:
    desk, files = six
    (entry,) = (e for e in desk.catalogue.entries if e.article.name == name)
    assert len(files[markdown_path(entry.address)].split("---\n")[1].encode()) <= 4096


@pytest.mark.parametrize("schema", [BRIEFING, DATA])
def test_a_schema_refuses_what_is_not_of_the_contract(schema: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"kind": "article"}, schema)
