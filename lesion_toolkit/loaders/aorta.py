"""Where the aorta runs: the bright round vessel in front of the spine.

Found once for an exam, where it changes most between the volumes, as the best path
through all slices (dynamic programming, one pixel sideways a slice).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.loaders.coarse import (
    CEILING_HU,
    GRID_MM,
    Flags,
    Grid,
    change,
    disc,
    volumes_seeing,
)

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

BRIGHT_TISSUE = 95
"""Percentile of a volume that bright tissue has: liver, kidneys and vessels."""

MIN_RISE_FRACTION = 0.25
"""The same on MR, as a fraction of the brightest tissue."""

Course = NDArray[np.intp]
Signal = float | None


def measure_aorta(
    grids: Grid, inside: Flags, is_ct: bool
) -> tuple[Course, list[Signal]]:
    """Course of the aorta (k, j, i) and its brightness in each volume.

    Both are empty (None for each volume) where no such vessel is found.
    """
    course = _course(grids, inside, is_ct)
    signals = _along_each(grids, course)
    if is_ct and _is_filled(signals):
        return course, signals
    # CT volumes may differ too little; each may still show the vessel by itself. On MR
    # bile or bright liver may distract, but never outshine a volume as an aorta does.
    courses = [_course(grid[None], inside, is_ct) for grid in grids]
    if is_ct:
        course = max(courses, key=len)
    else:
        course = max([course, *courses], key=lambda one: _outshines(grids, one))
    signals = _along_each(grids, course)
    if is_ct and not _is_filled(signals):
        return _NOWHERE, [None] * len(grids)
    return course, signals


def _outshines(grids: Grid, course: Course) -> float:
    """Brightness of a vessel over that of the brightest tissue, at its best."""
    if len(course) == 0:
        return 0.0
    signals = _along_each(grids, course)
    return max(
        (
            signal / float(np.nanpercentile(grid, BRIGHT_TISSUE))
            for grid, signal in zip(grids, signals, strict=True)
            if signal is not None
        ),
        default=0.0,
    )


_NOWHERE: Course = np.empty((0, 3), np.intp)


def _is_filled(signals: list[Signal]) -> bool:
    """Whether what was followed is filled with contrast in at least one CT volume."""
    found = [value for value in signals if value is not None]
    return bool(found) and max(found) >= FILLED_VESSEL_HU


def _course(grids: Grid, inside: Flags, is_ct: bool) -> Course:
    """Course of the aorta, one (k, j, i) a slice; empty where none stands out."""
    window = _prevertebral(inside)
    if not window.any():
        return _NOWHERE
    rise = _rise(grids, is_ct)
    core = ndimage.minimum_filter(rise, size=(1, 3, 3))
    if is_ct and len(grids) == 1:
        # Without a second volume only its texture tells blood from bone.
        core -= 1.5 * (ndimage.maximum_filter(rise, size=(1, 3, 3)) - core)
    around = ndimage.convolve(rise, disc(*SURROUNDINGS_MM), mode="nearest")
    stands_out = np.where(window, core - around, -np.inf)
    slices = np.flatnonzero(window.any(axis=(1, 2)))
    course = _best_course(stands_out[slices[0] : slices[-1] + 1])
    course[:, 0] += slices[0]
    height = stands_out[tuple(course.T)]
    enough = MIN_RISE_HU / 2 if is_ct else MIN_RISE_FRACTION / 2 * _brightest(grids)
    kept = course[height > enough]
    if len(kept) * GRID_MM[0] < MIN_COURSE_MM:
        return _NOWHERE
    if np.median(height[height > enough]) < 2 * enough:
        return _NOWHERE
    return np.asarray(kept, np.intp)


def _brightest(grids: Grid) -> float:
    return float(np.nanpercentile(grids, 99))


def _rise(grids: Grid, is_ct: bool) -> Grid:
    """Map how strongly contrast fills each voxel.

    On CT that is what changes: bone is bright and does not. In a single volume
    brightness is all there is. On MR vessels outshine what is near them.
    """
    ceiling = CEILING_HU if is_ct else np.inf
    high = np.clip(np.nan_to_num(np.fmax.reduce(grids)), -100 if is_ct else 0, ceiling)
    if not is_ct or len(grids) == 1 or (volumes_seeing(grids) > 1).mean() < 0.1:
        return np.asarray(high, np.float32)
    return change(grids, is_ct)


def _prevertebral(inside: Flags) -> Flags:
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


def _best_course(score: NDArray[Any]) -> Course:
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


def _along_each(grids: Grid, course: Course) -> list[Signal]:
    """Median over slices of the mean inside the vessel, for each volume."""
    if len(course) == 0:
        return [None] * len(grids)
    weights = disc(0.0, VESSEL_RADIUS_MM)
    values: list[Signal] = []
    for grid in grids:
        means = ndimage.convolve(grid, weights, mode="nearest")[tuple(course.T)]
        found = means[np.isfinite(means)]
        values.append(float(np.median(found)) if len(found) >= 3 else None)
    return values
