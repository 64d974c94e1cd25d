"""Laws that hold for every course."""

import dataclasses
import datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import Timeline, Timepoint

WORSE = [Response.CR, Response.PR, Response.SD, Response.PD]
LENGTH = st.integers(0, 2000).map(lambda tenths: Decimal(tenths) / 10)
PRESET = st.sampled_from(["mrecist-2010", "mrecist-trial", "recist-1.1"])
DAY0 = datetime.date(2020, 1, 1)


def course_of(visits, criteria, *, names=None, shift=0, **switches):
    names = names or [f"T{i}" for i in range(len(visits[0]))]
    timeline = Timeline(
        "P01",
        lesions=tuple(Lesion(name) for name in names),
        timepoints=tuple(
            Timepoint(
                f"V{i}",
                DAY0 + datetime.timedelta(60 * i + shift),
                tuple(
                    LesionMeasurement(n, State.NOT_EVALUABLE, reason="unclear")
                    if mm is None
                    else LesionMeasurement(
                        n, viable_diameter_mm=mm, whole_diameter_mm=mm
                    )
                    for n, mm in zip(names, lengths, strict=True)
                ),
            )
            for i, lengths in enumerate(visits)
        ),
    )
    return assess(timeline, criteria, **switches)


def courses(lengths=LENGTH):
    return st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(lengths, min_size=n, max_size=n), min_size=2, max_size=6
        )
    )


@given(LENGTH.filter(bool), st.lists(LENGTH, max_size=3), LENGTH, LENGTH, PRESET)
@settings(max_examples=150, deadline=None)
def test_a_larger_sum_is_never_a_better_target_response(
    baseline, between, one, other, criteria
):
    smaller, larger = sorted((one, other))
    before = [[mm] for mm in (baseline, *between)]
    a, b = (
        course_of([*before, [mm]], criteria).assessments[-1].target
        for mm in (smaller, larger)
    )
    assert WORSE.index(a) <= WORSE.index(b)


@given(courses(st.none() | LENGTH), PRESET, st.randoms())
@settings(max_examples=80, deadline=None)
def test_the_order_of_the_lesions_does_not_matter(visits, criteria, random):
    order = list(range(len(visits[0])))
    names = [f"T{i}" for i in order]
    random.shuffle(order)
    shuffled = [[lengths[i] for i in order] for lengths in visits]
    straight = course_of(visits, criteria)
    mixed = course_of(shuffled, criteria, names=[names[i] for i in order])
    for a, b in zip(straight.assessments, mixed.assessments, strict=True):
        assert (a.sum_mm, a.target, a.overall) == (b.sum_mm, b.target, b.overall)
    assert straight.lines == mixed.lines


@given(courses(st.none() | LENGTH), PRESET, st.integers(-3000, 3000))
@settings(max_examples=80, deadline=None)
def test_a_shift_in_time_moves_the_dates_and_nothing_else(visits, criteria, shift):
    here, there = (
        course_of(visits, criteria),
        course_of(visits, criteria, shift=shift),
    )
    moved = datetime.timedelta(shift)
    for a, b in zip(here.assessments, there.assessments, strict=True):
        assert a.date + moved == b.date
        plain = dataclasses.replace(b, date=a.date, reason=a.reason)
        assert dataclasses.replace(plain, findings=a.findings) == a
    for a, b in zip(here.lines, there.lines, strict=True):
        assert a.best_overall_response == b.best_overall_response
        if a.progression_date:
            assert a.progression_date + moved == b.progression_date


@given(courses(), PRESET, st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_the_unit_of_length_does_not_matter_without_a_floor(visits, criteria, scale):
    """With no absolute floor, a patient drawn larger has the same response."""
    free = {"pd_abs_floor_mm": 0}
    tenth = [[mm / 10 for mm in lengths] for lengths in visits]
    larger = [[mm * scale / 10 for mm in lengths] for lengths in visits]
    a, b = (course_of(v, criteria, **free) for v in (tenth, larger))
    assert [x.target for x in a.assessments] == [x.target for x in b.assessments]


@given(courses(), PRESET)
@settings(max_examples=60, deadline=None)
def test_a_repeated_visit_without_change_is_never_progression(visits, criteria):
    once = course_of(visits, criteria)
    twice = course_of([*visits, visits[-1]], criteria)
    assert once.assessments == twice.assessments[:-1]
    last, again = twice.assessments[-2:]
    if last.target not in {Response.PD, None}:
        assert again.target == last.target


@given(courses(st.none() | LENGTH), PRESET)
@settings(max_examples=80, deadline=None)
def test_what_is_not_evaluable_never_moves_a_reference(visits, criteria):
    course = course_of(visits, criteria)
    complete = [a for a in course.assessments if a.sum_mm is not None]
    for a in course.assessments:
        earlier = [c.sum_mm for c in complete if c.date < a.date]
        if a.overall is not None and a.baseline_sum_mm is not None:
            assert a.nadir_sum_mm == min(earlier)
        if a.overall is not None and None in visits[course.assessments.index(a)]:
            assert a.sum_mm is None
            assert a.target in {Response.NE, Response.PD}
