"""What each target adds to the sum, and what the sum means."""

from decimal import Decimal

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.judgement import RuleBook
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.targets import Part, Reference, Target, TargetSum
from lesion_toolkit.criteria.targets import target_response as judge_sum
from lesion_toolkit.model.lesion import Kind, Lesion, Location, Pattern
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.response import Stability
from lesion_toolkit.model.timeline import Timeline, Timepoint

RECIST, MRECIST, TRIAL = "recist-1.1", "mrecist-2010", "mrecist-trial"


def overall(timeline, criteria=RECIST, **switches):
    answers = assess(timeline, criteria, **switches).assessments
    return [str(a.overall) for a in answers[1:]]


def targets(timeline, criteria=RECIST, **switches):
    answers = assess(timeline, criteria, **switches).assessments
    return [str(a.target) for a in answers[1:]]


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


# ------------------------------------------------------------------ states
def test_absent_is_zero_and_too_small_is_five(timeline_of):
    timeline = timeline_of({"T1": 30, "T2": 12}, {"T1": "absent", "T2": "too_small"})
    answer = assess(timeline, RECIST).assessments[1]
    assert (answer.sum_mm, answer.target) == (5, "PR")
    other = assess(timeline, RECIST, tsm_default_mm=3).assessments[1]
    assert other.sum_mm == 3
    unmeasured = assess(timeline, RECIST, tsm_default_mm="NE").assessments[1]
    assert unmeasured.target == "NE"


def test_a_measured_remnant_keeps_its_length_below_five(timeline_of):
    assert assess(timeline_of(30, 3), RECIST).assessments[1].sum_mm == 3


def _called(state, **lengths):
    row = LesionMeasurement("T1", state, **lengths)
    return Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=(
            Timepoint(
                "baseline",
                "2023-04-18",
                (
                    LesionMeasurement(
                        "T1", viable_diameter_mm="40", whole_diameter_mm="45"
                    ),
                ),
            ),
            Timepoint("V1", "2023-06-14", (row,)),
        ),
    )


def test_a_recorded_length_is_kept_even_if_it_is_called_too_small():
    timeline = _called(State.TOO_SMALL, whole_diameter_mm="44")
    assert assess(timeline, RECIST).assessments[1].sum_mm == 44
    assert assess(timeline, MRECIST).assessments[1].sum_mm == 5


def test_a_necrotic_lesion_is_gone_for_mrecist_and_there_for_recist():
    timeline = _called(State.MEASURED, viable_diameter_mm=0, whole_diameter_mm="44")
    assert overall(timeline, MRECIST) == ["CR"]
    assert overall(timeline, RECIST) == ["SD"]


def test_an_absent_lesion_with_a_length_is_not_evaluable():
    timeline = _called(State.ABSENT, whole_diameter_mm="44")
    assert overall(timeline, MRECIST) == ["CR"]
    answer = assess(timeline, RECIST).assessments[1]
    assert answer.target == "NE"
    assert "called absent, yet 44.0 mm was measured" in answer.reason


def test_fragments_of_a_split_lesion_are_added(timeline_of):
    answer = assess(timeline_of(50, (20, 15)), MRECIST).assessments[1]
    assert (answer.sum_mm, answer.target) == (35, "PR")
    assert "fragments-as-viable" in [f.code for f in answer.findings]
    whole = assess(timeline_of(50, (20, 15)), RECIST).assessments[1]
    assert [f.code for f in whole.findings] == ["category-fragile"]


def test_a_split_lesion_without_fragments_is_not_evaluable(timeline_of):
    assert targets(timeline_of(50, "split")) == ["NE"]


def _merged(into, survivor_mm="60"):
    measured = LesionMeasurement("T1", whole_diameter_mm=survivor_mm)
    return Timeline(
        "P01",
        lesions=(Lesion("T1"), Lesion("T2")),
        timepoints=(
            Timepoint(
                "baseline",
                "2023-04-18",
                (
                    LesionMeasurement("T1", whole_diameter_mm="30"),
                    LesionMeasurement("T2", whole_diameter_mm="25"),
                ),
            ),
            Timepoint(
                "V1",
                "2023-06-14",
                (measured, LesionMeasurement("T2", State.MERGED, into=into)),
            ),
        ),
    )


def test_a_merged_lesion_is_counted_once_in_the_one_it_merged_with():
    answer = assess(_merged("T1"), RECIST).assessments[1]
    assert (answer.sum_mm, answer.target) == (60, "SD")


