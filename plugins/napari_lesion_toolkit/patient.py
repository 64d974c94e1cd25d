"""A patient's folder into a reading session, by the same calls as the command line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.patient import (
    LESION_FILES,
    SEEDS_FOLDER,
    TIMELINE_FILE,
    Patient,
    exam_folders,
    lesion_file,
    patient_key,
    patient_steps,
)
from napari_lesion_toolkit.keeping import reader_name
from napari_lesion_toolkit.session import ReadingSession, open_session

__all__ = [
    "LESION_FILES",
    "SEEDS_FOLDER",
    "TIMELINE_FILE",
    "Step",
    "exam_folders",
    "lesion_file",
    "open_patient",
    "opening",
    "patient_key",
]


@dataclass(frozen=True, slots=True)
class Step:
    """How far the opening of a patient has come.

    Attributes
    ----------
    done, of
        Exams that are through, and exams there are, twice: read, then measured.
    says
        What is being done, in words.
    picture
        The arterial volume of an exam as soon as it is in, before anything else is.
    session
        The whole patient, in the last step.
    """

    done: int
    of: int
    says: str
    picture: PhaseSet | None = None
    session: ReadingSession | None = None


def open_patient(path: str | Path) -> ReadingSession:
    """Load, segment, measure and assess every exam of a patient's folder.

    Raises
    ------
    InputRefused
        There is no such folder, it holds no liver exam, or two exams have one date.
    """
    *_, last = opening(path)
    assert last.session is not None
    return last.session


def opening(path: str | Path) -> Iterator[Step]:
    """Open a patient's folder as :func:`open_patient` does, and say how far it is.

    Whoever stops in between has changed nothing.

    Raises
    ------
    InputRefused
        As :func:`open_patient`.
    """
    for step in patient_steps(path):
        session = step.patient and _session_of(Path(path), step.patient)
        yield Step(step.done, step.of, step.says, step.picture, session)


def _session_of(folder: Path, patient: Patient) -> ReadingSession:
    timeline = replace(
        patient.timeline,
        patient=patient_key(folder, patient.timeline.patient),
        reader=reader_name(),
    )
    return open_session(patient.exams, timeline)
