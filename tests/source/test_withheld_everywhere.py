"""One site with names withheld in every way, searched byte by byte for each of their forms: files, console, summary."""

from __future__ import annotations

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests import dossiers, five, indexes, node

pytestmark = pytest.mark.process

# In Latin letters as anybody would write them, and as the generator would spell them in an address.
NAMES = {
    "سمير الحسن": ["سمير الحسن", "سمير حسن", "سمير محمد الحسن", "samiralhassan", "samiralhasan", "smyralhsn", "smyr"],
    "أبو بكر الناصري": ["أبو بكر الناصري", "أبي بكر الناصري", "أبا بكر الناصري", "abubakr", "abwbkr", "bkrnasry"],
    "عائشة بن رؤوف": ["عائشة بن رؤوف", "عايشة ابن رؤف", "aisha", "ayshh"],
    "Mike Pompeo": ["مايك بومبيو", "بومبيو", "بامبيو", "pompeo", "mikepompeo"],
    "دان كوتس": ["دان كوتس", "دانيال كوتس", "كوتس", "dancoats", "coats"],
    "Patrick Shanahan": ["باتريك شاناهان", "شناهان", "shanahan"],
    "شهرزاد": ["شهرزاد", "shahrazad", "shhrzad"],
    "ليفانت": ["ليفانت", "levant"],
}
SIGNS = [
    "\n",
    "\u2028",
    "\u2009",
    "\u2003",
    "\u3164",
    "/",
    "..",
    " — ",
    "</b> <i>",
    "&nbsp;",
    "\u061c ",
    "\ufe0f ",
    "** ",
]
ESCAPED = [
    "&#1587;&#1605;&#1610;&#1585; الحسن",
    "%D8%B3%D9%85%D9%8A%D8%B1_%D8%A7%D9%84%D8%AD%D8%B3%D9%86",
    r"\u0633مير الحسن",
]
OTHERS = [
    "أبوبكر الناصري", "لأبي بكر الناصري", "عايشة ابن رؤف", "السيدة عائشة بنت رؤوف", "سمير حسن", "سمير محمد الحسن",
    "س\u034fمير الحسن", "سم<b>ير</b> الحسن", "Samir al-Hassan", "بومبيو", "وزير الخارجية الأمريكي مايك بومبيو", "كوتس",
    "وزير الدفاع الأمريكي باتريك شناهان", "شهرزاد", "موقع ليفانت", "#سمير_الحسن", "سمير\U000e0041 الحسن",
]  # fmt: skip
SENTENCE = "وذكر {} أن النتائج الأولى ستُعرض لاحقًا على اللجنة المختصة في مقر الوزارة."
SIDECAR = """
title: خطة سمير الحسن للشمال
author: أبو بكر الناصري
note: "كتب السيد سمير الحسن المادة"
url: https://example.org/%D8%B3%D9%85%D9%8A%D8%B1-%D8%A7%D9%84%D8%AD%D8%B3%D9%86
address: samir-al-hassan
facts:
  people:
  - {add: سمير الحسن, role: مدير}
  - {add: مايك بومبيو, role: وزير الخارجية}
  - {remove: سمير محمد الحسن}
  quotes:
  - {add: الخطة ستبدأ, speaker: سمير الحسن}
  cited_outlets:
  - {add: ليفانت}
  slips: [سمير الحسن]
withhold:
  سمير الحسن
  • أبو بكر الناصري / عائشة بن رؤوف
  Mike Pompeo
"""
SETTINGS = """
name: ملف سمير الحسن
subject: جملة عن شهرزاد
description: ما كُتب عن مايك بومبيو وشهرزاد
footer: يعدّه أبو بكر الناصري
contact: samir.alhasan@example.org
logo: assets/logo.svg
search_examples: [سمير الحسن, دان كوتس, الوزارة]
forge: https://github.com/samir-alhasan/dossier
branch: samir-alhasan
digits: ليفانت
nam: شهرزاد
publish: كوتس
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title></svg>'
# What the dossier shows beside its texts: pages with names in each of their parts, files by their names and words.
OWN = {
    "pages/01-about.md": "---\ntitle: عن سمير الحسن\ndescription: شهرزاد\n---\n"
    "# كتب [مايك بومبيو](samir-alhasan.md)\n\n![أبو بكر الناصري](../assets/samir-alhasan.png 'دان كوتس')\n\n"
    "<p title='سمير الحسن' id='شهرزاد'>س<b>مير</b> الحسن</p>\n\n[x](nowhere-samir-alhasan.md) [y](سمير.الحسن.txt)\n",
    "pages/سمير الحسن.md": "كلام",
    "pages/runs-samir-alhasan.md": "<script>شهرزاد</script>",
    "assets/logo.svg": SVG.format("شعار سمير الحسن"),
    "assets/names.csv": "1,شهرزاد\n",
    "assets/samir-alhasan.txt": "كلام",
    "assets/عائشة بن رؤوف.js": "كلام",
}
MORE = "withhold:\n  - دان كوتس\n  - Patrick Shanahan\n  - {name: شهرزاد, confirm: true}\n  - ليفانت\nhidden: true\n"


def _articles() -> Iterator[str]:
    """Articles that differ in more than a name, so that none is another's copy."""
    for crop, tool in (("القمح", "البذار"), ("الشعير", "الآلات"), ("الزيتون", "الشتول"), ("القطن", "المبيدات")):
        yield dossiers.ARTICLE.replace("القمح", crop).replace("البذار", tool)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Result]:
    """The dossier, its site, and what the command said."""
    home = tmp_path_factory.mktemp("withheld")
    forms = [f"سمير{sign}الحسن" for sign in SIGNS] + ESCAPED + OTHERS
    one, two, three, four = _articles()
    files = {
        "خطة.txt": one + "\n" + "\n\n".join(SENTENCE.format(form) for form in forms) + "\n",
        "خطة.yml": SIDECAR,
        "سمير.الحسن.txt": two,
        "samir-alhasan.txt": three,
        "other.txt": four + "\n" + SENTENCE.format("المتحدث باسم ليفانت نيوز") + "\n",
        "other.yml": MORE,
        "سمير.الحسن.yml": "titel: سمير الحسن\nمخفي: نعم\n",
        "dossier.yml": SETTINGS,
        **OWN,
        "سمير الحسن.doc": "x",
    }
    dossier = dossiers.folder(home, files)
    site = home / "site"
    command = ["site", "--seeds", str(dossier), "--site", str(site), "--docs", str(home / "docs")]
    done = CliRunner().invoke(main, [*command, "--url", "https://example.org/x/"])
    return dossier, site, done


