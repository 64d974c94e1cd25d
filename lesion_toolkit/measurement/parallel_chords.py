"""The longest chord of an outline in one given direction."""

import math

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.chord import (
    inside_intervals,
    intervals_buffer,
    longest_run,
)
from lesion_toolkit.measurement.chord_search import Chord
from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.outline import Outline


@compiled
def longest_parallel(outline: Outline, ux: float, uy: float, gap_mm: float) -> Chord:
    """Longest admissible chord of one direction; exact for every gap.

    Between two neighboring vertex offsets the stretches of a parallel line change
    linearly, so the longest run lies at a vertex offset or where a gap is exactly as
    long as allowed.
    """
    vertices = outline.vertices
    offsets = np.sort(vertices[:, 1] * ux - vertices[:, 0] * uy)
    ends = vertices[:, 0] * ux + vertices[:, 1] * uy
    lo, hi = ends.min() - 1.0, ends.max() + 1.0
    found = intervals_buffer(outline)
    other, spare = np.empty_like(found), np.empty_like(found)
    best = (0.0, 0.0, 0.0, 0.0, 0.0)
    for k in range(len(offsets)):
        best = _better(outline, ux, uy, offsets[k], lo, hi, gap_mm, found, best)
        if gap_mm == 0.0 or gap_mm == math.inf or k + 1 == len(offsets):
            continue
        width = offsets[k + 1] - offsets[k]
        if width < 1e-9:
            continue
        p, q = offsets[k] + 0.25 * width, offsets[k] + 0.75 * width
        n = inside_intervals(outline, -uy * p, ux * p, ux, uy, lo, hi, math.inf, found)
        m = inside_intervals(outline, -uy * q, ux * q, ux, uy, lo, hi, math.inf, other)
        if n != m:
            continue
        for i in range(1, n):
            gap_p = found[i, 0] - found[i - 1, 1]
            gap_q = other[i, 0] - other[i - 1, 1]
            if gap_p != gap_q:
                share = 0.25 + 0.5 * (gap_mm - gap_p) / (gap_q - gap_p)
                if 0.0 < share < 1.0:
                    at = offsets[k] + share * width
                    best = _better(outline, ux, uy, at, lo, hi, gap_mm, spare, best)
    return best


@compiled
def _better(
    outline: Outline,
    ux: float,
    uy: float,
    offset: float,
    lo: float,
    hi: float,
    gap_mm: float,
    found: NDArray[np.float64],
    best: Chord,
) -> Chord:
    """Longest run on one parallel line, where it beats the best so far."""
    x, y = -uy * offset, ux * offset
    n = inside_intervals(outline, x, y, ux, uy, lo, hi, math.inf, found)
    s, e = longest_run(found, n, gap_mm)
    if e - s > best[0]:
        return e - s, x + s * ux, y + s * uy, x + e * ux, y + e * uy
    return best
