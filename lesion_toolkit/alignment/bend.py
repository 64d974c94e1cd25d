"""A gentle bend of the organs on top of a rigid move, kept only where it proves itself.

Blocks of the region, each as large as a liver segment, are asked by which shift they
would still be more alike; a smooth field blends what they answer. A quarter of the
region takes no part in that, and judges: the bend stays only where this quarter becomes
more alike and clearly less of the misalignment is left (docs/decisions/0008).
"""

import itertools
from dataclasses import dataclass

import numpy as np
import SimpleITK as sitk
from numpy.typing import ArrayLike, NDArray
from scipy import ndimage

from lesion_toolkit.alignment.resampling import image_of
from lesion_toolkit.alignment.rigid import RigidFit
from lesion_toolkit.alignment.similarity import (
    CoarsePair,
    coarse_pair,
    parts_of,
    residual_mm,
    shift_of,
    similarity_of,
    worst_quarter_mm,
)
from lesion_toolkit.model.alignment import Part
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

GRID_MM, REACH_MM = 4.0, 8.0
"""Voxels of the coarse grid, and how far along an axis a block is looked for."""

LONGEST_MM = 10.0
"""Longest push of a bend in any direction: a longer one is no gentle bend."""

LEAST_JACOBIAN = 0.5
"""Share of its volume below which a bend may squeeze no tissue; a fold is below 0."""

BLOCK_MM, APART_MM = 72.0, 48.0
"""Edge of a block, and from the middle of one to that of the next: they overlap."""

BLOCK_VOXELS = 800
"""A block with fewer voxels to look at says nothing."""

CLEARLY, AGREE_MM = 0.08, 6.0
"""A block is moved where it gets clearly more alike, and its halves agree."""

BLEND_MM, STILL = 40.0, 1.0
"""Width of the Gaussian that blends the blocks, and the weight of not bending."""

FADING_MM = 24.0
"""Outside the organs the field fades to nothing over this distance."""

HELD_OUT_MM = 24.0
"""Edge of the cubes, one in four of which only judges."""

LEAST_ALIKE = 0.1
"""Normalised mutual information above 1 in these cubes after the rigid move, below
which there is too little anatomy to hold on to: blocks then answer with noise."""

MIN_GAIN = 0.01
"""Relative rise of similarity in these cubes below which a bend is not worth it."""

RELIEF = 0.75
"""Share of the rigid move's residual that may be left after a bend worth it."""

NOTHING_MM = 1.0
"""A shorter bend is none."""


@dataclass(frozen=True, slots=True)
class BendFit:
    """A bend that was found, and whether it is any good.

    Attributes
    ----------
    transform
        From fixed to moving patient mm, the rigid move included.
    longest_mm
        Longest push of the bend within the region.
    parts
        For each octant of the region, the shift that would still improve it.
    is_better
        The cubes that only judge are more alike, clearly less of the misalignment
        is left than after the rigid move, and nothing is squeezed too far or folded.
    least_jacobian
        Smallest share of its volume that tissue keeps anywhere; at or below 0 it folds.
    """

    transform: sitk.Transform
    longest_mm: float
    parts: tuple[Part, ...]
    is_better: bool
    least_jacobian: float = 1.0

    @property
    def squeezes(self) -> bool:
        """Whether the bend folds tissue, or squeezes it beyond what is allowed."""
        return self.least_jacobian <= LEAST_JACOBIAN


def fit_bend(
    fixed: Volume, moving: Volume, region: Mask, rigid: RigidFit
) -> BendFit | None:
    """Find the gentle bend that lays ``moving`` on ``fixed`` better than a rigid move.

    Parameters
    ----------
    fixed, moving
        Two phases of one exam; grids may differ.
    region
        The organs, on the grid of ``fixed``.
    rigid
        What came before.

    Returns
    -------
    BendFit or None
        None where no block of the region wants to move, or too little tells whether.
    """
    pair = coarse_pair(fixed, moving, region, REACH_MM, GRID_MM)
    if pair is None:
        return None
    start = rigid.transform or sitk.Transform()
    unseen = held_out(pair.grid.index_to_mm(pair.voxels))
    alike = similarity_of(pair, start, pair.voxels[unseen])
    if alike < 1 + LEAST_ALIKE:
        return None
    field, grid = _blended(pair, _wanted(pair, start, pair.voxels[~unseen]))
    here = tuple((pair.voxels + _margin(pair)).T)
    longest = float(np.linalg.norm(field[here], axis=-1).max(initial=0.0))
    if longest < NOTHING_MM:
        return None
    bent = sitk.CompositeTransform(3)
    bent.AddTransform(start)
    bent.AddTransform(_displacements(field, grid))
    parts = parts_of(pair, bent)
    least = least_jacobian(field, grid)
    better = (
        least > LEAST_JACOBIAN
        and similarity_of(pair, bent, pair.voxels[unseen]) > _worth_it(alike)
        and _is_relieved(rigid.parts, parts)
    )
    return BendFit(bent, longest, parts, better, least)


def held_out(places_mm: ArrayLike) -> NDArray[np.bool_]:
    """Tell which places (..., 3) in LPS mm lie in a cube that only judges."""
    cubes = np.floor(np.asarray(places_mm, np.float64) / HELD_OUT_MM).astype(int)
    unseen: NDArray[np.bool_] = (cubes @ (1, 2, 3)) % 4 == 0
    return unseen