def _skeletons(text: str) -> Iterator[str]:
    """A text as written and with its escapes read, of each only letters: no sign, no mark, no form can hide a name."""
    read = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), html.unescape(unquote(html.unescape(text))))
    for way in (text, read, re.sub(r"<[^>]*>", "", read)):
        yield _letters(way)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold().translate(str.maketrans("ىةیکٱ", "يهيكا"))
    return "".join(c for c in plain if c.isalpha() and c not in "ءـ")


def _found(text: str) -> set[str]:
    wanted = {_letters(form) for forms in NAMES.values() for form in forms}
    return {form for skeleton in _skeletons(text) for form in wanted if form in skeleton}


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        yield path.relative_to(site).as_posix(), data.decode("utf-8", "ignore")


def test_the_site_is_built_all_the_same(built: tuple[Path, Path, Result]) -> None:
    _, site, done = built
    assert done.exit_code == 0, done.output
    assert len(list((site / "articles").glob("*/index.html"))) == 3  # one is held back for a key that protects nobody
    assert "حُجب الاسم" in (site / "index.html").read_text("utf-8")


def test_a_hidden_page_asks_to_be_found_by_nobody(built: tuple[Path, Path, Result]) -> None:
    _, site, _ = built
    robots = '<meta name="robots" content="noindex">'
    told = {path.parent.name: robots in path.read_text("utf-8") for path in site.rglob("articles/*/index.html")}
    assert told.pop("other") and not any(told.values())
    plain = (site / "sitemap.xml").read_text("utf-8")
    assert "/x/articles/other/" not in plain and plain.count("/x/articles/") == 3
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == plain


def test_no_byte_of_the_site_tells_a_withheld_name(built: tuple[Path, Path, Result]) -> None:
    _, site, _ = built
    files = list(_texts(site))
    assert {"sitemap.xml", "sitemap.xml.gz", "notes/index.html"} <= {name for name, _ in files}
    static = {name for name, _ in files if name.startswith("assets/") and not name.startswith("assets/own/")}
    static.add("schemas/dossier.schema.json")  # the program's own words, such as months: levant
    told = {name: found for name, text in files if name not in static and (found := _found(f"{name}\n{text}"))}
    assert told == {}


def test_the_search_knows_none_of_them(built: tuple[Path, Path, Result]) -> None:
    _, site, _ = built
    script = Path(__file__).parents[1] / "search" / "words.mjs"
    done = node.run(script, five.ROOT / "docs" / "assets" / "search", site / "search" / "data")
    held = json.loads(done.stdout)
    assert len(held["documents"]) >= 3 and any("الزراعة" in word for word in held["words"])
    assert _found(done.stdout) == set()
    root = indexes.in_folder(site / "search" / "data").aids
    assert _found(json.dumps(root, ensure_ascii=False)) == set()


def test_nothing_that_is_printed_tells_them(built: tuple[Path, Path, Result]) -> None:
    dossier, _, done = built
    assert _found(done.output) == set()
    seeds = sorted(str(path) for path in dossier.glob("*.txt"))
    for command in (["summary", "--base", str(dossier)], ["explain", "--json"], ["explain"]):
        said = CliRunner().invoke(main, [*command, *seeds])
        assert said.exit_code == 0, said.output
        assert _found(said.output) == set(), command


def test_what_is_searched_for_would_be_found() -> None:
    """The search itself, tried on each form in each disguise."""
    for forms in NAMES.values():
        for form in forms:
            assert _found(f"قال {form} إن") and _found("".join(f"&#{ord(c)};" for c in form))
    assert _found(json.dumps("سمير الحسن")) and _found("%D8%B3%D9%85%D9%8A%D8%B1%20%D8%AD%D8%B3%D9%86")
