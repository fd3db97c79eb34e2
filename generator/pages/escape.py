"""The one place where untrusted text becomes safe, for Markdown and HTML alike.

Every character that either language could read as markup leaves as a character reference, which both show as the
character itself; so one form is right in a paragraph, a heading, a table cell and a quoted attribute.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.reading.letters import display

_SPECIAL = re.compile(r"[&<>\"'\\`*_{}\[\]#!|~=^$@]")
# A list item, a definition or a metadata line only begins at the start of a line.
_AT_START = re.compile(r"^(\s*)(?:([-+:])|(\d{1,9})([.)]))")
_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# Runs that lose their order inside right-to-left text unless they are isolated.
_FROM_THE_RIGHT = re.compile(r"[\u00ab(]*[\u0590-\u08ff](?:[^A-Za-z]*[\u0590-\u08ff])?[\u00bb)]*")
_FOREIGN = re.compile(
    "[A-Za-z\u00c0-\u024f][\\w\u00c0-\u024f.&'’+/@:%#=?-]*"
    "(?:[ \u00a0]+[A-Za-z0-9\u00c0-\u024f][\\w\u00c0-\u024f.&'’+/@:%#=?-]*)*"
    "|(?<![0-9])[0-9]+(?:[-/.,:][0-9]+)+",  # from a number's first digit: a long one is read once
    re.ASCII,
)


def escape(value: object) -> Markup:
    """A value as text that neither Markdown nor HTML can take for markup; a Markup passes through.

    A fraction is a place in a picture: no word, and four digits tell it to a pixel.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, float):
        return Markup(f"{value:.4g}")  # noqa: S704  digits
    text = display(_LINE_ENDS.sub(" ", str(value)))  # a line end that display would drop parts words
    return Markup(_AT_START.sub(_start, _SPECIAL.sub(_reference, text)))  # noqa: S704  made safe on this line


def isolate(text: str, direction: str = "rtl") -> Markup:
    """Escaped text with words that run against it, and compound numbers, isolated by <bdi>: they keep their order."""
    parts, at = [], 0
    for found in (_FOREIGN if direction == "rtl" else _FROM_THE_RIGHT).finditer(text):
        parts += [escape(text[at : found.start()]), Markup("<bdi>"), escape(found.group()), Markup("</bdi>")]
        at = found.end()
    parts.append(escape(text[at:]))
    return Markup("").join(parts)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _start(match: re.Match[str]) -> str:
    space, mark, number, after = match.groups()
    return f"{space}&#{ord(mark)};" if mark else f"{space}{number}&#{ord(after)};"
