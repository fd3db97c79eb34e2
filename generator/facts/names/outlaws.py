"""Offices of bodies outside the law: «زعيم العصابة», «مسؤول التوزيع في الشبكة», «أمير التنظيم».

Invariant: whoever holds one is accused, and a body decides by its own words: «مدير شبكة الإذاعة» holds an office.
"""

from __future__ import annotations

from generator.facts.names.offices import Line, Office
from generator.facts.names.words import among, is_definite, plain


def of_outlaws(line: Line, office: Office) -> bool:
    """True when an office is of a body outside the law."""
    return any(_outlaw(line, office, at) for at in range(office.first + 1, office.last + 1))


def _outlaw(line: Line, office: Office, at: int) -> bool:
    words, cues = line.words, line.names.cues
    word, after = words.word(at), words.word(at + 1) if words.close(at + 1) else ""
    if among(word, cues.outlaws):
        return True
    if not among(word, cues.outlaw_bodies):
        return False
    if among(after, cues.outlawed):
        return True
    following = line.by_first.get(at + 1)
    armed = following is not None and following.kind == "organisation" and _emir(line, office)
    return armed or (is_definite(word) and _alone(line, office, at))


def _alone(line: Line, office: Office, at: int) -> bool:
    """«أمير التنظيم», «مسؤول التوزيع في الشبكة»: nothing says which; «رئيس قسم التنظيم» is of a department."""
    words = line.words
    completed = at < office.last and plain(words.word(at + 1)) not in line.names.prepositions
    before = plain(words.word(at - 1))
    leads = at - 1 == office.first and before not in line.names.cues.managing
    return not completed and (leads or before in line.names.prepositions or plain(words.word(at)).startswith("لل"))


def _emir(line: Line, office: Office) -> bool:
    return plain(line.words.word(office.first)).removeprefix("و") in line.names.roles.birth
