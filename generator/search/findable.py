"""What readers can find: the catalogue as documents of the search index, and its files below docs/.

Invariant: a document holds what its page shows of the article and nothing else: lines left out and articles that an
editor hides are not in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.catalogue.gather import ThemeGroup
from generator.catalogue.groups import Group
from generator.facts.table import FACET_NAMES, FACETS, KIND_OF, KINDS
from generator.model import EntityKind
from generator.model.kept import NOTHING_KEPT, Kept
from generator.pages.datewords import DIGITS
from generator.pages.desk import Desk
from generator.pages.placewords import country_name
from generator.pages.profile import published_and_cited
from generator.search import Aids, Document, Field, Passage, Promised, index
from generator.search.article import UNDATED, FindableArticle, Parts, as_seen, facet_values, facets_of, latin, year_of
from generator.search.names import KnownNames, known_names

FOLDER = "search/data/"
# A paragraph of an article's page has its source line in its id.
_ANCHOR = "l"

# What an answer may have to say of itself.
_NOTICES = (
    "absent",
    "near",
    "kin",
    "keyboard",
    "written",
    "nearby",
    "leftout",
    "unheld",
    "preferred",
    "partial",
    "unnarrowed",
    "between",
    "comma",
    "row",
    "offered",
)

# What one and what several of each kind are called.
_KIND_WORDS = tuple(f"{word}.{kind}" for word in ("kind", "kinds") for kind in KINDS)


def index_files(desk: Desk, kept: Kept = NOTHING_KEPT) -> dict[str, bytes]:
    """The files of the site's search index by their path below docs/."""
    return {FOLDER + name: data for name, data in index(promised(desk), aids(desk), kept=kept).items()}


def aids(desk: Desk) -> Aids:
    """What the site's index carries beside its documents."""
    return Aids(desk.lexicon.search, FACET_NAMES, _labels(desk), _ANCHOR, _says(desk), _names(desk))


def _says(desk: Desk) -> dict[str, object]:
    """What the box in the header says beside results, how it counts them, and what each kind of them is called."""
    wording = desk.lexicon.wording
    words = {name: wording.forms(f"search.{name}") for name in (*_NOTICES, *_KIND_WORDS)}
    counted = {name: wording.forms(f"search.{name}") for name in ("count", "copies")}
    return {"language": wording.language, "digits": DIGITS[desk.settings.digits], **counted, "words": words}


def _names(desk: Desk) -> KnownNames:
    """The names of the lexicons and of what the catalogue has a page for."""
    lexicon, groups = desk.lexicon, desk.catalogue.groups
    people = (
        name for thing in lexicon.entities.people.values() for name in (thing.name, *thing.variants, *thing.short)
    )
    kinds: tuple[EntityKind, ...] = ("organisation", "place")
    others = (
        name
        for kind in kinds
        for id_ in lexicon.entities.by_kind[kind]
        for name in lexicon.entities.single_words(kind, id_)
    )
    return known_names(
        (*people, *lexicon.names.given, *(group.name for group in groups if KIND_OF[group.kind] == "person")),
        (*others, *(group.name for group in groups if KIND_OF[group.kind] in kinds)),
    )


def documents(desk: Desk) -> Iterator[Document]:
    """What can be found, in the order of the index."""
    for each in promised(desk):
        yield each if isinstance(each, Document) else each.make()


def promised(desk: Desk) -> Iterator[Document | Promised]:
    """The listed articles, the last of lists first, then themes, people, organisations, places and outlets.

    Lists begin with what is new, so a new article is the last here, and the texts of all others keep their files. What
    a thing gives to the index is read as fast as what was kept of it, so things are made at once.
    """
    part = Parts(desk)
    for entry in reversed(desk.catalogue.listed):
        yield FindableArticle(desk, entry, tuple(facets_of(desk, part, entry.article)))
    for found in desk.catalogue.themes:
        yield _theme(desk, found)
    for group in desk.catalogue.groups:
        yield _thing(desk, group)


def _theme(desk: Desk, found: ThemeGroup) -> Document:
    theme, spots = found.theme, sum(len(hit.evidence) for _, hit in found.members)
    english = (Passage(Field.NAMES, theme.label_en),) if theme.label_en else ()
    passages = (
        Passage(Field.TITLE, as_seen(desk, theme.label)),
        Passage(Field.BODY, as_seen(desk, theme.description)),
        *english,
        Passage(Field.SAID, spots_in(desk, spots, len(found.members))),
    )
    return Document(found.address.lstrip("/"), passages, "theme", facets=(("kind", "theme"),), mentions=spots)


def _thing(desk: Desk, group: Group) -> Document:
    """What a person, organisation, place or outlet is found by, and what its line says: in what office, how often."""
    kind, spots = KIND_OF[group.kind], sum(len(member.evidence) for member in group.members)
    named = [as_seen(desk, text) for text in (_office(group), latin(group.id)) if text]
    said = (*named[: bool(_office(group))], *_known_as(desk, group), *_standing(desk, group, spots))
    passages = (
        Passage(Field.TITLE, as_seen(desk, group.name)),
        *(Passage(Field.NAMES, text) for text in named),
        Passage(Field.SAID, desk.say("list.dot").join(said)),
    )
    return Document(group.address.lstrip("/"), passages, kind, facets=(("kind", kind),), mentions=spots)


def _office(group: Group) -> str | None:
    """What the first article of its list that says so calls somebody; an outlet's part in an article is no office."""
    return None if group.kind == "outlets" else next((x.role for x in group.members if x.role), None)


def _known_as(desk: Desk, group: Group) -> Iterator[str]:
    """Of what kind a place or an organisation is and of which country, as far as a lexicon knows."""
    entities = desk.lexicon.entities
    place = entities.places.get(group.id) if group.kind == "places" else None
    body = entities.organisations.get(group.id) if group.kind == "organisations" else None
    if place:
        yield desk.say(f"search.place.{place.kind}")
    if body:
        yield desk.say(f"search.organisation.{body.kind}")
    country = entities.states.get((body.of_state if body else place.state if place else None) or "")
    if country:
        yield country_name(desk, country)


def _standing(desk: Desk, group: Group, spots: int) -> Iterator[str]:
    if group.kind == "outlets":
        return published_and_cited(desk, group)
    return iter((spots_in(desk, spots, len(group.members)),))


def spots_in(desk: Desk, spots: int, articles: int) -> str:
    """How often something stands, in how many articles; of articles whose text is not shown these alone."""
    where = desk.say("count.articles.in", count=articles)
    return desk.say(
        "search.spots", spots=desk.say("count.mentions", count=spots) if spots else "", articles=where
    ).strip()


def _labels(desk: Desk) -> Mapping[str, Mapping[str, str]]:
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    part = Parts(desk)
    for kind in KINDS:
        labels["kind"][kind] = desk.say(f"search.kinds.{kind}")
    labels["theme"] = {group.theme.id: group.theme.label for group in desk.catalogue.themes}
    for field in FACETS:
        if not field.group:
            found = (x for entry in desk.catalogue.listed for x in facet_values(part, field, entry.article))
            labels[field.one] = {value: as_seen(desk, name) for value, name in found}
    for group in desk.catalogue.groups:
        labels[KIND_OF[group.kind]][group.id] = as_seen(desk, group.name)
    years = {year_of(entry.article) for entry in desk.catalogue.listed} - {UNDATED}
    labels["year"] = {year: desk.digits(year) for year in years} | {UNDATED: desk.say("search.undated")}
    return labels
