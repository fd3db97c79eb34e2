"""Copies of a chat: which lines head a message, and so that every message stays.

Invariant: a form of head counts where it comes back; then all between is the article, whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model import Verdict

RULE = "among-chat"

_STAMP = r"\[\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?\]"
_HEADS = (re.compile(rf"^[^\[\]]{{1,80}}, {_STAMP}$"), re.compile(rf"^{_STAMP} [^:\[\]]{{1,80}}:(?= |$)"))
# What the program puts in brackets: a photo, an album, where a message was forwarded from.
_NOTE = re.compile(r"^\[ ?[^\[\]]{1,80} ?\]$")
_FEWEST = 2


def messages(lines: Sequence[str]) -> Mapping[int, Verdict]:
    """The verdict of each line of a copied chat by its index; empty where the lines are none."""
    plain = [line.strip() for line in lines]
    for head in _HEADS:
        heads = {i for i, line in enumerate(plain) if head.match(line)}
        if len(heads) >= _FEWEST:
            first = min(heads)
            return {i: _verdict(line, i in heads, head) for i, line in enumerate(plain) if i >= first and line}
    return {}


def _verdict(line: str, is_head: bool, head: re.Pattern[str]) -> Verdict:
    if is_head:
        return "body" if head.sub("", line).strip() else "furniture"
    return "furniture" if _NOTE.match(line) else "body"
