"""Lipiodol and calcification: bright before contrast, whatever contrast adds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.measurement.viability_rule import Lipiodol, ViabilityRule
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.volume import Mask, Tissue

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]

TAKEN_FOR = {
    Lipiodol.INDETERMINATE: Tissue.INDETERMINATE,
    Lipiodol.NECROSIS: Tissue.NECROTIC,
    Lipiodol.VIABLE: Tissue.VIABLE,
}

NEEDS_PRECONTRAST = Finding(
    "lipiodol-without-precontrast",
    "Bright as lipiodol and no precontrast series: enhancement cannot be told from "
    "oil.",
    Severity.SERIOUS,
)

LEAST_SHARE = 0.001
"""Less of a lesion is not worth a finding."""


def lipiodol(
    arterial: Values, precontrast: Values, spacing: Sequence[float], rule: ViabilityRule
) -> Flags:
    """Mark lipiodol and calcification, dust included.

    Parameters
    ----------
    arterial, precontrast
        HU (k, j, i) of both phases on one grid.
    spacing
        Of that grid along k, j and i in mm.
    rule
        From which brightness on.
    """
    dense = precontrast > rule.lipiodol_hu
    bright_before = precontrast > rule.dust_precontrast_hu
    if bright_before.any():
        reach = (max(rule.dust_reach_mm, spacing[0]), rule.dust_reach_mm)
        dense |= (arterial > rule.dust_arterial_hu) & _near(
            bright_before, spacing, *reach
        )
    return dense


def grown(oil: Flags, spacing: Sequence[float], by_mm: float) -> Flags:
    """Add what lies within a distance of lipiodol (k, j, i) to it."""
    if by_mm <= 0 or not oil.any():
        return oil
    near: Flags = ndimage.distance_transform_edt(~oil, sampling=spacing) <= by_mm
    return near


def _near(
    flags: Flags, spacing: Sequence[float], across_mm: float, in_plane_mm: float
) -> Flags:
    """Voxels within reach of a flag: across the slices and in plane."""
    # distances in units of the reach turn the two reaches into one
    units = [spacing[0] / across_mm, *(s / in_plane_mm for s in spacing[1:])]
    near: Flags = ndimage.distance_transform_edt(~flags, sampling=units) <= 1.0
    return near


def looks_oily(arterial: Values, lesion: Mask, rule: ViabilityRule) -> bool:
    """Whether so much of a lesion is so bright that it may be oil, not contrast."""
    bright = np.count_nonzero(lesion.array & (arterial > rule.oil_seen_hu))
    return bool(100 * bright > rule.oil_seen_pct * np.count_nonzero(lesion.array))


def lipiodol_finding(
    oil: Flags, lesion: Mask, rule: ViabilityRule
) -> tuple[Finding, ...]:
    """Say how much of a lesion is oil, and what it is taken for."""
    share = float(oil[lesion.array].mean())
    if share < LEAST_SHARE:
        return ()
    taken = {
        Lipiodol.INDETERMINATE: "indeterminate, never counted as viable",
        Lipiodol.NECROSIS: "taken for necrosis",
        Lipiodol.VIABLE: "taken for viable tissue",
    }[rule.lipiodol]
    message = (
        f"{100 * share:.0f} % of the lesion is lipiodol or calcification: {taken}."
    )
    return (Finding("lipiodol", message, Severity.CAUTION),)
