"""One page or file from the web, when a person asks for it by its address: the only place that speaks to a network.

Invariant: nothing but http and https, nothing sent but the address and this program's name, no more than so many bytes,
and no way from a public address to one of the network that the person sits in.
"""

from __future__ import annotations

import ipaddress
import socket
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator import __version__
from generator.model.fault import CommandError

_SCHEMES = ("http", "https")
_SECONDS = 20
_MOST_STEPS = 5
_CHUNK = 1 << 16
_GZIP = 31  # what zlib calls a stream with the head of gzip
_PLAIN_OF_ADDRESS = "/%:;=@&+$,?#!~*'()[]-._"


class FetchError(CommandError):
    """An address from which nothing was had, and why."""


@dataclass(frozen=True)
class Fetched:
    """Bytes as they came, from where after all forwarding, and what the server says they are."""

    data: bytes
    url: str
    kind: str
    charset: str | None


def is_address(text: str) -> bool:
    """True for what is meant as an address on the web rather than as a file."""
    return "://" in text


def fetch(address: str, most: int) -> Fetched:
    """What lies at an address. Raises FetchError."""
    url = _sound(address)
    opener = build_opener(_Forwarding(is_private(url)))
    opener.addheaders = [("User-Agent", f"mujaz/{__version__}"), ("Accept-Encoding", "identity")]
    try:
        with opener.open(Request(url), timeout=_SECONDS) as answer:  # noqa: S310  the scheme was looked at
            return _read(answer, most)
    except HTTPError as error:
        error.close()
        raise FetchError("add.refused", url=address, code=error.code) from error
    except (URLError, OSError, HTTPException) as error:
        raise _unreached(address, error) from error


def _sound(address: str) -> str:
    """An address as it is sent: letters of any script escaped. Raises FetchError for what is none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise FetchError("add.no-address", url=address) from error
    if parts.scheme.lower() not in _SCHEMES or not host or parts.username is not None:
        raise FetchError("add.no-address", url=address)
    host = f"[{host}]" if ":" in host else host
    path, query = quote(parts.path or "/", _PLAIN_OF_ADDRESS), quote(parts.query, _PLAIN_OF_ADDRESS)
    return urlunsplit((parts.scheme.lower(), host + port, path, query, ""))


class _Forwarding(HTTPRedirectHandler):
    """Follows a few steps to other addresses of the web; from a public one to no private one."""

    max_redirections = _MOST_STEPS

    def __init__(self, private: bool) -> None:
        self._private = private

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The next step. Raises FetchError for one that is not taken."""
        fp.close()
        url = _sound(newurl)
        if not self._private and is_private(url):
            raise FetchError("add.inward", url=req.full_url, target=newurl)
        return super().redirect_request(req, fp, code, msg, headers, url)


def is_private(url: str) -> bool:
    """True for an address within this machine or its network; a name that nobody knows is not."""
    try:
        found = socket.getaddrinfo(urlsplit(url).hostname, None)
    except OSError:
        return False
    return any(not ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)


def _read(answer: Any, most: int) -> Fetched:
    """An answer's bytes. Raises FetchError for more than may be."""
    headers: HTTPMessage = answer.headers
    data = bytearray()
    while chunk := answer.read(_CHUNK):
        data += chunk
        if len(data) > most:
            raise FetchError("add.too-large", url=answer.url, most=most)
    plain = bytes(data)
    if (headers.get("Content-Encoding") or "").lower() == "gzip":
        plain = _unpacked(plain, answer.url, most)
    return Fetched(plain, answer.url, headers.get_content_type(), headers.get_content_charset())


def _unpacked(data: bytes, url: str, most: int) -> bytes:
    try:
        plain = zlib.decompressobj(_GZIP).decompress(data, most + 1)
    except zlib.error as error:
        raise FetchError("add.unreached", url=url, reason=error) from error
    if len(plain) > most:
        raise FetchError("add.too-large", url=url, most=most)
    return plain


def _unreached(address: str, error: Exception) -> FetchError:
    reason = getattr(error, "reason", error)
    if isinstance(reason, socket.gaierror):
        return FetchError("add.no-network", url=address, host=urlsplit(address).hostname)
    if isinstance(reason, TimeoutError):
        return FetchError("add.slow", url=address, seconds=_SECONDS)
    return FetchError("add.unreached", url=address, reason=getattr(reason, "strerror", None) or reason)


KINDS: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""The suffix of a seed by what a server calls its bytes."""
