"""Opens files that people put into a folder: their bytes and text, or the problem that keeps them from being read.

Invariant: nothing but a regular file in its own folder is opened; a text loses a BOM, gets LF line ends, and nothing
else happens to it.
"""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from stat import S_ISREG

from generator.model import Problem

# Scraped pages run to some hundred kilobytes; far above that a file is something else, and slow for every reader.
LARGEST_FILE = 4_000_000

# UTF-8 with damage keeps most of its letters; windows-1256 read as UTF-8 breaks at nearly every one.
_UTF8_DAMAGE_SHARE = 0.5

# A zero or two may slip into a text; every space of UTF-16 without a BOM holds one.
_ZERO_SHARE = 0.05

# Latin letters of furniture beside Arabic text stay below half; random bytes give about a third of Arabic letters.
_ARABIC_SHARE = 0.5


def printable(name: str) -> str:
    """A file's name as it can be written anywhere: bytes that are no UTF-8 stand as question marks."""
    return name.encode("utf-8", "replace").decode()


def read_bytes(
    path: Path, most: int = LARGEST_FILE, home: Path | None = None, file: str | None = None
) -> bytes | Problem:
    """What a file holds; `home` is the folder that no link may lead out of, its own where none is given, and `file`
    its name for problems. Anything but a regular file, such as a pipe, would keep the build waiting.
    """
    name = file or printable(path.name)
    if strays(path, home or path.parent):
        return Problem("error", name, None, "link-outside")
    try:
        status = path.stat()
        if status.st_size > most:
            return too_large(name, status.st_size, most)
        if not S_ISREG(status.st_mode):
            return Problem("error", name, None, "seed-unreadable", (("reason", "not a regular file"),))
        return path.read_bytes()
    except OSError as error:
        return Problem("error", name, None, "seed-unreadable", (("reason", error.strerror or str(error)),))


def strays(path: Path, home: Path) -> bool:
    """True for a link that leads out of a folder, or to what is hidden in it: nobody put that there to be published.

    A hard link cannot be told from the file itself.
    """
    if not path.is_symlink():
        return False
    top, end = Path(os.path.realpath(home)), Path(os.path.realpath(path))
    return not end.is_relative_to(top) or any(part.startswith(".") for part in end.relative_to(top).parts)


def too_large(name: str, size: int, most: int) -> Problem:
    """The problem of a file with more bytes than it may have."""
    return Problem("error", name, None, "seed-too-large", (("size", str(size)), ("most", str(most))))


def decode(data: bytes) -> tuple[str, str] | None:
    """Bytes as text with LF line ends, and their encoding; None where they are no text that is known."""
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding)
    return _strictly(data, "utf-8") or _windows(data)


def _strictly(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\x00" in text:
        return None
    return _line_feeds(text), encoding


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _windows(data: bytes) -> tuple[str, str] | None:
    """windows-1256 maps every byte to something, so it is believed only when the outcome reads as Arabic."""
    read = _strictly(data, "cp1256")
    if read is None or damage(data) is not None:
        return None
    controls = sum(c < " " and c not in "\n\t\x0c" for c in read[0])
    return read if is_arabic(read[0]) and not controls else None


def is_arabic(text: str) -> bool:
    """True where most letters are Arabic."""
    letters = [c for c in text if c.isalpha()]
    arabic = sum("\u0621" <= c <= "\u064a" for c in letters)
    return bool(letters) and arabic / len(letters) > _ARABIC_SHARE


def damage(data: bytes) -> int | None:
    """The first line whose bytes are not UTF-8 text, in a file that otherwise is; None for another encoding.

    A scrape cut in mid-character must not be taken for windows-1256, where every byte means something.
    """
    text = _line_feeds(data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace"))
    broken, zeros = text.count("\ufffd"), text.count("\x00")
    letters = sum(c > "\x7f" for c in text)
    if not broken + zeros or broken > letters * _UTF8_DAMAGE_SHARE or zeros > len(text) * _ZERO_SHARE:
        return None
    return text.count("\n", 0, min(at for at in (text.find("\ufffd"), text.find("\x00")) if at >= 0)) + 1
