"""What would have changed an answer really would have."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from lesion_toolkit.criteria.engine import assess

LIMIT = re.compile(r"(PR up to|SD above|PD from|PD above) ([\d.]+) mm")
NEW = {"lesion": "X", "status": "unequivocal", "organ": "lung"}
TENTHS = st.integers(60, 1500).map(lambda n: Decimal(n) / 10)


@settings(max_examples=150, deadline=None)
@given(baseline=TENTHS, nadir=TENTHS, now=TENTHS, floored=st.booleans())
def test_the_named_sums_are_the_limits(timeline_of, baseline, nadir, now, floored):
    criteria = "recist-1.1" if floored else "mrecist-2010"

    def target(mm):
        return assess(timeline_of(baseline, nadir, mm), criteria).assessments[2].target

    answer = assess(timeline_of(baseline, nadir, now), criteria).assessments[2]
    named = LIMIT.findall(answer.otherwise)
    assert named
    for words, limit in named:
        at, category = Decimal(limit), words[:2]
        beyond = at + (-1 if words == "PR up to" else 1) * Decimal("0.01")
        before = at - (-1 if words == "PR up to" else 1) * Decimal("0.01")
        reached = beyond if "above" in words else at
        short = at if "above" in words else before
        # where PD already begins below the limit of PR, PD stands
        assert target(reached) in {category, "PD"}
        assert target(short) != category


def test_without_the_new_lesion_the_answer_is_the_one_named(timeline_of):
    for mm, said in ((30, "PR"), (50, "SD")):
        answer = assess(timeline_of(50, mm, new={1: [NEW]}), "recist-1.1")
        assert answer.assessments[1].otherwise.startswith(
            f"Without new lesion X {said}."
        )
        assert assess(timeline_of(50, mm), "recist-1.1").assessments[1].overall == said


def test_without_the_progression_of_a_non_target_the_answer_is_the_one_named(
    timeline_of,
):
    answer = assess(
        timeline_of(50, 30, non_target=["present", "PD"]), "recist-1.1"
    ).assessments[1]
    assert answer.otherwise.startswith("Without the progression of NT1 PR.")


def test_targets_that_are_missing_are_asked_for(timeline_of):
    timeline = timeline_of({"T1": 30, "T2": 20}, {"T1": 20, "T2": None})
    assert assess(timeline, "recist-1.1").assessments[1].otherwise == "It needs T2."


def test_disease_after_complete_response_would_have_stayed_complete(timeline_of):
    answer = assess(timeline_of(50, 0, 2), "recist-1.1").assessments[2]
    assert answer.otherwise == "Without any disease seen it would have stayed CR."
