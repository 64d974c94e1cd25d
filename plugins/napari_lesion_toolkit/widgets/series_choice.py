"""Joins the list of series to the room: what is chosen there is shown or loaded."""

from functools import partial
from typing import TYPE_CHECKING

from napari.qt.threading import create_worker
from qtpy.QtCore import QObject

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.workflow import load_exam
from napari_lesion_toolkit.rechosen import chosen_series, is_as_chosen, with_series
from napari_lesion_toolkit.series_list import SeriesRow, series_rows
from napari_lesion_toolkit.session import Exam, with_exam
from napari_lesion_toolkit.shown import shown_of
from napari_lesion_toolkit.widgets.series_dock import SeriesDock

if TYPE_CHECKING:
    from napari_lesion_toolkit.widgets.reading import ReadingWidget


class SeriesChoice(QObject):
    """Lists the series of the visit in view, beside the window's work."""

    def __init__(self, room: "ReadingWidget") -> None:
        super().__init__(room)
        self.room = room
        self.dock = SeriesDock()
        self.dock.chosen.connect(self._look)
        self.dock.named.connect(self.name)
        self._listed: Exam | None = None

    def follow(self) -> None:
        """List the series of the visit in view."""
        session, timepoint = self.room.session, self.room.timepoint
        exam = None if session is None else session.exams.get(timepoint)
        listed = self._listed
        if exam is None:
            self._listed = None
            self.dock.show_rows(())
        elif listed is None or exam.phases is not listed.phases:
            self._listed = exam
            worker = create_worker(series_rows, exam, _ignore_errors=True)
            worker.returned.connect(partial(self._show, exam))
            worker.start()

    def name(self, series: str, phase: str) -> None:
        """Take a reader's word that a series is a phase; empty takes it back."""
        session, timepoint = self.room.session, self.room.timepoint
        chosen = {
            was: name
            for was, name in chosen_series(session, timepoint).items()
            if name != series
        }
        self._load(timepoint, {**chosen, phase: series} if phase else chosen)

    def restore(self) -> None:
        """Load again the visits whose series the stored reading names otherwise."""
        session = self.room.session
        for timepoint in session.exams:
            if not is_as_chosen(session, timepoint):
                self._load(timepoint, chosen_series(session, timepoint))

    def _look(self, phase: str) -> None:
        phases = self.room.session.exams[self.room.timepoint].phases
        self.room.show_phase(shown_of(phases, Phase(phase)))

    def _show(self, exam: Exam, rows: tuple[SeriesRow, ...]) -> None:
        if exam is self._listed:
            self.dock.show_rows(rows)

    def _load(self, timepoint: str, chosen: dict[str, str]) -> None:
        folder = self.room.session.exams[timepoint].folder
        if folder is None:
            self.room.say("These images were not read from a folder.")
            return
        self.room.say(f"Reading {timepoint} anew ...")
        patient = self.room.session.reading.patient
        worker = create_worker(load_exam, folder, phases=chosen, _ignore_errors=True)

        def loaded(phases: PhaseSet) -> None:
            if self.room.session and self.room.session.reading.patient == patient:
                self._take(timepoint, phases, chosen)

        worker.returned.connect(loaded)
        worker.errored.connect(self._refused)
        worker.start()

    def _take(self, timepoint: str, phases: PhaseSet, chosen: dict[str, str]) -> None:
        if chosen == chosen_series(self.room.session, timepoint):
            self.room.take_images(with_exam(self.room.session, timepoint, phases))
        else:
            self.room.try_act(lambda s: with_series(s, timepoint, phases, chosen))
        self.room.show_images_anew(timepoint)
        self.follow()

    def _refused(self, fault: Exception) -> None:
        refused = isinstance(fault, InputRefused)
        self.room.say(str(fault) if refused else "The images cannot be read again.")
