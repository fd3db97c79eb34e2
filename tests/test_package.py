"""The package that installs: built of its source distribution, by the pinned tools and without a network, then used."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Mapping
from email.parser import Parser
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement

from generator import __version__, build
from generator.cli import main
from tests import dossiers, five

pytestmark = [pytest.mark.process, pytest.mark.slow]

_MOST = 6_000_000  # bytes; 1.3 million when this was written
_SITE = "generator/_site"
# For root every folder may be written to, unless it gives that up; where it cannot, what is written is still noticed.
_HUMBLE = (
    ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-all")
    if shutil.which("setpriv") and not os.geteuid()
    else ()
)
# What somebody's environment may tell the programs that run here.
_STEERING = ("PYTHON", "PIP_", "MAKE", "MUJAZ")


def run(*command: object, cwd: Path, **environment: str) -> str:
    """What a program prints; one that fails fails the test."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "MAKE", "MUJAZ"))
    }
    env = {**kept, "NO_MKDOCS_2_WARNING": "1", **environment}
    done = subprocess.run([str(x) for x in command], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(tree: Path, kind: str, out: Path, **environment: str) -> Path:
    """A distribution of a tree, made by the backend that pip would call."""
    run(sys.executable, "-P", "-m", "hatchling", "build", "-t", kind, "-d", out, cwd=tree, **environment)
    return next(out.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("package")


@pytest.fixture(scope="module")
def sdist(home: Path) -> Path:
    return built(five.ROOT, "sdist", home / "sdist")


@pytest.fixture(scope="module")
def source(home: Path, sdist: Path) -> Path:
    """The source distribution, unpacked where no checkout is."""
    with tarfile.open(sdist) as packed:
        packed.extractall(home / "source", filter="data")
    return home / "source" / f"mujaz-{__version__}"


@pytest.fixture(scope="module")
def wheel(home: Path, source: Path) -> Path:
    return built(source, "wheel", home / "wheel")


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as packed:
        return set(packed.namelist())


def known(*places: str) -> set[str]:
    """The files of this checkout that git has or would take, below some places."""
    listing = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *places, cwd=five.ROOT)
    return {name for name in listing.split("\0") if name and (five.ROOT / name).is_file()}


def test_a_wheel_made_of_the_sdist_holds_the_package_and_all_that_a_site_is_made_of(names: set[str]) -> None:
    beside = {f"{_SITE}/{name}" for name in known("templates", "mkdocs.yml", "docs/assets")}
    about = {name for name in names if name.startswith(f"mujaz-{__version__}.dist-info/")}
    assert len(beside) > 50
    assert names - about == known("generator") | beside
    assert {name.rpartition("/")[2] for name in about} == {"METADATA", "WHEEL", "RECORD", "LICENSE", "entry_points.txt"}


def test_a_sdist_holds_what_a_wheel_is_made_of_and_nothing_else(source: Path) -> None:
    held = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    made = known("generator", "templates", "mkdocs.yml", "docs/assets")
    assert held - made == {"README.md", "LICENSE", "pyproject.toml", "PKG-INFO", ".gitignore"}
    assert made <= held


def test_a_wheel_says_what_it_is_and_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        about = f"mujaz-{__version__}.dist-info"
        said = Parser().parsestr(packed.read(f"{about}/METADATA").decode())
        commands = packed.read(f"{about}/entry_points.txt").decode()
    project = tomllib.loads((five.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (said["Name"], said["Version"], said["License-Expression"]) == ("mujaz", __version__, "MIT")
    needed, asked = (
        sorted(str(Requirement(each)) for each in listed)
        for listed in ([x for x in said.get_all("Requires-Dist", []) if "extra ==" not in x], project["dependencies"])
    )
    assert needed == asked
    assert commands.split() == ["[console_scripts]", "mujaz", "=", "generator.cli:main"]
    assert wheel.stat().st_size <= _MOST


def test_the_same_tree_gives_the_same_wheel(source: Path, wheel: Path, tmp_path: Path) -> None:
    """Whoever builds it, wherever and whenever: of a checkout, or of its source distribution with other dates."""
    for path in source.rglob("*"):
        os.utime(path, (1, 1))
    again = [
        built(source, "wheel", tmp_path / "again", TZ="Asia/Baghdad", LC_ALL="C"),
        built(five.ROOT, "wheel", tmp_path / "checkout", PYTHONHASHSEED="7"),
    ]
    assert {sha256(each.read_bytes()).hexdigest() for each in again} == {sha256(wheel.read_bytes()).hexdigest()}


@pytest.fixture(scope="module")
def installed(home: Path, wheel: Path) -> Path:
    """The bin/ of an environment that holds the wheel; what it needs is lent by the environment of this test."""
    environment = home / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=home)
    python = environment / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=home)
    lent = next(path for path in sys.path if path.endswith("site-packages"))
    (packages(environment / "bin") / "lent.pth").write_text(lent, "utf-8")
    return environment / "bin"


def packages(folder: Path) -> Path:
    return next(folder.parent.glob("lib/python*/site-packages"))


def state(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Size and time of whatever lies below a folder."""
    return {str(x.relative_to(folder)): (x.stat().st_size, x.stat().st_mtime_ns) for x in folder.rglob("*")}


@pytest.fixture(scope="module")
def elsewhere(home: Path) -> Path:
    """A working folder whose files bear the names of packages that the generator runs on, and are broken."""
    made = home / "elsewhere"
    (made / "generator").mkdir(parents=True)
    for name in ("generator/__init__.py", "mkdocs.py", "yaml.py", "jinja2.py", "markdown.py"):
        (made / name).write_text("raise SystemExit('a file of the working folder was run')\n", "utf-8")
    return made


@pytest.fixture(scope="module")
def dossier(home: Path) -> Path:
    """A dossier whose path holds a space, a quote and Arabic letters."""
    return Path(shutil.copytree(five.SEEDS, home / "ملفاتي" / "my 'own' dossier"))


Command = Callable[..., str]


@pytest.fixture
def mujaz(installed: Path, elsewhere: Path) -> Iterator[Command]:
    """The installed command, run in that folder; it never writes to where packages lie, which may be read-only."""
    before = state(packages(installed))
    for path in (packages(installed), *packages(installed).rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    def command(*arguments: object, cwd: Path = elsewhere, program: str = "mujaz") -> str:
        return run(*_HUMBLE, installed / program, *arguments, cwd=cwd)

    yield command
    assert state(packages(installed)) == before
    for path in (packages(installed), *packages(installed).rglob("*")):
        path.chmod(0o755)  # else nobody could remove it


def test_the_command_runs_in_a_folder_whose_files_bear_the_names_of_packages(mujaz: Command) -> None:
    assert mujaz("--version") == f"mujaz {__version__}\n"
    assert mujaz("-P", "-m", "generator", "--version", program="python") == f"mujaz {__version__}\n"


def test_a_site_is_built_for_a_dossier_anywhere(mujaz: Command, dossier: Path, elsewhere: Path, home: Path) -> None:
    before, site = (state(elsewhere), state(dossier)), home / "موقع جديد"
    said = mujaz("site", "--seeds", dossier, "--site", site, "--url", "https://example.org/x/", "--strict")
    assert "5 articles" in said
    page = next(site.glob("articles/000*/index.html")).read_text("utf-8")
    assert "https://example.org/x/articles/000" in page and "Content-Security-Policy" in page
    there = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    assert {"index.html", "search/search.js", "assets/fonts/naskh-400.woff2"} <= there
    assert (state(elsewhere), state(dossier)) == before


def test_the_package_reads_a_text_as_the_checkout_does(mujaz: Command, dossier: Path) -> None:
    text = dossier / five.NAMES[0]
    checkout = CliRunner().invoke(main, ["explain", "--json", str(text)])
    assert json.loads(mujaz("explain", "--json", text)) == json.loads(checkout.stdout)


_SPAWNING = """
import multiprocessing
from generator import cli
from generator.desk import workers
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    workers.WORTH_WORKERS = 1
    cli.main()
"""


def test_workers_that_are_begun_anew_know_the_package(mujaz: Command, elsewhere: Path, home: Path) -> None:
    """As on macOS and Windows, where a worker inherits nothing: it finds the package, and its lexicons, by itself.

    It works in the folder of its dossier, which need not be named, and puts its pages there; files of that folder that
    bear the names of packages are not run.
    """
    dossier = Path(shutil.copytree(elsewhere, home / "spawning dossier"))
    shutil.copytree(five.SEEDS, dossier, dirs_exist_ok=True)
    (home / "spawning.py").write_text(_SPAWNING, "utf-8")
    mujaz(home / "spawning.py", "generate", program="python", cwd=dossier)
    build.generate(dossier, home / "docs")
    spawned, expected = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}
        for folder in (dossier / "docs", home / "docs")
    )
    assert len(expected) > 50 and spawned == expected


def test_a_dossier_is_served_from_its_own_folder(mujaz: Command, home: Path) -> None:
    """And its site lies in it."""
    dossier = dossiers.folder(home / "served", {"a.txt": dossiers.ARTICLE})
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    said = mujaz("serve", "--port", port, "--rounds", "1", cwd=dossier)
    assert f"http://127.0.0.1:{port}/ (1 article" in said
    assert sorted(path.name for path in dossier.iterdir()) == [".mujaz-cache", "a.txt", "site"]
    assert (dossier / "site/articles/a/index.html").is_file()
