"""What would have changed an answer, held against the engine itself."""

import dataclasses
import re
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NonTarget,
    Timeline,
    Timepoint,
)
from tests.criteria.conftest import BASELINE_DAY, dictate

STEP = Decimal("0.01")
NAMED = re.compile(
    r"(PR|SD|PD|CR) (up to|from|above) ([0-9.]+?) (?:mm|mm²|ml)(?=[,. ]|$)"
)
LENGTHS = st.integers(50, 1500).map(lambda tenths: Decimal(tenths) / 10)
OF_LENGTHS = st.sampled_from(
    ["mrecist-2010", "mrecist-trial", "mrecist-2020", "recist-1.1", "pharmaverse-onco"]
)


def row(criteria: str, size: Decimal) -> LesionMeasurement:
    """One target of a size in the unit the criteria add up."""
    if criteria == "easl":
        return LesionMeasurement(
            "T1", viable_diameter_mm=size / 10, viable_perpendicular_mm=Decimal(10)
        )
    if criteria == "who":
        return LesionMeasurement(
            "T1", whole_diameter_mm=size / 10, whole_perpendicular_mm=Decimal(10)
        )
    if criteria in {"qeasl", "vrecist"}:
        return LesionMeasurement("T1", viable_volume_ml=size, whole_volume_ml=size)
    return LesionMeasurement("T1", viable_diameter_mm=size, whole_diameter_mm=size)


def last_of(criteria: str, sizes, **switches):
    plain = dictate(*[1] * len(sizes))
    visits = tuple(
        dataclasses.replace(visit, measurements=(row(criteria, size),))
        for visit, size in zip(plain.timepoints, sizes, strict=True)
    )
    timeline = dataclasses.replace(plain, timepoints=visits)
    return assess(timeline, criteria, **switches).assessments[-1]


def holds_what_it_says(criteria: str, sizes, **switches) -> None:
    answer = last_of(criteria, sizes, **switches)
    for category, how, number in NAMED.findall(answer.otherwise):
        limit = Decimal(number)
        if how == "above":
            assert limit >= 0
        sides = {"up to": (0, STEP), "from": (0, -STEP), "above": (STEP, 0)}
        inside, outside = (limit + shift for shift in sides[how])
        before = sizes[:-1]
        here = last_of(criteria, (*before, inside), **switches).target
        assert here == category, (answer.otherwise, inside, here)
        if outside > 0:
            there = last_of(criteria, (*before, outside), **switches).target
            assert there != category, (answer.otherwise, outside, there)


@given(st.lists(LENGTHS, min_size=2, max_size=4), OF_LENGTHS)
@settings(max_examples=60, deadline=None)
def test_the_lengths_it_names_are_where_the_category_changes(sizes, criteria) -> None:
    holds_what_it_says(criteria, tuple(sizes))


@given(st.lists(LENGTHS, min_size=2, max_size=4))
@settings(max_examples=30, deadline=None)
def test_they_are_so_where_a_response_persists(sizes) -> None:
    holds_what_it_says("recist-1.1", tuple(sizes), pr_persistence="eortc")


@given(
    st.lists(
        st.integers(5, 150).map(lambda n: Decimal(20 * n)), min_size=2, max_size=4
    ),
    st.sampled_from(["easl", "who", "qeasl", "vrecist"]),
)
@settings(max_examples=60, deadline=None)
def test_so_are_the_products_and_volumes_it_names(sizes, criteria) -> None:
    holds_what_it_says(criteria, tuple(sizes))


def test_a_sum_it_names_is_found_by_the_pattern_used_here() -> None:
    """The laws above would hold emptily if nothing were named."""
    answer = last_of("mrecist-2010", (Decimal(100), Decimal(80)))
    assert NAMED.findall(answer.otherwise) == [
        ("PR", "up to", "70"),
        ("PD", "from", "120"),
    ]


def test_after_nothing_enhanced_any_sum_above_zero_is_progression(timeline_of) -> None:
    timeline = timeline_of(50, 0, 10, non_target=["present"] * 3)
    answer = assess(timeline, "mrecist-2010").assessments[-1]
    assert answer.target == "PD"
    assert answer.otherwise == "The targets are PD above 0 mm."


