"""Calipers: the longest viable diameter and its relatives, in a slice and in a lesion.

The *viable diameter* is the longest straight segment whose ends lie in viable tissue
and which does not leave viable tissue for more than ``gap_mm`` at a time
(``docs/definitions/viable-diameter.md``). With an infinite gap it is the *whole
diameter* of RECIST, which may cross necrosis.

The region of a slice is the marching-squares polygon at level 0.5 of its values
(:mod:`lesion_toolkit.measurement.outline`). For a float region (partial volume,
enhancement) that is where the tissue ends; for a boolean one it is the pixel staircase
with its corners cut, on which a longest diameter comes out up to a pixel too long. The
slice functions measure that polygon as it is; the lesion functions correct for it
(:func:`staircase_excess_mm`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.errors import SpaceMismatch, UsageRefused
from lesion_toolkit.measurement.section import (
    NOTHING,
    Diameter,
    PixelPoint,
    Section,
    checked_gap,
    checked_region,
    checked_spacing,
)
from lesion_toolkit.measurement.stack import Stack
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Caliper

GAPS_MM = (0.0, 5.0, 10.0)
"""Strict, default and lenient: the longest stretch outside viable tissue."""

ISLAND_MM = 10.0
"""A viable island shorter than this is not measured by itself (mRECIST 2010)."""

OF_PARALLELS = 0.55
"""Share of the staircase excess that a perpendicular has: it is the longest of parallel
lines only, not of all (ellipses of 8 to 90 pixels in all poses)."""


def longest_diameter(
    region: ArrayLike, spacing_mm: tuple[float, float], gap_mm: float = 0.0
) -> Diameter:
    """Longest straight segment of a slice that leaves the region for a gap at most.

    Parameters
    ----------
    region
        (row, column): boolean (or integer, non-zero is inside) or partial-volume floats
        whose boundary is at 0.5.
    spacing_mm
        (row, column) spacing in mm: distance between neighboring rows, columns.
    gap_mm
        Longest stretch outside the region that the segment may cross at a time; each
        gap counts by itself. Infinity gives the diameter of the convex hull.

    Returns
    -------
    Diameter
        Exact for the polygon of the region where ``gap_mm`` is 0; with a gap always
        admissible, and seldom short of the optimum.

    Raises
    ------
    InputRefused
        The region is not a finite 2-D array, the spacing or the gap not usable.
    """
    section = Section.cut(
        checked_region(region, dimensions=2), checked_spacing(spacing_mm)
    )
    gap_mm = checked_gap(gap_mm)
    return NOTHING if section is None else section.longest(gap_mm)


def whole_diameter(region: ArrayLike, spacing_mm: tuple[float, float]) -> Diameter:
    """Longest distance between two points of a region, whatever lies between.

    The RECIST diameter of a slice: necrosis may be crossed. Parameters and errors as
    :func:`longest_diameter`.
    """
    return longest_diameter(region, spacing_mm, math.inf)


def perpendicular(
    region: ArrayLike,
    spacing_mm: tuple[float, float],
    ends: tuple[PixelPoint, PixelPoint],
    gap_mm: float = math.inf,
) -> Diameter:
    """Longest segment at 90° to a caliper in the same slice.

    It need not cross the caliper (WHO and EASL multiply the two greatest lengths). Gap
    rule, region and errors as :func:`longest_diameter`; exact for every gap.
    """
    section = Section.cut(
        checked_region(region, dimensions=2), checked_spacing(spacing_mm)
    )
    gap_mm = checked_gap(gap_mm)
    return NOTHING if section is None else section.across(ends, gap_mm)


def short_axis(region: ArrayLike, spacing_mm: tuple[float, float]) -> Diameter:
    """Longest diameter at 90° to the longest: the short axis of a lymph node."""
    longest = whole_diameter(region, spacing_mm)
    if longest.ends is None:
        return NOTHING
    return perpendicular(region, spacing_mm, longest.ends)


@dataclass(frozen=True, slots=True)
class LesionDiameter:
    """The longest diameter of a lesion and the longest at 90° to it in the same slice.

    Attributes
    ----------
    caliper
        Where the diameter lies in the patient (LPS mm).
    perpendicular
        Longest segment at 90° in the same slice, same gap rule; None where the slice
        has no extent that way.
    slice_index
        Slice it lies on: index along k, or along the axis nearest to head-foot when the
        grid is not axial.
    gap_mm
        Longest stretch outside the region that was allowed.
    """

    caliper: Caliper
    perpendicular: Caliper | None
    slice_index: int
    gap_mm: float

    @property
    def length_mm(self) -> float:
        """Length of the diameter in mm."""
        return self.caliper.length_mm

    @property
    def perpendicular_mm(self) -> float | None:
        """Length of the perpendicular in mm."""
        return None if self.perpendicular is None else self.perpendicular.length_mm


def lesion_diameter(
    region: ArrayLike,
    geometry: Geometry,
    gap_mm: float = GAPS_MM[1],
    *,
    plane: str = "axial",
) -> LesionDiameter | None:
    """Longest diameter of a lesion over its slices, with its caliper in the patient.

    Parameters
    ----------
    region
        (k, j, i) viable (or whole-lesion) voxels: boolean, or partial-volume floats
        whose boundary is at 0.5. A boolean region is corrected for its staircase.
    geometry
        Where the voxels are (LPS mm).
    gap_mm
        Longest stretch outside the region crossed at a time; infinity for the whole
        (RECIST) diameter, which may cross necrosis.
    plane
        ``axial``: slices across the array axis nearest to head-foot; ``acquired``:
        slices as stored (along k); ``oblique``: any plane in space, not comparable
        with axial (:func:`~lesion_toolkit.measurement.oblique.not_comparable`), without
        a perpendicular.

    Returns
    -------
    LesionDiameter or None
        None where the region is empty: absent, not zero.

    Raises
    ------
    InputRefused
        The region is not a finite 3-D array, or its slices are skewed.
    SpaceMismatch
        Region and geometry differ in shape.
    UsageRefused
        An unknown plane.
    """
    return viable_band(region, geometry, (gap_mm,), plane=plane)[0]


def viable_band(
    region: ArrayLike,
    geometry: Geometry,
    gaps_mm: Sequence[float] = GAPS_MM,
    *,
    plane: str = "axial",
) -> tuple[LesionDiameter | None, ...]:
    """Longest diameter for each of several gaps, in one pass over the slices.

    A longer gap never gives a shorter diameter on the outline. Parameters and errors
    as :func:`lesion_diameter`.
    """
    gaps = [checked_gap(gap) for gap in gaps_mm]
    if plane == "oblique":
        stack = _stack(region, geometry, "axial")
        return tuple(_oblique(stack, gap) for gap in gaps)
    stack = _stack(region, geometry, plane)
    found: dict[float, tuple[int, Diameter]] = {}
    best: tuple[int, Diameter] | None = None
    for gap in sorted(set(gaps)):
        best = _longest_over(stack, gap, best)
        if best is not None:
            found[gap] = best
    return (
        tuple(
            _in_patient(stack, k, diameter, gap)
            for gap, (k, diameter) in ((gap, found[gap]) for gap in gaps)
        )
        if found
        else (None,) * len(gaps)
    )


def island_diameters(
    region: ArrayLike,
    geometry: Geometry,
    gap_mm: float = GAPS_MM[1],
    *,
    at_least_mm: float = ISLAND_MM,
    plane: str = "axial",
) -> tuple[LesionDiameter, ...]:
    """Longest diameter of each viable island of a lesion, longest first.

    An island is a set of voxels connected through their faces; islands that a caliper
    may bridge (nearer than ``gap_mm`` to each other in a slice) are one. Islands
    shorter than ``at_least_mm`` are left out. The sum over the islands is the ``sum``
    rule for lesions with several viable parts. Parameters and errors as
    :func:`lesion_diameter`.
    """
    gap_mm = checked_gap(gap_mm)
    stack = _stack(region, geometry, plane)
    found = []
    for island in stack.islands(gap_mm, at_least_mm):
        best = _longest_over(island, gap_mm, None)
        if best is not None:
            found.append(_in_patient(island, *best, gap_mm))
    measured = (island for island in found if island.length_mm >= at_least_mm)
    return tuple(sorted(measured, key=lambda island: -island.length_mm))


def staircase_excess_mm(length_mm: float, step_mm: float) -> float:
    """How much too long the longest diameter of a pixel staircase is on average, in mm.

    Each end of the diameter lies half a pixel beyond the outermost pixel center that
    falls inside the true boundary, and that center falls short of the boundary by about
    0.59 R^(-1/3) pixels for a radius of curvature of R pixels (the cap above it holds
    one center on average). Over ellipses of all poses this gives
    1 - 1.5 (length / step)^(-1/3) pixels in all, never below 0.

    Parameters
    ----------
    length_mm
        Length found on the staircase.
    step_mm
        Size of a pixel in the direction of the diameter.
    """
    pixels = length_mm / step_mm
    if pixels <= 0.0:
        return 0.0
    return step_mm * max(1.0 - 1.5 / math.cbrt(pixels), 0.0)


def _stack(region: ArrayLike, geometry: Geometry, plane: str) -> Stack:
    values = checked_region(region, dimensions=3)
    if values.shape != geometry.shape:
        raise SpaceMismatch(
            f"a region of {values.shape} voxels on a grid of {geometry.shape}.",
            "one value for each voxel of the geometry, in order (k, j, i).",
            "resample onto the geometry first.",
        )
    if plane not in ("axial", "acquired"):
        raise UsageRefused(
            f"there is no plane {plane!r} here: choose 'axial' or 'acquired'; "
            "'oblique' for the longest diameter in space."
        )
    return Stack.of(values, geometry, plane)


def _longest_over(
    stack: Stack, gap_mm: float, best: tuple[int, Diameter] | None
) -> tuple[int, Diameter] | None:
    """Longest diameter over slices, the most promising slice first.

    A slice holds nothing longer than its whole diameter: once no slice is left whose
    whole diameter is above the longest so far, none can hold a longer one.
    """
    wholes_mm = [whole.length_mm for whole in stack.wholes]
    longest_mm = 0.0 if best is None else best[1].length_mm
    for k in sorted(range(len(wholes_mm)), key=lambda k: -wholes_mm[k]):
        if wholes_mm[k] <= longest_mm:
            break
        section = stack.section(k)
        assert section is not None  # what has a whole diameter is not empty
        diameter = section.longest(gap_mm, longest_mm)
        if diameter.length_mm > longest_mm:
            best, longest_mm = (k, diameter), diameter.length_mm
    return best


def _oblique(stack: Stack, gap_mm: float) -> LesionDiameter | None:
    """Longest diameter in space, never below the axial one with the same gap."""
    from lesion_toolkit.measurement.oblique import farthest_apart

    candidates = []
    axial = _longest_over(stack, gap_mm, None)
    if axial is not None and axial[1].ends is not None:
        rows = np.array(axial[1].ends)
        candidates.append(np.column_stack([np.full(2, axial[0]), rows]))
    if (found := farthest_apart(stack, gap_mm)) is not None:
        candidates.append(found[0])
    if not candidates:
        return None
    pulled = [_pulled_in(points, stack) for points in candidates]
    calipers = [
        Caliper((tuple(start), tuple(end)), plane="oblique")
        for start, end in map(stack.to_mm_in_space, pulled)
    ]
    caliper = max(calipers, key=lambda one: one.length_mm)
    middle = pulled[calipers.index(caliper)][:, 0].mean()
    k = int(np.clip(round(middle), 0, len(stack.values) - 1))
    return LesionDiameter(caliper, None, k + stack.first, gap_mm)


def _pulled_in(points: NDArray[Any], stack: Stack) -> NDArray[Any]:
    """Pull ends (2, 3) in, on a boolean region, by its staircase excess."""
    if stack.values.dtype.kind == "f":
        return points
    offset = points[1] - points[0]
    length = float(np.linalg.norm(offset @ stack.axes_mm))
    voxel_mm = np.linalg.norm(stack.axes_mm, axis=1)
    step = math.hypot(*(offset * voxel_mm**2)) / length
    share = staircase_excess_mm(length, step) / length / 2
    pulled: NDArray[Any] = points + share * (points[::-1] - points)
    return pulled


def _in_patient(
    stack: Stack, k: int, diameter: Diameter, gap_mm: float
) -> LesionDiameter:
    section = stack.section(k)
    assert section is not None
    assert diameter.ends is not None
    across = section.across(diameter.ends, gap_mm).ends
    return LesionDiameter(
        _caliper(stack, section, k, diameter.ends),
        _caliper(stack, section, k, across, OF_PARALLELS) if across else None,
        k + stack.first,
        gap_mm,
    )


def _caliper(
    stack: Stack,
    section: Section,
    k: int,
    ends: tuple[PixelPoint, PixelPoint],
    part: float = 1.0,
) -> Caliper:
    """Caliper in the patient; on a boolean region pulled in by its staircase excess.

    ``part`` is how much of the excess of a longest diameter it has.
    """
    (r0, c0), (r1, c1) = ends
    if section.binary:
        sy, sx = section.spacing_mm
        dy, dx = (r1 - r0) * sy, (c1 - c0) * sx
        length = math.hypot(dy, dx)
        step = math.hypot(dy * sy, dx * sx) / length
        share = part * staircase_excess_mm(length, step) / length / 2
        dr, dc = share * (r1 - r0), share * (c1 - c0)
        r0, c0, r1, c1 = r0 + dr, c0 + dc, r1 - dr, c1 - dc
    points = np.array([[k, r0, c0], [k, r1, c1]])
    start, end = stack.to_mm_in_space(points).tolist()
    return Caliper((tuple(start), tuple(end)), plane=stack.plane)
