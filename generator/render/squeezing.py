"""Modules written one after another with short names and no blanks: a quarter less to send.

A name of a module's top is told from those of others by a short name of its own, so modules need no scopes. The names
within one statement of a module's top are one scope here: where a word names two things there, both get one short name,
and the inner hides the outer as before. Properties, keys and what browsers name stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from generator.render.scripttokens import LANGUAGE, ScriptToken

# What browsers name and our scripts use. One that lacks here would be renamed: tests/render/test_scripts.py has the
# type checker look for names that nothing declares.
_NAMED_BY_BROWSERS = """
Array Boolean DOMParser Element Error Float32Array Float64Array HTMLButtonElement HTMLDetailsElement HTMLElement
HTMLFormElement HTMLInputElement HTMLSelectElement Infinity Int32Array Int8Array IntersectionObserver Intl JSON Map
Math Node Number Object Promise RangeError RegExp Response Set String SyntaxError TextDecoder TypeError URL
URLSearchParams Uint16Array Uint32Array Uint8Array Worker addEventListener caches clearTimeout console
decodeURIComponent document fetch globalThis history localStorage location matchMedia navigator scrollTo scrollY
self setTimeout window
"""
PLATFORM = frozenset(_NAMED_BY_BROWSERS.split())
_RENAMED = frozenset(["name", "short", "private"])
# Names of a module's top begin otherwise than those within a statement, so that neither hides the other.
_TOP, _WITHIN, _NEXT = ascii_uppercase + "$", ascii_lowercase, ascii_lowercase + ascii_uppercase + digits
_JOINING = re.compile(r"[\w$#\\]")

# For each module, of each name that it takes, the module that it is taken from.
Taken = Mapping[str, Mapping[str, str]]


class ScriptName(NamedTuple):
    """What has one short name: a word of the top of a module, or (from 1) of one statement there."""

    module: str
    word: str
    statement: int = 0


def squeezed(modules: Mapping[str, Sequence[ScriptToken]], taken: Taken) -> str:
    """Modules in order, each on its line."""
    declared = {ScriptName(module, each.text) for module, held in modules.items() for each in held if each.declared}
    times = {module: Counter(each for each in held if each.kind in _RENAMED) for module, held in modules.items()}
    names = {(module, each): _name(module, each, taken, declared) for module, held in times.items() for each in held}
    used = Counter[ScriptName]()
    for (module, each), name in names.items():
        used[name] += times[module][each]
    short = _short(used)

    def texts(module: str) -> Iterator[str]:
        return (_text(each, short.get(names.get((module, each)))) for each in modules[module])

    return "\n".join(_together(texts(module)) for module in modules)


def _name(
    module: str, token: ScriptToken, taken: Mapping[str, Mapping[str, str]], declared: Iterable[ScriptName]
) -> ScriptName:
    top = module
    while token.text in taken[top]:
        top = taken[top][token.text]
    name = ScriptName(top, token.text)
    return name if name in declared else ScriptName(module, token.text, token.statement)


def _short(used: Counter[ScriptName]) -> dict[ScriptName | None, str]:
    """Short names, the shortest for what stands most often in its scope."""
    scopes: dict[tuple[str, int, str], Iterator[str]] = defaultdict(lambda: _names(_WITHIN))
    top, found = _names(_TOP), dict[ScriptName | None, str]()
    for name, _ in used.most_common():
        private = name.word[:1] if name.word.startswith("#") else ""
        if not name.statement:
            found[name] = next(top)
        elif name.word not in PLATFORM:
            found[name] = private + next(scopes[name.module, name.statement, private])
    return found


def _text(token: ScriptToken, short: str | None) -> str:
    if short is None:
        return token.text
    return f"{token.text}:{short}" if token.kind == "short" else short


def _names(first: str) -> Iterator[str]:
    """All names that begin with one of some letters, short ones before."""
    after: list[str] = []
    while True:
        for letters in product(first, *after):
            if (name := "".join(letters)) not in LANGUAGE:
                yield name
        after.append(_NEXT)


def _together(texts: Iterable[str]) -> str:
    """Texts with a blank only where two would be taken for one, without a comma or semicolon before what closes."""
    out = [""]
    for text in texts:
        before = out[-1]
        if (before == "," and text in (")", "]", "}")) or (before == ";" and text == "}"):
            out.pop()
        elif before[-1:] + text[:1] in ("++", "--") or (_JOINING.match(before[-1:]) and _JOINING.match(text)):
            out.append(" ")
        out.append(text)
    return "".join(out)
