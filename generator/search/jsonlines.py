"""Indexes JSON lines apart from any site: a file of documents to a folder that the search engine opens."""

from __future__ import annotations

from pathlib import Path

from generator.lexicon.search import SearchWords
from generator.search import ROOT, Aids, index
from generator.search.lines import read_documents


def index_lines(source: Path, out: Path, words: SearchWords) -> dict[str, int]:
    """Index `{"id", "title", "text"}` lines into a folder; gives the size of each file. Raises LineError, OSError.

    The root is written last: until then the folder opens as it was, or not at all. Files of an earlier index go.
    """
    with source.open("rb") as lines:
        files = index(read_documents(lines), Aids(words))
    out.mkdir(parents=True, exist_ok=True)
    for name in sorted(files, key=lambda name: name == ROOT):
        (out / name).write_bytes(files[name])
    for old in out.glob("*-????????.bin"):
        if old.name not in files:
            old.unlink()
    return {name: len(data) for name, data in files.items()}
