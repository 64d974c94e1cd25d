"""Calipers that a reader places or drags: checked, snapped, and what they cross."""

import math
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.calipers import (
    GAPS_MM,
    OF_PARALLELS,
    LesionDiameter,
    staircase_excess_mm,
)
from lesion_toolkit.measurement.section import Section
from lesion_toolkit.measurement.stack import Stack, slice_axis
from lesion_toolkit.measurement.uncertainty import ReaderVariability
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Caliper, CaliperSource
from lesion_toolkit.model.volume import Mask

SNAP_MM = 5.0
"""An end farther from the boundary than this was meant to be where it is."""

OVERHANG_MM = 2.0
"""An end may lie so far outside the lesion: about the width of a hand's tremor."""


def placed_caliper(
    ends_mm: tuple[ArrayLike, ArrayLike],
    geometry: Geometry,
    *,
    source: CaliperSource = CaliperSource.MANUAL,
    plane: str = "axial",
) -> Caliper:
    """Caliper between two points of the patient, refused unless in one slice.

    Parameters
    ----------
    ends_mm
        Two points in patient LPS mm.
    geometry
        Grid of the image they were placed on.
    source
        manual or edited.
    plane
        ``axial`` or ``acquired``: which slices count.

    Raises
    ------
    InputRefused
        The points are not finite, coincide, lie outside the grid or more than half a
        slice apart across the slices.
    """
    points = np.array(ends_mm, dtype=np.float64)
    if points.shape != (2, 3) or not np.isfinite(points).all():
        raise InputRefused(
            "caliper ends that are not two finite points.",
            "two points (x, y, z) in patient mm.",
            "place the caliper again.",
        )
    if math.dist(*points) < 1e-6:
        raise InputRefused(
            "a caliper whose ends coincide.",
            "two different end points.",
            "drag one end away from the other.",
        )
    if not all(geometry.contains(point) for point in points):
        raise InputRefused(
            "a caliper with an end outside the image.",
            "both ends inside the image it was placed on.",
            "place the caliper again on the image.",
        )
    k = geometry.mm_to_index(points)[:, slice_axis(geometry, plane)]
    if abs(k[0] - k[1]) > 0.5:
        raise InputRefused(
            f"a caliper that runs over {abs(k[0] - k[1]):.1f} slices.",
            f"both ends in one {plane} slice.",
            "place both ends in the same slice.",
        )
    start, end = (tuple(float(x) for x in point) for point in points)
    return Caliper((start, end), plane=plane, source=source)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Crossing:
    """What a caliper crosses outside a region, in mm.

    Attributes
    ----------
    longest_gap_mm
        Longest stretch between two parts of the region.
    overhang_mm
        Longer of the two stretches from an end to the region.
    """

    longest_gap_mm: float
    overhang_mm: float


def crossing(caliper: Caliper, region: Mask) -> Crossing:
    """How much of a caliper lies outside a region.

    Measured on the outline of the region in the caliper's slice; a caliper that does
    not meet the region at all hangs over with its whole length.
    """
    section, points = _slice_of(caliper, region)
    if section is None:
        return Crossing(0.0, caliper.length_mm)
    from lesion_toolkit.measurement.chord import inside_intervals, intervals_buffer

    outline = section.polygon
    sy, sx = section.spacing_mm
    scaled = (points - np.array(section.corner) + 1.0) * (sy, sx)
    (y, x), (y1, x1) = scaled
    length = math.hypot(x1 - x, y1 - y)
    ux, uy = (x1 - x) / length, (y1 - y) / length
    found = intervals_buffer(outline)
    n = inside_intervals(outline, x, y, ux, uy, 0.0, length, math.inf, found)
    if n == 0:
        return Crossing(0.0, caliper.length_mm)
    gaps = found[1:n, 0] - found[: n - 1, 1]
    overhang = max(found[0, 0], length - found[n - 1, 1])
    return Crossing(float(gaps.max(initial=0.0)), float(overhang))


def caliper_findings(
    lesion: str,
    caliper: Caliper,
    *,
    viable: Mask,
    whole: Mask,
    gap_mm: float = GAPS_MM[1],
) -> tuple[Finding, ...]:
    """Say what a reader must know of a caliper placed by hand on viable tumor.

    Findings, none an error: it crosses more necrosis at a time than ``gap_mm``, it ends
    outside viable tissue, or it leaves the lesion.
    """
    inside, outside = crossing(caliper, viable), crossing(caliper, whole)
    found = []
    if inside.longest_gap_mm > gap_mm:
        found.append(
            Finding(
                "caliper-crosses-necrosis",
                f"The caliper crosses {inside.longest_gap_mm:.0f} mm of non-viable "
                f"tissue at a time; {gap_mm:.0f} mm are allowed.",
                Severity.CAUTION,
                lesion,
            )
        )
    leaves_mm = max(outside.overhang_mm, outside.longest_gap_mm)
    if leaves_mm > OVERHANG_MM:
        found.append(
            Finding(
                "caliper-leaves-lesion",
                f"The caliper runs {leaves_mm:.0f} mm outside the lesion's outline.",
                Severity.CAUTION,
                lesion,
            )
        )
    elif inside.overhang_mm > OVERHANG_MM:
        found.append(
            Finding(
                "caliper-ends-in-necrosis",
                f"The caliper ends {inside.overhang_mm:.0f} mm beyond viable tissue.",
                Severity.CAUTION,
                lesion,
            )
        )
    return tuple(found)


