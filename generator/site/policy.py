"""The Content-Security-Policy of a page: what it may load, and the very scripts that the engine writes into it.

Invariant: a script is allowed because a page of its kind and depth holds it where no text of the dossier stands, never
because the page itself does.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

# A page's kind and depth, told by its place: the folder at the top, and how many folders lie above the page.
Shape = tuple[str, int]
Scripts = Mapping[Shape, frozenset[str]]

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'"
)


def shape_of_page(page: str) -> Shape:
    """The shape of a built page, by its path below the site; a page of the root is a kind of its own."""
    parts = PurePosixPath(page).parts
    return parts[0], len(parts) - 1


def policy(scripts: Iterable[str]) -> str:
    """The policy of a page that may run these inline scripts and the site's own files."""
    hashes = sorted({_hash(script) for script in scripts})
    return _POLICY.format(hashes="".join(f" '{value}'" for value in hashes))


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
