"""Mends what copying and converting did to a text, before its lines are counted; each repair is named and counted.

Invariant: a text that needs none of these is the same after them, letter for letter.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from generator.source.formats.reading import Content
from generator.source.formats.visual import turned

# A text and how often something was mended in it.
Mended = tuple[str, int]

# Written out as programs write a text down: «\n» for the end of a line, \u0627 for a letter.
_LINE_END = re.compile(r"(?:\\r)?\\n|\\r")
_QUOTED = re.compile(r"\\([\"'/\\])")
_LETTER = re.compile(r"\\u([0-9a-fA-F]{4})")
_FEW = 2
_MANY = 10
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
# What ends a line elsewhere: vertical tab and form feed of word processors, separators of Unicode.
_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Forms of a letter by its place, and ligatures; the wishes and signs from FDFA on are written on purpose.
_FORM = re.compile("[\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]")


def repaired(content: Content) -> Content:
    """A text as it was before what happened to it on its way, with each repair and its count beside those it has."""
    text, done = content.text, list(content.repairs)
    for name, mend in _REPAIRS:
        text, count = mend(text)
        if count:
            done.append((name, count))
    return replace(content, text=text, repairs=tuple(done)) if len(done) > len(content.repairs) else content


def _letters(text: str) -> Mended:
    """Letters that are written as their numbers: a text of them shows hardly any other."""
    if len(_LETTER.findall(text)) < _MANY:
        return text, 0
    made, count = _LETTER.subn(lambda found: chr(int(found[1], 16)), text)
    return made.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), count


def _line_ends(text: str) -> Mended:
    """Ends of lines that are written as letters, in a text that has more of them than of real ones."""
    written = len(_LINE_END.findall(text))
    if written < _FEW or written <= text.strip().count("\n"):
        return text, 0
    return _QUOTED.sub(r"\1", _LINE_END.sub("\n", _unquoted(text).replace("\\t", "\t"))), written


def _unquoted(text: str) -> str:
    """A text without the marks that a program put round it."""
    plain = text.strip()
    try:
        return text if not isinstance(json.loads(plain), str) else plain[1:-1]
    except ValueError:
        return text


def _entities(text: str) -> Mended:
    """Signs that are written as HTML writes them."""
    made, count = _ENTITY.subn(lambda found: html.unescape(found[0]), text)
    return made, count if made != text else 0


def _forms(text: str) -> Mended:
    return _FORM.subn(lambda found: _plain(found[0]), text)


def _plain(form: str) -> str:
    """The letters of a form; a mark that stands on a space or a stroke of its own is the mark."""
    letters = unicodedata.normalize("NFKC", form)
    return letters.lstrip(" \u0640") or letters


def _turned(text: str) -> Mended:
    lines, count = turned(text.split("\n"))
    return "\n".join(lines), count


# In this order: order is told by forms of letters, so letters are made plain last.
_REPAIRS: tuple[tuple[str, Callable[[str], Mended]], ...] = (
    ("letters-as-numbers", _letters),
    ("written-line-ends", _line_ends),
    ("entities", _entities),
    ("line-separators", lambda text: _ENDS.subn("\n", text)),
    ("control-characters", lambda text: _CONTROL.subn("", text)),
    ("reversed-letters", _turned),
    ("presentation-forms", _forms),
)
