"""What each target adds to the sum: its state, and which of its lengths."""

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Kind, Lesion, Location, Pattern
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.timeline import Timeline, Timepoint
from tests.criteria.responses import MRECIST, RECIST, overall, targets


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
