"""A straight line through a region: where it is inside, and its longest run.

All lengths are in mm along the line; positions are x (columns) and y (rows) in mm of an
:class:`~lesion_toolkit.measurement.outline.Outline`.
"""

import math

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.outline import IN, OUT, TWO_EDGES, Outline

Chord = tuple[float, float, float, float, float]
"""Length, x0, y0, x1, y1 in mm; length 0 where nothing longer was found."""

TOUCH_MM = 1e-9
"""Two stretches nearer than this touch; a gap may be this much longer than allowed."""

_THICKNESS = 1e-9
"""The region is taken this much thicker (pixels): a line *on* an edge is inside."""


def intervals_buffer(outline: Outline) -> NDArray[np.float64]:
    """Room for every stretch a line can have in this outline."""
    height, width = outline.kinds.shape
    return np.empty((2 * (height + width) + 8, 2))


@compiled
def _clip(
    a: float,
    b: float,
    c: float,
    u: float,
    v: float,
    du: float,
    dv: float,
    start: float,
    end: float,
) -> tuple[float, float]:
    """Part of the stretch start..end of a line that lies in a half-plane."""
    slope = a * du + b * dv
    value = a * u + b * v + c + _THICKNESS
    if slope > 0.0:
        start = max(start, -value / slope)
    elif slope < 0.0:
        end = min(end, -value / slope)
    elif value < 0.0:
        return 1.0, 0.0
    return start, end


@compiled
def _enter_grid(
    position: float, step: float, size: float, lo: float, hi: float
) -> tuple[float, float]:
    """Part lo..hi of a line that lies within 0..size along one grid axis."""
    if step == 0.0:
        if position < 0.0 or position > size:
            return 1.0, 0.0
        return lo, hi
    first, last = -position / step, (size - position) / step
    if first > last:
        first, last = last, first
    return max(lo, first), min(hi, last)


@compiled
def inside_intervals(
    outline: Outline,
    x: float,
    y: float,
    ux: float,
    uy: float,
    lo: float,
    hi: float,
    gap_mm: float,
    found: NDArray[np.float64],
) -> int:
    """Stretches of the line (x, y) + s (ux, uy), lo <= s <= hi, that are inside.

    Exact for the outline's polygon: the line is followed from cell to cell and cut
    by the edges it meets. Stretches are written to ``found`` (start, end) and their
    number n is returned; -1 - n as soon as the line is outside for more than ``gap_mm``
    (pass infinity to have every stretch).
    """
    kinds, planes = outline.kinds, outline.planes
    rows, columns = kinds.shape
    u, v, du, dv = x / outline.sx, y / outline.sy, ux / outline.sx, uy / outline.sy
    begin, stop = _enter_grid(u, du, float(columns), lo, hi)
    begin, stop = _enter_grid(v, dv, float(rows), begin, stop)
    outside_since = lo
    n = 0
    if begin > stop:
        return -1 if hi - lo > gap_mm + TOUCH_MM else 0
    # the cell to start in: on a grid line, the one that the line runs into
    nudge_u = 1e-12 if du > 0.0 else -1e-12
    nudge_v = 1e-12 if dv > 0.0 else -1e-12
    c = min(max(math.floor(u + begin * du + nudge_u), 0), columns - 1)
    r = min(max(math.floor(v + begin * dv + nudge_v), 0), rows - 1)
    step_c = 1 if du > 0.0 else -1
    step_r = 1 if dv > 0.0 else -1
    next_c = (c + (du > 0.0) - u) / du if du != 0.0 else math.inf
    next_r = (r + (dv > 0.0) - v) / dv if dv != 0.0 else math.inf
    per_c = abs(1.0 / du) if du != 0.0 else math.inf
    per_r = abs(1.0 / dv) if dv != 0.0 else math.inf
    at = begin
    while True:
        leave = min(next_c, next_r, stop)
        kind = kinds[r, c]
        if kind != OUT:
            start, end = at, leave
            other_start, other_end = 1.0, 0.0
            if kind != IN:
                p = planes[r, c]
                start, end = _clip(p[0], p[1], p[2], u, v, du, dv, at, leave)
                if kind == TWO_EDGES:
                    other_start, other_end = _clip(
                        p[3], p[4], p[5], u, v, du, dv, at, leave
                    )
                    if other_start <= other_end and (
                        end < start or other_start < start
                    ):
                        start, end, other_start, other_end = (
                            other_start,
                            other_end,
                            start,
                            end,
                        )
            while start <= end:
                if start - outside_since > gap_mm + TOUCH_MM:
                    return -1 - n
                if n > 0 and start - found[n - 1, 1] <= TOUCH_MM:
                    found[n - 1, 1] = max(found[n - 1, 1], end)
                else:
                    found[n, 0], found[n, 1] = start, end
                    n += 1
                outside_since = found[n - 1, 1]
                start, end = other_start, other_end
                other_start, other_end = 1.0, 0.0
        if leave - outside_since > gap_mm + TOUCH_MM:
            return -1 - n
        if leave >= stop:
            break
        if next_c < next_r:
            c += step_c
            next_c += per_c
            if c < 0 or c >= columns:
                break
        else:
            r += step_r
            next_r += per_r
            if r < 0 or r >= rows:
                break
        at = leave
    if hi - outside_since > gap_mm + TOUCH_MM:
        return -1 - n
    return n


@compiled
def reach(
    outline: Outline,
    x: float,
    y: float,
    ux: float,
    uy: float,
    gap_mm: float,
    found: NDArray[np.float64],
) -> float:
    """How far the run that begins at a point of the region reaches in a direction."""
    n = inside_intervals(outline, x, y, ux, uy, 0.0, math.inf, gap_mm, found)
    n = n if n >= 0 else -1 - n
    return float(found[n - 1, 1]) if n > 0 else 0.0


@compiled
def longest_run(
    found: NDArray[np.float64], n: int, gap_mm: float
) -> tuple[float, float]:
    """Start and end of the longest run whose every gap is at most ``gap_mm``."""
    if n == 0:
        return 0.0, 0.0
    start, end = found[0, 0], found[0, 1]
    best_start, best_end = start, end
    for i in range(1, n):
        if found[i, 0] - end > gap_mm + TOUCH_MM:
            start = found[i, 0]
        end = found[i, 1]
        if end - start > best_end - best_start:
            best_start, best_end = start, end
    return best_start, best_end


@compiled
def admissible(
    outline: Outline,
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    gap_mm: float,
    found: NDArray[np.float64],
) -> bool:
    """Whether a segment between two points of the region has no gap over ``gap_mm``."""
    length = math.hypot(x1 - x0, y1 - y0)
    if length <= gap_mm:
        return True
    # bit-reversed probes first (1/2, 1/4, 3/4, ...): a probe with nothing inside
    # within d of it proves a gap of 2 d, cut short by the ends of the segment
    step = 1.0
    while step * length > 2.0 * min(outline.sx, outline.sy):
        step *= 0.5
        share = step
        while share < 1.0:
            row = int((y0 + share * (y1 - y0)) / outline.sy + 0.5)
            column = int((x0 + share * (x1 - x0)) / outline.sx + 0.5)
            far = outline.far[row, column]
            gap = min(far, share * length) + min(far, (1.0 - share) * length)
            if gap > gap_mm + TOUCH_MM:
                return False
            share += 2.0 * step
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    return inside_intervals(outline, x0, y0, ux, uy, 0.0, length, gap_mm, found) >= 0
