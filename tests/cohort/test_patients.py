"""What a patient's course came to: depth, bars of a waterfall, published arms."""

import datetime
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from lesion_toolkit.cohort.outcomes import CONTROLLED, OBJECTIVE_RESPONSES, Rate
from lesion_toolkit.cohort.patients import patient_outcome
from lesion_toolkit.cohort.survival import kaplan_meier
from lesion_toolkit.criteria.best_response import best_response
from lesion_toolkit.criteria.endpoints import PatientFacts, progression_free_survival
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.timeline import Timeline

MakeTimeline = Callable[..., Timeline]


@pytest.fixture(scope="module")
def worked(shared: Path) -> dict[str, dict]:
    path = shared / "criteria" / "worked_cases.json"
    return {case["id"]: case for case in json.loads(path.read_text("utf-8"))}


@pytest.mark.shared
def test_depth_is_the_smallest_sum_before_progression(
    worked: dict[str, dict], course_of: MakeTimeline
) -> None:
    given = worked["Q08"]["inputs"]
    outcome = patient_outcome(course_of("P", [given["baseline"], *given["sums"]]))
    assert outcome.depth_of_response_pct == worked["Q08"]["expected"]["best_pct"]
    # the last of the sums grew by more than a fifth over the smallest: progression
    assert [visit.overall for visit in outcome.visits] == ["SD", "PR", "PD"]


@pytest.mark.shared
def test_the_bar_of_a_patient_with_progression_may_point_down(
    worked: dict[str, dict], course_of: MakeTimeline
) -> None:
    case = worked["Q09"]
    sums = [case["inputs"]["baseline"], *case["inputs"]["sums"]]
    outcome = patient_outcome(course_of("P", sums, new_at=1))
    assert outcome.best_change_pct == case["expected"]["bar_pct"]
    assert outcome.best_response == case["expected"]["BOR"]
    assert outcome.progressed_with_new_lesion
    assert outcome.depth_of_response_pct is None


@pytest.mark.shared
def test_patients_without_a_response_stay_in_the_denominator(
    worked: dict[str, dict],
) -> None:
    case = worked["Q07"]
    best = case["inputs"]["BOR"]
    for name, counted in (("ORR", OBJECTIVE_RESPONSES), ("DCR", CONTROLLED)):
        rate = Rate.of(sum(b in counted for b in best), len(best))
        assert [rate.count, rate.n] == case["expected"][name]


@pytest.mark.shared
def test_every_figure_of_a_published_arm_is_reproduced(shared: Path) -> None:
    """Best responses, response rate, times and their curve, from dated responses."""
    text = (shared / "vectors" / "cohort_outcomes.jsonl").read_text("utf-8")
    (arm,) = [json.loads(line) for line in text.splitlines()]
    (expected,) = arm["expected_by_arm"].values()
    best, times = [], []
    for subject in arm["subjects"]:
        start = datetime.date.fromisoformat(subject["trt_start"])
        died = subject["death_date"]
        facts = PatientFacts(
            datetime.date.fromisoformat(subject["rand_date"]),
            death=datetime.date.fromisoformat(died) if died else None,
        )
        responses = subject["assessments"]
        # they count the first day as 1: stable disease on study day 42 is day 41 here
        found = best_response(responses, start, sd_min_days=41, confirmed=False)
        best.append(found.response if responses else "MISSING")
        assert best[-1] == subject["bor"], subject["subject"]
        times.append(progression_free_survival(responses, facts))
    for name in ("CR", "PR", "SD", "PD", "NE", "MISSING"):
        assert best.count(name) == expected[name], name
    rate = Rate.of(sum(b in OBJECTIVE_RESPONSES for b in best), len(best))
    assert (rate.count, rate.n) == (expected["orr"], expected["n"])
    percent = [round(100 * rate.low, 1), round(100 * rate.high, 1)]
    assert percent == expected["ci"]
    curve = kaplan_meier([(time.days + 1, time.occurred) for time in times])
    assert (curve.events, curve.n - curve.events) == (
        expected["events"],
        expected["cens"],
    )
    assert [curve.median_days, *curve.median_interval_days] == expected["median"]
    for day, share in expected["rates"].items():
        step = curve.at(int(day))
        assert (step and round(step.survival, 3)) == share, day


def test_times_run_from_the_start_of_the_last_line(course_of: MakeTimeline) -> None:
    outcome = patient_outcome(course_of("P", [100, 60, 50], death_after=400))
    assert outcome.start == datetime.date(2024, 1, 10)
    assert outcome.days_to_response == 60
    assert [visit.days for visit in outcome.visits] == [60, 120]
    assert outcome.overall_survival.days == 400
    assert outcome.overall_survival.occurred


def test_a_patient_without_a_follow_up_has_no_change() -> None:
    timeline = Timeline.from_content(
        {"schema": "lesion-toolkit/timeline/1", "patient": "P"}
    )
    outcome = patient_outcome(assess(timeline, "mrecist-2010"))
    assert (outcome.best_change_pct, outcome.start, outcome.visits) == (None, None, ())


def test_a_sum_after_progression_does_not_deepen_the_response(
    course_of: MakeTimeline,
) -> None:
    outcome = patient_outcome(course_of("P", [100, 90, 130, 20]))
    assert outcome.best_change_pct == Decimal(-10)
    assert outcome.depth_of_response_pct == Decimal(-10)
