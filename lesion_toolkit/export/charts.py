"""The curve of sums over time as SVG, with the lines that decide the category."""

import datetime
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from lesion_toolkit.export.page import render
from lesion_toolkit.export.words import criteria_words, length_mm
from lesion_toolkit.model.response import Assessment, Course

PARTIAL_RESPONSE = Decimal("0.7")
"""-30 % of the baseline sum (mRECIST 2010 and RECIST 1.1: at least 30 % down)."""

PROGRESSION = Decimal("1.2")
"""+20 % of the nadir sum (mRECIST 2010 and RECIST 1.1: at least 20 % up)."""

WIDTH, HEIGHT = 460, 342
LEFT, RIGHT, TOP, BOTTOM = 46, 430, 46, 256
LETTER = 12
LETTER_WIDTH, BOLD_WIDTH = 7.4, 8.5
"""Drawing units: the plot area and the letters on it."""

XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Text and where its baseline's middle lies."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Series:
    """One criteria's sums: runs of consecutive sums, and every single point."""

    name: str
    runs: tuple[tuple[XY, ...], ...]
    points: tuple[XY, ...]


@dataclass(frozen=True, slots=True)
class _Axes:
    """From dates and mm to drawing units."""

    first: datetime.date
    days: int
    step_mm: float
    top_mm: float

    def x(self, date: datetime.date) -> float:
        inset = 16
        share = (date - self.first).days / self.days
        return LEFT + inset + share * (RIGHT - LEFT - 2 * inset)

    def y(self, sum_mm: Decimal | float) -> float:
        return BOTTOM - float(sum_mm) / self.top_mm * (BOTTOM - TOP)


def sums_curve(
    course: Course, *, compare: Sequence[Course] = (), key: str = "sums"
) -> Markup:
    """Draw the sums of a course over time, or nothing for fewer than two sums.

    The response line (-30 % from baseline) and the progression line (+20 % from the
    nadir so far) are those of the first course; its category stands at every point.
    A timepoint without a sum interrupts the curve and is marked at the foot. ``key`` is
    the id of the drawing, unique within the page.
    """
    judged = course.assessments
    summed = [a for a in judged if a.sum_mm is not None]
    if len({a.date for a in summed}) < 2:
        return Markup()
    axes = _axes(judged, compare)
    series = [_series(c, axes) for c in (course, *compare)]
    return render(
        "sums_curve.svg.j2",
        key=key,
        width=WIDTH,
        height=HEIGHT,
        plot=(LEFT, TOP, RIGHT, BOTTOM),
        letter=LETTER,
        title=_title(course, compare),
        series=series,
        ticks=[(f"{tick:g}", axes.y(tick)) for tick in _ticks(axes)],
        dates=_date_labels([axes.x(a.date) for a in judged], [a.date for a in judged]),
        visits=sorted({axes.x(a.date) for a in judged}),
        response_lines=_response_lines(judged, axes),
        progression_lines=_progression_lines(judged, axes),
        categories=_categories(judged, axes),
        starts=_treatment_starts(course, axes),
    )


def _axes(judged: Sequence[Assessment], compare: Sequence[Course]) -> _Axes:
    everything = [*judged, *itertools.chain(*(c.assessments for c in compare))]
    sums = [a.sum_mm for a in everything if a.sum_mm is not None]
    nadirs = [a.nadir_sum_mm for a in judged if a.nadir_sum_mm is not None]
    highest = max([*sums, *(PROGRESSION * nadir for nadir in nadirs)], default=0)
    step = _step(float(highest))
    dates = [a.date for a in everything]
    days = max((max(dates) - min(dates)).days, 1)
    top = step * math.ceil(float(highest) * 1.12 / step)
    return _Axes(min(dates), days, step, top)


def _step(highest: float) -> float:
    """Distance of the ticks: 1, 2 or 5 times a power of ten, four to seven ticks."""
    rough = max(highest, 1.0) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * f for f in (1, 2, 5, 10) if power * f >= rough)


def _ticks(axes: _Axes) -> list[float]:
    return [axes.step_mm * n for n in range(round(axes.top_mm / axes.step_mm) + 1)]


