"""Mails and pages saved as one file: what a mail program shows, its subject first; a newsletter declares its day.

Of two forms of one text the plain one is read, unless it only says that there is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from selectolax.lexbor import LexborHTMLParser

from generator.model.declared import Declaration, Declared
from generator.reading.files import decode, is_arabic
from generator.source.formats.reading import Content, Refusal
from generator.source.web.days import declared_day
from generator.source.web.visible import visible

# How programs mark what is answered or sent on, in the languages that they do it in with Latin letters.
_SENT_ON = re.compile(r"(?:[a-z]{2,3}(?:\[\d+\])?:\s*)+", re.IGNORECASE)
# What is sent to many says so, for their programs to take them off the list.
_TO_MANY = ("List-Unsubscribe", "List-Id", "List-Post")
_KNOWN = ("From", "Subject", "Date", "MIME-Version", "Content-Type", "Received")
# A plain form with less than this share of the other's words only points to it.
_WHOLE = 0.5


def read(data: bytes) -> Content | Refusal:
    """The text of a mail, with what a newsletter declares of itself."""
    mail = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(), policy=default)
    if not any(mail[name] for name in _KNOWN):
        return Refusal("file-broken")
    text, encoding, joined = _text(mail)
    if not text.strip():
        held = ", ".join(name for part in mail.iter_attachments() if (name := part.get_filename()))
        return Refusal("mail-attached", (("files", held),)) if held else Refusal("file-without-text")
    subject = _header(mail, "Subject")
    title = _SENT_ON.sub("", subject, count=1) if _SENT_ON.match(subject) else subject
    if title and text.strip().partition("\n")[0].split() != title.split():
        text = f"{title}\n\n{text}"
    repairs = (("joined-lines", joined),) if joined else ()
    return Content(text, encoding, repairs, _declared(mail, title, title == subject))


def _header(mail: EmailMessage, name: str) -> str:
    return " ".join(str(mail[name] or "").split())


def _declared(mail: EmailMessage, title: str, own: bool) -> Declared:
    """The subject of any mail; day and sender of one that was sent to many, for it is published by that.

    What one person sends on to another may be years old.
    """
    said = Declared(title=Declaration(title, title, "Subject") if title else None)
    if not own or not any(mail[name] for name in _TO_MANY):
        return said
    sent, sender = _header(mail, "Date"), _header(mail, "From")
    day, name = declared_day(sent), parseaddr(sender)[0]
    return Declared(
        title=said.title,
        date=Declaration(day, sent, "Date") if day else None,
        outlet=Declaration(name, sender, "From") if name else None,
    )


def _text(mail: EmailMessage) -> tuple[str, str, int]:
    """The text that is shown, its encoding, and how many rows were joined that its sender had parted."""
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    shown = _plain(plain) if isinstance(plain, EmailMessage) else ("", "utf-8", 0)
    if not isinstance(page, EmailMessage):
        return shown
    text, encoding = _decoded(page)
    lines = visible(LexborHTMLParser(text))
    return shown if len(shown[0].split()) >= len(lines.split()) * _WHOLE else (lines, encoding, 0)


def _plain(part: EmailMessage) -> tuple[str, str, int]:
    text, encoding = _decoded(part)
    if part.get_param("format") != "flowed":
        return text, encoding, 0
    rows = [row.removeprefix(" ") for row in text.split("\n")]
    lines = list(_flowed(rows, glued=part.get_param("delsp") == "yes"))
    return "\n".join(lines), encoding, len(rows) - len(lines)


def _flowed(rows: list[str], *, glued: bool) -> Iterator[str]:
    """Paragraphs of rows: one that ends in a space goes on in the next (RFC 3676)."""
    held = ""
    for row in rows:
        if row.endswith(" ") and row != "-- ":
            held += row[:-1] if glued else row
        else:
            yield held + row
            held = ""
    if held:
        yield held


def _decoded(part: EmailMessage) -> tuple[str, str]:
    """The letters of a part: as it says, unless they are Arabic in an encoding that it does not know of."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    name = part.get_content_charset() or "utf-8"
    try:
        said = data.decode(name)
    except (LookupError, UnicodeDecodeError):
        said = ""
    found = decode(data)
    if found and (not said or (is_arabic(found[0]) and not is_arabic(said))):
        return found
    text = said or data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""), name
