"""A file whose grounds are as they were is as it was, whatever else of a dossier changes: added, removed, edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator import build
from generator.catalogue.gather import ThemeGroup
from generator.model import DateFact, Draft, Quote, ThemeHit
from generator.pages import archive, profile, themes
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds
from generator.site.files import data_files, text_files
from generator.source.settings import Settings
from tests import dossiers
from tests.pages.test_lists import desk, entry, words

pytestmark = pytest.mark.dear

SHORT = Settings(list_length=5)
SETTINGS = "name: الملف\nlist_length: 5\n"
CALLED = ("سمير الحسن", "ليلى الخطيب", "عمر الراوي")
SENTENCES = (
    dossiers.MIDDLE,
    dossiers.END,
    "وقالت ليلى الخطيب، وزيرة الزراعة، إن 12 ألف أسرة ستحصل على البذار قبل 15 آذار 2021.",
    "وقالت الوزيرة ليلى الخطيب إن الحكومة دفعت 12 ألف دولار إلى مزارعي محافظة الحسكة.",
    "وقال عمر الراوي، محافظ الرقة، إن 300 شخص عادوا إلى مدينة الرقة في 2020.",
    "وقال عمر الراوي إن 250 شخصا عادوا إلى مدينة الرقة في 2020، وإن المدارس فتحت أبوابها.",
    "وذكرت صحيفة الشرق الأوسط أن التحالف الدولي أفرج عن 20 محتجزًا من سجون قوات سوريا الديمقراطية.",
    "وقال الرئيس الأمريكي جو بايدن إن القوات الأمريكية ستبقى في العراق حتى نهاية العام.",
    "وقال بايدن إن القوات الأمريكية ستغادر أفغانستان قبل شهر أيلول.",
    "وأعلن تنظيم داعش مسؤوليته عن هجوم قتل فيه 7 مدنيين قرب دير الزور في 3 أيار 2019.",
    "وأعلن تنظيم الدولة الإسلامية مسؤوليته عن هجوم قرب تدمر في 3 أيار 2019، بحسب وكالة رويترز.",
    "«سنعيد إعمار المدارس كلها قبل نهاية العام» قال سمير الحسن، مدير الإنتاج النباتي في الوزارة.",
    "وقال سمير الحسن: «لن نترك أرضا بلا زرع هذا العام»، مضيفا أن 40 بالمئة من الحقول جاهزة.",
)
SIDECARS = (
    "date: 2021-05-03\n",
    "outlet: صوت الجبل\n",
    "themes:\n  add: [camps]\n",
    "note: صُحح التاريخ\n",
    "hidden: true\n",
    "hidden: true\nnote: لا يظهر في القوائم\n",
    "title: عنوان آخر للمادة\n",
    "publish: excerpt\nurl: https://example.org/a\n",
)
Files = dict[str, str]


def text(random: Random) -> str:
    """A text of its own, with some sentences that others may have too."""
    some = random.sample(SENTENCES, random.randint(3, 6))
    name = random.choice(CALLED)
    return "\n\n".join((f"{name} يعلن خطة {random.randint(1, 999)} لدعم المزارعين", dossiers.LEDE, *some)) + "\n"


def added(files: Files, random: Random) -> None:
    files[f"t{random.randint(10, 99)}.txt"] = text(random)


def removed(files: Files, random: Random) -> None:
    seeds = sorted(name for name in files if name.endswith(".txt"))
    if len(seeds) > 2:
        name = random.choice(seeds)
        del files[name]
        files.pop(name.replace(".txt", ".yml"), None)


def edited(files: Files, random: Random) -> None:
    name = random.choice(sorted(name for name in files if name.endswith(".txt")))
    files[name] = files[name].rstrip("\n") + "\n\n" + random.choice(SENTENCES) + "\n"


def said(files: Files, random: Random) -> None:
    name = random.choice(sorted(name for name in files if name.endswith(".txt")))
    files[name.replace(".txt", ".yml")] = random.choice(SIDECARS)


def copied(files: Files, random: Random) -> None:
    """A second file with the text of another."""
    name = random.choice(sorted(name for name in files if name.endswith(".txt")))
    files[f"copy-{random.randint(1, 9)}.txt"] = files[name]


CHANGES: tuple[Callable[[Files, Random], None], ...] = (
    *(added, added, removed, removed, edited, edited, edited, edited),
    *(said, said, copied),
)


class Reader:
    """Reads each seed once, whatever it lies beside: what is tried here is what is made of articles."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}

    def __call__(self, read: Callable[[Any], Any], seeds: Iterable[Any]) -> Iterator[Any]:
        for seed in seeds:
            if repr(seed) not in self.known:
                self.known[repr(seed)] = read(seed)
            yield self.known[repr(seed)]


READER = Reader()


def made(folder: Path) -> Iterator[tuple[str, tuple[str, ...] | None, str | bytes]]:
    """What files hold, with their paths and what they rest on."""
    grounds = Grounds(build.gather(folder, dossiers.LEXICON, READER))
    for file in (*text_files(grounds), *data_files(grounds)):
        yield file.path, file.rests_on, file.make()


@pytest.mark.parametrize("seed", range(3))
def test_what_rests_on_the_same_is_the_same(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profile, "_BESIDE", 2)
    random = Random(seed)  # noqa: S311  a test's
    files: Files = {"dossier.yml": SETTINGS, **{f"a{at}.txt": text(random) for at in range(8)}}
    known: dict[tuple[str, tuple[str, ...] | None], str | bytes] = {}
    again = 0
    for step in range(16):
        for path, rests_on, content in made(dossiers.folder(tmp_path / str(step), files)):
            again += (path, rests_on) in known
            assert known.setdefault((path, rests_on), content) == content, path
        random.choice(CHANGES)(files, random)
    assert again > len(known) / 4, "else the grounds tell nothing"


def _first(drafts: Callable[[Grounds], Iterable[Draft]], desk: Desk, address: str) -> tuple[tuple[str, ...], str]:
    """What the sheet at an address rests on, and what it shows but for its place."""
    (draft,) = (x for x in drafts(Grounds(desk)) if x.address == address)
    return draft.rests_on, str({name: value for name, value in draft.context().items() if name != "sheet"})


def test_a_year_is_estimated_while_none_of_its_articles_states_it_on_whatever_sheet() -> None:
    guessed = DateFact("2021", "year", "inferred")
    many = [entry(f"a{at}", date=guessed) for at in range(5)]
    shown = [
        _first(archive.drafts, desk(*many, entry("b", date=date), settings=SHORT), "/archive/")
        for date in (guessed, DateFact("2021", "year", "stated"))
    ]
    assert shown[0][0] != shown[1][0] and shown[0][1] != shown[1][1]


def test_who_speaks_of_a_theme_is_told_on_its_first_sheet_wherever_he_does() -> None:
    proof = words(0, 5)
    hit, saying = ThemeHit("camps", 3.0, (proof,)), Quote(5, 0, 5, proof.text, "x", speaker="سمير الحسن")
    shown = []
    for quotes in ((), (saying,)):
        many = [entry(f"a{at}", themes=(hit,)) for at in range(5)]
        several = (*many, entry("b", themes=(hit,), quotes=quotes))
        group = ThemeGroup(dossiers.LEXICON.themes.by_id["camps"], tuple((one, hit) for one in several))
        shown.append(_first(themes.drafts, desk(*several, settings=SHORT, themes=(group,)), "/themes/camps/"))
    assert shown[0][0] != shown[1][0] and shown[0][1] != shown[1][1]
