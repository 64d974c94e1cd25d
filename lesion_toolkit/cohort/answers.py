"""What a cohort came to, as a run leaves it: courses, tables, reports.

In the folder of the run::

    timelines/PATIENT.json   one patient's course
    reports/PATIENT.html     one patient's report
    report.html              the cohort, each patient's account below it
    cohort.csv               one row a patient; five more, each as Parquet too
    data_dictionary.csv      every column of every table
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from lesion_toolkit.cohort.cohort_file import Exam, file_name
from lesion_toolkit.cohort.exam_file import MeasuredExam
from lesion_toolkit.cohort.outcomes import Cohort
from lesion_toolkit.cohort.report import cohort_report
from lesion_toolkit.cohort.tables import cohort_tables, exam_table, write_tables
from lesion_toolkit.cohort.timelines import by_patient
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.report import report
from lesion_toolkit.model.timeline import Timeline


def write_answers(
    out: Path,
    exams: Sequence[Exam],
    measured: Mapping[int, MeasuredExam],
    timelines: Sequence[Timeline],
    criteria: Sequence[str],
) -> tuple[Cohort, ...]:
    """Judge every course and write what it came to.

    Parameters
    ----------
    out
        Folder of the run, with ``timelines`` and ``reports`` in it.
    exams
        Rows of the cohort file.
    measured
        What each exam came to, by row; failed ones are not in it.
    timelines
        One a patient.
    criteria
        Criteria to assess by, the leading one first.

    Raises
    ------
    InputRefused
        A file cannot be written.
    """
    for timeline in timelines:
        path = out / "timelines" / f"{file_name(timeline.patient)}.json"
        write_whole(path, timeline.to_json() + "\n")
    cohorts = tuple(
        Cohort(tuple(assess(timeline, name) for timeline in timelines))
        for name in criteria
    )
    clinical = {p: rows[0].clinical for p, rows in by_patient(exams).items()}
    tables = cohort_tables(cohorts, clinical)
    write_tables(out, (*tables, exam_table(exams, measured)))
    leading, *others = cohorts
    for course in leading.courses:
        patient = course.timeline.patient
        beside = [other.course_of(patient) for other in others]
        report(course, out / "reports" / f"{file_name(patient)}.html", compare=beside)
    cohort_report(leading, out / "report.html", compare=others)
    return cohorts
