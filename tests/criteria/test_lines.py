"""Each treatment line is judged against its own baseline."""

import datetime

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.timeline import Timeline

RECIST = "recist-1.1"
TWO_LINES = {"first": 3, "second": 116}


def judged(course):
    return [(a.line, a.label, a.overall) for a in course.assessments]


def test_without_lines_the_first_timepoint_is_the_baseline(timeline_of):
    course = assess(timeline_of(100, 70), RECIST)
    assert judged(course) == [("", "baseline", None), ("", "V1", "PR")]


def test_the_baseline_is_the_last_timepoint_before_the_start(timeline_of):
    course = assess(timeline_of(100, 60, 54, lines={"only": 60}), RECIST)
    assert judged(course) == [("only", "V1", None), ("only", "V2", "SD")]
    assert course.assessments[1].baseline_sum_mm == 60
    assert [f.code for f in course.findings] == ["before-first-line"]


def test_a_timepoint_on_the_day_of_the_start_is_a_baseline(timeline_of):
    course = assess(timeline_of(100, 60, 54, lines={"only": 56}), RECIST)
    assert judged(course)[0] == ("only", "V1", None)


def test_the_baseline_of_the_next_line_still_ends_the_line_before(timeline_of):
    course = assess(timeline_of(50, 40, 66, 46, lines=TWO_LINES), RECIST)
    assert judged(course) == [
        ("first", "baseline", None),
        ("first", "V1", "SD"),
        ("first", "V2", "PD"),
        ("second", "V2", None),
        ("second", "V3", "PR"),
    ]
    first, second = course.lines
    assert (first.best_overall_response, second.best_overall_response) == ("SD", "PR")
    assert first.progression_date == datetime.date(2023, 8, 8)
    assert course.best_overall_response == "PR"
    assert course.progression_date is None


def test_one_line_can_be_assessed_alone(timeline_of):
    timeline = timeline_of(50, 40, 66, 46, lines=TWO_LINES)
    course = assess(timeline, RECIST, line="second")
    assert {a.line for a in course.assessments} == {"second"}
    assert len(course.lines) == 1
    with pytest.raises(UsageRefused, match="'first', 'second'"):
        assess(timeline, RECIST, line="third")


def test_lines_are_taken_in_order_of_their_start(timeline_of):
    timeline = timeline_of(50, 40, 66, 46, lines={"second": 116, "first": 3})
    assert [o.line for o in assess(timeline, RECIST).lines] == ["first", "second"]


def test_a_line_without_a_timepoint_before_it_has_no_baseline(timeline_of):
    course = assess(timeline_of(50, 40, lines={"early": -1}), RECIST)
    assert [(a.overall, a.rule_id) for a in course.assessments] == [
        ("NE", "no-baseline"),
        ("NE", "no-baseline"),
    ]
    assert course.assessments[0].findings[0].code == "missing-baseline"
    assert course.best_overall_response == "NE"


def test_two_lines_may_start_from_the_same_baseline(timeline_of):
    course = assess(timeline_of(50, 40, lines={"first": 1, "second": 2}), RECIST)
    assert judged(course) == [
        ("first", "baseline", None),
        ("second", "baseline", None),
        ("second", "V1", "SD"),
    ]


def test_targets_chosen_for_the_next_line_do_not_spoil_the_one_before(timeline_of):
    timeline = timeline_of(
        {"T1": 50}, {"T1": 40}, {"T1": 60, "T2": 30}, {"T2": 20}, lines=TWO_LINES
    )
    course = assess(timeline, RECIST)
    assert [str(a.target) for a in course.assessments if a.line == "first"] == [
        "None",
        "SD",
        "PD",
    ]
    second = [a for a in course.assessments if a.line == "second"]
    assert second[0].sum_mm == 90
    assert second[1].target == "NE"


def test_targets_that_the_next_line_gives_up_are_not_missed_there(timeline_of):
    timeline = timeline_of(
        {"T1": 50}, {"T1": 40}, {"T1": 60, "T2": 30}, lines={"first": 3}
    )
    dropped = timeline_of(
        {"T1": 50, "T2": 30},
        {"T1": 40, "T2": 30},
        {"T2": 30},
        {"T2": 20},
        lines=TWO_LINES,
    )
    assert assess(timeline, RECIST).assessments[-1].target == "NE"
    course = assess(dropped, RECIST)
    assert [str(a.target) for a in course.assessments if a.line == "first"][-1] == "NE"
    assert course.assessments[-1].target == "PR"


def test_what_was_new_in_one_line_is_known_in_the_next(timeline_of):
    new = [{"lesion": "NEW1", "status": "unequivocal", "diameter_mm": 15}]
    timeline = timeline_of(50, 40, 50, 45, new={2: new, 3: new}, lines=TWO_LINES)
    course = assess(timeline, RECIST)
    assert judged(course)[2] == ("first", "V2", "PD")
    assert judged(course)[4] == ("second", "V3", "SD")


def test_an_empty_timeline_has_an_empty_course():
    course = assess(Timeline("P01", lesions=(Lesion("T1"),)), RECIST)
    assert (course.assessments, course.lines) == ((), ())
    assert course.best_overall_response is None


def test_a_declared_target_that_was_never_measured_is_missing(timeline_of):
    timeline = timeline_of(50, 30, lesions=(Lesion("T2"),))
    assert assess(timeline, RECIST).assessments[1].target == "NE"


def test_new_lesions_in_the_list_are_never_summed(timeline_of):
    timeline = timeline_of(
        {"T1": 50}, {"T1": 50, "X": 30}, lesions=(Lesion("X", role=Role.NEW),)
    )
    assert assess(timeline, RECIST).assessments[1].sum_mm == 50
