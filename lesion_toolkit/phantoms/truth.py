"""The true size of an analytic lesion, from where straight lines cross its surfaces.

A line crosses an ellipsoid between two closed-form points, so a lesion made of
ellipsoids is a set of exact intervals along any line. Nothing here uses a voxel or
anything of :mod:`lesion_toolkit.measurement`: it is what that package is judged by.
"""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.phantoms.shapes import Ellipsoid

GAP_MM = 5.0
"""Longest gap a viable diameter may cross (the definition's default)."""

Floats = NDArray[np.float64]
Region = Callable[[NDArray[np.bool_]], NDArray[np.bool_]]
"""Which points belong, from what each ellipsoid (first axis) contains."""

_STEP_MM, _SLICE_STEP_MM, _STEP_RAD = 1.5, 2.5, math.radians(3)
_CANDIDATES, _ROUNDS = 12, 14


@dataclass(frozen=True, slots=True)
class LesionTruth:
    """True size of a phantom lesion: axial diameters in mm, volumes in ml.

    ``viable_diameter_mm`` is the longest axial segment that ends in viable tissue and
    never leaves it for more than 5 mm; ``whole_diameter_mm`` is that of the outline.
    """

    whole_diameter_mm: float
    viable_diameter_mm: float
    whole_volume_ml: float
    viable_volume_ml: float


def longest_axial_diameter_mm(
    outline: Sequence[Ellipsoid],
    ellipsoids: Sequence[Ellipsoid],
    region: Region,
    gap_mm: float = GAP_MM,
) -> float:
    """Longest axial segment with ends in a region and no gap above ``gap_mm``.

    Every line of a dense grid of slices, directions and offsets is measured exactly,
    and so are the lines that join two centers (they bridge islands); the best dozen
    are then refined by shrinking steps (to about 0.01 mm).

    Parameters
    ----------
    outline
        Ellipsoids that hold the whole region.
    ellipsoids
        Every ellipsoid the region is made of, in the order its rule expects.
    region
        Which points belong.
    gap_mm
        Longest tolerated gap.
    """
    low, high = _box(outline)
    center, reach = (low + high) / 2, float(np.linalg.norm((high - low)[:2]) / 2)
    angles = np.arange(0.0, math.pi, _STEP_RAD)
    offsets = np.arange(-reach, reach + _STEP_MM, _STEP_MM)
    turns, sides = (grid.ravel() for grid in np.meshgrid(angles, offsets))
    slices = _midpoints(low[2], high[2], _SLICE_STEP_MM)
    grids = [np.column_stack([turns, sides, np.full(turns.size, z)]) for z in slices]
    found = []
    for lines in (*grids, _through_centers(ellipsoids, center)):
        lengths = _lengths(ellipsoids, region, gap_mm, center, lines)
        for best in np.argsort(lengths)[-_CANDIDATES:]:
            found.append((float(lengths[best]), lines[best]))
    found.sort(key=lambda candidate: -candidate[0])
    return max(
        (
            _refine(ellipsoids, region, gap_mm, center, line)
            for length, line in found[:_CANDIDATES]
            if length > 0
        ),
        default=0.0,
    )


def volume_ml(
    outline: Sequence[Ellipsoid],
    ellipsoids: Sequence[Ellipsoid],
    region: Region,
    step_mm: float = 0.4,
) -> float:
    """Volume of a region in ml: exact lengths of parallel lines ``step_mm`` apart.

    ``outline``, ``ellipsoids`` and ``region`` as for the diameter.
    """
    low, high = _box(outline)
    y, z = (_midpoints(low[axis], high[axis], step_mm) for axis in (1, 2))
    grid_y, grid_z = (grid.ravel() for grid in np.meshgrid(y, z))
    origins = np.column_stack([np.zeros(grid_y.size), grid_y, grid_z])
    directions = np.broadcast_to([1.0, 0.0, 0.0], origins.shape)
    crossings, inside = _crossings(ellipsoids, region, origins, directions)
    area = float((y[1] - y[0]) * (z[1] - z[0]))
    return float((np.diff(crossings, axis=0) * inside).sum()) * area / 1000


