"""What speaks for lesion and what against it, voxel by voxel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.segmentation.compiled import compiled
from lesion_toolkit.segmentation.liver import LiverLook, Values, calmed

Flags = NDArray[np.bool_]
Places = NDArray[np.float64]

DIFFERENT = 3.0
"""Spreads of liver from which tissue is not liver."""

TISSUE_HU = 3.0
"""Darker (smoothed) is fat, gas or lung at the edge of the organ."""

DARK_MR = 0.25
"""The same on MR, a share of liver: suppressed fat has 0.15 to 0.2, necrosis 0.3."""

OIL_BEFORE_HU, OIL_AFTER_HU = 100.0, 130.0
"""Brighter (smoothed) before and after contrast is lipiodol: a treated lesion."""

OIL_GROWN_MM = 3.0
"""Partial volume around lipiodol, which would pass for a vessel."""

BRIGHTER = 3.0
"""Spreads above liver in the portal venous phase: a vessel, heart or kidney."""

LIKE_OIL = 10.0
"""How different from liver lipiodol counts, in spreads."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Comparison with liver on a grid.

    Attributes
    ----------
    calm
        (phase, k, j, i) smoothed values in HU or scanner units.
    difference
        (k, j, i) distance from liver over all phases, in spreads of liver.
    bright
        Brighter than liver when the veins are filled: vessel, heart, kidney.
    barrier
        What no lesion of the liver holds: fat, gas, vessels, body wall.
    spreads
        Spread of liver in each phase.
    geometry
        Where the voxels are.
    """

    calm: Values
    difference: Values
    bright: Flags
    barrier: Flags
    spreads: tuple[float, ...]
    geometry: Geometry

    def cropped(self, box: tuple[slice, slice, slice]) -> "Evidence":
        """Part (k, j, i) of the grid."""
        start = [edge.start for edge in box]
        k, j, i = (edge.stop - edge.start for edge in box)
        return Evidence(
            self.calm[(slice(None), *box)],
            self.difference[box],
            self.bright[box],
            self.barrier[box],
            self.spreads,
            self.geometry.crop(start, (k, j, i)),
        )

    def difference_at(self, places_mm: Places) -> tuple[Values, Flags]:
        """Difference and barrier at LPS places (..., 3); outside is a barrier."""
        index = self.geometry.mm_to_index(places_mm)
        return sampled(self.difference, index), self._barrier_at(index)

    def calm_at(self, places_mm: Places) -> tuple[Values, Flags]:
        """Smoothed values (last axis: phase) and barrier at LPS places (..., 3)."""
        index = self.geometry.mm_to_index(places_mm)
        calm = np.stack([sampled(values, index) for values in self.calm], axis=-1)
        return calm, self._barrier_at(index)

    def _barrier_at(self, index: Places) -> Flags:
        last = np.array(self.geometry.shape) - 0.5
        outside = ((index < -0.5) | (index > last)).any(axis=-1)
        barrier: Flags = outside | (sampled(self.barrier, index) > 0.5)
        return barrier


def sampled(values: Values | Flags, index: Places) -> Values:
    """Values between voxels, linearly; outside the nearest voxel's. Index (..., 3)."""
    flat = np.ascontiguousarray(index.reshape(-1, 3), np.float64)
    found: Values = _sampled(np.ascontiguousarray(values), flat)
    return found.reshape(index.shape[:-1])


