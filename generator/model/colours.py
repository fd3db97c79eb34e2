"""Colours as a dossier writes them, how well one reads on another, and the nearest of the same hue that does.

Contrast is that of the Web Content Accessibility Guidelines (WCAG 2.x, relative luminance): 1 for no difference, 21
for black on white.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Sequence

# What WCAG asks of text of any size, at level AA; and at level AAA.
READABLE, STRONG = 4.5, 7.0
BLACK, WHITE = "#000000", "#ffffff"
# The grounds on which links stand in the light and in the dark scheme, as docs/assets/stylesheets/base.css has them:
# --mz-paper, --mz-panel, --mz-target.
LIGHT, DARK = ("#fbfaf6", "#f2eee4", "#e0ecee"), ("#14191b", "#1e2528", "#1d3238")

_HEX = re.compile(r"#?(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_SHORT = 3
# Lightness is looked through in steps finer than the 256 levels of a channel.
_STEPS = 1024
_LINEAR_BELOW = 0.04045


def parse_colour(text: str) -> str | None:
    """«#rgb» or «#rrggbb», its sign left out or not, as «#rrggbb»; None for anything else."""
    if not _HEX.fullmatch(text):
        return None
    plain = text.removeprefix("#").lower()
    return "#" + ("".join(c * 2 for c in plain) if len(plain) == _SHORT else plain)


def contrast(one: str, other: str) -> float:
    """How well a colour reads on another, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, grounds: Sequence[str]) -> float:
    """How well a colour reads on the ground that suits it least."""
    return min(contrast(colour, ground) for ground in grounds)


def text_on(ground: str) -> str:
    """Black or white, whichever reads better: one of them has 4.58 at least on every ground there is."""
    return max((WHITE, BLACK), key=lambda text: contrast(text, ground))


def readable(colour: str, grounds: Sequence[str], wanted: float = READABLE) -> str:
    """The colour itself where it reads on all grounds, or the nearest of its hue that does; black or white at worst."""
    return next(c for c in _nearby(colour) if least_contrast(c, grounds) >= wanted)


def _nearby(colour: str) -> Iterator[str]:
    """A colour, then others of its hue and saturation by how little lighter or darker they are."""
    yield colour
    hue, light, full = colorsys.rgb_to_hls(*(channel / 255 for channel in _channels(colour)))
    for step in range(1, _STEPS + 1):
        for way in (-step, step):
            if 0 <= light + way / _STEPS <= 1:
                yield _named(colorsys.hls_to_rgb(hue, light + way / _STEPS, full))
    yield from (BLACK, WHITE)


def _channels(colour: str) -> Iterator[int]:
    yield from (int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _named(channels: Sequence[float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    low: float = channel / 12.92
    high: float = ((channel + 0.055) / 1.055) ** 2.4
    return low if channel <= _LINEAR_BELOW else high
