"""The outline of a region in one slice: the marching-squares polygon, sub-pixel.

Model
-----
Pixel centers carry values; along each grid edge the value is linear; the outline
crosses an edge where it reaches 0.5 and is straight between two crossings of a cell
(four neighboring pixel centers). The region is closed, may have holes and pieces;
pixels that touch by a corner only are *not* joined. Beyond the border of the
array the value is 0, so a region cut by the border ends half a pixel beyond its last
pixel centers.

Inside this module x runs along columns and y along rows, in mm, with the origin one
pixel before the first pixel center (the array is framed by one pixel of zeros).
"""

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.compiled import compiled
from lesion_toolkit.measurement.section import LEVEL, LEVEL_MARGIN

OUT, IN, ONE_EDGE, TWO_EDGES = 0, 1, 2, 3
"""What a cell is: outside, inside, cut by one edge, or by two (a saddle)."""

_TOP, _RIGHT, _BOTTOM, _LEFT = 0, 1, 2, 3

_EDGES = np.full((16, 4), -1, dtype=np.int8)
"""Per cell pattern (bits: top left, top right, bottom right, bottom left) the outline
edges (from side, to side), each with the region on the same hand."""
_EDGES[1, :2] = _TOP, _LEFT
_EDGES[2, :2] = _RIGHT, _TOP
_EDGES[3, :2] = _RIGHT, _LEFT
_EDGES[4, :2] = _BOTTOM, _RIGHT
_EDGES[5] = _TOP, _LEFT, _BOTTOM, _RIGHT
_EDGES[6, :2] = _BOTTOM, _TOP
_EDGES[7, :2] = _BOTTOM, _LEFT
_EDGES[8, :2] = _LEFT, _BOTTOM
_EDGES[9, :2] = _TOP, _BOTTOM
_EDGES[10] = _RIGHT, _TOP, _LEFT, _BOTTOM
_EDGES[11, :2] = _RIGHT, _BOTTOM
_EDGES[12, :2] = _LEFT, _RIGHT
_EDGES[13, :2] = _TOP, _RIGHT
_EDGES[14, :2] = _LEFT, _TOP


class Outline(NamedTuple):
    """The outline of one slice, ready to be searched.

    Attributes
    ----------
    vertices
        (n, 2) x, y in mm, contour after contour.
    before, after
        (n, 2) the neighboring vertices on the same contour; the region lies on the
        same hand all along.
    kinds
        Per cell OUT, IN, ONE_EDGE or TWO_EDGES.
    planes
        Per cell up to two half-planes ``a u + b v + c >= 0`` in grid units.
    far
        Per pixel, in mm: no part of the region is nearer to any point of the pixel.
        Where that is not positive: minus the distance within which it is not either.
        Empty until :func:`with_distances`.
    sx, sy
        Column and row spacing in mm.
    """

    vertices: NDArray[np.float64]
    before: NDArray[np.float64]
    after: NDArray[np.float64]
    kinds: NDArray[np.uint8]
    planes: NDArray[np.float64]
    far: NDArray[np.float64]
    sx: float
    sy: float


def framed(region: NDArray[Any]) -> NDArray[np.float64]:
    """Region values within one pixel of zeros; no value lies exactly on the level."""
    field = np.zeros((region.shape[0] + 2, region.shape[1] + 2))
    field[1:-1, 1:-1] = region
    if region.dtype.kind == "f":
        field[np.abs(field - LEVEL) < LEVEL_MARGIN] = LEVEL + LEVEL_MARGIN
    return field


def trace(field: NDArray[np.float64], sx: float, sy: float) -> Outline:
    """Outline of a framed field, without the distances that only a search needs."""
    height, width = field.shape
    kinds = np.zeros((height - 1, width - 1), np.uint8)
    planes = np.empty((height - 1, width - 1, 6))
    numbers = np.empty((2, height, width), np.int32)
    most = 2 * height * width
    links = np.empty((3, most), np.int32)
    vertices = np.empty((4, most, 2))
    count = _trace(field, sx, sy, kinds, planes, numbers, links, vertices)
    own, before, after = (part[:count].copy() for part in vertices[:3])
    return Outline(own, before, after, kinds, planes, np.empty((0, 0)), sx, sy)


