"""What a publisher or an editor holds back is in no file of a site: of every text all runs of words are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from generator.catalogue.publishing import A_FEW, MOST_SHARE, QUOTED_WORDS
from generator.pages.desk import Desk
from generator.search.findable import documents
from generator.site.files import all_files_of
from tests import dossiers

TITLE = "بلدية المرفأ تغلق السوق القديم شهرين لترميم سقفه"
LEDE = "أعلنت بلدية المرفأ أمس إغلاق السوق القديم شهرين كاملين لترميم سقفه الذي تسربت منه المياه في الشتاء الماضي."
SAID = (
    "وقالت هالة المنصوري، رئيسة البلدية: «لن يخسر تاجر واحد محله»، وأضافت أن الإيجارات ستُعلَّق طوال مدة الأعمال"
    " وأن البلدية ستدفع أجور الحراس والعمال من صندوق خاص أُنشئ قبل عامين."
)
HARSH = (
    "وكان حريق كبير قد شب في الجناح الشرقي من السوق قبل ثلاثة أعوام، وعثر رجال الإطفاء بعد إخماده على جثث متفحمة"
    " لعمال ليليين كانوا نائمين في مخزن مغلق من الخارج، وقال شهود: «سمعنا صراخهم ساعة كاملة»."
)
END = (
    "وقدر مكتب هندسي كلفة الترميم بنحو 4 ملايين دينار، تدفع وزارة الأشغال العامة نصفها، على أن تُستكمل الأعمال قبل"
    " موسم الأعياد الذي يزدحم فيه السوق بالزوار من القرى المجاورة ومن العاصمة نفسها."
)
BODY = (LEDE, SAID, HARSH, END)
ARTICLE = "\n\n".join((TITLE, *BODY)) + "\n"
# So many words in a row are no chance.
RUN = 5


@cache
def said_in(sidecar: str, settings: str = "") -> Mapping[str, str]:
    """Every file of a site of an article with this sidecar and of another, with what its search says."""
    return files(desk_of(sidecar, settings))


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where the folders of these tests lie."""
    HOME.append(tmp_path_factory.mktemp("held"))
    yield
    HOME.clear()


HOME: list[Path] = []


def desk_of(sidecar: str, settings: str = "", more: Mapping[str, str] | None = None) -> Desk:
    files = {"a.txt": ARTICLE, "a.yml": sidecar, "b.txt": dossiers.ARTICLE, "dossier.yml": settings}
    place = HOME[0] / str(len(list(HOME[0].iterdir())))
    place.mkdir()
    return dossiers.desk(dossiers.folder(place, {**files, **(more or {})}))


def files(desk: Desk) -> dict[str, str]:
    made = {
        name: data if isinstance(data, str) else data.decode("utf-8", "replace")
        for name, data in all_files_of(desk).items()
        if not name.startswith("schemas/")
    }
    found = (f"{document.address} {passage.text}" for document in documents(desk) for passage in document.passages)
    return {**made, "search": "\n".join(found)}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def runs(text: str, length: int = RUN) -> list[str]:
    found = words(text)
    return [" ".join(found[at : at + length]) for at in range(len(found) - length + 1)]


def holding(site: Mapping[str, str], wanted: str) -> set[str]:
    """The files in which a run of words stands, whatever tags and signs stand between them."""
    return {name for name, text in site.items() if wanted in _plain(text)}


@cache
def _plain(text: str) -> str:
    return " ".join(words(re.sub(r"<[^>]*>", "", text)))


def shown(site: Mapping[str, str], *paragraphs: str) -> list[str]:
    return [run for part in paragraphs for run in runs(part) if holding(site, run)]


def test_what_is_looked_for_is_found_where_a_text_is_whole() -> None:
    site = said_in("")
    assert shown(site, *BODY) == [run for part in BODY for run in runs(part)]


@pytest.mark.parametrize(("sidecar", "settings"), [("publish: metadata", ""), ("", "publish: metadata")])
def test_of_metadata_no_sentence_is_in_any_file(sidecar: str, settings: str) -> None:
    site = said_in(sidecar, settings)
    assert shown(site, *BODY) == []
    assert "search" in holding(site, " ".join(words(TITLE)))
    assert "بيانات المادة وحدها؛ النص لدى ناشره" in site["articles/a/index.md"]
    assert bool(shown(site, dossiers.END)) == (not settings)


@pytest.mark.parametrize(("sidecar", "settings"), [("publish: excerpt", ""), ("", "publish: excerpt")])
def test_an_excerpt_is_its_first_sentences_and_short_sayings(sidecar: str, settings: str) -> None:
    site = said_in(sidecar, settings)
    assert shown(site, LEDE) == runs(LEDE)
    assert "لن يخسر تاجر واحد محله" in site["articles/a/index.md"]
    assert "مقتطفات فقط؛ النص الكامل لدى ناشره" in site["articles/a/index.md"]
    told = sum(len(words(part)) for part in BODY)
    left = [run for part in BODY for run in runs(part) if not holding(site, run)]
    assert len(left) > told * (100 - MOST_SHARE) // 100 - len(BODY) * RUN - QUOTED_WORDS
    assert shown(site, END) == []


