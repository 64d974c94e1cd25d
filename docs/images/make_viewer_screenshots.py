"""Take the two pictures of the viewer: run it on a screen, or under xvfb-run.

xvfb-run -a -s "-screen 0 1600x1200x24" python docs/images/make_viewer_screenshots.py
"""

import tempfile
import time
from pathlib import Path

import napari
import numpy as np
from qtpy.QtCore import QEvent, QPointF, Qt
from qtpy.QtGui import QMouseEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication

from napari_lesion_toolkit.__main__ import show
from napari_lesion_toolkit.patient import open_patient
from napari_lesion_toolkit.sample_data import sample_folder
from napari_lesion_toolkit.widgets.reading import ReadingWidget

HERE = Path(__file__).parent
STRETCH_MM = 14


def settle(seconds=1.0):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()


def drag(viewer, layer, line, end, mm):
    """Pull an end of a caliper along its line with the left mouse button."""
    canvas = viewer.window._qt_viewer.canvas.native
    camera = viewer.scene.camera
    ends = np.array([layer.data_to_world(point) for point in layer.data[line]])
    along = ends[end] - ends[1 - end]
    along /= np.linalg.norm(along)

    def on_canvas(place):
        y, x = (place[-2:] - np.array(camera.center[-2:])) * camera.zoom
        return QPointF(canvas.width() / 2 + x, canvas.height() / 2 + y)

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def move(to, held):
        kind, plain = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, to, canvas.mapToGlobal(to), none, held, plain)
        QApplication.sendEvent(canvas, event)
        settle(0.2)

    start = on_canvas(ends[end])
    move(start, none)
    QTest.mousePress(canvas, left, pos=start.toPoint())
    for part in np.linspace(0, mm, 8)[1:]:
        to = on_canvas(ends[end] + part * along)
        move(to, left)
    QTest.mouseRelease(canvas, left, pos=to.toPoint())
    for y in (200.0, 210.0):
        move(QPointF(60, y), none)
    settle()


def main():
    with tempfile.TemporaryDirectory() as folder:
        viewer = show(open_patient(sample_folder(Path(folder))))
    viewer.window.resize(1280, 800)
    settle()
    (widget,) = (w for w in QApplication.allWidgets() if isinstance(w, ReadingWidget))
    widget.show_timepoint("baseline")
    settle()
    viewer.screenshot(HERE / "viewer-baseline.png", canvas_only=False, flash=False)
    widget.show_timepoint("follow-up")
    settle()
    drag(viewer, viewer.layers["follow-up calipers"], line=0, end=1, mm=STRETCH_MM)
    viewer.screenshot(HERE / "viewer-edited.png", canvas_only=False, flash=False)
    viewer.close()


if __name__ == "__main__":
    napari.qt.get_qapp()
    main()