def with_distances(outline: Outline, field: NDArray[np.float64]) -> Outline:
    """Add how far (mm) the region is at least from anywhere in a pixel."""
    far = np.empty(field.shape)
    aside = np.empty(field.shape[::-1])
    hull = np.empty((3, max(field.shape) + 1))
    _distances(field, outline.sx, outline.sy, far, aside, hull)
    return outline._replace(far=far)


@compiled
def _trace(
    field: NDArray[np.float64],
    sx: float,
    sy: float,
    kinds: NDArray[np.uint8],
    planes: NDArray[np.float64],
    numbers: NDArray[np.int32],
    links: NDArray[np.int32],
    vertices: NDArray[np.float64],
) -> int:
    """Fill in cells and vertices (as :class:`Outline`, then in grid units); count."""
    points = vertices[3]
    count = _crossings(field, numbers, points)
    height, width = field.shape
    for r in range(height - 1):
        for c in range(width - 1):
            pattern = (
                (field[r, c] >= LEVEL)
                + 2 * (field[r, c + 1] >= LEVEL)
                + 4 * (field[r + 1, c + 1] >= LEVEL)
                + 8 * (field[r + 1, c] >= LEVEL)
            )
            if pattern == 0:
                continue
            if pattern == 15:
                kinds[r, c] = IN
                continue
            for edge in range(2):
                side = _EDGES[pattern, 2 * edge]
                if side < 0:
                    break
                start = _vertex(numbers, r, c, side)
                end = _vertex(numbers, r, c, _EDGES[pattern, 2 * edge + 1])
                links[0, start] = end
                dx = points[end, 0] - points[start, 0]
                dy = points[end, 1] - points[start, 1]
                length = math.hypot(dx, dy)
                a, b = -dy / length, dx / length
                planes[r, c, 3 * edge] = a
                planes[r, c, 3 * edge + 1] = b
                planes[r, c, 3 * edge + 2] = -(
                    a * points[start, 0] + b * points[start, 1]
                )
                kinds[r, c] = ONE_EDGE + edge
    _in_order(links, count, sx, sy, vertices)
    return count


@compiled
def _crossings(
    field: NDArray[np.float64],
    numbers: NDArray[np.int32],
    points: NDArray[np.float64],
) -> int:
    """Find where grid edges are crossed: the number of each crossing, and its place."""
    height, width = field.shape
    count = 0
    for r in range(height):
        for c in range(width):
            value = field[r, c]
            inside = value >= LEVEL
            for down in range(2):
                if r + down >= height or c + 1 - down >= width:
                    continue
                other = field[r + down, c + 1 - down]
                if inside != (other >= LEVEL):
                    share = (LEVEL - value) / (other - value)
                    points[count, 0] = c + share * (1 - down)
                    points[count, 1] = r + share * down
                    numbers[down, r, c] = count
                    count += 1
    return count


@compiled
def _vertex(numbers: NDArray[np.int32], r: int, c: int, side: int) -> int:
    """Find the vertex on a side of a cell: its number."""
    if side in (_TOP, _BOTTOM):
        return int(numbers[0, r + (side == _BOTTOM), c])
    return int(numbers[1, r, c + (side == _RIGHT)])


@compiled
def _in_order(
    links: NDArray[np.int32],
    count: int,
    sx: float,
    sy: float,
    vertices: NDArray[np.float64],
) -> None:
    """Vertices, the ones before and the ones after, in mm, contour after contour."""
    following, previous, order = links[0], links[1], links[2]
    for vertex in range(count):
        previous[vertex] = -1
    n = 0
    for first in range(count):
        vertex = first
        while previous[following[vertex]] < 0:
            previous[following[vertex]] = vertex
            order[n] = vertex
            n += 1
            vertex = following[vertex]
    for i in range(count):
        for part in range(3):
            vertex = order[i]
            if part == 1:
                vertex = previous[vertex]
            elif part == 2:
                vertex = following[vertex]
            vertices[part, i, 0] = vertices[3, vertex, 0] * sx
            vertices[part, i, 1] = vertices[3, vertex, 1] * sy


