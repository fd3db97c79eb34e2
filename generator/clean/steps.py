"""The rules made of code, one function each: a page and the marks so far to new marks. An earlier mark stays."""

from __future__ import annotations

from generator.clean.page import Marks, Page


def blank(page: Page, marks: Marks) -> Marks:
    """Lines with nothing to be seen."""
    return {i: "empty-line" for i, view in enumerate(page.views) if view.is_blank}


def title(page: Page, marks: Marks) -> Marks:
    """The headline, and its copies above the article."""
    if page.title is None or page.first is None:
        return {}
    words = page.views[page.title].words
    copies = {i: "repeated-title" for i in range(page.first) if page.views[i].words == words}
    return {**copies, page.title: "title-line"}


def labels(page: Page, marks: Marks) -> Marks:
    """Lines that a list knows."""
    inside = page.inside
    return {
        i: view.label.rule
        for i, view in enumerate(page.views)
        if view.label and not (view.label.effect == "outside" and i in inside)
    }


def caption(page: Page, marks: Marks) -> Marks:
    """A short noun phrase between the headline and the first paragraph: what a photo shows."""
    if page.title is None or page.first is None:
        return {}
    between = [i for i in page.before(page.first) if i > page.title]
    return {i: "caption-line" for i in between if page.views[i].size <= 12 and not page.views[i].stops}


def signature(page: Page, marks: Marks) -> Marks:
    """The line right below the last paragraph in which an outlet names itself and its sources."""
    below = None if page.last is None else next(page.after(page.last), None)
    if below is None or page.views[below].label:
        return {}
    view = page.views[below]
    return {below: "signature-line"} if view.size <= 6 and "-" in view.text.replace("–", "-") else {}


def around(page: Page, marks: Marks) -> Marks:
    """What is left above and below the article."""
    if page.first is None or page.last is None:
        return {i: "no-article" for i in range(len(page.views))}
    found = {i: "above-article" for i in range(page.first)}
    links = False
    for i in range(page.last + 1, len(page.views)):
        label = page.views[i].label
        links = label.effect == "links" if label else links
        found[i] = "linked-headline" if links else "below-article"
    return found


def body(page: Page, marks: Marks) -> Marks:
    """Every line that nothing spoke against."""
    return {
        i: "subheading-line" if page.views[i].size <= 14 and not page.views[i].stops else "paragraph"
        for i in page.inside
    }
