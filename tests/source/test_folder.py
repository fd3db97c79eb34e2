"""Which folder is the dossier, and what is said of one that is not there."""

from pathlib import Path

import pytest

from generator.desk.terminal import sentence, terminal_words
from generator.source.folder import NamedError, dossier_at, there


def made(home: Path, *files: str) -> Path:
    for name in files:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("x", "utf-8")
    return home


def refused(named: Path, folder: bool = True) -> str:
    with pytest.raises(NamedError) as told:
        there(named, folder)
    said = sentence(told.value, terminal_words("en"))
    assert said.startswith(str(named))
    return said


@pytest.mark.parametrize(
    ("files", "meant"),
    [
        (("seeds/a.txt", "requirements.txt"), "seeds"),
        (("seeds/notes.md", "a.txt"), "seeds"),
        (("a.txt",), "."),
        (("dossier.yml",), "."),
    ],
)
def test_where_no_folder_is_named_it_is_seeds_or_the_one_in_which_one_works(
    files: tuple[str, ...], meant: str, tmp_path: Path
) -> None:
    assert dossier_at(None, made(tmp_path, *files)) == tmp_path / meant


def test_a_folder_that_is_no_dossier_and_holds_none_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NamedError) as told:
        dossier_at(None, made(tmp_path, "notes.md"))
    said = sentence(told.value, terminal_words("en"))
    assert said.startswith(f"{tmp_path} holds no text") and "name it: --seeds FOLDER" in said


def test_what_is_named_and_there_is_taken(tmp_path: Path) -> None:
    made(tmp_path, "my dossier/a.txt")
    assert dossier_at(tmp_path / "my dossier", tmp_path) == tmp_path / "my dossier"
    assert there(tmp_path / "my dossier/a.txt", folder=False) == tmp_path / "my dossier/a.txt"


@pytest.mark.parametrize(
    ("named", "near"),
    [
        ("dosier", "dossier"),
        ("ملفّ النفط", "ملف النفط"),
        ("Archive/oil", "archive/oil"),
        ("archive/oill", "archive/oil"),
        ("arxive/oil/", "archive/oil"),
    ],
)
def test_a_mistyped_folder_is_told_with_the_nearest_that_is_there(named: str, near: str, tmp_path: Path) -> None:
    made(tmp_path, "dossier/a.txt", "ملف النفط/a.txt", "archive/oil/a.txt", "dosier.txt", ".dosier/a.txt")
    assert f"there is no such folder; is {tmp_path / near} meant?" in refused(tmp_path / named)


def test_nothing_like_it_is_said_so(tmp_path: Path) -> None:
    made(tmp_path, "dossier/a.txt")
    assert refused(tmp_path / "zz").endswith("there is no such folder; name a folder that is")
    assert refused(tmp_path / "dosier/deep/er").endswith("name a folder that is"), "the near one holds no such folder"
    assert refused(tmp_path / "dossier/a.txt/x").endswith("name a folder that is"), "a file holds none"


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    made(tmp_path, "dossier/a.txt")
    assert refused(tmp_path / "dossier/a.txt").endswith("is no folder; name the folder that it lies in")
    assert refused(tmp_path / "dossier", folder=False).endswith("is no file; name a file in it")
    assert f"is {tmp_path / 'dossier/a.txt'} meant?" in refused(tmp_path / "dossier/b.txt", folder=False)
    assert f"is {tmp_path / 'dossier/a.txt'} meant?" in refused(tmp_path / "dosier/a.txt", folder=False)


def test_a_name_relative_to_the_working_folder_is_looked_for_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made(tmp_path, "dossier/a.txt"))
    assert refused(Path("dosier")) == "dosier: there is no such folder; is dossier meant?"
    assert refused(Path("dosier/deep/er")) == "dosier/deep/er: there is no such folder; name a folder that is"
