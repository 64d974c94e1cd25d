"""Slices are cut and turned as radiologists look at them, whatever way they lie."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.measurement.slice_view import SliceView, windowed
from lesion_toolkit.measurement.stack import slice_axis
from lesion_toolkit.model.geometry import Geometry

SIZE, SPACING_MM = (9, 11, 13), (3.0, 1.5, 0.8)


def grid(axes, signs):
    """A grid whose array axes run along the given patient axes, forward or back."""
    affine = np.eye(4)
    for axis, (patient, sign) in enumerate(zip(axes, signs, strict=True)):
        affine[:3, axis] = sign * SPACING_MM[axis] * np.eye(3)[patient]
    affine[:3, 3] = (7.0, -20.0, 40.0)
    return Geometry(SIZE, affine)


def whole_slice(geometry):
    across = slice_axis(geometry, "axial")
    box = tuple(range(n) for n in geometry.shape)
    return SliceView.around(geometry, across, 4, box, 100.0)


ANY_WAY = [
    (axes, signs)
    for axes in itertools.permutations(range(3))
    for signs in itertools.product((1, -1), repeat=3)
]


@pytest.mark.parametrize(("axes", "signs"), ANY_WAY)
def test_the_right_of_the_patient_is_left_and_anterior_is_up(axes, signs):
    geometry = grid(axes, signs)
    view = whole_slice(geometry)
    assert view.edge_letters == ("R", "L", "A", "P")
    places = geometry.index_to_mm(np.stack(np.indices(SIZE), axis=-1))
    for axis, patient in ((0, 1), (1, 0)):  # rows run to posterior, columns to left
        shown = view.cut(places[..., patient])
        assert (np.diff(shown, axis=axis) > 0).all()


@given(st.sampled_from(ANY_WAY), st.tuples(*(st.floats(0.0, n - 1) for n in SIZE)))
def test_a_place_in_the_patient_is_found_on_the_picture(way, index):
    geometry = grid(*way)
    view = whole_slice(geometry)
    at_mm = geometry.index_to_mm(index)
    row, column = view.pixel_of(tuple(at_mm))
    corner, further = (
        geometry.index_to_mm(np.array([k, r, c])[np.argsort(view.order)])
        for k, r, c in (
            (4, view.rows[0], view.columns[0]),
            (4, view.rows[1], view.columns[1]),
        )
    )
    for patient, pixels in ((1, row), (0, column)):
        step = further[patient] - corner[patient]
        assert pixels == pytest.approx((at_mm - corner)[patient] / step, abs=1e-6)


@pytest.mark.parametrize(("axes", "signs"), ANY_WAY[::5])
def test_a_crop_is_cut_like_the_whole(axes, signs):
    geometry = grid(axes, signs)
    view = whole_slice(geometry)
    array = np.zeros(SIZE, np.uint8)
    start, size = (2, 3, 4), (5, 4, 6)
    box = tuple(slice(a, a + n) for a, n in zip(start, size, strict=True))
    part = np.random.default_rng(1).integers(1, 9, size, np.uint8)
    array[box] = part
    crop = geometry.crop(start, size)
    assert (view.cut_part(part, crop) == view.cut(array)).all()


def test_a_slice_beyond_the_crop_is_empty():
    geometry = grid((2, 1, 0), (1, 1, 1))
    view = whole_slice(geometry)
    beyond = geometry.crop((6, 0, 0), (3, 11, 13))
    assert not view.cut_part(np.ones((3, 11, 13), np.uint8), beyond).any()


def test_gray_runs_from_the_lower_to_the_upper_end_of_the_window():
    values = np.array([[-500.0, -70.0, 80.0, 230.0, 900.0]])
    gray, words = windowed(values, "CT")
    assert gray.tolist() == [[0, 0, 128, 255, 255]]
    assert words == "W 300 L 80"
    enhancement, _ = windowed(np.array([[-20.0, 120.0]]), "CT", subtraction=True)
    assert enhancement.tolist() == [[0, 255]]


def test_mr_has_no_units_and_gets_its_own_window():
    values = np.arange(1001.0).reshape(7, 143)
    gray, words = windowed(values, "MR")
    assert (gray[0, 0], gray[-1, -1]) == (0, 255)
    assert words == "window 10 to 995"
