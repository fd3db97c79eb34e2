"""The laws of the design, each held on the five seeds by the real stages: nothing lost, nothing invented."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, is_dataclass, replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from generator import build
from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import GROUP_KINDS
from generator.check.laws import check
from generator.lexicon import load_lexicon
from generator.model import Article, Evidence, Sidecar, Source
from generator.model.pieces import evidence_in
from generator.pages.desk import Desk
from generator.reading.letters import display, fold
from generator.site import making
from generator.site.files import all_files_of, files_of
from generator.site.press.run import Made
from generator.source.read import read_folder
from tests import dossiers, five

pytestmark = pytest.mark.dear


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return five.copy_to(tmp_path_factory.mktemp("laws") / "seeds")


@pytest.fixture(scope="module")
def desk(seeds: Path) -> Desk:
    return dossiers.desk(seeds)


@pytest.fixture(scope="module")
def files(desk: Desk) -> dict[str, str]:
    return dict(files_of(desk))


def articles(desk: Desk) -> list[Article]:
    return [entry.article for entry in desk.catalogue.entries]


class Shown(HTMLParser):
    """A page's text by the id of the element that holds it, and as a whole."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(markdown.markdown(page, extensions=["attr_list", "md_in_html", "tables"]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the parent's
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(files: dict[str, str], entry_address: str) -> Shown:
    return Shown(get_data(files[f"{entry_address.strip('/')}/index.md"])[0])


def plain(text: str) -> str:
    return re.sub(r"\s+", "", display(text))


def test_1_every_line_has_one_verdict_in_order_and_its_own_text(desk: Desk, seeds: Path) -> None:
    for article in articles(desk):
        raw = (seeds / article.name).read_text("utf-8-sig").replace("\r\n", "\n").split("\n")
        assert [line.number for line in article.cleaned.lines] == list(range(1, len(raw) + 1))
        assert [line.text for line in article.cleaned.lines] == raw
        assert {line.rule for line in article.cleaned.lines} <= set(desk.rules)


def test_1_body_text_reaches_the_page_unchanged(desk: Desk, files: dict[str, str]) -> None:
    for entry in desk.catalogue.entries:
        shown = plain(page_of(files, entry.address).text)
        for line in entry.article.cleaned.lines:
            assert plain(line.text) in shown, (entry.article.name, line.number)


def test_2_and_3_all_evidence_is_words_of_its_line(desk: Desk) -> None:
    for article in articles(desk):
        found = list(evidence_in(article.facts))
        assert found, "these seeds prove something"
        for piece in found:
            assert article.cleaned.source.lines[piece.line - 1][piece.start : piece.end] == piece.text
        assert check(article) == ()


@pytest.mark.parametrize(("start", "end", "text"), [(0, 0, ""), (0, 3, "غير"), (2, 900, "")])
def test_3_evidence_that_is_not_the_words_of_its_line_is_told(desk: Desk, start: int, end: int, text: str) -> None:
    """Words that are not there, and none at all, break the law as much as each other."""
    article = desk.catalogue.entries[0].article
    line = article.cleaned.body[0].number
    broken = replace(article, facts=replace(article.facts, summary=(Evidence(line, start, end, text, "x"),)))
    assert [(p.rule, p.level, p.line) for p in check(broken)] == [("law-evidence", "error", line)]


def test_2_what_has_neither_evidence_nor_editor_is_null(desk: Desk) -> None:
    for article in articles(desk):
        facts = article.facts
        for named in (facts.outlet, facts.author, *facts.cited_outlets):
            assert named is None or named.evidence
        date = facts.date
        assert not any((date.value, date.not_before, date.not_after)) or date.evidence or date.steps
        assert all(e.mentions for e in (*facts.people, *facts.organisations, *facts.places))
        assert all(hit.evidence for hit in facts.themes)


def test_3_a_title_is_a_piece_of_its_line(desk: Desk) -> None:
    for article in articles(desk):
        title = article.facts.title
        assert title and title.line
        assert title.text in article.cleaned.source.lines[title.line - 1]


ARABIC = re.compile("[\u0621-\u0652]{4,}")


def test_4_the_match_form_reaches_no_page(desk: Desk, files: dict[str, str]) -> None:
    """A word that folding changes stands as written, and its folded form only where the text has that too."""
    for entry in desk.catalogue.entries:
        source = entry.article.cleaned.source.text
        raw, shown = set(re.findall(r"\w+", source)), set(re.findall(r"\w+", page_of(files, entry.address).text))
        said = set(re.findall(r"\w+", " ".join(str(v) for v in _texts(desk))))
        folded = {form for word in raw if ARABIC.fullmatch(word) and (form := fold(word)) not in raw | said}
        assert not folded & shown


def _texts(desk: Desk) -> Iterator[object]:
    wording = desk.lexicon.wording
    yield from wording.messages.values()
    yield from ((p.ar.message, p.ar.remedy) for p in wording.problems.values())
    yield from (rule.reason.ar for rule in desk.rules.values())
    yield from ((t.label, t.description) for t in desk.lexicon.themes.all)
    yield from ((g.name, g.id) for g in desk.catalogue.groups)
    yield from (e.article.facts.title for e in desk.catalogue.entries)
    yield from (_all_strings([e.article.facts for e in desk.catalogue.entries]))


def _all_strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from (s for f in fields(value) for s in _all_strings(getattr(value, f.name)))
    elif isinstance(value, Iterable):
        yield from (s for part in value for s in _all_strings(part))


