"""The work of one process: measure one exam, or say why not."""

import datetime
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lesion_toolkit.cohort.cohort_file import Exam
from lesion_toolkit.cohort.exam_file import MeasuredExam, MeasureExam
from lesion_toolkit.errors import InputRefused, UsageRefused


@dataclass(frozen=True, slots=True)
class Failure:
    """An exam, or a patient, that has no answer: what, why, how to try again."""

    patient: str
    timepoint: str
    date: datetime.date
    row: int
    what: str
    why: str
    how_to_retry: str


def measure_exam(task: MeasureExam, exam: Exam) -> MeasuredExam | Failure:
    """Measure one exam; the work of one process, which never raises."""
    clock = time.perf_counter()
    try:
        told: dict[str, Any] = {"therapies": exam.therapies, "drawn_at": exam.drawn_at}
        timepoint, lesions = task(
            exam.path,
            exam.lesions,
            date=exam.date,
            label=exam.timepoint,
            **{name: value for name, value in told.items() if value},
        )
        return MeasuredExam(timepoint, lesions, time.perf_counter() - clock)
    except InputRefused as refusal:
        return refused(exam, refusal)
    except UsageRefused as refusal:
        return _failure(
            exam,
            str(refusal),
            "a lesion file and settings that go together.",
            "correct the row, or the options of the run.",
        )
    except Exception as fault:  # whatever it is, it must cost this exam only
        return _unexpected(exam, fault)


def refused(exam: Exam, refusal: InputRefused) -> Failure:
    """Tell a refusal in its own words."""
    return _failure(exam, refusal.found, refusal.needed, refusal.next_step)


def _unexpected(exam: Exam, fault: Exception) -> Failure:
    """Class and place of a fault; its message may name a patient and is left out."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{Path(frame.filename).name}, line {frame.lineno}"
    return _failure(
        exam,
        f"an unforeseen {type(fault).__name__} in {place}.",
        "an exam that the measurement can go through.",
        "run `lesion-toolkit inspect` on the folder; report the class and the place.",
    )


def worker_died(exam: Exam) -> Failure:
    """Tell that the process of an exam was killed, most often for want of memory."""
    return _failure(
        exam,
        "the process that measured it was ended from outside, each time it was tried.",
        "enough memory for one exam in each worker process.",
        "run the same command again with fewer --jobs, or on workers with more memory.",
    )


def _failure(exam: Exam, what: str, why: str, how_to_retry: str) -> Failure:
    return Failure(
        exam.patient, exam.timepoint, exam.date, exam.row, what, why, how_to_retry
    )
