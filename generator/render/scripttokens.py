"""A module of our scripts as tokens without blanks and comments, and what each word is: a name, a key, a property.

What a word is follows from the brackets around it and the signs beside it. The style of our modules allows that: they
have no `switch`, no label and no block of their own after a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Words of the language, which name nothing.
_WORDS = """
arguments async await break case catch class const constructor continue delete do else extends false finally for
from function get if in instanceof let new null of return set static super this throw true try typeof undefined void
while yield
"""
LANGUAGE = frozenset(_WORDS.split())
_TOKEN = re.compile(
    r"""(?:\s|//[^\n]*|/\*.*?\*/)*(?:(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\d[\w.]*)"""
    r"""|(?P<word>[#$\w]+)|(?P<sign>=>|\?\.|\.\.\.|\+\+|--|.))"""
)
_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[])+/[a-z]*")
# The text of a template up to its end or to a value in it.
_TEMPLATE = re.compile(r"(?P<template>(?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{))")
_VALUE_FOLLOWS = frozenset(["await", "case", "delete", "else", "in", "instanceof", "of", "return", "throw", "typeof"])
_BLOCK_FOLLOWS = frozenset(["", ")", "=>", ";", "{", "}", "else", "try", "finally", "do"])
_DECLARING = frozenset(["const", "let", "function", "class"])
_BEFORE_METHOD = frozenset(["get", "set", "async", "static", "*"])


class ScriptToken(NamedTuple):
    """A piece of a script: its kind and text, and in which statement of the module's top it stands.

    A `name` may be called otherwise, a `short` is a key and the name of its value, a `private` a name of its class.
    """

    kind: str
    text: str
    statement: int
    declared: bool = False


def script_tokens(text: str) -> Iterator[ScriptToken]:
    """The tokens of a module; `declared` are names of its top."""
    pieces = [("", ""), *_pieces(text), ("", "")]
    around, statement = list[str](), 1
    for at in range(1, len(pieces) - 1):
        (_, before), (kind, piece), (_, after) = pieces[at - 1 : at + 2]
        within = around[-1] if around else ""
        if not around and before in ("", ";", "}") and piece in {*_DECLARING, "async"}:
            statement += 1
        if kind == "word":
            kind = _role(within, before, piece, after)
        elif piece == "{":
            around.append(_brace(pieces[at - 2][1] if at > 1 else "", before))
        elif piece in ("(", "[") or piece.endswith("${"):
            around.append(piece)
        elif piece in (")", "]", "}"):
            around.pop()
        yield ScriptToken(kind, piece, statement, kind == "name" and not around and before in _DECLARING)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What blanks and comments lie between, each with its kind."""
    around, before, at = list[str](), "", 0
    while found := (_TEMPLATE if around[-1:] == ["`"] else _TOKEN).match(text, at):
        kind = str(found.lastgroup)
        if found[kind] == "/" and not _ends_value(before) and (pattern := _PATTERN.match(text, found.start(kind))):
            kind, before, at = "text", pattern[0], pattern.end()
        else:
            before, at = found[kind], found.end()
        if before == "}" or (kind == "template" and before.endswith("`")):
            around.pop()
        elif kind == "template" or before in ("{", "`"):
            around.append(before[-1])
        yield kind, before


def _ends_value(piece: str) -> bool:
    """Whether a slash after it divides; else it begins a pattern."""
    return (piece[-1:].isalnum() and piece not in _VALUE_FOLLOWS) or piece[-1:] in (
        "_",
        "$",
        ")",
        "]",
        "}",
        '"',
        "'",
        "`",
    )


def _brace(before_that: str, before: str) -> str:
    """What a brace opens."""
    if before_that in ("class", "extends"):
        return "class"
    return "{" if before in _BLOCK_FOLLOWS else "object"


def _role(within: str, before: str, word: str, after: str) -> str:
    """What a word is, by what stands around it."""
    if word.startswith("#"):
        return "private"
    begins = before in ("{", ",") if within == "object" else before in ("{", "}", ";")
    if before in (".", "?.") or (after == "(" and within in ("object", "class") and before in _BEFORE_METHOD):
        return "word"
    if (within == "object" and begins and after in (":", "(")) or (
        within == "class" and begins and after in ("(", "=", ";")
    ):
        return "word"
    if word in LANGUAGE:
        return "word"
    return "short" if within == "object" and begins and after in ("}", ",", "=") else "name"
