"""Lines to verdicts: which lines of a seed are the article, and why.

Invariant: every line gets exactly one verdict, in order, those of a paragraph that was broken over lines the same one,
for it is looked at as a whole; the text of a line is never changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.clean.chain import ORDER, Chained, best, margin, reasons
from generator.clean.chat import RULE as MESSAGE
from generator.clean.chat import messages
from generator.clean.column import Column, column
from generator.clean.doubts import problems
from generator.clean.features import Seen, features
from generator.clean.header import with_header, without_header
from generator.clean.tongue import tongue
from generator.clean.verdicts import KEPT, Titled, verdict, with_title
from generator.clean.view import View, see
from generator.lexicon import Lexicon
from generator.lexicon.loading import Bilingual
from generator.model import Cleaned, Line, Source, Verdict
from generator.reading.header import header_of
from generator.reading.letters import language
from generator.reading.line import read_line
from generator.reading.paragraphs import whole_lines, wraps

__all__ = ["KEPT", "Rule", "clean", "problems", "read_column", "rules", "weighed_lines"]

_AMONG = "among-"
BLANK = f"{_AMONG}blank"
_LABEL = "label-"


@dataclass(frozen=True)
class Rule:
    """Why a line is what it is, as a reader meets it. The example is a page; it shows in its line `line`."""

    id: str
    reason: Bilingual[str]
    example: str
    line: int


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """Every rule by which a line may get its verdict: features, neighbours, then the lists, each sorted by id."""
    model, lists = lexicon.lines.reasons, lexicon.furniture.lists
    order = {_ordered(state): reason for state, reason in model.order.items()}
    known = [Rule(name, r.reason, r.example, r.line) for name, r in sorted({**model.features, **order}.items())]
    return (*known, *(Rule(name, r.reason, r.matches[0], 1) for name, r in sorted(lists.items())))


def clean(source: Source, lexicon: Lexicon) -> Cleaned:
    """A verdict for each line of a source."""
    header = header_of(source.lines, lexicon.metadata.kinds)
    return with_header(_cleaned(without_header(source, header), lexicon), source, header)


def _cleaned(source: Source, lexicon: Lexicon) -> Cleaned:
    broken = wraps(source.lines)
    whole, places = whole_lines(source, broken)
    page, way, seen = _read(whole.lines, lexicon)
    known: list[tuple[Verdict, tuple[str, ...]]] = [("blank", (BLANK,))] * len(whole.lines)
    for place, at in enumerate(page.column.at):
        known[at] = verdict(page, place), _named(lexicon, page, way, seen, place)
    for at, what in messages(whole.lines).items():
        known[at] = what, (MESSAGE,)
    judged = enumerate(zip(source.lines, (known[at] for at in places), strict=True), start=1)
    lines = tuple(Line(n, text, what, rules[0], rules=rules) for n, (text, (what, rules)) in judged)
    found = Cleaned(source, _written(source, page.column), lines, broken)
    if found.language != "ar":
        return found
    return replace(found, language=tongue(found.paragraphs, lexicon.tongues, lexicon.furniture))


def weighed_lines(source: Source, lexicon: Lexicon) -> list[float]:
    """By how much each line is on its side, of the article or not, in the model's units; 0 for a blank line."""
    whole, places = whole_lines(source, wraps(source.lines))
    page, way, _ = _read(whole.lines, lexicon)
    weights = lexicon.lines.weights
    found = [0.0] * len(whole.lines)
    for place, at in enumerate(page.column.at):
        kept = place == page.title or place in page.body
        found[at] = float(abs(margin(weights, way, place, KEPT))) * (1 if kept else -1)
    return [found[at] for at in places]


def read_column(lines: Sequence[str], lexicon: Lexicon) -> Column:
    """The lines as the model sees them."""
    # Menus and lists say the same lines over and over; a view rests on its line alone, so each is looked at once.
    seen = {line: see(read_line(line), lexicon.furniture) for line in dict.fromkeys(lines)}
    return column([seen[line] for line in lines])


def _read(lines: Sequence[str], lexicon: Lexicon) -> tuple[Titled, Chained, tuple[Seen, ...]]:
    """The best way through the page; what it finds is the heart for a second look, which is nearly always the last."""
    page = read_column(lines, lexicon)
    seen = features(page)
    way = best(lexicon.lines.weights, seen)
    body = [place for place, state in enumerate(way.states) if state == "body"]
    if body and (body[0], body[-1]) != page.core:
        page = page.around((body[0], body[-1]))
        seen = features(page)
        way = best(lexicon.lines.weights, seen)
    return with_title(page, way.states), way, seen


def _named(lexicon: Lexicon, page: Titled, way: Chained, seen: Sequence[Seen], place: int) -> tuple[str, ...]:
    """Why a line is on its side: the reasons by id, that of a label by the list that knows the line."""
    side = KEPT if way.states[place] in KEPT else frozenset(lexicon.lines.weights.states) - KEPT
    found = reasons(lexicon.lines.weights, way, place, seen[place], side)
    label = page.column.views[place].label
    return tuple(
        _ordered(way.states[place]) if name == ORDER else label.rule if label and name.startswith(_LABEL) else name
        for name in found
    )


def _ordered(state: str) -> str:
    return f"{_AMONG}{state}"


def _written(source: Source, page: Column) -> str:
    """The language by the script of the article, else of most letters."""
    first, last = page.core or (0, -1)
    own: Sequence[View] = page.views[first : last + 1]
    arabic, latin = sum(v.arabic for v in own), sum(v.latin for v in own)
    return "ar" if arabic > latin else language("\n".join(v.text for v in own) or source.text)
