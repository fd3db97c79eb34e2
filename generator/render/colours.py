"""A dossier's two colours as the end of the site's stylesheet: the header's, and that of links and buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.colours import DARK, LIGHT, STRONG, readable, text_on
from generator.source.settings import Colours

# Where a reader has chosen nothing, or without scripts, the device's wish holds.
_CHOSEN = ':root[data-scheme="dark"] {{\n{}}}\n'
_DEVICE = '@media (prefers-color-scheme: dark) {{\n:root:not([data-scheme="light"]) {{\n{}}}\n}}\n'


def coloured(colours: Colours) -> str:
    """The rules of two colours; empty where none is given."""
    return "\n".join(_rules(colours))


def _rules(colours: Colours) -> Iterator[str]:
    if colours.primary:
        head = _said("head", colours.primary) + _said("head-ink", text_on(colours.primary))
        yield f":root {{\n{head}}}\n"
    if colours.accent:
        yield f":root {{\n{_links(colours.accent, LIGHT)}}}\n"
        dark = _links(colours.accent, DARK)
        yield _CHOSEN.format(dark)
        yield _DEVICE.format(dark)


def _links(accent: str, grounds: Sequence[str]) -> str:
    """The colour of links that reads on some grounds, and the stronger one of a link that is pointed at."""
    return _said("link", readable(accent, grounds)) + _said("link-strong", readable(accent, grounds, STRONG))


def _said(name: str, colour: str) -> str:
    return f"  --mz-{name}: {colour};\n"
