"""Shapes know their own extent, and inside means a level below one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.phantoms.shapes import Blend, Column, Ellipsoid, Tube, sphere

lengths = st.floats(3, 40)
angles = st.floats(-90, 90)
positions = st.floats(-50, 50)


@st.composite
def ellipsoids(draw: st.DrawFn) -> Ellipsoid:
    center = draw(st.tuples(positions, positions, positions))
    axes = draw(st.tuples(lengths, lengths, lengths))
    return Ellipsoid(center, axes, turn_deg=draw(angles), tilt_deg=draw(angles))


@given(ellipsoids())
def test_the_end_of_every_semi_axis_lies_on_the_surface(shape: Ellipsoid) -> None:
    for axis, length in zip(shape.axes.T, shape.semi_axes_mm, strict=True):
        end = np.array(shape.center_mm) + axis * length
        assert shape.level(*end) == pytest.approx(1, rel=1e-6)


@given(ellipsoids(), st.integers(0, 2**32 - 1))
def test_no_point_inside_an_ellipsoid_lies_outside_its_bounds(
    shape: Ellipsoid, seed: int
) -> None:
    low, high = shape.bounds_mm
    rng = np.random.default_rng(seed)
    points = rng.uniform(low - 10, high + 10, (400, 3))
    inside = points[shape.level(*points.T) < 1]
    assert (inside >= low - 1e-9).all()
    assert (inside <= high + 1e-9).all()


def test_turning_an_ellipsoid_by_90_degrees_swaps_left_right_with_front_back() -> None:
    low, high = Ellipsoid((0, 0, 0), (30, 10, 20), turn_deg=90).bounds_mm
    np.testing.assert_allclose(high - low, (20, 60, 40))


def test_tilting_an_ellipsoid_by_90_degrees_swaps_front_back_with_head_foot() -> None:
    low, high = Ellipsoid((0, 0, 0), (30, 10, 20), tilt_deg=90).bounds_mm
    np.testing.assert_allclose(high - low, (60, 40, 20))


def test_a_tube_is_as_wide_as_its_radius_and_rounded_at_its_ends() -> None:
    tube = Tube((0, 0, 0), (0, 0, 20), 5)
    assert tube.level(5, 0, 10) == pytest.approx(1)
    assert tube.level(0, 0, 25) == pytest.approx(1)
    assert tube.level(3, 0, 24) == pytest.approx(1)
    assert tube.level(5.1, 0, 10) > 1


def test_a_column_is_the_same_in_every_axial_slice() -> None:
    column = Column((2, 3), (10, 5))
    assert column.level(12, 3, -1e5) == column.level(12, 3, 1e5) == pytest.approx(1)


def test_a_blend_holds_its_parts_and_fills_the_crease_between_them() -> None:
    left, right = sphere((-8, 0, 0), 20), sphere((8, 0, 0), 20)
    blend = Blend((left, right))
    rng = np.random.default_rng(1)
    points = rng.uniform(-20, 20, (3, 4000))
    either = (left.level(*points) < 1) | (right.level(*points) < 1)
    melted = blend.level(*points) < 1
    assert melted[either].all()
    crease = (0.0, 7.0, 0.0)
    assert left.level(*crease) > 1
    assert blend.level(*crease) < 1


def test_no_point_inside_a_blend_lies_outside_its_bounds() -> None:
    blend = Blend((sphere((0, 0, 0), 20), sphere((2, 0, 0), 22), sphere((9, 4, 1), 12)))
    low, high = blend.bounds_mm
    points = np.random.default_rng(2).uniform(low - 10, high + 10, (20_000, 3))
    inside = points[blend.level(*points.T) < 1]
    assert len(inside) > 1000
    assert (inside >= low).all()
    assert (inside <= high).all()
