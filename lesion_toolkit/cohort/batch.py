"""A cohort overnight: every exam once, a failure is a row, a rerun what is missing.

The folder that a run writes::

    exams/KEY.json          one measured exam, named by a hash of its inputs
    timelines/PATIENT.json  one patient's course
    measurements.csv        one row a lesion and timepoint
    assessments.csv         one row a timepoint and criteria
    cohort.csv              one row a patient
    failures.csv            one row an exam that could not be measured
    manifest.json           versions, settings, counts, timings
"""

import datetime
import json
import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import partial
from importlib.metadata import version
from pathlib import Path

import lesion_toolkit
from lesion_toolkit.cohort.cohort_file import Exam, file_name, read_cohort
from lesion_toolkit.cohort.exam_file import (
    MeasuredExam,
    MeasureExam,
    exam_key,
    read_exam,
)
from lesion_toolkit.cohort.exam_task import (
    Failure,
    Job,
    measure_to_file,
    refused,
    worker_died,
)
from lesion_toolkit.cohort.outcomes import Cohort
from lesion_toolkit.cohort.pool import run_in_processes
from lesion_toolkit.cohort.tables import write_cohort_tables
from lesion_toolkit.cohort.timelines import by_patient, patient_timeline
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.tables import write_table
from lesion_toolkit.model.timeline import Timeline

CRITERIA = ("mrecist-2010", "recist-1.1")
"""Criteria of a run unless others are named, the leading one first."""

MANIFEST = "lesion-toolkit/batch/1"
"""Name and version of the manifest."""


