"""How strongly the aorta and the liver enhance in each volume of an exam.

Both are found once for the whole exam, where it changes most between its volumes, and
then measured at the same place in each: the aorta as the bright round vessel in front
of the spine that runs through many slices, the liver as the largest even tissue of the
right side of the body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Volume

GRID_MM = (5.0, 3.0, 3.0)
"""Spacing (slice, row, column) of the coarse grid that all volumes are compared on."""

VESSEL_RADIUS_MM = 6.0
"""Disc that is averaged inside the aorta (adult diameter 15 to 25 mm)."""

SURROUNDINGS_MM = (15.0, 21.0)
"""Ring around a vessel that must be darker: an organ would fill it."""

MIN_COURSE_MM = 40.0
"""A vessel followed over less than this may be anything."""

MIN_RISE_HU = 60.0
"""A vessel that stands out by less is not enhanced, or not found."""

FILLED_VESSEL_HU = 90.0
"""An aorta that never reaches this in an exam was not found, or never filled."""

MIN_RISE_FRACTION = 0.25
"""The same on MR, as a fraction of the brightest tissue."""

Grid = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Enhancement:
    """Signal of aorta and liver in one volume: HU for CT, scanner units for MR.

    A value is None where the organ was not found or lies outside of the volume.
    """

    aorta: float | None
    liver: float | None


def measure_enhancement(volumes: Sequence[Volume]) -> tuple[Enhancement, ...]:
    """Measure aorta and liver in volumes of one exam in one frame of reference."""
    grids = _on_common_grid(volumes)
    is_ct = volumes[0].modality == "CT"
    inside = _body(grids, is_ct)
    aortas = _along_each(grids, _aorta(grids, inside, is_ct))
    if not _is_vessel(aortas, is_ct):
        # Volumes may differ too little; each may still show the vessel by itself.
        alone = [_aorta(grid[None], inside, is_ct) for grid in grids]
        aortas = _along_each(grids, max(alone, key=len))
        if not _is_vessel(aortas, is_ct):
            aortas = [None] * len(grids)
    liver = _liver(grids, inside, is_ct)
    livers = [_within(grid, liver) for grid in grids]
    return tuple(map(Enhancement, aortas, livers))


def _is_vessel(aortas: Sequence[float | None], is_ct: bool) -> bool:
    """Whether what was followed is filled with contrast in at least one volume."""
    found = [value for value in aortas if value is not None]
    return bool(found) and (not is_ct or max(found) >= FILLED_VESSEL_HU)


def _on_common_grid(volumes: Sequence[Volume]) -> NDArray[np.float32]:
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


def _body(grids: Grid, is_ct: bool) -> NDArray[np.bool_]:
    """Largest connected part that is not air, in any volume."""
    with np.errstate(invalid="ignore"):
        brightest = np.fmax.reduce(grids)
    seen = np.isfinite(brightest)
    if is_ct:
        tissue = seen & (brightest > -200)
    else:
        level = 0.15 * np.percentile(brightest[seen], 95) if seen.any() else 0.0
        tissue = seen & (brightest > level)
    return _largest(ndimage.binary_opening(tissue, iterations=2))


def _largest(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    labels, count = ndimage.label(mask)
    if count == 0:
        return mask
    sizes = np.bincount(labels.ravel())[1:]
    return np.asarray(labels == 1 + int(sizes.argmax()), dtype=np.bool_)


def _disc(inner_mm: float, outer_mm: float) -> NDArray[np.float32]:
    """Weights of a disc or ring in one slice, (1, row, column)."""
    reach = int(np.ceil(outer_mm / GRID_MM[1]))
    j, i = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    away = np.hypot(j * GRID_MM[1], i * GRID_MM[2])
    ring = ((away <= outer_mm) & (away >= inner_mm)).astype(np.float32)
    weights: NDArray[np.float32] = ring / ring.sum()
    return weights[None]


def _aorta(grids: Grid, inside: NDArray[np.bool_], is_ct: bool) -> NDArray[np.intp]:
    """Course of the aorta, one (k, j, i) a slice; empty where none stands out."""
    none = np.empty((0, 3), np.intp)
    window = _prevertebral(inside)
    if not window.any():
        return none
    rise = _rise(grids, is_ct)
    core = ndimage.minimum_filter(rise, size=(1, 3, 3))
    if len(grids) == 1:
        # Without a second volume only its texture tells blood from bone.
        core -= 1.5 * (ndimage.maximum_filter(rise, size=(1, 3, 3)) - core)
    around = ndimage.convolve(rise, _disc(*SURROUNDINGS_MM), mode="nearest")
    stands_out = np.where(window, core - around, -np.inf)
    slices = np.flatnonzero(window.any(axis=(1, 2)))
    course = _best_course(stands_out[slices[0] : slices[-1] + 1])
    course[:, 0] += slices[0]
    height = stands_out[tuple(course.T)]
    enough = MIN_RISE_HU / 2 if is_ct else MIN_RISE_FRACTION / 2 * _brightest(grids)
    kept = course[height > enough]
    if len(kept) * GRID_MM[0] < MIN_COURSE_MM:
        return none
    if np.median(height[height > enough]) < 2 * enough:
        return none
    return np.asarray(kept, np.intp)


def _brightest(grids: Grid) -> float:
    return float(np.nanpercentile(grids, 99))


def _rise(grids: Grid, is_ct: bool) -> Grid:
    """Map what changes between the volumes; in a single one, brightness itself."""
    low, high = np.fmin.reduce(grids), np.fmax.reduce(grids)
    counted = np.isfinite(grids).sum(axis=0)
    ceiling = 700.0 if is_ct else np.inf
    alone = np.clip(np.nan_to_num(high), -100 if is_ct else 0, ceiling)
    if len(grids) == 1 or (counted > 1).mean() < 0.1:
        return np.asarray(alone, np.float32)
    rise = np.where(counted > 1, np.clip(high, None, ceiling) - low, 0)
    return np.asarray(np.nan_to_num(rise), np.float32)


def _prevertebral(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the abdominal aorta can lie: near the midline, behind the middle.

    LPS: i grows to the patient's left, j to the back.
    """
    window = np.zeros_like(inside)
    for k in np.flatnonzero(inside.sum(axis=(1, 2)) > 500):
        j, i = np.nonzero(inside[k])
        front, back = np.percentile(j, (2, 98))
        middle = np.percentile(i, (2, 98)).mean()
        depth = back - front
        top, bottom = int(front + 0.4 * depth), int(front + 0.8 * depth)
        left, right = int(middle - 30 / GRID_MM[2]), int(middle + 60 / GRID_MM[2])
        window[k, top:bottom, max(left, 0) : right] = True
    return window & inside


