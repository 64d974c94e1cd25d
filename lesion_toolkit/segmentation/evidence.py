"""What speaks for lesion and what against it, voxel by voxel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.segmentation.liver import LiverLook, Values, calmed

Flags = NDArray[np.bool_]

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

    def at(self, places_mm: NDArray[np.float64]) -> "Sampled":
        """Look up the evidence at patient LPS places (..., 3); outside is a barrier."""
        index = np.moveaxis(self.geometry.mm_to_index(places_mm), -1, 0)
        barrier = _sampled(self.barrier.astype(np.float32), index, outside=1.0)
        calm = np.stack([_sampled(values, index) for values in self.calm], axis=-1)
        return Sampled(_sampled(self.difference, index), calm, barrier > 0.5)


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """Evidence at places: difference, smoothed values (last axis: phase), barrier."""

    difference: Values
    calm: Values
    barrier: Flags


def _sampled(
    values: Values,
    index: NDArray[np.float64],
    outside: float | None = None,
) -> Values:
    if outside is None:
        inside: Values = ndimage.map_coordinates(values, index, order=1, mode="nearest")
        return inside
    found: Values = ndimage.map_coordinates(
        values, index, order=1, mode="grid-constant", cval=outside
    )
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
    index = [
        mask.geometry.mm_to_index(grid.index_to_mm(np.eye(3)[axis] * n))[axis]
        for axis, count in enumerate(grid.shape)
        for n in range(count)
    ]
    along = np.split(np.array(index), np.cumsum(grid.shape)[:-1])
    steps = [np.diff(a).mean() if a.size > 1 else 1.0 for a in along]
    found = ndimage.affine_transform(
        mask.array.astype(np.float32),
        np.array(steps),
        offset=[float(a[0]) for a in along],
        output_shape=grid.shape,
        order=1,
        mode="nearest",
    )
    return np.asarray(found > 0.5)


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
