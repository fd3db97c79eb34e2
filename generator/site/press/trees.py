"""What the engine gets to do where most pages are pressed: two trees of samples, and one of real pages.

The three are built by one process, for to start it takes longer than to build a small tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.site.engine import SiteName, Small, run_small
from generator.site.press.samples import Sample

_STUB = "---\ntitle: x\n---\n\n<div><h1>x</h1></div>\n"


def menu_files(name: SiteName) -> tuple[str, ...]:
    """The pages that the menu names: the engine refuses a tree without them."""
    return tuple(_files(name.menu))


def _files(rows: object) -> Iterator[str]:
    if isinstance(rows, str):
        yield from [rows] if rows.endswith(".md") else []
    elif isinstance(rows, Mapping):
        for each in rows.values():
            yield from _files(each)
    elif isinstance(rows, Collection):
        for each in rows:
            yield from _files(each)


@dataclass(frozen=True)
class Rendered:
    """A folder of what the engine made, and which pages in it stand for none."""

    folder: Path
    stubs: frozenset[str]

    def page(self, file: str) -> str:
        """A page of it, by its Markdown file."""
        return (self.folder / f"{file.removesuffix('.md')}.html").read_text(encoding="utf-8")


def rendered(
    tree: Path, work: Path, name: SiteName, engine: str, pages: Mapping[str, Mapping[str, str]]
) -> dict[str, Rendered]:
    """Trees of Markdown, by what each is called, as the engine renders them. Raises EngineError."""
    made, small = dict[str, Rendered](), list[Small]()
    for called, texts in pages.items():
        docs, out = work / called, work / f"{called}-out"
        stubs = frozenset(menu_files(name)) - texts.keys()
        for file, text in {**texts, **dict.fromkeys(stubs, _STUB)}.items():
            (docs / file).parent.mkdir(parents=True, exist_ok=True)
            (docs / file).write_text(text, encoding="utf-8")
        small.append(Small(docs, out))
        made[called] = Rendered(out, stubs)
    run_small(tree, small, name, engine)
    return made


def texts_of(samples: Collection[Sample]) -> dict[str, str]:
    """Samples as files."""
    return {sample.file: sample.markdown for sample in samples}
