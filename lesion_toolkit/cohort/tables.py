"""The tables of a cohort, as CSV and as Parquet, and what their columns mean."""

import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from lesion_toolkit.cohort.cohort_file import Exam
from lesion_toolkit.cohort.columns import Column, columns_of
from lesion_toolkit.cohort.exam_file import MeasuredExam
from lesion_toolkit.cohort.exam_tables import exam_rows, finding_rows, lesion_rows
from lesion_toolkit.cohort.outcomes import Cohort
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.tables import (
    Row,
    assessment_rows,
    measurement_rows,
    write_table,
)
from lesion_toolkit.model.response import Course

OUTCOMES = (
    Column("best_response", "text", "best overall response"),
    Column("confirmed_best_response", "text", "best overall response, confirmed"),
    Column("categories", "text", "overall responses in order of time"),
    Column("response_date", "day", "day of the first CR or PR"),
    Column("progression_date", "day", "day of the first progression"),
)
"""Columns of ``cohort.csv`` for each criteria, with its name in front."""

DICTIONARY_COLUMNS = ("table", "column", "type", "unit", "meaning")
"""Columns of ``data_dictionary.csv``."""


_AS: dict[str, Callable[[str], object]] = {
    "text": str,
    "number": float,
    "whole": int,
    "day": datetime.date.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its columns, its rows; a missing value is None."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def cohort_tables(
    cohorts: Sequence[Cohort],
    clinical: Mapping[str, Mapping[str, str]] | None = None,
) -> tuple[Table, ...]:
    """Tables of patients, lesions, measurements, assessments and findings.

    Parameters
    ----------
    cohorts
        The same patients under one criteria each, the leading one first.
    clinical
        Further columns by study label, for example AFP or BCLC stage.
    """
    timelines = [course.timeline for course in cohorts[0].courses]
    courses = chain.from_iterable(cohort.courses for cohort in cohorts)
    rows: dict[str, Iterable[Row]] = {
        "lesions": chain.from_iterable(map(lesion_rows, timelines)),
        "measurements": chain.from_iterable(map(measurement_rows, timelines)),
        "assessments": chain.from_iterable(map(assessment_rows, courses)),
        "findings": finding_rows(cohorts),
    }
    return (
        _outcome_table(cohorts, clinical or {}),
        *(Table(name, columns_of(name), tuple(found)) for name, found in rows.items()),
    )


def exam_table(exams: Sequence[Exam], measured: Mapping[int, MeasuredExam]) -> Table:
    """Table of the exams of a cohort file; those not in ``measured`` failed."""
    return Table("exams", columns_of("exams"), tuple(exam_rows(exams, measured)))


def write_tables(folder: Path, tables: Sequence[Table]) -> None:
    """Write each table as CSV and as Parquet, and ``data_dictionary.csv``.

    Raises
    ------
    InputRefused
        The folder cannot be written to.
    """
    for table in tables:
        names = [column.name for column in table.columns]
        write_table(folder / f"{table.name}.csv", names, table.rows)
        write_whole(folder / f"{table.name}.parquet", _parquet(table))
    write_table(
        folder / "data_dictionary.csv",
        DICTIONARY_COLUMNS,
        (
            {
                "table": table.name,
                "column": column.name,
                "type": column.type,
                "unit": column.unit,
                "meaning": column.meaning,
            }
            for table in tables
            for column in table.columns
        ),
    )


def _parquet(table: Table) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        "text": pa.string(),
        "number": pa.float64(),
        "whole": pa.int64(),
        "day": pa.date32(),
    }
    arrays = [
        pa.array(
            [_plain(row.get(column.name), column.type) for row in table.rows],
            types[column.type],
        )
        for column in table.columns
    ]
    file = io.BytesIO()
    names = [column.name for column in table.columns]
    pq.write_table(pa.table(arrays, names=names), file)
    return file.getvalue()


def _plain(value: object, kind: str) -> object:
    """Give a value as Parquet holds it; an empty text stands for none, as in CSV."""
    if value is None or value == "":
        return None
    return _AS[kind](str(value))


def _outcome_table(
    cohorts: Sequence[Cohort], clinical: Mapping[str, Mapping[str, str]]
) -> Table:
    """One row a patient: clinical columns, then what it came to by each criteria."""
    extra = dict.fromkeys(chain(*clinical.values()))
    own = (Column(name, "text", "as in the cohort file") for name in extra)
    columns = (*columns_of("cohort"), *own, *chain(*map(_named, cohorts)))
    return Table("cohort", columns, tuple(_outcome_rows(cohorts, clinical)))


def _named(cohort: Cohort) -> list[Column]:
    prefix = cohort.criteria.replace("-", "_").replace(".", "_")
    return [
        Column(f"{prefix}_{c.name}", c.type, f"{c.meaning} by {cohort.criteria}")
        for c in OUTCOMES
    ]


def _outcome_rows(
    cohorts: Sequence[Cohort], clinical: Mapping[str, Mapping[str, str]]
) -> Iterator[Row]:
    for patient in cohorts[0].patients:
        row: dict[str, object] = {"patient": patient, **clinical.get(patient, {})}
        for cohort in cohorts:
            names = (column.name for column in _named(cohort))
            row |= zip(names, _outcome(cohort.course_of(patient)), strict=True)
        yield row


def _outcome(course: Course) -> tuple[object, ...]:
    """Values of :data:`OUTCOMES`."""
    return (
        course.best_overall_response,
        course.confirmed_best_overall_response,
        " ".join(a.overall for a in course.assessments if a.overall),
        course.response_date,
        course.progression_date,
    )
