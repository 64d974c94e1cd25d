"""Real windows, real mouse and key events."""

import math
import threading

import pytest

pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')

from napari.components import ViewerModel
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest

from lesion_toolkit.measurement.warm import warm
from lesion_toolkit.model.response import Response
from napari_lesion_toolkit.drawn import (
    edited_lesions,
    measured_without_hand,
    with_caliper,
)
from napari_lesion_toolkit.session import with_criteria
from napari_lesion_toolkit.steady_canvas import keep_gl_programs
from napari_lesion_toolkit.widgets import reading
from napari_lesion_toolkit.widgets.reading import ReadingWidget

from .hands import Room, of_patient

pytestmark = pytest.mark.gui

BASELINE, WEEK_8 = "baseline", "week 8"

keep_gl_programs()


def test_dragging_a_caliper_end_moves_sum_and_category_before_it_is_let_go(room):
    room.widget.show_timepoint(WEEK_8)
    room.settle()
    assert room.cell("Sum, mm", WEEK_8) == "32.0"
    assert room.cell("Response", WEEK_8) == "SD"
    room.modifier = Qt.KeyboardModifier.AltModifier
    start = room.take_hold(WEEK_8, line=0, end=1)
    for mm in (2, 4, 6):
        room.drag(
            room.mm_to_the_left(start, mm),
            until=lambda shorter=mm: abs(room.sum_mm(WEEK_8) - 32 + shorter) < 0.6,
        )
    live = room.sum_mm(WEEK_8)
    assert room.cell("Response", WEEK_8) == "PR"
    assert room.panel.response.text() == "week 8: PR"
    assert "PR" in room.panel.reason.text()
    room.let_go(room.mm_to_the_left(start, 6))
    assert room.sum_mm(WEEK_8) == live
    assert room.cell("Response", WEEK_8) == "PR"


def test_an_end_near_the_outline_of_viable_tissue_goes_to_it(room):
    room.widget.show_timepoint(WEEK_8)
    start = room.take_hold(WEEK_8, line=0, end=1)
    for mm in (10, 3):
        room.drag(
            room.mm_to_the_left(start, mm),
            until=lambda shorter=mm: (
                abs(room.sum_mm(WEEK_8) - (22 if shorter == 10 else 32)) < 0.6
            ),
        )
    room.let_go(room.mm_to_the_left(start, 3))
    layer = room.calipers(WEEK_8)

    def length_mm():
        return math.dist(*(layer.data_to_world(end) for end in layer.data[0]))

    room.wait_for(lambda: abs(length_mm() - 32) < 0.6)
    assert room.sum_mm(WEEK_8) == pytest.approx(length_mm(), abs=0.05)


def test_what_is_let_go_is_what_the_session_holds(room):
    room.widget.show_timepoint(WEEK_8)
    room.settle()
    start = room.take_hold(WEEK_8, line=0, end=1)
    room.drag(
        room.mm_to_the_left(start, 8),
        until=lambda: abs(room.sum_mm(WEEK_8) - 32 + 8) < 0.6,
    )
    room.let_go(room.mm_to_the_left(start, 8))
    layer = room.calipers(WEEK_8)
    first, second = (layer.data_to_world(end) for end in layer.data[0])
    last = room.widget.session.course.assessments[-1]
    assert float(last.sum_mm) == pytest.approx(math.dist(first, second), abs=0.05)
    assert last.overall is Response.PR
    assert layer.features["readout"][0] == f"T1 viable {last.sum_mm:.1f} mm"
    before = measured_without_hand(room.widget.session, WEEK_8, "T1")
    assert before.findings == ()


def test_calipers_are_made_ready_while_the_window_is_used(
    make_napari_viewer, session, monkeypatch
):
    begun, used, made_ready = (threading.Event() for _ in range(3))

    def warm_slowly():
        begun.set()
        assert used.wait(60), "the window waited for the calipers"
        warm()
        made_ready.set()

    monkeypatch.setattr(reading, "warm_calipers", warm_slowly)
    room = Room(make_napari_viewer(show=True), session)
    assert begun.wait(60)
    room.widget.show_timepoint(WEEK_8)
    room.settle()
    assert room.cell("Response", WEEK_8) == "SD"
    assert not made_ready.is_set()
    used.set()
    assert made_ready.wait(60)


def test_scrolling_and_zooming_edit_nothing(room):
    before = room.widget.session
    for step in range(3):
        room.viewer.dims.set_current_step(0, step)
        room.viewer.scene.camera.zoom *= 1.3
        room.settle()
    assert room.widget.session is before


