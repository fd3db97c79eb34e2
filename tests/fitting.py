"""Fits the model of lines: pages with a state for each line to integer weights, by conditional likelihood.

python-crfsuite (Okazaki 2007) fits; the program itself only adds the weights up. A page may leave open which of some
states a line has: it is then read once with weights fitted on the rest, and keeps the best of what is allowed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]

from generator.clean import read_column
from generator.clean.chain import best
from generator.clean.features import OF_A_LINE, OF_A_NEIGHBOUR, OF_A_PLACE, Seen, features
from generator.lexicon import Lexicon
from generator.lexicon.lines import ChainWeights
from generator.model import Source
from generator.reading.paragraphs import whole_lines, wraps

STATES = ("head", "title", "meta", "dek", "body", "table", "other", "comment", "foot")
OWN = ("dek", "body", "table")
SCALE = 100
"""Weights are hundredths of a natural logarithm of odds."""
IN_FAVOUR_OF_TEXT = 0.5
"""A line of the article lost is worse than one of the furniture kept. In logarithms of odds, between two that were
measured on composed sites left out, before the last features: .2 precision .935, recall .980; .8 .875 and .991."""
NO_TEXT, NEVER = frozenset({"label-links", "label-ends", "label-notice", "label-closes"}), -900
"""Labels round an article are none of its lines, however few of them the pages fitted on have inside one."""
_RIDGE, _ROUNDS, _IMPOSSIBLE = 1.0, 150, -6.0
Fitted = Mapping[tuple[str, str], float]


@dataclass(frozen=True)
class Labelled:
    """A page: its site, its lines, and for each line that shows something the states that it may have."""

    site: str
    lines: tuple[str, ...]
    allowed: tuple[tuple[str, ...], ...]

    @property
    def is_settled(self) -> bool:
        """No line's state is open."""
        return all(len(states) == 1 for states in self.allowed)


@dataclass(frozen=True)
class Prepared:
    """A page as the model sees it, with its true heart and with the one that is found."""

    page: Labelled
    seen: tuple[tuple[Seen, ...], ...]


def prepare(page: Labelled, lexicon: Lexicon) -> Prepared:
    """Sees a page twice, as the cleaner does: with the heart that is found at first, and with the true one."""
    source = Source("page.txt", None, "utf-8", "\n".join(page.lines))
    whole, places = whole_lines(source, wraps(source.lines))
    of_place = {at: page.allowed[i] for i, at in reversed([*enumerate(places)])}
    found = read_column(whole.lines, lexicon)
    allowed = tuple(of_place[at] for at in found.at)
    own = [i for i, states in enumerate(allowed) if set(states) <= set(OWN)]
    seen = [features(found)]
    if own and (own[0], own[-1]) != found.core:
        seen.append(features(found.around((own[0], own[-1]))))
    return Prepared(Labelled(page.site, tuple(whole.lines[at] for at in found.at), allowed), tuple(seen))


def fit(pages: Sequence[Prepared], told: str) -> ChainWeights:
    """Weights that make the states of the pages likeliest; `told` says what they were fitted on."""
    settled = [(page, [states[0] for states in page.page.allowed]) for page in pages if page.page.is_settled]
    open_ = [page for page in pages if not page.page.is_settled]
    guessed = [(page, [states[0] for states in page.page.allowed]) for page in open_]
    weights = _fit(settled or guessed, told)
    if not open_:
        return weights
    return _fit([*settled, *((page, _settle(weights, page)) for page in open_)], told)


def _settle(weights: ChainWeights, page: Prepared) -> list[str]:
    """The best states of those allowed."""
    bound = ChainWeights(
        fitted_on="",
        states=weights.states,
        transitions=weights.transitions,
        features={f"only-{i}": _only(weights.states, states) for i, states in enumerate(page.page.allowed)}
        | dict(weights.features),
    )
    return list(best(bound, [(*seen, f"only-{i}") for i, seen in enumerate(page.seen[-1])]).states)


def _only(states: Sequence[str], allowed: Sequence[str]) -> tuple[int, ...]:
    return tuple(0 if state in allowed else -(10**6) for state in states)


def _fit(pages: Iterable[tuple[Prepared, list[str]]], told: str) -> ChainWeights:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.0, "c2": _RIDGE, "max_iterations": _ROUNDS})
    # What never occurs together speaks against itself.
    trainer.set_params({"feature.possible_states": True, "feature.possible_transitions": True})
    for page, states in pages:
        for seen in page.seen:
            trainer.append([list(line) for line in seen], states)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "fitted")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _rounded(info.state_features, info.transitions, told)


def _rounded(of_states: Fitted, steps: Fitted, told: str) -> ChainWeights:
    names = sorted({name for name, _ in of_states})
    rows = {name: tuple(_weight(of_states, name, state) for state in STATES) for name in names}
    favour = tuple(round(SCALE * IN_FAVOUR_OF_TEXT) if state in OWN else 0 for state in STATES)
    return ChainWeights(
        fitted_on=told,
        states=STATES,
        transitions=tuple(
            tuple(round(SCALE * steps.get((one, other), _IMPOSSIBLE)) + favour[j] for j, other in enumerate(STATES))
            for one in STATES
        ),
        features={name: row for name, row in rows.items() if any(row)},
    )


def _weight(of_states: Fitted, name: str, state: str) -> int:
    fitted = round(SCALE * of_states.get((name, state), 0.0))
    return min(fitted, NEVER) if name in NO_TEXT and state in OWN else fitted


def names() -> tuple[str, ...]:
    """Every feature that may weigh something."""
    beside = (f"{side}-{name}" for side in ("above", "below") for name in OF_A_NEIGHBOUR)
    return (*OF_A_LINE.names, *beside, *OF_A_PLACE.names)
