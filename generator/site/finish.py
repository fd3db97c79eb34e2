"""Built HTML to final HTML, the same after any engine: direction on <html>, a Content-Security-Policy, checked links.

Invariant: no page asks another host for anything it needs, and every link within the site leads to something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from generator.model import Problem
from generator.site import sitemap
from generator.site.breaks import breakable
from generator.site.links import Leads, check_links, held
from generator.site.markup import Contents, head_of, look
from generator.site.policy import POLICY
from generator.site.write import files_below

# How every page of an engine begins. The theme writes it, no text of a dossier stands before its end, and what was put
# in is proved by reading the page anew.
_BEGINNING = re.compile(
    r"\s*<!doctype html>\s*<html(?P<rest>(?:\s+[\w-]+=\"[^\"<>]*\")*)\s*>\s*<head>\s*<meta charset=\"?utf-8\"?\s*/?>",
    re.IGNORECASE,
)
# What stops publishing: a page that may run or load what nobody here wrote.
_NONE: Mapping[str, Leads] = MappingProxyType({})
_UNSAFE = frozenset({"refused-markup", "refused-script", "page-beginning"})


def finish(
    site: Path, base_path: str, direction: str = "rtl", pressed: Mapping[str, Leads] = _NONE
) -> tuple[Problem, ...]:
    """Finish every page of a built site in place; gives what is wrong with its pages and links. Those that are
    `pressed` are finished, and what they hold is known.

    `base_path` is the path under which the site lives, such as /mujaz/; links of the 404 page begin with it.
    `direction` is how the interface is written.
    """
    seen, problems = dict(pressed), list[Problem]()
    files = {*files_below(site)}
    for page in sorted(name for name in files if name.endswith(".html") and name not in pressed):
        path = site / page
        text = path.read_text(encoding="utf-8")
        found = look(text)
        seen[page] = held(found)
        problems += (Problem("error", page, None, rule, values) for rule, values in refusals(found))
        finished = finish_page(text, direction)
        if finished is None:
            problems.append(Problem("error", page, None, "page-beginning"))
        else:
            path.write_text(breakable(finished), encoding="utf-8")
    unlisted = [page for page, found in seen.items() if found.unlisted and page not in pressed]
    sitemap.without(site, unlisted, base_path)
    return (*problems, *check_links(seen, files, base_path))


def unsafe(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those of the problems with which a site must not be published."""
    return tuple(problem for problem in problems if problem.rule in _UNSAFE)


def refusals(seen: Contents) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """What of a page its policy would stop. The words are left out: they may be those that an editor withholds."""
    if seen.scripts:
        yield "refused-script", ()
    for what in sorted(set(seen.refused)):
        yield "refused-markup", (("what", what),)


def finish_page(text: str, direction: str = "rtl") -> str | None:
    """One page with its direction and the policy; None where it does not begin as pages do. One that has both stays."""
    found = _BEGINNING.match(text)
    begun = _begun(found.group(), found.start("rest") - found.start(), direction) if found else None
    if not found or begun is None:
        return None
    rest = text[found.end() :]
    return begun + (rest.removeprefix(_ORDER))


_ORDER = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


@lru_cache(maxsize=64)
def _begun(beginning: str, start: int, direction: str) -> str | None:
    """How pages of such a beginning begin, with direction and policy: proved once for all, for it is on every page."""
    set_ = "" if head_of(beginning).direction else f' dir="{direction}"'
    made = beginning[:start] + set_ + beginning[start:] + _ORDER
    proved = head_of(made)
    return made if proved.direction and proved.charset and proved.policy == POLICY else None
