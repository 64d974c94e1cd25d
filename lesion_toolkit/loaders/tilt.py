"""Gantry tilt undone: slices shifted back onto a straight stack."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.model.geometry import Geometry


def straighten(
    array: NDArray[Any],
    geometry: Geometry,
    drift_mm: NDArray[np.float64],
    outside: float,
) -> tuple[NDArray[Any], Geometry]:
    """Resample a sheared stack onto a grid whose axes are perpendicular.

    Parameters
    ----------
    array
        Voxels (k, j, i) as stored, each slice drifted sideways.
    geometry
        Grid of the stack as if it were straight.
    drift_mm
        Sideways place of each slice, (n, 2) along row and column.
    outside
        Value where no slice reaches.

    Returns
    -------
    array, geometry
        Linear interpolation within each slice, on a grid wide enough for all of them.
    """
    from scipy.ndimage import shift

    spacing = np.array(geometry.spacing_mm[:0:-1])  # along row (i), column (j)
    pixels = drift_mm / spacing
    low = np.floor(pixels.min(axis=0)).astype(int)
    high = np.ceil(pixels.max(axis=0)).astype(int)
    grow_i, grow_j = (high - low).tolist()
    slices, rows, columns = geometry.shape
    shape = (slices, rows + grow_j, columns + grow_i)
    straight = np.full(shape, outside, array.dtype)
    for k in range(slices):
        wide = np.full(shape[1:], outside, np.float32)
        wide[:rows, :columns] = array[k]
        move = (pixels[k] - low)[::-1]
        moved = shift(wide, move, order=1, mode="constant", cval=outside)
        exact = np.issubdtype(array.dtype, np.integer)
        straight[k] = np.rint(moved) if exact else moved
    return straight, geometry.crop((0, int(low[1]), int(low[0])), shape)
