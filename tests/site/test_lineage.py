"""A change of an entry concerns the texts that hold its words in any form, and few others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.kept import KeptInMemory
from generator.site.lineage import Entries, entries_of, is_entry

TEXTS = {
    "he": "وقال لافروف إن بلاده ستشارك.",
    "sound": "وقال وزير الخارجية الروسي سيرغي لفروف للصحافيين.",
    "joined": "التقى بلافروف وفد من المدينة.",
    "broken": "أعلن تنظيم داعـ..ـش مسؤوليته.",
    "ministry": "وأفادت وزارتنا للزراعة بذلك.",
    "town": "وصل الحلبيون إلى المدينة.",
    "theme": "وزّعت الجمعية بذورًا محسنة على المزارعين.",
    "none": "هطل المطر على الساحل طوال الليل.",
}
PERSON = "name: سيرغي لافروف\n"


def _changed(home: Path, path: str, old: str | None, new: str | None) -> Entries:
    """The lineage after a file of a dossier's lexicon has changed."""
    kept, file = KeptInMemory(), home / "lexicon" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    for text in (old, new):
        file.unlink(missing_ok=True)
        if text is not None:
            file.write_text(text, "utf-8")
        if text == old:
            entries_of(home, kept).keep(kept)
    return entries_of(home, kept)


@pytest.mark.parametrize(
    ("path", "old", "new", "concerned"),
    [
        ("people/sergey.yml", None, PERSON, {"he", "sound", "joined"}),
        ("people/sergey.yml", PERSON, None, {"he", "sound", "joined"}),
        ("people/sergey.yml", PERSON, "name: سيرغي لافروف\nvariants: [لافروف]\n", {"he", "sound", "joined"}),
        ("people/sergei-lavrov.yml", None, "remove: true\n", {"he", "sound", "joined"}),
        ("organisations/daesh.yml", None, "name: داعش\nkind: armed\n", {"broken"}),
        ("organisations/farming.yml", None, "name: وزارة الزراعة\n", {"ministry"}),
        ("places/halab.yml", None, "name: حلب\n", {"town"}),
        ("themes/seeds.yml", None, "label: بذار\nterms: [{text: ['بذور/بذار محسنة?'], weight: 3}]\n", {"theme"}),
        ("themes/seeds.yml", None, "label: بذار\nterms: [{text: ['{all}'], weight: 3}]\n", {*TEXTS}),
        ("places/halab.yml", "name: حلب\n", "name: حلب\n", set[str]()),
    ],
)
def test_a_changed_entry_concerns_what_holds_its_words(
    tmp_path: Path, path: str, old: str | None, new: str | None, concerned: set[str]
) -> None:
    found = _changed(tmp_path, path, old, new)
    assert concerned <= {name for name, text in TEXTS.items() if found.concerns(text)}
    assert (found.state != found.before) == (old != new)
    if concerned != {*TEXTS}:
        assert not found.concerns(TEXTS["none"])


def test_a_lexicon_of_which_nothing_is_kept_has_no_past(tmp_path: Path) -> None:
    found = entries_of(tmp_path, KeptInMemory())
    assert found.before == ""
    assert found.state
    assert not found.phrases


def test_over_a_fifth_all_are_read_again() -> None:
    assert Entries().are_too_many(21, 100)
    assert not Entries().are_too_many(20, 100)


@pytest.mark.parametrize(
    ("path", "is_one"), [("people/a.yml", True), ("themes/groups/a.yml", False), ("search.yml", False)]
)
def test_what_is_no_entry_concerns_every_text(path: str, is_one: bool) -> None:
    assert is_entry(path) == is_one
