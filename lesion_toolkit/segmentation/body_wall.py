"""Where the body wall is: ribs, the muscle between and outside of them, the skin.

A lesion under the capsule touches the wall, whose muscle looks like tumor and whose
ribs look like lipiodol. Ribs are bright pieces of bone that lie wholly near the surface
of the trunk; closing the gaps between them gives the inner side of the wall.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Flags = NDArray[np.bool_]
Values = NDArray[np.float32]

AIR_HU, FIRM_HU, BONE_HU = -300.0, -20.0, 130.0

SKIN_MM = 8.0
"""Skin and straps: thinner than this is not trunk."""

CLOSED_MM = 24.0
"""Gaps of the muscle wall (fat, umbilicus) that are closed in a slice."""

WALL_MM = 6.0
"""The wall is nowhere thinner than this."""

RIB_DEPTH_MM = (18.0, 28.0)
"""A rib begins within the first and ends within the second depth under the surface."""

BETWEEN_RIBS_MM = 18.0
"""Half the widest gap between ribs that is taken for wall."""


@dataclass(frozen=True, slots=True, eq=False)
class BodyWall:
    """The wall and the bones found in it, and all that lies outside, (k, j, i)."""

    wall: Flags
    bone: Flags


def body_wall(volumes: Sequence[Values], spacing_mm: Sequence[float]) -> BodyWall:
    """Find the body wall on CT.

    Parameters
    ----------
    volumes
        Contrast phases in HU on one coarse grid (k, j, i), arterial first.
    spacing_mm
        Of that grid.
    """
    k, j, i = (float(s) for s in spacing_mm)
    in_slice = (j, i)
    trunk = _trunk(volumes[0], in_slice)
    depth = np.stack([_inside_mm(slice_, in_slice) for slice_ in trunk])
    bright = np.minimum.reduce(volumes) > BONE_HU
    pieces, count = ndimage.label(bright, _IN_SLICE)
    numbers = np.arange(count + 1)
    begins = ndimage.minimum(depth, pieces, numbers)
    ends = ndimage.maximum(depth, pieces, numbers)
    is_rib = (begins < RIB_DEPTH_MM[0]) & (ends < RIB_DEPTH_MM[1])
    is_rib[0] = False
    ribs: Flags = is_rib[pieces]
    deep: Flags = bright & _behind(trunk) & ~ribs
    # the surface runs half a voxel outside of the outermost centers
    outer = depth - min(in_slice) / 2 <= WALL_MM
    wall = _closed(ribs | outer, (k, j, i))
    return BodyWall(wall, ribs | deep)


_IN_SLICE = np.zeros((3, 3, 3), bool)
_IN_SLICE[1] = ndimage.generate_binary_structure(2, 1)


def _trunk(values: Values, in_slice_mm: tuple[float, float]) -> Flags:
    """Muscle wall and all inside of it, without fat under the skin."""
    body = largest_piece(
        ndimage.binary_opening(values > AIR_HU, _disc(SKIN_MM, in_slice_mm))
    )
    filled = _filled(body)
    inside = (filled & (values < AIR_HU)) | (
        ndimage.binary_opening((values > FIRM_HU) & filled, _disc(4.0, in_slice_mm))
    )
    disc = _disc(CLOSED_MM, in_slice_mm)
    margin = max(disc.shape) // 2 + 1
    wide = np.pad(inside, ((0, 0), (margin, margin), (margin, margin)))
    closed = _filled(ndimage.binary_closing(wide, disc))
    closed = closed[:, margin:-margin, margin:-margin]
    trunk: Flags = ndimage.binary_opening(closed, _disc(12.0, in_slice_mm))
    return trunk


def _behind(trunk: Flags) -> Flags:
    """Mark the back of the trunk around the midline, where the spine is (LPS)."""
    found = np.zeros_like(trunk)
    for k, slice_ in enumerate(trunk):
        rows, columns = np.flatnonzero(slice_.any(1)), np.flatnonzero(slice_.any(0))
        if rows.size and columns.size:
            depth, width = np.ptp(rows), np.ptp(columns)
            middle = (columns[0] + columns[-1]) // 2
            left, right = middle - width // 6, middle + width // 6 + 1
            found[k, rows[0] + int(0.6 * depth) :, left:right] = True
    return found & trunk


def _closed(flags: Flags, spacing_mm: tuple[float, float, float]) -> Flags:
    """Close gaps with a ball; the grid goes on beyond its border as it ends there."""
    pad = [int(np.ceil(BETWEEN_RIBS_MM / s)) + 1 for s in spacing_mm]
    wide = np.pad(flags, [(n, n) for n in pad], mode="edge")
    near = ndimage.distance_transform_edt(~wide, sampling=spacing_mm) <= BETWEEN_RIBS_MM
    kept = ndimage.distance_transform_edt(near, sampling=spacing_mm) > BETWEEN_RIBS_MM
    core = tuple(slice(n, -n) for n in pad)
    closed: Flags = kept[core] | flags
    return closed


def _inside_mm(flags: Flags, spacing_mm: tuple[float, float]) -> Values:
    """Depth inside of what is marked in a slice; the border of the image is outside."""
    depth = ndimage.distance_transform_edt(np.pad(flags, 1), sampling=spacing_mm)
    return np.asarray(depth[1:-1, 1:-1], np.float32)


def _filled(flags: Flags) -> Flags:
    return np.stack([ndimage.binary_fill_holes(slice_) for slice_ in flags])


def largest_piece(flags: Flags) -> Flags:
    """Keep the largest connected piece; nothing where nothing is marked."""
    pieces, count = ndimage.label(flags)
    if count == 0:
        return flags
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    largest: Flags = pieces == sizes.argmax()
    return largest


def _disc(radius_mm: float, spacing_mm: tuple[float, float]) -> Flags:
    """One slice thick."""
    rows, columns = (max(round(radius_mm / s), 1) for s in spacing_mm)
    j, i = np.ogrid[-rows : rows + 1, -columns : columns + 1]
    return np.asarray((j / rows) ** 2 + (i / columns) ** 2 <= 1)[None]
