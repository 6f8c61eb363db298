"""Faction colours can be told apart, also by colour-blind readers, on white and on a dark page."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

DARK_PAGE = "#12181F"
DICHROMATS = {
    "protanopia": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deuteranopia": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
}
"""Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB."""


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    scaled = matrix @ rgb / [0.9505, 1.0, 1.089]
    x, y, z = np.where(scaled > 0.008856, np.cbrt(scaled), 7.787 * scaled + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.fixture(scope="module", params=["aleppo-2015", "exercise"])
def colours(request, seeds) -> list[str]:
    return list(pd.read_csv(seeds / request.param / "actors.csv")["colour"].dropna())


@pytest.mark.parametrize("page", ["#FFFFFF", DARK_PAGE])
def test_contrast_with_the_page(colours, page) -> None:
    assert min(contrast(colour, page) for colour in colours) >= 3


@pytest.mark.parametrize("sight", [None, *DICHROMATS])
def test_any_two_can_be_told_apart(colours, sight) -> None:
    matrix = np.array(DICHROMATS[sight]) if sight else np.eye(3)
    seen = [lab(np.clip(matrix @ linear(colour), 0, 1)) for colour in colours]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) > 15


def test_none_is_a_plain_red(colours) -> None:
    for colour in colours:
        red, green, blue = linear(colour)
        assert red < 3 * max(green, blue)
