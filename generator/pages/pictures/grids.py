"""Which papers write of which themes, and who speaks of which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue.groups import Entry
from generator.catalogue.institutions import institution_of
from generator.lexicon.themes import Theme
from generator.model import Quote
from generator.pages.desk import Desk
from generator.pages.pictures.grid import Meeting, Track, drawn, gridded
from generator.pages.pictures.shapes import Picture
from generator.pages.sourcewords import paper
from generator.pages.voices import voice


def themes_by_outlets(desk: Desk) -> Picture | None:
    """Themes against those who publish of them, by articles; None without two of each."""
    grid = gridded(_published(desk), desk.say("picture.others"))
    return drawn(desk, grid, "outlets", desk.say("picture.outlets.note")) if grid else None


def _published(desk: Desk) -> Iterator[Meeting]:
    for group in desk.catalogue.themes:
        for entry, _ in group.members:
            yield Meeting(_theme(desk, group.theme), _outlet(desk, entry), entry.address)


def _theme(desk: Desk, theme: Theme) -> Track:
    return Track(theme.id, theme.label, desk.theme_address(theme.id))


def _outlet(desk: Desk, entry: Entry) -> Track:
    outlet = entry.article.facts.outlet
    return (
        Track(outlet.name, paper(desk, outlet.name)) if outlet else Track("", desk.say("picture.unknown"), None, True)
    )


def themes_by_speakers(desk: Desk) -> Picture | None:
    """Themes against those for whom speakers speak, by direct sayings; None without two of each."""
    sayings = [(entry, quote) for entry in desk.catalogue.listed for quote in entry.article.facts.quotes]
    direct = [(entry, quote) for entry, quote in sayings if not quote.is_reported]
    met = list(_spoken_of(desk, direct))
    grid = gridded(met, desk.say("picture.others"))
    if grid is None:
        return None
    rest = len(direct) - len({each.thing for each in met})
    left = [desk.say("picture.speakers.without", count=rest)] if rest else []
    return drawn(desk, grid, "speakers", " ".join([desk.say("picture.speakers.note"), *left]))


def _spoken_of(desk: Desk, sayings: Iterable[tuple[Entry, Quote]]) -> Iterator[Meeting]:
    """Each saying with the themes that words of its own paragraph prove."""
    for entry, quote in sayings:
        facts, cleaned = entry.article.facts, entry.article.cleaned
        paragraph = cleaned.holder(quote.line).number
        themes = [
            hit.id for hit in facts.themes if any(cleaned.holder(x.line).number == paragraph for x in hit.evidence)
        ]
        if themes:
            institution = institution_of(quote, facts, desk.lexicon)
            name = voice(desk, institution)
            column = Track(f"{institution.kind} {institution.id}", name, None, institution.kind == "unknown")
            for theme in map(desk.lexicon.themes.by_id.__getitem__, themes):
                yield Meeting(_theme(desk, theme), column, (entry.address, quote.line, quote.start))
