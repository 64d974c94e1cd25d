"""Rules of standard errors: what makes them larger, and that they hold true."""

import math

import numpy as np
import pytest

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.measurement.calipers import lesion_diameter
from lesion_toolkit.measurement.edge import Edge, edge_of
from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.measurement.uncertainty import (
    ErrorBudget,
    ReaderVariability,
    diameter_error,
    lattice_error_mm,
    volume_error,
)
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

from .random_lesions import measured_and_true, random_lesion

SHARP = Edge(width_mm=1.5, noise_share=0.1)


def sphere(radius_mm=12.0, slice_mm=2.5, pixel_mm=0.8, offset=0.3):
    """Share of each voxel inside, and its grid."""
    steps = (slice_mm, pixel_mm, pixel_mm)
    shape = tuple(int(2 * radius_mm / step) + 17 for step in steps)
    geometry = Geometry.from_axes(shape, origin_mm=(0, 0, 0), spacing_mm=steps)
    k, j, i = np.ogrid[: shape[0], : shape[1], : shape[2]]
    far = [
        (index - (n - 1) / 2 - offset) * step
        for index, n, step in zip((k, j, i), shape, steps, strict=True)
    ]
    apart = np.sqrt(far[0] ** 2 + far[1] ** 2 + far[2] ** 2)
    return np.clip(0.5 + (radius_mm - apart) / pixel_mm, 0, 1), geometry


def budget(edge=SHARP, **more):
    soft, geometry = sphere(**more)
    lesion = Mask(soft >= 0.5, geometry)
    found = lesion_diameter(lesion.array, geometry, math.inf)
    return diameter_error(found, lesion.array, lesion, edge)


class TestEdge:
    @pytest.mark.parametrize("sigma_px", [1.0, 1.5, 2.0])
    def test_a_blurred_edge_is_as_wide_as_its_gaussian_says(self, sigma_px):
        from scipy import ndimage

        soft, geometry = sphere(radius_mm=25.0)
        blurred = ndimage.gaussian_filter(
            (soft >= 0.5).astype(float), (0, sigma_px, sigma_px)
        )
        found = edge_of(
            Volume(60 + 50 * blurred, geometry), Mask(soft >= 0.5, geometry)
        )
        expected = math.sqrt(2 * math.pi) * sigma_px * 0.8
        assert found.width_mm == pytest.approx(expected, rel=0.2)

    def test_noise_is_stated_as_a_share_of_contrast(self):
        soft, geometry = sphere(radius_mm=20.0)
        noise = np.random.default_rng(1).normal(0, 10, soft.shape)
        image = Volume(60 + 50 * soft + noise, geometry)
        found = edge_of(image, Mask(soft >= 0.5, geometry))
        assert found.noise_share == pytest.approx(0.2, rel=0.1)

    def test_a_lesion_that_cannot_be_seen_is_as_uncertain_as_can_be(self):
        soft, geometry = sphere()
        noise = np.random.default_rng(1).normal(0, 10, soft.shape)
        found = edge_of(Volume(60 + noise, geometry), Mask(soft >= 0.5, geometry))
        assert found.noise_share == 1.0

    def test_one_voxel_has_the_widest_and_noisiest_edge(self):
        array = np.zeros((3, 5, 5), bool)
        array[1, 2, 2] = True
        geometry = Geometry.from_axes(
            array.shape, origin_mm=(0, 0, 0), spacing_mm=(5, 1, 1)
        )
        assert edge_of(Volume(array * 50.0, geometry), Mask(array, geometry)) == Edge(
            2.0, 1.0
        )

    def test_image_and_region_must_share_a_grid(self):
        soft, geometry = sphere()
        other = Geometry.from_axes(
            soft.shape, origin_mm=(9, 0, 0), spacing_mm=geometry.spacing_mm
        )
        with pytest.raises(SpaceMismatch, match="different grids"):
            edge_of(Volume(soft, geometry), Mask(soft >= 0.5, other))


