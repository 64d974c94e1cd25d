"""Rims that only a residual misalignment of the precontrast volume makes enhance.

Where the precontrast volume changes steeply, laying it a little beside its place fakes
enhancement: by its gradient times the distance. What exceeds the threshold by less than
that is neither viable nor necrotic.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import Phase, PhaseSet

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]

NOT_TOLD_MM = 2.0
"""Assumed residual where an alignment was tried and its residual could not be told."""

LEAST_SHARE = 0.01
"""Less of a lesion is not worth a finding."""


def faked_enhancement(
    precontrast: Values,
    spacing: Sequence[float],
    off_mm: float,
    sigma_mm: float,
) -> Values:
    """Enhancement (k, j, i) that a precontrast volume fakes where it is off its place.

    Parameters
    ----------
    precontrast
        Tissue before contrast, without air and oil.
    spacing
        Of its grid along k, j and i in mm.
    off_mm
        How far it may be off.
    sigma_mm
        Width of the smoothing that enhancement is seen through.
    """
    if off_mm <= 0:
        return np.zeros(precontrast.shape, np.float32)
    calm = ndimage.gaussian_filter(precontrast, [sigma_mm / s for s in spacing])
    axes = [axis for axis, n in enumerate(calm.shape) if n > 1]
    slopes = (np.gradient(calm, spacing[axis], axis=axis) for axis in axes)
    steepness: Values = np.sqrt(sum(np.square(slope) for slope in slopes))
    return steepness * np.float32(off_mm)


def residual_mm(phases: PhaseSet) -> float:
    """How far the precontrast volume may be off, in mm; 0 where nothing is known."""
    known = phases.registration_residual_mm.get(Phase.PRECONTRAST)
    if known is not None:
        return known
    tried = any(one.phase == Phase.PRECONTRAST for one in phases.alignment)
    return NOT_TOLD_MM if tried else 0.0


def misregistration_finding(doubtful: Flags, lesion: Flags) -> tuple[Finding, ...]:
    """Say how much of a lesion may enhance only because of it."""
    share = np.count_nonzero(doubtful) / np.count_nonzero(lesion)
    if share < LEAST_SHARE:
        return ()
    message = (
        f"{100 * share:.0f} % of the lesion may enhance only because the precontrast "
        "series does not lie exactly on it; that part is indeterminate."
    )
    return (Finding("misregistration-rim", message, Severity.CAUTION),)
