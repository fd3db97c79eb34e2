"""A preview as a picture in PNG, 1200 by 630: by Pillow, where that is installed and can join and order letters.

Invariant: the same words, colours and face give the same bytes, whatever the machine, with the same Pillow.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from generator.model.colours import text_on
from generator.pages.previews import Preview
from generator.source.settings import Colours

try:
    from PIL import Image, ImageDraw, ImageFile, ImageFont, features
except ImportError:  # the extra `pictures` is not installed
    ABLE = False
else:
    # Pillow brings what joins letters, and finds what orders them on the machine.
    ABLE = bool(features.check("raqm") and features.check("fribidi"))

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_BAND = 104
_LOGO = 64
_ROOM = WIDTH - 2 * _MARGIN
_BESIDE_LOGO = _ROOM - 5 * _LOGO
# The sizes that a title is tried in, with how many lines of each the picture has room for.
_TITLES = ((72, 2), (60, 2), (48, 3), (40, 4))
_LINE_SIZE = 36
_OVER_SIZE = 40
_LEADING = 1.55
# The light scheme's paper, ink, soft ink and brand, as base.css has them.
_PAPER, _INK, _SOFT, _BRAND = "#fbfaf6", "#1a2023", "#4a5357", "#15323a"


def drawn_preview(preview: Preview, face: bytes, colours: Colours, logo: bytes | None, direction: str) -> bytes:
    """A preview as PNG."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = _Pen(ImageDraw.Draw(picture), face, direction)
    ground = colours.primary or _BRAND
    pen.draw.rectangle((0, 0, WIDTH, _BAND), fill=ground)
    pen.line(
        pen.cut(preview.over, _OVER_SIZE, _BESIDE_LOGO),
        (_BAND - _OVER_SIZE * _LEADING) / 2,
        _OVER_SIZE,
        text_on(ground),
    )
    if logo:
        _put_logo(picture, logo, direction)
    top = _BAND + _MARGIN * 0.7
    size, lines = pen.fitted(preview.title)
    for number, line in enumerate(lines):
        pen.line(line, top + number * size * _LEADING, size, _INK)
    bottom = HEIGHT - _MARGIN * 0.6 - len(preview.lines) * _LINE_SIZE * _LEADING
    for number, line in enumerate(preview.lines):
        pen.line(pen.cut(line, _LINE_SIZE), bottom + number * _LINE_SIZE * _LEADING, _LINE_SIZE, _SOFT)
    held = io.BytesIO()
    picture.save(held, "PNG", compress_level=6)
    return held.getvalue()


class _Pen:
    """What writes in one face, from the side on which lines begin."""

    def __init__(self, draw: ImageDraw.ImageDraw, face: bytes, direction: str) -> None:
        self.draw, self._face, self._direction = draw, face, direction
        self._faces: dict[int, ImageFont.FreeTypeFont] = {}

    def face(self, size: int) -> ImageFont.FreeTypeFont:
        """The face in a size."""
        if size not in self._faces:
            held = io.BytesIO(self._face)
            self._faces[size] = ImageFont.truetype(held, size, layout_engine=ImageFont.Layout.RAQM)
        return self._faces[size]

    def line(self, text: str, top: float, size: int, colour: str) -> None:
        """A line of words."""
        rtl = self._direction == "rtl"
        at, anchor = (WIDTH - _MARGIN, "rm") if rtl else (_MARGIN, "lm")
        middle = round(top + size * _LEADING / 2)
        self.draw.text((at, middle), text, colour, self.face(size), anchor, direction=self._direction)

    def fitted(self, text: str) -> tuple[int, list[str]]:
        """A title in the largest size in which it has room; in the smallest it is cut."""
        for size, most in _TITLES:
            lines = list(self._over_lines(text, size))
            if len(lines) <= most and all(self._fits(line, size) for line in lines):
                return size, lines
        size, most = _TITLES[-1]
        lines = list(self._over_lines(text, size))
        return size, [self.cut(line, size) for line in (*lines[: most - 1], " ".join(lines[most - 1 :]))]

    def cut(self, text: str, size: int, room: int = _ROOM) -> str:
        """A line that ends with its room, and with a sign where more follows."""
        if self._fits(text, size, room):
            return text
        ends = range(len(text) - 1, 0, -1)
        return next((cut for end in ends if self._fits(cut := f"{text[:end].rstrip()} …", size, room)), "…")

    def _over_lines(self, text: str, size: int) -> Iterator[str]:
        line = ""
        for word in text.split():
            longer = f"{line} {word}".lstrip()
            if line and not self._fits(longer, size):
                yield line
                line = word
            else:
                line = longer
        yield line

    def _fits(self, text: str, size: int, room: int = _ROOM) -> bool:
        return self.face(size).getlength(text, direction=self._direction) <= room


def _put_logo(picture: Image.Image, data: bytes, direction: str) -> None:
    """A dossier's logo in the band; none where Pillow does not read it, as it does not read drawings in SVG."""
    reader = ImageFile.Parser()
    try:
        reader.feed(data)
        logo = reader.close().convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError):
        return
    logo.thumbnail((_LOGO * 4, _LOGO))
    left = _MARGIN if direction == "rtl" else WIDTH - _MARGIN - logo.width
    picture.paste(logo, (left, (_BAND - logo.height) // 2), logo)
