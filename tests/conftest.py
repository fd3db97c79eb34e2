"""How every test runs: generated examples are few and the same on every machine, so that a failure can be had again.

Files that take long come first, so that at the end no worker waits for another that has just begun one.
"""

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("mujaz", max_examples=60, deadline=None, derandomize=True, database=None)
settings.load_profile("mujaz")

# About how many seconds a test so marked takes.
_SECONDS = {"slow": 8.0, "hostile": 4.0, "process": 2.0, "browser": 2.0, "dear": 0.7}
_OTHERWISE = 0.03


def _seconds(item: pytest.Item) -> float:
    return sum((value for name, value in _SECONDS.items() if item.get_closest_marker(name)), _OTHERWISE)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The dearest files first, each as a whole, its tests in the order in which they are."""
    files = defaultdict[Path, float](float)
    for item in items:
        files[item.path] += _seconds(item)
    items.sort(key=lambda item: -files[item.path])
