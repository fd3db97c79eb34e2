"""Signs that were character references for Markdown's sake, as themselves where HTML has no meaning for them.

A page of an article says `&#35;` and the like forty times. Invariant: a page says the same, in text and in attributes
that stand in quotation marks, as those of all pages do.
"""

from __future__ import annotations

import re

# Those of & < > " ' stay; so does what stands behind a bare &, and what would end a reference in an attribute (= ;).
_NEEDLESS = re.compile(r"(?<!&)&#(33|35|36|4[0-36]|45|58|64|9[1-6]|12[3-6]);")


def without_needless(page: str) -> str:
    """A page of HTML with plain signs in place of references that only Markdown needed."""
    return _NEEDLESS.sub(_sign, page)


def _sign(reference: re.Match[str]) -> str:
    return chr(int(reference[1]))
