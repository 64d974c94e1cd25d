"""Opens a patient beside the window: progress, a first picture, and a way out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from napari.qt.threading import create_worker
from qtpy.QtCore import QObject
from qtpy.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import PhaseSet
from napari_lesion_toolkit.patient import Step, opening
from napari_lesion_toolkit.session import ReadingSession

UNREADABLE = (
    "The folder could not be read to its end: a disk or a network share went away, or "
    "a file changed meanwhile. Nothing was changed; open the folder again."
)


class Opening(QWidget):
    """Shows how far the opening of a patient is, and ends it when asked.

    Parameters
    ----------
    on_picture
        Called with the first arterial volume, before anything else is read.
    on_open
        Called with the whole patient.
    on_end
        Called with what to say when there will be no patient; empty when cancelled.
    """

    def __init__(
        self,
        on_picture: Callable[[PhaseSet], None],
        on_open: Callable[[ReadingSession], None],
        on_end: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._on_picture, self._on_open, self._on_end = on_picture, on_open, on_end
        self._worker: Any = None
        self._pictured = False
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Exams read and measured")
        self.says = QLabel()
        self.cancel_button = QPushButton("Ca&ncel")
        self.cancel_button.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.says, self.progress, self.cancel_button):
            row.addWidget(part)
        self.setVisible(False)

    @property
    def is_under_way(self) -> bool:
        """Whether a patient is being opened."""
        return self._worker is not None

    def begin(self, path: str | Path) -> None:
        """Open a folder; what was being opened before is left."""
        self.cancel()
        self._pictured = False
        worker = create_worker(opening, path, _ignore_errors=True)
        worker.yielded.connect(lambda step: self._went(worker, step))
        worker.errored.connect(lambda fault: self._failed(worker, fault))
        worker.aborted.connect(lambda: None)
        self._worker = worker
        self._show(Step(0, 0, "Looking for exams"))
        worker.start()

    def cancel(self) -> None:
        """Leave what is being opened: nothing was changed by it."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.quit()
            self.setVisible(False)
            self._on_end("")

    def _went(self, worker: QObject, step: Step) -> None:
        if worker is not self._worker:
            return
        self._show(step)
        if step.picture is not None and not self._pictured:
            self._pictured = True
            self._on_picture(step.picture)
        if step.session is not None:
            self._worker = None
            self.setVisible(False)
            self._on_open(step.session)

    def _failed(self, worker: QObject, fault: Exception) -> None:
        if worker is not self._worker:
            return
        self._worker = None
        self.setVisible(False)
        refused = isinstance(fault, InputRefused)
        self._on_end(str(fault) if refused else UNREADABLE)

    def _show(self, step: Step) -> None:
        self.setVisible(True)
        self.says.setText(step.says)
        # a range of nothing is Qt's bar that only says that something is going on
        self.progress.setRange(0, step.of)
        self.progress.setValue(step.done)
