"""An arrow ends just outside what it points at, and covers what is free."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from skimage.measure import points_in_poly

from lesion_toolkit.export.arrows import CLEAR_MM, arrow_at, distance_mm

FRAME = (120.0, 120.0)


def ellipse(x, y, across, down):
    turns = np.linspace(0, 2 * np.pi, 80, endpoint=False)
    return np.stack([x + across * np.cos(turns), y + down * np.sin(turns)], axis=1)


shapes = st.builds(
    ellipse,
    st.floats(45, 75),
    st.floats(45, 75),
    st.floats(4, 25),
    st.floats(4, 25),
)


@settings(max_examples=25)
@given(shapes)
def test_the_tip_is_one_and_a_half_millimetres_outside(ring):
    arrow = arrow_at("T1", [ring], FRAME, 15.0)
    (apart,) = distance_mm(np.array([arrow.tip]), [ring])
    assert CLEAR_MM - 1e-6 <= apart <= CLEAR_MM + 0.1
    assert math.dist(arrow.tail, arrow.tip) == pytest.approx(15.0)
    shaft = np.linspace(arrow.tip, arrow.tail, 30)
    assert distance_mm(shaft, [ring]).min() >= CLEAR_MM - 1e-6
    assert not points_in_poly(shaft, ring).any()


@settings(max_examples=25)
@given(shapes)
def test_it_points_at_the_lesion(ring):
    arrow = arrow_at("T1", [ring], FRAME, 15.0)
    onward = np.linspace(arrow.tip, 2 * np.array(arrow.tip) - arrow.tail, 30)
    assert points_in_poly(onward, ring).any()


def test_the_tip_of_a_lesion_of_two_parts_is_clear_of_both():
    parts = [ellipse(50, 60, 10, 10), ellipse(80, 60, 8, 8)]
    arrow = arrow_at("T1", parts, FRAME, 15.0)
    assert distance_mm(np.array([arrow.tip]), parts)[0] >= CLEAR_MM - 1e-6


def test_it_comes_from_the_side_where_nothing_is_covered():
    ring = ellipse(60, 60, 12, 12)
    blocked = np.array([(0.0, 0.0), (120.0, 0.0), (120.0, 75.0), (0.0, 75.0)])
    free = arrow_at("T1", [ring], FRAME, 20.0)
    moved = arrow_at("T1", [ring], FRAME, 20.0, [blocked])
    assert free.tail[1] < 60 < 75 < moved.tail[1]


def test_a_lesion_at_the_edge_is_pointed_at_from_inside_the_picture():
    corner = ellipse(8, 8, 7, 7)
    arrow = arrow_at("T1", [corner], FRAME, 15.0)
    assert all(0 <= value <= 120 for value in (*arrow.tail, *arrow.tip))


def test_the_drawn_arrow_begins_at_its_tip_and_is_as_long_as_it_says():
    arrow = arrow_at("T1", [ellipse(60, 60, 12, 12)], FRAME, 20.0)
    drawn = np.array(arrow.polygon)
    assert drawn[0].tolist() == pytest.approx(arrow.tip)
    along = np.subtract(arrow.tail, arrow.tip) / 20.0
    reach = (drawn - drawn[0]) @ along
    assert (reach.min(), reach.max()) == pytest.approx((0.0, 20.0), abs=1e-9)


def test_distance_to_a_ring_is_that_to_its_edges():
    square = np.array([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)])
    points = np.array([(5.0, -3.0), (5.0, 4.0), (13.0, 14.0)])
    assert distance_mm(points, [square]).tolist() == pytest.approx([3.0, 4.0, 5.0])
