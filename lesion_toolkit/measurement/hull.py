"""The convex hull of each slice's outline: the diameter that may cross everything."""

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.section import LEVEL, LEVEL_MARGIN


def hull_diameters(
    values: NDArray[np.generic], sx: float, sy: float
) -> NDArray[np.float64]:
    """Longest distance within the outline of each slice, whatever lies between.

    Parameters
    ----------
    values
        (slice, row, column): boolean or float64; 0 beyond the border.
    sx, sy
        Column and row spacing in mm.

    Returns
    -------
    array
        For each slice length, x0, y0, x1, y1 in mm, in the frame of the outline; zeros
        where the slice holds nothing.
    """
    slices, rows, columns = values.shape
    plain = np.ascontiguousarray(values)
    chords = np.zeros((slices, 5))
    # a row has two ends, and each column is reached first from above and from below
    points = np.empty((2 * rows + 2 * columns, 2))
    corners = np.empty((2 * len(points) + 2, 2))
    spans = np.empty((4, rows + 1), np.int64)
    if plain.dtype == np.bool_:
        plain = plain.view(np.uint8)
    _hull_diameters(plain, sx, sy, spans, points, corners, chords)
    return chords


@compiled
def _hull_diameters(
    values: NDArray[np.generic],
    sx: float,
    sy: float,
    spans: NDArray[np.int64],
    points: NDArray[np.float64],
    corners: NDArray[np.float64],
    chords: NDArray[np.float64],
) -> None:
    for k in range(values.shape[0]):
        if _spans(values[k], spans):
            n = _outermost(values[k], spans, sx, sy, points)
            n = _chain(points, n, corners)
            _farthest(corners, n, chords[k])


@compiled
def _spans(values: NDArray[np.generic], spans: NDArray[np.int64]) -> bool:
    """First and last column inside in each row, and over all rows from it downwards."""
    rows, columns = values.shape
    spans[2, rows], spans[3, rows] = columns, -1
    for r in range(rows - 1, -1, -1):
        first = 0
        while first < columns and values[r, first] < LEVEL - LEVEL_MARGIN:
            first += 1
        last = -1
        if first < columns:
            last = columns - 1
            while values[r, last] < LEVEL - LEVEL_MARGIN:
                last -= 1
        spans[0, r], spans[1, r] = first, last
        spans[2, r] = min(spans[2, r + 1], first)
        spans[3, r] = max(spans[3, r + 1], last)
    return bool(spans[3, 0] >= 0)


@compiled
def _beyond(values: NDArray[np.generic], r: int, c: int, dr: int, dc: int) -> float:
    """How far (pixels) the outline lies beyond an inside pixel, towards an outside one.

    Negative where that neighbor is inside too.
    """
    value = max(float(values[r, c]), LEVEL + LEVEL_MARGIN)
    r += dr
    c += dc
    other = 0.0
    if 0 <= r < values.shape[0] and 0 <= c < values.shape[1]:
        other = float(values[r, c])
        if other >= LEVEL - LEVEL_MARGIN:
            return -1.0
    return (value - LEVEL) / (value - other)


@compiled
def _outermost(
    values: NDArray[np.generic],
    spans: NDArray[np.int64],
    sx: float,
    sy: float,
    points: NDArray[np.float64],
) -> int:
    """Vertices of the outline that can lie on its hull: (y, x) in mm, in that order.

    Both ends of each row, and the ends of columns that no row above (below) has
    reached to: any other end of a column lies between an inside pixel of its column and
    a segment between two inside pixels of rows above (below).
    """
    left, right = values.shape[1], -1
    n = 0
    for r in range(values.shape[0]):
        first, last = spans[0, r], spans[1, r]
        if last < 0:
            continue
        n = _insert_columns(values, r, -1, first, last, left, right, sx, sy, points, n)
        y = (r + 1) * sy
        n = _insert(points, n, y, (first + 1 - _beyond(values, r, first, 0, -1)) * sx)
        n = _insert(points, n, y, (last + 1 + _beyond(values, r, last, 0, 1)) * sx)
        left, right = min(left, first), max(right, last)
        below, above = spans[2, r + 1], spans[3, r + 1]
        n = _insert_columns(values, r, 1, first, last, below, above, sx, sy, points, n)
    return n


@compiled
def _insert_columns(
    values: NDArray[np.generic],
    r: int,
    dr: int,
    first: int,
    last: int,
    left: int,
    right: int,
    sx: float,
    sy: float,
    points: NDArray[np.float64],
    n: int,
) -> int:
    """Put in the upper (lower) ends of a row's pixels outside ``left`` to ``right``."""
    c = first
    while c <= last:
        if left <= c <= right:
            c = right + 1
            continue
        if values[r, c] >= LEVEL - LEVEL_MARGIN:
            y = r + 1 + dr * _beyond(values, r, c, dr, 0)
            n = _insert(points, n, y * sy, (c + 1) * sx)
        c += 1
    return n


@compiled
def _insert(points: NDArray[np.float64], n: int, y: float, x: float) -> int:
    """Put a point in its place among ``n`` ordered by y, then x; their new number."""
    i = n
    while i > 0 and (
        points[i - 1, 0] > y or (points[i - 1, 0] == y and points[i - 1, 1] > x)
    ):
        points[i, 0], points[i, 1] = points[i - 1, 0], points[i - 1, 1]
        i -= 1
    points[i, 0], points[i, 1] = y, x
    return n + 1


@compiled
def _chain(
    points: NDArray[np.float64], count: int, corners: NDArray[np.float64]
) -> int:
    """Corners of the hull of ordered points (Andrew's monotone chain): their number."""
    n = 0
    for side in range(2):
        begin, step = n, 1 - 2 * side
        i = 0 if side == 0 else count - 2
        while 0 <= i < count:
            y, x = points[i, 0], points[i, 1]
            i += step
            while n > max(begin, 1):
                ay, ax = corners[n - 2, 0], corners[n - 2, 1]
                by, bx = corners[n - 1, 0], corners[n - 1, 1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0.0:
                    break
                n -= 1
            corners[n, 0], corners[n, 1] = y, x
            n += 1
    return n


@compiled
def _farthest(
    corners: NDArray[np.float64], count: int, chord: NDArray[np.float64]
) -> None:
    """Farthest two corners: length, x0, y0, x1, y1."""
    longest, first, second = 0.0, 0, 0
    for i in range(count):
        y, x = corners[i, 0], corners[i, 1]
        for j in range(i + 1, count):
            dy, dx = corners[j, 0] - y, corners[j, 1] - x
            if dy * dy + dx * dx > longest:
                longest, first, second = dy * dy + dx * dx, i, j
    chord[0] = longest**0.5
    chord[1], chord[2] = corners[first, 1], corners[first, 0]
    chord[3], chord[4] = corners[second, 1], corners[second, 0]
