"""Headings of plain words to HTML as the parser has them, without it: to start it for one costs as much as ten.

What stands around a heading's words is learnt from the parser itself. Invariant: a heading in which Markdown could find
anything but words, tags and character references is none of these.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown.extensions.toc import slugify_unicode, unique

_MARK = "mzheading"
_LINE = re.compile(r"(#{1,6}) +([^\n{}]*[^\n{}#\s])(?: +\{: ?([^\n{}]*?) ?\})? *")
_TAG = r"</?[a-z][a-z0-9]*(?: +[a-z][-a-z]*(?:=\"[^\"<>\[\]\\`!]*\")?)*>"
_WORDS = re.compile(rf"(?:[^\\`*_\[\]<>&\s]| |&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);|{_TAG})+")
_TAGS = re.compile(_TAG)
_SAID = re.compile(r"#(?P<id>[\w-]+)|(?P<name>[a-z]+)=\"(?P<value>[\w -]+)\"")
_BETWEEN = " "


@dataclass(frozen=True)
class Heading:
    """A heading: its level, its words in HTML, its attributes."""

    level: int
    words: str
    said: dict[str, str]

    @property
    def slug(self) -> str:
        """What its id is made of."""
        return str(slugify_unicode(html.unescape(_BETWEEN.join(_TAGS.sub("", self.words).split())), "-"))


@dataclass(frozen=True)
class Headings:
    """How the parser writes the link beside a heading, in two pieces around its id."""

    before: str
    after: str

    def written(self, found: Sequence[Heading]) -> Iterator[str]:
        """The headings of a page, in order, each with an id that no other has."""
        used = {heading.said["id"] for heading in found if "id" in heading.said}
        for heading in found:
            name = heading.said.get("id") or unique(heading.slug, used)
            said = sorted({**heading.said, "id": name}.items())
            around = "".join(f' {key}="{value}"' for key, value in said)
            link = f"{self.before}{name}{self.after}"
            yield f"<h{heading.level}{around}>{heading.words}{link}</h{heading.level}>"


def heading_shape(convert: Callable[[str], str]) -> Headings | None:
    """What the parser makes of a heading; None where that is not a heading with a link behind its words."""
    made = convert(f"# {_MARK}").strip()
    first, end = f'<h1 id="{_MARK}">{_MARK}', "</h1>"
    link = made.removeprefix(first).removesuffix(end)
    return Headings(*link.split(_MARK)) if first + link + end == made and link.count(_MARK) == 1 else None


def headings(lines: str) -> list[Heading] | None:
    """The headings of some lines; None where anything in them could be more than words."""
    found = [_heading(line) for line in lines.split("\n") if line]
    return None if None in found else [heading for heading in found if heading]


def _heading(line: str) -> Heading | None:
    whole = _LINE.fullmatch(line)
    if whole is None:
        return None
    marks, words, said = whole.groups()
    given = _given(said or "")
    return Heading(len(marks), words, given) if given is not None and _WORDS.fullmatch(words) else None


def _given(said: str) -> dict[str, str] | None:
    given = dict[str, str]()
    for word in re.findall(r'[^\s"]+"[^"]*"|[^\s]+', said):
        found = _SAID.fullmatch(word)
        key = (found["name"] or "id") if found else ""
        if not found or key in given or key == "class":
            return None
        given[key] = found["id"] or found["value"]
    return given
