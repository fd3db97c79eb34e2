"""The commands, as people and CI call them."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from generator import build, cli, start
from generator.cli import main
from generator.desk.report import counts_in_words, show_problems
from generator.lexicon import Lexicon, load_lexicon
from generator.model import Problem
from generator.model.corrections import SidecarFile
from generator.place import DOCS, INPUTS
from generator.site import engine
from generator.site.markup import head_of
from generator.site.press import run as run_module
from generator.site.serve import changes, lies_apart, serve
from generator.site.write import standing
from generator.source.dossier import guard_of
from generator.source.withholding.protect import Protection
from tests import dossiers

pytestmark = pytest.mark.dear


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "b.txt": dossiers.ARTICLE.replace("القمح", "الشعير")})


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_generate_writes_pages_and_says_how_many(dossier: Path, tmp_path: Path) -> None:
    done = run("generate", "--seeds", dossier, "--docs", tmp_path / "docs")
    assert done.exit_code == 0
    assert "2 articles" in done.output and f"Pages in {tmp_path / 'docs'}" in done.output.replace("\n", "")
    assert (tmp_path / "docs/articles/a/index.md").is_file()


@pytest.mark.process
def test_site_builds_for_a_dossier_anywhere_and_leaves_all_else_untouched(dossier: Path, tmp_path: Path) -> None:
    place = tmp_path / "out" / "site"
    (dossier / "copy.txt").write_text(dossiers.ARTICLE, "utf-8")
    done = run("site", "--seeds", dossier, "--site", place, "--url", "https://example.org/mujaz/", "--strict")
    assert done.exit_code == 0, done.output
    page = (place / "articles/a/index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page and "https://example.org/mujaz/articles/a/" in page
    assert json.loads((place / "schemas/briefing.schema.json").read_text("utf-8"))["title"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["dossier", "out"]
    assert sorted(p.name for p in dossier.iterdir()) == ["a.txt", "b.txt", "copy.txt"]
    assert sorted(p.name for p in place.parent.iterdir()) == [".mujaz-cache", "site"]
    forward, sitemap = ((place / name).read_text("utf-8") for name in ("articles/copy/index.html", "sitemap.xml"))
    assert "../a/" in forward and "Content-Security-Policy" in forward
    assert "articles/a/" in sitemap and "articles/copy/" not in sitemap
    assert standing(place) == {"/articles/a/", "/articles/b/"}, "the next build knows which of the two was the page"


def plant(monkeypatch: pytest.MonkeyPatch, page: str, markup: str) -> None:
    """An engine that lets markup into the body of a page."""
    real = engine.run_engine

    def planted(tree: Path, out: Path, *more: object) -> None:
        real(tree, out, *more)  # type: ignore[arg-type]
        file = out / page
        file.write_text(file.read_text("utf-8").replace("</body>", f"{markup}</body>"), "utf-8")

    monkeypatch.setattr(run_module, "run_engine", planted)


@pytest.mark.process
def test_a_bad_link_that_is_planted_is_told(dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch, "method/index.html", '<a href="../nowhere/">x</a>')
    done = run("site", "--seeds", dossier, "--site", tmp_path / "site", "--press", "off", "--strict")
    assert done.exit_code == 1
    assert "method/index.html: A link that leads nowhere (../nowhere/)" in done.output


@pytest.mark.process
def test_a_script_that_is_planted_stops_the_site_and_the_old_one_stays(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "schemas").mkdir(parents=True)
    (site / "schemas" / "briefing.schema.json").write_text("old", "utf-8")
    plant(monkeypatch, "articles/a/index.html", "<script>planted()</script>")
    done = run("site", "--seeds", dossier, "--site", site, "--press", "off")
    assert done.exit_code == 2
    assert "error: articles/a/index.html: The page holds a script of its own" in done.output
    assert "the old one stays" in done.output and "planted" not in done.output
    assert [p.read_text("utf-8") for p in site.rglob("*") if p.is_file()] == ["old"]
    assert sorted(p.name for p in tmp_path.iterdir()) == [".mujaz-cache", "dossier", "site"]


MARKUP = '<meta http-equiv="Content-Security-Policy" content="default-src *"> </head> <html dir=x> <script>x</script>'


@pytest.mark.process
def test_a_text_that_speaks_of_policies_has_the_same_as_any_other(tmp_path: Path) -> None:
    """The article's own page, lists, and the front page: one policy, whatever the texts say."""
    plain = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE})
    quoting = dossiers.folder(
        tmp_path / "other", {"a.txt": dossiers.ARTICLE.replace(dossiers.TITLE, f"{dossiers.TITLE} {MARKUP}")}
    )
    found = []
    for seeds in (plain, quoting):
        site = seeds.parent / "site"
        assert run("site", "--seeds", seeds, "--site", site).exit_code == 0
        heads = {p.relative_to(site).as_posix(): head_of(p.read_text("utf-8")) for p in site.rglob("*.html")}
        found.append({name: (said.direction, said.policy) for name, said in heads.items()})
    assert found[0] == found[1]
    assert {"index.html", "404.html", "articles/index.html", "articles/a/index.html"} <= found[0].keys()
    assert all(said and "sha256-" not in said for _, said in found[0].values())
    assert len(set(found[0].values())) == 1


