"""A tree of Markdown to a finished site: the engine makes the shells, the press puts every page into its own.

Invariant: the site is, byte for byte, what the engine makes of the whole tree, finished. In every build some real
pages are held against the engine's; a kind of pages that is not the engine's goes through it, and a problem says so.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.model import Problem
from generator.site.engine import EngineError, SiteName, run_engine
from generator.site.links import Leads
from generator.site.press.plan import Plan, plan, surroundings
from generator.site.press.press import Frameset, Press
from generator.site.press.proof import differing, proved
from generator.site.press.samples import Sample, sample
from generator.site.press.sitemap import Sitemap, sitemap_of
from generator.site.press.statics import left_alone, put_beside
from generator.site.press.trees import Rendered, rendered, texts_of

_FIRST, _SECOND, _REAL, _REST = "first", "second", "real", "rest"
# The marks of the two samples of a key, and how many rows each has where pages have any.
_MARKS = {_FIRST: ("mza", 2), _SECOND: ("mzb", 3)}

Pair = tuple[Sample, Sample]


@dataclass(frozen=True)
class Done:
    """A page that was pressed, or was not: then the engine has to make it."""

    file: str
    contents: Leads | None = None
    problems: tuple[Problem, ...] = ()


Mapper = Callable[[Callable[[str], Done], Iterable[str]], Iterable[Done]]


@dataclass(frozen=True)
class Job:
    """A complete tree to make a site of: where it lies and goes, what it is called, how it is written."""

    tree: Path
    fresh: Path
    name: SiteName
    engine: str = "mkdocs"
    direction: str = "rtl"

    @property
    def docs(self) -> Path:
        """Where the Markdown lies."""
        return self.tree / "docs"

    def text(self, file: str) -> str:
        """A page's Markdown."""
        return (self.docs / file).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Made:
    """A site as made but for the last look: what is wrong so far, and what the pages hold that are finished."""

    problems: tuple[Problem, ...] = ()
    finished: Mapping[str, Leads] = field(default_factory=dict)


def press_tree(job: Job, mapper: Mapper = map) -> Made:
    """Make a site of a complete tree, nearly all of its pages finished. Raises EngineError."""
    try:
        return _pressed(job, mapper)
    except EngineError:
        # What the engine had to make may lead to pages that only the whole tree has; and what is wrong with a tree is
        # said by an engine that read all of it.
        _without_pressed(job)
        return engine_tree(job)


def _without_pressed(job: Job) -> None:
    """Take finished pages out of a tree again: they lie beside the Markdown that they are made of."""
    for path in [*job.docs.rglob("*.md")]:
        path.with_suffix(".html").unlink(missing_ok=True)


def engine_tree(job: Job) -> Made:
    """The same without a press: every page by the engine. Raises EngineError."""
    run_engine(job.tree, job.fresh, job.name, job.engine)
    return Made()


def _pressed(job: Job, mapper: Mapper) -> Made:
    found = plan(job.docs, surroundings(job.name))
    pairs = _pairs(found)
    made = _rendered(job, found, pairs)
    shells = {key: shell for key, pair in pairs.items() if (shell := _proved(pair, made, job.direction))}
    press, told = _held_against(Press(shells, found.around, job.name.heading_link), job, found, made[_REAL])
    sitemap = _sitemap(job, pairs.values(), made)
    done = list(mapper(partial(press_file, press, job), [file for file in found.files if file not in found.others]))
    _by_engine(job, [each.file for each in done if each.contents is None])
    put_beside(made[_REAL].folder, job.docs, {*map(_page, made[_REAL].stubs)})
    left_alone(job.tree)
    job.docs.rename(job.fresh)
    finished = {_page(each.file): each.contents for each in done if each.contents}
    unlisted = {each.file for each in done if each.contents and each.contents.unlisted}
    sitemap.write(job.fresh, found.files, unlisted, job.name.url)
    problems = (*told, *_unproved(found, shells), *(problem for each in done for problem in each.problems))
    return Made(problems, finished)


def _pairs(found: Plan) -> dict[str, Pair]:
    """Two samples for each key, of its first and of its last page."""
    pairs = dict[str, Pair]()
    for number, (key, pages) in enumerate(found.keys.items()):
        one, two = (
            sample(f"{mark}{number}x", rows, page.file, page.said, found.around)
            for page, (mark, rows) in zip(pages, _MARKS.values(), strict=True)
        )
        if one and two:
            pairs[key] = one, two
    return pairs


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
    return [Problem("note", _page(page.file), None, "press-unproved") for page in left]


def _held_against(press: Press, job: Job, found: Plan, real: Rendered) -> tuple[Press, list[Problem]]:
    """The press without the kinds of which a real page is not as the engine has it, and what tells of those."""
    told, kinds = list[Problem](), set[str]()
    for file in found.held:
        made = press.made(file, job.text(file))
        if made and differing(made, real.page(file), job.direction):
            told.append(Problem("warning", _page(file), None, "press-differs"))
            kinds.add(found.kind_of(press.key(file, job.text(file))))
    left = {key: shell for key, shell in press.shells.items() if found.kind_of(key) not in kinds}
    return Press(left, press.around, press.link), told


def press_file(press: Press, job: Job, file: str) -> Done:
    """Press a page of the tree into the site."""
    made = press.made(file, job.text(file))
    if made is None:
        return Done(file)
    (job.docs / _page(file)).write_bytes(made.html)
    return Done(file, made.contents, made.problems)


def _by_engine(job: Job, files: Iterable[str]) -> None:
    """Have the engine make pages that the press would not. Raises EngineError."""
    texts = {file: job.text(file) for file in files}
    if not texts:
        return
    made = rendered(job.tree, job.tree / "small", job.name, job.engine, {_REST: texts})[_REST]
    for file in texts:
        shutil.copyfile(made.folder / _page(file), job.docs / _page(file))


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


def _page(file: str) -> str:
    return f"{file.removesuffix('.md')}.html"
