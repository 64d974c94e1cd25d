"""Non-target disease, new lesions, and the date of progression."""

import datetime

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.timeline import NonTarget, Timeline, Timepoint

RECIST, MRECIST = "recist-1.1", "mrecist-2010"
V1, V2, V3 = (
    datetime.date(2023, 4, 18) + datetime.timedelta(56 * i) for i in (1, 2, 3)
)


def _non_targets(statuses):
    lesions = tuple(Lesion(k, role=Role.NON_TARGET) for k in ("A", "B"))
    present = tuple(NonTarget(k, "present") for k in ("A", "B"))
    later = tuple(NonTarget(k, s) for k, s in statuses.items())
    return Timeline(
        "P01",
        lesions=lesions,
        timepoints=(
            Timepoint("baseline", "2023-04-18", non_targets=present),
            Timepoint("V1", "2023-06-14", non_targets=later),
        ),
    )


@pytest.mark.parametrize(
    ("statuses", "response"),
    [
        ({"A": "CR", "B": "CR"}, "CR"),
        ({"A": "CR", "B": "NON-CR/NON-PD"}, "NON-CR/NON-PD"),
        ({"A": "CR", "B": "present"}, "NON-CR/NON-PD"),
        ({"A": "NE", "B": "NON-CR/NON-PD"}, "NE"),
        ({"A": "NE", "B": "PD"}, "PD"),
        ({"A": "CR", "B": "PD"}, "PD"),
        ({"A": "CR"}, "NE"),
        ({}, "NE"),
    ],
)
def test_the_non_target_response_follows_from_each_lesion(statuses, response):
    answer = assess(_non_targets(statuses), RECIST).assessments[1]
    assert (answer.target, answer.non_target) == ("NONE", response)
    assert answer.overall == response


def test_without_non_targets_their_response_is_none(timeline_of):
    assert assess(timeline_of(50, 50), RECIST).assessments[1].non_target == "NONE"


def test_a_non_target_status_of_a_target_is_pointed_out():
    timeline = Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=(
            Timepoint("V0", "2023-04-18", non_targets=(NonTarget("T1", "PD"),)),
        ),
    )
    assert assess(timeline, RECIST).findings[0].code == "row-without-use"


# ------------------------------------------------------------------ new lesions
def _new(status="unequivocal", mm=None, typical=None, organ="liver"):
    return {
        "lesion": "NEW1",
        "status": status,
        "diameter_mm": mm,
        "typical": typical,
        "organ": organ,
    }


def course_with(timeline_of, *seen, criteria=MRECIST, **switches):
    """Stable targets; ``seen`` is the new lesion at each visit after baseline."""
    new = {i: [n] for i, n in enumerate(seen, start=1) if n}
    timeline = timeline_of(*[50] * (len(seen) + 1), new=new)
    return assess(timeline, criteria, **switches)


def answers(course):
    return [(str(a.new_lesion), str(a.overall)) for a in course.assessments[1:]]


@pytest.mark.parametrize("criteria", [RECIST, MRECIST])
def test_an_unequivocal_new_lesion_is_progression(timeline_of, criteria):
    course = course_with(timeline_of, _new(), criteria=criteria)
    assert answers(course) == [("YES", "PD")]
    assert course.progression_date == V1


@pytest.mark.parametrize("criteria", [RECIST, MRECIST])
def test_an_equivocal_lesion_that_is_confirmed_dates_progression_back(
    timeline_of, criteria
):
    course = course_with(timeline_of, _new("equivocal"), _new(), criteria=criteria)
    assert answers(course) == [("EQUIVOCAL", "SD"), ("YES", "PD")]
    assert course.progression_date == V1
    assert course.best_overall_response == "PD"
    assert "first seen at V1 (13 Jun 2023)" in course.assessments[2].reason
    later = course_with(
        timeline_of,
        _new("equivocal"),
        _new(),
        criteria=criteria,
        pd_date_rule="first_qualifying",
    )
    assert later.progression_date == V2
    assert later.best_overall_response == "SD"


def test_a_response_between_first_sight_and_progression_does_not_count(timeline_of):
    new = {1: [_new("equivocal")], 2: [_new()]}
    course = assess(timeline_of(100, 60, 60, new=new), RECIST)
    assert [str(a.overall) for a in course.assessments[1:]] == ["PR", "PD"]
    assert course.response_date is None
    assert course.best_overall_response == "PD"


@pytest.mark.parametrize(
    ("mm", "typical", "counts"),
    [
        (10, True, True),
        (9.9, True, False),
        (12, False, False),
        (30, False, False),
        (12, None, True),
        (9, None, False),
        (None, None, True),
        (None, True, True),
        (None, False, False),
    ],
)
def test_a_new_liver_nodule_counts_by_size_and_pattern(
    timeline_of, mm, typical, counts
):
    course = course_with(timeline_of, _new(mm=mm, typical=typical))
    assert answers(course) == [("YES", "PD") if counts else ("EQUIVOCAL", "SD")]
    codes = [f.code for f in course.assessments[1].findings]
    assert codes == ([] if counts else ["new-lesion-watched"])


def test_a_watched_nodule_that_grows_by_10_mm_dates_progression_back(timeline_of):
    grown = course_with(
        timeline_of, _new(mm=12, typical=False), None, _new(mm=22, typical=False)
    )
    assert answers(grown)[0] == ("EQUIVOCAL", "SD")
    assert answers(grown)[2] == ("YES", "PD")
    assert grown.progression_date == V1
    short = course_with(
        timeline_of, _new(mm=12, typical=False), None, _new(mm=21.9, typical=False)
    )
    assert short.progression_date is None


def test_a_watched_nodule_that_becomes_typical_dates_progression_back(timeline_of):
    course = course_with(
        timeline_of, _new(mm=9, typical=True), _new(mm=11, typical=True)
    )
    assert answers(course) == [("EQUIVOCAL", "SD"), ("YES", "PD")]
    assert course.progression_date == V1


def test_a_nodule_that_counted_once_stays_a_new_lesion(timeline_of):
    course = course_with(
        timeline_of, _new(mm=12, typical=True), _new(mm=8, typical=True)
    )
    assert answers(course) == [("YES", "PD"), ("YES", "PD")]


def test_a_watched_nodule_that_is_gone_is_dropped(timeline_of):
    course = course_with(timeline_of, _new(mm=9, typical=True), None)
    assert answers(course) == [("EQUIVOCAL", "SD"), ("NO", "SD")]


def test_the_nodule_rule_is_for_the_liver_and_for_mrecist(timeline_of):
    small = _new(mm=8, typical=False, organ="lung")
    assert answers(course_with(timeline_of, small)) == [("YES", "PD")]
    in_liver = _new(mm=8, typical=False)
    course = course_with(timeline_of, in_liver, criteria=RECIST)
    assert answers(course) == [("YES", "PD")]


def test_the_nodule_limits_are_switches(timeline_of):
    smaller = course_with(timeline_of, _new(mm=8, typical=True), new_nodule_min_mm=8)
    assert answers(smaller) == [("YES", "PD")]
    nodules = (_new(mm=12, typical=False), _new(mm=17, typical=False))
    assert answers(course_with(timeline_of, *nodules, growth_mm=5))[1] == ("YES", "PD")


def test_a_new_lesion_wins_over_a_missing_target(timeline_of):
    timeline = timeline_of(50, None, new={1: [_new()]})
    answer = assess(timeline, RECIST).assessments[1]
    assert (answer.target, answer.overall) == ("NE", "PD")
