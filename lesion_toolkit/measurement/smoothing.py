"""Gaussian means over chosen voxels only, as wide as the noise asks for."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.measurement.edge import noise_of
from lesion_toolkit.measurement.viability_rule import ViabilityRule

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]


NARROWEST, WIDEST = 0.75, 1.5
"""Least and greatest width of the smoothing, of that of the rule."""


def suited_sigma_mm(
    image: Values, where: Flags, rule: ViabilityRule, hu_per_unit: float = 1.0
) -> float:
    """Width of the Gaussian that suits the noise of an image.

    It grows with the root of the noise: a wide Gaussian draws living tissue into dead,
    a narrow one leaves noise. Best widths on phantoms with noise of 3 to 40 HU are in
    ``docs/validation.md``.

    Parameters
    ----------
    image
        What is smoothed (k, j, i).
    where
        Voxels whose noise is measured.
    rule
        Its width, and the noise that this width suits.
    hu_per_unit
        HU that stand for a scanner unit.
    """
    if rule.sigma_noise_hu <= 0:
        return rule.sigma_mm
    noise_hu = noise_of(image.astype(np.float64), where) * hu_per_unit
    wider = math.sqrt(noise_hu / rule.sigma_noise_hu)
    return rule.sigma_mm * min(max(wider, NARROWEST), WIDEST)


def mean_nearby(
    values: Values, where: Flags, sigma: Sequence[float], least_weight: float = 1e-3
) -> Values:
    """Gaussian mean of the marked voxels; NaN where there are hardly any nearby.

    Parameters
    ----------
    values
        What is averaged (k, j, i).
    where
        Voxels that have a say.
    sigma
        Width of the kernel in voxels along k, j and i.
    least_weight
        Share of the kernel that must lie on marked voxels.
    """
    weight = ndimage.gaussian_filter(where.astype(np.float32), sigma, truncate=3.0)
    known = np.where(where, values, np.float32(0))
    total = ndimage.gaussian_filter(known, sigma, truncate=3.0)
    mean = np.full(values.shape, np.nan, np.float32)
    np.divide(total, weight, out=mean, where=weight > least_weight)
    return mean
