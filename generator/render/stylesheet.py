"""A dossier's two colours as a stylesheet over the site's own: the header's, and that of links and buttons.

A policy allows no style in pages, so this is a file of its own; without colours there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.colours import DARK, LIGHT, STRONG, readable, text_on
from generator.source.settings import Colours

STYLESHEET = "assets/dossier.css"

_LIGHT = ':root,\n[data-md-color-scheme="default"]'
_DARK = '[data-md-color-scheme="slate"]'
# Before the theme's script has run, or without scripts, the device's wish holds.
_UNSCRIPTED = "@media (prefers-color-scheme: dark) {{\n.no-js body:not([data-md-color-media]) {{\n{}}}\n}}\n"


def stylesheet(colours: Colours) -> str:
    """The stylesheet of two colours; empty where none is given."""
    return "\n".join(_rules(colours))


def _rules(colours: Colours) -> Iterator[str]:
    if colours.primary:
        head = _said("head", colours.primary) + _said("head-ink", text_on(colours.primary))
        yield f"[data-md-color-scheme] {{\n{head}}}\n"
    if colours.accent:
        yield f"{_LIGHT} {{\n{_links(colours.accent, LIGHT)}}}\n"
        dark = _links(colours.accent, DARK)
        yield f"{_DARK} {{\n{dark}}}\n"
        yield _UNSCRIPTED.format(dark)


def _links(accent: str, grounds: Sequence[str]) -> str:
    """The colour of links that reads on some grounds, and the stronger one of a link that is pointed at."""
    return _said("link", readable(accent, grounds)) + _said("link-strong", readable(accent, grounds, STRONG))


def _said(name: str, colour: str) -> str:
    return f"  --mz-{name}: {colour};\n"
