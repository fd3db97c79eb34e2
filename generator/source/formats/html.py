"""Bytes of a web page as text with what the page declares; also of one that lies in a file called .txt."""

from __future__ import annotations

import codecs
import html
import re

from selectolax.lexbor import LexborHTMLParser

from generator.reading.files import damage, decode, is_arabic
from generator.source.formats.reading import Content, Refusal
from generator.source.web.declared import article_text, declared
from generator.source.web.visible import visible

# Before its first element a page has nothing but white space, comments and its document type.
_BEFORE = re.compile(rb"(?:\s+|<!--(?s:.){0,4000}?-->|<\?xml[^>]{0,200}\?>|<!doctype[^>]{0,300}>)*", re.IGNORECASE)
_DOCUMENT = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<frameset[\s>]", re.IGNORECASE)
_ELEMENT = re.compile(
    rb"<(div|article|section|main|table|p|h[1-6]|header|body|center|span|ul|blockquote)(?=[\s>])", re.IGNORECASE
)
_ANY_TAG = re.compile(rb"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_AFTER = re.compile(rb"</html\s*>", re.IGNORECASE)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,30})", re.IGNORECASE)
_HEAD = 4096
# What Arabic pages call the code page of Windows, and others that Python knows under the same name.
_KNOWN = frozenset(
    {"cp1256", "iso8859-6", "mac-arabic", "utf-16-le", "utf-16-be", "cp720", "cp864", "cp1252", "iso8859-1"}
)
# A text about markup shows a few elements among its words; of a page's letters nearly all stand in one.
_OUTSIDE = 0.2
# Elements whose end may not be left out, so that each that is open holds all that follow. Browsers keep 512 of them
# open and take the rest for neighbours; to read so many costs the parser their square.
_NESTING = re.compile(
    rb"<(/?)(?:div|span|section|article|main|header|footer|aside|nav|table|ul|ol|dl|form|center|font|blockquote|a|b|i|u|s|em"
    rb"|strong|small|big|code|tt|strike|nobr|label|fieldset|figure|details|[a-z]+-[a-z0-9-]+)(?=[\s>/])",
    re.IGNORECASE,
)
_DEEPEST = 5_000
# What a page says to those who cannot run it, at most; an article has more.
_FEW_WORDS = 40


def is_page(data: bytes) -> bool:
    """True for bytes that are a web page, or a piece of one, whatever their file is called."""
    before = _BEFORE.match(plain := data.removeprefix(codecs.BOM_UTF8))
    start = before.end() if before else 0
    if _DOCUMENT.match(plain, start) or b"<!doctype" in plain[:start].lower():
        end = max((tag.end() for tag in _AFTER.finditer(plain)), default=len(plain))
        return _letters(plain[end:]) <= _letters(plain[start:end]) * _OUTSIDE
    opened = _ELEMENT.match(plain, start)
    return opened is not None and _is_whole(plain[start:], opened[1])


def _is_whole(piece: bytes, name: bytes) -> bool:
    """True where the elements of a piece hold nearly all of its letters, and the first of them is closed."""
    if not re.search(rb"</" + re.escape(name) + rb"\s*>", piece, re.IGNORECASE):
        return False
    depth = outside = last = 0
    for tag in _ANY_TAG.finditer(piece):
        outside += _letters(piece[last : tag.start()]) if not depth else 0
        depth = max(0, depth + _step(tag.group()))
        last = tag.end()
    outside += _letters(piece[last:])
    return outside <= _letters(piece) * _OUTSIDE


def _depth(data: bytes) -> int:
    """How deep the elements of a page are opened in one another at most, as far as their tags alone tell."""
    depth = deepest = 0
    for tag in _NESTING.finditer(data):
        depth = max(0, depth + (-1 if tag[1] else 1))
        deepest = max(deepest, depth)
    return deepest


_VOID = (b"<br", b"<img", b"<hr", b"<meta", b"<link", b"<input", b"<wbr", b"<source", b"<col")


def _step(tag: bytes) -> int:
    if tag.startswith(b"</"):
        return -1
    return 0 if tag.endswith(b"/>") or tag.lower().startswith(_VOID) else 1


def _letters(data: bytes) -> int:
    """How much of some bytes is text, markup left out."""
    return len(b"".join(_ANY_TAG.sub(b"", data).split()))


def read(data: bytes) -> Content | Refusal:
    """The lines of a page that a reader sees, and what it declares; a refusal where it has no text of its own."""
    found = _decoded(data)
    if isinstance(found, Refusal):
        return found
    text, encoding = found
    if _depth(data) > _DEEPEST:
        return Refusal("html-deep", (("most", str(_DEEPEST)),))
    tree = LexborHTMLParser(text)
    lines, said = visible(tree), declared(tree, text)
    body = article_text(tree) if len(lines.split()) <= _FEW_WORDS else ""
    if len(body.split()) > len(lines.split()):
        head = f"{said.title.value}\n\n" if said.title else ""
        return Content(head + _lines_of(body), encoding, (("declared-text", 1),), said)
    if not lines:
        return Refusal("html-frames" if tree.css_first("frameset, iframe") else "html-empty")
    return Content(lines, encoding, (), said)


def _lines_of(body: str) -> str:
    """An article as JSON-LD holds it: plain text, or markup once more."""
    lines = visible(LexborHTMLParser(body)) if "<" in body else html.unescape(body)
    return "\n".join(line.strip() for line in lines.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _decoded(data: bytes) -> tuple[str, str] | Refusal:
    """A page's characters: by its mark, as UTF-8 where they are that, else as it says, else as older Arabic sites."""
    found = decode(data)
    if found:
        return found
    first = damage(data)
    if first is not None:
        return Refusal("seed-damaged", (("first", str(first)),), first)
    said = _CHARSET.search(data[:_HEAD])
    name = _codec(said[1].decode("ascii", "ignore")) if said else None
    windows = data.decode(name or "cp1256", "replace")
    if name or is_arabic(visible(LexborHTMLParser(windows))):
        return windows.replace("\x00", ""), name or "cp1256"
    return Refusal("seed-undecodable")


def _codec(name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return known if known in _KNOWN else None
