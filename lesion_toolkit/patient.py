"""A patient's folder: every exam in it loaded, segmented and measured.

Convention, nothing of it required but the DICOM files::

    patient/
      timeline.json      lesions, roles, treatment lines, judgments of non-targets
      2023-04-18/        one exam a folder: DICOM files at any depth
      2023-07-12/
      seeds/
        2023-04-18.csv   a click per lesion in patient mm, named as the exam's folder
        2023-07-12.csv

Inside an exam's folder ``seeds.csv`` does the same, and so does a mask file:
``lesions.dcm`` (SEG, RTSTRUCT), ``lesions.nii.gz``, ``lesions.nii``, ``lesions.nrrd``.
A folder of one exam opens as well. Exams and entries of ``timeline.json`` belong
together by date. Lesions are measured anew from the pixels; what a person measured
(an edited or manual caliper, a lesion without seed or mask) is kept as recorded.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lesion_toolkit.criteria.therapy import with_line_therapies
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.lesion_files import lesions_and_masks
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.timelines import read_timeline
from lesion_toolkit.model.exam import Exam
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import CaliperSource, LesionMeasurement
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.workflow import examine, open_exam

TIMELINE_FILE = "timeline.json"
SEEDS_FOLDER = "seeds"
LESION_FILES = (
    "seeds.csv",
    "lesions.dcm",
    "lesions.nii.gz",
    "lesions.nii",
    "lesions.nrrd",
)

_ReadExam = tuple[Exam, Timepoint, tuple[Lesion, ...]]


@dataclass(frozen=True, slots=True)
class Patient:
    """What a patient's folder holds.

    Attributes
    ----------
    timeline
        Every visit, measured.
    exams
        The images of each visit that has some, by its label.
    """

    timeline: Timeline
    exams: Mapping[str, Exam]


@dataclass(frozen=True, slots=True)
class Step:
    """How far the reading of a patient's folder has come.

    Attributes
    ----------
    done, of
        Exams that are through, and exams there are, twice: read, then measured.
    says
        What is being done, in words.
    picture
        The arterial volume of an exam as soon as it is in, before anything else is.
    patient
        The whole patient, in the last step.
    """

    done: int
    of: int
    says: str
    picture: PhaseSet | None = None
    patient: Patient | None = None


def read_patient(path: str | Path) -> Patient:
    """Load, segment and measure every exam of a patient's folder.

    Raises
    ------
    InputRefused
        There is no such folder, it holds no liver exam, or two exams have one date.
    """
    *_, last = patient_steps(path)
    assert last.patient is not None
    return last.patient


def patient_steps(path: str | Path) -> Iterator[Step]:
    """Read a patient's folder as :func:`read_patient` does, and say how far it is.

    Whoever stops in between has changed nothing.

    Raises
    ------
    InputRefused
        As :func:`read_patient`.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise InputRefused(
            "a path that is not a folder.",
            "a patient's folder (a subfolder for each exam), or one exam's folder.",
            "choose the folder.",
        )
    yield Step(0, 0, "Looking for exams")
    places = exam_folders(folder)
    whole, loaded = 2 * len(places), []
    for number, place in enumerate(places):
        says = f"Reading exam {number + 1} of {len(places)}"
        yield Step(number, whole, says)
        for phases in open_exam(place):
            yield Step(number, whole, says, picture=phases)
        loaded.append((place, phases))
    _refuse_one_date_twice([phases.date for _, phases in loaded])
    loaded.sort(key=lambda found: str(found[1].date))
    record = _record(folder)
    read: list[_ReadExam] = []
    for number, (place, phases) in enumerate(loaded):
        says = f"Measuring exam {number + 1} of {len(places)}"
        yield Step(len(places) + number, whole, says)
        # earlier visits are measured: they say which lines treated which lesion
        so_far, _ = _joined(record, read)
        read.append(_read_exam(place, phases, so_far))
    yield Step(whole, whole, "Open", patient=_patient_of(record, read))


def _record(folder: Path) -> Timeline:
    file = folder / TIMELINE_FILE
    return read_timeline(file) if file.is_file() else Timeline("patient")


