"""Puts a file or a page of the web into a dossier: a seed as it came, with a sidecar that tells where it came from.

Invariant: no file that is there is touched, and nothing that the dossier has comes into it twice. What a page declares
stands in the sidecar as a remark: as a value it would be an editor's word.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.desk.fetch import KINDS, Fetched, FetchError, fetch, is_address
from generator.lexicon import lexicon_of
from generator.model import Problem, Source
from generator.model.addresses import spell, stem_of
from generator.model.fault import CommandError
from generator.pages.proposed import scalar
from generator.reading.files import read_bytes
from generator.source.dossier import limits_of
from generator.source.folder import there
from generator.source.formats.registry import SUFFIXES, is_seed, room_of
from generator.source.read import SIDECAR_SUFFIXES, digest, parse_seed, read_settings, read_sidecars, seeds_in

_LONGEST = 60
_URL_LINE = re.compile(r"^url\s*:\s*[\"']?(\S+?)[\"']?\s*(?:#.*)?$", re.MULTILINE)
_REMARKS = ("title", "date", "outlet", "author")


class AddError(CommandError):
    """What cannot come into a dossier; `problems` say what is wrong with the file itself, where something is."""

    def __init__(self, message: str, *problems: Problem, **values: object) -> None:
        super().__init__(message, **values)
        self.problems = problems


@dataclass(frozen=True)
class Coming:
    """What is to come: its bytes, the name that it would have, where it is from, and the sidecar that it brings."""

    data: bytes
    name: str
    origin: str
    sidecar: bytes | None = None
    url: str | None = None
    charset: str | None = None


def add_seed(dossier: Path, what: str) -> tuple[Path, ...]:
    """Store one file or address; gives the files written. Raises AddError, FetchError, NamedError."""
    coming = _from_web(dossier, what) if is_address(what) else _from_disk(dossier, there(Path(what), folder=False))
    source = _read(dossier, coming)
    _refuse_twice(dossier, coming)
    letters = lexicon_of(dossier).wording.letters
    path = _free(dossier, _called(coming, source, letters))
    told = coming.sidecar or _sidecar(coming, source)
    beside = dossier / f"{stem_of(path.name)}{SIDECAR_SUFFIXES[0]}"
    # The sidecar first: what it protects is protected before the text is there.
    written = {**({beside: told} if told else {}), path: coming.data}
    for file, data in written.items():
        with file.open("xb") as new:
            new.write(data)
    return tuple(sorted(written))


def _from_disk(dossier: Path, file: Path) -> Coming:
    if not is_seed(file.name):
        raise AddError("add.no-seed", file=file, suffixes=", ".join(SUFFIXES))
    if file.resolve().parent == dossier.resolve():
        raise AddError("add.there", file=file, folder=dossier)
    data = read_bytes(file, _most(dossier, file.name))
    if isinstance(data, Problem):
        raise AddError("add.unread", data, file=file)
    return Coming(data, file.name, str(file), _beside(file))


def _beside(file: Path) -> bytes | None:
    """The sidecar of a file comes with it: it may protect somebody."""
    paths = (file.with_name(stem_of(file.name) + suffix) for suffix in SIDECAR_SUFFIXES)
    path = next((path for path in paths if path.is_file()), None)
    return path.read_bytes() if path else None


def _from_web(dossier: Path, url: str) -> Coming:
    if url.rstrip("/") in {known.rstrip("/") for known in _known_addresses(dossier)}:
        raise AddError("add.url-there", url=url)
    got = fetch(url, _most(dossier, "a.pdf"))
    suffix = _suffix(got)
    if len(got.data) > (most := _most(dossier, f"a{suffix}")):
        raise FetchError("add.too-large", url=url, most=most)
    last = unquote(PurePosixPath(urlsplit(got.url).path).stem)
    host = urlsplit(got.url).hostname or "page"
    return Coming(got.data, (last or host.replace(".", "-")) + suffix, url, None, url, got.charset)


def _suffix(got: Fetched) -> str:
    """By what the server says, else by the address; a page of the web goes without saying where neither tells."""
    named = PurePosixPath(urlsplit(got.url).path).suffix.lower()
    suffix = KINDS.get(got.kind) or (named if named in SUFFIXES else "")
    if suffix not in SUFFIXES:
        raise FetchError("add.no-text", url=got.url, kind=got.kind)
    return suffix


def _known_addresses(dossier: Path) -> Iterator[str]:
    for _, text in read_sidecars(dossier):
        yield from _URL_LINE.findall(text or "")


def _most(dossier: Path, name: str) -> int:
    return limits_of(read_settings(dossier)).size * room_of(name)


def _read(dossier: Path, coming: Coming) -> Source:
    """What is to come, read as the build would. Raises AddError where it could not."""
    read = parse_seed(coming.name, coming.data, limits_of(read_settings(dossier)))
    if isinstance(read, Problem):
        raise AddError("add.unread", read, file=coming.origin)
    return read


def _refuse_twice(dossier: Path, coming: Coming) -> None:
    new = hashlib.sha256(coming.data).hexdigest()
    same = next((path.name for path in seeds_in(dossier) if digest(path) == new), None)
    if same:
        raise AddError("add.same", origin=coming.origin, name=same)


def _called(coming: Coming, source: Source, letters: Mapping[str, str]) -> str:
    """A name in ASCII: a file's own, a page's by its title, else by its address."""
    stem, _, suffix = coming.name.rpartition(".")
    declared = source.declared
    title = declared.title if declared else None
    if coming.url and title:
        stem = title.value
    if not coming.url and stem.isascii():
        return coming.name
    spelled = spell(stem, letters)
    short = spelled if len(spelled) <= _LONGEST else spelled[:_LONGEST].rpartition("-")[0] or spelled[:_LONGEST]
    return f"{short or hashlib.sha256(coming.data).hexdigest()[:8]}.{suffix.lower()}"


def _free(dossier: Path, name: str) -> Path:
    """A path of this name, or with the first number that makes it a new one, sidecars looked at too."""
    stem, _, suffix = name.rpartition(".")
    taken = {path.name.lower() for path in dossier.iterdir()}
    number, tried = 1, name
    while {tried.lower(), *(f"{stem_of(tried)}{x}".lower() for x in SIDECAR_SUFFIXES)} & taken:
        number += 1
        tried = f"{stem}-{number}.{suffix}"
    return dossier / tried


def _sidecar(coming: Coming, source: Source) -> bytes | None:
    """The sidecar of what came from the web: its address, and as remarks what server and page say of it."""
    if coming.url is None:
        return None
    declared = vars(source.declared) if source.declared else {}
    lines = [f"url: {scalar(coming.url)}"]
    if coming.charset:
        lines.append(f"# charset: {scalar(coming.charset)}")
    said = ((key, declared[key]) for key in _REMARKS if declared.get(key))
    lines += [f"# {key}: {scalar(x.value)}  # {' '.join(x.words.split())}" for key, x in said]
    return ("\n".join(lines) + "\n").encode()
