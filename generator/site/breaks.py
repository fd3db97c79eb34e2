"""Places to break in words that are longer than any line, so that a browser can lay a page out.

Letters of a joined script are shaped together: to break a word of them Chromium shapes what is left of it anew for each
line, so that a page with ten thousand joined letters in a few places took two minutes. `<wbr>` ends that. It is no
text: what is read aloud, copied or compared stays as the source has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# No word of any language is so long; a line of a phone holds about forty letters.
_LONGEST_WORD = 200
_PIECE = 100
# Letters of ASCII are shaped one by one, and addresses are made of them: they need no places.
_LONG = re.compile(rf"[^\x00-\x7f\s]{{{_LONGEST_WORD},}}")
_PARTS = re.compile(rf"<(?P<tag>/?[a-z]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|(?P<word>{_LONG.pattern})", re.IGNORECASE)
# A word so long has as many letters among every fifth of a page's signs: there they are found in a fifth of the time.
_STEP = 5
_PERHAPS = re.compile(rf"[^\x00-\x7f\s]{{{_LONGEST_WORD // _STEP}}}")
# Elements whose text is no part of the page's lines.
_ELSEWHERE = frozenset({"script", "style", "title", "textarea", "option"})
# A place lies before a letter or digit: a mark stays on its letter, and what joins two signs stays between them.
_LETTER = re.compile(r"\w")


def breakable(page: str) -> str:
    """A page of HTML with places to break in its long words; any other page is given back as it is."""
    return "".join(_broken(page)) if _PERHAPS.search(page[::_STEP]) and _LONG.search(page) else page


def _broken(page: str) -> Iterator[str]:
    """The page piece by piece; words in attributes and in what is shown nowhere stay whole."""
    end, elsewhere = 0, False
    for part in _PARTS.finditer(page):
        yield page[end : part.start()]
        end = part.end()
        if part["word"] is None:
            name = part["tag"].lower()
            elsewhere = name in _ELSEWHERE or (elsewhere and name.removeprefix("/") not in _ELSEWHERE)
        yield part[0] if elsewhere or part["word"] is None else _with_places(part["word"])
    yield page[end:]


def _with_places(word: str) -> str:
    places = [0]
    for letter in _LETTER.finditer(word):
        if letter.start() - places[-1] >= _PIECE:
            places.append(letter.start())
    return "<wbr>".join(word[start:end] for start, end in zip(places, [*places[1:], None], strict=True))
