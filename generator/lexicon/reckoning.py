"""The words of numbers and dates as the search knows them: those by which texts are read, by what they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.lexicon.dates import MONTH, ORDINAL, PARTS, WEEKDAY, Dates
from generator.lexicon.loading import Record, Texts, read_record
from generator.lexicon.numbers import Numbers
from generator.reading.letters import bare, fold

# What stands between a day, its month and its year.
_BETWEEN = frozenset(PARTS[part] for part in ("of", "year", "month"))


class LatinScales(Record):
    """search/scales.yml."""

    scales: dict[int, Texts]


@dataclass(frozen=True)
class Reckoning:
    """As an index carries it: words in one text, spaces between them, by number."""

    numbers: Mapping[str, object] = field(default_factory=dict)
    dates: Mapping[str, object] = field(default_factory=dict)


def load_reckoning(data: Path, numbers: Numbers, dates: Dates) -> Reckoning:
    """What the lists of numbers and dates say, with search/scales.yml. Raises LexiconError."""
    latin = read_record(data / "language/search/scales.yml", LatinScales).scales
    return Reckoning(_numbers(numbers, latin), _dates(dates))


def _numbers(numbers: Numbers, latin: Mapping[int, Texts]) -> dict[str, object]:
    words = numbers.words
    return {
        "ones": _by_value(numbers.ones),
        "tens": _by_value(numbers.tens),
        "hundreds": _by_value(numbers.hundreds),
        "scales": [
            [str(value), *(_row(forms) for forms in (scale.one, scale.two, scale.many, latin.get(value, ())))]
            for value, scale in words.scales.items()
        ],
        "fractions": {word: float(value) for word, value in words.fractions.items()},
    }


def _dates(dates: Dates) -> dict[str, object]:
    months, days, double = defaultdict(list), defaultdict(list), []
    for word, part in dates.parts.items():
        if part.code == MONTH:
            months[part.value].append(bare(word))
            double += [part.exact] if part.exact else []
        elif part.code == ORDINAL:
            days[part.value].append(fold(word))
    for stem, figures in dates.figures.items():
        for figure, month in figures.items() if len(stem) > 1 else ():
            months[month].append(f"{stem} {figure}")
    return {
        "months": [list(dict.fromkeys(months[number])) for number in sorted(months)],
        "double": sorted(set(double)),
        "days": {str(number): list(dict.fromkeys(days[number])) for number in sorted(days)},
        "between": sorted(fold(word) for word, part in dates.parts.items() if part.code in _BETWEEN),
        "weekdays": sorted({fold(word) for word, part in dates.parts.items() if part.code == WEEKDAY}),
        "suffixes": sorted(word for word, part in dates.parts.items() if part.code == PARTS["suffix"]),
    }


def _by_value(table: Mapping[str, int]) -> dict[str, str]:
    found: dict[int, list[str]] = defaultdict(list)
    for form, value in table.items():
        found[value].append(form)
    return {str(value): " ".join(sorted(forms)) for value, forms in found.items()}


def _row(forms: Iterable[str]) -> str:
    return " ".join(map(fold, forms))
