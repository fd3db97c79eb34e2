"""After any change a build with a cache gives the site that a clean build gives, byte for byte."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build
from tests import dossiers

pytestmark = [pytest.mark.slow, pytest.mark.process]

NAMES = ("سمير الحسن", "ليلى قاسم", "هدى الخطيب", "مازن عيسى")
PLACES = ("حلب", "حماة", "درعا", "اللاذقية")
THEME = """\
id: wheat
label: القمح
label_en: Wheat
description: ما يقال عن القمح والمزارعين.
order: 900
terms:
  - text: [{phrases}]
    weight: 3
examples:
  yes:
    - توزيع القمح والبذار والأسمدة بعد الحصاد
  no:
    - فاز الفريق في المباراة.
"""


def _article(rng: random.Random, at: int) -> str:
    name, place, count = rng.choice(NAMES), rng.choice(PLACES), rng.randrange(3, 900)
    return dossiers.ARTICLE.replace("سمير الحسن", name).replace(
        dossiers.END, f"وأضاف أن {count} أسرة في {place} ستستفيد من الخطة {at}، وأن العمل سيبدأ قريبًا."
    )


def _texts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))


def _add(folder: Path, rng: random.Random) -> None:
    at = rng.randrange(1000)
    (folder / f"t{at}.txt").write_text(_article(rng, at), "utf-8")


def _alter(folder: Path, rng: random.Random) -> None:
    rng.choice(_texts(folder)).write_text(_article(rng, rng.randrange(1000)), "utf-8")


def _copy(folder: Path, rng: random.Random) -> None:
    (folder / f"c{rng.randrange(9)}.txt").write_bytes(rng.choice(_texts(folder)).read_bytes())


def _remove(folder: Path, rng: random.Random) -> None:
    texts = _texts(folder)
    if len(texts) > 2:
        rng.choice(texts).unlink()


def _say(folder: Path, rng: random.Random) -> None:
    said = rng.choice(
        (
            "title: عنوان من المحرر\n",
            "date: 2024-05-01\n",
            "hidden: true\n",
            "publish: false\n",
            "note: كلمة من المحرر\n",
            f"withhold: [{rng.choice(NAMES)}]\n",
            "withdrawn: true\n",
        )
    )
    rng.choice(_texts(folder)).with_suffix(".yml").write_text(said, "utf-8")


def _unsay(folder: Path, rng: random.Random) -> None:
    sidecars = [path for path in folder.glob("*.yml") if path.name != "dossier.yml"]
    if sidecars:
        rng.choice(sorted(sidecars)).unlink()


def _set(folder: Path, rng: random.Random) -> None:
    said = rng.choice(("name: ملف\n", "digits: arabic\n", "list_length: 5\n", "publish: excerpt\n", ""))
    (folder / "dossier.yml").write_text(f"subject: عن الزراعة.\n{said}", "utf-8")


def _theme(folder: Path, rng: random.Random) -> None:
    path = folder / "lexicon" / "themes" / "wheat.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(THEME.format(phrases=", ".join(rng.sample(("القمح", "البذار", "الأسمدة", "الحصاد"), 2))), "utf-8")


def _person(folder: Path, rng: random.Random) -> None:
    path = folder / "lexicon" / "people" / f"p{rng.randrange(2)}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"name: {rng.choice(NAMES)}\n", "utf-8")


def _forget(folder: Path, rng: random.Random) -> None:
    entries = sorted((folder / "lexicon").rglob("*.yml"))
    if entries:
        rng.choice(entries).unlink()


def _page(folder: Path, rng: random.Random) -> None:
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / "word.md").write_text(f"# كلمة\n\nنص {rng.randrange(9)}.\n", "utf-8")


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_add, _alter, _copy, _remove, _say, _unsay, _set, _theme, _person, _person, _forget, _page),
)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_the_site_is_that_of_a_clean_build(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  nothing to keep secret
    folder = dossiers.folder(tmp_path, {f"t{at}.txt": _article(rng, at) for at in range(4)})
    _build(folder, tmp_path, "kept", tmp_path / "cache")
    for step in range(6):
        changes = [rng.choice(CHANGES) for _ in range(rng.randrange(1, 3))]
        for change in changes:
            change(folder, rng)
        if rng.random() < 0.3:
            rng.choice(sorted((tmp_path / "kept").rglob("*.html"))).unlink()
        told = _build(folder, tmp_path, "kept", tmp_path / "cache")
        clean = _build(folder, tmp_path, f"clean{step}", None)
        names = [change.__name__ for change in changes]
        assert _tree(tmp_path / "kept") == _tree(tmp_path / f"clean{step}"), (seed, step, names)
        assert told == clean, (seed, step, names)


def _build(folder: Path, home: Path, name: str, cache: Path | None) -> set[tuple[str, str, int | None]]:
    made = build.site(folder, home / name, cache=cache, allow_empty=True)
    return {(problem.rule, problem.file, problem.line) for problem in made.problems}


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
