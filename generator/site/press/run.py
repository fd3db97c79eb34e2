"""A tree of Markdown to a finished site: the engine makes the shells, the press puts every page into its own.

Invariant: the site is, byte for byte, what the engine makes of the whole tree, finished. In every build some real
pages are held against the engine's; a kind of pages that is not the engine's goes through it, and a problem says so.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.model import Problem
from generator.model.files import FileContent
from generator.site.assembly import Assembly
from generator.site.engine import EngineError, SiteName, run_engine
from generator.site.press.plan import Plan, Shown, plan, surroundings
from generator.site.press.press import Frameset, Press
from generator.site.press.pressings import Done, Pressings, html_of
from generator.site.press.proof import differing, proved
from generator.site.press.samples import Sample, sample
from generator.site.press.sitemap import Sitemap, sitemap_of
from generator.site.press.statics import PAGE, put_files
from generator.site.press.trees import Rendered, rendered, texts_of

_FIRST, _SECOND, _REAL, _REST = "first", "second", "real", "rest"
# The marks of the two samples of a key, and how many rows each has where pages have any.
_MARKS = {_FIRST: ("mza", 2), _SECOND: ("mzb", 3)}

Pair = tuple[Sample, Sample]


Mapper = Callable[[Callable[[str], Done], Iterable[str]], Iterable[Done]]


@dataclass(frozen=True)
class Job:
    """A tree to make a site of: where it lies, what it is called, how it is written; its generated files, of which
    those lie there that were made in this build; the site in the making, and what earlier builds pressed.
    """

    tree: Path
    name: SiteName
    files: Mapping[str, FileContent]
    assembly: Assembly
    pressed: Pressings
    engine: str = "mkdocs"
    direction: str = "rtl"

    @property
    def docs(self) -> Path:
        """Where the Markdown lies."""
        return self.tree / "docs"

    @property
    def fresh(self) -> Path:
        """Where the site goes."""
        return self.assembly.fresh

    def text(self, file: str) -> str:
        """A page's Markdown, which lies there afterwards."""
        self.lie(file)
        return (self.docs / file).read_text(encoding="utf-8")

    def lie(self, file: str) -> None:
        """Have a generated file in the tree."""
        path = self.docs / file
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.files[file].make())


@dataclass(frozen=True)
class Made:
    """A site as made but for the last look: what is wrong so far, and which pages, by their files, are finished."""

    problems: tuple[Problem, ...] = ()
    finished: frozenset[str] = frozenset()


def press_tree(job: Job, mapper: Mapper = map) -> Made:
    """Make a site of a tree, nearly all of its pages finished. Raises EngineError."""
    try:
        return _pressed(job, mapper)
    except EngineError:
        # What the engine had to make may lead to pages that only the whole tree has; and what is wrong with a tree is
        # said by an engine that read all of it.
        job.assembly.begin_anew()
        return engine_tree(job)


def engine_tree(job: Job) -> Made:
    """The same without a press: every page by the engine. Raises EngineError."""
    for file in job.files:
        job.lie(file)
    run_engine(job.tree, job.fresh, job.name, job.engine)
    return Made()


def _pressed(job: Job, mapper: Mapper) -> Made:
    pages = {file: content.framing for file, content in job.files.items() if file.endswith(PAGE)}
    found = plan(pages, surroundings(job.name))
    pairs = _pairs(job, found)
    made = _rendered(job, found, pairs)
    shells = {key: shell for key, pair in pairs.items() if (shell := _proved(pair, made, job.direction))}
    press, told = _held_against(Press(shells, found.around, job.name.heading_link), job, found, made[_REAL])
    sitemap = _sitemap(job, pairs.values(), made)
    made[_REAL].folder.rename(job.fresh)
    asked = [file for file in found.files if file not in found.others]
    standing = {file for file in asked if job.pressed.stands(press, file, job.files[file], job.assembly)}
    left = [file for file in asked if file not in standing]
    for file in left:
        job.lie(file)
    done = list(mapper(partial(press_file, press, job.docs, job.fresh), left))
    for each in done:
        job.pressed.keep(press, each, job.files[each.file], job.assembly)
    _by_engine(job, [each.file for each in done if each.contents is None])
    put_files(job.tree, job.files, job.assembly)
    finished = standing | {each.file for each in done if each.contents}
    unlisted = {file for file in finished if _is_unlisted(job.files[file])}
    sitemap.write(job.fresh, found.files, unlisted, job.name.url)
    problems = (*told, *_unproved(found, shells), *(problem for each in done for problem in each.problems))
    return Made(problems, frozenset(map(html_of, finished)))


