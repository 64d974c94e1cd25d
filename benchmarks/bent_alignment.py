"""What a rigid move leaves behind: organs that bend from one visit to the next.

Modality-independent descriptors (MIND: Heinrich et al., Med Image Anal 2012) of both
volumes are compared for every shift within reach at once, and a smooth field is found
by coupled convex optimization (Heinrich, Papież, Schnabel, Handels, WBIR 2014). The
descriptors hold structure and not brightness, so contrast agent that arrives in one
phase and not in the other does not pull. The product does not bend so:
docs/decisions/0005 says why, from figures of validate_alignment.py.

A quarter of the region takes no part in the fit. The field is kept only where it makes
that quarter more alike and leaves no larger residual.
"""

from dataclasses import dataclass

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.alignment.bend import held_out
from lesion_toolkit.alignment.resampling import image_of, outside_value, resampled
from lesion_toolkit.alignment.rigid import MIN_GAIN, RigidFit
from lesion_toolkit.alignment.similarity import (
    CoarsePair,
    coarse_pair,
    parts_of,
    residual_mm,
    similarity_of,
)
from lesion_toolkit.model.alignment import Part
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

Values = NDArray[np.float32]

GRID_MM = 4.0
REACH_MM = 8.0
"""Longest bend that is looked for, along each axis, beside the rigid move."""

FADING_MM = 16.0
"""Outside the organs the field fades to nothing over this distance."""

CONTROL = 2
"""Voxels of the coarse grid between two control points of the field."""

SMOOTHING = 2.0
"""Gaussian that keeps the field smooth, in control points."""

COUPLING = (0.0015, 0.005, 0.015, 0.05, 0.15, 0.5)
"""How firmly each pass holds the best shift of a place to the smooth field."""

LEAST_JACOBIAN = 0.2
"""Tissue is not squeezed to less than this share of its volume, nor folded."""

WINDOW_HU = (-150.0, 250.0)
NEIGHBORS = ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1))


@dataclass(frozen=True, slots=True)
class DeformableFit:
    """A bend of the organs on top of a rigid move, and whether it is any good.

    Attributes
    ----------
    transform
        From fixed to moving patient mm, the rigid move included; None where the bend
        was not an improvement.
    parts
        For each octant of the region, the shift that would still improve it.
    """

    transform: sitk.Transform | None
    parts: tuple[Part, ...]


def fit_deformable(
    fixed: Volume, moving: Volume, region: Mask, rigid: RigidFit
) -> DeformableFit:
    """Bend ``moving`` onto ``fixed`` inside a region, after a rigid move.

    Parameters
    ----------
    fixed, moving
        Two volumes of one patient; grids may differ.
    region
        The organs, on the grid of ``fixed``; not empty.
    rigid
        The rigid move from :func:`~lesion_toolkit.alignment.rigid.fit_rigid`.
    """
    start = rigid.transform or sitk.Transform()
    bent = bend(fixed, moving, region, start)
    parts, better = is_better(fixed, moving, region, rigid, bent)
    return DeformableFit(bent, parts) if better else DeformableFit(None, rigid.parts)


def bend(
    fixed: Volume, moving: Volume, region: Mask, start: sitk.Transform
) -> sitk.Transform:
    """Find the smooth bend that follows a first move, whether or not it is any good.

    Returns
    -------
    SimpleITK.Transform
        From fixed to moving patient mm, the first move included.
    """
    bent = sitk.CompositeTransform(3)
    bent.AddTransform(start)
    field = _field(fixed, moving, region, start)
    bent.AddTransform(sitk.DisplacementFieldTransform(field))
    return bent


def is_better(
    fixed: Volume, moving: Volume, region: Mask, rigid: RigidFit, bent: sitk.Transform
) -> tuple[tuple[Part, ...], bool]:
    """Judge a bend where the fit did not look: what is left, and whether to keep it."""
    pair = coarse_pair(fixed, moving, region, 2 * REACH_MM, GRID_MM)
    if pair is None:
        return rigid.parts, False
    start = rigid.transform or sitk.Transform()
    gain, needed = _held_out_gain(pair, start, bent)
    parts = parts_of(pair, bent)
    less = residual_mm(parts) <= rigid.residual_mm
    return parts, gain > needed and less and _unfolded(bent, pair.grid)


def _held_out_gain(
    pair: CoarsePair, start: sitk.Transform, bent: sitk.Transform
) -> tuple[float, float]:
    """Rise of similarity where the fit did not look, and the least that counts."""
    unseen = pair.voxels[held_out(pair.grid.index_to_mm(pair.voxels))]
    before = similarity_of(pair, start, unseen)
    return similarity_of(pair, bent, unseen) - before, MIN_GAIN * (before - 1)


