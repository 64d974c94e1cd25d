"""How far a diameter or a volume can be from the truth.

The standard error is the root of the summed squares of independent parts: where the
outline runs, noise, what lies between two slices, the threshold of viability, and on
request how much readers differ. ``docs/definitions/uncertainty.md`` derives each part
and shows how often the 95 % interval holds the truth.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.measurement.calipers import LesionDiameter, lesion_diameter
from lesion_toolkit.measurement.edge import Edge, shrunk
from lesion_toolkit.measurement.stack import slice_axis
from lesion_toolkit.measurement.volumetry import surface_mm2
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Boundary, Caliper
from lesion_toolkit.model.volume import Mask

COVERAGE_95 = 1.96
"""Standard errors on either side that hold the truth 95 times in 100."""

LAYER = 1.5
"""A viable volume is off along the outline of the lesion by more than its diameters:
opening takes voxels of the outer layer (calibrated likewise)."""

OVER_SURFACE = 0.72
"""An outline that runs wide at one place and narrow at another changes a volume by less
than where its diameter is taken (calibrated likewise)."""

LATTICE_LEFT = 0.25
"""A boundary from the image leaves this of the scatter through the pixel grid."""

OUTLINE_AVERAGES = 0.085
"""What the smoothness of an outline leaves of the noise of its pixels (calibrated)."""

SEARCHED = 8.0
"""The longest of N sections that could be it is N times tempted to be too long: its
variance by noise grows by 1 + this × ln N (calibrated)."""

ACROSS = 3.0
"""Noise of a perpendicular over that of a diameter in one section: the direction of the
diameter turns with noise, and its staircase is corrected as a diameter's (calibrated).
"""

NOT_OUTLINE_PX = 2.0
"""An end deeper in the lesion than this lies on the edge of viable tissue."""


class ReaderVariability(Enum):
    """How much one reader's diameter scatters, in percent of it (Yoon 2016).

    From the 95 % limits of agreement of a single lesion: width / (2 × 1.96 × √2).
    """

    NONE = 0.0
    SAME_READER = (17.8 + 16.1) / (2 * 1.96 * math.sqrt(2))
    BETWEEN_READERS = (22.1 + 25.4) / (2 * 1.96 * math.sqrt(2))


@dataclass(frozen=True, slots=True)
class ErrorBudget:
    """Standard errors of one quantity by cause; mm for diameters, ml for volumes."""

    boundary: float
    noise: float
    between_slices: float
    threshold: float = 0.0
    thin: float = 0.0
    readers: float = 0.0

    @property
    def standard_error(self) -> float:
        """Root of the summed squares."""
        return math.hypot(
            self.boundary,
            self.noise,
            self.between_slices,
            self.threshold,
            self.thin,
            self.readers,
        )

    def interval(self, value: float) -> tuple[float, float]:
        """Range that holds the truth 95 times in 100, never below 0."""
        reach = COVERAGE_95 * self.standard_error
        return max(value - reach, 0.0), value + reach


def diameter_error(
    found: LesionDiameter,
    region: NDArray[Any],
    lesion: Mask,
    edge: Edge,
    *,
    inner_edge: Edge | None = None,
    whole_mm: float = 0.0,
    by_threshold_mm: Iterable[float] = (),
    readers: ReaderVariability = ReaderVariability.NONE,
) -> ErrorBudget:
    """Estimate how far a longest diameter may be from the truth, by cause, in mm.

    Parameters
    ----------
    found
        The diameter.
    region
        (k, j, i) voxels it was measured on: the lesion, or what of it is viable.
    lesion
        The whole lesion.
    edge
        Edge of the lesion in the image.
    inner_edge
        Edge between viable and dead tissue, for ends that lie on it.
    whole_mm
        Diameter of the whole lesion: a viable one that is shorter with both ends on the
        outline passes dead tissue, whose edge then limits it.
    by_threshold_mm
        The same diameter at the low, default and high threshold.
    readers
        Whether to add how much readers scatter.
    """
    boundary, noise = _of_ends(found.caliper, lesion, edge, inner_edge, whole_mm)
    count = _slices(region, slice_axis(lesion.geometry, found.caliper.plane))
    return ErrorBudget(
        boundary=boundary,
        noise=noise * _searched(noise, found.length_mm, count),
        between_slices=_between_slices(found, region, lesion.geometry),
        threshold=_spread(by_threshold_mm),
        readers=found.length_mm * readers.value / 100,
    )


def perpendicular_error(
    found: LesionDiameter,
    of_diameter: ErrorBudget,
    lesion: Mask,
    edge: Edge,
    *,
    inner_edge: Edge | None = None,
) -> ErrorBudget:
    """Estimate how far the perpendicular of a diameter may be from the truth, in mm.

    Its own ends lie on edges as those of the diameter do; what slices, threshold and
    readers do to the diameter they do to its perpendicular in proportion.
    """
    assert found.perpendicular is not None
    boundary, noise = _of_ends(found.perpendicular, lesion, edge, inner_edge, 0.0)
    share = found.perpendicular.length_mm / found.length_mm
    return ErrorBudget(
        boundary=boundary,
        noise=ACROSS * noise,
        between_slices=share * of_diameter.between_slices,
        threshold=share * of_diameter.threshold,
        readers=share * of_diameter.readers,
    )


def sum_error(parts: Iterable[ErrorBudget]) -> ErrorBudget:
    """Error of a sum of diameters of one lesion.

    Outline and threshold are wrong alike for all of them; noise, slices and readers are
    not.
    """
    each = list(parts)
    return ErrorBudget(
        boundary=sum(one.boundary for one in each),
        noise=math.hypot(*(one.noise for one in each)),
        between_slices=math.hypot(*(one.between_slices for one in each)),
        threshold=sum(one.threshold for one in each),
        readers=math.hypot(*(one.readers for one in each)),
    )


def _slices(region: NDArray[Any], axis: int) -> int:
    """How many slices hold some of a region."""
    others = tuple(n for n in range(3) if n != axis)
    inside = region >= 0.5 if region.dtype.kind == "f" else region
    return int(np.count_nonzero(inside.any(axis=others)))


def _searched(noise_mm: float, length_mm: float, slices: int) -> float:
    """How much the noise of a longest diameter grows with the slices it is sought in.

    Sections shorter than the longest by up to 4 standard deviations may become it:
    those within √(8 noise / length) of half the height of an ellipsoid.
    """
    rivals = 1 + slices * math.sqrt(8 * noise_mm / length_mm)
    return math.sqrt(1 + SEARCHED * math.log(rivals))


def _of_ends(
    caliper: Caliper,
    lesion: Mask,
    edge: Edge,
    inner_edge: Edge | None,
    whole_mm: float,
) -> tuple[float, float]:
    """Find what edges and noise do to the length of a caliper, in mm."""
    step_mm = math.sqrt(math.prod(_in_plane_mm(lesion.geometry, caliper.plane)))
    edges = [
        edge if inner_edge is None or on_outline else inner_edge
        for on_outline in _ends_on_outline(caliper, lesion)
    ]
    # the outline is off by the same amount at both ends: they add up
    placed = sum(one.placed_mm for one in edges)
    is_shorter = caliper.length_mm < whole_mm - step_mm
    if inner_edge and inner_edge not in edges and is_shorter:
        # on both of its sides
        placed = math.hypot(placed, math.sqrt(2) * inner_edge.placed_mm)
    lattice = lattice_error_mm(caliper.length_mm, step_mm)
    if caliper.boundary is Boundary.IMAGE:
        lattice *= LATTICE_LEFT
    noise = math.hypot(*(one.noise_share * one.width_mm for one in edges))
    return math.hypot(placed, lattice), OUTLINE_AVERAGES * noise


def lattice_error_mm(length_mm: float, step_mm: float) -> float:
    """Scatter of a longest diameter through the phase of the pixel grid, in mm.

    Each end hangs on the outermost pixel center within the boundary, whose shortfall
    scatters by 0.40 R^(-1/3) pixels for a radius of curvature of R pixels.
    """
    radius_px = max(length_mm / 2 / step_mm, 1.0)
    return math.sqrt(2) * 0.40 * step_mm / math.cbrt(radius_px)


def volume_error(
    region: Mask,
    lesion: Mask,
    edge: Edge,
    *,
    inner_edge: Edge | None = None,
    by_threshold_ml: Iterable[float] = (),
    dropped_ml: float = 0.0,
    readers: ReaderVariability = ReaderVariability.NONE,
) -> ErrorBudget:
    """Estimate how far a region's volume may be from the truth, by cause, in ml.

    Parameters as :func:`diameter_error`. An outline that is off by so many mm all
    around changes the volume by its surface times that; noise averages out over the
    pixels of the surface. ``dropped_ml`` enhances, but was left out as too thin or too
    small: the truth lies anywhere between with and without it.
    """
    thin = dropped_ml / math.sqrt(3)
    if not region.array.any():
        return ErrorBudget(0.0, 0.0, 0.0, _spread(by_threshold_ml), thin)
    grid, surface = region.geometry, surface_mm2(region)
    rim = region.array & ~shrunk(region.array, 1)
    outer = float((rim & ~shrunk(lesion.array, 2)).sum() / max(rim.sum(), 1))
    inner = inner_edge or edge
    shares = [(outer, edge), (1 - outer, inner)]
    layer = LAYER if inner_edge else 1.0
    off_mm = layer * outer * edge.placed_mm + (1 - outer) * inner.placed_mm
    pixels = max(surface / math.prod(grid.spacing_mm[1:]), 1.0)
    noise = math.hypot(*(s * e.noise_share * e.width_mm for s, e in shares))
    return ErrorBudget(
        boundary=OVER_SURFACE * surface * off_mm / 1000,
        noise=noise * surface / math.sqrt(pixels) / 1000,
        between_slices=_missed_by_slices(region),
        threshold=_spread(by_threshold_ml),
        thin=thin,
        readers=3 * region.volume_ml * readers.value / 100,
    )


def _missed_by_slices(region: Mask) -> float:
    """Scatter of a volume through where the slices happen to lie, in ml.

    Sections that shrink like an ellipsoid's, at slices of random phase, miss it by
    0.079 (slice spacing / half the height)² of the volume.
    """
    slices = int(np.count_nonzero(region.array.any(axis=(1, 2))))
    return 0.079 * (2 / slices) ** 2 * region.volume_ml


def _between_slices(
    found: LesionDiameter, region: NDArray[Any], grid: Geometry
) -> float:
    """How much longer the diameter may be between slices, as a standard error in mm.

    The square of an ellipsoid's section diameter is a parabola of the height; half a
    slice off its top, it is short by its curvature / 8, and with the slice anywhere
    within that by the root mean square of a parabola, the greatest over √5. A neighbor
    without the lesion hides how much it curves; an ellipsoid as high as the slices it
    is seen on tells. In an oblique plane each end may lie anywhere between two slices.
    """
    axis = slice_axis(grid, found.caliper.plane)
    if found.caliper.plane == "oblique":
        start, end = np.array(found.caliper.ends_mm)
        slope = abs(float((end - start) @ grid.directions[axis])) / found.length_mm
        return slope * grid.spacing_mm[axis] * math.sqrt(2 / 12)
    before, after = _beside(found, region, grid)
    length = found.length_mm
    curvature = max(2 * length**2 - before**2 - after**2, 0.0)
    if not (before and after):
        curvature = max(curvature, 2 * length**2 * (2 / _slices(region, axis)) ** 2)
    greatest = math.sqrt(length**2 + curvature / 8) - length
    return greatest / math.sqrt(5)


def _beside(
    found: LesionDiameter, region: NDArray[Any], grid: Geometry
) -> tuple[float, float]:
    """Longest diameters in the two neighboring slices, 0 where there is nothing."""
    axis = slice_axis(grid, found.caliper.plane)
    lengths = []
    for k in (found.slice_index - 1, found.slice_index + 1):
        lengths.append(0.0)
        if not 0 <= k < region.shape[axis]:
            continue
        start = [0, 0, 0]
        start[axis] = k
        part = np.take(region, [k], axis=axis)
        place = grid.crop(start, (part.shape[0], part.shape[1], part.shape[2]))
        beside = lesion_diameter(part, place, found.gap_mm, plane=found.caliper.plane)
        lengths[-1] = 0.0 if beside is None else min(beside.length_mm, found.length_mm)
    return lengths[0], lengths[1]


def _in_plane_mm(grid: Geometry, plane: str) -> list[float]:
    axis = slice_axis(grid, plane)
    return [size for n, size in enumerate(grid.spacing_mm) if n != axis]


def _ends_on_outline(caliper: Caliper, lesion: Mask) -> tuple[bool, bool]:
    """Whether each end of a caliper lies on the outline of the whole lesion."""
    axis = slice_axis(lesion.geometry, caliper.plane)
    limit = NOT_OUTLINE_PX + 1.0
    near = []
    for index in lesion.geometry.mm_to_index(caliper.ends_mm):
        k = int(np.clip(round(index[axis]), 0, lesion.array.shape[axis] - 1))
        section = np.pad(np.take(lesion.array, k, axis=axis), 1)
        depth = ndimage.distance_transform_edt(section)
        pixel = np.round(np.delete(index, axis)).astype(int) + 1
        row, column = np.clip(pixel, 0, np.array(section.shape) - 1)
        near.append(bool(depth[row, column] <= limit))
    return near[0], near[1]


def _spread(values: Iterable[float]) -> float:
    """Deviate as a value in the range of several does, most likely in its middle."""
    known = list(values)
    return (max(known) - min(known)) / math.sqrt(24) if known else 0.0
