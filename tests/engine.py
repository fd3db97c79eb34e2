"""The search engine of the pages, run in Node over documents of a test."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.search import Aids, Document, Field, Passage, index
from tests import five, node

FOLDER = five.ROOT / "docs" / "assets" / "search"
WHOLE, SPLIT = 10**6, 0

_ASK = """
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
const { open } = await import(process.argv[1]);
const { folder, asked, lost, way } = JSON.parse(readFileSync(0, "utf8"));
const { IndexError } = await import(process.argv[1].replace("search.js", "files.js"));
const search = await open(async (name) => {
  if (name.startsWith(lost)) throw new IndexError("missing", name);
  return readFile(`${folder}/${name}`);
});
const answers = [];
for (const [query, options] of asked) answers.push(await search[way](query, options));
console.log(JSON.stringify(answers));
"""


def body(address: str, text: str) -> Document:
    """A document that is a paragraph."""
    return Document(address, (Passage(Field.BODY, text),))


def answers(
    folder: Path,
    documents: Sequence[Document],
    queries: Sequence[str],
    *,
    split_above: int = WHOLE,
    aids: Aids | None = None,
    lost: str = "no such file",
    **options: Any,
) -> list[dict[str, Any]]:
    """What the engine answers to each query; `lost` is how the names of missing files begin."""
    _write(folder, index(documents, aids or Aids(), split_above))
    return _asked(folder, [(query, options) for query in queries], "query", lost)


def suggestions(
    folder: Path, documents: Sequence[Document], typed: Sequence[str], *, split_above: int = WHOLE
) -> list[list[dict[str, Any]]]:
    """What is offered for each text that somebody types."""
    _write(folder, index(documents, Aids(), split_above))
    return _asked(folder, [(text,) for text in typed], "suggest", "no such file")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _asked(folder: Path, asked: Sequence[Sequence[Any]], way: str, lost: str) -> list[Any]:
    return _said(_ASK, FOLDER / "search.js", {"folder": str(folder), "asked": asked, "lost": lost, "way": way})


def called(module: str, function: str, arguments: Sequence[Sequence[Any]]) -> list[Any]:
    """What a function of one of the engine's modules gives for each row of arguments."""
    script = """
    import { readFileSync } from "node:fs";
    const { function: name, rows } = JSON.parse(readFileSync(0, "utf8"));
    const module = await import(process.argv[1]);
    console.log(JSON.stringify(rows.map((row) => module[name](...row))));
    """
    return _said(script, FOLDER / module, {"function": function, "rows": arguments})


def _said(script: str, module: Path, given: dict[str, Any]) -> list[Any]:
    done = node.run("--input-type=module", "--eval", script, module.as_uri(), said=json.dumps(given))
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found
