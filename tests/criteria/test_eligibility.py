"""Targets that should not have been chosen are pointed out at baseline."""

from dataclasses import replace

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Kind, Lesion, Pattern, Role
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.therapy import Therapy, TherapyKind
from lesion_toolkit.model.timeline import Timeline, Timepoint, TreatmentLine

RECIST, MRECIST = "recist-1.1", "mrecist-2010"


def codes(timeline, criteria=RECIST):
    return [f.code for f in assess(timeline, criteria).assessments[0].findings]


@pytest.mark.parametrize(
    ("length", "thickness", "eligible"),
    [
        (10.0, None, True),
        (9.9, None, False),
        (10.0, 5, True),
        (12, 7, False),
        (14, 7, True),
    ],
)
def test_a_mass_measures_10_mm_and_twice_a_thick_slice(
    timeline_of, length, thickness, eligible
):
    timeline = timeline_of(length, thickness_mm=thickness)
    assert codes(timeline) == ([] if eligible else ["target-too-small"])


@pytest.mark.parametrize(
    ("short_axis", "site", "criteria", "eligible"),
    [
        (15.0, "retroperitoneum", RECIST, True),
        (14.9, "retroperitoneum", RECIST, False),
        (15.0, "retroperitoneum", MRECIST, True),
        (19, "porta hepatis", MRECIST, False),
        (20, "porta hepatis", MRECIST, True),
        (19, "porta hepatis", RECIST, True),
    ],
)
def test_a_node_has_its_own_limit(timeline_of, short_axis, site, criteria, eligible):
    node = Lesion("N1", organ="lymph node", kind=Kind.NODE, site=site)
    timeline = timeline_of({"N1": short_axis}, lesions=(node,))
    assert codes(timeline, criteria) == ([] if eligible else ["target-too-small"])


def test_at_most_two_targets_in_one_organ(timeline_of):
    assert codes(timeline_of({"T1": 20, "T2": 20})) == []
    assert codes(timeline_of({"T1": 20, "T2": 20, "T3": 20})) == ["too-many-targets"]


def test_all_nodes_are_one_organ(timeline_of):
    nodes = [
        Lesion(f"N{i}", organ=organ, kind=Kind.NODE)
        for i, organ in enumerate(("neck", "groin", "mediastinum"))
    ]
    timeline = timeline_of({n.id: 20 for n in nodes}, lesions=nodes)
    assert codes(timeline) == ["too-many-targets"]


def test_at_most_five_targets_in_all(timeline_of):
    organs = ("liver", "lung", "adrenal", "bone", "brain", "spleen")
    lesions = [Lesion(f"T{i}", organ=organ) for i, organ in enumerate(organs)]
    timeline = timeline_of({lesion.id: 20 for lesion in lesions}, lesions=lesions)
    assert codes(timeline) == ["too-many-targets"]


def test_unfit_targets_are_still_summed(timeline_of):
    assert assess(timeline_of(8), RECIST).assessments[0].sum_mm == 8


def test_what_does_not_fit_is_said_at_the_target_beyond_the_limit(timeline_of):
    timeline = timeline_of({"T1": 20, "T2": 40, "T3": 30})
    (finding,) = assess(timeline, RECIST).assessments[0].findings
    assert finding.where == "T1"
    assert "third largest in the liver; two per organ are taken" in finding.message


def baseline_of(lesion, criteria, *, day="2023-04-18", **measured):
    """Codes at the baseline of a patient with this lesion alone."""
    row = LesionMeasurement(lesion.id, **measured)
    timepoint = Timepoint("baseline", day, (row,))
    timeline = Timeline("P01", lesions=(lesion,), timepoints=(timepoint,))
    return codes(timeline, criteria)


@pytest.mark.parametrize("criteria", [RECIST, MRECIST])
@pytest.mark.parametrize(
    ("lesion", "code"),
    [
        (Lesion("T1", kind=Kind.THROMBUS), "target-not-measurable"),
        (Lesion("T1", organ="pleura", kind=Kind.EFFUSION), "target-not-measurable"),
        (Lesion("T1", organ="bone", kind=Kind.BONE), "target-not-measurable"),
        (Lesion("T1", pattern=Pattern.INFILTRATIVE), "target-infiltrative"),
    ],
)
def test_what_cannot_be_measured_again_is_no_target_however_large(
    lesion, code, criteria
):
    lengths = {"viable_diameter_mm": 60, "whole_diameter_mm": 70}
    assert baseline_of(lesion, criteria, **lengths) == [code]