class TestDiameter:
    def test_wider_and_noisier_edges_and_farther_slices_are_less_certain(self):
        plain = budget()
        assert budget(Edge(3.0, 0.1)).boundary > plain.boundary
        # three times the noise, and more slices that it may make the longest
        assert 3 * plain.noise < budget(Edge(1.5, 0.3)).noise < 4 * plain.noise
        assert budget(slice_mm=5.0).between_slices > 2 * plain.between_slices

    def test_between_slices_it_may_be_as_much_longer_as_the_sphere_is(self):
        # slices at ± half a spacing from the center: the section there is the longest
        radius_mm, slice_mm = 12.0, 5.0
        soft, geometry = sphere(radius_mm, slice_mm, 0.4, offset=0.0)
        soft, geometry = soft[1:], geometry.crop((1, 0, 0), soft[1:].shape)
        lesion = Mask(soft >= 0.5, geometry)
        found = lesion_diameter(soft, geometry, math.inf)
        stated = diameter_error(found, lesion.array, lesion, SHARP).between_slices
        greatest = 2 * radius_mm - 2 * math.sqrt(radius_mm**2 - (slice_mm / 2) ** 2)
        # the root mean square of a parabola that ends at the greatest shortfall
        assert stated * math.sqrt(5) == pytest.approx(greatest, rel=0.15)

    def test_a_lesion_on_one_slice_may_be_far_longer(self):
        region = np.zeros((1, 30, 30), bool)
        region[0, 10:20, 10:20] = True
        geometry = Geometry.from_axes(
            region.shape, origin_mm=(0, 0, 0), spacing_mm=(5, 1, 1)
        )
        found = lesion_diameter(region, geometry, math.inf)
        error = diameter_error(found, region, Mask(region, geometry), SHARP)
        # an ellipsoid as high as the slice: half a slice off, only the pole is left
        expected = (math.sqrt(2) - 1) / math.sqrt(5) * found.length_mm
        assert error.between_slices == pytest.approx(expected, rel=1e-6)

    def test_the_grid_scatters_a_diameter_as_derived(self):
        from .shapes import soft_ellipse

        rng = np.random.default_rng(4)
        lengths = []
        for _ in range(150):
            center = 40 + rng.uniform(-0.5, 0.5, 2)
            region = soft_ellipse((81, 81), center, (25, 18), rng.uniform(0, 3)) >= 0.5
            geometry = Geometry.from_axes(
                (1, 81, 81), origin_mm=(0, 0, 0), spacing_mm=(1, 1, 1)
            )
            lengths.append(lesion_diameter(region[None], geometry).length_mm)
        assert np.std(lengths) == pytest.approx(lattice_error_mm(50, 1), rel=0.4)

    def test_readers_scatter_by_the_published_limits_of_agreement(self):
        assert pytest.approx(8.57, abs=0.01) == ReaderVariability.BETWEEN_READERS.value
        assert pytest.approx(6.11, abs=0.01) == ReaderVariability.SAME_READER.value
        soft, geometry = sphere()
        lesion = Mask(soft >= 0.5, geometry)
        found = lesion_diameter(lesion.array, geometry, math.inf)
        error = diameter_error(
            found,
            lesion.array,
            lesion,
            SHARP,
            readers=ReaderVariability.BETWEEN_READERS,
        )
        assert error.readers == pytest.approx(0.0857 * found.length_mm, rel=1e-3)
        assert error.standard_error > error.readers


class TestVolume:
    def test_where_slices_lie_scatters_a_volume_as_derived(self):
        slice_mm, radius_mm = 5.0, 12.0
        phases = np.linspace(0, 1, 60, endpoint=False)
        z = (np.arange(-5, 6)[:, None] + phases) * slice_mm
        areas = np.pi * np.maximum(radius_mm**2 - z**2, 0)
        scatter = (areas.sum(0) * slice_mm).std() / (4 / 3 * np.pi * radius_mm**3)
        soft, geometry = sphere(radius_mm, slice_mm)
        lesion = Mask(soft >= 0.5, geometry)
        stated = volume_error(lesion, lesion, SHARP).between_slices / lesion.volume_ml
        assert stated == pytest.approx(scatter, rel=0.35)

    def test_nothing_viable_is_as_certain_as_its_threshold(self):
        soft, geometry = sphere()
        lesion = Mask(soft >= 0.5, geometry)
        nothing = Mask(np.zeros_like(lesion.array), geometry)
        assert volume_error(nothing, lesion, SHARP).standard_error == 0.0
        error = volume_error(nothing, lesion, SHARP, by_threshold_ml=(0.0, 0.0, 1.2))
        assert error.standard_error == pytest.approx(1.2 / math.sqrt(24))


def test_parts_add_as_squares_and_no_interval_is_negative():
    error = ErrorBudget(3.0, 4.0, 0.0, 12.0)
    assert error.standard_error == 13.0
    assert error.interval(100.0) == pytest.approx((74.52, 125.48))
    assert error.interval(10.0)[0] == 0.0


def test_stated_intervals_hold_the_truth_of_random_lesions():
    held: dict[str, list[bool]] = {}
    for i in range(40):
        lesion = random_lesion(np.random.default_rng([7, i]))
        measured = measure_lesion("T1", lesion.phases, lesion.mask)
        for name, value, error, truth in measured_and_true(lesion, measured):
            held.setdefault(name, []).append(abs(value - truth) <= 1.96 * error)
            held.setdefault(f"half of {name}", []).append(
                abs(value - truth) <= 0.98 * error
            )
    for name in (name for name in held if not name.startswith("half of ")):
        # of 40, 15 % missed happens once in 200 times where 95 % is right
        assert sum(held[name]) >= 0.85 * len(held[name]), name
    for name in ("whole diameter", "viable diameter", "whole volume", "viable volume"):
        # and the interval is not so wide that half of it would do
        assert sum(held[f"half of {name}"]) <= 37, name
