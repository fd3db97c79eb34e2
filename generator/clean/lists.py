"""Lines that a list of furniture knows, and the headlines below its labels."""

from __future__ import annotations

from generator.clean.page import Marks, Page


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
    return dict.fromkeys(page.links, "linked-headline")