def test_soft_tissue_in_bone_is_a_mass_and_may_be_a_target():
    soft = Lesion("T1", organ="bone", kind=Kind.MASS)
    assert baseline_of(soft, RECIST, whole_diameter_mm=25) == []


@pytest.mark.parametrize(
    "measured",
    [
        {"viable_diameter_mm": 0, "whole_diameter_mm": 35},
        {"state": State.ABSENT},
    ],
)
def test_a_typical_target_that_does_not_enhance_is_pointed_out_by_mrecist(measured):
    assert baseline_of(Lesion("T1"), MRECIST, **measured) == ["target-not-enhancing"]


def test_a_lesion_that_does_not_enhance_is_a_target_measured_whole():
    lengths = {"viable_diameter_mm": 0, "whole_diameter_mm": 35}
    assert baseline_of(Lesion("T1"), RECIST, **lengths) == []
    atypical = Lesion("T1", pattern=Pattern.ATYPICAL)
    assert baseline_of(atypical, MRECIST, **lengths) == []


TREATED = "target-previously-treated"
TACE = {"prior_local_therapy": "cTACE"}


@pytest.mark.parametrize(
    ("lesion", "criteria", "found"),
    [
        (Lesion("T1", **TACE), RECIST, [TREATED]),
        (Lesion("T1", **TACE, progressed_since_therapy=False), RECIST, [TREATED]),
        (Lesion("T1", **TACE, progressed_since_therapy=True), RECIST, []),
        (Lesion("T1", **TACE), MRECIST, []),
        (Lesion("T1", **TACE, pattern=Pattern.ATYPICAL), MRECIST, [TREATED]),
        (Lesion("T1", organ="lung", **TACE), MRECIST, [TREATED]),
        (Lesion("T1", kind=Kind.NODE, **TACE), MRECIST, [TREATED]),
    ],
)
def test_a_treated_lesion_has_to_progress_or_to_enhance(lesion, criteria, found):
    lengths = {"viable_diameter_mm": 12, "whole_diameter_mm": 30, "short_axis_mm": 20}
    assert baseline_of(lesion, criteria, **lengths) == found


@pytest.mark.parametrize(
    ("kind", "day", "found"),
    [
        (TherapyKind.ABLATION, "2023-01-10", [TREATED]),
        (TherapyKind.ABLATION, "2023-04-18", []),
        (TherapyKind.SYSTEMIC, "2023-01-10", []),
    ],
)
def test_a_local_therapy_before_the_baseline_counts_and_no_other(kind, day, found):
    lesion = Lesion("T1", therapies=(Therapy(kind, day),))
    assert baseline_of(lesion, RECIST, whole_diameter_mm=30) == found


def test_targets_of_a_second_line_were_treated_in_the_first(timeline_of):
    lines = (
        TreatmentLine("1st", "2023-04-20", TherapyKind.CTACE),
        TreatmentLine("2nd", "2023-06-20", TherapyKind.SYSTEMIC),
    )
    timeline = timeline_of({"T1": 30}, {"T1": 30, "T2": 15}, {"T1": 30, "T2": 15})
    course = assess(replace(timeline, treatment_lines=lines), RECIST)
    second = next(a for a in course.assessments if a.line == "2nd")
    treated = [f.where for f in second.findings if f.code == TREATED]
    assert treated == ["T1"], "T2 was not there when the first line began"


def test_a_target_that_merged_into_another_is_pointed_out(timeline_of):
    row = LesionMeasurement("T2", state=State.MERGED, into="T1")
    timeline = timeline_of({"T1": 30, "T2": 20})
    (baseline,) = timeline.timepoints
    merged = replace(baseline, measurements=(baseline.measurements[0], row))
    assert codes(replace(timeline, timepoints=(merged,))) == ["target-merged"]


@pytest.mark.parametrize(
    ("site", "short_axis", "criteria", "found"),
    [
        ("", 9.9, RECIST, ["node-not-pathological"]),
        ("", 10, RECIST, []),
        ("porta hepatis", 19, RECIST, []),
        ("porta hepatis", 19, MRECIST, ["node-not-pathological"]),
        ("porta hepatis", 20, MRECIST, []),
    ],
)
def test_a_node_that_is_not_malignant_is_no_non_target_either(
    timeline_of, site, short_axis, criteria, found
):
    node = Lesion("N1", Role.NON_TARGET, "lymph node", Kind.NODE, site=site)
    timeline = timeline_of({"T1": 30, "N1": short_axis}, lesions=(node,))
    assert codes(timeline, criteria) == found