def _field(
    fixed: Volume, moving: Volume, region: Mask, start: sitk.Transform
) -> sitk.Image:
    """Smooth displacement (LPS mm) on a coarse grid around the region."""
    margin = int(np.ceil(FADING_MM / min(fixed.geometry.spacing_mm)))
    box = region.bounding_box(margin=margin)
    assert box is not None
    part = fixed.cropped(box).block_means(GRID_MM)
    grid, outside = part.geometry, outside_value(moving.modality)
    share = Volume(region.array.astype(np.float32), region.geometry)
    inside = share.cropped(box).block_means(GRID_MM).array
    reach = np.maximum(np.round(REACH_MM / np.array(grid.spacing_mm)), 1).astype(int)
    k, j, i = (int(n) for n in np.array(grid.shape) + 2 * reach)
    near = moving.block_means(GRID_MM * 0.75)
    image = image_of(near.array, near.geometry)
    moved = resampled(image, grid.crop(-reach, (k, j, i)), outside, start)
    places = grid.index_to_mm(np.moveaxis(np.indices(grid.shape), 0, -1))
    weight = np.where(held_out(places), 0.0, np.clip(inside, 0.05, 1.0))
    cost, offsets = _costs(
        _descriptor(part.array, fixed.modality),
        _descriptor(moved, moving.modality),
        weight.astype(np.float32),
        reach,
    )
    units = np.array(grid.spacing_mm) / GRID_MM
    field = _smooth_field(cost, offsets * units) / units
    return _displacements(field * _fading(inside, grid), grid)


def _descriptor(values: NDArray[np.generic], modality: str) -> Values:
    """MIND of six neighbors, (6, k, j, i): structure without brightness."""
    top = float(np.percentile(np.asarray(values), 99.5))
    low, high = WINDOW_HU if modality != "MR" else (0.0, max(top, 1.0))
    clipped = np.clip(np.asarray(values, np.float32), low, high)
    apart = np.stack(
        [
            ndimage.gaussian_filter((clipped - np.roll(clipped, s, (0, 1, 2))) ** 2, 1)
            for s in NEIGHBORS
        ]
    )
    apart -= apart.min(axis=0)
    spread = apart.mean(axis=0)
    usual = max(float(spread.mean()), 1e-6)
    descriptor: Values = np.exp(-apart / np.clip(spread, usual / 100, usual * 100))
    return descriptor


def _costs(
    fixed: Values, moving: Values, weight: Values, reach: NDArray[np.int_]
) -> tuple[Values, NDArray[np.int_]]:
    """How unlike (shift, k, j, i) the control points are for each shift (n, 3)."""
    axes = [np.arange(-n, n + 1) for n in reach]
    offsets = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)
    at = (slice(None), *[slice(CONTROL // 2, None, CONTROL)] * 3)
    costs = []
    for offset in offsets:
        first = reach + offset
        k, j, i = (slice(a, a + n) for a, n in zip(first, fixed.shape[1:], strict=True))
        unlike = np.square(fixed - moving[:, k, j, i]).sum(axis=0) * weight
        calm = ndimage.uniform_filter(unlike, 2 * CONTROL - 1)
        costs.append(calm[at[1:]])
    return np.stack(costs), offsets


def _smooth_field(cost: Values, shifts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Field (k, j, i, 3) that is smooth and yet near the best shift of each place."""
    shape = cost.shape[1:]
    each = cost.reshape(len(shifts), -1)
    smooth = np.zeros((each.shape[1], 3))
    for coupling in COUPLING:
        apart = ((shifts[:, None] - smooth) ** 2).sum(axis=-1)
        best = shifts[np.argmin(each + coupling * apart, axis=0)]
        field = best.reshape(*shape, 3)
        sigma = (SMOOTHING, SMOOTHING, SMOOTHING, 0)
        smooth = ndimage.gaussian_filter(field, sigma, mode="nearest").reshape(-1, 3)
    found: NDArray[np.float64] = smooth.reshape(*shape, 3)
    return found


def _fading(inside: Values, grid: Geometry) -> NDArray[np.float64]:
    """Weight (k, j, i, 1) of each control point: 1 in the organs, 0 far from them."""
    away = ndimage.distance_transform_edt(inside < 0.5, sampling=grid.spacing_mm)
    at = slice(CONTROL // 2, None, CONTROL)
    weight = np.clip(1 - away[at, at, at] / FADING_MM, 0, 1)[..., None]
    for axis in range(3):  # beyond its grid a displacement field is nothing
        for end in (0, -1):
            np.moveaxis(weight, axis, 0)[end] = 0.0
    faded: NDArray[np.float64] = weight
    return faded


def _displacements(field: NDArray[np.float64], grid: Geometry) -> sitk.Image:
    """SimpleITK field (LPS mm) of control-point shifts (k, j, i, 3) in voxels."""
    moved_mm = (field * np.array(grid.spacing_mm)) @ grid.directions
    control = Geometry.from_axes(
        (field.shape[0], field.shape[1], field.shape[2]),
        origin_mm=grid.index_to_mm([CONTROL // 2] * 3),
        spacing_mm=np.array(grid.spacing_mm) * CONTROL,
        directions=grid.directions,
    )
    image = sitk.GetImageFromArray(np.ascontiguousarray(moved_mm), isVector=True)
    image.CopyInformation(image_of(np.zeros(control.shape, np.uint8), control))
    return image


def _unfolded(bent: sitk.Transform, grid: Geometry) -> bool:
    """Whether no place of the grid is folded or squeezed beyond what tissue allows."""
    shape = image_of(np.zeros(grid.shape, np.uint8), grid)
    to_field = sitk.TransformToDisplacementFieldFilter()
    to_field.SetReferenceImage(shape)
    jacobian = sitk.DisplacementFieldJacobianDeterminant(to_field.Execute(bent))
    return bool(sitk.GetArrayViewFromImage(jacobian).min() > LEAST_JACOBIAN)
