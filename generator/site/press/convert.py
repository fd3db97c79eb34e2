"""The words of a page from Markdown to HTML as the engine has them, with one parser for all pages.

Nearly all of a generated page is blocks of HTML that Markdown passes on as they are, and looking through them costs it
1.5 ms a page. So blocks that are plainly whole (every tag closed, nothing that Markdown reads in another way) are set
aside, the parser gets a short one for each run of them, and they go back afterwards. Invariant: what comes out is what
the parser makes of the whole page; a page in which that is not plain goes through it whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS

from generator.site.markdown import EXTENSIONS, OUTSIDE, PERMALINK
from generator.site.press.headings import heading_shape, headings

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: +[a-zA-Z_:][-\w:.]*(?:=\"[^\"<>]*\")?)*) ?(/?)>")
_REFERENCE = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+);")
# What Markdown changes or takes for its own before it looks for blocks of HTML.
_NOT_PLAIN = ("\t", "\r", "\x02", "\x03", "```", "~~~", "<!")
_BLANK = re.compile("\n +\n")
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# Elements whose text parsers do not look into for tags, each in its way.
_TEXT = frozenset(
    {
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "template",
        "textarea",
        "title",
        "xmp",
    }
)
_HEADINGS = re.compile(r"\n*(?:#{1,6} [^\n]+(?:\n+|\Z))*")
_PUT = re.compile(r"<div>(\d+)</div>")
_LINKING = {"a": "href", "img": "src"}


@dataclass(frozen=True)
class Worded:
    """A page's words in HTML. `is_plain` where every tag of them is closed, so that they end where their frame goes
    on; `leads` where Markdown itself makes a link within the site, which the engine has to follow.
    """

    html: str
    is_plain: bool
    leads: bool


class _Links(Treeprocessor):
    """Looks whether Markdown itself makes a link that is neither to another host nor one beside a heading."""

    leads = False

    def run(self, root: Element) -> None:
        """Look at every link of a page."""
        links = ((x, x.get(_LINKING[x.tag], "")) for x in root.iter() if x.tag in _LINKING)
        self.leads = any(x.get("class") != "headerlink" and not OUTSIDE.match(address) for x, address in links)


class Converter:
    """Markdown to HTML, with a parser set up as the engine's; `heading_link` is what headings' links say."""

    def __init__(self, heading_link: str) -> None:
        toc = {"slugify": slugify_unicode, "permalink": PERMALINK, "permalink_title": heading_link}
        self._parser = Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": toc})
        self._links = _Links(self._parser)
        self._parser.treeprocessors.register(self._links, "links", 0)
        self._headings = heading_shape(self._converted)

    def content(self, markdown: str) -> Worded:
        """The words of a page. Raises what the parser raises on what it cannot read."""
        blocks = set_aside(markdown)
        if blocks is None:
            return Worded(self._converted(markdown), is_plain=False, leads=self._links.leads)
        if (put := self._put_together(markdown, blocks)) is not None:
            return Worded(put, is_plain=True, leads=False)
        html = self._converted("".join(_without(markdown, blocks)))
        whole = _PUT.sub(lambda put: blocks[int(put[1])].html, html)
        return Worded(whole, is_plain=True, leads=self._links.leads)

    def _put_together(self, markdown: str, blocks: tuple[Blocks, ...]) -> str | None:
        """The words of a page whose headings are plain; None for any other."""
        lines = [markdown[start:end] for start, end in _between(blocks, len(markdown))]
        found = [headings(each) for each in lines]
        if self._headings is None or None in found:
            return None
        written = self._headings.written([heading for each in found for heading in each or ()])
        pieces = list[str]()
        for each, run in zip(found, (*blocks, None), strict=True):
            pieces += (f"{next(written)}\n" for _ in each or ())
            if run:
                pieces.append(f"{run.html}\n\n" if markdown[run.end : run.end + 2] == "\n\n" else f"{run.html}\n")
        return "".join(pieces).strip()

    def _converted(self, markdown: str) -> str:
        self._links.leads = False
        self._parser.reset()
        return self._parser.convert(markdown)


@dataclass(frozen=True)
class Blocks:
    """Blocks of HTML with nothing but line ends between them: where they stand, and as they come out together."""

    start: int
    end: int
    html: str


def _without(markdown: str, runs_: tuple[Blocks, ...]) -> Iterator[str]:
    end = 0
    for number, run in enumerate(runs_):
        yield markdown[end : run.start]
        yield f"<div>{number}</div>"
        end = run.end
    yield markdown[end:]


def set_aside(markdown: str) -> tuple[Blocks, ...] | None:
    """The blocks of HTML of a page that are headings and such blocks alone; None for any other page."""
    if any(sign in markdown for sign in _NOT_PLAIN) or ("\n " in markdown and _BLANK.search(markdown)):
        return None
    if markdown.count("&#") != len(_REFERENCE.findall(markdown)):
        return None
    elements = _elements(markdown)
    if elements is None:
        return None
    found = [(start, end) for name, start, end in elements if name in _BLOCKS]
    if any(not _stands_apart(markdown, start, end) for start, end in found):
        return None
    made = tuple(_runs(markdown, found))
    left = (markdown[start:end] for start, end in _between(made, len(markdown)))
    return made if all(map(_HEADINGS.fullmatch, left)) else None


def _elements(markdown: str) -> list[tuple[str, int, int]] | None:
    """The outermost elements by name, start and end; None where a tag is not plain or not closed in its place."""
    found, stack, start, count = list[tuple[str, int, int]](), list[str](), 0, 0
    for tag in _TAG.finditer(markdown):
        count += 1
        closing, name, _, void = tag.groups()
        if not (closing or void or name in _VOID or name in _TEXT):
            start = start if stack else tag.start()
            stack.append(name)
        elif not stack or name in _TEXT or (closing and stack.pop() != name):
            return None
        elif not stack:
            found.append((name, start, tag.end()))
    return found if not stack and count == markdown.count("<") else None


def _stands_apart(markdown: str, start: int, end: int) -> bool:
    return markdown[start - 1 : start] in ("", "\n") and markdown[end : end + 1] in ("", "\n")


def _runs(markdown: str, found: list[tuple[int, int]]) -> Iterator[Blocks]:
    group = list[tuple[int, int]]()
    for start, end in found:
        if group and markdown[group[-1][1] : start].strip("\n"):
            yield _run(markdown, group)
            group = []
        group.append((start, end))
    if group:
        yield _run(markdown, group)


def _run(markdown: str, group: list[tuple[int, int]]) -> Blocks:
    """Blocks as they come out: an empty line stays between two, but no more than one."""
    start, end = group[0]
    pieces = [markdown[start:end]]
    for start, stop in group[1:]:
        pieces += ["\n" * min(2, start - end), markdown[start:stop]]
        end = stop
    return Blocks(group[0][0], end, "".join(pieces))


def _between(made: tuple[Blocks, ...], length: int) -> Iterator[tuple[int, int]]:
    ends = [0, *(run.end for run in made)]
    starts = [*(run.start for run in made), length]
    return zip(ends, starts, strict=True)
