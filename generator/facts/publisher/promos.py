"""Own channels that a page promotes by name, and addresses that belong to a known house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.facts.publisher.names import Name, Sign, marked, named, read_name, sign
from generator.facts.publisher.sheet import Row, Sheet
from generator.reading.letters import Token

_PROMO_WORDS = 22
_NAME_WORDS = 5
_ADDRESS = re.compile(r"(?:[a-z0-9.-]+@)?(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,10})(/\S*)?", re.IGNORECASE)


def promos(sheet: Sheet) -> Iterator[Sign]:
    """«تابعوا قناة X على …», «حمل تطبيق X», «اشترك في نشرة X». A promo that names a topic shows nothing."""
    cues = sheet.outlets.cues
    for row in sheet.outside():
        if len(row.tokens) > _PROMO_WORDS or cues.topics.find(row.text):
            continue
        follows = [i for i, w in enumerate(row.words[:3]) if w in cues.follow]
        platform = any(w.removeprefix("ال") in cues.platforms for w in row.words)
        at = next((i for i, w in enumerate(row.words) if w in cues.channels), None)
        if at is not None and (follows or (platform and at == 0)):
            yield from sign(row, _promoted(sheet, row, at + 1), "outlet-promo", 0.6)
        elif follows and platform:
            yield from sign(row, _promoted(sheet, row, follows[0] + 1), "outlet-promo", 0.55)


def _promoted(sheet: Sheet, row: Row, at: int) -> Name | None:
    cues = sheet.outlets.cues
    while at < len(row.tokens) and (row.words[at] in cues.channels or row.words[at] in cues.fillers):
        at += 1
    if at >= len(row.tokens):
        return None
    if name := marked(sheet, row, row.tokens[at - 1].end):
        return name
    words: list[Token] = []
    for token, word in zip(row.tokens[at:], row.words[at:], strict=True):
        gap = row.text[words[-1].end : token.start].strip() if words else ""
        if gap or word in cues.name_ends or word.removeprefix("ال") in cues.platforms:
            break
        words.append(token)
    return read_name(sheet, row, words[0].start, words[-1].end) if 0 < len(words) <= _NAME_WORDS else None


def addresses(sheet: Sheet) -> Iterator[Sign]:
    """A domain of a known house in furniture: one that links elsewhere has more than one, and shows little."""
    for row in sheet.outside():
        for match in _ADDRESS.finditer(row.text):
            owner = _owner(sheet, match.group(1).casefold())
            if owner:
                weight = 0.5 if match.group(2) else 0.45
                name = named(sheet.outlets, owner, match.start(), match.end())
                yield from (replace(x, owner=owner) for x in sign(row, name, "outlet-address", weight))


def _owner(sheet: Sheet, domain: str) -> str | None:
    labels = domain.split(".")
    endings = (".".join(labels[at:]) for at in range(len(labels) - 1))
    return next((sheet.outlets.by_domain[x] for x in endings if x in sheet.outlets.by_domain), None)
