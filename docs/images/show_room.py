"""Pictures of the reading room: four views, sums over time, criteria compared.

Opens a patient as a person would and saves what the window shows; without a folder the
sample patient. Run it on a screen, or under xvfb-run:

xvfb-run -a -s "-screen 0 2600x1500x24" python docs/images/show_room.py [FOLDER]
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

ALIGNED_S = 120


def settle(seconds=1.0, until=lambda: False):
    from qtpy.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        QApplication.processEvents()


def pictures(folder, out, name, size):
    """Save each picture; the window stays as a reader would have it."""
    from qtpy.QtCore import Qt

    from napari_lesion_toolkit.__main__ import show

    exactly = Qt.MatchFlag.MatchExactly
    viewer, room = show(folder)
    viewer.window.resize(*size)
    settle(3600, until=lambda: not room.opening.is_under_way)

    def picture(what):
        settle(2)
        viewer.window._qt_window.grab().save(str(out / f"{name}-{what}.png"))

    last = list(room.session.exams)[-1]
    room.show_timepoint(last)
    room.split(4)
    settle(ALIGNED_S, until=lambda: bool(room.panes.linked.alignments))
    room.panes.go_to_lesion(room.session.timeline.lesions[0].id)
    picture("four")
    room.split(2)
    for tab, what in ((1, "sums"), (2, "compared")):
        room.tabs.setCurrentIndex(tab)
        for beside in room.tabs.beside.choices.findItems("recist-1.1", exactly):
            beside.setSelected(True)
        picture(what)
    viewer.close()


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("folder", type=Path, nargs="?")
    ask.add_argument("--out", type=Path, default=Path(__file__).parent)
    ask.add_argument("--name", default="room")
    ask.add_argument("--size", type=int, nargs=2, default=(1280, 800))
    said = ask.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["LESION_TOOLKIT_STORE"] = str(Path(place) / "readings.sqlite")
        from napari_lesion_toolkit.sample_data import sample_folder

        pictures(said.folder or sample_folder(), said.out, said.name, said.size)


if __name__ == "__main__":
    main()
