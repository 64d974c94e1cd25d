"""What liver looks like in an exam: a lesion is what does not look like it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import Phase, PhaseSet

Values = NDArray[np.float32]

SOFT_HU = (20.0, 220.0)
COARSE_MM = 4.0
CALM_MM = 2.0
"""Gaussian that takes the noise out before anything is compared."""

DEPTH_MM = 6.0
"""Liver is looked for this deep inside soft tissue, away from its partial volume."""

RISE = 0.08
"""Share of its portal venous value that liver gains after the arterial phase."""

BINS = 80

SATURATED = 0.2
"""Share of the brighter half at the highest value from which values were cut off."""


@dataclass(frozen=True, slots=True)
class LiverLook:
    """Typical value and spread of liver in each phase that tells tissues apart.

    ``levels`` and ``spreads`` are in HU or scanner units of the smoothed volumes, in
    the order of ``phases``.
    """

    phases: tuple[Phase, ...]
    levels: tuple[float, ...]
    spreads: tuple[float, ...]


def telling_phases(phases: PhaseSet) -> tuple[Phase, ...]:
    """Phases that tell a lesion from liver: arterial and portal venous, if there."""
    wanted = (phases.arterial_phase, Phase.PORTAL_VENOUS)
    found = tuple(p for p in wanted if p is not None and p in phases.volumes)
    return found or (next(iter(phases.volumes)),)


def liver_look(phases: PhaseSet) -> LiverLook:
    """Find the value of liver in each phase: the most frequent calm soft tissue.

    Liver is the largest even organ of the upper abdomen and keeps gaining between the
    arterial and the portal venous phase, which muscle, spleen and tumor do not.

    Raises
    ------
    InputRefused
        There is no soft tissue in a volume, or its values are constant or saturated.
    """
    names = telling_phases(phases)
    for name in names:
        _refuse_flat(phases.volumes[name].array)
    coarse = [phases.volumes[name].block_means(COARSE_MM) for name in names]
    spacing = coarse[0].geometry.spacing_mm
    calm = [calmed(volume.array, spacing) for volume in coarse]
    top = _top(calm, phases.reference.modality)
    wanted = _candidates(calm, spacing, top, phases.reference.modality)
    if not wanted.any():
        raise InputRefused(
            "a volume without soft tissue.",
            "images of the liver.",
            "check which series was taken for the arterial phase.",
        )
    points = np.stack([values[wanted] for values in calm], axis=1)
    level = _mode(points, 1 / (_unrest(calm, spacing)[wanted] + top / 600), top)
    return LiverLook(names, *_level_and_spread(points, level, top / BINS))


def _refuse_flat(values: NDArray[Any]) -> None:
    """Refuse voxels that cannot show a lesion: all alike, or cut off at the top."""
    some = values[::2, ::4, ::4]
    highest = some.max()
    above = some > np.median(some)
    if not above.any():
        found = "constant images."
    elif np.mean(some[above] == highest) > SATURATED:
        found = "saturated images: many voxels hold the highest value."
    else:
        return
    raise InputRefused(
        found,
        "images with the full range of values.",
        "check which series was taken, and whether it was exported with a window.",
    )


def calmed(values: NDArray[np.generic], spacing_mm: Sequence[float]) -> Values:
    """Smooth with the Gaussian every comparison of this package uses."""
    sigma = [CALM_MM / s for s in spacing_mm]
    smooth: Values = ndimage.gaussian_filter(np.asarray(values, np.float32), sigma)
    return smooth


def _top(calm: Sequence[Values], modality: str) -> float:
    """Upper end of the range that soft tissue takes."""
    if modality != "MR":
        return SOFT_HU[1]
    return max(1.2 * float(np.percentile(calm[-1], 99.5)), 1.0)


def _candidates(
    calm: Sequence[Values], spacing: Sequence[float], top: float, modality: str
) -> NDArray[np.bool_]:
    bottom = SOFT_HU[0] if modality != "MR" else top / 12
    soft = np.logical_and.reduce([(v > bottom) & (v < top) for v in calm])
    deep = ndimage.distance_transform_edt(soft, sampling=spacing) > DEPTH_MM
    if len(calm) == 2:
        gains = deep & (calm[1] - calm[0] > RISE * calm[1])
        if gains.any():
            return gains
    return deep if deep.any() else soft


def _unrest(calm: Sequence[Values], spacing: Sequence[float]) -> Values:
    """Length of the gradient over all phases, per mm."""
    steps = [np.gradient(v, *spacing) for v in calm if min(v.shape) > 1]
    if not steps:
        return np.zeros_like(calm[0])
    length: Values = np.sqrt(np.sum(np.square(steps), axis=(0, 1))).astype(np.float32)
    return length


def _mode(
    points: Values, weights: NDArray[np.floating], top: float
) -> NDArray[np.float64]:
    """Most frequent combination of values."""
    edges = [np.linspace(0, top, BINS + 1)] * points.shape[1]
    counts, _ = np.histogramdd(points, bins=edges, weights=weights)
    peak = np.unravel_index(
        np.argmax(ndimage.gaussian_filter(counts, 1.5)), counts.shape
    )
    return (np.array(peak) + 0.5) * top / BINS


def _level_and_spread(
    points: Values, level: NDArray[np.float64], step: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Median and robust spread of what lies around the mode."""
    reach = np.full(points.shape[1], 5 * step)
    spread = reach
    for _ in range(4):
        near = points[(np.abs(points - level) < reach).all(axis=1)]
        if not len(near):
            break
        level = np.median(near, axis=0)
        spread = 1.4826 * np.median(np.abs(near - level), axis=0)
        reach = np.maximum(2.5 * spread, step)
    # finer than this, texture of healthy liver would count as a difference
    spread = np.maximum(spread, step)
    return tuple(level.tolist()), tuple(spread.tolist())
