"""Real windows, real mouse and key events."""

import dataclasses
import math
import threading
import time

import numpy as np
import pytest

pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')

from napari.components import ViewerModel
from napari.layers import Layer
from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QMouseEvent, QWheelEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.warm import warm
from lesion_toolkit.model.response import Response
from napari_lesion_toolkit.drawn import (
    edited_lesions,
    measured_without_hand,
    with_caliper,
)
from napari_lesion_toolkit.keeping import Keeper
from napari_lesion_toolkit.keys import keys
from napari_lesion_toolkit.layers import layers_of
from napari_lesion_toolkit.session import open_session, with_criteria
from napari_lesion_toolkit.steady_canvas import keep_gl_programs
from napari_lesion_toolkit.widgets import reading
from napari_lesion_toolkit.widgets.commands import commands
from napari_lesion_toolkit.widgets.reading import ReadingWidget

pytestmark = pytest.mark.gui

BASELINE, WEEK_8 = "baseline", "week 8"
WIDGET = ("lesion-toolkit", "Tumor response")

keep_gl_programs()


class Desk:
    """The dock widget beside a viewer's model with a patient in it."""

    def __init__(self, viewer, session):
        self.viewer = viewer
        self.open(session)
        self.widget = self.put_widget()
        self.settle()

    def put_widget(self):
        return ReadingWidget(self.viewer)

    def open(self, session):
        for timepoint in session.exams:
            for layer in layers_of(session, timepoint):
                self.viewer.add_layer(Layer.create(*layer))

    @property
    def panel(self):
        return self.widget.panel

    def settle(self):
        for _ in range(5):
            QApplication.processEvents()
            QTest.qWait(20)

    def wait_for(self, holds):
        """Wait until a condition holds, for as long as a slow machine may need."""
        give_up = time.monotonic() + 60
        while time.monotonic() < give_up:
            self.settle()
            if holds():
                return
        pytest.fail("what was waited for did not happen")

    def cell(self, heading, timepoint):
        return self.panel.table.text_at(heading, timepoint)

    def sum_mm(self, timepoint):
        return float(self.cell("Sum, mm", timepoint))

    def calipers(self, timepoint):
        return self.viewer.layers[f"{timepoint} calipers"]


class Room(Desk):
    """A real window, and hands to use it."""

    def put_widget(self):
        self.canvas = self.viewer.window._qt_viewer.canvas.native
        _, widget = self.viewer.window.add_plugin_dock_widget(*WIDGET)
        self.viewer.window.resize(1280, 800)
        return widget

    def come_to_rest(self):
        """Wait until layout and camera have stopped moving what a hand aims at."""
        seen = []

        def unchanged():
            camera = self.viewer.scene.camera
            size = self.canvas.width(), self.canvas.height()
            seen.append((size, tuple(camera.center), float(camera.zoom)))
            return len(seen) > 3 and len(set(seen[-3:])) == 1

        self.wait_for(unchanged)

    def on_canvas(self, world_yx):
        camera = self.viewer.scene.camera
        y, x = (np.array(world_yx) - camera.center[-2:]) * camera.zoom
        return QPointF(self.canvas.width() / 2 + x, self.canvas.height() / 2 + y)

    def take_hold(self, timepoint, line, end):
        """Press on one end of a caliper; say where."""
        self.come_to_rest()
        layer = self.calipers(timepoint)
        at = self.on_canvas(layer.data_to_world(layer.data[line][end])[-2:])
        self.send(QEvent.Type.MouseMove, at, held=False)
        self.send(QEvent.Type.MouseButtonPress, at)
        self.wait_for(lambda: layer.selected_data == {line})
        return at

    def drag(self, to, until=lambda: True):
        """Hold the pointer there until it has done what it should."""

        def moved():
            self.send(QEvent.Type.MouseMove, to)
            return until()

        self.wait_for(moved)

    def let_go(self, at):
        self.send(QEvent.Type.MouseButtonRelease, at, held=False)

    def send(self, kind, at, *, held=True):
        """Give the canvas a mouse event of its own, wherever the pointer is.

        The pointer of the display is left alone: windows of other tests share it.
        """
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        plain = Qt.KeyboardModifier.NoModifier
        place = self.canvas.mapToGlobal(at)
        event = QMouseEvent(kind, at, place, button, left if held else none, plain)
        QApplication.sendEvent(self.canvas, event)
        self.settle()

    def mm_to_the_left(self, at, mm):
        return at - QPointF(mm * self.viewer.scene.camera.zoom, 0)


def of_patient(patient, session):
    """The same images and sizes, of another patient."""
    timeline = dataclasses.replace(session.timeline, patient=patient)
    return open_session(session.exams, timeline)


@pytest.fixture
def room(make_napari_viewer, session):
    return Room(make_napari_viewer(show=True), session)


@pytest.fixture
def desk(qtbot, session):
    desk = Desk(ViewerModel(), session)
    qtbot.addWidget(desk.widget)
    return desk


