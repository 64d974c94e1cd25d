"""What the sum of the targets means."""

from decimal import Decimal

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.judgement import RuleBook
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.targets import Part, Reference, Target, TargetSum
from lesion_toolkit.criteria.targets import target_response as judge_sum
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.response import Stability
from lesion_toolkit.model.timeline import Timepoint
from tests.criteria.responses import MRECIST, RECIST, TRIAL, overall, targets


# ------------------------------------------------------------------ thresholds
@pytest.mark.parametrize(
    ("sums", "response"),
    [
        ((100, 70), "PR"),
        ((100, 70.1), "SD"),
        ((23.0, 16.1), "PR"),
        ((33.0, 23.1), "PR"),
        ((14, 9.8), "PR"),
        ((50, 60), "PD"),
        ((50, 59.9), "SD"),
        ((27, 32.4), "PD"),
        ((25.5, 30.6), "PD"),
        ((30, 35), "SD"),
        ((40, 0), "CR"),
        ((40, 40), "SD"),
    ],
)
def test_thresholds_are_inclusive_and_exact(timeline_of, sums, response):
    assert targets(timeline_of(*sums)) == [response]


def _response_of(current, baseline, nadir, book):
    """Target response of one mass from three sums in tenths of a millimeter."""
    target = Target(Lesion("T1"), load_preset(RECIST).measured.typical_intrahepatic)
    now, before, low = (
        TargetSum((Part(target, mm),), mm, (), mm == 0, mm > 0, mm)
        for mm in (Decimal(tenths) / 10 for tenths in (current, baseline, nadir))
    )
    at = Timepoint("x", "2023-04-18")
    references = (Reference(sums, at, book.limits) for sums in (before, low))
    return judge_sum(now, *references, book.limits, book.switches)