def _through_centers(ellipsoids: Sequence[Ellipsoid], center: Floats) -> Floats:
    """Axial lines (angle, offset, z) over every two centers, at three heights each."""
    lines = [(0.0, 0.0, float(center[2]))]
    for first, second in itertools.combinations(ellipsoids, 2):
        a, b = np.array(first.center_mm), np.array(second.center_mm)
        turn = math.atan2(b[1] - a[1], b[0] - a[0])
        x, y = (a - center)[:2]
        side = y * math.cos(turn) - x * math.sin(turn)
        lines += [(turn, side, z) for z in (a[2], b[2], (a[2] + b[2]) / 2)]
    return np.array(lines)


def _box(outline: Sequence[Ellipsoid]) -> tuple[Floats, Floats]:
    bounds = [ellipsoid.bounds_mm for ellipsoid in outline]
    lowest = np.min([low for low, _ in bounds], axis=0)
    return lowest, np.max([high for _, high in bounds], axis=0)


def _midpoints(low: float, high: float, step: float) -> Floats:
    count = max(2, math.ceil((high - low) / step))
    return low + (np.arange(count) + 0.5) * (high - low) / count


def _lengths(
    ellipsoids: Sequence[Ellipsoid],
    region: Region,
    gap_mm: float,
    center: Floats,
    lines: Floats,
) -> Floats:
    """Longest allowed segment on each axial line (angle, offset, z)."""
    turn, side, z = lines.T
    cos, sin = np.cos(turn), np.sin(turn)
    directions = np.column_stack([cos, sin, np.zeros_like(turn)])
    origins = np.column_stack([center[0] - side * sin, center[1] + side * cos, z])
    crossings, inside = _crossings(ellipsoids, region, origins, directions)
    return _longest_run(crossings, inside, gap_mm)


def _crossings(
    ellipsoids: Sequence[Ellipsoid],
    region: Region,
    origins: Floats,
    directions: Floats,
) -> tuple[Floats, NDArray[np.bool_]]:
    """Sorted crossings (2 m, lines) and whether each piece between them belongs."""
    enter = np.zeros((len(ellipsoids), len(origins)))
    leave = np.zeros_like(enter)
    for row, ellipsoid in enumerate(ellipsoids):
        to_sphere = ellipsoid.to_unit_sphere.T
        start = (origins - np.array(ellipsoid.center_mm)) @ to_sphere
        along = directions @ to_sphere
        a = (along * along).sum(axis=1)
        b = (start * along).sum(axis=1)
        c = (start * start).sum(axis=1) - 1
        half = np.sqrt(np.maximum(b * b - a * c, 0)) / a
        hit = half > 0
        enter[row], leave[row] = np.where(hit, [-b / a - half, -b / a + half], 0)
    crossings = np.sort(np.concatenate([enter, leave]), axis=0)
    middle = (crossings[:-1] + crossings[1:]) / 2
    contained = (enter[:, None] < middle) & (middle < leave[:, None])
    return crossings, region(contained)


def _longest_run(crossings: Floats, inside: NDArray[np.bool_], gap_mm: float) -> Floats:
    """Longest stretch per line that starts and ends inside, gaps at most ``gap_mm``."""
    longest = np.zeros(crossings.shape[1])
    start = np.full_like(longest, np.nan)
    end = np.full_like(longest, -np.inf)
    for first, last, belongs in zip(crossings, crossings[1:], inside, strict=False):
        counts = belongs & (last > first)
        fresh = counts & ~(first - end <= gap_mm)
        start = np.where(fresh, first, start)
        end = np.where(counts, last, end)
        longest = np.maximum(longest, np.where(counts, end - start, 0))
    return longest


def _refine(
    ellipsoids: Sequence[Ellipsoid],
    region: Region,
    gap_mm: float,
    center: Floats,
    line: Floats,
) -> float:
    """Climb from one line by halving steps in angle, offset and slice."""
    moves = np.stack(np.meshgrid(*[[-1, -0.5, 0, 0.5, 1]] * 3), axis=-1).reshape(-1, 3)
    steps = np.array([_STEP_RAD, _STEP_MM, _SLICE_STEP_MM])
    best = 0.0
    for _ in range(_ROUNDS):
        lines = line + moves * steps
        lengths = _lengths(ellipsoids, region, gap_mm, center, lines)
        top = int(np.argmax(lengths))
        if lengths[top] > best:
            best, line = float(lengths[top]), lines[top]
        steps = steps * 0.6
    return best
