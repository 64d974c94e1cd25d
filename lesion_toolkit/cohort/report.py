"""One page for many patients: the outcomes, then each patient's account."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import lesion_toolkit
from lesion_toolkit.cohort.outcomes import Cohort, Rate
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.page import render
from lesion_toolkit.export.sections import PatientSection, patient_section
from lesion_toolkit.model.response import Assessment


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One patient in the table of outcomes, each criteria's last answer beside it."""

    section: PatientSection
    latest: tuple[Assessment | None, ...]
    best: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriteriaOutcome:
    """What a cohort came to under one criteria."""

    criteria: str
    objective_response: Rate
    disease_control: Rate


def cohort_report(
    cohort: Cohort,
    path: str | Path,
    *,
    compare: Sequence[Cohort] = (),
    title: str = "Response to treatment",
) -> Path:
    """Write one self-contained HTML file for many patients.

    The table of outcomes with response rates and exact 95 % intervals comes first, then
    the same section for each patient as in
    :func:`lesion_toolkit.export.report.report`.

    Parameters
    ----------
    cohort
        The patients under the leading criteria.
    path
        Where to write; an existing file is replaced as a whole.
    compare
        The same patients under other criteria.
    title
        Heading of the page.

    Raises
    ------
    UsageRefused
        A compared cohort does not hold the same patients.
    InputRefused
        The file cannot be written there.
    """
    cohorts = (cohort, *compare)
    if any(set(other.patients) != set(cohort.patients) for other in compare):
        raise UsageRefused("cohorts that are compared must hold the same patients.")
    sections = [
        patient_section(
            course,
            compare=[other.course_of(course.timeline.patient) for other in compare],
            key=f"patient{number}",
        )
        for number, course in enumerate(cohort.courses, start=1)
    ]
    page = render(
        "cohort.html.j2",
        title=title,
        rows=[_row(section) for section in sections],
        outcomes=[
            CriteriaOutcome(c.criteria, c.objective_response, c.disease_control)
            for c in cohorts
        ],
        sections=sections,
        version=lesion_toolkit.__version__,
    )
    return write_whole(path, page)


def _row(section: PatientSection) -> OutcomeRow:
    answered = [
        [a for a in course.assessments if a.overall is not None]
        for course in section.courses
    ]
    return OutcomeRow(
        section,
        latest=tuple(answers[-1] if answers else None for answers in answered),
        best=tuple(c.best_overall_response or "none" for c in section.courses),
    )
