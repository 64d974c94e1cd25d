"""All volumes of an exam on one coarse axial grid, where organs are looked for."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Volume

GRID_MM = (5.0, 3.0, 3.0)
"""Spacing (slice, row, column) of the coarse grid that all volumes are compared on."""

CEILING_HU = 700.0
"""Above this is bone, metal or oil; contrast in vessels stays below."""

Grid = NDArray[np.float32]
Flags = NDArray[np.bool_]


def on_common_grid(volumes: Sequence[Volume]) -> Grid:
    """All volumes (n, k, j, i) on one axial grid; NaN where a volume does not reach."""
    corners = np.concatenate([_corners(volume.geometry) for volume in volumes])
    low, high = corners.min(axis=0), corners.max(axis=0)
    shape = np.ceil((high - low)[::-1] / GRID_MM).astype(int) + 1
    common = Geometry.from_axes(tuple(shape), origin_mm=low, spacing_mm=GRID_MM)
    return np.stack([_sample(volume, common) for volume in volumes])


def _corners(geometry: Geometry) -> NDArray[np.float64]:
    ends = np.array(np.meshgrid(*[(0, n - 1) for n in geometry.shape])).reshape(3, -1)
    return geometry.index_to_mm(ends.T)


def _sample(volume: Volume, common: Geometry) -> Grid:
    """Average to about the common spacing, then interpolate onto the common grid."""
    spacing = np.array(volume.geometry.spacing_mm)
    blocks = np.maximum(1, np.floor(np.array(GRID_MM) / spacing)).astype(int)
    k, j, i = (int(b) for b in blocks)
    shape = np.array(volume.array.shape) // blocks
    if (shape < 2).any():
        k = j = i = 1
        shape = np.array(volume.array.shape)
    cut = volume.array[: shape[0] * k, : shape[1] * j, : shape[2] * i]
    tiled = cut.reshape(shape[0], k, shape[1], j, shape[2], i)
    coarse = tiled.mean(axis=(1, 3, 5), dtype=np.float32)
    affine = np.linalg.inv(volume.geometry.affine) @ common.affine
    scale = np.array([k, j, i], float)
    matrix = affine[:3, :3] / scale[:, None]
    offset = (affine[:3, 3] - (scale - 1) / 2) / scale
    sampled: Grid = ndimage.affine_transform(
        coarse, matrix, offset, common.shape, order=1, cval=np.nan, output=np.float32
    )
    return sampled


def within_body(grids: Grid, is_ct: bool) -> tuple[Grid, Flags]:
    """Cut the grids to the box around the body; and which voxels are body."""
    inside = _body(grids, is_ct)
    if not inside.any():
        return grids, inside
    (box,) = ndimage.find_objects(inside.astype(np.int8))
    return np.ascontiguousarray(grids[(slice(None), *box)]), inside[box]


def _body(grids: Grid, is_ct: bool) -> Flags:
    """Largest connected part that is not air, in any volume."""
    with np.errstate(invalid="ignore"):
        brightest = np.fmax.reduce(grids)
    seen = np.isfinite(brightest)
    if is_ct:
        tissue = seen & (brightest > -200)
    else:
        level = 0.15 * np.percentile(brightest[seen], 95) if seen.any() else 0.0
        # Suppressed fat is as dark as air, but the muscles of the wall enclose it.
        wall = np.pad(seen & (brightest > level), ((0, 0), (4, 4), (4, 4)))
        wall = ndimage.binary_closing(wall, np.ones((1, 3, 3), bool), iterations=3)
        tissue = np.stack([ndimage.binary_fill_holes(one) for one in wall])
        tissue = tissue[:, 4:-4, 4:-4] & seen
    return largest(ndimage.binary_opening(tissue, iterations=2))


def largest(mask: Flags) -> Flags:
    """Largest connected part of a mask; the mask itself where it is empty."""
    labels, count = ndimage.label(mask)
    if count == 0:
        return mask
    sizes = np.bincount(labels.ravel())[1:]
    return np.asarray(labels == 1 + int(sizes.argmax()), dtype=np.bool_)


def smoothed(grid: Grid, width: int) -> Grid:
    """Mean over ``width`` x ``width`` pixels of each slice; NaN stays NaN."""
    known = np.isfinite(grid)
    size = (1, width, width)
    weight = ndimage.uniform_filter(known.astype(np.float32), size)
    total = ndimage.uniform_filter(np.where(known, grid, np.float32(0)), size)
    mean = total / np.maximum(weight, np.float32(1e-3))
    return np.where(known, mean, np.float32(np.nan))


def volumes_seeing(grids: Grid) -> NDArray[np.intp]:
    """Count the volumes that reach each voxel."""
    return np.asarray(np.isfinite(grids).sum(axis=0), np.intp)


def change(grids: Grid, is_ct: bool) -> Grid:
    """Map how much brightness differs between the volumes; 0 where only one reaches."""
    low, high = np.fmin.reduce(grids), np.fmax.reduce(grids)
    ceiling = CEILING_HU if is_ct else np.inf
    compared = volumes_seeing(grids) > 1
    rise = np.where(compared, np.clip(high, None, ceiling) - low, 0)
    return np.asarray(np.nan_to_num(rise), np.float32)


def disc(inner_mm: float, outer_mm: float) -> Grid:
    """Weights of a disc or ring in one slice, (1, row, column)."""
    reach = int(np.ceil(outer_mm / GRID_MM[1]))
    j, i = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    away = np.hypot(j * GRID_MM[1], i * GRID_MM[2])
    ring = ((away <= outer_mm) & (away >= inner_mm)).astype(np.float32)
    weights: Grid = ring / ring.sum()
    return weights[None]
