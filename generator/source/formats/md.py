"""Markdown: its lines as a reader sees them, each where it stands in the file.

The marks of headings, lists, emphasis and links go; a line that only marks something is left empty. What stands between
two lines of dashes at the very beginning stays as it is: it tells of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source.formats import text
from generator.source.formats.reading import Content, Refusal

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_FRONT = re.compile(r"---\s*")
_FRONT_END = re.compile(r"(?:---|\.\.\.)\s*")
_RULE = re.compile(r"\s{0,3}(?:=+|(?:[-*_]\s*){3,})")
_CELLS_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_DEFINITION = re.compile(r"\s{0,3}\[[^\[\]^][^\[\]]*\]:\s*\S+(?:\s+[\"'(].*)?")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]:?\s?")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])")
_LINK = re.compile(r"\[([^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = re.compile(r"<(?:!--[^<>]*--|/?[A-Za-z][^<>]*)>")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_BULLET = re.compile(r"(\s*)[*+]\s+(?=\S)")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]+)(?<=\S)\1(?![\w*_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def read(data: bytes) -> Content | Refusal:
    """The text of a Markdown file, and in how many of its lines something was marked."""
    found = text.read(data)
    if isinstance(found, Refusal):
        return found
    given = found.text.split("\n")
    made = list(_plain(given))
    count = sum(new != old for new, old in zip(made, given, strict=True))
    return Content("\n".join(made), found.encoding, (("markup", count),) if count else ())


def _plain(lines: list[str]) -> Iterator[str]:
    """Each line without its marks."""
    front = _front(lines)
    yield from lines[:front]
    is_code = False
    for number, line in enumerate(lines[front:], start=front):
        if _FENCE.match(line):
            is_code = not is_code
            yield ""
        elif is_code:
            yield line
        else:
            yield "" if _only_marks(line, lines[number - 1] if number > front else "") else _unmarked(line)


def _front(lines: list[str]) -> int:
    """How many lines tell of the text before it begins."""
    if not _FRONT.fullmatch(lines[0]):
        return 0
    return next((at + 1 for at, line in enumerate(lines[1:], start=1) if _FRONT_END.fullmatch(line)), 0)


def _only_marks(line: str, before: str) -> bool:
    """True for a line that parts others, or says what the one before it is."""
    if _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
        return True
    return bool("-" in line and ("|" in line or before.strip()) and _CELLS_RULE.fullmatch(line))


def _unmarked(line: str) -> str:
    plain = _NOTE.sub("", _IMAGE.sub("", _QUOTE.sub("", line, count=1)))
    plain = _TAG.sub("", _ADDRESS.sub(r"\1", _LINK.sub(r"\1", plain)))
    plain = _BULLET.sub(r"\1• ", _headline(plain), count=1) if _BULLET.match(plain) else _headline(plain)
    plain = plain.replace("**", "").replace("__", "").replace("~~", "").replace("`", "")
    plain = _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", plain))
    if plain.strip().startswith("|") and plain.strip().endswith("|"):
        return "\t".join(cell.strip() for cell in plain.strip().strip("|").split("|"))
    return plain.removesuffix("\\").rstrip() if plain != line else line


def _headline(line: str) -> str:
    marked = _HEADING.match(line)
    return line[marked.end() :].rstrip().rstrip("#").rstrip() if marked else line
