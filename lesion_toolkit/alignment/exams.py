"""A follow-up exam onto its baseline, in the liver, across frames of reference.

Two visits share no coordinates: the table stands elsewhere, the isocenter is another.
Where the body lies is found first, from its outline and from how much of each slice is
lung, bone and soft tissue; the organs are then aligned as the phases of one exam are,
rigidly (docs/decisions/0005).
"""

from dataclasses import dataclass, replace

import numpy as np
import SimpleITK as sitk
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.alignment.body import likely_offsets
from lesion_toolkit.alignment.evidence import checkerboard
from lesion_toolkit.alignment.phases import (
    COARSE_MM,
    MAX_SHIFT_MM,
    TOLERATED_RESIDUAL_MM,
    is_trusted,
    organs,
)
from lesion_toolkit.alignment.resampling import image_of, outside_value, resampled
from lesion_toolkit.alignment.rigid import RigidFit, fit_rigid
from lesion_toolkit.alignment.similarity import worst_quarter_mm
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.alignment import Alignment, Move
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

INVERSE_STEPS = 12
"""Fixed-point steps to turn a move around; each at least halves what is left."""

SHARED_PHASES = (
    *ARTERIAL_PHASES,
    Phase.PRECONTRAST,
    Phase.PORTAL_VENOUS,
    Phase.DELAYED,
)
"""Phases that are compared where both visits have them."""


@dataclass(frozen=True, slots=True)
class VisitAlignment:
    """Where a place of one visit is in the other.

    Attributes
    ----------
    transform
        From follow-up mm to baseline mm (LPS, each in its own frame of reference).
    alignment
        What was done, the residual in mm and where, and a picture.
    findings
        What a reader must know before trusting it.
    """

    transform: sitk.Transform
    alignment: Alignment
    findings: tuple[Finding, ...] = ()

    def to_baseline(self, points_mm: ArrayLike) -> NDArray[np.float64]:
        """Baseline LPS mm of follow-up LPS points (..., 3)."""
        points = np.asarray(points_mm, np.float64)
        moved = [
            self.transform.TransformPoint(p.tolist()) for p in points.reshape(-1, 3)
        ]
        return np.array(moved, np.float64).reshape(points.shape)

    def to_follow_up(self, points_mm: ArrayLike) -> NDArray[np.float64]:
        """Follow-up LPS mm of baseline LPS points (..., 3)."""
        wanted = np.asarray(points_mm, np.float64)
        guess = wanted - self.to_baseline(np.zeros(3))
        for _ in range(INVERSE_STEPS):
            guess = guess + (wanted - self.to_baseline(guess))
        return guess

    def place(self, mask: Mask, geometry: Geometry) -> Mask:
        """Lay a baseline mask on a grid of the follow-up."""
        image = image_of(mask.array.astype(np.float32), mask.geometry)
        share = resampled(image, geometry, 0.0, self.transform)
        return replace(mask, array=share >= 0.5, geometry=geometry)


def align_visits(baseline: PhaseSet, follow_up: PhaseSet) -> VisitAlignment:
    """Find where each place of a follow-up was at baseline, in and around the liver.

    Parameters
    ----------
    baseline, follow_up
        Two exams of one patient, each on its own grid and in its own frame of
        reference. Of the phases that both have, the one that fits best is used:
        contrast that arrives earlier or later at one visit makes the others unlike.

    Returns
    -------
    VisitAlignment
        With a finding where it is not to be trusted.

    Raises
    ------
    InputRefused
        No part of the organs is in both exams.
    """
    tried = [_best_start(*pair) for pair in _shared(baseline, follow_up)]
    best = min(tried, key=lambda one: (not is_trusted(one.rigid), one.worth))
    fixed, moving, region = best.fixed, best.moving, best.region
    start, rigid = best.start_mm, best.rigid
    if not rigid.parts:
        raise InputRefused(
            "two exams whose organs cannot be compared.",
            "two exams of one patient that both show the liver.",
            "check that both are of the same patient and cover the liver.",
        )
    transform = sitk.CompositeTransform(3)
    transform.AddTransform(sitk.TranslationTransform(3, (-start).tolist()))
    transform.AddTransform(rigid.transform or sitk.Transform())
    left = rigid.residual_mm
    done = Alignment(
        "baseline",
        Move.RIGID,
        shift_mm=round(rigid.shift_mm, 2),
        residual_mm=round(left, 2) if np.isfinite(left) else None,
        parts=rigid.parts,
        picture=checkerboard(
            fixed, _laid(moving, fixed, transform), region, "follow-up and baseline"
        ),
    )
    return VisitAlignment(transform, done, _remarks(rigid))


@dataclass(frozen=True, slots=True, eq=False)
class _Start:
    """One phase of both visits, laid roughly and then rigidly on each other."""

    fixed: Volume
    moving: Volume
    region: Mask
    start_mm: NDArray[np.float64]
    rigid: RigidFit

    @property
    def worth(self) -> float:
        """Least is best: what is left in mm, or infinity where it was not judged."""
        left = self.rigid.residual_mm
        return left if np.isfinite(left) else np.inf


def _shared(
    baseline: PhaseSet, follow_up: PhaseSet
) -> tuple[tuple[Volume, Volume], ...]:
    """Both volumes of every phase that both visits have, else both references."""
    both = tuple(
        (baseline.volumes[phase], follow_up.volumes[phase])
        for phase in SHARED_PHASES
        if phase in baseline.volumes and phase in follow_up.volumes
    )
    return both or ((baseline.reference, follow_up.reference),)


def _best_start(moving: Volume, fixed: Volume) -> _Start:
    region = organs(fixed)
    starts = likely_offsets(moving, fixed)
    fits = [_fitted(fixed, moving, region, start) for start in starts]
    best = int(np.argmax([_worth(fit) for fit in fits]))
    return _Start(fixed, moving, region, starts[best], fits[best])


def _shifted(volume: Volume, by_mm: NDArray[np.float64]) -> Volume:
    """Move the volume in the patient; its frame of reference becomes unknown."""
    affine = volume.geometry.affine.copy()
    affine[:3, 3] += by_mm
    return volume.with_array(volume.array, Geometry(volume.geometry.shape, affine))


def _fitted(
    fixed: Volume, moving: Volume, region: Mask, start: NDArray[np.float64]
) -> RigidFit:
    return fit_rigid(
        fixed,
        _shifted(moving, start),
        region,
        max_shift_mm=MAX_SHIFT_MM,
        grid_mm=COARSE_MM,
    )


def _worth(fit: RigidFit) -> float:
    return fit.similarity - (1.0 if fit.at_limit or not fit.parts else 0.0)


def _laid(moving: Volume, fixed: Volume, transform: sitk.Transform) -> Volume:
    image = image_of(moving.array, moving.geometry)
    outside = outside_value(moving.modality)
    values = resampled(image, fixed.geometry, outside, transform)
    return moving.with_array(values, fixed.geometry)


def _remarks(rigid: RigidFit) -> tuple[Finding, ...]:
    if not is_trusted(rigid):
        message = (
            "Follow-up and baseline could not be aligned; linked views and proposals "
            "from one visit to the other are not to be trusted."
        )
        return (Finding("visits-not-aligned", message, Severity.SERIOUS),)
    left_mm = worst_quarter_mm(rigid.parts)
    if left_mm > TOLERATED_RESIDUAL_MM:
        message = (
            f"A quarter of the liver stays {left_mm:.0f} mm or more off between "
            "follow-up and baseline."
        )
        return (Finding("visits-misaligned", message, Severity.CAUTION),)
    return ()
