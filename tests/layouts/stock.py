"""The words that pages are made of, read once from the YAML beside this module."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@lru_cache
def stock(name: str) -> dict[str, Any]:
    """One file of words by its name."""
    loaded: dict[str, Any] = yaml.safe_load((HERE / "words" / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


@lru_cache
def topics() -> dict[str, dict[str, list[str]]]:
    """Every topic with its phrases, in the order of its files' names."""
    found: dict[str, dict[str, list[str]]] = {}
    for file in sorted((HERE / "topics").glob("*.yml")):
        found |= yaml.safe_load(file.read_text(encoding="utf-8"))
    return found
