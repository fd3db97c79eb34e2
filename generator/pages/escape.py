"""The one place where untrusted text becomes safe, for Markdown and HTML alike.

Every character that either language could read as markup leaves as a character reference, which both show as the
character itself; so one form is right in a paragraph, a heading, a table cell and a quoted attribute.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.reading.letters import STEERING, display

_SPECIAL = re.compile(r"[&<>\"'\\`*_{}\[\]#!|~=^$@]")
# A text without any of it, nor a beginning that means something, leaves as it is: nine of ten do, one look tells it.
_HARMLESS = re.compile(rf"(?!\s*[-+:\d])[^&<>\"'\\`*_{{}}\[\]#!|~=^$@\x00-\x1f\x7f-\x9f\u2028\u2029{STEERING}]*")
# A list item, a definition or a metadata line only begins at the start of a line.
_AT_START = re.compile(r"^(\s*)(?:([-+:])|(\d{1,9})([.)]))")
_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# Runs that lose their order inside right-to-left text unless they are isolated.
_FROM_THE_RIGHT = re.compile(r"[\u00ab(]*[\u0590-\u08ff](?:[^A-Za-z]*[\u0590-\u08ff])?[\u00bb)]*")
# What each of those begins with. Most texts have none of it, and one look tells that in a tenth of the time.
_BEGINS = re.compile("[A-Za-z\u00c0-\u024f0-9]")
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
    return _safe(_escaped(str(value)))


def _escaped(text: str) -> str:
    if _HARMLESS.fullmatch(text):
        return text
    text = display(_LINE_ENDS.sub(" ", text))  # a line end that display would drop parts words
    return _AT_START.sub(_start, _SPECIAL.sub(_reference, text))


def _safe(html: str) -> Markup:
    """Words that are safe by now; by way of `str`, for Markup asks each text first whether it is one."""
    return str.__new__(Markup, html)


def isolate(text: str, direction: str = "rtl") -> Markup:
    """Escaped text with words that run against it, and compound numbers, isolated by <bdi>: they keep their order."""
    made = str if isinstance(text, Markup) else _escaped
    if direction == "rtl" and not _BEGINS.search(text):
        return _safe(made(text))
    parts, at = list[str](), 0
    for found in (_FOREIGN if direction == "rtl" else _FROM_THE_RIGHT).finditer(text):
        start, end = found.span()
        parts += [made(text[at:start]), "<bdi>", made(text[start:end]), "</bdi>"]
        at = end
    return _safe("".join((*parts, made(text[at:]))))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _start(match: re.Match[str]) -> str:
    space, mark, number, after = match.groups()
    return f"{space}&#{ord(mark)};" if mark else f"{space}{number}&#{ord(after)};"
