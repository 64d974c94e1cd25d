"""What is wrong in a file is refused with its place, or said as the rules prescribe."""

import copy
import json

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.timeline import Timeline

PLAIN = {
    "schema": "lesion-toolkit/timeline/1",
    "patient": "P01",
    "lesions": [{"id": "T1"}],
    "timepoints": [
        {
            "label": label,
            "date": date,
            "measurements": [
                {"lesion": "T1", "viable_diameter_mm": mm, "whole_diameter_mm": mm}
            ],
        }
        for label, date, mm in (
            ("baseline", "2023-01-02", 50),
            ("week 8", "2023-02-27", 30),
        )
    ],
}


def changed(change) -> str:
    content = copy.deepcopy(PLAIN)
    change(content, content["timepoints"][1])
    return json.dumps(content)


def course_of(change, criteria="mrecist-2010"):
    return assess(Timeline.from_json(changed(change)), criteria)


def _length(mm):
    return lambda _, visit: visit["measurements"][0].update(viable_diameter_mm=mm)


def _row(lesion):
    row = {"lesion": lesion, "viable_diameter_mm": 20}
    return lambda _, visit: visit["measurements"].append(row)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_length(-0.1), r"timepoints\.1\.measurements\.0\.viable_diameter_mm"),
        (_length(1000.1), r"timepoints\.1\.measurements\.0\.viable_diameter_mm"),
        (_length("wide"), r"timepoints\.1\.measurements\.0\.viable_diameter_mm"),
        (lambda all_, _: all_["lesions"].append({"id": "T1"}), "id repeats: 'T1'"),
        (_row("T1"), "lesion at 'week 8' repeats: 'T1'"),
        (_row("T9"), "'week 8' has a row for 'T9'"),
        (lambda _, v: v.update(date="2022-12-01"), "2022-12-01 after 2023-01-02"),
        (lambda _, v: v.update(date="2023-01-02"), "2023-01-02 after 2023-01-02"),
        (lambda _, v: v.update(label="baseline"), "label repeats: 'baseline'"),
    ],
)
def test_what_cannot_be_is_refused_naming_its_row(change, said) -> None:
    with pytest.raises(InputRefused, match=said):
        course_of(change)


def test_a_refusal_names_the_timepoint_and_the_lesion_of_the_row() -> None:
    place = r"timepoints\.1\.measurements\.0\.viable_diameter_mm \('week 8', 'T1'\): "
    with pytest.raises(InputRefused, match=place):
        course_of(_length(-0.1))


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ({"viable_diameter_mm": 30.1}, "viable diameter 30.1 mm above whole diameter"),
        ({"whole_perpendicular_mm": 31}, "whole perpendicular 31.0 mm above whole dia"),
        (
            {"viable_volume_ml": 9, "whole_volume_ml": 8},
            "9.0 ml above whole volume 8.0",
        ),
    ],
)
def test_a_part_larger_than_its_whole_is_pointed_out(sizes, said) -> None:
    plain = course_of(lambda _, visit: None).assessments[1]
    answer = course_of(lambda _, v: v["measurements"][0].update(sizes)).assessments[1]
    (finding,) = [f for f in answer.findings if f.code == "sizes-contradict"]
    assert said in finding.message
    assert finding.where == "T1"
    assert "sizes-contradict" not in {f.code for f in plain.findings}
    assert answer.overall == plain.overall


def test_a_length_of_one_meter_is_the_longest_that_is_read() -> None:
    assert course_of(_length(1000)).assessments[1].sum_mm == 1000
    assert course_of(_length(0)).assessments[1].overall == "CR"


@pytest.mark.parametrize("criteria", ["mrecist-2010", "recist-1.1"])
def test_a_node_without_short_axis_is_not_evaluable_whatever_else_it_has(
    criteria,
) -> None:
    course = course_of(
        lambda all_, _: all_["lesions"][0].update(kind="node", organ="lymph node"),
        criteria,
    )
    before, after = course.assessments
    (finding,) = [f for f in before.findings if f.code == "target-without-baseline"]
    assert (finding.where, after.overall) == ("T1", "NE")
    assert "short axis was not measured" in finding.message


def test_a_target_never_seen_at_baseline_leaves_the_response_open() -> None:
    def later(all_, visit):
        all_["lesions"].append({"id": "T2"})
        _row("T2")(all_, visit)

    before, after = course_of(later).assessments
    (finding,) = [f for f in before.findings if f.code == "target-without-baseline"]
    assert (finding.where, after.overall, after.sum_mm) == ("T2", "NE", 50)


def test_a_non_target_never_seen_at_baseline_may_be_a_new_lesion() -> None:
    def later(all_, visit):
        all_["lesions"].append({"id": "NT1", "role": "non-target"})
        visit["non_targets"] = [{"lesion": "NT1", "status": "present"}]

    (finding,) = course_of(later).assessments[0].findings
    assert (finding.code, finding.where) == ("non-target-without-baseline", "NT1")


@pytest.mark.parametrize("organ", ["lver", "", "Doe, Jane"])
def test_an_organ_that_is_not_known_is_pointed_out_and_not_repeated(organ) -> None:
    course = course_of(lambda all_, _: all_["lesions"][0].update(organ=organ))
    (finding,) = course.assessments[0].findings
    assert (finding.code, finding.where) == ("organ-not-known", "T1")
    assert "whole diameter" in finding.message
    assert "Doe" not in finding.message


@pytest.mark.parametrize("organ", ["liver", " Liver", "lung", "left kidney", "bone"])
def test_organs_in_use_are_known(organ) -> None:
    course = course_of(lambda all_, _: all_["lesions"][0].update(organ=organ))
    codes = {f.code for f in course.assessments[0].findings}
    assert "organ-not-known" not in codes
