"""Rules of the longest diameter in space."""

import math

import numpy as np
import pytest

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.measurement.calipers import island_diameters, lesion_diameter
from lesion_toolkit.measurement.oblique import not_comparable
from lesion_toolkit.model.finding import Severity
from lesion_toolkit.model.geometry import Geometry


def tilted(half_mm=(18.0, 10.0, 10.0), tilt=0.7, spacing_mm=(1.0, 0.8, 0.8)):
    """Soft spindle whose long axis is tilted out of the axial plane."""
    shape = tuple(int(2 * half_mm[0] / s) + 6 for s in spacing_mm)
    geometry = Geometry.from_axes(shape, origin_mm=(-9, 4, 70), spacing_mm=spacing_mm)
    k, j, i = np.indices(shape)
    z, y, x = (
        (index - (n - 1) / 2 + 0.2) * s
        for index, n, s in zip((k, j, i), shape, spacing_mm, strict=True)
    )
    u = x * math.cos(tilt) + z * math.sin(tilt)
    w = z * math.cos(tilt) - x * math.sin(tilt)
    a, b, c = half_mm
    apart = np.sqrt((u / a) ** 2 + (y / b) ** 2 + (w / c) ** 2)
    return np.clip(0.5 + (1 - apart) * b, 0, 1), geometry


def oblique(region, geometry, gap_mm=math.inf):
    return lesion_diameter(region, geometry, gap_mm, plane="oblique")


def test_a_tilted_spindle_is_as_long_as_its_long_axis():
    region, geometry = tilted()
    found = oblique(region, geometry)
    assert found.length_mm == pytest.approx(36, abs=0.4)
    assert lesion_diameter(region, geometry, math.inf).length_mm < 27
    direction = np.subtract(*found.caliper.ends_mm) / found.length_mm
    assert abs(direction[2]) == pytest.approx(math.sin(0.7), abs=0.06)


def test_a_bare_mask_is_measured_as_long():
    region, geometry = tilted()
    found = oblique(region >= 0.5, geometry)
    assert found.length_mm == pytest.approx(36, abs=0.6)


def test_it_is_never_shorter_than_the_axial_diameter():
    from scipy import ndimage

    rng = np.random.default_rng(3)
    for _ in range(4):
        noise = ndimage.gaussian_filter(rng.normal(size=(10, 30, 30)), (0.7, 2, 2))
        region = noise > 0.1
        geometry = Geometry.from_axes(
            region.shape, origin_mm=(0, 0, 0), spacing_mm=(2.5, 0.9, 0.9)
        )
        for gap_mm in (0.0, 5.0, math.inf):
            axial = lesion_diameter(region.astype(float), geometry, gap_mm)
            space = oblique(region.astype(float), geometry, gap_mm)
            assert space.length_mm >= axial.length_mm - 1e-6


def test_a_viable_diameter_in_space_does_not_cross_necrosis():
    whole, geometry = tilted(half_mm=(18.0, 14.0, 14.0))
    region = whole.copy()
    k, j, i = np.indices(whole.shape)
    middle = (np.array(whole.shape) - 1) / 2
    apart = sum(
        ((index - m) * s) ** 2
        for index, m, s in zip((k, j, i), middle, geometry.spacing_mm, strict=True)
    )
    region[apart < 9**2] = 0.0  # 18 mm of necrosis in the middle
    strict = oblique(region, geometry, 0.0)
    assert strict.length_mm < 33
    assert oblique(whole, geometry, 0.0).length_mm == pytest.approx(36, abs=1.0)
    samples = np.linspace(*strict.caliper.ends_mm, 200)
    center = geometry.index_to_mm(middle)
    nearest = np.linalg.norm(samples - center, axis=1).min()
    assert nearest > 9 - 0.8  # it may touch the necrosis, within a pixel


def test_it_is_marked_as_not_comparable_with_axial():
    region, geometry = tilted()
    assert oblique(region, geometry).caliper.plane == "oblique"
    assert oblique(region, geometry).perpendicular is None
    finding = not_comparable("T1")
    assert finding.code == "oblique-not-comparable"
    assert (finding.severity, finding.where) == (Severity.CAUTION, "T1")


def test_a_lesion_on_one_slice_has_its_axial_diameter_in_space():
    region = np.zeros((1, 20, 40), float)
    region[0, 8:12, 5:35] = 1.0
    geometry = Geometry.from_axes(
        region.shape, origin_mm=(0, 0, 0), spacing_mm=(5, 1, 1)
    )
    axial = lesion_diameter(region, geometry, math.inf)
    assert oblique(region, geometry).length_mm >= axial.length_mm


def test_nothing_has_no_diameter_in_space():
    geometry = Geometry.from_axes((3, 8, 8), origin_mm=(0, 0, 0), spacing_mm=(5, 1, 1))
    assert oblique(np.zeros((3, 8, 8), bool), geometry) is None
    assert oblique(np.zeros((3, 8, 8), bool), geometry, 5.0) is None


def test_islands_are_measured_in_slices_only():
    region, geometry = tilted()
    with pytest.raises(UsageRefused, match="plane 'oblique'"):
        island_diameters(region, geometry, plane="oblique")
