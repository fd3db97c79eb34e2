"""The sitemap as the engine writes it: learnt from the one of the samples, filled with all pages.

Invariant: the sitemaps of both samples come out of what was learnt from the first.
"""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from generator.site.press.frame import page_url

_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_MARK = "\x00"
# Where a gzip file keeps its time.
_TIME = slice(4, 8)


@dataclass(frozen=True)
class Sitemap:
    """What stands before, around and behind each page's address; `time` is that of the compressed copy."""

    before: str
    entry: str
    after: str
    time: int

    def text(self, files: Collection[str], url: str) -> str:
        """The sitemap of pages, by their Markdown files."""
        base = url if url.endswith("/") or not url else f"{url}/"
        found = (self.entry.replace(_MARK, urljoin(base, page_url(file) or "")) for file in as_walked(files))
        return self.before + "".join(found if self.entry else ()) + self.after

    def write(self, site: Path, files: Collection[str], unlisted: Collection[str], url: str) -> None:
        """Write the sitemap of a site, and its compressed copy, without pages that ask to be left out."""
        text = self.text([file for file in files if file not in unlisted], url)
        (site / "sitemap.xml").write_text(text, encoding="utf-8")
        (site / "sitemap.xml.gz").write_bytes(self.packed(text, not unlisted))

    def packed(self, text: str, is_whole: bool) -> bytes:
        """The compressed copy: as the engine packs it where it has all pages, else as it is packed anew."""
        if not is_whole:
            return gzip.compress(text.encode(), mtime=0)
        made = io.BytesIO()
        with gzip.GzipFile("sitemap.xml", "wb", fileobj=made, mtime=self.time) as packed:
            packed.write(text.encode())
        return made.getvalue()


def as_walked(files: Collection[str]) -> list[str]:
    """Pages as the engine walks them: a folder's own before those of its folders, by name."""
    return sorted(files, key=lambda file: [*((1, part) for part in file.split("/")[:-1]), (0, file.rpartition("/")[2])])


def sitemap_of(samples: Sequence[tuple[Sequence[str], str]], packed: bytes, url: str) -> Sitemap | None:
    """What the engine writes, from sitemaps with the files of their pages; None where that does not give them back."""
    files, text = samples[0]
    entries = list(_ENTRY.finditer(text))
    time = int.from_bytes(packed[_TIME], "little")
    if entries:
        first = urljoin(url if url.endswith("/") else f"{url}/", page_url(as_walked(files)[0]) or "")
        entry = entries[0][0].replace(f">{first}<", f">{_MARK}<")
        made = Sitemap(text[: entries[0].start()], entry, text[entries[-1].end() :], time)
    else:
        made = Sitemap(text, "", "", time)
    return made if all(made.text(of, url) == given for of, given in samples) else None