@pytest.mark.parametrize("name", [RECIST, MRECIST])
def test_both_boundaries_hold_for_every_tenth_from_5_to_200_mm(name):
    book = RuleBook(load_preset(name), load_preset(name).defaults)
    floor = int(book.switches.pd_abs_floor_mm * 10)
    for tenths in range(50, 2001):
        partial = 7 * tenths // 10
        assert _response_of(partial, tenths, tenths, book) == "PR"
        assert _response_of(partial + 1, tenths, tenths, book) == "SD"
        progression = max(-(-6 * tenths // 5), tenths + floor)
        assert _response_of(progression, tenths, tenths, book) == "PD"
        assert _response_of(progression - 1, tenths, tenths, book) == "SD"


def test_binary_floating_point_would_have_missed_these_boundaries():
    """The spec's count: 7 of 50 exact -30 % pairs and 40 of 100 exact +20 % pairs."""
    partial = [(n / 10, 7 * n / 100) for n in range(100, 600, 10)]
    growth = [(n / 10, 6 * n / 50) for n in range(100, 600, 5)]
    missed_partial = sum((b - a) / a > -0.3 for a, b in partial)
    missed_growth = sum((b - a) / a < 0.2 for a, b in growth)
    assert (missed_partial, missed_growth) == (7, 40)


def test_every_decimal_place_counts(timeline_of):
    assert targets(timeline_of(100, 70.00001)) == ["SD"]
    assert targets(timeline_of(100, 119.99999)) == ["SD"]


# ------------------------------------------------------------------ references
def test_progression_is_judged_against_the_nadir_not_the_baseline(timeline_of):
    assert targets(timeline_of(100, 30, 40)) == ["PR", "PD"]


def test_the_nadir_is_not_the_previous_timepoint(timeline_of):
    assert targets(timeline_of(40, 44, 48)) == ["SD", "PD"]


def test_partial_response_is_judged_against_baseline(timeline_of):
    assert targets(timeline_of(100, 85, 70)) == ["SD", "PR"]


def test_the_reported_nadir_is_the_one_before_the_timepoint(timeline_of):
    answers = assess(timeline_of(100, 60, 50, 55), RECIST).assessments
    assert [a.nadir_sum_mm for a in answers] == [100, 100, 60, 50]
    assert [a.change_from_nadir_pct for a in answers][1:] == [
        Decimal("-40.00"),
        Decimal("-16.67"),
        Decimal("10.00"),
    ]


def test_growth_from_nothing_is_progression_once_it_reaches_the_floor(timeline_of):
    persisting = {"non_target": ["present"] * 3}
    assert overall(timeline_of(40, 0, 4, **persisting)) == ["PR", "PR"]
    assert overall(timeline_of(40, 0, 5, **persisting)) == ["PR", "PD"]
    assert overall(timeline_of(40, 0, 3, **persisting), MRECIST) == ["PR", "PD"]
    change = assess(timeline_of(40, 0, 5), RECIST).assessments[2]
    assert change.change_from_nadir_pct is None


def test_the_floor_is_the_difference_between_the_mrecist_presets(timeline_of):
    timeline = timeline_of(40, 10, 12)
    assert targets(timeline, MRECIST) == ["PR", "PD"]
    assert targets(timeline, TRIAL) == ["PR", "PR"]
    assert targets(timeline, MRECIST, pd_abs_floor_mm=5) == ["PR", "PR"]


def test_a_small_progression_is_pointed_out(timeline_of):
    codes = [
        [f.code for f in a.findings]
        for a in assess(timeline_of(40, 20, 24.9, 25.1), MRECIST).assessments
    ]
    assert codes == [
        [],
        [],
        ["pd-below-floor", "category-fragile"],
        ["category-fragile"],
    ]


# ------------------------------------------------------------------ not evaluable
def test_a_target_without_a_row_is_not_evaluable(timeline_of):
    timeline = timeline_of({"T1": 30, "T2": 20}, {"T1": 10})
    answer = assess(timeline, RECIST).assessments[1]
    assert (answer.target, answer.overall, answer.sum_mm) == ("NE", "NE", None)
    assert "T2 (not measured at this timepoint)" in answer.reason


def test_missing_targets_never_move_the_nadir(timeline_of):
    timeline = timeline_of(
        {"T1": 30, "T2": 20}, {"T1": 5, "T2": None}, {"T1": 20, "T2": 16}
    )
    assert targets(timeline) == ["NE", "SD"]


def test_progression_stands_when_the_measured_part_proves_it(timeline_of):
    proven = timeline_of({"T1": 30, "T2": 20}, {"T1": 60, "T2": None})
    short = timeline_of({"T1": 30, "T2": 20}, {"T1": 59.9, "T2": None})
    assert targets(proven) == ["PD"]
    assert targets(short) == ["NE"]
    assert targets(proven, partial_sum_pd=False) == ["NE"]


def test_without_a_baseline_length_no_response_can_be_judged(timeline_of):
    course = assess(timeline_of({"T1": 30, "T2": None}, {"T1": 3, "T2": 3}), RECIST)
    baseline, visit = course.assessments
    assert [f.code for f in baseline.findings] == ["target-without-baseline"]
    assert (baseline.sum_mm, visit.target, visit.overall) == (None, "NE", "NE")
    assert "baseline sum of the targets is not known" in visit.reason


def test_a_target_first_measured_at_follow_up_is_not_left_out(timeline_of):
    timeline = timeline_of({"T1": 30}, {"T1": 10, "T2": 40})
    answer = assess(timeline, RECIST).assessments[1]
    assert (answer.target, answer.overall) == ("NE", "NE")


def test_targets_gone_at_baseline_cannot_respond(timeline_of):
    timeline = timeline_of("absent", "absent", 4, 6)
    assert targets(timeline) == ["NE", "NE", "PD"]


# ------------------------------------------------------------------ nodes and CR
def test_nodes_below_10_mm_are_complete_response_with_a_sum(timeline_of):
    timeline = timeline_of({"T1": 40, "N1": 18}, {"T1": "absent", "N1": 9.9})
    answer = assess(timeline, RECIST).assessments[1]
    assert (answer.target, answer.sum_mm) == ("CR", Decimal("9.9"))


def test_a_node_of_exactly_10_mm_is_still_pathological(timeline_of):
    assert targets(timeline_of({"N1": 20, "N2": 18}, {"N1": 10, "N2": 9})) == ["PR"]
    smaller = timeline_of({"N1": 20, "N2": 18}, {"N1": 11, "N2": 9})
    assert targets(smaller, node_cr_mm=12) == ["CR"]


def test_normal_nodes_that_grow_stay_complete_response(timeline_of):
    timeline = timeline_of({"N1": 20, "N2": 18}, {"N1": 6, "N2": 6}, {"N1": 9, "N2": 9})
    assert overall(timeline) == ["CR", "CR"]
    assert overall(timeline, cr_before_pd=False) == ["CR", "PD"]


def test_anything_seen_again_after_overall_complete_response_is_progression(
    timeline_of,
):
    answers = assess(timeline_of(40, 0, 4), RECIST).assessments
    assert [str(a.overall) for a in answers[1:]] == ["CR", "PD"]
    assert answers[2].target == "PR"
    assert answers[2].rule_id == "recist11.overall.reappearance"
    assert [f.code for f in answers[2].findings] == ["reappearance-after-cr"]


def test_reappearance_counts_even_where_another_target_is_missing(timeline_of):
    timeline = timeline_of(
        {"T1": 40, "T2": 20}, {"T1": 0, "T2": 0}, {"T1": 4, "T2": None}
    )
    assert overall(timeline) == ["CR", "PD"]


def test_reappearance_counts_in_non_targets_too(timeline_of):
    timeline = timeline_of(40, 0, 0, non_target=["present", "CR", "NON-CR/NON-PD"])
    assert overall(timeline) == ["CR", "PD"]


def test_a_complete_response_may_be_left_for_review(timeline_of):
    course = assess(timeline_of(40, 0, 4), RECIST, reappearance_after_CR="recheck")
    assert [str(a.overall) for a in course.assessments[1:]] == ["CR", "PR"]
    assert course.assessments[2].findings[0].code == "reappearance-after-cr"


def test_a_missed_visit_after_complete_response_is_not_reappearance(timeline_of):
    assert overall(timeline_of(40, 0, None, 0)) == ["CR", "NE", "CR"]


# ------------------------------------------------------------------ persistence, mm
def test_a_partial_response_may_persist_until_progression(timeline_of):
    timeline = timeline_of(100, 70, 70, 80, 84, 80)
    assert targets(timeline) == ["PR", "PR", "SD", "PD", "SD"]
    persisting = targets(timeline, pr_persistence="eortc")
    assert persisting == ["PR", "PR", "PR", "PD", "SD"]


@pytest.mark.parametrize(
    ("sums", "criteria", "distance"),
    [
        ((50, 36), RECIST, 1),
        ((50, 35), RECIST, 0),
        ((50, 59), RECIST, 1),
        ((50, 61), RECIST, 1),
        ((50, 30), RECIST, 5),
        ((50, 3), RECIST, 3),
        ((100, 50, 58), RECIST, 2),
        ((40, 10, 11), MRECIST, 1),
        ((40, 10, 14.9), TRIAL, Decimal("0.1")),
    ],
)
def test_the_distance_to_the_next_category_is_exact(
    timeline_of, sums, criteria, distance
):
    answer = assess(timeline_of(*sums), criteria).assessments[-1]
    assert answer.stability.mm_to_next_category == distance


def test_there_is_no_distance_without_a_sum_or_at_complete_response(timeline_of):
    answers = assess(timeline_of(50, None, 0), RECIST).assessments
    assert answers[1].stability is None
    assert answers[2].stability == Stability({"CR": 1.0}, None)


def test_the_distance_to_complete_response_leaves_normal_nodes_out(timeline_of):
    timeline = timeline_of({"T1": 40, "N1": 20}, {"T1": 2, "N1": 9})
    answer = assess(timeline, RECIST).assessments[1]
    assert answer.stability.mm_to_next_category == 2
