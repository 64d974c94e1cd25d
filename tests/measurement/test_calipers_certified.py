"""A thousand random shapes: nothing longer exists, and nothing found is too long."""

import numpy as np
import pytest

from lesion_toolkit.measurement.calipers import longest_diameter
from lesion_toolkit.measurement.certificate import bracket

from .brute_force import longest_between_vertices
from .shapes import KINDS, random_region

SPACINGS_MM = [(1.0, 1.0), (0.7, 0.7), (0.5, 1.3), (2.0, 0.6)]
PER_KIND = 112  # 10 kinds: 1,120 shapes


def shapes(kind, size):
    rng = np.random.default_rng([2026, KINDS.index(kind)])
    for n in range(PER_KIND):
        yield random_region(rng, kind, size), SPACINGS_MM[n % len(SPACINGS_MM)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_pair_of_vertices_has_been_beaten_or_met(kind):
    for n, (region, spacing_mm) in enumerate(shapes(kind, 11)):
        for gap_mm in (0.0, 2.0) if n % 5 == 0 else (0.0,):
            found = longest_diameter(region, spacing_mm, gap_mm).length_mm
            reference = longest_between_vertices(region, spacing_mm, gap_mm)
            assert found >= reference - 1e-6


@pytest.mark.parametrize(("gap_mm", "short_mm"), [(0.0, 0.01), (2.0, 0.4)])
@pytest.mark.parametrize("kind", KINDS)
def test_branch_and_bound_finds_nothing_longer(kind, gap_mm, short_mm):
    for region, spacing_mm in shapes(kind, 22):
        found = longest_diameter(region, spacing_mm, gap_mm).length_mm
        proved = bracket(region, spacing_mm, gap_mm, most_families=600)
        assert proved.lower_mm - short_mm <= found <= proved.upper_mm + 1e-6


@pytest.mark.parametrize("gap_mm", [0.0, 5.0])
def test_the_bracket_closes_on_a_smooth_region(gap_mm):
    row, column = np.mgrid[:40, :40]
    distance = np.hypot(row - 19.6, column - 20.3)
    soft = np.clip(15.5 - distance, 0, 1)
    proved = bracket(soft, (1, 1), gap_mm, within_mm=1.0)
    assert proved.upper_mm - proved.lower_mm <= 1.0
    assert proved.lower_mm == pytest.approx(30, abs=0.2)


def test_nothing_is_bracketed_by_nothing():
    proved = bracket(np.zeros((4, 4), bool), (1, 1))
    assert (proved.lower_mm, proved.upper_mm) == (0.0, 0.0)
