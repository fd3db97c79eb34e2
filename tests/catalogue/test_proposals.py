"""What several articles share is proposed as a theme; formulas, private names and what a theme covers are not."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.catalogue.proposals import matter, proposals
from generator.catalogue.shared import NOT_BY_CHANCE, ratio
from generator.lexicon.themes import Theme, ThemeMark, Themes
from generator.model.kept import KeptInMemory
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds
from generator.pages.proposed import ProposedTheme, proposed, proposed_of
from generator.reading.match import Phrasebook
from tests import dossiers

pytestmark = pytest.mark.dear

NOBODY = ("شح المياه يقلق القرى", "جفت آبار القرية الجبلية، وطلب الأهالي صهاريج تصلهم كل أسبوع حتى موسم المطر القادم.")
PORTS = (
    ("توسعة رصيف الحاويات", "تبدأ الهيئة توسعة رصيف الحاويات في الميناء القديم، ويتسع الرصيف بعدها لثلاث سفن كبيرة."),
    ("سفينة تغادر متأخرة", "غادرت سفينة الشحن رصيف الحاويات بعد عطل في الرافعة، وتأخر تفريغ حمولتها يومين كاملين."),
    (
        "عمال الميناء يطلبون زيادة",
        "يشتغل في رصيف الحاويات ستمئة عامل، ويطلبون زيادة الأجور وتقصير نوبات الليل الطويلة.",
    ),
)
BOOKS = (
    ("كتب جديدة في المدارس", "وزعت الجمعية ألفي كتاب على المكتبات المدرسية في الريف، واختارت قصص الأطفال قبل غيرها."),
    ("معلمات يدربن القراء", "دربت المعلمات تلاميذهن على تلخيص القصص، وصارت المكتبات المدرسية تفتح أبوابها بعد الدوام."),
    ("مسابقة للقراءة", "فازت بالمسابقة طالبة قرأت ستين كتابا، وقالت إن المكتبات المدرسية علمتها حب الشعر القديم."),
    ("ميزانية أقل", "خفضت البلدية ميزانية المكتبات المدرسية، فتوقفت الإعارة في حيين، واعترض أولياء الأمور عليها."),
)


def desk_of(home: Path, texts: Sequence[tuple[str, str]], extra: str = "") -> Desk:
    """A dossier of short texts, without any theme of its own."""
    more = "ويقول جار للمكان إن الحال تبدلت كثيرا عما عرفه في صغره، ثم يعود إلى شغله {n} دون أن يزيد."
    files = {
        f"{n:03}.txt": f"{title}\n\n{body} {extra}\n\n{more.format(n=n)}\n" for n, (title, body) in enumerate(texts)
    }
    found = dossiers.desk(dossiers.folder(home, files))
    bare = Themes((), *(Phrasebook[ThemeMark]([]), Phrasebook[frozenset[str]]([]), Phrasebook[bool]([])))
    return replace(found, lexicon=replace(found.lexicon, themes=bare), catalogue=replace(found.catalogue, themes=()))


def labels(desk: Desk) -> list[str]:
    return [p.label.text for p in proposals(matter(desk.catalogue), desk.lexicon, 8)]


def test_the_ratio_is_dunnings() -> None:
    """«the swiss» of his paper: 110 together, 2,442 and 111 apart, 29,114 neither."""
    assert ratio(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114) == pytest.approx(270.72, abs=0.01)
    assert ratio(1, 100, 100, 10_000) == pytest.approx(0, abs=1e-9) and NOT_BY_CHANCE > 6.63


def test_what_several_articles_share_is_proposed_with_them(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, (*PORTS, *BOOKS, NOBODY))
    found = {p.label.text: p for p in proposals(matter(desk.catalogue), desk.lexicon, 8)}
    assert set(found) == {"رصيف الحاويات", "المكتبات المدرسية"}
    assert sorted(e.article.name for e in found["رصيف الحاويات"].articles) == ["000.txt", "001.txt", "002.txt"]
    assert len(found["المكتبات المدرسية"].articles) == len(BOOKS)


def test_the_newest_articles_alone_are_read_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what it costs does not grow with a dossier; those behind them are in no proposal, whatever they share."""
    desk = desk_of(tmp_path, (*PORTS, NOBODY, *BOOKS))
    monkeypatch.setattr("generator.catalogue.proposals._READ", 6)
    found = proposals(matter(desk.catalogue), desk.lexicon, 8)
    newest = [entry.address for entry in desk.catalogue.listed[:6]]
    assert "رصيف الحاويات" in [each.label.text for each in found]
    assert all(entry.address in newest for each in found for entry in each.articles)


def test_what_nearly_all_have_divides_nothing(tmp_path: Path) -> None:
    assert "الموسم الزراعي" not in labels(desk_of(tmp_path, (*PORTS, *BOOKS), extra="بدأ الموسم الزراعي باكرا."))


