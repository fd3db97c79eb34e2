"""A dossier grows, changes and shrinks; whatever is dropped into it, the other articles come out as always."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.site.files import files_of
from tests import dossiers, five

pytestmark = pytest.mark.dear


def files(folder: Path) -> dict[str, str]:
    return dict(files_of(dossiers.desk(folder)))


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return five.copy_to(tmp_path / "seeds")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the five give by themselves."""
    return files(five.copy_to(tmp_path_factory.mktemp("five") / "seeds"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A dossier of one good article."""
    return dossiers.folder(tmp_path, {"good.txt": dossiers.ARTICLE})


def theirs(names: set[str]) -> set[str]:
    """Pages of the five articles themselves."""
    return {name for name in names for seed in five.NAMES if name == f"articles/{seed.removesuffix('.txt')}/index.md"}


KIN = '<details class="mz-fold mz-fold--related"'


def without_kin(page: str) -> str:
    """A page without its list of other articles, which depends on all of them."""
    before, heading, rest = page.partition(KIN)
    return before + (rest[rest.index("</details>") :] if heading else "")


SIXTH = (
    "مسؤول إغاثة يحذر من تدهور أوضاع النازحين في مخيم الهول\n\n"
    "حذر مسؤول إغاثة يوم الثلاثاء من تدهور أوضاع النازحين في مخيم الهول شمال شرقي سوريا مع اقتراب فصل الشتاء.\n\n"
    "وقال المسؤول إن المخيم يضم آلاف الأسر التي تنتظر العودة إلى قراها، وإن المساعدات لا تكفي حاجات الأطفال فيها.\n\n"
    "وأضاف أن منظمات دولية وعدت بزيادة التمويل، لكن الوعود لم تتحول إلى شحنات تصل إلى المحتاجين قبل البرد.\n"
)


def test_a_sixth_seed_adds_its_page_and_moves_no_other(seeds: Path, before: dict[str, str]) -> None:
    (seeds / "sixth.txt").write_text(SIXTH, "utf-8")
    after = files(seeds)
    assert after.keys() - before.keys() >= {"articles/sixth/index.md"}
    assert before.keys() <= after.keys(), "no page goes because another comes"
    for name in theirs(changed(before, after)):
        assert without_kin(before[name]) == without_kin(after[name]), "only the list of kin may change"
    for index in ("index.md", "articles/index.md", "themes/camps/index.md"):
        assert "articles/sixth/" in after[index] or "../sixth/" in after[index] or "sixth" in after[index]


def test_changing_it_changes_its_page_and_lists_alone(seeds: Path) -> None:
    (seeds / "sixth.txt").write_text(SIXTH, "utf-8")
    before = files(seeds)
    (seeds / "sixth.txt").write_text(SIXTH.replace("الأطفال", "الصغار"), "utf-8")
    after = files(seeds)
    assert "articles/sixth/index.md" in changed(before, after)
    assert before.keys() == after.keys()
    assert all(without_kin(before[n]) == without_kin(after[n]) for n in theirs(changed(before, after)))


def test_removing_it_gives_the_same_bytes_as_before(seeds: Path, before: dict[str, str]) -> None:
    (seeds / "sixth.txt").write_text(SIXTH, "utf-8")
    assert files(seeds) != before
    (seeds / "sixth.txt").unlink()
    assert files(seeds) == before


def test_a_sidecar_changes_its_article_and_the_pages_that_list_it(seeds: Path, before: dict[str, str]) -> None:
    (seeds / five.NAMES[3].replace(".txt", ".yml")).write_text("title: عنوان من المحرّر", "utf-8")
    after = files(seeds)
    own = f"articles/{five.NAMES[3].removesuffix('.txt')}/index.md"
    assert "عنوان من المحرّر" in after[own] and "تصحيح من المحرّر" in after[own]
    for name in theirs(changed(before, after)) - {own}:
        assert without_kin(before[name]) == without_kin(after[name])


def test_an_article_that_is_not_published_leaves_no_trace_but_its_name(seeds: Path) -> None:
    (seeds / "sixth.txt").write_text(SIXTH, "utf-8")
    (seeds / "sixth.yml").write_text("publish: false", "utf-8")
    after = files(seeds)
    assert not [name for name in after if "sixth" in name]
    assert [name for name, text in after.items() if "sixth" in text] == ["notes/index.md"]
    assert not [name for name, text in after.items() if "تدهور أوضاع النازحين" in text]


@pytest.mark.parametrize(
    "correction",
    [
        "facts: {people: [{remove: سمير الحسن}]}",
        "facts: {quotes: [{set: 'قال سمير الحسن', speaker: سمير الحسن}]}",
        "facts: {slips: [سمير الحسن]}",
        "title: سمير الحسن: قصة",
        "facts: {outlet: [{confirm: سمير الحسن}]}",
    ],
)
def test_nothing_of_an_article_that_is_not_published_stands_among_the_notes(small: Path, correction: str) -> None:
    """What its editor wrote is no more public than the text."""
    (small / "sixth.txt").write_text(SIXTH + "وأضاف: «لم نجد سمير الحسن", "utf-8")
    (small / "sixth.yml").write_text(f"publish: false\n{correction}\n", "utf-8")
    desk = dossiers.desk(small)
    assert "سمير" not in files_of(desk)["notes/index.md"]
    assert not [p for p in desk.catalogue.problems if p.file == "sixth.txt" or "سمير" in str(p.values)]


def test_a_fault_in_the_sidecar_of_an_article_that_is_not_published_is_told(small: Path) -> None:
    (small / "sixth.txt").write_text(SIXTH, "utf-8")
    (small / "sixth.yml").write_text("publish: false\ndate: أمس\n", "utf-8")
    assert "sidecar-date" in {p.rule for p in dossiers.desk(small).catalogue.problems}


def test_a_hidden_article_has_its_page_and_stands_in_no_list(seeds: Path) -> None:
    (seeds / "sixth.txt").write_text(SIXTH, "utf-8")
    (seeds / "sixth.yml").write_text("hidden: true", "utf-8")
    after = files(seeds)
    assert '"exclude": true' in after["articles/sixth/index.md"]
    naming = {name for name, text in after.items() if "sixth" in text}
    cited = {f"cite/articles/sixth.{kind}" for kind in ("bib", "json", "ris")}
    assert naming <= {"articles/sixth/index.md", "data/articles/sixth.json", "notes/index.md", *cited}


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "seed-empty"),
    "blank.txt": ("\n \u00a0\n\t\n".encode(), "seed-empty"),
    "furniture.txt": (
        "الرئيسية\nاتصل بنا\nاشترك في نشرتنا البريدية\nجميع الحقوق محفوظة\n".encode(),
        "seed-without-article",
    ),
    "english.txt": (
        (
            b"Ministers meet to discuss the harvest\n\nThe ministers of agriculture met on Tuesday in the capital"
            b" to discuss the harvest of the coming season.\n\nThey agreed that prices should stay as they are until"
            b" the spring, and that farmers should be paid within a month of delivery.\n"
        ),
        "seed-not-arabic",
    ),
    "bytes.txt": (bytes(range(256)) * 4, "seed-undecodable"),
    "cut.txt": (SIXTH.encode()[:-3], "seed-damaged"),
    "huge.txt": (b"x" * 4_000_001, "seed-too-large"),
    "article.docx": (b"PK", "file-broken"),
    "notes.text": (b"x", "seed-misnamed"),
    "nobody.yml": (b"title: x", "sidecar-orphan"),
    "dossier.yml": (b"name: [", "settings-syntax"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_a_problem_with_words(small: Path, name: str) -> None:
    data, rule = BAD[name]
    (small / name).write_bytes(data)
    desk = dossiers.desk(small)
    problems = {p.rule: p for p in desk.catalogue.problems if p.file == name}
    assert rule in problems, problems
    told = dossiers.LEXICON.wording.tell(problems[rule], "ar")
    page = files_of(desk)["notes/index.md"]
    assert name in page and told.remedy
    assert "good.txt" in [e.article.name for e in desk.catalogue.entries]


def test_bad_files_cost_the_others_nothing(seeds: Path, before: dict[str, str]) -> None:
    for name, (data, _) in BAD.items():
        (seeds / name).write_bytes(data)
    after = files(seeds)
    assert all(without_kin(before[n]) == without_kin(after[n]) for n in theirs(changed(before, after)))
    assert before.keys() <= after.keys()


def test_a_duplicate_is_published_once_and_told(seeds: Path, before: dict[str, str]) -> None:
    (seeds / "zz.txt").write_text((seeds / five.NAMES[1]).read_text("utf-8"), "utf-8")
    (problem,) = [p for p in dossiers.desk(seeds).catalogue.problems if p.rule == "duplicate"]
    assert (problem.file, dict(problem.values)["first"]) == ("zz.txt", five.NAMES[1])
    after = files(seeds)
    assert after.keys() == before.keys() | {"articles/zz/index.html"}
    assert "zz.txt" in after[f"articles/{five.NAMES[1].removesuffix('.txt')}/index.md"]


@pytest.mark.parametrize(("first", "second"), [("title: x", "publish: false"), ("publish: false", "title: x")])
def test_what_either_of_two_sidecars_holds_back_stays_off_the_site(seeds: Path, first: str, second: str) -> None:
    """An editor who wrote `sixth.yaml` beside `sixth.yml` meant both."""
    (seeds / "sixth.txt").write_text(SIXTH, "utf-8")
    (seeds / "sixth.yml").write_text(first, "utf-8")
    (seeds / "sixth.yaml").write_text(second, "utf-8")
    assert "articles/sixth/index.md" not in files(seeds)


def run(*arguments: object) -> Result:
    done = CliRunner().invoke(main, [str(a) for a in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "Traceback" not in done.output
    return done


def generate(seeds: Path, home: Path, *more: str) -> Result:
    return run("generate", "--seeds", seeds, "--docs", home / "docs", *more)


def test_problems_stand_on_the_console_with_place_and_remedy(small: Path, tmp_path: Path) -> None:
    (small / "good.yml").write_text("\ntitel: x", "utf-8")
    for name, (data, _) in BAD.items():
        (small / name).write_bytes(data)
    done = generate(small, tmp_path)
    assert done.exit_code == 0
    assert re.search(r"^error: good\.yml:2: titel .*nearest key is title", done.output, re.MULTILINE)
    assert "المفتاح titel" in done.output or "titel في ملف التصحيح" in done.output
    for name in BAD:
        assert re.search(rf"^(error|warning|note): {re.escape(name)}", done.output, re.MULTILINE), name
    levels = re.findall(r"^(error|warning|note):", done.output, re.MULTILINE)
    assert levels == sorted(levels, key=("error", "warning", "note").index), "the gravest first"


@pytest.mark.parametrize(("name", "code"), [("bytes.txt", 1), ("notes.text", 0)])
def test_strict_asks_for_errors_alone(small: Path, tmp_path: Path, name: str, code: int) -> None:
    (small / name).write_bytes(BAD[name][0])
    assert generate(small, tmp_path).exit_code == 0
    assert generate(small, tmp_path, "--strict").exit_code == code
    assert (tmp_path / "docs" / "index.md").is_file(), "what is good is written all the same"


@pytest.mark.process
def test_an_empty_dossier_gives_a_site_that_says_so(tmp_path: Path) -> None:
    new = dossiers.folder(tmp_path, {"dossier.yml": "name: ملف جديد"})
    done = run("site", "--seeds", new, "--site", tmp_path / "site")
    assert done.exit_code == 0 and "0 articles" in done.output
    assert "لا مواد في هذا الملف بعد" in (tmp_path / "site" / "index.html").read_text("utf-8")


WITHOUT_A_TEXT: dict[str, dict[str, str | bytes]] = {
    "nothing": {},
    "misnamed": {"article.text": "x", "LOUD.TEXT": dossiers.ARTICLE},
    "hidden names": {".a.txt": dossiers.ARTICLE, ".dossier.yml": "name: x"},
    "a sidecar alone": {"a.yml": "title: x"},
    "another project": {"README.md": "x", "mkdocs.yml": "site_name: x"},
}


@pytest.mark.parametrize("files", WITHOUT_A_TEXT.values(), ids=list(WITHOUT_A_TEXT))
def test_a_folder_that_is_no_dossier_replaces_nothing(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    folder = dossiers.folder(tmp_path, files)
    done = generate(folder, tmp_path)
    assert done.exit_code == 2 and str(folder) in done.output and "--allow-empty" in done.output
    assert not (tmp_path / "docs").exists()
    assert generate(folder, tmp_path, "--allow-empty").exit_code == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda seeds: (seeds / "good.txt").unlink(),
        lambda seeds: (seeds / "good.txt").write_bytes(bytes(range(256))),
        lambda seeds: (seeds / "good.txt").write_bytes(b""),
        lambda seeds: (seeds / "good.yml").write_text("publish: false", "utf-8"),
        lambda seeds: (seeds / "good.yml").write_text("hidden: perhaps", "utf-8"),
    ],
    ids=["removed", "unreadable", "empty", "not published", "held back"],
)
def test_a_site_with_articles_is_not_replaced_by_one_with_none(
    small: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    (small / "dossier.yml").write_text("name: ملف", "utf-8")
    generate(small, tmp_path)
    change(small)
    done = generate(small, tmp_path)
    assert done.exit_code == 2 and "--allow-empty" in done.output and "1" in done.output
    assert (tmp_path / "docs/articles/good/index.md").is_file()
    assert generate(small, tmp_path, "--allow-empty").exit_code == 0
    assert not (tmp_path / "docs/articles/good/index.md").exists()
    assert generate(small, tmp_path).exit_code == 0, "one with none may follow one with none"


def _missing(home: Path, _: pytest.MonkeyPatch) -> tuple[object, ...]:
    return "site", "--seeds", home / "nowhere", "--site", home / "site"


def _file_for_seeds(home: Path, _: pytest.MonkeyPatch) -> tuple[object, ...]:
    (home / "file").write_text("x", "utf-8")
    return "generate", "--seeds", home / "file", "--docs", home / "docs"


def _file_for_site(home: Path, _: pytest.MonkeyPatch) -> tuple[object, ...]:
    (home / "site").write_text("x", "utf-8")
    return "site", "--seeds", home / "seeds", "--site", home / "site"


def _other_folder_for_site(home: Path, _: pytest.MonkeyPatch) -> tuple[object, ...]:
    return "site", "--seeds", home / "seeds", "--site", home


def _file_above_site(home: Path, _: pytest.MonkeyPatch) -> tuple[object, ...]:
    (home / "file").write_text("x", "utf-8")
    return "site", "--seeds", home / "seeds", "--site", home / "file" / "site"


def _file_for_docs(home: Path, _: pytest.MonkeyPatch) -> tuple[object, ...]:
    (home / "docs").write_text("x", "utf-8")
    return "generate", "--seeds", home / "seeds", "--docs", home / "docs"


def _not_writable(home: Path, patch: pytest.MonkeyPatch) -> tuple[object, ...]:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    patch.setattr(Path, "mkdir", refuse)
    return "generate", "--seeds", home / "seeds", "--docs", home / "docs"


def _broken_lexicon(home: Path, patch: pytest.MonkeyPatch) -> tuple[object, ...]:
    from generator.lexicon import LexiconError

    def refuse(*_: object) -> None:
        raise LexiconError("themes/camps.yml: label: Field required")

    patch.setattr("generator.lexicon.load_lexicon", refuse)
    patch.setattr("generator.build.lexicon_of", refuse)
    return "generate", "--seeds", home / "seeds", "--docs", home / "docs"


def _broken_engine(home: Path, patch: pytest.MonkeyPatch) -> tuple[object, ...]:
    from generator.site.engine import EngineError

    def refuse(*_: object) -> None:
        raise EngineError("engine.refused", engine="mkdocs", told="WARNING - x")

    patch.setattr("generator.site.making.press_tree", refuse)
    return "site", "--seeds", home / "seeds", "--site", home / "site"


def _unknown_option(*_: object) -> tuple[object, ...]:
    return "site", "--nope"


def _unknown_engine(*_: object) -> tuple[object, ...]:
    return "site", "--engine", "hugo"


def _nothing_to_explain(*_: object) -> tuple[object, ...]:
    return ("explain",)


def _no_such_file(home: Path, _: pytest.MonkeyPatch) -> tuple[object, ...]:
    return "explain", home / "nowhere.txt"


@pytest.mark.parametrize(
    "given",
    [
        _missing,
        _file_for_seeds,
        _file_for_site,
        _other_folder_for_site,
        _file_above_site,
        _file_for_docs,
        _not_writable,
        _broken_lexicon,
        _broken_engine,
        _unknown_option,
        _unknown_engine,
        _nothing_to_explain,
        _no_such_file,
    ],
)
def test_wrong_usage_or_configuration_ends_with_a_sentence_and_code_2(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: Callable[..., tuple[object, ...]]
) -> None:
    small.rename(tmp_path / "seeds")
    before = sorted(p.name for p in (tmp_path / "seeds").iterdir())
    with monkeypatch.context() as patch:
        done = run(*given(tmp_path, patch))
    assert done.exit_code == 2
    assert len(done.output.strip()) > 10
    assert sorted(p.name for p in (tmp_path / "seeds").iterdir()) == before
    left = {p.name for p in tmp_path.iterdir() if p.name.startswith(".")}
    assert left <= {".mujaz-cache"}, "nothing half made is left"
