"""What surrounds a lesion, looked at once for an exam: liver and body wall."""

import weakref
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.segmentation.body_wall import body_wall
from lesion_toolkit.segmentation.evidence import Evidence, compared
from lesion_toolkit.segmentation.liver import LiverLook, liver_look

ROUGH_MM = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """An exam seen with coarse voxels.

    Attributes
    ----------
    look
        What liver looks like.
    wall, bone
        Body wall and bones on the coarse grid; None on MR, where bone is dark.
    rough
        Comparison with liver on the coarse grid.
    """

    look: LiverLook
    wall: Mask | None
    bone: Mask | None
    rough: Evidence


def anatomy_of(phases: PhaseSet) -> Anatomy:
    """Look at an exam, or remember it: a second click on it waits for nothing.

    Raises
    ------
    InputRefused
        The images show nothing: constant, saturated, or without soft tissue.
    """
    arrays = [volume.array for volume in phases.volumes.values()]
    key = (*phases.volumes, *(id(array) for array in arrays))
    known = _SEEN.get(key)
    if known is None:
        known = _SEEN[key] = _looked_at(phases)
        for array in arrays:
            weakref.finalize(array, _SEEN.pop, key, None)
    return known


_SEEN: dict[tuple[object, ...], Anatomy] = {}
"""Lives as long as the voxels it was made from."""


def _looked_at(phases: PhaseSet) -> Anatomy:
    look = liver_look(phases)
    volumes, before = seen_with(phases, look, ROUGH_MM)
    grid = next(iter(volumes.values())).geometry
    wall = bone = None
    if phases.reference.modality != "MR":
        found = body_wall([v.array for v in volumes.values()], grid.spacing_mm)
        wall, bone = Mask(found.wall, grid), Mask(found.bone, grid)
    return Anatomy(look, wall, bone, compared(volumes, before, look, wall))


def seen_with(
    phases: PhaseSet,
    look: LiverLook,
    voxel_mm: float,
    box: tuple[slice, slice, slice] | None = None,
) -> tuple[dict[Phase, Volume], Volume | None]:
    """Average the telling phases, and the one before contrast, to voxels of a size."""
    part = box or (slice(None),) * 3

    def coarse(volume: Volume) -> Volume:
        return volume.cropped(part).block_means(voxel_mm)

    volumes = {name: coarse(phases.volumes[name]) for name in look.phases}
    before = None if phases.precontrast is None else coarse(phases.precontrast)
    return volumes, before


def around(
    anatomy: Anatomy,
    phases: PhaseSet,
    center_mm: NDArray[np.float64],
    reach_mm: float,
    voxel_mm: float,
) -> Evidence:
    """Compare what lies within reach of a place with liver, with finer voxels."""
    box = box_around(phases.geometry, center_mm, reach_mm)
    volumes, before = seen_with(phases, anatomy.look, voxel_mm, box)
    return compared(volumes, before, anatomy.look, anatomy.wall)


def box_around(
    geometry: Geometry, center_mm: NDArray[np.float64], reach_mm: float
) -> tuple[slice, slice, slice]:
    """Voxels (k, j, i) within reach of a place along each axis; at least one."""
    middle = geometry.mm_to_index(center_mm)
    reach = reach_mm / np.array(geometry.spacing_mm)
    first = np.clip(np.floor(middle - reach), 0, np.array(geometry.shape) - 1)
    last = np.clip(np.ceil(middle + reach) + 1, first + 1, geometry.shape)
    k, j, i = (slice(int(a), int(b)) for a, b in zip(first, last, strict=True))
    return k, j, i
