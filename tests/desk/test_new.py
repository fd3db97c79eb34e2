"""A new dossier builds without a question, keeps what was there, and says where its generator comes from."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator import build, place
from generator.cli import main
from generator.desk import new
from generator.desk.new import NewError, Provenance, begin
from generator.lexicon import load_lexicon
from tests import dossiers

SETTINGS = "name: ملف التجربة\n"
HERE = Provenance("someone/mujaz", "0123456789abcdef0123456789abcdef01234567")


def test_a_new_dossier_shows_what_a_dossier_can_hold(tmp_path: Path) -> None:
    """Its example is dated, attributed to its speaker and has its theme; nothing in it is a problem."""
    begun = begin(tmp_path / "mine", SETTINGS, HERE)
    assert {"dossier.yml", "example.txt", "example.yml", "README.md", ".github/workflows/site.yml"} <= {*begun.written}
    desk = build.gather(tmp_path / "mine", load_lexicon(own=tmp_path / "mine" / "lexicon"))
    assert [p for p in desk.catalogue.problems if p.level != "note"] == []
    (entry,) = desk.catalogue.entries
    facts = entry.article.facts
    assert facts.title and facts.title.text == "مكتبة متنقلة تبدأ جولتها بين قرى الوادي"
    assert (facts.date.value, facts.date.basis) == ("2025-03-04", "stated")
    assert [hit.id for hit in facts.themes] == ["libraries"]
    assert [q.speaker for q in facts.quotes if q.marks == "closed"] == ["سلمى الحداد"]
    assert {line.verdict for line in entry.article.cleaned.lines[-4:]} <= {"furniture", "related", "blank"}


def test_the_workflows_name_the_repository_and_the_commit(tmp_path: Path) -> None:
    begin(tmp_path, SETTINGS, HERE)
    workflow = yaml.safe_load((tmp_path / ".github/workflows/site.yml").read_text("utf-8"))
    assert workflow["jobs"]["site"]["uses"] == f"{HERE.repository}/.github/workflows/dossier.yml@{HERE.commit}"
    script = "\n".join(yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text("utf-8"))["pages"]["script"])
    assert HERE.repository in script and HERE.commit in script
    for path in tmp_path.rglob("*"):
        text = path.read_text("utf-8") if path.is_file() else ""
        assert "OWNER/mujaz" not in text and "COMMIT" not in text, path


def test_each_file_names_a_schema_that_is_there_and_satisfies_it(tmp_path: Path) -> None:
    """So that an editor's program tells a mistyped key while it is typed."""
    begin(tmp_path, SETTINGS, HERE)
    named = {}
    for path in (tmp_path / "dossier.yml", tmp_path / "example.yml", tmp_path / "lexicon/themes/libraries.yml"):
        text = path.read_text("utf-8")
        way = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        schema = json.loads((path.parent / way).read_text("utf-8"))
        quoted = re.sub(r"^  (yes|no):", r'  "\1":', text, flags=re.MULTILINE)  # YAML 1.1 takes them for true and false
        Draft202012Validator(schema).validate(yaml.safe_load(quoted))
        named[path.name] = schema["title"]
    assert len(set(named.values())) == 3


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# mine\n", encoding="utf-8")
    (tmp_path / "report.txt").write_text(dossiers.ARTICLE, encoding="utf-8")
    begun = begin(tmp_path, SETTINGS, HERE)
    assert (tmp_path / "README.md").read_text("utf-8") == "# mine\n" and begun.kept == ("README.md",)
    assert not (tmp_path / "example.txt").exists() and not (tmp_path / "example.yml").exists()


def test_a_dossier_is_not_begun_twice(tmp_path: Path) -> None:
    begin(tmp_path, SETTINGS, HERE)
    (tmp_path / "example.txt").unlink()
    with pytest.raises(NewError, match="is-dossier"):
        begin(tmp_path, SETTINGS, HERE)
    assert not (tmp_path / "example.txt").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    with pytest.raises(NewError, match="is-file"):
        begin(tmp_path / "a", SETTINGS, HERE)


@pytest.mark.parametrize(
    ("address", "repository"),
    [
        ("https://github.com/someone/mujaz.git", "someone/mujaz"),
        ("https://github.com/someone/mujaz", "someone/mujaz"),
        ("git@github.com:someone/my.mujaz.git", "someone/my.mujaz"),
        ("ssh://git@github.com/someone/mujaz.git/", "someone/mujaz"),
        ("/home/someone/mujaz", None),
        ("https://example.org/someone/mujaz.git", None),
    ],
)
def test_the_origin_is_where_the_checkout_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, repository: str | None
) -> None:
    """A remote that no forge serves workflows from tells nothing: the placeholders stay, and can be given."""
    git = ("git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("commit", "-q", "--allow-empty", "-m", "a"), ("remote", "add", "origin", address)):
        subprocess.run([*git, *words], check=True)
    monkeypatch.setattr(place, "CONFIG", tmp_path / "mkdocs.yml")
    monkeypatch.setattr(new, "_NAMED", "no-such-distribution")
    found = new.provenance()
    assert found.known == (repository is not None)
    assert found.repository == (repository or "OWNER/mujaz")
    assert new.provenance("other/mujaz", "abc") == Provenance("other/mujaz", "abc")


def test_an_installed_package_knows_the_commit_it_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pip writes down where it took a package from (PEP 610)."""
    told = {"url": "https://github.com/someone/mujaz.git", "vcs_info": {"vcs": "git", "commit_id": "a" * 40}}

    class Installed:
        def read_text(self, _name: str) -> str:
            return json.dumps(told)

    monkeypatch.setattr(new, "distribution", lambda _name: Installed())
    assert new.provenance() == Provenance("someone/mujaz", "a" * 40)
    told["url"] = "file:///home/someone/mujaz"
    monkeypatch.setattr(place, "CONFIG", Path("/nowhere/mkdocs.yml"))
    assert not new.provenance().known


def test_the_command_writes_the_name_and_tells_how_to_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "my dossier"
    done = CliRunner().invoke(main, ["new", str(folder), "--name", "أسواق: النفط"])
    assert done.exit_code == 0, done.output
    assert yaml.safe_load((folder / "dossier.yml").read_text("utf-8"))["name"] == "أسواق: النفط"
    assert f"'{folder}'" in done.output.splitlines()[-1]
    again = CliRunner().invoke(main, ["new", str(folder)])
    assert again.exit_code == 2 and "dossier already" in again.stderr
