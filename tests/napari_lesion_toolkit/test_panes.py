"""Several pictures beside each other: what each shows, and that they move together."""

import dataclasses

import numpy as np
import pytest

pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')

from scipy.spatial.transform import Rotation

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Volume
from napari_lesion_toolkit.arrangement import Picture, arranged
from napari_lesion_toolkit.hanging import (
    Plane,
    cut,
    cut_grid,
    hang,
    place_mm,
    position_of,
    screen_view,
)
from napari_lesion_toolkit.linked import Linked
from napari_lesion_toolkit.shown import Shown

pytestmark = pytest.mark.gui

BASELINE, WEEK_8 = "baseline", "week 8"


class Shifted:
    """A follow-up whose patient lies elsewhere on the table by a known way."""

    way_mm = np.array([4.0, -8.0, 30.0])

    def to_baseline(self, at_mm):
        return np.asarray(at_mm) - self.way_mm

    def to_follow_up(self, at_mm):
        return np.asarray(at_mm) + self.way_mm


@pytest.fixture
def two(desk):
    """Both visits side by side, their livers laid on each other."""
    desk.widget.split(2)
    desk.settle()
    desk.widget.panes.linked = Linked({WEEK_8: Shifted()}, is_tried=True)
    return desk


def with_phases(session, label, **more):
    """The same visit with further phases, alike to the arterial one."""
    exam = session.exams[label]
    volume = exam.phases.reference
    volumes = {Phase.LATE_ARTERIAL: volume} | {
        Phase[name.upper()]: volume for name in more
    }
    phases = PhaseSet(volumes, slice_thickness_mm=3.0)
    exams = {**session.exams, label: dataclasses.replace(exam, phases=phases)}
    return dataclasses.replace(session, exams=exams)


def test_two_pictures_are_baseline_and_the_visit_that_was_in_view(session):
    assert arranged(session, 2, WEEK_8) == (Picture(BASELINE), Picture(WEEK_8))
    assert arranged(session, 2, BASELINE) == (Picture(BASELINE), Picture(WEEK_8))


def test_four_pictures_have_another_phase_of_each_visit_below_it(session):
    session = with_phases(session, BASELINE, portal_venous=1, precontrast=1)
    session = with_phases(session, WEEK_8, precontrast=1)
    below = arranged(session, 4, WEEK_8)[2:]
    assert below == (
        Picture(BASELINE, Shown.PORTAL),
        Picture(WEEK_8, Shown.SUBTRACTION),
    )


def test_one_visit_alone_hangs_its_phases_then_its_planes(session):
    session = with_phases(session, BASELINE, portal_venous=1)
    only = dataclasses.replace(session, exams={BASELINE: session.exams[BASELINE]})
    assert arranged(only, 4, BASELINE) == (
        Picture(BASELINE),
        Picture(BASELINE, Shown.PORTAL),
        Picture(BASELINE, plane=Plane.AXIAL),
        Picture(BASELINE, plane=Plane.CORONAL),
    )


@pytest.mark.parametrize("label", [BASELINE, WEEK_8])
def test_the_visit_in_view_stays_the_one_the_panel_speaks_of(desk, label):
    desk.widget.show_timepoint(label)
    desk.widget.split(2)
    desk.settle()
    assert desk.widget.timepoint == label
    assert desk.panel.timepoint.currentText() == label
    assert desk.panel.response.text().startswith(f"{label}: ")


def test_a_picture_scrolls_and_zooms_with_the_other_at_the_same_place(two):
    left, right = two.widget.panes.shown
    left.viewer.dims.set_current_step(0, 3)
    left.viewer.scene.camera.zoom = 3.5
    left.viewer.scene.camera.center = (0, 30.0, 44.0)
    two.settle()
    # slices are 3 mm apart in both, and a place between two is in the nearest
    expected = np.add(left.center_mm(), Shifted.way_mm)
    assert np.abs(right.center_mm() - expected)[:2].max() < 1e-3
    assert abs(right.center_mm()[2] - expected[2]) <= 1.5
    assert right.viewer.scene.camera.zoom == pytest.approx(3.5)


def test_the_later_visit_leads_as_well(two):
    left, right = two.widget.panes.shown
    right.viewer.dims.set_current_step(0, 5)
    two.settle()
    expected = np.subtract(right.center_mm(), Shifted.way_mm)
    assert abs(left.center_mm()[2] - expected[2]) <= 1.5


def test_pictures_that_are_not_linked_move_alone(two):
    left, right = two.widget.panes.shown
    two.widget.link()
    before = right.viewer.dims.point
    left.viewer.dims.set_current_step(0, 2)
    two.settle()
    assert right.viewer.dims.point == before


def test_visits_without_alignment_or_common_frame_move_alone(two):
    two.widget.panes.linked = Linked(is_tried=True)
    left, right = two.widget.panes.shown
    before = right.viewer.dims.point
    left.viewer.dims.set_current_step(0, 2)
    two.settle()
    assert right.viewer.dims.point == before


def test_the_crosshair_is_at_the_same_place_of_the_patient_in_every_picture(two):
    two.widget.show_plane(Plane.CORONAL)
    left, right = two.widget.panes.shown
    at_mm = left.grid.index_to_mm((4.0, 40.0, 60.0))
    two.widget.panes.point_at(left, tuple(at_mm))
    for pane, place in ((left, at_mm), (right, at_mm + Shifted.way_mm)):
        arms = pane.viewer.layers["crosshair"].data
        middle = arms[:, 0].mean(axis=0)
        expected = position_of(pane.grid, place)
        seen = list(pane.view.order[1:])
        assert np.allclose(middle[seen], expected[seen], atol=1e-3)
        assert pane.viewer.layers.selection.active.metadata["kind"] == "calipers"
    two.widget.cancel()
    assert not left.viewer.layers["crosshair"].visible


