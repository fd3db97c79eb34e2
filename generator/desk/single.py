"""One text by itself, apart from its dossier but for what that protects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.articles import protected, without_known
from generator.check.unnamed import unnamed
from generator.facts.table import SIDECAR
from generator.lexicon import Lexicon, lexicon_of
from generator.model import Article, Problem
from generator.source.dossier import guard_of, guarded, limits_of, parsed
from generator.source.read import read_seed, read_settings, read_sidecar
from generator.source.withholding.protect import Protection, nearest
from generator.source.withholding.withhold import withhold_in_article, withhold_in_problem


@dataclass(frozen=True)
class Beside:
    """What a folder says of each text in it: the lexicon with its own, and what its sidecars protect."""

    lexicon: Lexicon
    guard: Protection

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What is wrong with the folder's own lexicon, as it may be shown."""
        return tuple(withhold_in_problem(problem, self.guard.hide) for problem in self.lexicon.faults)


def beside(files: Iterable[Path]) -> Mapping[Path, Beside]:
    """What lies beside some files, by folder: all texts there may be read for it, so once. Raises LexiconError."""
    return {folder: _beside(folder) for folder in sorted({file.parent for file in files})}


def _beside(folder: Path) -> Beside:
    lexicon = lexicon_of(folder)
    return Beside(lexicon, guard_of(folder, lexicon, SIDECAR))


def article_at(file: Path, lexicon: Lexicon, guard: Protection) -> Article | Problem:
    """One seed with its sidecar as an article, apart from any dossier; the problem that keeps it from being read.

    `guard` is what the sidecars of its folder protect.
    """
    source = read_seed(file, limits_of(read_settings(file.parent)))
    if isinstance(source, Problem):
        return withhold_in_problem(source, guard.hide)
    found = read_sidecar(file)
    sidecar, problems = parsed(*found, lexicon, SIDECAR) if found else (None, ())
    told = tuple(p for name, p in guard.told if sidecar and name in sidecar.withheld)
    seed = protected(source, guard, lexicon), guarded(sidecar, guard)
    themes = unnamed(lexicon, guard.hide).themes.by_id
    article = withhold_in_article(without_known(lexicon, guard.refs, seed), guard.hide, guard.refs, themes)
    met = tuple(withhold_in_problem(p, guard.hide) for p in (*problems, *told))
    return replace(article, problems=(*met, *article.problems))


def looked_for(file: Path, lexicon: Lexicon, guard: Protection) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names that a seed's sidecar withholds and that stand nowhere, with the words of the seed most like them.

    For the editor's own terminal, never for anything that others read.
    """
    source, found = read_seed(file, limits_of(read_settings(file.parent))), read_sidecar(file)
    sidecar = parsed(*found, lexicon, SIDECAR)[0] if found else None
    if isinstance(source, Problem) or sidecar is None:
        return ()
    return tuple((x.name, nearest(x, source.text)) for x in sidecar.withheld if x in guard.missing)
