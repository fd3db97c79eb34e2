"""The lines of a web page that a reader sees: blocks part lines, what is hidden stays out, entities are read.

Invariant: no word that a browser would show is lost, none that it hides is shown, as far as markup alone tells; what a
stylesheet moves or hides elsewhere is unknown here. Linear in the size of the page, whatever its nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "video", "audio", "canvas"}
    | {"datalist", "map", "noframes"}
)
# Each of these begins and ends a line; of the second kind there is a gap above and below, as browsers leave one.
_BLOCKS = frozenset(
    {"address", "center", "dd", "details", "dialog", "div", "dt", "fieldset", "figcaption", "form", "legend", "li"}
    | {"main", "option", "optgroup", "summary", "caption", "tr", "td", "th", "body", "hgroup", "search"}
)
_APART = frozenset(
    {"article", "aside", "blockquote", "dl", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"}
    | {"menu", "nav", "ol", "p", "pre", "section", "table", "ul", "textarea"}
)
_KEPT = frozenset({"pre", "textarea", "listing", "xmp"})
# Two of these side by side are two things to a reader, though no space stands between them.
_BOXES = frozenset({"a", "button", "label", "select", "img", "input", "time"})
_HIDDEN_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# What the usual frameworks call words that are there for the ear alone.
_FOR_THE_EAR = frozenset(
    {"sr-only", "visually-hidden", "screen-reader-text", "screen-reader-only", "element-invisible", "visuallyhidden"}
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
# Tables that lay out a page stand in one another; deeper than any of these their cells are plain blocks.
_DEEPEST = 16


@dataclass
class _Lines:
    """Lines as they are written; the last is still open."""

    done: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    space: bool = False
    raw: bool = False

    def words(self, text: str) -> None:
        """More of the line, its white space drawn together."""
        plain = _SPACE.sub(" ", text)
        if plain[:1] == " " and (self.space or not self.open):
            plain = plain[1:]
        if plain:
            self.open.append(plain)
            self.space = plain[-1] == " "

    def part(self) -> None:
        """A space, unless one is there."""
        if self.open and not self.space:
            self.words(" ")

    def end(self) -> None:
        """The line ends here, if it has begun."""
        line = "".join(self.open).strip(" ") if not self.raw else "".join(self.open).rstrip()
        self.open, self.space, self.raw = [], False, False
        if line:
            self.done.append(line)

    def end_or_gap(self) -> None:
        """A line that has begun ends; where none has, an empty one follows."""
        (self.end if self.open else self.gap)()

    def gap(self) -> None:
        """The line ends, and an empty one follows."""
        self.end()
        if self.done and self.done[-1]:
            self.done.append("")

    def kept(self, text: str) -> None:
        """Lines as they stand."""
        first, *more = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.open.append(first)
        self.raw = True
        for line in more:
            self.done.append("".join(self.open).rstrip())
            self.open = [line]

    @property
    def whole(self) -> list[str]:
        """All lines, without empty ones at either end."""
        self.end()
        lines = self.done
        while lines and not lines[-1]:
            lines.pop()
        return lines


@dataclass
class _Table:
    """Rows of cells, each with its lines, and the lines around them."""

    around: _Lines
    rows: list[list[list[str]]] = field(default_factory=list)

    def write(self) -> None:
        """A row a line where the cells are of one line each, parted by tabs; else cell after cell."""
        held = [[cell for cell in row if cell] for row in self.rows]
        single = all(len(cell) == 1 for row in held for cell in row)
        if single and sum(len(row) > 1 for row in held) > 1:
            rows = ["\t".join("".join(cell) for cell in row).rstrip("\t") for row in self.rows]
            self.around.done += [row for row in rows if row]
            return
        for cell in (cell for row in held for cell in row):
            self.around.done += cell


def visible(tree: LexborHTMLParser) -> str:
    """What a reader sees of a page, line by line."""
    writer = _Writer(_Lines())
    if tree.root is not None:
        for node, entering in _walk(tree.root):
            (writer.enter if entering else writer.leave)(node)
    return "\n".join(writer.finished())


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node that is seen, when it begins and when it ends; without calls in one another, for pages nest deep."""
    waiting = [(root, True)]
    while waiting:
        node, entering = waiting.pop()
        if entering and _is_unseen(node):
            continue
        yield node, entering
        if entering and not node.is_text_node:
            waiting.append((node, False))
            waiting += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


def _is_unseen(node: LexborNode) -> bool:
    if node.is_text_node:
        return False
    if node.tag in _UNSEEN or node.is_comment_node:
        return True
    said = node.attributes
    if not said:
        return False
    if "hidden" in said or (node.tag == "dialog" and "open" not in said) or said.get("layout") == "nodisplay":
        return True
    style, classes = said.get("style"), said.get("class")
    return bool(style and _HIDDEN_STYLE.search(style)) or not _FOR_THE_EAR.isdisjoint((classes or "").lower().split())


class _Writer:
    """Puts what begins and ends on a page into lines."""

    def __init__(self, lines: _Lines) -> None:
        self._lines = lines
        self._tables: list[_Table] = []
        self._deeper = 0
        self._kept = 0
        self._ended = ("", "")

    def finished(self) -> list[str]:
        """All lines."""
        return self._lines.whole

    def enter(self, node: LexborNode) -> None:
        """A node begins."""
        tag = node.tag or ""
        if node.is_text_node:
            (self._lines.kept if self._kept else self._lines.words)(node.text_content or "")
        elif tag == "br":
            self._lines.end_or_gap()
        elif tag == "q":
            self._lines.words("“")
        else:
            self._begin(tag, node)
        self._kept += tag in _KEPT
        self._ended = ("", "")

    def leave(self, node: LexborNode) -> None:
        """A node ends."""
        tag = node.tag or ""
        if tag == "q":
            self._lines.words("”")
        if tag in ("table", "td", "th"):
            self._leave_table(tag)
        self._edge(tag)
        self._kept -= tag in _KEPT
        self._ended = _beside(tag, node)

    def _begin(self, tag: str, node: LexborNode) -> None:
        self._edge(tag)
        if tag in ("table", "tr", "td", "th"):
            self._enter_table(tag)
        elif self._ended[0] and _beside(tag, node) != self._ended:
            self._lines.part()

    def _edge(self, tag: str) -> None:
        if tag in _APART:
            self._lines.gap()
        elif tag in _BLOCKS:
            self._lines.end()

    def _enter_table(self, tag: str) -> None:
        if tag == "table" and (self._deeper or len(self._tables) == _DEEPEST):
            self._deeper += 1
        elif tag == "table":
            self._tables.append(_Table(self._lines))
        elif self._tables and not self._deeper:
            table = self._tables[-1]
            if tag == "tr" or not table.rows:
                table.rows.append([])
            if tag != "tr":
                self._lines = _Lines()

    def _leave_table(self, tag: str) -> None:
        if self._deeper or not self._tables:
            self._deeper -= bool(self._deeper) and tag == "table"
        elif tag == "table":
            self._tables.pop().write()
        else:
            self._tables[-1].rows[-1].append(self._lines.whole)
            self._lines = self._tables[-1].around


def _beside(tag: str, node: LexborNode) -> tuple[str, str]:
    """What tells two things side by side: a link or button from any other, a run of words by its class."""
    if tag in _BOXES:
        return tag, str(node.mem_id)
    return (tag, node.attributes.get("class") or "") if tag == "span" else ("", "")