def test_dragging_a_caliper_end_moves_sum_and_category_before_it_is_let_go(room):
    room.widget.show_timepoint(WEEK_8)
    room.settle()
    assert room.cell("Sum, mm", WEEK_8) == "32.0"
    assert room.cell("Response", WEEK_8) == "SD"
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

    monkeypatch.setattr(reading, "warm", warm_slowly)
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
    assert overlays.text.text == "baseline\n2023-04-18\nlate arterial\nslice 7 of 12"
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


def key(desk, name):
    """Run what a key of the viewer is bound to."""
    for known, command in desk.viewer.keymap.items():
        if str(known) == name:
            command(desk.viewer)
            desk.settle()
            return
    pytest.fail(f"no key {name}")


def edit(desk, shorter_mm=6):
    """Shorten the caliper of week 8 by moving its second end and letting go."""
    layer = desk.calipers(WEEK_8)
    line = np.array(layer.data[0], dtype=float)
    along = (line[0] - line[1]) / math.dist(*(layer.data_to_world(e) for e in line))
    line[1] += along * shorter_mm
    layer.data = [line]
    desk.settle()


def test_undo_and_redo_have_keys(desk):
    edit(desk)
    assert desk.cell("Response", WEEK_8) == "PR"
    key(desk, "Ctrl+Z")
    assert desk.cell("Response", WEEK_8) == "SD"
    layer = desk.calipers(WEEK_8)
    ends = [layer.data_to_world(end) for end in layer.data[0]]
    assert math.dist(*ends) == pytest.approx(32, abs=1e-3)
    key(desk, "Ctrl+Shift+Z")
    assert desk.cell("Response", WEEK_8) == "PR"
    assert (desk.panel.undo.isEnabled(), desk.panel.redo.isEnabled()) == (True, False)


def test_a_reading_is_still_there_when_the_patient_is_opened_again(desk, session):
    edit(desk)
    desk.viewer.layers.clear()
    desk.settle()
    desk.open(open_session(session.exams, session.timeline))
    desk.settle()
    assert desk.cell("Response", WEEK_8) == "PR"
    layer = desk.calipers(WEEK_8)
    ends = [layer.data_to_world(end) for end in layer.data[0]]
    assert math.dist(*ends) == pytest.approx(26, abs=0.01)


def test_a_signed_reading_is_not_edited(desk):
    desk.panel.sign.click()
    desk.settle()
    edit(desk)
    assert desk.cell("Response", WEEK_8) == "SD"
    assert "signed reading" in desk.panel.message.text()
    layer = desk.calipers(WEEK_8)
    ends = [layer.data_to_world(end) for end in layer.data[0]]
    assert math.dist(*ends) == pytest.approx(32, abs=1e-3)


def test_what_cannot_be_saved_is_said_and_not_lost(desk, monkeypatch):
    def refuse(*_):
        raise InputRefused("a full disk.", "room.", "make room.")

    monkeypatch.setattr(Keeper, "keep", refuse)
    edit(desk)
    assert "NOT SAVED" in desk.panel.message.text()
    assert desk.cell("Response", WEEK_8) == "PR"


def test_missing_phases_are_said_and_the_picture_stays(desk):
    before = desk.viewer.layers[f"{BASELINE} late arterial"].data
    key(desk, "P")
    assert "No portal images" in desk.panel.message.text()
    assert desk.viewer.layers[f"{BASELINE} late arterial"].data is before


def test_a_window_preset_is_one_key_away(desk):
    image = desk.viewer.layers[f"{BASELINE} late arterial"]
    key(desk, "F2")
    assert tuple(image.contrast_limits) == (-20, 140)
    key(desk, "I")
    assert image.colormap.name == "gray_r"


def test_the_right_button_windows_and_the_wheel_scrolls(room):
    image = room.viewer.layers[f"{BASELINE} late arterial"]
    room.come_to_rest()
    zoom, limits = room.viewer.scene.camera.zoom, tuple(image.contrast_limits)
    at = QPointF(room.canvas.width() / 2, room.canvas.height() / 2)
    for kind, where, button, held in (
        (QEvent.Type.MouseButtonPress, at, Qt.MouseButton.RightButton, True),
        (QEvent.Type.MouseMove, at + QPointF(64, 0), Qt.MouseButton.NoButton, True),
        (QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.RightButton, False),
    ):
        buttons = Qt.MouseButton.RightButton if held else Qt.MouseButton.NoButton
        place = room.canvas.mapToGlobal(where)
        plain = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, where, place, button, buttons, plain)
        QApplication.sendEvent(room.canvas, event)
        room.settle()
    low, high = image.contrast_limits
    assert high - low == pytest.approx((limits[1] - limits[0]) * 1.25)
    assert room.viewer.scene.camera.zoom == zoom
    slice_before = room.viewer.dims.current_step[0]
    wheel = QWheelEvent(
        at,
        room.canvas.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(room.canvas, wheel)
    room.settle()
    assert room.viewer.dims.current_step[0] == slice_before + 1
    assert room.viewer.scene.camera.zoom == zoom


def test_every_command_of_the_table_of_keys_does_something(desk):
    named = {one.command for one in keys()}
    assert set(commands(desk.widget)) == named