def test_edits_are_taken_back_from_the_keyboard(room):
    room.widget.show_timepoint(WEEK_8)
    room.settle()
    start = room.take_hold(WEEK_8, line=0, end=1)
    room.drag(
        room.mm_to_the_left(start, 6),
        until=lambda: abs(room.sum_mm(WEEK_8) - 32 + 6) < 0.6,
    )
    room.let_go(room.mm_to_the_left(start, 6))
    assert room.panel.restore.isEnabled()
    room.panel.restore.setFocus()
    QTest.keyClick(room.panel.restore, Qt.Key.Key_Space)
    room.settle()
    assert room.cell("Sum, mm", WEEK_8) == "32.0"
    assert room.cell("Response", WEEK_8) == "SD"
    layer = room.calipers(WEEK_8)
    ends = [layer.data_to_world(end) for end in layer.data[0]]
    assert math.dist(*ends) == pytest.approx(32, abs=1e-3)
    assert not room.panel.restore.isEnabled()


def test_a_caliper_cannot_be_deleted_by_a_slip_of_the_hand(desk):
    layer = desk.calipers(BASELINE)
    layer.selected_data = {0}
    layer.remove_selected()
    desk.settle()
    assert len(layer.data) == 1
    assert list(layer.features["lesion"]) == ["T1"]
    assert desk.cell("Sum, mm", BASELINE) == "40.0"
    assert desk.cell("T1", BASELINE) == "40.0 (40.0)"


def test_other_criteria_are_one_choice_away(desk):
    box = desk.panel.criteria
    assert box.currentText() == "mrecist-2010"
    box.setFocus()
    QTest.keyClicks(box, "recist")
    QTest.keyClick(box, Qt.Key.Key_Return)
    desk.settle()
    assert box.currentText() == "recist-1.1"
    assert desk.cell("Sum, mm", WEEK_8) == "40.0"


def test_the_caliper_on_the_canvas_follows_the_criteria(desk):
    desk.panel.criteria_chosen.emit("recist-1.1")
    desk.settle()
    layer = desk.calipers(WEEK_8)
    assert list(layer.features["readout"]) == ["T1 whole 40.0 mm"]
    ends = [layer.data_to_world(end) for end in layer.data[0]]
    assert math.dist(*ends) == pytest.approx(40, abs=1e-3)
    assert edited_lesions(desk.widget.session, WEEK_8) == ()
    shown = desk.calipers(BASELINE)
    at_mm = shown.data_to_world(shown.data[0][0])[0]
    assert desk.viewer.dims.point[0] == pytest.approx(at_mm)


def test_outlines_and_calipers_can_be_put_away(desk):
    desk.panel.outlines.click()
    desk.widget.show_timepoint(WEEK_8)
    shown = [layer.name for layer in desk.viewer.layers if layer.visible]
    assert shown == [f"{WEEK_8} late arterial", f"{WEEK_8} calipers"]
    desk.panel.outlines.click()
    desk.panel.calipers.click()
    shown = [layer.name for layer in desk.viewer.layers if layer.visible]
    assert shown == [f"{WEEK_8} {k}" for k in ("late arterial", "lesions", "viability")]


def test_choosing_a_cell_brings_its_timepoint_and_slice_into_view(desk):
    table = desk.panel.table
    item = table.item(0, 1)
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualItemRect(item).center(),
    )
    desk.settle()
    assert desk.panel.timepoint.currentText() == WEEK_8
    assert [layer.name for layer in desk.viewer.layers if layer.visible] == [
        f"{WEEK_8} {kind}"
        for kind in ("late arterial", "lesions", "viability", "calipers")
    ]
    layer = desk.calipers(WEEK_8)
    assert desk.viewer.dims.point[0] == pytest.approx(
        layer.data_to_world(layer.data[0][0])[0]
    )
    assert len(layer._data_view.displayed_vertices) > 0


def test_another_patient_can_follow_one_that_was_drawn_and_closed(room, session):
    """Without ``keep_gl_programs`` the process dies here in glDrawArrays."""
    room.viewer.layers.clear()
    room.settle()
    room.open(with_criteria(of_patient("P02", session), "recist-1.1"))
    room.settle()
    assert room.panel.criteria.currentText() == "recist-1.1"
    assert room.cell("Sum, mm", WEEK_8) == "40.0"


def test_the_canvas_says_where_right_left_front_and_back_are(desk):
    overlays = desk.viewer.canvas.overlays
    assert [
        overlays[f"edge_{side}"].text for side in ("left", "right", "top", "bottom")
    ] == list("RLAP")
    assert (
        overlays.text.text
        == "baseline\n2023-04-18\nlate arterial\nslice 7 of 12, 118.0 mm"
    )
    assert overlays.scale_bar.visible


def test_a_second_patient_takes_over_and_removing_it_leaves_no_old_answer(
    desk, session
):
    other = of_patient("P02", session)
    desk.open(with_caliper(other, WEEK_8, "T1", ((0, 0, 106), (20, 0, 106))))
    desk.settle()
    assert desk.cell("Sum, mm", WEEK_8) == "20.0"
    desk.viewer.layers.clear()
    desk.settle()
    assert not desk.panel.isEnabled()
    assert "No patient is open" in desk.panel.reason.text()


def test_a_window_without_a_patient_says_how_to_open_one(qtbot):
    widget = ReadingWidget(ViewerModel())
    qtbot.addWidget(widget)
    assert not widget.panel.isEnabled()
    assert "Open Sample" in widget.panel.reason.text()
