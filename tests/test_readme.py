"""Every command of the READMEs runs, in a fresh clone, in the order in which a newcomer reads them."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests import five

_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What cannot run inside a test of itself, or would not end, or would publish, is run as a dry run; a clone of another
# branch has no `main`, and two commits may differ.
_DRY = {f"make {name}": f"make -n {name}" for name in ("serve", "fix", "check", "quick", "test", "full", "golden")}
_DRY |= {"git push": "git push --dry-run"}
_DIFF = ".venv/bin/python -m generator diff --commits main HEAD --seeds ~/dossier"
_DRY |= {_DIFF: _DIFF.replace("main", "HEAD")}
_ARTICLE = (
    "افتتاح مكتبة عامة في المدينة القديمة\n\n"
    "افتتح المجلس البلدي أمس مكتبة عامة جديدة في المدينة القديمة، وقال إنها ستفتح أبوابها للزوار طوال أيام الأسبوع.\n"
)


def commands(readme: str) -> list[str]:
    """The lines of every shell block, in order."""
    text = (five.ROOT / readme).read_text(encoding="utf-8")
    return [line for block in _BLOCK.findall(text) for line in block.splitlines() if line.strip()]


def home_of_a_newcomer(folder: Path) -> dict[str, str]:
    """A home with a text, lines to index and a dossier of its own; the README's address leads to this repository."""
    (folder / "Downloads").mkdir(parents=True)
    (folder / "Downloads" / "article.txt").write_text(_ARTICLE, encoding="utf-8")
    (folder / "lines.jsonl").write_text(json.dumps({"id": 1, "title": "", "text": _ARTICLE}) + "\n", encoding="utf-8")
    (folder / "dossier").mkdir()
    (folder / "dossier" / "one.txt").write_text(_ARTICLE, encoding="utf-8")
    settings = {f"url.{five.ROOT}.insteadOf": "https://github.com/OWNER/mujaz.git", "safe.directory": "*"}
    settings |= {"user.name": "Newcomer", "user.email": "newcomer@example.org"}
    given = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (name, value) in enumerate(settings.items()):
        given |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return {**os.environ, "HOME": str(folder), "MAKEFLAGS": "", **given}


def lend_environment(clone: Path) -> None:
    """Let a clone use the environment that runs this test: installing is what `.ci/run` tries from nothing."""
    (clone / ".venv").symlink_to(five.ROOT / ".venv")
    for lock in (*clone.glob("requirements*.txt"), clone / "package-lock.json"):
        os.utime(lock, (0, 0))


@pytest.mark.slow
@pytest.mark.parametrize("readme", ["README.md", "README.ar.md"])
def test_every_command_of_a_readme_runs(readme: str, tmp_path: Path) -> None:
    """Clone first, then all the rest inside the clone; none may fail."""
    environment = home_of_a_newcomer(tmp_path / "home")
    where = tmp_path
    ran = commands(readme)
    assert ran[0].startswith("git clone")
    for line in ran:
        command = _DRY.get(line, line)
        done = subprocess.run(
            ["bash", "-ec", command],
            cwd=where,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        if line.startswith("git clone"):
            lend_environment(tmp_path / "mujaz")
        if line.startswith("cd mujaz"):
            where = tmp_path / "mujaz"
    assert (where / "site" / "index.html").is_file()


def test_both_readmes_begin_with_the_same_two_commands() -> None:
    """A reader of either language gets to the site by the same way."""
    assert commands("README.md")[:2] == commands("README.ar.md")[:2]
