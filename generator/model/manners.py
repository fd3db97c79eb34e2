"""How a source gives words: between marks, behind a colon alone, as a turn of an interview, as a clause told."""

from __future__ import annotations

from typing import Literal

Marks = Literal["closed", "unclosed", "none", "turn", "reported"]