def test_explain_prints_an_object_a_file_in_the_order_given(dossier: Path) -> None:
    done = run("explain", "--json", dossier / "b.txt", dossier / "a.txt")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [x["file"] for x in told] == [str(dossier / "b.txt"), str(dossier / "a.txt")]
    assert told[1]["title"] == dossiers.TITLE
    assert sorted(p.name for p in dossier.iterdir()) == ["a.txt", "b.txt"], "nothing is written"


def test_explain_shows_lines_with_verdicts_facts_and_a_stub_to_paste(dossier: Path) -> None:
    done = run("explain", dossier / "a.txt")
    assert done.exit_code == 0
    assert "title-line" in done.output or "title" in done.output
    assert dossiers.TITLE in done.output and 'outlet: ""' in done.output


def test_the_stub_is_a_sidecar_that_can_be_read(dossier: Path) -> None:
    from generator.desk.stub import stub

    article = dossiers.article(
        "قالت الوزارة إن العمل يبدأ غدًا في القرى البعيدة كلها.\nوأضافت أن التوزيع مستمر حتى نهاية الشهر.\n"
    )
    text = stub(article, dossiers.LEXICON.wording)
    assert "# " in text and "/" in text, "each line says in both languages what it is for"
    filled = text.replace('date: ""', 'date: "2021"').replace('outlet: ""', 'outlet: "صحيفة"')
    assert dossiers.sidecar(filled).date == "2021" and dossiers.sidecar(filled).outlet == "صحيفة"


def test_explain_tells_what_cannot_be_read_and_goes_on(dossier: Path) -> None:
    (dossier / "bad.txt").write_bytes(bytes(range(256)))
    done = run("explain", "--json", dossier / "bad.txt", dossier / "a.txt")
    assert done.exit_code == 0
    unread, read = (json.loads(line) for line in done.stdout.splitlines())
    assert (unread["title"], unread["lines"], unread["problems"][0]["rule"]) == (None, [], "seed-undecodable")
    assert read["body_lines"]
    assert "bad.txt" in done.stderr


def test_what_would_steer_a_terminal_is_not_printed(dossier: Path) -> None:
    (dossier / "c.txt").write_text(
        dossiers.ARTICLE + "وقال \x1b[31m\x07 المدير إن العمل مستمر في القرى كلها.\n", "utf-8"
    )
    (dossier / "c.yml").write_text('"\\e[31mtitel": x', "utf-8")
    for arguments in (("explain", dossier / "c.txt"), ("summary", "--base", dossier, dossier / "c.txt")):
        done = run(*arguments)
        assert done.exit_code == 0 and "\x1b" not in done.output and "\x07" not in done.output


