"""Normal tissue a lesion is compared with: liver around it, or where it was sampled."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.measurement.viability_rule import ViabilityRule
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.reference import ReferenceTissue
from lesion_toolkit.model.volume import Mask

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]
Box = tuple[slice, slice, slice]

AROUND_FROM_MM, AROUND_TO_MM = 5.0, 20.0
"""Where around a lesion liver is looked for."""


def liver_around(
    values: Values, lesion: Mask, rule: ViabilityRule, darkest: float | None
) -> float:
    """Typical value of liver around a lesion: clipped mean of a shell of tissue.

    Parameters
    ----------
    values
        One phase (k, j, i) on the grid of the lesion, with 20 mm around it.
    lesion
        The lesion on that grid.
    rule
        How much to smooth first.
    darkest
        Darker is no liver; None finds a limit (scanner units).

    Raises
    ------
    InputRefused
        There is no tissue around the lesion.
    """
    spacing = lesion.geometry.spacing_mm
    calm = ndimage.gaussian_filter(values, [rule.sigma_mm / s for s in spacing])
    apart = ndimage.distance_transform_edt(~lesion.array, sampling=spacing)
    shell = calm[(apart >= AROUND_FROM_MM) & (apart <= AROUND_TO_MM)]
    if darkest is None:
        darkest = 0.25 * float(np.percentile(shell, 99)) if shell.size else 0.0
    shell = shell[shell > darkest]
    if shell.size == 0:
        raise InputRefused(
            "no soft tissue within 20 mm of the lesion.",
            "liver around the lesion to compare it with.",
            "check that the mask lies in the patient, or add a precontrast series.",
        )
    typical, _ = most_common(shell)
    return float(typical.mean())


def most_common(values: Values) -> tuple[Values, float]:
    """Keep what most of the surroundings of a lesion are: liver.

    Returns
    -------
    tuple
        The values within two robust spreads of their median, found in five rounds, and
        the spread of the last round. Of no values, none.
    """
    spread = 0.0
    for _ in range(5 if values.size else 0):
        middle = np.median(values)
        spread = 1.4826 * float(np.median(np.abs(values - middle)))
        values = values[np.abs(values - middle) <= max(2 * spread, 1e-3)]
    return values, spread


@dataclass(frozen=True, slots=True)
class Uptake:
    """What the reference regions of normal tissue take up, smoothed as the lesion is.

    Attributes
    ----------
    tissue
        ``liver``, ``spleen`` or ``muscle``.
    means
        Of each sphere, HU or scanner units.
    sd
        Of the voxels about the mean of their own sphere, pooled.
    """

    tissue: str
    means: tuple[float, ...]
    sd: float

    @property
    def mean(self) -> float:
        """Mean of the spheres."""
        return float(np.mean(self.means))

    @property
    def spread(self) -> float:
        """Standard deviation between the spheres: what their placement decides."""
        return float(np.std(self.means))

    def threshold(self, k_sd: float) -> tuple[float, float, float]:
        """Threshold by the mean of all spheres, by the darkest and by the brightest."""
        above = k_sd * self.sd
        return self.mean + above, min(self.means) + above, max(self.means) + above


def reference_uptake(
    reference: ReferenceTissue | None,
    geometry: Geometry,
    calm: Callable[[Box], Values],
) -> Uptake:
    """Sample what normal tissue takes up in its reference regions.

    Parameters
    ----------
    reference
        Spheres of normal tissue.
    geometry
        Grid of the exam.
    calm
        Gives what a part (k, j, i) of the exam takes up, smoothed as the lesion is: a
        threshold in standard deviations means something only at the same noise.

    Raises
    ------
    UsageRefused
        There is no reference.
    """
    if reference is None:
        raise UsageRefused(
            "hyperenhancing is more than normal tissue takes up: hand in reference "
            "regions, viability(..., reference=liver_references(phases))."
        )
    margin = reference.radius_mm
    means, variances = [], []
    for place in reference.places_mm:
        box, ball = _ball(geometry, np.asarray(place), margin)
        values = calm(box)[ball]
        values = values[np.isfinite(values)]
        if values.size:
            means.append(float(values.mean()))
            variances.append(float(values.var()))
    if not means:
        raise InputRefused(
            "reference regions that the exam does not cover.",
            f"normal {reference.tissue} in the judged and the precontrast phase.",
            "place the reference regions by hand where both phases show it.",
        )
    sd = float(np.sqrt(np.mean(variances)))
    return Uptake(reference.tissue, tuple(means), sd)


def _ball(
    geometry: Geometry, center_mm: NDArray[np.float64], radius_mm: float
) -> tuple[Box, Flags]:
    """Box (k, j, i) around a sphere, and which of its voxels lie inside."""
    middle = geometry.mm_to_index(center_mm)
    reach = radius_mm / np.array(geometry.spacing_mm)
    last = np.array(geometry.shape)
    first = np.clip(np.floor(middle - reach), 0, last - 1).astype(int)
    stop = np.clip(np.ceil(middle + reach) + 1, first + 1, last).astype(int)
    k, j, i = (slice(int(a), int(b)) for a, b in zip(first, stop, strict=True))
    axes = [np.arange(a, b) for a, b in zip(first, stop, strict=True)]
    index = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    apart = ((geometry.index_to_mm(index) - center_mm) ** 2).sum(axis=-1)
    ball = apart <= radius_mm**2
    ball[np.unravel_index(apart.argmin(), ball.shape)] = True
    return (k, j, i), ball
