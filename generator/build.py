"""The conductor: from a dossier folder to a catalogue, from that to files, from those to a site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import catalogue as catalogues
from generator import clean, editorial
from generator.addresses import forward_path, markdown_path
from generator.check import check
from generator.claims import place
from generator.classify import classify
from generator.copies import Text, texts
from generator.corrections import SidecarFile
from generator.engine import Name, Place, copy_tree, run_engine
from generator.escape import escape
from generator.extract import extract
from generator.findable import index_files
from generator.finish import finish, unsafe
from generator.history import read_history
from generator.hold import alone, workshop
from generator.lexicon import Lexicon, load_lexicon
from generator.model import Article, Problem, Sidecar, Source
from generator.neutral import engine_scripts
from generator.pages import pages
from generator.pages.desk import Desk
from generator.publish import PublishError, UnsafeError, place_for, publish, recover
from generator.read import (
    SEED_SUFFIX,
    SIDECAR_SUFFIXES,
    Folder,
    is_dossier,
    read_folder,
    read_seed,
    read_sidecar,
    read_sidecars,
)
from generator.record import schema
from generator.render import MARKER, environment, render, render_forward
from generator.settings import parse_settings
from generator.sidecar import parse_sidecar
from generator.withhold import Hide, hiding, remains, withhold, withhold_in_problem, withhold_in_sidecar
from generator.write import standing, write

ROOT = Path(__file__).resolve().parent.parent
PLACE = Place(ROOT / "mkdocs.yml", ROOT / "docs", ROOT / "templates" / "theme")
TEMPLATES = ROOT / "templates" / "pages"
# All that a site is made of beside its dossier.
INPUTS = (PLACE.config, PLACE.docs / "assets", ROOT / "templates", ROOT / "generator" / "data")

Mapper = Callable[
    [Callable[[tuple[Source, Sidecar | None]], Article], Iterable[tuple[Source, Sidecar | None]]], Iterable[Article]
]


Teller = Callable[[str], None]


def _silent(_step: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class Outcome:
    """What a build made, for the report at its end."""

    articles: int
    pages: int
    problems: tuple[Problem, ...]


def article_of(lexicon: Lexicon, seed: tuple[Source, Sidecar | None]) -> Article:
    """The per-article stages: clean, extract, classify, correct, check. Withheld names are masked by now."""
    source, sidecar = seed
    cleaned = clean.clean(source, lexicon)
    facts, problems = extract(cleaned, lexicon)
    article = Article(cleaned, facts, classify(cleaned, lexicon), problems, stated=facts.stated)
    corrected = editorial.apply(article, sidecar)
    left = remains(source, sidecar.withhold) if sidecar else ()
    return replace(corrected, problems=(*clean.problems(cleaned), *left, *corrected.problems, *check(corrected)))


def gather(folder: Path, lexicon: Lexicon, mapper: Mapper = map, standing: frozenset[str] = frozenset()) -> Desk:
    """A dossier folder as a complete, checked catalogue; nothing is written.

    `standing` holds the addresses of articles in the last build, which is all that a folder outside git remembers by.
    """
    read = read_folder(folder)
    settings, faults = parse_settings(read.settings)
    sidecars, problems = _sidecars(read, lexicon)
    hide = hiding(_withheld(sidecars.values()))
    seeds = [masked(source, sidecars.get(source.name), hide) for source in read.sources]
    articles = tuple(mapper(partial(article_of, lexicon), seeds))
    met = tuple(withhold_in_problem(p, hide) for p in (*read.problems, *faults, *problems))
    history = read_history(folder).renamed(hide or str)
    unread = {p.file for p in met if p.file.endswith(SEED_SUFFIX)} - {a.name for a in articles}
    placed, clashes = place(articles, unread, lexicon.wording.letters, history, standing)
    published = [_corrected(text, lexicon) for text in texts(placed)]
    found = catalogues.catalogue(published, articles, lexicon, history, (*met, *clashes))
    return Desk(found, lexicon, settings, {rule.id: rule for rule in clean.rules(lexicon)})


def _corrected(text: Text, lexicon: Lexicon) -> Text:
    """A text as all its editors correct it: read once more where its own file's sidecar does not say it all."""
    was = text.shown
    if text.sidecar == was.sidecar:
        return text
    anew = article_of(lexicon, (was.cleaned.source, text.sidecar))
    # What is wrong with a sidecar was told of the file beside it.
    problems = (p for a, own in ((anew, True), (was, False)) for p in a.problems if (p.file == was.name) == own)
    return replace(text, shown=replace(anew, problems=tuple(problems)))


