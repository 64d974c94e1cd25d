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

    In mm, in the frame of the outline.
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
    return points[:n]


@compiled
def _left_turn(hull: NDArray[np.float64], n: int, x: float, y: float) -> bool:
    """Whether the chain turns left at its last of ``n`` corners towards (x, y)."""
    ax, ay = hull[n - 2, 0], hull[n - 2, 1]
    bx, by = hull[n - 1, 0], hull[n - 1, 1]
    return bool((bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0.0)


@compiled
def _chain(
    points: NDArray[np.float64], hull: NDArray[np.float64], begin: int, step: int
) -> int:
    """Add one side of the hull after its first ``begin`` corners; the new number."""
    n = begin
    i = 0 if step > 0 else len(points) - 2
    while 0 <= i < len(points):
        x, y = points[i, 0], points[i, 1]
        while n >= max(begin, 1) + 1 and not _left_turn(hull, n, x, y):
            n -= 1
        hull[n, 0], hull[n, 1] = x, y
        n += 1
        i += step
    return n


@compiled
def farthest_pair(
    points: NDArray[np.float64],
) -> tuple[float, float, float, float, float]:
    """Longest distance between points sorted by x, then y: length, x0, y0, x1, y1.

    Only corners of the convex hull (Andrew's monotone chain) can be farthest apart.
    """
    hull = np.empty((2 * len(points) + 2, 2))
    corners = _chain(points, hull, _chain(points, hull, 0, 1), -1)
    longest, first, second = 0.0, 0, 0
    for i in range(corners):
        for j in range(i + 1, corners):
            apart = math.hypot(hull[i, 0] - hull[j, 0], hull[i, 1] - hull[j, 1])
            if apart > longest:
                longest, first, second = apart, i, j
    return longest, hull[first, 0], hull[first, 1], hull[second, 0], hull[second, 1]


def hull_diameter(
    field: NDArray[np.float64], sx: float, sy: float
) -> tuple[float, float, float, float, float]:
    """Longest distance within a framed field's outline, whatever lies between."""
    points = extreme_crossings(field, sx, sy)
    in_order = points[np.lexsort((points[:, 1], points[:, 0]))]
    return farthest_pair(in_order)
