"""What each line is: a step a rule, and the first rule to speak for a line decides.

A headline of another article that stands between paragraphs without a label is known by its words: a subheading shares
some with the article that it divides. In a text whose paragraphs end in full stops a line of a headline's shape that
shares none was set there by the site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.clean.shape import Shape
from generator.reading.stems import touched

Marks = Mapping[int, str]

_MOST_BESIDE = 8  # An outlet's name or a path beside a copy of the headline.
_FOREIGN, _SHORT_FOREIGN = 0.8, 8
_GRAM, _LONGEST_PULLED, _MUCH_LONGER = 4, 30, 3
# A phrase that many lines hold is no quotation from one; looking at a few keeps the cost linear.
_MOST_HOLDERS = 3
_SHORTEST_STRANGE, _FEWEST_STEMS, _CHANCE = 5, 3, 0.17
_LONGEST_CAPTION = 12
_SHORTEST_DEK, _SURE_DEK, _DEK_SHARE = 7, 9, 0.2
_SHORTEST_POINT, _FEWEST_POINTS = 4, 3
_LONGEST_SIGNATURE, _LONGEST_SUBHEADING = 6, 14


def blank(page: Shape) -> Marks:
    """Lines with nothing to be seen."""
    return {i: "empty-line" for i, view in enumerate(page.views) if view.is_blank}


def title(page: Shape) -> Marks:
    """The headline and its copies; with an outlet or a path beside it, too."""
    if page.title is None:
        return {}
    words, size = page.views[page.title].words, page.views[page.title].size
    longer = ((i, v) for i, v in enumerate(page.views) if 0 < v.size - size <= _MOST_BESIDE and i not in page.inside)
    same = (i for i, view in enumerate(page.views) if view.words == words)
    beside = (i for i, view in longer if words in (view.words[:size], view.words[-size:]))
    return {**dict.fromkeys((*same, *beside), "repeated-title"), page.title: "title-line"}


def labels(page: Shape) -> Marks:
    """Lines that a list knows; where one counts outside the article alone, inside it with another label beside it."""
    known = ((i, view.label) for i, view in enumerate(page.views) if view.label)
    return {
        i: label.rule
        for i, label in known
        if label.effect != "outside" or i not in page.inside or any(page.views[at].label for at in page.beside(i))
    }


def links(page: Shape) -> Marks:
    """Headlines below a label that announces other articles."""
    return dict.fromkeys(page.links, "linked-headline")


def foreign(page: Shape) -> Marks:
    """Lines of another article between the paragraphs."""
    return {i: "other-article" for i in page.dropped if page.views[i].words}


def signs(page: Shape) -> Marks:
    """Lines of signs or numbers alone."""
    return {i: "signs-alone" for i, v in enumerate(page.views) if v.text and v.numbers == v.size}


def latin(page: Shape) -> Marks:
    """Short lines in Latin letters inside an Arabic article."""
    views = page.views
    short = (i for i in page.inside if views[i].size <= _SHORT_FOREIGN and not views[i].is_item)
    return {i: "latin-line" for i in short if page.language == "ar" and views[i].foreign_share > _FOREIGN}


def quotes(page: Shape) -> Marks:
    """Pulled quotations: short lines that a longer line of the article, which keeps the words, holds word for word."""
    pulled = [i for i in page.prose if _GRAM <= page.views[i].size <= _LONGEST_PULLED]
    holders: dict[tuple[str, ...], list[int]] = {page.views[i].words[:_GRAM]: [] for i in pulled}
    for i in page.prose if pulled else ():
        words = page.views[i].words
        for at in range(len(words) - _GRAM + 1):
            held = holders.get(words[at : at + _GRAM])
            if held is not None and len(held) < _MOST_HOLDERS:
                held.append(i)
    return {i: "pull-quote" for i in pulled if _is_repeated(page, i, holders[page.views[i].words[:_GRAM]])}


def _is_repeated(page: Shape, index: int, holders: list[int]) -> bool:
    view = page.views[index]
    joined = f" {' '.join(view.words)} "
    longer = (page.views[i] for i in holders if page.views[i].size > view.size + _MUCH_LONGER)
    return any(joined in f" {' '.join(other.words)} " for other in longer)


def strange(page: Shape) -> Marks:
    """Headlines of other articles without a label; next to such a line or a label, one word in common may be chance."""
    if not page.inside or not page.often_stops:
        return {}
    counted = page.counted(page.prose)
    looks = (i for i in page.prose if _looks_foreign(page, i))
    # How many of a line's words other lines of the article know.
    met = {i: touched(page.views[i].stems, page.elsewhere(i, counted)) for i in looks}
    alone = {i for i in met if not met[i]}
    beside = (i for i in met if any(at in alone or page.views[at].label for at in page.beside(i)))
    by_chance = {i for i in beside if met[i] <= max(1, int(_CHANCE * len(page.views[i].stems)))}
    return dict.fromkeys(alone | by_chance, "strange-headline")


def _looks_foreign(page: Shape, index: int) -> bool:
    view = page.views[index]
    if view.size < _SHORTEST_STRANGE or view.speaks or view.is_item or view.stops:
        return False
    return page.has_headline_shape(index) and len(page.views[index].stems) >= _FEWEST_STEMS


def head(page: Shape) -> Marks:
    """Dek, points, captions and the heading of an introduction between the headline and the first paragraph."""
    if page.title is None or not page.inside:
        return {}
    found = {}
    points = _points(page, page.title, page.first)
    for i in range(page.title + 1, page.first):
        view = page.views[i]
        if i in points:
            found[i] = "dek-line"
        elif view.opens:
            found[i] = "subheading-line"
        elif view.size >= _SHORTEST_DEK and view.separators <= 1 and (view.size > _LONGEST_CAPTION or _is_dek(page, i)):
            found[i] = "dek-line"
        elif view.words:
            found[i] = "caption-line" if view.size <= _LONGEST_CAPTION else "above-article"
    return found


def _points(page: Shape, title: int, first: int) -> set[int]:
    """Many short lines below a headline, some in its article's words: what it says in points. A caption is one."""
    between = [i for i in range(title + 1, first) if page.is_prose(i)]
    results = {i for i in between if page.views[i].is_result}
    if len(results) >= _FEWEST_POINTS:
        return results
    points = {i for i in between if page.views[i].size >= _SHORTEST_POINT and not page.views[i].is_credit}
    different = {page.views[i].words for i in points}
    own = sum(page.share(i) >= _DEK_SHARE for i in points)
    return points if len(different) >= _FEWEST_POINTS and own > 1 else set()