def placed_diameter(
    ends_mm: tuple[ArrayLike, ArrayLike],
    geometry: Geometry,
    region: Mask,
    *,
    gap_mm: float = GAPS_MM[1],
    plane: str = "axial",
) -> LesionDiameter:
    """Diameter a reader placed, and the longest of a region at 90° to it in its slice.

    The standard error of both is how much one reader scatters (Yoon 2016).

    Parameters
    ----------
    ends_mm
        Two points in patient LPS mm.
    geometry
        Grid of the image they were placed on.
    region
        What the perpendicular lies in, on that grid or a part of it.
    gap_mm
        Longest stretch outside the region that the perpendicular may cross.
    plane
        ``axial`` or ``acquired``.

    Raises
    ------
    InputRefused
        As :func:`placed_caliper`.
    """
    caliper = _as_one_reader(placed_caliper(ends_mm, geometry, plane=plane))
    stack = Stack.of(region.array, region.geometry, plane)
    k = round(float(stack.to_pixels(np.array(caliper.ends_mm))[:, 0].mean()))
    across = _perpendicular(caliper, stack, k, gap_mm)
    return LesionDiameter(caliper, across, k + stack.first, gap_mm)


def _as_one_reader(caliper: Caliper) -> Caliper:
    error_mm = caliper.length_mm * ReaderVariability.SAME_READER.value / 100
    return replace(caliper, uncertainty_mm=Decimal(f"{error_mm:.2f}"))


def _perpendicular(
    caliper: Caliper, stack: Stack, k: int, gap_mm: float
) -> Caliper | None:
    """Longest caliper at 90°, its ends pulled in as on any mask; None beside it."""
    section = stack.sections().get(k)
    if section is None:
        return None
    (_, r0, c0), (_, r1, c1) = stack.to_pixels(np.array(caliper.ends_mm)).tolist()
    found = section.across(((r0, c0), (r1, c1)), gap_mm)
    if found.ends is None:
        return None
    start, end = stack.to_mm(k, np.array(found.ends))
    excess_mm = OF_PARALLELS * staircase_excess_mm(
        found.length_mm, math.sqrt(math.prod(stack.spacing_mm))
    )
    pull = (end - start) * excess_mm / found.length_mm / 2
    ends = tuple(start + pull), tuple(end - pull)
    return _as_one_reader(Caliper(ends, plane=stack.plane, source=caliper.source))


def snapped(
    point_mm: ArrayLike, region: Mask, *, within_mm: float = SNAP_MM
) -> tuple[float, float, float]:
    """Nearest point of a region's outline in the axial slice of a point (LPS mm).

    The point itself where the outline is farther than ``within_mm``.
    """
    point = np.asarray(point_mm, np.float64)
    unmoved = (float(point[0]), float(point[1]), float(point[2]))
    stack = Stack.of(region.array, region.geometry, "axial")
    k, row, column = stack.to_pixels(point[None])[0]
    section = stack.sections().get(round(k))
    if section is None:
        return unmoved
    outline = section.polygon
    frame = np.array(section.corner)[::-1] - 1.0
    scale = np.array([outline.sx, outline.sy])
    target = (np.array([column, row]) - frame) * scale
    along = outline.after - outline.vertices
    share = ((target - outline.vertices) * along).sum(1) / (along**2).sum(1)
    nearest = outline.vertices + np.clip(share, 0, 1)[:, None] * along
    distance = np.hypot(*(nearest - target).T)
    best = int(distance.argmin())
    if distance[best] > within_mm:
        return unmoved
    new_column, new_row = nearest[best] / scale + frame
    # the depth within the slice stays where the reader put it
    offset = np.array([[0.0, new_row - row, new_column - column]])
    moved = point + (offset @ stack.axes_mm)[0]
    return float(moved[0]), float(moved[1]), float(moved[2])


def _slice_of(
    caliper: Caliper, region: Mask
) -> tuple[Section | None, NDArray[np.float64]]:
    """Section of a region in the slice of a caliper, and its ends (row, column)."""
    plane = "acquired" if caliper.plane == "acquired" else "axial"
    stack = Stack.of(region.array, region.geometry, plane)
    pixels = stack.to_pixels(np.array(caliper.ends_mm))
    k = round(float(pixels[:, 0].mean()))
    if not 0 <= k < len(stack.values):
        return None, pixels[:, 1:]
    return Section.cut(stack.values[k], stack.spacing_mm), pixels[:, 1:]
