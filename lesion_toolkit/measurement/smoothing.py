"""Gaussian means over chosen voxels only (normalised convolution)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]


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
