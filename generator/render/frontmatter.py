"""A page's metadata as YAML: `title` and `description` escaped, for the engine prints them raw; all else true.

Invariant: what a YAML reader gives back is equal. Values are written as JSON, which is YAML too, a key a line: that
takes a fifth of the time of a YAML library. What JSON leaves as it is and YAML does not take is written by its number.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from generator.model import Page
from generator.pages.escape import escape
from generator.pages.previews import Preview
from generator.reading.masks import MASK, shown

# A number that YAML 1.1 reads as a word, for it has no point; words that look so are written by the library too.
_NO_POINT = re.compile("[0-9]e[-+][0-9]")
_WIDE = 1 << 30
# Controls; line ends that JSON does not know, which YAML would fold; halves of a character; and what is none.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def front_matter(page: Page, withheld: str, preview: Preview | None = None) -> str:
    """A page's metadata, ending in a line end; `withheld` stands for names that an editor withholds."""
    meta: dict[str, Any] = {"title": str(escape(page.title)), "description": str(escape(page.description))}
    meta["search"] = {"exclude": True}  # the site has a search of its own; the engine's index stays empty
    if page.context.get("unlisted"):
        meta["robots"] = "noindex"  # for the theme's head, and by it for the sitemap
    meta |= {name: page.context[name] for name in ("cited", "feeds") if page.context.get(name)}
    if preview:
        meta["preview"] = str(escape(preview.told))  # what its picture says, for the theme's head
    briefing = page.context.get("briefing") or {"kind": page.kind}
    rows = (*(f"{name}: {_json(value)}" for name, value in meta.items()), "briefing:", *_below(briefing))
    text = "\n".join((*rows, ""))
    return _NOT_IN_YAML.sub(_by_number, shown(text, _json(withheld)[1:-1]) if MASK in text else text)


def _below(values: dict[str, Any]) -> list[str]:
    """The values of a record, a line each."""
    return [f"  {name}: {_json(value)}" for name, value in values.items()]


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    if not _NO_POINT.search(text):
        return text
    return str(yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, width=_WIDE)).strip()[1:-1]


def _by_number(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
