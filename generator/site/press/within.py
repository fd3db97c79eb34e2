"""What the words of a page hold, where every tag of them is plain: read off the tags, without a tree.

To parse a page into a tree and ask each element takes .3 ms, to read its tags .05. Invariant: what is found is what
`markup.look` finds; of a page of which that is not plain nothing is said.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from generator.site.markup import Contents, Reference

# Elements that fetch, run, restyle or give an order.
_ELEMENTS = frozenset(
    {
        *("applet", "audio", "base", "embed", "frame", "iframe", "img", "link", "meta", "object", "script", "source"),
        *("style", "template", "use", "video"),
    }
)
_TELLING = re.compile(
    r" (id|href|action|data|formaction|poster|src|srcdoc|style|xlink:href|on[^ =>]*)=\"([^\"]*)\"", re.IGNORECASE
)
_READ = frozenset({"id", "href", "action"})
# References that a browser reads as every other reader does: printable ASCII by number, and the four of XML by name.
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|#(?:3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-6]));)")
_SCHEME = re.compile(r"(?:https?|mailto):")


@dataclass(frozen=True)
class Tags:
    """All tags of a page one behind the other, each with its values in quotation marks, and the names of elements."""

    text: str
    names: frozenset[str]


def look_within(tags: Tags) -> Contents | None:
    """What is in the tags of a page; None where a browser might find something else."""
    text = tags.text
    # A value that ends in «=» would make the sign behind it look like the beginning of one.
    if not _ELEMENTS.isdisjoint(tags.names) or 2 * text.count('="') != text.count('"'):
        return None
    values = {(name, _plain(value)) for name, value in _TELLING.findall(text)}
    if any(name not in _READ or value is None for name, value in values):
        return None
    led = {value for name, value in values if name != "id" and value is not None}
    if any(":" in address and not _SCHEME.match(address) for address in led):
        return None
    references = tuple(Reference(address, fetched=False) for address in sorted(led))
    return Contents(frozenset(value for name, value in values if name == "id" and value), references, (), ())


def _plain(value: str) -> str | None:
    """A value as a browser reads it; None where readers might differ."""
    if "&" not in value:
        return value
    return None if _REFERENCE.search(value) else html.unescape(value)
