"""How a dossier of one's own is built and published elsewhere: each step runs here, of a clean clone and offline.

What a host alone can do (fetching an action, serving a site) is not tried; its variables are set as it would set them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
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
# What somebody's environment may tell the programs that run here.
_STEERING = ("PYTHON", "GIT_", "MAKE", "PIP_", "MUJAZ")
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
    kept = {
        name: was
        for name, was in os.environ.items()
        if not name.startswith(("PYTHON", "GIT_", "MAKE", "PIP_", "MUJAZ"))
    }
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


# Whatever a shell could take for its own.
_ODD = "my 'own' $(touch run-it) `touch run-it` dossier"


@pytest.fixture(scope="module")
def acted(home: Path, python: Path, clone: Path) -> Path:
    """A workspace of the forge in which every step of the action has run; bin/mujaz is in `temp/mujaz` beside it."""
    workspace = home / "workspace"
    repository(workspace / _ODD)
    forge = {"GITHUB_ACTION_PATH": str(clone), "RUNNER_TEMP": str(home / "temp"), "GITHUB_WORKSPACE": str(workspace)}
    inputs = {"dossier": _ODD, "url": "https://example.org/dossier", "strict": "true"}
    said = [bash(step["run"], workspace, **forge, **filled(step, inputs, python)) for step in RUN]
    assert "2 articles" in said[-1]
    return workspace


@pytest.mark.slow
def test_every_step_of_the_action_runs_on_a_repository_of_texts(acted: Path, clone: Path) -> None:
    """What the caller names is never run, whatever it holds; nothing is left in the dossier or in the generator."""
    page = (acted / "site/articles/a/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/dossier/articles/a/"' in page
    assert "<lastmod>1980" not in (acted / "site/sitemap.xml").read_text("utf-8")
    assert sorted(path.name for path in acted.iterdir()) == [".mujaz-cache", _ODD, "site"]
    assert sorted(path.name for path in (acted / _ODD).iterdir()) == [".git", "a.txt", "b.txt"]
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


PAGES = ("HOSTING.md", "HOSTING.ar.md")
GITHUB, GITLAB, NETLIFY, CLOUDFLARE, SERVER, PRIVATE = range(1, 7)
_TMP = "/" + "tmp"  # where the recipes put things
STARTER = five.ROOT / "templates" / "dossier" / "workflows"


def parts(page: str) -> list[str]:
    """What stands before the first recipe, and each recipe."""
    return re.split("^## ", (five.ROOT / page).read_text("utf-8"), flags=re.MULTILINE)


def blocks(text: str, kind: str) -> list[str]:
    return [
        textwrap.dedent(found) for found in re.findall(rf"^ *```{kind}\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    ]


def shape(text: str) -> list[str]:
    """Headings, steps, tables and blocks in their order, each by its sign alone."""
    return re.findall(r"^(?:#+ |\d\. |\| | *```[a-z]+$)", text, re.MULTILINE)


def named(text: str) -> set[str]:
    prose = re.sub(r"^ *```.*?^ *```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return {*re.findall(r"`([^`]+)`", prose), *re.findall(r"\]\(([A-Z]+\.md)\)", prose)} - set(PAGES)


def test_both_pages_on_hosting_say_the_same() -> None:
    english, arabic = (parts(page) for page in PAGES)
    assert len(english) == len(arabic) == PRIVATE + 1
    for one, other in zip(english, arabic, strict=True):
        assert shape(one) == shape(other)
        assert named(one) == named(other)
        assert [blocks(one, kind) for kind in KINDS] == [blocks(other, kind) for kind in KINDS]


KINDS = ("yaml", "toml", "sh", "nginx")
RECIPES = parts(PAGES[0])


def test_a_new_dossier_has_the_recipes_of_both_forges() -> None:
    for number, name in ((GITHUB, "site.yml"), (GITLAB, "gitlab-ci.yml")):
        assert yaml.safe_load(blocks(RECIPES[number], "yaml")[0]) == yaml.safe_load((STARTER / name).read_text("utf-8"))


def test_the_ten_lines_call_what_is_there_with_what_it_asks_for() -> None:
    text = blocks(RECIPES[GITHUB], "yaml")[0]
    assert len(text.splitlines()) <= 10
    job = yaml.safe_load(text)["jobs"]["site"]
    assert job["uses"].removeprefix("OWNER/mujaz/").partition("@")[0] == ".github/workflows/dossier.yml"
    asked = [each["permissions"] for each in REUSABLE["jobs"].values()]
    rights = {name: right for each in asked for name, right in sorted(each.items(), key=lambda pair: pair[1])}
    assert job["permissions"] == rights | {"pages": "write"}
    assert REUSABLE[True]["workflow_call"]["inputs"].keys() <= {x.partition(":")[0] for x in named(RECIPES[GITHUB])}


def test_every_host_is_given_the_same_four_steps() -> None:
    """But for the address, which each tells in its own way; those of GitLab are run."""
    steps = yaml.safe_load(blocks(RECIPES[GITLAB], "yaml")[0])["pages"]["script"]
    netlify = tomllib.loads(blocks(RECIPES[NETLIFY], "toml")[0])["build"]
    assert netlify["publish"] == "public"
    for command, url in (
        (netlify["command"], "$URL/"),
        (blocks(RECIPES[CLOUDFLARE], "sh")[0], "https://NAME.pages.dev/"),
    ):
        assert re.split(r"\s*&&\s*", command.strip()) == [step.replace("$CI_PAGES_URL/", url) for step in steps]


@pytest.mark.slow
def test_the_steps_of_a_host_build_the_site_of_a_repository(acted: Path, home: Path, clone: Path) -> None:
    """The generator is fetched at the commit that is named; installing it is what the action's test tries."""
    dossier = repository(home / "host" / "dossier")
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=clone, capture_output=True, text=True, check=True)
    steps = yaml.safe_load(blocks(RECIPES[GITLAB], "yaml")[0])["pages"]["script"]
    places = {f"{_TMP}/mujaz": str(home / "fetched"), f"{_TMP}/env": str(acted.parent / "temp/mujaz")}
    known = {"COMMIT": commit.stdout.strip(), "https://github.com/OWNER/mujaz.git": str(five.ROOT), **places}
    for was, now in known.items():
        steps = [step.replace(was, now) for step in steps]
    installing = steps.pop(2).split()
    assert os.access(installing[0].replace(str(home / "fetched"), str(clone)), os.X_OK) and len(installing) == 2
    bash("\n".join(steps), dossier, CI_PAGES_URL="https://group.gitlab.io/dossier")
    page = (dossier / "public/articles/a/index.html").read_text("utf-8")
    assert "https://group.gitlab.io/dossier/articles/a/" in page
    assert (home / "fetched/tools/install.sh").is_file()


