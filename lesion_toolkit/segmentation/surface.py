"""The surface of one lesion: first its size and place, then its exact border."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, sparse

from lesion_toolkit.segmentation.evidence import DIFFERENT, Evidence
from lesion_toolkit.segmentation.sphere import length, smoothest, sphere

Floats = NDArray[np.float64]

LARGEST_MM = 95.0
"""Radius beyond which no lesion is looked for."""

SAMPLES = 64
"""Radii tried from 1 mm to the largest, each a fixed share longer than the last."""

STIFFNESS = 0.02
"""Cost of neighboring radii one sample apart, in radii of the lesion."""

ROUNDNESS = 0.006
"""Cost of a radius one sample beyond the median one."""

FARTHEST = 1.8
"""Multiple of the median radius beyond which growth is stopped."""

ENDED_MM, ENDED = 3.0, 0.3
"""This much evidence against lesion along a ray (or share of the radius) ends it."""

MISSED_MM = 3.0
"""A click may lie this far beside the lesion."""

NEARER = 0.3
"""A reader clicks near the middle: each mm away costs so much of a ball's radius."""

BAND_MM, BAND = 2.5, 0.15
"""The exact border lies this near to the first one (or this share of its radius)."""

BAND_SAMPLES = 41
LOCAL = 0.2
"""Angle over which the tissue inside and outside of the border is averaged."""
NEGLIGIBLE = 1e-3

CLEAR = 4.0
"""Spreads between inside and outside from which the border is beyond doubt."""

