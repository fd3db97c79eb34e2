"""The file that both sides of the search are held to is what the generator says today."""

from tests import vectors


def test_the_vectors_are_those_of_today() -> None:
    """`python -m tests.vectors` (or `make golden`) writes them anew: read the difference before you commit it."""
    assert vectors.FILE.read_text(encoding="utf-8") == vectors.written()
