"""Rigid alignment of two volumes of one patient inside a region, and how well it went.

Translation first, by looking at every shift on a coarse grid (nothing to diverge),
then rotation by mutual information. A candidate counts only when normalised mutual
information in the region says that it is better than not moving.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray

from lesion_toolkit.alignment.resampling import image_of
from lesion_toolkit.alignment.similarity import (
    BINS,
    MIN_VOXELS,
    CoarsePair,
    best_shift,
    coarse_pair,
    parts_of,
    residual_mm,
    similarity_of,
)
from lesion_toolkit.model.alignment import Part
from lesion_toolkit.model.volume import Mask, Volume

MIN_GAIN = 0.005
"""Relative rise of NMI below which a move is not worth an interpolation."""

MAX_ROTATION_DEG = 6.0
"""Patients on one table do not turn further between phases."""

REFINING_VOXELS = 15_000


@dataclass(frozen=True, slots=True)
class RigidFit:
    """A rigid move and the evidence for it.

    Attributes
    ----------
    transform
        From fixed to moving patient mm; None when not moving is best.
    shift_mm
        Length of the move at the center of the region.
    parts
        For each octant of the region, the shift that would still improve it.
    similarity
        Normalised mutual information in the region, 1 (unrelated) to 2 (identical).
    at_limit
        The best move lies at or beyond the end of the search: not to be trusted.
    """

    transform: sitk.Transform | None
    shift_mm: float
    parts: tuple[Part, ...] = ()
    similarity: float = 1.0
    at_limit: bool = False

    @property
    def residual_mm(self) -> float:
        """Median over the parts; NaN when no part could be judged."""
        return residual_mm(self.parts)


def fit_rigid(
    fixed: Volume,
    moving: Volume,
    region: Mask,
    *,
    max_shift_mm: float | Sequence[float],
    grid_mm: float = 3.0,
) -> RigidFit:
    """Find the rigid move that lays ``moving`` on ``fixed`` inside a region.

    Parameters
    ----------
    fixed, moving
        Two phases of one exam; grids may differ.
    region
        Where to look, on the grid of ``fixed``.
    max_shift_mm
        Longest shift considered along each patient axis (x, y, z), or along all.
    grid_mm
        Voxel size of the coarse grid.
    """
    limits = np.broadcast_to(np.asarray(max_shift_mm, np.float64), 3)
    pair = coarse_pair(fixed, moving, region, float(limits.max()), grid_mm)
    if pair is None or len(pair.voxels) < MIN_VOXELS:
        return RigidFit(None, 0.0)
    still = sitk.Transform()
    along = np.abs(pair.grid.directions) @ limits
    reach = np.ceil(along / np.array(pair.grid.spacing_mm)).astype(int)
    shift, at_limit = best_shift(pair, pair.moving(reach, still), reach)
    if at_limit:
        return _unmoved(pair, at_limit=True)
    center = pair.grid.index_to_mm(pair.voxels.mean(axis=0))
    candidates = [still, *_candidates(pair, shift, center)]
    gains = [similarity_of(pair, candidate) for candidate in candidates]
    best = int(np.argmax(gains))
    if gains[best] - gains[0] < MIN_GAIN * (gains[0] - 1):
        return _unmoved(pair)
    chosen = candidates[best]
    move = np.array(chosen.TransformPoint(center.tolist())) - center
    if (np.abs(move) > limits).any():
        return _unmoved(pair, at_limit=True)
    length = float(np.linalg.norm(move))
    return RigidFit(chosen, length, parts_of(pair, chosen), gains[best])


def _unmoved(pair: CoarsePair, *, at_limit: bool = False) -> RigidFit:
    still = sitk.Transform()
    alike = similarity_of(pair, still)
    return RigidFit(None, 0.0, parts_of(pair, still), alike, at_limit)


def _candidates(
    pair: CoarsePair, shift: NDArray[np.float64], center: NDArray[np.float64]
) -> list[sitk.Transform]:
    """Give the shift found, and what an optimizer makes of it with rotation allowed."""
    shift_mm = pair.grid.index_to_mm(shift) - pair.grid.index_to_mm((0, 0, 0))
    shifted = sitk.Euler3DTransform()
    shifted.SetCenter(center.tolist())
    shifted.SetTranslation(shift_mm.tolist())
    refined = _refined(pair, sitk.Euler3DTransform(shifted))
    return [shifted] if refined is None else [shifted, refined]


def _refined(pair: CoarsePair, start: sitk.Euler3DTransform) -> sitk.Transform | None:
    method = sitk.ImageRegistrationMethod()
    method.SetNumberOfThreads(1)  # the same sum in the same order on every machine
    method.SetMetricAsMattesMutualInformation(BINS)
    inside = np.zeros(pair.grid.shape, np.uint8)
    inside[tuple(pair.voxels.T)] = 1
    method.SetMetricFixedMask(image_of(inside, pair.grid))
    method.SetMetricSamplingStrategy(method.REGULAR)
    wanted = REFINING_VOXELS / inside.size
    # samples are jittered: without a seed the answer would change with the clock
    method.SetMetricSamplingPercentage(float(np.clip(wanted, 0.02, 1.0)), seed=1)
    method.SetInterpolator(sitk.sitkLinear)
    method.SetOptimizerAsRegularStepGradientDescent(
        learningRate=1.0, minStep=0.02, numberOfIterations=25
    )
    method.SetOptimizerScalesFromPhysicalShift()
    method.SetInitialTransform(start, inPlace=True)
    low, high = pair.window
    try:
        method.Execute(
            image_of(pair.fixed.astype(np.float32), pair.grid),
            sitk.Clamp(pair.moving_image, sitk.sitkFloat32, low, high),
        )
    except RuntimeError:  # the optimizer ran out of overlap: keep the plain shift
        return None
    turned = np.rad2deg([start.GetAngleX(), start.GetAngleY(), start.GetAngleZ()])
    return start if np.abs(turned).max() <= MAX_ROTATION_DEG else None
