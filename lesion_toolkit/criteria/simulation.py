"""A course measured again and again, each time with other errors, to see how it varies.

For criteria whose categories hang on more than one sum at a time. The seed is fixed, so
that the same course gets the same answer.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lesion_toolkit.criteria.judgement import Followed, RuleBook, judge_each, opening
from lesion_toolkit.criteria.lines import LineCourse
from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.criteria.standard_error import LENGTHS_IN, measured_error
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import NewLesionSeen, Timepoint

DRAWS, SEED = 200, 20010525
"""Draws give a probability of one half within 7 percentage points (95 %)."""

FIELD_OF = {
    "viable_diameter_mm": Quantity.VIABLE_DIAMETER,
    "whole_diameter_mm": Quantity.WHOLE_DIAMETER,
    "short_axis_mm": Quantity.SHORT_AXIS,
    "viable_volume_ml": Quantity.VIABLE_VOLUME,
    "whole_volume_ml": Quantity.WHOLE_VOLUME,
}
WITHOUT_CALIPER = (
    "viable_perpendicular_mm",
    "whole_perpendicular_mm",
    "viable_islands_sum_mm",
)

Vary = Callable[[Decimal, float], Decimal]


def simulated_probabilities(
    course: LineCourse, followed: Followed, book: RuleBook
) -> list[dict[str, float]]:
    """Probability of each category at each visit of a line, from simulated readings.

    Sizes vary by their own standard errors where they have some, else by the
    variability of readers; what is absent stays absent, attenuations stay as they are.
    """
    if course.baseline is None:
        return [{} for _ in course.visits]
    source = random.Random(SEED)
    counted: list[Counter[str]] = [Counter() for _ in course.visits]

    def vary(value: Decimal, error: float) -> Decimal:
        drawn = max(source.gauss(float(value), error), 0.0)
        return Decimal(f"{drawn:.3f}")

    for _ in range(DRAWS):
        baseline = _again(course.baseline, book, vary)
        visits = [_again(visit, book, vary) for visit in course.visits]
        _, history = opening(baseline, followed, book)
        for n, judgement in enumerate(judge_each(visits, followed, history, book)):
            counted[n][str(judgement.overall)] += 1
    return [{k: n / DRAWS for k, n in count.most_common()} for count in counted]


def _again(timepoint: Timepoint, book: RuleBook, vary: Vary) -> Timepoint:
    """Read one timepoint once more."""
    relative = book.preset.relative_error
    return replace(
        timepoint,
        measurements=tuple(
            _row_again(row, relative, vary) for row in timepoint.measurements
        ),
        new_lesions=tuple(
            _new_again(new, relative, vary) for new in timepoint.new_lesions
        ),
    )


def _row_again(
    row: LesionMeasurement, relative: float, vary: Vary
) -> LesionMeasurement:
    drawn: dict[str, Any] = {}
    for field, quantity in FIELD_OF.items():
        value = getattr(row, field)
        if value:
            own = measured_error(row, quantity)
            error = relative * LENGTHS_IN[quantity] * float(value)
            drawn[field] = vary(value, error if own is None else own)
    for field in WITHOUT_CALIPER:
        value = getattr(row, field)
        if value:
            own = getattr(row.standard_errors, field, None)
            error = relative * float(value) if own is None else float(own)
            drawn[field] = vary(value, error)
    return replace(row, **drawn) if drawn else row


def _new_again(new: NewLesionSeen, relative: float, vary: Vary) -> NewLesionSeen:
    if not new.diameter_mm:
        return new
    error = relative * float(new.diameter_mm)
    return replace(new, diameter_mm=vary(new.diameter_mm, error))