def _wanted(
    pair: CoarsePair, start: sitk.Transform, voxels: NDArray[np.int_]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Middle of each block (n, 3) in voxels, and the shift it wants."""
    spacing = np.array(pair.grid.spacing_mm)
    pad = np.full(3, round(REACH_MM / GRID_MM))
    padded = pair.moving(pad, start)
    places = voxels * spacing
    axes = [
        np.arange(low, high + APART_MM, APART_MM)
        for low, high in zip(places.min(axis=0), places.max(axis=0), strict=True)
    ]
    middles, shifts = [], []
    for center in itertools.product(*axes):
        here = voxels[(np.abs(places - center) < BLOCK_MM / 2).all(axis=1)]
        if len(here) < BLOCK_VOXELS:
            continue
        shift = shift_of(pair, padded, pad, here, clearly=CLEARLY, agree_mm=AGREE_MM)
        if shift is not None:
            middles.append(here.mean(axis=0))
            shifts.append(_shortened(shift, spacing))
    return np.reshape(middles, (-1, 3)), np.reshape(shifts, (-1, 3))


def _shortened(
    shift: NDArray[np.float64], spacing: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Keep the direction of a shift in voxels, and at most ``LONGEST_MM`` of it.

    Their blend is nowhere longer than the longest of them.
    """
    length = float(np.linalg.norm(shift * spacing))
    return shift * min(1.0, LONGEST_MM / max(length, NOTHING_MM))


def least_jacobian(field: NDArray[np.float64], grid: Geometry) -> float:
    """Give the smallest share of its volume that anything keeps under a displacement.

    The determinant of the Jacobian of ``x + field(x)`` at the eight corners of every
    cell, from differences along the edges that meet there: a fold between two
    neighboring voxels is not averaged away. 1 where nothing is squeezed, 0 or less
    where space folds.

    Parameters
    ----------
    field
        Displacement (k, j, i, 3) in LPS mm, on ``grid``; at least two voxels an axis.
    """
    per_mm = np.linalg.inv(_steps_mm(grid))
    steps = [np.diff(field, axis=axis) for axis in range(3)]
    least = np.inf
    for corner in itertools.product((0, 1), repeat=3):
        at = [slice(n, n - 1 or None) for n in corner]
        edges = [
            step[tuple(slice(None) if a == axis else at[a] for a in range(3))]
            for axis, step in enumerate(steps)
        ]
        jacobian = np.eye(3) + per_mm @ np.stack(edges, axis=-2)
        least = min(least, float(np.linalg.det(jacobian).min()))
    return least


def _steps_mm(grid: Geometry) -> NDArray[np.float64]:
    """LPS mm (3, 3) of one step along each index axis (k, j, i)."""
    steps: NDArray[np.float64] = grid.index_to_mm(np.eye(3)) - grid.index_to_mm(
        (0,) * 3
    )
    return steps


def _margin(pair: CoarsePair) -> NDArray[np.int_]:
    """Voxels around the pair's grid within which the field fades."""
    return np.ceil(FADING_MM / np.array(pair.grid.spacing_mm)).astype(int)


def _blended(
    pair: CoarsePair, wanted: tuple[NDArray[np.float64], NDArray[np.float64]]
) -> tuple[NDArray[np.float64], Geometry]:
    """Field (k, j, i, 3) in LPS mm that blends the shifts, and its grid."""
    margin = _margin(pair)
    k, j, i = (int(n) for n in np.array(pair.grid.shape) + 2 * margin)
    grid = pair.grid.crop(-margin, (k, j, i))
    spacing = np.array(grid.spacing_mm)
    places = np.moveaxis(np.indices(grid.shape), 0, -1) - margin
    middles, shifts = wanted
    total, weight = np.zeros((*grid.shape, 3)), np.full(grid.shape, STILL)
    for middle, shift in zip(middles, shifts, strict=True):
        apart = (((places - middle) * spacing) ** 2).sum(axis=-1)
        near = np.exp(-apart / (2 * BLEND_MM**2))
        total += near[..., None] * shift
        weight += near
    outside = np.ones(grid.shape, bool)
    outside[tuple((pair.voxels + margin).T)] = False
    away = ndimage.distance_transform_edt(outside, sampling=spacing)
    share = np.clip(1 - away / FADING_MM, 0, 1) / weight
    return (total * share[..., None]) @ _steps_mm(grid), grid


def _displacements(field: NDArray[np.float64], grid: Geometry) -> sitk.Transform:
    image = sitk.GetImageFromArray(field, isVector=True)
    image.CopyInformation(image_of(np.zeros(grid.shape, np.uint8), grid))
    return sitk.DisplacementFieldTransform(sitk.Cast(image, sitk.sitkVectorFloat64))


def _worth_it(alike: float) -> float:
    """How alike the cubes that only judge have to become."""
    return alike + MIN_GAIN * (alike - 1)


def _is_relieved(before: tuple[Part, ...], after: tuple[Part, ...]) -> bool:
    """Whether clearly less is left, and no more in the worst quarter of the parts."""
    less = residual_mm(after) <= RELIEF * residual_mm(before)
    return less and worst_quarter_mm(after) <= worst_quarter_mm(before)
