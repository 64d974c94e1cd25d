import datetime
import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy.spatial.transform import Rotation

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import Caliper, LesionMeasurement
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap, Volume

pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')

from napari.components import ViewerModel
from napari.layers import Layer

from lesion_toolkit.reading.calipers import Extent
from napari_lesion_toolkit.drawn import DrawnCaliper
from napari_lesion_toolkit.hanging import Plane, hang, position_of, screen_view
from napari_lesion_toolkit.layers import (
    caliper_layer,
    image_layer,
    layers_of,
    lesion_layer,
    moved_calipers,
    viability_layer,
)
from napari_lesion_toolkit.session import Exam, open_session

AXIAL = np.array([[0, 0, 1], [0, 1, 0], [1, 0, 0]], float)
CORONAL = np.array([[0, 1, 0], [0, 0, -1], [1, 0, 0]], float)
SAGITTAL = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], float)
SHAPE = (5, 7, 9)


def grid(directions, spacing_mm=(5.0, 0.7, 0.9), origin_mm=(12.0, -30.0, 800.0)):
    return Geometry.from_axes(
        SHAPE, origin_mm=origin_mm, spacing_mm=spacing_mm, directions=directions
    )


@st.composite
def geometries(draw):
    """Any rotation, any axis run backwards, any spacing: oblique, flipped, uneven."""
    angles = draw(hnp.arrays(float, 3, elements=st.floats(-180, 180)))
    directions = Rotation.from_euler("xyz", angles, degrees=True).as_matrix()
    signs = draw(hnp.arrays(float, 3, elements=st.sampled_from([-1.0, 1.0])))
    spacing = draw(hnp.arrays(float, 3, elements=st.floats(0.3, 10)))
    origin = draw(hnp.arrays(float, 3, elements=st.floats(-1000, 1000)))
    return grid(directions * signs[:, None], spacing, origin)


def session_with_caliper(geometry, ends_mm):
    caliper = Caliper((tuple(ends_mm[0]), tuple(ends_mm[1])))
    day = datetime.date(2023, 4, 18)
    measured = LesionMeasurement("T1", viable_diameter_mm=Decimal(1), caliper=caliper)
    volume = Volume(np.zeros(SHAPE, np.int16), geometry)
    exam = Exam(PhaseSet({Phase.LATE_ARTERIAL: volume}), {}, {})
    timepoint = Timepoint("baseline", day, (measured,))
    timeline = Timeline("P01", lesions=(Lesion("T1"),), timepoints=(timepoint,))
    return open_session({"baseline": exam}, timeline)


points = hnp.arrays(float, (2, 3), elements=st.floats(-300, 300))


@given(geometries(), points)
def test_a_point_comes_back_from_layer_space_where_it_was(geometry, ends_mm):
    hanging = hang(geometry)
    back = hanging.ends_mm(hanging.line(ends_mm))
    assert np.abs(np.subtract(back, ends_mm)).max() <= 1e-6


@settings(max_examples=20, deadline=None)
@given(geometries(), points)
def test_a_caliper_comes_back_from_its_layer_where_it_was(geometry, ends_mm):
    session = session_with_caliper(geometry, ends_mm)
    layer = Layer.create(*layers_of(session, "baseline")[-1])
    assert moved_calipers(session, "baseline", layer.data) == ()


@settings(max_examples=20, deadline=None)
@given(geometries(), points)
def test_moving_one_end_leaves_the_other_exactly_where_it_was(geometry, ends_mm):
    session = session_with_caliper(geometry, ends_mm)
    layer = Layer.create(*layers_of(session, "baseline")[-1])
    lines = [line.copy() for line in layer.data]
    lines[0][1] += [0, 5, -3]
    ((_, _, (first, second)),) = moved_calipers(session, "baseline", lines)
    assert first == tuple(ends_mm[0])
    expected = hang(geometry).grid.index_to_mm(lines[0][1])
    assert np.abs(np.subtract(second, expected)).max() <= 1e-6


@settings(max_examples=20, deadline=None)
@given(geometries(), points)
def test_a_caliper_is_as_long_on_the_canvas_as_in_the_patient(geometry, ends_mm):
    ends = (tuple(ends_mm[0]), tuple(ends_mm[1]))
    drawn = DrawnCaliper("T1", Extent.VIABLE, Caliper(ends))
    layer = Layer.create(*caliper_layer([drawn], geometry, "calipers", {}))
    first, second = (np.array(layer.data_to_world(end)) for end in layer.data[0])
    # napari keeps single precision: a hundredth of the tenth that is reported
    assert math.dist(first, second) == pytest.approx(drawn.caliper.length_mm, abs=1e-3)


@given(geometries())
def test_every_voxel_is_shown_where_it_is_in_the_patient(geometry):
    index = np.stack(np.indices(SHAPE), axis=-1)
    hanging = hang(geometry)
    place_mm = geometry.index_to_mm(index)
    shown = [hanging.array(place_mm[..., axis]) for axis in range(3)]
    shown_index = np.stack(np.indices(hanging.grid.shape), axis=-1)
    expected = hanging.grid.index_to_mm(shown_index)
    assert np.allclose(np.stack(shown, axis=-1), expected, atol=1e-9)