@compiled
def _distances(
    field: NDArray[np.float64],
    sx: float,
    sy: float,
    far: NDArray[np.float64],
    aside: NDArray[np.float64],
    hull: NDArray[np.float64],
) -> None:
    """Fill in ``far``; ``aside`` is its transpose and ``hull`` room to work in.

    Every vertex of the outline lies on a line through pixel centers. The distance from
    a center to the region on its own column is known from one vertex, and so is the one
    to any column (Felzenszwalb and Huttenlocher 2012); the same with rows. The nearer
    of the two is the distance to the nearest vertex, or less. The outline itself can be
    nearer only in the middle of an edge, which is no longer than a cell is across.
    """
    height, width = field.shape
    _within_lines(field, 0, sy, far)
    _within_lines(field, 1, sx, aside)
    for r in range(height):
        _to_nearest_line(far[r], sx, hull)
    for c in range(width):
        _to_nearest_line(aside[c], sy, hull)
    diagonal = math.hypot(sx, sy)
    for r in range(height):
        for c in range(width):
            squared = min(far[r, c], aside[c, r]) - (diagonal / 2) ** 2
            far[r, c] = max(math.sqrt(max(squared, 0.0)) - diagonal / 2, 0.0)
    _spread(far, min(sx, sy))


@compiled
def _spread(far: NDArray[np.float64], pitch: float) -> None:
    """Put in place of 0 minus the distance to the nearest pixel with more than 0.

    In steps of a king on a chessboard, less one, so never more than the distance from
    anywhere in the pixel: a search may step so far at once.
    """
    height, width = far.shape
    for turn in range(2):
        step = 1 - 2 * turn
        for i in range(height):
            r = i if turn == 0 else height - 1 - i
            for j in range(width):
                c = j if turn == 0 else width - 1 - j
                if far[r, c] > 0.0:
                    continue
                nearest = -far[r, c] if turn == 1 else pitch * (height + width)
                for q in range(4):
                    dr = step if q < 3 else 0
                    dc = q - 1 if q < 3 else step
                    if 0 <= r - dr < height and 0 <= c - dc < width:
                        other = far[r - dr, c - dc]
                        nearest = min(nearest, pitch - other if other <= 0.0 else 0.0)
                far[r, c] = -nearest


@compiled
def _within_lines(
    field: NDArray[np.float64], axis: int, pitch: float, apart: NDArray[np.float64]
) -> None:
    """Squared distance of each pixel center to the region on its column (0), row (1).

    (row, column) for columns and (column, row) for rows; infinite on lines without any.
    """
    lines, length = field.shape[1 - axis], field.shape[axis]
    for line in range(lines):
        for turn in range(2):
            beyond, before = math.inf, 0.0
            for i in range(length):
                at = i if turn == 0 else length - 1 - i
                value = field[at, line] if axis == 0 else field[line, at]
                if value >= LEVEL:
                    beyond = 0.0
                elif before >= LEVEL:
                    beyond = 1.0 - (LEVEL - before) / (value - before)
                else:
                    beyond += 1.0
                before = value
                squared = (beyond * pitch) ** 2
                if turn == 0 or squared < apart[at, line]:
                    apart[at, line] = squared


@compiled
def _to_nearest_line(
    squared: NDArray[np.float64], pitch: float, hull: NDArray[np.float64]
) -> None:
    """Take the nearest of parallel lines, from the squared distances on each of them.

    ``hull`` receives the lower envelope of parabolas: middle, where it begins, foot.
    """
    last = -1
    for q in range(len(squared)):
        if squared[q] == math.inf:
            continue
        begin = -math.inf
        while last >= 0:
            v = hull[0, last]
            rise = (squared[q] - hull[2, last]) / (pitch * pitch)
            begin = (rise + q * q - v * v) / (2.0 * (q - v))
            if begin > hull[1, last]:
                break
            last -= 1
        last += 1
        hull[0, last], hull[2, last] = q, squared[q]
        hull[1, last] = begin if last > 0 else -math.inf
    nearest = 0
    for q in range(len(squared) if last >= 0 else 0):
        while nearest < last and hull[1, nearest + 1] < q:
            nearest += 1
        squared[q] = ((q - hull[0, nearest]) * pitch) ** 2 + hull[2, nearest]
