import dataclasses
import datetime
import itertools
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from lesion_toolkit.export.charts import sums_curve
from lesion_toolkit.model.response import Course, Response
from lesion_toolkit.model.timeline import TreatmentLine

SVG = "{http://www.w3.org/2000/svg}"
Courses = tuple[Course, Course]


def _drawn(course: Course, **options: object) -> ElementTree.Element:
    return ElementTree.fromstring(sums_curve(course, **options))  # type: ignore[arg-type]


def _y_of_mm(svg: ElementTree.Element) -> tuple[float, float]:
    """Height of 0 mm and drawing units for one mm, read off the printed ticks."""
    ticks = [
        (float(t.text or ""), float(t.get("y", 0)) - 4)
        for t in svg.iter(f"{SVG}text")
        if (t.text or "").isdigit()
    ]
    (zero, at_zero), (top, at_top) = ticks[0], ticks[-1]
    assert zero == 0
    return at_zero, (at_zero - at_top) / top


def _lines(svg: ElementTree.Element, kind: str) -> list[tuple[float, ...]]:
    group = next(g for g in svg.iter(f"{SVG}g") if g.get("class") == kind)
    return [
        tuple(float(n) for n in p.get("d", "").replace("L", " ").strip("M").split())
        for p in group
    ]


def test_the_response_line_lies_at_seven_tenths_of_the_baseline(
    courses: Courses,
) -> None:
    svg = _drawn(courses[0])
    zero, per_mm = _y_of_mm(svg)
    ((_, y0, _, y1),) = _lines(svg, "response")
    assert y0 == y1 == pytest.approx(zero - 0.7 * 78 * per_mm, abs=0.2)


def test_the_progression_line_follows_the_nadir(courses: Courses) -> None:
    svg = _drawn(courses[0])
    zero, per_mm = _y_of_mm(svg)
    heights = [line[1] for line in _lines(svg, "progression")]
    wanted = [zero - 1.2 * nadir * per_mm for nadir in (78, 54.2)]
    assert heights == pytest.approx(wanted, abs=0.2)


def test_points_lie_at_their_sums_and_dates(courses: Courses) -> None:
    svg = _drawn(courses[0])
    zero, per_mm = _y_of_mm(svg)
    points = [c for c in svg.iter(f"{SVG}circle") if c.get("class") == "sum"]
    heights = [float(p.get("cy", 0)) for p in points]
    wanted = [zero - mm * per_mm for mm in (78, 54.2)]
    assert heights == pytest.approx(wanted, abs=0.2)


def test_a_missing_sum_is_a_gap_marked_not_evaluable_and_never_a_zero(
    courses: Courses,
) -> None:
    svg = _drawn(courses[0])
    assert len([c for c in svg.iter(f"{SVG}circle") if c.get("class") == "sum"]) == 2
    categories = next(g for g in svg.iter(f"{SVG}g") if g.get("class") == "categories")
    assert [t.text for t in categories] == ["PR", "NE"]


def test_compared_criteria_have_their_own_points(courses: Courses) -> None:
    svg = _drawn(courses[0], compare=courses[1:])
    assert len([r for r in svg.iter(f"{SVG}rect") if r.get("class") == "sum"]) == 2


def test_one_sum_is_no_curve(courses: Courses) -> None:
    course = dataclasses.replace(
        courses[0], assessments=courses[0].assessments[:1], lines=()
    )
    assert sums_curve(course) == ""


def test_labels_of_close_timepoints_do_not_touch(courses: Courses) -> None:
    start, answer, _ = courses[0].assessments
    followups = [
        dataclasses.replace(
            answer,
            label=f"visit {n}",
            date=start.date + datetime.timedelta(days=7 * n),
            sum=Decimal(60),
            overall=Response.NON_CR_NON_PD if n % 3 == 0 else Response.SD,
        )
        for n in range(1, 25)
    ]
    course = dataclasses.replace(courses[0], assessments=(start, *followups))
    svg = _drawn(course)
    dates = [
        float(t.get("x", 0)) for t in svg.iter(f"{SVG}text") if t.get("class") == "date"
    ]
    assert all(b - a >= 62 for a, b in itertools.pairwise(dates))


def _named_starts(course: Course, *lines: tuple[str, str]) -> list[ElementTree.Element]:
    treatments = tuple(
        TreatmentLine(name, datetime.date.fromisoformat(day)) for name, day in lines
    )
    timeline = dataclasses.replace(course.timeline, treatment_lines=treatments)
    svg = _drawn(dataclasses.replace(course, timeline=timeline))
    return [t for t in svg.iter(f"{SVG}text") if t.get("class") == "treatment"]


def test_names_of_treatments_do_not_run_into_each_other(courses: Courses) -> None:
    names = _named_starts(
        courses[0],
        ("atezolizumab plus bevacizumab", "2023-04-18"),
        ("regorafenib", "2023-05-01"),
        ("cabozantinib", "2023-08-08"),
    )
    assert [name.text for name in names] == [
        "atezolizumab plus bevacizumab",
        "regorafenib",
        "cabozantinib",
    ]
    boxes = [
        (float(n.get("x", 0)), 3.5 * len(n.text or ""), float(n.get("y", 0)))
        for n in names
    ]
    for (x, half, y), (other_x, other_half, other_y) in itertools.combinations(
        boxes, 2
    ):
        assert abs(y - other_y) >= 12 or abs(x - other_x) >= half + other_half
    assert all(x + half <= 460 for x, half, _ in boxes)


def test_a_treatment_outside_the_drawn_time_is_not_drawn(courses: Courses) -> None:
    assert _named_starts(courses[0], ("HAIC", "2021-12-01")) == []
