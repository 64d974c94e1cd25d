"""Rules of calipers that a reader places."""

import math

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.calipers import lesion_diameter
from lesion_toolkit.measurement.manual import (
    caliper_findings,
    crossing,
    placed_caliper,
    snapped,
)
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Caliper, CaliperSource
from lesion_toolkit.model.volume import Mask

GRID = Geometry.from_axes(
    (5, 40, 60), origin_mm=(-100, -50, 200), spacing_mm=(2.5, 1.0, 1.0)
)


def at(k, row, column):
    return tuple(GRID.index_to_mm((k, row, column)))


def bar(*columns):
    """Viable tissue in slice 2, rows 10 to 30, between pairs of columns (inclusive)."""
    array = np.zeros(GRID.shape, bool)
    for first, last in columns:
        array[2, 10:31, first : last + 1] = True
    return Mask(array, GRID)


WHOLE = bar((10, 50))
VIABLE = bar((10, 20), (30, 50))  # 9 mm of necrosis between 20.5 and 29.5


def test_a_caliper_in_one_slice_is_taken():
    caliper = placed_caliper((at(2, 20, 10), at(2, 20, 50)), GRID)
    assert caliper.length_mm == pytest.approx(40)
    assert caliper.source is CaliperSource.MANUAL


def test_it_says_how_much_necrosis_is_crossed():
    caliper = placed_caliper((at(2, 20, 10), at(2, 20, 50)), GRID)
    assert crossing(caliper, VIABLE).longest_gap_mm == pytest.approx(9)
    (found,) = caliper_findings("T1", caliper, viable=VIABLE, whole=WHOLE)
    assert found.code == "caliper-crosses-necrosis"
    assert "crosses 9 mm" in found.message
    assert found.where == "T1"
    lenient = caliper_findings("T1", caliper, viable=VIABLE, whole=WHOLE, gap_mm=10.0)
    assert lenient == ()


def test_it_says_when_the_lesion_is_left():
    caliper = placed_caliper((at(2, 20, 35), at(2, 20, 57)), GRID)
    (found,) = caliper_findings("T1", caliper, viable=VIABLE, whole=WHOLE)
    assert found.code == "caliper-leaves-lesion"
    assert crossing(caliper, WHOLE).overhang_mm == pytest.approx(6.5)


def test_it_says_when_an_end_lies_in_necrosis():
    caliper = placed_caliper((at(2, 20, 25), at(2, 20, 50)), GRID)
    (found,) = caliper_findings("T1", caliper, viable=VIABLE, whole=WHOLE)
    assert found.code == "caliper-ends-in-necrosis"


@pytest.mark.parametrize("k", [0, 4])
def test_a_caliper_beside_the_lesion_hangs_over_with_its_whole_length(k):
    caliper = placed_caliper((at(k, 20, 10), at(k, 20, 50)), GRID)
    assert crossing(caliper, VIABLE).overhang_mm == pytest.approx(40)


def test_what_was_measured_automatically_crosses_nothing():
    for gap_mm in (0.0, 10.0):
        found = lesion_diameter(VIABLE.array, GRID, gap_mm)
        across = crossing(found.caliper, VIABLE)
        assert across.longest_gap_mm <= gap_mm + 1e-6
        assert across.overhang_mm == pytest.approx(0, abs=1e-6)


def test_an_end_snaps_to_the_boundary_and_stays_in_its_slice():
    assert snapped(at(2, 20, 53), VIABLE) == pytest.approx(at(2, 20, 50.5))
    assert snapped(at(2, 33, 40), VIABLE) == pytest.approx(at(2, 30.5, 40))
    assert snapped(at(2, 20, 48), VIABLE) == pytest.approx(at(2, 20, 50.5))


def test_an_end_far_from_the_boundary_stays_where_it_was_put():
    assert snapped(at(2, 20, 58), VIABLE) == pytest.approx(at(2, 20, 58))
    assert snapped(at(0, 20, 40), VIABLE) == pytest.approx(at(0, 20, 40))


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        ((at(1, 20, 10), at(2, 20, 50)), "slices"),
        ((at(2, 20, 10), at(2, 20, 10)), "coincide"),
        ((at(2, 20, 10), at(2, 20, 90)), "outside the image"),
        (((math.nan, 0, 0), at(2, 20, 10)), "finite"),
    ],
)
def test_what_is_no_caliper_is_refused(ends, says):
    with pytest.raises(InputRefused, match=says):
        placed_caliper(ends, GRID)


def test_a_caliper_from_elsewhere_is_checked_on_its_own_slice():
    caliper = Caliper((at(2.3, 20, 12), at(2.3, 20, 18)), source=CaliperSource.EDITED)
    assert crossing(caliper, VIABLE).overhang_mm == pytest.approx(0, abs=1e-6)
