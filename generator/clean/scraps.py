"""What lies between the paragraphs of an article and is none of them, known without a list."""

from __future__ import annotations

from generator.clean.page import Marks, Page

_FOREIGN = 0.8
_SHORT = 8


def foreign(page: Page, marks: Marks) -> Marks:
    """Lines of another article inside the extent."""
    return {i: "other-article" for i in page.dropped if page.views[i].words}


def signs(page: Page, marks: Marks) -> Marks:
    """Lines of signs or numbers alone."""
    return {i: "signs-alone" for i, v in enumerate(page.views) if v.text and v.numbers == v.size}


def latin(page: Page, marks: Marks) -> Marks:
    """Short lines in Latin letters inside an Arabic article."""
    if page.language != "ar":
        return {}
    views = page.views
    short = (i for i in page.inside if views[i].size <= _SHORT and not views[i].is_item)
    return {i: "latin-line" for i in short if views[i].foreign_share > _FOREIGN}
