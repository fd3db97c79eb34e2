"""Of equal texts one page is shown, at the address of the oldest; no copy takes another's page with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import build
from generator.model import Article
from generator.pages.desk import Desk
from generator.site.files import files_of
from generator.site.write import standing, write
from tests import dossiers
from tests.source.test_history import commit, git

pytestmark = pytest.mark.dear

DATED = dossiers.ARTICLE.replace(dossiers.TITLE, f"{dossiers.TITLE}\n\nنشر في 5 مايو 2021")
UNTITLED = dossiers.ARTICLE.removeprefix(f"{dossiers.TITLE}\n\n")
WORDS = "كلمات المحرر"


def desk(home: Path, **files: str) -> Desk:
    """A dossier of these files; what ends in _yml is a sidecar."""
    named = {re.sub("_yml$", ".yml", n) if n.endswith("_yml") else f"{n}.txt": text for n, text in files.items()}
    return dossiers.desk(dossiers.folder(home, named))


def pages(made: Desk) -> dict[str, Article]:
    return {e.address: e.article for e in made.catalogue.listed}


def forwards(made: Desk) -> dict[str, str]:
    """Where articles lead that have no page; things that one article alone names lead to its words."""
    return {f.address: f.target for f in made.catalogue.forwards if f.address.startswith("/articles/")}


@pytest.mark.parametrize("zz", ["", f"note: {WORDS}", "date: 2021-05", "address: other", "titel: x", "themes: []"])
def test_a_copy_moves_nothing_whatever_its_sidecar_says(tmp_path: Path, zz: str) -> None:
    made = desk(tmp_path, good=dossiers.ARTICLE, zz=dossiers.ARTICLE, zz_yml=zz)
    assert [*pages(made)] == ["/articles/good/"]
    assert forwards(made) == {("/articles/other/" if "other" in zz else "/articles/zz/"): "/articles/good/"}
    assert made.catalogue.listed[0].also == ("zz.txt",)


@pytest.mark.parametrize(
    ("zz", "page"),
    [
        ("hidden: true", True),
        ("publish: false", False),
        ("publish: perhaps", False),
        ("withhold: {a: b}", False),
        ("hidden: [", False),
    ],
)
def test_a_copy_that_is_hidden_or_held_back_hides_itself_alone(tmp_path: Path, zz: str, page: bool) -> None:
    made = desk(tmp_path, good=dossiers.ARTICLE, zz=dossiers.ARTICLE, zz_yml=zz)
    assert [*pages(made)] == ["/articles/good/"] and not forwards(made)
    assert ("/articles/zz/" in [e.address for e in made.catalogue.entries]) == page
    assert made.catalogue.listed[0].also == (), "it is not named on the page either"


@pytest.mark.parametrize("own", ["hidden: true", "publish: false"])
def test_when_the_first_is_hidden_the_others_stand_under_their_own_address(tmp_path: Path, own: str) -> None:
    copies = {"good_yml": own, "yy": dossiers.ARTICLE, "zz": dossiers.ARTICLE}
    made = desk(tmp_path, good=dossiers.ARTICLE, **copies)
    assert [*pages(made)] == ["/articles/yy/"] and forwards(made) == {"/articles/zz/": "/articles/yy/"}


def test_what_any_editor_says_of_the_text_is_on_its_page_the_pages_own_first(tmp_path: Path) -> None:
    own = 'outlet: "الفرات"\ndate: 2021\nfacts:\n  people: [{set: "سمير الحسن", role: "صفة أولى"}]'
    zz = f'title: "{WORDS}"\noutlet: "دجلة"\nfacts:\n  people: [{{remove: "سمير الحسن"}}, {{add: "ليلى كاظم"}}]'
    yy = "facts:\n  date: {not_after: 2019-01-01}\nnote: ملاحظة\nhidden: true"
    copies = {"good_yml": own, "yy": dossiers.ARTICLE, "yy_yml": yy, "zz": dossiers.ARTICLE, "zz_yml": zz}
    facts = pages(made := desk(tmp_path, good=dossiers.ARTICLE, **copies))["/articles/good/"].facts
    assert facts.title and facts.title.text == WORDS and facts.outlet and facts.outlet.name == "الفرات"
    assert facts.date.value == "2021" and facts.date.not_after is None
    assert {p.name: p.role for p in facts.people} == {"سمير الحسن": "صفة أولى", "ليلى كاظم": None}
    note = made.catalogue.listed[0].article.sidecar
    assert note and note.note is None, "a note is for the page that it was written on"


def test_an_editor_who_keeps_a_copy_off_the_site_corrects_the_text_all_the_same(tmp_path: Path) -> None:
    zz = f"title: {WORDS}\nnote: ملاحظة\npublish: false"
    (entry,) = desk(tmp_path, good=dossiers.ARTICLE, zz=dossiers.ARTICLE, zz_yml=zz).catalogue.entries
    assert entry.article.facts.title and entry.article.facts.title.text == WORDS
    assert entry.article.sidecar and entry.article.sidecar.note is None and entry.article.sidecar.publish


def test_of_two_corrections_of_one_person_the_first_holds_however_he_is_spelled(tmp_path: Path) -> None:
    pattern = 'facts:\n  people: [{{add: "{}", role: "{}"}}]'
    own, zz = pattern.format("اسراء", "أولى"), pattern.format("إسراء", "ثانية")
    made = desk(tmp_path, good=dossiers.ARTICLE, good_yml=own, zz=dossiers.ARTICLE, zz_yml=zz)
    people = pages(made)["/articles/good/"].facts.people
    assert [p.role for p in people if p.name in ("إسراء", "اسراء")] == ["أولى"]


@pytest.mark.parametrize(
    "zz", [f"title: {WORDS}\npublish: perhaps", f"note: {WORDS}\nwithold: x", f"title: {WORDS}\nhidden"]
)
def test_a_sidecar_that_is_refused_corrects_nothing(tmp_path: Path, zz: str) -> None:
    made = desk(tmp_path, good=dossiers.ARTICLE, zz=dossiers.ARTICLE, zz_yml=zz)
    assert WORDS not in files_of(made)["articles/good/index.md"]


@pytest.mark.parametrize(("good", "zz"), [(dossiers.ARTICLE, DATED), (UNTITLED, dossiers.ARTICLE), (UNTITLED, DATED)])
def test_the_text_that_states_the_most_is_shown_at_the_address_of_the_first(tmp_path: Path, good: str, zz: str) -> None:
    made = desk(tmp_path, good=good, zz=zz, good_yml="outlet: الفرات", zz_yml=f"note: {WORDS}")
    (entry,) = made.catalogue.listed
    assert (entry.address, entry.article.name, entry.also) == ("/articles/good/", "zz.txt", ("good.txt",))
    assert entry.article.facts.title and entry.article.facts.title.basis == "stated"
    assert entry.article.facts.outlet and entry.article.facts.outlet.name == "الفرات"
    assert WORDS in files_of(made)["articles/good/index.md"]
    assert forwards(made) == {"/articles/zz/": "/articles/good/"}


def test_a_correction_makes_no_text_the_fuller_one(tmp_path: Path) -> None:
    made = desk(tmp_path, aa=UNTITLED, aa_yml=f"title: {WORDS}\ndate: 2020", good=dossiers.ARTICLE)
    (entry,) = made.catalogue.listed
    assert entry.article.name == "good.txt" and entry.article.facts.title and entry.article.facts.title.text == WORDS


def test_a_problem_of_a_sidecar_names_its_own_file(tmp_path: Path) -> None:
    missing = "facts:\n  people: [{remove: ليلى كاظم}]"
    made = desk(tmp_path, good=dossiers.ARTICLE, zz=dossiers.ARTICLE, zz_yml=missing)
    assert [p.file for p in made.catalogue.problems if p.rule == "sidecar-unmatched"] == ["zz.yml"]


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    made = tmp_path / "repo"
    (made / "seeds").mkdir(parents=True)
    git(made, "init", "--quiet", "--initial-branch", "main")
    return made


def test_the_page_is_that_of_the_file_that_is_older_in_git(repo: Path) -> None:
    commit(repo, "2024-05-01", zz=dossiers.ARTICLE)
    commit(repo, "2024-05-01", mm=dossiers.ARTICLE)
    commit(repo, "2024-05-01", aa=DATED)
    (repo / "seeds" / "0.txt").write_text(dossiers.ARTICLE, "utf-8")
    (repo / "seeds" / "mm.yml").write_text("title: x", "utf-8")
    made = dossiers.desk(repo / "seeds")
    assert [*pages(made)] == ["/articles/zz/"], "the first of one day is the first committed"
    assert {*forwards(made)} == {"/articles/0/", "/articles/aa/", "/articles/mm/"}
    assert made.catalogue.listed[0].added == "2024-05-01"
    seen = build.gather(repo / "seeds", dossiers.LEXICON, standing=frozenset({"/articles/aa/"}))
    assert [*pages(seen)] == ["/articles/zz/"], "where git knows, no clone of it says otherwise"


def test_of_files_of_one_commit_every_clone_shows_the_first_by_name(repo: Path) -> None:
    """A page that stood in one clone's last build counts there no more than in a clone that has none yet."""
    commit(repo, "2024-05-01", aa=dossiers.ARTICLE, zz=dossiers.ARTICLE)
    for stood in (frozenset[str](), frozenset({"/articles/zz/"})):
        made = build.gather(repo / "seeds", dossiers.LEXICON, standing=stood)
        assert [*pages(made)] == ["/articles/aa/"]


