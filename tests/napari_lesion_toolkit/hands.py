"""A desk and a room to read in, and hands on mouse and keys."""

import dataclasses
import time

import numpy as np
import pytest
from napari.layers import Layer
from qtpy.QtCore import QEvent, QPointF, Qt
from qtpy.QtGui import QMouseEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from napari_lesion_toolkit.layers import layers_of
from napari_lesion_toolkit.session import open_session
from napari_lesion_toolkit.widgets.reading import ReadingWidget

BASELINE, WEEK_8 = "baseline", "week 8"
WIDGET = ("lesion-toolkit", "Tumor response")


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
    """A real window, and hands to use it; ``modifier`` is the key they hold down."""

    modifier = Qt.KeyboardModifier.NoModifier

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
        place = self.canvas.mapToGlobal(at)
        buttons = left if held else none
        event = QMouseEvent(kind, at, place, button, buttons, self.modifier)
        QApplication.sendEvent(self.canvas, event)
        self.settle()

    def mm_to_the_left(self, at, mm):
        return at - QPointF(mm * self.viewer.scene.camera.zoom, 0)


def of_patient(patient, session):
    """The same images and sizes, of another patient."""
    timeline = dataclasses.replace(session.timeline, patient=patient)
    return open_session(session.exams, timeline)
