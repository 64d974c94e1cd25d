"""Whether a scan is comparable with its baseline, said where it is not."""

import datetime
from dataclasses import replace

import pytest

from lesion_toolkit.criteria.engine import assess

CONFORMANCE = {
    "phase-differs",
    "wrong-phase",
    "modality-changed",
    "slice-thickness-differs",
    "baseline-outside-window",
    "scan-outside-window",
}


def _codes(timeline, *, criteria="mrecist-2010", switches=None, **by_visit):
    """Codes at each timepoint; ``by_visit`` has one value of a field for each."""
    visits = []
    for n, timepoint in enumerate(timeline.timepoints):
        own = {field: values[n] for field, values in by_visit.items()}
        visits.append(replace(timepoint, **own))
    timed = replace(timeline, timepoints=tuple(visits))
    course = assess(timed, criteria, **(switches or {}))
    return [
        [f.code for f in a.findings if f.code in CONFORMANCE]
        for a in course.assessments
    ]


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
    said = _codes(timeline_of(50, 40), arterial_phase=(baseline, follow_up))
    assert ("phase-differs" in said[1]) is differs
    assert "phase-differs" not in said[0]


def test_each_line_is_compared_with_its_own_baseline(timeline_of):
    timeline = timeline_of(50, 40, 45, 44, lines={"one": 0, "two": 112})
    phases = ("early arterial", "early arterial", "late arterial", "late arterial")
    early = ["wrong-phase"]
    first, second = [early, early, ["phase-differs"]], [[], []]
    assert _codes(timeline, arterial_phase=phases) == first + second


@pytest.mark.parametrize("phase", ["early arterial", "portal venous", "delayed"])
def test_viable_tumor_measured_outside_the_late_arterial_phase_is_pointed_out(
    timeline_of, phase
):
    timeline, phases = timeline_of(50, 40), (phase, phase)
    assert _codes(timeline, arterial_phase=phases) == [["wrong-phase"]] * 2
    whole = _codes(timeline, criteria="recist-1.1", arterial_phase=phases)
    assert whole == [[], []]


def test_another_modality_and_other_slices_than_at_baseline_are_pointed_out(
    timeline_of,
):
    timeline = timeline_of(50, 40, 40)
    said = _codes(
        timeline, modality=("CT", "CT", "MR"), slice_thickness_mm=(2.5, 3.5, 5)
    )
    assert said == [[], [], ["modality-changed", "slice-thickness-differs"]]
    unknown = _codes(
        timeline, modality=("", "CT", "MR"), slice_thickness_mm=(None, 3, 5)
    )
    assert unknown == [[], [], []]


@pytest.mark.parametrize(("days", "late"), [(28, False), (29, True)])
def test_a_baseline_more_than_four_weeks_before_the_start_is_pointed_out(
    timeline_of, days, late
):
    said = _codes(timeline_of(50, 40, lines={"first": days}))
    assert said[0] == (["baseline-outside-window"] if late else [])


@pytest.mark.parametrize(
    ("day", "off"),
    [(49, False), (63, False), (48, True), (64, True), (112, False), (84, True)],
)
def test_a_scan_off_its_schedule_is_pointed_out_where_there_is_one(
    timeline_of, day, off
):
    timeline = timeline_of(50, 40, days=(0, day))
    assert _codes(timeline)[1] == []
    said = _codes(timeline, switches={"visit_interval_days": 56})
    assert said[1] == (["scan-outside-window"] if off else [])


def test_the_schedule_counts_from_the_start_of_the_line(timeline_of):
    timeline = timeline_of(50, 40, days=(0, 70), lines={"first": 14})
    assert _codes(timeline, switches={"visit_interval_days": 56})[1] == []
    assert timeline.treatment_lines[0].start - timeline.timepoints[0].date == (
        datetime.timedelta(14)
    )