@pytest.mark.parametrize("into", ["", "X9", "T2"])
def test_a_lesion_merged_into_no_target_is_not_evaluable(into):
    answer = assess(_merged(into), RECIST).assessments[1]
    assert answer.target == "NE"
    assert "merged into" in answer.reason


def _all_merged(**into):
    rows = [LesionMeasurement(k, State.MERGED, into=v) for k, v in into.items()]
    return Timeline(
        "P01",
        lesions=tuple(Lesion(name) for name in ("T1", "T2", "T3")),
        timepoints=(
            Timepoint(
                "baseline",
                "2023-04-18",
                tuple(
                    LesionMeasurement(name, whole_diameter_mm="30")
                    for name in ("T1", "T2", "T3")
                ),
            ),
            Timepoint(
                "V1",
                "2023-06-14",
                (*rows, LesionMeasurement("T3", whole_diameter_mm="80")),
            ),
        ),
    )


def test_a_merger_is_followed_to_the_lesion_that_was_measured():
    assert assess(_all_merged(T1="T2", T2="T3"), RECIST).assessments[1].sum_mm == 80


def test_lesions_merged_into_each_other_never_vanish():
    assert assess(_all_merged(T1="T2", T2="T1"), RECIST).assessments[1].target == "NE"


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


# ------------------------------------------------------------------ which diameter
def _diameters(lesion, criteria):
    def row(viable, whole, short):
        return LesionMeasurement(
            "L",
            viable_diameter_mm=viable,
            whole_diameter_mm=whole,
            short_axis_mm=short,
        )

    timeline = Timeline(
        "P01",
        lesions=(lesion,),
        timepoints=(Timepoint("baseline", "2023-04-18", (row("30", "50", "20"),)),),
    )
    return assess(timeline, criteria).assessments[0].sum_mm


@pytest.mark.parametrize(
    ("lesion", "mrecist_mm", "recist_mm"),
    [
        (Lesion("L"), 30, 50),
        (Lesion("L", pattern=Pattern.ATYPICAL), 50, 50),
        (Lesion("L", organ="lung"), 50, 50),
        (Lesion("L", location=Location.EXTRAHEPATIC), 50, 50),
        (Lesion("L", organ="lung", location=Location.INTRAHEPATIC), 30, 50),
        (Lesion("L", organ="lymph node", kind=Kind.NODE), 20, 20),
        (Lesion("L", organ="liver", kind=Kind.NODE), 20, 20),
    ],
)
def test_mrecist_sums_viable_diameters_in_the_liver_only(lesion, mrecist_mm, recist_mm):
    assert _diameters(lesion, MRECIST) == mrecist_mm
    assert _diameters(lesion, RECIST) == recist_mm


def test_mrecist_never_takes_the_whole_for_the_viable_diameter():
    row = LesionMeasurement("T1", whole_diameter_mm="50")
    timeline = Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=(
            Timepoint(
                "baseline",
                "2023-04-18",
                (LesionMeasurement("T1", viable_diameter_mm="40"),),
            ),
            Timepoint("V1", "2023-06-14", (row,)),
        ),
    )
    answer = assess(timeline, MRECIST).assessments[1]
    assert answer.target == "NE"
    assert "T1 (its viable diameter was not measured)" in answer.reason


def _islands(*visits):
    days = ("2023-04-18", "2023-06-14", "2023-08-14")
    return Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=tuple(
            Timepoint(
                f"V{i}",
                day,
                (
                    LesionMeasurement(
                        "T1", viable_diameter_mm=longest, viable_islands_sum_mm=total
                    ),
                ),
            )
            for i, (day, (longest, total)) in enumerate(zip(days, visits, strict=False))
        ),
    )


def test_several_islands_count_by_the_longest_or_by_their_sum():
    timeline = _islands((50, 50), (30, 42))
    assert targets(timeline, MRECIST) == ["PR"]
    assert targets(timeline, MRECIST, multi_foci="sum") == ["SD"]


def test_a_category_that_hangs_on_the_islands_rule_is_pointed_out():
    finding = assess(_islands((50, 50), (30, 42)), MRECIST).assessments[1].findings[0]
    assert finding.code == "islands-rule-decides"
    assert "42.0 mm" in finding.message
    assert "SD" in finding.message
    agreeing = assess(_islands((50, 50), (30, 34)), MRECIST).assessments[1]
    assert not agreeing.findings


def test_the_sum_of_islands_is_never_guessed_from_the_longest():
    timeline = _islands((50, 50), (30, None))
    assert targets(timeline, MRECIST, multi_foci="sum") == ["NE"]


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
