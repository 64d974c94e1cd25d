"""The sample patient: phantom case 1, written as DICOM once and read like any other."""

import shutil
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

from lesion_toolkit import __version__
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.cases import Case, write_case
from napari_lesion_toolkit.layers import LayerTuple
from napari_lesion_toolkit.patient import TIMELINE_FILE
from napari_lesion_toolkit.reader import read_patient


def sample_patient() -> list[LayerTuple]:
    """Layers of the three visits of phantom case 1, read from its DICOM files."""
    return read_patient(str(sample_folder()))


def sample_folder(cache: Path | None = None) -> Path:
    """Folder of the sample patient below the user's cache; written at first use."""
    cache = cache or user_cache_path("lesion-toolkit") / __version__
    case = case_series()[0]
    folder = cache / case.label
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    # written aside and then renamed: an interrupted write leaves no half patient
    aside = Path(tempfile.mkdtemp(dir=cache))
    try:
        written = write_case(case, aside).directory
        record = _record(case).to_json()
        (written / TIMELINE_FILE).write_text(record, encoding="utf-8")
        written.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return folder


def _record(case: Case) -> Timeline:
    """State what a reader adds to the images; every size comes from the pixels."""
    return Timeline(
        case.label,
        treatment_lines=case.treatment_lines,
        lesions=case.lesions,
        timepoints=tuple(
            Timepoint(
                visit.label,
                visit.date,
                non_targets=visit.non_targets,
                new_lesions=visit.new_lesions,
            )
            for visit in case.visits
        ),
    )
