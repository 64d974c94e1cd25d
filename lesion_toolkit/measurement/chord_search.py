"""Search for the longest chord of an outline whose every gap is at most so long.

Without a gap the optimum lies on a line through two vertices: the length of a segment
that turns about one touched vertex, its ends on two edges, is a convex function of the
angle, so it is longest at an end of its range, where a second vertex is touched. A
chord runs past a touched vertex only where the outline is reflex there and the line a
tangent. Hence two finite sets hold the optimum: segments between two vertices, and
lines through two vertices of which one is reflex and tangent. Both are searched whole;
blocks of neighboring vertices are discarded together by bounds.

With a gap allowed the same two sets are searched and the best chord is then improved
by a local ascent, because the optimum may also hang on a gap that is exactly as long as
allowed.
"""

import math

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.chord import (
    TOUCH_MM,
    admissible,
    inside_intervals,
    intervals_buffer,
    longest_run,
)
from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.outline import Outline

Chord = tuple[float, float, float, float, float]
"""Length, x0, y0, x1, y1 in mm; length 0 where nothing longer was found."""

_BLOCK = 8
"""Vertices in a block; 8 was fastest on rims and on patchy necrosis."""

_DIRECTIONS = 24
"""Directions of the coarse sweep that finds a first long chord."""


def longest_chord(outline: Outline, gap_mm: float, longer_than_mm: float) -> Chord:
    """Longest admissible chord of an outline that is longer than a given length.

    Exact for ``gap_mm`` 0. Returns length 0 where no longer one exists.
    """
    found = intervals_buffer(outline)
    center = outline.vertices.mean(axis=0)
    offsets = outline.vertices - center
    radius = float(np.hypot(offsets[:, 0], offsets[:, 1]).max()) + 1e-6
    disc = (float(center[0]), float(center[1]), radius)
    starts, circles = _blocks(outline)
    best = _sweep(outline, disc, gap_mm, longer_than_mm, found)
    floor = max(best[0], longer_than_mm)
    pairs, bounds = _pairs_of_blocks(circles, floor)
    order = np.argsort(-bounds)
    between = _between_vertices(
        outline, starts, circles, pairs[order], bounds[order], gap_mm, floor, found
    )
    if between[0] > floor:
        best, floor = between, between[0]
    past = _past_vertices(outline, starts, circles, radius, gap_mm, floor, found)
    if past[0] > floor:
        best = past
    if gap_mm > 0.0 and best[0] > 0.0:
        best = _ascend(outline, best, gap_mm, 2.0 * radius, found)
    return best


@compiled
def _blocks(outline: Outline) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """First vertex of each block of consecutive ones (and the end), and its circle."""
    vertices, after = outline.vertices, outline.after
    count = len(vertices)
    starts = np.empty(count + 1, np.int64)
    n = 0
    size = _BLOCK
    for i in range(count):
        contour_begins = i > 0 and (
            after[i - 1, 0] != vertices[i, 0] or after[i - 1, 1] != vertices[i, 1]
        )
        if size == _BLOCK or contour_begins:
            starts[n] = i
            n += 1
            size = 0
        size += 1
    starts[n] = count
    circles = np.empty((n, 3))
    for b in range(n):
        left = right = vertices[starts[b], 0]
        top = bottom = vertices[starts[b], 1]
        for i in range(starts[b] + 1, starts[b + 1]):
            x, y = vertices[i]
            left, right = min(left, x), max(right, x)
            top, bottom = min(top, y), max(bottom, y)
        middle_x, middle_y, radius = (left + right) / 2, (top + bottom) / 2, 0.0
        for i in range(starts[b], starts[b + 1]):
            x, y = vertices[i]
            radius = max(radius, math.hypot(x - middle_x, y - middle_y))
        circles[b, 0], circles[b, 1], circles[b, 2] = middle_x, middle_y, radius
    return starts[: n + 1], circles