@compiled
def _sampled(values: Any, index: Any) -> Any:
    last_k, last_j, last_i = (
        values.shape[0] - 1,
        values.shape[1] - 1,
        values.shape[2] - 1,
    )
    found = np.empty(len(index), np.float32)
    for n in range(len(index)):
        k = min(max(index[n, 0], 0.0), float(last_k))
        j = min(max(index[n, 1], 0.0), float(last_j))
        i = min(max(index[n, 2], 0.0), float(last_i))
        k0, j0, i0 = int(k), int(j), int(i)
        k1, j1, i1 = min(k0 + 1, last_k), min(j0 + 1, last_j), min(i0 + 1, last_i)
        k, j, i = k - k0, j - j0, i - i0
        near = (1 - j) * ((1 - i) * values[k0, j0, i0] + i * values[k0, j0, i1])
        near += j * ((1 - i) * values[k0, j1, i0] + i * values[k0, j1, i1])
        far = (1 - j) * ((1 - i) * values[k1, j0, i0] + i * values[k1, j0, i1])
        far += j * ((1 - i) * values[k1, j1, i0] + i * values[k1, j1, i1])
        found[n] = (1 - k) * near + k * far
    return found


def compared(
    volumes: Mapping[Phase, Volume],
    before: Volume | None,
    look: LiverLook,
    wall: Mask | None,
) -> Evidence:
    """Compare every voxel with liver.

    Parameters
    ----------
    volumes
        The telling phases on one grid, in the order of ``look``.
    before
        The volume before contrast on the same grid, where there is one.
    look
        What liver looks like.
    wall
        Body wall on any grid; None where it is not known.
    """
    grid = next(iter(volumes.values())).geometry
    calm = np.stack([calmed(v.array, grid.spacing_mm) for v in volumes.values()])
    away = np.stack(
        [
            (values - level) / spread
            for values, level, spread in zip(
                calm, look.levels, look.spreads, strict=True
            )
        ]
    )
    is_ct = next(iter(volumes.values())).modality != "MR"
    oil = _oil(list(volumes.values()), before) if is_ct else None
    bright = np.zeros(grid.shape, bool)
    if Phase.PORTAL_VENOUS in volumes and len(volumes) == 2:
        bright = away[list(volumes).index(Phase.PORTAL_VENOUS)] > BRIGHTER
    barrier = bright.copy()
    barrier |= calm[0] < (TISSUE_HU if is_ct else DARK_MR * look.levels[0])
    difference = np.sqrt(np.square(away).sum(axis=0)).astype(np.float32)
    if oil is not None:
        barrier &= ~oil
        bright &= ~oil
        difference[oil] = LIKE_OIL
    if wall is not None:
        barrier |= onto(wall, grid)
    return Evidence(calm, difference, bright, barrier, look.spreads, grid)


def onto(mask: Mask, grid: Geometry) -> Flags:
    """Give a mask the voxels of another grid whose axes run the same way."""
    start = mask.geometry.mm_to_index(grid.origin_mm)
    steps = mask.geometry.mm_to_index(grid.index_to_mm(np.eye(3))) - start
    along = [
        start[axis] + steps[axis, axis] * np.arange(count)
        for axis, count in enumerate(grid.shape)
    ]
    return np.asarray(between(mask.array.astype(np.float32), along) > 0.5)


def between(values: Values, along: Sequence[NDArray[np.float64]]) -> Values:
    """Values on another grid with the same axes, linearly; index along each axis."""
    for axis, index in enumerate(along):
        last = values.shape[axis] - 1
        place = np.clip(index, 0, last)
        below = np.minimum(place.astype(int), max(last - 1, 0))
        share = np.expand_dims(
            (place - below).astype(np.float32), [n for n in range(3) if n != axis]
        )
        low = np.take(values, below, axis)
        high = np.take(values, np.minimum(below + 1, last), axis)
        high -= low
        high *= share
        values = np.add(low, high, out=high)
    return values


def _oil(volumes: Sequence[Volume], before: Volume | None) -> Flags | None:
    """Mark lipiodol: bright before contrast and after it."""
    if before is None:
        return None
    spacing = before.geometry.spacing_mm
    bright: Flags = calmed(before.array, spacing) > OIL_BEFORE_HU
    for volume in volumes:
        bright &= volume.array > OIL_AFTER_HU
    if not bright.any():
        return None
    apart = ndimage.distance_transform_edt(~bright, sampling=spacing)
    grown: Flags = apart <= OIL_GROWN_MM
    return grown
