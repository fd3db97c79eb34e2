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
from itertools import accumulate
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS

from generator.site.markdown import EXTENSIONS, OUTSIDE, PERMALINK
from generator.site.press.headings import heading_shape, headings
from generator.site.press.within import Tags

# A tag as generated pages have them: values in quotation marks, and of those without one the few that say no more.
_BARE = "checked|disabled|download|hidden|inert|multiple|open|popover|required|reversed|selected"
_TAG = re.compile(rf"</?[a-z][a-z0-9]*(?: +(?:[a-z][-\w:.]*=\"[^\"<>]*\"|(?:{_BARE})(?=[ >])))* ?/?>")
_NAME = re.compile(r"<(/?[a-z0-9]+)")
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
    """A page's words in HTML, with all their tags where each is plain and closed, so that they end where their frame
    goes on; `leads` where Markdown itself makes a link within the site, which the engine has to follow.
    """

    html: str
    tags: Tags | None
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
        aside = set_aside(markdown)
        if aside is None:
            return Worded(self._converted(markdown), None, leads=self._links.leads)
        if (put := self._put_together(markdown, aside)) is not None:
            return put
        html = self._converted("".join(_without(markdown, aside.blocks)))
        whole = _PUT.sub(lambda put: aside.blocks[int(put[1])].html, html)
        return Worded(whole, None, leads=self._links.leads)

    def _put_together(self, markdown: str, aside: Aside) -> Worded | None:
        """The words of a page whose headings are plain; None for any other."""
        lines = [markdown[start:end] for start, end in _between(aside.blocks, len(markdown))]
        found = [headings(each) for each in lines]
        if self._headings is None or None in found:
            return None
        written = list(self._headings.written([heading for each in found for heading in each or ()]))
        rest, pieces = iter(written), list[str]()
        for each, run in zip(found, (*aside.blocks, None), strict=True):
            pieces += (f"{next(rest)}\n" for _ in each or ())
            if run:
                pieces.append(f"{run.html}\n\n" if markdown[run.end : run.end + 2] == "\n\n" else f"{run.html}\n")
        tags = Tags("".join((aside.tags, *written)), aside.names)
        return Worded("".join(pieces).strip(), tags, leads=False)

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


@dataclass(frozen=True)
class Aside:
    """Blocks of HTML that are set aside, all tags of the page, and the names of its elements."""

    blocks: tuple[Blocks, ...]
    tags: str
    names: frozenset[str]


def set_aside(markdown: str) -> Aside | None:
    """The blocks of HTML of a page that is headings and such blocks alone; None for any other page."""
    if any(sign in markdown for sign in _NOT_PLAIN) or ("\n " in markdown and _BLANK.search(markdown)):
        return None
    found = _TAG.findall(markdown)
    if len(found) != markdown.count("<") or markdown.count("&#") != len(_REFERENCE.findall(markdown)):
        return None
    tags = "".join(found)
    names = _NAME.findall(tags)
    # An element that closes itself is as good as one that has no end.
    open_ = [x if tag[-2] != "/" else "br" for x, tag in zip(names, found, strict=True)] if "/>" in tags else names
    outermost = _outermost(open_) if _TEXT.isdisjoint(names) else None
    if outermost is None:
        return None
    places = _places(markdown, found, outermost)
    blocks = [(start, end) for name, start, end in places if name in _BLOCKS]
    if not all(_stands_apart(markdown, start, end) for start, end in blocks):
        return None
    made = tuple(_runs(markdown, blocks))
    left = (markdown[start:end] for start, end in _between(made, len(markdown)))
    return Aside(made, tags, frozenset(names)) if all(map(_HEADINGS.fullmatch, left)) else None


def _outermost(names: list[str]) -> list[tuple[str, int, int]] | None:
    """The outermost elements: name, number of the first tag and of the last; None where one is not closed."""
    found, stack, first = list[tuple[str, int, int]](), list[str](), 0
    for number, name in enumerate(names):
        if name[0] == "/":
            if not stack or stack.pop() != name[1:]:
                return None
            if not stack:
                found.append((name[1:], first, number))
        elif name not in _VOID:
            first = first if stack else number
            stack.append(name)
        elif not stack:
            return None
    return None if stack else found


def _places(markdown: str, tags: list[str], outermost: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Where elements begin and end, by the numbers of their tags: each tag has one sign that no text has."""
    before = list(accumulate(map(len, markdown.split("<"))))
    return [(name, before[first] + first, before[last] + last + len(tags[last])) for name, first, last in outermost]


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
