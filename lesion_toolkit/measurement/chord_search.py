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
    Chord,
    admissible,
    inside_intervals,
    intervals_buffer,
    longest_run,
)
from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.outline import Outline
from lesion_toolkit.measurement.tangent_search import past_vertices

_BLOCK = 8
"""Vertices in a block; 8 was fastest on rims and on patchy necrosis."""

_DIRECTIONS = 24
"""Directions of the coarse sweep that finds a first long chord."""

_LINES = 12
"""Lines of the sweep on each side of the middle, at most."""

_BUCKETS = 256
"""Pairs of blocks are sorted by their bound into so many."""


def longest_chord(outline: Outline, gap_mm: float, longer_than_mm: float) -> Chord:
    """Longest admissible chord of an outline that is longer than a given length.

    Exact for ``gap_mm`` 0. Returns length 0 where no longer one exists.
    """
    vertices = len(outline.vertices)
    starts = np.empty(vertices + 1, np.int32)
    circles = np.empty((vertices, 3))
    blocks = _blocks(outline, starts, circles)
    most = blocks * (blocks + 1) // 2
    longest: Chord = _search(
        outline,
        starts,
        circles[:blocks],
        float(gap_mm),
        float(longer_than_mm),
        np.empty((2, most), np.int32),
        np.empty(most),
        np.empty(_BUCKETS + 1, np.int64),
        np.empty((64, 2)),
        intervals_buffer(outline),
    )
    return longest


@compiled
def _search(
    outline: Outline,
    starts: NDArray[np.int32],
    circles: NDArray[np.float64],
    gap_mm: float,
    longer_than_mm: float,
    pairs: NDArray[np.int32],
    bounds: NDArray[np.float64],
    buckets: NDArray[np.int64],
    fans: NDArray[np.float64],
    found: NDArray[np.float64],
) -> Chord:
    """Search both finite sets; the last five arguments are room to work in."""
    cx, cy, radius = _disc(outline.vertices)
    best = _sweep(outline, cx, cy, radius, gap_mm, longer_than_mm, found)
    floor = max(best[0], longer_than_mm)
    count = _pairs_of_blocks(circles, floor, pairs, bounds, buckets)
    between = _between_vertices(
        outline, starts, circles, pairs, count, bounds, gap_mm, floor, found
    )
    if between[0] > floor:
        best, floor = between, between[0]
    past = past_vertices(outline, starts, circles, radius, gap_mm, floor, fans, found)
    if past[0] > floor:
        best = past
    if gap_mm > 0.0 and best[0] > 0.0:
        best = _ascend(outline, best, gap_mm, 2.0 * radius, found)
    return best


@compiled
def _disc(points: NDArray[np.float64]) -> tuple[float, float, float]:
    """Middle of points and the distance of the farthest one from it."""
    cx = cy = farthest = 0.0
    for i in range(len(points)):
        cx += points[i, 0] / len(points)
        cy += points[i, 1] / len(points)
    for i in range(len(points)):
        farthest = max(farthest, math.hypot(points[i, 0] - cx, points[i, 1] - cy))
    return cx, cy, farthest + 1e-6


@compiled
def _blocks(
    outline: Outline, starts: NDArray[np.int32], circles: NDArray[np.float64]
) -> int:
    """Find first vertex of each block of consecutive ones, and its circle; number."""
    vertices, after = outline.vertices, outline.after
    count = len(vertices)
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
    for b in range(n):
        circle = _disc(vertices[starts[b] : starts[b + 1]])
        circles[b, 0], circles[b, 1], circles[b, 2] = circle
    return n


@compiled
def _sweep(
    outline: Outline,
    cx: float,
    cy: float,
    radius: float,
    gap_mm: float,
    floor: float,
    found: NDArray[np.float64],
) -> Chord:
    """First good chord: some parallel lines in a few directions."""
    pitch = max(2.0 * min(outline.sx, outline.sy), radius / _LINES)
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
    x0, y0, r0 = circles[first, 0], circles[first, 1], circles[first, 2]
    x1, y1, r1 = circles[second, 0], circles[second, 1], circles[second, 2]
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
    circles: NDArray[np.float64],
    floor: float,
    pairs: NDArray[np.int32],
    bounds: NDArray[np.float64],
    buckets: NDArray[np.int64],
) -> int:
    """Pairs of blocks that can hold a segment longer than the floor; their number.

    ``pairs[0]`` (first block times the number of blocks, plus second) and its bound are
    filled in order of the blocks, ``pairs[1]`` holds their places by falling bound
    (nearly: sorted into buckets).
    """
    blocks = len(circles)
    count = 0
    longest = floor
    for a in range(blocks):
        for b in range(a, blocks):
            dx, dy = circles[a, 0] - circles[b, 0], circles[a, 1] - circles[b, 1]
            bound = math.sqrt(dx * dx + dy * dy) + circles[a, 2] + circles[b, 2]
            if bound > floor:
                pairs[0, count] = a * blocks + b
                bounds[count] = bound
                longest = max(longest, bound)
                count += 1
    per_mm = (_BUCKETS - 1) / max(longest - floor, 1e-9)
    for i in range(_BUCKETS + 1):
        buckets[i] = 0
    for i in range(count):
        buckets[int((longest - bounds[i]) * per_mm) + 1] += 1
    for i in range(_BUCKETS):
        buckets[i + 1] += buckets[i]
    for i in range(count):
        bucket = int((longest - bounds[i]) * per_mm)
        pairs[1, buckets[bucket]] = i
        buckets[bucket] += 1
    return count


@compiled
def _between_vertices(
    outline: Outline,
    starts: NDArray[np.int32],
    circles: NDArray[np.float64],
    pairs: NDArray[np.int32],
    count: int,
    bounds: NDArray[np.float64],
    gap_mm: float,
    floor: float,
    found: NDArray[np.float64],
) -> Chord:
    """Longest admissible segment between two vertices; pairs by falling bound."""
    vertices = outline.vertices
    longest = floor
    best = (0.0, 0.0, 0.0, 0.0, 0.0)
    for place in range(count):
        index = pairs[1, place]
        if bounds[index] <= longest:
            continue
        a, b = pairs[0, index] // len(circles), pairs[0, index] % len(circles)
        if a != b and _barred(outline, circles, a, b, gap_mm):
            continue
        for i in range(starts[a], starts[a + 1]):
            x0, y0 = vertices[i, 0], vertices[i, 1]
            for j in range(starts[b], starts[b + 1]):
                x1, y1 = vertices[j, 0], vertices[j, 1]
                length = math.hypot(x1 - x0, y1 - y0)
                if length > longest and admissible(
                    outline, x0, y0, x1, y1, gap_mm, found
                ):
                    longest = length
                    best = (length, x0, y0, x1, y1)
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