def _is_dek(page: Shape, index: int) -> bool:
    """Right below the headline, and longer than a caption or in the article's words."""
    own = page.views[index].size >= _SURE_DEK or page.share(index) >= _DEK_SHARE
    return own and next(page.above(index), None) == page.title


def signature(page: Shape) -> Marks:
    """The line right below the last paragraph in which an outlet names itself and its sources."""
    below = next(page.below(page.last), None) if page.inside else None
    if below is None or page.views[below].label:
        return {}
    view = page.views[below]
    signed = view.size <= _LONGEST_SIGNATURE and "-" in view.text.replace("–", "-")
    return {below: "signature-line"} if signed else {}


def around(page: Shape) -> Marks:
    """What is left above and below the article."""
    if not page.inside:
        return dict.fromkeys(range(len(page.views)), "no-article")
    above = dict.fromkeys(range(page.first), "above-article")
    return {**above, **dict.fromkeys(range(page.last + 1, len(page.views)), "below-article")}


def body(page: Shape) -> Marks:
    """Every line that nothing spoke against: subheadings, which are short and end like no sentence, and paragraphs."""
    views = ((i, page.views[i]) for i in page.inside)
    ends = ((i, v.size > _LONGEST_SUBHEADING or v.stops or v.introduces or v.is_item) for i, v in views)
    return {i: "paragraph" if is_text else "subheading-line" for i, is_text in ends}


STEPS: tuple[Callable[[Shape], Marks], ...] = (
    blank,
    title,
    labels,
    links,
    foreign,
    signs,
    latin,
    quotes,
    strange,
    head,
    signature,
    around,
    body,
)


def verdicts(page: Shape) -> Marks:
    """The rule of each line."""
    marks: dict[int, str] = {}
    for step in STEPS:
        marks = {**step(page), **marks}
    return marks
