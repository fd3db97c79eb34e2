"""Colours that a dossier may choose, and what becomes of one that cannot be read."""

from __future__ import annotations

import colorsys
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.colours import DARK, LIGHT, contrast, least_contrast, parse_colour, readable, text_on
from generator.render.colours import coloured
from generator.source.settings import Colours
from generator.source.settingsfile import parse_settings
from tests import five

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54), ("#ff0000", "#ffffff", 4)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """The values that the W3C's own examples have."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_the_grounds_are_those_of_the_site() -> None:
    css = (five.ROOT / "docs/assets/stylesheets/base.css").read_text("utf-8")
    for at, grounds in ((0, LIGHT), (1, DARK)):
        found = [re.findall(rf"--mz-{name}: (#\w+);", css)[at] for name in ("paper", "panel", "target")]
        assert tuple(found) == grounds


@given(COLOURS)
def test_black_or_white_reads_on_every_colour(ground: str) -> None:
    assert contrast(text_on(ground), ground) >= 4.5


@given(COLOURS, st.sampled_from((LIGHT, DARK)))
def test_the_nearest_readable_colour_reads_and_has_the_hue(colour: str, grounds: tuple[str, ...]) -> None:
    found = readable(colour, grounds)
    assert least_contrast(found, grounds) >= 4.5
    assert readable(found, grounds) == found
    if least_contrast(colour, grounds) >= 4.5:
        assert found == colour
    hues = [colorsys.rgb_to_hls(*(int(c[i : i + 2], 16) / 255 for i in (1, 3, 5))) for c in (colour, found)]
    if all(full > 0.5 and 0.2 < light < 0.8 for _, light, full in hues):
        assert abs(hues[0][0] - hues[1][0]) < 0.02 or abs(hues[0][0] - hues[1][0]) > 0.98


@pytest.mark.parametrize(
    ("text", "colour"),
    [("#abc", "#aabbcc"), ("ABC", "#aabbcc"), ("#15323A", "#15323a"), ("red", None), ("#12", None), ("#1234", None)],
)
def test_a_colour_is_three_or_six_digits(text: str, colour: str | None) -> None:
    assert parse_colour(text) == colour


def test_a_colour_that_cannot_be_read_is_told_and_gives_way() -> None:
    settings, (problem,) = parse_settings('name: x\ncolours:\n  primary: "#ffcc00"\n  accent: "#ffcc00"')
    values = dict(problem.values)
    assert (problem.rule, problem.line, problem.level) == ("settings-contrast", 4, "warning")
    assert (values["ratio"], values["wanted"]) == ("1.25", "4.5")
    css = coloured(settings.colours)
    assert (
        f"--mz-link: {values['nearest']};" in css.split("data-scheme")[0]
        and "--mz-link: #ffcc00;" in css.split("data-scheme")[1]
    )
    assert "--mz-head: #ffcc00;" in css and "--mz-head-ink: #000000;" in css


def test_no_colour_no_stylesheet() -> None:
    assert coloured(Colours()) == ""