def _withheld(sidecars: Iterable[Sidecar]) -> tuple[str, ...]:
    """Every name that some sidecar withholds: it is absent everywhere, not in one article alone."""
    return tuple(name for sidecar in sidecars for name in sidecar.withhold)


def masked(source: Source, sidecar: Sidecar | None, hide: Hide | None) -> tuple[Source, Sidecar | None]:
    """A seed and its sidecar without the names to be hidden."""
    return withhold(source, hide), sidecar and withhold_in_sidecar(sidecar, hide)


def _sidecars(read: Folder, lexicon: Lexicon) -> tuple[dict[str, Sidecar], tuple[Problem, ...]]:
    """The sidecars by the name of their seed. What a second one, or one without a seed, protects stays protected."""
    names = {source.name for source in read.sources} | {p.file for p in read.problems}
    sidecars, problems = dict[str, Sidecar](), list[Problem]()
    for file, text in sorted(read.sidecars, key=lambda x: (not x[0].endswith(SIDECAR_SUFFIXES[0]), x[0])):
        seed = file.rsplit(".", 1)[0] + SEED_SUFFIX
        if seed not in names:
            problems.append(Problem("warning", file, None, "sidecar-orphan", (("seed", seed),)))
        sidecar, found = parse_sidecar(file, text, lexicon.themes.by_id)
        first = sidecars.get(seed)
        if first:
            problems.append(Problem("error", file, None, "sidecar-twice", (("first", first.file),)))
            sidecar = _together(first, sidecar)
        sidecars[seed] = sidecar
        problems += found
    return sidecars, tuple(problems)


def _together(first: Sidecar, second: Sidecar) -> Sidecar:
    """The first of two sidecars, with what either protects."""
    return replace(
        first,
        publish=first.publish and second.publish,
        hidden=first.hidden or second.hidden,
        refused=first.refused or second.refused,
        withhold=(*first.withhold, *second.withhold),
    )


def withheld_in(folder: Path, lexicon: Lexicon) -> tuple[str, ...]:
    """Every name that the sidecars of a folder withhold."""
    texts = (text for _, text in read_sidecars(folder) if text and "withhold" in text)
    return _withheld(parse_sidecar("", text, lexicon.themes.by_id)[0] for text in texts)


def article_at(file: Path, lexicon: Lexicon, withheld: Iterable[str] = ()) -> Article | Problem:
    """One seed with its sidecar as an article, apart from any dossier; the problem that keeps it from being read.

    `withheld` are names that other sidecars of its folder withhold.
    """
    source = read_seed(file)
    if isinstance(source, Problem):
        return source
    found = read_sidecar(file)
    sidecar, problems = parse_sidecar(*found, lexicon.themes.by_id) if found else (None, ())
    hide = hiding((*withheld, *(sidecar.withhold if sidecar else ())))
    article = article_of(lexicon, masked(source, sidecar, hide))
    return replace(article, problems=(*(withhold_in_problem(p, hide) for p in problems), *article.problems))


def files_of(desk: Desk) -> Mapping[str, str]:
    """Every generated file by its path below docs/."""
    made = environment(TEMPLATES)
    files = {markdown_path(page.address): render(page, desk, made) for page in pages(desk)}
    titles = {entry.address: desk.title_of(entry.article) for entry in desk.catalogue.entries}
    for each in desk.catalogue.forwards:
        files[forward_path(each.address)] = render_forward(each, titles[each.target], desk, made)
    files["schemas/briefing.schema.json"] = _json(schema())
    files["schemas/sidecar.schema.json"] = _json(SidecarFile.model_json_schema())
    return files


