"""A dossier's folder is often a repository: what lies there for others is no article, and what was meant is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.source.read import is_dossier, read_folder
from tests import dossiers

pytestmark = pytest.mark.dear

REPOSITORY = (
    *(
        "README.md",
        "README.txt",
        "readme.ar.md",
        "LICENSE",
        "LICENSE.txt",
        "COPYING",
        "CONTRIBUTING.md",
        "CITATION.cff",
    ),
    *(
        "requirements.txt",
        "requirements-dev.txt",
        "dev-requirements.txt",
        "constraints.txt",
        "robots.txt",
        "humans.txt",
    ),
    *("CNAME", "Makefile", "Dockerfile", "_headers", "_redirects", "netlify.toml", "wrangler.toml", "package.json"),
    *("uv.lock", "pyproject.toml", "build.sh", "mkdocs.yml", "action.yml", "docker-compose.yml", "_config.yml"),
    *(".gitignore", ".gitlab-ci.yml", ".gitattributes", ".editorconfig", ".nojekyll", ".pre-commit-config.yaml"),
    *(".travis.yml", ".readthedocs.yaml", ".netlify", ".python-version", ".vscode"),
)


@pytest.mark.parametrize("name", REPOSITORY)
def test_what_a_repository_holds_is_no_article_and_not_worth_a_word(tmp_path: Path, name: str) -> None:
    made = dossiers.folder(tmp_path, {"good.txt": dossiers.ARTICLE, name: "mkdocs-material==9.8\n"})
    assert dossiers.rules(made).keys() <= {"good.txt"}
    assert [s.name for s in read_folder(made).sources] == ["good.txt"]


@pytest.mark.parametrize("name", ["lexicon", "pages", "assets", ".github", ".forgejo"])
def test_folders_of_the_dossier_and_of_forges_are_not_worth_a_word(tmp_path: Path, name: str) -> None:
    made = dossiers.folder(tmp_path, {"good.txt": dossiers.ARTICLE})
    (made / name).mkdir()
    assert read_folder(made).problems == ()


@pytest.mark.parametrize("name", ["robots.txt", "security.txt", "humans.txt", "requirements.txt", "notice.txt"])
def test_a_text_that_reads_as_an_article_is_one_whatever_its_name(tmp_path: Path, name: str) -> None:
    made = dossiers.folder(tmp_path, {name: dossiers.ARTICLE, "bytes.txt": bytes(range(256))})
    assert [s.name for s in read_folder(made).sources] == [name]


@pytest.mark.parametrize(
    "name",
    [
        *("dossier.yaml", "Dossier.yml", "DOSSIER.YML", "dossier.yml.txt", "dossier.json", "dossier.toml"),
        *("dossier.yml.yml", "dosier.yml", "_dossier.yml", "dossiers.yaml", "dossier (1).yml"),
    ],
)
def test_settings_under_another_name_are_told_and_taken_for_nothing_else(tmp_path: Path, name: str) -> None:
    made = dossiers.folder(tmp_path, {"good.txt": dossiers.ARTICLE, name: "name: ملف\nmonths: levant\n"})
    assert dossiers.rules(made)[name] == ["settings-misnamed"]
    desk = dossiers.desk(made)
    assert desk.settings.name is None and len(desk.catalogue.entries) == 1


def test_a_text_may_be_called_like_the_settings_and_a_sidecar_like_a_service(tmp_path: Path) -> None:
    files = {"dossier.txt": dossiers.ARTICLE, "action.txt": dossiers.ARTICLE.replace("القمح", "الشعير")}
    made = dossiers.folder(tmp_path, {**files, "action.yml": "title: عنوان من المحرر"})
    titles = [e.article.facts.title.text for e in dossiers.desk(made).catalogue.entries if e.article.facts.title]
    assert len(titles) == 2 and "عنوان من المحرر" in titles


@pytest.mark.parametrize("name", ["mkdocs.yml", "dosier.yml"])
def test_what_may_protect_somebody_is_never_passed_over(tmp_path: Path, name: str) -> None:
    text = dossiers.ARTICLE.replace("سمير الحسن", "كريم العلي")
    made = dossiers.folder(tmp_path, {"good.txt": text, name: "withhold: [كريم العلي]"})
    assert "كريم" not in dossiers.desk(made).catalogue.entries[0].article.cleaned.source.text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Lexicon", "lexicon"),
        ("lexicons", "lexicon"),
        ("lexcon", "lexicon"),
        ("page", "pages"),
        ("ASSETS", "assets"),
        ("images", None),
        ("dataset", None),
        ("pages", None),
    ],
)
def test_a_folder_that_was_meant_to_be_one_of_the_dossier_s_own_is_told(
    tmp_path: Path, name: str, told: str | None
) -> None:
    made = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE})
    (made / name).mkdir()
    found = [(p.level, p.file, p.values) for p in read_folder(made).problems if p.rule == "folder-misnamed"]
    assert found == ([("error", name, (("nearest", told),))] if told else [])


@pytest.mark.parametrize(
    "files",
    [{"requirements.txt": "x"}, {"README.txt": dossiers.ARTICLE}, {"dossier.yaml": "name: x"}, {}],
)
def test_a_folder_with_nothing_but_that_is_no_dossier(tmp_path: Path, files: dict[str, str]) -> None:
    made = dossiers.folder(tmp_path, files)
    for name in ("lexicon", "pages", "assets"):
        (made / name).mkdir()
        (made / name / "x.txt").write_text(dossiers.ARTICLE, "utf-8")
    assert not is_dossier(made)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("logo.svg", "assets/logo.svg"),
        ("photo.JPG", "assets/photo.JPG"),
        ("about.md", "pages/about.md"),
        ("themes/", "lexicon/themes/"),
        ("People/", "lexicon/people/"),
    ],
)
def test_what_belongs_elsewhere_in_the_dossier_is_told_with_its_place(tmp_path: Path, name: str, place: str) -> None:
    made = dossiers.folder(tmp_path, {"good.txt": dossiers.ARTICLE})
    if name.endswith("/"):
        (made / name).mkdir()
    else:
        (made / name).write_bytes(b"x")
    told = [
        (p.level, p.rule, dict(p.values)) for p in dossiers.desk(made).catalogue.problems if p.file == name.strip("/")
    ]
    assert told == [("warning", "misplaced", {"place": place})]
