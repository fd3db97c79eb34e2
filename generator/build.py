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

from generator import clean
from generator.catalogue import gather as catalogues
from generator.catalogue.claims import place
from generator.catalogue.copies import Text, texts
from generator.check.laws import check
from generator.check.unnamed import unnamed, unnamed_rules
from generator.facts import editorial, extract
from generator.facts.names.survey import survey
from generator.facts.record import schema
from generator.facts.themes import classify
from generator.lexicon import Lexicon, load_lexicon
from generator.model import Article, Problem, Sidecar, Source
from generator.model.addresses import forward_path, markdown_path
from generator.model.corrections import SidecarFile
from generator.pages import pages
from generator.pages.desk import Desk
from generator.pages.escape import escape
from generator.pages.leftout import capped
from generator.render.markdown import MARKER, environment, render, render_forward
from generator.search.findable import index_files
from generator.site.engine import Name, Place, copy_tree, run_engine
from generator.site.finish import finish, unsafe
from generator.site.hold import alone, workshop
from generator.site.neutral import engine_scripts
from generator.site.publish import PublishError, UnsafeError, place_for, publish, recover
from generator.site.write import standing, write
from generator.source.history import read_history
from generator.source.read import (
    SEED_SUFFIX,
    SIDECAR_SUFFIXES,
    Folder,
    Limits,
    is_dossier,
    read_folder,
    read_seed,
    read_settings,
    read_sidecar,
    read_sidecars,
)
from generator.source.settings import parse_settings
from generator.source.sidecar import parse_sidecar
from generator.source.withholding.hider import Hider
from generator.source.withholding.known import Ref
from generator.source.withholding.protect import Protection, nearest, protection
from generator.source.withholding.withhold import (
    distinct_names,
    mentions,
    remains,
    said_in,
    withhold,
    withhold_in_article,
    withhold_in_problem,
    withhold_in_settings,
    withhold_in_sidecar,
    withhold_known,
)

ROOT = Path(__file__).resolve().parent.parent
PLACE = Place(ROOT / "mkdocs.yml", ROOT / "docs", ROOT / "templates" / "theme")
TEMPLATES = ROOT / "templates" / "pages"
# All that a site is made of beside its dossier.
INPUTS = (PLACE.config, PLACE.docs / "assets", ROOT / "templates", ROOT / "generator" / "data")

Seed = tuple[Source, Sidecar | None]
Mapper = Callable[[Callable[[Seed], Article], Iterable[Seed]], Iterable[Article]]


Teller = Callable[[str], None]


