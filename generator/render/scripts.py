"""The site's scripts, each joined from modules of docs/assets/search/ and scripts/, so that a reader asks for one file.

No name of a module meets another's. Comments stay behind where they have lines to themselves or state a type. Of what
the language can import, export and declare only what our modules use is known; all else is refused with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.fault import CommandError
from generator.render.scripttokens import ScriptToken, script_tokens
from generator.render.squeezing import squeezed

_PLACE = "docs/assets/"
# The folders below it in which modules lie.
FOLDERS = ("scripts", "search")
# What the site's files are joined from: the module that needs the others, by the file's path below docs/.
_ENTRIES = {
    "search/search.js": "search/main.js",
    "search/page.js": "search/page.js",
    "assets/early.js": "scripts/early.js",
    "assets/site.js": "scripts/site.js",
}
_NAMES = r"\{ (\w+(?:, \w+)*) \}"
_IMPORT = re.compile(rf'import {_NAMES} from "(\./|\.\./[a-z]+/)([a-z]+\.js)";')
_EXPORT = re.compile(r"export (?=(?:async function|function|class|const) (\w+))")
_LISTED = re.compile(rf"export {_NAMES};")
_TYPE = re.compile(r"/\*\* @type \{[^*]*\} \*/ ?")
_TIED = re.compile(r"\b(?:import|export)\b")
# What a name stands for could not be told there: cases, labels, several names that a statement of the top declares.
_UNFOLLOWED = re.compile(r"\s*(?:switch|with|var)\b|\s*\w+: (?:for|while|do)\b|(?:const|let) (?:\W|\w+,)")


class ScriptError(CommandError):
    """Modules that cannot be joined."""


@dataclass(frozen=True)
class _Module:
    """A module without what ties it to others: the names that it takes, by module, those that it gives, its code."""

    takes: Mapping[str, list[str]]
    gives: tuple[str, ...]
    tokens: Sequence[ScriptToken]


def scripts(sources: Mapping[str, str]) -> dict[str, str]:
    """The site's files by their path below docs/, of all modules by folder and name. Raises ScriptError."""
    modules = _modules(sources)
    return {path: _joined(modules, entry) for path, entry in _ENTRIES.items()}


def script_of(sources: Mapping[str, str], entry: str) -> str:
    """A module with all that it needs as one script. Raises ScriptError."""
    return _joined(_modules(sources), entry)


def _modules(sources: Mapping[str, str]) -> Mapping[str, _Module]:
    return {name: _module(name, text) for name, text in sorted(sources.items())}


def _joined(modules: Mapping[str, _Module], entry: str) -> str:
    """A module after all that it needs, each once, in the order in which a browser would run them."""
    needed = dict.fromkeys(_needed(modules, entry))
    taken = {name: {word: other for other, words in modules[name].takes.items() for word in words} for name in needed}
    code = squeezed({name: modules[name].tokens for name in needed}, taken)
    return f'// Joined from {_PLACE}\n(function(){{"use strict";\n{code}\n}})();\n'


def _needed(modules: Mapping[str, _Module], name: str, above: tuple[str, ...] = ()) -> Iterator[str]:
    """The modules that one needs, each before those that need it, itself last."""
    way = _PLACE + " needs ".join((*above, name))
    if name not in modules:
        raise ScriptError("script.no-module", way=way)
    if name in above:
        raise ScriptError("script.circle", way=way)
    for other, names in modules[name].takes.items():
        yield from _needed(modules, other, (*above, name))
        if lacking := [each for each in names if each not in modules[other].gives]:
            raise ScriptError("script.no-export", file=f"{_PLACE}{name}", names=", ".join(lacking), other=other)
    yield name


def _module(name: str, text: str) -> _Module:
    takes, gives, code = dict[str, list[str]](), list[str](), list[str]()
    for number, line in _code(name, text):
        taken, listed, given = _IMPORT.fullmatch(line), _LISTED.fullmatch(line), _EXPORT.match(line)
        rest = line[given.end() :] if given else line
        if taken and (other := _beside(name, taken)) not in takes:
            takes[other] = taken[1].split(", ")
        elif listed:
            gives += listed[1].split(", ")
        elif _TIED.search(rest):
            raise _refused("script.form", name, number, line)
        elif _UNFOLLOWED.match(rest):
            raise _refused("script.names", name, number, line)
        else:
            gives += [given[1]] if given else []
            code.append(rest.strip())
    return _Module(takes, tuple(gives), tuple(script_tokens("\n".join(code))))


def _beside(name: str, taken: re.Match[str]) -> str:
    """The module that an import names: one of its own folder, or of the one that it says."""
    folder = name.rpartition("/")[0] + "/" if taken[2] == "./" else taken[2].removeprefix("../")
    return folder + taken[3]


def _code(name: str, text: str) -> Iterator[tuple[int, str]]:
    """The lines of a module that are neither blank nor comments, with their numbers."""
    commented = False
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.strip()
        if commented or bare.startswith("/*"):
            _, closed, after = (bare if commented else bare[2:]).partition("*/")
            commented = not closed
            if after:
                raise _refused("script.open", name, number, line)
        elif bare and not bare.startswith("//"):
            _, opened, within = bare.rpartition("/*")
            if bare.count("`") % 2 or bare.endswith("\\") or (opened and "*/" not in within):
                raise _refused("script.open", name, number, line)
            yield number, _TYPE.sub("", line)


def _refused(why: str, name: str, number: int, line: str) -> ScriptError:
    return ScriptError(why, file=f"{_PLACE}{name}", line=number, text=line.strip())
