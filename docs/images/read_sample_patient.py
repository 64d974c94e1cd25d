"""Read the sample patient as a person would: mouse, keys, a crash, and back again.

Opens two visits of phantom case 1 without any lesion, clicks the largest tumor at
both, drags an end of its caliper, takes that back, is killed, is opened again, and
says the category each time. Run it on a screen, or under xvfb-run:

xvfb-run -a -s "-screen 0 2600x1500x24" python docs/images/read_sample_patient.py
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

SIZE = (1280, 800)
VISITS = ("2023-04-18", "2023-07-04")
PULL_MM = 30


def prepared(folder):
    """Copy two visits, and keep the clicks for the hand that will make them."""
    from lesion_toolkit.loaders.seeds import read_seeds
    from napari_lesion_toolkit.sample_data import sample_folder

    sample = sample_folder()
    clicks = {}
    for visit in VISITS:
        shutil.copytree(sample / visit, folder / visit)
        seeds = read_seeds(sample / "seeds" / f"{visit}.csv")
        clicks[visit] = seeds[0].points_mm[0]
    return clicks


class Hand:
    """A hand on mouse and keyboard of one open room."""

    def __init__(self, folder, size):
        from napari_lesion_toolkit.__main__ import show

        self.viewer, self.room = show(folder)
        self.viewer.window.resize(*size)
        self.canvas = self.viewer.window._qt_viewer.canvas.native
        self.settle(1)
        while self.room.opening.is_under_way:
            self.settle()
        self.room.split(1)
        self.settle(1)

    def settle(self, seconds=0.3):
        from qtpy.QtWidgets import QApplication

        until = time.monotonic() + seconds
        while time.monotonic() < until:
            QApplication.processEvents()

    def press_key(self, key, modifier=None):
        from qtpy.QtCore import Qt
        from qtpy.QtTest import QTest

        self.canvas.setFocus()
        plain = Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.canvas, key, modifier or plain)
        self.settle()

    def mouse(self, kind, at, button, held):
        from qtpy.QtCore import Qt
        from qtpy.QtGui import QMouseEvent
        from qtpy.QtWidgets import QApplication

        plain, place = Qt.KeyboardModifier.NoModifier, self.canvas.mapToGlobal(at)
        event = QMouseEvent(kind, at, place, button, held, plain)
        QApplication.sendEvent(self.canvas, event)
        self.settle(0.15)

    def on_canvas(self, world):
        from qtpy.QtCore import QPointF

        camera = self.viewer.scene.camera
        y, x = (np.asarray(world)[-2:] - np.array(camera.center[-2:])) * camera.zoom
        return QPointF(self.canvas.width() / 2 + x, self.canvas.height() / 2 + y)

    def drag(self, start, to):
        from qtpy.QtCore import QEvent, Qt

        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self.mouse(QEvent.Type.MouseMove, start, none, none)
        self.mouse(QEvent.Type.MouseButtonPress, start, left, left)
        for part in np.linspace(0, 1, 6)[1:]:
            self.mouse(QEvent.Type.MouseMove, start + (to - start) * part, none, left)
        self.mouse(QEvent.Type.MouseButtonRelease, to, left, none)
        self.settle(0.5)

    def click_lesion(self, visit, at_mm):
        """Go to the place, press C, click."""
        from qtpy.QtCore import Qt

        from napari_lesion_toolkit.hanging import hang

        self.room.show_timepoint(visit)
        self.settle(0.5)
        grid = hang(self.room.session.exams[visit].phases.geometry).grid
        world = grid.mm_to_index(at_mm) * grid.spacing_mm
        self.viewer.dims.set_point(0, world[0])
        self.settle(0.5)
        self.press_key(Qt.Key.Key_C)
        at = self.on_canvas(world)
        self.drag(at, at)

    def pull_caliper(self, visit, mm):
        """Drag the second end of the first caliper along its line."""
        layer = self.viewer.layers[f"{visit} calipers"]
        ends = np.array([layer.data_to_world(point) for point in layer.data[0]])
        along = (ends[1] - ends[0]) / np.linalg.norm(ends[1] - ends[0])
        self.drag(self.on_canvas(ends[1]), self.on_canvas(ends[1] + mm * along))

    def picture(self, out, name):
        self.settle(0.5)
        file = out / f"room-{name}.png"
        self.viewer.screenshot(file, canvas_only=False, flash=False)

    def says(self):
        """Sum and category of the last visit, as the table shows them."""
        table, visit = self.room.panel.table, VISITS[-1]
        return f"{table.text_at('Sum, mm', visit)} {table.text_at('Response', visit)}"


def read(folder, out, size):
    """Read until the crash."""
    from qtpy.QtCore import Qt

    clicks = prepared(folder)
    hand = Hand(folder, size)
    for visit in VISITS:
        hand.click_lesion(visit, clicks[visit])
        hand.picture(out, f"clicked-{visit}")
    print("clicked:", hand.says(), flush=True)
    hand.pull_caliper(VISITS[-1], PULL_MM)
    hand.picture(out, "dragged")
    print("dragged:", hand.says(), flush=True)
    hand.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    print("undone:", hand.says(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


def read_on(folder, out, size):
    """Open the same patient after the crash."""
    hand = Hand(folder, size)
    hand.room.show_timepoint(VISITS[-1])
    hand.picture(out, "reopened")
    print("reopened:", hand.says(), flush=True)
    hand.viewer.close()


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("--out", type=Path, default=Path(__file__).parent)
    ask.add_argument("--size", type=int, nargs=2, default=SIZE)
    ask.add_argument("--part", choices=["read", "read-on"])
    ask.add_argument("--folder", type=Path)
    said = ask.parse_args()
    if said.part:
        part = read if said.part == "read" else read_on
        return part(said.folder, said.out, said.size)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "patient"
        folder.mkdir()
        store = {"LESION_TOOLKIT_STORE": str(Path(place) / "readings.sqlite")}
        for part in ("read", "read-on"):
            rest = ["--out", said.out, "--folder", folder, "--size", *said.size]
            command = [sys.executable, __file__, "--part", part, *map(str, rest)]
            ended = subprocess.run(command, env={**os.environ, **store}, check=False)
            wanted = -signal.SIGKILL if part == "read" else 0
            if ended.returncode != wanted:
                return ended.returncode or 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
