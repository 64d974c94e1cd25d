"""A cohort overnight: every exam once, a failure is a row, a rerun what is missing.

The folder that a run writes::

    exams/KEY.json          one measured exam, named by a hash of its inputs
    failures.csv            one row an exam that could not be measured
    manifest.json           versions, settings, counts, timings

and what :mod:`lesion_toolkit.cohort.answers` makes of them.
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
from lesion_toolkit.cohort.answers import write_answers
from lesion_toolkit.cohort.cluster import run_on_cluster
from lesion_toolkit.cohort.cohort_file import Exam, read_cohort
from lesion_toolkit.cohort.exam_file import (
    MeasuredExam,
    MeasureExam,
    exam_key,
    read_exam,
    write_exam,
)
from lesion_toolkit.cohort.exam_task import (
    Failure,
    measure_exam,
    refused,
    worker_died,
)
from lesion_toolkit.cohort.outcomes import Cohort
from lesion_toolkit.cohort.pool import run_in_processes
from lesion_toolkit.cohort.timelines import by_patient, patient_timeline
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
    """What an earlier run left, by row: results, files of those to do; failures."""

    measured: dict[int, MeasuredExam]
    missing: dict[int, Path]
    failures: list[Failure]


def run_batch(
    cohort_csv: str | Path,
    out: str | Path,
    jobs: int = 1,
    *,
    scheduler: str = "",
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
        Number of worker processes on this machine.
    scheduler
        Address of a Dask scheduler whose workers measure instead.
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
        The cohort file has problems, the folder cannot be written to, or no scheduler
        answers.
    UsageRefused
        There are no such criteria, or a cluster is asked for without Dask.
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
    missing = [exam for exam in exams if exam.row in found.missing]
    progress(0, len(missing))
    work = partial(measure_exam, task)
    if scheduler:
        answers = run_on_cluster(work, missing, scheduler)
    else:
        answers = run_in_processes(work, missing, jobs)
    for done, (exam, answer) in enumerate(answers, start=1):
        kept = _kept(exam, answer, found.missing[exam.row])
        if isinstance(kept, Failure):
            failures.append(kept)
        else:
            measured[exam.row] = kept
        progress(done, len(missing))
    timelines, contradictory = _timelines(exams, measured)
    failures = sorted([*failures, *contradictory], key=lambda failure: failure.row)
    cohorts = write_answers(out, exams, measured, timelines, criteria)
    write_table(out / "failures.csv", FAILURE_COLUMNS, map(asdict, failures))
    new = len(measured) - len(found.measured)
    batch = Batch(out, cohorts, new, len(found.measured), tuple(failures))
    timings = [measured[e.row].seconds for e in missing if e.row in measured]
    seconds = time.perf_counter() - clock
    where = {"scheduler": scheduler} if scheduler else {"jobs": jobs}
    manifest = _manifest(batch, started, seconds, {**where, **settings}, timings)
    write_whole(out / "manifest.json", json.dumps(manifest, indent=2) + "\n")
    return batch


def _kept(
    exam: Exam, answer: MeasuredExam | Failure | None, file: Path
) -> MeasuredExam | Failure:
    """Keep a result at once; one that cannot be kept is a failure of that exam."""
    if answer is None:
        return worker_died(exam)
    if isinstance(answer, MeasuredExam):
        try:
            write_exam(file, answer)
        except InputRefused as refusal:
            return refused(exam, refusal)
    return answer


def _make_folders(out: Path) -> None:
    try:
        for folder in (out / "exams", out / "timelines", out / "reports"):
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
    measured, missing, failures = {}, {}, []
    for exam in exams:
        try:
            file = out / "exams" / f"{exam_key(exam, settings)}.json"
        except InputRefused as refusal:
            failures.append(refused(exam, refusal))
            continue
        known = read_exam(file)
        if known is None:
            missing[exam.row] = file
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
