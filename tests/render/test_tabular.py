"""A dossier's data files: whole, open to the programs that read them, and the same bytes for the same dossier."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from generator.lexicon.tables import TableWords
from generator.pages import downloads
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds
from generator.pages.tables import TABLES, Table, tables
from generator.render.parts import own_files
from generator.render.tabular import as_csv, as_json, as_sqlite
from generator.site.files import data_files
from tests import dossiers, five

WORDS: TableWords = dossiers.LEXICON.tables


@pytest.fixture(scope="module")
def desk() -> Desk:
    return dossiers.desk(five.SEEDS)


@pytest.fixture(scope="module")
def found(desk: Desk) -> dict[str, Table]:
    return {table.name: table for table in tables(desk)}


def test_every_table_and_column_is_explained_and_nothing_else_is(found: dict[str, Table]) -> None:
    assert WORDS.tables.keys() == found.keys()
    named = {column for table in found.values() for column in table.columns}
    apart = {f"{table.name}.{column}" for table in found.values() for column in table.columns}
    assert set(WORDS.columns) <= named | apart
    for table in found.values():
        assert all(WORDS.column(table.name, column).ar for column in table.columns)


def test_words_are_those_of_the_file_and_every_row_leads_to_its_article(found: dict[str, Table]) -> None:
    lines = {name: (five.SEEDS / name).read_text("utf-8-sig").split("\n") for name in five.NAMES}
    files = {row.article: row.file for row in found["articles"].rows}
    checked = 0
    for name in ("quotations", "figures", "mentions", "themes", "dates"):
        for row in found[name].rows:
            if row.line:
                assert lines[files[row.article]][row.line - 1][row.start : row.end] == row.text
                checked += 1
    assert checked > 300
    entities = {row.entity for row in found["entities"].rows}
    assert {row.entity for row in found["mentions"].rows} == entities
    assert {row.speaker_entity for row in found["quotations"].rows} - {None} <= entities


def test_dates_say_no_more_than_is_known(found: dict[str, Table]) -> None:
    own = {row.article.split("_")[0]: row for row in found["dates"].rows if row.kind == "published"}
    assert (own["004"].value, own["004"].not_before, own["004"].not_after) == (None, "2022-05-11", None)
    assert (own["002"].value, own["002"].precision, own["002"].basis) == ("2021", "year", "inferred")
    assert own["004"].text is None and "000" not in own


def test_a_csv_file_is_read_as_it_was_meant_and_runs_nothing(tmp_path: Path) -> None:
    title = '=HYPERLINK("https://example.org","زر")'
    files = {"a.txt": dossiers.ARTICLE, "a.yml": f"title: '{title}'\nauthor: '-سمير، كاتب'\noutlet: '＠جريدة'"}
    (table, *_) = tables(dossiers.desk(dossiers.folder(tmp_path, files)))
    text = as_csv(table)
    assert text.startswith("\ufeff") and "\r\n" in text and "\n" not in text.replace("\r\n", "")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (row["title"], row["author"], row["outlet"]) == (f"'{title}", "'-سمير، كاتب", "'＠جريدة")
    (plain,) = json.loads(as_json(table))
    assert (plain["title"], plain["author"], plain["date"]) == (title, "-سمير، كاتب", None)


def test_the_database_is_sound_and_tells_nothing_of_who_wrote_it(found: dict[str, Table]) -> None:
    data = as_sqlite(tuple(found.values()), WORDS)
    assert data == as_sqlite(tuple(found.values()), WORDS)
    assert data[96:100] == bytes(4) and data[24:28] == data[92:96] == (1).to_bytes(4, "big")
    base = sqlite3.connect(":memory:")
    base.deserialize(data)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in found.values():
        rows = base.execute(f'SELECT * FROM "{table.name}"').fetchall()  # noqa: S608  our own names
        assert rows == list(table.cells)
    told = base.execute("SELECT count(*) FROM columns").fetchone()
    assert told == (sum(len(table.columns) for table in found.values()),)


def test_a_sentence_round_several_figures_stands_once_in_the_database(found: dict[str, Table]) -> None:
    base = sqlite3.connect(":memory:")
    base.deserialize(as_sqlite(tuple(found.values()), WORDS))
    said = [row.sentence for row in found["figures"].rows]
    kept = [text for (text,) in base.execute("SELECT sentence FROM figures_sentences ORDER BY number")]
    assert kept == list(dict.fromkeys(filter(None, said))) and len(kept) < len(said)
    article = found["figures"].rows[0].article
    got = base.execute("SELECT sentence FROM figures WHERE article = ?", (article,)).fetchall()
    assert got == [(row.sentence,) for row in found["figures"].rows if row.article == article]


def test_a_long_table_has_no_json_and_its_page_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MOST_AS_JSON", TABLES[0].count(desk))
    grounds = Grounds(desk)
    files = {file.path for file in data_files(grounds)}
    assert {"data/articles.csv", "data/articles.json", "data/figures.csv"} <= files and "data/figures.json" not in files
    (draft,) = downloads.drafts(grounds)
    context = draft.make().context
    shown = {table.name: table.json for table in context["tables"]}
    assert (shown["articles"], shown["figures"]) == ("/data/articles.json", None) and context["without_json"]
    told = {each["name"] for each in context["briefing"]["dataset"]["distribution"]}
    assert told <= files and "data/figures.csv" in told


def test_a_thing_of_two_articles_has_a_file_of_its_own(found: dict[str, Table]) -> None:
    made = {path: json.loads(text) for path, text in own_files(found.values())}
    several = {f"data/{row.entity}.json" for row in found["entities"].rows if row.articles > 1}
    assert {path for path in made if not path.startswith("data/themes/")} == several
    trump = made["data/people/donald-trump.json"]
    assert len(trump["articles"]) == trump["articles_count"] == 2 and len(trump["mentions"]) == 2
    assert {row["entity"] for row in trump["mentions"]} == {"people/donald-trump"}


def test_a_withheld_name_is_in_no_table(tmp_path: Path) -> None:
    files = {"a.txt": dossiers.ARTICLE, "a.yml": "withhold: [سمير الحسن]"}
    found = tables(dossiers.desk(dossiers.folder(tmp_path, files)))
    text = "".join(as_csv(table) for table in found) + as_sqlite(found, WORDS).decode("utf-8", "ignore")
    assert "الحسن" not in text and "\ue0f0" not in text
