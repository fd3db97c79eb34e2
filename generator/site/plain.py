"""What of a hand-written page's HTML may stand on a site, and the rest taken out: what could run leaves the page out.

Invariant: nothing is left that the policy of pages stops, that another host would be asked for, or that the theme's
scripts take for their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from generator.site.markup import look

_ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        """
    a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section
    small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
""",
    )
)
_ATTRIBUTES = frozenset(
    re.findall(
        r"\w+",
        """
    href title id class lang dir src alt width height colspan rowspan scope headers start reversed value type open
    datetime cite align role
""",
    )
)
# What belongs to the theme: an id or a class of its own would answer to its scripts.
_THEMES = re.compile(r"__|md-|js\b|no-js")
# A style is only looks: it goes by itself, and the page stays.
_LOOKS = frozenset({"style"})


def running(body: LexborNode) -> str | None:
    """The name of what in a page could run or restyle it; None for a page that only says something."""
    if body.css_first("script"):
        return "<script>"
    return next((what for what in look(body.html or "").refused if what not in _LOOKS), None)


def made_plain(body: LexborNode) -> tuple[str, ...]:
    """Take out of a page what has no place on it, words kept; gives the names of what went, each once."""
    return tuple(dict.fromkeys(_taken_out(body)))


def _taken_out(body: LexborNode) -> Iterator[str]:
    for node in list(body.css("*")):
        if node.mem_id == body.mem_id:
            continue
        for name in [name for name in node.attributes if not _stays(name, node.attributes[name] or "")]:
            del node.attrs[name]
            if name in _LOOKS:
                yield name
        if node.tag not in _ELEMENTS:
            yield f"<{node.tag}>"
            node.unwrap() if node.child else node.decompose()


def _stays(name: str, value: str) -> bool:
    if name in ("id", "class"):
        return not any(map(_THEMES.match, value.split())) and bool(value)
    return name in _ATTRIBUTES or name.startswith("aria-")
