"""Rules of volumes by counting."""

from decimal import Decimal

import numpy as np
import pytest

from lesion_toolkit.measurement.volumetry import (
    mesh,
    partial_volume_ml,
    volumes,
    whole_volume,
)
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap, Volume


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


def soft_sphere(radius_mm, spacing_mm, offset):
    """Partial volume of a sphere (5 points per voxel and axis), and its grid."""
    fine = (np.arange(5) + 0.5) / 5 - 0.5
    shape = tuple(int(2 * radius_mm / s) + 9 for s in spacing_mm)
    z, y, x = (
        ((np.arange(n)[:, None] + fine).ravel() - n / 2 + o) * s
        for n, s, o in zip(shape, spacing_mm, offset, strict=True)
    )
    inside = z[:, None, None] ** 2 + y[:, None] ** 2 + x**2 <= radius_mm**2
    k, j, i = shape
    soft = inside.reshape(k, 5, j, 5, i, 5).mean(axis=(1, 3, 5))
    return soft, grid(shape, spacing_mm)


@pytest.mark.parametrize(
    ("diameter_mm", "within"), [(12, 0.05), (20, 0.03), (40, 0.02), (60, 0.02)]
)
@pytest.mark.parametrize("spacing_mm", [(1.0, 0.7, 0.7), (2.5, 0.7, 0.7)])
def test_partial_volume_is_thrice_tighter_than_the_phantom_tolerance(
    diameter_mm, within, spacing_mm
):
    truth = np.pi / 6 * diameter_mm**3 / 1000
    for offset in ((0.1, 0.4, -0.2), (0.5, 0.0, 0.3)):
        soft, geometry = soft_sphere(diameter_mm / 2, spacing_mm, offset)
        image = Volume(60 + 60 * soft, geometry)
        found = partial_volume_ml(image, Mask(soft >= 0.5, geometry))
        assert found == pytest.approx(truth, rel=within)


def test_partial_volume_of_a_lesion_that_cannot_be_seen_is_its_count():
    soft, geometry = soft_sphere(8, (2.5, 0.7, 0.7), (0.1, 0.4, -0.2))
    mask = Mask(soft >= 0.5, geometry)
    flat = Volume(np.full(soft.shape, 60.0), geometry)
    assert partial_volume_ml(flat, mask) == pytest.approx(mask.volume_ml)


@pytest.mark.parametrize(
    ("diameter_mm", "volume", "area"),
    [(15, 0.03, 0.10), (30, 0.015, 0.05), (60, 0.01, 0.04)],
)
def test_a_mesh_has_the_volume_and_the_surface_of_a_sphere(diameter_mm, volume, area):
    soft, geometry = soft_sphere(diameter_mm / 2, (2.5, 0.7, 0.7), (0.1, 0.4, -0.2))
    found = mesh(Mask(soft >= 0.5, geometry))
    radius = diameter_mm / 2
    assert found.volume_ml == pytest.approx(np.pi / 0.75 * radius**3 / 1000, rel=volume)
    assert found.surface_cm2 == pytest.approx(np.pi * 4 * radius**2 / 100, rel=area)


def test_a_mesh_does_not_depend_on_how_the_grid_is_turned():
    codes = np.zeros((9, 12, 15), bool)
    codes[2:7, 2:9, 3:12] = True
    plain = mesh(Mask(codes, grid(codes.shape, (2, 1, 0.8))))
    flipped = Geometry.from_axes(
        codes.shape,
        origin_mm=(40, -7, 300),
        spacing_mm=(2, 1, 0.8),
        directions=[[0, 1, 0], [0, 0, -1], [1, 0, 0]],
    )
    turned = mesh(Mask(codes, flipped))
    assert turned.volume_ml == pytest.approx(plain.volume_ml)
    assert turned.surface_cm2 == pytest.approx(plain.surface_cm2)
    # at most the box that the voxel centers, and half a voxel around them, fill
    assert plain.volume_ml < codes.sum() * 1.6 / 1000


def test_one_voxel_has_a_surface_and_nothing_has_none():
    one = np.zeros((3, 3, 3), bool)
    one[1, 1, 1] = True
    # the octahedron between the six neighbors' half-way points
    found = mesh(Mask(one, grid((3, 3, 3), (2, 2, 2))))
    assert found.volume_ml == pytest.approx(4 / 3 / 1000)
    assert found.surface_cm2 == pytest.approx(4 * np.sqrt(3) / 100)
    nothing = mesh(Mask(one & False, grid((3, 3, 3), (2, 2, 2))))
    assert (nothing.volume_ml, nothing.surface_cm2) == (0.0, 0.0)


def test_shares_are_of_the_whole_lesion_and_missing_where_not_judged():
    found = volumes(two_compartments(15, 10))
    assert found.viable_pct + found.necrotic_pct == pytest.approx(Decimal(100))
    assert float(found.necrotic_pct) == pytest.approx(100 * (10 / 15) ** 3, abs=5)
    mask = Mask(np.ones((2, 2, 2), bool), grid((2, 2, 2), (5, 10, 10)))
    assert whole_volume(mask).viable_pct is None
