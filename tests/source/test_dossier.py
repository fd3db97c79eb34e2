"""Two sidecars for one seed: the first speaks, and each protects."""

from __future__ import annotations

import pytest

from generator.model import Sidecar, Withheld
from generator.source.dossier import _together

FIRST = Sidecar("a.yml", title="أول")


@pytest.mark.parametrize(
    ("second", "protected"),
    [
        (Sidecar("a.yaml", title="ثان"), {}),
        (Sidecar("a.yaml", hidden=True), {"hidden": True}),
        (Sidecar("a.yaml", publish=False), {"publish": False}),
        (Sidecar("a.yaml", refused=True, publish=False), {"refused": True, "publish": False}),
        (Sidecar("a.yaml", withheld=(Withheld("نور", "a.yaml", 1),)), {"withheld": (Withheld("نور", "a.yaml", 1),)}),
    ],
)
def test_what_either_protects_is_protected_and_the_first_says_the_rest(
    second: Sidecar, protected: dict[str, object]
) -> None:
    for one, other in ((FIRST, second), (second, FIRST)):
        joined = vars(_together(one, other))
        assert joined == {**vars(one), **protected}
