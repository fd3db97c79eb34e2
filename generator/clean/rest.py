"""The plainest rules: lines with nothing in them first, the article's own lines last."""

from __future__ import annotations

from generator.clean.page import Marks, Page

_LONGEST_SUBHEADING = 14


def blank(page: Page, marks: Marks) -> Marks:
    """Lines with nothing to be seen."""
    return {i: "empty-line" for i, view in enumerate(page.views) if view.is_blank}


def body(page: Page, marks: Marks) -> Marks:
    """Every line that nothing spoke against."""
    return {i: "subheading-line" if _is_subheading(page, i) else "paragraph" for i in page.inside}


def _is_subheading(page: Page, index: int) -> bool:
    view = page.views[index]
    return view.size <= _LONGEST_SUBHEADING and not view.stops and not view.introduces and not view.is_item
