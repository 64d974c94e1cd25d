"""The tables of a cohort, written the same way by every command."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from lesion_toolkit.cohort.outcomes import Cohort
from lesion_toolkit.export.tables import (
    ASSESSMENT_COLUMNS,
    MEASUREMENT_COLUMNS,
    Row,
    assessment_rows,
    measurement_rows,
    write_table,
)
from lesion_toolkit.model.response import Course

OUTCOME_COLUMNS = (
    "best_response",
    "confirmed_best_response",
    "categories",
    "response_date",
    "progression_date",
)
"""Columns of ``cohort.csv`` for each criteria, with its name in front."""


def write_cohort_tables(
    folder: str | Path,
    cohorts: Sequence[Cohort],
    clinical: Mapping[str, Mapping[str, str]] | None = None,
) -> tuple[Path, ...]:
    """Write ``cohort.csv``, ``assessments.csv`` and ``measurements.csv``.

    ``cohort.csv`` has one row a patient: clinical columns, then for each criteria best
    response, confirmed best response, the categories in order, and their dates.

    Parameters
    ----------
    folder
        An existing folder.
    cohorts
        The same patients under one criteria each, the leading one first.
    clinical
        Further columns by study label, for example AFP or BCLC stage.

    Raises
    ------
    InputRefused
        The folder cannot be written to.
    """
    folder, clinical = Path(folder), clinical or {}
    extra = list(dict.fromkeys(chain(*clinical.values())))
    columns = ["patient", *extra, *chain(*(_named(c) for c in cohorts))]
    answers = (assessment_rows(course) for c in cohorts for course in c.courses)
    measured = (measurement_rows(course.timeline) for course in cohorts[0].courses)
    return (
        write_table(folder / "cohort.csv", columns, _outcome_rows(cohorts, clinical)),
        write_table(
            folder / "assessments.csv", ASSESSMENT_COLUMNS, chain.from_iterable(answers)
        ),
        write_table(
            folder / "measurements.csv",
            MEASUREMENT_COLUMNS,
            chain.from_iterable(measured),
        ),
    )


def _named(cohort: Cohort) -> list[str]:
    prefix = cohort.criteria.replace("-", "_").replace(".", "_")
    return [f"{prefix}_{column}" for column in OUTCOME_COLUMNS]


def _outcome_rows(
    cohorts: Sequence[Cohort], clinical: Mapping[str, Mapping[str, str]]
) -> Iterator[Row]:
    for patient in cohorts[0].patients:
        row: dict[str, object] = {"patient": patient, **clinical.get(patient, {})}
        for cohort in cohorts:
            row |= zip(_named(cohort), _outcome(cohort.course_of(patient)), strict=True)
        yield row


def _outcome(course: Course) -> tuple[object, ...]:
    """Values of :data:`OUTCOME_COLUMNS`."""
    return (
        course.best_overall_response,
        course.confirmed_best_overall_response,
        " ".join(a.overall for a in course.assessments if a.overall),
        course.response_date,
        course.progression_date,
    )
