"""How much each voxel around a click differs from liver."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Volume
from lesion_toolkit.segmentation.liver import LiverLook, Values, calmed

Flags = NDArray[np.bool_]

TISSUE_HU = 3.0
"""Darker (smoothed) is fat, gas or lung at the edge of the organ."""

OIL_BEFORE_HU, OIL_AFTER_HU = 100.0, 130.0
"""Brighter (smoothed) before and after contrast is lipiodol: a treated lesion."""

OIL_GROWN_MM = 3.0
"""Partial volume around lipiodol, which would pass for a vessel."""

VESSEL_SPREADS = 3.0
"""Brighter than liver by so much in the portal venous phase is a vessel or kidney."""

LIKE_OIL = 10.0
"""How different from liver lipiodol counts, in spreads."""


@dataclass(frozen=True, slots=True, eq=False)
class Contrast:
    """Difference from liver on a coarse grid around a place.

    Attributes
    ----------
    difference
        (k, j, i) distance from liver over all phases, in spreads of liver; 0 where the
        voxel cannot be lesion (fat, gas, vessel).
    geometry
        Where the voxels are.
    """

    difference: Values
    geometry: Geometry


def contrast_around(
    phases: PhaseSet,
    liver: LiverLook,
    center_mm: Sequence[float],
    reach_mm: float,
    voxel_mm: float,
) -> Contrast:
    """Compare every voxel within reach of a place with liver.

    Parameters
    ----------
    phases
        The exam on one geometry.
    liver
        What liver looks like in it.
    center_mm
        Patient LPS mm.
    reach_mm
        Half the edge of the box that is looked at.
    voxel_mm
        Voxel size to look with.
    """
    box = _box(phases.geometry, center_mm, reach_mm)
    volumes = {
        name: phases.volumes[name].cropped(box).block_means(voxel_mm)
        for name in liver.phases
    }
    grid = next(iter(volumes.values())).geometry
    calm = {n: calmed(v.array, grid.spacing_mm) for n, v in volumes.items()}
    away = {
        name: (calm[name] - level) / spread
        for name, level, spread in zip(
            liver.phases, liver.levels, liver.spreads, strict=True
        )
    }
    difference = np.sqrt(np.sum(np.square(list(away.values())), axis=0))
    oil = _oil(phases, box, volumes, voxel_mm)
    if Phase.PORTAL_VENOUS in away and len(away) == 2:
        difference[away[Phase.PORTAL_VENOUS] > VESSEL_SPREADS] = 0.0
    if phases.reference.modality != "MR":
        difference[calm[liver.phases[0]] < TISSUE_HU] = 0.0
    difference[oil] = LIKE_OIL
    return Contrast(difference.astype(np.float32), grid)


def _box(
    geometry: Geometry, center_mm: Sequence[float], reach_mm: float
) -> tuple[slice, slice, slice]:
    middle = geometry.mm_to_index(center_mm)
    reach = reach_mm / np.array(geometry.spacing_mm)
    first = np.clip(np.floor(middle - reach), 0, np.array(geometry.shape) - 1)
    last = np.clip(np.ceil(middle + reach) + 1, first + 1, geometry.shape)
    k, j, i = (slice(int(a), int(b)) for a, b in zip(first, last, strict=True))
    return k, j, i


def _oil(
    phases: PhaseSet,
    box: tuple[slice, slice, slice],
    volumes: dict[Phase, Volume],
    voxel_mm: float,
) -> Flags:
    """Mark lipiodol: bright before contrast and after it."""
    after = next(iter(volumes.values()))
    if phases.precontrast is None or after.modality == "MR":
        return np.zeros(after.array.shape, bool)
    before = phases.precontrast.cropped(box).block_means(voxel_mm)
    spacing = before.geometry.spacing_mm
    bright: Flags = calmed(before.array, spacing) > OIL_BEFORE_HU
    for volume in volumes.values():
        bright &= volume.array > OIL_AFTER_HU
    if not bright.any():
        return bright
    apart = ndimage.distance_transform_edt(~bright, sampling=spacing)
    grown: Flags = apart <= OIL_GROWN_MM
    return grown