@pytest.mark.parametrize(
    "said",
    [
        "وأضاف المتحدث الرسمي تفاصيل.",  # words of saying and of offices
        "وجرى ذلك يوم الثلاثاء الماضي مساء.",  # a day
        "ودفعت خمسة ملايين دولار عدا.",  # an amount
        "ولم يعلق المجتمع الدولي على ذلك.",  # a formula
        "وكتبت صحيفة الشرق الأوسط عنه.",  # an outlet
        "وشكت غيداء العتيبي من التأخير.",  # nobody public
        "وعثر على الطفل مهنا الزهراني حيا.",
        "وسجل الأوروغوياني فورلانو هدفا.",
        "وقضى ريتشاردو غونزاليسو نحبه.",
    ],
)
def test_formulas_outlets_and_private_names_are_not(said: str, tmp_path: Path) -> None:
    all_of_them = enumerate((*PORTS, *BOOKS, NOBODY))
    texts = [(title, f"{body} {said}" if at in (0, 3, 7) else body) for at, (title, body) in all_of_them]
    assert set(labels(desk_of(tmp_path, texts))) == {"رصيف الحاويات", "المكتبات المدرسية"}


def test_words_that_chance_brings_together_are_not(tmp_path: Path) -> None:
    """All pairs of ten words stand in several articles, each about as often as any."""
    chance = random.Random(5)  # noqa: S311  the same texts each time
    words = ["البحر", "الميناء", "الجسر", "الرصيف", "المخزن", "السوق", "الحقل", "المصنع", "الفندق", "الملعب"]

    def text() -> str:
        return " ".join(" ".join(chance.sample(words, 6)) + "." for _ in range(9))

    assert labels(desk_of(tmp_path, [(f"نص رقم {n} لا يقول شيئا", text()) for n in range(8)])) == []


def test_proposals_are_kept_for_as_long_as_their_articles_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept equals what is made; one text of those that are read for them, changed, and they are made anew."""
    desk, kept = desk_of(tmp_path / "one", (*PORTS, *BOOKS, NOBODY)), KeptInMemory()
    other = desk_of(tmp_path / "other", (*PORTS[:2], *BOOKS, NOBODY))
    assert proposed_of(Grounds(desk, kept)) == proposed(desk) != proposed(other)
    assert proposed_of(Grounds(other, kept)) == proposed(other)
    monkeypatch.setattr("generator.pages.proposed.proposals", lambda *_: pytest.fail("made again"))
    assert len(proposed_of(Grounds(desk, kept))) == 2
    with pytest.raises(pytest.fail.Exception):
        proposed_of(Grounds(desk, kept, "another lexicon"))


def test_a_withheld_name_is_in_no_proposal(tmp_path: Path) -> None:
    texts = [(title, f"{body} وتكفلت مؤسسة السنبلة الخضراء بالنفقات.") for title, body in PORTS]
    files = {f"{n}.txt": f"{title}\n\n{body}\n" for n, (title, body) in enumerate((*texts, *BOOKS, NOBODY))}
    seen = proposed(dossiers.desk(dossiers.folder(tmp_path / "seen", files)))
    assert "السنبلة" in str(seen)
    hidden = proposed(
        dossiers.desk(dossiers.folder(tmp_path / "hidden", files | {"7.yml": "withhold: [السنبلة الخضراء]\n"}))
    )
    assert hidden and "السنبلة" not in str(hidden) and "الخضراء" not in str(hidden)


def test_a_theme_that_the_dossier_has_is_not_proposed_again(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, (*PORTS, *BOOKS, NOBODY))
    mark = ThemeMark("books", "term", "المكتبات المدرسية", 0)
    book = Phrasebook([("المكتبات المدرسية", mark)])
    themed = replace(desk.lexicon, themes=replace(desk.lexicon.themes, book=book))
    assert labels(replace(desk, lexicon=themed)) == ["رصيف الحاويات"]


def begun(each: ProposedTheme) -> Theme:
    return Theme.model_validate({"order": 1, **yaml.safe_load("\n".join(each.file))})


def test_the_file_begun_is_a_theme_that_finds_its_articles(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, (*PORTS, *BOOKS, NOBODY))
    for each in proposed(desk):
        theme = begun(each)
        book = Phrasebook(
            [(text, 0) for term in theme.terms for text in term.text if term.weight >= 3], loose_article=True
        )
        having = [
            e.address for e in desk.catalogue.listed if any(book.find(line.text) for line in e.article.cleaned.lines)
        ]
        assert having == [link.address for link in each.articles]
        assert (theme.id, theme.label, theme.examples.no) == (each.id, each.label, ())
        texts = [line.text for e in desk.catalogue.listed for line in e.article.cleaned.body]
        assert theme.examples.yes and all(any(yes in text for text in texts) for yes in theme.examples.yes)


def test_proposals_are_the_same_whatever_the_order(tmp_path: Path) -> None:
    texts = [*PORTS, *BOOKS, NOBODY]
    first = labels(desk_of(tmp_path / "a", texts))
    random.Random(3).shuffle(texts)  # noqa: S311
    assert labels(desk_of(tmp_path / "b", texts)) == first


def test_twice_the_text_takes_about_twice_the_time(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, (*PORTS, *BOOKS, NOBODY))

    def spent(times: int) -> float:
        entries = tuple(replace(e, address=f"{e.address}{n}/") for n in range(times) for e in desk.catalogue.entries)
        catalogue = replace(desk.catalogue, entries=entries, kin={}, groups=())
        began = time.process_time()
        proposals(matter(catalogue), desk.lexicon, 8)
        return time.process_time() - began

    spent(1)
    assert spent(80) < 4 * spent(40)
