"""The conductor: from a dossier folder to a catalogue, from that to files, from those to a site."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import catalogue as catalogues
from generator import clean, editorial
from generator.addresses import markdown_path
from generator.check import check
from generator.classify import classify
from generator.engine import Name, Place, copy_tree, run_engine
from generator.extract import extract
from generator.finish import finish
from generator.history import read_history
from generator.lexicon import Lexicon, load_lexicon
from generator.model import Article, Problem, Sidecar, Source
from generator.pages import pages
from generator.pages.desk import Desk
from generator.publish import publish, recover
from generator.read import SEED_SUFFIX, Folder, read_folder, read_seed, read_sidecar
from generator.record import schema
from generator.render import MARKER, environment, render
from generator.settings import parse_settings
from generator.sidecar import SidecarFile, parse_sidecar
from generator.withhold import hide, remains, withhold
from generator.write import write

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
    """The per-article stages: clean, extract, classify, correct, check."""
    source, given = seed
    sidecar = editorial.protected(given, hide) if given else None
    names = sidecar.withhold if sidecar else ()
    masked = withhold(source, names)
    cleaned = clean.clean(masked, lexicon)
    facts, problems = extract(cleaned, lexicon)
    article = Article(cleaned, facts, classify(cleaned, lexicon), problems)
    corrected = editorial.apply(article, sidecar)
    met = (*clean.problems(cleaned), *remains(masked, names), *corrected.problems)
    return replace(corrected, problems=(*met, *check(corrected)))


def gather(folder: Path, lexicon: Lexicon, mapper: Mapper = map) -> Desk:
    """A dossier folder as a complete, checked catalogue; nothing is written."""
    read = read_folder(folder)
    settings, faults = parse_settings(read.settings)
    sidecars, problems = _sidecars(read, lexicon)
    seeds = [(source, sidecars.get(source.name)) for source in read.sources]
    articles = mapper(partial(article_of, lexicon), seeds)
    met = (*read.problems, *faults, *problems)
    found = catalogues.catalogue(articles, lexicon, read_history(folder), met)
    return Desk(found, lexicon, settings, {rule.id: rule for rule in clean.rules(lexicon)})


def _sidecars(read: Folder, lexicon: Lexicon) -> tuple[dict[str, Sidecar], tuple[Problem, ...]]:
    names = {source.name for source in read.sources}
    sidecars, problems = {}, []
    for file, text in read.sidecars:
        seed = file.rsplit(".", 1)[0] + SEED_SUFFIX
        if seed not in names:
            problems.append(Problem("warning", file, None, "sidecar-orphan", (("seed", seed),)))
            continue
        sidecars[seed], found = parse_sidecar(file, text, lexicon.themes.by_id)
        problems += found
    return sidecars, tuple(problems)


def article_at(file: Path, lexicon: Lexicon) -> Article | Problem:
    """One seed with its sidecar as an article, apart from any dossier; the problem that keeps it from being read."""
    source = read_seed(file)
    if isinstance(source, Problem):
        return source
    found = read_sidecar(file)
    if found is None:
        return article_of(lexicon, (source, None))
    sidecar, problems = parse_sidecar(*found, lexicon.themes.by_id)
    article = article_of(lexicon, (source, sidecar))
    return replace(article, problems=(*problems, *article.problems))


def files_of(desk: Desk) -> Mapping[str, str]:
    """Every generated file by its path below docs/."""
    made = environment(TEMPLATES)
    files = {markdown_path(page.address): render(page, desk, made) for page in pages(desk)}
    files["schemas/briefing.schema.json"] = _json(schema())
    files["schemas/sidecar.schema.json"] = _json(SidecarFile.model_json_schema())
    return files


def _json(value: dict[str, Any]) -> str:
    return json.dumps({"$comment": MARKER, **value}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def generate(folder: Path, docs: Path, mapper: Mapper = map, tell: Teller = _silent) -> Outcome:
    """Write a dossier's pages below a docs folder."""
    tell("reading, cleaning and extracting")
    desk = gather(folder, load_lexicon(), mapper)
    tell("writing pages")
    files = files_of(desk)
    written = write(docs, files)
    return _outcome(desk, files, written.problems)


def site(
    folder: Path,
    target: Path,
    *,
    url: str = "",
    docs: Path | None = None,
    engine: str = "mkdocs",
    mapper: Mapper = map,
    tell: Teller = _silent,
) -> Outcome:
    """Build a dossier's whole site and put it in the place of `target`. Raises EngineError."""
    tell("reading, cleaning and extracting")
    desk = gather(folder, load_lexicon(), mapper)
    tell("writing pages")
    files = files_of(desk)
    clashes = write(docs, files).problems if docs else ()
    name = Name(desk.name, desk.settings.description or desk.say("site.description"), url)
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    with tempfile.TemporaryDirectory(prefix=".mujaz-", dir=target.parent) as work:
        tree = Path(work, "tree")
        tree.mkdir()
        in_the_way = write(copy_tree(PLACE, tree), files).problems
        fresh = Path(work, "site")
        tell("turning pages into HTML")
        run_engine(tree, fresh, name, engine)
        tell("checking every link")
        broken = finish(fresh, urlsplit(url).path or "/")
        publish(fresh, target)
    return _outcome(desk, files, tuple(dict.fromkeys((*clashes, *in_the_way, *broken))))


def _outcome(desk: Desk, files: Mapping[str, str], more: tuple[Problem, ...]) -> Outcome:
    count = sum(name.endswith(".md") for name in files)
    return Outcome(len(desk.catalogue.entries), count, (*desk.catalogue.problems, *more))
