"""The same tree gives the same HTML with either engine."""

from pathlib import Path

import pytest

from generator import build
from tests import five

URL = "https://example.org/mujaz/"


def built(home: Path, engine: str) -> dict[str, bytes]:
    """Every file of the five seeds' site by its path."""
    site = home / engine
    build.site(five.copy_to(home / f"seeds-{engine}"), site, url=URL, engine=engine)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.mark.process
def test_mkdocs_and_properdocs_give_the_same_files(tmp_path: Path) -> None:
    """Pages, index and sitemap alike, byte for byte: the engine can be changed on the day it must be."""
    one, other = built(tmp_path, "mkdocs"), built(tmp_path, "properdocs")
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
