"""Start napari with a patient and the response table: ``lesion-toolkit view``."""

import sys
from pathlib import Path

import napari
from napari.layers import Layer
from qtpy.QtWidgets import QDockWidget

from lesion_toolkit.errors import InputRefused
from napari_lesion_toolkit.patient import open_patient
from napari_lesion_toolkit.reader import session_layers
from napari_lesion_toolkit.session import ReadingSession

REFUSED = 3
ASIDE = ("layer controls", "layer list")
"""Panels of napari that leave their room to the image; the Window menu has them."""


def show(session: ReadingSession | None) -> napari.Viewer:
    """Open a window with the layers of a session and the table beside them."""
    viewer = napari.Viewer(title="lesion-toolkit")
    if session is not None:
        for layer in session_layers(session):
            viewer.add_layer(Layer.create(*layer))
    dock, _ = viewer.window.add_plugin_dock_widget("lesion-toolkit", "Tumor response")
    for panel in dock.window().findChildren(QDockWidget):
        if panel.windowTitle() in ASIDE:
            panel.hide()
    return viewer


def main(arguments: list[str]) -> int:
    """Open the folder named on the command line, or an empty window."""
    try:
        session = open_patient(Path(arguments[0])) if arguments else None
    except InputRefused as refusal:
        print(f"Refused. {refusal}", file=sys.stderr)  # noqa: T201
        return REFUSED
    show(session)
    napari.run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
