"""How firmly a category stands, against readings simulated here.

The simulation below knows nothing of the engine: it draws every length of three
timepoints, adds them, and asks for -30 % and +20 % in plain numbers.
"""

import datetime
import random
from decimal import Decimal
from math import sqrt

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.judgement import Followed, RuleBook
from lesion_toolkit.criteria.kinds import rule_book
from lesion_toolkit.criteria.lines import line_courses
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.simulation import DRAWS, simulated_probabilities
from lesion_toolkit.criteria.targets import Target
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import Caliper, LesionMeasurement, State
from lesion_toolkit.model.timeline import NewLesionSeen, Timeline, Timepoint

DAY0 = datetime.date(2024, 1, 8)
FLOOR = {"mrecist-2010": 0.0, "mrecist-trial": 5.0}
READER = 0.061
"""Coefficient of variation of one reader measuring one lesion twice."""

SAMPLES = 2000
TOLERANCE = 5 * sqrt(0.25 / SAMPLES) + 0.02
"""Five standard errors of a share of the samples, and 0.02 for the integration."""

Reading = tuple[str, float | None]
"""A length in mm as text, and its own standard error where it has one."""


def row(lesion: str, reading: Reading) -> LesionMeasurement:
    length, error = reading
    if length == "absent":
        return LesionMeasurement(lesion, State.ABSENT)
    mm = Decimal(length)
    caliper = None
    if error is not None:
        ends = (0.0, 0.0, 0.0), (float(mm), 0.0, 0.0)
        caliper = Caliper(ends, uncertainty_mm=Decimal(str(error)))
    return LesionMeasurement(
        lesion, viable_diameter_mm=mm, whole_diameter_mm=mm, caliper=caliper
    )


def timeline_of_readings(*visits: list[Reading], new=()) -> Timeline:
    names = [f"T{n}" for n in range(len(visits[0]))]
    return Timeline(
        "P01",
        lesions=tuple(Lesion(name) for name in names),
        timepoints=tuple(
            Timepoint(
                f"V{i}",
                DAY0 + datetime.timedelta(60 * i),
                tuple(row(n, r) for n, r in zip(names, visit, strict=True)),
                new_lesions=new if i == len(visits) - 1 else (),
            )
            for i, visit in enumerate(visits)
        ),
    )


def shares(*visits: list[Reading], criteria="mrecist-2010", new=(), **switches):
    timeline = timeline_of_readings(*visits, new=new)
    return assess(timeline, criteria, **switches).assessments[-1].stability.probability


def plain(*lengths: str, error: float | None = None) -> list[Reading]:
    return [(length, error) for length in lengths]


def drawn(source: random.Random, visit: list[Reading]) -> float:
    return sum(
        source.gauss(float(mm), READER * float(mm) if error is None else error)
        for mm, error in visit
        if mm != "absent"
    )


def by_brute_force(source, baseline, nadir, now, floor) -> dict[str, float]:
    """Shares of PR, SD and PD; ``nadir`` None where it is the baseline itself."""
    counted = dict.fromkeys(("PR", "SD", "PD"), 0)
    for _ in range(SAMPLES):
        first, last = drawn(source, baseline), drawn(source, now)
        smallest = first if nadir is None else drawn(source, nadir)
        grown = last - smallest
        if grown > 0 and grown >= 0.2 * smallest and grown >= floor:
            counted["PD"] += 1
        elif last <= 0.7 * first:
            counted["PR"] += 1
        else:
            counted["SD"] += 1
    return {name: count / SAMPLES for name, count in counted.items()}


def near_a_limit(source: random.Random):
    """Baseline, nadir (or None) and present readings of one to three targets."""
    own = source.choice([None, "own", "mixed"])

    def readings(total: float, number: int) -> list[Reading]:
        cuts = [source.uniform(0.5, 1.5) for _ in range(number)]
        lengths = [max(total * cut / sum(cuts), 1.0) for cut in cuts]
        return [
            (
                f"{mm:.1f}",
                round(source.uniform(0.3, 3.0), 2)
                if own == "own" or (own == "mixed" and source.random() < 0.5)
                else None,
            )
            for mm in lengths
        ]

    number, total = source.randint(1, 3), source.uniform(20, 180)
    later = source.random() < 0.5
    low = total * source.uniform(0.4, 0.9) if later else total
    ratio = source.choice([0.7 * total / low, 1.2, source.uniform(0.6, 1.4)])
    now = low * ratio * source.gauss(1, 0.05)
    nadir = readings(low, number) if later else None
    return readings(total, number), nadir, readings(max(now, 3.0), number)


@pytest.mark.parametrize("criteria", FLOOR)
def test_probabilities_are_those_of_a_simulation_written_elsewhere(criteria) -> None:
    source = random.Random(4321)
    compared = fragile = 0
    for _ in range(120):
        baseline, nadir, now = near_a_limit(source)
        sums = [
            sum(Decimal(mm) for mm, _ in visit)
            for visit in (baseline, nadir or baseline, now)
        ]
        if nadir is not None and sums[1] >= sums[0]:
            continue
        visits = [baseline, *([nadir] if nadir else []), now]
        ours = shares(*visits, criteria=criteria)
        theirs = by_brute_force(source, baseline, nadir, now, FLOOR[criteria])
        for name, share in theirs.items():
            assert ours.get(name, 0.0) == pytest.approx(share, abs=TOLERANCE), visits
        compared += 1
        fragile += max(theirs.values()) < 0.8
    assert compared > 110
    assert fragile > 25  # most of the courses lie where it matters


