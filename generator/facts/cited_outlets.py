"""The papers, agencies and channels that an article leans on, apart from the one that published it.

Invariant: a name counts only beside a word of citing; one that is an ordinary word too, only after a noun of the
trade, in marks or before the colon of a headline. «على المدى الطويل» and «منطقة الشرق الأوسط» name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from generator.facts.found import Found, evidence
from generator.facts.publisher import headers
from generator.facts.publisher.names import Name, known_name, marked, read_name
from generator.facts.publisher.sheet import INITIALS, Row, Sheet, sheet
from generator.lexicon import Lexicon
from generator.lexicon.outlets import OutletName
from generator.model import Cleaned, Evidence, Facts, Named
from generator.reading.letters import Token, key, tokens, words_after, words_before
from generator.reading.match import Hit
from generator.reading.sentences import sentence_span

Cited = tuple[Name, Evidence]

_NEAR, _AFTER = 8, 3
_LED = 24  # words before a name that are looked through for a word of citing right before it
_NEXT = re.compile(r"\s*(\S?)")
_MARKS = "«»“”\"„()[]‹›'"
_UNKNOWN_WORDS = 3
_PREFIX = 40
"""Code points before the colon of a headline that is ascribed to a paper."""
_ROW_WORDS = 8
_CLOSING = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]][\s.\-–—]*$")
_PIECES = re.compile(r"[^()\[\]،,/+|–—-]+")
_OPENING, _OPENING_WORDS = 60, 3


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[tuple[Named, ...]]:
    """Every cited outlet once, in the order of the text, with each place where it is cited."""
    seen = sheet(cleaned, facts, lexicon)
    own = known_name(lexicon.outlets, tuple(key(facts.outlet.name).split())) if facts.outlet else None
    groups: dict[str, list[Cited]] = {}
    for name, shown in _cited(seen):
        if not (
            facts.outlet
            and (name.text == facts.outlet.name or (own and name.known and set(own.ids) & set(name.known.ids)))
        ):
            groups.setdefault(name.known.name if name.known else name.text, []).append((name, shown))
    return Found(tuple(_named(text, group) for text, group in groups.items()))


def _named(text: str, group: list[Cited]) -> Named:
    known = group[0][0].known
    id_ = known.ids[0] if known and len(known.ids) == 1 else None
    spots = tuple(dict.fromkeys(shown for _, shown in sorted(group, key=lambda x: (x[1].line, x[1].start))))
    return Named(text, spots, id_, "stated", "certain" if known else "probable")


def _cited(seen: Sheet) -> Iterator[Cited]:
    for row in seen.rows:
        if row.line.is_body or row.at == seen.title:
            yield from _titled(seen, row)
            yield from _reported(seen, row)
            yield from _unknown(seen, row)
            yield from _opening(seen, row)
            yield from _closing(seen, row)
    for row in seen.header():
        yield from _wires(seen, row)
    signed = {one.evidence.line for one in headers.signatures(seen)}
    for row in seen.tail():
        if row.line.number in signed or row.line.verdict == "signature" or row.words[0] in seen.outlets.cues.sources:
            yield from _signed(seen, row)


def _shown(row: Row, name: Name, rule: str) -> Cited:
    return name, evidence(row.line.number, row.line.text, name.start, name.end, rule)


def _titled(seen: Sheet, row: Row) -> Iterator[Cited]:
    """«واشنطن تايمز: …» at the head of a title or subheading."""
    colon = row.text.find(":")
    if (row.at == seen.title or row.line.verdict in ("subheading", "dek")) and 0 < colon < _PREFIX:
        name = read_name(seen, row, 0, colon)
        if (
            name
            and name.known
            and not (name.known.ambiguous and len(row.words) > 1 and not _trade_before(seen, row, name.end))
        ):
            yield _shown(row, name, "cited-title")


def _trade_before(seen: Sheet, row: Row, end: int) -> bool:
    return row.words[0] in seen.outlets.cues.trades and row.tokens[0].end < end


def _reported(seen: Sheet, row: Row) -> Iterator[Cited]:
    """A known name with a word of citing close by in its sentence."""
    line = INITIALS.sub(" ", row.line.text)
    hits = tuple(seen.outlets.phrases.find(line))
    for hit, following in zip_longest(hits, hits[1:]):
        if _is_name(seen, line, hit, following) and _is_cited(seen, line, hit):
            start = _name_start(line, hit)
            known = hit.payload
            yield _shown(row, Name(known.name, key(known.text), known, start, hit.end), "cited-report")


def _name_start(line: str, hit: Hit[OutletName]) -> int:
    """Where the name begins: a preposition written on it is no part of it, an article is."""
    joined = line.startswith(hit.prefix, hit.start) and not line.startswith("لل", hit.start)
    return hit.start + (len(hit.prefix) if joined else 0)


def _is_name(seen: Sheet, line: str, hit: Hit[OutletName], following: Hit[OutletName] | None) -> bool:
    spelled = line[hit.start : hit.end]
    if hit.payload.text.isascii() and hit.payload.text not in spelled:
        return False
    if not hit.payload.ambiguous:
        return True
    if following and not following.payload.ambiguous and not line[hit.end : following.start].strip(_MARKS + " "):
        return False  # «موقع الأخبار أكسيوس»: the noun of a name that stands right behind it
    before = words_before(line, hit.start, 2)
    headed = (
        bool(before)
        and not line[before[-1].end : hit.start].strip(_MARKS + " ")
        and _has_trade(seen, line[before[-2:][0].start : before[-1].end], hit.payload)
    )
    around = line[before[-1].end if before else 0 : hit.start].rstrip()[-1:], _NEXT.match(line, hit.end)
    return headed or (around[0] in tuple(_MARKS) and (around[1][1] if around[1] else "") in tuple(_MARKS))


def _has_trade(seen: Sheet, before: str, known: OutletName) -> bool:
    """The last words before a name are a noun of its trade: «صحيفة», «وكالة الأنباء»."""
    trades = (h for h in seen.outlets.cues.trades.find(before) if h.end == len(before))
    return any(seen.outlets.fits(key(trade.payload), known) for trade in trades)


def _is_cited(seen: Sheet, line: str, hit: Hit[OutletName]) -> bool:
    start, end = sentence_span(line, hit.start, hit.end)
    before = _own_clause(seen, words_before(line, hit.start, _NEAR, start))
    after = [token for token in words_after(line, hit.end, _AFTER) if token.end <= end]
    cues = seen.outlets.cues
    window = line[before[0].start : hit.start] if before else ""
    following = line[hit.end : after[-1].end] if after else ""
    reach = words_before(line, hit.start, _LED, start)
    led = _led(seen, line[reach[0].start if len(reach) == _LED else start : hit.start])
    return led or hit.prefix.endswith("ل") or bool(cues.citing.find(window) or cues.citing.find(following))


def _own_clause(seen: Sheet, before: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words after the last «أن»: a verb before it cites somebody else, of whom or what the name is said."""
    said = [at for at, token in enumerate(before) if key(token.text) in seen.outlets.cues.clauses]
    return before[said[-1] + 1 :] if said else before


