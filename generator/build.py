"""The conductor: from a dossier folder to a catalogue, from that to files, from those to a site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator import clean
from generator.articles import Mapper, Seed, SeedReader
from generator.catalogue import gather as catalogues
from generator.catalogue.claims import place
from generator.catalogue.copies import Text, standing_elsewhere, texts, withdrawals
from generator.catalogue.gather import Catalogue
from generator.catalogue.points import chosen
from generator.catalogue.publishing import as_allowed
from generator.catalogue.traces import Tracer
from generator.check.examples import example_faults
from generator.check.unnamed import unnamed, unnamed_rules
from generator.facts.table import SIDECAR
from generator.lexicon import Lexicon, in_language, lexicon_of
from generator.model import Article
from generator.model.forge import Forge, Home
from generator.model.kept import NO_MEMORY, Kept, Memory
from generator.model.teller import Teller
from generator.pages.desk import Desk
from generator.pages.leftout import capped
from generator.site.files import all_files_of
from generator.site.fingerprint import frame_print, lexicon_print, print_of
from generator.site.finish import unsafe
from generator.site.hold import alone
from generator.site.lineage import entries_of, is_entry
from generator.site.making import DOCS_LOCK, Built, Plot, Wanted, count_pages, made_site
from generator.site.publish import PublishError, UnsafeError, publish
from generator.site.unchanged import LastBuild, left_in, remember
from generator.site.write import generated, listed, standing, write
from generator.site.written import with_own_pages
from generator.source.dossier import guarded, read_dossier, withheld_in
from generator.source.formats.registry import is_seed
from generator.source.history import place_within, read_history
from generator.source.logo import with_lasting_logo
from generator.source.own import NO_FILES, OwnFiles, read_written
from generator.source.settings import Settings
from generator.source.withholding.hider import Hider
from generator.source.withholding.withhold import (
    withhold_in_article,
    withhold_in_forge,
    withhold_in_own,
    withhold_in_problem,
    withhold_in_settings,
)
from generator.start import Outcome, Request, Start, refuse_no_dossier, silent, started

NOWHERE = Home()


def gather(
    folder: Path,
    lexicon: Lexicon,
    mapper: Mapper = map,
    standing: frozenset[str] = frozenset(),
    by_hand: OwnFiles = NO_FILES,
    home: Home = NOWHERE,
    memory: Memory = NO_MEMORY,
) -> Desk:
    """A dossier folder as a complete, checked catalogue; nothing is written.

    `standing` holds the addresses of articles in the last build, which is all that a folder outside git remembers by;
    `by_hand` are pages that the site has beside those of its dossier.
    """
    read = read_dossier(folder, lexicon, SIDECAR, memory.kept)
    guard, lexicon = read.guard, in_language(lexicon, read.settings.language)
    hide, shown = guard.hide, unnamed(lexicon, guard.hide)
    reader = SeedReader(lexicon, guard, f"{memory.words} {withheld_in(read)}", mapper, memory.kept, memory.lineage)
    sources = reader.masked(read.sources)
    seeds = [(x, guarded(read.sidecars.get(was.name), guard)) for was, x in zip(read.sources, sources, strict=True)]
    unnamed_article = partial(withhold_in_article, hide=hide, refs=guard.refs, themes=shown.themes.by_id)
    articles = tuple(map(unnamed_article, reader.articles(seeds)))
    own = withhold_in_own(read.own.beside(by_hand), hide)
    given = (*lexicon.faults, *example_faults(lexicon), *read.problems, *own.problems)
    met = tuple(withhold_in_problem(problem, hide) for problem in given)
    names = {was.name: x.name for was, x in zip(read.sources, sources, strict=True)}
    history = read_history(folder).renamed(lambda name: names.get(name, name))
    unread = {p.file for p in met if "/" not in p.file and is_seed(p.file)} - {a.name for a in articles}
    placed, clashes = place(articles, unread, lexicon.wording.letters, history, standing)
    words = lexicon.wording.say("withheld")
    settings = with_lasting_logo(withhold_in_settings(read.settings, hide, words), own)
    shown = replace(shown, points=shown.points.beside(settings.loaded_words))
    tracer = Tracer(shown, memory.kept, f"{memory.lexicon} {reader.rests_on} {settings.loaded_words}")
    alike = texts(placed, tracer.text)
    whole = [_corrected(text, lambda seed: unnamed_article(reader.anew(seed))) for text in alike]
    open_ = [as_allowed(text, read.settings.publish) for text in whole]
    cut = (p for text in open_ for p in capped(text.shown, read.settings.max_left_out))
    told = (*met, *clashes, *cut, *standing_elsewhere(placed, whole))
    made = replace(catalogues.catalogue(open_, articles, tracer, history, told), withdrawals=withdrawals(placed))
    home = Home(home.url, settings.kept_at(home.forge, place_within(folder)))
    return _desk(_with_points(made, settings, shown), shown, settings, own, hide, home)


def _desk(
    found: Catalogue, lexicon: Lexicon, settings: Settings, own: OwnFiles, hide: Hider | None, home: Home
) -> Desk:
    """A desk with what lies on it, without names that are withheld."""
    words = lexicon.wording.say("withheld")
    rules = {rule.id: rule for rule in unnamed_rules(clean.rules(lexicon), hide, words)}
    forge = withhold_in_forge(home.forge, hide)
    return with_own_pages(Desk(found, lexicon, settings, rules, own.assets, (), forge, home.url), own.pages)


def _with_points(found: Catalogue, settings: Settings, lexicon: Lexicon) -> Catalogue:
    """A catalogue with the points that an editor chose, and what is wrong with them."""
    wanted = chosen(found.listed, settings.points, lexicon)
    return replace(found, points=wanted.points, problems=(*found.problems, *wanted.problems))


def _corrected(text: Text, anew: Callable[[Seed], Article]) -> Text:
    """A text as all its editors correct it: read once more where its own file's sidecar does not say it all."""
    was = text.shown
    if text.sidecar == was.sidecar:
        return text
    now = anew((was.cleaned.source, text.sidecar))
    # What is wrong with a sidecar was told of the file beside it.
    problems = (p for a, own in ((now, True), (was, False)) for p in a.problems if (p.file == was.name) == own)
    return replace(text, shown=replace(now, problems=tuple(problems)))


