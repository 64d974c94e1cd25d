"""The longest diameter in space, over planes of any tilt; never for RECIST sums.

The whole diameter is exact: the farthest two points of the surface, which are corners
of its convex hull. The viable one is searched over pairs of surface points thinned to
some 1,000, longest first, so it is a lower bound, and never below the axial one.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, spatial

from lesion_toolkit.measurement.section import LEVEL
from lesion_toolkit.measurement.stack import Stack
from lesion_toolkit.model.finding import Finding, Severity

Points = NDArray[np.float64]

MOST_POINTS = 1200
"""Surface points that are paired in the search for a viable diameter."""

_PAIRS_AT_ONCE = 4096


def farthest_apart(stack: Stack, gap_mm: float) -> tuple[Points, float] | None:
    """Find ends (2, 3) in voxels, and length in mm, of the longest diameter in space.

    Parameters
    ----------
    stack
        The region.
    gap_mm
        Longest stretch outside the region crossed at a time.

    Returns
    -------
    tuple or None
        None where nothing is admissible or the region is empty.
    """
    field = np.pad(np.asarray(stack.values, np.float64), 1)
    surface = _crossings(field)
    if not len(surface):
        return None
    if math.isinf(gap_mm):
        corners = _hull_corners(surface, stack)
        first, second = np.array(np.triu_indices(len(corners), 1))
        lengths = _lengths(corners, first, second, stack)
        best = int(lengths.argmax())
        ends = corners[[first[best], second[best]]]
        return ends - 1.0, float(lengths[best])
    return _longest_admissible(field, _thinned(surface, stack), stack, gap_mm)


def not_comparable(lesion: str) -> Finding:
    """Say that a diameter in space must not be summed with axial ones."""
    return Finding(
        "oblique-not-comparable",
        "Measured in an oblique plane: not comparable with axial diameters, and not "
        "to be summed with them or compared with an axial baseline.",
        Severity.CAUTION,
        lesion,
    )


def _crossings(field: NDArray[np.float64]) -> Points:
    """Where the surface crosses the grid: vertices of marching cubes, in voxels."""
    inside = field >= LEVEL
    found = []
    for axis in range(3):
        near = [slice(None)] * 3
        beyond = [slice(None)] * 3
        near[axis], beyond[axis] = slice(None, -1), slice(1, None)
        crossed = np.argwhere(inside[tuple(near)] != inside[tuple(beyond)])
        other = crossed.copy()
        other[:, axis] += 1
        low, high = field[tuple(crossed.T)], field[tuple(other.T)]
        points = crossed.astype(np.float64)
        points[:, axis] += (LEVEL - low) / (high - low)
        found.append(points)
    return np.concatenate(found)


def _hull_corners(surface: Points, stack: Stack) -> Points:
    try:
        corners: Points = surface[spatial.ConvexHull(surface @ stack.axes_mm).vertices]
    except spatial.QhullError:  # points in one plane have no hull in space
        return surface
    return corners


def _lengths(
    points: Points, first: NDArray[Any], second: NDArray[Any], stack: Stack
) -> NDArray[np.float64]:
    offsets = (points[second] - points[first]) @ stack.axes_mm
    return np.asarray(np.linalg.norm(offsets, axis=1))


def _thinned(surface: Points, stack: Stack) -> Points:
    """At most :data:`MOST_POINTS` surface points, one for each block of space."""
    block_mm = 1.0
    place = surface @ stack.axes_mm
    while len(surface) > MOST_POINTS:
        _, kept = np.unique(np.floor(place / block_mm), axis=0, return_index=True)
        if len(kept) <= MOST_POINTS:
            return surface[kept]
        block_mm *= 1.3
    return surface


def _longest_admissible(
    field: NDArray[np.float64], points: Points, stack: Stack, gap_mm: float
) -> tuple[Points, float] | None:
    first, second = np.array(np.triu_indices(len(points), 1))
    lengths = _lengths(points, first, second, stack)
    order = np.argsort(-lengths)
    for begin in range(0, len(order), _PAIRS_AT_ONCE):
        tried = order[begin : begin + _PAIRS_AT_ONCE]
        ends = np.stack([points[first[tried]], points[second[tried]]], axis=1)
        passed = np.flatnonzero(_admissible(field, ends, stack, gap_mm))
        if passed.size:
            best = int(passed[0])
            return ends[best] - 1.0, float(lengths[tried[best]])
    return None


def _admissible(
    field: NDArray[np.float64], ends: Points, stack: Stack, gap_mm: float
) -> NDArray[np.bool_]:
    """Which segments (n, 2, 3) leave the region for ``gap_mm`` at most, by samples."""
    offsets = (ends[:, 1] - ends[:, 0]) @ stack.axes_mm
    lengths = np.linalg.norm(offsets, axis=1)
    step = float(np.linalg.norm(stack.axes_mm, axis=1).min()) / 2
    count = int(lengths.max() / step) + 2
    share = np.linspace(0.0, 1.0, count)[:, None, None]
    samples = ends[:, 0] + share * (ends[:, 1] - ends[:, 0])
    values = ndimage.map_coordinates(field, samples.reshape(-1, 3).T, order=1)
    outside = values.reshape(count, len(ends)) < LEVEL - 1e-6
    outside[[0, -1]] = False  # the ends lie on the surface itself
    run = np.zeros(len(ends), np.intp)
    longest = run.copy()
    for row in outside:
        run = np.where(row, run + 1, 0)
        np.maximum(longest, run, out=longest)
    # so many samples in a row outside span at least one step less
    return np.asarray((longest - 1) * lengths / (count - 1) <= gap_mm)