def test_choosing_a_cell_shows_the_lesion_in_every_picture(two):
    two.widget.jump_to(WEEK_8, "T1")
    assert two.widget.timepoint == WEEK_8
    slices = [pane.viewer.dims.current_step[0] for pane in two.widget.panes.shown]
    assert slices == [6, 4]


def test_a_caliper_that_moves_in_one_picture_is_redrawn_in_the_other(two):
    two.widget.panes.all[1].show(two.widget.session, Picture(BASELINE))
    left, right = two.widget.panes.shown
    line = left.layers.find("calipers", BASELINE)
    moved = [np.array(one) for one in line.data]
    moved[0][1] += [0, 0, 10]
    line.data = [(moved[0], "line")]
    two.widget._follow(line, True, True)
    two.settle()
    other = right.layers.find("calipers", BASELINE)
    assert np.allclose(other.data[0], moved[0], atol=1e-3)


@pytest.mark.parametrize(
    ("plane", "letters"),
    [(Plane.AXIAL, "RLAP"), (Plane.CORONAL, "RLHF"), (Plane.SAGITTAL, "APHF")],
)
@pytest.mark.parametrize("acquired", ["axial", "coronal", "sagittal"])
@pytest.mark.parametrize("flips", [(1, 1, 1), (-1, 1, -1), (1, -1, -1)])
def test_every_plane_of_every_series_hangs_as_radiologists_expect(
    plane, letters, acquired, flips
):
    axes = {"axial": (2, 1, 0), "coronal": (1, 2, 0), "sagittal": (0, 2, 1)}
    directions = np.eye(3)[list(axes[acquired])] * np.array(flips)[:, None]
    geometry = Geometry.from_axes(
        (5, 7, 9), origin_mm=(0, 0, 0), spacing_mm=(5, 1, 1), directions=directions
    )
    assert cut_grid(geometry, plane) is geometry
    view = screen_view(hang(geometry).grid, plane)
    assert "".join(view.edge_letters) == letters


def oblique():
    turned = Rotation.from_euler("x", 25, degrees=True).as_matrix()
    directions = (np.eye(3)[::-1]) @ turned.T
    return Geometry.from_axes(
        (30, 40, 50),
        origin_mm=(-30, -20, 90),
        spacing_mm=(2.5, 1.2, 1.2),
        directions=directions,
    )


def test_an_oblique_series_is_resampled_for_a_plane_of_the_patient():
    geometry = oblique()
    x, y, z = geometry.index_to_mm(np.stack(np.indices(geometry.shape), -1)).T
    ramp = (100 + 2 * x + 3 * y - z).T.astype(np.float32)
    on = cut_grid(geometry, Plane.AXIAL)
    assert np.allclose(np.abs(on.directions), np.eye(3)[::-1])
    hung = hang(geometry)
    shown = cut(hung.array(ramp), hung.grid, on, outside=-999)
    place = np.array(geometry.index_to_mm((15.0, 20.0, 25.0)))
    grid = hang(on).grid
    index = np.rint(grid.mm_to_index(place)).astype(int)
    x, y, z = grid.index_to_mm(index)
    assert shown[tuple(index)] == pytest.approx(100 + 2 * x + 3 * y - z, abs=1e-3)


def test_labels_keep_their_values_when_they_are_resampled():
    geometry = oblique()
    labels = np.zeros(geometry.shape, np.uint8)
    labels[8:22, 10:30, 12:38] = 3
    on = cut_grid(geometry, Plane.CORONAL)
    hung = hang(geometry)
    shown = cut(hung.array(labels), hung.grid, on)
    assert set(np.unique(shown)) == {0, 3}
    volume_ml = (shown == 3).sum() * np.prod(on.spacing_mm) / 1000
    expected_ml = (labels == 3).sum() * np.prod(geometry.spacing_mm) / 1000
    assert volume_ml == pytest.approx(expected_ml, rel=0.01)


def test_an_oblique_series_in_a_plane_shows_its_lesion_where_it_is(desk):
    session = desk.widget.session
    exam = session.exams[BASELINE]
    geometry = oblique()
    array = np.zeros(geometry.shape, np.int16)
    array[15, 20, 25] = 1000
    volume = Volume(array, geometry)
    phases = PhaseSet({Phase.LATE_ARTERIAL: volume}, slice_thickness_mm=2.5)
    exams = {BASELINE: dataclasses.replace(exam, phases=phases, masks={}, viability={})}
    layers = desk.widget.pane.layers
    image = layers.image(BASELINE)
    image.data = hang(geometry).array(array)
    layers.show_picture(
        dataclasses.replace(session, exams=exams), BASELINE, Shown.ARTERIAL, Plane.AXIAL
    )
    brightest = np.array(np.unravel_index(image.data.argmax(), image.data.shape))
    grid = layers.grid(BASELINE)
    at_mm = place_mm(grid, brightest * grid.spacing_mm)
    assert np.linalg.norm(at_mm - geometry.index_to_mm((15.0, 20.0, 25.0))) < 1.5
