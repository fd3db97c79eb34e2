"""A desk to a finished site in a work folder: its files, the engine or the press, the last look.

Invariant: what stands already with the bytes that it would have is neither made nor pressed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from generator.model import Problem
from generator.model.files import FileContent
from generator.model.kept import Kept
from generator.model.teller import Teller
from generator.pages import index_names, menu
from generator.pages.desk import Desk
from generator.pages.escape import escape
from generator.pages.face import face
from generator.site.assembly import Assembly
from generator.site.engine import ENGINES, EngineFiles, SiteName, copy_tree
from generator.site.files import drafted_files, undrawn
from generator.site.fingerprint import Tree, tree_of
from generator.site.finish import finish
from generator.site.hold import alone
from generator.site.outputs import Outputs
from generator.site.press.pressings import Pressings
from generator.site.press.run import Job, engine_tree, press_tree
from generator.site.press.statics import PAGE
from generator.site.theme import language_file
from generator.site.write import write
from generator.site.written import without_by_hand

# The lock of a docs folder.
DOCS_LOCK = ".mujaz.lock"


@dataclass(frozen=True)
class Plot:
    """Of what, where and whereto a site is made: the frame's files, a work folder, the place with what stands there,
    what earlier builds kept, a fingerprint of what all files rest on. `sound`: every link of what stands led somewhere.
    """

    parts: EngineFiles
    work: Path
    place: Path
    standing: Tree
    kept: Kept
    base: str
    sound: bool = False

    @property
    def fresh(self) -> Path:
        """Where the site is put together."""
        return self.work / "site"


@dataclass(frozen=True)
class Wanted:
    """What is asked for: the address that the site will have, the engine, and whether it makes every page itself; a
    docs folder that gets the generated files too.
    """

    url: str = ""
    engine: str = ENGINES[0]
    press: bool = True
    docs: Path | None = None


@dataclass(frozen=True)
class Built:
    """A finished site: what is wrong with it, its files by hash, how many pages were made for it."""

    problems: tuple[Problem, ...]
    holds: Tree
    pages: int


def made_site(plot: Plot, desk: Desk, wanted: Wanted, tell: Teller) -> Built:
    """Make a finished site of a desk in a work folder; its generated files go below a docs folder too, where one is
    given.
    """
    wording, tree = desk.lexicon.wording, plot.work / "tree"
    tree.mkdir()
    below = copy_tree(plot.parts, tree, language_file(wording))
    lying, base = tree_of(below), f"{plot.base} {_base_of(desk)}"
    files, blocked = Outputs(plot.kept, base, wording.direction, below, frozenset(lying)).of(
        drafted_files(desk, plot.kept, base)
    )
    clashes = _write_too(without_by_hand(files, desk), wanted.docs) if wanted.docs else ()
    called, about, link = (str(escape(text)) for text in (desk.name, desk.described, desk.say("frame.heading.link")))
    name = SiteName(called, about, wanted.url, menu(desk), wording.language, link, face(desk, files, index_names()))
    tell("engine")
    assembly = Assembly(plot.fresh, plot.place, plot.standing)
    job = Job(tree, name, files, assembly, Pressings(plot.kept, base), wanted.engine, wording.direction)
    made = press_tree(job) if wanted.press else engine_tree(job)
    tell("links")
    path, standing = urlsplit(wanted.url).path or "/", plot.standing if plot.sound else None
    last = finish(assembly, path, wording.direction, made.finished, plot.kept, standing)
    problems = dict.fromkeys((*clashes, *blocked, *made.problems, *last, *undrawn(desk)))
    return Built(tuple(problems), assembly.holds, count_pages(files))


def count_pages(files: Iterable[str]) -> int:
    """How many of some files are pages."""
    return sum(name.endswith(PAGE) for name in files)


def _base_of(desk: Desk) -> str:
    """A fingerprint of what of a desk any page may show beside its articles."""
    wording = desk.lexicon.wording
    parts = (desk.settings, desk.forge, desk.url, wording.language, sorted(desk.rules.items()), desk.lexicon.themes.all)
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _write_too(files: Mapping[str, FileContent], docs: Path) -> tuple[Problem, ...]:
    """Write generated files below a docs folder, one run at a time."""
    with alone(docs.resolve() / DOCS_LOCK, docs):
        return write(docs, files).problems
