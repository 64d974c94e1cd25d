"""What happens to lesions and visits in a course, and what it does to the response."""

import pytest

from lesion_toolkit.criteria.engine import assess

BOTH = ["mrecist-2010", "recist-1.1"]


def responses(timeline, criteria):
    return [str(a.overall) for a in assess(timeline, criteria).assessments[1:]]


@pytest.mark.parametrize("criteria", BOTH)
def test_an_unscheduled_visit_sets_the_nadir_like_any_other(
    timeline_of, criteria
) -> None:
    with_it = timeline_of(100, 60, 80, days=[0, 21, 56])
    assert responses(with_it, criteria) == ["PR", "PD"]
    assert responses(timeline_of(100, 80), criteria) == ["SD"]


@pytest.mark.parametrize("criteria", BOTH)
def test_one_of_several_targets_may_vanish_and_come_back(timeline_of, criteria) -> None:
    """Without an overall CR before, only the sum decides."""
    visits = [{"T1": 60, "T2": 20}, {"T1": 60, "T2": "absent"}, {"T1": 60, "T2": 8}]
    assert responses(timeline_of(*visits), criteria) == ["SD", "SD"]
    visits[2] = {"T1": 60, "T2": 12}
    assert responses(timeline_of(*visits), criteria) == ["SD", "PD"]


@pytest.mark.parametrize("criteria", BOTH)
def test_all_that_vanished_and_comes_back_is_progression(timeline_of, criteria) -> None:
    assert responses(timeline_of(60, "absent", 4), criteria) == ["CR", "PD"]


def test_an_equivocal_lesion_that_never_becomes_definite_changes_nothing(
    timeline_of,
) -> None:
    seen = [{"lesion": "X", "status": "equivocal"}]
    course = assess(timeline_of(50, 50, 50, new={1: seen, 2: seen}), "recist-1.1")
    assert course.progression_date is None
    codes = {f.code for f in course.assessments[2].findings}
    assert "new-lesion-watched" in codes


@pytest.mark.parametrize("criteria", BOTH)
def test_a_visit_that_is_not_evaluable_leaves_the_nadir_for_the_next(
    timeline_of, criteria
) -> None:
    assert responses(timeline_of(100, 60, None, 72), criteria) == ["PR", "NE", "PD"]


@pytest.mark.parametrize("criteria", BOTH)
def test_a_second_line_begins_from_its_own_baseline(timeline_of, criteria) -> None:
    """The last scan of a line still ends it, and is the baseline of the next one."""
    timeline = timeline_of(50, 80, 50, lines={"first": 0, "second": 60})
    course = assess(timeline, criteria)
    said = [(a.line, a.label, str(a.overall)) for a in course.assessments if a.overall]
    assert said == [("first", "V1", "PD"), ("second", "V2", "PR")]
