import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from lesion_toolkit.cohort.outcomes import (
    Cohort,
    Rate,
    disease_control_rate,
    objective_response_rate,
    response_rate,
)
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.response import Course, Response
from lesion_toolkit.model.timeline import Timeline

MakeCourse = Callable[..., Course]


def test_seven_of_twenty_is_35_percent_with_its_exact_interval() -> None:
    rate, low, high = response_rate(7, 20)
    assert rate == 0.35
    assert (low, high) == pytest.approx((0.1539, 0.5922), abs=5e-5)


@given(st.integers(1, 60))
def test_no_responders_leaves_the_closed_form_upper_bound(n: int) -> None:
    rate, low, high = response_rate(0, n)
    assert (rate, low) == (0, 0)
    assert high == pytest.approx(1 - 0.025 ** (1 / n), rel=1e-9)


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_responders_and_others_mirror_each_other(pair: tuple[int, int]) -> None:
    k, n = pair
    _, low, high = response_rate(k, n)
    _, other_low, other_high = response_rate(n - k, n)
    assert (low, high) == pytest.approx((1 - other_high, 1 - other_low), abs=1e-9)


@given(
    st.integers(2, 60).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n)))
)
def test_the_exact_bounds_leave_half_the_error_in_each_tail(
    pair: tuple[int, int],
) -> None:
    k, n = pair
    _, low, high = response_rate(k, n, level=0.9)
    assert binom.sf(k - 1, n, low) == pytest.approx(0.05, rel=1e-6)
    assert binom.cdf(k, n, high) == pytest.approx(0.05, rel=1e-6)


def test_published_intervals_are_reproduced(shared: Path) -> None:
    methods = {"clopper_pearson": "clopper-pearson", "wilson": "wilson"}
    lines = (shared / "vectors" / "statistics.jsonl").read_text("utf-8").splitlines()
    vectors = [v for v in map(json.loads, lines) if v["kind"] in methods]
    assert len(vectors) >= 6
    for vector in vectors:
        given_ = vector["inputs"]
        _, *interval = response_rate(
            given_["x"], given_["n"], given_["conf"], methods[vector["kind"]]
        )
        assert interval == pytest.approx(vector["expected"], abs=1e-6), vector["id"]


@pytest.mark.parametrize(
    "call",
    [
        lambda: response_rate(0, 0),
        lambda: response_rate(3, 2),
        lambda: response_rate(-1, 2),
        lambda: response_rate(1, 2, level=95),
        lambda: response_rate(1, 2, method="wald"),  # type: ignore[arg-type]
        lambda: objective_response_rate([]),
    ],
)
def test_what_is_not_a_rate_is_refused(call: Callable[[], object]) -> None:
    with pytest.raises(UsageRefused):
        call()


def test_one_partial_response_three_stable_one_progression(
    make_course: MakeCourse,
) -> None:
    best = [Response.PR, Response.PD, Response.SD, Response.SD, Response.SD]
    cohort = Cohort(tuple(make_course(f"case {n}", b) for n, b in enumerate(best, 1)))
    assert str(cohort.objective_response) == "20 % (1/5; 95 % CI 0.5-71.6 %)"
    assert str(cohort.disease_control) == "80 % (4/5; 95 % CI 28.4-99.5 %)"
    assert cohort.best_responses["case 2"] is Response.PD


def test_patients_who_cannot_be_evaluated_stay_in_the_denominator(
    make_course: MakeCourse,
) -> None:
    courses = [
        make_course("a", Response.CR),
        make_course("b", Response.NE),
        make_course("c", None),
        make_course("d", Response.SD),
    ]
    assert (
        objective_response_rate(courses).count,
        objective_response_rate(courses).n,
    ) == (1, 4)
    assert (disease_control_rate(courses).count, disease_control_rate(courses).n) == (
        2,
        4,
    )


def test_non_cr_non_pd_is_no_disease_control(make_course: MakeCourse) -> None:
    assert disease_control_rate([make_course("a", Response.NON_CR_NON_PD)]).count == 0


def test_confirmed_rates_take_the_confirmed_response(make_course: MakeCourse) -> None:
    courses = [make_course("a", Response.PR, Response.SD)]
    assert objective_response_rate(courses).count == 1
    assert objective_response_rate(courses, confirmed=True).count == 0
    assert disease_control_rate(courses, confirmed=True).count == 1


def test_a_rate_reads_with_at_most_one_decimal() -> None:
    assert str(Rate.of(1, 3)) == "33.3 % (1/3; 95 % CI 0.8-90.6 %)"
    assert str(Rate.of(3, 3)) == "100 % (3/3; 95 % CI 29.2-100 %)"


def test_a_patient_is_in_a_cohort_once(make_course: MakeCourse) -> None:
    twice = (make_course("a", None), make_course("a", Response.PR))
    with pytest.raises(UsageRefused, match="more than once"):
        Cohort(twice)


def test_a_cohort_is_judged_by_one_criteria(make_course: MakeCourse) -> None:
    mixed = (make_course("a", None), make_course("b", None, criteria="recist-1.1"))
    with pytest.raises(UsageRefused, match="one criteria"):
        Cohort(mixed)


def test_a_timeline_that_contradicts_itself_is_named_by_its_number() -> None:
    visits = [
        {
            "label": day,
            "date": day,
            "measurements": [{"lesion": "T1", "viable_diameter_mm": 30}],
        }
        for day in ("2024-01-10", "2024-03-13")
    ]
    content = {
        "schema": "lesion-toolkit/timeline/1",
        "lesions": [{"id": "T1"}],
        "timepoints": visits,
    }
    sound = Timeline.from_content({**content, "patient": "a"})
    odd = Timeline.from_content({**content, "patient": "b", "death": "2024-02-01"})
    with pytest.raises(InputRefused, match="in timeline 2 of 2, ") as refused:
        Cohort.judged([sound, odd], "mrecist-2010")
    assert "b" not in refused.value.found.split()


def test_a_cohort_of_timelines_is_judged_by_the_criteria_that_are_named() -> None:
    timeline = Timeline.from_content(
        {"schema": "lesion-toolkit/timeline/1", "patient": "a"}
    )
    assert Cohort.judged([timeline], "recist-1.1").criteria == "recist-1.1"
