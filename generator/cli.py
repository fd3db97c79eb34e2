"""The commands: the only module that calls `build`, prints, and chooses exit codes.

Exit codes: 0; 1 under --strict when a problem is an error, where `diff` finds a difference and `search` nothing; 2 for
wrong usage, broken configuration or an unsafe site; 3 when another run is at work on the same place.

Each command imports what it needs when it runs: a third of a second for a site that stands already, of one for all.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
from rich.console import Console

from generator import __version__
from generator.desk.ends import BROKEN, complain, faults, tell_outcome
from generator.desk.report import progress, show_problems
from generator.desk.terminal import LANGUAGES, VARIABLE, SpokenGroup, words_here
from generator.desk.workers import Crew, crew_for
from generator.model import Problem
from generator.model.forge import told_by
from generator.model.proposal import PROPOSED
from generator.model.teller import Teller
from generator.place import DATA, INPUTS
from generator.reading.files import printable
from generator.site.engine import ENGINES
from generator.source.folder import dossier_at, there
from generator.start import Outcome, Request, Start, started

if TYPE_CHECKING:
    from generator.desk import single

_CACHE = ".mujaz-cache"
_PATH = click.Path(path_type=Path)
_SEEDS = click.option("--seeds", type=_PATH)


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], envvar=VARIABLE, expose_value=False)
@click.version_option(__version__, prog_name="mujaz", message="%(prog)s %(version)s")
def main() -> None:
    """Mujaz makes a briefing site from a folder of raw Arabic news texts."""


@main.command()
@_SEEDS
@click.option("--docs", type=_PATH, default=Path("docs"), show_default=True)
@click.option("--strict", is_flag=True)
@click.option("--allow-empty", is_flag=True)
def generate(seeds: Path | None, docs: Path, strict: bool, allow_empty: bool) -> None:
    """Write the Markdown pages of a dossier."""
    from generator import build

    with faults(), progress(words_here()) as tell, crew_for(dossier := dossier_at(seeds), tell) as crew:
        outcome = build.generate(
            dossier, docs, forge=told_by(os.environ), allow_empty=allow_empty, mapper=crew, tell=tell
        )
    with faults():
        tell_outcome(outcome, "pages", str(docs), strict, crew.problems)


@main.command()
@_SEEDS
@click.option("--site", "target", type=_PATH, default=Path("site"), show_default=True)
@click.option("--docs", type=_PATH, default=None)
@click.option("--url", default="")
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True)
@click.option("--press", type=click.Choice(("on", "off")), default="on", show_default=True)
@click.option("--strict", is_flag=True)
@click.option("--allow-empty", is_flag=True)
@click.option("--cache/--no-cache", "cached", default=True)
@click.option("--scheduler", metavar="ADDRESS")
def site(
    *,
    seeds: Path | None,
    target: Path,
    docs: Path | None,
    url: str,
    engine: str,
    press: str,
    strict: bool,
    allow_empty: bool,
    cached: bool,
    scheduler: str | None,
) -> None:
    """Build the whole site of a dossier."""
    with faults(), progress(words_here()) as tell, crew_for(dossier := dossier_at(seeds), tell, scheduler) as crew:
        kept, forge = _cache_of(target) if cached else None, told_by(os.environ)
        asked = Request(dossier, target.absolute(), url, forge, docs, engine, press == "on", allow_empty, kept)
        with started(asked, tell) as start:
            outcome = start.standing or _made(start, crew, tell)
    with faults():
        tell_outcome(outcome, "site", str(target / "index.html"), strict, crew.problems)


def _made(start: Start, crew: Crew, tell: Teller) -> Outcome:
    from generator import build

    return build.made(start, crew, tell)


@main.command()
@click.option("--json", "as_json", is_flag=True)
@click.argument("files", nargs=-1, required=True, type=_PATH)
def explain(as_json: bool, files: tuple[Path, ...]) -> None:
    """Say what each line of a file is, and what is known of the article. Nothing is written."""
    from generator.desk import single
    from generator.desk.explain import show
    from generator.desk.weights import weigh
    from generator.facts.record import record, unread
    from generator.lexicon import load_lexicon
    from generator.pages.datewords import step_words
    from generator.source.read import digest
    from generator.source.settings import Settings

    with faults():
        files = _there(files)
        failed, known = [], single.beside(files)
        for file in files:
            lexicon, guard = known[file.parent].lexicon, known[file.parent].guard
            say = partial(step_words, wording=lexicon.wording, settings=Settings())
            article = single.article_at(file, lexicon, guard)
            if isinstance(article, Problem):
                failed.append(article)
                if as_json:
                    told = unread(article, digest(file), lexicon.wording, _path(file, article.file))
                    click.echo(json.dumps(told, ensure_ascii=False))
            elif as_json:
                # No page tells the hash of a text where a name is withheld; whoever has the file may know it.
                told = record(article, lexicon.wording, say, _path(file, article.name)) | {"sha256": digest(file)}
                click.echo(json.dumps(told, ensure_ascii=False))
            else:
                missing = single.looked_for(file, lexicon, guard)
                show(Console(highlight=False), article, lexicon.wording, words_here(), weigh(article, lexicon), missing)
        show_problems(Console(stderr=True), (*_faults_of(known), *failed), load_lexicon().wording, words_here())


@main.command()
@click.option("--commits", nargs=2, metavar="BEFORE AFTER")
@click.option("--seeds", type=_PATH)
@click.option("--json", "as_json", is_flag=True)
@click.option("--detail", is_flag=True)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def diff(
    commits: tuple[str, str] | None, seeds: Path | None, as_json: bool, detail: bool, paths: tuple[Path, ...]
) -> None:
    """Say which values differ between two folders or files of `explain --json` output, or between two commits.

    PATHS are the two to compare; with --commits, the texts that both commits explain and make pages of.
    """
    from generator.desk.commits import at_commits
    from generator.desk.diff import as_plain, compare
    from generator.desk.differences import show_difference
    from generator.desk.explained import read_side

    if seeds and (paths or not commits):
        raise click.UsageError(words_here().say("usage.seeds-alone"))
    if not commits and len(paths) != len(("before", "after")):
        raise click.UsageError(words_here().say("usage.two-sides"))
    with faults(), progress(words_here()) as tell:
        sides = (
            at_commits(commits, paths or (there(seeds) if seeds else Path("seeds")), tell)
            if commits
            else map(read_side, paths)
        )
        found = compare(*sides)
    if as_json:
        click.echo(json.dumps(as_plain(found), ensure_ascii=False, indent=1))
    else:
        show_difference(Console(highlight=False), found, words_here(), detail=detail)
    sys.exit(int(bool(found)))


@main.command()
@click.option("--name", default=None)
@click.option("--subject", default=None)
@click.option("--repository", default=None, metavar="OWNER/NAME")
@click.option("--commit", default=None, metavar="SHA")
@click.argument("folder", type=_PATH)
def new(name: str | None, subject: str | None, repository: str | None, commit: str | None, folder: Path) -> None:
    """Write a dossier to begin from into FOLDER; no file that is there is touched."""
    from generator.desk.new import begin, explained, provenance
    from generator.lexicon.explanations import load_explanations
    from generator.source.settings import Settings

    with faults():
        home, given = provenance(repository, commit), {"name": name or folder.resolve().name, "subject": subject}
        said = {key: value for key, value in given.items() if value}
        begun = begin(folder, explained(Settings, load_explanations(DATA), said), home)
    words = words_here()
    for kind, files in (("kept", begun.kept), ("written", begun.written)):
        for file in files:
            click.echo(words.say(f"result.{kind}", path=folder / file))
    if not home.known:
        click.echo(words.say("result.homeless"))
    click.echo(words.say("result.begun", folder=shlex.quote(str(folder))))


@main.command()
@_SEEDS
@click.argument("what", nargs=-1, required=True)
def add(seeds: Path | None, what: tuple[str, ...]) -> None:
    """Put files or pages of the web into the dossier, each as it came, with a sidecar that tells its address."""
    from generator.desk.add import add_seed

    with faults():
        dossier = dossier_at(seeds)
    failed = False
    for one in what:
        try:
            for path in add_seed(dossier, one):
                click.echo(words_here().say("result.written", path=path))
        except BROKEN as error:
            complain(error)
            failed = True
    if failed:
        sys.exit(2)


@main.command()
@click.option("--base", type=_PATH, required=True)
@click.argument("files", nargs=-1, required=True, type=_PATH)
def summary(base: Path, files: tuple[Path, ...]) -> None:
    """Print as Markdown what each file gives now and gave before."""
    from generator.desk import single
    from generator.desk.summary import summarise
    from generator.lexicon import lexicon_of, load_lexicon

    with faults():
        base, files = there(base), _there(files)
        known = single.beside(files)
        for file in files:
            was, now = base / file.name, known[file.parent]
            before = single.article_at(was, lexicon_of(base), now.guard) if was.is_file() else None
            article = single.article_at(file, now.lexicon, now.guard)
            click.echo(summarise(article, before, now.lexicon.wording, words_here()))
        show_problems(Console(stderr=True), _faults_of(known), load_lexicon().wording, words_here())


@main.command()
@_SEEDS
@click.option("--site", "target", type=_PATH, default=Path("site"), show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--rounds", type=int, default=None, hidden=True)
def serve(seeds: Path | None, target: Path, port: int, rounds: int | None) -> None:
    """Build the site, show it on this machine, and rebuild it on every change."""
    from generator.site.serve import lies_apart
    from generator.site.serve import serve as show_site

    with faults():
        dossier, url = dossier_at(seeds), f"http://127.0.0.1:{port}/"
        lies_apart(target, dossier, INPUTS)
        rebuild = partial(_rebuild, dossier, target.absolute(), url)
        rebuild()
        show_site(target.absolute(), (dossier, *INPUTS), rebuild, port, rounds)


def _rebuild(dossier: Path, target: Path, url: str) -> None:
    """Build anew, lexicons too, and tell what came of it; a fault leaves the site of before standing."""
    from generator import build
    from generator.lexicon import load_lexicon

    load_lexicon.cache_clear()
    try:
        tell_outcome(build.site(dossier, target, url=url, cache=_cache_of(target)), "served", url)
    except BROKEN as error:
        complain(error)


@main.command()
@_SEEDS
@click.option("--out", "target", type=_PATH, default=Path("offline.zip"), show_default=True)
def offline(seeds: Path | None, target: Path) -> None:
    """Build the site as one zip whose pages open without a server and without a network."""
    from generator import build
    from generator.site.offline import zipped

    with (
        faults(),
        TemporaryDirectory() as folder,
        progress(words_here()) as tell,
        crew_for(dossier := dossier_at(seeds), tell) as crew,
    ):
        outcome = build.site(dossier, Path(folder) / "site", mapper=crew, tell=tell)
        zipped(Path(folder) / "site", target.absolute())
    with faults():
        tell_outcome(outcome, "offline", str(target), more=crew.problems)


@main.command("suggest-themes")
@_SEEDS
@click.option("--json", "as_json", is_flag=True)
@click.option("--write", "id_", metavar="ID")
@click.option("--most", default=PROPOSED, show_default=True, type=click.IntRange(1, 100))
def suggest_themes(seeds: Path | None, as_json: bool, id_: str | None, most: int) -> None:
    """Say what several articles have in common and no theme covers."""
    from generator import build
    from generator.desk.suggest import as_values, show_proposed, write_theme
    from generator.lexicon import lexicon_of
    from generator.pages.proposed import proposed

    with faults(), progress(words_here()) as tell, crew_for(dossier := dossier_at(seeds), tell) as crew:
        found = proposed(build.gather(dossier, lexicon_of(dossier), crew), most)
        if id_:
            click.echo(words_here().say("result.theme", path=write_theme(dossier, found, id_)))
        elif as_json:
            click.echo(json.dumps(as_values(found), ensure_ascii=False, indent=1))
        else:
            show_proposed(Console(highlight=False), found, words_here())


@main.command(context_settings={"ignore_unknown_options": True})
@click.option("--site", "target", type=_PATH, default=Path("site"), show_default=True)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000))
@click.option("--json", "as_json", is_flag=True)
@click.argument("query", nargs=-1)
def search(target: Path, limit: int, as_json: bool, query: tuple[str, ...]) -> None:
    """Ask the index of a built site."""
    from generator.desk.searching import as_found, ask, index_in, show_found

    asked = " ".join(query)
    if wrong := next((word for word in query if word.startswith("--") and word[2:].isascii()), None):
        raise click.NoSuchOption(wrong)
    if not asked.strip():
        raise click.UsageError(words_here().say("usage.no-query"))
    with faults():
        answer = ask(index_in(target), asked, limit)
    if as_json:
        click.echo(json.dumps(as_found(asked, answer), ensure_ascii=False))
    else:
        show_found(Console(highlight=False), answer, words_here())
    sys.exit(int(not answer.results))


@main.command()
@click.option("--jsonl", type=_PATH, required=True)
@click.option("--out", type=_PATH, required=True)
def index(jsonl: Path, out: Path) -> None:
    """Index JSON lines for the search engine, apart from any site."""
    from generator.lexicon import lexicon_of
    from generator.search.jsonlines import index_lines

    with faults():
        lexicon = lexicon_of(there(jsonl, folder=False).parent)
        sizes = index_lines(jsonl, out, lexicon.search)
        show_problems(Console(stderr=True), lexicon.faults, lexicon.wording, words_here())
    files = words_here().say("count.files", len(sizes))
    click.echo(words_here().say("result.index", place=out, files=files, bytes=f"{sum(sizes.values()):,}"))


def _faults_of(known: Mapping[Path, single.Beside]) -> tuple[Problem, ...]:
    """What is wrong with the lexicons that lie beside some files."""
    return tuple(fault for beside in known.values() for fault in beside.faults)


def _there(files: tuple[Path, ...]) -> tuple[Path, ...]:
    """Files that are named and there. Raises NamedError."""
    return tuple(there(file, folder=False) for file in files)


def _path(file: Path, name: str) -> str:
    """A file as it was given, with its name as it may be shown."""
    return printable(str(file)) if name == printable(file.name) else name


def _cache_of(site: Path) -> Path:
    """Where a site's builds leave what the next may use again: beside it, safe to delete."""
    return site.absolute().parent / _CACHE
