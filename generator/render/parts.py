"""What a dossier's data holds of one person, organisation, place, outlet or theme, as a JSON file of its own.

Linear: every row of the tables goes into as many of these files as it names things. A thing of one article has none,
for what there is to know of it stands in that article's data file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.model.addresses import data_path
from generator.pages.tables import FEWEST, Table

Row = Mapping[str, Any]


def own_files(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    """The files by their path below docs/."""
    rows = {table.name: [vars(row) for row in table.rows] for table in tables}
    articles = {row["article"]: row for row in rows["articles"]}
    mentions, said = _by("entity", rows["mentions"]), _by("speaker_entity", rows["quotations"])
    for row in rows["entities"]:
        own = mentions[row["entity"]]
        if row["articles"] >= FEWEST:
            held, counted = _of(own, articles), {"articles_count": row["articles"], "mentions_count": row["mentions"]}
            of = {**row, **counted, "articles": held, "mentions": own, "quotations": said[row["entity"]]}
            yield data_path(row["address"]), _file(of)
    for theme, own in _by("theme", rows["themes"]).items():
        held = _of(own, articles)
        if len(held) >= FEWEST:
            of = {"theme": theme, "label": own[0]["label"], "articles": held, "words": own}
            yield data_path(f"/themes/{theme}/"), _file(of)


def _by(column: str, rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row[column]:
            found[row[column]].append(row)
    return found


def _of(rows: Iterable[Row], articles: Mapping[str, Row]) -> Sequence[Row]:
    """The articles that some rows are of, each once."""
    return [articles[name] for name in dict.fromkeys(row["article"] for row in rows)]


def _file(of: Row) -> str:
    return json.dumps(of, ensure_ascii=False, separators=(",", ":")) + "\n"