def _best_course(score: NDArray[Any]) -> NDArray[np.intp]:
    """Path through all slices with the highest total, moving one pixel a slice."""
    score = np.where(np.isfinite(score), score, -1e4)
    total = np.empty_like(score)
    total[0] = score[0]
    for k in range(1, len(score)):
        total[k] = score[k] + ndimage.maximum_filter(total[k - 1], size=3)
    at = np.unravel_index(int(total[-1].argmax()), total[-1].shape)
    course = [(len(score) - 1, int(at[0]), int(at[1]))]
    for k in range(len(score) - 2, -1, -1):
        j, i = course[-1][1:]
        top, left = max(j - 1, 0), max(i - 1, 0)
        near = total[k, top : j + 2, left : i + 2]
        dj, di = np.unravel_index(int(near.argmax()), near.shape)
        course.append((k, top + int(dj), left + int(di)))
    return np.array(course[::-1], np.intp)


def _liver(grids: Grid, inside: NDArray[np.bool_], is_ct: bool) -> NDArray[np.bool_]:
    """Largest even tissue of the right side, seen in as many volumes as possible."""
    even = np.zeros_like(inside)
    if not inside.any():
        return even
    columns = np.flatnonzero(inside.any(axis=(0, 1)))
    middle = int(columns.mean())
    counted = np.isfinite(grids).sum(axis=0)
    even = inside & (counted == counted[inside].max())
    even[:, :, max(middle - int(15 / GRID_MM[2]), 0) :] = False
    for grid in grids:
        filled = np.nan_to_num(grid)
        mean = ndimage.uniform_filter(filled, size=(1, 5, 5))
        square = ndimage.uniform_filter(filled**2, size=(1, 5, 5))
        spread = np.sqrt(np.maximum(square - mean**2, 0))
        if is_ct:
            fits = (mean > 20) & (mean < 250) & (spread < 25)
        else:
            fits = (mean > 0) & (spread < 0.15 * mean)
        even &= fits | ~np.isfinite(grid)
    return _largest(ndimage.binary_erosion(even, np.ones((1, 3, 3), bool)))


def _along_each(grids: Grid, course: NDArray[np.intp]) -> list[float | None]:
    """Median over slices of the mean inside the vessel, for each volume."""
    if len(course) == 0:
        return [None] * len(grids)
    disc = _disc(0.0, VESSEL_RADIUS_MM)
    values: list[float | None] = []
    for grid in grids:
        means = ndimage.convolve(grid, disc, mode="nearest")[tuple(course.T)]
        found = means[np.isfinite(means)]
        values.append(float(np.median(found)) if len(found) >= 3 else None)
    return values


def _within(grid: Grid, mask: NDArray[np.bool_]) -> float | None:
    values = grid[mask]
    values = values[np.isfinite(values)]
    return float(np.median(values)) if len(values) >= 100 else None
