"""Patients of whom only the outcome matters."""

import datetime
from collections.abc import Callable

import pytest

from lesion_toolkit.model.response import Course, LineOutcome, Response
from lesion_toolkit.model.timeline import Timeline


@pytest.fixture
def make_course() -> Callable[..., Course]:
    """Return a course that came to a best response, and perhaps confirmed it."""

    def build(
        patient: str,
        best: Response | None,
        confirmed: Response | None = None,
        criteria: str = "mrecist-2010",
    ) -> Course:
        day = datetime.date(2023, 6, 14)
        outcome = LineOutcome("", best, confirmed, None, day if best else None)
        return Course(Timeline(patient), criteria, (), (outcome,))

    return build


@pytest.fixture(scope="session")
def course_of() -> Callable[..., Course]:
    """Return a judged course of viable sums in mm, one every 60 days."""
    from lesion_toolkit.criteria.engine import assess

    start = datetime.date(2024, 1, 10)

    def build(
        patient: str,
        sums: list[float],
        *,
        criteria: str = "mrecist-2010",
        new_at: int | None = None,
        death_after: int | None = None,
    ) -> Course:
        visits = [
            {
                "label": f"V{n}",
                "date": str(start + datetime.timedelta(60 * n)),
                "measurements": [
                    {"lesion": "T1", "viable_diameter_mm": mm, "whole_diameter_mm": 100}
                ],
                "new_lesions": [{"lesion": "N", "status": "unequivocal"}]
                if n == new_at
                else [],
            }
            for n, mm in enumerate(sums)
        ]
        content = {
            "schema": "lesion-toolkit/timeline/1",
            "patient": patient,
            "lesions": [{"id": "T1"}],
            "timepoints": visits,
        }
        if death_after is not None:
            content["death"] = str(start + datetime.timedelta(death_after))
        return assess(Timeline.from_content(content), criteria)

    return build
