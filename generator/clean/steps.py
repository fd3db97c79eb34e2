"""The rules made of code, one function each: a page and the marks so far to new marks. An earlier mark stays."""

from __future__ import annotations

from generator.clean.page import Marks, Page

_LONGEST_CAPTION = 12
_LONGEST_SUBHEADING = 14
_LEAST_DEK = 7


def blank(page: Page, marks: Marks) -> Marks:
    """Lines with nothing to be seen."""
    return {i: "empty-line" for i, view in enumerate(page.views) if view.is_blank}


def title(page: Page, marks: Marks) -> Marks:
    """The headline and its copies; with an outlet or a path beside it, too."""
    if page.title is None:
        return {}
    words = page.views[page.title].words
    size = len(words)
    inside = page.inside
    found = {}
    for i, view in enumerate(page.views):
        rest = view.size - size
        if rest == 0 and view.words == words:
            found[i] = "repeated-title"
        elif 0 < rest <= 8 and i not in inside and words in (view.words[:size], view.words[-size:]):
            found[i] = "repeated-title"
    return {**found, page.title: "title-line"}


def labels(page: Page, marks: Marks) -> Marks:
    """Lines that a list knows."""
    inside = page.inside
    return {
        i: view.label.rule
        for i, view in enumerate(page.views)
        if view.label and not (view.label.effect == "outside" and i in inside and not _in_menu(page, i))
    }


def _in_menu(page: Page, index: int) -> bool:
    """A neighbour is a label too: then both are of the furniture, even between paragraphs."""
    near = [next(page.above(index), None), next(page.below(index), None)]
    return any(i is not None and page.views[i].label for i in near)


def links(page: Page, marks: Marks) -> Marks:
    """Headlines below a label that announces other articles."""
    return {i: "linked-headline" for i in page.links}


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
    return {i: "latin-line" for i in page.inside if page.views[i].foreign_share > 0.8 and page.views[i].size <= 8}


_GRAM = 4


def quotes(page: Page, marks: Marks) -> Marks:
    """Short lines that a longer line of the article holds word for word."""
    grams: dict[tuple[str, ...], list[int]] = {}
    for i in page.prose:
        words = page.views[i].words
        for at in range(len(words) - _GRAM + 1):
            grams.setdefault(words[at : at + _GRAM], [])
            if len(grams[words[at : at + _GRAM]]) < 3:
                grams[words[at : at + _GRAM]].append(i)
    return {i: "pull-quote" for i in page.prose if _is_repeated(page, i, grams)}


def _is_repeated(page: Page, index: int, grams: dict[tuple[str, ...], list[int]]) -> bool:
    view = page.views[index]
    if not _GRAM <= view.size <= 30:
        return False
    joined = " ".join(view.words)
    return any(
        page.views[i].size > view.size + 3 and joined in " ".join(page.views[i].words)
        for i in grams.get(view.words[:_GRAM], ())
        if i != index
    )


def head(page: Page, marks: Marks) -> Marks:
    """Dek, captions and bylines between the headline and the first paragraph."""
    if page.title is None or page.first is None:
        return {}
    found = {}
    for i in range(page.title + 1, page.first):
        view = page.views[i]
        if view.size >= _LEAST_DEK and view.separators < 2 and (view.size > _LONGEST_CAPTION or _is_dek(page, i)):
            found[i] = "dek-line"
        elif view.words:
            found[i] = "caption-line" if view.size <= _LONGEST_CAPTION else "above-article"
    return found


def _is_dek(page: Page, index: int) -> bool:
    above = next(page.above(index), None)
    return above is not None and above == page.title and (page.views[index].size > 8 or page.share(index) >= 0.2)


def signature(page: Page, marks: Marks) -> Marks:
    """The line right below the last paragraph in which an outlet names itself and its sources."""
    below = None if page.last is None else next(page.below(page.last), None)
    if below is None or page.views[below].label:
        return {}
    view = page.views[below]
    return {below: "signature-line"} if view.size <= 6 and "-" in view.text.replace("–", "-") else {}


def around(page: Page, marks: Marks) -> Marks:
    """What is left above and below the article."""
    if page.first is None or page.last is None:
        return {i: "no-article" for i in range(len(page.views))}
    above = {i: "above-article" for i in range(page.first)}
    return {**above, **{i: "below-article" for i in range(page.last + 1, len(page.views))}}


def body(page: Page, marks: Marks) -> Marks:
    """Every line that nothing spoke against."""
    return {i: "subheading-line" if _is_subheading(page, i) else "paragraph" for i in page.inside}


def _is_subheading(page: Page, index: int) -> bool:
    view = page.views[index]
    return view.size <= _LONGEST_SUBHEADING and not view.stops and not view.introduces and not view.is_item