FAILURE_COLUMNS = tuple(field.name for field in fields(Failure))
"""Columns of ``failures.csv``."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What a run came to.

    Attributes
    ----------
    out
        Folder with the tables.
    cohorts
        The patients under each criteria.
    measured, reused
        Exams measured in this run, and found measured by an earlier one.
    failures
        Exams without an answer.
    """

    out: Path
    cohorts: tuple[Cohort, ...]
    measured: int
    reused: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What an earlier run left: results by row, exams to do, exams without files."""

    measured: dict[int, MeasuredExam]
    missing: list[Job]
    failures: list[Failure]


def run_batch(
    cohort_csv: str | Path,
    out: str | Path,
    jobs: int = 1,
    *,
    task: MeasureExam,
    criteria: Sequence[str] = CRITERIA,
    settings: Mapping[str, object] | None = None,
    lesions_needed: bool = True,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Batch:
    """Measure and assess every exam of a cohort file.

    Exams that an earlier run measured from the same inputs with the same version are
    not measured again. An exam that fails is a row of ``failures.csv`` and a timepoint
    that is not evaluable; it never ends the run.

    Parameters
    ----------
    cohort_csv
        Table of exams, see :func:`~lesion_toolkit.cohort.cohort_file.read_cohort`.
    out
        Folder to write to; made if it is not there.
    jobs
        Number of worker processes.
    task
        What measures one exam, such as ``workflow.measure_folder``.
    criteria
        Criteria to assess by, the leading one first.
    settings
        What the task measures by, as JSON holds it: exams measured by other settings
        are measured again, and the manifest names them.
    lesions_needed
        Whether each row must name its lesion file; not where the task finds lesions.
    progress
        Called with (exams done, exams to do) as the run advances.

    Raises
    ------
    InputRefused
        The cohort file has problems, or the folder cannot be written to.
    UsageRefused
        There are no such criteria.
    """
    started, clock = datetime.datetime.now(datetime.UTC), time.perf_counter()
    criteria = tuple(dict.fromkeys(criteria))
    for name in criteria:
        load_preset(name)
    exams = read_cohort(cohort_csv, lesions_needed=lesions_needed)
    out, settings = Path(out), dict(settings or {})
    _make_folders(out)
    found = _already_measured(exams, out, settings)
    measured, failures = dict(found.measured), list(found.failures)
    progress(0, len(found.missing))
    work = partial(measure_to_file, task)
    for done, (job, failure) in enumerate(
        run_in_processes(work, found.missing, jobs), start=1
    ):
        exam = read_exam(job.file)
        if exam is None:
            failures.append(failure or worker_died(job.exam))
        else:
            measured[job.exam.row] = exam
        progress(done, len(found.missing))
    timelines, contradictory = _timelines(exams, measured)
    failures = sorted([*failures, *contradictory], key=lambda failure: failure.row)
    cohorts = _write_answers(out, exams, timelines, criteria)
    write_table(out / "failures.csv", FAILURE_COLUMNS, map(asdict, failures))
    new = len(measured) - len(found.measured)
    batch = Batch(out, cohorts, new, len(found.measured), tuple(failures))
    timings = [
        measured[j.exam.row].seconds for j in found.missing if j.exam.row in measured
    ]
    seconds = time.perf_counter() - clock
    manifest = _manifest(batch, started, seconds, {"jobs": jobs, **settings}, timings)
    write_whole(out / "manifest.json", json.dumps(manifest, indent=2) + "\n")
    return batch


def _make_folders(out: Path) -> None:
    try:
        for folder in (out / "exams", out / "timelines"):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise InputRefused(
            f"an output folder that cannot be written to ({fault.strerror}).",
            "a folder for the tables of the run.",
            "choose another --out, or change its permissions.",
        ) from None


def _already_measured(
    exams: Sequence[Exam], out: Path, settings: Mapping[str, object]
) -> _Found:
    """Sort the exams into measured before, still to do, and without files."""
    measured, missing, failures = {}, [], []
    for exam in exams:
        try:
            file = out / "exams" / f"{exam_key(exam, settings)}.json"
        except InputRefused as refusal:
            failures.append(refused(exam, refusal))
            continue
        known = read_exam(file)
        if known is None:
            missing.append(Job(exam, file))
        else:
            measured[exam.row] = known
    return _Found(measured, missing, failures)


def _timelines(
    exams: Sequence[Exam], measured: Mapping[int, MeasuredExam]
) -> tuple[tuple[Timeline, ...], list[Failure]]:
    """One timeline a patient; one that contradicts itself stays in, not evaluable."""
    timelines, failures = [], []
    for rows in by_patient(exams).values():
        try:
            timelines.append(patient_timeline(rows, measured))
        except InputRefused as refusal:
            failures.append(refused(rows[0], refusal))
            timelines.append(patient_timeline(rows, {}))
    return tuple(timelines), failures


def _write_answers(
    out: Path,
    exams: Sequence[Exam],
    timelines: Sequence[Timeline],
    criteria: Sequence[str],
) -> tuple[Cohort, ...]:
    for timeline in timelines:
        path = out / "timelines" / f"{file_name(timeline.patient)}.json"
        write_whole(path, timeline.to_json() + "\n")
    cohorts = tuple(
        Cohort(tuple(assess(timeline, name) for timeline in timelines))
        for name in criteria
    )
    clinical = {p: rows[0].clinical for p, rows in by_patient(exams).items()}
    write_cohort_tables(out, cohorts, clinical)
    return cohorts


def _manifest(
    batch: Batch,
    started: datetime.datetime,
    seconds: float,
    settings: Mapping[str, object],
    timings: Sequence[float],
) -> dict[str, object]:
    """Versions, settings, machine, counts and timings of a run."""
    packages = ("numpy", "pydicom", "scikit-image", "scipy", "SimpleITK")
    return {
        "schema": MANIFEST,
        "versions": {
            "lesion-toolkit": lesion_toolkit.__version__,
            "python": platform.python_version(),
            **{name: version(name) for name in packages},
        },
        "settings": {
            "criteria": [cohort.criteria for cohort in batch.cohorts],
            **settings,
        },
        "machine": {
            "system": platform.system(),
            "architecture": platform.machine(),
            "processors": os.cpu_count(),
        },
        "counts": {
            "patients": len(batch.cohorts[0].courses),
            "measured": batch.measured,
            "reused": batch.reused,
            "failed": len(batch.failures),
        },
        "timings": {
            "started": started.isoformat(timespec="seconds"),
            "seconds": round(seconds, 3),
            "seconds_per_exam": round(sum(timings) / len(timings), 3)
            if timings
            else None,
        },
    }
