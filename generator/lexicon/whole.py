"""The lexicons: YAML read once, validated at the edge, and handed to the stages as one value.

Invariant: a `Lexicon` is complete and consistent; a fault in a YAML file is a `LexiconError` that names file and field.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generator.lexicon.chronology import Chronology, load_chronology
from generator.lexicon.dates import Dates, load_dates
from generator.lexicon.entities import Entities, Place, entities_of, load_entities
from generator.lexicon.furniture import Furniture, load_furniture
from generator.lexicon.institutions import InstitutionWords
from generator.lexicon.layer import OwnEntry, read_layer
from generator.lexicon.layers import consistent, layered
from generator.lexicon.layout import CHRONOLOGY, FOLDER, SEARCH
from generator.lexicon.lines import LineModel, load_line_model
from generator.lexicon.loading import Record, for_good, lexicon_files, read_record
from generator.lexicon.metadata import MetadataWords
from generator.lexicon.names import Names, load_names
from generator.lexicon.numbers import Numbers, load_numbers
from generator.lexicon.outlets import Outlets, load_outlets, outlets_of
from generator.lexicon.points import PointWords
from generator.lexicon.proposals import Formulas, load_formulas
from generator.lexicon.quality import Quality, load_quality
from generator.lexicon.reckoning import load_reckoning
from generator.lexicon.search import MoreWords, SearchWords, load_search, search_faults, search_of, without_faults
from generator.lexicon.speech import Speech
from generator.lexicon.summary import SummaryCues
from generator.lexicon.tables import TableWords
from generator.lexicon.themes import Themes, load_themes, themes_of
from generator.lexicon.tongues import Tongues, load_tongues
from generator.lexicon.withholding import Withholding, load_withholding
from generator.lexicon.wording import LANGUAGE, Wording, load_wording
from generator.model import Problem
from generator.place import DATA
from generator.reading.line import Asked


@dataclass(frozen=True)
class Lexicon(Asked):
    """All that the generator knows before it reads a seed."""

    wording: Wording
    furniture: Furniture
    themes: Themes
    speech: Speech
    numbers: Numbers
    outlets: Outlets
    entities: Entities
    names: Names
    dates: Dates
    chronology: Chronology
    search: SearchWords
    quality: Quality
    withholding: Withholding
    formulas: Formulas
    tongues: Tongues
    metadata: MetadataWords
    summary: SummaryCues
    institutions: InstitutionWords
    points: PointWords
    lines: LineModel
    tables: TableWords
    data: Path = DATA
    own: Path | None = None
    faults: tuple[Problem, ...] = ()
    brought: tuple[OwnEntry, ...] = ()

    def __reduce__(self) -> tuple[object, tuple[Path, ...]]:
        """What a worker gets is the folders: it reads the lexicon once, or has it from the process that began it.

        Carried along with every chunk of work, megabytes of phrases would cost more than the work itself.
        """
        # Called as it was, for a cache tells calls apart by their arguments.
        own = () if self.own is None else (self.own,)
        return load_lexicon, () if self.data == DATA and not own else (self.data, *own)


@lru_cache(maxsize=8)
def load_lexicon(data: Path = DATA, own: Path | None = None) -> Lexicon:
    """Every lexicon below a folder, and over it what a dossier brings in its own. Raises LexiconError for the first.

    What is wrong in a dossier's own is told as `faults`, and costs that file or entry alone.
    """
    if own is None:
        with for_good():
            return _load(data)
    # Called as it is most often, so that both are one in the cache.
    known = load_lexicon() if data == DATA else load_lexicon(data)
    with for_good(first=False):
        return _with_own(known, own)


def lexicon_of(dossier: Path, data: Path = DATA) -> Lexicon:
    """The lexicon of a dossier's folder: its own over the generator's, where it has one. Raises LexiconError."""
    own = dossier / FOLDER
    there = own.exists() or own.is_symlink()
    return load_lexicon(data, own) if there else load_lexicon() if data == DATA else load_lexicon(data)


def in_language(lexicon: Lexicon, language: str) -> Lexicon:
    """A lexicon whose interface speaks a language, where that is not what it speaks anyway. Raises LexiconError."""
    spoken = language in (LANGUAGE, lexicon.wording.language)
    return lexicon if spoken else replace(lexicon, wording=load_wording(lexicon.data, language))


def _load(data: Path) -> Lexicon:
    outlets, dates = load_outlets(data), load_dates(data)
    numbers = load_numbers(data, dates.months)
    return Lexicon(
        wording=load_wording(data),
        furniture=load_furniture(data),
        themes=load_themes(data),
        speech=read_record(data / "language/speech.yml", Speech),
        numbers=numbers,
        outlets=outlets,
        entities=load_entities(data, _not_places(outlets)),
        names=load_names(data),
        dates=dates,
        chronology=load_chronology(data),
        search=load_search(data, load_reckoning(data, numbers, dates)),
        quality=load_quality(data),
        withholding=load_withholding(data),
        formulas=load_formulas(data),
        tongues=load_tongues(data),
        metadata=read_record(data / "language/metadata.yml", MetadataWords),
        summary=read_record(data / "language/summary.yml", SummaryCues),
        institutions=read_record(data / "language/institutions.yml", InstitutionWords),
        points=read_record(data / "language/points.yml", PointWords),
        lines=load_line_model(data),
        tables=read_record(data / "wording/tables.yml", TableWords),
        data=data,
    )


def _not_places(outlets: Outlets) -> list[str]:
    """Names of outlets that may hold that of a place."""
    return [x.text for x in outlets.by_key.values() if not x.ambiguous and " " in x.text]


def _with_own(known: Lexicon, own: Path) -> Lexicon:
    """A lexicon with that of a dossier over it; what no entry of it touches stays as it is."""
    given, unread = read_layer(lexicon_files(own))
    things = _things(known, {entry.record.iso for entry in given if isinstance(entry.record, Place)})
    entries, unfit = consistent(things, given)
    search, searched = _search(known.search, entries)
    now = layered(things, entries)
    touched = {entry.kind for entry in entries}
    lexicon = replace(known, own=own, faults=(*unread, *unfit, *searched), brought=entries, search=search)
    if "outlets" in touched:
        lexicon = replace(lexicon, outlets=outlets_of(now["outlets"], known.outlets.cues))
    if touched & {"people", "organisations", "places", "outlets"}:
        named = (now["people"], now["organisations"], now["places"])
        lexicon = replace(lexicon, entities=entities_of(*named, _not_places(lexicon.outlets)))
    if touched & {"themes", "themes/groups"}:
        themes = themes_of(now["themes"], now["themes/groups"], known.themes.denying)
        lexicon = replace(lexicon, themes=themes)
    if "furniture" in touched:
        lexicon = replace(lexicon, furniture=replace(known.furniture, lists=now["furniture"]))
    if CHRONOLOGY in touched:
        lexicon = replace(lexicon, chronology=Chronology(tuple(now[CHRONOLOGY].values())))
    return lexicon


def _things(known: Lexicon, codes: Container[str | None]) -> dict[str, Mapping[str, Record]]:
    """What a dossier may add to, replace and take away, by kind. A state of CLDR gives way to one with its `codes`."""
    entities = known.entities
    places = {id_: x for id_, x in entities.places.items() if id_ not in entities.generated or x.iso not in codes}
    return {
        "people": entities.people,
        "organisations": entities.organisations,
        "places": places,
        "outlets": known.outlets.by_id,
        "furniture": known.furniture.lists,
        "themes": known.themes.by_id,
        "themes/groups": known.themes.groups,
        CHRONOLOGY: known.chronology.by_id,
        SEARCH: {},
    }


def _search(known: SearchWords, entries: Iterable[OwnEntry]) -> tuple[SearchWords, tuple[Problem, ...]]:
    """The words of search with a dossier's own, and what it says of them that cannot be."""
    entry = next((entry for entry in entries if isinstance(entry.record, MoreWords)), None)
    if entry is None or not isinstance(entry.record, MoreWords):
        return known, ()
    faults = tuple(search_faults(known, entry.record))
    return search_of(known, without_faults(entry.record, faults)), tuple(map(entry.problem, faults))
