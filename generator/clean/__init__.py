"""Lines to verdicts: which lines of a seed are the article, and by which rule.

Invariant: every line gets exactly one verdict, in order, those of a paragraph that was broken over lines the same one,
for it is looked at as a whole; the text of a line is never changed. A line that no rule
speaks against inside the article's extent is body: losing article text is worse than keeping furniture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.clean import bounds, end, headline, others, runs
from generator.clean.doubts import problems
from generator.clean.header import with_header, without_header
from generator.clean.shape import Shape
from generator.clean.tongue import tongue
from generator.clean.verdicts import STEPS, verdicts
from generator.clean.view import see
from generator.clean.worth import worths
from generator.lexicon import Lexicon
from generator.lexicon.furniture import Furniture
from generator.lexicon.loading import Bilingual
from generator.model import Cleaned, Line, Source, Verdict
from generator.reading.header import header_of
from generator.reading.letters import language
from generator.reading.line import read_line
from generator.reading.paragraphs import whole_lines, wraps

__all__ = ["SHAPES", "STEPS", "Rule", "clean", "problems", "rules", "weighed_lines"]

# First the shape of the page, each step seeing what those before it found; then a rule for each line.
SHAPES: tuple[Callable[[Shape], Shape], ...] = (
    runs.mark_links,
    runs.mark_wrapped,
    runs.mark_runs,
    bounds.bounds,
    others.prune,
    headline.behead,
    headline.headline,
    end.trim,
    end.resume,
    end.extend,
)


@dataclass(frozen=True)
class Rule:
    """A rule as a reader meets it. The example is a page; its line `line` gets this rule."""

    id: str
    verdict: Verdict
    reason: Bilingual[str]
    example: str
    line: int


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """Every rule by which a line may get its verdict: those made of code, then the lists, each sorted by id."""
    furniture = lexicon.furniture
    code = [Rule(name, r.verdict, r.reason, r.example, r.line) for name, r in sorted(furniture.structure.items())]
    known = [Rule(name, r.verdict, r.reason, r.matches[0], 1) for name, r in sorted(furniture.lists.items())]
    return tuple(code + known)


def clean(source: Source, lexicon: Lexicon) -> Cleaned:
    """A verdict for each line of a source."""
    header = header_of(source.lines, lexicon.metadata.kinds)
    return with_header(_cleaned(without_header(source, header), lexicon), source, header)


def _cleaned(source: Source, lexicon: Lexicon) -> Cleaned:
    broken = wraps(source.lines)
    whole, places = whole_lines(source, broken)
    page = _shaped(whole, lexicon.furniture)
    decided, known = verdicts(page), lexicon.furniture.verdicts
    ruled = enumerate(zip(source.lines, (decided[place] for place in places), strict=True), start=1)
    lines = tuple(Line(number, text, known[rule], rule) for number, (text, rule) in ruled)
    found = Cleaned(source, page.language, lines, broken)
    spoken = tongue(found.paragraphs, lexicon.tongues, lexicon.furniture) if page.language == "ar" else page.language
    return replace(found, language=spoken)


def weighed_lines(source: Source, lexicon: Lexicon) -> list[float]:
    """How much each line speaks for being a paragraph: the article is the run of lines that weighs most."""
    whole, places = whole_lines(source, wraps(source.lines))
    weights = worths(_shaped(whole, lexicon.furniture))
    return [weights[place] for place in places]


# An Arabic page may end in more English than it holds of Arabic; its article is Arabic all the same.
_LEAST_ARABIC_ARTICLE = 4.0


def _shaped(source: Source, furniture: Furniture) -> Shape:
    # Menus and lists say the same lines over and over; a view rests on its line alone, so each is looked at once.
    seen = {line: see(read_line(line), furniture) for line in dict.fromkeys(source.lines)}
    views = tuple(seen[line] for line in source.lines)
    # The language by script; where most of all characters are Arabic letters, most letters surely are.
    most = 2 * sum(view.arabic for view in views) > sum(map(len, source.lines))
    written = "ar" if most else language(source.text)
    page = _shape(Shape(views=views, language="ar"))
    arabic = sum(views[i].arabic - views[i].latin for i in page.prose) > 0
    if written == "ar" or (arabic and bounds.weight(page) >= _LEAST_ARABIC_ARTICLE):
        return page
    return _shape(Shape(views=views, language=written))


def _shape(page: Shape) -> Shape:
    for shape in SHAPES:
        page = shape(page)
    return page