def test_probabilities_add_up_to_one() -> None:
    source = random.Random(77)
    for _ in range(150):
        baseline, nadir, now = near_a_limit(source)
        visits = [baseline, *([nadir] if nadir else []), now]
        for criteria in (*FLOOR, "recist-1.1"):
            assert sum(shares(*visits, criteria=criteria).values()) == pytest.approx(
                1, abs=2e-4
            )


@pytest.mark.parametrize(
    ("visits", "one", "other"),
    [((["100"], ["70"]), "PR", "SD"), ((["100"], ["120"]), "PD", "SD")],
)
def test_exactly_at_a_limit_both_sides_are_as_probable(visits, one, other) -> None:
    found = shares(*(plain(*visit) for visit in visits))
    assert found[one] == pytest.approx(0.5, abs=0.01)
    assert found[other] == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    ("now", "category"), [("20", "PR"), ("95", "SD"), ("190", "PD")]
)
def test_far_from_every_limit_a_category_is_certain(now, category) -> None:
    found = shares(plain("100", error=0.5), plain(now, error=0.5))
    assert found == {category: 1.0}


@pytest.mark.parametrize("criteria", FLOOR)
def test_a_larger_sum_is_less_likely_a_response_and_likelier_progression(
    criteria,
) -> None:
    answers = [
        shares(plain("60"), plain("45"), plain(str(mm)), criteria=criteria)
        for mm in range(20, 80)
    ]
    responds = [a.get("PR", 0.0) for a in answers]
    progresses = [a.get("PD", 0.0) for a in answers]
    assert responds == sorted(responds, reverse=True)
    assert progresses == sorted(progresses)
    assert (responds[0], progresses[-1]) == (1.0, 1.0)


@pytest.mark.parametrize(("length", "category"), [("70", "PR"), ("32.4", "PD")])
def test_lengths_without_any_error_leave_no_doubt(length, category) -> None:
    """Exactly at a limit the category is that of exact arithmetic."""
    before = {"70": "100", "32.4": "27"}[length]
    exact = plain(before, error=0.0), plain(length, error=0.0)
    assert shares(*exact) == {category: 1.0}


def test_the_same_course_gets_the_same_answer_twice() -> None:
    timeline = timeline_of_readings(plain("50", "20"), plain("33", "16"))
    for criteria in ("mrecist-2010", "irecist"):
        assert assess(timeline, criteria) == assess(timeline, criteria)


def test_what_is_absent_stays_absent() -> None:
    assert shares(plain("50"), plain("absent")) == {"CR": 1.0}
    with_one_gone = shares(plain("50", "10"), [("42", None), ("absent", None)])
    alone = by_brute_force(
        random.Random(1), plain("50", "10"), None, plain("42"), FLOOR["mrecist-2010"]
    )
    for name, share in alone.items():
        assert with_one_gone.get(name, 0.0) == pytest.approx(share, abs=TOLERANCE)


@pytest.mark.parametrize("returning", ["4.9", "5.1", "6"])
def test_disease_after_an_overall_cr_is_certain_progression(returning) -> None:
    """It is PD whether or not the sum reaches 5 mm, so no error puts it in doubt."""
    visits = plain("50"), plain("absent"), plain(returning)
    assert shares(*visits, criteria="recist-1.1") == {"PD": 1.0}


def test_a_new_lesion_is_progression_whatever_the_lengths_are() -> None:
    new = (NewLesionSeen("X", "unequivocal"),)
    assert shares(plain("50"), plain("35"), new=new) == {"PD": 1.0}


@pytest.mark.parametrize(("length", "category"), [("9.9", "CR"), ("10.1", "PR")])
def test_a_lone_node_at_its_limit_may_be_either(length, category) -> None:
    """A node of 10 mm is within reader error of CR, on both sides of the limit."""
    lesion = Lesion("N1", organ="lymph node", kind=Kind.NODE)
    timeline = Timeline(
        "P01",
        lesions=(lesion,),
        timepoints=tuple(
            Timepoint(
                f"V{i}",
                DAY0 + datetime.timedelta(60 * i),
                (LesionMeasurement("N1", short_axis_mm=Decimal(mm)),),
            )
            for i, mm in enumerate(("25", length))
        ),
    )
    last = assess(timeline, "recist-1.1").assessments[-1]
    assert last.overall == category
    assert set(last.stability.probability) == {"CR", "PR"}
    assert 0.25 < last.stability.probability["CR"] < 0.75


def _book_and_followed(timeline: Timeline, criteria: str) -> tuple[RuleBook, Followed]:
    book = rule_book(load_preset(criteria), {})
    targets = tuple(
        Target(lesion, book.preset.quantity_of(lesion)) for lesion in timeline.lesions
    )
    return book, Followed(targets, ())


@pytest.mark.parametrize("criteria", FLOOR)
def test_simulated_readings_agree_with_the_integral(criteria) -> None:
    """Within five standard errors of a share of the draws, for a plain sum."""
    source = random.Random(99)
    within = 5 * sqrt(0.25 / DRAWS) + 0.02
    for _ in range(12):
        baseline, _, now = near_a_limit(source)
        timeline = timeline_of_readings(baseline, now)
        book, followed = _book_and_followed(timeline, criteria)
        (course,) = line_courses(timeline)
        (simulated,) = simulated_probabilities(course, followed, book)
        integral = shares(baseline, now, criteria=criteria)
        for name in ("PR", "SD", "PD"):
            assert simulated.get(name, 0.0) == pytest.approx(
                integral.get(name, 0.0), abs=within
            )


def test_the_reader_variability_here_is_that_of_the_tables() -> None:
    for criteria in FLOOR:
        assert float(load_preset(criteria).variability.cv_pct) == pytest.approx(
            100 * READER
        )
