"""Spells numbers in Arabic words by the rules of grammar, for both genders of what is counted and both cases.

Written apart from the reader of numbers and sharing nothing with it, so that the one proves the other.
"""

from __future__ import annotations

GENDERS = ("masculine", "feminine")
CASES = ("nominative", "oblique")

# Three to ten disagree with the counted noun in gender; one and two agree with it.
_LONG = {3: "ثلاثة", 4: "أربعة", 5: "خمسة", 6: "ستة", 7: "سبعة", 8: "ثمانية", 9: "تسعة", 10: "عشرة"}
_SHORT = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع", 10: "عشر"}
_TENS = {2: "عشر", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
_HUNDREDS = {3: "ثلاثمئة", 4: "أربعمئة", 5: "خمسمئة", 6: "ستمئة", 7: "سبعمئة", 8: "ثمانمئة", 9: "تسعمئة"}
_SCALES = ((10**9, "مليار", "مليارات", "ملياراً"), (10**6, "مليون", "ملايين", "مليوناً"), (10**3, "ألف", "آلاف", "ألفاً"))


def spell(number: int, gender: str, case: str) -> str:
    """A number below a trillion in words, as if it stood before a noun of that gender."""
    if number == 0:
        return "صفر"
    parts: list[str] = []
    for size, one, many, accusative in _SCALES:
        count, number = divmod(number, size)
        if count:
            parts.append(_scaled(count, one, many, accusative, case))
    if number:
        parts.append(_below_thousand(number, gender, case))
    return " و".join(parts)


def _scaled(count: int, one: str, many: str, accusative: str, case: str) -> str:
    if count == 1:
        return one
    if count == 2:
        return one + ("ان" if case == "nominative" else "ين")
    words = _below_thousand(count, "masculine", case, construct=count % 100 == 0)
    rest = count % 100
    if 3 <= rest <= 10:
        return f"{words} {many}"
    return f"{words} {accusative if rest > 10 else one}"


def _below_thousand(number: int, gender: str, case: str, *, construct: bool = False) -> str:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds == 1:
        parts.append("مئة")
    elif hundreds == 2:
        parts.append(("مئتا" if case == "nominative" else "مئتي") if construct else _dual("مئت", case))
    elif hundreds:
        parts.append(_HUNDREDS[hundreds])
    if rest:
        parts.append(_below_hundred(rest, gender, case))
    return " و".join(parts)


def _below_hundred(number: int, gender: str, case: str) -> str:
    feminine = gender == "feminine"
    if number <= 10:
        return _unit(number, gender, case)
    if number < 20:
        return _teen(number - 10, case, feminine=feminine)
    tens, units = divmod(number, 10)
    ten = _TENS[tens] + ("ون" if case == "nominative" else "ين")
    return f"{_unit(units, gender, case)} و{ten}" if units else ten


def _unit(number: int, gender: str, case: str) -> str:
    feminine = gender == "feminine"
    if number == 1:
        return "واحدة" if feminine else "واحد"
    if number == 2:
        return _dual("اثنت" if feminine else "اثن", case)
    return (_SHORT if feminine else _LONG)[number]


def _teen(unit: int, case: str, *, feminine: bool) -> str:
    ten = "عشرة" if feminine else "عشر"
    if unit == 1:
        return f"{'إحدى' if feminine else 'أحد'} {ten}"
    if unit == 2:
        stem = "اثنت" if feminine else "اثن"
        return f"{stem}{'ا' if case == 'nominative' else 'ي'} {ten}"
    return f"{(_SHORT if feminine else _LONG)[unit]} {ten}"


def _dual(stem: str, case: str) -> str:
    return stem + ("ان" if case == "nominative" else "ين")
