"""Where the body of one exam lies in the coordinates of another: a rough start."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.model.volume import Volume

COARSE_MM = 6.0
LEVEL_MM = 4.0
"""Step along the body in which slices are compared."""

LEAST_SHARED_MM = 80.0
"""Two exams share at least this much of the body's length, or the shorter one's."""

CANDIDATES = 3
APART_MM = 25.0
"""Two levels this near are one candidate: the search around it finds both."""

BODY_HU, LUNG_HU, BONE_HU = -300.0, -500.0, 180.0


def likely_offsets(moving: Volume, fixed: Volume) -> tuple[NDArray[np.float64], ...]:
    """Shifts (LPS mm) that may bring the body of ``moving`` onto that of ``fixed``.

    Across, the middles of the bodies; along, the levels at which outline, lung and
    bone agree best, best first.
    """
    here, there = _profile(fixed), _profile(moving)
    shifts = _along(here, there)
    across = here.middle_mm - there.middle_mm
    return tuple(np.array([*across, shift]) for shift in shifts)


@dataclass(frozen=True, slots=True, eq=False)
class _Profile:
    """What a body looks like level by level.

    ``levels_mm`` are patient z, ``looks`` (level, feature), ``middle_mm`` the middle of
    the body (x, y).
    """

    levels_mm: NDArray[np.float64]
    looks: NDArray[np.float64]
    middle_mm: NDArray[np.float64]


def _profile(volume: Volume) -> _Profile:
    coarse = volume.block_means(COARSE_MM)
    values, grid = coarse.array, coarse.geometry
    if volume.modality == "MR":
        body = values > 0.15 * np.percentile(values, 99)
        lung, bone = np.zeros_like(body), np.zeros_like(body)
    else:
        body = values > BODY_HU
        lung, bone = (values < LUNG_HU) & _between(body), values > BONE_HU
    places = grid.index_to_mm(np.moveaxis(np.indices(grid.shape), 0, -1))
    z = places[..., 2]
    width = max(LEVEL_MM, float(np.ptp(z)) / max(grid.shape))
    level = ((z - z.min()) / width).astype(int)
    voxels = np.bincount(level.ravel())
    counts = [
        np.bincount(level[flags], minlength=len(voxels)) for flags in (body, lung, bone)
    ]
    seen = np.flatnonzero(voxels)
    area, air, hard = (count[seen] / voxels[seen] for count in counts)
    filled = np.maximum(area, 1e-3)
    looks = np.stack([area / filled.max(), air / filled, 3 * hard / filled], axis=1)
    at = z.min() + (seen + 0.5) * width
    levels = np.arange(at[0], at[-1] + 1e-6, LEVEL_MM)
    even = [np.interp(levels, at, column) for column in looks.T]
    middle = np.median(places[body][:, :2], axis=0) if body.any() else np.zeros(2)
    return _Profile(levels, np.stack(even, axis=1), middle)


def _between(body: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark what has body on both sides in its row: lung and not the room."""
    left = np.maximum.accumulate(body, axis=2)
    right = np.maximum.accumulate(body[..., ::-1], axis=2)[..., ::-1]
    between: NDArray[np.bool_] = left & right & ~body
    return between


def _along(here: _Profile, there: _Profile) -> list[float]:
    """Shifts along the body at which both look alike, best first."""
    n, m = len(here.levels_mm), len(there.levels_mm)
    least = min(int(LEAST_SHARED_MM / LEVEL_MM), n, m)
    found = []
    for lag in range(least - m, n - least + 1):
        first, stop = max(lag, 0), min(lag + m, n)
        apart = here.looks[first:stop] - there.looks[first - lag : stop - lag]
        shift = here.levels_mm[0] + lag * LEVEL_MM - there.levels_mm[0]
        found.append((float((apart**2).mean()), float(shift)))
    chosen: list[float] = []
    for _, shift in sorted(found):
        if all(abs(shift - other) >= APART_MM for other in chosen):
            chosen.append(shift)
        if len(chosen) == CANDIDATES:
            break
    return chosen
