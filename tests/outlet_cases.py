"""Reads the cases of outlets and authors: a page, three hyphens, what must come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.clean import clean
from generator.facts.extract import extract
from generator.lexicon import load_lexicon
from generator.model import Facts, Source

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A page of one's own and what must be found on it, by field."""

    name: str
    page: str
    expected: dict[str, str]


def cases(folder: str) -> Iterator[Case]:
    """Every case of every file of a folder below tests/cases/."""
    for path in sorted((CASES / folder).glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, rest = block.partition("\n")
            page, _, wanted = rest.partition("\n---\n")
            fields = dict(line.split(": ", 1) for line in wanted.strip().splitlines())
            yield Case(f"{path.stem}: {name}", page + "\n", fields)


def facts_of(page: str) -> Facts:
    """The facts of a page as the generator finds them."""
    lexicon = load_lexicon()
    return extract(clean(Source("case.txt", "0" * 64, "utf-8", page), lexicon), lexicon)[0]