def _patient_of(record: Timeline, read: Sequence[_ReadExam]) -> Patient:
    timeline, labels = _joined(record, read)
    exams = {label: exam for label, (exam, _, _) in zip(labels, read, strict=True)}
    return Patient(timeline, exams)


def patient_key(folder: Path, label: str) -> str:
    """Name a patient so that the reading is found again, without identity.

    The label of the record and eight digits of a digest of the patient identifier in
    the images; of the folder's place where the images have none.
    """
    known = sorted(find_series(folder).patients) or [str(folder.resolve())]
    digest = hashlib.sha256("/".join(known).encode()).hexdigest()
    return f"{label} {digest[:8]}"


def exam_folders(folder: Path) -> tuple[Path, ...]:
    """Find the folders that each hold one exam: the folder itself, or its children."""
    if lesion_file(folder):
        return (folder,)
    inside = (p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    children = tuple(sorted(inside))
    marked = tuple(child for child in children if lesion_file(child))
    if marked:
        return marked
    days = {child: {s.date for s in find_series(child).series} for child in children}
    imaged = tuple(child for child in children if days[child])
    return imaged if len(set().union(*days.values())) > 1 else (folder,)


def lesion_file(folder: Path) -> Path | None:
    """Find the seeds or masks of an exam."""
    inside = [folder / name for name in LESION_FILES]
    beside = folder.parent / SEEDS_FOLDER / f"{folder.name}.csv"
    return next((file for file in [*inside, beside] if file.is_file()), None)


def _read_exam(folder: Path, phases: PhaseSet, so_far: Timeline) -> _ReadExam:
    named = lesion_file(folder)
    lesions, masks = lesions_and_masks(phases, named) if named else ((), {})
    known = {lesion.id: lesion for lesion in (*lesions, *so_far.lesions)}
    told = {name: with_line_therapies(known[name], so_far).therapies for name in masks}
    # labeled by its date: names of folders may hold those of patients
    visit = examine(phases, masks, therapies=told)
    maps = {name: one.tissues for name, one in visit.lesions.items() if one.tissues}
    return Exam(phases, masks, maps, folder), visit.timepoint, lesions


def _joined(record: Timeline, read: Sequence[_ReadExam]) -> tuple[Timeline, list[str]]:
    """One timeline from the record and the exams, and the label of each exam in it."""
    recorded = {timepoint.date: timepoint for timepoint in record.timepoints}
    lesions = {lesion.id: lesion for _, _, found in read for lesion in found}
    lesions |= {lesion.id: lesion for lesion in record.lesions}
    joined = [_kept(recorded.get(m.date), m) for _, m, _ in read]
    dates = {timepoint.date for timepoint in joined}
    unseen = [t for t in record.timepoints if t.date not in dates]
    timeline = replace(
        record,
        lesions=tuple(lesions.values()),
        timepoints=tuple(sorted([*joined, *unseen], key=lambda t: t.date)),
    )
    return timeline, [timepoint.label for timepoint in joined]


def _kept(recorded: Timepoint | None, measured: Timepoint) -> Timepoint:
    """Put new measurements into a recorded timepoint; what a person set stays."""
    if recorded is None:
        return measured
    rows = {m.lesion: m for m in recorded.measurements}
    rows |= {
        m.lesion: m for m in measured.measurements if not _by_hand(rows.get(m.lesion))
    }
    return replace(
        recorded,
        measurements=tuple(rows.values()),
        slice_thickness_mm=measured.slice_thickness_mm,
        modality=measured.modality,
        arterial_phase=measured.arterial_phase,
        findings=measured.findings,
    )


def _by_hand(measurement: LesionMeasurement | None) -> bool:
    if measurement is None:
        return False
    calipers = (measurement.caliper, measurement.whole_caliper)
    return any(c is not None and c.source is not CaliperSource.AUTO for c in calipers)


def _refuse_one_date_twice(dates: Sequence[object]) -> None:
    twice = [str(date) for date, count in Counter(dates).items() if count > 1]
    if twice:
        raise InputRefused(
            f"more than one exam of {', '.join(twice)}.",
            "one folder for each visit.",
            "put the series of one visit into one folder.",
        )