@settings(max_examples=20, deadline=None)
@given(geometries())
def test_a_layer_carries_the_true_affine_and_none_that_rotates(geometry):
    volume = Volume(np.zeros(SHAPE, np.int16), geometry)
    layer = Layer.create(*image_layer(volume, "image", {}))
    affine = layer.metadata["affine_lps_mm"]
    corner = np.array([0, *(n - 1 for n in layer.data.shape[1:])])
    index = geometry.mm_to_index((affine @ [*corner, 1])[:3])
    assert np.allclose(index, np.rint(index), atol=1e-6)
    assert np.array_equal(layer.affine.affine_matrix, np.eye(4))
    assert [str(unit) for unit in layer.units] == ["millimeter"] * 3


@pytest.mark.parametrize(
    ("directions", "letters"),
    [(AXIAL, "RLAP"), (CORONAL, "RLHF"), (SAGITTAL, "APHF")],
    ids=["axial", "coronal", "sagittal"],
)
@pytest.mark.parametrize("flips", [(1, 1, 1), (1, -1, -1), (-1, -1, 1), (-1, 1, -1)])
@pytest.mark.parametrize("rows_first", [True, False])
def test_every_plane_hangs_as_radiologists_expect(
    directions, letters, flips, rows_first
):
    order = [0, 1, 2] if rows_first else [0, 2, 1]
    geometry = grid((directions * np.array(flips)[:, None])[order])
    assert (
        "".join(screen_view(hang(geometry).grid, Plane.ACQUIRED).edge_letters)
        == letters
    )


def test_the_slider_of_axial_slices_runs_to_the_head():
    for up in (1, -1):
        hanging = hang(grid(AXIAL * [[up], [1], [1]]))
        assert (
            position_of(hanging.grid, (0, 0, 820))[0]
            > position_of(hanging.grid, (0, 0, 805))[0]
        )


def test_an_axial_arterial_slice_shows_the_patients_right_on_the_left():
    volume = np.zeros(SHAPE, np.int16)
    liver = (2, 3, 1)
    for flip_rows, flip_columns in [(1, 1), (-1, -1)]:
        directions = AXIAL * [[1], [flip_rows], [flip_columns]]
        geometry = grid(directions)
        array = volume.copy()
        array[liver] = 100
        right_mm = geometry.index_to_mm(liver)[0]
        layer = Layer.create(*image_layer(Volume(array, geometry), "image", {}))
        column = int(np.argwhere(layer.data)[0][2])
        middle_mm = geometry.index_to_mm([2, 3, 4])[0]
        assert (column < 4) == (right_mm < middle_mm)


def test_layers_of_one_exam_lie_on_top_of_one_another(session):
    layers = [Layer.create(*layer) for layer in layers_of(session, "baseline")]
    image, lesions, viability, calipers = layers
    assert np.allclose(viability.extent.world, image.extent.world)
    assert np.allclose(lesions.extent.world, image.extent.world)
    for end in calipers.data[0]:
        voxel = tuple(np.rint(image.world_to_data(calipers.data_to_world(end))))
        assert lesions.data[tuple(int(v) for v in voxel)] == 1


def test_a_map_on_a_crop_is_shown_in_its_place():
    geometry = grid(AXIAL * [[1], [-1], [1]])
    crop = geometry.crop((1, 2, 3), (2, 3, 4))
    tissue = np.full(crop.shape, Tissue.NECROTIC, np.uint8)
    found = ViabilityMap(tissue, crop, method="known")
    labels, _, _ = viability_layer([found], geometry, "viability", {})
    expected = np.zeros(SHAPE, np.uint8)
    expected[1:3, 2:5, 3:7] = Tissue.NECROTIC
    assert np.array_equal(labels, hang(geometry).array(expected))


def test_a_mask_of_another_grid_is_refused():
    here, elsewhere = grid(AXIAL), grid(AXIAL, origin_mm=(12.3, -30, 800))
    mask = Mask(np.ones(SHAPE, bool), elsewhere)
    with pytest.raises(SpaceMismatch):
        lesion_layer({"T1": mask}, here, "lesions", {})


def test_neighboring_lesions_keep_their_own_labels():
    geometry = grid(AXIAL)
    first, second = np.zeros(SHAPE, bool), np.zeros(SHAPE, bool)
    first[2, 2, 2], second[2, 2, 3] = True, True
    masks = {"T1": Mask(first, geometry), "T2": Mask(second, geometry)}
    labels, _, _ = lesion_layer(masks, geometry, "lesions", {})
    assert (labels[2, 2, 2], labels[2, 2, 3]) == (1, 2)


def test_only_a_line_that_moved_is_reported(session):
    layer = Layer.create(*layers_of(session, "week 8")[-1])
    lines = [line.copy() for line in layer.data]
    assert moved_calipers(session, "week 8", lines) == ()
    lines[0][1][2] += 10
    ((lesion, extent, ends_mm),) = moved_calipers(session, "week 8", lines)
    assert (lesion, extent) == ("T1", Extent.VIABLE)
    assert math.dist(*ends_mm) == pytest.approx(32.0 + 10 * 0.8, abs=1e-6)


def test_all_layers_of_a_patient_share_millimeters(session):
    viewer = ViewerModel()
    for timepoint in session.exams:
        for layer in layers_of(session, timepoint):
            viewer.add_layer(Layer.create(*layer))
    assert {str(u) for layer in viewer.layers for u in layer.units} == {"millimeter"}
    assert viewer.dims.axis_labels == ("slice", "row", "column")


def test_a_patient_without_calipers_still_has_a_caliper_layer():
    layer = Layer.create(*caliper_layer([], grid(AXIAL), "calipers", {}))
    assert layer.ndim == 3
    assert len(layer.data) == 0
