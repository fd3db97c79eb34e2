"""The papers, agencies and channels that an article leans on, apart from the one that published it.

Invariant: a name counts only beside a word of citing; one that is an ordinary word too, only after a noun of the
trade, in marks or before the colon of a headline. «على المدى الطويل» and «منطقة الشرق الأوسط» name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from generator.facts.found import Found
from generator.facts.publisher import headers
from generator.facts.publisher.names import HouseName, known_name, name_in_marks, read_name
from generator.facts.publisher.rows import INITIALS, PageRows, page_rows, row_parts
from generator.facts.signing.signed import signing_rows
from generator.lexicon import Lexicon
from generator.lexicon.outlets import OutletName
from generator.model import Evidence, Facts, Named
from generator.reading.clitics import TAKEN_UP
from generator.reading.letters import key
from generator.reading.line import ReadLine, ReadText, Span
from generator.reading.match import Hit
from generator.reading.sentences import sentence_span

Cited = tuple[HouseName, Evidence]

_NEAR, _AFTER = 8, 3
_LED = 24  # words before a name that are looked through for a word of citing right before it
_NEXT = re.compile(r"\s*(\S?)")
_MARKS = "«»“”\"„()[]‹›'"
_UNKNOWN_WORDS = 3
_PREFIX = 40
"""Code points before the colon of a headline that is ascribed to a paper."""
_CLOSING = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]][\s.\-–—]*$")
_PIECES = re.compile(r"[^()\[\]،,/+|–—-]+")


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Named, ...]]:
    """Every cited outlet once, in the order of the text, with each place where it is cited."""
    seen, outlet = text.once(page_rows, lexicon), facts.outlet
    own = known_name(lexicon.outlets, tuple(key(outlet.name).split())) if outlet else None
    groups: dict[str, list[Cited]] = {}
    for name, shown in _cited(seen):
        if not (outlet and (name.text == outlet.name or (own and name.is_one_of(own.ids)))):
            groups.setdefault(name.known.name if name.known else name.text, []).append((name, shown))
    return Found(tuple(_named(text, group) for text, group in groups.items()))


def _named(text: str, group: list[Cited]) -> Named:
    known = group[0][0].known
    id_ = known.ids[0] if known and len(known.ids) == 1 else None
    spots = tuple(dict.fromkeys(shown for _, shown in sorted(group, key=lambda x: (x[1].line, x[1].start))))
    return Named(text, spots, id_, "stated", "certain" if known else "probable")


def _cited(seen: PageRows) -> Iterator[Cited]:
    cues = seen.cues
    for row in seen.rows:
        if row.is_body or seen.at(row) == seen.title:
            for kind in (_titled, _reported, _unknown, _closing):
                yield from kind(seen, row)
    yield from _datelines(seen)
    signed = {one.evidence.line for one in headers.signatures(seen)}
    for row in seen.footer:
        if row.number in signed or row.verdict == "signature" or row.words[0] in cues.sources:
            yield from _signed(seen, row)


def _shown(row: ReadLine, name: HouseName, rule: str) -> Cited:
    return name, row.evidence(name.start, name.end, rule)


def _titled(seen: PageRows, row: ReadLine) -> Iterator[Cited]:
    """«واشنطن تايمز: …» at the head of a title or subheading."""
    colon = row.text.find(":", 0, _PREFIX)
    if (seen.at(row) == seen.title or row.verdict in ("subheading", "dek")) and colon > 0:
        name = read_name(seen, row, (0, colon))
        if name and name.known:
            headed = row.words[0] in seen.cues.trades and row.tokens[0].end < name.end
            if headed or not name.ambiguous or len(row.words) == 1:
                yield _shown(row, name, "cited-title")


def _reported(seen: PageRows, row: ReadLine) -> Iterator[Cited]:
    """A known name with a word of citing close by in its sentence."""
    line = INITIALS.sub(" ", row.text)
    hits = seen.outlets.phrases.find(row if line == row.text else line)
    for hit, following in zip_longest(hits, hits[1:]):
        if _is_name(seen, row, line, hit, following) and _is_cited(seen, row, line, hit):
            # A preposition written on it is no part of a name, an article is.
            joined = line.startswith(hit.prefix, hit.start) and not line.startswith(TAKEN_UP, hit.start)
            yield _shown(row, _known(hit, hit.start + joined * len(hit.prefix)), "cited-report")


def _known(hit: Hit[OutletName], start: int) -> HouseName:
    return HouseName(hit.payload.name, key(hit.payload.text), hit.payload, start, hit.end)


def _is_name(seen: PageRows, row: ReadLine, line: str, hit: Hit[OutletName], following: Hit[OutletName] | None) -> bool:
    known = hit.payload
    if known.text.isascii() and known.text not in line[hit.start : hit.end]:
        return False
    if not known.ambiguous:
        return True
    if following and not following.payload.ambiguous and not line[hit.end : following.start].strip(_MARKS + " "):
        return False  # «موقع الأخبار أكسيوس»: the noun of a name that stands right behind it
    before = row.before(hit.start, 2)
    gap, behind = line[before[-1].end if before else 0 : hit.start], _NEXT.match(line, hit.end)
    if before and not gap.strip(_MARKS + " "):
        trade = _trade(seen, line[before[0].start : before[-1].end])
        if trade and seen.outlets.fits(key(trade.payload), known):
            return True
    marks = (gap.rstrip()[-1:], behind[1] if behind else "")
    return all(mark in tuple(_MARKS) for mark in marks)


def _trade(seen: PageRows, before: str) -> Hit[str] | None:
    """The noun of the trade that some words end in: «صحيفة», «وكالة الأنباء»."""
    return next((h for h in seen.cues.trades.find(before) if h.end == len(before)), None)


def _is_cited(seen: PageRows, row: ReadLine, line: str, hit: Hit[OutletName]) -> bool:
    (start, end), cues = sentence_span(line, hit.start, hit.end), seen.cues
    before = row.before(hit.start, _NEAR, start)
    # After «أن» a verb cites somebody else, of whom or what the name is said.
    said = [at for at, token in enumerate(before) if key(token.text) in cues.clauses]
    before = before[said[-1] + 1 :] if said else before
    after = [token for token in row.after(hit.end, _AFTER) if token.end <= end]
    reach = row.before(hit.start, _LED, start)
    if hit.prefix.endswith("ل") or _led(seen, line[reach[0].start if len(reach) == _LED else start : hit.start]):
        return True
    around = (line[before[0].start : hit.start] if before else "", line[hit.end : after[-1].end] if after else "")
    return any(cues.citing.has(piece) for piece in around)


def _led(seen: PageRows, before: str) -> bool:
    """«بحسب», «عن» or a joined ل right before a name, a noun of the trade between them perhaps."""
    before = before.rstrip(_MARKS + " ـ")
    trade = _trade(seen, before)
    if trade:
        before = before[: trade.start].rstrip(_MARKS + " ـ")
    joined = trade is not None and trade.prefix.endswith("ل")
    return joined or any(h.end == len(before) for h in seen.cues.according.find(before))


def _unknown(seen: PageRows, row: ReadLine) -> Iterator[Cited]:
    """«ذكرت صحيفة "…"»: a name that no list holds, after a word of citing and a noun of the trade."""
    for hit in seen.cues.single_trades.find(row):
        at = row.words_to(hit.start)
        before = row.tokens[at - 1].text if at else ""
        cited = hit.prefix.endswith("ل") or seen.cues.citing.has(before) or seen.cues.according.has(before)
        if cited and at + 1 < len(row.words) and row.words[at + 1] not in seen.cues.origins:
            name = name_in_marks(seen, row, row.tokens[at].end) or _bare_unknown(seen, row, at + 1)
            if name and not name.known:
                yield _shown(row, name, "cited-unknown")


def _bare_unknown(seen: PageRows, row: ReadLine, at: int) -> HouseName | None:
    """Without marks only a Latin name is sure of its end; Arabic ones need a word of the trade in them."""
    cues, tokens_, last, latin = seen.cues, row.tokens, at, row.tokens[at].text.isascii()
    for token, word in zip(tokens_[at:], row.words[at:], strict=True):
        gap = row.text[tokens_[last - 1].end : token.start].strip() if last > at else ""
        if gap or word in cues.name_ends or word in cues.sentence_words or latin != token.text.isascii():
            break
        last += 1
        if last - at > _UNKNOWN_WORDS:
            return None
    sure = last > at and (latin or cues.media_words.among(row.words[at:last]))
    return read_name(seen, row, (tokens_[at].start, tokens_[last - 1].end)) if sure else None


def _datelines(seen: PageRows) -> Iterator[Cited]:
    """The agencies of a dateline, «القاهرة (رويترز) -», «برلين - د ب أ»."""
    for row, head in signing_rows(seen):
        for piece in head.of("wire"):
            name = read_name(seen, row, (piece.start, piece.end))
            if name:
                yield _shown(row, name, "cited-dateline")


def _closing(seen: PageRows, row: ReadLine) -> Iterator[Cited]:
    """«… بعد ساعات. (أ ف ب)»: the wires in brackets that end a paragraph."""
    bracket = _CLOSING.search(row.text)
    yield from _all_wires(seen, row, bracket.span(1)) if bracket else ()


def _all_wires(seen: PageRows, row: ReadLine, span: Span) -> tuple[Cited, ...]:
    """The wires of a span, when nothing stands there besides wires, «وكالات» and places of datelines."""
    found = list[Cited]()
    for piece in _PIECES.finditer(row.text, *span):
        words = key(piece.group())
        name = read_name(seen, row, piece.span()) if words else None
        if name and name.reprinted:
            found.append(_shown(row, name, "cited-source"))
        elif words and words not in seen.cues.agencies_plural and words not in seen.cues.datelines:
            return ()
    return tuple(found)


def _signed(seen: PageRows, row: ReadLine) -> Iterator[Cited]:
    """«ليفانت - الشرق الأوسط», «المصدر: X + Y»: the sources below the last paragraph, each whole."""
    labelled = row.words[0] in seen.cues.sources and len(row.tokens) > 1
    for part in headers.joined_sources(row, row.tokens[1].start) if labelled else row_parts(row):
        name = None if seen.cues.pictures.among(row.words) else read_name(seen, row, part)
        if name and name.known:
            yield _shown(row, name, "cited-source")