@compiled
def _sweep(
    outline: Outline,
    disc: tuple[float, float, float],
    gap_mm: float,
    floor: float,
    found: NDArray[np.float64],
) -> Chord:
    """First good chord: parallel lines two pixels apart in a few directions."""
    cx, cy, radius = disc
    pitch = 2.0 * min(outline.sx, outline.sy)
    lines = int(radius / pitch)
    longest = floor
    best = (0.0, 0.0, 0.0, 0.0, 0.0)
    for direction in range(_DIRECTIONS):
        angle = math.pi * direction / _DIRECTIONS
        ux, uy = math.cos(angle), math.sin(angle)
        for line in range(-lines, lines + 1):
            offset = line * pitch
            half = math.sqrt(max(radius * radius - offset * offset, 0.0))
            if 2.0 * half <= longest:
                continue
            x, y = cx - uy * offset, cy + ux * offset
            n = inside_intervals(outline, x, y, ux, uy, -half, half, math.inf, found)
            a, b = longest_run(found, n, gap_mm)
            if b - a > longest:
                longest = b - a
                best = (longest, x + a * ux, y + a * uy, x + b * ux, y + b * uy)
    return best


@compiled
def _barred(
    outline: Outline,
    circles: NDArray[np.float64],
    first: int,
    second: int,
    gap_mm: float,
) -> bool:
    """Whether one empty disc bars every segment from one block to another."""
    x0, y0, r0 = circles[first]
    x1, y1, r1 = circles[second]
    between = math.hypot(x1 - x0, y1 - y0) - r0 - r1
    far = outline.far
    step = 1.0
    while step > 1.0 / 16.0:
        step *= 0.5
        share = step
        while share < 1.0:
            row = int((y0 + share * (y1 - y0)) / outline.sy + 0.5)
            column = int((x0 + share * (x1 - x0)) / outline.sx + 0.5)
            # a segment passes the probe at most this far away, at the same share of
            # its own length
            empty = far[row, column] - ((1.0 - share) * r0 + share * r1)
            if empty > 0.0:
                before = min(empty, share * between)
                behind = min(empty, (1.0 - share) * between)
                if min(before, behind) > 0.0 and before + behind > gap_mm + TOUCH_MM:
                    return True
            share += 2.0 * step
    return False


