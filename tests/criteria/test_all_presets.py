"""Laws of courses that hold whatever is added up: lengths, products or volumes."""

import dataclasses
import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesion_toolkit.criteria import simulation
from lesion_toolkit.criteria.engine import assess, criteria_names
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.response import Course
from lesion_toolkit.model.timeline import Timeline, Timepoint

DAY0 = datetime.date(2020, 1, 1)
ALL = sorted(criteria_names())
SIZES = st.integers(0, 60).map(Decimal)
RANK = {
    name: rank
    for rank, names in enumerate(
        (
            ("CR", "iCR", "imCR", "TE4"),
            ("PR", "iPR", "imPR", "TE3"),
            ("SD", "iSD", "imSD", "TE2"),
            ("PD", "iUPD", "iCPD", "imPD", "TE1"),
        )
    )
    for name in names
}


@pytest.fixture(autouse=True)
def one_draw(monkeypatch):
    """Stability is not compared here."""
    monkeypatch.setattr(simulation, "DRAWS", 1)


def row(lesion: str, size: Decimal) -> LesionMeasurement:
    """A mass all of which enhances, 10 mm across, so that sums are of its size."""
    if size == 0:
        return LesionMeasurement(lesion, State.ABSENT)
    return LesionMeasurement(
        lesion,
        viable_diameter_mm=size,
        whole_diameter_mm=size,
        viable_perpendicular_mm=Decimal(10),
        whole_perpendicular_mm=Decimal(10),
        viable_volume_ml=size,
        whole_volume_ml=size,
        attenuation_hu=Decimal(100),
    )


def course_of(criteria, visits, *, order=None, shift=0) -> Course:
    names = [f"T{n}" for n in range(len(visits[0]))]
    order = order or list(range(len(names)))
    timeline = Timeline(
        "P01",
        lesions=tuple(Lesion(names[n]) for n in order),
        timepoints=tuple(
            Timepoint(
                f"V{i}",
                DAY0 + datetime.timedelta(60 * i + shift),
                tuple(row(names[n], sizes[n]) for n in order),
                modality="CT",
            )
            for i, sizes in enumerate(visits)
        ),
    )
    return assess(timeline, criteria)


COURSES = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.lists(SIZES, min_size=n, max_size=n), min_size=2, max_size=4)
)


@pytest.mark.parametrize("criteria", ALL)
@given(before=st.lists(SIZES.filter(bool), min_size=1, max_size=3), pair=st.data())
@settings(max_examples=25, deadline=None)
def test_a_larger_tumor_is_never_a_better_response(criteria, before, pair) -> None:
    smaller, larger = sorted(pair.draw(st.tuples(SIZES, SIZES)))
    ranks = []
    for size in (smaller, larger):
        course = course_of(criteria, [[one] for one in (*before, size)])
        ranks.append(RANK[str(course.assessments[-1].overall)])
    assert ranks[0] <= ranks[1]


@pytest.mark.parametrize("criteria", ALL)
@given(visits=COURSES, source=st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_neither_the_order_of_lesions_nor_the_day_matters(
    criteria, visits, source
) -> None:
    order = list(range(len(visits[0])))
    source.shuffle(order)
    here = course_of(criteria, visits)
    there = course_of(criteria, visits, order=order, shift=source.randint(-900, 900))
    for a, b in zip(here.assessments, there.assessments, strict=True):
        assert (a.sum, a.target, a.overall) == (b.sum, b.target, b.overall)
        assert a.rule_id == b.rule_id


@pytest.mark.parametrize("criteria", ALL)
@given(visits=COURSES)
@settings(max_examples=12, deadline=None)
def test_the_same_findings_again_change_nothing_before_and_no_reference(
    criteria, visits
) -> None:
    once = course_of(criteria, visits)
    twice = course_of(criteria, [*visits, visits[-1]])
    for a, b in zip(once.assessments, twice.assessments, strict=False):
        assert dataclasses.replace(a, stability=None, findings=()) == (
            dataclasses.replace(b, stability=None, findings=())
        )
    last, again = twice.assessments[-2:]
    assert again.sum == last.sum
    if last.overall is not None and RANK.get(str(last.overall), 9) < 3:
        assert RANK[str(again.overall)] == RANK[str(last.overall)]
