"""Every command of the READMEs runs, in a fresh clone, in the order in which a newcomer reads them."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
import yaml

from tests import five

Taken = TypeVar("Taken")

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


# pipx without a network: an environment with the generator of the address, and what it needs lent by this one.
_PIPX = """#!/bin/sh -e
"{python}" -m venv --without-pip "$HOME/pipx"
echo "{packages}" > "$("$HOME/pipx/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/lent.pth"
"{python}" -m pip --python "$HOME/pipx/bin/python" install --quiet --no-deps --no-build-isolation "$2"
ln -s "$HOME/pipx/bin/mujaz" "$HOME/bin/mujaz"
"""


def lend_pipx(home: Path) -> None:
    """Put a `pipx` first on a newcomer's path."""
    pipx = home / "bin" / "pipx"
    pipx.parent.mkdir()
    pipx.write_text(_PIPX.format(python=sys.executable, packages=sysconfig.get_path("purelib")), encoding="utf-8")
    pipx.chmod(0o755)


def lend_environment(clone: Path) -> None:
    """Let a clone use the environment that runs this test: installing is what `.ci/run` tries from nothing.

    Its dossier has texts, whoever emptied seeds/ in the meantime.
    """
    shutil.copytree(five.SEEDS, clone / "seeds", dirs_exist_ok=True)
    (clone / ".venv").symlink_to(five.ROOT / ".venv")
    for lock in (*clone.glob("requirements*.txt"), clone / "package-lock.json"):
        os.utime(lock, (0, 0))


@pytest.mark.slow
@pytest.mark.parametrize("readme", ["README.md", "README.ar.md"])
def test_every_command_of_a_readme_runs(readme: str, tmp_path: Path) -> None:
    """Install and begin a dossier, clone, then all the rest inside the clone; none may fail."""
    home = tmp_path / "home"
    environment = home_of_a_newcomer(home)
    lend_pipx(home)
    environment["PATH"] = f"{home / 'bin'}:{environment['PATH']}"
    where = tmp_path
    ran = commands(readme)
    assert [line.split()[0] for line in ran[:4]] == ["pipx", "mujaz", "mujaz", "git"]
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


def both(take: Callable[[str], Taken]) -> tuple[Taken, Taken]:
    """What is taken from each of the two."""
    english, arabic = (take((five.ROOT / name).read_text(encoding="utf-8")) for name in ("README.md", "README.ar.md"))
    return english, arabic


def blocks(text: str, kind: str) -> list[str]:
    found = re.finditer(rf"^( *)```{kind}\n(.*?)^\1```$", text, re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(block[2]) for block in found]


def shape(text: str) -> list[str]:
    """Headings, lists, pictures and blocks in their order, each by its sign alone."""
    signs = re.findall(r"^ *(#+ |\d\. |!\[|```[a-z]+$)|^ *```$", text, re.MULTILINE)
    return [sign.strip() for sign in signs if sign]


def named(text: str) -> set[str]:
    """Whatever stands as code inside a sentence: files, keys, options, commands, addresses."""
    prose = re.sub(r"^ *```.*?^ *```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return {name.strip("/").replace(".ar.md", ".md") for name in re.findall(r"`([^`]+)`", prose)}


def test_both_readmes_have_the_same_parts_in_the_same_order() -> None:
    """Headings, steps, pictures and blocks; who reads one misses nothing of the other."""
    english, arabic = both(shape)
    assert arabic == english


def test_both_readmes_give_the_same_commands_and_the_same_yaml() -> None:
    """Comments are in the language of the page; keys and values are those of the other."""
    for english, arabic in (both(lambda text: blocks(text, "sh")), both(lambda text: blocks(text, "js"))):
        assert [re.sub("//.*", "", block) for block in arabic] == [re.sub("//.*", "", block) for block in english]
    english, arabic = both(lambda text: [yaml.safe_load(block) for block in blocks(text, "yaml")])
    assert arabic == english


def test_both_readmes_name_the_same_files_keys_and_options() -> None:
    english, arabic = both(named)
    assert arabic == english


def test_both_readmes_lead_to_the_same_pages() -> None:
    english, arabic = both(
        lambda text: {x.replace(".ar.md", ".md") for x in re.findall(r"\]\(([\w./]+?)(?:#[^)]*)?\)", text)}
    )
    assert arabic == english
