"""Start napari with a patient and the response table: ``lesion-toolkit view``."""

import sys
from pathlib import Path

try:
    import napari
    from qtpy.QtCore import Qt
    from qtpy.QtWidgets import QDockWidget
except ImportError as fault:  # not installed, or a library of the system is missing
    print(  # noqa: T201
        f"Refused. The viewer cannot open a window: {fault}. Install "
        '"lesion-toolkit[viewer]" and the libraries of the system that Qt needs.',
        file=sys.stderr,
    )
    sys.exit(2)

from napari_lesion_toolkit.widgets.reading import ReadingWidget

REFUSED = 3
ASIDE = ("layer controls", "layer list")
"""Panels of napari that leave their room to the image; the Window menu has them."""


def show(path: Path | None = None) -> tuple[napari.Viewer, ReadingWidget]:
    """Open a window with the table beside it, and begin to open a patient's folder."""
    viewer = napari.Viewer(title="lesion-toolkit")
    dock, room = viewer.window.add_plugin_dock_widget(
        "lesion-toolkit", "Tumor response"
    )
    for panel in dock.window().findChildren(QDockWidget):
        if panel.windowTitle() in ASIDE:
            panel.hide()
    # the table keeps the whole height of the window
    right = Qt.DockWidgetArea.RightDockWidgetArea
    dock.window().setCorner(Qt.Corner.BottomRightCorner, right)
    viewer.window.add_dock_widget(room.series.dock, name="Series", area="bottom")
    if path is not None:
        room.open(path)
    return viewer, room


def main(arguments: list[str]) -> int:
    """Open the folder named on the command line, or an empty window."""
    path = Path(arguments[0]) if arguments else None
    if path is not None and not path.is_dir():
        print("Refused. Found no folder of this name.", file=sys.stderr)  # noqa: T201
        return REFUSED
    show(path)
    napari.run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
