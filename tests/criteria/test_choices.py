"""A category that flips with what counts as viable is said to."""

import datetime
from decimal import Decimal

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, ViableBand
from lesion_toolkit.model.timeline import Timeline, Timepoint

CODE = "category-depends-on-threshold"


def visit(day: str, default: str, **band: str) -> Timepoint:
    mm = Decimal(default)
    ends = {"strict": mm, "lenient": mm, "low_threshold": mm, "high_threshold": mm}
    ends |= {field: Decimal(length) for field, length in band.items()}
    row = LesionMeasurement(
        "T1",
        viable_diameter_mm=mm,
        whole_diameter_mm=Decimal(80),
        viable_band_mm=ViableBand(default=mm, **ends),
    )
    return Timepoint(day, datetime.date.fromisoformat(day), (row,))


def said(*visits: Timepoint, criteria="mrecist-2010", **switches) -> list[str]:
    timeline = Timeline("P01", lesions=(Lesion("T1"),), timepoints=visits)
    last = assess(timeline, criteria, **switches).assessments[-1]
    return [finding.message for finding in last.findings if finding.code == CODE]


BEFORE = visit("2024-01-08", "60", high_threshold="50")


def test_a_category_that_flips_at_one_end_of_the_band_is_said_to():
    (message,) = said(BEFORE, visit("2024-03-04", "41", high_threshold="40"))
    assert "PR by default" in message
    assert "SD with the high enhancement threshold (40.0 mm)" in message
    assert "low" not in message


def test_the_choice_holds_at_every_visit_so_a_shift_of_both_says_nothing():
    assert not said(BEFORE, visit("2024-03-04", "41", high_threshold="34"))


def test_gaps_decide_as_thresholds_do():
    (message,) = said(BEFORE, visit("2024-03-04", "41", lenient="55"))
    assert "SD with gaps of up to 10 mm allowed (55.0 mm)" in message


def test_lipiodol_decides_where_the_lesion_holds_some():
    before = visit("2024-01-08", "60")
    (message,) = said(before, visit("2024-03-04", "41", lipiodol_viable="58"))
    assert "SD with lipiodol counted as viable (58.0 mm)" in message
    assert not said(before, visit("2024-03-04", "41"))


def test_criteria_of_whole_lesions_do_not_hang_on_it():
    visits = BEFORE, visit("2024-03-04", "41", high_threshold="40")
    assert not said(*visits, criteria="recist-1.1")