def all_files_of(desk: Desk) -> dict[str, str | bytes]:
    """Every generated file, those of the search index too."""
    return {**files_of(desk), **index_files(desk)}


def _json(value: dict[str, Any]) -> str:
    return json.dumps({"$comment": MARKER, **value}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def generate(
    folder: Path, docs: Path, *, allow_empty: bool = False, mapper: Mapper = map, tell: Teller = _silent
) -> Outcome:
    """Write a dossier's pages below a docs folder. Raises PublishError."""
    tell("reading, cleaning and extracting")
    _refuse_no_dossier(folder, allow_empty)
    with alone(docs.resolve() / _DOCS_LOCK, docs):
        desk = _gathered(folder, docs, allow_empty, mapper)
        tell("writing pages")
        files = all_files_of(desk)
        written = write(docs, files)
    return _outcome(desk, files, written.problems)


_ALLOW = "add --allow-empty"


def _refuse_no_dossier(folder: Path, allow_empty: bool) -> None:
    """Raises PublishError for a folder without texts and settings, which is most often the wrong one."""
    if not (allow_empty or is_dossier(folder)):
        raise PublishError(f"{folder} holds no text (NAME.txt) and no dossier.yml; name another folder, or {_ALLOW}")


def _gathered(folder: Path, place: Path, allow_empty: bool, mapper: Mapper) -> Desk:
    """A dossier that may take the place of the last build. Raises PublishError for one that would leave it empty."""
    last = standing(place)
    desk = gather(folder, load_lexicon(), mapper, last)
    if last and not desk.catalogue.entries and not allow_empty:
        raise PublishError(f"{folder} has no article to publish, and {place} has {len(last)}: it stays, or {_ALLOW}")
    return desk


def site(
    folder: Path,
    target: Path,
    *,
    url: str = "",
    docs: Path | None = None,
    engine: str = "mkdocs",
    allow_empty: bool = False,
    mapper: Mapper = map,
    tell: Teller = _silent,
) -> Outcome:
    """Build a dossier's whole site and put it in the place of `target`.

    Raises EngineError, PublishError, and UnsafeError where a page could run what nobody here wrote.
    """
    place = place_for(target)
    tell("reading, cleaning and extracting")
    _refuse_no_dossier(folder, allow_empty)
    with workshop(place) as work:
        recover(place)
        desk = _gathered(folder, place, allow_empty, mapper)
        tell("writing pages")
        files = all_files_of(desk)
        clashes = _kept(docs, files) if docs else ()
        broken = _built(work, desk, files, url, engine, tell)
        if refused := unsafe(broken):
            raise UnsafeError(refused)
        publish(work / _FRESH, place)
    return _outcome(desk, files, tuple(dict.fromkeys((*clashes, *broken))))


_FRESH = "site"


def _built(
    work: Path, desk: Desk, files: Mapping[str, str | bytes], url: str, engine: str, tell: Teller
) -> tuple[Problem, ...]:
    """Make a finished site of generated files in a work folder; gives what is wrong with it."""
    described = desk.settings.description or desk.say("site.description")
    name = Name(str(escape(desk.name)), str(escape(described)), url)
    tree, fresh = work / "tree", work / _FRESH
    tree.mkdir()
    in_the_way = write(copy_tree(PLACE, tree), files).problems
    tell("turning pages into HTML")
    with ThreadPoolExecutor(1) as beside:
        scripts = beside.submit(engine_scripts, tree, work, url, engine)
        run_engine(tree, fresh, name, engine)
    tell("checking every link")
    return (*in_the_way, *finish(fresh, urlsplit(url).path or "/", scripts.result()))


def _kept(docs: Path, files: Mapping[str, str | bytes]) -> tuple[Problem, ...]:
    """Write generated files below a docs folder, one run at a time."""
    with alone(docs.resolve() / _DOCS_LOCK, docs):
        return write(docs, files).problems


_DOCS_LOCK = ".mujaz.lock"


def _outcome(desk: Desk, files: Mapping[str, str | bytes], more: tuple[Problem, ...]) -> Outcome:
    count = sum(name.endswith(".md") for name in files)
    return Outcome(len(desk.catalogue.entries), count, (*desk.catalogue.problems, *more))
