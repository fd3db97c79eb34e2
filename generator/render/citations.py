"""Citations as files for reference managers: BibTeX, RIS, CSL-JSON, one of each an article and for the dossier.

Invariant: each file reads back to what was written into it, whatever letters a title holds; nothing estimated stands
where a program would take it for a date.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from generator.catalogue.groups import Entry
from generator.model.addresses import citation_path
from generator.model.calendar import PartialDate
from generator.model.files import FileDraft
from generator.pages.citing import Citation, citation, key_of
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds
from generator.reading.masks import shown

# TeX counts braces whether escaped or not, so those of a text go by name; in an address each sign stands for itself.
_TEX = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_LINE_END = "\r\n"


@dataclass(frozen=True)
class CitationFormat:
    """A form of citations: the suffix of its files, its name, the type that the web knows it by, and what writes it."""

    suffix: str
    name: str
    type: str
    write: Callable[[Iterable[Citation]], str]


def bibtex(cited: Iterable[Citation]) -> str:
    """Citations for LaTeX and what reads its files."""
    return "\n".join(map(_bibtex, cited))


def _bibtex(cited: Citation) -> str:
    date = cited.date
    fields = {
        "author": cited.author and f"{{{_tex(cited.author)}}}",
        "title": _tex(cited.title),
        "journal": cited.outlet and _tex(cited.outlet),
        "year": str(date.year) if date else _tex(cited.guess or ""),
        "month": str(date.month) if date and date.month else None,
        "day": str(date.day) if date and date.day else None,
        "url": _address(cited),
        "urldate": cited.accessed and cited.accessed.iso,
        "langid": "arabic" if cited.language == "ar" else None,
        "note": _tex(cited.dossier),
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'article' if cited.outlet else 'misc'}{{{cited.key},\n{rows}}}\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _address(cited: Citation) -> str | None:
    address = cited.url or cited.page
    return address and "".join(_IN_ADDRESS.get(sign, sign) for sign in address)


def ris(cited: Iterable[Citation]) -> str:
    """Citations for reference managers of any kind."""
    return "".join(f"{tag}  - {value}{_LINE_END}" for each in cited for tag, value in _ris(each))


def _ris(cited: Citation) -> Iterator[tuple[str, str]]:
    date, accessed = cited.date, cited.accessed
    told = (
        ("ID", cited.key),
        ("TI", cited.title),
        ("AU", cited.author),
        ("T2", cited.outlet),
        ("PY", date and str(date.year)),
        ("DA", date and _slashed(date)),
        ("N1", cited.guess),
        ("UR", cited.url or cited.page),
        ("Y2", accessed and _slashed(accessed)),
        ("LA", cited.language),
        ("DB", cited.dossier),
    )
    yield "TY", "NEWS"
    yield from ((tag, value) for tag, value in told if value)
    yield "ER", ""


def _slashed(date: PartialDate) -> str:
    month, day = (f"{part:02d}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04d}/{month}/{day}/"


def csl(cited: Iterable[Citation]) -> str:
    """Citations as CSL's processors take them."""
    return json.dumps([_csl(each) for each in cited], ensure_ascii=False, separators=(",", ":")) + "\n"


def _csl(cited: Citation) -> dict[str, Any]:
    told = {
        "id": cited.key,
        "type": "article-newspaper" if cited.outlet else "article",
        "title": cited.title,
        "author": [{"literal": cited.author}] if cited.author else None,
        "container-title": cited.outlet and cited.outlet,
        "issued": _issued(cited),
        "URL": cited.url or cited.page,
        "accessed": cited.accessed and {"date-parts": [_numbers(cited.accessed)]},
        "language": cited.language,
        "source": cited.dossier,
    }
    return {name: value for name, value in told.items() if value}


def _issued(cited: Citation) -> dict[str, Any]:
    """The date; for an estimated one its year, which says of itself that it is about; else the words."""
    if cited.date:
        return {"date-parts": [_numbers(cited.date)]}
    return {"date-parts": [[cited.about]], "circa": True} if cited.about else {"literal": cited.guess}


def _numbers(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]


FORMATS = (
    CitationFormat("bib", "BibTeX", "application/x-bibtex", bibtex),
    CitationFormat("ris", "RIS", "application/x-research-info-systems", ris),
    CitationFormat("json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl),
)


def citation_files(grounds: Grounds) -> Iterator[FileDraft]:
    """The citations of all that lists show, and those of each article."""
    listed = grounds.desk.catalogue.listed
    if listed:
        yield from _files(grounds, listed, None)
    for entry in grounds.desk.catalogue.entries:
        yield from _files(grounds, (entry,), key_of(entry))


def _files(grounds: Grounds, entries: Sequence[Entry], key: str | None) -> Iterator[FileDraft]:
    """The same citations in every form, made once."""
    cited, rests_on = cache(partial(_cited, grounds.desk, entries)), (grounds.among(entries),)
    for form in FORMATS:
        yield FileDraft(citation_path(key, form.suffix), rests_on, partial(_written, form, cited))


def _written(form: CitationFormat, cited: Callable[[], Sequence[Citation]]) -> str:
    return form.write(cited())


def _cited(desk: Desk, entries: Sequence[Entry]) -> tuple[Citation, ...]:
    withheld = desk.say("withheld")
    return tuple(shown(citation(desk, entry), withheld) for entry in entries)
