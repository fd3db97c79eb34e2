"""The five seeds are read as a careful reader reads them; nothing falls below its floor."""

from tests import quality, scoring


def test_nothing_falls_below_its_floor_on_the_five_seeds() -> None:
    """The same figures as `make quality`, without a folder of cases."""
    assert quality.fallen(quality.on_the_five()) == []


def test_a_figure_below_its_floor_is_told() -> None:
    """A floor that could not be missed would hold nothing."""
    worse = scoring.Measured("five.quotes", 0.5, "1/2", "five")
    false = scoring.Measured("five.false-quotes", 3.0, "3/36", "five")
    assert len(quality.fallen([worse, false])) == 2