# The far side of ssh is this machine; where rsync is not installed, a copy stands for it, and the clock is counted.
_TOOLS = {
    "ssh": '[ "$1" = -l ] && shift 2\nshift\nexec bash -c "$*"',
    "rsync": 'for to; do from=$last; last=$to; done\nmkdir -p "${to#*:}" && cp -R "$from". "${to#*:}"',
    "date": 'echo x >> "$HOME/clock"\necho "20240506-07080$(wc -l < "$HOME/clock")"',
}


@pytest.mark.slow
def test_a_plain_server_shows_the_old_site_or_the_new_one(acted: Path, home: Path) -> None:
    """Sent and tidied up: the name that is shown leads to a whole site, of which the former stays beside it."""
    server, tools = home / "srv", home / "tools"
    for folder in (server, tools):
        folder.mkdir()
    for name, said in {**_TOOLS, "mujaz": f'exec "{acted.parent}/temp/mujaz/bin/mujaz" "$@"'}.items():
        if name != "rsync" or not shutil.which("rsync"):
            (tools / name).write_text(f"#!/bin/sh\n{said}\n", "utf-8")
            (tools / name).chmod(0o755)
    repository(home / "editor" / "dossier")
    build, send, tidy = (each.replace("/srv/mujaz", str(server)) for each in blocks(RECIPES[SERVER], "sh"))
    known = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(home / "editor")}
    bash(build, home, **known)
    for sent in range(1, 6):
        bash(send, home, **known)
        assert (server / "current").resolve() == server / f"20240506-07080{sent}"
        assert (server / "current/articles/a/index.html").is_file() and not (server / "next").exists()
    assert sum(1 for _ in server.glob("2*")) == 5
    bash(tidy, home, **known)
    assert sorted(path.name[-1] for path in server.iterdir()) == ["3", "4", "5", "t"], "and current"
