"""What was typed with another keyboard is read as it was meant, where nothing answers to it as it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.lexicon.keyboards import Keyboards
from generator.lexicon.loading import read_record
from generator.lexicon.search import SearchWords
from generator.search import Aids
from tests import engine, five

pytestmark = pytest.mark.process

LAYOUTS = read_record(five.ROOT / "generator/data/language/search/keyboards.yml", Keyboards)
AIDS = Aids(SearchWords(stop=("في", "in", "the"), keyboards=LAYOUTS))
DOCUMENTS = (
    engine.body("prison", "اكتظت السجون في المدينة بعد سقوط داعش"),
    engine.body("camp", "وصل النازحون إلى مخيم الهول مع الأطفال"),
    engine.body("latin", "كتب Trump على حسابه، وردت SDF على US في Iran"),
    engine.body("words", "الجهاد والمسؤولون والذهب وبابل البلاد الآخار babylon الإمداد"),
)


def asked(folder: Path, *queries: str, **options: Any) -> list[dict[str, Any]]:
    return engine.answers(folder, DOCUMENTS, queries, aids=AIDS, **options)


# What the keys of a word give: on PC, Mac, AZERTY, QWERTZ, with dead keys, shift and the lock of capitals, «لا» as one
# key and as two; then the other way round, with a capital.
READ = {
    "hgs[,k": "السجون",
    "hgs[mk": "السجون",
    "hgs^;k": "السجون",
    "hgsü,k": "السجون",
    "HGS[,K": "السجون",
    "Hgs[,k": "السجون",
    "]hua": "داعش",
    "vhua": "داعش",
    "$huq": "داعش",
    "+hua": "داعش",
    "hgîh$": "الجهاد",
    "hg`if": "الذهب",
    "hg\\if": "الذهب",
    "hg^if": "الذهب",
    "hgH'thg": "الأطفال",
    "hgYl]h]": "الإمداد",
    "hBohv": "الآخار",
    "hglsc,g,k": "المسؤولون",
    "hgfb]": "البلاد",
    "hgfgh]": "البلاد",
    "فقعةح": "trump",
    "فقعوح": "trump",
    "فقعكح": "trump",
    "لإقعةح": "Trump",
    "÷قشى": "Iran",
    "لاشلاغمخى": "babylon",
    "lodl hgi,g": "مخيم الهول",
    "]hua td hgs[,k": "داعش في السجون",
    "مخيم hgi,g": "الهول",
    "SDF hgs[,k": "السجون",
    "lodl -]hua": "مخيم -داعش",
}
AS_TYPED = ["السجون", "SDF", "trump in Iran", '"hgs[,k"', "«hgs[,k» السجون", "sun", "foo(bar);", "hgs[,l", "VPN"]
AS_TYPED += [
    "https://example.com/hgs[,k?x=1",
    "name@example.com",
    "المستشفى",
    "trumb",
    "السجون in",
    "1,000",
    "",
    "][';",
]


@pytest.mark.parametrize("above", [engine.WHOLE, engine.SPLIT])
def test_a_word_of_another_keyboard_is_read_by_the_layout_that_makes_it_known(tmp_path: Path, above: int) -> None:
    found = asked(tmp_path, *READ, *AS_TYPED, split_above=above)
    seen = [answer["keyboard"] and answer["keyboard"]["read"] for answer in found]
    assert dict(zip((*READ, *AS_TYPED), seen, strict=True)) == {**READ, **dict.fromkeys(AS_TYPED)}


def test_the_query_as_it_was_typed_can_be_asked_for(tmp_path: Path) -> None:
    (read,) = asked(tmp_path, "مخيم hgi,g")
    assert [hit["url"] for hit in read["hits"]] == ["camp"]
    assert read["keyboard"]["written"] == "مخيم «hgi,g»"
    (written,) = asked(tmp_path, read["keyboard"]["written"])
    assert (written["keyboard"], "hgi" in written["absent"]) == (None, True)


def test_a_word_that_still_grows_is_read_too(tmp_path: Path) -> None:
    found = asked(tmp_path, "hgs", "hgs[", "tru", "hgi,g lod", typing=True)
    assert [answer["keyboard"] and answer["keyboard"]["read"] for answer in found] == [None, "السج", None, "الهول مخي"]
    assert found[1]["hits"][0]["url"] == "prison"


def test_no_layout_has_a_row_of_other_length() -> None:
    rows = list(LAYOUTS.arabic[0].plain)
    with pytest.raises(ValueError, match="keys in its rows"):
        Keyboards.model_validate({"latin": [{"plain": [*rows[:3], "a b"], "shift": rows}]})