def test_5_only_the_escape_makes_markup_of_what_a_page_is_made_of(desk: Desk) -> None:
    """Every string of a page's context is plain text; markup comes ready from the one escape."""
    from generator.pages import pages

    for page in pages(desk):
        for text in _contexts(page.context):
            assert isinstance(text, Markup) or "<mark" not in text


def _contexts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (s for part in value.values() for s in _contexts(part))
    elif isinstance(value, list | tuple):
        yield from (s for part in value for s in _contexts(part))
    elif is_dataclass(value) and not isinstance(value, Source | Catalogue):
        yield from (s for f in fields(value) for s in _contexts(getattr(value, f.name)))


def test_6_nothing_is_written_when_gathering_fails(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(build, "read_history", fail)
    with pytest.raises(RuntimeError):
        build.generate(seeds, tmp_path / "docs")
    with pytest.raises(RuntimeError):
        build.site(seeds, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["press_tree", "finish", "publish"])
def test_6_a_failure_after_it_leaves_the_published_site_alone(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (tmp_path / "site" / "schemas").mkdir(parents=True)
    (tmp_path / "site" / "schemas" / "briefing.schema.json").write_text("old", "utf-8")

    def fail(*_: object) -> tuple[()]:
        raise RuntimeError

    passed: dict[str, object] = {"press_tree": Made(), "finish": (), "publish": None}
    for name, given in passed.items():
        where = build if name == "publish" else making
        monkeypatch.setattr(where, name, fail if name == step else lambda *_, given=given: given)
    with pytest.raises(RuntimeError):
        build.site(seeds, tmp_path / "site")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site" / "schemas" / "briefing.schema.json").read_text("utf-8") == "old"


def test_7_same_inputs_same_bytes_in_another_folder(files: dict[str, str], tmp_path: Path) -> None:
    assert dict(files_of(dossiers.desk(five.copy_to(tmp_path / "elsewhere")))) == files


ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANGUAGE": "ar", "COLUMNS": "40"}


@pytest.mark.process
def test_7_same_bytes_in_any_locale_time_zone_and_hash_order(desk: Desk, seeds: Path, tmp_path: Path) -> None:
    every = {n: x if isinstance(x, bytes) else x.encode() for n, x in all_files_of(desk).items()}
    command = [sys.executable, "-m", "generator", "generate", "--seeds", str(seeds), "--docs", str(tmp_path / "docs")]
    subprocess.run(
        command, cwd=five.ROOT, env={"PATH": os.environ["PATH"], **ELSEWHERE}, check=True, capture_output=True
    )
    made = {
        p.relative_to(tmp_path / "docs").as_posix(): p.read_bytes()
        for p in (tmp_path / "docs").rglob("*")
        if p.is_file() and not p.name.startswith(".")
    }
    assert made == every


def test_7_same_bytes_whatever_the_order_of_the_files(
    files: dict[str, str], seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: sorted(real(self), reverse=True))
    assert dict(files_of(dossiers.desk(seeds))) == files


def _backwards(
    work: Callable[[tuple[Source, Sidecar | None]], bytes], seeds: Iterable[tuple[Source, Sidecar | None]]
) -> list[bytes]:
    return [work(seed) for seed in reversed(list(seeds))][::-1]


@pytest.mark.process
def test_7_same_bytes_whatever_the_workers(files: dict[str, str], seeds: Path) -> None:
    assert dict(files_of(build.gather(seeds, dossiers.LEXICON, _backwards))) == files
    with ProcessPoolExecutor(2) as pool:
        desk = build.gather(seeds, dossiers.LEXICON, partial(pool.map, chunksize=3))
    assert dict(files_of(desk)) == files


def test_a_worker_reads_the_lexicon_itself_and_is_not_sent_it() -> None:
    """Megabytes with every chunk of work made two workers slower than one."""
    lexicon = load_lexicon()
    packed = pickle.dumps(lexicon)
    assert len(packed) < 1000
    assert pickle.loads(packed) is lexicon  # noqa: S301  made on the line above


def test_10_only_people_of_a_public_role_have_a_page(desk: Desk) -> None:
    """One that the text states, or an office that the lexicon of public people knows."""
    for article in articles(desk):
        assert all(person.role or person.id for person in article.facts.people)


def test_11_the_five_are_what_the_tests_are_made_on(seeds: Path) -> None:
    assert [s.name for s in read_folder(seeds).sources] == sorted(five.NAMES)


def test_every_fact_leads_to_its_words_and_back(desk: Desk, files: dict[str, str]) -> None:
    for entry in desk.catalogue.entries:
        shown = page_of(files, entry.address)
        assert len(shown.ids) == len(set(shown.ids)), "an id stands once"
        inside = [link[1:] for link in shown.links if link.startswith("#")]
        assert set(inside) <= set(shown.ids)
        for piece in set(evidence_in(entry.article.facts)) - set(entry.article.facts.summary):
            assert f"w{piece.line}-{piece.start}-{piece.end}" in shown.ids


def test_every_address_is_taken_once_and_every_group_has_its_page(desk: Desk, files: dict[str, str]) -> None:
    assert len({name.lower() for name in files}) == len(files)
    for group in desk.catalogue.groups:
        assert group.kind in GROUP_KINDS
        assert f"{group.address.strip('/')}/index.{'html' if group.is_small else 'md'}" in files


# What these formats ask for.
_CRLF = (".ris", ".csv")


def test_files_end_in_one_line_end_and_hold_no_control(files: dict[str, str]) -> None:
    for name, written in files.items():
        text = written.replace("\r\n", "\n") if name.endswith(_CRLF) else written
        assert text.endswith("\n") and not text.endswith("\n\n"), name
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text), name