def _led(seen: Sheet, before: str) -> bool:
    """«بحسب», «عن» or a joined ل right before a name, a noun of the trade between them perhaps."""
    before = before.rstrip(_MARKS + " ـ")
    cues = seen.outlets.cues
    trade = next((h for h in cues.trades.find(before) if h.end == len(before)), None)
    if trade:
        before = before[: trade.start].rstrip(_MARKS + " ـ")
    joined = trade is not None and trade.prefix.endswith("ل")
    return joined or any(h.end == len(before) for h in cues.according.find(before))


def _unknown(seen: Sheet, row: Row) -> Iterator[Cited]:
    """«ذكرت صحيفة "…"»: a name that no list holds, after a word of citing and a noun of the trade."""
    cues = seen.outlets.cues
    for at, word in enumerate(row.words[:-1]):
        noun = next((h for h in seen.outlets.cues.trades.find(row.tokens[at].text)), None)
        cited = noun and (noun.prefix.endswith("ل") or (at and _cites(seen, row.tokens[at - 1].text)))
        if not cited or row.words[at + 1] in cues.origins:
            continue
        name = marked(seen, row, row.tokens[at].end) or _bare_unknown(seen, row, at + 1, word)
        if name and not name.known:
            yield _shown(row, name, "cited-unknown")