def _series(course: Course, axes: _Axes) -> Series:
    runs = []
    for _, line in itertools.groupby(course.assessments, key=lambda a: a.line):
        for has_sum, run in itertools.groupby(line, key=lambda a: a.sum_mm is not None):
            if has_sum:
                runs.append(tuple(_point(a, axes) for a in run))
    points = tuple(dict.fromkeys(itertools.chain(*runs)))
    return Series(criteria_words(course.criteria), tuple(runs), points)


def _point(assessment: Assessment, axes: _Axes) -> XY:
    assert assessment.sum_mm is not None
    return axes.x(assessment.date), axes.y(assessment.sum_mm)


def _response_lines(judged: Sequence[Assessment], axes: _Axes) -> list[tuple[XY, XY]]:
    """-30 % of the baseline of each treatment line, over that line."""
    drawn = []
    for _, line in itertools.groupby(judged, key=lambda a: a.line):
        visits = list(line)
        baseline = next((a.baseline_sum_mm for a in visits if a.baseline_sum_mm), None)
        if baseline is not None and len(visits) > 1:
            y = axes.y(PARTIAL_RESPONSE * baseline)
            drawn.append(((axes.x(visits[0].date), y), (axes.x(visits[-1].date), y)))
    return drawn


def _progression_lines(
    judged: Sequence[Assessment], axes: _Axes
) -> list[tuple[XY, XY]]:
    """+20 % of the nadir each timepoint is compared with, up to that timepoint."""
    drawn = []
    for before, after in itertools.pairwise(judged):
        if before.line == after.line and after.nadir_sum_mm is not None:
            y = axes.y(PROGRESSION * after.nadir_sum_mm)
            drawn.append(((axes.x(before.date), y), (axes.x(after.date), y)))
    return drawn


def _categories(judged: Sequence[Assessment], axes: _Axes) -> list[Label]:
    """Overall category above each point; close neighbors are stacked."""
    labels: list[Label] = []
    for a in judged:
        if a.overall is None:
            continue
        x = axes.x(a.date)
        y = (axes.y(a.sum_mm) if a.sum_mm is not None else BOTTOM) - 10
        wide = 0.5 * BOLD_WIDTH * len(a.overall)
        while any(
            abs(x - other.x) < wide + 0.5 * BOLD_WIDTH * len(other.text)
            and abs(y - other.y) < LETTER + 2
            for other in labels
        ):
            y -= LETTER + 2
        labels.append(Label(a.overall, x, max(y, TOP - 8)))
    return labels


def _date_labels(xs: Sequence[float], dates: Sequence[datetime.date]) -> list[Label]:
    """Dates below the axis: first and last always, others where they fit."""
    wide = 68
    kept = {xs[0]: dates[0]}
    for x, date in zip(xs[1:-1], dates[1:-1], strict=True):
        if x - max(kept) >= wide and xs[-1] - x >= wide:
            kept[x] = date
    if xs[-1] - xs[0] >= wide:
        kept[xs[-1]] = dates[-1]
    return [Label(date.isoformat(), x, BOTTOM + 18) for x, date in kept.items()]


def _treatment_starts(course: Course, axes: _Axes) -> list[tuple[float, Label]]:
    """Start of each treatment within the drawn time, named on the first free row."""
    last = axes.first + datetime.timedelta(days=axes.days)
    drawn: list[tuple[float, Label]] = []
    free_from = dict.fromkeys((TOP - 6, TOP - 21), float(LEFT))
    for line in course.timeline.treatment_lines:
        if not axes.first <= line.start <= last:
            continue
        x, wide = axes.x(line.start), LETTER_WIDTH * len(line.name)
        left = min(x, RIGHT - wide)
        row = next((y for y, free in free_from.items() if free <= left), None)
        if row is not None:
            free_from[row] = left + wide + LETTER_WIDTH
        name = line.name if row is not None else ""
        drawn.append((x, Label(name, left + wide / 2, row or TOP)))
    return drawn


def _title(course: Course, compare: Sequence[Course]) -> str:
    names = [criteria_words(c.criteria) for c in (course, *compare)]
    steps = [
        f"{a.date.isoformat()}: {length_mm(a.sum_mm)} mm, {a.overall or 'baseline'}"
        for a in course.assessments
        if a.sum_mm is not None
    ]
    return f"Sum of diameters over time by {' and '.join(names)}. {'; '.join(steps)}"