def outside_targets(sizes, seen, status, criteria):
    """A course with non-targets NT1 and NT2 and, last, a new lesion X or none."""
    lesions = [Lesion("T1"), *(Lesion(n, role=Role.NON_TARGET) for n in status)]
    plain = dictate(*sizes)
    timepoints = []
    for i, visit in enumerate(plain.timepoints):
        last = i == len(sizes) - 1
        timepoints.append(
            dataclasses.replace(
                visit,
                non_targets=tuple(NonTarget(n, said[i]) for n, said in status.items()),
                new_lesions=(NewLesionSeen("X", "unequivocal", organ="lung"),)
                if seen and last
                else (),
            )
        )
    timeline = Timeline("P01", lesions=tuple(lesions), timepoints=tuple(timepoints))
    return assess(timeline, criteria).assessments[-1]


STATUS = st.sampled_from(["CR", "NON-CR/NON-PD", "NE", "PD"])
CRITERIA = st.sampled_from(["mrecist-2010", "recist-1.1", "imrecist"])
SIZES = st.lists(st.sampled_from([0, 3, 30, 50, 65]), min_size=1, max_size=2).map(
    lambda later: [50, *later]
)


@given(SIZES, st.lists(STATUS, max_size=2), CRITERIA)
@settings(max_examples=80, deadline=None)
def test_without_the_new_lesion_it_is_what_is_said(sizes, statuses, criteria) -> None:
    status = {
        f"NT{n}": ["present", *["CR"] * (len(sizes) - 2), said]
        for n, said in enumerate(statuses, start=1)
    }
    answer = outside_targets(sizes, True, status, criteria)
    without = outside_targets(sizes, False, status, criteria).overall
    said = re.search(r"Without new lesion X ([^ ]+)\.(?: |$)", answer.otherwise)
    if without == answer.overall:
        assert said is None, answer.otherwise
    elif criteria != "imrecist":  # there a new lesion is measured, not counted
        assert said is not None
        assert said[1] == without, answer.otherwise


@given(SIZES, STATUS, st.booleans(), CRITERIA)
@settings(max_examples=80, deadline=None)
def test_without_the_progression_of_a_non_target_it_is_what_is_said(
    sizes, other, seen, criteria
) -> None:
    assume(other != "PD")

    def judged(last):
        between = ["CR"] * (len(sizes) - 2)
        status = {
            "NT1": ["present", *between, last],
            "NT2": ["present", *between, other],
        }
        return outside_targets(sizes, seen, status, criteria)

    answer, without = judged("PD"), judged("NON-CR/NON-PD").overall
    said = re.search(r"Without the progression of NT1 (\S+)\.", answer.otherwise)
    if without == answer.overall:
        assert said is None, answer.otherwise
    else:
        assert said is not None
        assert said[1] == without, answer.otherwise


def test_without_progression_an_unjudged_non_target_leaves_it_open() -> None:
    """Patients without targets: what was not judged is not NON-CR/NON-PD."""

    def judged(first):
        lesions = tuple(Lesion(n, role=Role.NON_TARGET) for n in ("NT1", "NT2"))
        said = [("present", "present"), (first, "NE")]
        days = [BASELINE_DAY, BASELINE_DAY.replace(month=7)]
        visits = tuple(
            Timepoint(
                str(day), day, non_targets=(NonTarget("NT1", a), NonTarget("NT2", b))
            )
            for day, (a, b) in zip(days, said, strict=True)
        )
        timeline = Timeline("P01", lesions=lesions, timepoints=visits)
        return assess(timeline, "recist-1.1").assessments[-1]

    assert judged("NON-CR/NON-PD").overall == "NE"
    assert judged("PD").otherwise == "Without the progression of NT1 NE."


@pytest.mark.parametrize("criteria", ["mrecist-2010", "recist-1.1"])
def test_after_an_overall_cr_a_new_lesion_beside_old_disease_changes_nothing(
    timeline_of, criteria
) -> None:
    new = {2: [{"lesion": "X", "status": "unequivocal"}]}
    answer = assess(timeline_of(50, 0, 3, new=new), criteria).assessments[-1]
    assert answer.overall == "PD"
    assert "Without new lesion" not in answer.otherwise