def _cites(seen: Sheet, word: str) -> bool:
    cues = seen.outlets.cues
    return bool(cues.citing.find(word) or cues.according.find(word))


def _bare_unknown(seen: Sheet, row: Row, at: int, noun: str) -> Name | None:
    """Without marks only a Latin name is sure of its end; Arabic ones need a word of the trade in them."""
    cues = seen.outlets.cues
    picked: list[Token] = []
    last = at + _UNKNOWN_WORDS + 1
    for token, word in zip(row.tokens[at:last], row.words[at:last], strict=True):
        gap = row.text[picked[-1].end : token.start].strip() if picked else ""
        if (
            gap
            or word in cues.name_ends
            or word in cues.sentence_words
            or (picked and picked[0].text.isascii() != token.text.isascii())
        ):
            break
        picked.append(token)
    if not picked or len(picked) > _UNKNOWN_WORDS:
        return None
    latin = picked[0].text.isascii()
    told = any(key(token.text) in cues.media_words for token in picked)
    return read_name(seen, row, picked[0].start, picked[-1].end) if latin or told else None


def _opening(seen: Sheet, row: Row) -> Iterator[Cited]:
    """A wire in the dateline: «القاهرة (رويترز) -»."""
    if row not in seen.header() or row.at == seen.title:
        return
    line = INITIALS.sub(" ", row.text[:_OPENING])
    for hit in seen.outlets.phrases.find(line):
        around = line[: hit.start].rstrip()[-1:] + line[hit.end :].lstrip()[:1]
        if hit.payload.wire and len(tokens(line[: hit.start])) <= _OPENING_WORDS and around[-1:] in tuple(")/-–—:"):
            yield _shown(
                row, Name(hit.payload.name, key(hit.payload.text), hit.payload, hit.start, hit.end), "cited-dateline"
            )


def _closing(seen: Sheet, row: Row) -> Iterator[Cited]:
    """«… بعد ساعات. (أ ف ب)»: the wires in brackets that end a paragraph."""
    bracket = _CLOSING.search(row.text)
    if bracket:
        yield from _all_wires(seen, row, *bracket.span(1))


def _wires(seen: Sheet, row: Row) -> Iterator[Cited]:
    """«برلين - د ب أ», «(رويترز، أ ف ب)»: a row beside the title that is no more than places and wires."""
    if not row.line.is_body and len(row.tokens) <= _ROW_WORDS:
        yield from _all_wires(seen, row, 0, len(row.text))


def _all_wires(seen: Sheet, row: Row, start: int, end: int) -> Iterator[Cited]:
    """The wires of a span, when nothing stands there besides wires, «وكالات» and places of datelines."""
    cues, found = seen.outlets.cues, []
    for piece in _PIECES.finditer(row.text, start, end):
        words = key(piece.group())
        name = read_name(seen, row, *piece.span()) if words else None
        if name and name.known and name.known.wire:
            found.append(name)
        elif words and words not in cues.agencies_plural and words not in cues.datelines:
            return
    for name in found:
        yield _shown(row, name, "cited-dateline" if start == 0 else "cited-source")


def _signed(seen: Sheet, row: Row) -> Iterator[Cited]:
    """«ليفانت - الشرق الأوسط», «المصدر: X + Y»: the sources below the last paragraph, each whole."""
    if seen.outlets.cues.pictures.among(row.words):
        return
    labelled = row.words[0] in seen.outlets.cues.sources and len(row.tokens) > 1
    parts = headers.joined(row, row.tokens[1].start) if labelled else row.parts()
    for part in parts:
        name = read_name(seen, row, *part)
        if name and name.known:
            yield _shown(row, name, "cited-source")