def test_without_git_the_page_that_stood_before_stays(tmp_path: Path) -> None:
    """It is written as a page of the last build, and what only leads on to it is not taken for one."""
    seeds, docs = dossiers.folder(tmp_path, {"mm.txt": dossiers.ARTICLE}), tmp_path / "docs"
    for more in ({}, {"aa.txt": dossiers.ARTICLE}, {"00.txt": DATED, "zz.txt": dossiers.ARTICLE}):
        for name, text in more.items():
            (seeds / name).write_text(text, "utf-8")
        made = build.gather(seeds, dossiers.LEXICON, standing=standing(docs))
        write(docs, files_of(made))
        assert [*pages(made)] == ["/articles/mm/"]
        assert standing(docs) == {"/articles/mm/"}
    (seeds / "mm.txt").unlink()
    assert [*pages(build.gather(seeds, dossiers.LEXICON, standing=standing(docs)))] == ["/articles/00/"]


def test_an_address_that_leads_on_does_so_without_a_script_and_is_in_no_list(tmp_path: Path) -> None:
    made = desk(tmp_path, good=f"عنوان <b>\" & 'شيء' من الشمال إلى الجنوب\n\n{UNTITLED}", zz=UNTITLED)
    page = files_of(made)["articles/zz/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../good/">' in page
    assert '<link rel="canonical" href="../good/">' in page and '<a href="../good/">' in page
    assert '<meta name="robots" content="noindex">' in page and "<script" not in page and "<b>" not in page
    assert all("zz/" not in text for name, text in files_of(made).items() if "zz" not in name and "notes" not in name)
