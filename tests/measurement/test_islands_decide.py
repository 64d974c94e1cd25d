"""From pixels to category: when the rule for several viable islands decides."""

import datetime

import numpy as np

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.model.volume import Mask, Volume

GEOMETRY = Geometry.from_axes((10, 60, 100), origin_mm=(0, 0, 0), spacing_mm=(3, 1, 1))
K, J, I = np.indices(GEOMETRY.shape)  # noqa: E741


def ball(row, column, radius_mm):
    return (J - row) ** 2 + (I - column) ** 2 + (3 * (K - 5)) ** 2 < radius_mm**2


LESION = Mask(
    ((J - 30) / 26) ** 2 + ((I - 50) / 46) ** 2 + (3 * (K - 5) / 14) ** 2 < 1, GEOMETRY
)


def visit(label, date, *islands):
    alive = np.logical_or.reduce(islands)
    before = np.where(LESION.array, 35.0, 60.0)
    after = np.where(alive, 130.0, before)
    phases = PhaseSet(
        {
            phase: Volume(values.astype(np.int16), GEOMETRY)
            for phase, values in (
                (Phase.PRECONTRAST, before),
                (Phase.LATE_ARTERIAL, after),
            )
        }
    )
    measured = measure_lesion("T1", phases, LESION)
    return Timepoint(label, datetime.date.fromisoformat(date), (measured,))


def answered(*visits, **switches):
    timeline = Timeline("P01", lesions=(Lesion("T1"),), timepoints=visits)
    return assess(timeline, "mrecist-2010", **switches).assessments[1]


LEFT, RIGHT = ball(30, 28, 13), ball(30, 70, 13)


def test_an_island_that_dies_leaves_the_longest_and_halves_the_sum():
    baseline = visit("baseline", "2024-01-08", LEFT, RIGHT)
    after = visit("week 8", "2024-03-04", LEFT)
    one, both = after.measurements[0], baseline.measurements[0]
    assert abs(both.viable_diameter_mm - one.viable_diameter_mm) < 1
    assert both.viable_islands_sum_mm > 1.8 * float(one.viable_islands_sum_mm)
    by_longest, by_sum = (
        answered(baseline, after, multi_foci=rule) for rule in ("longest", "sum")
    )
    assert (by_longest.target, by_sum.target) == ("SD", "PR")
    assert "islands-rule-decides" in {finding.code for finding in by_longest.findings}
    assert "islands-rule-decides" in {finding.code for finding in by_sum.findings}


def test_where_both_rules_agree_nothing_is_said():
    baseline = visit("baseline", "2024-01-08", LEFT, RIGHT)
    again = visit("week 8", "2024-03-04", LEFT, RIGHT)
    found = answered(baseline, again)
    assert found.target == "SD"
    assert "islands-rule-decides" not in {finding.code for finding in found.findings}


def test_the_sum_of_islands_is_never_below_the_longest():
    found = visit("baseline", "2024-01-08", ball(30, 28, 6.5)).measurements[0]
    assert found.viable_islands_sum_mm >= found.viable_diameter_mm