@compiled
def _pairs_of_blocks(
    circles: NDArray[np.float64], floor: float
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Pairs of blocks that can hold a segment longer than the floor, and its bound."""
    blocks = len(circles)
    count = 0
    for a in range(blocks):
        for b in range(a, blocks):
            if _reach(circles, a, b) > floor:
                count += 1
    pairs = np.empty((count, 2), np.int64)
    bounds = np.empty(count)
    count = 0
    for a in range(blocks):
        for b in range(a, blocks):
            reach = _reach(circles, a, b)
            if reach > floor:
                pairs[count, 0], pairs[count, 1] = a, b
                bounds[count] = reach
                count += 1
    return pairs, bounds


@compiled
def _between_vertices(
    outline: Outline,
    starts: NDArray[np.int64],
    circles: NDArray[np.float64],
    pairs: NDArray[np.int64],
    bounds: NDArray[np.float64],
    gap_mm: float,
    floor: float,
    found: NDArray[np.float64],
) -> Chord:
    """Longest admissible segment between two vertices; pairs by falling bound."""
    vertices = outline.vertices
    longest = floor
    best = (0.0, 0.0, 0.0, 0.0, 0.0)
    for index in range(len(pairs)):
        if bounds[index] <= longest:
            break
        a, b = pairs[index]
        if a != b and _barred(outline, circles, a, b, gap_mm):
            continue
        for i in range(starts[a], starts[a + 1]):
            x0, y0 = vertices[i]
            for j in range(starts[b], starts[b + 1]):
                x1, y1 = vertices[j]
                length = math.hypot(x1 - x0, y1 - y0)
                if length > longest and admissible(
                    outline, x0, y0, x1, y1, gap_mm, found
                ):
                    longest = length
                    best = (length, x0, y0, x1, y1)
    return best


@compiled
def _reach(circles: NDArray[np.float64], a: int, b: int) -> float:
    """Upper bound of the distance between vertices of two blocks."""
    apart = math.hypot(circles[a, 0] - circles[b, 0], circles[a, 1] - circles[b, 1])
    return float(apart + circles[a, 2] + circles[b, 2])


@compiled
def _past_vertices(
    outline: Outline,
    starts: NDArray[np.int64],
    circles: NDArray[np.float64],
    radius: float,
    gap_mm: float,
    floor: float,
    found: NDArray[np.float64],
) -> Chord:
    """Longest run on lines through two vertices that run past one of them.

    For each reflex vertex, the tangent directions are halved again and again while the
    run that a fan of lines can have at most is longer than the best so far; in a narrow
    fan that is left, each line through a second vertex is measured exactly.
    """
    narrow = min(outline.sx, outline.sy) / radius
    fans = np.empty((64, 2))
    best = (floor, 0.0, 0.0, 0.0, 0.0)
    for i in range(len(outline.vertices)):
        x, y = outline.vertices[i]
        ax, ay = x - outline.before[i, 0], y - outline.before[i, 1]
        bx, by = outline.after[i, 0] - x, outline.after[i, 1] - y
        turn = math.atan2(ax * by - ay * bx, ax * bx + ay * by)
        if turn > -1e-9:
            continue  # a line that touches here leaves the region, or follows an edge
        fans[0, 0], fans[0, 1] = math.atan2(ay, ax) + turn / 2, 1e-9 - turn / 2
        waiting = 1
        while waiting:
            waiting -= 1
            angle, half_width = fans[waiting]
            ux, uy = math.cos(angle), math.sin(angle)
            ahead = _reach_bound(outline, x, y, ux, uy, half_width, gap_mm, radius)
            behind = _reach_bound(outline, x, y, -ux, -uy, half_width, gap_mm, radius)
            if ahead + behind <= best[0]:
                continue
            if half_width > narrow and waiting + 2 <= len(fans):
                for side in (-0.5, 0.5):
                    fans[waiting, 0] = angle + side * half_width
                    fans[waiting, 1] = half_width / 2
                    waiting += 1
                continue
            best = _through_fan(
                outline, starts, circles, i, ux, uy, half_width, gap_mm, found, best
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
    step = 3.0 * min(outline.sx, outline.sy)
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
        at += max(empty, step)
    return at


@compiled
def _through_fan(
    outline: Outline,
    starts: NDArray[np.int64],
    circles: NDArray[np.float64],
    i: int,
    ux: float,
    uy: float,
    half_width: float,
    gap_mm: float,
    found: NDArray[np.float64],
    best: Chord,
) -> Chord:
    """Longest run on the lines of a fan around vertex ``i`` through a second vertex."""
    vertices = outline.vertices
    x, y = vertices[i]
    for block in range(len(circles)):
        along = (circles[block, 0] - x) * ux + (circles[block, 1] - y) * uy
        aside = (circles[block, 1] - y) * ux - (circles[block, 0] - x) * uy
        spread = math.tan(half_width)
        if abs(aside) > abs(along) * spread + (1.0 + spread) * circles[block, 2]:
            continue
        for j in range(starts[block], starts[block + 1]):
            dx, dy = vertices[j, 0] - x, vertices[j, 1] - y
            length = math.hypot(dx, dy)
            cosine, sine = dx * ux + dy * uy, dy * ux - dx * uy
            if length == 0.0 or abs(math.atan2(sine, abs(cosine))) > half_width:
                continue
            dx, dy = dx / length, dy / length
            n = inside_intervals(
                outline, x, y, dx, dy, -math.inf, math.inf, math.inf, found
            )
            s, e = longest_run(found, n, gap_mm)
            if e - s > best[0]:
                best = (e - s, x + s * dx, y + s * dy, x + e * dx, y + e * dy)
    return best


@compiled
def _ascend(
    outline: Outline,
    chord: Chord,
    gap_mm: float,
    reach_mm: float,
    found: NDArray[np.float64],
) -> Chord:
    """Shift both ends sideways by ever smaller steps while the chord grows."""
    longest, x0, y0, x1, y1 = chord
    coarse = min(outline.sx, outline.sy)
    step = coarse
    while step > 1e-4:
        moved = False
        for at_start in (-1.0, -0.5, 0.0, 0.5, 1.0):
            for at_end in (-1.0, -0.5, 0.0, 0.5, 1.0):
                ux, uy = (x1 - x0) / longest, (y1 - y0) / longest
                px, py = x0 - uy * at_start * step, y0 + ux * at_start * step
                qx, qy = x1 - uy * at_end * step, y1 + ux * at_end * step
                length = math.hypot(qx - px, qy - py)
                ux, uy = (qx - px) / length, (qy - py) / length
                n = inside_intervals(
                    outline,
                    px,
                    py,
                    ux,
                    uy,
                    -reach_mm,
                    reach_mm,
                    math.inf,
                    found,
                )
                s, e = longest_run(found, n, gap_mm)
                if e - s > longest + 1e-9:
                    longest = e - s
                    x0, y0, x1, y1 = px + s * ux, py + s * uy, px + e * ux, py + e * uy
                    moved = True
        if not moved:
            step *= 0.5
    return longest, x0, y0, x1, y1
