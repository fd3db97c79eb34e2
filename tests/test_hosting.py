"""How a dossier of one's own is built and published elsewhere: each step runs here, of a clean clone and offline.

What a host alone can do (fetching an action, serving a site) is not tried; its variables are set as it would set them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import dossiers, five

pytestmark = pytest.mark.process

ACTION: dict[str, Any] = yaml.safe_load((five.ROOT / "action.yml").read_text("utf-8"))
REUSABLE: dict[Any, Any] = yaml.safe_load((five.ROOT / ".github/workflows/dossier.yml").read_text("utf-8"))
RUN = [step for step in ACTION["runs"]["steps"] if "run" in step]
# No package index is asked, and what pip has kept is not looked at: what is installed is there already, or is built.
_OFFLINE = {"PIP_NO_INDEX": "1", "PIP_NO_CACHE_DIR": "1", "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": ""}
_LENDING = """#!/bin/sh
"{python}" "$@" || exit
case " $* " in *" venv "*)
    for made; do :; done
    for packages in "$made"/lib/python*/site-packages; do echo "{lent}" > "$packages/lent.pth"; done
esac
"""


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def bash(script: str, cwd: Path, **environment: str) -> str:
    """What a script says, run as the forge runs it; one that fails fails the test."""
    kept = {name: was for name, was in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "MAKE", "PIP_"))}
    shell = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    env = kept | _OFFLINE | environment
    done = subprocess.run(shell, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hosting")


@pytest.fixture(scope="module")
def python(home: Path) -> Path:
    """A Python whose environments have the packages of this one lent to them."""
    made = home / "python"
    lent = next(path for path in sys.path if path.endswith("site-packages"))
    made.write_text(_LENDING.format(python=sys.executable, lent=lent), "utf-8")
    made.chmod(0o755)
    return made


@pytest.fixture(scope="module")
def clone(home: Path) -> Path:
    """The generator as a host fetches it."""
    git(home, "clone", "--quiet", str(five.ROOT), "mujaz")
    return home / "mujaz"


def repository(place: Path) -> Path:
    """A dossier of two texts in a repository of its own."""
    place.parent.mkdir(parents=True, exist_ok=True)
    texts = {"a.txt": dossiers.ARTICLE, "b.txt": dossiers.ARTICLE.replace("القمح", "الشعير")}
    dossiers.folder(place.parent, texts).rename(place)
    git(place, "init", "--quiet", "--initial-branch=main")
    git(place, "add", ".")
    git(place, "commit", "--quiet", "--message=texts", "--date=2024-05-06T07:08:09Z")
    return place


def filled(step: dict[str, Any], inputs: dict[str, str], python: Path) -> dict[str, str]:
    """The environment of a step, with the expressions that it may hold."""
    known = {f"inputs.{name}": inputs.get(name, held["default"]) for name, held in ACTION["inputs"].items()}
    known["steps.python.outputs.python-path"] = str(python)
    return {name: known[re.fullmatch(r"\$\{\{ (\S+) \}\}", said)[1]] for name, said in step["env"].items()}  # type: ignore[index]


@pytest.mark.slow
def test_every_step_of_the_action_runs_on_a_repository_of_texts(home: Path, python: Path, clone: Path) -> None:
    """What the caller names is never run, whatever it holds; nothing is left in the dossier or in the generator."""
    workspace = home / "workspace"
    odd = "my 'own' $(touch run-it) `touch run-it` dossier"
    dossier = repository(workspace / odd)
    forge = {"GITHUB_ACTION_PATH": str(clone), "RUNNER_TEMP": str(home / "temp"), "GITHUB_WORKSPACE": str(workspace)}
    inputs = {"dossier": odd, "url": "https://example.org/dossier", "strict": "true"}
    said = [bash(step["run"], workspace, **forge, **filled(step, inputs, python)) for step in RUN]
    assert "2 articles" in said[-1]
    page = (workspace / "site/articles/a/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/dossier/articles/a/"' in page
    assert "<lastmod>1980" not in (workspace / "site/sitemap.xml").read_text("utf-8")
    assert sorted(path.name for path in workspace.iterdir()) == [odd, "site"]
    assert sorted(path.name for path in dossier.iterdir()) == [".git", "a.txt", "b.txt"]
    left = subprocess.run(["git", "status", "--short"], cwd=clone, capture_output=True, text=True, check=True)
    assert left.stdout == ""


def test_no_script_of_the_forge_holds_what_somebody_else_may_name() -> None:
    """An expression inside a script is pasted into it before a shell reads it; in the environment it stays a value."""
    scripts = [step["run"] for step in RUN]
    for workflow in (five.ROOT / ".github/workflows").glob("*.yml"):
        jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
        scripts += [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    assert len(scripts) > len(RUN)
    assert [script for script in scripts if "${{" in script] == []


def test_what_is_called_from_elsewhere_is_the_action_of_the_same_commit_and_hands_its_inputs_on() -> None:
    """`$/` is this repository at the commit of the workflow, whoever calls it."""
    build = REUSABLE["jobs"]["build"]["steps"]
    called = next(step for step in build if step["uses"] == "$/")
    assert called["with"].keys() == ACTION["inputs"].keys()
    given = set(re.findall(r"inputs\.(\w+)", str(called["with"])))
    assert given == REUSABLE[True]["workflow_call"]["inputs"].keys()  # YAML 1.1 reads «on» as true
    checkout = next(step["with"] for step in build if step["uses"].startswith("actions/checkout"))
    assert checkout == {"path": "dossier", "fetch-depth": 0, "persist-credentials": False}
