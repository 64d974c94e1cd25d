"""What measuring answers to masks, grids and spacings that are not usable."""

import math
from decimal import Decimal

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.measurement.calipers import (
    lesion_diameter,
    longest_diameter,
    perpendicular,
    whole_diameter,
)
from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.measurement.volumetry import partial_volume_ml
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import State
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume


def grid(shape, spacing_mm=(2.5, 1.0, 1.0)):
    return Geometry.from_axes(shape, origin_mm=(0, 0, 0), spacing_mm=spacing_mm)


def measured(inside, spacing_mm=(2.5, 1.0, 1.0), findings=()):
    """Measure a living lesion of 120 HU in liver of 60 HU."""
    geometry = grid(inside.shape, spacing_mm)
    phases = PhaseSet(
        {
            phase: Volume(
                np.where(inside, hu, 60).astype(np.int16), geometry, findings=findings
            )
            for phase, hu in ((Phase.PRECONTRAST, 45), (Phase.LATE_ARTERIAL, 120))
        }
    )
    return measure_lesion("T1", phases, Mask(inside, geometry))


def block(shape, *edges):
    inside = np.zeros(shape, bool)
    inside[tuple(slice(*edge) for edge in edges)] = True
    return inside


def codes(found):
    return {finding.code for finding in found.findings}


@pytest.mark.parametrize("bad", [math.nan, math.inf, 0.0, -0.7])
@pytest.mark.parametrize("function", [longest_diameter, whole_diameter])
def test_a_spacing_that_is_no_length_is_refused(function, bad):
    for spacing_mm in ((bad, 0.7), (0.7, bad)):
        with pytest.raises(InputRefused, match="spacing"):
            function(np.ones((3, 3), bool), spacing_mm)


def test_a_caliper_without_direction_has_no_perpendicular():
    with pytest.raises(InputRefused, match="without direction"):
        perpendicular(np.ones((3, 3), bool), (1, 1), ((1.0, 1.0), (1.0, 1.0)))


@pytest.mark.parametrize("bad", [math.nan, math.inf, 0.0])
def test_a_grid_with_such_a_spacing_cannot_be_made(bad):
    with pytest.raises(InputRefused):
        grid((3, 3, 3), (bad, 1.0, 1.0))


def test_an_image_value_that_is_not_finite_is_refused_as_a_region():
    with pytest.raises(InputRefused, match="not finite"):
        lesion_diameter(np.full((2, 3, 3), np.nan), grid((2, 3, 3)))


def test_an_empty_lesion_is_refused_and_an_empty_region_is_absent():
    with pytest.raises(InputRefused, match="without a single voxel"):
        measured(np.zeros((3, 20, 20), bool))
    assert lesion_diameter(np.zeros((3, 20, 20), bool), grid((3, 20, 20))) is None


def test_one_voxel_is_a_whole_lesion_too_small_to_be_judged():
    found = measured(block((3, 20, 20), (1, 2), (9, 10), (9, 10)))
    assert Decimal("0.5") <= found.whole_diameter_mm <= Decimal("1.5")
    assert found.viable_diameter_mm is None
    assert "could be judged" in found.reason
    assert float(found.volumes.whole_ml) == pytest.approx(0.0025, abs=0.0005)
    assert found.volumes.surface_cm2 > 0
    assert found.whole_caliper.uncertainty_mm > Decimal("0.3")


def test_a_lesion_on_one_slice_is_measured_and_its_error_knows_it():
    one = measured(block((5, 40, 40), (2, 3), (10, 30), (10, 30)))
    several = measured(block((5, 40, 40), (1, 4), (10, 30), (10, 30)))
    assert one.whole_diameter_mm == several.whole_diameter_mm
    wider = one.whole_caliper.uncertainty_mm / several.whole_caliper.uncertainty_mm
    assert wider > Decimal("1.5")
    share = one.volumes.whole_uncertainty_ml / one.volumes.whole_ml
    assert share > several.volumes.whole_uncertainty_ml / several.volumes.whole_ml


@pytest.mark.parametrize(
    "edges",
    [
        ((0, 3), (10, 30), (10, 30)),
        ((3, 6), (10, 30), (10, 30)),
        ((2, 4), (0, 20), (10, 30)),
        ((2, 4), (10, 30), (20, 40)),
    ],
)
def test_a_lesion_cut_by_any_edge_of_the_scan_is_a_lower_bound(edges):
    found = measured(block((6, 40, 40), *edges))
    assert "cut-by-scan-edge" in codes(found)
    assert found.whole_diameter_mm > 20


def test_a_lesion_within_the_scan_is_not_called_cut():
    inside = block((6, 40, 40), (1, 5), (1, 39), (1, 39))
    assert "cut-by-scan-edge" not in codes(measured(inside))


@pytest.mark.parametrize("code", ["unreadable-slices", "missing-slices"])
@pytest.mark.parametrize("slices", [(0, 3), (3, 6)])
def test_a_lesion_that_lost_slices_cut_is_not_evaluable(code, slices):
    lost = (Finding(code, "Slices were lost.", Severity.SERIOUS),)
    cut = measured(block((6, 40, 40), slices, (10, 30), (10, 30)), findings=lost)
    assert cut.state is State.NOT_EVALUABLE
    assert "slices cut through" in cut.reason
    assert cut.whole_diameter_mm is None
    assert cut.viable_diameter_mm is None


def test_a_lesion_away_from_lost_slices_is_measured():
    lost = (Finding("unreadable-slices", "Slices were lost.", Severity.SERIOUS),)
    inside = block((6, 40, 40), (1, 5), (0, 20), (10, 30))
    assert measured(inside, findings=lost).state is State.MEASURED


def test_slices_twelve_times_as_far_apart_as_pixels_are_measured():
    inside = block((5, 60, 60), (1, 4), (10, 50), (20, 40))
    found = measured(inside, (9.0, 0.75, 0.75))
    assert float(found.whole_diameter_mm) == pytest.approx(
        math.hypot(40, 20) * 0.75, abs=1
    )
    assert found.volumes.whole_ml == Decimal("12.150")
    assert float(found.volumes.mesh_ml) == pytest.approx(12.15, rel=0.15)


def test_pixels_twelve_times_as_long_as_wide_are_measured():
    region = np.zeros((6, 80), float)
    region[1:5, 10:70] = 1.0
    found = longest_diameter(region, (12.0, 1.0))
    assert found.length_mm == pytest.approx(math.hypot(48, 60), abs=9)
    assert found.length_mm <= math.hypot(48, 60)


def test_mask_and_image_on_different_grids_are_refused():
    inside = block((5, 40, 40), (1, 4), (10, 30), (10, 30))
    phases = PhaseSet({Phase.ARTERIAL: Volume(inside * 60.0, grid(inside.shape))})
    moved = Mask(inside, grid(inside.shape, (2.5, 1.0, 0.9)))
    with pytest.raises(SpaceMismatch, match="another grid"):
        measure_lesion("T1", phases, moved)
    with pytest.raises(SpaceMismatch, match="different grids"):
        partial_volume_ml(phases.reference, moved)
