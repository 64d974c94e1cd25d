"""Probabilities of a category against brute force, and the laws they obey."""

import datetime
import random
from decimal import Decimal

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.judgement import RuleBook
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.simulation import DRAWS
from lesion_toolkit.criteria.stability import target_probabilities
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import Caliper, LesionMeasurement
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import Timeline, Timepoint

DRAWN = 20_000
WITHIN = 0.02
"""Five standard errors of a share near one half in so many draws, and the nodes."""

DAY0 = datetime.date(2023, 4, 18)


def _book(name):
    preset = load_preset(name)
    return RuleBook(preset, preset.defaults)


def _by_brute_force(now, baseline, nadir, same, name, source):
    """Draw three sums again and again and judge each by the rule in plain words."""
    floor = {"recist-1.1": 5.0, "mrecist-2010": 0.0}[name]
    counted = dict.fromkeys((Response.PR, Response.SD, Response.PD), 0)
    for _ in range(DRAWN):
        n, b = source.gauss(*now), source.gauss(*baseline)
        low = b if same else source.gauss(*nadir)
        if n >= 1.2 * low and n >= low + floor and n > low:
            counted[Response.PD] += 1
        elif n <= 0.7 * b:
            counted[Response.PR] += 1
        else:
            counted[Response.SD] += 1
    return {response: count / DRAWN for response, count in counted.items()}


@pytest.mark.parametrize("name", ["mrecist-2010", "recist-1.1"])
@pytest.mark.parametrize("same", [True, False])
def test_probabilities_are_those_of_brute_force(name, same):
    source = random.Random(7)
    for _ in range(25):
        b = source.uniform(20, 120)
        low = b if same else b * source.uniform(0.3, 0.95)
        n = source.choice([0.7 * b, 1.2 * low, low + 5]) + source.gauss(0, 3)
        sums = [(size, source.uniform(0.2, 0.08 * size)) for size in (n, b, low)]
        if same:
            sums[2] = sums[1]
        shares = target_probabilities(*sums, same, _book(name))
        drawn = _by_brute_force(*sums, same, name, source)
        assert sum(shares.values()) == pytest.approx(1)
        for response, share in drawn.items():
            assert shares[response] == pytest.approx(share, abs=WITHIN), sums


def _stability(timeline_of, *visits, criteria="recist-1.1", **switches):
    course = assess(timeline_of(*visits), criteria, **switches)
    return course.assessments[-1].stability.probability


def test_at_a_limit_both_sides_are_equally_probable(timeline_of):
    assert _stability(timeline_of, 100, 70) == {"PR": 0.5, "SD": 0.5}
    assert _stability(timeline_of, 100, 120) == {"SD": 0.5, "PD": 0.5}


def test_far_from_every_limit_one_category_is_sure(timeline_of):
    assert _stability(timeline_of, 100, 20) == {"PR": 1.0}
    assert _stability(timeline_of, 100, 200) == {"PD": 1.0}
    assert _stability(timeline_of, 100, 0) == {"CR": 1.0}


def test_the_probability_of_progression_never_falls_with_the_sum(timeline_of):
    shares = [
        _stability(timeline_of, 100, 60, mm).get("PD", 0.0) for mm in range(40, 110)
    ]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == pytest.approx(1, abs=1e-4)


def test_a_new_lesion_settles_the_category_whatever_the_sums_are(timeline_of):
    new = {1: [{"lesion": "X", "status": "unequivocal", "organ": "lung"}]}
    course = assess(timeline_of(100, 70, new=new), "recist-1.1")
    assert course.assessments[1].stability.probability == {"PD": 1.0}


def test_a_sum_that_is_not_known_has_no_probabilities(timeline_of):
    course = assess(timeline_of(100, None), "recist-1.1")
    assert course.assessments[1].stability is None


def _measured(mm, error_mm):
    caliper = Caliper(((0, 0, 0), (float(mm), 0, 0)), uncertainty_mm=error_mm)
    row = LesionMeasurement(
        "T1", viable_diameter_mm=mm, whole_diameter_mm=mm, caliper=caliper
    )
    return (row,)


def _with_error(error_mm, criteria):
    visits = [(Decimal(50), 0), (Decimal(36), 56)]
    timeline = Timeline(
        "P01",
        lesions=(Lesion("T1"),),
        timepoints=tuple(
            Timepoint(
                f"V{day}",
                DAY0 + datetime.timedelta(day),
                _measured(mm, Decimal(str(error_mm))),
            )
            for mm, day in visits
        ),
    )
    return assess(timeline, criteria).assessments[1]


def test_standard_errors_that_came_with_a_measurement_are_taken():
    sharp, blurred = (_with_error(mm, "mrecist-2010") for mm in (0.2, 3))
    assert sharp.stability.probability == {"SD": 1.0}
    assert blurred.stability.probability["PR"] > 0.3
    whole = _with_error(0.2, "recist-1.1").stability.probability
    assert whole["PR"] > 0.2  # the whole caliper has none: readers' variability


def test_a_fragile_category_is_pointed_out_and_a_firm_one_is_not(timeline_of):
    fragile, firm = (
        {
            f.code
            for f in assess(timeline_of(100, mm), "recist-1.1").assessments[1].findings
        }
        for mm in (71, 40)
    )
    assert "category-fragile" in fragile
    assert "category-fragile" not in firm


# ------------------------------------------------------------------- simulation
def test_the_simulation_agrees_with_the_closed_form(timeline_of):
    """iRECIST without progression is RECIST, judged there by simulated readings."""
    for sums in ((100, 73), (100, 66), (50, 33)):
        closed = _stability(timeline_of, *sums)
        simulated = _stability(timeline_of, *sums, criteria="irecist")
        for name in ("PR", "SD"):
            share = simulated.get(f"i{name}", 0.0)
            within = 4 * (0.25 / DRAWS) ** 0.5
            assert share == pytest.approx(closed[name], abs=within), sums


def test_the_same_course_gets_the_same_answer_twice(timeline_of):
    timeline = timeline_of({"T1": 50, "T2": 30}, {"T1": 35, "T2": 20})
    assert assess(timeline, "imrecist") == assess(timeline, "imrecist")


def test_what_is_absent_stays_absent_in_every_simulated_reading(timeline_of):
    assert _stability(timeline_of, 100, 0, criteria="irecist") == {"iCR": 1.0}
