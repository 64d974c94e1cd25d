"""Where voxels are in the patient."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry

AXIAL = Geometry.from_axes(
    (4, 5, 6), origin_mm=(-100, -50, -240), spacing_mm=(2.5, 0.7, 0.8)
)


def test_axial_indices_run_to_head_back_and_left() -> None:
    x, y, z = AXIAL.index_to_mm((1, 2, 3))
    assert (x, y, z) == pytest.approx((-100 + 3 * 0.8, -50 + 2 * 0.7, -240 + 2.5))


def test_spacing_is_slice_row_column() -> None:
    assert AXIAL.spacing_mm == pytest.approx((2.5, 0.7, 0.8))
    assert AXIAL.voxel_volume_ml == pytest.approx(2.5 * 0.7 * 0.8 / 1000)


@given(
    angles=st.tuples(*[st.floats(-180, 180)] * 3),
    spacing=st.tuples(*[st.floats(0.3, 10)] * 3),
    point=st.tuples(*[st.floats(-300, 300)] * 3),
)
def test_mm_to_index_to_mm_comes_back_for_any_orientation(
    angles, spacing, point
) -> None:
    turned = Rotation.from_euler("xyz", angles, degrees=True).as_matrix()
    geometry = Geometry.from_axes(
        (3, 4, 5), origin_mm=(1, 2, 3), spacing_mm=spacing, directions=turned
    )
    assert geometry.index_to_mm(geometry.mm_to_index(point)) == pytest.approx(
        point, abs=1e-9
    )


@pytest.mark.parametrize(
    "other",
    [
        Geometry(AXIAL.shape, AXIAL.affine + np.eye(4)[[0, 1, 2, 3]] * [1, 1, 1, 0]),
        Geometry((4, 5, 7), AXIAL.affine),
        AXIAL.crop((0, 0, 1), AXIAL.shape),
    ],
    ids=["other spacing", "other shape", "one voxel aside"],
)
def test_a_grid_that_differs_in_one_thing_is_another_space(other: Geometry) -> None:
    assert not AXIAL.same_space_as(other)
    assert not other.same_space_as(AXIAL)


def test_frames_of_reference_must_agree_where_both_are_known() -> None:
    here = Geometry(AXIAL.shape, AXIAL.affine, "1.2.3")
    there = Geometry(AXIAL.shape, AXIAL.affine, "1.2.4")
    assert not here.same_space_as(there)
    assert not there.same_space_as(here)
    assert here.same_space_as(AXIAL)
    assert here.same_space_as(Geometry(AXIAL.shape, AXIAL.affine, "1.2.3"))


def test_a_crop_keeps_every_voxel_where_it_was() -> None:
    crop = AXIAL.crop((1, 2, 3), (2, 2, 2))
    assert crop.index_to_mm((1, 1, 1)) == pytest.approx(AXIAL.index_to_mm((2, 3, 4)))


def test_a_point_half_a_voxel_outside_is_still_inside_and_beyond_is_not() -> None:
    assert AXIAL.contains(AXIAL.index_to_mm((-0.49, 0, 0)))
    assert not AXIAL.contains(AXIAL.index_to_mm((-0.51, 0, 0)))


@pytest.mark.parametrize(
    "affine", [np.eye(3), np.diag([1.0, 1, 0, 1]), np.full((4, 4), np.nan)]
)
def test_an_affine_without_a_place_in_the_patient_is_refused(affine) -> None:
    with pytest.raises(InputRefused):
        Geometry((1, 1, 1), affine)


def test_a_geometry_cannot_be_moved() -> None:
    with pytest.raises(ValueError, match="read-only"):
        AXIAL.affine[0, 3] = 0
