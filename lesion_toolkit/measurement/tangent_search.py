"""Search for the longest chord that runs past a vertex which it touches.

Such a chord is tangent to the outline at a reflex vertex and touches a second one.
"""

import math

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.chord import TOUCH_MM, Chord, reach
from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.outline import Outline

_NARROW = 2.0
"""A fan is not split any more when it is so many pixels wide at its far end."""

_STEP = 1.5
"""Pixels that a bound is moved on at least."""


@compiled
def past_vertices(
    outline: Outline,
    starts: NDArray[np.int32],
    circles: NDArray[np.float64],
    radius: float,
    gap_mm: float,
    floor: float,
    fans: NDArray[np.float64],
    found: NDArray[np.float64],
) -> Chord:
    """Longest run on lines through two vertices that run past one of them.

    For each reflex vertex, the tangent directions are halved again and again while the
    run that a fan of lines can have at most is longer than the best so far; in a narrow
    fan that is left, each line through a second vertex is measured exactly.
    """
    narrow = _NARROW * min(outline.sx, outline.sy) / radius
    best = (floor, 0.0, 0.0, 0.0, 0.0)
    for i in range(len(outline.vertices)):
        x, y = outline.vertices[i, 0], outline.vertices[i, 1]
        ax, ay = x - outline.before[i, 0], y - outline.before[i, 1]
        bx, by = outline.after[i, 0] - x, outline.after[i, 1] - y
        turn = math.atan2(ax * by - ay * bx, ax * bx + ay * by)
        if turn > -1e-9:
            continue  # a line that touches here leaves the region, or follows an edge
        fans[0, 0], fans[0, 1] = math.atan2(ay, ax) + turn / 2, 1e-9 - turn / 2
        waiting = 1
        while waiting:
            waiting -= 1
            angle, half_width = fans[waiting, 0], fans[waiting, 1]
            ux, uy = math.cos(angle), math.sin(angle)
            ahead = _reach_bound(outline, x, y, ux, uy, half_width, gap_mm, radius)
            behind = _reach_bound(outline, x, y, -ux, -uy, half_width, gap_mm, radius)
            if ahead + behind <= best[0]:
                continue
            if half_width > narrow and waiting + 2 <= len(fans):
                for side in range(-1, 2, 2):
                    fans[waiting, 0] = angle + side * half_width / 2
                    fans[waiting, 1] = half_width / 2
                    waiting += 1
                continue
            best = _through_fan(
                outline,
                starts,
                circles,
                i,
                (ux, uy, half_width, ahead, behind),
                gap_mm,
                found,
                best,
            )
    if best[0] <= floor:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    return best


@compiled
def _reach_bound(
    outline: Outline,
    x: float,
    y: float,
    ux: float,
    uy: float,
    half_width: float,
    gap_mm: float,
    radius: float,
) -> float:
    """How far runs from a point can reach at most, over a fan of directions (rad)."""
    far = outline.far
    rows, columns = far.shape
    u, v = x / outline.sx + 0.5, y / outline.sy + 0.5
    du, dv = ux / outline.sx, uy / outline.sy
    step = _STEP * min(outline.sx, outline.sy)
    empty_from = empty_to = -1.0
    at = step
    while at < 2.0 * radius:
        # beyond the grid the region is at least as far as from the nearest pixel of it
        row = min(max(int(v + at * dv), 0), rows - 1)
        column = min(max(int(u + at * du), 0), columns - 1)
        # a line of the fan passes this point at most so far away, at the same distance
        empty = far[row, column] - half_width * at
        if empty > 0.0:
            if at - empty > empty_to:
                empty_from = max(at - empty, 0.0)
            empty_to = at + empty
            if empty_to - empty_from > gap_mm + TOUCH_MM:
                return empty_from
        # where it is not empty, it is not within that distance either
        at += max(abs(empty), step)
    return at


@compiled
def _crossed(outline: Outline, j: int, dx: float, dy: float) -> int:
    """Whether a line crosses the outline at a vertex: -1 outwards, 1 inwards, 0 not.

    The longest run past a vertex ends at a second one or touches it. It ends only where
    it leaves the region, so what it crosses outwards counts as its end, and what it
    crosses inwards not at all. (With a gap allowed such lines are tried all the same:
    a longer run may hang on a gap beside one of them, and the ascent begins there.)
    """
    x, y = outline.vertices[j, 0], outline.vertices[j, 1]
    before = dx * (outline.before[j, 1] - y) - dy * (outline.before[j, 0] - x)
    after = dx * (outline.after[j, 1] - y) - dy * (outline.after[j, 0] - x)
    if min(abs(before), abs(after)) <= TOUCH_MM or (before > 0.0) == (after > 0.0):
        return 0
    return -1 if after > 0.0 else 1


@compiled
def _through_fan(
    outline: Outline,
    starts: NDArray[np.int32],
    circles: NDArray[np.float64],
    i: int,
    fan: tuple[float, float, float, float, float],
    gap_mm: float,
    found: NDArray[np.float64],
    best: Chord,
) -> Chord:
    """Longest run through vertex ``i`` and a second one within a fan.

    A fan is its middle direction, half its width (rad), and bounds on how far runs
    reach ahead and behind; a vertex beyond these is on no run through vertex ``i``.
    """
    vertices = outline.vertices
    x, y = vertices[i, 0], vertices[i, 1]
    ux, uy, half_width, ahead, behind = fan
    spread = math.tan(half_width)
    for block in range(len(circles)):
        dx, dy, radius = circles[block, 0] - x, circles[block, 1] - y, circles[block, 2]
        along, aside = dx * ux + dy * uy, dy * ux - dx * uy
        if (
            abs(aside) > abs(along) * spread + (1.0 + spread) * radius
            or along > ahead + radius
            or -along > behind + radius
        ):
            continue
        for j in range(starts[block], starts[block + 1]):
            dx, dy = vertices[j, 0] - x, vertices[j, 1] - y
            along, aside = dx * ux + dy * uy, dy * ux - dx * uy
            length = math.hypot(dx, dy)
            if length == 0.0 or abs(aside) > abs(along) * spread + 1e-12:
                continue
            own, other = (ahead, behind) if along > 0.0 else (behind, ahead)
            if length > own + TOUCH_MM:
                continue
            dx, dy = dx / length, dy / length
            crossed = _crossed(outline, j, dx, dy)
            if crossed > 0 and gap_mm == 0.0:
                continue
            if crossed < 0:
                own = length + TOUCH_MM
            if own + other <= best[0]:
                continue
            s = reach(outline, x, y, -dx, -dy, gap_mm, found)
            if own + s <= best[0]:
                continue
            e = reach(outline, x, y, dx, dy, gap_mm, found)
            if e + s > best[0]:
                best = (e + s, x - s * dx, y - s * dy, x + e * dx, y + e * dy)
    return best