def test_summary_tells_a_reviewer_what_changed(dossier: Path, tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    (base / "a.txt").write_text(
        dossiers.ARTICLE.replace(dossiers.TITLE, "عنوان سابق | للمادة نفسها في الصيف الماضي"), "utf-8"
    )
    (dossier / "a.yml").write_text("titel: x", "utf-8")
    done = run("summary", "--base", base, dossier / "a.txt", dossier / "b.txt")
    assert done.exit_code == 0
    assert done.output.count("### ") == 2
    rows = [line for line in done.output.splitlines() if line.startswith("| title")]
    assert dossiers.TITLE in rows[0] and "**" in rows[0] and "عنوان سابق &#124;" in rows[0]
    assert "titel" in done.output and "    # a.yml" in done.output


@pytest.mark.dear
@pytest.mark.parametrize("command", [("explain",), ("explain", "--json"), ("summary", "--base", "BASE")])
def test_what_a_folder_protects_is_found_out_once_however_many_texts_are_named(
    command: tuple[str, ...], dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a withheld name every text of the folder is read."""
    read = []

    def told(folder: Path, lexicon: Lexicon, shape: type[SidecarFile]) -> Protection:
        read.append(folder)
        return guard_of(folder, lexicon, shape)

    monkeypatch.setattr("generator.desk.single.guard_of", told)
    (dossier / "a.yml").write_text("withhold: [سمير الحسن]", "utf-8")
    more = [str(dossier) if x == "BASE" else x for x in command]
    done = run(*more, dossier / "a.txt", dossier / "b.txt")
    assert done.exit_code == 0 and read == [dossier], done.output


def test_summary_shows_nothing_of_a_text_as_markup(dossier: Path) -> None:
    (dossier / "a.yml").write_text("title: '<img src=x> | [x](y) `z`'", "utf-8")
    done = run("summary", "--base", dossier, dossier / "a.txt")
    assert "<img" not in done.output and "[x](y)" not in done.output


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lexicons as they are: reading them anew takes a second, and is one test's matter."""

    def load() -> object:
        return dossiers.LEXICON

    load.cache_clear = lambda: None  # type: ignore[attr-defined]
    monkeypatch.setattr("generator.lexicon.load_lexicon", load)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.mark.usefixtures("kept")
def test_serve_builds_and_ends_after_its_rounds(dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def site(_: Path, place: Path, **more: str) -> start.Outcome:
        place.mkdir()
        (place / "index.html").write_text(more["url"], "utf-8")
        return start.Outcome(1, 2, ())

    monkeypatch.setattr("generator.site.serve._PAUSE", 0.01)
    monkeypatch.setattr(build, "site", site)
    done = run("serve", "--seeds", dossier, "--site", tmp_path / "site", "--port", free_port(), "--rounds", 1)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.usefixtures("kept")
def test_a_port_that_is_taken_is_told(dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "site", lambda *_, **__: start.Outcome(0, 0, ()))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(
            "serve", "--seeds", dossier, "--site", tmp_path / "s", "--port", taken.getsockname()[1], "--rounds", 1
        )
    assert done.exit_code == 2 and "mujaz:" in done.output


_NET = 600  # seconds under a thread that hangs, never a measure


def test_serve_rebuilds_on_a_change_and_shows_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lexicons are read anew too: see the command."""
    monkeypatch.setattr("generator.site.serve._PAUSE", 0.02)
    site, seeds, port = tmp_path / "site", tmp_path / "seeds", free_port()
    for each in (site, seeds):
        each.mkdir()
    (site / "index.html").write_text("old", "utf-8")
    built, ended = threading.Event(), threading.Event()

    def rebuild() -> None:
        if ended.is_set():
            raise KeyboardInterrupt
        (site / "index.html").write_text("new", "utf-8")
        built.set()

    server = threading.Thread(target=serve, args=(site, (seeds,), rebuild, port), daemon=True)
    server.start()
    try:
        while server.is_alive():
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                    assert answer.read() == b"old" and answer.headers["Cache-Control"] == "no-store"
                break
            except OSError:
                time.sleep(0.01)
        (seeds / "a.txt").write_text("x", "utf-8")
        assert built.wait(_NET)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
            assert answer.read() == b"new"
    finally:
        ended.set()
        (seeds / "b.txt").write_text("x", "utf-8")
        server.join(_NET)


@pytest.mark.process
def test_serve_reads_the_lexicons_anew_for_every_build(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def site(*_: object, **__: object) -> start.Outcome:
        seen.append(load_lexicon())
        return start.Outcome(0, 0, ())

    monkeypatch.setattr(build, "site", site)
    monkeypatch.setattr("generator.site.serve.serve", lambda _s, _r, rebuild, _p, _n: rebuild())
    assert run("serve", "--seeds", dossier, "--site", tmp_path / "site").exit_code == 0
    assert len(seen) == 2 and seen[0] is not seen[1]


@pytest.mark.process
def test_serve_watches_pages_written_by_hand_and_no_build_touches_what_is_watched(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each build would call for the next."""
    place = replace(start.PLACE, docs=Path(shutil.copytree(start.PLACE.docs, tmp_path / "docs")))
    monkeypatch.setattr(start, "PLACE", place)
    roots = []
    monkeypatch.setattr("generator.site.serve.serve", lambda _s, given, *_: roots.extend(given))
    monkeypatch.setattr(cli, "INPUTS", tuple(place.docs if x == DOCS else x for x in INPUTS))
    with changes((place.docs, dossier)) as changed:
        done = run("serve", "--seeds", dossier, "--site", tmp_path / "site")
        assert done.exit_code == 0 and not changed.wait(0.2), done.output
    assert (tmp_path / "site/index.html").is_file() and dossier in roots
    assert place.docs in roots
    with changes(tuple(roots)) as changed:
        (place.docs / "about.md").write_text("# عن الموقع\n", "utf-8")
        assert changed.wait(_NET)


def test_a_site_within_what_it_is_made_of_is_not_served(dossier: Path) -> None:
    done = run("serve", "--seeds", dossier, "--site", dossier / "assets/site", "--rounds", 1)
    assert done.exit_code == 2 and f"lies in {dossier}, which it is made of; name a folder elsewhere" in done.output
    done = run("serve", "--seeds", dossier, "--site", DOCS / "assets" / "site", "--rounds", 1)
    assert done.exit_code == 2 and f"lies in {DOCS}, which it is made of" in done.output
    assert sorted(x.name for x in dossier.iterdir()) == ["a.txt", "b.txt"]


def test_a_site_that_lies_directly_in_its_dossier_calls_for_no_build(dossier: Path) -> None:
    """As where one works in the dossier's own folder; nor do hidden files: those of git, of a build, of an editor."""
    site = dossier / "site"
    lies_apart(site, dossier, INPUTS)
    with changes((dossier,), site) as changed:
        for name in ("site/index.html", "site.mujaz-old/index.html", ".mujaz-site/run/x.html", ".git/index", ".a.swp"):
            (dossier / name).parent.mkdir(parents=True, exist_ok=True)
            (dossier / name).write_text("x", "utf-8")
        (dossier / ".mujaz-site/run").rename(dossier / "site/run")
        (dossier / "site").rename(dossier / "site.mujaz-old/site")
        assert not changed.wait(0.3)
        (dossier / ".a.swp").rename(dossier / "c.txt")
        assert changed.wait(_NET)


def test_a_folder_that_comes_into_a_watched_one_is_watched_too_and_again_when_it_comes_back(dossier: Path) -> None:
    with changes((dossier,)) as changed:
        for _ in range(2):
            (dossier / "lexicon/themes").mkdir(parents=True)
            assert changed.wait(_NET)
            time.sleep(0.1)  # until it is watched
            changed.clear()
            (dossier / "lexicon/themes/a.yml").write_text("x", "utf-8")
            assert changed.wait(_NET)
            shutil.rmtree(dossier / "lexicon")
            time.sleep(0.1)
            changed.clear()


def _move(folder: Path) -> None:
    (folder / "b").rename(folder / "a")


def _replace(folder: Path) -> None:
    (folder.parent / "saved").write_text("xyz", "utf-8")
    (folder.parent / "saved").replace(folder / "deep/c")


@pytest.mark.dear
@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a").write_text("xy", "utf-8"),
        lambda folder: (folder / "new").write_text("", "utf-8"),
        lambda folder: (folder / "deep/c").unlink(),
        _move,
        _replace,
        lambda folder: (folder.parent / "one.yml").write_text("x", "utf-8"),
    ],
    ids=["written", "made", "removed", "moved", "replaced", "a file alone"],
)
def test_a_change_of_any_kind_is_noticed(tmp_path: Path, change: Callable[[Path], object]) -> None:
    """And what is only read, or lies beside, is none."""
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    for name in ("folder/a", "folder/b", "folder/deep/c", "one.yml", "other.yml"):
        (tmp_path / name).write_text("x", "utf-8")
    (folder / "gone").symlink_to(tmp_path / "nowhere")
    with changes((folder, tmp_path / "one.yml", tmp_path / "missing")) as changed:
        (folder / "a").read_text("utf-8")
        (tmp_path / "other.yml").write_text("y", "utf-8")
        assert not changed.wait(0.2)
        change(folder)
        assert changed.wait(_NET)


PROBLEMS = (
    Problem("note", "b.txt", None, "title-derived"),
    Problem("error", "a.yml", 2, "sidecar-colon", (("key", "title"), ("value", "[red]x[/red] \x1b[31m"))),
)


@pytest.mark.parametrize("terminal", [True, False])
def test_problems_are_a_table_on_a_terminal_and_lines_elsewhere(terminal: bool) -> None:
    console = Console(force_terminal=terminal, record=True, width=200, color_system=None, legacy_windows=False)
    with console.capture() as caught:
        show_problems(console, PROBLEMS, dossiers.LEXICON.wording, dossiers.TERMINAL)
    text = caught.get()
    assert text.index("a.yml") < text.index("b.txt"), "the gravest first"
    assert "[red]x[/red]" in text and "\x1b[31m" not in text.replace("\x1b[0m", "")
    assert ("a.yml:2" in text) != terminal
    assert "ملف" in text or "قيمة" in text, "an editor reads it in Arabic too"


def test_problems_are_counted_in_words() -> None:
    assert counts_in_words(PROBLEMS, dossiers.TERMINAL) == "1 error, 1 note"
    assert counts_in_words([*PROBLEMS, *PROBLEMS], dossiers.TERMINAL) == "2 errors, 2 notes"
    assert counts_in_words((), dossiers.TERMINAL) == "no problems"


@pytest.mark.parametrize("command", ["generate", "site", "explain", "summary", "serve"])
def test_every_command_says_what_it_does(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0 and len(done.output.splitlines()) > 5


@pytest.mark.parametrize("url", ["example.org/ball", "//example.org/", "ftp://example.org/", "https://"])
def test_an_address_that_no_browser_opens_is_told(url: str, tmp_path: Path) -> None:
    made = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE})
    done = CliRunner().invoke(main, ["site", "--seeds", str(made), "--site", str(tmp_path / "s"), "--url", url])
    assert done.exit_code == 2 and "--url https://" in done.stderr and not (tmp_path / "s").exists()


def test_a_folder_that_is_no_dossier_is_told_in_both_languages(tmp_path: Path) -> None:
    """Whoever mistyped it may read either; a terminal in Arabic says it once."""
    (tmp_path / "empty").mkdir()
    for folder, said in (("empty", "ولا dossier.yml"), ("emty", "empty")):
        done = CliRunner().invoke(main, ["site", "--seeds", str(tmp_path / folder), "--site", str(tmp_path / "s")])
        english, arabic = done.stderr.splitlines()
        assert done.exit_code == 2 and english.startswith("mujaz: ") and said in arabic
        alone = CliRunner().invoke(main, ["--language", "ar", "site", "--seeds", str(tmp_path / folder)])
        assert len(alone.stderr.splitlines()) == 1


@pytest.mark.process
def test_the_commands_start_without_what_makes_pages() -> None:
    """Where nothing has changed, imports would take longer than to find it out."""
    asked = "import generator.cli, sys; print(*sys.modules)"
    there = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    rooms = ("clean", "facts", "catalogue", "check", "pages", "render", "search", "lexicon.layer", "build", "articles")
    assert not {"jinja2", "markdown", "PIL", *(f"generator.{name}" for name in rooms)} & set(there)
