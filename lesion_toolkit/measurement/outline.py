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
from lesion_toolkit.measurement.section import LEVEL

_LEVEL_MARGIN = 1e-6
"""Values closer to the level than this count as just inside: no edge of length 0."""

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
        field[np.abs(field - LEVEL) < _LEVEL_MARGIN] = LEVEL + _LEVEL_MARGIN
    return field


def trace(field: NDArray[np.float64], sx: float, sy: float) -> Outline:
    """Outline of a framed field, without the distances that only a search needs."""
    kinds, planes, points, following = _cells(field)
    order, previous = _contour_order(following)
    scale = np.array([sx, sy])
    vertices = points * scale
    return Outline(
        np.ascontiguousarray(vertices[order]),
        np.ascontiguousarray(vertices[previous[order]]),
        np.ascontiguousarray(vertices[following[order]]),
        kinds,
        planes,
        np.zeros((0, 0)),
        sx,
        sy,
    )


def with_distances(
    outline: Outline, field: NDArray[np.float64], *, binary: bool
) -> Outline:
    """Add a lower bound in mm of the distance from anywhere in a pixel to the region.

    ``binary`` when the values of the field are 0 and 1 only.
    """
    from scipy import ndimage

    sx, sy = outline.sx, outline.sy
    to_center = ndimage.distance_transform_edt(field < LEVEL, sampling=(sy, sx))
    half_diagonal = math.hypot(sx, sy) / 2
    # how far the outline can lie from the nearest pixel center inside: with crossings
    # in the middle of the grid edges at most 1.12 half diagonals (three corners
    # inside), else up to a whole edge and half of the other
    longer, shorter = max(sx, sy), min(sx, sy)
    reach = 1.12 * half_diagonal if binary else math.hypot(longer, shorter / 2)
    return outline._replace(far=np.maximum(to_center - half_diagonal - reach, 0.0))


@compiled
def _cells(
    field: NDArray[np.float64],
) -> tuple[
    NDArray[np.uint8], NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]
]:
    """Kinds and half-planes of cells, vertices (grid units) and their successors."""
    height, width = field.shape
    across = np.full((height, width), -1, np.int64)  # vertex on (r, c)-(r, c + 1)
    down = np.full((height, width), -1, np.int64)  # vertex on (r, c)-(r + 1, c)
    count = 0
    for r in range(height):
        for c in range(width):
            inside = field[r, c] >= LEVEL
            if c + 1 < width and inside != (field[r, c + 1] >= LEVEL):
                across[r, c] = count
                count += 1
            if r + 1 < height and inside != (field[r + 1, c] >= LEVEL):
                down[r, c] = count
                count += 1
    points = np.empty((count, 2))
    for r in range(height):
        for c in range(width):
            value = field[r, c]
            if across[r, c] >= 0:
                share = (LEVEL - value) / (field[r, c + 1] - value)
                points[across[r, c], 0] = c + share
                points[across[r, c], 1] = r
            if down[r, c] >= 0:
                share = (LEVEL - value) / (field[r + 1, c] - value)
                points[down[r, c], 0] = c
                points[down[r, c], 1] = r + share
    kinds = np.zeros((height - 1, width - 1), np.uint8)
    planes = np.zeros((height - 1, width - 1, 6))
    following = np.empty(count, np.int64)
    sides = np.empty(4, np.int64)
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
            sides[0] = across[r, c]
            sides[1] = down[r, c + 1]
            sides[2] = across[r + 1, c]
            sides[3] = down[r, c]
            for edge in range(2):
                if _EDGES[pattern, 2 * edge] < 0:
                    break
                start = sides[_EDGES[pattern, 2 * edge]]
                end = sides[_EDGES[pattern, 2 * edge + 1]]
                following[start] = end
                dx = points[end, 0] - points[start, 0]
                dy = points[end, 1] - points[start, 1]
                length = math.hypot(dx, dy)
                a, b = -dy / length, dx / length
                planes[r, c, 3 * edge] = a
                planes[r, c, 3 * edge + 1] = b
                planes[r, c, 3 * edge + 2] = -(
                    a * points[start, 0] + b * points[start, 1]
                )
                kinds[r, c] += ONE_EDGE if edge == 0 else 1
    return kinds, planes, points, following


@compiled
def _contour_order(
    following: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Vertices contour after contour, and each vertex's predecessor."""
    count = following.size
    order = np.empty(count, np.int64)
    previous = np.empty(count, np.int64)
    seen = np.zeros(count, np.bool_)
    n = 0
    for first in range(count):
        vertex = first
        while not seen[vertex]:
            seen[vertex] = True
            order[n] = vertex
            n += 1
            previous[following[vertex]] = vertex
            vertex = following[vertex]
    return order, previous
