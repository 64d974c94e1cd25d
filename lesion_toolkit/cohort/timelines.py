"""From the exams of a cohort to one timeline a patient."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lesion_toolkit.cohort.cohort_file import Exam
from lesion_toolkit.cohort.exam_file import MeasuredExam
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.therapy import Therapy
from lesion_toolkit.model.timeline import Timeline, Timepoint, TreatmentLine

NOT_MEASURED = Finding(
    "exam-not-measured",
    "This exam could not be measured; its targets are not evaluable, not zero.",
    Severity.SERIOUS,
)


def by_patient(exams: Sequence[Exam]) -> dict[str, tuple[Exam, ...]]:
    """Exams of each patient in order of their dates; patients as in the file."""
    patients = dict.fromkeys(exam.patient for exam in exams)
    ordered = sorted(exams, key=lambda exam: exam.date)
    return {p: tuple(e for e in ordered if e.patient == p) for p in patients}


def patient_timeline(
    exams: Sequence[Exam], measured: Mapping[int, MeasuredExam]
) -> Timeline:
    """Put one patient's exams together.

    An exam that failed stays in the course as a timepoint whose targets are not
    evaluable: left out, a later visit would pass for the baseline or the nadir.

    Parameters
    ----------
    exams
        Rows of one patient in order of their dates.
    measured
        What each exam came to, by row; failed ones are not in it.

    Raises
    ------
    InputRefused
        Two exams describe one lesion differently.
    """
    lesions = _lesions(exams, measured)
    targets = [lesion.id for lesion in lesions if lesion.role is Role.TARGET]
    timepoints = (
        measured[exam.row].timepoint
        if exam.row in measured
        else _not_measured(exam, targets)
        for exam in exams
    )
    return Timeline(
        exams[0].patient,
        treatment_lines=tuple(_treatment_lines(exams)),
        lesions=lesions,
        timepoints=tuple(timepoints),
    )


def _lesions(
    exams: Sequence[Exam], measured: Mapping[int, MeasuredExam]
) -> tuple[Lesion, ...]:
    known: dict[str, tuple[Lesion, int]] = {}
    therapies: dict[str, list[Therapy]] = {}
    for exam in exams:
        for lesion in measured[exam.row].lesions if exam.row in measured else ():
            therapies.setdefault(lesion.id, []).extend(lesion.therapies)
            described = replace(_as_the_row_says(lesion, exam), therapies=())
            first, row = known.setdefault(lesion.id, (described, exam.row))
            if first != described:
                raise InputRefused(
                    f"a lesion that rows {row} and {exam.row} describe differently.",
                    "one role, organ and kind for a lesion over the whole course.",
                    "correct the lesion files or the role, organ and kind columns.",
                )
    not_measured = [t for e in exams if e.row not in measured for t in e.therapies]
    return tuple(
        replace(lesion, therapies=_in_order([*therapies[lesion.id], *not_measured]))
        for lesion, _ in known.values()
    )


def _in_order(therapies: Sequence[Therapy]) -> tuple[Therapy, ...]:
    """Each therapy once, by its date: every visit may name those before it."""
    return tuple(sorted(dict.fromkeys(therapies), key=lambda one: one.date))


def _as_the_row_says(lesion: Lesion, exam: Exam) -> Lesion:
    return replace(
        lesion,
        role=exam.role or lesion.role,
        organ=exam.organ or lesion.organ,
        kind=exam.kind or lesion.kind,
    )


def _not_measured(exam: Exam, targets: Sequence[str]) -> Timepoint:
    return Timepoint(
        exam.timepoint,
        exam.date,
        measurements=tuple(
            LesionMeasurement(
                target, state=State.NOT_EVALUABLE, reason="the exam was not measured"
            )
            for target in targets
        ),
        findings=(NOT_MEASURED,),
    )


def _treatment_lines(exams: Sequence[Exam]) -> Iterator[TreatmentLine]:
    """Each therapy from the first exam that names it."""
    named = (exam for exam in exams if exam.treatment_line)
    for name, rows in itertools.groupby(named, key=lambda exam: exam.treatment_line):
        yield TreatmentLine(name, next(rows).date)
