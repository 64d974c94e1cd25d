"""Thin smooth rims: reactive tissue around a treated lesion, not tumor."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.volume import Mask

Flags = NDArray[np.bool_]

RIM_MM = 6.0
"""A rim lies no deeper below the surface of the lesion."""

MOSTLY = 0.5
"""Share of what was left out that must lie there."""

LEAST_COVERED, LEAST_SHARE = 0.25, 0.01
"""Shares of the lesion's surface and of its volume that a rim takes up."""


def rim_finding(lesion: Mask, viable: Flags, dropped: Flags) -> tuple[Finding, ...]:
    """Say that a thin rim enhances and was not counted as viable.

    Parameters
    ----------
    lesion
        The lesion.
    viable
        What counts as viable (k, j, i).
    dropped
        What enhances, but is too thin or too small to count.
    """
    if not dropped.any():
        return ()
    spacing = lesion.geometry.spacing_mm
    padded = np.pad(lesion.array, ((0, 0), (1, 1), (1, 1)))
    far = (1e6, *spacing[1:])  # depth in the slice: the rim of a cap is no rim
    depth = ndimage.distance_transform_edt(padded, sampling=far)[:, 1:-1, 1:-1]
    rim = dropped & (depth <= RIM_MM)
    rim_share = np.count_nonzero(rim) / np.count_nonzero(dropped)
    share = np.count_nonzero(rim) / np.count_nonzero(lesion.array)
    if rim_share < MOSTLY or share < LEAST_SHARE:
        return ()
    surface = lesion.array & (depth <= max(spacing[1:]))
    near = ndimage.distance_transform_edt(~rim, sampling=far) <= RIM_MM
    covered = np.count_nonzero(surface & near & ~viable) / np.count_nonzero(surface)
    if covered < LEAST_COVERED:
        return ()
    ml = np.count_nonzero(rim) * lesion.geometry.voxel_volume_ml
    message = (
        f"A thin rim enhances along {100 * covered:.0f} % of the surface "
        f"({ml:.1f} ml): reactive tissue, not counted as viable."
    )
    return (Finding("thin-rim", message, Severity.CAUTION),)
