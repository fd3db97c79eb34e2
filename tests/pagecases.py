"""Cases in plain text files: parts that end in a line with a dot alone."""

from __future__ import annotations

from pathlib import Path


def cases(path: Path, parts: int = 3) -> list[tuple[str, ...]]:
    """Title, text and what is expected."""
    pieces: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == ".":
            pieces.append([])
        else:
            pieces[-1].append(line)
    texts = ["\n".join(piece) for piece in pieces[:-1]]
    return list(zip(*(texts[at::parts] for at in range(parts)), strict=True))
