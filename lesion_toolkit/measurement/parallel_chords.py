"""The longest chord of an outline in one given direction."""

import math

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.chord import (
    Chord,
    inside_intervals,
    intervals_buffer,
    longest_run,
)
from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.outline import Outline


def longest_parallel(outline: Outline, ux: float, uy: float, gap_mm: float) -> Chord:
    """Longest admissible chord of one direction; exact for every gap.

    Between two neighboring vertex offsets the stretches of a parallel line change
    linearly, so the longest run lies at a vertex offset or where a gap is exactly as
    long as allowed.
    """
    vertices = outline.vertices
    offsets = np.sort(vertices[:, 1] * ux - vertices[:, 0] * uy)
    width = min(outline.sx, outline.sy)
    strips = np.empty((2, int((offsets[-1] - offsets[0]) / width) + 1))
    found = [intervals_buffer(outline) for _ in range(3)]
    longest: Chord = _longest_parallel(
        outline, float(ux), float(uy), float(gap_mm), offsets, strips, *found
    )
    return longest


@compiled
def _longest_parallel(
    outline: Outline,
    ux: float,
    uy: float,
    gap_mm: float,
    offsets: NDArray[np.float64],
    strips: NDArray[np.float64],
    found: NDArray[np.float64],
    other: NDArray[np.float64],
    spare: NDArray[np.float64],
) -> Chord:
    """Search the most promising strip of lines, then those that can hold a longer."""
    widest = _strips(outline, ux, uy, offsets, strips)
    best = (0.0, 0.0, 0.0, 0.0, 0.0)
    for turn in range(2):
        for k in range(len(offsets)):
            strip = _strip(offsets[k], offsets, strips)
            after = _strip(offsets[min(k + 1, len(offsets) - 1)], offsets, strips)
            bound = 0.0
            for i in range(strip, after + 1):
                bound = max(bound, strips[1, i] - strips[0, i])
            if (strip == widest) != (turn == 0) or bound <= best[0]:
                continue
            best = _better(outline, ux, uy, offsets[k], gap_mm, found, best)
            if gap_mm == 0.0 or gap_mm == math.inf or k + 1 == len(offsets):
                continue
            width = offsets[k + 1] - offsets[k]
            if width < 1e-9:
                continue
            n = _all_on_line(outline, ux, uy, offsets[k] + 0.25 * width, found)
            m = _all_on_line(outline, ux, uy, offsets[k] + 0.75 * width, other)
            if n != m:
                continue
            for i in range(1, n):
                gap_p = found[i, 0] - found[i - 1, 1]
                gap_q = other[i, 0] - other[i - 1, 1]
                if gap_p != gap_q:
                    share = 0.25 + 0.5 * (gap_mm - gap_p) / (gap_q - gap_p)
                    if 0.0 < share < 1.0:
                        at = offsets[k] + share * width
                        best = _better(outline, ux, uy, at, gap_mm, spare, best)
    return best


@compiled
def _strip(
    offset: float, offsets: NDArray[np.float64], strips: NDArray[np.float64]
) -> int:
    """Strip of parallel lines that an offset falls into."""
    last = int(strips.shape[1]) - 1
    if offsets[-1] <= offsets[0]:
        return 0
    share = (offset - offsets[0]) / (offsets[-1] - offsets[0])
    return min(max(int(share * (last + 1)), 0), last)


@compiled
def _strips(
    outline: Outline,
    ux: float,
    uy: float,
    offsets: NDArray[np.float64],
    strips: NDArray[np.float64],
) -> int:
    """Where lines of each strip can begin and end at most; the strip with the longest.

    Both ends of an edge count for every strip that it crosses.
    """
    vertices, after = outline.vertices, outline.after
    for i in range(strips.shape[1]):
        strips[0, i], strips[1, i] = math.inf, -math.inf
    for i in range(len(vertices)):
        first = vertices[i, 0] * ux + vertices[i, 1] * uy
        second = after[i, 0] * ux + after[i, 1] * uy
        a = _strip(vertices[i, 1] * ux - vertices[i, 0] * uy, offsets, strips)
        b = _strip(after[i, 1] * ux - after[i, 0] * uy, offsets, strips)
        for strip in range(min(a, b), max(a, b) + 1):
            strips[0, strip] = min(strips[0, strip], first, second)
            strips[1, strip] = max(strips[1, strip], first, second)
    widest = 0
    for i in range(1, strips.shape[1]):
        if strips[1, i] - strips[0, i] > strips[1, widest] - strips[0, widest]:
            widest = i
    return widest


@compiled
def _all_on_line(
    outline: Outline, ux: float, uy: float, offset: float, found: NDArray[np.float64]
) -> int:
    """Every stretch of one parallel line that is inside; their number."""
    x, y = -uy * offset, ux * offset
    return inside_intervals(outline, x, y, ux, uy, -math.inf, math.inf, math.inf, found)


@compiled
def _better(
    outline: Outline,
    ux: float,
    uy: float,
    offset: float,
    gap_mm: float,
    found: NDArray[np.float64],
    best: Chord,
) -> Chord:
    """Longest run on one parallel line, where it beats the best so far."""
    n = _all_on_line(outline, ux, uy, offset, found)
    s, e = longest_run(found, n, gap_mm)
    if e - s > best[0]:
        x, y = -uy * offset, ux * offset
        return e - s, x + s * ux, y + s * uy, x + e * ux, y + e * uy
    return best