def _is_unlisted(content: FileContent) -> bool:
    return "noindex" in str((content.framing or {}).get("robots", ""))


def _pairs(job: Job, found: Plan) -> dict[str, Pair]:
    """Two samples for each key, of its first and of its last page."""
    pairs = dict[str, Pair]()
    for number, (key, pages) in enumerate(found.keys.items()):
        one, two = (
            sample(f"{mark}{number}x", rows, page.file, _said(job, page), found.around)
            for page, (mark, rows) in zip(pages, _MARKS.values(), strict=True)
        )
        if one and two:
            pairs[key] = one, two
    return pairs


def _said(job: Job, page: Shown) -> Mapping[str, Any]:
    """All that a page says of itself: a sample has a mark for each of it."""
    return job.pressed.said(job.files[page.file], partial(job.text, page.file)) or page.said


def _rendered(job: Job, found: Plan, pairs: Mapping[str, Pair]) -> dict[str, Rendered]:
    real = {file: job.text(file) for file in (*found.held, *found.others)}
    trees = {
        _FIRST: texts_of([one for one, _ in pairs.values()]),
        _SECOND: texts_of([two for _, two in pairs.values()]),
        _REAL: real,
    }
    return rendered(job.tree, job.tree / "small", job.name, job.engine, trees)


def _proved(pair: Pair, made: Mapping[str, Rendered], direction: str) -> Frameset | None:
    one, two = pair
    return proved(one, two, (made[_FIRST].page(one.file), made[_SECOND].page(two.file)), direction)


def _unproved(found: Plan, shells: Mapping[str, Frameset]) -> list[Problem]:
    """A note on each kind of pages for which the engine has to work."""
    left = [pages[0] for key, pages in found.keys.items() if key not in shells]
    return [Problem("note", html_of(page.file), None, "press-unproved") for page in left]


def _held_against(press: Press, job: Job, found: Plan, real: Rendered) -> tuple[Press, list[Problem]]:
    """The press without the kinds of which a real page is not as the engine has it, and what tells of those."""
    told, kinds = list[Problem](), set[str]()
    for file in found.held:
        made = press.made(file, job.text(file))
        if made and differing(made, real.page(file), job.direction):
            told.append(Problem("warning", html_of(file), None, "press-differs"))
            kinds.add(found.kind_of(press.key(file, job.files[file].framing)))
    left = {key: shell for key, shell in press.shells.items() if found.kind_of(key) not in kinds}
    return Press(left, press.around, press.link), told


def press_file(press: Press, docs: Path, fresh: Path, file: str) -> Done:
    """Press a page of a folder into the site."""
    made = press.made(file, (docs / file).read_text(encoding="utf-8"))
    if made is None:
        return Done(file)
    _write(fresh / html_of(file), made.html)
    return Done(file, sha256(made.html).hexdigest(), made.contents, made.problems)


def _write(target: Path, data: bytes) -> None:
    """Write a file, and its folder only where that is missing: to ask costs as much as to write."""
    try:
        target.write_bytes(data)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _by_engine(job: Job, files: Iterable[str]) -> None:
    """Have the engine make pages that the press would not. Raises EngineError."""
    texts = {file: job.text(file) for file in files}
    if not texts:
        return
    made = rendered(job.tree, job.tree / "small", job.name, job.engine, {_REST: texts})[_REST]
    for file in texts:
        target = job.fresh / html_of(file)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made.folder / html_of(file), target)


def _sitemap(job: Job, pairs: Collection[Pair], made: Mapping[str, Rendered]) -> Sitemap:
    """What the engine's sitemap is like. Raises EngineError where that does not show."""
    folders = {called: made[called].folder for called in (_FIRST, _SECOND)}
    ones, twos = zip(*pairs, strict=True) if pairs else ((), ())
    files = [
        [*(one.file for one in samples), *made[called].stubs] for called, samples in ((_FIRST, ones), (_SECOND, twos))
    ]
    texts = [(folder / "sitemap.xml").read_text(encoding="utf-8") for folder in folders.values()]
    packed = folders[_FIRST] / "sitemap.xml.gz"  # Zensical makes none
    given = list(zip(files, texts, strict=True))
    found = sitemap_of(given, packed.read_bytes(), job.name.url) if packed.is_file() else None
    if found is None:
        raise EngineError("engine.refused", engine=job.engine, told="sitemap.xml")
    return found
