"""The doors that napari knocks on: open a folder, open the sample patient."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from napari_lesion_toolkit.layers import LayerTuple, layers_of
from napari_lesion_toolkit.patient import open_patient
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.steady_canvas import keep_gl_programs

Read = Callable[[str | Sequence[str]], list[LayerTuple]]


def get_reader(path: str | Sequence[str]) -> Read | None:
    """Offer to read one folder; napari asks other readers for anything else."""
    return read_patient if Path(_one(path)).is_dir() else None


def read_patient(path: str | Sequence[str]) -> list[LayerTuple]:
    """Layers of every exam in a patient's folder, the latest on top.

    Where a reading room is open it opens the folder itself, beside the window.
    """
    room = _open_room()
    if room is not None:
        room.open(_one(path))
        return [(None,)]  # type: ignore[list-item]  # npe2's word for: nothing to add
    return session_layers(open_patient(_one(path)))


def session_layers(session: ReadingSession) -> list[LayerTuple]:
    """Layers of every exam of a session, the first one visible."""
    keep_gl_programs()
    layers = []
    for number, timepoint in enumerate(session.exams):
        for content, settings, kind in layers_of(session, timepoint):
            layers.append((content, {**settings, "visible": number == 0}, kind))
    return layers


def _open_room() -> Any:
    """Find the reading room of the window in front; None where there is none."""
    from napari import current_viewer

    viewer = current_viewer()
    if viewer is None:
        return None
    from qtpy.QtWidgets import QApplication

    from napari_lesion_toolkit.widgets.reading import ReadingWidget

    rooms = [w for w in QApplication.allWidgets() if isinstance(w, ReadingWidget)]
    window = viewer.window._qt_window
    return next((room for room in rooms if room.window() is window), None)


def _one(path: str | Sequence[str]) -> str:
    return path if isinstance(path, str) else path[0]
