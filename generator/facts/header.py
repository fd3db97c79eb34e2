"""What the header before a text states: title, date, outlet, author and address, each with its words.

Invariant: a value is a piece of its line, without the label; a value that says nothing is none.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.facts.dating.expressions import dates_of
from generator.facts.publisher.names import known_name, name_shown
from generator.lexicon import Lexicon
from generator.model import Certainty, DateFact, Evidence, Named, Title
from generator.reading.header import Header, header_of
from generator.reading.letters import key, language
from generator.reading.line import ReadText
from generator.reading.masks import MASK

RULE = "metadata-header"
_MOST_OF_NAME = 8
_WEB = ("http", "https")


def text_header(text: ReadText, lexicon: Lexicon) -> Header:
    """The header of a text, read once."""
    return header_of(text.source.lines, lexicon.metadata.kinds)


def words_stated(text: ReadText, lexicon: Lexicon, kind: str) -> Evidence | None:
    """The words by which a header states a value; None where it is silent or says that there is none."""
    stated = text.once(text_header, lexicon).of(kind)
    if stated is None:
        return None
    shown = text.line(stated.number).evidence(stated.start, stated.end, RULE)
    return None if lexicon.metadata.says_nothing(shown.text) else shown


def stated_title(text: ReadText, lexicon: Lexicon) -> Title | None:
    """The title of the header."""
    shown = words_stated(text, lexicon, "title")
    return Title(shown.text, "stated", shown.line, RULE) if shown else None


def stated_date(text: ReadText, lexicon: Lexicon) -> DateFact | None:
    """The date of the header; of 5/6/2021 beside an Arabic label the day comes first, as every Arabic locale has it."""
    shown = words_stated(text, lexicon, "date")
    line = text.line(shown.line) if shown else None
    for found in dates_of(line, lexicon.dates) if line and shown else ():
        inside = shown is not None and line is not None and shown.start <= found.start and found.end <= shown.end
        if not (inside and line and found.first) or not found.is_stated or found.last:
            continue
        if found.fault is None or (found.fault == "order" and language(line.text) == "ar"):
            words = (line.evidence(found.start, found.end, RULE),)
            return DateFact(found.first.iso, found.first.precision, "stated", "certain", evidence=words)
    return None


def stated_outlet(text: ReadText, lexicon: Lexicon) -> Named | None:
    """The outlet of the header; an agency that others print is only probably who published the text."""
    shown = words_stated(text, lexicon, "outlet")
    words = tuple(key(shown.text).split()) if shown else ()
    cues = lexicon.outlets.cues
    if shown is None or len(words) > _MOST_OF_NAME or " ".join(words) in cues.agencies_plural:
        return None
    known = known_name(lexicon.outlets, words)
    if not known and " ".join(words) in cues.not_names:
        return None
    id_ = known.ids[0] if known and len(known.ids) == 1 else None
    certainty: Certainty = "probable" if known and known.wire else "certain"
    return Named(name_shown(shown.text, lexicon.outlets), (shown,), id_, "stated", certainty)


def stated_address(text: ReadText, lexicon: Lexicon) -> Named | None:
    """The address that the text came from."""
    shown = words_stated(text, lexicon, "url")
    if shown is None or MASK in shown.text:  # a masked address leads nowhere
        return None
    parts = urlsplit(shown.text)
    return Named(shown.text, (shown,)) if parts.scheme in _WEB and parts.netloc else None
