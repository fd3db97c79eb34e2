"""Fits the model of lines without some sites, so that they can be read as sites that nobody has seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.lexicon import Lexicon, load_lexicon
from tests import calibrate
from tests.fitting import fit, prepare
from tests.leaving_out import Learner


def learner(folder: Path | None) -> Learner:
    """What `make calibrate` fits, on the same pages but those of the sites that are left out."""
    lexicon = load_lexicon()
    given = [*calibrate.composed(folder)] if folder is not None else []
    labelled = [*calibrate.laid_out(), *calibrate.cases(), *calibrate.cases(), *calibrate.named(), *given]
    pages = [prepare(page, lexicon) for page in labelled]

    def learn(unseen: frozenset[str]) -> Lexicon:
        weights = fit([page for page in pages if page.page.site not in unseen], f"all but {len(unseen)} layouts")
        return replace(lexicon, lines=replace(lexicon.lines, weights=weights))

    return learn
