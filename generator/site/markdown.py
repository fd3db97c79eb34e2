"""Markdown that somebody wrote, as the engine's own parser reads it: its front matter, and its HTML as a tree.

The parser is the engine's and set up alike, so that whatever would end a build ends here, as a problem of one page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import markdown
from markdown.extensions.toc import slugify_unicode
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.reading.handwritten import Fault, Typed, read_typed

# What MkDocs reads every page with, and what mkdocs.yml adds.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
# The sign of the link beside each heading, as mkdocs.yml has it.
PERMALINK = "#"
# The engine leaves what leads to another host as it is, and asks of all else whether it leads to a file.
OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_FRONT = re.compile(r"\A---[ \t]*\n(?P<said>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
# Without it, what a page begins with could be taken for a part of the head.
_BODY = "<!doctype html><body>"
_SAID = ("title", "description")
# How the parser ends on what it cannot read: nesting without end, declarations («<![»), names that it does not expect.
_ENDS = (RecursionError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


# For each mark that opens something the parser looks for its end through the rest of the paragraph: 2,000 brackets that
# nothing closes took it 2 seconds, 8,000 more than 8. No paragraph of words has as many open at once.
_MOST_OPEN = 100
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_OPENED = tuple(map(re.compile, (r"(\[)|(\])", r"(\]\()|(\))", r"(<[A-Za-z/])|(>)")))


@dataclass(frozen=True)
class Typescript:
    """A page as read: what its front matter says, what is wrong with that, and its tree; None where it has none."""

    said: Mapping[str, str]
    faults: tuple[Fault, ...]
    body: LexborNode | None


def typescript(text: str) -> Typescript:
    """A page of Markdown with its front matter."""
    front = _FRONT.match(text)
    typed = read_typed(front["said"], _SAID) if front else Typed({})
    values = typed.values or {}
    said = {key: value for key in _SAID if isinstance(value := values.get(key), str) and value}
    strange = (Fault("key", typed.lines[key,] + 1, (("key", key),)) for key in values if key not in said)
    faults = (Fault(fault.kind, (fault.line or 0) + 1, fault.values) for fault in typed.faults)
    return Typescript(said, (*faults, *strange), _tree(text[front.end() :] if front else text))


def _tree(text: str) -> LexborNode | None:
    """The body of a page; a declaration that no page needs is shown as the words that it is."""
    if any(_open_at_once(paragraph) > _MOST_OPEN for paragraph in _PARAGRAPH.split(text)):
        return None
    for each in (text, text.replace("<![", "&lt;![")):
        try:
            return LexborHTMLParser(_BODY + _parser().convert(each)).body
        except _ENDS:
            continue
    return None


def _open_at_once(paragraph: str) -> int:
    """How many brackets, ends of links or tags a paragraph has open at most at one time."""
    return max(
        max(accumulate((1 if found[1] else -1 for found in marks.finditer(paragraph)), _beyond, initial=0))
        for marks in _OPENED
    )


def _beyond(count: int, step: int) -> int:
    return max(0, count + step)


def _parser() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": {"slugify": slugify_unicode}})
