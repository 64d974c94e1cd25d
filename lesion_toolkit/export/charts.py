"""The curve of sums over time as SVG, with the lines that decide the category."""

import datetime
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from lesion_toolkit.export.page import render
from lesion_toolkit.export.words import MINUS, criteria_words, length_mm, unit_words
from lesion_toolkit.model.response import Assessment, Course, Unit

SUMS = {
    Unit.MM: "Sum of diameters",
    Unit.MM2: "Sum of products",
    Unit.ML: "Volume",
}
"""What is drawn."""

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
    """From dates and sums to drawing units."""

    first: datetime.date
    days: int
    step: float
    top: float

    def x(self, date: datetime.date) -> float:
        inset = 16
        share = (date - self.first).days / self.days
        return LEFT + inset + share * (RIGHT - LEFT - 2 * inset)

    def y(self, total: Decimal | float) -> float:
        return BOTTOM - float(total) / self.top * (BOTTOM - TOP)


def sums_curve(
    course: Course, *, compare: Sequence[Course] = (), key: str = "sums"
) -> Markup:
    """Draw the sums of a course over time, or nothing for fewer than two sums.

    The response line (mRECIST: -30 % from baseline) and the progression line (+20 %
    from the nadir so far) are those of the first course; its category stands at every
    point. Courses whose sums have another unit are left out.
    A timepoint without a sum interrupts the curve and is marked at the foot. ``key`` is
    the id of the drawing, unique within the page.
    """
    judged = course.assessments
    summed = [a for a in judged if a.sum is not None]
    if len({a.date for a in summed}) < 2:
        return Markup()
    unit = summed[0].unit
    compare = [c for c in compare if all(a.unit is unit for a in c.assessments)]
    axes = _axes(course, compare)
    series = [_series(c, axes) for c in (course, *compare)]
    return render(
        "sums_curve.svg.j2",
        key=key,
        unit=unit_words(unit),
        limits=[_limit_words(limit) for limit in course.limits_pct],
        width=WIDTH,
        height=HEIGHT,
        plot=(LEFT, TOP, RIGHT, BOTTOM),
        letter=LETTER,
        title=sums_words(course, compare),
        series=series,
        ticks=[(f"{tick:g}", axes.y(tick)) for tick in _ticks(axes)],
        dates=_date_labels([axes.x(a.date) for a in judged], [a.date for a in judged]),
        visits=sorted({axes.x(a.date) for a in judged}),
        response_lines=_response_lines(course, axes),
        progression_lines=_progression_lines(course, axes),
        categories=_categories(judged, axes),
        starts=_treatment_starts(course, axes),
    )


def _axes(course: Course, compare: Sequence[Course]) -> _Axes:
    judged = course.assessments
    everything = [*judged, *itertools.chain(*(c.assessments for c in compare))]
    sums = [a.sum for a in everything if a.sum is not None]
    nadirs = [a.nadir_sum for a in judged if a.nadir_sum is not None]
    _, limit_pct = course.limits_pct
    if limit_pct is not None:
        sums += [_changed(nadir, limit_pct) for nadir in nadirs]
    highest = max(sums, default=0)
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
    return [axes.step * n for n in range(round(axes.top / axes.step) + 1)]


def _series(course: Course, axes: _Axes) -> Series:
    runs = []
    for _, line in itertools.groupby(course.assessments, key=lambda a: a.line):
        for has_sum, run in itertools.groupby(line, key=lambda a: a.sum is not None):
            if has_sum:
                runs.append(tuple(_point(a, axes) for a in run))
    points = tuple(dict.fromkeys(itertools.chain(*runs)))
    return Series(criteria_words(course.criteria), tuple(runs), points)


def _point(assessment: Assessment, axes: _Axes) -> XY:
    assert assessment.sum is not None
    return axes.x(assessment.date), axes.y(assessment.sum)


def _limit_words(limit_pct: Decimal | None) -> str:
    if limit_pct is None:
        return ""
    sign = MINUS if limit_pct < 0 else "+"
    return f"{sign}{abs(limit_pct).normalize():f}"


def _changed(total: Decimal, pct: Decimal) -> Decimal:
    return total * (100 + pct) / 100


def _response_lines(course: Course, axes: _Axes) -> list[tuple[XY, XY]]:
    """Response limit below the baseline of each treatment line, over that line."""
    drawn: list[tuple[XY, XY]] = []
    limit_pct, _ = course.limits_pct
    if limit_pct is None:
        return drawn
    for _, line in itertools.groupby(course.assessments, key=lambda a: a.line):
        visits = list(line)
        baseline = next((a.baseline_sum for a in visits if a.baseline_sum), None)
        if baseline is not None and len(visits) > 1:
            y = axes.y(_changed(baseline, limit_pct))
            drawn.append(((axes.x(visits[0].date), y), (axes.x(visits[-1].date), y)))
    return drawn


def _progression_lines(course: Course, axes: _Axes) -> list[tuple[XY, XY]]:
    """Progression limit above the nadir each timepoint is compared with, up to it."""
    drawn: list[tuple[XY, XY]] = []
    _, limit_pct = course.limits_pct
    if limit_pct is None:
        return drawn
    for before, after in itertools.pairwise(course.assessments):
        if before.line == after.line and after.nadir_sum is not None:
            y = axes.y(_changed(after.nadir_sum, limit_pct))
            drawn.append(((axes.x(before.date), y), (axes.x(after.date), y)))
    return drawn


def _categories(judged: Sequence[Assessment], axes: _Axes) -> list[Label]:
    """Overall category above each point; close neighbors are stacked."""
    labels: list[Label] = []
    for a in judged:
        if a.overall is None:
            continue
        x = axes.x(a.date)
        y = (axes.y(a.sum) if a.sum is not None else BOTTOM) - 10
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


def sums_words(course: Course, compare: Sequence[Course] = ()) -> str:
    """Say the sums and categories that the curve draws, for who cannot see it."""
    names = [criteria_words(c.criteria) for c in (course, *compare)]
    unit = course.assessments[0].unit
    steps = [
        f"{a.date.isoformat()}: {length_mm(a.sum)} {unit_words(unit)}, "
        f"{a.overall or 'baseline'}"
        for a in course.assessments
        if a.sum is not None
    ]
    return f"{SUMS[unit]} over time by {' and '.join(names)}. {'; '.join(steps)}"