def generate(
    folder: Path,
    docs: Path,
    *,
    forge: Forge | None = None,
    allow_empty: bool = False,
    mapper: Mapper = map,
    tell: Teller = silent,
) -> Outcome:
    """Write a dossier's pages below a docs folder. Raises PublishError."""
    tell("read")
    refuse_no_dossier(folder, allow_empty)
    with alone(docs.resolve() / DOCS_LOCK, docs):
        desk = _gathered(folder, docs, allow_empty, mapper, home=Home("", forge))
        tell("write")
        files = all_files_of(desk)
        written = write(docs, files)
    return _outcome(desk, Built(written.problems, {}, count_pages(files)))


def _gathered(
    folder: Path,
    place: Path,
    allow_empty: bool,
    mapper: Mapper,
    by_hand: OwnFiles = NO_FILES,
    home: Home = NOWHERE,
    memory: Memory = NO_MEMORY,
) -> Desk:
    """A dossier that may take the place of the last build. Raises PublishError for one that would leave it empty."""
    last = standing(place)
    desk = gather(folder, lexicon_of(folder), mapper, last, by_hand, home, memory)
    if last and not (desk.catalogue.entries or desk.catalogue.withdrawals) and not allow_empty:
        raise PublishError("dossier.emptied", folder=folder, place=place, number=len(last))
    return desk


def site(
    folder: Path,
    target: Path,
    *,
    url: str = "",
    forge: Forge | None = None,
    docs: Path | None = None,
    engine: str = "mkdocs",
    press: bool = True,
    allow_empty: bool = False,
    mapper: Mapper = map,
    tell: Teller = silent,
    cache: Path | None = None,
) -> Outcome:
    """Build a dossier's whole site and put it in the place of `target`, unless it stands there.

    Raises EngineError, PublishError, and UnsafeError where a page could run what nobody here wrote.
    """
    asked = Request(folder, target, url, forge, docs, engine, press, allow_empty, cache)
    with started(asked, tell) as start:
        return start.standing or made(start, mapper, tell)


def _memory(kept: Kept, folder: Path) -> Memory:
    """What earlier builds kept, with what has changed since in the lexicons that a dossier is read with."""
    entries = entries_of(folder, kept)
    entries.keep(kept)
    return Memory(kept, lexicon_print(folder), lexicon_print(folder, lambda path: not is_entry(path)), entries)


def made(start: Start, mapper: Mapper, tell: Teller) -> Outcome:
    """A site that does not stand yet, or not as it would be made now. Raises as `site` does."""
    asked, kept, last = start.asked, start.kept, start.last
    by_hand, memory = read_written(start.frame.docs, generated), _memory(kept, asked.folder)
    home = Home(asked.url, asked.forge)
    desk = _gathered(asked.folder, start.place, asked.allow_empty, mapper, by_hand, home, memory)
    tell("write")
    sound = last is not None and last.left[0] == print_of(start.holds) and last.is_sound
    base = f"{frame_print(start.frame, listed(start.frame.docs))} {memory.lexicon}"
    plot = Plot(start.frame, start.work, start.place, start.holds, kept, base, sound)
    site = made_site(plot, desk, Wanted(asked.url, asked.engine, asked.press, asked.docs), tell)
    if refused := unsafe(site.problems):
        raise UnsafeError(refused)
    publish(plot.fresh, start.place)
    outcome = _outcome(desk, site)
    left = print_of(site.holds), left_in(asked.docs) if asked.docs else ""
    remember(kept, LastBuild(start.made_of, left, outcome.articles, outcome.pages, outcome.problems))
    kept.sweep()
    return replace(outcome, problems=(*outcome.problems, *kept.problems))


def _outcome(desk: Desk, made: Built) -> Outcome:
    return Outcome(len(desk.catalogue.entries), made.pages, (*desk.catalogue.problems, *made.problems))
