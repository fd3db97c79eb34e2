"""The queries that readers put to the five named seeds (tests/search/dossier.yml), and how answers to them are judged.

`python -m tests.asking` prints the rows that the engine misses.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.search import findable
from tests import dossiers, engine, five

# How many rows of the table are missed as yet in the box, which shows six (14 of ten): never to be raised.
MISSED = 18

# A thing is among so many results, articles or not.
_SOON = 3


@dataclass(frozen=True)
class Asked:
    """A row of the table: articles by number that must all be found, one of them first; the address of a thing that
    must come soon; neither: no article may come.
    """

    query: str
    articles: tuple[int, ...] = ()
    thing: str | None = None

    def missed(self, hits: Sequence[str]) -> bool:
        """Whether an answer, as addresses below the site, is not what a reader of the texts expects."""
        if self.thing:
            return not any(hit.startswith(self.thing) for hit in hits[:_SOON])
        found = [int(hit.removeprefix("articles/")[:3]) for hit in hits if hit.startswith("articles/")]
        if not self.articles:
            return bool(found)
        return not set(self.articles) <= set(found) or found[0] not in self.articles


def table() -> tuple[Asked, ...]:
    """Every row, in the order of the file."""
    read = yaml.safe_load((five.ROOT / "tests/search/dossier.yml").read_text(encoding="utf-8"))
    found = (Asked(row["q"], tuple(row["in"])) for row in read["found"])
    things = (Asked(row["q"], thing=row["at"]) for row in read["things"])
    return (*found, *things, *map(Asked, read["nothing"]))


def misses(answers: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A line for each row that the answers, addresses by query, do not fulfil."""
    for row in table():
        if row.missed(answers[row.query]):
            wanted = row.thing or f"articles {', '.join(map(str, row.articles)) or 'none'}"
            yield f"{row.query}: {wanted}; got {', '.join(answers[row.query]) or 'nothing'}"


def asked_in_node(folder: Path) -> dict[str, list[str]]:
    """What the engine of the pages answers to each query over the five, as the box asks it."""
    desk = dossiers.desk(five.copy_to(folder / "five"))
    (folder / "index").mkdir()
    queries = [row.query for row in table()]
    found = engine.answers(
        folder / "index", [*findable.documents(desk)], queries, aids=findable.aids(desk), typing=True
    )
    return {query: [hit["url"] for hit in answer["hits"]] for query, answer in zip(queries, found, strict=True)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.stdout.write("\n".join(misses(asked_in_node(Path(made)))) + "\n")
