"""Targets of a whole timeline are proposed at the baseline of each line."""

import pytest

from lesion_toolkit.criteria.baseline_targets import propose_at_baselines
from lesion_toolkit.criteria.proposal import propose_targets
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.therapy import TherapyKind
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    Timeline,
    Timepoint,
    TreatmentLine,
)

RECIST = "recist-1.1"
TWO_LINES = Timeline(
    "P01",
    treatment_lines=[
        TreatmentLine("ablation", "2023-04-20", TherapyKind.ABLATION),
        TreatmentLine("regorafenib", "2023-07-01", TherapyKind.SYSTEMIC),
    ],
    lesions=[Lesion("T1"), Lesion("T2"), Lesion("T3"), Lesion("T4")],
    timepoints=[
        Timepoint(
            "baseline",
            "2023-04-18",
            (
                LesionMeasurement("T1", whole_diameter_mm=40),
                LesionMeasurement("T2", whole_diameter_mm=9),
            ),
        ),
        Timepoint(
            "week 8",
            "2023-06-14",
            (
                LesionMeasurement("T1", whole_diameter_mm=42),
                LesionMeasurement("T3", whole_diameter_mm=30),
            ),
            new_lesions=[
                NewLesionSeen("T3", "unequivocal"),
                NewLesionSeen("X", "unequivocal"),
            ],
        ),
    ],
)


def _reasons(each):
    return {role.lesion: role.reason for role in each.proposal.roles}


def test_each_line_has_the_targets_of_its_own_baseline():
    first, second = propose_at_baselines(TWO_LINES, RECIST)
    assert (first.line, first.label) == ("ablation", "baseline")
    assert first.proposal.targets == ("T1",)
    assert (second.line, str(second.date)) == ("regorafenib", "2023-06-14")
    assert second.proposal.targets == ("T3",)


def test_the_therapy_of_an_earlier_line_counts_for_what_it_treated():
    first, second = propose_at_baselines(TWO_LINES, RECIST)
    assert "treated" not in _reasons(first)["T1"]
    assert "treated before (ablation, 20 Apr 2023)" in _reasons(second)["T1"]


def test_a_lesion_that_is_only_measured_elsewhere_is_not_asked_about():
    first, second = propose_at_baselines(TWO_LINES, RECIST)
    assert set(_reasons(first)) == {"T1", "T2", "T4"}
    assert set(_reasons(second)) == {"T1", "T3", "T4"}


def test_a_lesion_without_any_row_is_said_to_be_unmeasured():
    first, _ = propose_at_baselines(TWO_LINES, RECIST)
    assert _reasons(first)["T4"].endswith("it was not measured at this timepoint.")


def test_what_was_seen_as_new_and_not_measured_is_pointed_out():
    first, second = propose_at_baselines(TWO_LINES, RECIST)
    (finding,) = second.findings
    assert (finding.code, finding.where) == ("new-lesion-not-measured", "week 8")
    assert finding.message.startswith("X: ")
    assert not first.findings


def test_a_line_without_baseline_has_a_finding_and_hides_no_other_line():
    early = TreatmentLine("early", "2020-01-01")
    timeline = Timeline("P01", (early,), TWO_LINES.lesions, TWO_LINES.timepoints)
    (only,) = propose_at_baselines(timeline, RECIST)
    assert (only.proposal, only.date) == (None, None)
    assert [finding.code for finding in only.findings] == ["no-baseline"]


def test_one_baseline_is_proposed_as_by_hand():
    timeline = Timeline("P01", (), TWO_LINES.lesions[:2], TWO_LINES.timepoints[:1])
    (only,) = propose_at_baselines(timeline, RECIST, max_targets=1)
    by_hand = propose_targets(
        timeline.timepoints[0], timeline.lesions, RECIST, max_targets=1
    )
    assert only.proposal == by_hand


def test_wrong_requests_are_refused():
    with pytest.raises(UsageRefused, match="no_such"):
        propose_at_baselines(TWO_LINES, RECIST, no_such=1)
    with pytest.raises(UsageRefused, match="nobody"):
        propose_at_baselines(TWO_LINES, "nobody")
    with pytest.raises(InputRefused, match="without a timepoint"):
        propose_at_baselines(Timeline("P01"), RECIST)