REMOVED_MM, REMOVED = 4.0, 0.3
"""Ball around a click that removes, or share of its distance from the center."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A center (LPS mm), one radius a direction in mm, and how open the surface is.

    ``open_share`` is the part of the surface beyond which nothing marks an end; it has
    ``grown_far`` where it is far wider than the ball around the click.
    """

    center_mm: Floats
    radii_mm: Floats
    open_share: float = 0.0
    grown_far: bool = False

    @property
    def radius_mm(self) -> float:
        """Radius of a ball of the same volume."""
        return float(np.mean(self.radii_mm**3) ** (1 / 3))

    @property
    def centroid_mm(self) -> Floats:
        """Center of its volume."""
        lever = (sphere().directions * (self.radii_mm**4)[:, None]).mean(axis=0)
        shifted: Floats = self.center_mm + 0.75 * lever / np.mean(self.radii_mm**3)
        return shifted

    def level_mm(self, places_mm: Floats) -> NDArray[np.floating]:
        """How far inside (positive) places (..., 3) lie, along the rays."""
        offset = places_mm - self.center_mm
        radius = sphere().radius_towards(offset, self.radii_mm)
        level: NDArray[np.floating] = radius - length(offset)
        return level


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What a reader said of the lesion beyond a click.

    Attributes
    ----------
    radii_mm
        Expected radius per direction, from a caliper or a box; None: unknown.
    held
        How strongly the expectation holds.
    farthest
        Multiple of the expected radius beyond which nothing belongs to the lesion.
    longest_mm
        Radius beyond which nothing belongs to it.
    removed_mm
        Places (n, 3) that do not belong to it.
    different
        Spreads of liver from which tissue counts as lesion.
    """

    radii_mm: Floats | None = None
    held: float = ROUNDNESS
    farthest: float = np.inf
    longest_mm: float = np.inf
    removed_mm: Floats | None = None
    different: float = DIFFERENT


NOTHING = Wanted()


def largest_ball(evidence: Evidence, click_mm: Floats) -> tuple[Floats, float] | None:
    """Center and radius of the largest ball of tissue unlike liver near a click."""
    grid = evidence.geometry
    different = (evidence.difference > DIFFERENT) & ~evidence.barrier
    depth = ndimage.distance_transform_edt(different, sampling=grid.spacing_mm)
    apart = length(voxel_places(evidence) - click_mm)
    holds = different & (apart <= depth + MISSED_MM)
    if not holds.any():
        return None
    fit = np.where(holds, depth - NEARER * apart, -np.inf)
    best = np.unravel_index(int(np.argmax(fit)), depth.shape)
    return grid.index_to_mm(best), float(depth[best])


def voxel_places(evidence: Evidence) -> Floats:
    """Patient mm of every voxel, (k, j, i, 3)."""
    grid = evidence.geometry
    return grid.index_to_mm(np.moveaxis(np.indices(grid.shape), 0, -1))


def clear_difference(evidence: Evidence, body: Body) -> float:
    """Spreads from which the blur around a small bright body is no longer counted."""
    within = body.level_mm(voxel_places(evidence)) > 0
    if not within.any():
        return DIFFERENT
    typical = float(np.median(evidence.difference[within]))
    return float(np.clip(typical / 3, DIFFERENT, 2 * DIFFERENT))


def rough_surface(
    evidence: Evidence,
    center_mm: Floats,
    radius_mm: float,
    wanted: Wanted = NOTHING,
) -> Body:
    """Find the body around a center whose rays gather most evidence of lesion.

    Without an expected shape the body is found twice, the second time held to the
    median of its radii: where the lesion cannot be told from its neighbor it ends
    about where it ends elsewhere.
    """
    radii = np.geomspace(1.0, LARGEST_MM, SAMPLES)
    speaks = _speaks(evidence, center_mm, radii, radius_mm, wanted)
    steps = np.diff(radii, prepend=0.0)
    cost = -np.cumsum(speaks * steps, axis=1) / radius_mm
    number = np.arange(SAMPLES)
    growth = np.log(radii[1] / radii[0])
    cost[:, radii > wanted.longest_mm] += 1e3
    if wanted.radii_mm is None:
        expected = np.median(smoothest(cost, STIFFNESS))
        cost += ROUNDNESS * np.maximum(number - expected, 0) ** 2
        cost[:, number > expected + np.log(FARTHEST) / growth] += 1e3
    else:
        expected = np.log(wanted.radii_mm / radii[0])[:, None] / growth
        cost += wanted.held * (number - expected) ** 2
        cost[number > expected + np.log(wanted.farthest) / growth] += 1e3
    ends = smoothest(cost, STIFFNESS)
    return Body(center_mm, radii[ends], _open_share(speaks, ends))


def _speaks(
    evidence: Evidence,
    center_mm: Floats,
    radii_mm: Floats,
    radius_mm: float,
    wanted: Wanted,
) -> Floats:
    """Evidence along rays, 1 for lesion, -1 against; -1 wherever a ray has ended."""
    rays_mm = center_mm + sphere().directions[:, None] * radii_mm[:, None]
    difference, barrier = evidence.difference_at(rays_mm)
    speaks: Floats = np.clip(difference.astype(float) / wanted.different - 1, -1, 1)
    speaks[barrier] = -1
    for place in () if wanted.removed_mm is None else wanted.removed_mm:
        away = float(np.linalg.norm(place - center_mm))
        apart = length(rays_mm - place)
        touched = np.maximum.accumulate(apart < max(REMOVED_MM, REMOVED * away), axis=1)
        speaks[touched] = -5
    steps = np.diff(radii_mm, prepend=0.0)
    enough = max(ENDED_MM, ENDED * radius_mm)
    against = np.zeros(len(rays_mm))
    ended = np.zeros(len(rays_mm), bool)
    for n, (radius, step) in enumerate(zip(radii_mm, steps, strict=True)):
        against = np.maximum(against - speaks[:, n] * step, 0)
        if radius > radius_mm / 2:
            ended |= against > enough
        speaks[ended, n] = np.minimum(speaks[ended, n], -1)
    return speaks


def _open_share(speaks: Floats, ends: NDArray[np.intp]) -> float:
    """Share of the rays beyond whose end, half a radius further, evidence goes on."""
    beyond = np.minimum(ends[:, None] + np.arange(1, 7), speaks.shape[1] - 1)
    goes_on = np.take_along_axis(speaks, beyond, axis=1).mean(axis=1) > 0
    return float(goes_on.mean())


def exact_surface(evidence: Evidence, body: Body) -> Body:
    """Move a surface to half height between the tissues on its two sides.

    The tissue inside and outside is averaged locally (Lankton and Tannenbaum, IEEE
    Trans Image Process 2008;17:2029-39), so that a heterogeneous lesion is followed in
    contact with liver, fat or vessels alike.
    """
    size = body.radius_mm
    band = max(BAND_MM, BAND * size)
    offsets = np.linspace(-band, band, BAND_SAMPLES)
    step = offsets[1] - offsets[0]
    radii = np.maximum(body.radii_mm[:, None] + offsets, 0.3)
    rays = body.center_mm + sphere().directions[:, None] * radii[..., None]
    calm, barrier = evidence.calm_at(rays)
    spreads = np.array(evidence.spreads)
    levels = np.clip(calm / spreads, -60 * np.ones_like(spreads), None)
    inside = _around_each(np.median(levels[:, offsets < -0.4 * band], axis=1))
    outside = np.median(levels[:, offsets > 0.4 * band], axis=1)
    outside = (outside + _around_each(outside)) / 2
    apart = inside - outside
    contrast = np.maximum((apart**2).sum(axis=-1), 1e-6)
    along = ((levels - outside[:, None]) * apart[:, None]).sum(axis=-1)
    speaks = np.clip(2 * along / contrast[:, None] - 1, -1, 1)
    speaks *= np.minimum(np.sqrt(contrast) / CLEAR, 1)[:, None]
    speaks[barrier] = -1
    cost = -np.cumsum(speaks, axis=1) * step / size
    stiffness = STIFFNESS / 2 * (step / size / _GROWTH) ** 2
    ends = smoothest(cost, stiffness)
    exact = np.take_along_axis(radii, ends[:, None], axis=1)[:, 0]
    return replace(body, radii_mm=exact)


_GROWTH = float(np.log(LARGEST_MM) / (SAMPLES - 1))


def _around_each(values: Floats) -> Floats:
    """Average over neighboring directions."""
    mean: Floats = _alike() @ values
    return mean


@lru_cache(maxsize=1)
def _alike() -> Any:
    """Weight of each direction in the average around each other one, sparse."""
    directions = sphere().directions
    weight = np.exp((directions @ directions.T - 1) / (1 - np.cos(LOCAL)))
    weight[weight < NEGLIGIBLE] = 0
    return sparse.csr_array(weight / weight.sum(axis=1, keepdims=True))
