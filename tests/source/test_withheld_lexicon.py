"""A name that a sidecar withholds is absent also where the dossier's own lexicon brings it: in each kind of file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build import gather
from generator.lexicon import lexicon_of
from generator.reading.masks import MASK
from generator.site.files import all_files_of
from tests import dossiers

pytestmark = pytest.mark.dear

NAME = "سمير الحسن"
FORMS = re.compile("سمير|الحسن|samir|hasan|smyr|lhsn", re.IGNORECASE)
NOTICE = "بإشراف سمير الحسن حصريا"
TEXT = f"""{dossiers.TITLE}

{dossiers.LEDE}

{NOTICE}

وقال سمير الحسن، مدير الإنتاج، إن الموسم جيد في ملعب سمير الحسن منذ افتتاح ملعب سمير الحسن. وأضاف الحسن أن القمح وفير.

{dossiers.END}
"""
FILES = {
    "people/samir-al-hasan.yml": "id: samir-al-hasan\nname: سمير الحسن\nroles: [{title: مدير الإنتاج}]\n",
    "people/samir-al-hasan-ii.yml": "id: samir-al-hasan-ii\nname: سمير الحسن الثاني\nrols: []\n",
    "organisations/samir-hasan-club.yml": "id: samir-hasan-club\nname: نادي سمير الحسن\nkind: ngo\n",
    "places/samir-al-hasan-arena.yml": "id: samir-al-hasan-arena\nname: ملعب سمير الحسن\nkind: base\n",
    "outlets/samir-al-hasan-news.yml": "name: صحيفة سمير الحسن\nkind: site\ndomains: [samir-al-hasan.example]\n",
    "themes/samir-al-hasan.yml": """id: samir-al-hasan
label: أخبار سمير الحسن
description: ما قاله سمير الحسن
terms: [{text: [القمح, سمير الحسن], weight: 3}]
examples: {yes: [القمح عند سمير الحسن., جاء الضيف.], no: [حصد القمح سمير الحسن.]}
""",
    "themes/wheat.yml": """id: wheat
label: القمح
description: القمح، كما قال سمير الحسن
terms: [{text: [القمح], weight: 3}, {text: ["{samir-al-hasan}"], weight: 2}]
examples: {yes: [القمح عند سمير الحسن., جاء سمير الحسن.], no: [حصد سمير الحسن القمح.]}
""",
    "themes/groups/samir-al-hasan.yml": "phrases: [سمير الحسن]",
    "themes/groups/samir-al-hasan.yaml": "phrases: [سمير الحسن]",
    "furniture/samir-al-hasan-notice.yml": f"""reason: {{ar: تنبيه سمير الحسن, en: notice of Samir al-Hasan}}
contains: [حصريا]
matches: ["{NOTICE}"]
spares: [قال سمير الحسن كلاما]
""",
    "chronology.yml": """- id: samir-al-hasan
  kind: event
  label: افتتاح ملعب سمير الحسن
  all: [[منذ افتتاح ملعب]]
  days: [2019-03-23]
  source: سمير الحسن
- {id: samir-al-hasan-gone, remove: true}
""",
    "search.yml": "stop: [سمير الحسن, مباراة]\nvariants: [[سمير الحسن, أبو علي]]\n"
    "near: [[سمير الحسن, البيدر]]\nremove: {stop: [سمير الحسن القمح]}\n",
    "samir-al-hasan.txt": "x",
    "people/سمير الحسن.yml": "x",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = dossiers.folder(tmp_path_factory.mktemp("withheld"), {"a.txt": TEXT, "a.yml": f"withhold: [{NAME}]"})
    for name, text in FILES.items():
        path = home / "lexicon" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return home


def test_the_name_is_in_no_file_of_the_site(dossier: Path) -> None:
    desk = gather(dossier, lexicon_of(dossier))
    texts = {n: t if isinstance(t, str) else t.decode("utf-8", "replace") for n, t in all_files_of(desk).items()}
    assert {name: FORMS.findall(name + text) for name, text in texts.items() if FORMS.search(name + text)} == {}
    assert any("القمح" in text for text in texts.values())
    assert not any(MASK in text for text in texts.values())


def test_the_name_is_in_no_problem_and_each_is_told(dossier: Path) -> None:
    problems = gather(dossier, lexicon_of(dossier)).catalogue.problems
    assert [p for p in problems if FORMS.search(f"{p.file} {p.values}")] == []
    told = {p.rule for p in problems}
    assert {"lexicon-unknown-key", "lexicon-twice", "lexicon-example-yes", "lexicon-file-name"} <= told
    assert "withheld-nowhere" not in told


def test_without_the_sidecar_the_lexicon_does_what_it_says(tmp_path: Path, dossier: Path) -> None:
    """Else the two tests above would hold for want of anything to hide."""
    (dossier / "a.yml").rename(tmp_path / "a.yml")
    try:
        desk = gather(dossier, lexicon_of(dossier))
    finally:
        (tmp_path / "a.yml").rename(dossier / "a.yml")
    (entry,) = desk.catalogue.entries
    facts = entry.article.facts
    assert "samir-al-hasan" in {x.id for x in facts.people} and "samir-al-hasan-arena" in {x.id for x in facts.places}
    assert {"samir-al-hasan", "wheat"} <= {hit.id for hit in facts.themes}
    assert "samir-al-hasan-notice" in {line.rule for line in entry.article.cleaned.lines}
    assert any("سمير" in value for step in facts.date.steps for _, value in step.values)
