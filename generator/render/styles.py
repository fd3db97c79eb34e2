"""The site's one stylesheet, joined from those of docs/assets/stylesheets/ in the order in which site.css imports them.

A browser that met the imports would ask for one file after the other. Comments and the space before lines stay behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.fault import CommandError

SITE_STYLESHEET = "assets/site.css"
_PLACE = "docs/assets/stylesheets/"
_ENTRY = "site.css"
_IMPORT = re.compile(r'@import "\./([a-z]+\.css)";')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# The sources lie one folder deeper than what is joined of them.
_DEEPER = re.compile(r'(?<=url\(")\.\./')


class StyleError(CommandError):
    """Stylesheets that cannot be joined."""


def styles(sources: Mapping[str, str]) -> str:
    """The stylesheet of the site, of all sources by name. Raises StyleError."""
    names = list(_named(sources[_ENTRY]))
    if lacking := sorted(set(names) - set(sources)):
        raise StyleError("style.no-file", file=f"{_PLACE}{_ENTRY}", names=", ".join(lacking))
    if left := sorted(set(sources) - {_ENTRY, *names}):
        raise StyleError("style.left-out", file=f"{_PLACE}{_ENTRY}", names=", ".join(left))
    return "".join(f"{line}\n" for name in names for line in _lines(sources[name]))


def _named(entry: str) -> Iterator[str]:
    for number, line in enumerate(_COMMENT.sub(_as_many_lines, entry).split("\n"), start=1):
        found = _IMPORT.fullmatch(line.strip())
        if found:
            yield found[1]
        elif line.strip():
            raise StyleError("style.form", file=f"{_PLACE}{_ENTRY}", line=number, text=line.strip())


def _as_many_lines(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")


def _lines(source: str) -> Iterator[str]:
    """What a browser reads of a stylesheet, its addresses as they are one folder higher."""
    plain = _DEEPER.sub("", _COMMENT.sub("", source))
    return (line for line in map(str.strip, plain.split("\n")) if line)
