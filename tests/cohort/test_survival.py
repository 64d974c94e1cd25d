"""Kaplan-Meier, medians, log-rank and landmark: published numbers and properties."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesion_toolkit.cohort.survival import kaplan_meier, landmark, log_rank
from lesion_toolkit.cohort.survival_figures import median_words
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.response import TimeToEvent

spells = st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def statistics(shared: Path) -> list[dict]:
    text = (shared / "vectors" / "statistics.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.shared
def test_published_curves_and_medians_are_reproduced(statistics: list[dict]) -> None:
    vectors = [v for v in statistics if v["kind"] == "kaplan_meier"]
    assert len(vectors) == 4
    for vector in vectors:
        times, expected = vector["inputs"]["time_event"], vector["expected"]
        curve = kaplan_meier(times)
        assert curve.median_days == expected["median"], vector["id"]
        for day, share in expected["steps"].items():
            step = curve.at(int(day))
            assert step is not None
            assert step.survival == pytest.approx(share, abs=5e-5), (vector["id"], day)
        if "median_ci_log" in expected:
            low, high = kaplan_meier(times, interval="log").median_interval_days
            assert [low, high] == expected["median_ci_log"]


@pytest.mark.shared
def test_the_published_log_rank_test_is_reproduced(statistics: list[dict]) -> None:
    (vector,) = [v for v in statistics if v["kind"] == "logrank"]
    found = log_rank(vector["inputs"])
    assert found.chi_squared == pytest.approx(vector["expected"]["chi2"], abs=5e-4)
    assert found.p == pytest.approx(vector["expected"]["p"], rel=1e-6)
    assert found.degrees_of_freedom == 1


@pytest.mark.shared
def test_every_kind_of_published_statistic_is_tested(statistics: list[dict]) -> None:
    """The rates are in test_outcomes.py."""
    kinds = {vector["kind"] for vector in statistics}
    assert kinds == {"clopper_pearson", "wilson", "kaplan_meier", "logrank"}


@pytest.mark.shared
def test_an_event_comes_before_a_censoring_of_the_same_day(shared: Path) -> None:
    path = shared / "criteria" / "worked_cases.json"
    (case,) = [c for c in json.loads(path.read_text("utf-8")) if c["id"] == "Q11"]
    given, expected = case["inputs"], case["expected"]
    curve = kaplan_meier(zip(given["times"], given["events"], strict=True))
    assert curve.at(5).survival == pytest.approx(expected["S_after_5"])
    assert curve.at(8).survival == pytest.approx(expected["S_after_8"])
    assert curve.median_days == expected["median"]


def test_nothing_is_known_after_the_last_follow_up() -> None:
    curve = kaplan_meier([(5, True), (8, False), (12, True), (20, False)])
    assert curve.at(20) is not None
    assert curve.at(21) is None


def test_after_everybody_had_the_event_nobody_is_without_it() -> None:
    curve = kaplan_meier([(5, True), (8, True)])
    step = curve.at(1000)
    assert step is not None
    assert (step.survival, step.low, step.high) == (0, None, None)


def test_without_events_no_median_is_reached() -> None:
    curve = kaplan_meier([(5, False), (8, False)])
    assert curve.median_days is None
    assert curve.median_interval_days == (None, None)
    assert curve.at(6).survival == 1


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ([(300, False)], "median not reached\n(95 % CI not estimable)"),
        ([(61, True), (365, False)], "median 2.0 months\n(95 % CI 2.0 to not reached)"),
    ],
)
def test_a_median_is_said_in_months_with_what_is_known_of_it(times, said) -> None:
    assert median_words(kaplan_meier(times)) == said


def test_numbers_at_risk_are_those_just_before_the_day() -> None:
    curve = kaplan_meier([(0, False), (5, True), (5, False), (9, True)])
    assert [curve.at_risk(day) for day in (0, 1, 5, 6, 10)] == [4, 3, 3, 1, 0]


@settings(max_examples=25)
@given(spells)
def test_a_curve_falls_within_its_interval_and_counts_everybody(
    times: list[tuple[int, bool]],
) -> None:
    curve = kaplan_meier(times)
    shares = [1.0, *(step.survival for step in curve.steps)]
    assert shares == sorted(shares, reverse=True)
    assert sum(s.events + s.censored for s in curve.steps) == curve.n == len(times)
    for step in curve.steps:
        assert step.at_risk == curve.at_risk(step.days)
        if step.low is not None and step.high is not None:
            assert step.low <= step.survival + 1e-12
            assert step.high >= step.survival - 1e-12


@settings(max_examples=25)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=30))
def test_without_censoring_the_curve_is_the_share_still_waiting(
    days: list[int],
) -> None:
    curve = kaplan_meier([(day, True) for day in days])
    for step in curve.steps:
        waiting = sum(day > step.days for day in days) / len(days)
        assert step.survival == pytest.approx(waiting, abs=1e-9)


def test_the_interval_of_the_curve_is_that_of_the_library() -> None:
    """Greenwood on the log-log scale, as lifelines computes it itself."""
    from lifelines import KaplanMeierFitter

    times = [(9, 1), (13, 1), (13, 0), (18, 1), (23, 1), (28, 0), (31, 1), (45, 0)]
    days, occurred = zip(*times, strict=True)
    theirs = KaplanMeierFitter().fit(days, occurred).confidence_interval_
    for step in kaplan_meier(times).steps:
        low, high = theirs.loc[step.days]
        assert (step.low, step.high) == pytest.approx((low, high), abs=1e-9)


def test_times_of_patients_enter_as_they_are() -> None:
    import datetime

    day = datetime.date(2024, 1, 10)
    times = [TimeToEvent(10, True, day, "death"), TimeToEvent(20, False, day, "alive")]
    assert kaplan_meier(times) == kaplan_meier([(10, True), (20, False)])


# ------------------------------------------------------------------ landmark
def time(days: int, died: bool) -> TimeToEvent:
    import datetime

    return TimeToEvent(days, died, datetime.date(2024, 1, 10), "")


def test_who_dies_before_the_landmark_is_in_neither_group() -> None:
    """Counted as a non-responder he would make responders live longer."""
    found = landmark([(time(30, True), None), (time(300, True), 50)], 90)
    assert (found.responders, found.others, found.left_out) == (((210, True),), (), 1)


def test_a_response_after_the_landmark_is_none_yet() -> None:
    found = landmark([(time(300, False), 120)], 90)
    assert (found.responders, found.others) == ((), ((210, False),))


def test_who_is_alive_on_the_day_of_the_landmark_counts_from_it() -> None:
    found = landmark([(time(90, False), 90), (time(90, True), None)], 90)
    assert (found.responders, found.left_out) == (((0, False),), 1)


@pytest.mark.parametrize(
    "call",
    [
        lambda: kaplan_meier([]),
        lambda: kaplan_meier([(1, True)], level=95),
        lambda: log_rank({"A": [(1, True)]}),
        lambda: log_rank({"A": [(1, True)], "B": []}),
        lambda: landmark([], 0),
    ],
)
def test_what_is_no_survival_question_is_refused(call) -> None:
    with pytest.raises(UsageRefused):
        call()
