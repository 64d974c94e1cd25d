"""A follow-up measured in another arterial phase than its baseline says so."""

from dataclasses import replace

import pytest

from lesion_toolkit.criteria.engine import assess


def _codes(timeline, *phases):
    timed = tuple(
        replace(timepoint, arterial_phase=phase)
        for timepoint, phase in zip(timeline.timepoints, phases, strict=True)
    )
    course = assess(replace(timeline, timepoints=timed), "mrecist-2010")
    return [[finding.code for finding in a.findings] for a in course.assessments]


@pytest.mark.parametrize(
    ("baseline", "follow_up", "differs"),
    [
        ("late arterial", "late arterial", False),
        ("late arterial", "early arterial", True),
        ("early arterial", "late arterial", True),
        ("late arterial", "arterial", False),
        ("", "late arterial", False),
        ("late arterial", "", False),
    ],
)
def test_only_a_proven_difference_of_timing_is_told(
    timeline_of, baseline, follow_up, differs
):
    said = _codes(timeline_of(50, 40), baseline, follow_up)
    assert said == [[], ["phase-differs"] if differs else []]


def test_each_line_is_compared_with_its_own_baseline(timeline_of):
    timeline = timeline_of(50, 40, 45, 44, lines={"one": 0, "two": 112})
    phases = ("early arterial", "early arterial", "late arterial", "late arterial")
    first = [[], [], ["phase-differs", "category-fragile"]]
    second = [[], []]
    assert _codes(timeline, *phases) == first + second
