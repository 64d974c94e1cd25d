"""What is done in the room is kept, undone, and reached from mouse and keys."""

import dataclasses
import math

import numpy as np
import pytest

pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')

from napari.components import ViewerModel
from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QMouseEvent, QWheelEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from lesion_toolkit.errors import InputRefused
from napari_lesion_toolkit.keeping import Keeper
from napari_lesion_toolkit.keys import keys
from napari_lesion_toolkit.session import open_session
from napari_lesion_toolkit.steady_canvas import keep_gl_programs
from napari_lesion_toolkit.widgets import reading
from napari_lesion_toolkit.widgets.commands import commands

from .hands import Desk

pytestmark = pytest.mark.gui

BASELINE, WEEK_8 = "baseline", "week 8"

keep_gl_programs()


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


@pytest.mark.parametrize(
    ("pressed", "then"),
    [
        (Qt.Key.Key_X, lambda room: room.widget.pane.pointing.is_armed),
        (Qt.Key.Key_C, lambda room: room.widget.pane.pointing.is_armed),
        (Qt.Key.Key_P, lambda room: "No portal" in room.panel.message.text()),
        (Qt.Key.Key_S, lambda room: "No subtraction" in room.panel.message.text()),
        (
            Qt.Key.Key_I,
            lambda room: room.viewer.layers[0].colormap.name == "gray_r",
        ),
        (Qt.Key.Key_N, lambda room: room.widget.timepoint == WEEK_8),
        (Qt.Key.Key_F2, lambda room: room.viewer.layers[0].contrast_limits[1] == 140),
    ],
)
def test_keys_do_what_the_table_says_while_calipers_are_in_hand(room, pressed, then):
    """napari's own keys of a line layer would draw and remove lines."""
    QTest.keyClick(room.canvas, pressed)
    room.settle()
    assert then(room)
    assert room.calipers(room.widget.timepoint).mode == "direct"


def test_escape_leaves_a_click_that_was_begun(room):
    QTest.keyClick(room.canvas, Qt.Key.Key_C)
    room.settle()
    assert "Escape" in room.panel.message.text()
    QTest.keyClick(room.canvas, Qt.Key.Key_Escape)
    room.settle()
    assert not room.widget.pane.pointing.is_armed
    assert room.panel.message.text() == ""


def test_a_reading_without_a_store_says_so_at_every_act(qtbot, session, monkeypatch):
    def refuse(_):
        raise InputRefused("a locked store.", "room.", "close the other program.")

    monkeypatch.setattr(reading, "kept", refuse)
    desk = Desk(ViewerModel(), session)
    qtbot.addWidget(desk.widget)
    assert "NOT SAVED" in desk.panel.message.text()
    edit(desk)
    assert "NOT SAVED" in desk.panel.message.text()
    key(desk, "Ctrl+Z")
    assert "NOT SAVED" in desk.panel.message.text()


def test_what_could_not_be_saved_is_saved_with_the_next_act(desk, monkeypatch):
    def refuse(*_):
        raise InputRefused("a full disk.", "room.", "make room.")

    with monkeypatch.context() as full:
        full.setattr(Keeper, "keep", refuse)
        edit(desk)
    key(desk, "Ctrl+Z")
    assert desk.panel.message.text() == ""
    keeper = desk.widget.keeper
    held = desk.widget.session.reading
    stored = keeper.store.load(keeper.reading, held.reader)
    assert stored.entries == held.entries


def test_visits_called_otherwise_since_are_shown_as_the_reading_calls_them(
    desk, session
):
    edit(desk)
    desk.viewer.layers.clear()
    desk.settle()
    called = {BASELINE: "2023-04-18", WEEK_8: "2023-06-14"}
    visits = session.timeline.timepoints
    timeline = dataclasses.replace(
        session.timeline,
        timepoints=tuple(dataclasses.replace(t, label=called[t.label]) for t in visits),
    )
    exams = {called[label]: exam for label, exam in session.exams.items()}
    desk.open(open_session(exams, timeline))
    desk.settle()
    desk.widget.show_timepoint(WEEK_8)
    shown = [layer.name for layer in desk.viewer.layers if layer.visible]
    assert shown[0] == "2023-06-14 late arterial"
    assert len(shown) == 4
    assert desk.cell("Response", WEEK_8) == "PR"
