"""The series of an exam as a reader chooses among them: what each is, and a picture."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.series import Series
from lesion_toolkit.model.volume import Volume
from napari_lesion_toolkit.hanging import hang
from napari_lesion_toolkit.session import Exam
from napari_lesion_toolkit.shown import Shown, gray_limits

THUMBNAIL_PX = 64
NOT_USED = "not used"


@dataclass(frozen=True, slots=True, eq=False)
class SeriesRow:
    """One series of an exam.

    Attributes
    ----------
    name
        Series Instance UID, with the number of the stack where there are several.
    phase
        What it is used as; None where it is not.
    says
        Phase and how sure, description, slices, in words.
    why
        The reasons for the phase.
    thumbnail
        Gray picture (row, column) of its middle slice, or None.
    """

    name: str
    phase: Phase | None
    says: str
    why: str
    thumbnail: NDArray[np.uint8] | None


def series_rows(exam: Exam) -> tuple[SeriesRow, ...]:
    """List every series in the folder of an exam, those in use first."""
    if exam.folder is None:
        return ()
    phases = {uid: phase for phase, uid in exam.phases.sources.items()}
    rows = [
        _row(exam, series, phases.get(series.name, phases.get(series.uid)))
        for series in find_series(exam.folder).series
    ]
    return tuple(sorted(rows, key=lambda row: row.phase is None))


def _row(exam: Exam, series: Series, phase: Phase | None) -> SeriesRow:
    label = None if phase is None else exam.phases.labels.get(phase)
    sure = f" {label.confidence:.0%}" if label else ""
    thick = series.spacing_mm[0] if series.spacing_mm else series.slice_thickness_mm
    each = f" × {thick:.1f} mm" if thick else ""
    words = [
        f"{phase or NOT_USED}{sure}",
        series.description or "no description",
        f"{len(series.files)}{each}",
    ]
    return SeriesRow(
        series.name,
        phase,
        "\n".join(words),
        "; ".join(label.reasons) if label else "",
        _thumbnail(exam, series, phase),
    )


def _thumbnail(
    exam: Exam, series: Series, phase: Phase | None
) -> NDArray[np.uint8] | None:
    volume = exam.phases.volumes.get(phase) if phase else _middle(series)
    if volume is None:
        return None
    hung = hang(volume.geometry).array(volume.array)
    slice_ = hung[hung.shape[0] // 2]
    step = max(1, max(slice_.shape) // THUMBNAIL_PX)
    low, high = gray_limits(volume, Shown.ARTERIAL)
    gray = (slice_[::step, ::step].astype(np.float32) - low) / (high - low)
    return (np.clip(gray, 0, 1) * 255).astype(np.uint8)


def _middle(series: Series) -> Volume | None:
    """Read a few slices of a series that is not in use."""
    middle = len(series.files) // 2
    few = series.files[max(middle - 1, 0) : middle + 2]
    try:
        return read_volume(replace(series, files=few))
    except InputRefused:
        return None
