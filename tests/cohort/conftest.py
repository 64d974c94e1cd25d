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