def test_a_sidecar_may_show_more_than_its_dossier() -> None:
    site = said_in("publish: full", "publish: metadata")
    assert shown(site, *BODY) == [run for part in BODY for run in runs(part)]


def test_evidence_of_what_is_shown_is_still_the_words_of_the_file() -> None:
    (entry,) = (e for e in desk_of("publish: excerpt").catalogue.entries if e.article.name == "a.txt")
    lines = ARTICLE.split("\n")
    assert entry.article.facts.quotes and entry.article.facts.summary
    for found in (*entry.article.facts.quotes, *entry.article.facts.summary):
        assert lines[found.line - 1][found.start : found.end] == found.text
    assert entry.article.cleaned.paragraph(9) == 4
    assert all(len(words(person.role or "")) <= A_FEW for person in entry.article.facts.people)


def test_a_harsh_passage_is_folded_in_the_text_and_nowhere_else() -> None:
    for marked in ('sensitive: ["عثر رجال الإطفاء"]', "sensitive: [7]", 'sensitive: ["وكان حريق … ساعة كاملة"]'):
        site = said_in(marked)
        assert {name for run in runs(HARSH) for name in holding(site, run)} == {"articles/a/index.md"}
        page = site["articles/a/index.md"]
        folded = page[page.index('<details class="mz-sensitive"') :].split("</details>")[0]
        assert runs(HARSH)[0] in _plain(folded) and "تنبيه: تفاصيل قاسية" in folded
        assert shown({"rest": page.replace(folded, "")}, HARSH) == []
        assert shown(site, LEDE, SAID, END) == [run for part in (LEDE, SAID, END) for run in runs(part)]


def test_a_harsh_passage_is_in_no_excerpt() -> None:
    assert shown(said_in("publish: excerpt\nsensitive: [7]"), HARSH) == []


def test_a_passage_that_is_not_there_is_told() -> None:
    problems = desk_of("sensitive: [900, كلمات ليست فيه, 7]").catalogue.problems
    assert [dict(p.values) for p in problems if p.rule == "sidecar-no-passage"] == [{"number": "1"}, {"number": "2"}]


WITHDRAWN = "withdrawn: true\nwithdrawn_on: 2024-05-01\nwithdrawn_reason: بطلب من ناشرها"


def test_a_withdrawn_article_leaves_its_address_and_nothing_else() -> None:
    desk = desk_of(WITHDRAWN)
    site = files(desk)
    page = site["articles/a/index.md"]
    assert "سُحبت هذه المادة من الملف" in page and "بطلب من ناشرها" in page and "1 مايو 2024" in page
    assert 'robots: "noindex"' in page
    assert [run for part in (TITLE, *BODY) for run in runs(part, 3) if holding(site, run)] == []
    assert [name for name, text in site.items() if "articles/a" in name + text] == ["articles/a/index.md"]
    assert len(desk.catalogue.entries) == 1 and not [name for name in site if "a.txt" in site[name]]


def test_its_address_stays_without_its_text_too() -> None:
    desk = desk_of("", more={"gone.yml": "withdrawn_on: 2024-05-01"})
    assert [(x.address, x.day) for x in desk.catalogue.withdrawals] == [("/articles/gone/", "2024-05-01")]
    assert [p.rule for p in desk.catalogue.problems if p.file.startswith("gone")] == []


def test_a_withdrawn_text_that_another_file_shows_is_told() -> None:
    desk = desk_of(WITHDRAWN, more={"z.txt": ARTICLE})
    assert [(p.file, p.values) for p in desk.catalogue.problems if p.rule == "withdrawn-elsewhere"] == [
        ("a.yml", (("other", "z.txt"),))
    ]


def test_of_two_files_of_one_text_the_one_that_shows_less_decides() -> None:
    site = files(desk_of("publish: excerpt", more={"z.txt": ARTICLE, "z.yml": "publish: metadata"}))
    assert shown(site, *BODY) == []


@pytest.mark.parametrize("written", ["publish: excrept", "publsh: excerpt", 'publish: "excerpt', "publish: [excerpt]"])
def test_a_setting_that_cannot_be_understood_shows_nothing(written: str) -> None:
    desk = desk_of("", written)
    assert {e.article.extent for e in desk.catalogue.entries} == {"metadata"}
    assert "settings-publish-unclear" in [p.rule for p in desk.catalogue.problems]


@pytest.mark.parametrize("written", ["publish: excrept", "withdrawn: perhaps", "withdraw: true", "سحب: نعم"])
def test_a_sidecar_that_cannot_be_understood_shows_nothing(written: str) -> None:
    assert [e.article.name for e in desk_of(written).catalogue.entries] == ["b.txt"]
