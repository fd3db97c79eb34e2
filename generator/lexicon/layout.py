"""How a dossier's own lexicon lies: its folder, and what may stand there; the records of each are in `layer`."""

FOLDER = "lexicon"
CHRONOLOGY, SEARCH = "chronology.yml", "search.yml"
THINGS = frozenset(
    {"people", "organisations", "places", "outlets", "furniture", "themes", "themes/groups", CHRONOLOGY, SEARCH}
)
"""A folder with a file a thing, or a file."""
