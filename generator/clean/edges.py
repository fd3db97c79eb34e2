"""The lines round the article: what stands between headline and first paragraph, below the last, and beyond."""

from __future__ import annotations

from generator.clean.page import Marks, Page

_LONGEST_CAPTION = 12
_SHORTEST_DEK, _SURE_DEK = 7, 9
_DEK_SHARE = 0.2
_SHORTEST_POINT, _FEWEST_POINTS = 4, 3
_LONGEST_SIGNATURE = 6


def head(page: Page, marks: Marks) -> Marks:
    """Dek, points, captions and the heading of an introduction between the headline and the first paragraph."""
    if page.title is None or page.first is None:
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


def _points(page: Page, title: int, first: int) -> set[int]:
    """Many short lines below a headline, some in its article's words: what it says in points. A caption is one."""
    between = [i for i in range(title + 1, first) if page.is_prose(i)]
    results = {i for i in between if page.views[i].is_result}
    if len(results) >= _FEWEST_POINTS:
        return results
    between = [i for i in between if page.views[i].size >= _SHORTEST_POINT]
    points = {i for i in between if not page.views[i].is_credit}
    different = {page.views[i].words for i in points}
    own = sum(page.share(i) >= _DEK_SHARE for i in points)
    return points if len(different) >= _FEWEST_POINTS and own > 1 else set()


def _is_dek(page: Page, index: int) -> bool:
    """Right below the headline, and longer than a caption or in the article's words."""
    if next(page.above(index), None) != page.title:
        return False
    return page.views[index].size >= _SURE_DEK or page.share(index) >= _DEK_SHARE


def signature(page: Page, marks: Marks) -> Marks:
    """The line right below the last paragraph in which an outlet names itself and its sources."""
    below = None if page.last is None else next(page.below(page.last), None)
    if below is None or page.views[below].label:
        return {}
    view = page.views[below]
    signed = view.size <= _LONGEST_SIGNATURE and "-" in view.text.replace("–", "-")
    return {below: "signature-line"} if signed else {}


def around(page: Page, marks: Marks) -> Marks:
    """What is left above and below the article."""
    if page.first is None or page.last is None:
        return dict.fromkeys(range(len(page.views)), "no-article")
    above = dict.fromkeys(range(page.first), "above-article")
    return {**above, **dict.fromkeys(range(page.last + 1, len(page.views)), "below-article")}
