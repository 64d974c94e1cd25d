"""The convex hull of an outline: the diameter that may cross everything."""

import math

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.section import LEVEL


@compiled
def extreme_crossings(
    field: NDArray[np.float64], sx: float, sy: float
) -> NDArray[np.float64]:
    """Outline vertices that can lie on the hull: first and last of each row and column.

    Sorted by x, then y; mm in the frame of the outline.
    """
    height, width = field.shape
    points = np.empty((2 * height + 2 * width, 2))
    n = 0
    for r in range(height):
        for c in range(width - 1):
            if field[r, c + 1] >= LEVEL:
                share = (LEVEL - field[r, c]) / (field[r, c + 1] - field[r, c])
                points[n, 0], points[n, 1] = (c + share) * sx, r * sy
                n += 1
                break
        for c in range(width - 1, 0, -1):
            if field[r, c - 1] >= LEVEL:
                share = (LEVEL - field[r, c]) / (field[r, c - 1] - field[r, c])
                points[n, 0], points[n, 1] = (c - share) * sx, r * sy
                n += 1
                break
    for c in range(width):
        for r in range(height - 1):
            if field[r + 1, c] >= LEVEL:
                share = (LEVEL - field[r, c]) / (field[r + 1, c] - field[r, c])
                points[n, 0], points[n, 1] = c * sx, (r + share) * sy
                n += 1
                break
        for r in range(height - 1, 0, -1):
            if field[r - 1, c] >= LEVEL:
                share = (LEVEL - field[r, c]) / (field[r - 1, c] - field[r, c])
                points[n, 0], points[n, 1] = c * sx, (r - share) * sy
                n += 1
                break
    points = points[:n]
    points = points[np.argsort(points[:, 1], kind="mergesort")]
    return points[np.argsort(points[:, 0], kind="mergesort")]


@compiled
def _left_turn(
    a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64]
) -> bool:
    turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return bool(turn > 0.0)


@compiled
def convex_hull(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Corners of the hull of points sorted by x, then y (Andrew's monotone chain)."""
    count = len(points)
    hull = np.empty((2 * count + 2, 2))
    n = 0
    for i in range(count):
        while n >= 2 and not _left_turn(hull[n - 2], hull[n - 1], points[i]):
            n -= 1
        hull[n] = points[i]
        n += 1
    lower = n + 1
    for i in range(count - 2, -1, -1):
        while n >= lower and not _left_turn(hull[n - 2], hull[n - 1], points[i]):
            n -= 1
        hull[n] = points[i]
        n += 1
    return hull[: max(n - 1, 1)].copy()


@compiled
def farthest_pair(
    hull: NDArray[np.float64],
) -> tuple[float, float, float, float, float]:
    """Longest distance between two hull corners: length, x0, y0, x1, y1."""
    longest, first, second = 0.0, 0, 0
    for i in range(len(hull)):
        for j in range(i + 1, len(hull)):
            apart = math.hypot(hull[i, 0] - hull[j, 0], hull[i, 1] - hull[j, 1])
            if apart > longest:
                longest, first, second = apart, i, j
    a, b = hull[first], hull[second]
    return longest, a[0], a[1], b[0], b[1]


@compiled
def hull_diameter(
    field: NDArray[np.float64], sx: float, sy: float
) -> tuple[float, float, float, float, float]:
    """Longest distance within a framed field's outline, whatever lies between."""
    return farthest_pair(convex_hull(extreme_crossings(field, sx, sy)))
