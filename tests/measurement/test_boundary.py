"""Rules of the boundary below the pixel."""

import math

import numpy as np
import pytest

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.measurement.boundary import half_maximum_region
from lesion_toolkit.measurement.calipers import lesion_diameter
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

from .shapes import soft_ellipse

SPACINGS_MM = [0.5, 0.7, 0.9, 1.5, 2.0]


def grid(shape, pixel_mm=0.7):
    return Geometry.from_axes(
        shape, origin_mm=(0, 0, 0), spacing_mm=(2.5, pixel_mm, pixel_mm)
    )


def errors_mm(pixel_mm, noise, seed, count=25):
    """Errors of the whole diameter of ellipses 60 HU brighter than their liver."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        half = rng.uniform(6, 45) / 2 / pixel_mm
        size = int(2 * half) + 20
        center = size / 2 + rng.uniform(-0.5, 0.5, 2)
        axes, turn = (half, half * rng.uniform(0.6, 1)), rng.uniform(0, np.pi)
        soft = soft_ellipse((size, size), center, axes, turn, sub=6)[None]
        image = 50 + 60 * (soft + rng.normal(0, noise, soft.shape))
        geometry = grid(soft.shape, pixel_mm)
        region = half_maximum_region(
            Volume(image, geometry), Mask(soft >= 0.5, geometry)
        )
        length_mm = lesion_diameter(region, geometry, math.inf).length_mm
        found.append(length_mm - 2 * half * pixel_mm)
    return np.array(found)


@pytest.mark.parametrize("pixel_mm", SPACINGS_MM)
def test_without_noise_the_diameter_is_right_to_a_tenth_of_a_pixel(pixel_mm):
    errors = errors_mm(pixel_mm, 0.0, seed=1)
    assert abs(errors.mean()) <= 0.1 * pixel_mm
    assert np.abs(errors).mean() <= 0.1 * pixel_mm / 0.7


def test_noise_of_an_eighth_of_the_contrast_costs_less_than_a_fifth_of_a_mm():
    errors = errors_mm(0.7, 1 / 8, seed=2)
    assert np.abs(errors).mean() <= 0.2


def disc_image(inside, outside):
    soft = soft_ellipse((60, 60), (30.3, 29.6), (15, 15))[None]
    image = outside + (inside - outside) * soft
    geometry = grid(soft.shape)
    return soft, Volume(image, geometry), Mask(soft >= 0.5, geometry)


def test_a_lesion_darker_than_the_liver_is_found_as_well():
    soft, image, mask = disc_image(40.0, 100.0)
    np.testing.assert_allclose(half_maximum_region(image, mask), soft, atol=0.02)


def test_without_contrast_the_mask_stands():
    _, image, mask = disc_image(80.0, 80.0)
    np.testing.assert_array_equal(half_maximum_region(image, mask), mask.array)


def test_a_bright_neighbor_moves_the_boundary_by_a_pixel_at_most():
    soft, image, mask = disc_image(100.0, 40.0)
    vessel = image.array.copy()
    vessel[0, 28:32, 44:60] = 160.0  # touches the lesion from the right
    region = half_maximum_region(image.with_array(vessel), mask)
    columns = np.arange(60)
    assert not (region[0] >= 0.5)[:, columns >= 46].any()
    assert (region[0] >= 0.5)[soft[0] > 0.99].mean() > 0.98


def test_an_empty_mask_stays_empty():
    geometry = grid((2, 8, 8))
    image = Volume(np.ones((2, 8, 8)), geometry)
    assert not half_maximum_region(image, Mask(np.zeros((2, 8, 8)), geometry)).any()


def test_another_grid_is_refused():
    _, image, _ = disc_image(100.0, 40.0)
    other = Mask(np.ones((1, 60, 60)), grid((1, 60, 60), pixel_mm=0.8))
    with pytest.raises(SpaceMismatch):
        half_maximum_region(image, other)


def test_a_side_that_cannot_be_seen_has_no_staircase():
    soft = soft_ellipse((100, 100), (50.2, 49.7), (30, 30))[None]
    # the lesion fades into the liver towards the right
    fading = np.clip((80 - np.arange(100)) / 40, 0, 1)
    image = 60 + 60 * soft * fading + np.random.default_rng(1).normal(0, 6, soft.shape)
    geometry = grid(soft.shape)
    mask = Mask(soft >= 0.5, geometry)
    region = half_maximum_region(Volume(image, geometry), mask)
    assert lesion_diameter(region, geometry, math.inf).length_mm == pytest.approx(
        42, abs=0.35
    )
    assert ((region > 0) & (region < 1))[0, :, 75:].sum() > 40
