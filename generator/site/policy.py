"""The Content-Security-Policy of every page: what it may load.

Invariant: no page holds a script of its own; what runs are files of the site, which no text of a dossier gets into.
"""

from __future__ import annotations

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'"
)
