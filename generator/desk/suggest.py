"""`suggest-themes`: what themes a dossier might have, as a table or as JSON, and one of them as a file begun."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from generator.desk.new import SCHEMAS as DOSSIERS
from generator.lexicon.schemas import schema_line
from generator.lexicon.wording import Messages
from generator.model.fault import CommandError
from generator.pages.proposed import ProposedTheme
from generator.place import CHECKOUT, SCHEMAS
from generator.reading.letters import display

PLACE = "lexicon/themes"
"""Where a dossier has its themes."""


class SuggestError(CommandError):
    """A theme that cannot be written."""


def as_values(proposed: Iterable[ProposedTheme]) -> list[dict[str, Any]]:
    """Proposals for JSON."""
    return [
        {
            "id": each.id,
            "label": each.label,
            "phrases": each.phrases,
            "why": each.why,
            "articles": [{"title": x.text, "address": x.address} for x in each.articles],
        }
        for each in proposed
    ]


def show_proposed(console: Console, proposed: Sequence[ProposedTheme], words: Messages) -> None:
    """A table of proposals; plain lines where there is no terminal."""
    if not console.is_terminal:
        for each in proposed:
            row = (each.id, str(each.count), each.label, ", ".join(each.phrases), each.why)
            console.print(" | ".join(map(display, row)), markup=False, soft_wrap=True)
        return
    heads = (words.say(f"proposed.{name}") for name in ("id", "articles", "theme", "with", "why"))
    table = Table(*heads, title_justify="left")
    for each in proposed:
        row = (each.id, str(each.count), each.label, "\n".join(each.phrases), each.why)
        table.add_row(*(escape(display(cell)) for cell in row))
    console.print(table)


def write_theme(folder: Path, proposed: Sequence[ProposedTheme], id_: str) -> Path:
    """Begin a theme's file in a dossier, where no file is. Raises SuggestError, and OSError where it cannot be."""
    path, by_id = folder / PLACE / f"{id_}.yml", {each.id: each for each in proposed}
    if path.exists():
        raise SuggestError("suggest.there", path=path)
    if id_ not in by_id:
        near = difflib.get_close_matches(id_, by_id, n=1)
        raise SuggestError("suggest.near", id=id_, nearest=near[0]) if near else SuggestError("suggest.unknown", id=id_)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(_schema(folder, path.resolve()) + "\n".join((*by_id[id_].file, "")))
    return path


def _schema(folder: Path, path: Path) -> str:
    """The line by which an editor knows a theme's schema: the dossier's own copy, or that of the clone it lies in."""
    if (folder / DOSSIERS).is_dir():
        return schema_line("themes", Path(os.path.relpath(folder / DOSSIERS, folder / PLACE)).as_posix())
    if CHECKOUT is None or not path.is_relative_to(CHECKOUT):
        return ""
    return schema_line("themes", Path(os.path.relpath(SCHEMAS, path.parent)).as_posix())
