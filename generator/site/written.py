"""Pages written by hand as pages of the site: each looked through before the engine sees it, so that none ends a build.

Invariant: what goes to the engine is headings in Markdown and blocks of balanced HTML, without a link that it could
find dead, an order to it, or anything that runs. What was wrong is told with its file and line, and costs that page
alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeVar

from selectolax.lexbor import LexborNode

from generator.model import Level, Problem
from generator.model.addresses import markdown_path, slug
from generator.model.written import OwnPage
from generator.pages import KINDS, drafts
from generator.pages.correcting import ABOUT
from generator.pages.desk import Desk
from generator.pages.escape import escape
from generator.pages.grounds import Grounds
from generator.reading.letters import squeeze
from generator.site.markdown import Typescript, typescript
from generator.site.plain import made_plain, running
from generator.site.ways import Ways, composed, way
from generator.source.own import WrittenPage

T = TypeVar("T")

# Addresses that are the site's own, whatever a dossier holds today, beside those of its kinds of pages.
_TAKEN = frozenset(
    {
        "404",
        "assets",
        "cite",
        "corrections",
        "data",
        "feeds",
        "index",
        "lists",
        "notes",
        "schemas",
        "sitemap",
        "stylesheets",
        "javascripts",
    }
)
# «01-about.md» is /about/: the number is for the order alone. Four digits are a year.
_ORDER = re.compile(r"\A(\d{1,3})[-_. ]+(?=\S)")
_README, _DOCS = "readme", "docs/"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WITHIN_A_HEADING = frozenset({"em", "strong", "b", "i", "code", "span", "bdi", "br", "small", "mark", "abbr"})
_PLAIN_ID = re.compile(r"[\w.:-]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LAST = 1000
_RUNNING = "javascript:|vbscript:|data:"


@dataclass(frozen=True)
class _Draft:
    """A page with its place, as its words are read."""

    written: WrittenPage
    address: str
    read: Typescript
    body: LexborNode


def own_pages(
    written: Sequence[WrittenPage], letters: Mapping[str, str], ways: Ways
) -> tuple[tuple[OwnPage, ...], tuple[Problem, ...]]:
    """Pages as they can be shown, in the order of the menu, and what is wrong with them and with the others.

    `ways` holds what their links may lead to beside each other.
    """
    placed, problems = _placed(written, letters, ways.addresses)
    drafts = list[_Draft]()
    for page, address in placed:
        draft, met = _draft(page, address)
        drafts += [draft] if draft else []
        problems += met
    known = {composed(draft.written.file): draft.address for draft in drafts}
    places = {draft.address: _ids(draft.body) for draft in drafts}
    whole = replace(ways, pages=known, addresses={*ways.addresses, *known.values()}, places=places)
    made = list[OwnPage]()
    for draft in drafts:
        own, found = _made(draft, whole)
        made.append(own)
        problems += found
    return tuple(made), tuple(problems)


def _placed(
    written: Sequence[WrittenPage], letters: Mapping[str, str], standing: Collection[str]
) -> tuple[list[tuple[WrittenPage, str]], list[Problem]]:
    """Each page with its address, but for those whose address is another's."""
    taken = {name for kind in KINDS for name in (*kind.menu, *kind.indexes)} | _TAKEN
    taken |= {address.strip("/").split("/")[0] for address in standing} - {""}
    placed, problems = dict[str, WrittenPage](), list[Problem]()
    for page in sorted(written, key=_order):
        if PurePosixPath(page.file).stem.lower() == _README:
            continue  # for the forge, which shows it with the folder
        address = _address(page.file, letters)
        values = (("address", address),)
        if address != ABOUT and address.strip("/").split("/")[0] in taken:
            problems.append(Problem("error", page.file, None, "own-page-taken", values))
        elif first := placed.get(address):
            problems.append(Problem("error", page.file, None, "own-page-twice", (*values, ("first", first.file))))
        else:
            placed[address] = page
    return [(page, address) for address, page in placed.items()], problems


def _order(page: WrittenPage) -> tuple[bool, int, str]:
    """The dossier's pages before those of docs/, then by the number before their names, then by name."""
    number = _ORDER.match(PurePosixPath(page.file).stem)
    return page.file.startswith(_DOCS), int(number[1]) if number else _LAST, page.file


def _address(file: str, letters: Mapping[str, str]) -> str:
    path = PurePosixPath(file)
    parts = (*path.parts[1:-1], _ORDER.sub("", path.stem, count=1))
    return "/" + "/".join(slug(f"{part}.md", letters, "md") for part in parts) + "/"


def _draft(page: WrittenPage, address: str) -> tuple[_Draft | None, list[Problem]]:
    """A page as read, unless it cannot be or could run something."""
    read = typescript(page.markdown)
    problems = [Problem("warning", page.file, x.line, f"front-{x.kind}", x.values) for x in read.faults]
    if read.body is None:
        return None, [*problems, Problem("error", page.file, None, "own-page-unreadable")]
    if what := running(read.body):
        return None, [*problems, _problem("error", page, "own-page-running", what, what=what)]
    problems += (_problem("warning", page, "own-page-markup", what, what=what) for what in made_plain(read.body))
    return _Draft(page, address, read, read.body), problems


