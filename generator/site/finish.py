"""Built HTML to final HTML, the same after any engine: direction on <html>, a Content-Security-Policy, checked links.

Invariant: no page asks another host for anything it needs, and every link within the site leads to something.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from generator.model import Problem
from generator.model.kept import Kept, KeptInMemory
from generator.site import sitemap
from generator.site.assembly import Assembly
from generator.site.breaks import breakable
from generator.site.fingerprint import Tree
from generator.site.holdings import HTML, Holdings, is_held, keep_held
from generator.site.links import check_links, held
from generator.site.markup import Contents, head_of, look
from generator.site.policy import POLICY
from generator.site.references import without_needless

# How every page of an engine begins. The theme writes it, no text of a dossier stands before its end, and what was put
# in is proved by reading the page anew.
_BEGINNING = re.compile(
    r"\s*<!doctype html>\s*<html(?P<rest>(?:\s+[\w-]+=\"[^\"<>]*\")*)\s*>\s*<head>\s*<meta charset=\"?utf-8\"?\s*/?>",
    re.IGNORECASE,
)
# What stops publishing: a page that may run or load what nobody here wrote.
# Pages that needed nothing more, by the hash of their bytes.
_FINISHED = "finished"
_UNSAFE = frozenset({"refused-markup", "refused-script", "page-beginning"})


def finish(
    site: Assembly,
    base_path: str,
    direction: str = "rtl",
    done: Collection[str] = (),
    kept: Kept | None = None,
    standing: Tree | None = None,
) -> tuple[Problem, ...]:
    """Finish every page of a site in place; gives what is wrong with its pages and links. Those that are `done` are
    finished, and what they hold is kept.

    `base_path` is the path under which the site lives, such as /mujaz/; links of the 404 page begin with it.
    `direction` is how the interface is written. `standing`: the files of a site in which every link led somewhere.
    """
    kept = kept or KeptInMemory()
    site.look_around()
    pages = sorted(page for page in site.holds if page.endswith(HTML) and page not in done)
    problems = [problem for page in pages for problem in _finished(site, page, direction, kept)]
    holdings = Holdings(site.fresh, site.holds, kept)
    unlisted = [page for page in pages if holdings[page].unlisted]
    sitemap.without(site, unlisted, base_path)
    files = site.holds
    changed = holdings.changed(files, standing) if standing else None
    return (*problems, *check_links(holdings, files, base_path, changed))


def _finished(site: Assembly, page: str, direction: str, kept: Kept) -> Iterator[Problem]:
    """Finish a page, unless that was done to these very bytes before; what it holds is kept."""
    told = site.holds[page]
    if kept.has(_FINISHED, told) and is_held(kept, told):
        return
    text = (site.fresh / page).read_text(encoding="utf-8")
    seen, made = look(text), finished(text, direction)
    problems = [Problem("error", page, None, rule, values) for rule, values in refusals(seen)]
    if made is None:
        problems.append(Problem("error", page, None, "page-beginning"))
    elif made != text:
        site.put(page, made.encode())
    told = site.holds[page]
    keep_held(kept, told, held(seen))
    if not problems:
        kept.put(_FINISHED, told, b"")
    yield from problems


def finished(text: str, direction: str) -> str | None:
    """A page as the site has it; None where it does not begin as pages do."""
    made = finish_page(text, direction)
    return None if made is None else breakable(without_needless(made))


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
