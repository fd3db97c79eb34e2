"""What a file is by its bytes, whatever it is called: told from its beginning, and from what is packed in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of file: how it begins, what else stands in it, and how such files are called.

    refused: the rule of the problem of one that no format reads.
    """

    suffix: str
    begins: bytes
    holds: bytes = b""
    refused: str = "file-unread"


# A PDF may have some white space before its mark.
_PDF_WITHIN = 1024
_UTF16 = "utf-16-le"
# Of those that begin alike the first that holds what it must.
_KINDS = (
    Kind(".docx", b"PK\x03\x04", b"word/document.xml"),
    Kind(".xlsx", b"PK\x03\x04", b"xl/workbook"),
    Kind(".pptx", b"PK\x03\x04", b"ppt/presentation"),
    Kind(".odt", b"PK\x03\x04", b"opendocument"),
    Kind(".epub", b"PK\x03\x04", b"epub+zip"),
    Kind(".pages", b"PK\x03\x04", b"Index/Document.iwa"),
    Kind(".zip", b"PK\x03\x04"),
    # Office packs what a password locks as it packed its old formats.
    Kind(".docx", b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode(_UTF16), "file-locked"),
    Kind(".doc", b"\xd0\xcf\x11\xe0", "WordDocument".encode(_UTF16)),
    Kind(".xls", b"\xd0\xcf\x11\xe0"),
    Kind(".rtf", b"{\\rtf"),
    Kind(".png", b"\x89PNG", refused="file-picture"),
    Kind(".jpg", b"\xff\xd8\xff", refused="file-picture"),
    Kind(".tif", b"II*\x00", refused="file-picture"),
    Kind(".tif", b"MM\x00*", refused="file-picture"),
    Kind(".gif", b"GIF8", refused="file-picture"),
    Kind(".webp", b"RIFF", b"WEBP", refused="file-picture"),
    Kind(".rar", b"Rar!"),
    Kind(".gz", b"\x1f\x8b"),
    Kind(".7z", b"7z\xbc\xaf"),
)
_PDF = Kind(".pdf", b"%PDF-")


def kind_of(data: bytes) -> Kind | None:
    """What a file is by its bytes; None for text, and for what is not known here."""
    if data[:_PDF_WITHIN].lstrip().startswith(_PDF.begins):
        return _PDF
    return next((kind for kind in _KINDS if data.startswith(kind.begins) and kind.holds in data), None)
