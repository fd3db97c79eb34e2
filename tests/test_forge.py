"""What the forge and the tools beside it read: it can be read, and what it says of this repository is true."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import __version__

ROOT = Path(__file__).resolve().parents[1]
FORGE = ROOT / ".github"
FORMS = sorted(path for path in (FORGE / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# What each ecosystem of Dependabot keeps up to date here.
LOCKED = {"github-actions": ".github/workflows/*.yml", "pip": "requirements*.txt", "npm": "package-lock.json"}
# The hand-written pages that name files; lock files and generated ones name none.
PROSE = ("SECURITY.md", "CONTRIBUTING.md", ".github/PULL_REQUEST_TEMPLATE.md")


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def test_a_citation_names_the_version_and_licence_of_the_package() -> None:
    cited = read("CITATION.cff")
    assert (cited["version"], cited["cff-version"]) == (__version__, "1.2.0")
    assert (ROOT / "LICENSE").read_text("utf-8").startswith(f"{cited['license']} License")
    assert cited["authors"][0]["name"] in (ROOT / "LICENSE").read_text("utf-8")
    assert {"message", "title", "type"} <= cited.keys()


def test_every_lock_is_kept_up_to_date_and_no_release_is_taken_young() -> None:
    """As old as what `make lock` takes; the package that is held to one minor version is not proposed beyond it."""
    updates = {update["package-ecosystem"]: update for update in read(".github/dependabot.yml")["updates"]}
    assert updates.keys() == LOCKED.keys()
    assert [pattern for pattern in LOCKED.values() if not list(ROOT.glob(pattern))] == []
    days = re.search(r"--exclude-newer '(\d+) days'", (ROOT / "Makefile").read_text("utf-8"))
    assert days
    assert {update["cooldown"]["default-days"] for update in updates.values()} == {int(days[1])}
    held = {name.split("==")[0] for name in PROJECT["dependencies"] if "==" in name.partition(";")[0]}
    assert {each["dependency-name"] for each in updates["pip"]["ignore"]} == held


def elements(form: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(form.read_text("utf-8"))["body"]
    return found


def said(form: Path) -> list[str]:
    """Whatever a form says to the one who fills it in; an example stands in one language."""
    head = yaml.safe_load(form.read_text("utf-8"))
    shown = [each["attributes"] for each in elements(form)]
    texts = [head["name"], head["description"]]
    texts += [x[key] for x in shown for key in ("label", "description", "value") if key in x]
    return texts + [option for x in shown for option in x.get("options", ())]


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_speaks_both_languages_and_asks_something(form: Path) -> None:
    """The forge shows no form with two fields of one name, and none without a field."""
    names = [each["id"] for each in elements(form) if each["type"] != "markdown"]
    assert names
    assert len(names) == len(set(names))
    assert [text for text in said(form) if not re.search("[\u0621-\u064a].*[A-Za-z]{2}", text, re.DOTALL)] == []


def test_whoever_may_name_somebody_is_told_first_that_all_can_read_it() -> None:
    """A report of a leak that repeats the name leaks it for good."""
    for path in (*(form for form in FORMS if form.stem != "lexicon"), FORGE / "PULL_REQUEST_TEMPLATE.md"):
        text = path.read_text("utf-8")
        assert "SECURITY.md" in text, path.name
        assert "لا تكتب" in text, path.name


def is_there(name: str) -> bool:
    """A path from the root, or the end of one inside a folder that prose speaks of."""
    found = (path for top in ("generator", "tests", ".github") for path in (ROOT / top).rglob(name))
    return bool(list(ROOT.glob(name))) or next(found, None) is not None


@pytest.mark.parametrize("page", [*PROSE, *(form.relative_to(ROOT).as_posix() for form in FORMS)])
def test_a_file_that_is_named_is_there(page: str) -> None:
    """By itself or within a command: `make quick ARGS="tests/x.py"`, `tests/x.py::test_name`."""
    spans = re.findall("`([^`\n]+)`", (ROOT / page).read_text("utf-8"))
    words = [word for span in spans for word in re.split("[\\s\"'=:,()]+", span)]
    named = [word for word in words if re.fullmatch(r"[\w./*-]+/|[\w./*-]+\.(?:md|py|yml|txt|json|toml)", word)]
    made_up = re.compile(
        r"\bNAME\.|^dossier\.|^(pages|ps)\.yml$|^(lexicon|pages|assets)/|^bench\.json$"
    )  # of a dossier, or to come
    assert [name for name in named if not made_up.search(name) and not is_there(name)] == []


def test_a_pull_request_runs_without_rights_or_secrets() -> None:
    """What SECURITY.md promises of strangers: events with rights of the repository are used by no workflow."""
    for workflow in sorted((FORGE / "workflows").glob("*.yml")):
        text = workflow.read_text("utf-8")
        assert yaml.safe_load(text)["permissions"] == {}
        assert not re.search(r"pull_request_target|workflow_run|issue_comment|secrets\.", text), workflow.name
    publishing = read(".github/workflows/pages.yml")[True]  # YAML 1.1 reads «on» as true
    assert publishing == {"push": {"branches": ["main"]}, "workflow_dispatch": None}


def test_hooks_run_the_tools_of_the_lock() -> None:
    """Of a tool from elsewhere the version is a full commit, so that nothing changes by itself."""
    locked = (ROOT / "requirements-dev.txt").read_text("utf-8")
    for repository in read(".pre-commit-config.yaml")["repos"]:
        if repository["repo"] != "local":
            assert re.fullmatch("[0-9a-f]{40}", repository["rev"])
            continue
        for hook in repository["hooks"]:
            tool = re.match(r"\.venv/bin/python -m (\S+)", hook["entry"])
            assert not tool or f"\n{tool[1]}==" in locked
            assert hook["language"] in {"system", "pygrep"}


def test_a_subject_longer_than_a_line_of_a_log_is_refused() -> None:
    hooks = {hook["id"]: hook for hook in read(".pre-commit-config.yaml")["repos"][0]["hooks"]}
    too_long = re.compile(hooks["subject"]["entry"])
    assert not too_long.search("x" * 72 + "\n\n" + "y" * 200)
    assert too_long.search("ب" * 73)


def test_editors_are_told_of_one_line_length() -> None:
    told = re.search(r"^max_line_length = (\d+)$", (ROOT / ".editorconfig").read_text("utf-8"), re.MULTILINE)
    assert told
    assert int(told[1]) == tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["line-length"]


@pytest.mark.parametrize("name", [".github/ISSUE_TEMPLATE/config.yml", ".github/dependabot.yml", "CITATION.cff"])
def test_what_a_tool_reads_can_be_read(name: str) -> None:
    assert json.dumps(read(name), ensure_ascii=False)