def _problem(level: Level, page: WrittenPage, rule: str, sought: str, **values: str) -> Problem:
    """A problem in the first line that holds some words, in whatever case; without a line where none does."""
    word = sought.strip(">").rpartition("=")[2]
    found = re.search(_RUNNING if word == "javascript:" else re.escape(word), page.markdown, re.IGNORECASE)
    line = page.markdown.count("\n", 0, found.start()) + 1 if found else None
    return Problem(level, page.file, line, rule, tuple(values.items()))


def _made(draft: _Draft, ways: Ways) -> tuple[OwnPage, tuple[Problem, ...]]:
    problems = tuple(_led(draft, ways))
    headings = [squeeze(node.text()) for node in draft.body.css("h1, h2, h3, h4, h5, h6")]
    title = draft.read.said.get("title") or next(filter(None, headings), "") or _called(draft.written.file)
    body, description = _titled(list(_parts(draft.body)), title), draft.read.said.get("description", "")
    return OwnPage(draft.written.file, draft.address, title, description, body), problems


def _titled(parts: list[str], title: str) -> str:
    """The parts of a page below one heading of the first level: its own, its first one, or its title."""
    if any(part.startswith("# ") or "<h1" in part for part in parts):
        return "\n\n".join(parts)
    if parts and parts[0].lstrip("#").startswith(f" {escape(title)}"):
        return "\n\n".join([f"#{parts[0].lstrip('#')}", *parts[1:]])
    return "\n\n".join([f"# {escape(title)}", *parts])


def _called(file: str) -> str:
    """A page without any title by its file's name."""
    return re.sub(r"[-_]+", " ", _ORDER.sub("", PurePosixPath(file).stem, count=1))


def _led(draft: _Draft, ways: Ways) -> Iterator[Problem]:
    """Have every link and picture lead where it does on the site; one that leads nowhere leaves its words."""
    page = draft.written
    for node in list(draft.body.css("a[href], img")):
        key = "src" if node.tag == "img" else "href"
        link = node.attributes.get(key) or ""
        target = way(link, page.file, draft.address, ways)
        if node.tag == "img" and target is not None and target == link and not link.startswith("#"):
            yield _problem("warning", page, "own-page-foreign", link, address=link)
            node.replace_with(node.attributes.get("alt") or "")
        elif target is None:
            yield _problem("error", page, "own-page-dead", link, address=link)
            if node.tag == "img":
                node.replace_with(node.attributes.get("alt") or "")
            else:
                node.unwrap()
        else:
            node.attrs[key] = target


def _ids(body: LexborNode) -> frozenset[str]:
    return frozenset(node.attributes["id"] or "" for node in body.css("[id]"))


def _parts(body: LexborNode) -> Iterator[str]:
    """A page as Markdown: its plain headings as such, for the list of what is on it, the rest as blocks of HTML."""
    block = list[str]()
    for node in body.iter(include_text=True):
        if node.tag in _HEADINGS and all(x.tag in _WITHIN_A_HEADING for x in node.css("*") if x.mem_id != node.mem_id):
            yield from _blocks(block)
            block = []
            yield from _heading(node)
        else:
            block.append(node.html or "")
    yield from _blocks(block)


def _blocks(pieces: Sequence[str]) -> Iterator[str]:
    html = _COMMENT.sub("", "".join(pieces)).strip()
    if html:
        yield f'<div class="mz-own">\n{html}\n</div>'


def _heading(node: LexborNode) -> Iterator[str]:
    id_, text = node.attributes.get("id") or "", squeeze(node.text())
    mark = f" {{#{id_}}}" if _PLAIN_ID.fullmatch(id_) else ""
    if text:
        yield f"{'#' * int((node.tag or 'h1')[1])} {escape(text)}{mark}"


def with_own_pages(desk: Desk, written: Sequence[WrittenPage]) -> Desk:
    """A desk with pages written by hand, and what is wrong with them among its problems."""
    if not written:
        return desk
    articles = {composed(entry.article.name): entry.address for entry in desk.catalogue.entries}
    files = {composed(asset.path): asset.path for asset in desk.assets}
    addresses = {page.address for page in drafts(Grounds(desk))} | {each.address for each in desk.catalogue.forwards}
    ways = Ways({}, addresses, files, articles)
    own, problems = own_pages(written, desk.lexicon.wording.letters, ways)
    ordered = sorted((*desk.catalogue.problems, *problems), key=lambda problem: problem.order)
    return replace(desk, own=own, catalogue=replace(desk.catalogue, problems=tuple(ordered)))


def without_by_hand(files: Mapping[str, T], desk: Desk) -> Mapping[str, T]:
    """The files of a site without those made of pages that lie in docs/ already."""
    lying = {markdown_path(page.address) for page in desk.own if page.file.startswith(_DOCS)}
    return {name: content for name, content in files.items() if name not in lying}
