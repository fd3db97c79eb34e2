"""Built HTML to final HTML, the same after any engine: direction on <html>, a Content-Security-Policy, checked links.

Invariant: no page asks another host for anything it needs, and every link within the site leads to something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.model import Problem
from generator.site import sitemap
from generator.site.breaks import breakable
from generator.site.links import Leads, check_links, held
from generator.site.markup import Contents, head_of, look
from generator.site.policy import POLICY

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
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        if page in pressed:
            continue
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
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
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
    if not found:
        return None
    start = found.start("rest")
    set_ = "" if head_of(found.group()).direction else f' dir="{direction}"'
    beginning = text[:start] + set_ + text[start : found.end()]
    made, rest = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">', text[found.end() :]
    proved = head_of(beginning + made)
    if not (proved.direction and proved.charset and proved.policy == POLICY):
        return None
    return beginning + ("" if rest.startswith(made) else made) + rest
