"""A patient's folder into a reading session, by the same calls as the command line."""

from dataclasses import replace
from pathlib import Path

from lesion_toolkit.patient import (
    LESION_FILES,
    SEEDS_FOLDER,
    TIMELINE_FILE,
    exam_folders,
    lesion_file,
    patient_key,
    read_patient,
)
from napari_lesion_toolkit.keeping import reader_name
from napari_lesion_toolkit.session import ReadingSession, open_session

__all__ = [
    "LESION_FILES",
    "SEEDS_FOLDER",
    "TIMELINE_FILE",
    "exam_folders",
    "lesion_file",
    "open_patient",
    "patient_key",
]


def open_patient(path: str | Path) -> ReadingSession:
    """Load, segment, measure and assess every exam of a patient's folder.

    Raises
    ------
    InputRefused
        There is no such folder, it holds no liver exam, or two exams have one date.
    """
    folder = Path(path)
    patient = read_patient(folder)
    timeline = replace(
        patient.timeline,
        patient=patient_key(folder, patient.timeline.patient),
        reader=reader_name(),
    )
    return open_session(patient.exams, timeline)