def _silent(_step: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class Outcome:
    """What a build made, for the report at its end."""

    articles: int
    pages: int
    problems: tuple[Problem, ...]


def article_of(lexicon: Lexicon, seed: Seed) -> Article:
    """The per-article stages: clean, extract, classify, correct, check. Withheld names are masked by now."""
    source, sidecar = seed
    cleaned = clean.clean(source, lexicon)
    facts, problems = extract(cleaned, lexicon)
    article = Article(cleaned, facts, classify(cleaned, lexicon), problems, stated=facts.stated)
    corrected = editorial.apply(article, sidecar)
    left = remains(source, sidecar)
    return replace(corrected, problems=(*clean.problems(cleaned), *left, *corrected.problems, *check(corrected)))


def _known(lexicon: Lexicon, refs: frozenset[Ref], seed: Seed) -> Article:
    """The article of a seed, read again without the words by which a stage still knew a withheld entry."""
    article = article_of(lexicon, seed)
    masked = mentions(article, refs) if refs else None
    return _known(lexicon, refs, (masked, seed[1])) if masked else article


def gather(folder: Path, lexicon: Lexicon, mapper: Mapper = map, standing: frozenset[str] = frozenset()) -> Desk:
    """A dossier folder as a complete, checked catalogue; nothing is written.

    `standing` holds the addresses of articles in the last build, which is all that a folder outside git remembers by.
    """
    read = read_folder(folder, _limits)
    settings, faults = parse_settings(read.settings)
    sidecars, problems = _sidecars(read, lexicon)
    guard = _guard(read, sidecars.values(), lexicon)
    hide, shown = guard.hide, unnamed(lexicon, guard.hide)
    sources = distinct_names(_protected(source, guard, lexicon) for source in read.sources)
    seeds = [(x, _guarded(sidecars.get(was.name), guard)) for was, x in zip(read.sources, sources, strict=True)]
    unnamed_article = partial(withhold_in_article, hide=hide, refs=guard.refs, themes=shown.themes.by_id)
    articles = tuple(map(unnamed_article, mapper(partial(_known, lexicon, guard.refs), seeds)))
    met = tuple(withhold_in_problem(p, hide) for p in (*read.problems, *faults, *problems, *guard.problems))
    names = {was.name: x.name for was, x in zip(read.sources, sources, strict=True)}
    history = read_history(folder).renamed(lambda name: names.get(name, name))
    unread = {p.file for p in met if p.file.endswith(SEED_SUFFIX)} - {a.name for a in articles}
    placed, clashes = place(articles, unread, lexicon.wording.letters, history, standing)
    anew = partial(_known, lexicon, guard.refs)
    published = [_corrected(text, lambda seed: unnamed_article(anew(seed))) for text in texts(placed)]
    cut = [p for text in published for p in capped(text.shown, settings.max_left_out)]
    found = catalogues.catalogue(published, articles, shown, history, (*met, *clashes, *cut))
    words = lexicon.wording.say("withheld")
    rules = {rule.id: rule for rule in unnamed_rules(clean.rules(lexicon), hide, words)}
    return Desk(found, shown, withhold_in_settings(settings, hide, words), rules)


def _limits(settings: str | None) -> Limits:
    """How much a seed may hold, by the text of its dossier's settings."""
    return parse_settings(settings)[0].limits


def _corrected(text: Text, anew: Callable[[Seed], Article]) -> Text:
    """A text as all its editors correct it: read once more where its own file's sidecar does not say it all."""
    was = text.shown
    if text.sidecar == was.sidecar:
        return text
    now = anew((was.cleaned.source, text.sidecar))
    # What is wrong with a sidecar was told of the file beside it.
    problems = (p for a, own in ((now, True), (was, False)) for p in a.problems if (p.file == was.name) == own)
    return replace(text, shown=replace(now, problems=tuple(problems)))


def _guard(read: Folder, sidecars: Iterable[Sidecar], lexicon: Lexicon) -> Protection:
    """What the sidecars of a folder protect: every name that one of them withholds is absent everywhere."""
    given = tuple(sidecars)
    withheld = (name for sidecar in given for name in sidecar.withheld)
    others = (read.settings or "", *(source.name for source in read.sources), *map(said_in, given))
    return protection(withheld, read.sources, others, lexicon)


def _guarded(sidecar: Sidecar | None, guard: Protection) -> Sidecar | None:
    return sidecar and withhold_in_sidecar(guard.of(sidecar), guard.hide)


def _protected(source: Source, guard: Protection, lexicon: Lexicon) -> Source:
    """A source with every withheld name masked, and in every form in which a stage would know its bearer."""
    hidden = withhold(source, guard.hide)
    if not guard.refs or hidden.text == source.text:
        return hidden
    found = survey(clean.clean(source, lexicon), lexicon.entities, lexicon.names)
    return withhold_known(hidden, source, found, guard.refs)


def masked(source: Source, sidecar: Sidecar | None, hide: Hider | None) -> Seed:
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
        sidecar, found = _parsed(file, text, lexicon)
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
        withheld=(*first.withheld, *second.withheld),
    )


def _parsed(file: str, text: str | None, lexicon: Lexicon) -> tuple[Sidecar, tuple[Problem, ...]]:
    return parse_sidecar(file, text, lexicon.themes.by_id, lexicon.withholding.protection)


def guard_of(folder: Path, lexicon: Lexicon) -> Protection:
    """What the sidecars of a folder protect; its texts are read only where some name is withheld."""
    texts = (text for _, text in read_sidecars(folder) if text and "withhold" in text)
    if not any(_parsed("", text, lexicon)[0].withheld for text in texts):
        return Protection()
    read = read_folder(folder, _limits)
    return _guard(read, _sidecars(read, lexicon)[0].values(), lexicon)


def article_at(file: Path, lexicon: Lexicon, guard: Protection | None = None) -> Article | Problem:
    """One seed with its sidecar as an article, apart from any dossier; the problem that keeps it from being read.

    `guard` is what the sidecars of its folder protect, found out where it is not given.
    """
    guard = guard_of(file.parent, lexicon) if guard is None else guard
    source = read_seed(file, _limits(read_settings(file.parent)))
    if isinstance(source, Problem):
        return withhold_in_problem(source, guard.hide)
    found = read_sidecar(file)
    sidecar, problems = _parsed(*found, lexicon) if found else (None, ())
    told = tuple(p for name, p in guard.told if sidecar and name in sidecar.withheld)
    seed = _protected(source, guard, lexicon), _guarded(sidecar, guard)
    article = withhold_in_article(_known(lexicon, guard.refs, seed), guard.hide, guard.refs)
    met = tuple(withhold_in_problem(p, guard.hide) for p in (*problems, *told))
    return replace(article, problems=(*met, *article.problems))


def looked_for(file: Path, lexicon: Lexicon, guard: Protection) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names that a seed's sidecar withholds and that stand nowhere, with the words of the seed most like them.

    For the editor's own terminal, never for anything that others read.
    """
    source, found = read_seed(file, _limits(read_settings(file.parent))), read_sidecar(file)
    sidecar = _parsed(*found, lexicon)[0] if found else None
    if isinstance(source, Problem) or sidecar is None:
        return ()
    return tuple((x.name, nearest(x, source.text)) for x in sidecar.withheld if x in guard.missing)


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
