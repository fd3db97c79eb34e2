"""`search`: asks the index of a built site in the terminal, by the very engine that the site's pages have.

The engine is JavaScript and runs in an embedded QuickJS; the index is read from its folder, nothing is fetched or
written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from rich.console import Console
from rich.text import Text

from generator.lexicon.wording import Messages
from generator.model.fault import CommandError
from generator.reading.files import printable
from generator.reading.letters import display
from generator.search import ROOT
from generator.search.findable import FOLDER
from generator.site.files import terminal_script

try:
    import quickjs
except ImportError:  # no wheel for this machine (pyproject.toml), and none was built
    quickjs = None

# What the engine may say is wrong with a file; any other reason is that it is not what it should be.
_FAULTS = {"missing": "search.missing", "outdated": "search.outdated"}


class SearchError(CommandError):
    """An index that cannot be asked."""


@dataclass(frozen=True)
class MarkedText:
    """A text with the spans in it that a query found, in code points."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class SearchResult:
    """What the box in the header shows of a result; the address is below the site."""

    address: str
    kind: str
    called: str
    meta: str
    title: MarkedText
    snippet: MarkedText


@dataclass(frozen=True)
class SearchAnswer:
    """Results, best first, of so many in all; how many in the index's words, and what else there is to say."""

    results: tuple[SearchResult, ...]
    total: int
    counted: str
    said: tuple[str, ...]


def index_in(site: Path) -> Path:
    """The folder of the index of a built site, or that itself. Raises SearchError where there is none."""
    for folder in (site / FOLDER, site):
        if (folder / ROOT).is_file():
            return folder
    raise SearchError("search.no-index", place=site)


def ask(index: Path, query: str, limit: int) -> SearchAnswer:
    """What an index answers. Raises SearchError where it or the engine cannot be had."""
    told = _told(index, {"ask": 0, "who": 0, "text": query, "limit": limit})
    if "fault" in told:
        raise SearchError(_FAULTS.get(told["fault"], "search.cut"), file=index / told["file"])
    if "found" not in told:
        raise SearchError("search.broken", place=index, reason=told.get("reason", ""))
    results = tuple(_result(each) for each in told["found"])
    return SearchAnswer(results, told["total"], told["counted"], tuple(_plain(parts) for parts in told["said"]))


def _told(index: Path, asked: dict[str, Any]) -> dict[str, Any]:
    """The engine's answer as it is; text goes in and comes out as JSON in ASCII, for it may hold any code unit."""
    if quickjs is None:
        raise SearchError("search.no-engine")
    context, told = quickjs.Context(), list[str]()
    for name, function in (("read", partial(_read, index)), ("plural", _plural), ("tell", told.append)):
        context.add_callable(name, function)
    context.eval("globalThis.host = { read, plural, tell };")
    context.eval(terminal_script())
    try:
        context.eval(f"ask({json.dumps(json.dumps(asked))})")
        while not told and context.execute_pending_job():
            pass
    except quickjs.JSException as error:
        return {"reason": str(error).partition("\n")[0]}
    answer: dict[str, Any] = json.loads(told[0]) if told else {}
    return answer


def _read(index: Path, name: str) -> str | None:
    """A file of the index, a letter for each byte."""
    try:
        return (index / Path(name).name).read_bytes().decode("latin-1")
    except OSError:
        return None


def _plural(language: str, number: float) -> str:
    """The kind of plural of a number, as a browser has it."""
    try:
        return str(Locale.parse(language, sep="-").plural_form(int(number)))
    except (UnknownLocaleError, ValueError):
        return "other"


def _result(found: dict[str, Any]) -> SearchResult:
    title, snippet = _marked(found["title"]), _marked(found["text"])
    return SearchResult(found["url"], found["kind"], found["called"], _shown(found["meta"]), title, snippet)


def _marked(parts: Iterable[str | dict[str, str]]) -> MarkedText:
    """Parts of a text as one."""
    text, marks = "", []
    for part in parts:
        shown = _shown(part if isinstance(part, str) else part["mark"])
        marks += [] if isinstance(part, str) else [(len(text), len(text) + len(shown))]
        text += shown
    return MarkedText(text, tuple(marks))


def _plain(parts: Iterable[str | dict[str, str]]) -> str:
    """A sentence with its links as their labels alone, or their words."""
    return _shown("".join(part if isinstance(part, str) else [*part.values()][-1] for part in parts))


def _shown(text: str) -> str:
    """A text without what turns or breaks a terminal's lines, and letters alone that no terminal has."""
    return printable(display(text).replace("\n", " "))


def as_found(query: str, answer: SearchAnswer) -> dict[str, Any]:
    """An answer for JSON."""
    return {
        "query": _shown(query),
        "total": answer.total,
        "said": list(answer.said),
        "results": [
            {
                "address": each.address,
                "kind": each.kind,
                "title": each.title.text,
                "title_marks": each.title.marks,
                "meta": each.meta,
                "snippet": each.snippet.text,
                "marks": each.snippet.marks,
            }
            for each in answer.results
        ],
    }


def show_found(console: Console, answer: SearchAnswer, words: Messages) -> None:
    """How many there are, what is said of them, and each with its line, its words and its address."""
    counted = answer.counted or ("" if answer.said else words.say("count.results", answer.total))
    for sentence in filter(None, (counted, *answer.said)):
        console.print(Text(sentence), soft_wrap=True)
    for number, each in enumerate(answer.results, start=1):
        console.print()
        for line in _lines(number, each):
            console.print(line, soft_wrap=True)


def _lines(number: int, result: SearchResult) -> Iterator[Text]:
    yield Text(f"{number}. ").append_text(_styled(result.title, "bold", "bold reverse"))
    about = " · ".join(part for part in (result.called, result.meta) if part)
    yield from (Text(f"   {about}", style="dim"),) if about else ()
    if result.snippet.text:
        yield Text("   ").append_text(_styled(result.snippet, "", "reverse"))
    yield Text(f"   {result.address}", style="cyan")


def _styled(marked: MarkedText, style: str, mark: str) -> Text:
    text = Text(marked.text, style=style)
    for start, end in marked.marks:
        text.stylize(mark, start, end)
    return text
