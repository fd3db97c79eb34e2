"""The five named seeds: a copy of their own in tests/dossier, so that nothing done to seeds/ makes a test fail."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "tests" / "dossier"
NAMES = (
    "000_df4c0d42261ce1aa.txt",
    "001_84b9d23c19d35bde.txt",
    "002_5906e71ed4f50e03.txt",
    "003_c32980064312eb63.txt",
    "004_1fae8541d1b1cca3.txt",
)


SETTINGS = "dossier.yml"
LEXICON = SEEDS / "lexicon"


def copy_to(folder: Path) -> Path:
    """A dossier of exactly the five, in a new folder, with settings and lexicon: no sidecars, no history, no sixth."""
    folder.mkdir(parents=True)
    for name in (*NAMES, SETTINGS):
        shutil.copy(SEEDS / name, folder)
    shutil.copytree(LEXICON, folder / LEXICON.name)
    return folder
