"""Criteria side by side: where they part, and in which respect."""

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.parting import parting, why_they_part

NEW = {"lesion": "X", "status": "unequivocal", "organ": "lung"}


def _why(timeline, *criteria):
    courses = [assess(timeline, name) for name in criteria]
    return [(row[0].label, why_they_part(row)) for row in parting(courses)]


def test_criteria_that_agree_do_not_part_whatever_they_call_it(timeline_of):
    timeline = timeline_of(50, 30, 30)
    assert _why(timeline, "recist-1.1", "irecist", "imrecist") == []


def test_another_limit_for_the_same_sum_is_named_with_both_limits(timeline_of):
    ((label, why),) = _why(timeline_of(40, 10, 12), "mrecist-2010", "mrecist-trial")
    assert label == "V2"
    assert why.startswith("mrecist-2010 and mrecist-trial call the same sum PD and PR")
    assert "PD from 12 mm" in why
    assert "PD from 15 mm" in why


def test_unconfirmed_progression_parts_from_progression_by_its_rule(timeline_of):
    ((label, why),) = _why(timeline_of(50, 70), "recist-1.1", "irecist")
    assert label == "V1"
    assert why.endswith("other rules: recist11.overall.target-pd and irecist.iupd.")


def test_another_quantity_is_named_with_both_sums(timeline_of):
    timeline = timeline_of(50, 50, new={1: [NEW]})
    ((_, why),) = _why(timeline, "recist-1.1", "imrecist")
    assert "call the same sum" not in why
    assert "recist-1.1 and imrecist" in why


def test_sums_that_lead_to_the_same_response_of_the_targets_are_not_blamed(timeline_of):
    """With both unevaluable, a new lesion is progression here and unconfirmed there."""
    timeline = timeline_of(50, None, new={1: [NEW]})
    ((_, why),) = _why(timeline, "mrecist-2010", "irecist")
    assert why.endswith("other rules: mrecist.overall.new and irecist.iupd.")


def test_criteria_that_have_no_sum_where_others_do_say_so(timeline_of):
    ((_, why),) = _why(timeline_of(50, 30), "recist-1.1", "who")
    assert "30.0 mm (-40 % from baseline, PR), no sum (target NE)" in why