@pytest.mark.parametrize(
    ("organs", "sites", "found"),
    [
        (("left lung", "right lung", "lung"), ("", "", ""), 1),
        (("lungs", "bilateral lung", "Lung"), ("", "", ""), 1),
        (("liver", "liver", "liver"), ("left lobe", "right lobe", "right lobe"), 1),
        (("lung", "kidney", "lung"), ("", "", ""), 0),
    ],
)
def test_both_of_a_pair_are_one_organ(timeline_of, organs, sites, found):
    lesions = [
        Lesion(f"T{i}", organ=organ, site=site)
        for i, (organ, site) in enumerate(zip(organs, sites, strict=True))
    ]
    timeline = timeline_of({lesion.id: 20 for lesion in lesions}, lesions=lesions)
    assert codes(timeline) == ["too-many-targets"] * found


def test_left_and_right_are_two_organs_where_it_is_switched(timeline_of):
    lesions = [
        Lesion("T1", organ="left lung"),
        Lesion("T2", organ="lung", site="left upper lobe"),
        Lesion("T3", organ="lung", site="right lower lobe"),
    ]
    timeline = timeline_of({lesion.id: 20 for lesion in lesions}, lesions=lesions)
    apart = assess(timeline, RECIST, paired_and_nodes_one_organ=False)
    assert apart.assessments[0].findings == ()
    assert codes(timeline) == ["too-many-targets"]


@pytest.mark.parametrize("criteria", ["easl", "qeasl", "who", "vrecist"])
@pytest.mark.parametrize(("diameter", "found"), [(10, []), (9.9, ["target-too-small"])])
def test_a_target_is_chosen_by_its_diameter_also_where_products_or_volumes_are_summed(
    criteria, diameter, found
):
    product = {"viable_perpendicular_mm": 2, "whole_perpendicular_mm": 2}
    volume = {"viable_volume_ml": "0.5", "whole_volume_ml": "0.5"}
    lengths = {"viable_diameter_mm": diameter, "whole_diameter_mm": diameter}
    measured = product | volume | lengths
    assert baseline_of(Lesion("T1"), criteria, **measured) == found


def test_islands_are_no_target_by_their_sum():
    lengths = {"viable_diameter_mm": 9, "viable_islands_sum_mm": 18}
    timepoint = Timepoint(
        "baseline", "2023-04-18", (LesionMeasurement("T1", **lengths),)
    )
    timeline = Timeline("P01", lesions=(Lesion("T1"),), timepoints=(timepoint,))
    findings = assess(timeline, MRECIST, multi_foci="sum").assessments[0].findings
    assert [finding.code for finding in findings] == ["target-too-small"]


def test_the_side_of_an_organ_may_be_told_by_the_site():
    lesions = [
        Lesion("T1", organ="left lung"),
        Lesion("T2", organ="lung", site="left upper lobe"),
        Lesion("T3", organ="lung", site="left lower lobe"),
        Lesion("T4", organ="lung", site="right lower lobe"),
    ]
    rows = tuple(LesionMeasurement(one.id, whole_diameter_mm=20) for one in lesions)
    timepoint = Timepoint("baseline", "2023-04-18", rows)
    timeline = Timeline("P01", lesions=lesions, timepoints=(timepoint,))
    apart = assess(timeline, RECIST, paired_and_nodes_one_organ=False)
    (finding,) = apart.assessments[0].findings
    assert finding.where == "T3"
    assert "third largest in the left lung" in finding.message


def test_a_lower_limit_of_target_nodes_makes_no_normal_node_of_a_target(timeline_of):
    timeline = timeline_of({"N1": 9})
    assert codes(timeline) == ["target-too-small"]
    assert assess(timeline, RECIST, node_mm=8).assessments[0].findings == ()


def test_a_non_target_node_that_merged_is_not_called_normal(timeline_of):
    node = Lesion("N1", Role.NON_TARGET, "lymph node", Kind.NODE)
    timeline = timeline_of({"T1": 30, "N1": 12}, lesions=(node,))
    (baseline,) = timeline.timepoints
    merged = LesionMeasurement("N1", state=State.MERGED, into="N2")
    rows = tuple(merged if m.lesion == "N1" else m for m in baseline.measurements)
    timepoint = replace(baseline, measurements=rows)
    assert codes(replace(timeline, timepoints=(timepoint,))) == []


def test_a_target_without_a_length_is_pointed_out_once():
    assert baseline_of(Lesion("T1"), RECIST) == ["target-without-baseline"]
