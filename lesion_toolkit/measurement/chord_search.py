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
    between = _between_vertices(outline, starts, circles, gap_mm, floor, found)
    if between[0] > floor:
        best, floor = between, between[0]
    past = _past_vertices(outline, starts, circles, disc, gap_mm, floor, found)
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
        block = vertices[starts[b] : starts[b + 1]]
        x = (block[:, 0].min() + block[:, 0].max()) / 2
        y = (block[:, 1].min() + block[:, 1].max()) / 2
        circles[b, 0], circles[b, 1], circles[b, 2] = x, y, 0.0
        for i in range(len(block)):
            away = math.hypot(block[i, 0] - x, block[i, 1] - y)
            circles[b, 2] = max(circles[b, 2], away)
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
def _between_vertices(
    outline: Outline,
    starts: NDArray[np.int64],
    circles: NDArray[np.float64],
    gap_mm: float,
    floor: float,
    found: NDArray[np.float64],
) -> Chord:
    """Longest admissible segment between two vertices, block pairs by upper bound."""
    vertices = outline.vertices
    blocks = len(circles)
    count = 0
    for a in range(blocks):
        for b in range(a, blocks):
            if _reach(circles, a, b) > floor:
                count += 1
    bounds = np.empty(count)
    pairs = np.empty(count, np.int64)
    count = 0
    for a in range(blocks):
        for b in range(a, blocks):
            reach = _reach(circles, a, b)
            if reach > floor:
                bounds[count] = -reach
                pairs[count] = a * blocks + b
                count += 1
    longest = floor
    best = (0.0, 0.0, 0.0, 0.0, 0.0)
    for index in np.argsort(bounds):
        if -bounds[index] <= longest:
            break
        a, b = pairs[index] // blocks, pairs[index] % blocks
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
def _reflex(outline: Outline) -> NDArray[np.bool_]:
    """Vertices where a line may touch the outline and stay inside on both sides."""
    count = len(outline.vertices)
    reflex = np.empty(count, np.bool_)
    for i in range(count):
        ax = outline.vertices[i, 0] - outline.before[i, 0]
        ay = outline.vertices[i, 1] - outline.before[i, 1]
        bx = outline.after[i, 0] - outline.vertices[i, 0]
        by = outline.after[i, 1] - outline.vertices[i, 1]
        turn = ax * by - ay * bx
        reflex[i] = turn <= 1e-9 * math.hypot(ax, ay) * math.hypot(bx, by)
    return reflex


@compiled
def _tangent(outline: Outline, i: int, dx: float, dy: float) -> bool:
    """Whether a line through a vertex has both its edges on one side."""
    x, y = outline.vertices[i]
    before = dx * (outline.before[i, 1] - y) - dy * (outline.before[i, 0] - x)
    after = dx * (outline.after[i, 1] - y) - dy * (outline.after[i, 0] - x)
    return bool(before * after >= -1e-12)


@compiled
def _past_vertices(
    outline: Outline,
    starts: NDArray[np.int64],
    circles: NDArray[np.float64],
    disc: tuple[float, float, float],
    gap_mm: float,
    floor: float,
    found: NDArray[np.float64],
) -> Chord:
    """Longest run on the lines through two vertices that run past one of them."""
    vertices = outline.vertices
    cx, cy, radius = disc
    reflex = _reflex(outline)
    blocks = len(circles)
    longest = floor
    best = (0.0, 0.0, 0.0, 0.0, 0.0)
    for a in range(blocks):
        for b in range(a, blocks):
            if a != b and _barred(outline, circles, a, b, gap_mm):
                continue
            for i in range(starts[a], starts[a + 1]):
                x, y = vertices[i]
                for j in range(max(starts[b], i + 1), starts[b + 1]):
                    dx, dy = vertices[j, 0] - x, vertices[j, 1] - y
                    past_i = reflex[i] and _tangent(outline, i, dx, dy)
                    past_j = reflex[j] and _tangent(outline, j, dx, dy)
                    length = math.hypot(dx, dy)
                    if length == 0.0 or not (past_i or past_j):
                        continue
                    ux, uy = dx / length, dy / length
                    offset = (y - cy) * ux - (x - cx) * uy
                    half = math.sqrt(max(radius * radius - offset * offset, 0.0))
                    along = (x - cx) * ux + (y - cy) * uy
                    lo = -half - along if past_i else 0.0
                    hi = half - along if past_j else length
                    if hi - lo <= longest or not _open(
                        outline, x, y, dx, dy, length, gap_mm
                    ):
                        continue
                    lo, hi = -half - along, half - along
                    n = inside_intervals(outline, x, y, ux, uy, lo, hi, math.inf, found)
                    s, e = longest_run(found, n, gap_mm)
                    if e - s > longest:
                        longest = e - s
                        best = (longest, x + s * ux, y + s * uy, x + e * ux, y + e * uy)
    return best


@compiled
def _open(
    outline: Outline,
    x: float,
    y: float,
    dx: float,
    dy: float,
    length: float,
    gap_mm: float,
) -> bool:
    """Whether seven probes between two vertices prove no gap that is too long."""
    for probe in range(1, 8):
        share = probe / 8.0
        row = int((y + share * dy) / outline.sy + 0.5)
        column = int((x + share * dx) / outline.sx + 0.5)
        far = outline.far[row, column]
        gap = min(far, share * length) + min(far, (1.0 - share) * length)
        if gap > gap_mm + TOUCH_MM:
            return False
    return True


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
