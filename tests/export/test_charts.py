import dataclasses
import datetime
import itertools
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from lesion_toolkit.export.charts import sums_curve
from lesion_toolkit.model.response import Course, Response

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
            sum_mm=Decimal(60),
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
