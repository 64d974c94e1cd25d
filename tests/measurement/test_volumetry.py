"""Rules of volumes by counting."""

from decimal import Decimal

import numpy as np
import pytest

from lesion_toolkit.measurement.volumetry import volumes, whole_volume
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap


def grid(shape, spacing_mm):
    return Geometry.from_axes(shape, origin_mm=(0, 0, 0), spacing_mm=spacing_mm)


def two_compartments(radius_mm, core_mm, spacing_mm=(2.5, 0.7, 0.7)):
    shape = tuple(int(2 * radius_mm / s) + 5 for s in spacing_mm)
    axes = (np.arange(n) - n / 2 + 0.3 for n in shape)
    k, j, i = np.meshgrid(*axes, indexing="ij")
    r2 = sum((x * s) ** 2 for x, s in zip((k, j, i), spacing_mm, strict=True))
    codes = np.where(r2 <= radius_mm**2, Tissue.VIABLE, Tissue.OUTSIDE)
    codes[r2 <= core_mm**2] = Tissue.NECROTIC
    return ViabilityMap(codes.astype(np.uint8), grid(shape, spacing_mm), "phantom")


def test_each_voxel_counts_once():
    codes = np.zeros((2, 3, 4), np.uint8)
    codes[0, 0, :3] = Tissue.VIABLE
    codes[0, 1, :2] = Tissue.NECROTIC
    codes[1, 0, 0] = Tissue.INDETERMINATE
    found = volumes(ViabilityMap(codes, grid(codes.shape, (5, 2, 1)), "by hand"))
    assert (found.viable_ml, found.necrotic_ml, found.indeterminate_ml) == (
        Decimal("0.030"),
        Decimal("0.020"),
        Decimal("0.010"),
    )
    assert found.whole_ml == Decimal("0.060")


@pytest.mark.parametrize(
    ("diameter_mm", "within"), [(15, 0.15), (30, 0.10), (60, 0.05)]
)
def test_spheres_are_within_the_phantom_tolerance(diameter_mm, within):
    found = volumes(two_compartments(diameter_mm / 2, diameter_mm / 4))
    truth = 4 / 3 * np.pi * (diameter_mm / 2) ** 3 / 1000
    assert float(found.whole_ml) == pytest.approx(truth, rel=within)
    share = float(found.viable_ml / found.whole_ml)
    assert share == pytest.approx(7 / 8, abs=0.05)


def test_a_lesion_without_viability_has_a_whole_volume_only():
    mask = Mask(np.ones((2, 2, 2), bool), grid((2, 2, 2), (5, 10, 10)))
    found = whole_volume(mask)
    assert found.whole_ml == Decimal("4.000")
    assert found.viable_ml is None
    assert found.necrotic_ml is None


def test_a_ball_is_the_voxels_it_has(shared):
    row, column, depth = np.mgrid[-12:13, -12:13, -12:13]
    inside = row**2 + column**2 + depth**2 <= 100
    mask = Mask(inside, grid(inside.shape, (1, 1, 1)))
    mm3 = float(whole_volume(mask).whole_ml) * 1000
    assert mm3 == np.count_nonzero(inside)
    assert mm3 == pytest.approx(4189, abs=200)
